//! What we ask of the world. `runtime` carries it out.

use std::ops::Range;

use crate::search::Place;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Find professions; the answer is `Msg::Found` with the same ticket.
    Search {
        ticket: u64,
        query: String,
        explain: usize,
    },
    /// Say why some hits of the last search were found.
    Explain {
        ticket: u64,
        query: String,
        hits: Vec<(usize, Place)>,
        from: usize,
    },
    /// Count what could narrow a query; the answer is `Msg::Facets`.
    Facets {
        query: String,
    },
    Copy {
        text: String,
        subject: CopySubject,
        consent: bool,
    },
    SetMouse(bool),
    /// Draw everything again, also what did not change.
    Redraw,
    Suspend,
    Quit,
}

/// What is being copied. Text about a person is kept out of clipboard histories.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopySubject {
    Public,
    Personal,
}

impl Effect {
    /// Rows of a list that may need an explanation.
    pub(crate) fn rows(top: usize, count: usize, length: usize) -> Range<usize> {
        top.min(length)..(top + count).min(length)
    }
}
