//! The person's own data: a JSON Resume file (schema 1.x).
//!
//! `read` takes from a file what texts may use and names what it cannot read, `document` changes
//! the same file without losing what it does not know, `evidence` lists what can be cited for a
//! claim. Nothing here is ever made up: what the file does not say is asked.

mod document;
mod evidence;
mod read;

pub use document::{Document, FIELDS, FieldKind, FileField, STARTER};
pub use evidence::{Evidence, EvidenceKind};
pub use read::parse;
pub(super) use read::parse_form;

use crate::tailoring::grammar::{Form, month_and_year, parse_date};

/// What texts and comparisons may take from the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applicant {
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub website: Option<String>,
    pub street: Option<String>,
    pub postal_code: Option<String>,
    pub city: Option<String>,
    /// What the person calls themselves: `basics.label`.
    pub label: Option<String>,
    pub summary: Option<String>,
    pub work: Vec<Station>,
    pub volunteer: Vec<Station>,
    pub projects: Vec<Station>,
    pub education: Vec<Station>,
    pub skills: Vec<Skill>,
    pub languages: Vec<Named>,
    pub certificates: Vec<Named>,
    pub awards: Vec<Named>,
    pub publications: Vec<Named>,
    pub interests: Vec<Skill>,
    /// Path or address of a photo: `basics.image`.
    pub image: Option<String>,
    /// Our own additions, under the key `werdegang`.
    pub own: Own,
}

/// What JSON Resume has no place for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Own {
    /// How the person wants to be named; `None` is asked.
    pub form: Option<Form>,
    /// Earliest start, a date or words.
    pub start: Option<String>,
    /// A wish about pay: never stored elsewhere, masked on screen.
    pub expected_pay: Option<String>,
    pub notice: Option<String>,
    pub driving_licence: Option<String>,
    pub nationality: Option<String>,
    pub born: Option<String>,
    /// What a freelancer charges, in their words.
    pub rate: Option<String>,
    /// Paths of pictures, from the folder of the file.
    pub photo: Option<String>,
    pub signature: Option<String>,
    /// What happened between stations: parental leave, care, travel.
    pub gaps: Vec<Station>,
}

/// Work, a project, a school: something with a place, a role and a time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Station {
    /// Employer, project, school.
    pub place: String,
    /// Position, role, subject and degree.
    pub role: String,
    /// As the file writes it, a date of any precision.
    pub start: Option<String>,
    pub end: Option<String>,
    pub summary: String,
    /// Achievements, courses.
    pub highlights: Vec<String>,
    pub keywords: Vec<String>,
}

impl Station {
    /// `03/2019 – 08/2022`, `seit 03/2019`, `2014`; empty without dates.
    pub fn time(&self) -> String {
        let show = |date: &Option<String>| date.as_deref().map(month_and_year);
        match (show(&self.start), show(&self.end)) {
            (Some(start), Some(end)) if start == end => start,
            (Some(start), Some(end)) => format!("{start} – {end}"),
            (Some(start), None) => format!("seit {start}"),
            (None, Some(end)) => format!("bis {end}"),
            (None, None) => String::new(),
        }
    }

    /// Newest first: what has not ended stands before what has.
    pub fn newness(&self) -> (u32, u32) {
        let key = |text: &str| parse_date(text).map(|(year, month, _)| (year, month.unwrap_or(0)));
        match &self.end {
            None if self.start.is_some() => (u32::MAX, 0),
            end => end.as_deref().or(self.start.as_deref()).and_then(key).unwrap_or_default(),
        }
    }

    /// `Position, Arbeitgeber`, or the one that is there.
    pub fn title(&self) -> String {
        let parts = [self.role.as_str(), self.place.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Skill {
    pub name: String,
    pub level: String,
    pub keywords: Vec<String>,
}

/// A language with its level, a certificate with who gave it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    pub name: String,
    pub remark: String,
    pub date: Option<String>,
}
