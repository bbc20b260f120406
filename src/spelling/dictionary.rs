//! Words: the project's own lists first, then a hunspell dictionary found on the system.
//!
//! The dictionary is read at run time and never shipped: the German one is under the GPL. Without
//! one, only the rules work, and the person is told how to get it.

use std::collections::HashSet;
use std::ops::Range;
use std::path::{Path, PathBuf};

use spellbook::Dictionary;

use super::{Finding, Reason, tokens};
use crate::i18n::Language;

const REVIEWED: &str = include_str!("../../data/words/known.txt");
const APPLICATION: &str = include_str!("../../data/words/application.txt");

/// Where systems keep hunspell dictionaries.
const FOLDERS: &[&str] = &[
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/Library/Spelling",
];

/// The two files of a dictionary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    pub affixes: PathBuf,
    pub words: PathBuf,
}

impl Files {
    /// From the path of either file or without an extension.
    pub fn at(path: &Path) -> Self {
        Self { affixes: path.with_extension("aff"), words: path.with_extension("dic") }
    }
}

/// The dictionary of a language on this system, if there is one.
pub fn find(language: Language, home: Option<&Path>) -> Option<Files> {
    let names: &[&str] = match language {
        Language::German => &["de_DE", "de_DE_frami", "de_AT", "de_CH", "de"],
        Language::English => &["en_US", "en_GB", "en"],
    };
    let own = home.map(|home| home.join(".local/share/hunspell"));
    let folders = own.into_iter().chain(FOLDERS.iter().map(PathBuf::from));
    folders
        .flat_map(|folder| names.iter().map(move |name| Files::at(&folder.join(name))))
        .find(|files| files.affixes.is_file() && files.words.is_file())
}

/// Knows words.
pub struct Speller {
    dictionary: Dictionary,
    own: HashSet<String>,
}

impl Speller {
    /// From the text of both files; `more` are words of the corpus and of the person.
    ///
    /// # Errors
    /// What is wrong with the dictionary.
    pub fn new(
        affixes: &str,
        words: &str,
        more: impl IntoIterator<Item = String>,
    ) -> Result<Self, String> {
        let dictionary = Dictionary::new(affixes, words).map_err(|error| error.to_string())?;
        let shipped = REVIEWED.lines().chain(APPLICATION.lines());
        let shipped = shipped.filter(|line| !line.starts_with('#')).map(str::to_owned);
        Ok(Self { dictionary, own: shipped.chain(more).collect() })
    }

    /// From now on this word is known.
    pub fn learn(&mut self, word: &str) {
        self.own.insert(word.to_owned());
    }

    pub fn knows(&self, word: &str) -> bool {
        self.own.contains(word) || self.dictionary.check(word)
    }

    /// Unknown words, each place; suggestions are asked for separately because they take long.
    pub fn unknown(&self, text: &str) -> Vec<Finding> {
        // Abbreviations are words with their full stop.
        let abbreviated = |range: &Range<usize>, word: &str| {
            text.get(range.end..).is_some_and(|rest| rest.starts_with('.'))
                && self.knows(&format!("{word}."))
        };
        let unknown = tokens::words(text)
            .into_iter()
            .filter(|(range, word)| !self.knows(word) && !abbreviated(range, word));
        unknown
            .map(|(range, word)| Finding {
                range,
                reason: Reason::Unknown(word.to_owned()),
                repairs: Vec::new(),
            })
            .collect()
    }

    /// Up to five words that could be meant: 60 ms in the middle, more for long words.
    pub fn suggestions(&self, word: &str) -> Vec<String> {
        let mut found = Vec::new();
        self.dictionary.suggest(word, &mut found);
        found.truncate(5);
        found
    }
}
