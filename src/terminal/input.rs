//! What the terminal reports, in the program's own words: crossterm stays behind this file.

use crossterm::event::{
    Event, KeyCode as TerminalKey, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent,
    MouseEventKind,
};

use super::session::usable_size;
use crate::corpus::clean::clean;
use crate::keymap::{Key, KeyCode};

/// A paste longer than this is cut: nobody reads more, and each byte costs time.
const MAX_PASTE: usize = 1024 * 1024;

/// One report from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    Key(Key),
    /// Pasted text without control characters, line feeds kept; `cut` if it was too long.
    Paste {
        text: String,
        cut: bool,
    },
    Resize {
        width: u16,
        height: u16,
    },
    /// Only while the mouse is on.
    Mouse {
        action: MouseAction,
        column: u16,
        row: u16,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseAction {
    Click,
    ScrollUp,
    ScrollDown,
}

/// The report in our words, or nothing if it means nothing to us.
pub(super) fn translate(event: Event) -> Option<Input> {
    match event {
        Event::Key(key) => translate_key(key).map(Input::Key),
        Event::Paste(text) => Some(paste(&text)),
        Event::Resize(width, height) => {
            let (width, height) = usable_size(width, height);
            Some(Input::Resize { width, height })
        }
        Event::Mouse(mouse) => translate_mouse(mouse),
        Event::FocusGained | Event::FocusLost => None,
    }
}

fn translate_key(event: KeyEvent) -> Option<Key> {
    // A key held down repeats; its release is not a second press. Keys with the super or meta key
    // belong to the window manager.
    let known = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT;
    if event.kind == KeyEventKind::Release || !known.contains(event.modifiers) {
        return None;
    }
    let code = match event.code {
        TerminalKey::Char(c) => KeyCode::Char(c),
        TerminalKey::Enter => KeyCode::Enter,
        TerminalKey::Esc => KeyCode::Esc,
        TerminalKey::Tab => KeyCode::Tab,
        TerminalKey::BackTab => KeyCode::BackTab,
        TerminalKey::Backspace => KeyCode::Backspace,
        TerminalKey::Delete => KeyCode::Delete,
        TerminalKey::Left => KeyCode::Left,
        TerminalKey::Right => KeyCode::Right,
        TerminalKey::Up => KeyCode::Up,
        TerminalKey::Down => KeyCode::Down,
        TerminalKey::Home => KeyCode::Home,
        TerminalKey::End => KeyCode::End,
        TerminalKey::PageUp => KeyCode::PageUp,
        TerminalKey::PageDown => KeyCode::PageDown,
        TerminalKey::F(number @ 1..=12) => KeyCode::F(number),
        _ => return None,
    };
    let has = |modifier| event.modifiers.contains(modifier);
    let (ctrl, alt) = (has(KeyModifiers::CONTROL), has(KeyModifiers::ALT));
    Some(Key::new(code, ctrl, alt, has(KeyModifiers::SHIFT)))
}

fn translate_mouse(event: MouseEvent) -> Option<Input> {
    let action = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => MouseAction::Click,
        MouseEventKind::ScrollUp => MouseAction::ScrollUp,
        MouseEventKind::ScrollDown => MouseAction::ScrollDown,
        _ => return None,
    };
    Some(Input::Mouse { action, column: event.column, row: event.row })
}

fn paste(text: &str) -> Input {
    let end = (0..=MAX_PASTE).rev().find(|end| text.is_char_boundary(*end)).unwrap_or_default();
    let kept = if text.len() > MAX_PASTE { text.get(..end).unwrap_or_default() } else { text };
    // Terminals send the end of a pasted line as the Enter key sends it.
    let lines = kept.replace("\r\n", "\n").replace('\r', "\n");
    Input::Paste { text: clean(&lines), cut: kept.len() < text.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(code: TerminalKey, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn keys_arrive_in_normal_form() {
        let none = KeyModifiers::NONE;
        let shift = KeyModifiers::SHIFT;
        for (event, expected) in [
            (pressed(TerminalKey::Char('ü'), none), "ü"),
            (pressed(TerminalKey::Char('A'), shift), "A"),
            (pressed(TerminalKey::Char('a'), shift), "A"),
            (pressed(TerminalKey::Char('?'), shift), "?"),
            (pressed(TerminalKey::Char('F'), KeyModifiers::CONTROL | shift), "ctrl-f"),
            (pressed(TerminalKey::Char('b'), KeyModifiers::ALT), "alt-b"),
            (pressed(TerminalKey::BackTab, shift), "shift-tab"),
            (pressed(TerminalKey::Tab, shift), "shift-tab"),
            (pressed(TerminalKey::Left, KeyModifiers::ALT), "alt-left"),
            (pressed(TerminalKey::Down, shift), "shift-down"),
            (pressed(TerminalKey::F(1), none), "f1"),
        ] {
            assert_eq!(translate(event), Some(Input::Key(expected.parse().unwrap())), "{expected}");
        }
    }

    #[test]
    fn press_and_repeat_count_and_release_does_not() {
        let of = |kind| {
            let key = KeyEvent::new_with_kind(TerminalKey::Char('j'), KeyModifiers::NONE, kind);
            translate(Event::Key(key))
        };
        assert_eq!(of(KeyEventKind::Press), Some(Input::Key(Key::char('j'))));
        assert_eq!(of(KeyEventKind::Repeat), Some(Input::Key(Key::char('j'))));
        assert_eq!(of(KeyEventKind::Release), None);
    }

    #[test]
    fn what_means_nothing_is_dropped() {
        for event in [
            Event::FocusGained,
            Event::FocusLost,
            pressed(TerminalKey::Insert, KeyModifiers::NONE),
            pressed(TerminalKey::F(13), KeyModifiers::NONE),
            pressed(TerminalKey::Char('l'), KeyModifiers::SUPER),
        ] {
            assert_eq!(translate(event.clone()), None, "{event:?}");
        }
    }

    #[test]
    fn a_paste_is_cleaned_and_keeps_its_lines() {
        let pasted = "Frau\rDr. Groß\r\n\u{1b}]52;c;aGk=\u{7}Leitung\n";
        let text = "Frau\nDr. Groß\nLeitung\n".to_owned();
        assert_eq!(
            translate(Event::Paste(pasted.to_owned())),
            Some(Input::Paste { text, cut: false })
        );
    }

    #[test]
    fn a_paste_is_cut_at_a_character() {
        let text = format!("a{}", "ä".repeat(MAX_PASTE / 2));
        let Some(Input::Paste { text, cut }) = translate(Event::Paste(text)) else { panic!() };
        assert!(cut);
        assert_eq!(text.len(), MAX_PASTE - 1);
    }

    #[test]
    fn the_mouse_clicks_and_scrolls() {
        let mouse = |kind| MouseEvent { kind, column: 3, row: 4, modifiers: KeyModifiers::NONE };
        for (kind, expected) in [
            (MouseEventKind::Down(MouseButton::Left), Some(MouseAction::Click)),
            (MouseEventKind::ScrollUp, Some(MouseAction::ScrollUp)),
            (MouseEventKind::ScrollDown, Some(MouseAction::ScrollDown)),
            (MouseEventKind::Up(MouseButton::Left), None),
            (MouseEventKind::Moved, None),
        ] {
            let expected = expected.map(|action| Input::Mouse { action, column: 3, row: 4 });
            assert_eq!(translate(Event::Mouse(mouse(kind))), expected);
        }
    }
}
