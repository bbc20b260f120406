//! A thousand damaged indexes: no panic, no wrong answer.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use werdegang::search::{Engine, Notice, Reason, Results, SearchDocument};

use super::corpus::documents;

const ROUNDS: usize = 1_000;
const QUERIES: [&str; 8] =
    ["koch", "entwickler", "bäker", "was mit tieren", "e", "python", "verk", "kauffrau handel"];

/// A small generator of its own, so that every run damages the same bytes.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        // splitmix64
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit.max(1) as u64) as usize
    }
}

fn answers(engine: &Engine) -> Vec<Results> {
    QUERIES.iter().map(|query| engine.search(query, 10)).collect()
}

/// The files of the index, `MANIFEST` and `meta.json` among them, in a fixed order. Their names
/// are random, their kinds are not.
fn files(folder: &Path) -> Vec<PathBuf> {
    let home = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.is_dir())
        .expect("an index");
    let mut files: Vec<PathBuf> =
        fs::read_dir(home).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort_by_key(|path| (path.extension().map(ToOwned::to_owned), path.clone()));
    files
}

/// Damages the file; what was done, for the message of a failing test.
fn damage(file: &Path, random: &mut Random) -> String {
    let mut bytes = fs::read(file).unwrap();
    let at = random.below(bytes.len());
    let what = match random.below(7) {
        0 if !bytes.is_empty() => {
            bytes[at] ^= 1 << random.below(8);
            "flip"
        }
        1 => {
            bytes.truncate(at);
            "truncate"
        }
        2 => {
            let end = bytes.len().min(at + 16);
            bytes[at.min(end)..end].fill(0);
            "zero"
        }
        3 => {
            let end = bytes.len().min(at + 64);
            bytes[at.min(end)..end].fill_with(|| random.below(256) as u8);
            "scramble"
        }
        4 => {
            bytes.extend((0..1 + random.below(64)).map(|n| n as u8));
            "append"
        }
        5 => {
            bytes.clear();
            "empty"
        }
        _ => {
            fs::remove_file(file).unwrap();
            return format!("delete {}", file.display());
        }
    };
    let mut options = OpenOptions::new();
    let mut out = options.write(true).truncate(true).open(file).unwrap();
    std::io::Write::write_all(&mut out, &bytes).unwrap();
    format!("{what} at {at} of {}", file.display())
}

#[test]
fn a_thousand_damaged_indexes_give_no_wrong_answer() {
    static PANICS: AtomicUsize = AtomicUsize::new(0);
    // Panics that are caught inside would go unnoticed.
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        if std::thread::current().name().is_some_and(|name| name.contains("thousand_damaged")) {
            PANICS.fetch_add(1, Ordering::Relaxed);
        }
        before(info);
    }));

    // A few documents are enough: every kind of file is there.
    let documents: Vec<SearchDocument> = documents().into_iter().step_by(3).collect();
    let folder = tempfile::tempdir().unwrap();
    let right = answers(&Engine::in_memory(&documents).unwrap());
    assert!(right.iter().any(|results| results.total > 0));
    let (engine, _) = Engine::open_or_build(&documents, "hash", folder.path());
    assert_eq!(answers(&engine), right);

    let mut random = Random(20_261_123);
    let (mut rebuilt, mut unharmed) = (0, 0);
    let mut seen = std::collections::BTreeSet::new();
    for round in 0..ROUNDS {
        let files = files(folder.path());
        let file = &files[round % files.len()];
        let kind = file.extension().or(file.file_name()).unwrap();
        seen.insert(kind.to_string_lossy().into_owned());
        let original = fs::read(file).unwrap();
        let done = damage(file, &mut random);
        let harmless = fs::read(file).is_ok_and(|bytes| bytes == original);
        let (engine, notice) = Engine::open_or_build(&documents, "hash", folder.path());
        assert_eq!(answers(&engine), right, "round {round}: {done}");
        match notice {
            None => {
                assert!(harmless, "round {round}: {done} went unnoticed");
                unharmed += 1;
            }
            Some(Notice::Rebuilt(Reason::Damaged(_))) => rebuilt += 1,
            other => panic!("round {round}: {done}: {other:?}"),
        }
    }
    assert_eq!(rebuilt + unharmed, ROUNDS);
    assert!(rebuilt > ROUNDS * 9 / 10, "{rebuilt}");
    for kind in ["MANIFEST", "json", "term", "idx", "store", "fast"] {
        assert!(seen.contains(kind), "{kind} was never damaged, only {seen:?}");
    }
    assert_eq!(PANICS.load(Ordering::Relaxed), 0);
}
