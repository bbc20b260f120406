//! A CV from the person's own data: what the file says, newest first, nothing added.

use super::person;
use crate::document::content::{Content, Piece, ResumeSheet, Section, Shorten, StationPiece};
use crate::document::style::Style;
use crate::document::{Document, Obstacle};
use crate::tailoring::Applicant;
use crate::tailoring::applicant::{Named, Skill, Station};
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

/// What is read of a CV.
const USUAL_PAGES: usize = 2;

/// # Errors
/// A file without a name.
pub fn resume(
    applicant: &Applicant,
    layout: Layout,
    style: &Style,
) -> Result<Document, Vec<Obstacle>> {
    let name = person::name(applicant, "Lebenslauf")?;
    let own = &applicant.own;
    let personal = [
        (style.word("Geburtsdatum", "Date of birth"), own.born.as_deref().map(grammar::date)),
        (style.word("Staatsangehörigkeit", "Nationality"), own.nationality.clone()),
        (style.word("Führerschein", "Driving licence"), own.driving_licence.clone()),
    ];
    let personal = personal.into_iter().filter_map(|(name, text)| Some(term(name, &text?)));
    let mut work: Vec<&Station> = applicant.work.iter().chain(&own.gaps).collect();
    let section =
        |de, en, pieces: Vec<Piece>| Section { title: style.word(de, en).to_owned(), pieces };
    let mut sections = vec![
        section("Persönliches", "Personal", personal.collect()),
        section("Berufserfahrung", "Experience", stations(&mut work, style)),
        section("Ausbildung", "Education", all(&applicant.education, style)),
        section("Projekte", "Projects", projects(&applicant.projects, style)),
        section("Ehrenamt", "Volunteering", all(&applicant.volunteer, style)),
        section("Weiterbildung", "Certificates", dated(&applicant.certificates)),
        section("Kenntnisse", "Skills", skills(&applicant.skills)),
        section("Sprachen", "Languages", named(&applicant.languages)),
        section("Auszeichnungen", "Awards", dated(&applicant.awards)),
        section("Veröffentlichungen", "Publications", dated(&applicant.publications)),
        section("Interessen", "Interests", skills(&applicant.interests)),
    ];
    sections.retain(|section| !section.pieces.is_empty());
    Ok(Document::one(Content::Resume(ResumeSheet {
        title: style.word("Lebenslauf", "Curriculum vitae").to_owned(),
        name,
        label: applicant.label.clone().unwrap_or_default(),
        contact: person::contact(applicant),
        summary: applicant.summary.clone().unwrap_or_default(),
        sections,
        single: layout == Layout::Single,
        signed: person::place_and_date(applicant, style),
        shorten: Shorten::Details(USUAL_PAGES),
        ..ResumeSheet::default()
    })))
}

/// What the law says of a photo and personal data, in German and English.
pub const VOLUNTARY: (&str, &str) = (
    "Foto, Geburtsdatum und Staatsangehörigkeit sind freiwillig; das Allgemeine Gleichbehandlungsgesetz (AGG) schützt vor Nachteilen, und ohne sie fehlt der Bewerbung nichts",
    "Photo, date of birth and nationality are voluntary; German law (AGG) protects against disadvantages, and without them the application lacks nothing",
);

/// Whether the CV holds something of what [`VOLUNTARY`] speaks.
pub fn is_personal(applicant: &Applicant, photo: bool) -> bool {
    photo || applicant.own.born.is_some() || applicant.own.nationality.is_some()
}

/// Months in which the file names nothing, from the month after one station to that before the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Year and month.
    pub from: (u32, u32),
    pub to: (u32, u32),
}

impl std::fmt::Display for Gap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (from, to) = (self.from, self.to);
        write!(f, "{:02}/{} – {:02}/{}", from.1, from.0, to.1, to.0)
    }
}

/// Shorter breaks are not asked about.
const SHORTEST_GAP: u32 = 3;
/// Schools and trades begin and end with the season; a date without a month reaches that far.
const UNKNOWN_MONTH: u32 = 9;

