//! Asks the search engine and translates its answers into the model's words.

use std::path::Path;

use crate::app::{Found, Why};
use crate::corpus::{Corpus, Profile};
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
            .filter_map(|hit| Some((corpus.position(&hit.id)?, hit.repaired)))
            .enumerate()
            .map(|(rank, (profile, repaired))| {
                let why = (rank < explain).then(|| self.why(corpus, profile, &highlighter));
                Found { profile, repaired, why: why.flatten() }
            })
            .collect();
        Some(found)
    }

    /// Why some professions were found.
    pub fn explain(&self, corpus: &Corpus, query: &str, profiles: &[usize]) -> Vec<Why> {
        let highlighter = self.engine.highlighter(query);
        profiles
            .iter()
            .map(|profile| self.why(corpus, *profile, &highlighter).unwrap_or_default())
            .collect()
    }

    fn why(&self, corpus: &Corpus, profile: usize, highlighter: &Highlighter) -> Option<Why> {
        let document = self.documents.get(profile)?;
        let explanation = Explanation::new(document, highlighter);
        Some(why(corpus.profiles().get(profile)?, &explanation, highlighter))
    }
}

fn why(profile: &Profile, explanation: &Explanation, highlighter: &Highlighter) -> Why {
    let title = highlighter.matches_in(&profile.title.pair());
    if !title.is_empty() {
        // The title says it all; the line below is free for the summary.
        return Why { title, ..Why::default() };
    }
    // An alias that matched says more than a line of text, unless the title matches already.
    let is_alias = profile.aliases.contains(&explanation.name.text);
    if is_alias && !explanation.name.ranges.is_empty() {
        return Why {
            title,
            section: None,
            line: explanation.name.text.clone(),
            ranges: explanation.name.ranges.clone(),
        };
    }
    let (section, marked) = match explanation.place {
        Place::Section(section) => (Some(section), &explanation.line),
        // Summary, field and tags are shown or need no line of their own.
        _ => (None, &explanation.line),
    };
    let line = if section.is_some() && !marked.ranges.is_empty() {
        marked.text.clone()
    } else {
        String::new()
    };
    let ranges = if line.is_empty() { Vec::new() } else { marked.ranges.clone() };
    Why { title, section, line, ranges }
}
