//! The search box and the list of professions under it.

use crate::app::cursor::Cursor;
use crate::app::effect::Effect;
use crate::app::model::{Drawn, Shared};
use crate::app::msg::{Found, Why};
use crate::app::text_field::TextField;
use crate::keymap::{Command, Key};
use crate::search::{Engine, Place};

/// How many lines one hit takes in the list.
pub const LINES_PER_HIT: usize = 2;

#[derive(Debug, Clone, Default)]
pub struct State {
    pub input: TextField,
    pub hits: Vec<Found>,
    pub cursor: Cursor,
    /// How many professions match, listed or not.
    pub total: usize,
    /// The answer came from names alone, because the index was not there yet.
    pub names_only: bool,
    /// Number of the last question asked; older answers are dropped.
    ticket: u64,
}

impl State {
    /// All professions in the order of the corpus.
    pub fn all(shared: &Shared) -> Self {
        let mut state = Self::default();
        state.list_all(shared);
        state
    }

    /// The query as typed, without surrounding space.
    pub fn query(&self) -> &str {
        self.input.text().trim()
    }

    /// Which of some tips to show: another one each time the box is empty again.
    pub fn tip<'t>(&self, tips: &[&'t str]) -> Option<&'t str> {
        let turn = usize::try_from(self.ticket).unwrap_or_default();
        if self.query().is_empty() {
            tips.get(turn.checked_rem(tips.len())?).copied()
        } else {
            None
        }
    }

    /// The query as typed, a trailing space included: it says that the last word is complete.
    pub fn typed(&self) -> &str {
        self.input.text().trim_start()
    }

    /// The conditions in force, as they were typed.
    pub fn conditions(&self) -> Vec<String> {
        let typed = self.typed();
        let texts = Engine::filters(typed).into_iter();
        texts.filter_map(|filter| typed.get(filter.range).map(str::to_owned)).collect()
    }

    /// Narrows the query. The condition goes to the front, so that typing can go on at the end.
    pub fn add_condition(&mut self, text: &str, shared: &Shared, drawn: &Drawn) -> Vec<Effect> {
        let query = format!("{text} {}", self.typed());
        self.set_query(&query, shared, drawn)
    }

    /// Takes a condition out of the query; nothing happens if there is none with this number.
    pub fn remove_condition(
        &mut self,
        number: usize,
        shared: &Shared,
        drawn: &Drawn,
    ) -> Vec<Effect> {
        let typed = self.typed();
        let Some(filter) = Engine::filters(typed).into_iter().nth(number) else {
            return Vec::new();
        };
        let before = typed.get(..filter.range.start).unwrap_or_default();
        let after = typed.get(filter.range.end..).unwrap_or_default().trim_start();
        let query = format!("{before}{after}");
        self.set_query(&query, shared, drawn)
    }

    pub fn selected(&self) -> Option<usize> {
        self.hits.get(self.cursor.selected()).map(|hit| hit.profile)
    }

    /// Edits the query; asks again when it changed. `None` if the key is not for typing.
    pub fn key(&mut self, key: Key, shared: &Shared, drawn: &Drawn) -> Option<Vec<Effect>> {
        self.input.key(key).map(|changed| self.asked(changed, shared, drawn))
    }

    pub fn paste(&mut self, text: &str, shared: &Shared, drawn: &Drawn) -> Vec<Effect> {
        self.input.insert(text);
        self.asked(true, shared, drawn)
    }

    pub fn clear(&mut self, shared: &Shared) {
        self.input.clear();
        self.list_all(shared);
    }

    pub fn set_query(&mut self, text: &str, shared: &Shared, drawn: &Drawn) -> Vec<Effect> {
        self.input = TextField::with(text);
        self.asked(true, shared, drawn)
    }

    /// Asks the same question again, for example when the index has arrived.
    pub fn ask_again(&mut self, shared: &Shared, drawn: &Drawn) -> Vec<Effect> {
        self.asked(true, shared, drawn)
    }

    fn asked(&mut self, changed: bool, shared: &Shared, drawn: &Drawn) -> Vec<Effect> {
        if !changed {
            return Vec::new();
        }
        if self.query().is_empty() {
            self.list_all(shared);
            return Vec::new();
        }
        self.ticket += 1;
        let query = self.typed().to_owned();
        vec![Effect::Search { ticket: self.ticket, query, explain: drawn.list_rows.max(1) }]
    }

    fn list_all(&mut self, shared: &Shared) {
        self.ticket += 1;
        self.hits = (0..shared.corpus.own())
            .map(|profile| Found { profile, place: Place::Title, repaired: None, why: None })
            .collect();
        self.total = self.hits.len();
        self.cursor = Cursor::default();
        self.names_only = false;
    }

    /// Takes an answer. Returns whether it was the one waited for.
    pub fn found(
        &mut self,
        ticket: u64,
        found: Vec<Found>,
        total: usize,
        names_only: bool,
    ) -> bool {
        let current = ticket == self.ticket;
        if current {
            self.hits = found;
            self.total = total;
            self.cursor = Cursor::default();
            self.names_only = names_only;
        }
        current
    }

    pub fn explained(&mut self, ticket: u64, from: usize, whys: Vec<Why>) {
        if ticket == self.ticket {
            for (hit, why) in self.hits.iter_mut().skip(from).zip(whys) {
                hit.why = Some(why);
            }
        }
    }

    /// Moves the selection. Rows that come into view without an explanation get one.
    pub fn command(&mut self, command: Command, drawn: &Drawn) -> Vec<Effect> {
        let page = isize::try_from(drawn.list_rows.max(1)).unwrap_or(1);
        match command {
            Command::ListDown => self.step(1, drawn),
            Command::ListUp => self.step(-1, drawn),
            Command::ListPageDown => self.step(page, drawn),
            Command::ListPageUp => self.step(-page, drawn),
            _ => Vec::new(),
        }
    }

    pub fn step(&mut self, by: isize, drawn: &Drawn) -> Vec<Effect> {
        self.cursor.step(by, self.hits.len());
        self.explain_visible(drawn)
    }

    /// Selects the hit drawn on a line of the list.
    pub fn click(&mut self, line: usize, drawn: &Drawn) -> bool {
        let index = drawn.list_top + line / LINES_PER_HIT;
        let inside = index < self.hits.len();
        if inside {
            self.cursor.select(index, self.hits.len());
        }
        inside
    }

    fn explain_visible(&self, drawn: &Drawn) -> Vec<Effect> {
        if self.query().is_empty() || self.names_only {
            return Vec::new();
        }
        let top = self.cursor.window(drawn.list_rows, self.hits.len());
        let rows = Effect::rows(top, drawn.list_rows.max(1), self.hits.len());
        let Some(visible) = self.hits.get(rows.clone()) else { return Vec::new() };
        if visible.iter().all(|hit| hit.why.is_some()) {
            return Vec::new();
        }
        vec![Effect::Explain {
            ticket: self.ticket,
            query: self.typed().to_owned(),
            hits: visible.iter().map(|hit| (hit.profile, hit.place)).collect(),
            from: rows.start,
        }]
    }
}
