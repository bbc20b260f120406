//! All professions of one run, in a fixed order: shipped ones, the user's own, imported corpora.
//!
//! A profile is read when somebody looks at it. With thousands of them reading all at the start
//! would cost a second and a gigabyte; the list needs the few that are on the screen.

use std::collections::HashMap;
use std::io;
use std::sync::OnceLock;

use super::decode;
use super::problem::Problem;
use super::profile::{Profile, Title};

/// Name of the corpus the program carries.
pub const OWN: &str = "werdegang";

/// Profiles kept elsewhere, one by one.
pub trait Store: Send + Sync {
    fn len(&self) -> usize;

    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The JSON of a profile.
    ///
    /// # Errors
    /// Those of reading the file it is kept in.
    fn text(&self, position: usize) -> io::Result<String>;

    /// Where the profile with this id is.
    fn position(&self, id: &str) -> Option<usize>;
}

/// Where profiles come from, and what a reader must be told about that.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// Short, as in `korpus:esco-de`.
    pub name: String,
    pub title: String,
    /// One line; empty for our own.
    pub licence: String,
}

struct Part {
    origin: Origin,
    /// Position of its first profile.
    start: usize,
    /// `None` for those in memory.
    store: Option<Box<dyn Store>>,
}

/// See the head of the file.
pub struct Corpus {
    slots: Vec<Slot>,
    parts: Vec<Part>,
    /// Of profiles in memory.
    by_id: HashMap<String, usize>,
    hasher: blake3::Hasher,
}

#[derive(Default)]
struct Slot {
    text: &'static str,
    profile: OnceLock<Option<Box<Profile>>>,
}

impl Default for Corpus {
    fn default() -> Self {
        let origin = Origin { name: OWN.to_owned(), ..Origin::default() };
        let parts = vec![Part { origin, start: 0, store: None }];
        Self { slots: Vec::new(), parts, by_id: HashMap::new(), hasher: blake3::Hasher::new() }
    }
}

impl Corpus {
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// How many of the profiles, from the first on, are our own or the user's.
    pub fn own(&self) -> usize {
        self.parts.get(1).map_or(self.len(), |part| part.start)
    }

    /// Reads the profile at a position, if that has not happened yet.
    pub fn profile(&self, position: usize) -> Option<&Profile> {
        let slot = self.slots.get(position)?;
        slot.profile.get_or_init(|| self.read(position).map(Box::new)).as_deref()
    }

    /// Reads the profile at a position without keeping it: for those who go through all.
    pub fn read(&self, position: usize) -> Option<Profile> {
        if let Some(Some(Some(profile))) = self.slots.get(position).map(|s| s.profile.get()) {
            return Some(profile.as_ref().clone());
        }
        let part = self.part(position)?;
        let stored = part.store.as_ref().map(|store| store.text(position - part.start));
        let text = match &stored {
            Some(stored) => stored.as_deref().ok()?,
            None => self.slots.get(position)?.text,
        };
        let read = decode::profile(&part.origin.name, text);
        // What was checked when it was embedded or imported and cannot be read now has been
        // damaged since; the title says so.
        Some(read.unwrap_or_else(|_| unreadable(position)))
    }

    /// Our own profiles and those of the user, in order.
    pub fn own_profiles(&self) -> impl Iterator<Item = &Profile> {
        (0..self.own()).filter_map(|position| self.profile(position))
    }

    pub fn position(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied().or_else(|| {
            self.parts.iter().find_map(|part| Some(part.start + part.store.as_ref()?.position(id)?))
        })
    }

    pub fn get(&self, id: &str) -> Option<&Profile> {
        self.profile(self.position(id)?)
    }

    /// The licence line of the corpus an imported profile is from.
    pub fn licence_of(&self, profile: &Profile) -> Option<&str> {
        if self.parts.len() == 1 || self.by_id.contains_key(&profile.id) {
            return None;
        }
        let origin = self.origin(self.position(&profile.id)?)?;
        Some(origin.licence.as_str()).filter(|licence| !licence.is_empty())
    }

    /// Where the profile at a position comes from.
    pub fn origin(&self, position: usize) -> Option<&Origin> {
        self.part(position).map(|part| &part.origin)
    }

    /// Number of the corpus a position belongs to; 0 is our own.
    pub fn part_number(&self, position: usize) -> usize {
        self.parts.partition_point(|part| part.start <= position).saturating_sub(1)
    }

