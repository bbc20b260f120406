//! Which key means which command.
//!
//! Keys are plain data here; `terminal` makes them from what the terminal sends. Resolving is a
//! pure function of context and key.

pub mod command;
pub mod key;

use std::collections::HashMap;

pub use command::{Command, Context};
pub use key::{Key, KeyCode};

/// The keys in force: defaults, changed by the configuration.
#[derive(Debug, Clone)]
pub struct Keymap {
    bindings: HashMap<(Context, Key), Command>,
    keys: HashMap<Command, Vec<Key>>,
}

impl Default for Keymap {
    fn default() -> Self {
        Self::with(&[])
    }
}

impl Keymap {
    /// The defaults, with the keys of some commands replaced. An empty list takes a command's
    /// keys away. A key given to a new command is taken from the one that had it there.
    pub fn with(changes: &[(Command, Vec<Key>)]) -> Self {
        let mut keymap = Self { bindings: HashMap::new(), keys: HashMap::new() };
        for command in Command::all() {
            let keys = command.default_keys().iter().filter_map(|key| key.parse().ok()).collect();
            keymap.bind(command, keys);
        }
        for (command, keys) in changes {
            keymap.bind(*command, keys.clone());
        }
        keymap
    }

    fn bind(&mut self, command: Command, keys: Vec<Key>) {
        let context = command.context();
        self.bindings.retain(|_, bound| *bound != command);
        for key in &keys {
            if let Some(previous) = self.bindings.insert((context, *key), command)
                && let Some(list) = self.keys.get_mut(&previous)
            {
                list.retain(|other| other != key);
            }
        }
        self.keys.insert(command, keys);
    }

    /// The command of a key, first in its context, then anywhere. While typing, a plain
    /// character is always text.
    pub fn resolve(&self, context: Context, key: Key) -> Option<Command> {
        if context.is_typing() && key.typed().is_some() {
            return None;
        }
        self.bindings
            .get(&(context, key))
            .or_else(|| self.bindings.get(&(Context::Global, key)))
            .copied()
    }

    /// The keys of a command, the main one first.
    pub fn keys(&self, command: Command) -> &[Key] {
        self.keys.get(&command).map_or(&[], Vec::as_slice)
    }

    /// Whether any key leads to the command; the palette always does.
    pub fn is_bound(&self, command: Command) -> bool {
        !self.keys(command).is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(text: &str) -> Key {
        text.parse().unwrap()
    }

    #[test]
    fn every_default_key_parses_and_reaches_its_command() {
        let keymap = Keymap::default();
        for command in Command::all() {
            assert_eq!(keymap.keys(command).len(), command.default_keys().len(), "{command:?}");
            for bound in keymap.keys(command) {
                assert_eq!(keymap.resolve(command.context(), *bound), Some(command), "{bound}");
            }
        }
    }

    #[test]
    fn resolves_in_context_then_anywhere_and_leaves_text_alone() {
        let keymap = Keymap::default();
        for (context, pressed, command) in [
            (Context::Reader, "q", Some(Command::ReaderQuit)),
            (Context::Find, "q", None),
            (Context::Find, "ctrl-c", Some(Command::Quit)),
            (Context::Form, "tab", Some(Command::NextField)),
            (Context::Reader, "ctrl-f", Some(Command::FindInPage)),
            (Context::Picker, "ctrl-f", None),
        ] {
            assert_eq!(keymap.resolve(context, key(pressed)), command, "{context:?} {pressed}");
        }
    }

    #[test]
    fn a_changed_key_leaves_its_old_command() {
        let keymap = Keymap::with(&[(Command::CopyLine, vec![key("s")])]);
        assert_eq!(keymap.resolve(Context::Reader, key("s")), Some(Command::CopyLine));
        assert_eq!(keymap.resolve(Context::Reader, key("c")), None);
        assert!(!keymap.is_bound(Command::CopySection));
    }
}
