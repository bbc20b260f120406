//! The order of hits: tiers first, so that no amount of text lifts a hit over a better kind of
//! match, then a fine score within the tier, then the order of the corpus.

use tantivy::DocId;

use super::SearchError;
use super::analysis::grams;
use super::evidence::{self, Evidence, Found};
use super::lexicon::Lexicon;
use super::query::Query;
use super::schema::Place;
use super::terms::first_of_name;

/// Kinds of hits, best last. Scores are `100 * tier + fine`, with fine in `0..100`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Tier {
    #[default]
    None,
    /// Only the look of a name is alike.
    Similar,
    /// Some words in running text.
    TextInPart,
    /// All words in running text.
    Text,
    /// Some words in names.
    NameInPart,
    /// All words, some of them in names.
    NameAndText,
    /// All words in names.
    Name,
    /// An alias begins with the query.
    AliasBeginning,
    TitleBeginning,
    /// The query is an alias. Whoever types a whole name means it, even where a longer title
    /// begins with the same word (`Verkäufer`).
    Alias,
    /// The query is a title.
    Title,
}

/// Shares of the fine score: how well the words matched, how much of the title was typed, how
/// much the names look like the query.
const BY_WORDS: f32 = 88.0;
const BY_LENGTH: f32 = 6.0;
const BY_LOOK: f32 = 5.0;
/// The less sure the words are, the more the look counts.
const BY_LOOK_WHEN_UNSURE: f32 = 25.0;
/// Below this a word was repaired or found in pieces.
const SURE: f32 = 0.47;

/// What running text adds to a match in a name, or stands for without one.
const TEXT_BESIDE_NAME: f32 = 0.04;

/// Names that share less of the query's trigrams do not look alike.
const LOOKS_ALIKE: f32 = 0.55;
const SHORTEST_LOOK: usize = 4;

pub(super) struct Ranked {
    pub(super) doc: DocId,
    pub(super) score: f32,
    pub(super) place: Place,
    /// The repaired word: number of the query word, position in its repairs.
    pub(super) repair: Option<(usize, usize)>,
}

/// Every document that matches, best first; at most `limit` of them, and how many there are.
pub(super) fn rank(
    lexicon: &Lexicon,
    query: &Query,
    found: &[Found],
    limit: usize,
) -> Result<(Vec<Ranked>, usize), SearchError> {
    let documents = lexicon.documents();
    let whole = whole_names(lexicon, query)?;
    let looks = looks(lexicon, query)?;
    let weights = weights(query, found, documents);
    let mut scored: Vec<(f32, DocId)> = Vec::new();
    let mut similar: Vec<(f32, DocId)> = Vec::new();
    let mut all_in_names = false;
    let parts = whole.iter().zip(&looks).enumerate();
    for (doc, (&(name_tier, length), &look)) in parts {
        let words = found.iter().filter_map(|found| found.evidence.get(doc));
        let (word_tier, fine) = judge(words, &weights, query);
        let tier = name_tier.max(word_tier);
        let doc = doc as DocId;
        if tier > Tier::None {
            all_in_names |= tier >= Tier::Name && (fine >= SURE || name_tier > Tier::None);
            let by_look = BY_LOOK + BY_LOOK_WHEN_UNSURE * (1.0 - fine);
            let fine = BY_WORDS * fine + BY_LENGTH * length + by_look * look;
            scored.push((100.0 * f32::from(tier as u8) + fine, doc));
        } else if look >= LOOKS_ALIKE {
            similar.push((100.0 * f32::from(Tier::Similar as u8) + 99.0 * look, doc));
        }
    }
    if !all_in_names {
        scored.append(&mut similar);
    }
    let total = scored.len();
    let order = |a: &(f32, DocId), b: &(f32, DocId)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
    if limit < scored.len() {
        scored.select_nth_unstable_by(limit, order);
        scored.truncate(limit);
    }
    scored.sort_unstable_by(order);
    let ranked = scored
        .into_iter()
        .map(|(score, doc)| {
            let name_tier = whole.get(doc as usize).map_or(Tier::None, |(tier, _)| *tier);
            let (place, repair) = reason(doc, found, &weights, name_tier);
            Ranked { doc, score, place, repair }
        })
        .collect();
    Ok((ranked, total))
}

/// The tier by words alone, and how well they matched on the whole, from 0 to 1.
fn judge<'a>(
    words: impl Iterator<Item = &'a Evidence>,
    weights: &[f32],
    query: &Query,
) -> (Tier, f32) {
    let (mut wanted, mut in_names, mut anywhere) = (0, 0, 0);
    let (mut sum, mut of) = (0.0, 0.0);
    for ((evidence, weight), word) in words.zip(weights).zip(&query.words) {
        sum += weight * (evidence.name + TEXT_BESIDE_NAME * evidence.text);
        of += weight;
        if !word.optional {
            wanted += 1;
            in_names += usize::from(evidence.name > 0.0);
            anywhere += usize::from(evidence.place().is_some());
        }
    }
    let tier = match (in_names, anywhere) {
        (0, 0) => Tier::None,
        (0, n) if n == wanted => Tier::Text,
        (0, _) => Tier::TextInPart,
        (n, _) if n == wanted => Tier::Name,
        (_, n) if n == wanted => Tier::NameAndText,
        _ => Tier::NameInPart,
    };
    // Where no name matched, running text has the whole scale to itself.
    let scale = if in_names == 0 { TEXT_BESIDE_NAME } else { 1.0 + TEXT_BESIDE_NAME };
    (tier, if of > 0.0 { sum / of / scale } else { 0.0 })
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
fn looks(lexicon: &Lexicon, query: &Query) -> Result<Vec<f32>, SearchError> {
    let documents = lexicon.documents();
    let mut looks = vec![0.0; documents];
    if query.letters() < SHORTEST_LOOK {
        return Ok(looks);
    }
    let mut trigrams: Vec<String> = query
        .words
        .iter()
        .flat_map(|word| {
            let mut trigrams = grams::trigrams(word.lexeme.form());
            if word.open {
                trigrams.pop(); // Nobody knows yet how the word ends.
            }
            trigrams
        })
        .collect();
    trigrams.sort_unstable();
    trigrams.dedup();
    let mut sum = 0.0;
    for trigram in &trigrams {
        let mut holders = Vec::new();
        lexicon.visit(lexicon.fields.gram, trigram, |doc, _| holders.push(doc))?;
        let rarity = (1.0 + documents as f32 / (holders.len() as f32 + 1.0)).ln();
        sum += rarity;
        for doc in holders {
            if let Some(look) = looks.get_mut(doc as usize) {
                *look += rarity;
            }
        }
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
        Tier::Title | Tier::TitleBeginning => return (Place::Title, None),
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
