//! `werdegang match ID AD`: an advertisement beside the profile and the person's own data.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::json;

use super::args::MatchArgs;
use super::setup::Setup;
use super::{NOTHING, show, warn};
use crate::advert::{self, Advert, MAX_ADVERT};
use crate::corpus::load;
use crate::matching::{self, Match, Row, Verdict};
use crate::tailoring::applicant::Evidence;

pub(super) fn run(setup: &mut Setup, args: &MatchArgs, out: &mut impl Write) -> Result<u8> {
    let corpus = setup.corpus();
    let applicant = setup.applicant()?;
    warn(setup);
    let Some(profile) = show::find(&corpus, &args.id) else { return Ok(NOTHING) };
    let advert = read(&args.advert)?;
    let result = matching::compare(&advert, Some(profile), &applicant, &BTreeMap::new());
    if args.json {
        writeln!(out, "{}", serde_json::to_string_pretty(&value(&advert, &result))?)?;
    } else {
        print(&advert, &result, out)?;
    }
    Ok(0)
}

/// An advertisement from a file, or from standard input for `-`.
pub(super) fn read(path: &Path) -> Result<Advert> {
    let shown = load::display(path);
    let mut bytes = Vec::new();
    let limit = MAX_ADVERT as u64 + 1;
    if path.as_os_str() == "-" {
        io::stdin().lock().take(limit).read_to_end(&mut bytes)?;
    } else {
        let file = std::fs::File::open(path)
            .with_context(|| format!("{shown} ist nicht lesbar; bitte den Pfad prüfen"))?;
        file.take(limit)
            .read_to_end(&mut bytes)
            .with_context(|| format!("{shown} ist nicht lesbar"))?;
    }
    let text = advert::plain_text(&bytes).with_context(|| shown.clone())?;
    Ok(advert::parse(&text))
}

fn value(advert: &Advert, result: &Match) -> serde_json::Value {
    let row = |row: &Row| {
        json!({
            "requirement": row.requirement, "verdict": row.verdict().key(), "skill": row.skill,
            "evidence": row.evidence.as_ref().map(|e| json!({
                "kind": e.kind.label(), "source": e.source, "text": e.text })),
            "reason": row.reason,
        })
    };
    let contact = &advert.contact;
    json!({
        "advert": {
            "title": advert.title, "company": advert.company, "reference": advert.reference,
            "place": advert.place, "start": advert.start,
            "contact": { "address": contact.address, "academic": contact.academic, "name": contact.name },
            "tasks": advert.tasks,
        },
        "requirements": result.rows.iter().map(row).collect::<Vec<_>>(),
        "not_named": result.unnamed.iter().map(|(skill, evidence)| {
            json!({ "skill": skill, "evidence": evidence.as_ref().map(Evidence::quote) })
        }).collect::<Vec<_>>(),
    })
}

fn print(advert: &Advert, result: &Match, out: &mut impl Write) -> Result<()> {
    let contact = &advert.contact;
    let person = [&contact.address, &contact.academic, &contact.name];
    let person: Vec<&str> =
        person.into_iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
    for (label, text) in [
        ("Stelle", advert.title.as_str()),
        ("Firma", advert.company.as_str()),
        ("Kontakt", &person.join(" ")),
        ("Kennziffer", &advert.reference),
        ("Ort", &advert.place),
        ("Beginn", &advert.start),
    ] {
        writeln!(out, "{label:<11} {}", if text.is_empty() { "–" } else { text })?;
    }
    for verdict in [Verdict::Shown, Verdict::Partly, Verdict::Missing] {
        let rows: Vec<&Row> = result.rows.iter().filter(|row| row.verdict() == verdict).collect();
        if rows.is_empty() {
            continue;
        }
        writeln!(out, "\n{} ({})", verdict.label(), rows.len())?;
        for row in rows {
            writeln!(out, "  {}", row.requirement)?;
            if let Some(evidence) = row.evidence.as_ref().filter(|_| verdict != Verdict::Missing) {
                let text = if evidence.text.is_empty() {
                    String::new()
                } else {
                    format!(": {}", evidence.text)
                };
                writeln!(out, "      {}: {}{text}", evidence.kind.label(), evidence.source)?;
            }
            writeln!(out, "      {}", row.reason)?;
        }
    }
    if result.rows.is_empty() {
        writeln!(out, "\nAnforderungen sind in dem Text nicht zu erkennen.")?;
    }
    let own: Vec<&str> =
        result.unnamed.iter().filter(|(_, e)| e.is_some()).map(|(s, _)| s.as_str()).collect();
    if !own.is_empty() {
        writeln!(out, "\nGefragt ist nicht danach, belegen könntest du es: {}", own.join(", "))?;
    }
    let others: Vec<&str> =
        result.unnamed.iter().filter(|(_, e)| e.is_none()).map(|(s, _)| s.as_str()).collect();
    if !others.is_empty() {
        writeln!(
            out,
            "\nWas der Beruf sonst verlangt und die Anzeige nicht nennt: {}",
            others.join(", ")
        )?;
    }
    Ok(())
}
