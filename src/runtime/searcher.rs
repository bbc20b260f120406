//! Asks the search engine and translates its answers into the model's words.

use std::path::Path;

use crate::app::{Found, Msg, Why};
use crate::corpus::Corpus;
use crate::search::{
    Documents, Engine, Explanation, Highlighter, Notice, Place, Results, SearchDocument,
};

/// More hits than anybody scrolls through.
pub const LIMIT: usize = 200;

/// What the model wants to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    Search { ticket: u64, query: String, explain: usize },
    Explain { ticket: u64, query: String, hits: Vec<(usize, Place)>, from: usize },
}

/// The engine of one corpus.
pub struct Searcher {
    pub engine: Engine,
}

/// The corpus as the engine reads it.
struct InOrder<'a>(&'a Corpus);

impl Documents for InOrder<'_> {
    fn count(&self) -> usize {
        self.0.len()
    }

    fn document(&self, position: usize) -> SearchDocument {
        let profile = self.0.read(position).unwrap_or_default();
        let mut document = SearchDocument::from_profile(&profile);
        document.attributes.corpus = u8::try_from(self.0.part_number(position)).unwrap_or(u8::MAX);
        document
    }
}

impl Searcher {
    /// Opens the index of a corpus in a folder, or builds it; without a folder in memory.
    pub fn open(corpus: &Corpus, folder: Option<&Path>) -> (Self, Option<Notice>) {
        let documents = InOrder(corpus);
        let (engine, notice) = match folder {
            Some(folder) => Engine::open_or_build(&documents, &corpus.hash(), folder),
            None => match Engine::in_memory(&documents) {
                Ok(engine) => (engine, None),
                Err(error) => (Engine::unavailable(), Some(Notice::Unavailable(error.to_string()))),
            },
        };
        let names = corpus.origins().map(|origin| origin.name.clone()).collect();
        (Self { engine: engine.with_corpora(names) }, notice)
    }

    /// The answer as a message; `None` when the index cannot be read.
    pub fn answer(&self, corpus: &Corpus, question: &Question) -> Option<Msg> {
        match question {
            Question::Search { ticket, query, explain } => {
                let (found, total) = self.find(corpus, query, *explain)?;
                Some(Msg::Found { ticket: *ticket, found, total, names_only: false })
            }
            Question::Explain { ticket, query, hits, from } => {
                let whys = self.explain(corpus, query, hits);
                Some(Msg::Explained { ticket: *ticket, from: *from, whys })
            }
        }
    }

    /// Hits with explanations for the first `explain` of them; `None` when the index cannot be
    /// read.
    pub fn find(
        &self,
        corpus: &Corpus,
        query: &str,
        explain: usize,
    ) -> Option<(Vec<Found>, usize)> {
        let Results { hits, total, failed } = self.engine.search(query, LIMIT);
        if failed {
            return None;
        }
        let highlighter = self.engine.highlighter(query);
        let found = hits.into_iter().enumerate().map(|(rank, hit)| {
            let why = (rank < explain).then(|| why(corpus, hit.document, hit.place, &highlighter));
            Found {
                profile: hit.document,
                place: hit.place,
                repaired: hit.repaired,
                why: why.flatten(),
            }
        });
        Some((found.collect(), total))
    }

    /// Why some professions were found.
    pub fn explain(&self, corpus: &Corpus, query: &str, hits: &[(usize, Place)]) -> Vec<Why> {
        let highlighter = self.engine.highlighter(query);
        hits.iter()
            .map(|(profile, place)| why(corpus, *profile, *place, &highlighter).unwrap_or_default())
            .collect()
    }
}

fn why(corpus: &Corpus, position: usize, place: Place, highlighter: &Highlighter) -> Option<Why> {
    let profile = corpus.profile(position)?;
    let title = highlighter.matches_in(&profile.title.pair());
    if !title.is_empty() {
        // The title says it all; the line below is free for the summary.
        return Some(Why { title, ..Why::default() });
    }
    let document = SearchDocument::from_profile(profile);
    let Explanation { name, line, place } = Explanation::at(&document, place, highlighter);
    let (section, marked) = match place {
        Place::Section(section) => (Some(section), line),
        Place::Alias => (None, name),
        // Summary and field are on the screen anyway; tags and codes need no line.
        _ => return Some(Why::default()),
    };
    Some(Why { title, section, line: marked.text, ranges: marked.ranges })
}
