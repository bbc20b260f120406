//! What keeps a document from being made, in both languages of the interface.

use crate::i18n::Language;

/// A place in the data and what is wrong there, with the next step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obstacle {
    /// The field, as the person knows it: `Empfänger 2`.
    place: Said,
    message: Said,
}

/// The same in German and English.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Said {
    de: String,
    en: String,
}

impl Said {
    fn new(de: impl Into<String>, en: impl Into<String>) -> Self {
        Self { de: de.into(), en: en.into() }
    }

    fn text(&self, language: Language) -> &str {
        match language {
            Language::German => &self.de,
            Language::English => &self.en,
        }
    }
}

impl Obstacle {
    /// Place and message, each in German and English.
    pub fn new(
        place: (impl Into<String>, impl Into<String>),
        message: (impl Into<String>, impl Into<String>),
    ) -> Self {
        Self { place: Said::new(place.0, place.1), message: Said::new(message.0, message.1) }
    }

    /// What the engine says of something that was not expected.
    pub(super) fn failed(reason: &str) -> Self {
        Self::new(
            ("Dokument", "document"),
            (format!("ließ sich nicht setzen ({reason})"), format!("could not be set ({reason})")),
        )
    }

    pub fn sentence(&self, language: Language) -> String {
        format!("{}: {}", self.place.text(language), self.message.text(language))
    }
}
