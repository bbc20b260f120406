//! Asks the search engine and translates its answers into the model's words.

use std::path::Path;

use crate::app::{Found, Why};
use crate::corpus::Corpus;
use crate::search::{Engine, Explanation, Highlighter, Notice, Place, SearchDocument};

/// More hits than anybody scrolls through.
pub const LIMIT: usize = 200;

/// The engine and the documents it explains hits with.
pub struct Searcher {
    pub engine: Engine,
    pub documents: Vec<SearchDocument>,
}

impl Searcher {
    /// Opens the index of a corpus in a folder, or builds it; without a folder in memory.
    pub fn open(corpus: &Corpus, folder: Option<&Path>) -> (Self, Option<Notice>) {
        let documents: Vec<SearchDocument> =
            corpus.profiles().iter().map(SearchDocument::from_profile).collect();
        let (engine, notice) = match folder {
            Some(folder) => Engine::open_or_build(&documents, &corpus.hash(), folder),
            None => match Engine::in_memory(&documents) {
                Ok(engine) => (engine, None),
                Err(error) => (Engine::unavailable(), Some(Notice::Unavailable(error.to_string()))),
            },
        };
        (Self { engine, documents }, notice)
    }

    /// Hits with explanations for the first `explain` of them; `None` when the index cannot be
    /// read.
    pub fn find(&self, corpus: &Corpus, query: &str, explain: usize) -> Option<Vec<Found>> {
        let results = self.engine.search(query, LIMIT);
        if results.failed {
            return None;
        }
        let highlighter = self.engine.highlighter(query);
        let found = results
            .hits
            .into_iter()
            .filter_map(|hit| Some((corpus.position(&hit.id)?, hit)))
            .enumerate()
            .map(|(rank, (profile, hit))| {
                let why =
                    (rank < explain).then(|| self.why(corpus, profile, hit.place, &highlighter));
                Found { profile, place: hit.place, repaired: hit.repaired, why: why.flatten() }
            })
            .collect();
        Some(found)
    }

    /// Why some professions were found.
    pub fn explain(&self, corpus: &Corpus, query: &str, hits: &[(usize, Place)]) -> Vec<Why> {
        let highlighter = self.engine.highlighter(query);
        hits.iter()
            .map(|(profile, place)| {
                self.why(corpus, *profile, *place, &highlighter).unwrap_or_default()
            })
            .collect()
    }

    fn why(
        &self,
        corpus: &Corpus,
        profile: usize,
        place: Place,
        highlighter: &Highlighter,
    ) -> Option<Why> {
        let document = self.documents.get(profile)?;
        let profile = corpus.profiles().get(profile)?;
        let title = highlighter.matches_in(&profile.title.pair());
        if !title.is_empty() {
            // The title says it all; the line below is free for the summary.
            return Some(Why { title, ..Why::default() });
        }
        let Explanation { name, line, place } = Explanation::at(document, place, highlighter);
        let (section, marked) = match place {
            Place::Section(section) => (Some(section), line),
            Place::Alias => (None, name),
            // Summary and field are on the screen anyway; tags and codes need no line.
            _ => return Some(Why::default()),
        };
        Some(Why { title, section, line: marked.text, ranges: marked.ranges })
    }
}
