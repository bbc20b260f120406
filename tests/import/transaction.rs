//! Killed or cancelled at any moment, the old corpus or the new one is there.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use rustix::process::{Pid, Signal, kill_process};
use werdegang::corpus::Store;
use werdegang::library::{Shelf, Stored};

use super::{ESCO, folder, import};
use crate::helpers::installed::Installed;

/// Occupations of the large import; enough to be hit while it is being written.
const MANY: usize = 20_000;
const ROUNDS: u64 = 40;

fn large(installed: &Installed) -> PathBuf {
    let mut text = String::from("conceptUri,iscoGroup,preferredLabel,altLabels,description\n");
    for number in 0..MANY {
        text.push_str(&format!(
            "http://e/{number:08},7315,Beruf {number},,Tut etwas mit {number}.\n"
        ));
    }
    installed.write("viel/occupations_de.csv", text);
    installed.home().join("viel")
}

fn shelf(installed: &Installed) -> Shelf {
    Shelf::at(installed.home().join(".local/share/werdegang/corpora"))
}

/// The corpus that is there, every profile of it readable.
fn readable(shelf: &Shelf) -> usize {
    let (manifests, problems) = shelf.list();
    assert_eq!(problems, []);
    assert_eq!(manifests.len(), 1);
    let stored = Stored::open(shelf, &manifests[0]).unwrap();
    for position in [0, stored.len() / 2, stored.len() - 1] {
        let text = stored.text(position).unwrap();
        werdegang::corpus::read_profile("", &text).unwrap();
    }
    stored.len()
}

/// Bytes written so far, in whatever folder the import builds.
fn written(shelf: &Path) -> u64 {
    let building =
        |entry: &fs::DirEntry| entry.file_name().to_string_lossy().starts_with(".import-");
    fs::read_dir(shelf)
        .into_iter()
        .flatten()
        .flatten()
        .filter(building)
        .filter_map(|entry| fs::metadata(entry.path().join("profiles.jsonl")).ok())
        .map(|file| file.len())
        .sum()
}

fn start(installed: &Installed, path: &Path) -> Child {
    installed
        .command(&["import", "esco", path.to_str().unwrap()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn killed_at_any_moment_the_old_or_the_new_corpus_is_there() {
    let installed = Installed::new();
    let (small, many) = (folder(&installed, "esco", ESCO), large(&installed));
    let shelf = shelf(&installed);
    assert_eq!(import(&installed, "esco", &many, &[]).0, 0);
    let whole = shelf.manifest("esco-de").unwrap().unwrap().bytes;
    let (mut old, mut new) = (0, 0);
    for round in 0..ROUNDS {
        assert_eq!(import(&installed, "esco", &small, &[]).0, 0);
        let mut child = start(&installed, &many);
        let until = whole * round / (ROUNDS - 4);
        // No clock decides: the import is killed when so much has been written, or is over.
        while written(shelf.folder()) < until.max(1) && child.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        let _ = child.kill();
        child.wait().unwrap();
        match readable(&shelf) {
            3 => old += 1,
            MANY => new += 1,
            other => panic!("{other} profiles after round {round}"),
        }
    }
    assert!(old > 0, "the import was never caught in the middle: {old} old, {new} new");
    // What the killed ones left is swept by the next.
    assert_eq!(import(&installed, "esco", &small, &[]).0, 0);
    let left: Vec<String> = fs::read_dir(shelf.folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with(".import-"))
        .collect();
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn control_c_leaves_everything_as_it_was() {
    let installed = Installed::new();
    let (small, many) = (folder(&installed, "esco", ESCO), large(&installed));
    assert_eq!(import(&installed, "esco", &small, &[]).0, 0);
    let mut child = start(&installed, &many);
    let shelf = shelf(&installed);
    while written(shelf.folder()) == 0 && child.try_wait().unwrap().is_none() {
        std::thread::yield_now();
    }
    let _ = kill_process(Pid::from_child(&child), Signal::INT);
    let code = child.wait().unwrap().code();
    match readable(&shelf) {
        3 => assert_eq!(code, Some(130)),
        MANY => assert_eq!(code, Some(0), "it was over before it could be stopped"),
        other => panic!("{other} profiles"),
    }
}
