//! Whole names as single terms, so that `Backend-Entwickler`, `Backendentwickler` and
//! `backend entwickler` are one name.

use std::rc::Rc;

use super::analysis::stopwords::is_stopword;
use super::analysis::{Lexeme, Word};

/// Longer names are cut; nobody types that far.
const LONGEST_KEY: usize = 160;

/// The words of a text without those that repeat the one before in the other gender
/// (`Koch / Köchin`, `Kaufmann/Kauffrau`).
pub(super) fn distinct(words: Vec<Word>) -> Vec<Word> {
    let mut kept: Vec<Word> = Vec::with_capacity(words.len());
    for word in words {
        let repeated = kept.last().is_some_and(|before| before.lexeme.stems == word.lexeme.stems);
        if !repeated {
            kept.push(word);
        }
    }
    kept
}

/// The keys of a name or query. Two texts are the same name when they share a key.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Keys {
    /// As written, with umlauts spelled out, and without stop words. What begins with one of
    /// these begins with the query.
    pub(super) written: Vec<String>,
    /// Without gender and endings; only as a whole it says something.
    pub(super) stemmed: String,
}

impl Keys {
    pub(super) fn all(&self) -> impl Iterator<Item = &String> {
        let stemmed = Some(&self.stemmed).filter(|key| !key.is_empty());
        self.written.iter().chain(stemmed.filter(|key| !self.written.contains(key)))
    }
}

pub(super) fn keys(words: &[Word]) -> Keys {
    let all: Vec<&Lexeme> = words.iter().map(|word| word.lexeme.as_ref()).collect();
    let telling: Vec<&Lexeme> =
        all.iter().copied().filter(|lexeme| !is_stopword(lexeme.form())).collect();
    let mut written = Vec::with_capacity(4);
    for lexemes in [&all, &telling] {
        let first = |lexeme: &&Lexeme| lexeme.forms.first().cloned();
        let last = |lexeme: &&Lexeme| lexeme.forms.last().cloned();
        add(&mut written, lexemes.iter().filter_map(first).collect());
        add(&mut written, lexemes.iter().filter_map(last).collect());
    }
    let stemmed = cut(telling.iter().filter_map(|lexeme| lexeme.stems.first().cloned()).collect());
    Keys { written, stemmed }
}

fn cut(mut key: String) -> String {
    if let Some((end, _)) = key.char_indices().nth(LONGEST_KEY) {
        key.truncate(end);
    }
    key
}

fn add(keys: &mut Vec<String>, key: String) {
    let key = cut(key);
    if !key.is_empty() && !keys.contains(&key) {
        keys.push(key);
    }
}

/// Words tied by hyphens as the one word they would be without: `backendentwickler`.
pub(super) fn tied_together(words: &[Word], text: &str) -> Vec<Rc<Lexeme>> {
    let mut joined = Vec::new();
    for group in words.chunk_by(|_, next| next.token.tied) {
        if group.len() > 1 {
            let word: String = group.iter().map(|word| word.token.word(text)).collect();
            joined.push(Rc::new(Lexeme::of(&word)));
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::analysis::analyze;

    fn share_a_key(a: &str, b: &str) -> bool {
        let keys_of = |text| keys(&distinct(analyze(text)));
        let (a, b) = (keys_of(a), keys_of(b));
        a.all().any(|key| b.all().any(|other| other == key))
    }

    #[test]
    fn one_name_in_its_spellings() {
        for (a, b) in [
            ("Backend-Entwickler", "backendentwickler"),
            ("Backend-Entwickler", "backend entwickler (m/w/d)"),
            ("Backend Developer", "Backend Developerinnen"),
            ("Bäcker / Bäckerin", "baecker"),
            ("Köchin", "koechin"),
            ("Kaufmann im Einzelhandel", "Kauffrau Einzelhandel"),
            ("Kaufmann/-frau im Einzelhandel", "Kaufleute im Einzelhandel"),
            ("Staatlich geprüfter Techniker", "Techniker"),
            ("Node.js-Entwickler", "Nodejs Entwickler"),
            ("C#-Entwickler", "c# entwickler"),
        ] {
            assert!(share_a_key(a, b), "{a} = {b}");
        }
    }

    #[test]
    fn different_names_stay_apart() {
        for (a, b) in [
            ("C-Entwickler", "C#-Entwickler"),
            ("Bäcker", "Bäckermeister"),
            ("Softwareentwickler", "Softwaretester"),
        ] {
            assert!(!share_a_key(a, b), "{a} = {b}");
        }
    }
}
