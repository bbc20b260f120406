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

/// More ways to say the query than that are not looked at; a bit for each.
const MOST_WAYS: usize = 16;

/// The query as typed, as it may have been meant, and in other words.
pub(super) struct Looks {
    /// Trigrams of the query as typed, each once.
    pub(super) typed: Vec<Packed>,
    ways: Vec<Way>,
    /// For each trigram there is, which ways have it: one pass over a name serves them all.
    wanted: Vec<u16>,
}

/// One way to say the query.
struct Way {
    worth: f32,
    /// Length of the vector of its trigrams' rarities.
    norm: f32,
}

impl Looks {
    pub(super) fn of(query: &Query, found: &[Found], catalogue: &Catalogue) -> Self {
        let mut looks = Self {
            typed: Vec::new(),
            ways: Vec::with_capacity(MOST_WAYS),
            wanted: vec![0; Packed::COUNT],
        };
        let telling = query.words.iter().filter(|word| !word.optional);
        let typed = telling.map(|word| (word.lexeme.form(), word.open));
        looks.typed = looks.add(1.0, typed, catalogue);
        for nth in 0..REPAIRS {
            if !found.iter().any(|found| found.repairs.get(nth).is_some()) {
                continue;
            }
            let words = query.words.iter().zip(found).map(|(word, found)| {
                let repair = found.repairs.get(nth).or(found.repairs.first());
                (repair.map_or(word.lexeme.form(), String::as_str), word.open && repair.is_none())
            });
            looks.add(REPAIRED, words, catalogue);
        }
        for variant in &query.variants {
            let words = variant.all.iter().filter(|word| !is_stopword(word.form()));
            let worth = if variant.in_part { IN_PART } else { IN_OTHER_WORDS };
            looks.add(worth, words.map(|word| (word.form(), false)), catalogue);
        }
        looks
    }

    fn add<'a>(
        &mut self,
        worth: f32,
        words: impl Iterator<Item = (&'a str, bool)>,
        catalogue: &Catalogue,
    ) -> Vec<Packed> {
        let mut trigrams = Vec::new();
        if self.ways.len() == MOST_WAYS {
            return trigrams;
        }
        for (form, open) in words {
            grams::pack_into(&mut trigrams, form, open);
        }
        trigrams.sort_unstable();
        trigrams.dedup();
        let bit = 1 << self.ways.len();
        let mut squares = 0.0;
        for gram in &trigrams {
            if let Some(ways) = self.wanted.get_mut(gram.index()) {
                *ways |= bit;
            }
            squares += catalogue.rarity(*gram).powi(2);
        }
        self.ways.push(Way { worth, norm: squares.sqrt() });
        trigrams
    }

    /// How much the best of a document's names looks like the query, said in any way: 0 to 1.
    pub(super) fn best(&self, catalogue: &Catalogue, document: u32) -> f32 {
        let mut best = 0.0_f32;
        for name in catalogue.names(document) {
            let mut shared = [0.0_f32; MOST_WAYS];
            for gram in name.trigrams() {
                let mut ways = self.wanted.get(gram.index()).copied().unwrap_or_default();
                if ways == 0 {
                    continue;
                }
                let weight = catalogue.rarity(gram).powi(2);
                while ways != 0 {
                    if let Some(sum) = shared.get_mut(ways.trailing_zeros() as usize) {
                        *sum += weight;
                    }
                    ways &= ways - 1;
                }
            }
            for (way, shared) in self.ways.iter().zip(shared) {
                let cosine = shared / (way.norm * name.norm).max(f32::MIN_POSITIVE);
                best = best.max(way.worth * if name.title { cosine } else { ALIAS * cosine });
            }
        }
        best
    }
}
