//! German analysis: from text to the terms it is indexed and searched by.
//!
//! The one place for it: documents and queries pass the same steps, so a rule added here holds on
//! both sides. Each step is a small function of its own, tested word by word:
//! [`tokens`] cuts text into words and drops gender marks, [`fold`] compares spellings,
//! [`gender`] leads feminine forms to masculine ones, [`stem`] drops endings, [`compound`] takes
//! compounds apart, [`grams`] makes the trigrams of names.

pub(crate) mod compound;
pub(crate) mod fold;
pub(crate) mod gender;
pub(crate) mod grams;
pub(crate) mod lexeme;
pub(crate) mod stem;
pub(crate) mod stopwords;
pub(crate) mod tokens;

pub use lexeme::{Lexeme, Part};
pub use tokens::Token;

use std::collections::HashMap;
use std::rc::Rc;

/// Part of the key of an index on disk: raise it whenever a change here gives other terms.
/// The word lists need no raise, their text is part of the key.
pub(crate) const VERSION: u32 = 2;

/// A word of a text with the terms it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub token: Token,
    pub lexeme: Rc<Lexeme>,
}

/// The words of a text with their terms: what `werdegang analyze` prints.
pub fn analyze(text: &str) -> Vec<Word> {
    Analyzer::default().analyze(text)
}

/// The first stem of every word that says something: all a rule of the thesaurus is found by.
pub(crate) fn first_stems(text: &str) -> Vec<String> {
    let words = tokens::tokens(text).into_iter().map(|token| fold::fold(token.word(text)));
    words
        .filter(|word| !word.is_empty() && !stopwords::is_stopword(word))
        .map(|word| stem::stem(&word))
        .collect()
}

/// [`analyze`] that remembers words it has seen; a corpus repeats most of its words.
#[derive(Debug, Default)]
pub(crate) struct Analyzer {
    seen: HashMap<String, Rc<Lexeme>>,
}

impl Analyzer {
    pub(crate) fn analyze(&mut self, text: &str) -> Vec<Word> {
        tokens::tokens(text)
            .into_iter()
            .filter_map(|token| {
                let lexeme = self.lexeme(token.word(text));
                // A lone accent is a word to Unicode, but nothing is left of it.
                (!lexeme.form().is_empty()).then_some(Word { token, lexeme })
            })
            .collect()
    }

    fn lexeme(&mut self, word: &str) -> Rc<Lexeme> {
        if let Some(lexeme) = self.seen.get(word) {
            return Rc::clone(lexeme);
        }
        let lexeme = Rc::new(Lexeme::of(word));
        self.seen.insert(word.to_owned(), Rc::clone(&lexeme));
        lexeme
    }
}
