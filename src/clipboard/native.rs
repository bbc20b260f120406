//! The window system's clipboard.
//!
//! On X11 and Wayland the text belongs to a process and goes with it. So a helper, this program
//! started again, holds it until somebody else copies. It gets the text on its standard input.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use arboard::SetExtLinux as _;

use super::Failure;

/// First argument of the helper.
pub const SERVE: &str = "__clip-serve";
const PRIVATE: &str = "private";

/// How long the helper may take to own the clipboard.
const LIMIT: Duration = Duration::from_secs(2);
/// How long the helper looks for its own text. Some compositors let nobody read.
const VISIBLE: Duration = Duration::from_secs(1);
/// How often the helper looks whether its window system is still there.
const PULSE: Duration = Duration::from_secs(3);
/// What the helper says when it owns the clipboard.
const READY: &str = "ready";

/// Reads the clipboard; writing is the helper's work.
#[derive(Default)]
pub(super) struct Native {
    reader: Option<arboard::Clipboard>,
}

impl Native {
    /// Hands the text to a helper and reads it back.
    pub(super) fn copy(&mut self, text: &str, personal: bool) -> Result<bool, Failure> {
        start_helper(text, personal)?;
        match self.text() {
            Some(found) if found == text => Ok(true),
            Some(_) => Err(Failure::NotKept),
            // Some compositors do not let a process without a window read.
            None => Ok(false),
        }
    }

    pub(super) fn text(&mut self) -> Option<String> {
        if self.reader.is_none() {
            self.reader = arboard::Clipboard::new().ok();
        }
        self.reader.as_mut()?.get_text().ok()
    }
}

fn start_helper(text: &str, personal: bool) -> Result<(), Failure> {
    let mut command = Command::new(std::env::current_exe()?);
    command.arg(SERVE);
    if personal {
        command.arg(PRIVATE);
    }
    let mut child = command
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(text.as_bytes())?;
    }
    let Some(stdout) = child.stdout.take() else { return Err(Failure::Missing) };
    let (done, answer) = mpsc::channel();
    thread::spawn(move || {
        let mut line = String::new();
        let read = BufReader::new(stdout).read_line(&mut line);
        let _ = done.send(read.map(|_| line));
        // Waits for the helper's end, so that it does not stay behind as a zombie.
        let _ = child.wait();
    });
    match answer.recv_timeout(LIMIT) {
        Ok(Ok(line)) if line.trim() == READY => Ok(()),
        Ok(Ok(line)) => Err(Failure::Other(line.trim().to_owned())),
        Ok(Err(error)) => Err(error.into()),
        Err(_) => Err(Failure::TimedOut),
    }
}

/// The helper: takes the text from standard input, owns the clipboard, says so, and stays until
/// another program copies something.
pub fn serve_from_stdin(arguments: impl IntoIterator<Item = String>) -> ExitCode {
    let personal = arguments.into_iter().any(|argument| argument == PRIVATE);
    let mut say = io::stdout();
    match serve(personal, &mut say) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(say, "{}", error.to_string().replace('\n', " "));
            ExitCode::FAILURE
        }
    }
}

fn serve(personal: bool, say: &mut impl Write) -> Result<(), Box<dyn std::error::Error>> {
    // A session of its own: closing the terminal must not end the helper.
    let _ = rustix::process::setsid();
    let mut text = String::new();
    io::stdin().take(super::MAX_TEXT as u64 + 1).read_to_string(&mut text)?;
    let mut clipboard = arboard::Clipboard::new()?;
    let mut reader = arboard::Clipboard::new()?;
    let (done, ended) = mpsc::channel();
    let expected = text.clone();
    thread::spawn(move || {
        let set = clipboard.set().wait();
        let set = if personal { set.exclude_from_history() } else { set };
        let _ = done.send(set.text(text));
    });
    // Setting returns only when somebody else has copied, so others tell that it has begun.
    let visible = Instant::now() + VISIBLE;
    let mut readable = false;
    while Instant::now() < visible && !readable {
        if let Ok(result) = ended.recv_timeout(Duration::from_millis(2)) {
            return Ok(result?);
        }
        readable = reader.get_text().ok().as_ref() == Some(&expected);
    }
    writeln!(say, "{READY}")?;
    say.flush()?;
    loop {
        match ended.recv_timeout(PULSE) {
            Ok(result) => return Ok(result?),
            Err(mpsc::RecvTimeoutError::Disconnected) => return Ok(()),
            // arboard does not notice when an X server dies, but reading does. Where nobody may
            // read, silence says nothing.
            Err(mpsc::RecvTimeoutError::Timeout) => {
                if readable && matches!(reader.get_text(), Err(arboard::Error::Unknown { .. })) {
                    return Ok(());
                }
            }
        }
    }
}
