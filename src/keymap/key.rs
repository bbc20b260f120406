//! A key as the program knows it, and as people write it: `ctrl-f`, `f1`, `shift-tab`, `alt-left`.

use std::fmt;
use std::str::FromStr;

use crate::i18n::Language;

/// One key press with its modifiers.
///
/// A character already tells whether shift was down, so `shift` is false with [`KeyCode::Char`]
/// and [`KeyCode::BackTab`]. With ctrl a letter is small: terminals send the same for both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    pub code: KeyCode,
    pub ctrl: bool,
    pub alt: bool,
    pub shift: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyCode {
    Char(char),
    Enter,
    Esc,
    Tab,
    /// Tab with shift.
    BackTab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
    /// F1 to F12.
    F(u8),
}

/// Names of keys that are not characters. `BackTab` is written `shift-tab`.
const NAMES: [(&str, KeyCode); 15] = [
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("space", KeyCode::Char(' ')),
    ("minus", KeyCode::Char('-')),
];

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// A character without modifiers.
    pub const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    /// A character with ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self::new(KeyCode::Char(c), true, false, false)
    }

    /// The key in its one normal form, whatever way a terminal or a person spells it.
    pub const fn new(code: KeyCode, ctrl: bool, alt: bool, shift: bool) -> Self {
        let (code, shift) = match code {
            KeyCode::Char(c) if ctrl => (KeyCode::Char(c.to_ascii_lowercase()), false),
            KeyCode::Char(c) if shift => (KeyCode::Char(c.to_ascii_uppercase()), false),
            KeyCode::Char(c) => (KeyCode::Char(c), false),
            KeyCode::Tab if shift => (KeyCode::BackTab, false),
            KeyCode::BackTab => (KeyCode::BackTab, false),
            other => (other, shift),
        };
        Self { code, ctrl, alt, shift }
    }

    /// The character this key types into a text field, if it types one.
    pub const fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

impl Key {
    /// The key as printed on keyboards: `Strg-P`, `Bild↓`.
    pub fn label(self, language: Language) -> String {
        let german = language == Language::German;
        let name = match self.code {
            KeyCode::Char(' ') => if german { "Leer" } else { "Space" }.to_owned(),
            KeyCode::Char(c) if self.ctrl => c.to_uppercase().collect(),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::Enter => "Enter".to_owned(),
            KeyCode::Esc => "Esc".to_owned(),
            KeyCode::Tab => "Tab".to_owned(),
            KeyCode::BackTab => if german { "Umschalt-Tab" } else { "Shift-Tab" }.to_owned(),
            KeyCode::Backspace => if german { "Rück" } else { "Backspace" }.to_owned(),
            KeyCode::Delete => if german { "Entf" } else { "Del" }.to_owned(),
            KeyCode::Left => "←".to_owned(),
            KeyCode::Right => "→".to_owned(),
            KeyCode::Up => "↑".to_owned(),
            KeyCode::Down => "↓".to_owned(),
            KeyCode::Home => if german { "Pos1" } else { "Home" }.to_owned(),
            KeyCode::End => if german { "Ende" } else { "End" }.to_owned(),
            KeyCode::PageUp => if german { "Bild↑" } else { "PgUp" }.to_owned(),
            KeyCode::PageDown => if german { "Bild↓" } else { "PgDn" }.to_owned(),
            KeyCode::F(number) => format!("F{number}"),
        };
        let (ctrl, shift) = if german { ("Strg-", "Umschalt-") } else { ("Ctrl-", "Shift-") };
        let modifiers = [(self.ctrl, ctrl), (self.alt, "Alt-"), (self.shift, shift)];
        let prefix: String =
            modifiers.iter().filter(|(down, _)| *down).map(|(_, name)| *name).collect();
        format!("{prefix}{name}")
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (down, name) in [(self.ctrl, "ctrl-"), (self.alt, "alt-"), (self.shift, "shift-")] {
            if down {
                f.write_str(name)?;
            }
        }
        match self.code {
            KeyCode::BackTab => f.write_str("shift-tab"),
            KeyCode::F(number) => write!(f, "f{number}"),
            code => match (NAMES.iter().find(|(_, named)| *named == code), code) {
                (Some((name, _)), _) => f.write_str(name),
                (None, KeyCode::Char(c)) => write!(f, "{c}"),
                (None, _) => Ok(()),
            },
        }
    }
}

