//! A question with its two answers.

use ratatui::Frame;
use ratatui::text::{Line, Span};

use crate::app::Model;
use crate::app::screen::confirm::State;
use crate::keymap::Command;
use crate::ui::Look;
use crate::ui::widget::frame::overlay;
use crate::ui::widget::wrap;

pub(in crate::ui) fn draw(frame: &mut Frame, model: &Model, state: &State, look: &Look) {
    let width = frame.area().width.min(64);
    let text = wrap::lines(&state.question, usize::from(width).saturating_sub(4), look.text, &[]);
    let height = u16::try_from(text.len()).unwrap_or(3) + 4;
    let inside = overlay(frame, width, height, "?", look);
    let text_height = text.len();
    let mut rows = inside.rows();
    for (line, row) in text.into_iter().zip(rows.by_ref()).take(text_height) {
        let mut line = line;
        line.spans.insert(0, Span::raw(" "));
        frame.render_widget(line, row);
    }
    let answers = model.shared.text();
    let key = |command: Command| {
        model
            .shared
            .keymap
            .keys(command)
            .first()
            .map(|key| key.label(model.shared.language))
            .unwrap_or_default()
    };
    let line = Line::from(vec![
        Span::styled(format!(" {} ", key(Command::Yes)), look.key),
        Span::raw(format!("{}    ", answers.yes())),
        Span::styled(key(Command::No), look.key),
        Span::raw(format!(" {}", answers.no())),
    ]);
    if let Some(row) = inside.rows().next_back() {
        frame.render_widget(line, row);
    }
}
