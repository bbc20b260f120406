//! Filling a text block: the question on one side, the finished text on the other.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::app::Model;
use crate::app::model::SIDE_BY_SIDE;
use crate::app::screen::form::State;
use crate::tailoring::SpanKind;
use crate::ui::widget::wrap::{Mark, lines, truncated};
use crate::ui::widget::{frame::boxed, input};
use crate::ui::{Look, marker};

pub(in crate::ui) fn draw(
    frame: &mut Frame,
    screen: Rect,
    model: &Model,
    state: &State,
    look: &Look,
) {
    let [form, preview] = if screen.width >= SIDE_BY_SIDE {
        Layout::horizontal([Constraint::Percentage(45), Constraint::Min(1)]).areas(screen)
    } else {
        Layout::vertical([Constraint::Percentage(50), Constraint::Min(1)]).areas(screen)
    };
    draw_form(frame, form, model, state, look);
    draw_preview(frame, preview, model, state, look);
}

fn draw_form(frame: &mut Frame, area: Rect, model: &Model, state: &State, look: &Look) {
    let text = model.shared.text();
    let inside = boxed(frame, area, &state.snippet.title, true, look);
    let Some(field) = state.field() else {
        frame.render_widget(Line::from(Span::styled(text.no_questions(), look.muted)), inside);
        return;
    };
    let width = usize::from(inside.width);
    let mut rows = inside.rows();
    let mut put = |frame: &mut Frame, line: Line<'static>| {
        if let Some(row) = rows.next() {
            frame.render_widget(line, row);
        }
    };
    let fields = &state.filled.fields;
    let mut remark = text.question_of(state.position() + 1, fields.len());
    for (say, words) in [
        (field.optional, text.optional()),
        (field.secret, text.secret()),
        (field.is_from_applicant(), text.applicant_origin()),
    ] {
        if say {
            remark.push_str(" · ");
            remark.push_str(words);
        }
    }
    put(frame, Line::from(Span::styled(remark, look.muted)));
    for line in lines(&field.question, width, look.heading, &[]) {
        put(frame, line);
    }
    if let Some(row) = rows.next() {
        let row = Rect { x: row.x + 2, width: row.width.saturating_sub(2), ..row };
        frame.render_widget(Span::styled("▸", look.key), Rect { x: inside.x, width: 1, ..row });
        input::draw(frame, row, &state.input, "", model.overlay.is_none(), look);
    }
    let mut put = |frame: &mut Frame, line: Line<'static>| {
        if let Some(row) = rows.next() {
            frame.render_widget(line, row);
        }
    };
    let choices = crate::app::screen::form::choices(field, &model.shared);
    if !choices.is_empty() {
        put(frame, Line::from(Span::styled(format!("{}:", text.choices()), look.muted)));
        for choice in &choices {
            let chosen = *choice == state.input.text();
            let style = if chosen { look.selection } else { look.text };
            let words = truncated(choice, width.saturating_sub(2));
            put(frame, Line::from(vec![marker(chosen, look), Span::styled(words, style)]));
        }
    }
    put(frame, Line::default());
    for (at, other) in fields.iter().enumerate() {
        let here = at == state.position();
        let value = match (&other.value, other.secret) {
            (Some(_), true) => "•••".to_owned(),
            (Some(value), false) => value.clone(),
            (None, _) if other.optional => "–".to_owned(),
            (None, _) => "?".to_owned(),
        };
        let style = if other.is_open() { look.warning } else { look.muted };
        let words =
            truncated(&format!("{}  {value}", short(&other.question)), width.saturating_sub(2));
        put(frame, Line::from(vec![marker(here, look), Span::styled(words, style)]));
    }
}

/// A question without the example in brackets.
fn short(question: &str) -> &str {
    question.split(" (").next().unwrap_or(question)
}

fn draw_preview(frame: &mut Frame, area: Rect, model: &Model, state: &State, look: &Look) {
    let text = model.shared.text();
    let title = format!("{} · {}", text.preview(), text.open_fields(state.open_count()));
    let inside = boxed(frame, area, &title, false, look);
    let (shown, spans) = state.filled.masked();
    let marks: Vec<Mark> = spans
        .iter()
        .map(|span| Mark {
            range: span.range.clone(),
            style: match span.kind {
                SpanKind::Open => look.gap,
                _ => look.filled,
            },
        })
        .collect();
    let wrapped = lines(&shown, usize::from(inside.width), look.text, &marks);
    // The current answer should be in view: show the part of the text it stands in.
    let height = usize::from(inside.height);
    let current =
        spans.iter().find(|span| state.field().is_some_and(|field| field.name == span.field));
    let line_of = current.map_or(0, |span| {
        crate::ui::widget::wrap::ranges(&shown, usize::from(inside.width))
            .iter()
            .position(|range| range.end >= span.range.start)
            .unwrap_or(0)
    });
    let top = (line_of + 2).saturating_sub(height).min(wrapped.len().saturating_sub(height));
    for (line, row) in wrapped.into_iter().skip(top).zip(inside.rows()) {
        frame.render_widget(line, row);
    }
}
