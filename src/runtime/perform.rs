//! The one place where effects happen.

use std::sync::mpsc::Sender;

use super::Event;
use super::jobs;
use super::searcher::Searcher;
use super::words;
use crate::app::{CopySubject, Effect, Found, Model, Msg, Shared};
use crate::clipboard::{Clipboard, Outcome, Request};
use crate::quick_jump;
use crate::search::Place;
use crate::terminal::{Session, TerminalError};

/// The world as the loop sees it.
pub(super) struct World {
    /// `None` until the index is there.
    pub searcher: Option<Searcher>,
    copies: Sender<Request>,
}

impl World {
    pub(super) fn new(clipboard: Clipboard, events: Sender<Event>) -> Self {
        Self { searcher: None, copies: jobs::clipboard(clipboard, events) }
    }

    /// Carries an effect out. What it brings at once is returned, the rest comes as an event.
    pub(super) fn perform(&self, effect: Effect, shared: &Shared) -> Option<Msg> {
        match effect {
            Effect::Search { ticket, query, explain } => {
                let found = self
                    .searcher
                    .as_ref()
                    .and_then(|searcher| searcher.find(&shared.corpus, &query, explain));
                let names_only = found.is_none();
                let found = found.unwrap_or_else(|| by_name(shared, &query));
                Some(Msg::Found { ticket, found, names_only })
            }
            Effect::Explain { ticket, query, hits, from } => {
                let searcher = self.searcher.as_ref()?;
                let whys = searcher.explain(&shared.corpus, &query, &hits);
                Some(Msg::Explained { ticket, from, whys })
            }
            Effect::Copy { text, subject, consent } => {
                let personal = subject == CopySubject::Personal;
                let sent = self.copies.send(Request { text, personal, consent });
                sent.is_err().then(|| Msg::Warning(shared.text().worker_panicked().to_owned()))
            }
            // The loop's own business.
            Effect::Quit | Effect::Redraw | Effect::Suspend | Effect::SetMouse(_) => None,
        }
    }
}

/// Professions whose titles fit, while there is no index.
fn by_name(shared: &Shared, query: &str) -> Vec<Found> {
    let titles: Vec<String> =
        shared.corpus.profiles().iter().map(|profile| profile.title.pair()).collect();
    quick_jump::pick(titles.iter().map(String::as_str), query)
        .into_iter()
        .map(|pick| Found { profile: pick.index, place: Place::Title, repaired: None, why: None })
        .collect()
}

/// What became of a copy, as a message. Bytes for the terminal are written here, between frames.
pub(super) fn copied(
    session: &mut Session,
    model: &Model,
    request: Request,
    outcome: &Outcome,
) -> Result<Option<Msg>, TerminalError> {
    let text = model.shared.text();
    if let Outcome::Send { bytes, .. } = outcome {
        session.write_raw(bytes)?;
    }
    if let Outcome::NeedsConsent(route) = outcome {
        let question = text.copy_consent(route.name());
        return Ok(Some(Msg::CopyNeedsConsent { text: request.text, question }));
    }
    Ok(Some(match words::outcome(text, outcome) {
        Ok(sentence) => Msg::Note(sentence),
        Err(sentence) => Msg::Warning(sentence),
    }))
}
