//! Reference number, place and start of an advertisement.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern::{first, pattern};
use super::title::TAG;

pattern!(
    REFERENCE,
    r"(?i)(?:kennziffer|kenn-?nr\.?|referenz(?:nummer|code|-nr\.?|nr\.?)?|ref\.?[ -]?(?:nr\.?|nummer|code)|job-?id|stellen-?id|stellennummer|stellen-?nr\.?|ausschreibungs(?:nummer|-nr\.?)|chiffre|kennwort|reference(?: number)?|job number|vakanznummer|requisition id)\s*(?:\(.*?\)\s*)?(?:lautet|ist|an)?\s*[:#]?\s*((?:[\p{L}\d]+[-/_.–]?)*\d[\w/_.–-]*|[A-ZÄÖÜ][\w-]+-\w+)"
);
pattern!(
    LABELLED_PLACE,
    r"(?i)^(?:•\s*)?(?:(?:arbeits|dienst|einsatz|beschäftigungs)?ort|standort(?:e)?|dienstsitz|einsatzstelle|location|place of work)\s*:\s*(.+)$"
);
pattern!(
    POSTAL,
    r"\b(?:D-)?(\d{5})\s+([A-ZÄÖÜ][\p{L}.-]+(?:[ -](?:am|an|der|im|bei|ob|in|vor|a\.|[A-ZÄÖÜ(][\p{L}.)-]*))*)"
);
pattern!(
    IN_PLACE,
    r"\b(?:Standort|Filiale|Niederlassung|Büro|Werk|Betrieb|Praxis|Kita|Klinik|Team|Haus|Sitz) (?:in|im) ([A-ZÄÖÜ][\p{L}-]+(?: (?:am|an der|im|bei) [A-ZÄÖÜ][\p{L}-]+)?)"
);
// `in Kassel`; the last one on the line of the title.
pattern!(TITLE_PLACE, r"\bin ([A-ZÄÖÜ][\p{L}-]+(?: (?:am|an der|im|bei) [A-ZÄÖÜ][\p{L}-]+)?)");
pattern!(
    LABELLED_START,
    r"(?i)^(?:•\s*)?(?:(?:eintritt|beginn|start|arbeitsbeginn|besetzung)(?:stermin|sdatum|szeitpunkt|datum|termin)?|eintrittstermin|startdatum|start date|ausbildungsbeginn|zu besetzen)\s*:\s*(.+)$"
);
pattern!(
    START,
    r"(?i)\b((?:zum|ab dem|ab|per)\s+(?:\d{1,2}\.\s?(?:\d{1,2}\.\s?\d{4}|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?:\s+\d{4})?)|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\s+\d{4}|(?:nächst|schnellst)?möglichen? (?:Zeitpunkt|Termin)|(?:nächst|schnellst)möglichen (?:Zeitpunkt|Termin)|sofort)|schnellstmöglich|sofort|ab sofort)\b"
);

pub(super) fn reference(lines: &[String]) -> String {
    lines.iter().find_map(|line| first(&REFERENCE, line, 1)).map_or_else(String::new, |found| {
        found.trim_end_matches(['.', ',', '-', '–', '/', ')']).to_owned()
    })
}

pub(super) fn place(lines: &[String]) -> String {
    let labelled = lines.iter().find_map(|line| first(&LABELLED_PLACE, line, 1));
    if let Some(place) = labelled {
        let town = |place| Some(POSTAL.as_ref()?.captures(place)?.get(2)?.as_str());
        let place = town(place).unwrap_or(place);
        let ends = ["(", "|", ";", "/", ",", " oder ", " und "];
        let end = ends.iter().filter_map(|end| place.find(end)).min().unwrap_or(place.len());
        return place.get(..end).unwrap_or(place).trim().trim_end_matches('.').to_owned();
    }
    const NO_PLACES: &[&str] =
        &["Vollzeit", "Teilzeit", "Voll", "Festanstellung", "Schicht", "Wechselschicht"];
    let tagged = lines.iter().find_map(|line| {
        let tag = TAG.as_ref()?.find(line)?;
        let found = TITLE_PLACE.as_ref()?.captures_iter(line.get(tag.end()..)?);
        let places = found.filter_map(|captures| captures.get(1)).map(|place| place.as_str());
        places.filter(|place| !NO_PLACES.contains(place)).last()
    });
    tagged
        .or_else(|| lines.iter().find_map(|line| first(&IN_PLACE, line, 1)))
        .or_else(|| lines.iter().rev().find_map(|line| first(&POSTAL, line, 2)))
        .map_or_else(String::new, |place| place.trim_end_matches(['.', ',']).to_owned())
}

pub(super) fn start(lines: &[String]) -> String {
    lines
        .iter()
        .find_map(|line| first(&LABELLED_START, line, 1))
        .or_else(|| lines.iter().find_map(|line| first(&START, line, 1)))
        .map_or_else(String::new, |start| {
            let start = start.trim_end_matches(['.', ',', '!']);
            let sentence = ["Zum ", "Ab ", "Per "].iter().any(|word| start.starts_with(word));
            if sentence { lower_first(start) } else { start.to_owned() }
        })
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
