//! The formats a document is written in. Without the Cargo feature `documents` only those of text.

#[cfg(feature = "documents")]
pub(super) mod docx;
#[cfg(feature = "documents")]
pub(super) mod engine;
pub(super) mod text;
#[cfg(not(feature = "documents"))]
mod without;

#[cfg(not(feature = "documents"))]
pub(super) use without::{docx, engine};

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub pages: usize,
}

/// A page as pixels, four bytes each (red, green, blue, opaque), from the upper left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
    /// Pages of the whole document.
    pub pages: usize,
}

/// Paths and bytes of pictures and appended pages.
type Files = [(String, Vec<u8>)];

/// Why there is no file, as the engine says it; `check` turns it into a sentence about the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    pub message: String,
}
