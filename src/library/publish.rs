//! Putting a corpus on the shelf: all of it or nothing.
//!
//! Profiles are written into a folder nobody looks into; only when all are there and on the disk,
//! the manifest is replaced. Killed at any moment, the old corpus or the new one is there.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use tempfile::TempDir;

use super::{FORMAT, Manifest, Shelf, is_ours};
use crate::corpus::Profile;

const TEMPORARY: &str = ".import-";
const LOCK: &str = ".lock";

/// A corpus being written. Dropped without [`Writer::publish`] it leaves nothing.
pub struct Writer<'a> {
    shelf: &'a Shelf,
    building: TempDir,
    profiles: BufWriter<File>,
    hasher: blake3::Hasher,
    offsets: Vec<u64>,
    ids: String,
    bytes: u64,
    _lock: Held,
}

/// The lock, given back when the writer is done. Closing the file is not enough: a process being
/// started at this moment holds a copy of it.
struct Held(File);

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.0.unlock();
    }
}

impl Shelf {
    /// Begins a corpus.
    ///
    /// # Errors
    /// A folder that cannot be made or written; `WouldBlock` while another import runs.
    pub fn write(&self) -> io::Result<Writer<'_>> {
        DirBuilder::new().recursive(true).mode(0o700).create(&self.folder)?;
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(self.folder.join(LOCK))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::WouldBlock.into()),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        self.sweep();
        let building = tempfile::Builder::new().prefix(TEMPORARY).tempdir_in(&self.folder)?;
        let profiles = BufWriter::new(create(&building.path().join("profiles.jsonl"))?);
        Ok(Writer {
            shelf: self,
            building,
            profiles,
            hasher: blake3::Hasher::new(),
            offsets: vec![0],
            ids: String::new(),
            bytes: 0,
            _lock: Held(lock),
        })
    }

    /// Removes what interrupted imports left, and folders no manifest names.
    fn sweep(&self) {
        let named: Vec<String> = self.list().0.into_iter().map(|m| m.folder).collect();
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let left = name.starts_with(TEMPORARY) || is_ours(&name) && !named.contains(&name);
            if left && entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

impl Writer<'_> {
    /// Adds a profile behind the others.
    ///
    /// # Errors
    /// Those of writing.
    pub fn add(&mut self, profile: &Profile) -> io::Result<()> {
        let mut line = serde_json::to_vec(profile).map_err(io::Error::other)?;
        line.push(b'\n');
        self.profiles.write_all(&line)?;
        self.hasher.update(&line);
        self.bytes += line.len() as u64;
        self.offsets.push(self.bytes);
        self.ids.push_str(&profile.id);
        self.ids.push('\n');
        Ok(())
    }

    /// How many profiles were added.
    pub fn count(&self) -> usize {
        self.offsets.len() - 1
    }

    /// Makes the corpus exist, in place of one with the same name. `manifest` brings what only
    /// the importer knows; counts, hash and folder are filled in.
    ///
    /// # Errors
    /// Those of writing; then nothing has changed.
    pub fn publish(mut self, manifest: Manifest) -> io::Result<Manifest> {
        self.profiles.flush()?;
        self.profiles.get_ref().sync_all()?;
        let folder = self.building.path();
        let offsets: Vec<u8> = self.offsets.iter().flat_map(|at| at.to_le_bytes()).collect();
        write_synced(&folder.join("offsets.bin"), &offsets)?;
        write_synced(&folder.join("ids.txt"), self.ids.as_bytes())?;
        File::open(folder)?.sync_all()?;

        let hash = self.hasher.finalize().to_hex().to_string();
        let mut name = format!("{}.{}", manifest.name, hash.get(..16).unwrap_or_default());
        let shelf = &self.shelf.folder;
        if shelf.join(&name).exists() {
            // The same content is there already; a fresh folder keeps this import independent.
            let rehashed = blake3::hash(format!("{hash}{}", std::process::id()).as_bytes());
            name = format!("{}.{}", manifest.name, rehashed.to_hex().get(..16).unwrap_or_default());
        }
        let old = self.shelf.manifest(&manifest.name).ok().flatten();
        let manifest = Manifest {
            format: FORMAT,
            profiles: self.offsets.len() - 1,
            bytes: self.bytes,
            hash,
            folder: name.clone(),
            ..manifest
        };
        fs::rename(folder, shelf.join(&name))?;
        let _ = self.building.keep();
        File::open(shelf)?.sync_all()?;

        let mut file = tempfile::NamedTempFile::new_in(shelf)?;
        serde_json::to_writer_pretty(&mut file, &manifest).map_err(io::Error::other)?;
        file.as_file().sync_all()?;
        file.persist(self.shelf.manifest_file(&manifest.name)).map_err(|error| error.error)?;
        File::open(shelf)?.sync_all()?;
        if let Some(old) = old.filter(|old| old.folder != name) {
            let _ = fs::remove_dir_all(shelf.join(old.folder));
        }
        Ok(manifest)
    }
}

fn create(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

fn write_synced(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
