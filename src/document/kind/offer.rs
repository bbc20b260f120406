//! What a freelancer offers, on one page, from the same data as the CV.

use super::{person, resume};
use crate::document::content::{Content, Piece, ResumeSheet, Section, Shorten};
use crate::document::style::Style;
use crate::document::{Document, Obstacle};
use crate::tailoring::Applicant;
use crate::tailoring::grammar;

/// # Errors
/// A file without a name.
pub fn offer(applicant: &Applicant, style: &Style) -> Result<Document, Vec<Obstacle>> {
    let own = &applicant.own;
    let (de, en, stations) = if applicant.projects.is_empty() {
        ("Stationen", "Experience", resume::all(&applicant.work, style))
    } else {
        let projects = resume::projects(&applicant.projects, style);
        ("Ausgewählte Projekte", "Selected projects", projects)
    };
    let terms = [
        (style.word("Verfügbar", "Available"), own.start.as_deref().map(grammar::date)),
        (style.word("Honorar", "Rate"), own.rate.clone()),
        (style.word("Standort", "Based in"), applicant.city.clone()),
    ];
    let terms = terms.into_iter().filter_map(|(name, text)| Some(resume::term(name, &text?)));
    let section =
        |de, en, pieces: Vec<Piece>| Section { title: style.word(de, en).to_owned(), pieces };
    let mut sections = vec![
        section("Leistungen", "Services", resume::skills(&applicant.skills)),
        section("Rahmen", "Terms", terms.collect()),
        section("Abschlüsse und Zertifikate", "Qualifications", qualifications(applicant)),
        section("Sprachen", "Languages", resume::named(&applicant.languages)),
        section(de, en, stations),
    ];
    sections.retain(|section| !section.pieces.is_empty());
    Ok(Document::one(Content::Resume(ResumeSheet {
        title: style.word("Leistungsprofil", "Services").to_owned(),
        name: person::name(applicant, "Leistungsprofil")?,
        label: applicant.label.clone().unwrap_or_default(),
        contact: person::contact(applicant),
        summary: applicant.summary.clone().unwrap_or_default(),
        sections,
        single: true,
        shorten: Shorten::Stations(1),
        ..ResumeSheet::default()
    })))
}

fn qualifications(applicant: &Applicant) -> Vec<Piece> {
    let schools = applicant.education.iter().map(|school| {
        let remark = person::present(&[school.place.clone(), school.time()]);
        let name = if school.role.is_empty() { school.place.clone() } else { school.role.clone() };
        let remark = if school.role.is_empty() { school.time() } else { remark.join(", ") };
        resume::term(&name, &remark)
    });
    schools.chain(resume::named(&applicant.certificates)).collect()
}
