//! "Meine Daten": the fields of the person's file, and what else it holds.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::app::Model;
use crate::app::screen::mine::State;
use crate::i18n::Language;
use crate::tailoring::applicant::{FIELDS, FieldKind};
use crate::ui::Look;
use crate::ui::widget::wrap::lines;
use crate::ui::widget::{fields, frame::boxed};

pub(in crate::ui) fn draw(
    frame: &mut Frame,
    screen: Rect,
    model: &Model,
    state: &State,
    look: &Look,
) {
    let text = model.shared.text();
    let inside = boxed(frame, screen, text.my_data(), true, look);
    let [list, foot] = Layout::vertical([Constraint::Min(2), Constraint::Length(4)]).areas(inside);
    let german = model.shared.language == Language::German;
    let rows: Vec<(&str, String)> = FIELDS
        .iter()
        .map(|field| {
            let value = state.document.get(field);
            let hidden = field.kind == FieldKind::Secret && !value.is_empty();
            let value = if hidden { "•••".to_owned() } else { value };
            (if german { field.de } else { field.en }, value)
        })
        .collect();
    fields::draw(
        frame,
        list,
        &rows,
        state.cursor,
        Some(&state.input),
        model.overlay.is_none(),
        look,
    );
    let counts: Vec<String> = state
        .document
        .sections()
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    let width = usize::from(foot.width);
    let mut below = lines(&counts.join(" · "), width, look.text, &[]);
    below.extend(lines(text.my_data_legend(), width, look.muted, &[]));
    let first = Line::from(Span::raw(""));
    for (line, row) in std::iter::once(first).chain(below).zip(foot.rows()) {
        frame.render_widget(line, row);
    }
}
