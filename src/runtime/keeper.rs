//! A thread that owns the person's file: saving may wait for the disk or for another window, and the
//! screen must not.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Sender};
use std::thread::{self, JoinHandle};

use super::Event;
use crate::advert;
use crate::app::{Keep, Load, Msg};
use crate::corpus::decode::MAX_FILE;
use crate::corpus::load;
use crate::i18n::Language;
use crate::matching::Verdict;
use crate::store::letters::LetterRecord;
use crate::store::{Store, StoreError, private};
use crate::tailoring::applicant::{Document, parse};

/// Days of which copies are listed.
const DAYS: &str = "-14 days";

/// What the thread may be asked.
pub enum Wish {
    Keep(Keep),
    Load(Load),
    Export {
        name: String,
        text: String,
    },
    /// Read the person's file again.
    Applicant,
}

/// Where things are.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// The person's file; `None` without a home.
    pub applicant: Option<PathBuf>,
    /// Where exported letters go.
    pub exports: Option<PathBuf>,
    /// The person's own text blocks.
    pub blocks: Option<PathBuf>,
}

/// The thread, and how to reach it. Dropped, it finishes what it was asked.
pub struct Keeper {
    wishes: Option<Sender<Wish>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// Begins. Without a store, what needs one is answered by a sentence.
    pub fn start(
        store: Option<Store>,
        places: Places,
        language: Language,
        events: Sender<Event>,
    ) -> Self {
        let (wishes, inbox) = mpsc::channel::<Wish>();
        let work = move || {
            let mut hands = Hands { store, places, language };
            for wish in inbox {
                for msg in hands.fulfil(wish) {
                    // Nobody listens any more at the end; the work is done all the same.
                    let _ = events.send(Event::Answer(msg));
                }
            }
        };
        let thread = thread::Builder::new().name("keeper".to_owned()).spawn(work).ok();
        Self { wishes: Some(wishes), thread }
    }

