//! The letter desk: parts on one side, the whole letter on the other, facts about it below.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::app::screen::desk::State;
use crate::app::{Drawn, Model};
use crate::i18n::Text;
use crate::letter::{Hint, PAGE_LINES, Review};
use crate::tailoring::SpanKind;
use crate::ui::screen::proof;
use crate::ui::widget::wrap::{Mark, lines, truncated};
use crate::ui::widget::{area, frame::boxed};
use crate::ui::{Look, marker};

/// Columns from which parts and letter stand beside each other.
const SIDE_BY_SIDE: u16 = 70;

pub(in crate::ui) fn draw(
    frame: &mut Frame,
    screen: Rect,
    model: &Model,
    state: &State,
    look: &Look,
    drawn: &mut Drawn,
) {
    let text = model.shared.text();
    let remarks = remarks(&state.review, proof::remark(model, &state.proof), text);
    let height = u16::try_from(remarks.len()).unwrap_or(4).min(5) + 2;
    let [body, foot] =
        Layout::vertical([Constraint::Min(3), Constraint::Length(height)]).areas(screen);
    let [left, right] = if screen.width >= SIDE_BY_SIDE {
        Layout::horizontal([Constraint::Percentage(36), Constraint::Min(1)]).areas(body)
    } else {
        Layout::vertical([Constraint::Percentage(40), Constraint::Min(1)]).areas(body)
    };
    if state.proof.list.is_some() {
        proof::draw_list(frame, left, model, &state.proof, look, drawn);
    } else if state.questions.is_some() {
        draw_questions(frame, left, model, state, look, drawn);
    } else {
        draw_parts(frame, left, text, state, look, drawn);
    }
    match &state.writing {
        Some(writing) => {
            let title = state.rendered.get(state.cursor.selected()).map_or("", |part| &part.title);
            let inside = boxed(frame, right, title, true, look);
            let (at, written) = (state.cursor.selected(), writing.text());
            let cursor = Some(writing.cursor());
            let marks = proof::marked(&state.proof, at, written, Vec::new(), cursor, look);
            let active = model.overlay.is_none();
            area::draw_marked(frame, inside, writing, "", &marks, active, look);
        }
        None => draw_letter(frame, right, text, state, look),
    }
    let inside = boxed(frame, foot, &state.record.name, false, look);
    for ((words, style), row) in remarks.iter().zip(inside.rows()) {
        let line = truncated(words, usize::from(inside.width));
        frame.render_widget(Line::from(Span::styled(line, style(look))), row);
    }
}

/// A style by its name in the look.
type Tone = fn(&Look) -> Style;

/// Facts first, then hints.
fn remarks(review: &Review, proof: Option<String>, text: &dyn Text) -> Vec<(String, Tone)> {
    let note: Tone = |look| look.text;
    let muted: Tone = |look| look.muted;
    let answered = review.answered.iter().filter(|answered| **answered).count();
    let questions = text.questions_answered(answered, review.answered.len());
    let mut remarks = vec![
        (text.letter_facts(review.words, review.lines, PAGE_LINES), note),
        (format!("{} · {questions}", text.open_fields(review.open.len())), note),
    ];
    remarks.extend(proof.map(|words| (words, (|look| look.warning) as Tone)));
    for hint in &review.hints {
        let words = match hint {
            Hint::NoReason => text.hint_no_reason(),
            Hint::NoEvidence => text.hint_no_evidence(),
            Hint::NoClosing => text.hint_no_closing(),
        };
        remarks.push((words.to_owned(), muted));
    }
    for (word, count) in review.repeated.iter().take(1) {
        remarks.push((text.repeated_opening(word, *count), muted));
    }
    remarks
}

