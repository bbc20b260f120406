//! A page about why: the words of a letter from the desk, without address and salutation.

use super::letter::anatomy;
use super::person;
use super::person::capitalised;
use crate::document::content::{Content, FlowSheet, Piece, Section};
use crate::document::style::Style;
use crate::document::{Document, Obstacle};
use crate::letter::Rendered;
use crate::tailoring::Applicant;

/// # Errors
/// A file without a name, a letter without words.
pub fn motivation(
    rendered: &[Rendered],
    applicant: &Applicant,
    style: &Style,
) -> Result<Document, Vec<Obstacle>> {
    let text = anatomy(rendered);
    let mut author = vec![person::name(applicant, "Motivationsschreiben")?];
    author.extend(person::contact(applicant));
    if text.body.is_empty() {
        return Err(vec![Obstacle::new(
            ("Text", "text"),
            ("im Brief steht noch nichts", "the letter is still empty"),
        )]);
    }
    // After a salutation a letter goes on in small letters; here it begins.
    let mut body = text.body;
    if let Some(first) = body.first_mut() {
        *first = capitalised(first);
    }
    let pieces = body.into_iter().map(|text| Piece::Paragraph { text }).collect();
    Ok(Document::one(Content::Flow(FlowSheet {
        title: style.word("Motivationsschreiben", "Statement of purpose").to_owned(),
        subtitle: text.subject,
        author,
        sections: vec![Section { title: String::new(), pieces }],
        signed: person::place_and_date(applicant, style),
        ..FlowSheet::default()
    })))
}
