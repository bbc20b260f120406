//! A cover page: for what, by whom, how to reach them, and what follows.

use serde_json::json;

use super::letter::date_in_words;
use super::resume::contact;
use super::{Obstacle, Pdf, Style, make};
use crate::i18n::Language;
use crate::tailoring::Applicant;

/// # Errors
/// Every place that cannot be laid out; a file without a name.
pub fn cover(
    applicant: &Applicant,
    position: &str,
    company: &str,
    contents: &[String],
    style: &Style,
) -> Result<Pdf, Vec<Obstacle>> {
    let Some(name) = &applicant.name else {
        return Err(vec![Obstacle {
            place: "basics.name".to_owned(),
            message: "der Name fehlt; ohne ihn wird kein Deckblatt daraus".to_owned(),
        }]);
    };
    let german = style.language == Language::German;
    let data = json!({
        "title": if german { "Bewerbung" } else { "Application" },
        "name": name,
        "label": applicant.label,
        "position": position,
        "company": company,
        "contact": contact(applicant),
        "contents": contents,
        "contents_title": if german { "Inhalt" } else { "Contents" },
        "date": date_in_words(style),
    });
    make("/cover.typ", style, data)
}
