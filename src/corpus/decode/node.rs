//! Reading JSON while collecting every problem instead of stopping at the first.
//!
//! A [`Node`] is a value with the place it came from. Its readers return something usable in any
//! case and note what was wrong; the caller looks at the notes at the end.

use std::cell::RefCell;

use serde_json::Value;

use crate::corpus::clean::{clean, clean_line};

/// Longest text accepted in one field, in bytes. One endless line makes a terminal stand still.
const MAX_TEXT: usize = 64 * 1024;

/// Notes of one file: place and sentence.
pub(super) type Notes = RefCell<Vec<(String, String)>>;

pub(super) struct Node<'a> {
    value: &'a Value,
    place: String,
    notes: &'a Notes,
}

impl<'a> Node<'a> {
    pub(super) fn root(value: &'a Value, notes: &'a Notes) -> Self {
        Self { value, place: String::new(), notes }
    }

    pub(super) fn note(&self, message: impl Into<String>) {
        self.notes.borrow_mut().push((self.place.clone(), message.into()));
    }

    pub(super) fn note_at(&self, key: &str, message: impl Into<String>) {
        self.notes.borrow_mut().push((self.place_of(key), message.into()));
    }

    fn place_of(&self, key: &str) -> String {
        if self.place.is_empty() { key.to_owned() } else { format!("{}.{key}", self.place) }
    }

    /// Names what this object may contain; everything else is a problem, with the nearest name.
    pub(super) fn only(&self, known: &[&str]) {
        let Some(object) = self.value.as_object() else {
            self.note("hier wird ein Objekt { … } erwartet");
            return;
        };
        for key in object.keys().filter(|key| !known.contains(&key.as_str())) {
            let hint = nearest(key, known)
                .map_or_else(String::new, |near| format!("; gemeint ist vielleicht „{near}“"));
            self.note_at(&clean_line(key), format!("dieses Feld kennt das Format nicht{hint}"));
        }
    }

    /// The child with this key, unless it is absent or `null`.
    pub(super) fn child(&self, key: &str) -> Option<Node<'a>> {
        let value = self.value.get(key).filter(|value| !value.is_null())?;
        Some(Node { value, place: self.place_of(key), notes: self.notes })
    }

    /// One line of text that must be there.
    pub(super) fn line(&self, key: &str) -> String {
        match self.child(key) {
            Some(child) => child.as_text(true).unwrap_or_default(),
            None => {
                self.note_at(key, "dieses Feld fehlt");
                String::new()
            }
        }
    }

    /// One line of text that may be missing.
    pub(super) fn line_or_empty(&self, key: &str) -> String {
        self.child(key).and_then(|child| child.as_text(true)).unwrap_or_default()
    }

    pub(super) fn optional_line(&self, key: &str) -> Option<String> {
        self.child(key).and_then(|child| child.as_text(true))
    }

    /// Text in which line feeds mean something.
    pub(super) fn text(&self, key: &str) -> String {
        match self.child(key) {
            Some(child) => child.as_text(false).unwrap_or_default(),
            None => {
                self.note_at(key, "dieses Feld fehlt");
                String::new()
            }
        }
    }

    /// A list of single lines; absent means empty.
    pub(super) fn lines(&self, key: &str) -> Vec<String> {
        self.list(key, |item| item.as_text(true)).into_iter().flatten().collect()
    }

    /// A list of anything; absent means empty.
    pub(super) fn list<T>(&self, key: &str, read: impl Fn(&Node<'a>) -> T) -> Vec<T> {
        let Some(child) = self.child(key) else { return Vec::new() };
        let Some(items) = child.value.as_array() else {
            child.note("hier wird eine Liste [ … ] erwartet");
            return Vec::new();
        };
        items
            .iter()
            .enumerate()
            .map(|(index, value)| {
                let place = format!("{}[{index}]", child.place);
                read(&Node { value, place, notes: self.notes })
            })
            .collect()
    }

    /// An object with a default when it is absent.
    pub(super) fn part<T: Default>(&self, key: &str, read: impl Fn(&Node<'a>) -> T) -> T {
        self.child(key).map_or_else(T::default, |child| read(&child))
    }

    /// A whole number that must be there and fit the type.
    pub(super) fn number<N: TryFrom<u64> + Default>(&self, key: &str) -> N {
        match self.optional_number(key) {
            Some(number) => number,
            None => {
                if self.child(key).is_none() {
                    self.note_at(key, "diese Zahl fehlt");
                }
                N::default()
            }
        }
    }

    pub(super) fn optional_number<N: TryFrom<u64>>(&self, key: &str) -> Option<N> {
        let child = self.child(key)?;
        let number = child.value.as_u64().and_then(|number| N::try_from(number).ok());
        if number.is_none() {
            child.note("hier wird eine ganze Zahl ohne Anführungszeichen erwartet");
        }
        number
    }

    pub(super) fn flag(&self, key: &str) -> bool {
        let Some(child) = self.child(key) else { return false };
        child.value.as_bool().unwrap_or_else(|| {
            child.note("hier wird true oder false erwartet");
            false
        })
    }

    /// One of a fixed set of words that must be there.
    pub(super) fn choice<T: Copy + Default>(&self, key: &str, choices: &[(&str, T)]) -> T {
        match self.child(key) {
            Some(child) => child.as_choice(choices).unwrap_or_default(),
            None => {
                self.note_at(key, format!("dieses Feld fehlt; möglich: {}", names(choices)));
                T::default()
            }
        }
    }

    pub(super) fn as_choice<T: Copy>(&self, choices: &[(&str, T)]) -> Option<T> {
        let word = self.as_text(true)?;
        let found = choices.iter().find(|(name, _)| *name == word).map(|(_, choice)| *choice);
        if found.is_none() {
            self.note(format!("„{word}“ gibt es hier nicht; möglich: {}", names(choices)));
        }
        found
    }

    fn as_text(&self, one_line: bool) -> Option<String> {
        let Some(text) = self.value.as_str() else {
            self.note("hier wird ein Text in Anführungszeichen erwartet");
            return None;
        };
        if text.len() > MAX_TEXT {
            self.note(format!("der Text ist länger als {} KiB; bitte kürzen", MAX_TEXT / 1024));
            return None;
        }
        let text = if one_line { clean_line(text) } else { clean(text) };
        if text.is_empty() {
            self.note("der Text ist leer; ausfüllen oder das Feld weglassen");
            return None;
        }
        Some(text)
    }
}

fn names<T>(choices: &[(&str, T)]) -> String {
    choices.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

/// The known name that needs the fewest changes, if these are few for its length.
fn nearest<'k>(key: &str, known: &[&'k str]) -> Option<&'k str> {
    let distance = |name: &str| strsim::damerau_levenshtein(key, name);
    let best = known.iter().copied().min_by_key(|name| distance(name))?;
    (distance(best) * 2 <= best.len()).then_some(best)
}