    pub fn ask(&self, wish: Wish) {
        if let Some(wishes) = &self.wishes {
            let _ = wishes.send(wish);
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.wishes = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct Hands {
    store: Option<Store>,
    places: Places,
    language: Language,
}

impl Hands {
    fn fulfil(&mut self, wish: Wish) -> Vec<Msg> {
        let result = match wish {
            Wish::Keep(Keep::Applicant(text)) => return self.keep_applicant(&text),
            Wish::Keep(keep) => self.keep(keep),
            Wish::Load(Load::AdvertFile { path }) => return vec![advert_file(&path)],
            Wish::Load(load) => self.load(load).map(Some),
            Wish::Export { name, text } => return vec![self.export(&name, &text)],
            Wish::Applicant => return self.applicant(),
        };
        match result {
            Ok(msg) => msg.into_iter().collect(),
            Err(error) => vec![Msg::Warning(error.to_string())],
        }
    }

    fn store(&mut self) -> Result<&mut Store, StoreError> {
        self.store.as_mut().ok_or(StoreError::Missing)
    }

    fn keep(&mut self, keep: Keep) -> Result<Option<Msg>, StoreError> {
        let Ok(store) = self.store() else { return Ok(None) };
        let now = store.now()?;
        match keep {
            Keep::Application(mut application) => {
                store.save_application(&mut application, &now)?;
                return Ok(Some(Msg::KeptApplication(application)));
            }
            Keep::Letter(letter) => return keep_letter(store, letter, &now).map(Some),
            Keep::Version { letter, text, reason } => {
                store.keep_version(letter, &text, reason, &now)?;
            }
            Keep::Copy(copy) => store.keep_copy(&copy, &now)?,
            Keep::Answer { field, value } => store.keep_answer(&field, &value, &now)?,
            Keep::Verdict { advert, requirement, verdict } => {
                store.keep_verdict(&advert, &requirement, verdict)?;
            }
            Keep::Applicant(_) => {}
        }
        Ok(None)
    }

    fn load(&mut self, load: Load) -> Result<Msg, StoreError> {
        let Ok(store) = self.store() else {
            let text = self.language.text();
            return Ok(Msg::Warning(text.no_place_for_data().to_owned()));
        };
        Ok(match load {
            Load::Applications => Msg::Applications(store.applications()?),
            Load::Letters => {
                let letters = store.letters()?;
                Msg::Letters(letters.into_iter().filter(|letter| !letter.archived).collect())
            }
            Load::Copies => Msg::Copies(store.copies_since(&store.days_ago(DAYS)?)?),
            Load::Verdicts { advert } => {
                let verdicts: BTreeMap<String, Verdict> = store
                    .verdicts(&advert)?
                    .into_iter()
                    .filter_map(|(requirement, key)| Some((requirement, Verdict::parse(&key)?)))
                    .collect();
                Msg::Verdicts { advert, verdicts }
            }
            Load::AdvertFile { path } => advert_file(&path),
        })
    }

    fn keep_applicant(&self, text: &str) -> Vec<Msg> {
        let Some(file) = &self.places.applicant else { return Vec::new() };
        match private::write(file, text) {
            Ok(()) => self.applicant(),
            Err(error) => vec![Msg::Warning(format!("{}: {error}", load::display(file)))],
        }
    }

    fn applicant(&self) -> Vec<Msg> {
        let Some(file) = self.places.applicant.as_ref().filter(|file| file.exists()) else {
            return Vec::new();
        };
        let shown = load::display(file);
        let read = load::read_text(file, MAX_FILE)
            .map_err(|problem| vec![problem])
            .and_then(|text| Ok((Document::read(&shown, &text)?, parse(&shown, &text)?)));
        match read {
            Ok((document, applicant)) => vec![Msg::Applicant(Box::new((document, applicant)))],
            Err(problems) => problems
                .first()
                .map(|problem| Msg::Warning(problem.to_string()))
                .into_iter()
                .collect(),
        }
    }

    /// Writes a file of this name, or of the next free one.
    fn export(&self, name: &str, text: &str) -> Msg {
        let words = self.language.text();
        let Some(folder) = &self.places.exports else {
            return Msg::Warning(words.no_place_for_data().to_owned());
        };
        let file = free_name(folder, name);
        match private::write(&file, text) {
            Ok(()) => Msg::Note(words.exported(&load::display(&file))),
            Err(error) => Msg::Warning(format!("{}: {error}", load::display(&file))),
        }
    }
}

/// Saves a letter; a new one whose name is taken gets a number.
fn keep_letter(store: &mut Store, mut letter: LetterRecord, now: &str) -> Result<Msg, StoreError> {
    let name = letter.name.clone();
    for number in 2..100 {
        match store.save_letter(&mut letter, now) {
            Err(StoreError::NameTaken) if letter.id == 0 => {
                letter.name = format!("{name}-{number}");
            }
            result => return result.map(|()| Msg::KeptLetter(letter)),
        }
    }
    Err(StoreError::NameTaken)
}

fn free_name(folder: &Path, name: &str) -> PathBuf {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "txt"));
    let first = folder.join(name);
    if !first.exists() {
        return first;
    }
    (2..10_000)
        .map(|number| folder.join(format!("{stem}-{number}.{ending}")))
        .find(|file| !file.exists())
        .unwrap_or(first)
}

fn advert_file(path: &str) -> Msg {
    let path = match path.strip_prefix("~/").zip(std::env::home_dir()) {
        Some((rest, home)) => home.join(rest),
        None => PathBuf::from(path),
    };
    let shown = load::display(&path);
    let large = fs::metadata(&path).is_ok_and(|found| found.len() > advert::MAX_ADVERT as u64);
    let read = if large {
        Err(advert::AdvertError::TooLarge.to_string())
    } else {
        fs::read(&path)
            .map_err(|error| error.to_string())
            .and_then(|bytes| advert::plain_text(&bytes).map_err(|error| error.to_string()))
    };
    match read {
        Ok(text) => Msg::AdvertText(text),
        Err(error) => Msg::Warning(format!("{shown}: {error}")),
    }
}
