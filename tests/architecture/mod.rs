//! The walls of the house, read from the sources: who may use whom, which crate lives where, and
//! that every file opens by saying what it is for.

mod dependencies;

use std::fs;
use std::path::{Path, PathBuf};

/// A room, the rooms it may use, and the outside crates that live only there.
const ROOMS: &[(&str, &[&str], &[&str])] = &[
    ("corpus", &[], &[]),
    ("search", &["corpus"], &["tantivy", "frostem"]),
    ("quick_jump", &["corpus"], &["fuzzy_matcher"]),
    ("i18n", &[], &[]),
    ("keymap", &["i18n"], &[]),
    ("config", &["corpus", "keymap", "i18n"], &["toml", "directories"]),
    ("tailoring", &["corpus", "i18n"], &["minijinja"]),
    ("advert", &["corpus"], &["nanohtml2text"]),
    ("matching", &["advert", "corpus", "search", "tailoring"], &[]),
    ("letter", &["corpus", "search", "tailoring", "i18n"], &[]),
    ("spelling", &["i18n"], &["spellbook"]),
    (
        "document",
        &["corpus", "i18n", "letter", "store", "tailoring"],
        &[
            "docx_rs",
            "hayro_syntax",
            "hypher",
            "image",
            "typst",
            "typst_layout",
            "typst_pdf",
            "typst_render",
        ],
    ),
    ("store", &[], &["rusqlite"]),
    ("library", &["corpus"], &[]),
    ("import", &["corpus", "tailoring"], &["zip", "csv", "encoding_rs"]),
    (
        "app",
        &[
            "advert",
            "config",
            "corpus",
            "document",
            "i18n",
            "keymap",
            "letter",
            "matching",
            "quick_jump",
            "search",
            "spelling",
            "store",
            "tailoring",
        ],
        &[],
    ),
    (
        "ui",
        &[
            "app",
            "config",
            "corpus",
            "document",
            "i18n",
            "keymap",
            "letter",
            "matching",
            "spelling",
            "tailoring",
        ],
        &["ratatui", "ratatui_image"],
    ),
    ("clipboard", &["corpus", "config"], &["arboard", "base64"]),
    ("terminal", &["corpus", "keymap"], &["crossterm", "signal_hook", "ratatui"]),
    (
        "runtime",
        &[
            "app",
            "ui",
            "clipboard",
            "terminal",
            "corpus",
            "search",
            "quick_jump",
            "tailoring",
            "keymap",
            "i18n",
            "config",
            "advert",
            "document",
            "matching",
            "spelling",
            "store",
        ],
        &[],
    ),
    (
        "cli",
        &[
            "runtime",
            "app",
            "ui",
            "clipboard",
            "terminal",
            "corpus",
            "search",
            "quick_jump",
            "tailoring",
            "keymap",
            "i18n",
            "config",
            "library",
            "import",
            "advert",
            "spelling",
            "document",
            "letter",
            "matching",
            "store",
        ],
        &["clap", "clap_complete", "clap_mangen"],
    ),
];

/// Rooms that share a crate with the one that owns it, and why.
const SHARED: &[(&str, &str)] = &[
    // Front matter of text blocks is TOML.
    ("tailoring", "toml"),
    // Older hunspell dictionaries are not UTF-8.
    ("runtime", "encoding_rs"),
    // What typst paints and what the terminal shows meet as pixels.
    ("ui", "image"),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Rooms named in a line of code as `crate::room`.
fn rooms_used(text: &str) -> Vec<String> {
    let mut used = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.starts_with("//")) {
        for piece in line.split("crate::").skip(1) {
            let names = piece.strip_prefix('{').map_or_else(
                || vec![piece],
                |list| list.split('}').next().unwrap_or_default().split(',').collect(),
            );
            for name in names {
                let name: String =
                    name.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                used.push(name);
            }
        }
    }
    used
}

#[test]
fn rooms_use_only_what_lies_below_them() {
    let mut broken = Vec::new();
    let mut files = 0;
    for (room, allowed, _) in ROOMS {
        for file in sources(&root().join("src").join(room)) {
            files += 1;
            let text = fs::read_to_string(&file).unwrap();
            for used in rooms_used(&text) {
                let is_room = ROOMS.iter().any(|(name, ..)| *name == used);
                if is_room && used != *room && !allowed.contains(&used.as_str()) {
                    broken.push(format!("{} uses crate::{used}", file.display()));
                }
            }
        }
    }
    assert!(files > 60, "only {files} files seen");
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_folder_in_src_is_a_listed_room() {
    let mut listed: Vec<&str> = ROOMS.iter().map(|(room, ..)| *room).collect();
    listed.sort_unstable();
    let mut found: Vec<String> = fs::read_dir(root().join("src"))
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.path().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    found.sort();
    assert_eq!(found, listed);
}

#[test]
fn each_outside_crate_lives_in_its_room() {
    let mut broken = Vec::new();
    for (owner, _, crates) in ROOMS {
        for name in *crates {
            let homes: Vec<&str> = ROOMS
                .iter()
                .filter(|(_, _, crates)| crates.contains(name))
                .map(|(room, ..)| *room)
                .chain(SHARED.iter().filter(|(_, shared)| shared == name).map(|(room, _)| *room))
                .collect();
            for file in sources(&root().join("src")) {
                let room = file.strip_prefix(root().join("src")).unwrap();
                let room =
                    room.components().next().unwrap().as_os_str().to_str().unwrap().to_owned();
                let text = fs::read_to_string(&file).unwrap();
                let uses = text.lines().map(str::trim_start).any(|line| {
                    !line.starts_with("//")
                        && (line.contains(&format!("use {name}::"))
                            || line.contains(&format!(" {name}::"))
                            || line.contains(&format!("({name}::"))
                            || line.contains(&format!("<{name}::")))
                });
                if uses && !homes.contains(&room.as_str()) {
                    broken.push(format!("{} uses {name}, which lives in {owner}", file.display()));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_file_opens_by_saying_what_it_is_for() {
    let mut silent = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for file in sources(&root().join(folder)) {
            let text = fs::read_to_string(&file).unwrap();
            let first = text.lines().next().unwrap_or_default();
            if first.strip_prefix("//! ").is_none_or(|words| words.len() <= 15) {
                silent.push(file.display().to_string());
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn no_path_of_a_machine_stands_in_the_sources() {
    let mut found = Vec::new();
    for folder in ["src", "tests", "benches"] {
        for file in sources(&root().join(folder)) {
            let text = fs::read_to_string(&file).unwrap();
            let home = ["/ho", "me/"].concat();
            let work = ["/wo", "rk/"].concat();
            if text.contains(&home) || text.contains(&work) {
                found.push(file.display().to_string());
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
