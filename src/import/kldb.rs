//! The Klassifikation der Berufe 2010 with its explanations: groups of five digits become profiles.
//!
//! Lists stand in one field, divided by two or three spaces; military groups lost their leading
//! zero; `&nbsp;` stands for a space.

use std::collections::HashMap;

use super::archive::Archive;
use super::esco::{one_line, summary};
use super::table::{Reading, SEMICOLON, Table};
use super::{About, ImportError, Progress, Sink, titles};
use crate::corpus::Problem;
use crate::corpus::clean::clean_line;
use crate::corpus::profile::{Code, Codes, FORMAT, Profile, Tasks, Title};

const LEVEL: &str = "Ebene";
const TITLE: &str = "Titel";
const LICENCE: &str =
    "Bundesagentur für Arbeit, Klassifikation der Berufe 2010 – überarbeitete Fassung 2020";

pub(super) fn read(
    archive: &mut Archive,
    reading: &mut Reading,
    sink: &mut Sink<'_>,
) -> Result<About, ImportError> {
    let csv = |name: &str| name.to_lowercase().ends_with(".csv");
    let Some((file, bytes)) = archive
        .read(|name| csv(name) && name.contains("KldB"))?
        .map_or_else(|| archive.read(csv), |found| Ok(Some(found)))?
    else {
        let message = "hier ist keine CSV-Datei mit der KldB 2010; gebraucht wird „Gliederung mit Erläuterung“";
        return Err(Problem::file(archive.shown.clone(), message).into());
    };
    let columns =
        [LEVEL, TITLE, "Allgemeine Bemerkungen", "Einschlüsse", "Umfasst ferner", "Ausschlüsse"];
    let table = Table::read(&file, &bytes, SEMICOLON, &columns, reading)?;
    let key = key_column(&table, &file, &bytes)?;
    let mut names: HashMap<String, String> = HashMap::new();
    for row in &table.rows {
        names.insert(code(&table, row, &key), title(&table.text(row, TITLE)));
    }
    let groups: Vec<_> = table.rows.iter().filter(|row| table.raw(row, LEVEL) == "5").collect();
    let total = groups.len();
    if total == 0 {
        let message = "hier ist keine Berufsgattung (Ebene 5); gebraucht wird die ganze Gliederung";
        return Err(Problem::file(file, message).into());
    }
    for (number, row) in groups.into_iter().enumerate() {
        let code = code(&table, row, &key);
        let name = names.get(&code).cloned().unwrap_or_default();
        let remarks = spaced(&table.text(row, "Allgemeine Bemerkungen"));
        let examples = items(&table.text(row, "Umfasst ferner"));
        let aliases = examples.iter().flat_map(|item| titles::forms(without_number(item)));
        let field = code.get(..2).and_then(|two| names.get(two)).cloned();
        let profile = Profile {
            format: FORMAT,
            id: format!("kldb-{code}"),
            language: "de".to_owned(),
            summary: summary(if remarks.is_empty() { &name } else { tail(&remarks) }),
            title: Title { masculine: name.clone(), feminine: name.clone(), ..Title::default() },
            aliases: aliases.collect(),
            codes: Codes {
                kldb: Some(Code { code, label: name, verified: "KldB 2010, Fassung 2020".into() }),
                ..Codes::default()
            },
            field: field.unwrap_or_else(|| "KldB 2010".to_owned()),
            overview: Some(remarks).filter(|text| !text.is_empty()).into_iter().collect(),
            tasks: Tasks { items: items(&table.text(row, "Einschlüsse")), ..Tasks::default() },
            excludes: items(&table.text(row, "Ausschlüsse")),
            ..Profile::default()
        };
        sink.put(profile, Progress { done: number + 1, total })?;
    }
    Ok(About {
        name: "kldb".to_owned(),
        title: "KldB 2010 (Fassung 2020)".to_owned(),
        language: "de".to_owned(),
        version: "2020".to_owned(),
        licence: LICENCE.to_owned(),
        notices: Vec::new(),
    })
}

/// The first column's name carries the year and changes with it.
fn key_column(table: &Table, file: &str, bytes: &[u8]) -> Result<String, Problem> {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = start.split(|byte| *byte == b';').next().unwrap_or_default();
    let name = String::from_utf8_lossy(first).trim().to_owned();
    let known = name.contains("KldB") && !table.rows.is_empty();
    known.then_some(name).ok_or_else(|| {
        let message =
            "die erste Spalte nennt keinen Schlüssel der KldB; ist das die richtige Datei?";
        Problem { line: Some(1), ..Problem::file(file, message) }
    })
}

/// The code with as many digits as its level has.
fn code(table: &Table, row: &super::table::Row, key: &str) -> String {
    let digits: usize = table.raw(row, LEVEL).parse().unwrap_or(0);
    format!("{:0>digits$}", table.raw(row, key))
}

/// `Berufe in der Softwareentwicklung – komplexe Spezialistentätigkeiten`.
fn title(text: &str) -> String {
    clean_line(&spaced(text))
}

fn spaced(text: &str) -> String {
    one_line(&text.replace("&nbsp;", " "))
}

/// Entries of a list; the heading before a colon is no entry.
fn items(text: &str) -> Vec<String> {
    let text = text.replace("&nbsp;", "\u{a0}");
    let list = match text.split_once(":  ") {
        Some((heading, rest)) if heading.len() < 60 => rest.to_owned(),
        _ => text,
    };
    list.split("  ").map(one_line).filter(|item| !item.is_empty()).collect()
}

/// `43413-113 Backend-Entwickler/in` without its number.
fn without_number(item: &str) -> &str {
    match item.split_once(' ') {
        Some((number, name)) if number.bytes().all(|b| b.is_ascii_digit() || b == b'-') => name,
        _ => item,
    }
}

/// Remarks begin with the same sentence everywhere; the second says what people do.
fn tail(remarks: &str) -> &str {
    match remarks.split_once(". ") {
        Some((_, rest)) if !rest.is_empty() => rest,
        _ => remarks,
    }
}
