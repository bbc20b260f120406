//! Boxes with a title.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Borders, Clear};

use crate::ui::Look;

/// A box with a title; returns the area inside.
pub fn boxed(frame: &mut Frame, area: Rect, title: &str, active: bool, look: &Look) -> Rect {
    let style = if active { look.heading } else { look.muted };
    let block = Block::new()
        .borders(Borders::ALL)
        .border_type(if active { BorderType::Thick } else { BorderType::Plain })
        .border_style(look.border)
        .title(Line::from(Span::styled(format!(" {title} "), style)));
    let inside = block.inner(area);
    frame.render_widget(block, area);
    inside
}

/// A box over the middle of the screen, at most this large; returns the area inside.
pub fn overlay(frame: &mut Frame, width: u16, height: u16, title: &str, look: &Look) -> Rect {
    let screen = frame.area();
    let width = width.min(screen.width);
    let height = height.min(screen.height);
    let area = Rect {
        x: screen.x + (screen.width - width) / 2,
        y: screen.y + (screen.height - height) / 3,
        width,
        height,
    };
    frame.render_widget(Clear, area);
    boxed(frame, area, title, true, look)
}
