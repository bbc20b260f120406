//! A job in three views: its advertisement, what was found in it, the comparison.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::app::Model;
use crate::app::screen::job::{FIELDS, State, Tab};
use crate::i18n::Language;
use crate::matching::Verdict;
use crate::ui::widget::wrap::{lines, truncated};
use crate::ui::widget::{area, fields, frame::boxed};
use crate::ui::{Look, marker};

pub(in crate::ui) fn draw(
    frame: &mut Frame,
    screen: Rect,
    model: &Model,
    state: &State,
    look: &Look,
) {
    let text = model.shared.text();
    let profile = model.shared.corpus.profile(state.profile);
    let profession = profile.as_ref().map_or_else(String::new, |profile| profile.title.pair());
    match state.tab {
        Tab::Text => {
            let title = format!("{} · {profession}", text.job());
            let inside = boxed(frame, screen, &title, true, look);
            area::draw(
                frame,
                inside,
                &state.area,
                text.advert_hint(),
                model.overlay.is_none(),
                look,
            );
        }
        Tab::Fields => {
            let [left, right] = beside(screen);
            let inside = boxed(frame, left, text.advert_found(), true, look);
            let german = model.shared.language == Language::German;
            let labels = FIELDS.iter().map(|(_, de, en)| if german { *de } else { *en });
            let rows: Vec<(&str, String)> =
                labels.zip(state.values.iter().map(|value| value.text().to_owned())).collect();
            let input = state.values.get(state.field.selected());
            fields::draw(frame, inside, &rows, state.field, input, model.overlay.is_none(), look);
            let inside = boxed(frame, right, text.job(), false, look);
            let width = usize::from(inside.width);
            let shown = lines(&state.advert.text, width, look.muted, &[]);
            for (line, row) in shown.into_iter().zip(inside.rows()) {
                frame.render_widget(line, row);
            }
        }
        Tab::Match => draw_match(frame, screen, model, state, look),
    }
}

fn beside(screen: Rect) -> [Rect; 2] {
    if screen.width >= 70 {
        Layout::horizontal([Constraint::Percentage(50), Constraint::Min(1)]).areas(screen)
    } else {
        Layout::vertical([Constraint::Percentage(60), Constraint::Min(1)]).areas(screen)
    }
}

fn draw_match(frame: &mut Frame, screen: Rect, model: &Model, state: &State, look: &Look) {
    let text = model.shared.text();
    let [left, right] = beside(screen);
    let rows = state.rows();
    let count = |verdict| rows.iter().filter(|row| row.verdict() == verdict).count();
    let counts =
        text.match_counts(count(Verdict::Shown), count(Verdict::Partly), count(Verdict::Missing));
    let inside = boxed(frame, left, &counts, true, look);
    if rows.is_empty() {
        let line = Line::from(Span::styled(text.no_requirements(), look.muted));
        frame.render_widget(line, inside);
    }
    let height = usize::from(inside.height);
    let top = state.cursor.window(height, rows.len());
    let width = usize::from(inside.width).saturating_sub(14);
    for ((at, row), place) in rows.iter().enumerate().skip(top).zip(inside.rows()) {
        let selected = at == state.cursor.selected();
        // The sign says the verdict without colour.
        let (sign, style) = match row.verdict() {
            Verdict::Shown => ("✓", look.note),
            Verdict::Partly => ("~", look.text),
            Verdict::Missing => ("✗", look.warning),
        };
        let words = truncated(&row.requirement, width);
        frame.render_widget(
            Line::from(vec![
                marker(selected, look),
                Span::styled(format!("{sign} {:<10}", row.verdict().label()), style),
                Span::styled(words, if selected { look.selection } else { look.text }),
            ]),
            place,
        );
    }
    let inside = boxed(frame, right, text.match_title(), false, look);
    let width = usize::from(inside.width);
    let mut detail: Vec<Line> = Vec::new();
    if let Some(row) = state.row() {
        detail.extend(lines(&row.requirement, width, look.heading, &[]));
        detail.push(Line::default());
        if let Some(evidence) = row.evidence.as_ref().filter(|_| row.verdict() != Verdict::Missing)
        {
            let source = format!("{}: {}", evidence.kind.label(), evidence.source);
            detail.extend(lines(&source, width, look.text, &[]));
            detail.extend(lines(&evidence.text, width, look.filled, &[]));
            detail.push(Line::default());
        }
        let mut reason = row.reason.clone();
        if row.overruled.is_some() {
            reason = format!("{}; {reason}", text.decided_by_you());
        }
        detail.extend(lines(&reason, width, look.muted, &[]));
        detail.push(Line::default());
    }
    let own: Vec<&str> = state
        .result
        .unnamed
        .iter()
        .filter(|(_, evidence)| evidence.is_some())
        .map(|(skill, _)| skill.as_str())
        .collect();
    if !own.is_empty() {
        detail.extend(lines(text.not_named(), width, look.muted, &[]));
        detail.extend(lines(&own.join(", "), width, look.text, &[]));
    }
    let others = state.result.unnamed.iter().filter(|(_, evidence)| evidence.is_none());
    let others: Vec<&str> = others.map(|(skill, _)| skill.as_str()).collect();
    if !others.is_empty() {
        detail.push(Line::default());
        detail.extend(lines(text.also_in_profession(), width, look.muted, &[]));
        detail.extend(lines(&others.join(", "), width, look.text, &[]));
    }
    for (line, row) in detail.into_iter().zip(inside.rows()) {
        frame.render_widget(line, row);
    }
}
