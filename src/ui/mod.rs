//! The picture: a pure function of the model.
//!
//! `view` changes nothing but the picture it keeps ready ([`Pictures`]). It returns what only the picture knows, such as how many rows fit;
//! the loop stores that for the next message.

mod look;
mod screen;
pub mod widget;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

pub use look::Look;
pub use widget::picture::Pictures;

use crate::app::model::Area;
use crate::app::model::Page;
use crate::app::{Drawn, Focus, Model, Overlay};

/// Smaller than this in either direction, one sentence says so.
const MINIMUM: (u16, u16) = (24, 6);

/// Draws the whole screen.
pub fn view(model: &Model, look: &Look, pictures: &mut Pictures, frame: &mut Frame) -> Drawn {
    let screen = frame.area();
    let mut drawn = Drawn { width: screen.width, height: screen.height, ..Drawn::default() };
    if screen.width < MINIMUM.0 || screen.height < MINIMUM.1 {
        frame.render_widget(Line::from(model.shared.text().too_small()), screen);
        return drawn;
    }
    let [body, footer] =
        Layout::vertical([Constraint::Min(1), Constraint::Length(1)]).areas(screen);
    if let Some(page) = model.pages.last() {
        match page {
            Page::Form(form) => screen::form::draw(frame, body, model, form, look),
            Page::Desk(desk) => screen::desk::draw(frame, body, model, desk, look, &mut drawn),
            Page::Job(job) => screen::job::draw(frame, body, model, job, look),
            Page::Applications(page) => {
                screen::applications::draw(frame, body, model, page, look, &mut drawn);
            }
            Page::Mine(mine) => screen::mine::draw(frame, body, model, mine, look),
            Page::Paper(paper) => screen::paper::draw(frame, body, model, paper, look, pictures),
            Page::Pay(pay) => screen::pay::draw(frame, body, model, pay, look, &mut drawn),
        }
    } else {
        let side_by_side = screen.width >= crate::app::model::SIDE_BY_SIDE;
        if side_by_side {
            let list_width = (screen.width / 3).clamp(38, 56);
            let [list, reader] =
                Layout::horizontal([Constraint::Length(list_width), Constraint::Min(1)])
                    .areas(body);
            screen::find::draw(frame, list, model, look, &mut drawn);
            screen::reader::draw(frame, reader, model, look, &mut drawn);
        } else if model.focus == Focus::Reader {
            screen::reader::draw(frame, body, model, look, &mut drawn);
        } else {
            screen::find::draw(frame, body, model, look, &mut drawn);
        }
    }
    widget::footer::draw(frame, footer, model, look);
    match &model.overlay {
        Some(Overlay::Picker(picker)) => {
            screen::picker::draw(frame, model, picker, look, &mut drawn);
        }
        Some(Overlay::Help(help)) => screen::help::draw(frame, model, help, look, &mut drawn),
        Some(Overlay::Confirm(confirm)) => screen::confirm::draw(frame, model, confirm, look),
        None => {}
    }
    drawn
}

fn area(rect: Rect) -> Area {
    Area { x: rect.x, y: rect.y, width: rect.width, height: rect.height }
}

/// The marker column of a list row: visible without colour.
fn marker(selected: bool, look: &Look) -> Span<'static> {
    if selected { Span::styled("▌", look.heading) } else { Span::raw(" ") }
}
