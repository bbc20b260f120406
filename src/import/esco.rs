//! ESCO, the European classification of occupations, as its portal exports it (v1.1 and v1.2).
//!
//! Labels are pairs divided by a slash in German; alternative labels stand on lines of their own
//! inside one quoted field. Skills and relations may be missing; then there is no such section.

use std::collections::HashMap;

use super::archive::Archive;
use super::table::{COMMA, Reading, Table};
use super::{About, ImportError, Progress, Sink, titles};
use crate::corpus::Problem;
use crate::corpus::profile::{Code, Codes, FORMAT, Profile, Skills};

const LICENCE: &str = "This service uses the ESCO classification of the European Commission. (Europäische Kommission, Beschluss 2011/833/EU)";
const REGULATED: &str = "Nach ESCO in mindestens einem Staat der EU reglementiert: Für die Ausübung kann eine Zulassung nötig sein.";
/// Length of the line in the list of hits, in letters.
const SUMMARY: usize = 140;
/// A relation names one of thousands of skills; more for one occupation is another file.
const MOST_SKILLS: usize = 400;

type BySkill = HashMap<String, (Vec<String>, Vec<String>)>;

pub(super) fn read(
    archive: &mut Archive,
    reading: &mut Reading,
    sink: &mut Sink<'_>,
) -> Result<About, ImportError> {
    let Some((file, bytes)) = archive.read(|name| is(name, "occupations_"))? else {
        let message = "hier ist keine Datei occupations_<sprache>.csv; das ESCO-Portal liefert sie im Paket „classification, csv“";
        return Err(Problem::file(archive.shown.clone(), message).into());
    };
    let language = language_of(&file);
    let occupations = Table::read(
        &file,
        &bytes,
        COMMA,
        &["conceptUri", "iscoGroup", "preferredLabel", "altLabels", "description"],
        reading,
    )?;
    let groups = groups(archive, reading)?;
    let mut skills = skills(archive, reading)?;
    let version = if occupations.file().contains("1.1") || archive.shown.contains("1.1.1") {
        "v1.1.1"
    } else if archive.shown.contains("1.2.1") {
        "v1.2.1"
    } else {
        "v1.2.0"
    };
    let total = occupations.rows.len();
    for (number, row) in occupations.rows.iter().enumerate() {
        let uri = occupations.text(row, "conceptUri");
        let label = one_line(&occupations.text(row, "preferredLabel"));
        if uri.is_empty() || label.is_empty() {
            continue;
        }
        let title = titles::title(&label, &language);
        let mut aliases: Vec<String> = Vec::new();
        for column in ["altLabels", "hiddenLabels"] {
            for name in occupations.lines(row, column).iter().flat_map(|name| titles::forms(name)) {
                let known = name == title.masculine || name == title.feminine;
                if !known && !aliases.contains(&name) {
                    aliases.push(name);
                }
            }
        }
        let overview = occupations.lines(row, "description");
        let group = occupations.text(row, "iscoGroup");
        let (essential, optional) = skills.remove(&uri).unwrap_or_default();
        let regulated = occupations.raw(row, "regulatedProfessionNote").ends_with("/regulated");
        let code = |code: &str, label: &str| Code {
            code: code.to_owned(),
            label: label.to_owned(),
            verified: format!("ESCO {version}"),
        };
        let name_of = |code: &str| groups.get(code).map_or("", String::as_str);
        let field = group.get(..2).map_or("", name_of);
        let profile = Profile {
            format: FORMAT,
            id: format!("esco-{}", key(&uri)),
            language: language.clone(),
            summary: summary(overview.first().map_or(&label, |first| first)),
            title,
            aliases,
            codes: Codes {
                isco: vec![code(&group, name_of(&group))],
                esco: Some(code(&uri, &label)),
                ..Codes::default()
            },
            field: if field.is_empty() { "ESCO".to_owned() } else { field.to_owned() },
            overview,
            regulated: if regulated { REGULATED.to_owned() } else { String::new() },
            skills: Skills { professional: essential, optional, ..Skills::default() },
            ..Profile::default()
        };
        sink.put(profile, Progress { done: number + 1, total })?;
    }
    Ok(About {
        name: format!("esco-{language}"),
        title: format!("ESCO {version} ({language})"),
        language,
        version: version.to_owned(),
        licence: LICENCE.to_owned(),
        notices: Vec::new(),
    })
}

