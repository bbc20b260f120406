//! The painter: a thread that sets documents, so that a long one never holds up a key.
//!
//! Of pictures that wait only the last is made; files are all written.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;

use super::Event;
use super::keeper::free_name;
use crate::app::Msg;
use crate::corpus::load;
use crate::document::order::{Format, Order};
use crate::i18n::Language;
use crate::store::private;

pub enum Wish {
    Picture { ticket: u64, order: Box<Order>, height: u32 },
    File { order: Box<Order>, format: Format, language: Language },
}

/// Starts the thread; it ends with the sender. `folder` is where files go.
pub(super) fn start(folder: Option<PathBuf>, events: Sender<Event>) -> Sender<Wish> {
    let (wishes, inbox) = mpsc::channel::<Wish>();
    let _ = thread::Builder::new().name("painter".to_owned()).spawn(move || {
        while let Ok(first) = inbox.recv() {
            let waiting: Vec<Wish> = std::iter::once(first).chain(inbox.try_iter()).collect();
            let last = waiting.iter().rposition(|wish| matches!(wish, Wish::Picture { .. }));
            for (at, wish) in waiting.into_iter().enumerate() {
                let answer = match wish {
                    Wish::Picture { .. } if Some(at) != last => continue,
                    Wish::Picture { ticket, order, height } => {
                        Msg::Preview { ticket, picture: order.picture(height).map(Arc::new) }
                    }
                    Wish::File { order, format, language } => {
                        write(folder.as_ref(), &order, format, language)
                    }
                };
                if events.send(Event::Answer(answer)).is_err() {
                    return;
                }
            }
        }
    });
    wishes
}

/// Private, whole, and under a name that is free.
fn write(folder: Option<&PathBuf>, order: &Order, format: Format, language: Language) -> Msg {
    let text = language.text();
    let Some(folder) = folder else { return Msg::Warning(text.no_place_for_data().to_owned()) };
    match order.file(format) {
        Ok((name, bytes, pages)) => {
            let file = free_name(folder, &name);
            match private::write(&file, &bytes) {
                Ok(()) => Msg::Note(text.paper_written(&load::display(&file), pages)),
                Err(error) => Msg::Warning(format!("{}: {error}", load::display(&file))),
            }
        }
        Err(obstacles) => {
            let lines: Vec<String> = obstacles.iter().map(|o| o.sentence(language)).collect();
            Msg::Warning(lines.join("; "))
        }
    }
}
