//! The shelf of imported corpora: list them, open one, put one there, take one away.
//!
//! ```text
//! corpora/<name>.json          manifest; it alone makes a corpus exist, and is replaced at once
//! corpora/<name>.<hash>/       profiles.jsonl  one profile a line
//!                              offsets.bin     where each line begins and the last ends, u64
//!                              ids.txt         one id a line, in the same order
//! ```
//!
//! Only the offsets are held in memory; a profile is read when somebody looks at it.

mod publish;
mod stored;

pub use publish::Writer;
pub use stored::Stored;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::corpus::{Problem, load};

/// Version of the manifest.
pub const FORMAT: u32 = 1;
/// No manifest is longer.
const MAX_MANIFEST: usize = 64 * 1024;

/// What is known about an imported corpus.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    pub format: u32,
    /// Short name, as in `korpus:esco-de`: a–z, 0–9, hyphens.
    pub name: String,
    pub title: String,
    /// Language of its content, as in BCP 47.
    pub language: String,
    /// `esco`, `onet`, `kldb` or `profiles`.
    pub kind: String,
    pub version: String,
    /// One line that is shown to readers.
    pub licence: String,
    pub profiles: usize,
    /// Bytes of `profiles.jsonl`.
    pub bytes: u64,
    /// blake3 of `profiles.jsonl`.
    pub hash: String,
    /// Folder beside the manifest.
    pub folder: String,
}

/// The folder all imported corpora are in.
#[derive(Debug, Clone)]
pub struct Shelf {
    folder: PathBuf,
}

impl Shelf {
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// All corpora by name, and what is wrong with the others. No folder, no corpora.
    pub fn list(&self) -> (Vec<Manifest>, Vec<Problem>) {
        let (mut manifests, mut problems) = (Vec::new(), Vec::new());
        let Ok(entries) = fs::read_dir(&self.folder) else { return (manifests, problems) };
        let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        files.sort();
        for file in files.iter().filter(|file| file.extension().is_some_and(|e| e == "json")) {
            match read_manifest(file) {
                Ok(manifest) => manifests.push(manifest),
                Err(problem) => problems.push(problem),
            }
        }
        (manifests, problems)
    }

    /// The manifest of a corpus; `None` if there is none of that name.
    ///
    /// # Errors
    /// A manifest that cannot be read.
    pub fn manifest(&self, name: &str) -> Result<Option<Manifest>, Problem> {
        let file = self.manifest_file(name);
        if file.is_file() { read_manifest(&file).map(Some) } else { Ok(None) }
    }

    /// Takes a corpus off the shelf. Returns whether it was there.
    ///
    /// # Errors
    /// Those of removing the manifest; the folder is swept at the next import.
    pub fn remove(&self, name: &str) -> io::Result<bool> {
        let file = self.manifest_file(name);
        let folder = read_manifest(&file).ok().map(|manifest| manifest.folder);
        match fs::remove_file(&file) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            Err(error) => return Err(error),
        }
        if let Some(folder) = folder.filter(|folder| is_ours(folder)) {
            let _ = fs::remove_dir_all(self.folder.join(folder));
        }
        Ok(true)
    }

    fn manifest_file(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.json"))
    }
}

/// Whether a name can be that of a corpus.
pub fn is_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    (1..=40).contains(&name.len()) && name.chars().all(plain) && !name.starts_with('-')
}

/// A folder made by an import: `<name>.<16 hex digits>`.
fn is_ours(folder: &str) -> bool {
    folder.split_once('.').is_some_and(|(name, hash)| {
        is_name(name) && hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

fn read_manifest(file: &Path) -> Result<Manifest, Problem> {
    let shown = load::display(file);
    let text = load::read_text(file, MAX_MANIFEST)?;
    let broken = |what: &str| {
        let message = format!(
            "{what}; bitte den Korpus neu importieren oder mit „werdegang corpus remove“ entfernen"
        );
        Problem::file(shown.clone(), message)
    };
    let manifest: Manifest = serde_json::from_str(&text)
        .map_err(|_| broken("die Beschreibung des Korpus ist beschädigt"))?;
    if manifest.format > FORMAT {
        return Err(Problem::file(
            shown,
            format!(
                "Formatversion {} ist neuer als dieses Programm; bitte werdegang aktualisieren",
                manifest.format
            ),
        ));
    }
    let named = file.file_stem().is_some_and(|stem| stem.to_string_lossy() == manifest.name);
    if !named || !is_name(&manifest.name) || !is_ours(&manifest.folder) {
        return Err(broken("die Beschreibung des Korpus passt nicht zu ihrer Datei"));
    }
    Ok(manifest)
}
