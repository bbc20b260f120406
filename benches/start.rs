//! From starting the real program to its first whole frame, and its memory while it is used.
//!
//! `cargo bench --bench start`. Runs in a pseudo-terminal with a home of its own, once with a
//! finished index and once without any.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench that cannot start should stop, and prints what it measured"
)]

use std::io::{Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

const RUNS: usize = 31;
/// What ends a frame; see `terminal::session`.
const END_OF_FRAME: &[u8] = b"\x1b[?2026l";

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let program = folder.path().join("werdegang");
    std::fs::copy(env!("CARGO_BIN_EXE_werdegang"), &program).expect("the program");
    let size = std::fs::metadata(&program).expect("the program").len();
    println!("binary                    {:>8.1} MB", size as f64 / 1e6);

    let mut cold: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let _ = std::fs::remove_dir_all(folder.path().join(".cache"));
            run(&program, folder.path(), "").0
        })
        .collect();
    report("first frame, no index", &mut cold);
    let mut warm: Vec<Duration> = (0..RUNS).map(|_| run(&program, folder.path(), "").0).collect();
    report("first frame, warm index", &mut warm);
    let (_, resident) = run(&program, folder.path(), "backend entwikler");
    println!("resident after searching  {:>8.1} MB", resident as f64 / 1e3);
}

fn report(name: &str, times: &mut [Duration]) {
    times.sort();
    let at = |share: usize| times[(times.len() - 1) * share / 100].as_secs_f64() * 1e3;
    println!("{name:<25} {:>8.1} ms median, {:.1} ms p90", at(50), at(90));
}

/// Time to the first frame, and resident kilobytes after some keys.
fn run(program: &Path, home: &Path, keys: &str) -> (Duration, u64) {
    let size = PtySize { rows: 50, cols: 160, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).expect("a terminal");
    let mut command = CommandBuilder::new(program);
    command.env_clear();
    command.env("HOME", home);
    command.env("TERM", "xterm-256color");
    command.cwd(home);
    let started = Instant::now();
    let mut child = pair.slave.spawn_command(command).expect("the program starts");
    let mut reader = pair.master.try_clone_reader().expect("a reader");
    let mut writer = pair.master.take_writer().expect("a writer");
    let first = frames(reader.as_mut(), 1);
    let elapsed = first.duration_since(started);
    let mut resident = 0;
    if !keys.is_empty() {
        // The frame of the index, then one for each key.
        frames(reader.as_mut(), 1);
        for key in keys.chars() {
            writer.write_all(key.to_string().as_bytes()).expect("a key");
            frames(reader.as_mut(), 1);
        }
        let status = child.process_id().map(|id| format!("/proc/{id}/status"));
        resident = status
            .and_then(|file| std::fs::read_to_string(file).ok())
            .and_then(|text| {
                let line = text.lines().find(|line| line.starts_with("VmRSS:"))?.to_owned();
                line.split_whitespace().nth(1)?.parse().ok()
            })
            .unwrap_or(0);
    }
    writer.write_all(b"\x03").expect("a key");
    drop(pair.slave);
    let mut rest = Vec::new();
    let _ = reader.read_to_end(&mut rest);
    child.wait().expect("the program ends");
    (elapsed, resident)
}

/// Reads until some frames have ended; returns when the last one did.
fn frames(reader: &mut dyn Read, count: usize) -> Instant {
    let mut seen = Vec::new();
    let mut buffer = [0; 65_536];
    loop {
        let read = reader.read(&mut buffer).expect("output");
        assert!(read > 0, "the program ended early");
        seen.extend_from_slice(&buffer[..read]);
        let ended = seen.windows(END_OF_FRAME.len()).filter(|w| *w == END_OF_FRAME).count();
        if ended >= count {
            return Instant::now();
        }
    }
}
