//! All integration tests; each module below is one chapter.
//!
//! `cfg(test)` is always true here; it tells clippy that helpers may unwrap as tests do.

/// What several chapters use.
#[cfg(test)]
mod helpers {
    pub(crate) mod pty;
}

/// The terminal in a real pseudo-terminal: every way in and out leaves it as it was found.
#[cfg(test)]
mod terminal {
    mod demo;
    mod leaving;
    mod picture;
}