/// A text that names no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "„{0}“ ist keine Taste. Möglich sind Zeichen und Namen wie a, ctrl-f, f1, shift-tab, enter, alt-left."
)]
pub struct UnknownKey(pub String);

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        let unknown = || UnknownKey(text.to_owned());
        let (mut ctrl, mut alt, mut shift) = (false, false, false);
        let mut rest = text;
        // What is left after the last prefix is the key, so `ctrl--` is ctrl and the minus sign.
        while let Some((prefix, tail)) = rest.split_once('-') {
            let flag = match prefix.to_ascii_lowercase().as_str() {
                "ctrl" | "strg" => &mut ctrl,
                "alt" => &mut alt,
                "shift" => &mut shift,
                _ => break,
            };
            if std::mem::replace(flag, true) {
                return Err(unknown());
            }
            rest = tail;
        }
        let code = code(rest).ok_or_else(unknown)?;
        // Which character shift and a digit make depends on the keyboard.
        if shift && matches!(code, KeyCode::Char(c) if !c.is_ascii_alphabetic()) {
            return Err(unknown());
        }
        Ok(Self::new(code, ctrl, alt, shift))
    }
}

fn code(name: &str) -> Option<KeyCode> {
    let mut chars = name.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        return (!only.is_control() && !only.is_whitespace()).then_some(KeyCode::Char(only));
    }
    let small = name.to_ascii_lowercase();
    if let Some((_, code)) = NAMES.iter().find(|(name, _)| *name == small) {
        return Some(*code);
    }
    let number = small.strip_prefix('f')?;
    (1..=12).find(|n: &u8| n.to_string() == number).map(KeyCode::F)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(code: KeyCode, modifiers: &str) -> Key {
        let has = |c| modifiers.contains(c);
        Key { code, ctrl: has('c'), alt: has('a'), shift: has('s') }
    }

    #[test]
    fn is_written_and_read_the_same_way() {
        for (text, expected) in [
            ("a", key(KeyCode::Char('a'), "")),
            ("A", key(KeyCode::Char('A'), "")),
            ("ß", key(KeyCode::Char('ß'), "")),
            ("/", key(KeyCode::Char('/'), "")),
            ("+", key(KeyCode::Char('+'), "")),
            ("space", key(KeyCode::Char(' '), "")),
            ("minus", key(KeyCode::Char('-'), "")),
            ("ctrl-f", key(KeyCode::Char('f'), "c")),
            ("ctrl-minus", key(KeyCode::Char('-'), "c")),
            ("alt-F", key(KeyCode::Char('F'), "a")),
            ("ctrl-alt-x", key(KeyCode::Char('x'), "ca")),
            ("f1", key(KeyCode::F(1), "")),
            ("shift-f12", key(KeyCode::F(12), "s")),
            ("shift-tab", key(KeyCode::BackTab, "")),
            ("enter", key(KeyCode::Enter, "")),
            ("alt-left", key(KeyCode::Left, "a")),
            ("ctrl-alt-shift-pagedown", key(KeyCode::PageDown, "cas")),
        ] {
            assert_eq!(text.parse(), Ok(expected), "{text}");
            assert_eq!(expected.to_string(), text);
        }
    }

    #[test]
    fn other_spellings_are_understood() {
        for (text, normal) in [
            ("Ctrl-F", "ctrl-f"),
            ("strg-f", "ctrl-f"),
            ("F1", "f1"),
            ("Enter", "enter"),
            ("-", "minus"),
            ("ctrl--", "ctrl-minus"),
            ("shift-a", "A"),
            ("shift-ctrl-a", "ctrl-a"),
            ("alt-ctrl-x", "ctrl-alt-x"),
        ] {
            assert_eq!(text.parse::<Key>().unwrap().to_string(), normal, "{text}");
        }
    }

    #[test]
    fn what_is_no_key_is_named_in_the_error() {
        for text in [
            "",
            " ",
            "ctrl-",
            "hyper-a",
            "f0",
            "f13",
            "f01",
            "ab",
            "shift-1",
            "ctrl-ctrl-a",
            "\u{1b}",
        ] {
            assert_eq!(text.parse::<Key>(), Err(UnknownKey(text.to_owned())));
        }
        assert!(UnknownKey("f13".to_owned()).to_string().starts_with("„f13“ ist keine Taste."));
    }

    #[test]
    fn only_plain_characters_are_typed() {
        assert_eq!(Key::char('ä').typed(), Some('ä'));
        assert_eq!(Key::ctrl('f').typed(), None);
        assert_eq!(Key::plain(KeyCode::Enter).typed(), None);
    }
}
