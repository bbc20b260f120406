//! A job advertisement, read by rule: what it is about, who wrote it, what it asks for.
//!
//! `text` makes clean lines of whatever was pasted or opened, `sections` finds tasks and
//! requirements, `title`, `company`, `contact` and `facts` find what the rest of it says. Everything is
//! a proposal: the person sees it and corrects it.

mod company;
mod contact;
mod facts;
mod pattern;
mod sections;
mod text;
mod title;

pub use text::{AdvertError, MAX_ADVERT, plain_text};

/// What was found. Empty where nothing was.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Advert {
    /// Without `(m/w/d)`.
    pub title: String,
    pub company: String,
    pub contact: Contact,
    /// Kennziffer, Referenznummer, Job-ID.
    pub reference: String,
    pub place: String,
    /// `zum nächstmöglichen Zeitpunkt`, `ab 1. August 2027`.
    pub start: String,
    pub tasks: Vec<String>,
    pub requirements: Vec<String>,
    /// The whole text, clean.
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// `Frau`, `Herr`, or empty where the text does not say.
    pub address: String,
    /// `Dr.`, `Prof. Dr.`
    pub academic: String,
    pub name: String,
}

/// Reads an advertisement that is already plain text, see [`plain_text`].
pub fn parse(text: &str) -> Advert {
    let lines = text::lines(text);
    let found = sections::find(&lines);
    let title = title::title(&lines);
    Advert {
        company: company::company(&lines, &title),
        contact: contact::contact(&lines),
        reference: facts::reference(&lines),
        place: facts::place(&lines),
        start: facts::start(&lines),
        tasks: found.tasks,
        requirements: found.requirements,
        text: lines.join("\n"),
        title,
    }
}

/// The fields of text blocks that an advertisement answers, with their values.
pub fn answers(advert: &Advert) -> Vec<(&'static str, String)> {
    let address = match advert.contact.address.as_str() {
        "" if advert.contact.name.is_empty() => "",
        "" => "neutral",
        address => address,
    };
    [
        ("stelle.titel", advert.title.clone()),
        ("firma.name", advert.company.clone()),
        ("kontakt.anrede", address.to_owned()),
        ("kontakt.titel", advert.contact.academic.clone()),
        ("kontakt.name", advert.contact.name.clone()),
        ("stelle.kennziffer", advert.reference.clone()),
        ("stelle.ort", advert.place.clone()),
        ("stelle.eintritt", advert.start.clone()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .collect()
}
