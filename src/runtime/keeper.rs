//! A thread that owns the person's file: saving may wait for the disk or for another window, and the
//! screen must not.

use std::collections::{BTreeMap, HashMap};
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
    /// The person's own word list.
    pub words: Option<PathBuf>,
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
            let mut hands = Hands { store, places, language, own: Own::default() };
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
    own: Own,
}

/// What this window has saved: a save that was sent before the last one was acknowledged knows
/// neither number nor revision yet. Changes by other windows are not in here and stay conflicts.
#[derive(Default)]
struct Own {
    applications: Saved,
    letters: Saved,
    /// Names under which letters were saved: a taken one got a number.
    names: HashMap<i64, String>,
}

#[derive(Default)]
struct Saved {
    /// Numbers by key.
    born: HashMap<u64, i64>,
    /// Revisions by number.
    revisions: HashMap<i64, i64>,
}

impl Saved {
    /// Brings number and revision of a record up to what this window has saved.
    fn catch_up(&self, key: u64, id: &mut i64, revision: &mut i64) {
        if *id == 0
            && let Some(born) = self.born.get(&key)
        {
            *id = *born;
        }
        if let Some(saved) = self.revisions.get(id) {
            *revision = (*revision).max(*saved);
        }
    }

    fn remember(&mut self, key: u64, id: i64, revision: i64) {
        if key != 0 {
            self.born.insert(key, id);
        }
        self.revisions.insert(id, revision);
    }
}

impl Hands {
    fn fulfil(&mut self, wish: Wish) -> Vec<Msg> {
        let result = match wish {
            Wish::Keep(Keep::Applicant(text)) => return self.keep_applicant(&text),
            Wish::Keep(keep) => self.keep(keep),
            Wish::Load(Load::AdvertFile { path }) => return vec![advert_file(&path)],
            Wish::Load(load) => self.load(load).map(|msg| vec![msg]),
            Wish::Export { name, text } => return vec![self.export(&name, &text)],
            Wish::Applicant => return self.applicant(),
        };
        match result {
            Ok(msgs) => msgs,
            Err(error) => vec![Msg::Warning(error.to_string())],
        }
    }

    fn store(&mut self) -> Result<&mut Store, StoreError> {
        self.store.as_mut().ok_or(StoreError::Missing)
    }

    fn keep(&mut self, keep: Keep) -> Result<Vec<Msg>, StoreError> {
        let Self { store: Some(store), own, .. } = self else { return Ok(Vec::new()) };
        let now = store.now()?;
        match keep {
            Keep::Application(mut application) => {
                let a = &mut application;
                own.applications.catch_up(a.key, &mut a.id, &mut a.revision);
                store.save_application(a, &now)?;
                own.applications.remember(a.key, a.id, a.revision);
                return Ok(vec![Msg::KeptApplication(application)]);
            }
            Keep::Letter(mut letter) => {
                let l = &mut letter;
                own.letters.catch_up(l.key, &mut l.id, &mut l.revision);
                if let Some(name) = own.names.get(&l.id) {
                    name.clone_into(&mut l.name);
                }
                let (kept, apart) = match keep_letter(store, letter.clone(), &now) {
                    // Another window wrote on: both versions stay, this one under a name of its own.
                    Err(StoreError::Conflict) => {
                        let apart = LetterRecord { id: 0, revision: 0, ..letter };
                        (keep_letter(store, apart, &now)?, true)
                    }
                    kept => (kept?, false),
                };
                own.letters.remember(kept.key, kept.id, kept.revision);
                own.names.insert(kept.id, kept.name.clone());
                let sentence = self.language.text().letter_apart(&kept.name);
                let warning = apart.then_some(Msg::Warning(sentence));
                return Ok(std::iter::once(Msg::KeptLetter(kept)).chain(warning).collect());
            }
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
        Ok(Vec::new())
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
            Load::CopiesOf { application } => Msg::Copies(store.copies_of(application)?),
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
fn keep_letter(
    store: &mut Store,
    mut letter: LetterRecord,
    now: &str,
) -> Result<LetterRecord, StoreError> {
    let name = letter.name.clone();
    for number in 2..100 {
        match store.save_letter(&mut letter, now) {
            Err(StoreError::NameTaken) if letter.id == 0 => {
                letter.name = format!("{name}-{number}");
            }
            result => return result.map(|()| letter),
        }
    }
    Err(StoreError::NameTaken)
}

pub(super) fn free_name(folder: &Path, name: &str) -> PathBuf {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::applications::Application;

    fn hands(folder: &tempfile::TempDir) -> Hands {
        let (store, _) = Store::open(&folder.path().join("data.db")).unwrap();
        let (places, own) = (Places::default(), Own::default());
        Hands { store: Some(store), places, language: Language::German, own }
    }

    fn letter(content: &str) -> Wish {
        Wish::Keep(Keep::Letter(LetterRecord {
            key: 1,
            name: "muster".into(),
            content: content.into(),
            ..LetterRecord::default()
        }))
    }

    #[test]
    fn saves_that_overtake_their_acknowledgement_are_one_record() {
        let folder = tempfile::tempdir().unwrap();
        let mut hands = hands(&folder);
        for content in ["eins", "zwei", "drei"] {
            let kept = hands.fulfil(letter(content));
            assert!(matches!(kept[..], [Msg::KeptLetter(_)]), "{kept:?}");
        }
        let letters = hands.store().unwrap().letters().unwrap();
        assert_eq!(letters.len(), 1);
        assert_eq!((letters[0].content.as_str(), letters[0].revision), ("drei", 3));
        // Another letter of the same name gets a number.
        let other = LetterRecord { key: 2, name: "muster".into(), ..LetterRecord::default() };
        let kept = hands.fulfil(Wish::Keep(Keep::Letter(other)));
        assert!(
            matches!(&kept[..], [Msg::KeptLetter(kept)] if kept.name == "muster-2"),
            "{kept:?}"
        );
    }

    #[test]
    fn of_a_letter_that_two_windows_wrote_on_both_versions_stay() {
        let folder = tempfile::tempdir().unwrap();
        let mut hands = hands(&folder);
        hands.fulfil(letter("eins"));
        let (mut other, _) = Store::open(&folder.path().join("data.db")).unwrap();
        let mut theirs = other.letter("muster").unwrap();
        theirs.content = "von dort".into();
        other.save_letter(&mut theirs, "2027-01-01T00:00:00").unwrap();
        for content in ["von hier", "von hier, weiter"] {
            hands.fulfil(letter(content));
        }
        let contents = |name: &str| other.letter(name).unwrap().content;
        assert_eq!(
            (contents("muster").as_str(), contents("muster-2").as_str()),
            ("von dort", "von hier, weiter")
        );
    }

    #[test]
    fn what_another_window_has_changed_is_still_a_conflict() {
        let folder = tempfile::tempdir().unwrap();
        let mut hands = hands(&folder);
        let mine = Application { key: 1, employer: "A".into(), ..Application::default() };
        hands.fulfil(Wish::Keep(Keep::Application(mine.clone())));
        let (mut other, _) = Store::open(&folder.path().join("data.db")).unwrap();
        let mut theirs = other.applications().unwrap().remove(0);
        theirs.employer = "B".into();
        other.save_application(&mut theirs, "2027-01-01T00:00:00").unwrap();
        let refused = hands.fulfil(Wish::Keep(Keep::Application(mine)));
        assert!(
            matches!(&refused[..], [Msg::Warning(text)] if text.starts_with("ein anderes Fenster")),
            "{refused:?}"
        );
    }
}
