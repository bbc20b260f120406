//! O*NET, the American database of occupations, as tab-separated text.

use std::collections::HashMap;

use super::archive::Archive;
use super::esco::{one_line, summary};
use super::table::{Reading, TAB, Table};
use super::{About, ImportError, Progress, Sink, titles};
use crate::corpus::Problem;
use crate::corpus::profile::{
    Code, Codes, Entry, FORMAT, Path, Profile, Related, Relation, Skills, Tasks,
};

const SOC: &str = "O*NET-SOC Code";
/// Interests from this value on (of 7) say something about an occupation.
const TELLING_INTEREST: f64 = 4.0;
const MOST_RELATED: usize = 10;
const MOST_TOOLS: usize = 60;

type Lists = HashMap<String, Vec<String>>;

pub(super) fn read(
    archive: &mut Archive,
    reading: &mut Reading,
    sink: &mut Sink<'_>,
) -> Result<About, ImportError> {
    let Some(occupations) =
        table(archive, reading, "Occupation Data", &[SOC, "Title", "Description"])?
    else {
        let message = "hier ist keine Datei „Occupation Data.txt“; O*NET liefert sie im Paket „Text“ der Datenbank";
        return Err(Problem::file(archive.shown.clone(), message).into());
    };
    let mut aliases = lists(archive, reading, "Alternate Titles", "Alternate Title")?;
    for (code, titles) in
        lists(archive, reading, "Sample of Reported Titles", "Reported Job Title")?
    {
        let known = aliases.entry(code).or_default();
        titles.into_iter().for_each(|title| push_new(known, title));
    }
    let mut tasks = tasks(archive, reading)?;
    let mut tools = tools(archive, reading)?;
    let mut interests = interests(archive, reading)?;
    let mut related = related(archive, reading)?;
    let zones = job_zones(archive, reading)?;
    let version = version(archive);
    let total = occupations.rows.len();
    for (number, row) in occupations.rows.iter().enumerate() {
        let code = occupations.text(row, SOC);
        let name = one_line(&occupations.text(row, "Title"));
        let description = occupations.text(row, "Description");
        let mut names = aliases.remove(&code).unwrap_or_default();
        names.retain(|alias| *alias != name);
        let soc = |code: &str, label: &str| Code {
            code: code.to_owned(),
            label: label.to_owned(),
            verified: format!("O*NET {version}"),
        };
        let education = zones.get(&code).cloned();
        let profile = Profile {
            format: FORMAT,
            id: format!("onet-{code}"),
            language: "en".to_owned(),
            summary: summary(&description),
            aliases: names,
            codes: Codes { onet: Some(soc(&code, &name)), ..Codes::default() },
            field: major_group(&code).to_owned(),
            tags: interests.remove(&code).unwrap_or_default(),
            title: titles::title(&name, "en"),
            overview: vec![description],
            tasks: Tasks { items: tasks.remove(&code).unwrap_or_default(), ..Tasks::default() },
            skills: Skills { tools: tools.remove(&code).unwrap_or_default(), ..Skills::default() },
            entry: Entry {
                training: Path { text: education.into_iter().collect(), duration: None },
                ..Entry::default()
            },
            related: related.remove(&code).unwrap_or_default(),
            ..Profile::default()
        };
        sink.put(profile, Progress { done: number + 1, total })?;
    }
    Ok(About {
        name: "onet".to_owned(),
        title: format!("O*NET {version}"),
        language: "en".to_owned(),
        licence: format!(
            "Includes information from the O*NET {version} Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA), CC BY 4.0, modified."
        ),
        version,
        notices: Vec::new(),
    })
}

fn table(
    archive: &mut Archive,
    reading: &mut Reading,
    name: &str,
    required: &[&str],
) -> Result<Option<Table>, Problem> {
    let wanted = format!("{name}.txt");
    match archive.read(|found| found == wanted)? {
        Some((file, bytes)) => Table::read(&file, &bytes, TAB, required, reading).map(Some),
        None => {
            reading.notices.push(format!("ohne „{wanted}“ fehlt, was sie enthält"));
            Ok(None)
        }
    }
}

fn lists(
    archive: &mut Archive,
    reading: &mut Reading,
    file: &str,
    column: &str,
) -> Result<Lists, Problem> {
    let mut lists = Lists::new();
    if let Some(table) = table(archive, reading, file, &[SOC, column])? {
        for row in &table.rows {
            let list = lists.entry(table.text(row, SOC)).or_default();
            push_new(list, one_line(&table.text(row, column)));
        }
    }
    Ok(lists)
}

fn push_new(list: &mut Vec<String>, text: String) {
    if !text.is_empty() && text != "n/a" && !list.contains(&text) {
        list.push(text);
    }
}

