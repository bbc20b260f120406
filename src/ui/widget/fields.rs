//! Fields one below the other; the chosen one can be typed in.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::cursor::Cursor;
use crate::app::text_field::TextField;
use crate::ui::widget::input;
use crate::ui::widget::wrap::truncated;
use crate::ui::{Look, marker};

/// Draws labels and values, two lines each; `input` stands in place of the chosen value.
pub fn draw(
    frame: &mut Frame,
    area: Rect,
    fields: &[(&str, String)],
    cursor: Cursor,
    input: Option<&TextField>,
    active: bool,
    look: &Look,
) {
    let room = usize::from(area.height / 2).max(1);
    let top = cursor.window(room, fields.len());
    let width = usize::from(area.width).saturating_sub(4);
    for (line, (at, (label, value))) in fields.iter().enumerate().skip(top).take(room).enumerate() {
        let y = area.y + u16::try_from(line * 2).unwrap_or(0);
        let selected = at == cursor.selected();
        let row = Rect { y, height: 1, ..area };
        let label =
            Span::styled((*label).to_owned(), if selected { look.heading } else { look.muted });
        frame.render_widget(Line::from(vec![marker(selected, look), Span::raw(" "), label]), row);
        let below = Rect {
            x: area.x + 3,
            y: y + 1,
            width: area.width.saturating_sub(3),
            height: u16::from(y + 1 < area.bottom()),
        };
        match input.filter(|_| selected) {
            Some(input) => input::draw(frame, below, input, "", active, look),
            None => {
                let words =
                    if value.is_empty() { "–".to_owned() } else { truncated(value, width) };
                frame.render_widget(Line::from(Span::styled(words, look.text)), below);
            }
        }
    }
}
