//! The fields that every block may use without declaring them, with their questions.

use crate::i18n::Language;

use super::Applicant;
use super::grammar::Form;

/// A field that needs no declaration.
pub(super) struct StandardField {
    pub(super) name: &'static str,
    de: &'static str,
    en: &'static str,
    pub(super) choices: &'static [&'static str],
    /// The text reads well without it.
    pub(super) optional: bool,
}

const fn field(name: &'static str, de: &'static str, en: &'static str) -> StandardField {
    StandardField { name, de, en, choices: &[], optional: false }
}

const fn optional(name: &'static str, de: &'static str, en: &'static str) -> StandardField {
    StandardField { name, de, en, choices: &[], optional: true }
}

/// How the person is named; answers are content and German.
pub(super) const FORM: &str = "ich.form";
/// The one secret among them.
pub(super) const PAY: &str = "ich.gehaltswunsch";
pub(super) const ADDRESS: &str = "kontakt.anrede";

static STANDARD: &[StandardField] = &[
    StandardField {
        name: FORM,
        de: "Welche Form des Titels soll im Text stehen?",
        en: "Which form of the title should the text use?",
        choices: &["weiblich", "männlich", "neutral"],
        optional: true,
    },
    field("ich.name", "Dein Name?", "Your name?"),
    field("ich.vorname", "Dein Vorname?", "Your first name?"),
    field("ich.nachname", "Dein Nachname?", "Your surname?"),
    field("ich.email", "Deine E-Mail-Adresse?", "Your e-mail address?"),
    field("ich.telefon", "Deine Telefonnummer?", "Your phone number?"),
    field(
        "ich.website",
        "Adresse deiner Website oder deines Profils?",
        "Address of your website or profile?",
    ),
    field("ich.strasse", "Straße und Hausnummer?", "Street and number?"),
    field("ich.plz", "Deine Postleitzahl?", "Your postal code?"),
    field("ich.ort", "Dein Wohnort?", "Your town?"),
    field("ich.eintritt", "Ab wann kannst du anfangen?", "When can you start?"),
    field("ich.kuendigungsfrist", "Deine Kündigungsfrist?", "Your period of notice?"),
    field(PAY, "Welcher Betrag? (3.400)", "Which amount? (3.400)"),
    optional("ich.fuehrerschein", "Dein Führerschein?", "Your driving licence?"),
    field("firma.name", "Name der Firma? (Muster GmbH)", "Name of the company? (Muster GmbH)"),
    field(
        "stelle.titel",
        "Titel der Stelle, wie in der Anzeige?",
        "Title of the position, as advertised?",
    ),
    optional(
        "stelle.kennziffer",
        "Kennziffer der Anzeige?",
        "Reference number of the advertisement?",
    ),
    optional("stelle.ort", "Ort der Stelle?", "Place of the position?"),
    field(
        "stelle.quelle",
        "Wo stand die Anzeige? (auf Ihrer Website, in der Jobbörse …)",
        "Where was the advertisement? (auf Ihrer Website, in der Jobbörse …)",
    ),
    optional("stelle.eintritt", "Wann beginnt die Stelle?", "When does the position begin?"),
    StandardField {
        name: ADDRESS,
        de: "Anrede der Kontaktperson?",
        en: "How to address the contact?",
        choices: &["Frau", "Herr", "neutral", "unbekannt"],
        optional: true,
    },
    field("kontakt.name", "Name der Kontaktperson?", "Name of the contact?"),
    optional("kontakt.titel", "Akademischer Titel? (Dr.)", "Academic title? (Dr.)"),
];

/// Roots of the names above, and of the profession.
pub(super) const NAMESPACES: &[&str] = &["ich", "firma", "stelle", "kontakt", "beruf"];

pub(super) fn standard(name: &str) -> Option<&'static StandardField> {
    STANDARD.iter().find(|field| field.name == name)
}

impl StandardField {
    pub(super) fn question(&self, language: Language) -> &'static str {
        match language {
            Language::German => self.de,
            Language::English => self.en,
        }
    }
}

/// What the applicant's file knows about a field.
pub(super) fn from_applicant(applicant: &Applicant, name: &str) -> Option<String> {
    match name {
        "ich.name" => applicant.name.clone(),
        "ich.vorname" => {
            let (first, _) = applicant.name.as_deref()?.rsplit_once(' ')?;
            Some(first.to_owned())
        }
        "ich.nachname" => applicant.name.as_deref()?.rsplit(' ').next().map(str::to_owned),
        "ich.email" => applicant.email.clone(),
        "ich.telefon" => applicant.phone.clone(),
        "ich.website" => applicant.website.clone(),
        "ich.strasse" => applicant.street.clone(),
        "ich.plz" => applicant.postal_code.clone(),
        "ich.ort" => applicant.city.clone(),
        "ich.eintritt" => applicant.own.start.clone(),
        "ich.kuendigungsfrist" => applicant.own.notice.clone(),
        PAY => applicant.own.expected_pay.clone(),
        "ich.fuehrerschein" => applicant.own.driving_licence.clone(),
        FORM => applicant.own.form.map(|form| {
            match form {
                Form::Feminine => "weiblich",
                Form::Masculine => "männlich",
                Form::Neutral => "neutral",
            }
            .to_owned()
        }),
        _ => None,
    }
}
