//! `werdegang applicant`: the person's own data, in one JSON Resume file.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::NOTHING;
use super::args::ApplicantCommand;
use super::setup::Setup;
use crate::corpus::decode::MAX_FILE;
use crate::corpus::{Problem, load};
use crate::i18n::Language;
use crate::store::private;
use crate::tailoring::applicant::{Document, FIELDS, FieldKind, STARTER, parse};

pub(super) fn run(setup: &Setup, command: &ApplicantCommand, out: &mut impl Write) -> Result<u8> {
    match command {
        ApplicantCommand::Init => init(&file(setup)?, out),
        ApplicantCommand::Check { file: named } => {
            let file = named.clone().map_or_else(|| file(setup), Ok)?;
            check(&file, out)
        }
        ApplicantCommand::Show { json } => show(setup, &file(setup)?, *json, out),
        ApplicantCommand::Edit => edit(&file(setup)?, out),
        ApplicantCommand::Import { file: from, force } => import(from, &file(setup)?, *force, out),
    }
}

/// Where the person's file is, whether it exists or not.
fn file(setup: &Setup) -> Result<PathBuf> {
    setup.applicant_file().context("ohne Heimatordner (HOME) gibt es keinen Ort für deine Daten")
}

fn init(file: &Path, out: &mut impl Write) -> Result<u8> {
    let shown = load::display(file);
    if file.exists() {
        bail!("{shown} gibt es schon; werdegang applicant edit öffnet sie");
    }
    private::write(file, STARTER).with_context(|| format!("{shown} ist nicht schreibbar"))?;
    writeln!(out, "{shown}")?;
    writeln!(out, "werdegang applicant edit öffnet die Datei; im Programm: F10 „Meine Daten“")?;
    Ok(0)
}

fn read(file: &Path) -> Result<String, Vec<Problem>> {
    if !file.exists() {
        let message = "diese Datei gibt es nicht; werdegang applicant init legt sie an";
        return Err(vec![Problem::file(load::display(file), message)]);
    }
    load::read_text(file, MAX_FILE).map_err(|problem| vec![problem])
}

fn check(file: &Path, out: &mut impl Write) -> Result<u8> {
    let shown = load::display(file);
    match read(file).and_then(|text| parse(&shown, &text)) {
        Ok(applicant) => {
            writeln!(
                out,
                "{shown}: in Ordnung; {} Stationen, {} Belege",
                applicant.work.len() + applicant.education.len() + applicant.projects.len(),
                applicant.evidence().len()
            )?;
            Ok(0)
        }
        Err(problems) => {
            for problem in problems {
                writeln!(out, "{problem}")?;
            }
            Ok(NOTHING)
        }
    }
}

fn show(setup: &Setup, file: &Path, json: bool, out: &mut impl Write) -> Result<u8> {
    let shown = load::display(file);
    let (document, applicant) = read(file)
        .and_then(|text| Ok((Document::read(&shown, &text)?, parse(&shown, &text)?)))
        .map_err(|problems| anyhow::anyhow!("{}", lines(&problems)))?;
    let evidence = applicant.evidence();
    if json {
        let fields: serde_json::Map<String, serde_json::Value> = FIELDS
            .iter()
            .filter(|field| field.kind != FieldKind::Secret)
            .map(|field| (field.path.join("."), json!(document.get(field))))
            .collect();
        let evidence: Vec<_> = evidence
            .iter()
            .map(|e| json!({ "kind": e.kind.label(), "source": e.source, "text": e.text }))
            .collect();
        let value = json!({ "file": shown, "fields": fields, "evidence": evidence });
        writeln!(out, "{}", serde_json::to_string_pretty(&value)?)?;
        return Ok(0);
    }
    writeln!(out, "{shown}\n")?;
    for field in FIELDS {
        let name = if setup.language == Language::German { field.de } else { field.en };
        let value = document.get(field);
        let value = match (field.kind, value.as_str()) {
            (_, "") => "–",
            (FieldKind::Secret, _) => "•••",
            (_, value) => value,
        };
        writeln!(out, "{name:<38} {value}")?;
    }
    for (at, item) in evidence.iter().enumerate() {
        if at == 0 {
            writeln!(out, "\nBelege, aus denen Texte und der Abgleich schöpfen:")?;
        }
        let text = if item.text.is_empty() { String::new() } else { format!(": {}", item.text) };
        writeln!(out, "  {:<11} {}{text}", item.kind.label(), item.source)?;
    }
    Ok(0)
}

fn edit(file: &Path, out: &mut impl Write) -> Result<u8> {
    let shown = load::display(file);
    if !file.exists() {
        private::write(file, STARTER).with_context(|| format!("{shown} ist nicht schreibbar"))?;
    }
    let Some(editor) = super::setup::editor() else {
        bail!("kein Editor bekannt; bitte EDITOR setzen, etwa EDITOR=nano, oder {shown} öffnen");
    };
    let status = editor.command(file).status();
    let status = status.with_context(|| format!("„{}“ startet nicht", editor.shown()))?;
    if !status.success() {
        bail!("der Editor endete mit einem Fehler; {shown} wurde nicht geprüft");
    }
    check(file, out)
}

fn import(from: &Path, to: &Path, force: bool, out: &mut impl Write) -> Result<u8> {
    let (source, shown) = (load::display(from), load::display(to));
    let text = read(from)
        .and_then(|text| parse(&source, &text).map(|_| text))
        .map_err(|problems| anyhow::anyhow!("{}\nnichts übernommen", lines(&problems)))?;
    if to.exists() {
        if !force {
            bail!(
                "{shown} gibt es schon; mit --force tritt die neue Datei an ihre Stelle, die alte bleibt daneben"
            );
        }
        let aside = private::set_aside(to, "alt")
            .with_context(|| format!("{shown} ist nicht verschiebbar"))?;
        writeln!(out, "bisherige Datei: {}", load::display(&aside))?;
    }
    private::write(to, &text).with_context(|| format!("{shown} ist nicht schreibbar"))?;
    check(to, out)
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
