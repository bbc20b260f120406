//! A table of verified facts about professions, turned into the beginning of a profile.
//!
//! Codes, titles, pay and durations are taken over with their sources. What a person has to write
//! is marked, part by part; `check` names the marks in the order of reading.

use std::path::Path;

use super::draft;
use super::table::{COMMA, Encoding, Reading, Row, Table};
use crate::corpus::Problem;
use crate::corpus::load;
use crate::corpus::profile::{
    Access, Amount, Code, Codes, Entry, FORMAT, LegalDuration, Path as Way, Pay, PayStatistic,
    Profile, Qualifier, Source, Title, TrainingPay,
};
use crate::tailoring::grammar::guess_class;

/// Tables that may lie beside the professions.
const PAY: &str = "pay_de.csv";
const DURATIONS: &str = "training_durations_de.csv";
const MAX_TABLE: usize = 64 * 1024 * 1024;

/// A profile with everything the tables know about one profession.
///
/// # Errors
/// A table that cannot be read, or an id that is not in it, with the next step.
pub fn profile(professions: &Path, id: &str) -> Result<Profile, Problem> {
    let columns = ["id", "title_m", "title_f", "berufsfeld", "kldb2010_5", "kldb_label"];
    let table = read(professions, &columns)?;
    let Some(row) = table.rows.iter().find(|row| table.raw(row, "id") == id) else {
        let near = table
            .rows
            .iter()
            .map(|row| table.text(row, "id"))
            .min_by_key(|other| strsim::damerau_levenshtein(other, id))
            .unwrap_or_default();
        let message = format!("„{id}“ steht nicht in der Spalte id; meinst du „{near}“?");
        return Err(Problem::file(load::display(professions), message));
    };
    let beside = |name: &str, columns: &[&str]| {
        let file = professions.with_file_name(name);
        if file.is_file() { read(&file, columns).map(Some) } else { Ok(None) }
    };
    let pay =
        beside(PAY, &["kldb", "figure", "statistic", "region", "year", "source_title", "url"])?;
    let durations = beside(DURATIONS, &["law_id", "title", "date"])?;
    let mut facts = Facts { table: &table, row, sources: Vec::new() };
    let statistics = facts.statistics(pay.as_ref());
    let training = facts.training_pay(pay.as_ref());
    let duration = facts.duration(durations.as_ref());
    let mut profile = Profile {
        format: FORMAT,
        id: id.to_owned(),
        language: "de".to_owned(),
        title: facts.title(),
        aliases: facts.list("synonyms"),
        codes: facts.codes(),
        field: facts.text("berufsfeld"),
        access: facts.access(),
        pay: Pay { statistics, training, drivers: Vec::new() },
        entry: Entry { training: Way { text: Vec::new(), duration }, ..Entry::default() },
        ..Profile::default()
    };
    profile.sources = facts.sources;
    draft::mark(&mut profile);
    Ok(profile)
}

fn read(file: &Path, columns: &[&str]) -> Result<Table, Problem> {
    let shown = load::display(file);
    let bytes = std::fs::read(file)
        .map_err(|error| Problem::file(shown.clone(), format!("nicht lesbar: {error}")))?;
    if bytes.len() > MAX_TABLE {
        return Err(Problem::file(shown, "über 64 MiB; ist das die richtige Datei?"));
    }
    let mut reading = Reading { encoding: Some(Encoding::Utf8), notices: Vec::new() };
    Table::read(&shown, &bytes, COMMA, columns, &mut reading)
}

/// One row of the professions, and the sources its figures brought along.
struct Facts<'a> {
    table: &'a Table,
    row: &'a Row,
    sources: Vec<Source>,
}

