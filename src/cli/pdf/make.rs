//! Putting a document together from letters, the person's data, applications and professions.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::args::{AddressArgs, CvArgs, PdfArgs, PdfCommand};
use super::output::sentences;
use crate::cli::setup::Setup;
use crate::cli::{letter, show};
use crate::corpus::Profile;
use crate::document::content::Content;
use crate::document::{
    self, Address, Checked, Design, Document, Layout, Obstacle, Period, Style, attachment,
};
use crate::i18n::Language;
use crate::letter::{Letter, Rendered};
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

const VOLUNTARY: &str = "Foto, Geburtsdatum und Staatsangehörigkeit sind freiwillig; das Allgemeine Gleichbehandlungsgesetz (AGG) schützt vor Nachteilen, und ohne sie fehlt der Bewerbung nichts";

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
            let (letter, rendered, applicant) = letter::filled(setup, name)?;
            let style = style(file)?;
            let address = whom(&letter, address, Vec::new());
            let document = named(document::letter(&rendered, &applicant, &address, &style))?;
            let company = address.recipient.first().cloned().unwrap_or_default();
            Made {
                words: words("Anschreiben", &applicant, &company),
                ..finish(setup, document, style, file, &applicant)?
            }
        }
        PdfCommand::Cv { cv, file } => {
            let applicant = setup.applicant()?;
            let style = style(file)?;
            let document = resume(&applicant, cv, &style)?;
            let word = if file.english { "CV" } else { "Lebenslauf" };
            let mut made = finish(setup, document, style, file, &applicant)?;
            shorten(&mut made, cv)?;
            made.words = words(word, &applicant, "");
            made.remarks.extend(gaps(&applicant));
            made
        }
        PdfCommand::Cover { position, company, content, file } => {
            let applicant = setup.applicant()?;
            let style = style(file)?;
            let document = named(document::cover(&applicant, position, company, content, &style))?;
            Made {
                words: words("Deckblatt", &applicant, company),
                ..finish(setup, document, style, file, &applicant)?
            }
        }
        PdfCommand::Motivation { name, file } => {
            let (_, rendered, applicant) = letter::filled(setup, name)?;
            let style = style(file)?;
            let document = named(document::motivation(&rendered, &applicant, &style))?;
            Made {
                words: words("Motivationsschreiben", &applicant, ""),
                ..finish(setup, document, style, file, &applicant)?
            }
        }
        PdfCommand::Folder { .. } => return folder(setup, command, out),
        PdfCommand::Offer { file } => {
            let applicant = setup.applicant()?;
            let style = style(file)?;
            let (document, left_out) = named(document::offer(&applicant, &style))?;
            let mut made = finish(setup, document, style, file, &applicant)?;
            made.words = words("Leistungsprofil", &applicant, "");
            if left_out > 0 {
                made.remarks
                    .push(format!("für {left_out} ältere Projekte war auf der Seite kein Platz"));
            }
            made
        }
        PdfCommand::Efforts { from, to, file } => {
            let applicant = setup.applicant()?;
            let style = style(file)?;
            let period =
                Period { from: from.clone(), to: to.clone().unwrap_or_else(|| style.date.clone()) };
            let applications = letter::store(setup)?.applications()?;
            let document = named(document::efforts(&applications, &applicant, &period, &style))?;
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
fn named<T>(result: Result<T, Vec<Obstacle>>) -> Result<T> {
    result.map_err(|obstacles| sentences(&obstacles))
}

fn words(kind: &str, applicant: &Applicant, company: &str) -> Vec<String> {
    vec![kind.to_owned(), applicant.name.clone().unwrap_or_default(), company.to_owned()]
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

fn resume(applicant: &Applicant, cv: &CvArgs, style: &Style) -> Result<Document> {
    let layout = if cv.layout == "single" { Layout::Single } else { Layout::Tabular };
    named(document::resume(applicant, layout, style))
}

/// Two pages are what is read; the rest is said.
fn shorten(made: &mut Made, cv: &CvArgs) -> Result<()> {
    if !cv.full {
        let count = named(document::brief(&mut made.document, &made.style, 2))?;
        if count > 0 {
            made.remarks.push(format!(
                "{count} ältere Stationen stehen ohne Einzelheiten da, damit es zwei Seiten bleiben; --full zeigt alles"
            ));
        }
    }
    Ok(())
}

fn gaps(applicant: &Applicant) -> Option<String> {
    let gaps: Vec<String> = document::gaps(applicant).iter().map(ToString::to_string).collect();
    let (shown, more) = gaps.split_at(gaps.len().min(3));
    let more = match more.len() {
        0 => String::new(),
        more => format!(" und {more} weitere"),
    };
    (!shown.is_empty()).then(|| {
        let shown = shown.join(", ");
        format!("ohne Angabe: {shown}{more}; wer mag, benennt die Zeit in den eigenen Daten unter werdegang.gaps")
    })
}

/// Adds photo and signature, and what is to be said about them.
fn finish(
    setup: &Setup,
    mut document: Document,
    style: Style,
    file: &PdfArgs,
    applicant: &Applicant,
) -> Result<Made> {
    let own = &applicant.own;
    // An address on the net is not a file, and nothing here goes to the net.
    let image = applicant
        .image
        .as_ref()
        .filter(|image| !image.contains("://") && !image.starts_with("data:"));
    let photo = own_file(setup, file.photo.as_deref(), own.photo.as_ref().or(image));
    let signature = own_file(setup, file.signature.as_deref(), own.signature.as_ref());
    if let Some(photo) = &photo {
        document.add_photo(named(attachment::picture(photo, "Foto").map_err(|o| vec![o]))?);
    }
    if let Some(file) = &signature {
        let bytes = attachment::picture(file, "Unterschrift").map_err(|o| vec![o]);
        document.add_signature(named(bytes)?);
    }
    let resume = document.parts.iter().any(|part| matches!(part, Content::Resume(_)));
    let voluntary = photo.is_some() || own.born.is_some() || own.nationality.is_some();
    let remarks = (resume && voluntary).then(|| VOLUNTARY.to_owned());
    Ok(Made { document, style, words: Vec::new(), remarks: remarks.into_iter().collect() })
}

/// A path of the command line, or one in the person's data, which starts from their folder.
fn own_file(setup: &Setup, named: Option<&Path>, in_data: Option<&String>) -> Option<PathBuf> {
    if let Some(file) = named {
        return Some(file.to_owned());
    }
    let folder = setup.applicant_file()?.parent()?.to_owned();
    in_data.map(|path| folder.join(path))
}

fn whom(letter: &Letter, args: &AddressArgs, enclosures: Vec<String>) -> Address {
    let recipient = if args.to.is_empty() { recipient(letter) } else { args.to.clone() };
    let enclosures = if args.enclosure.is_empty() { enclosures } else { args.enclosure.clone() };
    Address { recipient, enclosures }
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

/// All parts in one file; with `--check` only the list.
fn folder(setup: &mut Setup, command: &PdfCommand, out: &mut impl Write) -> Result<Outcome> {
    let PdfCommand::Folder { name, parts, motivation, append, check, address, cv, file } = command
    else {
        return Ok(Outcome::Nothing);
    };
    let (letter, rendered, applicant) = letter::filled(setup, name)?;
    let style = style(file)?;
    let mut attached = Vec::new();
    for (at, path) in append.iter().enumerate() {
        attached.push(named(attachment::pages(path, at + 1).map_err(|obstacle| vec![obstacle]))?);
    }
    let mut order: Vec<&str> = parts.iter().map(String::as_str).collect();
    if motivation.is_some() && !order.contains(&"motivation") {
        order.push("motivation");
    }
    let titles: Vec<String> = attached.iter().map(|(sheet, _)| sheet.title.clone()).collect();
    let contents: Vec<String> = order
        .iter()
        .filter_map(|part| match *part {
            "cv" => Some("Lebenslauf".to_owned()),
            "motivation" => Some("Motivationsschreiben".to_owned()),
            _ => None,
        })
        .chain(titles)
        .collect();
    let address = whom(&letter, address, contents.clone());
    let company = address.recipient.first().cloned().unwrap_or_default();
    let sheet = named(document::letter(&rendered, &applicant, &address, &style))?;
    let subject = sheet.parts.iter().find_map(|part| match part {
        Content::Letter(sheet) => Some(sheet.subject.clone()),
        _ => None,
    });
    let mut documents = Vec::new();
    for part in order {
        documents.push(match part {
            "letter" => sheet.clone(),
            "cover" => {
                let position = subject.as_deref().unwrap_or_default();
                named(document::cover(&applicant, position, &company, &contents, &style))?
            }
            "cv" => {
                let document = resume(&applicant, cv, &style)?;
                let mut made =
                    Made { document, style: style.clone(), words: Vec::new(), remarks: Vec::new() };
                shorten(&mut made, cv)?;
                made.document
            }
            _ => {
                let rendered = motivation_text(setup, motivation.as_deref())?;
                named(document::motivation(&rendered, &applicant, &style))?
            }
        });
    }
    let whole = named(document::folder(documents, attached))?;
    let profile = letter::profile(setup, name)?;
    let list = document::checklist(&whole, &applicant, &profile);
    if *check {
        for line in checked(&list, &profile) {
            writeln!(out, "{line}")?;
        }
        return Ok(Outcome::Said);
    }
    let mut made = finish(setup, whole, style, file, &applicant)?;
    made.words = words("Bewerbung", &applicant, &company);
    made.remarks.extend(gaps(&applicant));
    let missing: Vec<&str> = list
        .iter()
        .filter(|item| !item.there)
        .map(|item| item.name.as_str())
        .filter(|n| *n != "Außerdem")
        .collect();
    if !missing.is_empty() {
        made.remarks.push(format!(
            "nicht in der Mappe: {}; --check sagt, was das Profil dazu rät",
            missing.join(", ")
        ));
    }
    Ok(Outcome::Made(Box::new(made)))
}

fn motivation_text(setup: &mut Setup, name: Option<&str>) -> Result<Vec<Rendered>> {
    let Some(name) = name else {
        bail!("--motivation NAME nennt den Brief, der das Motivationsschreiben ist")
    };
    Ok(letter::filled(setup, name)?.1)
}

fn checked(list: &[Checked], profile: &Profile) -> Vec<String> {
    let mut lines = vec![format!("Mappe für {}", profile.title.pair())];
    for Checked { name, there, advice } in list {
        let mark = if *there { "[x]" } else { "[ ]" };
        let advice = if advice.is_empty() { String::new() } else { format!(": {advice}") };
        if name == "Außerdem" {
            lines.push(format!("    {name}{advice}"));
        } else {
            lines.push(format!("{mark} {name}{advice}"));
        }
    }
    lines
}
