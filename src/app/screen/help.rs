//! The help: every command with the key that is really bound.

use crate::app::model::Drawn;
use crate::keymap::Command;

#[derive(Debug, Clone, Default)]
pub struct State {
    /// First line shown.
    pub top: usize,
}

impl State {
    pub fn command(&mut self, command: Command, drawn: &Drawn) {
        let page = drawn.overlay_rows.saturating_sub(1).max(1);
        let last = drawn.overlay_lines.saturating_sub(drawn.overlay_rows);
        match command {
            Command::HelpDown => self.top = (self.top + page.min(3)).min(last),
            Command::HelpUp => self.top = self.top.saturating_sub(page.min(3)),
            _ => {}
        }
    }
}
