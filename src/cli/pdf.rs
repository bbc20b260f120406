//! `werdegang pdf`: letter, CV, cover page and profession as files.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::args::{PdfArgs, PdfCommand};
use super::setup::Setup;
use super::{NOTHING, show, warn};
use crate::corpus::load;
use crate::document::{self, Address, Design, Layout, Obstacle, Pdf, Style, file_name::file_name};
use crate::i18n::Language;
use crate::letter::Letter;
use crate::store::{self, private};

pub(super) fn run(setup: &mut Setup, command: &PdfCommand, out: &mut impl Write) -> Result<u8> {
    match command {
        PdfCommand::Letter { name, to, enclosure, file } => {
            let (letter, rendered, applicant) = super::letter::filled(setup, name)?;
            warn(setup);
            let recipient = if to.is_empty() { recipient(&letter) } else { to.clone() };
            let address = Address { recipient, enclosures: enclosure.clone() };
            let pdf = document::letter(&rendered, &applicant, &address, &style(file)?);
            let person = applicant.name.unwrap_or_default();
            let company = address.recipient.first().cloned().unwrap_or_default();
            let pages = write(pdf, file, &["Anschreiben", &person, &company], out)?;
            if pages > 1 {
                let _ = writeln!(
                    std::io::stderr(),
                    "werdegang: das Anschreiben hat {pages} Seiten; üblich ist eine. Kürzen oder --design kompakt hilft"
                );
            }
        }
        PdfCommand::Cv { layout, file } => {
            let applicant = setup.applicant()?;
            let layout = if layout == "single" { Layout::Single } else { Layout::Tabular };
            let pdf = document::resume(&applicant, layout, &style(file)?);
            let kind = if file.english { "CV" } else { "Lebenslauf" };
            write(pdf, file, &[kind, applicant.name.as_deref().unwrap_or_default()], out)?;
        }
        PdfCommand::Cover { position, company, content, file } => {
            let applicant = setup.applicant()?;
            let pdf = document::cover(&applicant, position, company, content, &style(file)?);
            write(pdf, file, &["Deckblatt", applicant.name.as_deref().unwrap_or_default()], out)?;
        }
        PdfCommand::Profile { id, file } => {
            let corpus = setup.corpus();
            warn(setup);
            let Some(profile) = show::find(&corpus, id) else { return Ok(NOTHING) };
            let pdf = document::sheet(profile, &corpus, &style(file)?);
            write(pdf, file, &["Beruf", &profile.title.masculine], out)?;
        }
    }
    Ok(0)
}

fn style(args: &PdfArgs) -> Result<Style> {
    Ok(Style {
        design: args.design.parse::<Design>().map_err(anyhow::Error::msg)?,
        colour: args.colour.clone(),
        language: if args.english { Language::English } else { Language::German },
        date: match &args.date {
            Some(date) => date.clone(),
            None => store::today()?,
        },
    })
}

/// Company and person, as the letter's own answers name them.
fn recipient(letter: &Letter) -> Vec<String> {
    let answer = |field: &str| letter.answers.get(field).map(|text| text.trim().to_owned());
    let name = answer("kontakt.name").filter(|name| !name.is_empty());
    let person = name.map(|name| {
        let address = match answer("kontakt.anrede").as_deref() {
            Some("frau") => "Frau",
            Some("herr") => "Herrn",
            _ => "",
        };
        let parts = [address.to_owned(), answer("kontakt.titel").unwrap_or_default(), name];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    });
    [answer("firma.name"), person].into_iter().flatten().filter(|line| !line.is_empty()).collect()
}

/// Writes the file, private and whole, and says where; the number of its pages.
fn write(
    pdf: Result<Pdf, Vec<Obstacle>>,
    args: &PdfArgs,
    words: &[&str],
    out: &mut impl Write,
) -> Result<usize> {
    let pdf = pdf.map_err(|obstacles| {
        let lines: Vec<String> = obstacles.iter().map(ToString::to_string).collect();
        anyhow::anyhow!("{}", lines.join("\n"))
    })?;
    let file = args.out.clone().unwrap_or_else(|| PathBuf::from(file_name(words, "pdf")));
    let shown = load::display(&file);
    if !args.force && file.exists() {
        bail!("{shown} gibt es schon; --force ersetzt die Datei, --out nennt eine andere");
    }
    private::write(&file, &pdf.bytes).with_context(|| format!("{shown} ist nicht schreibbar"))?;
    let pages = if pdf.pages == 1 { "1 Seite".to_owned() } else { format!("{} Seiten", pdf.pages) };
    writeln!(out, "{shown} ({pages})")?;
    Ok(pdf.pages)
}
