//! What professions pay: one line each, with bars on one common scale.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::app::screen::pay::State;
use crate::app::{Drawn, Model};
use crate::corpus::pay::Order;
use crate::corpus::profile::Amount;
use crate::ui::widget::wrap::truncated;
use crate::ui::widget::{frame::boxed, input, pay_bar};
use crate::ui::{Look, marker};

/// Columns of the median and its year, and of the narrowest bar worth drawing.
const FIGURES: usize = 20;
const NARROWEST_BAR: usize = 24;

pub(in crate::ui) fn draw(
    frame: &mut Frame,
    screen: Rect,
    model: &Model,
    state: &State,
    look: &Look,
    drawn: &mut Drawn,
) {
    let text = model.shared.text();
    let order = match state.order {
        Order::Median => text.by_median(),
        Order::Title => text.by_title(),
        Order::Field => text.by_field(),
    };
    let title = format!("{} · {} · {order}", text.pay_overview(), text.professions(state.len()));
    let inside = boxed(frame, screen, &title, true, look);
    let [field, list, scale, legend] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(inside);
    frame.render_widget(Span::styled("▸", look.key), field);
    let typing = Rect { x: field.x + 2, width: field.width.saturating_sub(2), ..field };
    input::draw(frame, typing, &state.input, text.pay_hint(), model.overlay.is_none(), look);

    let width = usize::from(inside.width);
    let titles = (width * 2 / 5).clamp(24, 52);
    let bar = width.saturating_sub(titles + FIGURES + 3).max(NARROWEST_BAR);
    drawn.list_rows = usize::from(list.height);
    let top = state.cursor.window(drawn.list_rows, state.len());
    drawn.list_top = top;
    if state.is_empty() {
        frame.render_widget(Line::from(Span::styled(text.nothing_found(), look.muted)), list);
        return;
    }
    for ((at, row), area) in state.shown().enumerate().skip(top).zip(list.rows()) {
        let selected = at == state.cursor.selected();
        let style = if selected { look.selection } else { look.text };
        let label = truncated(&row.title, titles);
        let median = row.figures.median.map_or_else(String::new, Amount::text);
        let drawn_bar = pay_bar::bar(&row.figures, bar).unwrap_or_default();
        frame.render_widget(
            Line::from(vec![
                marker(selected, look),
                Span::styled(format!("{label:titles$} {median:>12} {} ", row.figures.year), style),
                Span::raw(" "),
                Span::styled(drawn_bar, look.bar),
            ]),
            area,
        );
    }
    let indent = " ".repeat(titles + FIGURES + 1);
    let ends = Span::styled(format!("{indent}{}", pay_bar::scale(bar)), look.muted);
    frame.render_widget(Line::from(ends), scale);
    let words = truncated(text.pay_overview_legend(), width);
    frame.render_widget(Line::from(Span::styled(words, look.muted)), legend);
}
