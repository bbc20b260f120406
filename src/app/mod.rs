//! State and decisions.
//!
//! `update` turns a message into new state and a list of effects. There is no clock, no file, no
//! index and no terminal here: the same model and message give the same model and effects. Each
//! screen has its own state and its own update in `screen`; the top one only routes.

pub mod cursor;
pub mod document;
pub mod effect;
pub mod model;
pub mod msg;
mod pages;
pub mod screen;
pub mod text_area;
pub mod text_field;
mod update;

pub use effect::{CopySubject, Effect, Keep, Load};
pub use model::{Drawn, Focus, Model, Overlay, Shared, Status, Tone};
pub use msg::{Found, Msg, Why};
pub use pages::is_unsaved;
pub use update::{start, update};
