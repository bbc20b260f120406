//! The search itself: a query in, hits out.

use std::collections::HashMap;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use tantivy::Index;

use super::SearchError;
use super::analysis::stopwords::is_stopword;
use super::document::{Documents, SearchDocument};
use super::evidence::{add_variant, gather};
use super::facet::{self, Facet};
use super::filter::Filter;
use super::highlight::Highlighter;
use super::lexicon::Lexicon;
use super::query::Query;
use super::rank::{Question, Ranked, rank};
use super::schema::{Place, TEXT_PLACES, text_at};
use super::select::allowed;
use super::thesaurus::{self, Variant};

/// An index ready to be asked. It never changes; a new corpus means a new engine.
pub struct Engine {
    /// `None` when no index could be made; every answer is then [`Results::failed`].
    lexicon: Option<Lexicon>,
    /// Names of the corpora by their numbers.
    corpora: Vec<String>,
}

/// The answer to one query.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Results {
    /// Best first.
    pub hits: Vec<Hit>,
    /// How many professions match, listed or not.
    pub total: usize,
    /// The index could not be read; there may be hits that are not here. Build a new engine.
    pub failed: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub id: String,
    /// Position of the document in the corpus it was built from.
    pub document: usize,
    /// Only the order means something.
    pub score: f32,
    pub place: Place,
    /// The word of the corpus that was matched in place of a mistyped one, such as `Bäcker`.
    pub repaired: Option<String>,
}

/// Why a document is a hit, in its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The title or alias that fits the query best; the first title when none does.
    pub name: Marked,
    pub line: Marked,
    /// Where `line` stands.
    pub place: Place,
}

/// A line of text and the bytes to mark, in order, on character boundaries.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marked {
    pub text: String,
    pub ranges: Vec<Range<usize>>,
}

impl Engine {
    /// Builds the index in memory.
    pub fn in_memory(documents: &(impl Documents + ?Sized)) -> Result<Self, SearchError> {
        guarded(|| Self::open(&super::build::in_memory(documents)?))
    }

    /// An engine that knows nothing and says so.
    pub fn unavailable() -> Self {
        Self { lexicon: None, corpora: Vec::new() }
    }

    pub(super) fn open(index: &Index) -> Result<Self, SearchError> {
        thesaurus::warm();
        Ok(Self { lexicon: Some(Lexicon::open(index)?), corpora: Vec::new() })
    }

    /// Gives the corpora their names, in the order of their numbers, for `korpus:`.
    #[must_use]
    pub fn with_corpora(self, corpora: Vec<String>) -> Self {
        Self { corpora, ..self }
    }

    /// How many documents can be found.
    pub fn documents(&self) -> usize {
        self.lexicon.as_ref().map_or(0, Lexicon::documents)
    }

    /// The best `limit` professions for what was typed so far. No words, no hits.
    pub fn search(&self, typed: &str, limit: usize) -> Results {
        self.with_lexicon(|lexicon| find(lexicon, &self.corpora, &Query::parse(typed), limit))
            .unwrap_or(Results { failed: true, ..Results::default() })
    }

    /// Finds the query in text as a search does, repairs included. Make it once per query.
    pub fn highlighter(&self, typed: &str) -> Highlighter {
        let query = Query::parse(typed);
        let mut repairs = self
            .with_lexicon(|lexicon| {
                let found = query.words.iter().map(|word| Ok(gather(lexicon, word)?.repairs));
                found.collect::<Result<Vec<_>, SearchError>>()
            })
            .unwrap_or_default();
        // Other words for the same are marked as repaired words are.
        repairs.resize(query.words.len(), Vec::new());
        for (word, repairs) in query.words.iter().zip(&mut repairs) {
            let other = |v: &&Variant| v.replaced.contains(&word.number) && !v.in_part;
            let instead = query.variants.iter().filter(other);
            let forms = instead.flat_map(|variant| variant.words.iter().map(|w| w.form()));
            repairs.extend(forms.filter(|form| !is_stopword(form)).map(str::to_owned));
        }
        Highlighter::for_hits(&query, &repairs)
    }

    /// Why this document is a hit. For visible hits only; for many of one query rather use
    /// [`Explanation::new`] with one [`Engine::highlighter`].
    pub fn explain(&self, document: &SearchDocument, typed: &str) -> Explanation {
        Explanation::new(document, &self.highlighter(typed))
    }

    /// Byte ranges of a text that match what was typed.
    pub fn matches_in(&self, typed: &str, text: &str) -> Vec<Range<usize>> {
        self.highlighter(typed).matches_in(text)
    }

    /// The conditions in force in what was typed, and where they stand.
    pub fn filters(typed: &str) -> Vec<Filter> {
        Query::parse(typed).filters
    }

    /// Conditions that would narrow what was typed, with how many hits each leaves.
    pub fn facets(&self, typed: &str) -> Vec<Facet> {
        let query = Query::parse(typed);
        self.with_lexicon(|lexicon| {
            ask(lexicon, &self.corpora, &query, |question| {
                Ok(facet::count(lexicon, &self.corpora, &query.filters, &question.matching()?))
            })
        })
        .unwrap_or_default()
    }

    fn with_lexicon<T>(
        &self,
        work: impl FnOnce(&Lexicon) -> Result<T, SearchError>,
    ) -> Result<T, SearchError> {
        guarded(|| work(self.lexicon.as_ref().ok_or(SearchError::Schema)?))
    }
}

