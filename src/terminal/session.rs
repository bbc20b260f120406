//! The session: the terminal in our hands, from taking it over to giving it back.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};
use rustix::process::{Signal, getpgrp, getsid, kill_current_process_group};

use signal_hook::consts::SIGCONT;

use super::reader::Reader;
use super::{Input, TerminalError, panic, tty};

/// Larger terminals are drawn in their upper left part: the picture costs memory per cell, and a
/// size can be any number.
const MAX_SIZE: (u16, u16) = (1000, 300);
/// What is assumed for a terminal that does not know its size.
const UNKNOWN_SIZE: (u16, u16) = (80, 24);

/// A frame is shown at once or not at all, where the terminal can do that.
const BEGIN_FRAME: &[u8] = b"\x1b[?2026h";
const END_FRAME: &[u8] = b"\x1b[?2026l";
/// Buttons and wheel; no motion, which would be a report per cell.
const MOUSE_ON: &[u8] = b"\x1b[?1000h\x1b[?1006h";
const MOUSE_OFF: &[u8] = b"\x1b[?1006l\x1b[?1000l";

/// Between two looks whether we have been continued; no time passes while we are stopped.
const WAKE_PAUSE: Duration = Duration::from_millis(2);

/// The terminal in our hands. Dropping it gives the terminal back as it was, in every case.
pub struct Session {
    terminal: Terminal<CrosstermBackend<Picture>>,
    picture: Picture,
    reader: Reader,
    area: Rect,
    mouse: bool,
}

/// What came of [`Session::suspend`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspended {
    /// The shell has put us in the foreground again: draw.
    Resumed,
    /// No shell would ever wake us, so nothing was done.
    NoJobControl,
}

impl Session {
    /// Takes the terminal over and starts to read it; `map` makes the caller's event of an input.
    pub fn start<E: Send + 'static>(
        events: Sender<E>,
        map: impl Fn(Input) -> E + Send + 'static,
    ) -> Result<Self, TerminalError> {
        tty::take_over()?;
        Self::build(events, map).inspect_err(|_| tty::restore())
    }

    fn build<E: Send + 'static>(
        events: Sender<E>,
        map: impl Fn(Input) -> E + Send + 'static,
    ) -> Result<Self, TerminalError> {
        let reader = Reader::start(events, map).map_err(TerminalError::Read)?;
        let (width, height) = tty::size()?;
        let (width, height) = usable_size(width, height);
        let area = Rect::new(0, 0, width, height);
        let picture = Picture::default();
        let terminal = Terminal::with_options(
            CrosstermBackend::new(picture.clone()),
            TerminalOptions { viewport: Viewport::Fixed(area) },
        )
        .map_err(TerminalError::Mode)?;
        Ok(Self { terminal, picture, reader, area, mouse: false })
    }

    /// Draws one frame at the size the terminal has now.
    pub fn draw<T>(
        &mut self,
        render: impl FnOnce(&mut Frame<'_>) -> T,
    ) -> Result<T, TerminalError> {
        let (width, height) = tty::size()?;
        let (width, height) = usable_size(width, height);
        if (width, height) != (self.area.width, self.area.height) {
            self.area = Rect::new(0, 0, width, height);
            self.redraw_all()?;
        }
        let mut seen = None;
        self.terminal.draw(|frame| seen = Some(render(frame))).map_err(|_| TerminalError::Lost)?;
        self.picture.send()?;
        seen.ok_or(TerminalError::Lost)
    }

    /// Makes the next frame draw every cell. `Terminal::clear` would do so too, but it asks the
    /// terminal for its cursor and waits two seconds for an answer that may never come.
    pub fn redraw_all(&mut self) -> Result<(), TerminalError> {
        self.picture.clear_screen();
        self.terminal.resize(self.area).map_err(|_| TerminalError::Lost)
    }

    /// Writes bytes past the picture, such as an OSC 52 copy. Must not move the cursor.
    pub fn write_raw(&mut self, bytes: &[u8]) -> Result<(), TerminalError> {
        tty::write(bytes)
    }

    /// Mouse reports on or off. They are off at first, because they take text selection away.
    pub fn set_mouse(&mut self, on: bool) -> Result<(), TerminalError> {
        self.mouse = on;
        tty::write(if on { MOUSE_ON } else { MOUSE_OFF })
    }

    pub fn mouse(&self) -> bool {
        self.mouse
    }

    /// Hands the terminal to somebody else (an editor) while `work` runs, and takes it back.
    pub fn release<T>(&mut self, work: impl FnOnce() -> T) -> Result<T, TerminalError> {
        self.reader.pause();
        tty::restore();
        let result = work();
        self.take_back()?;
        Ok(result)
    }

    /// Stops the program as Ctrl-Z does, and goes on when the shell says so.
    ///
    /// The whole process group stops, as the shell expects: `cargo run` is part of the job too.
    pub fn suspend(&mut self) -> Result<Suspended, TerminalError> {
        if !has_job_control() {
            return Ok(Suspended::NoJobControl);
        }
        self.release(stop)?.map_err(TerminalError::Mode)?;
        Ok(Suspended::Resumed)
    }

    /// After somebody else stopped and continued us: takes the modes back if they are gone, and
    /// draws everything with the next frame.
    pub fn reclaim(&mut self) -> Result<(), TerminalError> {
        if !tty::is_line_mode() {
            return self.redraw_all();
        }
        self.reader.pause();
        self.take_back()
    }

    fn take_back(&mut self) -> Result<(), TerminalError> {
        tty::take_over()?;
        self.reader.resume();
        if self.mouse {
            tty::write(MOUSE_ON)?;
        }
        self.redraw_all()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        tty::restore();
        if thread::panicking() {
            panic::speak();
        }
    }
}

