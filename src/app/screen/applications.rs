//! All applications: narrowed by typing, opened to change their data.

use crate::app::cursor::Cursor;
use crate::app::model::Drawn;
use crate::app::text_field::TextField;
use crate::keymap::{Command, Key};
use crate::store::applications::{Application, Status};

#[derive(Debug, Clone, Default)]
pub struct State {
    pub input: TextField,
    pub cursor: Cursor,
    pub all: Vec<Application>,
    /// Archived ones are shown too.
    pub archived: bool,
    /// The application whose data are being changed.
    pub detail: Option<Detail>,
    /// Nothing has been read yet.
    pub loading: bool,
}

/// The fields of one application.
#[derive(Debug, Clone)]
pub struct Detail {
    pub application: Application,
    pub values: Vec<TextField>,
    pub field: Cursor,
}

/// Labels of the fields, German and English.
pub const FIELDS: &[(&str, &str)] = &[
    ("Firma", "Employer"),
    ("Stelle", "Position"),
    ("Stand", "Status"),
    ("Nächster Termin (JJJJ-MM-TT)", "Next date (YYYY-MM-DD)"),
    ("Notizen", "Notes"),
];
const STATUS: usize = 2;

impl Detail {
    pub fn of(application: Application) -> Self {
        let values = [
            &application.employer,
            &application.position,
            &application.status.label().to_owned(),
            &application.next_date,
            &application.notes,
        ]
        .map(|text| TextField::with(text))
        .to_vec();
        Self { application, values, field: Cursor::default() }
    }

    /// The application with what the fields say. A status nobody knows stays what it was.
    pub fn to_save(&self) -> Application {
        let text = |at: usize| self.values.get(at).map_or("", |v| v.text().trim()).to_owned();
        Application {
            employer: text(0),
            position: text(1),
            status: Status::parse(&text(STATUS)).unwrap_or(self.application.status),
            next_date: text(3),
            notes: text(4),
            ..self.application.clone()
        }
    }
}

impl State {
    pub fn set(&mut self, all: Vec<Application>) {
        self.all = all;
        self.loading = false;
        self.cursor.select(self.cursor.selected(), self.shown().len());
    }

    /// Those that contain every typed word.
    pub fn shown(&self) -> Vec<&Application> {
        let typed = self.input.text().to_lowercase();
        let fits = |a: &&Application| {
            let words = format!(
                "{} {} {} {} {}",
                a.employer,
                a.position,
                a.status.label(),
                a.profile,
                a.notes
            )
            .to_lowercase();
            (self.archived || !a.archived) && typed.split_whitespace().all(|w| words.contains(w))
        };
        self.all.iter().filter(fits).collect()
    }

    pub fn selected(&self) -> Option<&Application> {
        self.shown().get(self.cursor.selected()).copied()
    }

    pub fn key(&mut self, key: Key) {
        if let Some(detail) = &mut self.detail {
            if let Some(value) = detail.values.get_mut(detail.field.selected()) {
                value.key(key);
            }
        } else if self.input.key(key) == Some(true) {
            self.cursor = Cursor::default();
        }
    }

    pub fn paste(&mut self, text: &str) {
        if let Some(detail) = &mut self.detail {
            if let Some(value) = detail.values.get_mut(detail.field.selected()) {
                value.insert(text);
            }
        } else {
            self.input.insert(text);
            self.cursor = Cursor::default();
        }
    }

    pub fn command(&mut self, command: Command, drawn: &Drawn) {
        self.cursor.top = drawn.list_top;
        let count = self.shown().len();
        if let Some(detail) = &mut self.detail {
            match command {
                Command::FieldDown => detail.field.step(1, FIELDS.len()),
                Command::FieldUp => detail.field.step(-1, FIELDS.len()),
                Command::FieldChoice => {
                    let now = detail.to_save().status;
                    if let Some(value) = detail.values.get_mut(STATUS) {
                        *value = TextField::with(next(now).label());
                    }
                }
                _ => {}
            }
            return;
        }
        match command {
            Command::ApplicationDown => self.cursor.step(1, count),
            Command::ApplicationUp => self.cursor.step(-1, count),
            Command::ApplicationOpen => {
                self.detail = self.selected().cloned().map(Detail::of);
            }
            Command::ApplicationNew => {
                self.detail = Some(Detail::of(Application::default()));
            }
            Command::ApplicationShowArchive => {
                self.archived = !self.archived;
                self.cursor = Cursor::default();
            }
            _ => {}
        }
    }
}

/// The status that usually follows.
pub fn next(status: Status) -> Status {
    let at = Status::ALL.iter().position(|other| *other == status).unwrap_or(0);
    Status::ALL.get((at + 1) % Status::ALL.len()).copied().unwrap_or_default()
}

/// All applications as a table for other programs.
pub fn csv(applications: &[Application]) -> String {
    // A cell that begins like a formula would be run by a spreadsheet.
    let cell = |text: &str| {
        let safe = if text.starts_with(['=', '+', '-', '@']) {
            format!("'{text}")
        } else {
            text.to_owned()
        };
        format!("\"{}\"", safe.replace('"', "\"\""))
    };
    let mut table = String::from(
        "firma;stelle;beruf;stand;naechster_termin;notizen;angelegt;geaendert;abgelegt\n",
    );
    for a in applications {
        let archived = if a.archived { "ja" } else { "nein" };
        let cells = [
            &a.employer,
            &a.position,
            &a.profile,
            a.status.label(),
            &a.next_date,
            &a.notes,
            &a.created,
            &a.changed,
            archived,
        ];
        table.push_str(&cells.map(cell).join(";"));
        table.push('\n');
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_no_formula_is_run() {
        let application = Application {
            employer: "=HYPERLINK(\"x\")".into(),
            notes: "a;b\n\"c\"".into(),
            ..Application::default()
        };
        let table = csv(&[application]);
        assert!(table.contains("\"'=HYPERLINK(\"\"x\"\")\""), "{table}");
        assert!(table.contains("\"a;b\n\"\"c\"\"\""), "{table}");
    }

    #[test]
    fn statuses_go_round() {
        let mut status = Status::Draft;
        for expected in [
            Status::Sent,
            Status::Interview,
            Status::Offer,
            Status::Rejected,
            Status::Withdrawn,
            Status::Draft,
        ] {
            status = next(status);
            assert_eq!(status, expected);
        }
    }
}
