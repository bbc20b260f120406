//! Putting a document together from letters, the person's data, applications and professions.

use std::io::Write;
use std::path::Path;

use anyhow::{Result, bail};

use super::args::{AddressArgs, CvArgs, PdfArgs, PdfCommand};
use super::output::sentences;
use crate::cli::letter::{self, Filled};
use crate::cli::setup::Setup;
use crate::cli::show;
use crate::document::attachment::Pictures;
use crate::document::content::{Content, Shorten};
use crate::document::{
    self, Address, Design, Document, Layout, Obstacle, Period, Style, attachment,
};
use crate::i18n::Language;
use crate::letter::{Letter, Rendered, open_questions};
use crate::store;
use crate::tailoring::Applicant;

/// A document that can be written.
pub(super) struct Made {
    pub document: Document,
    pub style: Style,
    /// For the file's name.
    pub words: Vec<String>,
    /// Sentences for the person, said after the file is there.
    pub remarks: Vec<String>,
}

/// What came of it.
pub(super) enum Outcome {
    Made(Box<Made>),
    /// Only asked about, and said.
    Said,
    /// What it should be about does not exist; that is said.
    Nothing,
}

pub(super) fn make(
    setup: &mut Setup,
    command: &PdfCommand,
    out: &mut impl Write,
) -> Result<Outcome> {
    let made = match command {
        PdfCommand::Letter { name, address, file } => {
            let Filled { letter, rendered, applicant, .. } = letter::filled(setup, name)?;
            let style = style(file)?;
            let address = whom(&letter, address, Vec::new());
            let document = named(setup, document::letter(&rendered, &applicant, &address, &style))?;
            let company = address.recipient.first().cloned().unwrap_or_default();
            let mut made = finish(setup, document, style, file, &applicant)?;
            made.words = words("Anschreiben", &applicant, &company);
            made.remarks.extend(open(&rendered));
            made
        }
        PdfCommand::Cv { cv, file } => {
            let applicant = setup.applicant()?;
            let style = style(file)?;
            let document = resume(setup, &applicant, cv, &style)?;
            let word = if file.english { "CV" } else { "Lebenslauf" };
            let mut made = finish(setup, document, style, file, &applicant)?;
            made.words = words(word, &applicant, "");
            made.remarks.extend(gaps(&applicant));
            made
        }
        PdfCommand::Cover { position, company, content, file } => {
            let applicant = setup.applicant()?;
            let style = style(file)?;
            let document =
                named(setup, document::cover(&applicant, position, company, content, &style))?;
            Made {
                words: words("Deckblatt", &applicant, company),
                ..finish(setup, document, style, file, &applicant)?
            }
        }
        PdfCommand::Motivation { name, file } => {
            let Filled { rendered, applicant, .. } = letter::filled(setup, name)?;
            let style = style(file)?;
            let document = named(setup, document::motivation(&rendered, &applicant, &style))?;
            let mut made = finish(setup, document, style, file, &applicant)?;
            made.words = words("Motivationsschreiben", &applicant, "");
            made.remarks.extend(open(&rendered));
            made
        }
        PdfCommand::Folder { .. } => return super::folder::folder(setup, command, out),
        PdfCommand::Offer { file } => {
            let applicant = setup.applicant()?;
            let style = style(file)?;
            let document = named(setup, document::offer(&applicant, &style))?;
            let mut made = finish(setup, document, style, file, &applicant)?;
            made.words = words("Leistungsprofil", &applicant, "");
            made
        }
        PdfCommand::Efforts { from, to, file } => {
            let applicant = setup.applicant()?;
            let style = style(file)?;
            let period =
                Period { from: from.clone(), to: to.clone().unwrap_or_else(|| style.date.clone()) };
            let applications = letter::store(setup)?.applications()?;
            let document =
                named(setup, document::efforts(&applications, &applicant, &period, &style))?;
            Made {
                words: words("Eigenbemuehungen", &applicant, &period.to),
                ..finish(setup, document, style, file, &applicant)?
            }
        }
        PdfCommand::Profile { id, file } => {
            let corpus = setup.corpus();
            let Some(profile) = show::find(&corpus, id) else { return Ok(Outcome::Nothing) };
            let words = vec!["Beruf".to_owned(), profile.title.masculine.clone()];
            let document = document::profile(profile, &corpus);
            Made { document, style: style(file)?, words, remarks: Vec::new() }
        }
        PdfCommand::Pay { field, file } => {
            let Some(document) = document::pay(&setup.corpus(), field) else {
                bail!(
                    "zu einem Berufsfeld „{field}“ gibt es keine Gehaltszahlen; werdegang pay listet alle auf"
                )
            };
            let words = vec!["Gehalt".to_owned(), field.clone()];
            Made { document, style: style(file)?, words, remarks: Vec::new() }
        }
    };
    Ok(Outcome::Made(Box::new(made)))
}

