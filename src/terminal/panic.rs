//! Panics: one that ends the program is told after the terminal is back; any other leaves the
//! picture alone and is reported.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{self, Write};
use std::panic::{self, PanicHookInfo};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::tty;
use crate::corpus::clean::{clean, clean_line};

/// A panic the program may have survived, for the status line and the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanicReport {
    pub thread: String,
    /// One line, without control characters.
    pub message: String,
}

/// What to print once the terminal is back, should the session end by unwinding.
static LAST_WORDS: Mutex<Option<String>> = Mutex::new(None);

/// Installs the hook. Call it on the main thread, before the session starts.
///
/// `farewell` is printed below the message of a panic that ends the program: the version and
/// where the log is. `report` hears of every panic while the terminal is ours.
///
/// A panic of the main thread does not restore the terminal here: it may be caught further up (a
/// damaged index), and then the picture has to stay. The session restores when the unwinding
/// reaches it, and prints what the hook has kept.
pub fn install(farewell: String, report: impl Fn(PanicReport) + Send + Sync + 'static) {
    let main = thread::current().id();
    let previous = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let here = thread::current();
        if !tty::is_taken() || (here.id() == main && is_about_to_abort(info)) {
            tty::restore();
            previous(info);
            say(&farewell);
            return;
        }
        if here.id() == main {
            let backtrace = Backtrace::capture();
            let words = match backtrace.status() {
                BacktraceStatus::Captured => format!("{info}\n{backtrace}\n{farewell}"),
                _ => format!("{info}\n{farewell}"),
            };
            *LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner) = Some(words);
        }
        report(PanicReport {
            thread: here.name().unwrap_or("?").to_owned(),
            message: clean_line(&info.to_string()),
        });
    }));
}

/// Prints what the hook kept. The session calls this when it ends by unwinding.
pub(super) fn speak() {
    let words = LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(words) = words {
        say(&words);
    }
}

/// Standard error may be gone as well, and a failing panic message must not panic.
fn say(words: &str) {
    let _ = writeln!(io::stderr().lock(), "{}", clean(words));
}

/// A panic while another one is being handled ends the process with no further unwinding, so no
/// session is dropped. The standard library says so in these words only.
fn is_about_to_abort(info: &PanicHookInfo<'_>) -> bool {
    let message = info.payload().downcast_ref::<&str>().copied().unwrap_or_default();
    message.starts_with("panic in a ")
}
