//! Filling a text block: one question after the other, the finished text beside it.

use crate::app::model::Shared;
use crate::app::text_field::TextField;
use crate::corpus::profile::Snippet;
use crate::keymap::{Command, Key};
use crate::tailoring::applicant::EvidenceKind;
use crate::tailoring::{self, AskedField, Filled, Subject};

#[derive(Debug, Clone)]
pub struct State {
    pub profile: usize,
    pub snippet: Snippet,
    /// The text with what is known so far, and the fields it asked for, in text order.
    pub filled: Filled,
    /// The answer being typed.
    pub input: TextField,
    /// Name of the field being answered; fields come and go with what is answered.
    current: String,
    /// Earlier answers, newest last: field and what it was before.
    undo: Vec<(String, Option<String>)>,
    /// Answers that were taken back, newest last.
    redo: Vec<(String, Option<String>)>,
}

/// What can be taken instead of typing: the block's own suggestions, then earlier answers.
pub fn choices(field: &AskedField, shared: &Shared) -> Vec<String> {
    let mut choices = field.choices.clone();
    // Earlier answers help with names of people and places, not where the block offers words.
    if choices.is_empty() && !field.secret {
        choices.extend(shared.suggestions.get(&field.name).into_iter().flatten().take(6).cloned());
        let kinds = evidence_kinds(&field.question);
        if !kinds.is_empty() {
            let evidence = shared.applicant.evidence();
            let fitting = evidence.iter().filter(|evidence| kinds.contains(&evidence.kind));
            for quote in fitting.map(|evidence| evidence.quote().to_owned()).take(MOST_EVIDENCE) {
                if !choices.contains(&quote) {
                    choices.push(quote);
                }
            }
        }
    }
    choices
}

/// Lines of the person's file offered for one question.
const MOST_EVIDENCE: usize = 8;

/// What of the person's file may answer a question, by the words it asks with.
fn evidence_kinds(question: &str) -> Vec<EvidenceKind> {
    use EvidenceKind::{Certificate, Education, Language, Project, Skill, Volunteer, Work};
    const WORDS: &[(&[&str], &[EvidenceKind])] = &[
        (&["beleg", "beispiel", "erfahrung", "anteil", "ergebnis"], &[Work, Project, Volunteer]),
        (&["projekt"], &[Project, Work]),
        (&["technik", "werkzeug", "kenntnis", "programm", "womit", "kannst du"], &[Skill]),
        (&["zertifikat", "nachweis", "schein", "prüfung"], &[Certificate]),
        (&["sprache"], &[Language]),
        (&["ausbildung", "studium", "schule", "abschluss"], &[Education]),
        (&["ehrenamt", "verein"], &[Volunteer]),
    ];
    // The example in brackets is not the question.
    let asked = question.split(" (").next().unwrap_or(question).to_lowercase();
    let fits = |words: &[&str]| words.iter().any(|word| asked.contains(word));
    let fitting = WORDS.iter().filter(|(words, _)| fits(words));
    fitting.flat_map(|(_, kinds)| kinds.iter().copied()).collect()
}

impl State {
    /// Opens a block for a profession; begins at the first field without a value.
    pub fn open(profile: usize, snippet: Snippet, shared: &mut Shared) -> Option<Self> {
        let mut state = Self {
            profile,
            snippet,
            filled: Filled::default(),
            input: TextField::default(),
            current: String::new(),
            undo: Vec::new(),
            redo: Vec::new(),
        };
        shared.corpus.profile(profile)?;
        state.refresh(shared);
        let fields = &state.filled.fields;
        let first = fields.iter().find(|field| field.value.is_none()).or(fields.first());
        state.current = first.map(|field| field.name.clone()).unwrap_or_default();
        state.load(shared);
        for field in &state.filled.fields {
            shared.asked.insert(field.name.clone(), field.secret);
        }
        Some(state)
    }

    /// Fills again, after an answer or the language changed.
    pub fn refresh(&mut self, shared: &Shared) {
        let Some(profile) = shared.corpus.profile(self.profile) else { return };
        let subject = Subject { title: &profile.title, language: shared.language };
        self.filled = tailoring::fill(&self.snippet, &subject, &shared.applicant, &shared.answers);
    }

