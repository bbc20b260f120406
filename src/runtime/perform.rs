//! The one place where effects happen.

use std::cell::OnceCell;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use super::Event;
use super::jobs;
use super::keeper::{Keeper, Wish};
use super::painter::{self, Wish as Paint};
use super::proofreader::{self, Wish as Ask, Words};
use super::searcher::{Question, Searcher};
use super::words;
use crate::app::{CopySubject, Effect, Found, Model, Msg, Shared};
use crate::clipboard::{Clipboard, Outcome, Request};
use crate::corpus::Corpus;
use crate::quick_jump;
use crate::search::Place;
use crate::terminal::{Session, TerminalError};

/// The world as the loop sees it.
pub(super) struct World {
    /// `None` until the index is there.
    searcher: Option<Arc<Searcher>>,
    /// Where questions go that may take longer than a frame.
    worker: Option<Sender<Question>>,
    events: Sender<Event>,
    copies: Sender<Request>,
    keeper: Keeper,
    /// Started with the first letter that is to be read.
    proofreader: OnceCell<Sender<Ask>>,
    /// The person's own word list.
    words: Option<PathBuf>,
    /// Started with the first document.
    painter: OnceCell<Sender<Paint>>,
    /// Where files of the person go.
    exports: Option<PathBuf>,
}

/// What became of a question.
enum Asked {
    Answered(Msg),
    /// The answer will come as an event.
    Waiting,
    /// There is no index to ask, or it cannot be read.
    Nobody(Question),
}

/// Above this number of professions a question may outlast a frame and goes to a thread.
const LARGE: usize = 20_000;

impl World {
    pub(super) fn new(
        clipboard: Clipboard,
        keeper: Keeper,
        words: Option<PathBuf>,
        exports: Option<PathBuf>,
        events: Sender<Event>,
    ) -> Self {
        let copies = jobs::clipboard(clipboard, events.clone());
        let proofreader = OnceCell::new();
        Self {
            searcher: None,
            worker: None,
            events,
            copies,
            keeper,
            proofreader,
            words,
            exports,
            painter: OnceCell::new(),
        }
    }

    fn paint(&self, wish: Paint) {
        let painter =
            self.painter.get_or_init(|| painter::start(self.exports.clone(), self.events.clone()));
        let _ = painter.send(wish);
    }

    /// Nothing is lost if nobody answers: the letter is only not read.
    fn proofread(&self, ask: Ask, shared: &Shared) {
        let reader = self.proofreader.get_or_init(|| {
            let words = Words {
                corpus: Arc::clone(&shared.corpus),
                applicant: shared.applicant.clone(),
                file: self.words.clone(),
            };
            proofreader::start(words, self.events.clone())
        });
        let _ = reader.send(ask);
    }

    /// From now on questions are answered by this.
    pub(super) fn set_searcher(&mut self, searcher: Searcher, corpus: &Arc<Corpus>) {
        let searcher = Arc::new(searcher);
        self.worker = (searcher.engine.documents() > LARGE).then(|| {
            jobs::searcher(Arc::clone(&searcher), Arc::clone(corpus), self.events.clone())
        });
        self.searcher = Some(searcher);
    }

    fn ask(&self, question: Question, shared: &Shared) -> Asked {
        let Some(searcher) = &self.searcher else { return Asked::Nobody(question) };
        if let Some(worker) = &self.worker {
            return match worker.send(question) {
                Ok(()) => Asked::Waiting,
                Err(returned) => Asked::Nobody(returned.0),
            };
        }
        match searcher.answer(&shared.corpus, &question) {
            Some(msg) => Asked::Answered(msg),
            None => Asked::Nobody(question),
        }
    }

    /// Reads the person's file again, after an editor.
    pub(super) fn reload_applicant(&self) {
        self.keeper.ask(Wish::Applicant);
    }

    /// Carries an effect out. What it brings at once is returned, the rest comes as an event.
    pub(super) fn perform(&self, effect: Effect, shared: &Shared) -> Option<Msg> {
        match effect {
            Effect::Search { ticket, query, explain } => {
                let question = Question::Search { ticket, query, explain };
                match self.ask(question, shared) {
                    Asked::Answered(msg) => Some(msg),
                    Asked::Waiting => None,
                    Asked::Nobody(Question::Search { query, .. }) => {
                        let found = by_name(shared, &query);
                        let total = found.len();
                        Some(Msg::Found { ticket, found, total, names_only: true })
                    }
                    Asked::Nobody(_) => None,
                }
            }
            Effect::Explain { ticket, query, hits, from } => {
                match self.ask(Question::Explain { ticket, query, hits, from }, shared) {
                    Asked::Answered(msg) => Some(msg),
                    Asked::Waiting | Asked::Nobody(_) => None,
                }
            }
            Effect::Facets { query } => {
                let facets = self.searcher.as_ref().map(|searcher| searcher.engine.facets(&query));
                Some(Msg::Facets { query, facets: facets.unwrap_or_default() })
            }
            Effect::Copy { text, subject, consent } => {
                let personal = subject == CopySubject::Personal;
                let sent = self.copies.send(Request { text, personal, consent });
                sent.is_err().then(|| Msg::Warning(shared.text().worker_panicked().to_owned()))
            }
            Effect::Keep(keep) => {
                self.keeper.ask(Wish::Keep(keep));
                None
            }
            Effect::Load(load) => {
                self.keeper.ask(Wish::Load(load));
                None
            }
            Effect::Export { name, text } => {
                self.keeper.ask(Wish::Export { name, text });
                None
            }
            Effect::Proofread { ticket, text, head } => {
                self.proofread(Ask::Read { ticket, text, head }, shared);
                None
            }
            Effect::Suggest { word } => {
                self.proofread(Ask::Suggest { word }, shared);
                None
            }
            Effect::Learn { word } => {
                self.proofread(Ask::Learn { word }, shared);
                None
            }
            Effect::Preview { ticket, order, height } => {
                self.paint(Paint::Picture { ticket, order, height });
                None
            }
            Effect::WriteDocument { order, format } => {
                self.paint(Paint::File { order, format, language: shared.language });
                None
            }
            // The loop's own business.
            Effect::EditApplicant
            | Effect::EditBlock { .. }
            | Effect::Quit
            | Effect::Redraw
            | Effect::Suspend
            | Effect::SetMouse(_) => None,
        }
    }
}

/// Professions whose titles fit, while there is no index.
fn by_name(shared: &Shared, query: &str) -> Vec<Found> {
    let titles: Vec<String> =
        shared.corpus.own_profiles().map(|profile| profile.title.pair()).collect();
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
        Ok(sentence) => Msg::Copied {
            sentence,
            route: words::route(outcome).to_owned(),
            personal: request.personal,
        },
        Err(sentence) => Msg::Warning(sentence),
    }))
}
