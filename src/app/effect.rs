//! What we ask of the world. `runtime` carries it out.

use std::ops::Range;

use crate::document::order::{Format, Order};
use crate::search::Place;
use crate::spelling::Letterhead;
use crate::store::applications::Application;
use crate::store::copies::Copied;
use crate::store::letters::LetterRecord;

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
    /// Save something of the person's; failures come back as `Msg::Warning`.
    Keep(Keep),
    /// Read something of the person's; it comes back as a message of its own.
    Load(Load),
    /// Open the person's file in their editor, then read it again.
    EditApplicant,
    /// Open a text block in their editor, then read all blocks again.
    EditBlock {
        name: String,
    },
    /// Write a file the person can use elsewhere; never over another one.
    Export {
        name: String,
        text: String,
    },
    /// Read a letter for mistakes; the answer is `Msg::Proofread` with the same ticket.
    Proofread {
        ticket: u64,
        text: String,
        head: Letterhead,
    },
    /// What an unknown word could mean; the answer is `Msg::Suggestions`.
    Suggest {
        word: String,
    },
    /// Add a word to the person's list; the answer is `Msg::Learned`.
    Learn {
        word: String,
    },
    /// Show the first page of a document; the answer is `Msg::Preview` with the same ticket.
    Preview {
        ticket: u64,
        order: Box<Order>,
        /// Of the picture, in pixels.
        height: u32,
    },
    /// Write a document the person can use elsewhere; never over another file.
    WriteDocument {
        order: Box<Order>,
        format: Format,
    },
    SetMouse(bool),
    /// Draw everything again, also what did not change.
    Redraw,
    Suspend,
    Quit,
}

/// What is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keep {
    /// Comes back as `Msg::KeptApplication` with its number and revision.
    Application(Application),
    /// Comes back as `Msg::KeptLetter`.
    Letter(LetterRecord),
    Version {
        letter: i64,
        text: String,
        reason: &'static str,
    },
    Copy(Copied),
    Answer {
        field: String,
        value: String,
    },
    Verdict {
        advert: String,
        requirement: String,
        verdict: Option<&'static str>,
    },
    /// The text of the person's file.
    Applicant(String),
}

/// What is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Load {
    Applications,
    Letters,
    /// Copies of the last days.
    Copies,
    /// What was copied for an application.
    CopiesOf {
        application: i64,
    },
    /// Decisions about an advertisement.
    Verdicts {
        advert: String,
    },
    /// An advertisement from a file the person names.
    AdvertFile {
        path: String,
    },
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
