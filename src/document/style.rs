//! How a document looks: one of four designs, a colour, a language, a date.

use serde::Serialize;
use serde_json::{Value, json};

use crate::i18n::Language;
use crate::tailoring::grammar;

/// One look for all kinds of documents.
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

impl Design {
    pub const ALL: [Self; 4] = [Self::Sachlich, Self::Modern, Self::Kompakt, Self::Kreativ];

    /// Its name, also in commands.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sachlich => "sachlich",
            Self::Modern => "modern",
            Self::Kompakt => "kompakt",
            Self::Kreativ => "kreativ",
        }
    }
}

impl std::str::FromStr for Design {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|design| design.name() == name).ok_or_else(|| {
            let names = Self::ALL.map(Self::name).join(", ");
            format!("eine Gestaltung „{name}“ gibt es nicht; möglich sind {names}")
        })
    }
}

/// How a document is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    pub design: Design,
    /// Accent colour as `#rrggbb`; the design's own if `None`.
    pub colour: Option<String>,
    pub language: Language,
    /// The date of the document, `2026-11-24`; also that of the file's metadata.
    pub date: String,
}

impl Style {
    pub fn is_german(&self) -> bool {
        self.language == Language::German
    }

    /// The German or the English word.
    pub(super) fn word(&self, de: &'static str, en: &'static str) -> &'static str {
        if self.is_german() { de } else { en }
    }

    /// `24. November 2026`, `24 November 2026`.
    pub(super) fn date_in_words(&self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        match grammar::parse_date(&self.date) {
            Some((year, Some(month), Some(day))) if !self.is_german() => {
                let month = (month as usize).checked_sub(1).and_then(|at| MONTHS.get(at));
                format!("{day} {} {year}", month.unwrap_or(&""))
            }
            _ => grammar::date(&self.date),
        }
    }

    pub(super) fn data(&self) -> Value {
        json!({
            "design": self.design,
            "colour": self.colour,
            "language": self.language.code(),
            "date": self.date,
        })
    }
}