/// Core tasks first.
fn tasks(archive: &mut Archive, reading: &mut Reading) -> Result<Lists, Problem> {
    let mut lists = Lists::new();
    if let Some(table) = table(archive, reading, "Task Statements", &[SOC, "Task", "Task Type"])? {
        for core in [true, false] {
            for row in &table.rows {
                if (table.raw(row, "Task Type") == "Core") == core {
                    let list = lists.entry(table.text(row, SOC)).or_default();
                    push_new(list, one_line(&table.text(row, "Task")));
                }
            }
        }
    }
    Ok(lists)
}

/// Software in demand first.
fn tools(archive: &mut Archive, reading: &mut Reading) -> Result<Lists, Problem> {
    let mut lists = Lists::new();
    let columns = [SOC, "Example", "Hot Technology"];
    if let Some(table) = table(archive, reading, "Technology Skills", &columns)? {
        for hot in [true, false] {
            for row in &table.rows {
                if (table.raw(row, "Hot Technology") == "Y") == hot {
                    let list = lists.entry(table.text(row, SOC)).or_default();
                    if list.len() < MOST_TOOLS {
                        push_new(list, one_line(&table.text(row, "Example")));
                    }
                }
            }
        }
    }
    Ok(lists)
}

fn interests(archive: &mut Archive, reading: &mut Reading) -> Result<Lists, Problem> {
    let mut lists = Lists::new();
    let columns = [SOC, "Element Name", "Scale ID", "Data Value"];
    if let Some(table) = table(archive, reading, "Interests", &columns)? {
        for row in &table.rows {
            let value: f64 = table.raw(row, "Data Value").parse().unwrap_or_default();
            if table.raw(row, "Scale ID") == "OI" && value >= TELLING_INTEREST {
                let list = lists.entry(table.text(row, SOC)).or_default();
                push_new(list, one_line(&table.text(row, "Element Name")));
            }
        }
    }
    Ok(lists)
}

fn related(
    archive: &mut Archive,
    reading: &mut Reading,
) -> Result<HashMap<String, Vec<Related>>, Problem> {
    let mut lists: HashMap<String, Vec<Related>> = HashMap::new();
    let columns = [SOC, "Related O*NET-SOC Code", "Relatedness Tier"];
    if let Some(table) = table(archive, reading, "Related Occupations", &columns)? {
        for row in &table.rows {
            let list = lists.entry(table.text(row, SOC)).or_default();
            if list.len() < MOST_RELATED {
                list.push(Related {
                    id: format!("onet-{}", table.text(row, "Related O*NET-SOC Code")),
                    kind: Relation::Alternative,
                    why: format!("O*NET: {}", one_line(&table.text(row, "Relatedness Tier"))),
                });
            }
        }
    }
    Ok(lists)
}

/// What the job zone says about education, by occupation.
fn job_zones(
    archive: &mut Archive,
    reading: &mut Reading,
) -> Result<HashMap<String, String>, Problem> {
    let mut texts = HashMap::new();
    if let Some(table) =
        table(archive, reading, "Job Zone Reference", &["Job Zone", "Name", "Education"])?
    {
        for row in &table.rows {
            let text = format!("{}. {}", table.text(row, "Name"), table.text(row, "Education"));
            texts.insert(table.text(row, "Job Zone"), one_line(&text));
        }
    }
    let mut zones = HashMap::new();
    if let Some(table) = table(archive, reading, "Job Zones", &[SOC, "Job Zone"])? {
        for row in &table.rows {
            if let Some(text) = texts.get(table.raw(row, "Job Zone")) {
                zones.insert(table.text(row, SOC), text.clone());
            }
        }
    }
    Ok(zones)
}

/// From `db_27_0_text`.
fn version(archive: &Archive) -> String {
    let digits = archive.shown.split("db_").nth(1).map(|rest| {
        let parts: Vec<&str> = rest.split('_').take(2).collect();
        parts.join(".")
    });
    digits
        .filter(|d| d.chars().all(|c| c.is_ascii_digit() || c == '.'))
        .unwrap_or_else(|| "?".into())
}

/// Major groups of the Standard Occupational Classification.
fn major_group(code: &str) -> &'static str {
    match code.get(..2).unwrap_or_default() {
        "11" => "Management",
        "13" => "Business and Financial Operations",
        "15" => "Computer and Mathematical",
        "17" => "Architecture and Engineering",
        "19" => "Life, Physical, and Social Science",
        "21" => "Community and Social Service",
        "23" => "Legal",
        "25" => "Educational Instruction and Library",
        "27" => "Arts, Design, Entertainment, Sports, and Media",
        "29" => "Healthcare Practitioners and Technical",
        "31" => "Healthcare Support",
        "33" => "Protective Service",
        "35" => "Food Preparation and Serving",
        "37" => "Building and Grounds Cleaning and Maintenance",
        "39" => "Personal Care and Service",
        "41" => "Sales",
        "43" => "Office and Administrative Support",
        "45" => "Farming, Fishing, and Forestry",
        "47" => "Construction and Extraction",
        "49" => "Installation, Maintenance, and Repair",
        "51" => "Production",
        "53" => "Transportation and Material Moving",
        "55" => "Military Specific",
        _ => "O*NET",
    }
}