fn draw_parts(
    frame: &mut Frame,
    area: Rect,
    text: &dyn Text,
    state: &State,
    look: &Look,
    drawn: &mut Drawn,
) {
    let inside = boxed(frame, area, text.desk(), state.writing.is_none(), look);
    drawn.list_rows = usize::from(inside.height);
    let top = state.cursor.window(drawn.list_rows, state.rendered.len());
    drawn.list_top = top;
    let width = usize::from(inside.width).saturating_sub(1);
    for ((at, part), row) in state.rendered.iter().enumerate().skip(top).zip(inside.rows()) {
        let selected = at == state.cursor.selected();
        let open = part.filled.fields.iter().filter(|field| field.is_open()).count();
        let remark = match (open, part.edited) {
            (_, true) => text.own_words().to_owned(),
            (0, false) => String::new(),
            (open, false) => text.open_fields(open),
        };
        let room = width.saturating_sub(remark.chars().count() + 1);
        let title = truncated(&part.title, room);
        let gap = width.saturating_sub(title.chars().count() + remark.chars().count());
        let style = if selected { look.selection } else { look.text };
        let remark_style = match (selected, open) {
            (true, _) => style,
            (false, 0) => look.muted,
            (false, _) => look.warning,
        };
        let line = Line::from(vec![
            marker(selected, look),
            Span::styled(title, style),
            Span::styled(" ".repeat(gap), style),
            Span::styled(remark, remark_style),
        ]);
        frame.render_widget(line, row);
    }
}

fn draw_questions(
    frame: &mut Frame,
    area: Rect,
    model: &Model,
    state: &State,
    look: &Look,
    drawn: &mut Drawn,
) {
    let inside = boxed(frame, area, model.shared.text().questions(), true, look);
    let Some(profile) = model.shared.corpus.profile(state.profile) else { return };
    let cursor = state.questions.unwrap_or_default();
    drawn.list_rows = usize::from(inside.height);
    let width = usize::from(inside.width).saturating_sub(5);
    let mut rows = inside.rows();
    for (at, tip) in profile.tips.iter().enumerate() {
        let selected = at == cursor.selected();
        let answered = state.review.answered.get(at).copied().unwrap_or_default();
        let sign = if answered { "[x] " } else { "[ ] " };
        let style = if selected { look.selection } else { look.text };
        for (number, line) in lines(&tip.question, width, style, &[]).into_iter().enumerate() {
            let Some(row) = rows.next() else { return };
            let mut line = line;
            line.spans.insert(0, Span::styled(if number == 0 { sign } else { "    " }, look.text));
            line.spans.insert(0, marker(selected, look));
            frame.render_widget(line, row);
        }
    }
}

/// The letter as it will be copied; the chosen part stands in view.
fn draw_letter(frame: &mut Frame, area: Rect, text: &dyn Text, state: &State, look: &Look) {
    let inside = boxed(frame, area, text.letter_text(), false, look);
    let width = usize::from(inside.width).saturating_sub(2);
    let height = usize::from(inside.height);
    let mut shown: Vec<Line> = Vec::new();
    let mut chosen = 0..0;
    for (at, part) in state.rendered.iter().enumerate() {
        let selected = at == state.cursor.selected();
        let start = shown.len();
        let (words, spans) = part.filled.masked();
        let marks: Vec<Mark> = spans
            .iter()
            .map(|span| Mark {
                range: span.range.clone(),
                style: if span.kind == SpanKind::Open { look.gap } else { look.filled },
            })
            .collect();
        let marks = proof::marked(&state.proof, at, &words, marks, None, look);
        for mut line in lines(&words, width, look.text, &marks) {
            line.spans.insert(0, marker(selected, look));
            line.spans.insert(1, Span::raw(" "));
            shown.push(line);
        }
        if selected {
            chosen = start..shown.len();
        }
        shown.push(Line::default());
    }
    let top =
        if chosen.end > height { chosen.start.min(shown.len().saturating_sub(height)) } else { 0 };
    for (line, row) in shown.into_iter().skip(top).zip(inside.rows()) {
        frame.render_widget(line, row);
    }
}
