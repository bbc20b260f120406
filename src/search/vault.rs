//! The index on disk: opened when it is exactly what we once wrote, built anew otherwise.
//!
//! An index lives in a folder named by its key: everything its content depends on. It is built
//! beside, in a folder of its own, and renamed when complete, so that a reader never sees a
//! change. Whatever goes wrong, the search works: then the index is built in memory.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use tantivy::Index;
use tantivy::directory::{Directory, MmapDirectory, RamDirectory};

use super::analysis::{self, compound, stopwords};
use super::document::Documents;
use super::engine::{Engine, guarded};
use super::manifest::{self, Damage, Files};
use super::{SearchError, build, schema};

const LOCK: &str = ".lock";
const TEMPORARY: &str = ".tmp-";

/// Above this size the checked files are mapped and not held in memory.
const MAPPED_FROM: u64 = 64 << 20;

/// What the user may want to know about the index. Texts are made elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Built anew and kept.
    Rebuilt(Reason),
    /// Built in memory, not kept; the next start builds again.
    InMemory(Obstacle),
    /// Not even that; nothing can be found.
    Unavailable(String),
}

/// Why an index was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// There was none; on the first start that is as it should be.
    Missing,
    /// There was one of another corpus or another version of the program.
    Outdated,
    Damaged(Damage),
}

/// Why an index could not be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// Another program is building it at this moment.
    Busy,
    /// The folder cannot be made or written: the system's own words.
    Folder(String),
}

impl Engine {
    /// Opens the index of these documents in `folder`, or builds it there, or in memory. Never
    /// fails and never waits for another program.
    ///
    /// `corpus_hash` must change whenever the documents or their order do.
    pub fn open_or_build(
        documents: &(impl Documents + ?Sized),
        corpus_hash: &str,
        folder: &Path,
    ) -> (Self, Option<Notice>) {
        Vault { folder, key: key(corpus_hash), mapped_from: MAPPED_FROM }.engine(documents)
    }
}

struct Vault<'a> {
    folder: &'a Path,
    key: String,
    /// [`MAPPED_FROM`], but for tests.
    mapped_from: u64,
}

impl Vault<'_> {
    fn engine(&self, documents: &(impl Documents + ?Sized)) -> (Engine, Option<Notice>) {
        let reason = match self.open(documents.count()) {
            Ok(engine) => return (engine, None),
            Err(reason) => reason,
        };
        let kept = self.build(documents).and_then(|()| {
            // Read back what was written: what we show is what the next start will show.
            self.open(documents.count()).map_err(|_| obstacle("unlesbar nach dem Schreiben"))
        });
        match kept {
            Ok(engine) => (engine, Some(Notice::Rebuilt(reason))),
            Err(obstacle) => match Engine::in_memory(documents) {
                Ok(engine) => (engine, Some(Notice::InMemory(obstacle))),
                Err(error) => (Engine::unavailable(), Some(Notice::Unavailable(error.to_string()))),
            },
        }
    }

    fn home(&self) -> PathBuf {
        self.folder.join(&self.key)
    }

    fn open(&self, documents: usize) -> Result<Engine, Reason> {
        let home = self.home();
        if fs::symlink_metadata(&home).is_err() {
            let others = manifest::names(self.folder).unwrap_or_default();
            let outdated = others.iter().any(|name| is_key(name));
            return Err(if outdated { Reason::Outdated } else { Reason::Missing });
        }
        let files = manifest::read(&home, &self.key, self.mapped_from).map_err(Reason::Damaged)?;
        guarded(|| {
            let engine = Engine::open(&Index::open(directory(&home, files)?)?)?;
            if engine.documents() == documents { Ok(engine) } else { Err(SearchError::Schema) }
        })
        .map_err(|_| Reason::Damaged(Damage::Unreadable))
    }

    fn build(&self, documents: &(impl Documents + ?Sized)) -> Result<(), Obstacle> {
        make_folder(self.folder).map_err(obstacle)?;
        let _lock = self.lock()?;
        if self.open(documents.count()).is_ok() {
            return Ok(()); // Another program was faster.
        }
        self.build_locked(documents).map_err(obstacle)
    }

    /// Held until it is dropped, or the program is killed.
    fn lock(&self) -> Result<Held, Obstacle> {
        let path = self.folder.join(LOCK);
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path)
            .map_err(obstacle)?;
        match file.try_lock() {
            Ok(()) => Ok(Held(file)),
            Err(TryLockError::WouldBlock) => Err(Obstacle::Busy),
            Err(TryLockError::Error(error)) => Err(obstacle(error)),
        }
    }

    fn build_locked(&self, documents: &(impl Documents + ?Sized)) -> Result<(), SearchError> {
        let prefix = format!("{TEMPORARY}{}-", std::process::id());
        let mut builder = tempfile::Builder::new();
        builder.prefix(&prefix);
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let building = builder.tempdir_in(self.folder)?;
        guarded(|| {
            let directory =
                MmapDirectory::open(building.path()).map_err(tantivy::TantivyError::from)?;
            build::into(documents, directory)?;
            Ok(())
        })?;
        seal(building.path(), &self.key)?;
        let home = self.home();
        remove(&home)?;
        fs::rename(building.path(), &home)?;
        let _ = building.keep(); // It is home now; nothing is left to remove.
        sync(self.folder)?;
        self.sweep();
        Ok(())
    }

    /// Removes indexes of other keys and what an interrupted build left; nothing else. A failure
    /// here costs space, not correctness.
    fn sweep(&self) {
        for name in manifest::names(self.folder).unwrap_or_default() {
            let ours = is_key(&name) && name != self.key || name.starts_with(TEMPORARY);
            if ours {
                let _ = remove(&self.folder.join(name));
            }
        }
    }
}