/// The size to draw at, for a size the terminal reports.
pub(super) fn usable_size(width: u16, height: u16) -> (u16, u16) {
    let usable =
        |reported: u16, max, unknown| if reported == 0 { unknown } else { reported.min(max) };
    (usable(width, MAX_SIZE.0, UNKNOWN_SIZE.0), usable(height, MAX_SIZE.1, UNKNOWN_SIZE.1))
}

/// Stops the job, and returns when somebody has continued it.
fn stop() -> io::Result<()> {
    // Another thread may be the one to take the stop, a moment after this one has gone on.
    let continued = Arc::new(AtomicBool::new(false));
    let watch = signal_hook::flag::register(SIGCONT, Arc::clone(&continued))?;
    let stopped = kill_current_process_group(Signal::STOP);
    while stopped.is_ok() && !continued.load(Ordering::SeqCst) {
        thread::sleep(WAKE_PAUSE);
    }
    signal_hook::low_level::unregister(watch);
    Ok(stopped?)
}

/// A job of its own has a shell that waits for it. In the session leader's own group there is
/// none, as when a terminal window runs the program directly, and stopping would be for ever.
fn has_job_control() -> bool {
    getsid(None).is_ok_and(|leader| leader != getpgrp())
}

/// One frame's bytes, sent in one piece: ratatui flushes several times a frame.
#[derive(Clone, Default)]
struct Picture(Rc<RefCell<Vec<u8>>>);

impl Picture {
    fn send(&self) -> Result<(), TerminalError> {
        let mut bytes = self.0.borrow_mut();
        let mut frame = Vec::with_capacity(bytes.len() + BEGIN_FRAME.len() + END_FRAME.len());
        frame.extend_from_slice(BEGIN_FRAME);
        frame.append(&mut bytes);
        frame.extend_from_slice(END_FRAME);
        tty::write(&frame)
    }

    /// Also clears what lies outside the part we draw in.
    fn clear_screen(&self) {
        self.0.borrow_mut().extend_from_slice(b"\x1b[0m\x1b[2J");
    }
}

impl Write for Picture {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_reported_size_becomes_a_usable_one() {
        for (reported, expected) in [
            ((80, 24), (80, 24)),
            ((1, 1), (1, 1)),
            ((0, 0), (80, 24)),
            ((0, 50), (80, 50)),
            ((1000, 300), (1000, 300)),
            ((65535, 65535), (1000, 300)),
        ] {
            assert_eq!(usable_size(reported.0, reported.1), expected, "{reported:?}");
        }
    }
}
