//! The order of hits: tiers first, so that no amount of text lifts a hit over a better kind of
//! match, then a fine score within the tier, then the order of the corpus.

use std::collections::HashMap;

use tantivy::DocId;

use super::SearchError;
use super::analysis::grams::Packed;
use super::evidence::{self, Evidence, Found};
use super::lexicon::Lexicon;
use super::query::Query;
use super::schema::Place;
use super::similarity::Looks;
use super::terms::first_of_name;

/// Kinds of hits, best last. Scores are `100 * tier + fine`, with fine in `0..100`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Tier {
    #[default]
    None,
    /// Some words somewhere, or a name that looks alike: the blend of all signals decides.
    Blend,
    /// All words in names, surely.
    Name,
    /// An alias begins with the query.
    AliasBeginning,
    TitleBeginning,
    /// The thesaurus knows the query by a name.
    OtherWords,
    /// The query is an alias. Whoever types a whole name means it, even where a longer title
    /// begins with the same word (`Verkäufer`).
    Alias,
    /// The query is a title.
    Title,
}

/// Shares of the fine score.
#[derive(Debug, Clone, Copy)]
struct Shares {
    /// How much the best name looks like the query.
    look: f32,
    /// How well the words matched in names.
    names: f32,
    /// How well they matched in running text.
    text: f32,
    /// How much of the title was typed.
    length: f32,
    /// How much of the query was found at all.
    coverage: f32,
}

const SHARES: Shares = Shares { look: 0.6, names: 0.1, text: 0.2, length: 0.02, coverage: 0.08 };
/// What a good hit lends to the others of its group.
const GROUP: f32 = 0.6;

/// Below this a word was repaired, or found as a part of a compound.
const SURE: f32 = 0.7;

/// Documents whose names share less of the query's trigrams are not looked at closely; those
/// without a name that looks more alike than that are no hits.
const SHARED: f32 = 0.2;
const LOOKS_ALIKE: f32 = 0.2;
/// The same where some profession has every word: then people know what they typed.
const LOOKS_THE_SAME: f32 = 0.4;
const SHORTEST_LOOK: usize = 5;
/// The best of a first, cheap score are compared name by name.
const LOOKED_AT: usize = 80;

pub(super) struct Ranked {
    pub(super) doc: DocId,
    pub(super) score: f32,
    pub(super) place: Place,
    /// The repaired word: number of the query word, position in its repairs.
    pub(super) repair: Option<(usize, usize)>,
}

/// A question with all that was found for it.
pub(super) struct Question<'a> {
    pub(super) lexicon: &'a Lexicon,
    pub(super) query: &'a Query,
    /// For each word of the query.
    pub(super) found: &'a [Found],
    /// Documents the conditions allow; `None` for all.
    pub(super) allowed: Option<&'a [bool]>,
}

/// Every document that matches, best first; at most `limit` of them, and how many there are.
pub(super) fn rank(
    question: &Question<'_>,
    limit: usize,
) -> Result<(Vec<Ranked>, usize), SearchError> {
    let Question { lexicon, query, found, .. } = *question;
    if query.words.is_empty() {
        let all = question.all_allowed();
        let ranked = |doc: DocId| Ranked { doc, score: 0.0, place: Place::Title, repair: None };
        return Ok((all.iter().copied().take(limit).map(ranked).collect(), all.len()));
    }
    let whole = whole_names(lexicon, query)?;
    let ways =
        (query.letters() >= SHORTEST_LOOK).then(|| Looks::of(query, found, &lexicon.catalogue));
    let looks = match &ways {
        Some(ways) => shared_trigrams(lexicon, &ways.typed)?,
        None => vec![0.0; lexicon.documents()],
    };
    let weights = weights(query, found, lexicon.documents());
    let mut scored: Vec<Scored> = Vec::new();
    let mut similar: Vec<Scored> = Vec::new();
    let mut known = false;
    for (doc, (&(name_tier, length), &look)) in whole.iter().zip(&looks).enumerate() {
        if !question.allows(doc) {
            continue;
        }
        let words = found.iter().filter_map(|found| found.evidence.get(doc));
        let Matched { tier, names, text, coverage, covered } = judge(words, &weights, query);
        known |= covered;
        let tier = name_tier.max(tier);
        let hit =
            Scored { doc: doc as DocId, tier, look, names, text, length, coverage, group: 0.0 };
        if tier > Tier::None {
            scored.push(hit);
        } else if look >= SHARED {
            similar.push(Scored { tier: Tier::Blend, ..hit });
        }
    }
    let mut total = scored.len();
    keep_best(&mut scored, limit.max(LOOKED_AT));
    look_closely(lexicon, ways.as_ref(), &mut scored);
    keep_best(&mut similar, LOOKED_AT);
    look_closely(lexicon, ways.as_ref(), &mut similar);
    let enough = if known { LOOKS_THE_SAME } else { LOOKS_ALIKE };
    similar.retain(|hit| hit.look >= enough);
    total += similar.len();
    scored.append(&mut similar);
    lend_to_groups(lexicon, &mut scored);
    scored.sort_unstable_by(Scored::order);
    scored.truncate(limit);
    let ranked = scored
        .into_iter()
        .map(|hit| {
            let name_tier = whole.get(hit.doc as usize).map_or(Tier::None, |(tier, _)| *tier);
            let (place, repair) = reason(hit.doc, found, &weights, name_tier);
            Ranked { doc: hit.doc, score: hit.score(), place, repair }
        })
        .collect();
    Ok((ranked, total))
}

