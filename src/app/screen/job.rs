//! A job: its advertisement, what was found in it, and the comparison with the person's data.

use std::collections::BTreeMap;

use crate::advert::{self, Advert};
use crate::app::cursor::Cursor;
use crate::app::model::Shared;
use crate::app::text_area::TextArea;
use crate::app::text_field::TextField;
use crate::keymap::{Command, Key};
use crate::matching::{self, Match, Row, Verdict};
use crate::store::applications::Application;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The advertisement itself.
    Text,
    /// What was found in it, to be corrected.
    Fields,
    /// Requirements beside evidence.
    Match,
}

/// Fields of text blocks that an advertisement answers, with their German and English labels.
pub const FIELDS: &[(&str, &str, &str)] = &[
    ("stelle.titel", "Stelle", "Position"),
    ("firma.name", "Firma", "Company"),
    ("kontakt.anrede", "Anrede (Frau, Herr, neutral)", "Form of address (Frau, Herr, neutral)"),
    ("kontakt.titel", "Akademischer Titel", "Academic title"),
    ("kontakt.name", "Kontaktperson", "Contact"),
    ("stelle.kennziffer", "Kennziffer", "Reference"),
    ("stelle.ort", "Ort", "Place"),
    ("stelle.eintritt", "Beginn", "Start"),
    ("firma.abteilung", "Abteilung", "Department"),
    ("firma.strasse", "Straße der Firma", "Street of the company"),
    ("firma.ort", "PLZ und Ort der Firma", "Postal code and town of the company"),
];

#[derive(Debug, Clone)]
pub struct State {
    /// Position of the profession in the corpus.
    pub profile: usize,
    pub tab: Tab,
    pub area: TextArea,
    pub advert: Advert,
    /// Values in the order of [`FIELDS`].
    pub values: Vec<TextField>,
    /// The chosen field.
    pub field: Cursor,
    pub result: Match,
    /// The chosen requirement, in the order in which they are shown.
    pub cursor: Cursor,
    /// Decisions of the person, by requirement.
    pub overruled: BTreeMap<String, Verdict>,
    /// The application this job is kept as.
    pub application: Application,
    /// The text the fields were read from.
    read: String,
    pub changed: bool,
}

impl State {
    pub fn open(profile: usize, application: Application, shared: &mut Shared) -> Self {
        let application = Application { key: shared.new_key(), ..application };
        let mut state = Self {
            profile,
            tab: Tab::Text,
            area: TextArea::with(&application.advert),
            advert: Advert::default(),
            values: vec![TextField::default(); FIELDS.len()],
            field: Cursor::default(),
            result: Match::default(),
            cursor: Cursor::default(),
            overruled: BTreeMap::new(),
            application,
            read: String::new(),
            changed: false,
        };
        if !state.area.is_empty() {
            state.read_advert(shared);
        }
        // What the person had corrected stands before what is found in the text.
        for ((name, ..), value) in FIELDS.iter().zip(&mut state.values) {
            if let Some(known) = state.application.fields.get(*name) {
                *value = TextField::with(known);
            }
        }
        state
    }

    /// Names the advertisement in the store: decisions are remembered for its text.
    pub fn advert_key(&self) -> String {
        // FNV-1a; only has to tell one advertisement from another.
        let text = self.advert.text.bytes();
        let hash = text.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        format!("{hash:016x}")
    }

    /// Reads the advertisement anew if its text has changed. Returns whether it has.
    pub fn read_advert(&mut self, shared: &Shared) -> bool {
        if self.read == self.area.text() {
            return false;
        }
        self.read = self.area.text().to_owned();
        self.advert = advert::parse(self.area.text());
        let found: BTreeMap<&str, String> = advert::answers(&self.advert).into_iter().collect();
        for ((name, ..), value) in FIELDS.iter().zip(&mut self.values) {
            let known = match *name {
                "firma.name" => self.application.employer.as_str(),
                "stelle.titel" => self.application.position.as_str(),
                _ => "",
            };
            let text = found.get(name).map_or(known, String::as_str);
            *value = TextField::with(text);
        }
        self.changed = true;
        self.compare(shared);
        true
    }

    /// Compares requirements and evidence again.
    pub fn compare(&mut self, shared: &Shared) {
        let profile = shared.corpus.profile(self.profile);
        self.result = matching::compare(&self.advert, profile, &shared.applicant, &self.overruled);
        self.cursor.select(self.cursor.selected(), self.result.rows.len());
    }

