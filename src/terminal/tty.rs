//! The one hold on the terminal: its device, what it was like before, and giving it back.
//!
//! Every byte for the terminal passes through [`write`], and [`restore`] takes the hold away under
//! the same lock: whoever restores first, be it the session, a panic or a signal, nothing is drawn
//! after it. The device is opened anew and never blocks, so a terminal that takes no output (a
//! stalled connection, a paused window) cannot keep the program from ending.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, ErrorKind, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use rustix::fs::OFlags;
use rustix::process::getpgrp;
use rustix::termios::{
    LocalModes, OptionalActions, QueueSelector, Termios, tcflush, tcgetattr, tcgetpgrp,
    tcgetwinsize, tcsetattr, ttyname,
};

use super::TerminalError;

/// Alternate screen, cleared; bracketed paste, so that pasted text does not act as keys; cursor
/// hidden until a frame shows it.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[2J\x1b[?2004h\x1b[?25l";
/// Everything the program may have switched on, in reverse; switching off what is off is harmless.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[0m\x1b[?25h\x1b[?1049l";
/// Ends an escape sequence that was cut off in the middle.
const CANCEL: u8 = 0x18;

/// How long a slow terminal may take for the last bytes before waiting output is thrown away.
const LEAVE_TIME: Duration = Duration::from_millis(100);
/// Between two attempts to write to a terminal that is full: at first, and at most.
const FULL_PAUSE: Duration = Duration::from_millis(1);
const LONGEST_FULL_PAUSE: Duration = Duration::from_millis(32);
/// Between two looks whether the shell has put us in the foreground.
const BACKGROUND_PAUSE: Duration = Duration::from_millis(50);

struct Hold {
    device: File,
    before: Termios,
    /// The terminal has got the beginning of something whose end it has not.
    cut: bool,
}

static HOLD: Mutex<Option<Hold>> = Mutex::new(None);
static ENDING: AtomicBool = AtomicBool::new(false);

/// Takes the terminal over, or again if something else has changed its modes meanwhile.
///
/// In the background it waits until the shell gives the terminal away. Touching it there would
/// stop the program again and again, and not even `kill %1` could end it.
pub(super) fn take_over() -> Result<(), TerminalError> {
    let device = open().map_err(TerminalError::Open)?;
    while is_background(&device) {
        if ENDING.load(Ordering::SeqCst) {
            return Err(TerminalError::Ending);
        }
        thread::sleep(BACKGROUND_PAUSE);
    }
    let mut hold = lock();
    if hold.is_none() {
        let before = tcgetattr(&device).map_err(|e| TerminalError::Mode(e.into()))?;
        *hold = Some(Hold { device, before, cut: false });
    }
    if let Some(hold) = hold.as_ref() {
        let mut raw = hold.before.clone();
        raw.make_raw();
        tcsetattr(&hold.device, OptionalActions::Now, &raw)
            .map_err(|e| TerminalError::Mode(e.into()))?;
    }
    drop(hold);
    write(ENTER).inspect_err(|_| restore())
}

/// Gives the terminal back as it was. May be called by anyone, any number of times; takes a
/// bounded time.
pub(super) fn restore() {
    let mut hold = lock();
    let Some(Hold { device, before, cut }) = hold.take() else { return };
    // In the background the shell has the terminal in its own modes already, and touching it
    // would stop us instead of letting us end.
    if is_background(&device) {
        return;
    }
    let _ = tcsetattr(&device, OptionalActions::Now, &before);
    if !cut && write_within(&device, LEAVE) {
        return;
    }
    // A frame is stuck half-way: what waits of it is worth nothing any more.
    let _ = tcflush(&device, QueueSelector::OFlush);
    let mut last = vec![CANCEL];
    last.extend_from_slice(LEAVE);
    write_within(&device, &last);
}

/// Writes everything, waiting as long as it takes, unless the program is to end.
pub(super) fn write(bytes: &[u8]) -> Result<(), TerminalError> {
    let mut rest = bytes;
    let mut pause = FULL_PAUSE;
    while !rest.is_empty() {
        let mut guard = lock();
        let Some(hold) = guard.as_mut() else { return Err(TerminalError::Ending) };
        match (&hold.device).write(rest) {
            Ok(0) => return Err(TerminalError::Lost),
            Ok(written) => {
                rest = rest.get(written..).unwrap_or_default();
                hold.cut = !rest.is_empty();
                pause = FULL_PAUSE;
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                drop(guard);
                if ENDING.load(Ordering::SeqCst) {
                    return Err(TerminalError::Ending);
                }
                thread::sleep(pause);
                pause = LONGEST_FULL_PAUSE.min(pause * 2);
            }
            Err(_) => return Err(TerminalError::Lost),
        }
    }
    Ok(())
}

/// Columns and rows as the terminal reports them, unbounded; zero means that it does not know.
pub(super) fn size() -> Result<(u16, u16), TerminalError> {
    let guard = lock();
    let Some(hold) = guard.as_ref() else { return Err(TerminalError::Ending) };
    let size = tcgetwinsize(&hold.device).map_err(|_| TerminalError::Lost)?;
    Ok((size.ws_col, size.ws_row))
}

/// Whether the terminal is in our hands.
pub(super) fn is_taken() -> bool {
    lock().is_some()
}

/// Whether the terminal we hold has gone away. Reading its modes is the one question that is
/// answered by the system and not by the terminal.
pub(super) fn is_lost() -> bool {
    lock().as_ref().is_some_and(|hold| tcgetattr(&hold.device).is_err())
}

/// Whether something else has put the terminal back into line mode while we held it.
pub(super) fn is_line_mode() -> bool {
    lock()
        .as_ref()
        .and_then(|hold| tcgetattr(&hold.device).ok())
        .is_some_and(|modes| modes.local_modes.contains(LocalModes::ICANON))
}

/// From here on a write that would have to wait gives up.
pub(super) fn announce_end() {
    ENDING.store(true, Ordering::SeqCst);
}

/// `/dev/tty`, or the terminal on standard output for a program without a controlling terminal.
fn open() -> io::Result<File> {
    let flags = (OFlags::NONBLOCK | OFlags::NOCTTY).bits().cast_signed();
    let open = |path: &OsStr| File::options().read(true).write(true).custom_flags(flags).open(path);
    open(OsStr::new("/dev/tty")).or_else(|error| {
        let name = ttyname(rustix::stdio::stdout(), Vec::new()).map_err(|_| error)?;
        open(OsStr::from_bytes(name.as_bytes()))
    })
}

/// A device that is not our controlling terminal has no background.
fn is_background(device: &File) -> bool {
    tcgetpgrp(device).is_ok_and(|foreground| foreground != getpgrp())
}

fn write_within(device: &File, bytes: &[u8]) -> bool {
    let start = Instant::now();
    let mut device = device;
    let mut rest = bytes;
    while !rest.is_empty() {
        match device.write(rest) {
            Ok(written) => rest = rest.get(written..).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if error.kind() == ErrorKind::WouldBlock => thread::sleep(FULL_PAUSE),
            Err(_) => return false,
        }
        if start.elapsed() > LEAVE_TIME {
            return rest.is_empty();
        }
    }
    true
}

/// A poisoned lock still tells what the terminal was like.
fn lock() -> MutexGuard<'static, Option<Hold>> {
    HOLD.lock().unwrap_or_else(PoisonError::into_inner)
}
