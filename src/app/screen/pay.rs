//! What professions pay: a list to sort, to narrow by typing, and to open a profile from.

use crate::app::cursor::Cursor;
use crate::app::model::{Drawn, Shared};
use crate::app::text_field::TextField;
use crate::corpus::pay::{Order, overview};
use crate::corpus::profile::PayStatistic;
use crate::keymap::{Command, Key};

#[derive(Debug, Clone)]
pub struct State {
    pub input: TextField,
    pub cursor: Cursor,
    pub order: Order,
    rows: [Vec<Row>; 3],
    shown: Vec<usize>,
}

#[derive(Debug, Clone)]
pub struct Row {
    /// Position in the corpus.
    pub profile: usize,
    pub title: String,
    pub field: String,
    pub figures: PayStatistic,
    /// What typing is compared with.
    words: String,
}

impl State {
    pub fn open(shared: &Shared) -> Self {
        let rows = [Order::Median, Order::Title, Order::Field].map(|order| {
            overview(&shared.corpus, order)
                .into_iter()
                .map(|row| Row {
                    profile: row.at,
                    title: row.profile.title.pair(),
                    field: row.profile.field.clone(),
                    figures: row.newest.clone(),
                    words: format!("{} {}", row.profile.title.pair(), row.profile.field)
                        .to_lowercase(),
                })
                .collect()
        });
        let mut state = Self {
            input: TextField::default(),
            cursor: Cursor::default(),
            order: Order::default(),
            rows,
            shown: Vec::new(),
        };
        state.narrow();
        state
    }

    pub fn shown(&self) -> impl Iterator<Item = &Row> {
        self.shown.iter().filter_map(|at| self.sorted().get(*at))
    }

    pub fn len(&self) -> usize {
        self.shown.len()
    }

    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// Position of the chosen profession in the corpus.
    pub fn selected(&self) -> Option<usize> {
        self.shown().nth(self.cursor.selected()).map(|row| row.profile)
    }

    pub fn key(&mut self, key: Key) {
        if self.input.key(key) == Some(true) {
            self.narrow();
        }
    }

    pub fn paste(&mut self, text: &str) {
        self.input.insert(text);
        self.narrow();
    }

    pub fn command(&mut self, command: Command, drawn: &Drawn) {
        self.cursor.top = drawn.list_top;
        let page = isize::try_from(drawn.list_rows.saturating_sub(1).max(1)).unwrap_or(1);
        match command {
            Command::PayDown => self.cursor.step(1, self.len()),
            Command::PayUp => self.cursor.step(-1, self.len()),
            Command::PayPageDown => self.cursor.step(page, self.len()),
            Command::PayPageUp => self.cursor.step(-page, self.len()),
            Command::PaySort => {
                // The chosen profession stays chosen wherever it moves.
                let chosen = self.selected();
                self.order = match self.order {
                    Order::Median => Order::Title,
                    Order::Title => Order::Field,
                    Order::Field => Order::Median,
                };
                self.narrow();
                let at = self.shown().position(|row| Some(row.profile) == chosen);
                self.cursor.select(at.unwrap_or(0), self.len());
            }
            _ => {}
        }
    }

    fn sorted(&self) -> &[Row] {
        let [median, title, field] = &self.rows;
        match self.order {
            Order::Median => median,
            Order::Title => title,
            Order::Field => field,
        }
    }

    /// Rows that contain every typed word.
    fn narrow(&mut self) {
        let typed = self.input.text().to_lowercase();
        self.shown = self
            .sorted()
            .iter()
            .enumerate()
            .filter(|(_, row)| typed.split_whitespace().all(|word| row.words.contains(word)))
            .map(|(at, _)| at)
            .collect();
        self.cursor = Cursor::default();
    }
}
