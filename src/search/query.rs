//! What was typed, read word by word.

use std::rc::Rc;

use super::analysis::stopwords::is_stopword;
use super::analysis::{Lexeme, analyze, gender, stem};
use super::filter::{self, Filter};
use super::keys::{self, Keys};
use super::thesaurus::{self, Variant};

/// A pasted page is not a query; what comes after is not read.
const LONGEST_QUERY: usize = 200;
const MOST_WORDS: usize = 12;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Query {
    pub(super) words: Vec<QueryWord>,
    /// The whole query as a name, see `keys`.
    pub(super) keys: Keys,
    /// The same in other words.
    pub(super) variants: Vec<Variant>,
    /// What a hit must be besides.
    pub(super) filters: Vec<Filter>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct QueryWord {
    pub(super) lexeme: Rc<Lexeme>,
    /// Its number among all words typed, those that are not searched included.
    pub(super) number: usize,
    /// Stems to look for; more than the word's own while a feminine ending is being typed.
    pub(super) stems: Vec<String>,
    /// The word is still being typed: its beginning counts.
    pub(super) open: bool,
    /// A stop word that may become another word: it helps to sort but excludes nothing.
    pub(super) optional: bool,
}

impl Query {
    pub(super) fn parse(typed: &str) -> Self {
        let text = typed
            .char_indices()
            .nth(LONGEST_QUERY)
            .map_or(typed, |(end, _)| typed.get(..end).unwrap_or(typed));
        let typed = text;
        let (text, filters) = filter::split(typed);
        let analyzed = analyze(&text);
        // Conditions typed behind the last word do not complete it.
        let typing = analyzed.last().is_some_and(|last| {
            let behind = typed.get(last.token.marked.end..).unwrap_or_default();
            behind.is_empty() || !behind.trim().is_empty() && !filters.is_empty()
        });
        let analyzed = keys::distinct(analyzed);
        let last = analyzed.len().saturating_sub(1);
        let keys = keys::keys(&analyzed);
        let variants = thesaurus::variants(analyzed.get(..MOST_WORDS).unwrap_or(&analyzed));
        let telling = analyzed.iter().any(|word| !is_stopword(word.lexeme.form()));
        let mut words: Vec<QueryWord> = Vec::new();
        for (number, word) in analyzed.into_iter().enumerate().take(MOST_WORDS) {
            let open = typing && number == last;
            let stopword = telling && is_stopword(word.lexeme.form());
            let repeated = words.iter().any(|known| known.lexeme == word.lexeme);
            if repeated || stopword && !open {
                continue;
            }
            let mut stems = word.lexeme.stems.clone();
            if open && let Some(base) = gender::without_begun_feminine_ending(word.lexeme.form()) {
                stems.push(stem::stem(base));
            }
            words.push(QueryWord { lexeme: word.lexeme, number, stems, open, optional: stopword });
        }
        Self { words, keys, variants, filters }
    }

    /// Letters of the query, for judging how much of a name was typed.
    pub(super) fn letters(&self) -> usize {
        self.keys.written.first().map_or(0, |key| key.chars().count())
    }
}

impl QueryWord {
    pub(super) fn letters(&self) -> usize {
        self.lexeme.form().chars().count()
    }

    /// Edits allowed: one from four letters, two from eight.
    pub(super) fn edits(&self) -> u8 {
        match self.letters() {
            0..=3 => 0,
            4..=7 => 1,
            _ => 2,
        }
    }

    /// The largest parts of a compound, each with its terms; empty for a simple word.
    pub(super) fn pieces(&self) -> Vec<&[String]> {
        let mut end = 0;
        let mut pieces = Vec::new();
        for part in &self.lexeme.parts {
            if part.range.start >= end {
                end = part.range.end;
                pieces.push(part.terms.as_slice());
            }
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words as `form`, with `…` when open and `?` when optional.
    fn read(typed: &str) -> Vec<String> {
        let mark = |word: &QueryWord| {
            let (open, optional) =
                (if word.open { "…" } else { "" }, if word.optional { "?" } else { "" });
            format!("{}{open}{optional}", word.lexeme.form())
        };
        Query::parse(typed).words.iter().map(mark).collect()
    }

    #[test]
    fn queries_are_read_word_by_word() {
        for (typed, expected) in [
            ("backend", &["backend…"][..]),
            ("backend ", &["backend"]),
            ("backend dev", &["backend", "dev…"]),
            ("was mit Tieren", &["tieren…"]),
            ("was mit", &["was", "mit…"]),
            ("kaufmann f", &["kaufmann", "f…"]),
            ("kaufmann für", &["kaufmann", "fur…?"]),
            ("ohne Studium", &["ohne", "studium…"]),
            ("Koch/Köchin", &["koch…"]),
            ("koch koch", &["koch…"]),
            ("koch arzt koch", &["koch", "arzt"]),
            ("Entwickler:in", &["entwickler…"]),
            ("Backend-Entwickler", &["backend", "entwickler…"]),
            ("", &[]),
            (" - ", &[]),
        ] {
            assert_eq!(read(typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn a_pasted_page_is_cut() {
        assert!(Query::parse(&"wort ä ".repeat(100_000)).words.len() <= MOST_WORDS);
    }
}