impl Question<'_> {
    fn allows(&self, doc: usize) -> bool {
        self.allowed.is_none_or(|allowed| allowed.get(doc).copied().unwrap_or(false))
    }

    fn all_allowed(&self) -> Vec<DocId> {
        let all = 0..self.lexicon.documents();
        all.filter(|doc| self.allows(*doc)).map(|doc| doc as DocId).collect()
    }

    /// Documents with a word of the query, in the order of the corpus: what facets count.
    pub(super) fn matching(&self) -> Result<Vec<DocId>, SearchError> {
        let mut matching = self.all_allowed();
        if !self.query.words.is_empty() {
            let whole = whole_names(self.lexicon, self.query)?;
            matching.retain(|doc| {
                let by_word = self.found.iter().any(|found| {
                    found.evidence.get(*doc as usize).is_some_and(|e| e.place().is_some())
                });
                by_word || whole.get(*doc as usize).is_some_and(|(tier, _)| *tier > Tier::None)
            });
        }
        Ok(matching)
    }
}

/// A document on its way to its place.
#[derive(Debug, Clone, Copy)]
struct Scored {
    doc: DocId,
    tier: Tier,
    look: f32,
    names: f32,
    text: f32,
    length: f32,
    coverage: f32,
    /// Best fine score in the same group.
    group: f32,
}

impl Scored {
    /// From 0 to 1.
    fn fine(&self) -> f32 {
        SHARES.look * self.look
            + SHARES.names * self.names
            + SHARES.text * self.text
            + SHARES.length * self.length
            + SHARES.coverage * self.coverage
    }

    fn score(&self) -> f32 {
        let fine = (self.fine() + GROUP * self.group) / (1.0 + GROUP);
        100.0 * f32::from(self.tier as u8) + 99.0 * fine
    }

    fn order(a: &Self, b: &Self) -> std::cmp::Ordering {
        b.score().total_cmp(&a.score()).then(a.doc.cmp(&b.doc))
    }
}

fn keep_best(scored: &mut Vec<Scored>, count: usize) {
    if count < scored.len() {
        scored.select_nth_unstable_by(count, Scored::order);
        scored.truncate(count);
    }
}

/// Replaces the share of trigrams of all names together by the likeness of the best name.
fn look_closely(lexicon: &Lexicon, ways: Option<&Looks>, scored: &mut [Scored]) {
    let Some(ways) = ways else { return };
    for hit in scored {
        let look = ways.best(&lexicon.catalogue, hit.doc);
        // Some letters in common are no likeness and must not sort hits.
        hit.look = if look < LOOKS_ALIKE { 0.0 } else { look };
    }
}

/// Who belongs to the group of a good hit is a better guess than who does not.
fn lend_to_groups(lexicon: &Lexicon, scored: &mut [Scored]) {
    let group = |hit: &Scored| lexicon.catalogue.attributes(hit.doc).map_or(0, |a| a.group);
    let mut best: HashMap<u16, f32> = HashMap::new();
    for hit in scored.iter() {
        let best = best.entry(group(hit)).or_default();
        *best = best.max(hit.fine());
    }
    for hit in scored {
        hit.group = match group(hit) {
            0 => hit.fine(),
            group => best.get(&group).copied().unwrap_or_default(),
        };
    }
}

/// What the words of a query say about one document.
struct Matched {
    tier: Tier,
    names: f32,
    text: f32,
    coverage: f32,
    /// Every word was found as it was typed.
    covered: bool,
}

fn judge<'a>(words: impl Iterator<Item = &'a Evidence>, weights: &[f32], query: &Query) -> Matched {
    let (mut all_in_names, mut any, mut covered) = (true, false, true);
    let (mut names, mut text, mut found, mut of) = (0.0, 0.0, 0.0, 0.0);
    for ((evidence, weight), word) in words.zip(weights).zip(&query.words) {
        names += weight * evidence.name;
        text += weight * evidence.text;
        found += if evidence.place().is_some() { *weight } else { 0.0 };
        of += weight;
        if !word.optional {
            all_in_names &= evidence.name >= SURE;
            any |= evidence.place().is_some();
            covered &= evidence.place().is_some() && evidence.repair().is_none();
        }
    }
    let tier = match (any, all_in_names) {
        (false, _) => Tier::None,
        (true, true) => Tier::Name,
        (true, false) => Tier::Blend,
    };
    let of = of.max(f32::MIN_POSITIVE);
    let covered = any && covered;
    Matched { tier, names: names / of, text: text / of, coverage: found / of, covered }
}

