//! A cover page: for what, by whom, how to reach them, and what follows.

use super::person;
use crate::document::content::{Content, CoverSheet};
use crate::document::style::Style;
use crate::document::{Document, Obstacle};
use crate::tailoring::Applicant;

/// # Errors
/// A file without a name.
pub fn cover(
    applicant: &Applicant,
    position: &str,
    company: &str,
    contents: &[String],
    style: &Style,
) -> Result<Document, Vec<Obstacle>> {
    Ok(Document::one(Content::Cover(CoverSheet {
        title: style.word("Bewerbung", "Application").to_owned(),
        position: position.to_owned(),
        company: company.to_owned(),
        name: person::name(applicant, "Deckblatt")?,
        label: applicant.label.clone().unwrap_or_default(),
        contact: person::contact(applicant),
        contents_title: style.word("Inhalt", "Contents").to_owned(),
        contents: contents.to_vec(),
        date: style.date_in_words(),
        photo: None,
    })))
}
