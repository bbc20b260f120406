//! How much a name looks like the query: the cosine of their trigrams, rare ones weighing more.
//!
//! On German titles this is the strongest single signal (measured: `benches/README.md`), because
//! it forgives typos and sees the parts of compounds nobody has taken apart.

use super::analysis::grams::{self, Packed};
use super::analysis::stopwords::is_stopword;
use super::catalogue::Catalogue;
use super::evidence::Found;
use super::query::Query;

/// A look-alike alias is worth a little less than a look-alike title.
const ALIAS: f32 = 0.9;
/// A variant of the query is not what was typed.
const IN_OTHER_WORDS: f32 = 0.82;
const IN_PART: f32 = 0.75;
const REPAIRED: f32 = 0.95;
/// So many of the words a typo may stand for are looked at.
const REPAIRS: usize = 3;

/// The trigrams of a query.
pub(super) struct Look {
    /// Those the query has, each once, and its words' own.
    pub(super) trigrams: Vec<Packed>,
    /// A bit for each trigram there is.
    wanted: Vec<u64>,
    norm: f32,
}

impl Look {
    /// The query as typed, as it may have been meant, and in other words, each with its worth.
    pub(super) fn all_of(
        query: &Query,
        found: &[Found],
        catalogue: &Catalogue,
    ) -> Vec<(f32, Self)> {
        let telling = query.words.iter().filter(|word| !word.optional);
        let typed = telling.map(|word| (word.lexeme.form(), word.open));
        let typed = Self::new(typed, catalogue);
        let repaired = (0..REPAIRS).filter_map(|nth| {
            let any = found.iter().any(|found| found.repairs.get(nth).is_some());
            let words = query.words.iter().zip(found).map(|(word, found)| {
                let repair = found.repairs.get(nth).or(found.repairs.first());
                (repair.map_or(word.lexeme.form(), String::as_str), word.open && repair.is_none())
            });
            any.then(|| (REPAIRED, Self::new(words, catalogue)))
        });
        let variants = query.variants.iter().map(|variant| {
            let words = variant.all.iter().filter(|word| !is_stopword(word.form()));
            let look = Self::new(words.map(|word| (word.form(), false)), catalogue);
            (if variant.in_part { IN_PART } else { IN_OTHER_WORDS }, look)
        });
        std::iter::once((1.0, typed)).chain(repaired).chain(variants).collect()
    }

    fn new<'a>(words: impl Iterator<Item = (&'a str, bool)>, catalogue: &Catalogue) -> Self {
        let mut trigrams = Vec::new();
        for (form, open) in words {
            grams::pack_into(&mut trigrams, form, open);
        }
        trigrams.sort_unstable();
        trigrams.dedup();
        let mut wanted = vec![0_u64; Packed::COUNT.div_ceil(64)];
        let mut squares = 0.0;
        for gram in &trigrams {
            if let Some(bits) = wanted.get_mut(gram.index() / 64) {
                *bits |= 1 << (gram.index() % 64);
            }
            squares += catalogue.rarity(*gram).powi(2);
        }
        Self { trigrams, wanted, norm: squares.sqrt() }
    }

    /// The best of a document's names, from 0 to 1; 0 where none is better than `known`.
    pub(super) fn of(&self, catalogue: &Catalogue, document: u32, known: f32) -> f32 {
        let mut best = 0.0_f32;
        for name in catalogue.names(document) {
            let worth = if name.title { 1.0 } else { ALIAS };
            // What is shared is no longer than the shorter of both.
            let (short, long) = (self.norm.min(name.norm), self.norm.max(name.norm));
            let most = worth * short / long.max(f32::MIN_POSITIVE);
            if most <= best || most < known {
                continue;
            }
            let shared: f32 = name
                .trigrams()
                .filter(|gram| self.wants(*gram))
                .map(|gram| catalogue.rarity(gram).powi(2))
                .sum();
            let cosine = shared / (self.norm * name.norm).max(f32::MIN_POSITIVE);
            best = best.max(worth * cosine);
        }
        best
    }

    fn wants(&self, gram: Packed) -> bool {
        self.wanted.get(gram.index() / 64).is_some_and(|bits| bits >> (gram.index() % 64) & 1 == 1)
    }
}
