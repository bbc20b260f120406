//! Signals, and a watchdog for the terminal that goes away without one.

use std::io;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use super::tty;

/// How often signals are collected and the terminal is looked at.
const TICK: Duration = Duration::from_millis(100);
/// What the main thread gets to save and leave by itself.
const GRACE: Duration = Duration::from_millis(300);

/// What the program has to do about a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// Save, drop the session and leave with [`Notice::exit_code`]; soon, or the process is ended.
    Terminate(i32),
    /// Somebody asks us to stop: call [`super::Session::suspend`].
    Suspend,
    /// We were stopped and go on: call [`super::Session::reclaim`].
    Continued,
}

impl Notice {
    /// The exit code this notice asks for, if it ends the program.
    pub fn exit_code(self) -> Option<u8> {
        match self {
            Self::Terminate(signal) => u8::try_from(128 + signal).ok(),
            Self::Suspend | Self::Continued => None,
        }
    }
}

/// Calls `report` on every signal that asks the process to end, without ending it.
pub fn on_interrupt(report: impl Fn() + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    let work = move || signals.forever().for_each(|_| report());
    thread::Builder::new().name("signals".to_owned()).spawn(work)?;
    Ok(())
}

/// Watches for signals and for a lost terminal until the process ends.
///
/// The thread is never joined: it has to outlive everything else, because it is what ends a
/// program whose main thread hangs.
pub fn watch(report: impl Fn(Notice) + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    let work = move || {
        loop {
            for signal in signals.pending() {
                match signal {
                    SIGTSTP => report(Notice::Suspend),
                    SIGCONT => report(Notice::Continued),
                    fatal => end(fatal, &report),
                }
            }
            if tty::is_lost() {
                end(SIGHUP, &report);
            }
            thread::sleep(TICK);
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(work)?;
    Ok(())
}

fn end(signal: i32, report: &impl Fn(Notice)) -> ! {
    tty::announce_end();
    report(Notice::Terminate(signal));
    thread::sleep(GRACE);
    tty::restore();
    // Without exit handlers: they may wait for what the main thread holds.
    signal_hook::low_level::exit(128 + signal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exit_codes_are_those_of_a_shell() {
        assert_eq!(Notice::Terminate(SIGTERM).exit_code(), Some(143));
        assert_eq!(Notice::Terminate(SIGHUP).exit_code(), Some(129));
        assert_eq!(Notice::Suspend.exit_code(), None);
    }
}
