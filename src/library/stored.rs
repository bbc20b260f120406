//! An imported corpus, open for reading.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt;

use super::{Manifest, Shelf};
use crate::corpus::{Problem, Store, load};

/// A longer profile was not written by us.
const MAX_PROFILE: u64 = 4 << 20;

/// The profiles of one corpus, one by one. The file stays open: a new import does not disturb.
#[derive(Debug)]
pub struct Stored {
    profiles: File,
    /// Where each profile begins, and the end of the last.
    offsets: Vec<u64>,
    ids: std::path::PathBuf,
}

impl Stored {
    /// Opens what a manifest describes.
    ///
    /// # Errors
    /// Files that are missing or do not fit each other.
    pub fn open(shelf: &Shelf, manifest: &Manifest) -> Result<Self, Problem> {
        let folder = shelf.folder().join(&manifest.folder);
        let problem = |what: String| {
            let message = format!(
                "der Korpus „{}“ ist nicht lesbar ({what}); bitte neu importieren",
                manifest.name
            );
            Problem::file(load::display(&folder), message)
        };
        let open = || -> io::Result<(File, Vec<u8>)> {
            Ok((File::open(folder.join("profiles.jsonl"))?, fs::read(folder.join("offsets.bin"))?))
        };
        let (profiles, bytes) = open().map_err(|error| problem(error.to_string()))?;
        let offsets: Vec<u64> =
            bytes.as_chunks::<8>().0.iter().map(|number| u64::from_le_bytes(*number)).collect();
        let length = profiles.metadata().map_err(|error| problem(error.to_string()))?.len();
        let fits = offsets.len() == manifest.profiles + 1
            && offsets.is_sorted()
            && offsets.last() == Some(&length)
            && length == manifest.bytes;
        if !fits {
            return Err(problem("die Dateien passen nicht zueinander".to_owned()));
        }
        Ok(Self { profiles, offsets, ids: folder.join("ids.txt") })
    }
}

impl Store for Stored {
    fn len(&self) -> usize {
        self.offsets.len().saturating_sub(1)
    }

    fn text(&self, position: usize) -> io::Result<String> {
        let missing = || io::Error::from(io::ErrorKind::NotFound);
        let start = *self.offsets.get(position).ok_or_else(missing)?;
        let end = *self.offsets.get(position + 1).ok_or_else(missing)?;
        let length = end.saturating_sub(start);
        if length > MAX_PROFILE {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let mut bytes = vec![0; length as usize];
        self.profiles.read_exact_at(&mut bytes, start)?;
        String::from_utf8(bytes).map_err(io::Error::other)
    }

    fn position(&self, id: &str) -> Option<usize> {
        let ids = fs::read_to_string(&self.ids).ok()?;
        ids.lines().position(|line| line == id)
    }
}
