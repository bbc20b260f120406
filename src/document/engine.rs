//! Typst inside the program: our templates, our fonts, and the person's data as one JSON file.
//!
//! Data never becomes source text: templates read `/data.json`, and nothing else can be read. So a
//! name may contain `#import` or `$` and comes out literally. There is no clock either; the same
//! data gives the same bytes.

use std::collections::HashMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult, SourceDiagnostic, Warned};
use typst::ecow::EcoVec;
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub pages: usize,
}

/// Why there is none, as the engine says it; `super` turns it into a sentence about the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    pub message: String,
}

impl Refused {
    fn because(error: &impl std::fmt::Debug) -> Self {
        Self { message: format!("{error:?}") }
    }
}

const TEMPLATES: &[(&str, &str)] = &[
    ("/look.typ", include_str!("../../data/documents/look.typ")),
    ("/letter.typ", include_str!("../../data/documents/letter.typ")),
    ("/cv.typ", include_str!("../../data/documents/cv.typ")),
    ("/cover.typ", include_str!("../../data/documents/cover.typ")),
    ("/profile.typ", include_str!("../../data/documents/profile.typ")),
];

const FONTS: &[&[u8]] = &[
    include_bytes!("../../data/fonts/source-sans-3/SourceSans3-Regular.ttf"),
    include_bytes!("../../data/fonts/source-sans-3/SourceSans3-Italic.ttf"),
    include_bytes!("../../data/fonts/source-sans-3/SourceSans3-Bold.ttf"),
    include_bytes!("../../data/fonts/source-sans-3/SourceSans3-BoldItalic.ttf"),
    include_bytes!("../../data/fonts/eb-garamond/EBGaramond-Regular.ttf"),
    include_bytes!("../../data/fonts/eb-garamond/EBGaramond-Italic.ttf"),
    include_bytes!("../../data/fonts/eb-garamond/EBGaramond-Bold.ttf"),
];

/// What every document shares, read once.
struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    sources: HashMap<FileId, Source>,
}

static SHARED: LazyLock<Shared> = LazyLock::new(|| {
    let fonts: Vec<Font> = FONTS.iter().flat_map(|font| Font::iter(Bytes::new(*font))).collect();
    let sources = TEMPLATES.iter().filter_map(|(path, text)| {
        let id = file_id(path).ok()?;
        Some((id, Source::new(id, (*text).to_owned())))
    });
    Shared {
        library: LazyHash::new(Library::default()),
        book: LazyHash::new(FontBook::from_fonts(&fonts)),
        sources: sources.collect(),
        fonts,
    }
});

fn file_id(path: &str) -> Result<FileId, Refused> {
    let path = VirtualPath::new(path).map_err(|error| Refused::because(&error))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

struct DocumentWorld {
    main: FileId,
    files: HashMap<FileId, Bytes>,
}

impl World for DocumentWorld {
    fn library(&self) -> &LazyHash<Library> {
        &SHARED.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &SHARED.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        SHARED.sources.get(&id).cloned().ok_or_else(|| FileError::NotFound("".into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| FileError::NotFound("".into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        SHARED.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// Sets `template` with `data` and writes it as PDF/UA-1: tagged, with language and title.
///
/// # Errors
/// What the engine refused, such as a sign that no font has.
pub(super) fn render(template: &str, data: &serde_json::Value) -> Result<Pdf, Refused> {
    let data = serde_json::to_vec(data).map_err(|error| Refused::because(&error))?;
    let world = DocumentWorld {
        main: file_id(template)?,
        files: HashMap::from([(file_id("/data.json")?, Bytes::new(data))]),
    };
    let standards =
        PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| Refused::because(&error))?;
    let Warned { output, .. } = typst::compile::<PagedDocument>(&world);
    let result = output.and_then(|document| {
        // No creator: the file should not tell which program wrote it.
        let options =
            PdfOptions { creator: Smart::Custom(None), standards, ..PdfOptions::default() };
        let bytes = typst_pdf::pdf(&document, &options)?;
        Ok(Pdf { bytes, pages: document.pages().len() })
    });
    // Old layouts are kept for the next render of the same document, not for ever.
    typst::comemo::evict(10);
    result.map_err(|diagnostics| refused(&diagnostics))
}

fn refused(diagnostics: &EcoVec<SourceDiagnostic>) -> Refused {
    let mut messages: Vec<String> = diagnostics.iter().map(|d| d.message.to_string()).collect();
    messages.dedup();
    Refused { message: messages.join("; ") }
}
