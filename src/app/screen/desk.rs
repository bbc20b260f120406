//! The letter desk: the parts of a letter, its whole text, what is open and what it answers.

use crate::app::cursor::Cursor;
use crate::app::model::{Drawn, Shared};
use crate::app::screen::proof::{self, Proof};
use crate::app::text_area::TextArea;
use crate::document;
use crate::keymap::{Command, Key};
use crate::letter::{self, Block, Letter, Part, Rendered, Review, Sources};
use crate::store::letters::LetterRecord;

/// Steps that can be taken back.
const MAX_UNDO: usize = 100;

#[derive(Debug, Clone)]
pub struct State {
    pub record: LetterRecord,
    /// Position of the profession in the corpus.
    pub profile: usize,
    pub letter: Letter,
    pub rendered: Vec<Rendered>,
    pub review: Review,
    /// The chosen part.
    pub cursor: Cursor,
    /// The chosen part being written freely.
    pub writing: Option<TextArea>,
    /// The list of questions in place of the parts, with the chosen one.
    pub questions: Option<Cursor>,
    pub proof: Proof,
    /// Where a block from the list goes: instead of the chosen part, or behind it.
    pub swapping: bool,
    /// Key of the job the letter is for, while that has no number.
    pub job: u64,
    /// Not yet saved.
    pub changed: bool,
    undo: Vec<Letter>,
    redo: Vec<Letter>,
}

impl State {
    /// Puts a letter on the desk; its answers become those of the session.
    pub fn open(record: LetterRecord, profile: usize, letter: Letter, shared: &mut Shared) -> Self {
        let mut state = Self {
            changed: record.id == 0,
            record: LetterRecord { key: shared.new_key(), ..record },
            profile,
            letter,
            rendered: Vec::new(),
            review: Review::default(),
            cursor: Cursor::default(),
            writing: None,
            questions: None,
            proof: Proof::default(),
            swapping: false,
            job: 0,
            undo: Vec::new(),
            redo: Vec::new(),
        };
        for (field, value) in &state.letter.answers {
            shared.answers.set(field, value);
        }
        state.refresh(shared);
        state
    }

    /// Fills every part again with the answers of the session.
    pub fn refresh(&mut self, shared: &Shared) {
        let Some(profile) = shared.corpus.profile(self.profile) else { return };
        let sources = Sources {
            profile,
            general: &shared.snippets,
            applicant: &shared.applicant,
            language: shared.language,
        };
        let before = std::mem::take(&mut self.letter.answers);
        self.letter.answers =
            shared.answers.iter().map(|(f, v)| (f.to_owned(), v.to_owned())).collect();
        self.rendered = self.letter.rendered(sources);
        // Answers to questions that this letter does not ask belong to others.
        let asked = |name: &str| {
            let mut fields = self.rendered.iter().flat_map(|part| &part.filled.fields);
            fields.any(|field| field.name == name)
        };
        let mut answers = std::mem::take(&mut self.letter.answers);
        // The address of the company stands on the letter, whether a block asks for it or not.
        answers.retain(|name, _| asked(name) || document::ADDRESS_FIELDS.contains(&name.as_str()));
        self.changed |= answers != before;
        self.letter.answers = answers;
        self.review = letter::review(&self.letter, &self.rendered, sources);
    }

    pub fn part(&self) -> Option<&Part> {
        self.letter.parts.get(self.cursor.selected())
    }

    /// The whole text, open questions in brackets.
    pub fn text(&self) -> String {
        letter::text(&self.rendered)
    }

    /// The text as it may be stored, without secret values.
    pub fn text_to_keep(&self) -> String {
        letter::text_to_keep(&self.rendered)
    }

    /// The record with the content as it is now, for the store.
    pub fn to_save(&self) -> LetterRecord {
        LetterRecord { content: self.letter.to_json(&self.rendered), ..self.record.clone() }
    }

    /// The store has it, under this number, name and revision.
    pub fn saved(&mut self, record: &LetterRecord) {
        if record.key == self.record.key {
            self.record = record.clone();
        }
    }

    /// Puts a block into the letter, behind the chosen part or instead of it.
    pub fn put(&mut self, block: Block, shared: &Shared) {
        self.remember();
        let at = self.cursor.selected();
        if self.swapping && at < self.letter.parts.len() {
            if let Some(part) = self.letter.parts.get_mut(at) {
                *part = Part::block(block);
            }
        } else {
            let at = (at + 1).min(self.letter.parts.len());
            self.letter.parts.insert(at, Part::block(block));
            self.cursor.select(at, self.letter.parts.len());
        }
        self.swapping = false;
        self.refresh(shared);
    }

