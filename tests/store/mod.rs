//! What was saved is there: after a kill, a power cut, damage, and with other windows open.

mod survival;

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use werdegang::store::applications::{Application, Status};
use werdegang::store::copies::Copied;
use werdegang::store::letters::LetterRecord;
use werdegang::store::{Store, StoreError};

const NOON: &str = "2027-03-01T12:00:00";
const LATER: &str = "2027-03-02T08:30:00";

fn file(folder: &TempDir) -> PathBuf {
    folder.path().join("werdegang/data.db")
}

fn open(file: &Path) -> Store {
    let (store, repaired) = Store::open(file).unwrap();
    assert_eq!(repaired, None);
    store
}

fn application(employer: &str) -> Application {
    Application {
        profile: "koch".into(),
        employer: employer.into(),
        position: "Köchin".into(),
        ..Application::default()
    }
}

#[test]
fn applications_keep_every_field_and_the_newest_change_first() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(&file(&folder));
    let mut first = Application {
        status: Status::Sent,
        next_date: "2027-03-09".into(),
        notes: "ruft an".into(),
        advert: "Wir suchen …".into(),
        fields: [("kontakt.name".to_owned(), "Anna Weber".to_owned())].into(),
        ..application("Muster GmbH")
    };
    store.save_application(&mut first, NOON).unwrap();
    let mut second = application("Beispiel AG");
    store.save_application(&mut second, LATER).unwrap();
    drop(store);
    let store = open(&file(&folder));
    assert_eq!(store.applications().unwrap(), [second.clone(), first.clone()]);
    assert_eq!((first.revision, first.created.as_str()), (1, NOON));
    assert_eq!(store.application(second.id).unwrap().employer, "Beispiel AG");
    assert!(matches!(store.application(99), Err(StoreError::Missing)));
}

#[test]
fn two_windows_never_overwrite_each_other_silently() {
    let folder = tempfile::tempdir().unwrap();
    let (mut one, mut two) = (open(&file(&folder)), open(&file(&folder)));
    let mut mine = application("Muster GmbH");
    one.save_application(&mut mine, NOON).unwrap();
    let mut theirs = two.application(mine.id).unwrap();
    theirs.notes = "von dort".into();
    two.save_application(&mut theirs, LATER).unwrap();
    mine.notes = "von hier".into();
    let refused = one.save_application(&mut mine, LATER).unwrap_err();
    assert!(matches!(refused, StoreError::Conflict));
    assert_eq!(
        refused.to_string(),
        "ein anderes Fenster hat das inzwischen geändert; bitte dort weiterarbeiten oder neu laden"
    );
    assert_eq!(one.application(mine.id).unwrap().notes, "von dort");
}

#[test]
fn letters_have_unique_names_and_keep_their_versions() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(&file(&folder));
    let mut letter = LetterRecord {
        name: "muster".into(),
        profile: "koch".into(),
        content: "{}".into(),
        ..LetterRecord::default()
    };
    store.save_letter(&mut letter, NOON).unwrap();
    let mut same = LetterRecord { id: 0, ..letter.clone() };
    assert!(matches!(store.save_letter(&mut same, NOON), Err(StoreError::NameTaken)));
    for text in ["eins", "eins", "zwei"] {
        store.keep_version(letter.id, text, "copied", NOON).unwrap();
    }
    let versions = store.versions(letter.id).unwrap();
    let texts: Vec<(i64, &str)> = versions.iter().map(|v| (v.number, v.text.as_str())).collect();
    assert_eq!(texts, [(2, "zwei"), (1, "eins")]);
    assert_eq!(store.letter("muster").unwrap(), letter);
}

#[test]
fn copies_answers_and_verdicts_are_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(&file(&folder));
    for (text, now) in [("alt", "2027-01-01T00:00:00"), ("neu", NOON)] {
        let copy = Copied {
            subject: "Betreff".into(),
            text: text.into(),
            route: "xclip".into(),
            ..Copied::default()
        };
        store.keep_copy(&copy, now).unwrap();
    }
    let recent = store.copies_since("2027-02-22").unwrap();
    assert_eq!(recent.iter().map(|copy| copy.text.as_str()).collect::<Vec<_>>(), ["neu"]);
    let mut sent = application("Muster GmbH");
    store.save_application(&mut sent, NOON).unwrap();
    let copy = Copied { text: "dafür".into(), application: Some(sent.id), ..Copied::default() };
    store.keep_copy(&copy, LATER).unwrap();
    let of_it = store.copies_of(sent.id).unwrap();
    assert_eq!(
        (of_it.len(), of_it[0].text.as_str(), of_it[0].created.as_str()),
        (1, "dafür", LATER)
    );
    for value in ["Beispiel AG", "Muster GmbH", "Muster GmbH"] {
        store.keep_answer("firma.name", value, NOON).unwrap();
    }
    for number in 0..30 {
        store
            .keep_answer(
                "stelle.ort",
                &format!("Ort {number}"),
                &format!("2027-03-01T12:00:{number:02}"),
            )
            .unwrap();
    }
    let suggestions = store.suggestions().unwrap();
    assert_eq!(suggestions["firma.name"], ["Muster GmbH", "Beispiel AG"]);
    assert_eq!(suggestions["stelle.ort"].len(), 20);
    store.keep_verdict("a1", "Rust", Some("shown")).unwrap();
    store.keep_verdict("a1", "Java", Some("missing")).unwrap();
    store.keep_verdict("a1", "Java", None).unwrap();
    assert_eq!(
        store.verdicts("a1").unwrap().into_iter().collect::<Vec<_>>(),
        [("Rust".into(), "shown".into())]
    );
}

