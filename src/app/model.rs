//! Everything the program knows while it runs.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;

use crate::corpus::Corpus;
use crate::corpus::profile::Snippet;
use crate::i18n::{Language, Text};
use crate::keymap::Keymap;
use crate::store::applications::Application;
use crate::store::copies::Copied;
use crate::tailoring::applicant::Document;
use crate::tailoring::{Answers, Applicant};

use super::screen::{
    applications, confirm, desk, find, form, help, job, mine, paper, pay, picker, reader,
};

/// Narrower than this, list and profile are shown one at a time.
pub const SIDE_BY_SIDE: u16 = 100;

pub struct Model {
    pub shared: Shared,
    pub find: find::State,
    /// The profile that is open or previewed.
    pub reader: Option<reader::State>,
    /// Profiles left by following links, to come back to.
    pub trail: Vec<reader::State>,
    /// Screens over search and profile, the last one in front.
    pub pages: Vec<Page>,
    pub overlay: Option<Overlay>,
    pub focus: Focus,
    pub status: Option<Status>,
    /// Copies that are on their way, to be remembered when they have arrived.
    pub copies: VecDeque<Copied>,
    /// An application whose letter was asked for while the letters are being read.
    pub wanted_letter: Option<Application>,
    /// What the last picture told about itself.
    pub drawn: Drawn,
}

/// What every screen may look at.
pub struct Shared {
    pub corpus: Arc<Corpus>,
    /// Blocks for every profession: shipped ones, then the user's.
    pub snippets: Vec<Snippet>,
    pub applicant: Applicant,
    /// The person's file for editing; `None` where there is no place for one.
    pub document: Option<Document>,
    /// Earlier answers by field, offered again.
    pub suggestions: BTreeMap<String, Vec<String>>,
    /// The last key given to a record without a number.
    pub last_key: u64,
    /// Fields that were asked in this session, and whether they are secret.
    pub asked: BTreeMap<String, bool>,
    /// What was answered in this session, by field name: one value everywhere.
    pub answers: Answers,
    pub keymap: Keymap,
    pub language: Language,
    pub mouse: bool,
    /// The day the program was started, `2026-11-24`.
    pub today: String,
    /// The person's file; their pictures are named from its folder.
    pub applicant_file: Option<PathBuf>,
    /// Where each profile was left: row of the marker and scroll position.
    pub places: HashMap<usize, (usize, usize)>,
}

impl Shared {
    /// A key for a new record: saves of it find each other before it has a number.
    pub fn new_key(&mut self) -> u64 {
        self.last_key += 1;
        self.last_key
    }

    /// The sentences of the interface in the language in force.
    pub fn text(&self) -> &'static dyn Text {
        self.language.text()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    Find,
    Reader,
}

/// A whole screen of its own.
pub enum Page {
    Form(form::State),
    Pay(pay::State),
    Desk(Box<desk::State>),
    Job(Box<job::State>),
    Applications(applications::State),
    Mine(mine::State),
    Paper(Box<paper::State>),
}

/// What lies over the screen; at most one.
pub enum Overlay {
    Picker(picker::State),
    Help(help::State),
    Confirm(confirm::State),
}

/// A sentence at the bottom, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    pub text: String,
    pub tone: Tone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Note,
    Warning,
}

impl Status {
    pub fn note(text: impl Into<String>) -> Option<Self> {
        Some(Self { text: text.into(), tone: Tone::Note })
    }

    pub fn warning(text: impl Into<String>) -> Option<Self> {
        Some(Self { text: text.into(), tone: Tone::Warning })
    }
}

/// What only the picture knows and the next message needs: the one thing that flows upward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Drawn {
    pub width: u16,
    pub height: u16,
    /// First hit shown, and how many fit.
    pub list_top: usize,
    pub list_rows: usize,
    pub list_area: Area,
    /// First line of the document shown, how many fit, and how many there are.
    pub reader_top: usize,
    pub reader_rows: usize,
    pub reader_lines: usize,
    /// Lines of the document that the marked row covers.
    pub marker_start: usize,
    pub marker_end: usize,
    pub reader_area: Area,
    /// First entry of a picker or line of the help shown, and how many fit.
    pub overlay_top: usize,
    pub overlay_rows: usize,
    pub overlay_lines: usize,
}

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    pub x: u16,
    pub y: u16,
    pub width: u16,
    pub height: u16,
}

impl Area {
    pub fn contains(self, column: u16, row: u16) -> bool {
        (self.x..self.x.saturating_add(self.width)).contains(&column)
            && (self.y..self.y.saturating_add(self.height)).contains(&row)
    }
}

impl Model {
    /// The keys' context: the topmost layer.
    pub fn context(&self) -> crate::keymap::Context {
        use crate::keymap::Context;
        match (&self.overlay, self.pages.last(), self.focus) {
            (Some(Overlay::Picker(_)), ..) => Context::Picker,
            (Some(Overlay::Help(_)), ..) => Context::Help,
            (Some(Overlay::Confirm(_)), ..) => Context::Confirm,
            (None, Some(Page::Form(_)), _) => Context::Form,
            (None, Some(Page::Pay(_)), _) => Context::Pay,
            (None, Some(Page::Desk(desk)), _) if desk.writing.is_some() => Context::Writing,
            (None, Some(Page::Desk(desk)), _) if desk.proof.list.is_some() => Context::Proof,
            (None, Some(Page::Desk(_)), _) => Context::Desk,
            (None, Some(Page::Job(job)), _) => match job.tab {
                job::Tab::Text => Context::Writing,
                job::Tab::Fields => Context::Fields,
                job::Tab::Match => Context::Match,
            },
            (None, Some(Page::Applications(page)), _) if page.detail.is_some() => Context::Fields,
            (None, Some(Page::Applications(_)), _) => Context::Applications,
            (None, Some(Page::Mine(_)), _) => Context::Fields,
            (None, Some(Page::Paper(_)), _) => Context::Paper,
            (None, None, Focus::Reader)
                if self.reader.as_ref().is_some_and(reader::State::is_finding) =>
            {
                Context::FindInPage
            }
            (None, None, Focus::Reader) => Context::Reader,
            (None, None, Focus::Find) => Context::Find,
        }
    }

    /// The form in front, if there is one.
    pub fn form(&self) -> Option<&form::State> {
        match self.pages.last()? {
            Page::Form(form) => Some(form),
            _ => None,
        }
    }

    /// Whether list and profile stand beside each other.
    pub fn side_by_side(&self) -> bool {
        self.drawn.width >= SIDE_BY_SIDE
    }
}
