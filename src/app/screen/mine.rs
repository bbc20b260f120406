//! "Meine Daten": the fields of the person's own file, one below the other.

use crate::app::cursor::Cursor;
use crate::app::model::Shared;
use crate::app::text_field::TextField;
use crate::keymap::{Command, Key};
use crate::tailoring::applicant::{Document, FIELDS, FieldKind, FileField};

#[derive(Debug, Clone)]
pub struct State {
    pub document: Document,
    pub cursor: Cursor,
    pub input: TextField,
}

impl State {
    /// `None` where there is no place for a file.
    pub fn open(shared: &Shared) -> Option<Self> {
        let document = shared.document.clone()?;
        let mut state = Self { document, cursor: Cursor::default(), input: TextField::default() };
        state.load();
        Some(state)
    }

    pub fn field(&self) -> Option<&'static FileField> {
        FIELDS.get(self.cursor.selected())
    }

    /// The file was changed elsewhere.
    pub fn reload(&mut self, document: Document) {
        self.document = document;
        self.load();
    }

    pub fn key(&mut self, key: Key) {
        self.input.key(key);
    }

    pub fn paste(&mut self, text: &str) {
        self.input.insert(text);
    }

    /// Moves or chooses. Returns the file's new text if a field has changed.
    pub fn command(&mut self, command: Command) -> Option<String> {
        match command {
            Command::FieldDown | Command::FieldUp => {
                let text = self.commit();
                let by = if command == Command::FieldDown { 1 } else { -1 };
                self.cursor.step(by, FIELDS.len());
                self.load();
                text
            }
            Command::FieldChoice => {
                if let Some(FieldKind::Choice(choices)) = self.field().map(|field| field.kind) {
                    let now = choices.iter().position(|choice| *choice == self.input.text());
                    let next = now.map_or(0, |now| (now + 1) % choices.len());
                    self.input = TextField::with(choices.get(next).copied().unwrap_or_default());
                }
                self.commit()
            }
            _ => self.commit(),
        }
    }

    /// Takes what was typed into the file. Returns its text if that changed something.
    pub fn commit(&mut self) -> Option<String> {
        let field = self.field()?;
        if self.document.get(field) == self.input.text().trim() {
            return None;
        }
        self.document.set(field, self.input.text());
        Some(self.document.text())
    }

    fn load(&mut self) {
        let text = self.field().map(|field| self.document.get(field)).unwrap_or_default();
        self.input = TextField::with(&text);
    }
}
