//! All applications in a list, or the data of one.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

use crate::app::screen::applications::{FIELDS, State};
use crate::app::{Drawn, Model};
use crate::i18n::Language;
use crate::ui::widget::wrap::truncated;
use crate::ui::widget::{fields, frame::boxed, input};
use crate::ui::{Look, marker};

pub(in crate::ui) fn draw(
    frame: &mut Frame,
    screen: Rect,
    model: &Model,
    state: &State,
    look: &Look,
    drawn: &mut Drawn,
) {
    let text = model.shared.text();
    if let Some(detail) = &state.detail {
        let inside = boxed(frame, screen, text.applications(), true, look);
        let german = model.shared.language == Language::German;
        let labels = FIELDS.iter().map(|(de, en)| if german { *de } else { *en });
        let rows: Vec<(&str, String)> =
            labels.zip(detail.values.iter().map(|value| value.text().to_owned())).collect();
        let input = detail.values.get(detail.field.selected());
        fields::draw(frame, inside, &rows, detail.field, input, model.overlay.is_none(), look);
        return;
    }
    let shown = state.shown();
    let title = format!("{} · {}", text.applications(), shown.len());
    let inside = boxed(frame, screen, &title, true, look);
    let [field, list] = Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(inside);
    frame.render_widget(Span::styled("▸", look.key), field);
    let typing = Rect { x: field.x + 2, width: field.width.saturating_sub(2), ..field };
    input::draw(
        frame,
        typing,
        &state.input,
        text.applications_hint(),
        model.overlay.is_none(),
        look,
    );
    drawn.list_rows = usize::from(list.height);
    let top = state.cursor.window(drawn.list_rows, shown.len());
    drawn.list_top = top;
    if shown.is_empty() && !state.loading {
        frame.render_widget(Line::from(Span::styled(text.no_applications(), look.muted)), list);
        return;
    }
    let width = usize::from(list.width);
    let (employer, position) = (width * 3 / 10, width * 3 / 10);
    for ((at, application), row) in shown.iter().enumerate().skip(top).zip(list.rows()) {
        let selected = at == state.cursor.selected();
        let style = if selected { look.selection } else { look.text };
        let mut words = format!(
            "{:<employer$} {:<position$} {:<13} {:<10}",
            truncated(&application.employer, employer),
            truncated(&application.position, position),
            application.status.label(),
            application.next_date,
        );
        if application.archived {
            words.push(' ');
            words.push_str(text.archived());
        }
        let words = truncated(&words, width.saturating_sub(1));
        frame.render_widget(
            Line::from(vec![marker(selected, look), Span::styled(words, style)]),
            row,
        );
    }
}
