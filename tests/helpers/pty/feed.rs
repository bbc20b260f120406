//! The two threads that listen: to the terminal and to the shell's reports.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

pub(super) enum Report {
    Output(Vec<u8>),
    Pid(i32),
    Stopped,
    Exited(i32),
}

/// Lets the reading thread through, holds it, or sends it home.
#[derive(Default)]
pub(super) struct Gate {
    state: Mutex<(bool, bool)>,
    changed: Condvar,
}

impl Gate {
    pub(super) fn set(&self, stalled: bool) {
        self.state.lock().unwrap().0 = stalled;
        self.changed.notify_all();
    }

    pub(super) fn close(&self) {
        *self.state.lock().unwrap() = (false, true);
        self.changed.notify_all();
    }

    /// False once closed.
    fn pass(&self) -> bool {
        let state = self.state.lock().unwrap();
        !self.changed.wait_while(state, |(stalled, _)| *stalled).unwrap().1
    }
}

pub(super) fn read_output(
    mut master: Box<dyn Read + Send>,
    gate: Arc<Gate>,
    reports: Sender<Report>,
) {
    thread::spawn(move || {
        let mut buffer = vec![0; 64 * 1024];
        while gate.pass() {
            match master.read(&mut buffer) {
                Ok(0) | Err(_) => return,
                Ok(count) if reports.send(Report::Output(buffer[..count].to_vec())).is_err() => {
                    return;
                }
                Ok(_) => {}
            }
        }
    });
}

pub(super) fn read_reports(pipe: PathBuf, reports: Sender<Report>) {
    thread::spawn(move || {
        for line in BufReader::new(File::open(pipe).unwrap()).lines() {
            let line = line.unwrap();
            let report = match line.split_once(' ') {
                Some(("pid", pid)) => Report::Pid(pid.parse().unwrap()),
                Some(("exit", code)) => Report::Exited(code.parse().unwrap()),
                _ => Report::Stopped,
            };
            if reports.send(report).is_err() {
                return;
            }
        }
    });
}
