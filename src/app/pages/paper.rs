//! The document screen: opening it, choosing, writing the file.

use super::close;
use crate::app::effect::Effect;
use crate::app::model::{Model, Page, Status};
use crate::app::screen::paper::{Source, State};
use crate::keymap::Command;

/// Pixels of a picture for each row of the screen: enough for terminals that draw real pixels.
const PIXELS: u32 = 20;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    let source = match model.pages.last() {
        Some(Page::Desk(desk)) => {
            Some(Source { letter: desk.letter.clone(), rendered: desk.rendered.clone() })
        }
        _ => None,
    };
    let profile = match model.pages.last() {
        Some(Page::Desk(desk)) => Some(desk.profile),
        _ => model.reader.as_ref().map(|reader| reader.profile),
    };
    close(model, |page| matches!(page, Page::Paper(_)));
    model.pages.push(Page::Paper(Box::new(State::open(source, profile))));
    Vec::new()
}

pub(super) fn command(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Page::Paper(paper)) = model.pages.last_mut() else { return Vec::new() };
    match command {
        Command::PaperDown => paper.step(1),
        Command::PaperUp => paper.step(-1),
        Command::PaperNext => paper.change(1),
        Command::PaperPrevious => paper.change(-1),
        Command::PaperWrite => match paper.order(&model.shared) {
            Ok(order) => {
                let format = paper.format();
                return vec![Effect::WriteDocument { order: Box::new(order), format }];
            }
            Err(obstacles) => {
                let language = model.shared.language;
                model.status =
                    obstacles.first().and_then(|o| Status::warning(o.sentence(language)));
            }
        },
        _ => {}
    }
    Vec::new()
}

/// Asks for the picture of what is chosen if it is another one than before.
pub(in crate::app) fn preview(model: &mut Model) -> Vec<Effect> {
    let height = u32::from(model.drawn.height.max(24)) * PIXELS;
    let Some(Page::Paper(paper)) = model.pages.last_mut() else { return Vec::new() };
    let question = paper.question(&model.shared);
    question
        .map(|(ticket, order)| Effect::Preview { ticket, order: Box::new(order), height })
        .into_iter()
        .collect()
}
