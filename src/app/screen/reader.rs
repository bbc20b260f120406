//! Reading a profile: the marker, the sections, finding words, copying.

use crate::app::document::{Document, Row, occurrences};
use crate::app::model::{Drawn, Shared};
use crate::app::text_field::TextField;
use crate::corpus::SectionKind;
use crate::keymap::{Command, Key, KeyCode};

#[derive(Debug, Clone)]
pub struct State {
    /// Position in the corpus.
    pub profile: usize,
    pub document: Document,
    /// The marked row: what "copy paragraph" copies and Enter opens.
    pub marker: usize,
    /// First line shown; the picture moves it so that the marker stays in view.
    pub scroll: usize,
    /// The word looked for in this profile, while it is typed and after.
    pub needle: TextField,
    finding: bool,
    /// Row to return to when finding is given up.
    before_finding: usize,
}

impl State {
    /// Opens a profile where it was left.
    pub fn open(profile: usize, shared: &Shared) -> Option<Self> {
        let document = Document::new(shared.corpus.profile(profile)?, &shared.corpus);
        let (marker, scroll) = shared.places.get(&profile).copied().unwrap_or_default();
        Some(Self {
            profile,
            marker: marker.min(document.rows.len().saturating_sub(1)),
            document,
            scroll,
            needle: TextField::default(),
            finding: false,
            before_finding: 0,
        })
    }

    pub fn is_finding(&self) -> bool {
        self.finding
    }

    /// Position of the section at the marker.
    pub fn section(&self) -> usize {
        self.document.section_of(self.marker)
    }

    pub fn row(&self) -> Option<&Row> {
        self.document.rows.get(self.marker)
    }

    /// Rows in which the needle stands.
    pub fn matches(&self) -> impl Iterator<Item = usize> + '_ {
        let needle = self.needle.text();
        self.document
            .rows
            .iter()
            .enumerate()
            .filter(move |(_, row)| !occurrences(&row.text(), needle).is_empty())
            .map(|(at, _)| at)
    }

    /// Moves the marker. Commands that need more than this screen are handled above.
    pub fn command(&mut self, command: Command, key: Key, drawn: &Drawn) {
        match command {
            Command::Down => self.down(drawn),
            Command::Up => self.up(drawn),
            Command::PageDown => self.page(drawn, true),
            Command::PageUp => self.page(drawn, false),
            Command::Top => self.jump(0),
            Command::Bottom => {
                self.marker = self.document.rows.len().saturating_sub(1);
                self.scroll = usize::MAX;
            }
            Command::NextSection => self.go_to_section(self.section() + 1),
            Command::PreviousSection => {
                let start = self.document.start_of(self.section()).unwrap_or(0);
                // In the middle of a section, its own beginning comes first.
                let section = self.section();
                self.go_to_section(if self.marker > start {
                    section
                } else {
                    section.saturating_sub(1)
                });
            }
            Command::GoToSection => {
                if let KeyCode::Char(digit) = key.code
                    && let Some(number) = digit.to_digit(10)
                {
                    self.go_to_section(if number == 0 { 9 } else { number as usize - 1 });
                }
            }
            Command::RelatedSection => self.go_to(SectionKind::Related),
            Command::FindInPage => {
                self.finding = true;
                self.before_finding = self.marker;
                self.needle.clear();
            }
            Command::FindNext => self.find(true),
            Command::FindPrevious => self.find(false),
            _ => {}
        }
    }

    /// Puts the heading of a section at the top of the page.
    pub fn go_to(&mut self, kind: SectionKind) {
        if let Some(row) = self.document.find(kind) {
            self.jump(row);
        }
    }

    fn go_to_section(&mut self, section: usize) {
        if let Some(row) = self.document.start_of(section) {
            self.jump(row);
        }
    }

    /// Moves the marker and shows it at the top.
    fn jump(&mut self, row: usize) {
        self.marker = row;
        self.scroll = if row == 0 { 0 } else { SCROLL_TO_MARKER };
    }

    fn down(&mut self, drawn: &Drawn) {
        let bottom = drawn.reader_top + drawn.reader_rows;
        if drawn.marker_end > bottom {
            // A paragraph taller than the page scrolls before the marker leaves it.
            self.scroll = drawn.reader_top + 1;
        } else if let Some(row) = self.document.next_stop(self.marker, true) {
            self.marker = row;
        }
    }

    fn up(&mut self, drawn: &Drawn) {
        if drawn.marker_start < drawn.reader_top {
            self.scroll = drawn.reader_top - 1;
        } else if let Some(row) = self.document.next_stop(self.marker, false) {
            self.marker = row;
        } else {
            self.scroll = 0;
        }
    }

    fn page(&mut self, drawn: &Drawn, forward: bool) {
        // The picture reports how many document rows fit a page only in lines, so the marker
        // walks until about a page of text lies behind it.
        let page = drawn.reader_rows.saturating_sub(2).max(1);
        let width = usize::from(drawn.reader_area.width.max(20)) - 4;
        let mut lines = 0;
        while lines < page {
            let Some(row) = self.document.next_stop(self.marker, forward) else { break };
            let text = self.document.rows.get(row).map(Row::text).unwrap_or_default();
            lines += text.chars().count() / width + 2;
            self.marker = row;
        }
        self.scroll =
            if forward { drawn.reader_top + page } else { drawn.reader_top.saturating_sub(page) };
    }

    /// Scrolls by lines, as a wheel does, and lets the marker follow.
    pub fn wheel(&mut self, lines: isize) {
        for _ in 0..lines.unsigned_abs().div_ceil(3) {
            if let Some(row) = self.document.next_stop(self.marker, lines > 0) {
                self.marker = row;
            }
        }
    }

    fn find(&mut self, forward: bool) {
        let rows: Vec<usize> = self.matches().collect();
        let next = if forward {
            rows.iter().find(|row| **row > self.marker).or(rows.first())
        } else {
            rows.iter().rev().find(|row| **row < self.marker).or(rows.last())
        };
        if let Some(row) = next {
            self.marker = *row;
        }
    }

    /// Types in the search line; the marker follows the first match from where it was.
    pub fn find_key(&mut self, key: Key) -> bool {
        match self.needle.key(key) {
            Some(true) => self.find_from_start(),
            Some(false) => {}
            None => return false,
        }
        true
    }

    pub fn find_paste(&mut self, text: &str) {
        self.needle.insert(text);
        self.find_from_start();
    }

    fn find_from_start(&mut self) {
        let rows: Vec<usize> = self.matches().collect();
        let here = self.before_finding;
        self.marker =
            rows.iter().find(|row| **row >= here).or(rows.first()).copied().unwrap_or(here);
    }

    /// Ends typing: stays at the match, or goes back to where the search began.
    pub fn end_finding(&mut self, accept: bool) {
        self.finding = false;
        if !accept {
            self.needle.clear();
            self.marker = self.before_finding;
        }
    }

    /// Forgets the highlighted word. Returns whether there was one.
    pub fn clear_needle(&mut self) -> bool {
        let had = !self.needle.is_empty();
        self.needle.clear();
        had
    }
}

/// A scroll position that asks the picture to put the marker on the first line.
pub const SCROLL_TO_MARKER: usize = usize::MAX - 1;
