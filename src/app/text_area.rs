//! Text of several lines being written: an advertisement, a paragraph of a letter, notes.

use unicode_segmentation::UnicodeSegmentation;

use crate::corpus::clean::clean;
use crate::keymap::{Key, KeyCode};

/// Longest text, in bytes. Longer pastes are refused as a whole, never cut.
pub const MAX_LENGTH: usize = 256 * 1024;
/// Steps that can be taken back.
const MAX_UNDO: usize = 200;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TextArea {
    text: String,
    /// Byte offset, always on a grapheme boundary.
    cursor: usize,
    undo: Vec<(String, usize)>,
    redo: Vec<(String, usize)>,
    /// The last key typed a letter: a run of letters is one step.
    typing: bool,
}

impl TextArea {
    /// A text with the cursor at its beginning.
    pub fn with(text: &str) -> Self {
        Self { text: clean(text), ..Self::default() }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub fn cursor(&self) -> usize {
        self.cursor
    }

    pub fn move_to_end(&mut self) {
        self.cursor = self.text.len();
    }

    /// Inserts pasted text. Returns whether it fitted.
    pub fn insert(&mut self, text: &str) -> bool {
        let text = clean(&text.replace("\r\n", "\n").replace('\r', "\n"));
        if self.text.len() + text.len() > MAX_LENGTH {
            return false;
        }
        self.step(false);
        self.put(&text);
        true
    }

    /// Handles a key of editing. Returns whether the text changed, `None` if the key is not one
    /// of them.
    pub fn key(&mut self, key: Key) -> Option<bool> {
        let before = self.text.len();
        match (key.code, key.ctrl, key.alt) {
            (KeyCode::Char(c), false, false) => {
                if before + c.len_utf8() <= MAX_LENGTH {
                    self.step(c.is_alphanumeric());
                    self.put(c.encode_utf8(&mut [0; 4]));
                }
            }
            (KeyCode::Enter, false, _) => {
                self.step(false);
                self.put("\n");
            }
            (KeyCode::Backspace, false, false) | (KeyCode::Char('h'), true, false) => {
                self.remove(self.previous(), self.cursor);
            }
            (KeyCode::Delete, false, false) => self.remove(self.cursor, self.next()),
            (KeyCode::Char('w'), true, false) | (KeyCode::Backspace, _, _) => {
                self.remove(self.previous_word(), self.cursor);
            }
            (KeyCode::Char('u'), true, false) => self.remove(self.line_start(), self.cursor),
            (KeyCode::Left, true, _) | (KeyCode::Left, _, true) => {
                self.cursor = self.previous_word();
            }
            (KeyCode::Left, false, false) => self.cursor = self.previous(),
            (KeyCode::Right, false, false) => self.cursor = self.next(),
            (KeyCode::Up, false, false) => self.vertical(-1),
            (KeyCode::Down, false, false) => self.vertical(1),
            (KeyCode::PageUp, ..) => self.vertical(-12),
            (KeyCode::PageDown, ..) => self.vertical(12),
            (KeyCode::Home, true, _) => self.cursor = 0,
            (KeyCode::End, true, _) => self.cursor = self.text.len(),
            (KeyCode::Home, ..) | (KeyCode::Char('a'), true, false) => {
                self.cursor = self.line_start();
            }
            (KeyCode::End, ..) | (KeyCode::Char('e'), true, false) => self.cursor = self.line_end(),
            _ => return None,
        }
        if !matches!(key.code, KeyCode::Char(_)) {
            self.typing = false;
        }
        Some(self.text.len() != before)
    }

    /// Takes the last change back. Returns whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.undo.pop() else { return false };
        self.redo.push((std::mem::replace(&mut self.text, before.0), self.cursor));
        self.cursor = before.1;
        self.typing = false;
        true
    }

