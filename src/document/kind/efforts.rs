//! The table of one's applications in a period, as authorities ask for it (Eigenbemühungen).

use super::person;
use crate::document::content::{Content, FlowSheet, Piece, Section};
use crate::document::style::Style;
use crate::document::{Document, Obstacle, check};
use crate::store::applications::{Application, Status};
use crate::tailoring::Applicant;
use crate::tailoring::grammar;

/// From one day to another, both included, as `2026-11-24`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Period {
    pub from: String,
    pub to: String,
}

/// Everything that went out: drafts are no effort yet.
///
/// # Errors
/// A day that is none, a period that ends before it begins, a file without a name.
pub fn efforts(
    applications: &[Application],
    applicant: &Applicant,
    period: &Period,
    style: &Style,
) -> Result<Document, Vec<Obstacle>> {
    let mut obstacles: Vec<Obstacle> =
        [check::date(&period.from, ("von", "from")), check::date(&period.to, ("bis", "to"))]
            .into_iter()
            .flatten()
            .collect();
    if obstacles.is_empty() && period.from > period.to {
        obstacles.push(Obstacle::new(
            ("bis", "to"),
            (
                format!("{} liegt vor {}", period.to, period.from),
                format!("{} is before {}", period.to, period.from),
            ),
        ));
    }
    if !obstacles.is_empty() {
        return Err(obstacles);
    }
    let name = person::name(applicant, "Nachweis")?;
    let day = |application: &Application| -> String {
        application.created.split('T').next().unwrap_or_default().to_owned()
    };
    let mut sent: Vec<&Application> = applications
        .iter()
        .filter(|a| a.status != Status::Draft)
        .filter(|a| (period.from.as_str()..=period.to.as_str()).contains(&day(a).as_str()))
        .collect();
    sent.sort_by_key(|a| (day(a), a.id));
    let rows: Vec<Vec<String>> = sent
        .iter()
        .enumerate()
        .map(|(at, a)| {
            let source = a.fields.get("stelle.quelle").cloned().unwrap_or_default();
            vec![
                (at + 1).to_string(),
                grammar::date(&day(a)),
                a.employer.clone(),
                a.position.clone(),
                source,
                a.status.label().to_owned(),
            ]
        })
        .collect();
    let count = match rows.len() {
        0 => "Keine Bewerbung in diesem Zeitraum.".to_owned(),
        1 => "Eine Bewerbung.".to_owned(),
        count => format!("{count} Bewerbungen."),
    };
    let head = ["Nr.", "Datum", "Arbeitgeber", "Stelle", "gefunden über", "Stand"];
    let table = Piece::Table { head: head.map(str::to_owned).to_vec(), rows };
    let mut author = vec![name];
    author.extend(person::contact(applicant));
    Ok(Document::one(Content::Flow(FlowSheet {
        title: "Nachweis der Eigenbemühungen".to_owned(),
        subtitle: format!("{} bis {}", grammar::date(&period.from), grammar::date(&period.to)),
        author,
        lead: count,
        sections: vec![Section { title: String::new(), pieces: vec![table] }],
        signed: person::place_and_date(applicant, style),
        ..FlowSheet::default()
    })))
}
