//! Processes that are killed, computers that lose power, four windows at once.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use werdegang::store::Store;
use werdegang::store::applications::Application;

use super::{NOON, file, open};

/// A process of its own that saves one application after the other and says each number when
/// the save has been reported. Started by the tests below, never by itself.
#[test]
#[ignore = "the program under test of the kill tests"]
fn writer() {
    let path = PathBuf::from(std::env::var_os("WERDEGANG_TEST_STORE").unwrap());
    let count: usize = std::env::var("WERDEGANG_TEST_SAVES").unwrap().parse().unwrap();
    let name = std::env::var("WERDEGANG_TEST_WRITER").unwrap_or_default();
    let (mut store, _) = Store::open(&path).unwrap();
    let before = store.applications().unwrap().len();
    for number in before..before + count {
        let mut application = Application {
            employer: format!("{name}{number}"),
            notes: "ein Absatz, wie er in einem Brief steht. ".repeat(100),
            ..Application::default()
        };
        store.save_application(&mut application, NOON).unwrap();
        println!("saved {}", application.id);
    }
}

fn start(path: &Path, saves: usize, name: &str) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "store::survival::writer", "--nocapture", "--quiet"])
        .env("WERDEGANG_TEST_STORE", path)
        .env("WERDEGANG_TEST_SAVES", saves.to_string())
        .env("WERDEGANG_TEST_WRITER", name)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// Reads what the writer reports until `stop` says so or it has ended; returns the last number.
fn reports(child: &mut Child, mut stop: impl FnMut(i64) -> bool) -> i64 {
    let mut last = 0;
    let lines = BufReader::new(child.stdout.as_mut().unwrap()).lines();
    for line in lines.map_while(Result::ok) {
        if let Some(number) = line.split("saved ").nth(1).and_then(|n| n.trim().parse().ok()) {
            last = number;
            if stop(last) {
                break;
            }
        }
    }
    last
}

/// A number from 0 to `below`, another one every time: a kill should come at any moment.
fn chance(below: u64) -> u64 {
    use std::hash::{BuildHasher, Hasher};
    std::collections::hash_map::RandomState::new().build_hasher().finish() % below
}

#[test]
fn no_reported_save_is_lost_by_150_kills() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    drop(open(&path));
    let mut reported = 0;
    for _ in 0..150 {
        let mut child = start(&path, 10_000, "");
        let saves = i64::try_from(chance(8)).unwrap() + 1;
        let mut seen = 0;
        let last = reports(&mut child, |_| {
            seen += 1;
            seen == saves
        });
        // Anywhere within the next saves, which take some milliseconds each.
        std::thread::park_timeout(Duration::from_micros(chance(9_000)));
        child.kill().unwrap();
        let rest = reports(&mut child, |_| false);
        child.wait().unwrap();
        reported = last.max(rest).max(reported);
    }
    let store = open(&path);
    let kept = store.applications().unwrap();
    let highest = kept.iter().map(|application| application.id).max().unwrap();
    assert!(highest >= reported, "{reported} was reported, {highest} is there");
    assert_eq!(i64::try_from(kept.len()).unwrap(), highest, "none in between is missing");
    assert!(reported > 300, "only {reported} saves");
}

#[test]
fn four_windows_save_200_times_each_and_everything_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = file(&folder);
    drop(open(&path));
    let mut children: Vec<Child> =
        ["a", "b", "c", "d"].iter().map(|name| start(&path, 200, name)).collect();
    for child in &mut children {
        reports(child, |_| false);
        assert!(child.wait().unwrap().success(), "a window could not save");
    }
    assert_eq!(open(&path).applications().unwrap().len(), 800);
}

/// Needs root and loop devices, which CI may not have; see CONTRIBUTING for how to run it.
#[test]
#[ignore = "needs root and loop devices: cargo test --test tests power_cuts -- --ignored"]
fn no_reported_save_is_lost_by_20_power_cuts() {
    let run = |program: &str, arguments: &[&str]| {
        let status = Command::new(program)
            .args(arguments)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        assert!(status.is_ok_and(|status| status.success()), "{program} {arguments:?}");
    };
    let folder = tempfile::tempdir().unwrap();
    let text = |path: &Path| path.to_str().unwrap().to_owned();
    let mut total = 0;
    for round in 0..20 {
        let (disk, copy) = (folder.path().join("disk"), folder.path().join("copy"));
        let mount = folder.path().join(format!("mount-{round}"));
        let again = folder.path().join(format!("again-{round}"));
        std::fs::create_dir_all(&mount).unwrap();
        std::fs::create_dir_all(&again).unwrap();
        std::fs::write(&disk, "").unwrap();
        std::fs::OpenOptions::new().write(true).open(&disk).unwrap().set_len(48 << 20).unwrap();
        run("mkfs.ext4", &["-q", &text(&disk)]);
        run("mount", &["-o", "loop", &text(&disk), &text(&mount)]);
        let path = mount.join("data.db");
        let mut child = start(&path, 10_000, "");
        let wanted = i64::try_from(chance(40)).unwrap() + 5;
        let last = reports(&mut child, |number| number >= wanted);
        run("kill", &["-STOP", &child.id().to_string()]);
        // What has reached the disk is all that a computer without power has.
        std::fs::copy(&disk, &copy).unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
        run("umount", &[&text(&mount)]);
        run("mount", &["-o", "loop", &text(&copy), &text(&again)]);
        let (store, repaired) = Store::open(&again.join("data.db")).unwrap();
        let kept = store.applications().unwrap().len();
        drop(store);
        run("umount", &[&text(&again)]);
        assert_eq!(repaired, None, "round {round}");
        assert!(
            i64::try_from(kept).unwrap() >= last,
            "round {round}: {last} reported, {kept} there"
        );
        total += last;
    }
    println!("20 power cuts, {total} reported saves, none lost");
}