#[cfg(unix)]
#[test]
fn nobody_else_can_read_any_of_its_files() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let mut store = open(&file(&folder));
    store.save_application(&mut application("Muster GmbH"), NOON).unwrap();
    drop(store);
    let _store = open(&file(&folder));
    let mut waiting = vec![folder.path().join("werdegang")];
    let mut files = 0;
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let mode = entry.metadata().unwrap().permissions().mode() & 0o077;
            assert_eq!(mode, 0, "{}", entry.path().display());
            files += 1;
            if entry.path().is_dir() {
                waiting.push(entry.path());
            }
        }
    }
    assert!(files >= 4, "database, its companions and a backup: {files}");
}

#[test]
fn a_damaged_file_is_kept_aside_and_the_last_backup_restored() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    let mut store = open(&path);
    store.save_application(&mut application("Muster GmbH"), NOON).unwrap();
    drop(store);
    drop(open(&path)); // makes today's backup
    for damage in ["not a database at all, but long enough to be one of course", ""] {
        let mut bytes = fs::read(&path).unwrap();
        if damage.is_empty() {
            // A page in the middle is gone.
            let middle = bytes.len() / 2;
            bytes[middle..].fill(0xa5);
            bytes[100..middle].fill(0x5a);
        } else {
            bytes = damage.as_bytes().to_vec();
        }
        fs::write(&path, &bytes).unwrap();
        let (store, repaired) = Store::open(&path).unwrap();
        let repaired = repaired.expect("the damage is seen");
        assert_eq!(fs::read(&repaired.aside).unwrap(), bytes, "the damaged file is kept");
        assert!(repaired.backup.is_some());
        assert_eq!(store.applications().unwrap()[0].employer, "Muster GmbH");
    }
}

#[test]
fn without_a_backup_a_new_file_is_begun_and_the_old_one_kept() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "kaputt ".repeat(100)).unwrap();
    let (store, repaired) = Store::open(&path).unwrap();
    let repaired = repaired.unwrap();
    assert_eq!(repaired.backup, None);
    assert!(fs::read_to_string(repaired.aside).unwrap().starts_with("kaputt"));
    assert_eq!(store.applications().unwrap(), []);
}

#[test]
fn a_file_of_a_newer_version_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    drop(open(&path));
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.pragma_update(None, "user_version", 99).unwrap();
    drop(raw);
    let refused = Store::open(&path).unwrap_err();
    assert!(matches!(refused, StoreError::Newer(99)), "{refused}");
    assert!(path.exists());
}

#[test]
fn a_folder_that_cannot_be_written_is_named_and_nothing_is_moved() {
    let folder = tempfile::tempdir().unwrap();
    let blocked = folder.path().join("datei");
    fs::write(&blocked, "x").unwrap();
    let refused = Store::open(&blocked.join("data.db")).unwrap_err();
    assert!(matches!(refused, StoreError::Io(_)), "{refused}");
    assert_eq!(fs::read_to_string(&blocked).unwrap(), "x");
}

/// The file as version 1 wrote it: no `fields` yet.
#[test]
fn an_older_file_is_copied_and_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    let mut store = open(&path);
    store.save_application(&mut application("Muster GmbH"), NOON).unwrap();
    drop(store);
    let raw = rusqlite::Connection::open(&path).unwrap();
    raw.execute_batch("ALTER TABLE application DROP COLUMN fields; PRAGMA user_version = 1")
        .unwrap();
    drop(raw);
    let store = open(&path);
    let kept = store.applications().unwrap();
    assert_eq!((kept[0].employer.as_str(), kept[0].fields.len()), ("Muster GmbH", 0));
    let before = path.with_file_name("sicherungen").join("vor-version-1.db");
    let raw = rusqlite::Connection::open(before).unwrap();
    let employer: String =
        raw.query_row("SELECT employer FROM application", [], |row| row.get(0)).unwrap();
    assert_eq!(employer, "Muster GmbH");
    let version: i64 = raw.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    assert_eq!(version, 1);
}
