//! Marking what matched: whole words, beginnings, parts of compounds and repaired words.
//!
//! tantivy marks no fuzzy matches, so matching is done here, with the same analysis, on the few
//! lines that are visible.

use std::ops::Range;

use super::analysis::fold::{Folded, fold, spelled_out};
use super::analysis::tokens::{Token, tokens};
use super::analysis::{compound, stem::stem};
use super::query::{Query, QueryWord};

/// Knows the words of one query and finds them in any text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Highlighter {
    words: Vec<Wanted>,
    /// The first letters of everything wanted: a word without any of them needs no closer look.
    heads: Vec<String>,
    /// Also mark the query inside words, as people expect when they look for text on a page.
    inside: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Wanted {
    forms: Vec<String>,
    stems: Vec<String>,
    open: bool,
    optional: bool,
    /// Words of the corpus this word was taken for, and their stems.
    repairs: Vec<(String, String)>,
    /// Terms of its parts, where the compound itself is in no name.
    pieces: Vec<String>,
}

/// How a word matched, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Inside,
    Repaired,
    Part,
    Beginning,
    Whole,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Match {
    word: usize,
    kind: Kind,
    /// In the text.
    range: Range<usize>,
}

/// Shorter queries mark inside words too much.
const SHORTEST_INSIDE: usize = 3;

impl Highlighter {
    /// For looking through one text: exact words, beginnings, parts, and the query inside words.
    pub fn for_text(query: &str) -> Self {
        let query = Query::parse(query);
        Self::new(query.words.iter().map(|word| Wanted::new(word, &[])).collect(), true)
    }

    /// For the hits of a search; `repairs` holds the corpus words each query word was taken for.
    pub(super) fn for_hits(query: &Query, repairs: &[Vec<String>]) -> Self {
        let none = Vec::new();
        let repairs = repairs.iter().chain(std::iter::repeat(&none));
        let words = query.words.iter().zip(repairs);
        Self::new(words.map(|(word, near)| Wanted::new(word, near)).collect(), false)
    }

    fn new(words: Vec<Wanted>, inside: bool) -> Self {
        let mut heads: Vec<String> =
            words.iter().flat_map(Wanted::terms).map(|t| head(t).to_owned()).collect();
        heads.sort_unstable();
        heads.dedup();
        Self { words, heads, inside }
    }

