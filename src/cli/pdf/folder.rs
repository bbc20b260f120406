//! The folder: which parts, in which order, what is appended, and what is still missing.

use std::io::Write;

use anyhow::{Result, bail};

use super::args::PdfCommand;
use super::make::{Outcome, finish, gaps, named, open, resume, style, whom, words};
use crate::cli::letter::{self, Filled};
use crate::cli::setup::Setup;
use crate::corpus::Profile;
use crate::document::{self, Checked, attachment};
use crate::letter::Rendered;

/// All parts in one file; with `--check` only the list.
pub(super) fn folder(
    setup: &mut Setup,
    command: &PdfCommand,
    out: &mut impl Write,
) -> Result<Outcome> {
    let PdfCommand::Folder { name, parts, motivation, append, check, address, cv, file } = command
    else {
        return Ok(Outcome::Nothing);
    };
    let Filled { letter, rendered, profile, applicant } = letter::filled(setup, name)?;
    let style = style(file)?;
    let mut attached = Vec::new();
    for (at, path) in append.iter().enumerate() {
        attached.push(named(
            setup,
            attachment::pages(path, at + 1).map_err(|obstacle| vec![obstacle]),
        )?);
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
    let sheet = named(setup, document::letter(&rendered, &applicant, &address, &style))?;
    let subject = document::subject(&rendered);
    let mut documents = Vec::new();
    for part in order {
        documents.push(match part {
            "letter" => sheet.clone(),
            "cover" => {
                named(setup, document::cover(&applicant, &subject, &company, &contents, &style))?
            }
            "cv" => resume(setup, &applicant, cv, &style)?,
            _ => {
                let rendered = motivation_text(setup, motivation.as_deref())?;
                named(setup, document::motivation(&rendered, &applicant, &style))?
            }
        });
    }
    let whole = named(setup, document::folder(documents, attached))?;
    let list = document::checklist(&whole, &applicant, &profile);
    if *check {
        for line in checked(&list, &profile) {
            writeln!(out, "{line}")?;
        }
        return Ok(Outcome::Said);
    }
    let mut made = finish(setup, whole, style, file, &applicant)?;
    made.words = words("Bewerbung", &applicant, &company);
    made.remarks.extend(open(&rendered));
    made.remarks.extend(gaps(&applicant));
    let missing: Vec<&str> = list
        .iter()
        .filter(|item| item.there == Some(false))
        .map(|item| item.name.as_str())
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
    Ok(letter::filled(setup, name)?.rendered)
}

fn checked(list: &[Checked], profile: &Profile) -> Vec<String> {
    let mut lines = vec![format!("Mappe für {}", profile.title.pair())];
    for Checked { name, there, advice } in list {
        let mark = match there {
            Some(true) => "[x]",
            Some(false) => "[ ]",
            None => "   ",
        };
        let advice = if advice.is_empty() { String::new() } else { format!(": {advice}") };
        lines.push(format!("{mark} {name}{advice}"));
    }
    lines
}