/// Obstacles as an error with a line for each.
pub(super) fn named<T>(setup: &Setup, result: Result<T, Vec<Obstacle>>) -> Result<T> {
    result.map_err(|obstacles| sentences(&obstacles, setup.language))
}

pub(super) fn words(kind: &str, applicant: &Applicant, company: &str) -> Vec<String> {
    vec![kind.to_owned(), applicant.name.clone().unwrap_or_default(), company.to_owned()]
}

pub(super) fn style(args: &PdfArgs) -> Result<Style> {
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

pub(super) fn resume(
    setup: &Setup,
    applicant: &Applicant,
    cv: &CvArgs,
    style: &Style,
) -> Result<Document> {
    let layout = if cv.layout == "single" { Layout::Single } else { Layout::Tabular };
    let mut document = named(setup, document::resume(applicant, layout, style))?;
    if cv.full {
        document.keep_everything();
    }
    Ok(document)
}

/// What of a letter would be printed as a question.
pub(super) fn open(rendered: &[Rendered]) -> Option<String> {
    let open = first_of(&open_questions(rendered), " ")?;
    Some(format!("im Brief ist noch offen: {open}"))
}

pub(super) fn gaps(applicant: &Applicant) -> Option<String> {
    let gaps: Vec<String> = document::gaps(applicant).iter().map(ToString::to_string).collect();
    let shown = first_of(&gaps, ", ")?;
    Some(format!(
        "ohne Angabe: {shown}; wer mag, benennt die Zeit in den eigenen Daten unter werdegang.gaps"
    ))
}

/// The first three and how many more there are; `None` if there are none.
fn first_of(all: &[String], separator: &str) -> Option<String> {
    let (shown, more) = all.split_at(all.len().min(3));
    let more = match more.len() {
        0 => String::new(),
        more => format!(" und {more} weitere"),
    };
    (!shown.is_empty()).then(|| shown.join(separator) + &more)
}

/// Adds photo and signature, keeps to the pages, and notes what is to be said about it.
pub(super) fn finish(
    setup: &Setup,
    mut document: Document,
    style: Style,
    file: &PdfArgs,
    applicant: &Applicant,
) -> Result<Made> {
    let data = setup.applicant_file();
    let own = attachment::own_pictures(applicant, data.as_deref().and_then(Path::parent));
    let pictures = Pictures {
        photo: file.photo.clone().or(own.photo),
        signature: file.signature.clone().or(own.signature),
    };
    named(setup, pictures.add_to(&mut document))?;
    let mut remarks = Vec::new();
    // Text has no pages.
    if !(file.md || file.txt) {
        let fitted = named(setup, document.fit(&style))?;
        let one_page = |part: &Content| matches!(part, Content::Resume(sheet) if matches!(sheet.shorten, Shorten::Stations(_)));
        let hint = if document.parts.iter().any(one_page) { "" } else { "; --full zeigt alles" };
        if fitted.without_details > 0 && fitted.left_out == 0 {
            remarks.push(format!(
                "{} ältere Stationen stehen ohne Einzelheiten da, damit es nicht mehr Seiten werden{hint}",
                fitted.without_details
            ));
        }
        if fitted.left_out > 0 {
            remarks.push(format!(
                "für {} ältere Projekte war auf der Seite kein Platz",
                fitted.left_out
            ));
        }
    }
    let resume = document.parts.iter().any(|part| matches!(part, Content::Resume(_)));
    let personal = resume && document::is_personal(applicant, pictures.photo.is_some());
    remarks.extend(personal.then(|| document::VOLUNTARY.0.to_owned()));
    Ok(Made { document, style, words: Vec::new(), remarks })
}

pub(super) fn whom(letter: &Letter, args: &AddressArgs, enclosures: Vec<String>) -> Address {
    let recipient = if args.to.is_empty() { document::recipient(letter) } else { args.to.clone() };
    let enclosures = if args.enclosure.is_empty() { enclosures } else { args.enclosure.clone() };
    Address { recipient, enclosures }
}
