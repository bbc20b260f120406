//! The palette and the list of text blocks.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::screen::picker::{Kind, State};
use crate::app::{Drawn, Model};
use crate::ui::widget::frame::overlay;
use crate::ui::widget::input;
use crate::ui::widget::wrap::{Mark, styled, truncated};
use crate::ui::{Look, marker};

pub(in crate::ui) fn draw(
    frame: &mut Frame,
    model: &Model,
    state: &State,
    look: &Look,
    drawn: &mut Drawn,
) {
    let text = model.shared.text();
    let title = match state.kind {
        Kind::Palette => text.palette(),
        Kind::Blocks | Kind::ForLetter => text.blocks(),
        Kind::Letters => text.letters(),
        Kind::Copies => text.copies(),
        Kind::Filters => text.filters(),
    };
    let screen = frame.area();
    let inside = overlay(frame, 76, screen.height.saturating_sub(2), title, look);
    let [field, list] = Layout::vertical([Constraint::Length(2), Constraint::Min(1)]).areas(inside);
    frame.render_widget(Span::styled("▸", look.key), field);
    let typing = ratatui::layout::Rect {
        x: field.x + 2,
        width: field.width.saturating_sub(2),
        height: 1,
        ..field
    };
    input::draw(frame, typing, &state.input, "", true, look);

    drawn.overlay_rows = usize::from(list.height);
    if state.picks.is_empty() {
        frame.render_widget(Line::from(Span::styled(text.nothing_found(), look.muted)), list);
        return;
    }
    let top = state.cursor.window(drawn.overlay_rows, state.picks.len());
    drawn.overlay_top = top;
    let width = usize::from(list.width).saturating_sub(2);
    for ((at, (item, pick)), row) in state.shown().enumerate().skip(top).zip(list.rows()) {
        let selected = at == state.cursor.selected();
        let style = if selected { look.selection } else { look.text };
        let room = width.saturating_sub(item.remark.width() + 2).max(width / 2);
        let label = truncated(&item.label, room);
        let marks: Vec<Mark> = label
            .char_indices()
            .enumerate()
            .filter(|(number, _)| pick.positions.contains(number))
            .map(|(_, (at, c))| Mark { range: at..at + c.len_utf8(), style: look.matched })
            .collect();
        let mut line = styled(&label, 0..label.len(), style, &marks);
        line.spans.insert(0, marker(selected, look));
        let gap = width.saturating_sub(label.width() + item.remark.width());
        let remark = truncated(&item.remark, width.saturating_sub(label.width() + 1));
        line.spans.push(Span::styled(" ".repeat(gap.max(1)), style));
        line.spans.push(Span::styled(remark, if selected { style } else { look.muted }));
        frame.render_widget(line, row);
    }
}