/// Rare words weigh more.
fn weights(query: &Query, found: &[Found], documents: usize) -> Vec<f32> {
    found
        .iter()
        .zip(&query.words)
        .map(|(found, word)| {
            let with = found.evidence.iter().filter(|e| e.place().is_some()).count() as f32;
            let rarity = (1.0 + (documents as f32 - with + 0.5) / (with + 0.5)).ln();
            // A word that was repaired, or is not there at all, should not decide.
            let sure = if found.repairs.is_empty() { 1.0 } else { 0.8 };
            let optional = if word.optional { 0.2 } else { 1.0 };
            rarity.max(0.05) * sure * optional
        })
        .collect()
}

/// Documents whose names are or begin with the query, and how much of the name was typed.
fn whole_names(lexicon: &Lexicon, query: &Query) -> Result<Vec<(Tier, f32)>, SearchError> {
    let mut whole = vec![(Tier::None, 0.0); lexicon.documents()];
    let mut offer = |doc: DocId, tier: Tier, length: f32| {
        if let Some(best) = whole.get_mut(doc as usize) {
            best.0 = best.0.max(tier);
            best.1 = length.max(best.1);
        }
    };
    for (fields, place) in evidence::name_fields(lexicon) {
        let (same, begins) = match place {
            Place::Title => (Tier::Title, Tier::TitleBeginning),
            _ => (Tier::Alias, Tier::AliasBeginning),
        };
        lexicon.visit(fields.key, &query.keys.stemmed, |doc, _| offer(doc, same, 1.0))?;
        for variant in query.variants.iter().filter(|variant| !variant.in_part) {
            for key in variant.keys.all() {
                lexicon.visit(fields.key, key, |doc, _| offer(doc, Tier::OtherWords, 1.0))?;
            }
        }
        if query.letters() == 1 {
            // Every name that begins with a letter: too many keys to walk through.
            let first = query.keys.written.first().map(|key| first_of_name(key));
            lexicon.visit(fields.first_letter, &first.unwrap_or_default(), |doc, _| {
                offer(doc, begins, 0.0);
            })?;
            continue;
        }
        for key in &query.keys.written {
            lexicon.visit_prefix(fields.key, key, |length, doc| {
                let tier = if length == key.len() { same } else { begins };
                offer(doc, tier, key.len() as f32 / length.max(1) as f32);
            })?;
        }
    }
    Ok(whole)
}

/// The share of the query's trigrams, the rare ones weighing more, that a document's names have.
fn shared_trigrams(lexicon: &Lexicon, typed: &[Packed]) -> Result<Vec<f32>, SearchError> {
    let mut looks = vec![0.0; lexicon.documents()];
    let mut sum = 0.0;
    for gram in typed {
        let rarity = lexicon.catalogue.rarity(*gram);
        sum += rarity;
        lexicon.visit(lexicon.fields.gram, &gram.term(), |doc, _| {
            if let Some(look) = looks.get_mut(doc as usize) {
                *look += rarity;
            }
        })?;
    }
    if sum > 0.0 {
        looks.iter_mut().for_each(|look| *look /= sum);
    }
    Ok(looks)
}

/// Where the document was found, and which word was repaired to find it there.
fn reason(
    doc: DocId,
    found: &[Found],
    weights: &[f32],
    name_tier: Tier,
) -> (Place, Option<(usize, usize)>) {
    match name_tier {
        Tier::Title | Tier::TitleBeginning | Tier::OtherWords => return (Place::Title, None),
        Tier::Alias | Tier::AliasBeginning => return (Place::Alias, None),
        _ => {}
    }
    let words: Vec<&Evidence> =
        found.iter().filter_map(|found| found.evidence.get(doc as usize)).collect();
    let worth = |(evidence, weight): &(&&Evidence, &f32)| {
        *weight * if evidence.name > 0.0 { 1.0 + evidence.name } else { evidence.text }
    };
    let place = words
        .iter()
        .zip(weights)
        .max_by(|a, b| worth(a).total_cmp(&worth(b)))
        .and_then(|(evidence, _)| evidence.place());
    let repair = words
        .iter()
        .enumerate()
        .find_map(|(number, evidence)| evidence.repair().map(|repair| (number, repair)));
    (place.unwrap_or(Place::Similar), repair)
}
