//! Work that outlasts a frame, on threads of its own.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;

use super::Event;
use super::searcher::{Question, Searcher};
use crate::clipboard::{Clipboard, Request};
use crate::corpus::Corpus;

/// Opens or builds the search index.
pub fn open_index(corpus: &Arc<Corpus>, folder: Option<PathBuf>, events: Sender<Event>) {
    let corpus = Arc::clone(corpus);
    // Without a thread there is no index, and names can still be found.
    let _ = thread::Builder::new().name("index".to_owned()).spawn(move || {
        let (searcher, notice) = Searcher::open(&corpus, folder.as_deref());
        let _ = events.send(Event::Searcher(Box::new(searcher), notice));
    });
}

/// A thread that answers questions about a large corpus. Of questions that wait only the last
/// search is answered: the others have been typed over.
pub fn searcher(
    searcher: Arc<Searcher>,
    corpus: Arc<Corpus>,
    events: Sender<Event>,
) -> Sender<Question> {
    let (questions, inbox) = mpsc::channel::<Question>();
    let _ = thread::Builder::new().name("search".to_owned()).spawn(move || {
        while let Ok(first) = inbox.recv() {
            let waiting: Vec<Question> = std::iter::once(first).chain(inbox.try_iter()).collect();
            let last_search =
                waiting.iter().rposition(|question| matches!(question, Question::Search { .. }));
            for question in waiting.get(last_search.unwrap_or_default()..).unwrap_or_default() {
                let answer = searcher.answer(&corpus, question);
                if answer.is_some_and(|msg| events.send(Event::Answer(msg)).is_err()) {
                    return;
                }
            }
        }
    });
    questions
}

/// A thread that owns the clipboard: a program that hangs must not hang the screen.
pub fn clipboard(mut clipboard: Clipboard, events: Sender<Event>) -> Sender<Request> {
    let (requests, inbox) = mpsc::channel::<Request>();
    let _ = thread::Builder::new().name("clipboard".to_owned()).spawn(move || {
        for request in inbox {
            let outcome = clipboard.copy(&request);
            if events.send(Event::Copied(request, outcome)).is_err() {
                break;
            }
        }
    });
    requests
}