    pub fn command(&mut self, command: Command, drawn: &Drawn, shared: &Shared) {
        self.cursor.top = drawn.list_top;
        if let Some(cursor) = &mut self.questions {
            let count = self.review.answered.len();
            match command {
                Command::DeskDown => cursor.step(1, count),
                Command::DeskUp => cursor.step(-1, count),
                Command::DeskToggle => {
                    let number = cursor.selected();
                    let now = self.review.answered.get(number).copied().unwrap_or_default();
                    self.remember();
                    self.letter.questions.insert(number, !now);
                    self.refresh(shared);
                }
                Command::DeskQuestions => self.questions = None,
                _ => {}
            }
            return;
        }
        let (at, count) = (self.cursor.selected(), self.letter.parts.len());
        match command {
            Command::DeskDown => self.cursor.step(1, count),
            Command::DeskUp => self.cursor.step(-1, count),
            Command::DeskMoveDown if at + 1 < count => self.swap(at, at + 1, shared),
            Command::DeskMoveUp if at > 0 => self.swap(at, at - 1, shared),
            Command::DeskRemove if at < count => {
                self.remember();
                self.letter.parts.remove(at);
                self.cursor.select(at, self.letter.parts.len());
                self.refresh(shared);
            }
            Command::DeskReset => {
                let block = self.part().is_some_and(|part| part.block != Block::Free);
                if block && self.part().is_some_and(|part| part.edited.is_some()) {
                    self.remember();
                    if let Some(part) = self.letter.parts.get_mut(at) {
                        part.edited = None;
                    }
                    self.refresh(shared);
                }
            }
            Command::DeskEdit => {
                if let Some(part) = self.rendered.get(at) {
                    // Own words are stored; secret values must not get among them.
                    let mut area = TextArea::with(&part.filled.with_open_secrets());
                    area.move_to_end();
                    self.writing = Some(area);
                }
            }
            Command::DeskUndo => self.take_back(shared),
            Command::DeskRedo => {
                if let Some(after) = self.redo.pop() {
                    self.undo.push(std::mem::replace(&mut self.letter, after));
                    self.after_undo(shared);
                }
            }
            Command::DeskQuestions => self.questions = Some(Cursor::default()),
            _ => {}
        }
    }

    /// Types in the free text; the whole letter follows every key.
    pub fn key(&mut self, key: Key, shared: &Shared) {
        if let Some(area) = &mut self.writing
            && area.key(key) == Some(true)
        {
            self.take_writing(shared);
        }
    }

    /// Returns whether the text fitted.
    pub fn paste(&mut self, text: &str, shared: &Shared) -> bool {
        let Some(area) = &mut self.writing else { return true };
        let fits = area.insert(text);
        self.take_writing(shared);
        fits
    }

    pub fn writing_command(&mut self, command: Command, shared: &Shared) {
        match (command, &mut self.writing) {
            (Command::WritingUndo, Some(area)) => {
                area.undo();
                self.take_writing(shared);
            }
            (Command::WritingRedo, Some(area)) => {
                area.redo();
                self.take_writing(shared);
            }
            (Command::WritingDone, _) => self.writing = None,
            _ => {}
        }
    }

    fn take_writing(&mut self, shared: &Shared) {
        let Some(text) = self.writing.as_ref().map(|area| area.text().to_owned()) else { return };
        let at = self.cursor.selected();
        if self.letter.parts.get(at).is_some_and(|part| part.edited.as_deref() == Some(&text)) {
            return;
        }
        // One step of undo for a visit, not for every key: the area has its own.
        if self.letter.parts.get(at).is_some_and(|part| part.edited.is_none()) {
            self.remember();
        }
        if let Some(part) = self.letter.parts.get_mut(at) {
            part.edited = Some(text);
        }
        self.changed = true;
        self.refresh(shared);
    }

    pub fn proof_command(&mut self, command: Command, shared: &Shared) {
        match command {
            Command::ProofDown => self.proof.step(1),
            Command::ProofUp => self.proof.step(-1),
            Command::ProofOther => self.proof.next_repair(),
            Command::ProofDone => self.proof.list = None,
            Command::ProofRepair => self.repair(shared),
            Command::ProofUndo => self.take_back(shared),
            _ => {}
        }
        self.show_finding();
    }

    /// The part of the chosen finding comes into view.
    pub fn show_finding(&mut self) {
        if let Some(found) = self.proof.selected() {
            self.cursor.select(found.part, self.letter.parts.len());
        }
    }

    /// Puts the chosen repair into the letter; the part then holds the person's own words.
    fn repair(&mut self, shared: &Shared) {
        let (Some(found), Some(repair)) = (self.proof.selected(), self.proof.repair()) else {
            return;
        };
        let Some(part) = self.rendered.get(found.part) else { return };
        let (text, shown) = (part.filled.with_open_secrets(), part.filled.masked().0);
        let Some(text) = proof::repaired(&text, &shown, found, repair) else { return };
        let at = found.part;
        self.remember();
        if let Some(part) = self.letter.parts.get_mut(at) {
            part.edited = Some(text);
        }
        self.refresh(shared);
    }

    fn swap(&mut self, from: usize, to: usize, shared: &Shared) {
        self.remember();
        self.letter.parts.swap(from, to);
        self.cursor.select(to, self.letter.parts.len());
        self.refresh(shared);
    }

    fn take_back(&mut self, shared: &Shared) {
        if let Some(before) = self.undo.pop() {
            self.redo.push(std::mem::replace(&mut self.letter, before));
            self.after_undo(shared);
        }
    }

    fn after_undo(&mut self, shared: &Shared) {
        self.changed = true;
        self.cursor.select(self.cursor.selected(), self.letter.parts.len());
        self.refresh(shared);
    }

    fn remember(&mut self) {
        self.undo.push(self.letter.clone());
        if self.undo.len() > MAX_UNDO {
            self.undo.remove(0);
        }
        self.redo.clear();
        self.changed = true;
    }
}
