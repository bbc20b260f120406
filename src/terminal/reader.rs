//! The thread that reads keys, and its brake: nobody else can read the terminal while it does.

use std::io;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crossterm::event;
use signal_hook::consts::SIGWINCH;

use super::input::{Input, translate};
use super::tty;

/// The longest the thread can miss the brake; [`Brake::pull`] wakes it at once.
const LONGEST_WAIT: Duration = Duration::from_millis(100);
/// How long to wait for the thread. When a terminal has sent the first half of a key, crossterm
/// reads on until the second half comes, and nothing but a byte can bring it back.
const PATIENCE: Duration = Duration::from_millis(200);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    Read,
    Pause,
    Stop,
}

struct Brake {
    /// What the thread is to do, and whether it is at the keyboard right now.
    state: Mutex<(Order, bool)>,
    changed: Condvar,
}

/// Reads until dropped.
pub(super) struct Reader(Arc<Brake>);

impl Reader {
    pub(super) fn start<E: Send + 'static>(
        events: Sender<E>,
        map: impl Fn(Input) -> E + Send + 'static,
    ) -> io::Result<Self> {
        // Makes crossterm listen for changes of size now; in the thread it would be too late for
        // one that comes between the first frame and the first key.
        event::poll(Duration::ZERO)?;
        let brake =
            Arc::new(Brake { state: Mutex::new((Order::Read, false)), changed: Condvar::new() });
        let thread_brake = Arc::clone(&brake);
        let deliver = move |input| events.send(map(input)).is_ok();
        thread::Builder::new()
            .name("input".to_owned())
            .spawn(move || read(&thread_brake, deliver))?;
        Ok(Self(brake))
    }

    /// Returns once the thread has let go of the keyboard, or cannot.
    pub(super) fn pause(&self) {
        self.0.pull(Order::Pause);
    }

    pub(super) fn resume(&self) {
        self.0.lock().0 = Order::Read;
        self.0.changed.notify_all();
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.0.pull(Order::Stop);
    }
}

impl Brake {
    fn lock(&self) -> MutexGuard<'_, (Order, bool)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn pull(&self, order: Order) {
        let mut state = self.lock();
        state.0 = order;
        self.changed.notify_all();
        // crossterm waits for keys and for this signal; it has no other bell.
        let _ = signal_hook::low_level::raise(SIGWINCH);
        drop(self.changed.wait_timeout_while(state, PATIENCE, |(_, reading)| *reading));
    }

    /// Waits for leave to read. False when the thread is to end.
    fn enter(&self) -> bool {
        let state = self.lock();
        let mut state = self
            .changed
            .wait_while(state, |(order, _)| *order == Order::Pause)
            .unwrap_or_else(PoisonError::into_inner);
        state.1 = state.0 == Order::Read;
        state.1
    }

    fn leave(&self) -> Order {
        let mut state = self.lock();
        state.1 = false;
        self.changed.notify_all();
        state.0
    }
}

fn read(brake: &Brake, deliver: impl Fn(Input) -> bool) {
    while brake.enter() {
        let event = match event::poll(LONGEST_WAIT) {
            Ok(true) => event::read().map(Some),
            Ok(false) => Ok(None),
            Err(error) => Err(error),
        };
        let order = brake.leave();
        let goes_on = match event {
            // The bell of the brake looks like a change of size.
            Ok(Some(_)) if order != Order::Read => true,
            Ok(Some(event)) => translate(event).is_none_or(&deliver),
            // A terminal that is gone is always ready and never has anything; the watchdog in
            // `signals` ends the program.
            Ok(None) => !tty::is_lost(),
            Err(_) => false,
        };
        if !goes_on {
            break;
        }
    }
}
