//! A letter from the desk on a sheet with the usual measures (form B).
//!
//! The desk knows a text; a sheet needs its subject, salutation, paragraphs and closing. They are
//! told apart by what letters look like, and what is not recognised stays a paragraph.

use super::person;
use crate::corpus::profile::SnippetKind;
use crate::document::content::{Content, LetterSheet};
use crate::document::style::Style;
use crate::document::{Document, Obstacle, check};
use crate::letter::{Letter, Rendered};
use crate::tailoring::Applicant;

/// To whom the letter goes and what is enclosed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Address {
    /// One to six lines.
    pub recipient: Vec<String>,
    pub enclosures: Vec<String>,
}

/// The parts of a text that stand in places of their own.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Anatomy {
    pub(super) subject: String,
    pub(super) salutation: String,
    pub(super) body: Vec<String>,
    pub(super) closing: String,
}

const CLOSINGS: &[&str] = &[
    "mit freundlichen grüßen",
    "mit freundlichem gruß",
    "freundliche grüße",
    "beste grüße",
    "viele grüße",
    "herzliche grüße",
    "mit besten grüßen",
    "kind regards",
    "yours sincerely",
    "yours faithfully",
    "best regards",
    "sincerely",
];

/// # Errors
/// A file without a name, more lines than the address field has.
pub fn letter(
    rendered: &[Rendered],
    applicant: &Applicant,
    address: &Address,
    style: &Style,
) -> Result<Document, Vec<Obstacle>> {
    let anatomy = anatomy(rendered);
    let name = person::name(applicant, "Anschreiben")?;
    if address.recipient.len() > check::ADDRESS_LINES {
        let lines = address.recipient.len();
        let most = check::ADDRESS_LINES;
        return Err(vec![Obstacle::new(
            ("Empfänger", "recipient"),
            (
                format!("{lines} Zeilen; in das Anschriftfeld passen {most}"),
                format!("{lines} lines; the address field takes {most}"),
            ),
        )]);
    }
    Ok(Document::one(Content::Letter(LetterSheet {
        sender: person::sender(applicant, &name),
        recipient: address.recipient.clone(),
        place_and_date: person::place_and_date(applicant, style),
        subject: anatomy.subject,
        salutation: anatomy.salutation,
        body: anatomy.body,
        closing: anatomy.closing,
        enclosures: address.enclosures.clone(),
        signature: None,
    })))
}

/// What the letter is about; empty if nothing says so.
pub fn subject(rendered: &[Rendered]) -> String {
    anatomy(rendered).subject
}

/// Answers that make the address, in the order of its lines; the contact stands after the second.
pub const ADDRESS_FIELDS: &[&str] = &[
    "firma.name",
    "firma.abteilung",
    "firma.strasse",
    "firma.ort",
    "kontakt.anrede",
    "kontakt.titel",
    "kontakt.name",
];

/// Company, department, person, street and town, as the letter's own answers name them.
pub fn recipient(letter: &Letter) -> Vec<String> {
    let answer = |field: &str| {
        letter.answers.get(field).map(|text| text.trim().to_owned()).unwrap_or_default()
    };
    let name = answer("kontakt.name");
    let address = match answer("kontakt.anrede").to_lowercase().as_str() {
        "frau" => "Frau",
        "herr" => "Herrn",
        _ => "",
    };
    let contact = if name.is_empty() {
        String::new()
    } else {
        person::present(&[address.to_owned(), answer("kontakt.titel"), name]).join(" ")
    };
    person::present(&[
        answer("firma.name"),
        answer("firma.abteilung"),
        contact,
        answer("firma.strasse"),
        answer("firma.ort"),
    ])
}

pub(super) fn anatomy(rendered: &[Rendered]) -> Anatomy {
    let mut found = Anatomy::default();
    let mut paragraphs = Vec::new();
    for part in rendered {
        let text = part.filled.text.trim();
        if part.kind == SnippetKind::Subject && found.subject.is_empty() && !text.contains('\n') {
            // Sheets have no word „Betreff“; the bold line says it.
            let bare = text.strip_prefix("Betreff:").unwrap_or(text).trim();
            found.subject = bare.trim_end_matches('.').to_owned();
        } else {
            paragraphs.extend(text.split("\n\n").map(str::trim).filter(|p| !p.is_empty()));
        }
    }
    let short = |text: &str| text.chars().count() < 90 && !text.contains('\n');
    if paragraphs.first().is_some_and(|first| first.ends_with(',') && short(first)) {
        found.salutation = paragraphs.remove(0).to_owned();
    }
    // The first closing ends the letter: below it stands only the name, which the sheet sets itself.
    let closing = paragraphs.iter().position(|paragraph| {
        let line = paragraph.lines().next().unwrap_or_default().to_lowercase();
        CLOSINGS.iter().any(|closing| line.trim_end_matches([',', '.', '!']).trim() == *closing)
    });
    if let Some(at) = closing {
        let line = paragraphs.get(at).and_then(|p| p.lines().next()).unwrap_or_default();
        found.closing = line.trim_end_matches(',').trim().to_owned();
        paragraphs.truncate(at);
    }
    found.body = paragraphs.into_iter().map(str::to_owned).collect();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tailoring::Filled;

    fn part(kind: SnippetKind, text: &str) -> Rendered {
        let filled = Filled { text: text.to_owned(), ..Filled::default() };
        Rendered { title: String::new(), kind, filled, edited: false }
    }

    #[test]
    fn a_text_is_told_apart_into_its_places() {
        let parts = [
            part(SnippetKind::Subject, "Betreff: Bewerbung als Köchin."),
            part(
                SnippetKind::Opening,
                "Sehr geehrte Frau Weber,\n\nseit drei Jahren koche ich.\n\nJetzt bei Ihnen.",
            ),
            part(SnippetKind::Motivation, "Weil es passt."),
            part(
                SnippetKind::Closing,
                "Ich komme gern.\n\nMit freundlichen Grüßen,\n\nMara Lindner",
            ),
        ];
        assert_eq!(
            anatomy(&parts),
            Anatomy {
                subject: "Bewerbung als Köchin".to_owned(),
                salutation: "Sehr geehrte Frau Weber,".to_owned(),
                body: [
                    "seit drei Jahren koche ich.",
                    "Jetzt bei Ihnen.",
                    "Weil es passt.",
                    "Ich komme gern."
                ]
                .map(str::to_owned)
                .to_vec(),
                closing: "Mit freundlichen Grüßen".to_owned(),
            }
        );
    }

    #[test]
    fn what_is_not_recognised_stays_a_paragraph() {
        let parts = [part(SnippetKind::Motivation, "Nur ein Satz.")];
        assert_eq!(
            anatomy(&parts),
            Anatomy { body: vec!["Nur ein Satz.".to_owned()], ..Anatomy::default() }
        );
    }
}