impl Facts<'_> {
    fn text(&self, column: &str) -> String {
        self.table.text(self.row, column)
    }

    fn number(&self, column: &str) -> Option<u32> {
        self.text(column).split('.').next()?.parse().ok()
    }

    fn list(&self, column: &str) -> Vec<String> {
        let text = self.text(column);
        text.split(';').map(str::trim).filter(|a| !a.is_empty()).map(str::to_owned).collect()
    }

    fn title(&self) -> Title {
        let (masculine, feminine) = (self.text("title_m"), self.text("title_f"));
        let class = guess_class(&masculine, &feminine);
        Title { masculine, feminine, neutral: None, class }
    }

    fn codes(&self) -> Codes {
        let code = |code: String, label: String, verified: &str| {
            Some(Code { code, label, verified: verified.to_owned() })
                .filter(|code| !code.code.is_empty())
        };
        let directory = "BA Berufs- und Tätigkeitsverzeichnis, Stand 21.01.2025";
        let isco = self.text("isco08_ba");
        let other = Some(self.text("isco08_esco")).filter(|code| *code != isco);
        let by_agency = code(isco, String::new(), "BA-Umsteigeschlüssel KldB 2010 nach ISCO-08");
        let by_esco = code(other.unwrap_or_default(), String::new(), "ESCO v1.2.0");
        let status = self.text("esco_status");
        let esco = match status.split_once(": ") {
            Some(("verified", how)) => code(self.text("esco_uri"), self.text("esco_label_de"), how),
            Some((_, "nur weiter gefasster Begriff")) | None => None,
            Some((_, how)) => {
                let how = format!("nicht geprüft: {how}");
                code(self.text("esco_uri"), self.text("esco_label_de"), &how)
            }
        };
        Codes {
            kldb: code(self.text("kldb2010_5"), self.text("kldb_label"), directory),
            isco: by_agency.into_iter().chain(by_esco).collect(),
            esco,
            dkz: code(
                self.text("kldb_8_dkz"),
                self.text("kldb_8_title"),
                "BA/EURES-Zuordnung, wahrscheinlich",
            ),
            onet: None,
        }
    }

    fn access(&self) -> Vec<Access> {
        use Access::{CareerChange, FurtherTraining, Study, Training};
        let way = self.text("zugangsweg");
        match way.split(' ').next().unwrap_or_default() {
            "duale" => vec![Training, CareerChange],
            "Studium" => vec![Study],
            "mehrere" => vec![Training, Study, CareerChange],
            "Weiterbildung/Aufstiegsfortbildung" => vec![FurtherTraining],
            "Anlerntätigkeit/kurze" => vec![CareerChange],
            _ => vec![Training],
        }
    }

    fn source(&mut self, id: &str, title: &str, publisher: &str, year: u16, url: &str) {
        if self.sources.iter().all(|source| source.id != id) {
            self.sources.push(Source {
                id: id.to_owned(),
                title: title.to_owned(),
                publisher: publisher.to_owned(),
                year,
                url: url.to_owned(),
            });
        }
    }

    /// The group's figures, one row for each year that has any.
    fn statistics(&mut self, pay: Option<&Table>) -> Vec<PayStatistic> {
        const AGENCY: &str = "Statistik der Bundesagentur für Arbeit";
        let (group, group_label) = (self.text("kldb2010_5"), self.text("kldb_label"));
        let Some(pay) = pay else { return Vec::new() };
        let mut rows: Vec<PayStatistic> = Vec::new();
        for figure in &pay.rows {
            let title = pay.text(figure, "source_title");
            let known = ["Entgeltatlas 2023,", "Entgeltatlas 2024,", "Entgeltatlas 2025,"];
            if pay.raw(figure, "kldb") != group
                || pay.raw(figure, "region") != "Deutschland"
                || !known.iter().any(|start| title.starts_with(start))
                || title.contains("zitiert")
            {
                continue;
            }
            let Ok(year) = pay.raw(figure, "year").parse::<u16>() else { continue };
            let source = format!("entgeltatlas-{year}");
            let copied = if year == 2023 { "" } else { " (Abschrift Dritter)" };
            self.source(
                &source,
                &format!("Entgeltatlas {year}{copied}"),
                AGENCY,
                year,
                pay.raw(figure, "url"),
            );
            let at = rows.iter().position(|row| row.year == year).unwrap_or_else(|| {
                rows.push(PayStatistic {
                    year,
                    region: "Deutschland".to_owned(),
                    group: group.clone(),
                    group_label: group_label.clone(),
                    q1: None,
                    median: None,
                    q3: None,
                    employees: None,
                    source,
                });
                rows.len() - 1
            });
            let Some(row) = rows.get_mut(at) else { continue };
            let euros = pay.raw(figure, "figure").split('.').next().and_then(|n| n.parse().ok());
            let above = pay.raw(figure, "qualifier") == ">";
            let qualifier = if above { Qualifier::Above } else { Qualifier::Exact };
            let amount = euros.map(|euros| Amount { euros, qualifier });
            match pay.raw(figure, "statistic") {
                "Q1" => row.q1 = amount,
                "Median" => row.median = amount,
                "Q3" => row.q3 = amount,
                _ => {}
            }
            row.employees = row.employees.or_else(|| pay.raw(figure, "n").parse().ok());
        }
        rows.retain(|row| row.q1.or(row.median).or(row.q3).is_some());
        rows.sort_by_key(|row| row.year);
        rows
    }

    /// The newest agreed training pay of this very profession.
    fn training_pay(&mut self, pay: Option<&Table>) -> Vec<TrainingPay> {
        let Some(pay) = pay else { return Vec::new() };
        let title = self.text("title_m");
        let newest = pay
            .rows
            .iter()
            .filter(|row| pay.raw(row, "source_title").starts_with("BIBB"))
            .filter(|row| pay.raw(row, "region") == "Deutschland")
            .filter(|row| pay.text(row, "profession") == title)
            .filter_map(|row| Some((pay.raw(row, "year").parse::<u16>().ok()?, row)))
            .max_by_key(|(year, _)| *year);
        let Some((year, row)) = newest else { return Vec::new() };
        let Some(euros) = pay.raw(row, "figure").split('.').next().and_then(|n| n.parse().ok())
        else {
            return Vec::new();
        };
        let source = format!("bibb-{year}");
        let name = format!("Tarifliche Ausbildungsvergütungen {year}, Stand 1. Oktober");
        let publisher = "Bundesinstitut für Berufsbildung (BIBB)";
        self.source(&source, &name, publisher, year, pay.raw(row, "url"));
        let scope =
            format!("{title}, Durchschnitt aller Ausbildungsjahre, tarifgebundene Betriebe");
        vec![TrainingPay { year, euros, scope, source }]
    }

    /// The length of training with the words of its ordinance.
    fn duration(&mut self, durations: Option<&Table>) -> Option<LegalDuration> {
        let months = self.number("dauer_monate")?;
        let law = self.text("dauer_rechtsquelle");
        let found = durations.and_then(|table| {
            let row = table.rows.iter().find(|row| table.raw(row, "law_id") == law)?;
            Some((table.text(row, "title"), table.text(row, "date")))
        });
        let (title, date) = found.unwrap_or_else(|| (law.clone(), String::new()));
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let slug = law.split("-BJNR").next().unwrap_or(&law).to_lowercase();
        let source = slug.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        let address: String =
            slug.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        let year = date.rsplit('.').next().and_then(|year| year.parse().ok()).unwrap_or_default();
        let url = format!("https://www.gesetze-im-internet.de/{address}/");
        self.source(&source, &title, "Bundesrepublik Deutschland", year, &url);
        let of = if date.is_empty() { String::new() } else { format!(" vom {date}") };
        let law = format!("{title}{of}: „{}“", self.text("dauer_wortlaut"));
        Some(LegalDuration { months, law, source })
    }
}
