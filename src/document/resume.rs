//! A CV from the person's own data: what the file says, newest first, nothing added.

use serde_json::{Value, json};

use super::letter::date_in_words;
use super::{Obstacle, Pdf, Style, make};
use crate::i18n::Language;
use crate::tailoring::applicant::{Applicant, Named, Station};
use crate::tailoring::grammar;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// Dates left, stations right, as German readers expect it.
    #[default]
    Tabular,
    /// One column, the date after the station: read in the right order by every program that
    /// extracts text.
    Single,
}

/// # Errors
/// Every place that cannot be laid out; a file without a name.
pub fn resume(applicant: &Applicant, layout: Layout, style: &Style) -> Result<Pdf, Vec<Obstacle>> {
    let Some(name) = &applicant.name else {
        return Err(vec![Obstacle {
            place: "basics.name".to_owned(),
            message: "der Name fehlt; ohne ihn wird kein Lebenslauf daraus".to_owned(),
        }]);
    };
    make("/cv.typ", style, data(name, applicant, layout, style))
}

/// On paper nobody needs the protocol.
pub(super) fn website(applicant: &Applicant) -> Option<String> {
    let url = applicant.website.as_deref()?;
    let bare = url.trim_start_matches("https://").trim_start_matches("http://");
    Some(bare.trim_end_matches('/').to_owned())
}

pub(super) fn contact(applicant: &Applicant) -> Vec<String> {
    let town = [&applicant.postal_code, &applicant.city];
    let town: Vec<&str> = town.into_iter().flatten().map(String::as_str).collect();
    let place = [applicant.street.clone().unwrap_or_default(), town.join(" ")];
    let place: Vec<String> = place.into_iter().filter(|part| !part.is_empty()).collect();
    [Some(place.join(", ")), applicant.phone.clone(), applicant.email.clone(), website(applicant)]
        .into_iter()
        .flatten()
        .filter(|line| !line.is_empty())
        .collect()
}

fn data(name: &str, applicant: &Applicant, layout: Layout, style: &Style) -> Value {
    let german = style.language == Language::German;
    let word = |de: &'static str, en: &'static str| if german { de } else { en };
    let own = &applicant.own;
    let personal = [
        (word("Geburtsdatum", "Date of birth"), own.born.as_deref().map(grammar::date)),
        (word("Staatsangehörigkeit", "Nationality"), own.nationality.clone()),
        (word("Führerschein", "Driving licence"), own.driving_licence.clone()),
    ];
    let personal: Vec<Value> = personal
        .into_iter()
        .filter_map(|(name, value)| Some(json!({ "name": name, "value": value? })))
        .collect();
    let mut sections = vec![
        stations(word("Berufserfahrung", "Experience"), &applicant.work, german),
        stations(word("Ausbildung", "Education"), &applicant.education, german),
        stations(word("Projekte", "Projects"), &applicant.projects, german),
        stations(word("Ehrenamt", "Volunteering"), &applicant.volunteer, german),
    ];
    sections.push(named(word("Weiterbildung", "Certificates"), &applicant.certificates));
    let skills: Vec<Value> = applicant
        .skills
        .iter()
        .map(|skill| {
            let remark = [skill.level.clone(), skill.keywords.join(", ")];
            let remark: Vec<String> = remark.into_iter().filter(|r| !r.is_empty()).collect();
            json!({ "name": skill.name, "value": remark.join(": ") })
        })
        .collect();
    sections
        .push(json!({ "title": word("Kenntnisse", "Skills"), "kind": "terms", "entries": skills }));
    sections.push(named(word("Sprachen", "Languages"), &applicant.languages));
    sections.retain(|section| section["entries"].as_array().is_some_and(|all| !all.is_empty()));
    json!({
        "title": word("Lebenslauf", "Curriculum vitae"),
        "name": name,
        "label": applicant.label,
        "summary": applicant.summary,
        "contact": contact(applicant),
        "personal": personal,
        "personal_title": word("Persönliches", "Personal"),
        "sections": sections,
        "single": layout == Layout::Single,
        "signature": format!("{}{}", applicant.city.as_ref().map(|city| format!("{city}, ")).unwrap_or_default(), date_in_words(style)),
    })
}

fn stations(title: &str, all: &[Station], german: bool) -> Value {
    let mut sorted: Vec<&Station> = all.iter().collect();
    // A stable sort: what is equally new stays in the order of the file.
    sorted.sort_by_key(|station| std::cmp::Reverse(station.newness()));
    let entries: Vec<Value> = sorted
        .into_iter()
        .map(|station| {
            let time = station.time();
            let time = if german {
                time
            } else {
                time.replacen("seit ", "since ", 1).replacen("bis ", "until ", 1)
            };
            json!({
                "time": time,
                "role": if station.role.is_empty() { &station.place } else { &station.role },
                "place": if station.role.is_empty() { "" } else { &station.place },
                "summary": station.summary,
                "highlights": station.highlights,
                "keywords": station.keywords.join(", "),
            })
        })
        .collect();
    json!({ "title": title, "kind": "stations", "entries": entries })
}

fn named(title: &str, all: &[Named]) -> Value {
    let entries: Vec<Value> = all
        .iter()
        .map(|item| {
            let date = item.date.as_deref().map(grammar::month_and_year).unwrap_or_default();
            let remark = [item.remark.clone(), date];
            let remark: Vec<String> = remark.into_iter().filter(|r| !r.is_empty()).collect();
            json!({ "name": item.name, "value": remark.join(", ") })
        })
        .collect();
    json!({ "title": title, "kind": "terms", "entries": entries })
}