    /// Byte ranges to mark, in order, not touching each other, on character boundaries.
    pub fn matches_in(&self, text: &str) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> =
            self.find(text).into_iter().map(|found| found.range).collect();
        ranges.sort_by_key(|range| (range.start, range.end));
        let mut merged: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
        for range in ranges {
            match merged.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => merged.push(range),
            }
        }
        merged
    }

    /// How much of the query a text holds: 1 for all words as typed, 0 for none.
    pub(super) fn worth(&self, text: &str) -> f32 {
        let found = self.find(text);
        let wanted = self.words.iter().filter(|word| !word.optional).count();
        let sum: f32 = (0..self.words.len())
            .filter(|number| self.words.get(*number).is_some_and(|word| !word.optional))
            .filter_map(|number| {
                let best = found.iter().filter(|f| f.word == number).map(|f| f.kind).max()?;
                Some(match best {
                    Kind::Whole => 1.0,
                    Kind::Beginning => 0.9,
                    Kind::Part => 0.8,
                    Kind::Repaired => 0.6,
                    Kind::Inside => 0.3,
                })
            })
            .sum();
        if wanted == 0 { 0.0 } else { sum / wanted as f32 }
    }

    fn find(&self, text: &str) -> Vec<Match> {
        let mut matches = Vec::new();
        if self.words.is_empty() {
            return matches;
        }
        let tokens = tokens(text);
        for token in &tokens {
            self.find_in_word(token.word(text), token, &mut matches);
        }
        for group in tokens.chunk_by(|_, next| next.tied) {
            if let [first, .., last] = group {
                let joined: String = group.iter().map(|token| token.word(text)).collect();
                let start = first.range.start;
                for (number, wanted) in self.words.iter().enumerate() {
                    let end = last.range.end;
                    if wanted.is_whole(&fold(&joined), spelled_out(&joined).as_deref()) {
                        matches.push(Match { word: number, kind: Kind::Whole, range: start..end });
                    }
                }
            }
        }
        matches
    }

    fn find_in_word(&self, word: &str, token: &Token, matches: &mut Vec<Match>) {
        let plain = fold(word);
        let twin = spelled_out(word);
        let may_match = self.heads.iter().any(|head| {
            plain.contains(head) || twin.as_ref().is_some_and(|twin| twin.contains(head))
        });
        if plain.is_empty() || !may_match {
            return;
        }
        let folded = Folded::new(word);
        let twin = twin.as_deref();
        // Taking words apart costs more than all the rest; many queries never need it.
        let mut parts: Option<Vec<Range<usize>>> = None;
        for (number, wanted) in self.words.iter().enumerate() {
            let mut add = |kind, range: Range<usize>| {
                let start = token.range.start;
                let range = start + range.start..start + range.end;
                matches.push(Match { word: number, kind, range });
            };
            if wanted.is_whole(&folded.text, twin) {
                add(Kind::Whole, 0..word.len());
            } else if let Some(length) = wanted.beginning_of(&folded.text) {
                add(Kind::Beginning, folded.original(0, length));
            } else if twin.is_some_and(|twin| wanted.beginning_of(twin).is_some()) {
                add(Kind::Beginning, 0..word.len());
            } else {
                let mut in_parts = false;
                if wanted.may_be_part_of(&folded.text) {
                    for part in parts.get_or_insert_with(|| compound::parts(&folded.text)) {
                        let text = folded.text.get(part.clone()).unwrap_or_default();
                        if let Some((kind, length)) = wanted.part(text) {
                            add(kind, folded.original(part.start, part.start + length));
                            in_parts = true;
                        }
                    }
                }
                let repaired = wanted.is_repaired(&folded.text)
                    || twin.is_some_and(|twin| wanted.is_repaired(twin));
                if repaired && !in_parts {
                    add(Kind::Repaired, 0..word.len());
                }
                if self.inside
                    && wanted.may_be_part_of(&folded.text)
                    && let Some(range) = wanted.inside(&folded.text)
                {
                    add(Kind::Inside, folded.original(range.start, range.end));
                }
            }
        }
    }
}

impl Wanted {
    fn new(word: &QueryWord, repairs: &[String]) -> Self {
        Self {
            forms: word.lexeme.forms.clone(),
            stems: word.stems.clone(),
            open: word.open,
            optional: word.optional,
            repairs: repairs.iter().map(|word| (word.clone(), stem(word))).collect(),
            pieces: word.pieces().concat(),
        }
    }

    fn terms(&self) -> impl Iterator<Item = &String> {
        let repairs = self.repairs.iter().flat_map(|(word, stem)| [word, stem]);
        self.forms.iter().chain(&self.stems).chain(&self.pieces).chain(repairs)
    }

    /// Whether a word is the one wanted, by its form or its stem; `twin` is its other spelling.
    fn is_whole(&self, folded: &str, twin: Option<&str>) -> bool {
        std::iter::once(folded).chain(twin).any(|word| {
            let known = self.forms.iter().any(|form| form == word);
            // Stemming every word of a page would be slow.
            let may_share_stem = self.stems.iter().any(|stem| word.starts_with(head(stem)));
            known || may_share_stem && self.stems.contains(&stem(word))
        })
    }

    /// Bytes of the folded word that were typed.
    fn beginning_of(&self, folded: &str) -> Option<usize> {
        let typed = self.forms.iter().filter(|form| self.open && folded.starts_with(*form));
        typed.map(String::len).max()
    }

    fn is_repaired(&self, folded: &str) -> bool {
        self.repairs.iter().any(|(word, repaired_stem)| {
            word == folded
                || folded.starts_with(head(repaired_stem)) && *repaired_stem == stem(folded)
        })
    }

    fn may_be_part_of(&self, folded: &str) -> bool {
        self.terms().any(|term| folded.contains(head(term)))
    }