/// Breaks of three months and more between stations of which the month is known, oldest first.
pub fn gaps(applicant: &Applicant) -> Vec<Gap> {
    let month = |text: &str| {
        let (year, month, _) = grammar::parse_date(text)?;
        Some(year * 12 + month? - 1)
    };
    let stations = applicant
        .work
        .iter()
        .chain(&applicant.education)
        .chain(&applicant.volunteer)
        .chain(&applicant.own.gaps);
    // A year without a month is given the benefit of the doubt: it covers what is next to it.
    let edge = |text: &Option<String>, if_unknown: (u32, u32)| {
        let text = text.as_deref()?;
        let (before, months) = if_unknown;
        month(text).or_else(|| Some(grammar::parse_date(text)?.0 * 12 + months - before))
    };
    let mut spans: Vec<(u32, u32)> = stations
        .filter_map(|station| {
            let start = edge(&station.start, (UNKNOWN_MONTH, 0))?;
            let end = match station.end {
                Some(_) => edge(&station.end, (0, 11 + UNKNOWN_MONTH))?,
                None => u32::MAX,
            };
            Some((start, end))
        })
        .collect();
    spans.sort_unstable();
    let mut found = Vec::new();
    let mut until = None;
    for (start, end) in spans {
        if let Some(until) = until
            && start > until
            && start - until > SHORTEST_GAP
        {
            let at = |months: u32| (months / 12, months % 12 + 1);
            found.push(Gap { from: at(until + 1), to: at(start - 1) });
        }
        until = Some(until.map_or(end, |until: u32| until.max(end)));
    }
    found
}

pub(super) fn term(name: &str, text: &str) -> Piece {
    Piece::Term { name: name.to_owned(), text: text.to_owned() }
}

pub(super) fn all(stations_: &[Station], style: &Style) -> Vec<Piece> {
    stations(&mut stations_.iter().collect::<Vec<_>>(), style)
}

fn stations(sorted: &mut [&Station], style: &Style) -> Vec<Piece> {
    // A stable sort: what is equally new stays in the order of the file.
    sorted.sort_by_key(|station| std::cmp::Reverse(station.newness()));
    sorted.iter().map(|station| Piece::Station(piece(station, style))).collect()
}

fn piece(station: &Station, style: &Style) -> StationPiece {
    let mut time = station.time();
    if !style.is_german() {
        time = time.replacen("seit ", "since ", 1).replacen("bis ", "until ", 1);
    }
    let named = !station.role.is_empty();
    StationPiece {
        time,
        role: if named { station.role.clone() } else { station.place.clone() },
        place: if named { station.place.clone() } else { String::new() },
        summary: station.summary.clone(),
        highlights: station.highlights.clone(),
        keywords: station.keywords.join(", "),
        newness: station.newness(),
    }
}

/// Of a project its name counts, then what one was in it.
pub(super) fn projects(projects: &[Station], style: &Style) -> Vec<Piece> {
    let mut pieces = all(projects, style);
    for piece in &mut pieces {
        if let Piece::Station(StationPiece { role, place, .. }) = piece
            && !place.is_empty()
        {
            std::mem::swap(role, place);
        }
    }
    pieces
}

/// Certificates and awards stand like stations: when, what, by whom.
fn dated(all: &[Named]) -> Vec<Piece> {
    let one = |item: &&Named| {
        Piece::Station(StationPiece {
            time: item.date.as_deref().map(grammar::month_and_year).unwrap_or_default(),
            role: item.name.clone(),
            place: item.remark.clone(),
            ..StationPiece::default()
        })
    };
    let mut sorted: Vec<&Named> = all.iter().collect();
    let newness = |item: &&Named| item.date.as_deref().and_then(grammar::parse_date);
    sorted.sort_by_key(|item| std::cmp::Reverse(newness(item)));
    sorted.iter().map(one).collect()
}

pub(super) fn skills(skills: &[Skill]) -> Vec<Piece> {
    let one = |skill: &Skill| {
        let remark = person::present(&[skill.level.clone(), skill.keywords.join(", ")]);
        term(&skill.name, &remark.join(": "))
    };
    skills.iter().map(one).collect()
}

pub(super) fn named(all: &[Named]) -> Vec<Piece> {
    let one = |item: &Named| {
        let date = item.date.as_deref().map(grammar::month_and_year).unwrap_or_default();
        term(&item.name, &person::present(&[item.remark.clone(), date]).join(", "))
    };
    all.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn station(start: &str, end: Option<&str>) -> Station {
        let end = end.map(str::to_owned);
        Station { place: "A".into(), start: Some(start.into()), end, ..Station::default() }
    }

    #[test]
    fn gaps_are_the_months_that_nothing_names() {
        let mut applicant = Applicant {
            work: vec![
                station("2020-06", None),
                station("2016-01", Some("2018-03")),
                station("2018-01", Some("2018-05")),
                station("2019-01", Some("2020-03")),
            ],
            education: vec![station("2012", Some("2015"))],
            ..Applicant::default()
        };
        let shown = |applicant: &Applicant| -> Vec<String> {
            gaps(applicant).iter().map(ToString::to_string).collect()
        };
        assert_eq!(shown(&applicant), ["06/2018 – 12/2018"]);
        applicant.own.gaps = vec![station("2018-06", Some("2018-12"))];
        assert_eq!(shown(&applicant), [""; 0]);
    }
}
