//! What belongs to the person and must never be lost or seen by others.
//!
//! `private` writes files at once or not at all, readable by this user only.

pub mod private;
