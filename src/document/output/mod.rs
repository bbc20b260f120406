//! The formats a document is written in.

pub(super) mod docx;
pub(super) mod engine;
pub(super) mod text;
