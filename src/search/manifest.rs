//! The list of an index's files with their lengths and hashes.
//!
//! tantivy trusts `meta.json` and does not check what it reads; damaged bytes gave wrong answers
//! and panics in experiments. Nothing is opened that is not listed here, byte for byte.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// Name of the file in the folder of an index.
pub(super) const FILE: &str = "MANIFEST";

/// tantivy puts an empty file of this name beside an index it maps. It is never read.
const READ_LOCK: &str = ".tantivy-meta.lock";

const HEAD: &str = "werdegang index";
/// No manifest is longer; a longer one is not read.
const LONGEST: u64 = 64 << 10;

/// What is wrong with an index on disk.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    #[error("MANIFEST fehlt oder ist nicht lesbar")]
    NoManifest,
    #[error("MANIFEST ist beschädigt")]
    Manifest,
    #[error("{0} fehlt")]
    Missing(String),
    #[error("{0} gehört nicht dazu")]
    Foreign(String),
    #[error("{0} ist verändert")]
    Changed(String),
    #[error("der Index ist trotz richtiger Prüfsummen nicht lesbar")]
    Unreadable,
}

/// Bytes of all files of an index, checked.
pub(super) type Files = BTreeMap<String, Vec<u8>>;
/// Length and hash of every file.
pub(super) type Listed = BTreeMap<String, (u64, blake3::Hash)>;

/// The manifest of files as they should be.
pub(super) fn write(key: &str, files: &Listed) -> String {
    let mut text = format!("{HEAD}\nkey {key}\n");
    for (name, (length, hash)) in files {
        text.push_str(&format!("file {length} {} {name}\n", hash.to_hex()));
    }
    let own = blake3::hash(text.as_bytes()).to_hex();
    text.push_str(&format!("end {own}\n"));
    text
}

/// Checks every byte of an index. Returns its files, or `None` where they are larger than `most`
/// bytes together and were only checked, to be mapped.
pub(super) fn read(folder: &Path, key: &str, most: u64) -> Result<Option<Files>, Damage> {
    let text = read_limited(&folder.join(FILE), LONGEST).map_err(|_| Damage::NoManifest)?;
    let text = String::from_utf8(text).map_err(|_| Damage::Manifest)?;
    let listed = parse(&text, key).ok_or(Damage::Manifest)?;
    let mut present = names(folder).map_err(|_| Damage::NoManifest)?;
    present.retain(|name| name != FILE && name != READ_LOCK);
    if let Some(foreign) = present.iter().find(|name| !listed.contains_key(*name)) {
        return Err(Damage::Foreign(foreign.clone()));
    }
    let keep = listed.values().map(|(length, _)| length).sum::<u64>() <= most;
    let mut files = Files::new();
    for (name, (length, wanted)) in listed {
        let changed = || Damage::Changed(name.clone());
        let path = folder.join(&name);
        let found = fs::symlink_metadata(&path).map_err(|_| Damage::Missing(name.clone()))?;
        if !found.is_file() || found.len() != length {
            return Err(changed());
        }
        if keep {
            let bytes = read_limited(&path, length).map_err(|_| changed())?;
            if bytes.len() as u64 != length || blake3::hash(&bytes) != wanted {
                return Err(changed());
            }
            files.insert(name, bytes);
        } else if hash(&path).map_err(|_| changed())? != (length, wanted) {
            return Err(changed());
        }
    }
    Ok(keep.then_some(files))
}

/// Length and hash of a file, read piece by piece.
pub(super) fn hash(path: &Path) -> io::Result<(u64, blake3::Hash)> {
    let mut hasher = blake3::Hasher::new();
    let length = io::copy(&mut File::open(path)?, &mut hasher)?;
    Ok((length, hasher.finalize()))
}

/// Length and hash by name; `None` unless the text is exactly what [`write`] makes for this key.
fn parse(text: &str, key: &str) -> Option<Listed> {
    let body_end = text.strip_suffix('\n')?.rfind('\n')? + 1;
    let (body, end) = text.split_at_checked(body_end)?;
    // Letter by letter: a digit with another case would be the same number.
    let own = blake3::hash(body.as_bytes()).to_hex();
    if end.strip_prefix("end ")?.strip_suffix('\n')? != own.as_str() {
        return None;
    }
    let files = body.strip_prefix(&format!("{HEAD}\nkey {key}\n"))?;
    files
        .lines()
        .map(|line| {
            let mut words = line.strip_prefix("file ")?.splitn(3, ' ');
            let length = words.next()?.parse().ok()?;
            let hash = blake3::Hash::from_hex(words.next()?).ok()?;
            let name = words.next().filter(|name| is_plain(name))?;
            Some((name.to_owned(), (length, hash)))
        })
        .collect()
}

/// A name that stays in its folder.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name != FILE && !name.contains(['/', '\\', '\0']) && name != ".."
}

/// Names of everything in a folder.
pub(super) fn names(folder: &Path) -> io::Result<Vec<String>> {
    fs::read_dir(folder)?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect()
}

fn read_limited(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::Error::new(io::ErrorKind::FileTooLarge, "longer than it should be"));
    }
    Ok(bytes)
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test may stop at a wrong place")]
mod tests {
    use super::*;

    fn files() -> Listed {
        let listed = |bytes: &[u8]| (bytes.len() as u64, blake3::hash(bytes));
        [("a.idx".to_owned(), listed(&[1, 2, 3])), ("meta.json".to_owned(), listed(b"{}"))].into()
    }

    #[test]
    fn reads_what_it_wrote() {
        let text = write("k", &files());
        let listed = parse(&text, "k").unwrap();
        assert_eq!(listed.keys().collect::<Vec<_>>(), ["a.idx", "meta.json"]);
        assert_eq!(listed["a.idx"], (3, blake3::hash(&[1, 2, 3])));
    }

    #[test]
    fn any_changed_byte_is_noticed() {
        let text = write("k", &files());
        assert!(parse(&text, "other").is_none());
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            let changed = String::from_utf8(bytes).unwrap();
            assert!(parse(&changed, "k").is_none(), "byte {at}");
            assert!(parse(&text[..at], "k").is_none(), "cut at {at}");
        }
        assert!(parse(&format!("{text}\n"), "k").is_none());
        assert!(parse(&format!("{text}file 0 0 x\n"), "k").is_none());
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        for name in ["../meta.json", "/etc/passwd", "..", "", "a\\b", FILE] {
            assert!(!is_plain(name), "{name}");
        }
    }
}