    /// All corpora in order; the first is our own.
    pub fn origins(&self) -> impl Iterator<Item = &Origin> {
        self.parts.iter().map(|part| &part.origin)
    }

    fn part(&self, position: usize) -> Option<&Part> {
        self.parts.get(self.part_number(position))
    }

    /// Changes whenever the text of any profile does; the stamp of an index.
    pub fn hash(&self) -> String {
        let mut hasher = self.hasher.clone();
        for slot in &self.slots {
            hasher.update(&(slot.text.len() as u64).to_le_bytes());
            hasher.update(slot.text.as_bytes());
        }
        hasher.finalize().to_hex().to_string()
    }

    /// Adds a shipped profile; it was checked when the program was built.
    pub(super) fn add_shipped(&mut self, id: &str, text: &'static str) {
        self.by_id.insert(id.to_owned(), self.slots.len());
        self.slots.push(Slot { text, ..Slot::default() });
    }

    /// Reads one profile and adds it, or says why not.
    ///
    /// # Errors
    /// Everything that is wrong with the text, and an id that is taken.
    pub fn add(&mut self, file: &str, text: &str) -> Result<(), Vec<Problem>> {
        let profile = decode::profile(file, text)?;
        if self.by_id.contains_key(&profile.id) {
            let message = format!(
                "die id „{}“ ist schon vergeben; die Datei wird übersprungen, bitte eine andere id wählen",
                profile.id
            );
            return Err(vec![Problem::at(file, "id", message)]);
        }
        self.hasher.update(&(text.len() as u64).to_le_bytes());
        self.hasher.update(text.as_bytes());
        self.by_id.insert(profile.id.clone(), self.slots.len());
        let slot = Slot::default();
        let _ = slot.profile.set(Some(Box::new(profile)));
        self.slots.push(slot);
        Ok(())
    }

    /// Adds an imported corpus behind all others. `hash` changes when its content does.
    pub fn add_store(&mut self, origin: Origin, hash: &str, store: Box<dyn Store>) {
        self.hasher.update(origin.name.as_bytes());
        self.hasher.update(hash.as_bytes());
        let start = self.slots.len();
        self.slots.extend((0..store.len()).map(|_| Slot::default()));
        self.parts.push(Part { origin, start, store: Some(store) });
    }
}

impl std::fmt::Debug for Corpus {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Corpus").field("profiles", &self.len()).finish_non_exhaustive()
    }
}

fn unreadable(position: usize) -> Profile {
    let title = "(nicht lesbar; bitte neu importieren)".to_owned();
    Profile {
        id: format!("unlesbar-{position}"),
        title: Title { masculine: title.clone(), feminine: title, ..Title::default() },
        ..Profile::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Two;

    impl Store for Two {
        fn len(&self) -> usize {
            2
        }

        fn text(&self, position: usize) -> io::Result<String> {
            match position {
                0 => Ok(r#"{"format":1,"id":"esco-a","language":"de","title":{"masculine":"A","feminine":"A","class":"er"},"codes":{},"field":"F","summary":"S"}"#.to_owned()),
                _ => Ok("kaputt".to_owned()),
            }
        }

        fn position(&self, id: &str) -> Option<usize> {
            (id == "esco-a").then_some(0)
        }
    }

    #[test]
    fn an_imported_corpus_stands_behind_our_own_and_is_read_when_asked() {
        let mut corpus = super::super::load::embedded().corpus;
        let (own, hash) = (corpus.len(), corpus.hash());
        let origin = Origin { name: "esco-de".into(), ..Origin::default() };
        corpus.add_store(origin.clone(), "1", Box::new(Two));
        assert_eq!((corpus.own(), corpus.len()), (own, own + 2));
        assert_ne!(corpus.hash(), hash);
        assert_eq!(corpus.position("esco-a"), Some(own));
        assert_eq!(corpus.profile(own).unwrap().title.masculine, "A");
        assert_eq!(corpus.origin(own), Some(&origin));
        assert_eq!((corpus.part_number(own - 1), corpus.part_number(own + 1)), (0, 1));
        let damaged = corpus.profile(own + 1).unwrap();
        assert_eq!(damaged.title.masculine, "(nicht lesbar; bitte neu importieren)");
        assert_eq!(corpus.profile(own + 2), None);
        assert_eq!(corpus.own_profiles().count(), own);
    }
}