/// A lock that is given back at once. Closing the file is not enough: a process that is just being
/// started elsewhere in the program holds a copy of it until it has become another program.
struct Held(File);

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

/// Everything the content of an index depends on.
fn key(corpus_hash: &str) -> String {
    let mut hasher = blake3::Hasher::new();
    let versions = [schema::VERSION, analysis::VERSION].map(|version| version.to_string());
    let stemmer = analysis::stem::stem("fachinformatikerinnen");
    for part in [
        corpus_hash,
        &versions.concat(),
        tantivy::version_string(),
        &stemmer,
        compound::LIST,
        stopwords::LIST,
    ] {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().to_hex().to_string()
}

/// Whether a name is one of our keys.
fn is_key(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// The checked bytes as a directory tantivy can read. In memory it needs no lock file, so a
/// folder that cannot be written is no obstacle; a large index is mapped.
fn directory(home: &Path, files: Option<Files>) -> Result<Box<dyn Directory>, SearchError> {
    let Some(files) = files else {
        let mapped = MmapDirectory::open(home).map_err(tantivy::TantivyError::from)?;
        return Ok(Box::new(mapped));
    };
    let memory = RamDirectory::create();
    for (name, bytes) in files {
        memory.atomic_write(Path::new(&name), &bytes)?;
    }
    Ok(Box::new(memory))
}

/// Writes the manifest and makes sure that all of it has reached the disk.
fn seal(folder: &Path, key: &str) -> io::Result<()> {
    let mut listed = manifest::Listed::new();
    for name in manifest::names(folder)? {
        let path = folder.join(&name);
        if name.ends_with(".lock") {
            fs::remove_file(path)?; // tantivy's; it has done its service.
        } else {
            listed.insert(name, manifest::hash(&path)?);
            sync(&path)?;
        }
    }
    let path = folder.join(manifest::FILE);
    fs::write(&path, manifest::write(key, &listed))?;
    sync(&path)?;
    sync(folder)
}

#[cfg(unix)]
fn sync(path: &Path) -> io::Result<()> {
    File::open(path)?.sync_all()
}

/// Elsewhere folders cannot be opened, and files need to be writable to be synced.
#[cfg(not(unix))]
fn sync(path: &Path) -> io::Result<()> {
    if path.is_dir() { Ok(()) } else { OpenOptions::new().write(true).open(path)?.sync_all() }
}

/// Makes a folder only its owner can read: what someone searches in is nobody's business.
fn make_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Removes a folder with all in it, or whatever else has taken its name.
fn remove(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

fn obstacle(error: impl std::fmt::Display) -> Obstacle {
    Obstacle::Folder(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::SearchDocument;
    use super::*;

    fn documents() -> Vec<SearchDocument> {
        let document = |id: &str, name: &str| SearchDocument {
            id: id.into(),
            names: vec![name.into()],
            primary_names: 1,
            ..SearchDocument::default()
        };
        vec![document("koch", "Koch"), document("arzt", "Arzt")]
    }

    #[test]
    fn a_large_index_is_mapped_and_checked_all_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Vault { folder: folder.path(), key: key("corpus"), mapped_from: 0 };
        let hits = |(engine, notice): (Engine, Option<Notice>)| {
            (engine.search("arzt", 5).hits.into_iter().map(|h| h.id).collect::<Vec<_>>(), notice)
        };
        let arzt = vec!["arzt".to_owned()];
        let built = Some(Notice::Rebuilt(Reason::Missing));
        assert_eq!(hits(vault.engine(&documents())), (arzt.clone(), built));
        assert_eq!(hits(vault.engine(&documents())), (arzt.clone(), None));

        fs::write(vault.home().join("meta.json"), "{}").unwrap();
        let damage = Reason::Damaged(Damage::Changed("meta.json".into()));
        assert_eq!(hits(vault.engine(&documents())), (arzt, Some(Notice::Rebuilt(damage))));
    }

    #[test]
    fn an_index_of_other_documents_is_not_used() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Vault { folder: folder.path(), key: key("corpus"), mapped_from: MAPPED_FROM };
        vault.engine(&documents());
        assert!(vault.open(2).is_ok());
        assert!(matches!(vault.open(3), Err(Reason::Damaged(Damage::Unreadable))));
        assert_ne!(key("corpus"), key("other corpus"));
    }

    #[test]
    fn only_keys_are_ours() {
        assert!(is_key(&key("corpus")));
        for name in ["README.md", "", "0123", &"g".repeat(64), &"A".repeat(64)] {
            assert!(!is_key(name), "{name}");
        }
    }
}
