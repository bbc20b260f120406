//! Documents: letter, CV, cover page and profession as PDF.
//!
//! Each kind has a file that turns what the other rooms know into plain data for its template in
//! `data/documents`; `check` refuses what cannot be laid out, `engine` sets it. The designs are one
//! look for all kinds.

mod check;
mod cover;
mod engine;
pub mod file_name;
mod letter;
mod resume;
mod sheet;

pub use cover::cover;
pub use engine::Pdf;
pub use letter::{Address, letter};
pub use resume::{Layout, resume};
pub use sheet::sheet;

use serde::Serialize;
use serde_json::Value;

use crate::i18n::Language;

/// One look for letter, CV, cover page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Design {
    /// Black on white, name in the letterhead, nothing else.
    #[default]
    Sachlich,
    /// A coloured line and headings in the accent colour.
    Modern,
    /// Smaller type and spacing: more on a page.
    Kompakt,
    /// A serif, a coloured band: for trades that look at form.
    Kreativ,
}

impl std::str::FromStr for Design {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "sachlich" => Ok(Self::Sachlich),
            "modern" => Ok(Self::Modern),
            "kompakt" => Ok(Self::Kompakt),
            "kreativ" => Ok(Self::Kreativ),
            _ => Err(format!(
                "eine Gestaltung „{name}“ gibt es nicht; möglich sind sachlich, modern, kompakt, kreativ"
            )),
        }
    }
}

/// How a document is made.
#[derive(Debug, Clone)]
pub struct Style {
    pub design: Design,
    /// Accent colour as `#rrggbb`; the design's own if `None`.
    pub colour: Option<String>,
    pub language: Language,
    /// The date of the document, `2026-11-24`; also that of the file's metadata.
    pub date: String,
}

/// A place that keeps the document from being made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// The field, as the person knows it: `Empfänger, Zeile 2`.
    pub place: String,
    pub message: String,
}

impl std::fmt::Display for Obstacle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.place, self.message)
    }
}

/// Checks the data, adds the style, sets the template.
fn make(template: &str, style: &Style, mut data: Value) -> Result<Pdf, Vec<Obstacle>> {
    let mut obstacles = check::texts(&data);
    obstacles.extend(check::date(&style.date, "Datum"));
    if let Some(colour) = &style.colour {
        obstacles.extend(check::colour(colour));
    }
    if !obstacles.is_empty() {
        return Err(obstacles);
    }
    if let Some(fields) = data.as_object_mut() {
        let style = serde_json::json!({
            "design": style.design,
            "colour": style.colour,
            "language": style.language.code(),
            "date": style.date,
        });
        fields.insert("style".to_owned(), style);
    }
    engine::render(template, &data).map_err(|refused| vec![check::explain(&refused.message)])
}
