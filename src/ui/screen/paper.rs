//! The document screen: choices on one side, the first page on the other.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::app::Model;
use crate::app::screen::paper::State;
use crate::ui::widget::frame::boxed;
use crate::ui::widget::picture::Pictures;
use crate::ui::widget::wrap::lines;
use crate::ui::{Look, marker};

/// Columns of the choices where both stand beside each other, and from which they do.
const CHOICES: u16 = 34;
const SIDE_BY_SIDE: u16 = 64;
/// Rows of the choices above the page.
const CHOICE_ROWS: u16 = 8;

pub(in crate::ui) fn draw(
    frame: &mut Frame,
    screen: Rect,
    model: &Model,
    state: &State,
    look: &Look,
    pictures: &mut Pictures,
) {
    let text = model.shared.text();
    let [left, right] = if screen.width >= SIDE_BY_SIDE {
        Layout::horizontal([Constraint::Length(CHOICES), Constraint::Min(1)]).areas(screen)
    } else {
        Layout::vertical([Constraint::Length(CHOICE_ROWS), Constraint::Min(1)]).areas(screen)
    };
    let inside = boxed(frame, left, text.papers(), true, look);
    for ((at, row), area) in state.rows().into_iter().enumerate().zip(inside.rows()) {
        let selected = at == state.cursor.selected();
        let (label, value) = state.row(row, text, model.shared.language);
        let style = if selected { look.selection } else { look.text };
        let value = if selected { format!("‹ {value} ›") } else { format!("  {value}") };
        let line = Line::from(vec![
            marker(selected, look),
            Span::styled(format!("{label:<11}"), look.muted),
            Span::styled(value, style),
        ]);
        frame.render_widget(line, area);
    }
    let below = state.rows().len() + 1;
    let columns = usize::from(inside.width);
    let mut hint = match state.open_questions() {
        0 => Vec::new(),
        open => lines(&text.still_open(open), columns, look.warning, &[]),
    };
    hint.extend(lines(state.hint(&model.shared), columns, look.muted, &[]));
    for (line, row) in hint.into_iter().zip(inside.rows().skip(below)) {
        frame.render_widget(line, row);
    }
    let title = match &state.picture {
        Some(picture) => text.first_page(picture.pages),
        None => text.first_page(0),
    };
    let inside = boxed(frame, right, &title, false, look);
    let width = usize::from(inside.width);
    if let Some(problem) = &state.problem {
        for (line, row) in lines(problem, width, look.warning, &[]).into_iter().zip(inside.rows()) {
            frame.render_widget(line, row);
        }
        return;
    }
    let shown = state.picture.as_ref().is_some_and(|picture| pictures.draw(frame, inside, picture));
    if !shown && !pictures.is_on() {
        for (line, row) in lines(&state.text, width, look.text, &[]).into_iter().zip(inside.rows())
        {
            frame.render_widget(line, row);
        }
    }
}
