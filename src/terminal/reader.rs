//! The thread that reads keys, and its brake: nobody else can read the terminal while it does.

use std::io;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crossterm::event;
use signal_hook::consts::SIGWINCH;

use super::input::{Input, translate};
use super::tty;

/// The longest the thread can miss the brake; [`Brake::set`] wakes it at once.
const LONGEST_WAIT: Duration = Duration::from_millis(100);

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
pub(super) struct Reader {
    brake: Arc<Brake>,
    thread: Option<JoinHandle<()>>,
}

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
        let thread = {
            let brake = Arc::clone(&brake);
            let deliver = move |input| events.send(map(input)).is_ok();
            thread::Builder::new().name("input".to_owned()).spawn(move || read(&brake, deliver))?
        };
        Ok(Self { brake, thread: Some(thread) })
    }

    /// Returns once the thread has let go of the keyboard.
    pub(super) fn pause(&self) {
        self.brake.set(Order::Pause);
        let state = self.brake.lock();
        drop(self.brake.changed.wait_while(state, |(_, reading)| *reading));
    }

    pub(super) fn resume(&self) {
        self.brake.set(Order::Read);
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.brake.set(Order::Stop);
        if let Some(thread) = self.thread.take() {
            // A panic in there was reported by the hook.
            let _ = thread.join();
        }
    }
}

impl Brake {
    fn lock(&self) -> MutexGuard<'_, (Order, bool)> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, order: Order) {
        self.lock().0 = order;
        self.changed.notify_all();
        if order != Order::Read {
            // crossterm waits for keys and for this signal; it has no other bell.
            let _ = signal_hook::low_level::raise(SIGWINCH);
        }
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