    /// Makes a change again that was taken back.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.redo.pop() else { return false };
        self.undo.push((std::mem::replace(&mut self.text, after.0), self.cursor));
        self.cursor = after.1;
        self.typing = false;
        true
    }

    /// Remembers the text before a change.
    fn step(&mut self, typing: bool) {
        if !(typing && self.typing) {
            self.undo.push((self.text.clone(), self.cursor));
            if self.undo.len() > MAX_UNDO {
                self.undo.remove(0);
            }
        }
        self.typing = typing;
        self.redo.clear();
    }

    fn put(&mut self, text: &str) {
        self.text.insert_str(self.cursor, text);
        self.cursor += text.len();
    }

    fn remove(&mut self, start: usize, end: usize) {
        if start == end {
            return;
        }
        self.step(false);
        self.text.replace_range(start..end, "");
        self.cursor = start;
    }

    fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    fn after(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or_default()
    }

    fn previous(&self) -> usize {
        self.before().grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn next(&self) -> usize {
        self.cursor + self.after().graphemes(true).next().map_or(0, str::len)
    }

    fn previous_word(&self) -> usize {
        let before = self.before().trim_end();
        before.rfind(char::is_whitespace).map_or(0, |at| {
            at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
        })
    }

    fn line_start(&self) -> usize {
        self.before().rfind('\n').map_or(0, |at| at + 1)
    }

    fn line_end(&self) -> usize {
        self.cursor + self.after().find('\n').unwrap_or(self.after().len())
    }

    /// Moves by lines of the text and keeps the column where it can.
    fn vertical(&mut self, by: isize) {
        let start = self.line_start();
        let column =
            self.text.get(start..self.cursor).map_or(0, |line| line.graphemes(true).count());
        let starts: Vec<usize> =
            std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let line = starts.iter().rposition(|at| *at <= self.cursor).unwrap_or(0);
        let wanted = line.saturating_add_signed(by).min(starts.len() - 1);
        let start = starts.get(wanted).copied().unwrap_or(0);
        let rest = self.text.get(start..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        let offset = line.grapheme_indices(true).nth(column).map_or(line.len(), |(at, _)| at);
        self.cursor = start + offset;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Text with `|` at the cursor, after some keys.
    fn after(start: &str, keys: &str) -> String {
        let mut area = TextArea::with(start);
        for key in keys.split(' ').filter(|key| !key.is_empty()) {
            match key {
                "undo" => assert!(area.undo()),
                "redo" => assert!(area.redo()),
                key => {
                    area.key(key.parse().unwrap()).unwrap();
                }
            }
        }
        format!("{}|{}", area.before(), area.after())
    }

    #[test]
    fn writes_moves_and_takes_back() {
        for (start, keys, expected) in [
            ("", "a enter ö backspace b", "a\nb|"),
            ("eins\nzwei\ndrei", "down down end", "eins\nzwei\ndrei|"),
            ("lang\nk\nlang", "end down down", "lang\nk\nl|ang"),
            ("eins zwei", "end ctrl-w", "eins |"),
            ("eins\nzwei", "down ctrl-u end backspace", "eins\nzwe|"),
            ("a", "end b c undo", "a|"),
            ("a", "end b c undo redo", "abc|"),
            ("a b", "delete undo", "|a b"),
        ] {
            assert_eq!(after(start, keys), expected, "{start:?} {keys}");
        }
    }

    #[test]
    fn pastes_are_clean_and_whole() {
        let mut area = TextArea::default();
        assert!(area.insert("a\r\nb\u{1b}[31mc\rd"));
        assert_eq!(area.text(), "a\nbc\nd");
        assert!(!area.insert(&"x".repeat(MAX_LENGTH)));
        assert_eq!(area.text(), "a\nbc\nd");
    }

    proptest! {
        #[test]
        fn the_cursor_stays_on_a_boundary(text in any::<String>(), keys in proptest::collection::vec(0usize..9, 0..40)) {
            let mut area = TextArea::with(&text);
            for key in keys {
                let codes = [KeyCode::Left, KeyCode::Right, KeyCode::Up, KeyCode::Down, KeyCode::Backspace,
                    KeyCode::Delete, KeyCode::Char('ß'), KeyCode::Enter, KeyCode::End];
                area.key(Key::plain(codes[key]));
                prop_assert!(area.text.is_char_boundary(area.cursor));
            }
        }
    }
}
