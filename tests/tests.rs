//! Table of contents of the integration tests: one binary, so that it links once.
//!
//! `cfg(test)` is always true here; it tells clippy that helpers may unwrap as tests do.

#![expect(clippy::string_slice, reason = "a slice at a wrong place should fail its test")]

/// What several chapters use.
#[cfg(test)]
mod helpers {
    pub(crate) mod installed;
    pub(crate) mod pty;
    pub(crate) mod stage;
}

/// The real program: the first run, and every way out.
#[cfg(test)]
mod program;

/// Copies read back from X11, Wayland and tmux after the program has ended.
#[cfg(test)]
mod clipboard;

/// Subcommands: output and exit codes.
#[cfg(test)]
mod cli;

/// Other people's collections: read, refused, never half imported.
#[cfg(test)]
mod import;

/// The README shows what the program does.
#[cfg(test)]
mod readme;

/// The walls: who may use whom, what may be in the dependency tree.
#[cfg(test)]
mod architecture;

/// Shipped files are fine, bad ones are named.
#[cfg(test)]
mod corpus;

/// Keys in, state and effects out.
#[cfg(test)]
mod app;

/// The model as a picture, at several sizes.
#[cfg(test)]
mod screens;

/// The right profession for what people type; an index that survives any damage.
#[cfg(test)]
mod search;

/// Typing errors found, right words left alone.
#[cfg(test)]
mod spelling;

/// PDFs as poppler reads them.
#[cfg(test)]
#[cfg(feature = "documents")]
mod document;

/// Titles in every form, and every shipped block filled for everyone.
#[cfg(test)]
mod tailoring;

/// What was saved is there: after kills, power cuts, damage, and with other windows open.
#[cfg(test)]
mod store;

/// Advertisements of many shapes, read by rule.
#[cfg(test)]
mod advert;

/// The terminal in a real pseudo-terminal: every way in and out leaves it as it was found.
#[cfg(test)]
mod terminal {
    mod demo;
    mod leaving;
    mod picture;
}
