//! The help: made from the command list, with the keys in force.

use ratatui::Frame;
use ratatui::text::{Line, Span};

use crate::app::screen::help::State;
use crate::app::{Drawn, Model};
use crate::keymap::{Command, Context};
use crate::ui::Look;
use crate::ui::widget::frame::overlay;
use crate::ui::widget::wrap::truncated;

pub(in crate::ui) fn draw(
    frame: &mut Frame,
    model: &Model,
    state: &State,
    look: &Look,
    drawn: &mut Drawn,
) {
    let screen = frame.area();
    let inside = overlay(frame, 84, screen.height, model.shared.text().help(), look);
    let width = usize::from(inside.width);
    let language = model.shared.language;
    let mut lines = Vec::new();
    for context in Context::ALL {
        let mut commands = Command::all().filter(|command| command.context() == context).peekable();
        if commands.peek().is_none() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.push(Line::from(Span::styled(context.name(language), look.heading)));
        for command in commands {
            let keys: Vec<String> =
                model.shared.keymap.keys(command).iter().map(|key| key.label(language)).collect();
            let keys = truncated(&keys.join(" "), 20);
            let sentence = command.sentence(language);
            lines.push(Line::from(vec![
                Span::styled(format!(" {keys:<21}"), look.key),
                Span::raw(truncated(sentence, width.saturating_sub(22))),
            ]));
        }
    }
    drawn.overlay_rows = usize::from(inside.height);
    drawn.overlay_lines = lines.len();
    let top = state.top.min(lines.len().saturating_sub(drawn.overlay_rows));
    for (line, row) in lines.into_iter().skip(top).zip(inside.rows()) {
        frame.render_widget(line, row);
    }
}
