//! Writing a document in the formats asked for: private, whole, never over a file unasked.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::args::PdfArgs;
use super::make::Made;
use crate::corpus::load;
use crate::document::Obstacle;
use crate::document::content::Content;
use crate::document::file_name::file_name;
use crate::i18n::Language;
use crate::store::private;

/// A letter that is read has one page.
const LETTER_PAGES: usize = 1;

pub(super) fn write(
    made: &Made,
    args: &PdfArgs,
    force: bool,
    language: Language,
    out: &mut impl Write,
) -> Result<()> {
    let sentences = |all: Vec<Obstacle>| sentences(&all, language);
    let Made { document, style, .. } = made;
    let mut formats: Vec<(&str, Vec<u8>, String)> = Vec::new();
    let mut remarks = made.remarks.clone();
    if args.docx {
        formats.push(("docx", document.docx(style).map_err(sentences)?, String::new()));
    }
    if args.md {
        formats.push(("md", document.markdown().into_bytes(), String::new()));
    }
    if args.txt {
        formats.push(("txt", document.text().into_bytes(), String::new()));
    }
    if formats.is_empty() {
        let pdf = document.pdf(style).map_err(sentences)?;
        let pages = match pdf.pages {
            1 => " (1 Seite)".to_owned(),
            pages => format!(" ({pages} Seiten)"),
        };
        let letter = matches!(document.parts.as_slice(), [Content::Letter(_)]);
        if letter && pdf.pages > LETTER_PAGES {
            remarks.push(format!(
                "das Anschreiben hat {} Seiten; üblich ist eine. Kürzen oder --design kompakt hilft",
                pdf.pages
            ));
        }
        formats.push(("pdf", pdf.bytes, pages));
    }
    if args.out.is_some() && formats.len() > 1 {
        bail!("--out nennt eine Datei, gewünscht sind {}; bitte einzeln schreiben", formats.len());
    }
    let words: Vec<&str> = made.words.iter().map(String::as_str).collect();
    let target = |extension: &str| {
        args.out.clone().unwrap_or_else(|| PathBuf::from(file_name(&words, extension)))
    };
    // All or nothing: a taken name is said before the first file is written.
    for (extension, ..) in &formats {
        let file = target(extension);
        if !force && file.exists() {
            let shown = load::display(&file);
            bail!("{shown} gibt es schon; --force ersetzt die Datei, --out nennt eine andere");
        }
    }
    for (extension, bytes, pages) in formats {
        let file = target(extension);
        let shown = load::display(&file);
        private::write(&file, &bytes).with_context(|| format!("{shown} ist nicht schreibbar"))?;
        writeln!(out, "{shown}{pages}")?;
    }
    out.flush()?;
    for remark in remarks {
        let _ = writeln!(std::io::stderr(), "werdegang: {remark}");
    }
    Ok(())
}

pub(super) fn sentences(obstacles: &[Obstacle], language: Language) -> anyhow::Error {
    let lines: Vec<String> = obstacles.iter().map(|o| o.sentence(language)).collect();
    anyhow::anyhow!("{}", lines.join("\n"))
}
