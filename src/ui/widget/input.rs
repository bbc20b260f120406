//! A text field on one line, with its cursor in view.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::{Frame, style::Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::app::text_field::TextField;
use crate::ui::Look;

/// Draws the field; when it is `active`, the terminal's cursor stands in it, which is also where
/// a screen reader looks. An empty field shows a hint.
pub fn draw(
    frame: &mut Frame,
    area: Rect,
    field: &TextField,
    hint: &str,
    active: bool,
    look: &Look,
) {
    if area.width == 0 || area.height == 0 {
        return;
    }
    let (before, after) = field.split();
    let room = usize::from(area.width).saturating_sub(1);
    // The end of the text before the cursor that fits.
    let mut used = 0;
    let mut start = before.len();
    for (at, grapheme) in before.grapheme_indices(true).rev() {
        used += grapheme.width();
        if used > room {
            break;
        }
        start = at;
    }
    let visible = before.get(start..).unwrap_or_default();
    let line = if field.is_empty() {
        Line::from(Span::styled(hint.to_owned(), look.muted))
    } else {
        Line::from(Span::styled(format!("{visible}{after}"), Style::new()))
    };
    frame.render_widget(line, area);
    if active {
        let column = area.x + u16::try_from(visible.width()).unwrap_or(0).min(area.width - 1);
        frame.set_cursor_position(Position::new(column, area.y));
    }
}
