//! The terminal: taken over, drawn on, read from, and handed back as it was found.
//!
//! [`Session`] is the door. [`signals::watch`] and [`panic::install`] see to the ways out that
//! nobody chooses. [`capability`] says beforehand whether a terminal will do and what it can show;
//! it looks at the environment only, because a terminal that is asked may never answer.

pub mod capability;
mod error;
mod input;
pub mod panic;
mod reader;
mod session;
pub mod signals;
mod tty;

pub use error::TerminalError;
pub use input::{Input, MouseAction};
pub use session::{Session, Suspended};
pub use signals::Notice;
