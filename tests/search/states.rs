//! Every state the folder of the index can be found in.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use werdegang::search::{Damage, Engine, Notice, Obstacle, Reason};

use super::corpus::documents;

const HASH: &str = "corpus 1";

fn open(folder: &Path) -> Option<Notice> {
    open_for(HASH, folder)
}

/// Opens or builds, and makes sure that the answers are right whatever the state.
fn open_for(hash: &str, folder: &Path) -> Option<Notice> {
    let (engine, notice) = Engine::open_or_build(&documents(), hash, folder);
    assert_eq!(engine.documents(), documents().len());
    let ids: Vec<String> =
        engine.search("was mit tieren", 2).hits.into_iter().map(|hit| hit.id).collect();
    assert_eq!(ids, ["tierpfleger", "tierarzt"]);
    notice
}

/// The one folder of an index.
fn home(folder: &Path) -> PathBuf {
    let folders: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    assert_eq!(folders.len(), 1, "{folders:?}");
    folders[0].clone()
}

const MISSING: Option<Notice> = Some(Notice::Rebuilt(Reason::Missing));

#[test]
fn missing_then_there() {
    let folder = tempfile::tempdir().unwrap();
    let index = folder.path().join("deep/index");
    assert_eq!(open(&index), MISSING);
    assert_eq!(open(&index), None);
    assert_eq!(open(&index), None);
}

#[cfg(unix)]
#[test]
fn only_its_owner_can_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let index = folder.path().join("index");
    open(&index);
    for path in [&index, &home(&index)] {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o700);
    }
}

#[test]
fn stale_is_replaced_and_foreign_files_stay() {
    let folder = tempfile::tempdir().unwrap();
    let index = folder.path();
    for name in ["README.md", ".gitignore", "abc", ".tmp"] {
        fs::write(index.join(name), "not ours").unwrap();
    }
    fs::create_dir(index.join("folder")).unwrap();
    let left_behind = index.join(".tmp-1-left");
    fs::create_dir(&left_behind).unwrap();
    fs::write(left_behind.join("half"), "").unwrap();

    assert_eq!(open_for("corpus 1", index), MISSING);
    assert_eq!(open_for("corpus 2", index), Some(Notice::Rebuilt(Reason::Outdated)));
    assert_eq!(open_for("corpus 2", index), None);

    let mut names: Vec<String> = fs::read_dir(index)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.len() != 64)
        .collect();
    names.sort();
    assert_eq!(names, [".gitignore", ".lock", ".tmp", "README.md", "abc", "folder"]);
    fs::remove_dir(index.join("folder")).unwrap();
    home(index);
}

#[test]
fn a_file_in_place_of_the_folder() {
    let folder = tempfile::tempdir().unwrap();
    let index = folder.path().join("index");
    fs::write(&index, "a file").unwrap();
    let notice = open(&index);
    assert!(matches!(notice, Some(Notice::InMemory(Obstacle::Folder(_)))), "{notice:?}");
    assert_eq!(fs::read_to_string(&index).unwrap(), "a file");
}

/// A folder nothing can be written to, also for root: the lock file cannot be opened, because a
/// folder has its name.
#[test]
fn a_folder_that_cannot_be_written() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".lock")).unwrap();
    let notice = open(folder.path());
    assert!(matches!(notice, Some(Notice::InMemory(Obstacle::Folder(_)))), "{notice:?}");
}

/// A shipped index in a folder that cannot be written is used: nothing is written to read it.
#[test]
fn a_finished_index_needs_no_writing() {
    let folder = tempfile::tempdir().unwrap();
    open(folder.path());
    fs::remove_file(folder.path().join(".lock")).unwrap();
    fs::create_dir(folder.path().join(".lock")).unwrap();
    let listed = |path: &Path| fs::read_dir(path).unwrap().count();
    let home = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.join("MANIFEST").exists())
        .unwrap();
    let before = listed(&home);
    assert_eq!(open(folder.path()), None);
    assert_eq!(listed(&home), before);
}

#[test]
fn another_program_is_building() {
    let folder = tempfile::tempdir().unwrap();
    let lock = File::create(folder.path().join(".lock")).unwrap();
    lock.lock().unwrap();
    assert_eq!(open(folder.path()), Some(Notice::InMemory(Obstacle::Busy)));
    drop(lock);
    assert_eq!(open(folder.path()), MISSING);
}

#[test]
fn two_programs_start_at_once() {
    let folder = tempfile::tempdir().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let notice = open(folder.path());
                let fine = [None, MISSING, Some(Notice::InMemory(Obstacle::Busy))];
                assert!(fine.contains(&notice), "{notice:?}");
            });
        }
    });
    assert_eq!(open(folder.path()), None);
}

#[test]
fn what_is_damaged_is_named_and_built_anew() {
    let damaged = |damage| Some(Notice::Rebuilt(Reason::Damaged(damage)));
    let folder = tempfile::tempdir().unwrap();
    open(folder.path());
    let home = home(folder.path());

    fs::remove_file(home.join("MANIFEST")).unwrap();
    assert_eq!(open(folder.path()), damaged(Damage::NoManifest));

    fs::write(home.join("MANIFEST"), "werdegang index\n").unwrap();
    assert_eq!(open(folder.path()), damaged(Damage::Manifest));

    fs::write(home.join("extra"), "").unwrap();
    assert_eq!(open(folder.path()), damaged(Damage::Foreign("extra".into())));

    fs::remove_file(home.join("meta.json")).unwrap();
    assert_eq!(open(folder.path()), damaged(Damage::Missing("meta.json".into())));

    // An edit that tantivy would believe.
    let meta = fs::read_to_string(home.join("meta.json")).unwrap();
    let fewer = meta.replace("\"max_doc\": 30", "\"max_doc\": 29");
    assert_ne!(fewer, meta);
    fs::write(home.join("meta.json"), fewer).unwrap();
    assert_eq!(open(folder.path()), damaged(Damage::Changed("meta.json".into())));

    fs::remove_dir_all(&home).unwrap();
    fs::write(&home, "a file with the name of the index").unwrap();
    assert_eq!(open(folder.path()), damaged(Damage::NoManifest));

    assert_eq!(open(folder.path()), None);
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    open(folder.path());
    let home = home(folder.path());
    let moved = elsewhere.path().join("meta.json");
    fs::rename(home.join("meta.json"), &moved).unwrap();
    std::os::unix::fs::symlink(&moved, home.join("meta.json")).unwrap();
    let damage = Damage::Changed("meta.json".into());
    assert_eq!(open(folder.path()), Some(Notice::Rebuilt(Reason::Damaged(damage))));
    assert!(moved.exists());
}
