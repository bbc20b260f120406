//! All integration tests; each module below is one chapter.

/// What several chapters use.
mod helpers {
    pub(crate) mod pty;
}

/// The terminal in a real pseudo-terminal: every way in and out leaves it as it was found.
mod terminal {
    mod demo;
    mod leaving;
    mod picture;
}
