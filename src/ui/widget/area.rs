//! Text of several lines with its cursor in view.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use crate::app::text_area::TextArea;
use crate::ui::Look;
use crate::ui::widget::wrap;

/// Draws the text; the terminal's cursor stands in it, which is also where a screen reader looks.
/// An empty text shows a hint.
pub fn draw(frame: &mut Frame, area: Rect, text: &TextArea, hint: &str, active: bool, look: &Look) {
    draw_marked(frame, area, text, hint, &[], active, look);
}

/// The same with places that look different.
pub fn draw_marked(
    frame: &mut Frame,
    area: Rect,
    text: &TextArea,
    hint: &str,
    marks: &[wrap::Mark],
    active: bool,
    look: &Look,
) {
    if area.width == 0 || area.height == 0 {
        return;
    }
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    if text.is_empty() {
        for (line, row) in wrap::lines(hint, width, look.muted, &[]).into_iter().zip(area.rows()) {
            frame.render_widget(line, row);
        }
        if active {
            frame.set_cursor_position(Position::new(area.x, area.y));
        }
        return;
    }
    let ranges = wrap::ranges(text.text(), width);
    // A cursor behind the space that ends a line stands on that line.
    let cursor = text.cursor();
    let at = ranges.iter().rposition(|range| range.start <= cursor).unwrap_or(0);
    let top = (at + 1).saturating_sub(height);
    for (range, row) in ranges.iter().skip(top).zip(area.rows()) {
        frame.render_widget(wrap::styled(text.text(), range.clone(), look.text, marks), row);
    }
    if active {
        let start = ranges.get(at).map_or(0, |range| range.start);
        let before = text.text().get(start..cursor).unwrap_or_default();
        let column = u16::try_from(before.width()).unwrap_or(0).min(area.width - 1);
        let row = u16::try_from(at - top).unwrap_or(0).min(area.height - 1);
        frame.set_cursor_position(Position::new(area.x + column, area.y + row));
    }
}