    /// What is known about the job becomes answers of the session.
    pub fn answer(&self, shared: &mut Shared) {
        for ((name, ..), value) in FIELDS.iter().zip(&self.values) {
            shared.answers.set(name, value.text());
        }
    }

    /// The application with what the fields say.
    pub fn to_save(&self, shared: &Shared) -> Application {
        let value = |name: &str| {
            let at = FIELDS.iter().position(|(other, ..)| *other == name);
            at.and_then(|at| self.values.get(at)).map_or("", TextField::text).to_owned()
        };
        let profile = shared.corpus.profile(self.profile);
        Application {
            profile: profile.map(|profile| profile.id.clone()).unwrap_or_default(),
            employer: value("firma.name"),
            position: value("stelle.titel"),
            advert: self.area.text().to_owned(),
            fields: FIELDS
                .iter()
                .zip(&self.values)
                .filter(|(_, value)| !value.is_empty())
                .map(|((name, ..), value)| ((*name).to_owned(), value.text().to_owned()))
                .collect(),
            ..self.application.clone()
        }
    }

    /// Requirements as they are shown: shown first, then partly, then missing.
    pub fn rows(&self) -> Vec<&Row> {
        let mut rows: Vec<&Row> = self.result.rows.iter().collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.verdict()));
        rows
    }

    pub fn row(&self) -> Option<&Row> {
        self.rows().get(self.cursor.selected()).copied()
    }

    /// Decides the next of the three verdicts for the chosen requirement. Returns the requirement
    /// and the decision; `None` means that the rules are right.
    pub fn overrule(&mut self, shared: &Shared) -> Option<(String, Option<Verdict>)> {
        let row = self.row()?;
        let next = match row.verdict() {
            Verdict::Shown => Verdict::Partly,
            Verdict::Partly => Verdict::Missing,
            Verdict::Missing => Verdict::Shown,
        };
        let (requirement, found) = (row.requirement.clone(), row.found);
        let decision = (next != found).then_some(next);
        match decision {
            Some(verdict) => self.overruled.insert(requirement.clone(), verdict),
            None => self.overruled.remove(&requirement),
        };
        self.compare(shared);
        // The requirement moves in the list; the cursor goes with it.
        let at = self.rows().iter().position(|row| row.requirement == requirement);
        self.cursor.select(at.unwrap_or(0), self.result.rows.len());
        Some((requirement, decision))
    }

    pub fn key(&mut self, key: Key) {
        match self.tab {
            Tab::Text => {
                self.changed |= self.area.key(key) == Some(true);
            }
            Tab::Fields => {
                if let Some(value) = self.values.get_mut(self.field.selected()) {
                    self.changed |= value.key(key) == Some(true);
                }
            }
            Tab::Match => {}
        }
    }

    /// Returns whether the text fitted.
    pub fn paste(&mut self, text: &str) -> bool {
        self.changed = true;
        match self.tab {
            Tab::Text => self.area.insert(text),
            Tab::Fields => {
                if let Some(value) = self.values.get_mut(self.field.selected()) {
                    value.insert(text);
                }
                true
            }
            Tab::Match => true,
        }
    }

    pub fn command(&mut self, command: Command) {
        match command {
            Command::FieldDown => self.field.step(1, FIELDS.len()),
            Command::FieldUp => self.field.step(-1, FIELDS.len()),
            Command::FieldChoice => {
                let at = self.field.selected();
                if FIELDS.get(at).is_some_and(|(name, ..)| *name == "kontakt.anrede")
                    && let Some(value) = self.values.get_mut(at)
                {
                    let choices = ["Frau", "Herr", "neutral", "unbekannt"];
                    let now = choices.iter().position(|choice| *choice == value.text());
                    let next = now.map_or(0, |now| (now + 1) % choices.len());
                    *value = TextField::with(choices.get(next).copied().unwrap_or_default());
                    self.changed = true;
                }
            }
            Command::MatchDown => self.cursor.step(1, self.result.rows.len()),
            Command::MatchUp => self.cursor.step(-1, self.result.rows.len()),
            Command::WritingUndo => {
                self.area.undo();
            }
            Command::WritingRedo => {
                self.area.redo();
            }
            _ => {}
        }
    }
}
