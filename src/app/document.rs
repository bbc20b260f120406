//! A profile as a sequence of rows that a marker can stand on.

use std::ops::Range;

use crate::corpus::{Block, Corpus, Profile, Section, SectionKind, outline};

/// One row of the document: a section's heading or one block of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    Section { number: usize, kind: SectionKind },
    Block(Block),
}

impl Row {
    /// What copying this row copies, and what searching in the profile searches.
    pub fn text(&self) -> String {
        match self {
            Self::Section { kind, .. } => kind.heading().to_owned(),
            Self::Block(block) => block.text(),
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    pub rows: Vec<Row>,
    sections: Vec<Section>,
    /// Row of each section's heading, in order.
    starts: Vec<usize>,
}

impl Document {
    pub fn new(profile: &Profile, corpus: &Corpus) -> Self {
        let sections = outline::sections(profile, corpus);
        let (mut rows, mut starts) = (Vec::new(), Vec::new());
        for (at, section) in sections.iter().enumerate() {
            starts.push(rows.len());
            rows.push(Row::Section { number: at + 1, kind: section.kind });
            rows.extend(section.blocks.iter().cloned().map(Row::Block));
        }
        Self { rows, sections, starts }
    }

    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Position of the section a row belongs to.
    pub fn section_of(&self, row: usize) -> usize {
        self.starts.partition_point(|start| *start <= row).saturating_sub(1)
    }

    /// The heading row of a section, by position.
    pub fn start_of(&self, section: usize) -> Option<usize> {
        self.starts.get(section).copied()
    }

    /// The heading row of a section, by kind.
    pub fn find(&self, kind: SectionKind) -> Option<usize> {
        let section = self.sections.iter().position(|section| section.kind == kind)?;
        self.start_of(section)
    }

    /// The text of the section a row belongs to, with its heading.
    pub fn section_text(&self, row: usize) -> String {
        self.sections.get(self.section_of(row)).map(Section::text).unwrap_or_default()
    }

    /// The next row in a direction that a marker can stand on; subheadings are passed over.
    pub fn next_stop(&self, from: usize, forward: bool) -> Option<usize> {
        let stop = |row: &usize| {
            !matches!(self.rows.get(*row), None | Some(Row::Block(Block::Heading(_))))
        };
        if forward { (from + 1..self.rows.len()).find(stop) } else { (0..from).rev().find(stop) }
    }
}

/// Where a needle stands in a text: regardless of case, umlauts in either spelling.
pub fn occurrences(text: &str, needle: &str) -> Vec<Range<usize>> {
    let needle: Vec<char> = folded(needle.trim()).map(|(_, _, c)| c).collect();
    if needle.is_empty() {
        return Vec::new();
    }
    let hay: Vec<(usize, usize, char)> = folded(text).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(window) = hay.get(at..at + needle.len()) {
        if window.iter().map(|(_, _, c)| c).eq(needle.iter()) {
            let start = window.first().map_or(0, |(start, ..)| *start);
            let end = window.last().map_or(start, |(_, end, _)| *end);
            found.push(start..end);
            at += needle.len();
        } else {
            at += 1;
        }
    }
    found
}

/// Lower-case characters with the byte range they came from; ä becomes a and e, as in "ae".
fn folded(text: &str) -> impl Iterator<Item = (usize, usize, char)> + '_ {
    text.char_indices().flat_map(|(start, c)| {
        let end = start + c.len_utf8();
        let pair = match c {
            'ä' | 'Ä' => ['a', 'e'],
            'ö' | 'Ö' => ['o', 'e'],
            'ü' | 'Ü' => ['u', 'e'],
            'ß' | 'ẞ' => ['s', 's'],
            _ => [c.to_lowercase().next().unwrap_or(c), '\0'],
        };
        pair.into_iter().filter(|c| *c != '\0').map(move |c| (start, end, c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_in_both_spellings() {
        for (text, needle, expected) in [
            ("Köchinnen kochen", "KOCH", vec!["koch"]),
            ("Köchinnen kochen", "koech", vec!["Köch"]),
            ("Köchinnen kochen", "köch", vec!["Köch"]),
            ("Straße, Strasse", "straße", vec!["Straße", "Strasse"]),
            ("aaa", "aa", vec!["aa"]),
            ("kurz", "länger", vec![]),
            ("leer", " ", vec![]),
        ] {
            let found: Vec<&str> =
                occurrences(text, needle).into_iter().map(|r| text.get(r).unwrap()).collect();
            assert_eq!(found, expected, "{needle} in {text}");
        }
    }
}