    /// Position of the field being answered among the fields.
    pub fn position(&self) -> usize {
        self.filled.fields.iter().position(|field| field.name == self.current).unwrap_or(0)
    }

    pub fn field(&self) -> Option<&AskedField> {
        self.filled.fields.get(self.position())
    }

    /// Required fields without a value.
    pub fn open_count(&self) -> usize {
        self.filled.fields.iter().filter(|field| field.is_open()).count()
    }

    /// Types in the answer; the preview follows every key.
    pub fn key(&mut self, key: Key, shared: &mut Shared) -> bool {
        match self.input.key(key) {
            Some(true) => self.commit(shared),
            Some(false) => {}
            None => return false,
        }
        true
    }

    pub fn paste(&mut self, text: &str, shared: &mut Shared) {
        self.input.insert(text);
        self.commit(shared);
    }

    pub fn command(&mut self, command: Command, shared: &mut Shared) {
        match command {
            Command::NextField => self.step(1, shared),
            Command::PreviousField => self.step(-1, shared),
            Command::NextChoice => self.choose(1, shared),
            Command::PreviousChoice => self.choose(-1, shared),
            Command::UndoAnswer => self.undo(shared),
            Command::RedoAnswer => self.redo(shared),
            _ => {}
        }
    }

    /// Takes the typed answer into the session and fills again. An empty answer is none.
    pub fn commit(&mut self, shared: &mut Shared) {
        let Some(field) = self.field() else { return };
        let name = field.name.clone();
        let typed = self.input.text().trim();
        let unchanged = field.value.as_deref().unwrap_or_default() == typed;
        if unchanged {
            return;
        }
        let before = shared.answers.get(&name).map(str::to_owned);
        // One step of undo for an answer, not for every letter of it.
        if self.undo.last().is_none_or(|(last, _)| *last != name) {
            self.undo.push((name.clone(), before));
        }
        shared.answers.set(&name, typed);
        self.redo.clear();
        self.refresh(shared);
        for field in &self.filled.fields {
            shared.asked.insert(field.name.clone(), field.secret);
        }
    }

    fn step(&mut self, by: isize, shared: &mut Shared) {
        self.commit(shared);
        let length = self.filled.fields.len();
        if length == 0 {
            return;
        }
        let at = self.position().saturating_add_signed(by).min(length - 1);
        self.go_to(at, shared);
        // A new visit to a field is a new step of undo.
        self.undo.push((String::new(), None));
    }

    fn go_to(&mut self, at: usize, shared: &Shared) {
        if let Some(field) = self.filled.fields.get(at) {
            self.current = field.name.clone();
            self.load(shared);
        }
    }

    fn load(&mut self, shared: &Shared) {
        let value = self.field().and_then(|field| field.value.clone());
        let answered = shared.answers.get(&self.current).map(str::to_owned);
        self.input = TextField::with(&answered.or(value).unwrap_or_default());
    }

    fn choose(&mut self, by: isize, shared: &mut Shared) {
        let Some(field) = self.field() else { return };
        let choices = choices(field, shared);
        let length = choices.len();
        if length == 0 {
            return;
        }
        let typed = self.input.text();
        let next = match choices.iter().position(|choice| choice == typed) {
            Some(at) => (at + length).saturating_add_signed(by) % length,
            None if by > 0 => 0,
            None => length - 1,
        };
        if let Some(choice) = choices.get(next) {
            self.input = TextField::with(choice);
            self.commit(shared);
        }
    }

    fn undo(&mut self, shared: &mut Shared) {
        while let Some((name, before)) = self.undo.pop() {
            if name.is_empty() {
                continue;
            }
            let now = shared.answers.get(&name).map(str::to_owned);
            self.redo.push((name.clone(), now));
            self.put_back(name, before.as_deref(), shared);
            return;
        }
    }

    fn redo(&mut self, shared: &mut Shared) {
        if let Some((name, after)) = self.redo.pop() {
            self.undo.push((name.clone(), shared.answers.get(&name).map(str::to_owned)));
            self.put_back(name, after.as_deref(), shared);
        }
    }

    fn put_back(&mut self, name: String, value: Option<&str>, shared: &mut Shared) {
        shared.answers.set(&name, value.unwrap_or_default());
        self.refresh(shared);
        self.current = name;
        self.load(shared);
    }
}
