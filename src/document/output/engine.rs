//! Typst inside the program: our templates, our fonts, and the person's data as one JSON file.
//!
//! Data never becomes source text: templates read `/data.json` and the files it names, and nothing
//! else can be read. So a name may contain `#import` or `$` and comes out literally. There is no
//! clock either; the same data gives the same bytes.

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
use typst_render::RenderOptions;

use super::{Files, Pdf, Picture, Refused};

impl Refused {
    fn because(error: &impl std::fmt::Debug) -> Self {
        Self { message: format!("{error:?}") }
    }
}

/// The one that sets all others.
const MAIN: &str = "/main.typ";

const TEMPLATES: &[(&str, &str)] = &[
    (MAIN, include_str!("../../../data/documents/main.typ")),
    ("/look.typ", include_str!("../../../data/documents/look.typ")),
    ("/letter.typ", include_str!("../../../data/documents/letter.typ")),
    ("/cv.typ", include_str!("../../../data/documents/cv.typ")),
    ("/cover.typ", include_str!("../../../data/documents/cover.typ")),
    ("/flow.typ", include_str!("../../../data/documents/flow.typ")),
    ("/attachment.typ", include_str!("../../../data/documents/attachment.typ")),
];

const FONTS: &[&[u8]] = &[
    include_bytes!("../../../data/fonts/source-sans-3/SourceSans3-Regular.ttf"),
    include_bytes!("../../../data/fonts/source-sans-3/SourceSans3-Italic.ttf"),
    include_bytes!("../../../data/fonts/source-sans-3/SourceSans3-Bold.ttf"),
    include_bytes!("../../../data/fonts/source-sans-3/SourceSans3-BoldItalic.ttf"),
    include_bytes!("../../../data/fonts/eb-garamond/EBGaramond-Regular.ttf"),
    include_bytes!("../../../data/fonts/eb-garamond/EBGaramond-Italic.ttf"),
    include_bytes!("../../../data/fonts/eb-garamond/EBGaramond-Bold.ttf"),
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

/// Sets the parts in `data`. `accessible` is PDF/UA-1: tagged, with language and title, every sign
/// with a glyph; without it the file is tagged too, but may contain other people's pages.
///
/// # Errors
/// What the engine refused, such as a sign that no font has.
pub(in crate::document) fn pdf(
    data: &serde_json::Value,
    files: &Files,
    accessible: bool,
) -> Result<Pdf, Refused> {
    let standard = if accessible { PdfStandard::Ua_1 } else { PdfStandard::V_1_7 };
    let standards = PdfStandards::new(&[standard]).map_err(|error| Refused::because(&error))?;
    // No creator: the file should not tell which program wrote it.
    let options = PdfOptions { creator: Smart::Custom(None), standards, ..PdfOptions::default() };
    with_layout(data, files, |document| {
        let bytes = typst_pdf::pdf(document, &options)?;
        Ok(Pdf { bytes, pages: document.pages().len() })
    })
}

/// The first page, `height` pixels high.
///
/// # Errors
/// What the engine refused.
pub(in crate::document) fn picture(
    data: &serde_json::Value,
    files: &Files,
    height: u32,
) -> Result<Picture, Refused> {
    let picture = with_layout(data, files, |document| {
        let Some(page) = document.pages().first() else { return Ok(None) };
        let scale = f64::from(height) / page.frame.height().to_pt();
        let options = RenderOptions { pixel_per_pt: scale.into(), ..RenderOptions::default() };
        let pixels = typst_render::render(page, &options);
        let (width, height) = (pixels.width(), pixels.height());
        let pages = document.pages().len();
        Ok(Some(Picture { width, height, rgba: pixels.take(), pages }))
    })?;
    picture.ok_or_else(|| Refused { message: "ohne Seiten".to_owned() })
}

fn with_layout<T>(
    data: &serde_json::Value,
    files: &Files,
    export: impl FnOnce(&PagedDocument) -> Result<T, EcoVec<SourceDiagnostic>>,
) -> Result<T, Refused> {
    let data = serde_json::to_vec(data).map_err(|error| Refused::because(&error))?;
    let mut world = DocumentWorld {
        main: file_id(MAIN)?,
        files: HashMap::from([(file_id("/data.json")?, Bytes::new(data))]),
    };
    for (path, bytes) in files {
        world.files.insert(file_id(path)?, Bytes::new(bytes.clone()));
    }
    let Warned { output, .. } = typst::compile::<PagedDocument>(&world);
    let result = output.and_then(|document| export(&document));
    // Old layouts are kept for the next render of the same document, not for ever.
    typst::comemo::evict(10);
    result.map_err(|diagnostics| refused(&diagnostics))
}

fn refused(diagnostics: &EcoVec<SourceDiagnostic>) -> Refused {
    let mut messages: Vec<String> = diagnostics.iter().map(|d| d.message.to_string()).collect();
    messages.dedup();
    Refused { message: messages.join("; ") }
}
