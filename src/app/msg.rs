//! What an event means to us.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::corpus::SectionKind;
use crate::corpus::profile::Snippet;
use crate::document::{Obstacle, Picture};
use crate::keymap::Key;
use crate::matching::Verdict;
use crate::search::{Facet, Place};
use crate::spelling::Finding;
use crate::store::applications::Application;
use crate::store::copies::Copied;
use crate::store::letters::LetterRecord;
use crate::tailoring::Applicant;
use crate::tailoring::applicant::Document;

/// Everything that can change the model.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    Key(Key),
    Paste(String),
    /// The wheel over a cell, in lines; down is positive.
    Scroll {
        column: u16,
        row: u16,
        lines: i16,
    },
    Click {
        column: u16,
        row: u16,
    },
    /// The terminal's new size; what was drawn is gone.
    Resized,
    /// The answer to a search. Late ones, with an older ticket, are dropped.
    Found {
        ticket: u64,
        found: Vec<Found>,
        /// How many there are, listed or not.
        total: usize,
        names_only: bool,
    },
    /// Why hits from `from` on were found, for rows that came into view.
    Explained {
        ticket: u64,
        from: usize,
        whys: Vec<Why>,
    },
    /// Conditions that would narrow a query.
    Facets {
        query: String,
        facets: Vec<Facet>,
    },
    /// The search index can be asked from now on; a sentence if it had to be rebuilt.
    IndexReady {
        notice: Option<String>,
    },
    /// A copy has arrived; a personal one is remembered.
    Copied {
        sentence: String,
        route: String,
        personal: bool,
    },
    Applications(Vec<Application>),
    Letters(Vec<LetterRecord>),
    Copies(Vec<Copied>),
    KeptApplication(Application),
    KeptLetter(LetterRecord),
    Verdicts {
        advert: String,
        verdicts: BTreeMap<String, Verdict>,
    },
    /// The text of an advertisement that was opened.
    AdvertText(String),
    /// The person's file as it is now.
    Applicant(Box<(Document, Applicant)>),
    /// All general blocks, after one was edited; a sentence if one cannot be read.
    Blocks {
        snippets: Vec<Snippet>,
        problem: Option<String>,
    },
    /// What to look at again in a letter. Late answers, with an older ticket, are dropped.
    Proofread {
        ticket: u64,
        findings: Vec<Finding>,
        /// Whether there is a dictionary; without one only the rules were used.
        dictionary: bool,
    },
    /// What an unknown word could mean.
    Suggestions {
        word: String,
        repairs: Vec<String>,
    },
    /// A word was added to the person's list.
    Learned(String),
    /// The first page of a document, or what is in its way. Late answers are dropped.
    Preview {
        ticket: u64,
        picture: Result<Arc<Picture>, Vec<Obstacle>>,
    },
    /// Nothing was typed for a second, or the program is about to end: save what is open.
    SaveDue,
    /// A sentence about something that went well.
    Note(String),
    /// A sentence about something that did not.
    Warning(String),
    /// Copying a personal text by this route needs a yes.
    CopyNeedsConsent {
        text: String,
        question: String,
    },
}

/// One hit.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Position in the corpus.
    pub profile: usize,
    /// Where the query was found.
    pub place: Place,
    /// The word that was matched instead of the one typed.
    pub repaired: Option<String>,
    /// Present for the hits that were in view when the question was asked.
    pub why: Option<Why>,
}

/// Why a hit was found: the matching name and a line of text, with what to highlight.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Why {
    /// Byte ranges in the profile's title pair.
    pub title: Vec<Range<usize>>,
    /// Section of the line; `None` for another name of the profession.
    pub section: Option<SectionKind>,
    pub line: String,
    /// Byte ranges in `line`.
    pub ranges: Vec<Range<usize>>,
}