/// Names of ISCO groups by code; leading zeros count.
fn groups(
    archive: &mut Archive,
    reading: &mut Reading,
) -> Result<HashMap<String, String>, Problem> {
    let Some((file, bytes)) = archive.read(|name| is(name, "ISCOGroups_"))? else {
        reading
            .notices
            .push("ohne ISCOGroups_<sprache>.csv haben die Berufe kein Berufsfeld".into());
        return Ok(HashMap::new());
    };
    let table = Table::read(&file, &bytes, COMMA, &["code", "preferredLabel"], reading)?;
    let pair = |row| (table.text(row, "code"), one_line(&table.text(row, "preferredLabel")));
    Ok(table.rows.iter().map(pair).collect())
}

/// Essential and optional skills by occupation, in the order of the relations.
fn skills(archive: &mut Archive, reading: &mut Reading) -> Result<BySkill, Problem> {
    let labels = archive.read(|name| is(name, "skills_"))?;
    let relations = archive.read(|name| is(name, "occupationSkillRelations"))?;
    let (Some((skills, labels)), Some((file, bytes))) = (labels, relations) else {
        let notice = "ohne skills_<sprache>.csv und occupationSkillRelations.csv haben die Berufe keine Kenntnisse";
        reading.notices.push(notice.into());
        return Ok(BySkill::new());
    };
    let table = Table::read(&skills, &labels, COMMA, &["conceptUri", "preferredLabel"], reading)?;
    let labels: HashMap<String, String> = table
        .rows
        .iter()
        .map(|row| (table.text(row, "conceptUri"), one_line(&table.text(row, "preferredLabel"))))
        .collect();
    let columns = ["occupationUri", "relationType", "skillUri"];
    let table = Table::read(&file, &bytes, COMMA, &columns, reading)?;
    let mut by_occupation = BySkill::new();
    for row in &table.rows {
        let Some(label) = labels.get(table.raw(row, "skillUri")).filter(|l| !l.is_empty()) else {
            continue;
        };
        let (essential, optional) =
            by_occupation.entry(table.text(row, "occupationUri")).or_default();
        let list = if table.raw(row, "relationType") == "optional" { optional } else { essential };
        if list.len() < MOST_SKILLS && !list.contains(label) {
            list.push(label.clone());
        }
    }
    Ok(by_occupation)
}

fn is(name: &str, start: &str) -> bool {
    name.starts_with(start) && name.to_lowercase().ends_with(".csv")
}

/// `occupations_de.csv` is German.
fn language_of(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    let language = name.strip_prefix("occupations_").and_then(|rest| rest.split('.').next());
    language.filter(|l| l.len() == 2).unwrap_or("en").to_lowercase()
}

/// The end of the address: the UUID of the concept.
fn key(uri: &str) -> String {
    let last = uri.rsplit('/').next().unwrap_or(uri).to_lowercase();
    last.chars().filter(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-').collect()
}

pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first sentence, cut at a word where it is too long.
pub(super) fn summary(text: &str) -> String {
    let text = one_line(text);
    // The full stop of "z. B." ends no sentence.
    let ends = text.match_indices(". ").filter(|(at, _)| {
        let before = text.get(..*at).unwrap_or_default();
        before.rsplit(' ').next().is_some_and(|word| word.chars().count() > 2)
    });
    let sentence = ends.map(|(at, _)| at).next().and_then(|at| text.get(..=at)).unwrap_or(&text);
    if sentence.chars().count() <= SUMMARY {
        return sentence.to_owned();
    }
    let cut: String = sentence.chars().take(SUMMARY - 2).collect();
    let at = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", cut.get(..at).unwrap_or(&cut).trim_end_matches([',', ';']))
}
