//! The person to write to: form of address, academic titles, name.

use std::sync::LazyLock;

use regex::Regex;

use super::Contact;
use super::pattern::{first, pattern};

pattern!(
    CONTACT,
    r"\b(Frau|Herrn?|Hr\.|Fr\.)\s+((?:(?:Prof|Dr|Dipl|med|rer|nat|phil|jur|Ing|h\.\s?c)\.?[\s-]*(?:-Ing\.)?\s*)*)((?:(?:von|van|de|der|den|zu|vom|zur|ten|ter|da|dos)\s+)*[A-ZÄÖÜÇŞŁŠŽÉ][\p{L}’'-]+(?:\s+(?:(?:von|van|de|der|den|zu|vom|zur|ten|ter|da|dos)\s+)*[A-ZÄÖÜÇŞŁŠŽÉ][\p{L}’'-]+){0,2})"
);
pattern!(
    LABELLED_CONTACT,
    r"(?i)(?:ansprechpartner(?:in|/-?in|:in)?|ansprechperson|kontaktperson|kontakt|contact|fragen beantwortet(?: (?:ihnen|dir))?(?: gerne?)?|rückfragen an|ihre bewerbung richten sie (?:bitte )?an|bewerbung an|z\. ?hd\.?(?: von)?)\s*:?\s*((?i-u:)(?:(?:Prof|Dr)\.?\s*)*[A-ZÄÖÜÇŞŁŠŽ][\p{L}’'-]+(?:\s+(?:von|van|de|der|zu))*\s+[A-ZÄÖÜÇŞŁŠŽ][\p{L}’'-]+)"
);

pub(super) fn contact(lines: &[String]) -> Contact {
    let contact_words = [
        "ansprechpart",
        "kontakt",
        "fragen",
        "bewerbung",
        "auskunft",
        "auskünfte",
        "telefon",
        "tel.",
        "@",
        "freut sich",
        "ansprechperson",
        "hd.",
        "erreichst",
        "erreichen",
    ];
    let mut best: Option<(usize, Contact)> = None;
    for (at, line) in lines.iter().enumerate() {
        let Some(captures) = CONTACT.as_ref().and_then(|pattern| pattern.captures(line)) else {
            continue;
        };
        let group = |number: usize| captures.get(number).map_or("", |found| found.as_str().trim());
        let near = lines.get(at.saturating_sub(2)..(at + 3).min(lines.len())).unwrap_or_default();
        let near = near.join(" ").to_lowercase();
        let score = contact_words.iter().filter(|word| near.contains(*word)).count();
        let contact = Contact {
            address: if group(1).starts_with("Fr") { "Frau" } else { "Herr" }.to_owned(),
            academic: academic(group(2)),
            name: person(group(3)),
        };
        if !contact.name.is_empty() && best.as_ref().is_none_or(|(other, _)| score > *other) {
            best = Some((score, contact));
        }
    }
    if let Some((_, contact)) = best {
        return contact;
    }
    for (at, line) in lines.iter().enumerate() {
        // The name may stand on the line below its label.
        let next = lines.get(at + 1).map_or("", String::as_str);
        for text in [line.clone(), format!("{line} {next}")] {
            if let Some(name) = first(&LABELLED_CONTACT, &text, 1) {
                let (academic, name) = split_academic(name);
                let name = person(&name);
                if name.contains(' ') {
                    return Contact { address: String::new(), academic, name };
                }
            }
        }
    }
    Contact::default()
}

fn academic(text: &str) -> String {
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| ["Prof.", "Dr.", "Prof", "Dr"].contains(word))
        .collect();
    words
        .iter()
        .map(|word| format!("{}.", word.trim_end_matches('.')))
        .collect::<Vec<_>>()
        .join(" ")
}

fn split_academic(name: &str) -> (String, String) {
    let (titles, rest): (Vec<&str>, Vec<&str>) =
        name.split_whitespace().partition(|word| ["Prof.", "Dr.", "Prof", "Dr"].contains(word));
    (academic(&titles.join(" ")), rest.join(" "))
}

/// A person's name without words that only follow it.
fn person(text: &str) -> String {
    const NOT_NAMES: &[&str] = &[
        "Telefon",
        "Tel",
        "E-Mail",
        "Email",
        "Personalabteilung",
        "Personal",
        "Leitung",
        "Leiterin",
        "Leiter",
        "Mail",
        "Unter",
        "Unsere",
        "Sie",
        "Gerne",
        "Bitte",
        "Herr",
        "Frau",
        "Recruiting",
        "Mobil",
        "HR",
        "Oder",
        "Per",
        "Fachbereich",
        "Abteilung",
        "GmbH",
        "AG",
        "Musterweg",
    ];
    let words: Vec<&str> = text
        .split_whitespace()
        .take_while(|word| !NOT_NAMES.contains(&word.trim_matches(|c: char| !c.is_alphanumeric())))
        .collect();
    words.join(" ").trim_end_matches([',', '.']).to_owned()
}
