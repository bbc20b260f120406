//! Spelling, and the mistakes of letters that no dictionary can know.
//!
//! `dictionary` says which words are unknown, `rules` look at the text as a letter. Both give
//! findings with a place, a reason and, where it is certain, the repair.

mod dictionary;
mod reason;
mod rules;
mod tokens;

use std::ops::Range;

pub use dictionary::{Files, Speller, find};
pub use reason::Reason;
pub use rules::{Letterhead, rules};

/// Something to look at again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Bytes of the text.
    pub range: Range<usize>,
    pub reason: Reason,
    /// What could stand there instead; one entry is certain, several are suggestions.
    pub repairs: Vec<String>,
}

/// Line and column of a place, from 1, columns in characters.
pub fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
