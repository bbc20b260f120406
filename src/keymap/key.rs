//! A key press as plain data, and its name in configuration and help.

use std::fmt;
use std::str::FromStr;

/// One key with its modifiers. For characters `shift` is always `false`: the character says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    pub code: KeyCode,
    pub ctrl: bool,
    pub alt: bool,
    pub shift: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyCode {
    Char(char),
    Enter,
    Esc,
    Tab,
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
    F(u8),
}

impl Key {
    /// A key without modifiers.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    pub const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    pub const fn ctrl(c: char) -> Self {
        Self { ctrl: true, ..Self::char(c) }
    }

    /// Whether this is text rather than a command while typing.
    pub fn is_plain_char(self) -> bool {
        matches!(self.code, KeyCode::Char(_)) && !self.ctrl && !self.alt
    }
}

/// Names of the keys that are not characters, as written in configuration and help.
const NAMES: &[(&str, KeyCode)] = &[
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
];

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("ctrl-")?;
        }
        if self.alt {
            f.write_str("alt-")?;
        }
        if self.shift || self.code == KeyCode::BackTab {
            f.write_str("shift-")?;
        }
        match self.code {
            KeyCode::BackTab => f.write_str("tab"),
            KeyCode::F(number) => write!(f, "f{number}"),
            code => match NAMES.iter().find(|(_, named)| *named == code) {
                Some((name, _)) => f.write_str(name),
                None => match code {
                    KeyCode::Char(c) => write!(f, "{c}"),
                    _ => Ok(()),
                },
            },
        }
    }
}

/// The text names no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("„{0}“ ist keine Taste; Beispiele: ctrl-f, f1, shift-tab, pagedown, x")]
pub struct UnknownKey(String);

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, UnknownKey> {
        let mut key = Self::plain(KeyCode::Esc);
        let mut rest = text;
        loop {
            // A lone `-` is a key, not a separator.
            let Some((modifier, after)) =
                rest.split_once('-').filter(|(_, after)| !after.is_empty())
            else {
                break;
            };
            match modifier.to_ascii_lowercase().as_str() {
                "ctrl" | "strg" => key.ctrl = true,
                "alt" => key.alt = true,
                "shift" => key.shift = true,
                _ => return Err(UnknownKey(text.to_owned())),
            }
            rest = after;
        }
        key.code = parse_code(rest).ok_or_else(|| UnknownKey(text.to_owned()))?;
        match key.code {
            KeyCode::Tab if key.shift => {
                key.code = KeyCode::BackTab;
                key.shift = false;
            }
            KeyCode::Char(c) if key.shift => {
                key.code = KeyCode::Char(c.to_uppercase().next().unwrap_or(c));
                key.shift = false;
            }
            _ => {}
        }
        Ok(key)
    }
}

fn parse_code(text: &str) -> Option<KeyCode> {
    let mut chars = text.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Some(KeyCode::Char(c));
    }
    let lower = text.to_ascii_lowercase();
    if let Some((_, code)) = NAMES.iter().find(|(name, _)| *name == lower) {
        return Some(*code);
    }
    let number: u8 = lower.strip_prefix('f')?.parse().ok()?;
    (1..=24).contains(&number).then_some(KeyCode::F(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_key_are_inverse() {
        for (text, expected) in [
            ("q", Key::char('q')),
            ("ctrl-f", Key::ctrl('f')),
            ("f12", Key::plain(KeyCode::F(12))),
            ("shift-tab", Key::plain(KeyCode::BackTab)),
            ("-", Key::char('-')),
            ("ctrl--", Key::ctrl('-')),
            ("space", Key::char(' ')),
            ("alt-left", Key { alt: true, ..Key::plain(KeyCode::Left) }),
            ("ü", Key::char('ü')),
        ] {
            assert_eq!(text.parse(), Ok(expected), "{text}");
            assert_eq!(expected.to_string(), text);
        }
        assert_eq!("shift-g".parse(), Ok(Key::char('G')));
        assert_eq!("Strg-F".parse(), Ok(Key::ctrl('F')));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", "f0", "f99", "hyper-x", "enterr", "ctrl-"] {
            assert_eq!(text.parse::<Key>(), Err(UnknownKey(text.to_owned())));
        }
    }
}
