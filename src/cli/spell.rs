//! `werdegang spell`: unknown words and broken letter rules, one finding on each line.

use std::io::{Read, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::json;

use super::args::SpellArgs;
use super::setup::Setup;
use super::{NOTHING, warn};
use crate::config::Paths;
use crate::corpus::clean::{clean, clean_line};
use crate::corpus::load;
use crate::i18n::Language;
use crate::runtime::proofreader;
use crate::spelling::{self, Files, Finding, Letterhead, Reason, Speller};
use crate::tailoring::applicant;

/// Bytes of a text or word list.
const MAX_FILE: usize = 4 * 1024 * 1024;

pub(super) fn run(setup: &mut Setup, args: &SpellArgs, out: &mut impl Write) -> Result<u8> {
    let (Some(file), None) = (&args.file, &args.add) else {
        return add(setup, args.add.as_deref().unwrap_or_default(), out);
    };
    let text = clean(&read(file)?);
    let speller = speller(setup, args)?;
    let mut findings = Vec::new();
    for (start, prose) in prose(file, &text)? {
        let mut found = spelling::rules(&prose, &Letterhead::default());
        let mut unknown: Vec<Finding> =
            speller.iter().flat_map(|speller| speller.unknown(&prose)).collect();
        if let Some(speller) = speller.as_ref().filter(|_| args.suggest) {
            for finding in &mut unknown {
                let word = prose.get(finding.range.clone()).unwrap_or_default();
                finding.repairs = speller.suggestions(word);
            }
        }
        found.extend(unknown);
        // A text block is made of what is still to be filled in.
        let block = file.extension().is_some_and(|extension| extension == "md");
        found.retain(|finding| !(block && finding.reason == Reason::Placeholder));
        for finding in &mut found {
            finding.range = start + finding.range.start..start + finding.range.end;
        }
        findings.extend(found);
    }
    findings.sort_by_key(|finding| finding.range.start);
    let name = load::display(file);
    if args.json {
        let all: Vec<_> = findings.iter().map(|finding| as_json(&text, finding)).collect();
        writeln!(out, "{}", serde_json::to_string_pretty(&all)?)?;
    } else {
        for finding in &findings {
            let (line, column) = spelling::line_and_column(&text, finding.range.start);
            let repairs: Vec<String> = finding.repairs.iter().map(|r| format!("„{r}“")).collect();
            let repairs = match repairs.as_slice() {
                [] => String::new(),
                [one] if one == "„“" => "; bitte weglassen".to_owned(),
                all => format!("; besser {}", all.join(", ")),
            };
            let reason = finding.reason.sentence(Language::German);
            writeln!(out, "{name}:{line}:{column}: {reason}{repairs}")?;
        }
    }
    Ok(if findings.is_empty() { 0 } else { NOTHING })
}

/// What of a file is read, and where it begins: of a CV (JSON Resume) what a person wrote in
/// sentences, of a text block what follows its head, of everything else all.
fn prose(file: &Path, text: &str) -> Result<Vec<(usize, String)>> {
    let extension = file.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    match extension.as_deref() {
        Some("json") => {
            let applicant = applicant::parse(&load::display(file), text).map_err(|problems| {
                let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
                anyhow::anyhow!("{}", lines.join("\n"))
            })?;
            let stations = [
                &applicant.work,
                &applicant.education,
                &applicant.projects,
                &applicant.volunteer,
                &applicant.own.gaps,
            ];
            let stations = stations.into_iter().flatten();
            let texts = stations.flat_map(|station| {
                let own = [&station.role, &station.summary];
                own.into_iter().chain(&station.highlights)
            });
            let texts = applicant.label.iter().chain(&applicant.summary).chain(texts);
            // The same sentence may stand twice in a file; each is looked for behind the last.
            let mut from = 0;
            let found = texts.filter(|text| !text.is_empty()).filter_map(|prose| {
                let rest = text.get(from..)?;
                let at = rest
                    .find(prose.as_str())
                    .map(|at| from + at)
                    .or_else(|| text.find(prose.as_str()))?;
                from = at + prose.len();
                Some((at, prose.clone()))
            });
            Ok(found.collect())
        }
        Some("md") if text.starts_with("+++") => {
            let head = text.get(3..).and_then(|rest| rest.find("\n+++")).map_or(0, |at| at + 7);
            Ok(vec![(head, text.get(head..).unwrap_or_default().to_owned())])
        }
        _ => Ok(vec![(0, text.to_owned())]),
    }
}

fn as_json(text: &str, finding: &Finding) -> serde_json::Value {
    let (line, column) = spelling::line_and_column(text, finding.range.start);
    json!({
        "line": line,
        "column": column,
        "text": text.get(finding.range.clone()),
        "reason": finding.reason.sentence(Language::German),
        "repairs": finding.repairs,
    })
}

fn read(file: &Path) -> Result<String> {
    if file != Path::new("-") {
        return load::read_text(file, MAX_FILE).map_err(|problem| anyhow::anyhow!("{problem}"));
    }
    let mut text = String::new();
    std::io::stdin()
        .take(MAX_FILE as u64)
        .read_to_string(&mut text)
        .context("die Eingabe ist kein Text (UTF-8)")?;
    Ok(text)
}

/// The dictionary with the words of the corpus and of the person; `None`, with a sentence on
/// standard error, where the system has none.
fn speller(setup: &mut Setup, args: &SpellArgs) -> Result<Option<Speller>> {
    let language = if args.english { Language::English } else { Language::German };
    let home = std::env::var_os("HOME").map(std::path::PathBuf::from);
    let found = match &args.dict {
        Some(dict) => Some(Files::at(dict)),
        None => spelling::find(language, home.as_deref()),
    };
    let Some(files) = found else {
        let package = if args.english { "hunspell-en-us" } else { "hunspell-de-de" };
        let _ = writeln!(
            std::io::stderr(),
            "werdegang: kein Wörterbuch gefunden, geprüft werden nur die Briefregeln; auf Debian und Ubuntu hilft apt install {package}, sonst --dict DATEI"
        );
        return Ok(None);
    };
    let (corpus, applicant) = (setup.corpus(), setup.applicant()?);
    warn(setup);
    let file = setup.paths.as_ref().map(Paths::words);
    let list = proofreader::own_list(file.as_deref()).map_err(anyhow::Error::msg)?;
    let words = proofreader::own_words(&corpus, &applicant, &list);
    Ok(Some(proofreader::speller(&files, words).map_err(anyhow::Error::msg)?))
}

fn add(setup: &Setup, word: &str, out: &mut impl Write) -> Result<u8> {
    let Some(file) = setup.paths.as_ref().map(Paths::words) else {
        bail!("ohne Heimatordner (HOME) gibt es keinen Ort für eigene Wörter");
    };
    proofreader::learn(&file, clean_line(word).trim()).with_context(|| load::display(&file))?;
    writeln!(out, "{}", load::display(&file))?;
    Ok(0)
}