    /// Whether a part of a compound matches, how, and how many of its bytes.
    fn part(&self, part: &str) -> Option<(Kind, usize)> {
        let stem = stem(part);
        let known = |term: &str| self.forms.iter().any(|form| form == term);
        if known(part) || self.stems.contains(&stem) || self.stems.iter().any(|s| s == part) {
            Some((Kind::Part, part.len()))
        } else if let Some(length) = self.beginning_of(part) {
            Some((Kind::Part, length))
        } else if self.is_repaired(part) {
            Some((Kind::Repaired, part.len()))
        } else if self.pieces.iter().any(|piece| piece == part || *piece == stem) {
            Some((Kind::Part, part.len()))
        } else {
            None
        }
    }

    fn inside(&self, folded: &str) -> Option<Range<usize>> {
        self.forms.iter().filter(|form| form.chars().count() >= SHORTEST_INSIDE).find_map(|form| {
            let start = folded.find(form.as_str())?;
            Some(start..start + form.len())
        })
    }
}

/// Letters every word with this stem begins with, gender changes included (Kauffrau, Kaufmann).
fn head(term: &str) -> &str {
    let term = term.strip_suffix("mann").filter(|base| base.len() > 2).unwrap_or(term);
    let end = term.char_indices().nth(5).map_or(term.len(), |(end, _)| end);
    term.get(..end).unwrap_or(term)
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test may stop at a wrong place")]
mod tests {
    use super::*;

    /// The text with what is marked in brackets.
    fn mark(highlighter: &Highlighter, text: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        for range in highlighter.matches_in(text) {
            out.push_str(&text[at..range.start]);
            out.push('[');
            out.push_str(&text[range.clone()]);
            out.push(']');
            at = range.end;
        }
        out + &text[at..]
    }

    #[test]
    fn every_kind_of_match_is_marked() {
        for (query, text, expected) in [
            ("bäcker ", "Der Bäcker backt.", "Der [Bäcker] backt."),
            ("baecker ", "Der Bäcker backt.", "Der [Bäcker] backt."),
            ("backer ", "Der Ba\u{308}cker", "Der [Ba\u{308}cker]"),
            ("köchin ", "Koch und Köche", "[Koch] und [Köche]"),
            ("kauffrau ", "Kaufleute im Handel", "[Kaufleute] im Handel"),
            ("softw", "Softwareentwicklerin", "[Softw]areentwicklerin"),
            ("entwickler ", "Softwareentwicklerinnen", "Software[entwicklerinnen]"),
            ("entwickler ", "Entwickler:in", "[Entwickler]:in"),
            ("pflege ", "Pflegefachmann", "[Pflege]fachmann"),
            ("tieren ", "Tierpfleger füttern Tiere", "[Tier]pfleger füttern [Tiere]"),
            ("c++ ", "C, C# und C++", "C, C# und [C++]"),
            ("backendentwickler ", "Backend-Entwickler", "[Backend-Entwickler]"),
            ("grö", "Die größte Stadt", "Die [grö]ßte Stadt"),
            ("was mit tieren ", "Mit Tieren", "Mit [Tieren]"),
        ] {
            let hits = Highlighter::for_hits(&Query::parse(query), &[]);
            assert_eq!(mark(&hits, text), expected, "{query}");
        }
    }

    #[test]
    fn repaired_words_are_marked() {
        let hits = Highlighter::for_hits(&Query::parse("bäker "), &[vec!["backer".into()]]);
        assert_eq!(mark(&hits, "Ein Bäcker"), "Ein [Bäcker]");
        let hits = Highlighter::for_hits(&Query::parse("entwikler "), &[vec!["entwickler".into()]]);
        assert_eq!(mark(&hits, "Softwareentwickler"), "Software[entwickler]");
    }

    #[test]
    fn looking_through_a_page_also_marks_inside_words() {
        assert_eq!(mark(&Highlighter::for_text("fach"), "Einfache Sache"), "Ein[fach]e Sache");
        assert_eq!(mark(&Highlighter::for_text(""), "Sache"), "Sache");
    }
}
