//! What can go wrong with a terminal, said to the person in front of it.

use std::io;

/// Why the terminal could not be taken over, drawn on or taken back.
#[derive(Debug, thiserror::Error)]
pub enum TerminalError {
    #[error(
        "Das Terminal lässt sich nicht öffnen: {0}. Bitte werdegang in einem Terminalfenster starten."
    )]
    Open(#[source] io::Error),
    #[error(
        "Das Terminal lässt sich nicht umstellen: {0}. Bitte in einem anderen Terminal starten."
    )]
    Mode(#[source] io::Error),
    #[error("Die Tastatur lässt sich nicht lesen: {0}. Bitte in einem anderen Terminal starten.")]
    Read(#[source] io::Error),
    /// The window was closed or the connection dropped: leave with [`TerminalError::LOST_EXIT_CODE`].
    #[error("Das Terminal ist nicht mehr da.")]
    Lost,
    /// A signal ends the program, or the terminal is in other hands; the [`super::Notice`] that
    /// says so is on its way.
    #[error("Das Terminal wird gerade zurückgegeben.")]
    Ending,
}

impl TerminalError {
    /// The same as after SIGHUP.
    pub const LOST_EXIT_CODE: u8 = 129;
}
