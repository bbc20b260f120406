//! The proofreader: a thread that owns the dictionary, so that typing never waits for it.
//!
//! The dictionary is opened with the first question. Of texts that wait only the last is read;
//! suggestions take long and are asked for one by one.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;

use super::Event;
use crate::app::Msg;
use crate::corpus::clean::clean_line;
use crate::corpus::{Corpus, load};
use crate::i18n::Language;
use crate::spelling::{self, Files, Letterhead, Speller};
use crate::store::private;
use crate::tailoring::Applicant;

/// Bytes of the person's word list.
const MAX_WORDS: usize = 4 * 1024 * 1024;

pub enum Wish {
    Read { ticket: u64, text: String, head: Letterhead },
    Suggest { word: String },
    Learn { word: String },
}

/// What the words come from besides the dictionary.
pub struct Words {
    pub corpus: Arc<Corpus>,
    pub applicant: Applicant,
    /// The person's own list.
    pub file: Option<PathBuf>,
}

/// Starts the thread; it ends with the sender.
pub(super) fn start(words: Words, events: Sender<Event>) -> Sender<Wish> {
    let (wishes, inbox) = mpsc::channel::<Wish>();
    let _ = thread::Builder::new().name("proofreader".to_owned()).spawn(move || {
        let mut speller = open(&words);
        while let Ok(first) = inbox.recv() {
            let waiting: Vec<Wish> = std::iter::once(first).chain(inbox.try_iter()).collect();
            let last = waiting.iter().rposition(|wish| matches!(wish, Wish::Read { .. }));
            for (at, wish) in waiting.into_iter().enumerate() {
                let typed_over = matches!(wish, Wish::Read { .. }) && Some(at) != last;
                if typed_over {
                    continue;
                }
                let answer = answer(&mut speller, &words, wish);
                if events.send(Event::Answer(answer)).is_err() {
                    return;
                }
            }
        }
    });
    wishes
}

fn open(words: &Words) -> Option<Speller> {
    let home = std::env::var_os("HOME").map(PathBuf::from);
    let files = spelling::find(Language::German, home.as_deref())?;
    let list = own_list(words.file.as_deref()).unwrap_or_default();
    speller(&files, own_words(&words.corpus, &words.applicant, &list)).ok()
}

fn answer(speller: &mut Option<Speller>, words: &Words, wish: Wish) -> Msg {
    match wish {
        Wish::Read { ticket, text, head } => {
            let mut findings = spelling::rules(&text, &head);
            findings.extend(speller.iter().flat_map(|speller| speller.unknown(&text)));
            findings.sort_by_key(|finding| finding.range.start);
            Msg::Proofread { ticket, findings, dictionary: speller.is_some() }
        }
        Wish::Suggest { word } => {
            let repairs = speller.as_ref().map(|speller| speller.suggestions(&word));
            Msg::Suggestions { word, repairs: repairs.unwrap_or_default() }
        }
        Wish::Learn { word } => {
            if let Some(speller) = speller {
                speller.learn(&word);
            }
            match words.file.as_deref().map(|file| learn(file, &word)) {
                Some(Ok(())) => Msg::Learned(word),
                Some(Err(error)) => Msg::Warning(error.to_string()),
                None => Msg::Learned(word),
            }
        }
    }
}

/// Opens a dictionary; `more` are words it need not know.
///
/// # Errors
/// A file that cannot be read or is no dictionary, with its name.
pub fn speller(files: &Files, more: BTreeSet<String>) -> Result<Speller, String> {
    let read = |file: &Path| {
        let bytes = fs::read(file)
            .map_err(|error| format!("{} ist nicht lesbar ({error})", load::display(file)))?;
        // Older dictionaries are not UTF-8.
        Ok::<String, String>(String::from_utf8(bytes).unwrap_or_else(|error| {
            encoding_rs::WINDOWS_1252.decode(error.as_bytes()).0.into_owned()
        }))
    };
    let (affixes, words) = (read(&files.affixes)?, read(&files.words)?);
    Speller::new(&affixes, &words, more)
        .map_err(|error| format!("{}: {}", load::display(&files.affixes), clean_line(&error)))
}

/// Titles, aliases and skills of the corpus; names in the person's data; words they added.
pub fn own_words(corpus: &Corpus, applicant: &Applicant, list: &str) -> BTreeSet<String> {
    let mut texts: Vec<&str> = vec![list];
    for profile in corpus.own_profiles() {
        texts.extend([profile.title.masculine.as_str(), &profile.title.feminine]);
        texts.extend(profile.aliases.iter().map(String::as_str));
        let skills = &profile.skills;
        let skills = [&skills.professional, &skills.tools, &skills.personal];
        texts.extend(skills.into_iter().flatten().map(String::as_str));
    }
    let places = applicant.work.iter().chain(&applicant.education).chain(&applicant.projects);
    texts.extend(places.map(|station| station.place.as_str()));
    let names = [&applicant.name, &applicant.city, &applicant.street];
    texts.extend(names.into_iter().flatten().map(String::as_str));
    let words = texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The person's own list; empty if there is none yet.
///
/// # Errors
/// It is there and cannot be read.
pub fn own_list(file: Option<&Path>) -> Result<String, String> {
    match file {
        Some(file) if file.exists() => {
            load::read_text(file, MAX_WORDS).map_err(|problem| problem.to_string())
        }
        _ => Ok(String::new()),
    }
}

/// Adds a word to the person's list, once.
///
/// # Errors
/// The list cannot be read or written; what is not one word.
pub fn learn(file: &Path, word: &str) -> io::Result<()> {
    if word.is_empty() || word.chars().any(char::is_whitespace) {
        let message = format!("„{word}“ ist nicht ein Wort");
        return Err(io::Error::new(ErrorKind::InvalidInput, message));
    }
    let mut text = own_list(Some(file)).map_err(io::Error::other)?;
    if !text.lines().any(|line| line == word) {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text.push_str(word);
        text.push('\n');
        private::write(file, &text)?;
    }
    Ok(())
}