impl Explanation {
    /// The name and the line of a document that show best why it matches.
    pub fn new(document: &SearchDocument, highlighter: &Highlighter) -> Self {
        let names = document.names.iter().map(|name| (highlighter.worth(name), name.as_str()));
        let name = first_best(names).map_or("", |(_, name)| name);
        let lines = TEXT_PLACES.iter().flat_map(|(place, worth)| {
            text_at(document, *place).into_iter().map(move |line| (*place, *worth, line))
        });
        let lines = lines.map(|(place, worth, line)| {
            // Which words a line holds matters more than where it stands.
            let found = highlighter.worth(line);
            (if found > 0.0 { found + 0.1 * worth } else { 0.0 }, (place, line))
        });
        let (place, line) = first_best(lines)
            .filter(|(worth, _)| *worth > 0.0)
            .map_or((Place::Summary, document.summary.as_str()), |(_, line)| line);
        Self { name: Marked::new(name, highlighter), line: Marked::new(line, highlighter), place }
    }

    /// The same, looking only where the search says it found the document: [`Hit::place`]. Much
    /// cheaper than reading the whole document, and enough for a list.
    pub fn at(document: &SearchDocument, place: Place, highlighter: &Highlighter) -> Self {
        let best = |texts: Vec<&str>| -> String {
            let texts = texts.into_iter().map(|text| (highlighter.worth(text), text));
            first_best(texts).map_or_else(String::new, |(_, text)| text.to_owned())
        };
        let (name, line) = match place {
            Place::Title | Place::Alias | Place::Similar => {
                (best(document.names.iter().map(String::as_str).collect()), String::new())
            }
            place => (String::new(), best(text_at(document, place))),
        };
        Self { name: Marked::new(&name, highlighter), line: Marked::new(&line, highlighter), place }
    }
}

impl Marked {
    fn new(text: &str, highlighter: &Highlighter) -> Self {
        Self { text: text.to_owned(), ranges: highlighter.matches_in(text) }
    }
}

fn find(
    lexicon: &Lexicon,
    corpora: &[String],
    query: &Query,
    limit: usize,
) -> Result<Results, SearchError> {
    if query.words.is_empty() && query.filters.is_empty() {
        return Ok(Results::default());
    }
    ask(lexicon, corpora, query, |question| {
        let (ranked, total) = rank(question, limit)?;
        let found = ranked.len();
        let shown = once_each(lexicon, ranked);
        let total = total - (found - shown.len());
        let hits = shown
            .into_iter()
            .map(|ranked| {
                let repaired = ranked
                    .repair
                    .and_then(|(word, repair)| question.found.get(word)?.repairs.get(repair))
                    .map(|folded| lexicon.spelling(folded))
                    .transpose()?;
                let (id, document) = (lexicon.id(ranked.doc)?, ranked.doc as usize);
                Ok(Hit { id, document, score: ranked.score, place: ranked.place, repaired })
            })
            .collect::<Result<Vec<_>, SearchError>>()?;
        Ok(Results { hits, total, failed: false })
    })
}

/// Collects what the index says about a query and asks a question of it.
fn ask<T>(
    lexicon: &Lexicon,
    corpora: &[String],
    query: &Query,
    answer: impl FnOnce(&Question<'_>) -> Result<T, SearchError>,
) -> Result<T, SearchError> {
    let allowed = allowed(lexicon, corpora, &query.filters)?;
    let mut found =
        query.words.iter().map(|word| gather(lexicon, word)).collect::<Result<Vec<_>, _>>()?;
    for variant in &query.variants {
        add_variant(lexicon, query, variant, &mut found)?;
    }
    answer(&Question { lexicon, query, found: &found, allowed: allowed.as_deref() })
}

/// The same occupation of several corpora is shown once, at the best place, from the corpus that
/// says most about it.
fn once_each(lexicon: &Lexicon, ranked: Vec<Ranked>) -> Vec<Ranked> {
    let mut shown: Vec<Ranked> = Vec::with_capacity(ranked.len());
    let mut places: HashMap<u32, usize> = HashMap::new();
    for hit in ranked {
        let attributes = lexicon.catalogue.attributes(hit.doc).unwrap_or_default();
        let keys = attributes.same.into_iter().filter(|key| *key != 0);
        let twin = keys.clone().find_map(|key| places.get(&key).copied());
        let other = twin.and_then(|at| lexicon.catalogue.attributes(shown.get(at)?.doc));
        // Two of one corpus are two, whatever their codes say.
        let twin = twin.filter(|_| other.is_some_and(|other| other.corpus != attributes.corpus));
        for key in keys {
            places.entry(key).or_insert(twin.unwrap_or(shown.len()));
        }
        match twin.and_then(|at| shown.get_mut(at)) {
            None => shown.push(hit),
            Some(twin) if other.is_some_and(|other| attributes.richness > other.richness) => {
                *twin = Ranked { score: twin.score, ..hit };
            }
            Some(_) => {}
        }
    }
    shown
}

/// The first of the items with the greatest worth.
fn first_best<T>(items: impl Iterator<Item = (f32, T)>) -> Option<(f32, T)> {
    items.reduce(|best, next| if next.0 > best.0 { next } else { best })
}

/// Runs what reads or writes an index. tantivy may panic on damaged bytes; manifests keep those
/// away, and this is the second net.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, SearchError>) -> Result<T, SearchError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(SearchError::Panicked))
}
