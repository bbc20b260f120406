//! One line of text being typed, with its own cursor.

use unicode_segmentation::UnicodeSegmentation;

use crate::corpus::clean::clean_line;
use crate::keymap::{Key, KeyCode};

/// Longest accepted input, in bytes. Enough for any answer; a pasted book is cut here.
const MAX_LENGTH: usize = 8 * 1024;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextField {
    text: String,
    /// Byte offset, always on a grapheme boundary.
    cursor: usize,
}

impl TextField {
    /// A field with the cursor behind its text.
    pub fn with(text: &str) -> Self {
        let mut field = Self::default();
        field.insert(text);
        if text.ends_with(' ') {
            field.insert(" ");
        }
        field
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// The text before and after the cursor.
    pub fn split(&self) -> (&str, &str) {
        self.text.split_at_checked(self.cursor).unwrap_or((&self.text, ""))
    }

    /// Inserts typed or pasted text; line feeds become spaces, control characters vanish.
    pub fn insert(&mut self, text: &str) {
        // A typed space must survive, pasted padding need not.
        let text = if text == " " { " ".to_owned() } else { clean_line(text) };
        let mut room = MAX_LENGTH.saturating_sub(self.text.len()).min(text.len());
        while !text.is_char_boundary(room) {
            room -= 1;
        }
        let Some(text) = text.get(..room) else { return };
        self.text.insert_str(self.cursor, text);
        self.cursor += text.len();
    }

    /// Handles a key of line editing. Returns whether the text changed, `None` if the key is not
    /// one of them.
    pub fn key(&mut self, key: Key) -> Option<bool> {
        let before = self.text.len();
        match (key.code, key.ctrl, key.alt) {
            (KeyCode::Char(c), false, false) => self.insert(c.encode_utf8(&mut [0; 4])),
            (KeyCode::Backspace, false, false) | (KeyCode::Char('h'), true, false) => {
                let start = self.previous();
                self.remove(start, self.cursor);
            }
            (KeyCode::Delete, false, false) | (KeyCode::Char('d'), true, false) => {
                self.remove(self.cursor, self.next());
            }
            (KeyCode::Char('w'), true, false) | (KeyCode::Backspace, _, _) => {
                let start = self.previous_word();
                self.remove(start, self.cursor);
            }
            (KeyCode::Char('u'), true, false) => self.remove(0, self.cursor),
            (KeyCode::Left, true, _) | (KeyCode::Left, _, true) => {
                self.cursor = self.previous_word();
            }
            (KeyCode::Left, false, false) => self.cursor = self.previous(),
            (KeyCode::Right, false, false) => self.cursor = self.next(),
            (KeyCode::Home, ..) | (KeyCode::Char('a'), true, false) => self.cursor = 0,
            (KeyCode::End, ..) | (KeyCode::Char('e'), true, false) => {
                self.cursor = self.text.len();
            }
            _ => return None,
        }
        Some(self.text.len() != before)
    }

    fn remove(&mut self, start: usize, end: usize) {
        self.text.replace_range(start..end, "");
        self.cursor = start;
    }

    fn previous(&self) -> usize {
        let (before, _) = self.split();
        before.grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn next(&self) -> usize {
        let (before, after) = self.split();
        before.len() + after.graphemes(true).next().map_or(0, str::len)
    }

    fn previous_word(&self) -> usize {
        let (before, _) = self.split();
        before.trim_end().rfind(char::is_whitespace).map_or(0, |at| {
            at + before.get(at..).and_then(|s| s.chars().next()).map_or(0, char::len_utf8)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Text with `|` at the cursor, after some keys.
    fn after(keys: &str) -> String {
        let mut field = TextField::default();
        for key in keys.split(' ') {
            field.key(key.parse().unwrap()).unwrap();
        }
        let (before, after) = field.split();
        format!("{before}|{after}")
    }

    #[test]
    fn edits_a_line() {
        for (keys, expected) in [
            ("K ö c h", "Köch|"),
            ("K ö c h backspace backspace", "Kö|"),
            ("K ö left backspace", "|ö"),
            ("a b home delete", "|b"),
            ("a space b ctrl-w", "a |"),
            ("a b ctrl-u", "|"),
            ("a space b ctrl-left x end", "a xb|"),
        ] {
            assert_eq!(after(keys), expected, "{keys}");
        }
    }

    #[test]
    fn paste_is_one_clean_line() {
        let mut field = TextField::default();
        field.insert("a\nb\u{1b}[31mc");
        assert_eq!(field.text(), "a bc");
    }

    proptest! {
        #[test]
        fn the_cursor_stays_on_a_boundary(text in any::<String>(), keys in proptest::collection::vec(0usize..6, 0..40)) {
            let mut field = TextField::with(&text);
            for key in keys {
                let code = [KeyCode::Left, KeyCode::Right, KeyCode::Backspace, KeyCode::Delete, KeyCode::Home, KeyCode::Char('ß')][key];
                field.key(Key::plain(code));
                prop_assert!(field.text.is_char_boundary(field.cursor));
            }
        }
    }
}
