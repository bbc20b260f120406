//! `werdegang letter` and `werdegang applications`: what was written on the letter desk, for pipes.

use std::io::Write;

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::args::{ApplicationsArgs, LetterArgs};
use super::setup::Setup;
use super::{NOTHING, warn};
use crate::app::screen::applications::csv;
use crate::config::Paths;
use crate::corpus::Profile;
use crate::corpus::load;
use crate::letter::{self, Letter, Sources};
use crate::store::letters::LetterRecord;
use crate::store::{Store, StoreError};
use crate::tailoring::Applicant;

/// The person's file; a sentence on standard error if it had to be repaired.
pub(super) fn store(setup: &Setup) -> Result<Store> {
    let paths = setup.paths.as_ref().map(Paths::store);
    let file =
        paths.context("ohne Heimatordner (HOME) gibt es keinen Ort für Bewerbungen und Briefe")?;
    let (store, repaired) = Store::open(&file).with_context(|| load::display(&file))?;
    if let Some(repaired) = repaired {
        let backup = repaired.backup.as_deref().map(load::display);
        let sentence = setup
            .language
            .text()
            .store_repaired(&load::display(&repaired.aside), backup.as_deref());
        let _ = writeln!(std::io::stderr(), "werdegang: {sentence}");
    }
    Ok(store)
}

fn record(store: &Store, name: &str) -> Result<LetterRecord> {
    match store.letter(name) {
        Err(StoreError::Missing) => {
            bail!("einen Brief „{name}“ gibt es nicht; werdegang letter listet alle auf")
        }
        found => Ok(found?),
    }
}

/// A letter of the desk with every part filled, what it is for, and whom it is from.
pub(super) struct Filled {
    pub letter: Letter,
    pub rendered: Vec<letter::Rendered>,
    pub profile: Profile,
    pub applicant: Applicant,
}

pub(super) fn filled(setup: &mut Setup, name: &str) -> Result<Filled> {
    let record = record(&store(setup)?, name)?;
    fill(setup, &record)
}

fn fill(setup: &mut Setup, record: &LetterRecord) -> Result<Filled> {
    let (corpus, general, applicant) = (setup.corpus(), setup.snippets(), setup.applicant()?);
    let Some(profile) = corpus.get(&record.profile) else {
        bail!("den Beruf „{}“ gibt es hier nicht; fehlt --data?", record.profile)
    };
    let letter = Letter::from_json(&record.content)
        .with_context(|| format!("der Brief „{}“ ist nicht lesbar", record.name))?;
    let sources =
        Sources { profile, general: &general, applicant: &applicant, language: setup.language };
    let rendered = letter.rendered(sources);
    Ok(Filled { letter, rendered, profile: profile.clone(), applicant })
}

pub(super) fn letter(setup: &mut Setup, args: &LetterArgs, out: &mut impl Write) -> Result<u8> {
    let store = store(setup)?;
    let Some(name) = &args.name else {
        let letters = store.letters()?;
        for letter in &letters {
            writeln!(out, "{:<40} {:<28} {}", letter.name, letter.profile, letter.changed)?;
        }
        return Ok(if letters.is_empty() { NOTHING } else { 0 });
    };
    let record = record(&store, name)?;
    if args.versions {
        let versions = store.versions(record.id)?;
        for version in &versions {
            writeln!(
                out,
                "{} {} {}\n\n{}\n",
                version.number, version.created, version.reason, version.text
            )?;
        }
        return Ok(if versions.is_empty() { NOTHING } else { 0 });
    }
    let Filled { rendered, .. } = fill(setup, &record)?;
    warn(setup);
    if args.markdown {
        write!(out, "{}", letter::markdown(&rendered))?;
    } else {
        writeln!(out, "{}", letter::text(&rendered))?;
    }
    let open = letter::open_questions(&rendered);
    for question in &open {
        let _ = writeln!(std::io::stderr(), "offen: {question}");
    }
    Ok(if args.strict && !open.is_empty() { NOTHING } else { 0 })
}

pub(super) fn applications(
    setup: &Setup,
    args: &ApplicationsArgs,
    out: &mut impl Write,
) -> Result<u8> {
    let all = store(setup)?.applications()?;
    let wanted = args.search.join(" ").to_lowercase();
    let shown: Vec<_> = all
        .into_iter()
        .filter(|a| args.archived || !a.archived)
        .filter(|a| {
            let words = format!("{} {} {} {}", a.employer, a.position, a.status.label(), a.notes);
            let words = words.to_lowercase();
            wanted.split_whitespace().all(|word| words.contains(word))
        })
        .collect();
    if args.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&json!(shown))?)?;
    } else if args.csv {
        write!(out, "{}", csv(&shown))?;
    } else {
        for a in &shown {
            writeln!(
                out,
                "{:<28} {:<28} {:<13} {}",
                a.employer,
                a.position,
                a.status.label(),
                a.next_date
            )?;
        }
    }
    Ok(if shown.is_empty() { NOTHING } else { 0 })
}
