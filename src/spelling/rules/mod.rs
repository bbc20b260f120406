//! What is wrong in letters although every word is right. Only what is certain: nothing nags.

mod das_dass;
mod recipient;

use std::ops::Range;

use super::{Finding, Reason, tokens};

/// What the text should agree with, where it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// `Frau` or `Herr`, and the name of the person written to.
    pub contact: Option<(String, String)>,
    /// The company written to.
    pub company: Option<String>,
    /// Companies that may be named too: where the person has worked.
    pub other_companies: Vec<String>,
}

/// Every finding, in the order of the text.
pub fn rules(text: &str, head: &Letterhead) -> Vec<Finding> {
    let mut found = Vec::new();
    closing_comma(text, &mut found);
    capital_after_salutation(text, &mut found);
    recipient::salutation_fits(text, head, &mut found);
    recipient::company_fits(text, head, &mut found);
    placeholders(text, &mut found);
    das_dass::das_or_dass(text, &mut found);
    repeated_words(text, &mut found);
    double_spaces(text, &mut found);
    plain_quotes(text, &mut found);
    found.sort_by_key(|finding| finding.range.start);
    found
}

fn finding(from: usize, to: usize, reason: Reason, repairs: &[&str]) -> Finding {
    let repairs = repairs.iter().map(|repair| (*repair).to_owned()).collect();
    Finding { range: from..to, reason, repairs }
}

/// Lines with the place where each begins.
fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split('\n').map(move |line| {
        let begin = at;
        at += line.len() + 1;
        (begin, line)
    })
}

fn closing_comma(text: &str, found: &mut Vec<Finding>) {
    for (at, line) in lines(text) {
        let trimmed = line.trim_end();
        let greets = [
            "Mit freundlichen Grüßen",
            "Mit freundlichem Gruß",
            "Freundliche Grüße",
            "Viele Grüße",
            "Beste Grüße",
        ];
        if greets.iter().any(|greeting| trimmed.strip_suffix(',') == Some(*greeting)) {
            let comma = at + trimmed.len() - 1;
            found.push(finding(comma, comma + 1, Reason::ClosingComma, &[""]));
        }
    }
}

fn is_salutation(line: &str) -> bool {
    let begins = ["Sehr geehrte", "Guten Tag", "Liebe ", "Lieber ", "Hallo ", "Guten Morgen"];
    line.ends_with(',') && line.chars().count() < 90 && begins.iter().any(|b| line.starts_with(b))
}

/// Words that begin a sentence with a capital only there: never nouns, never an address.
const SMALL: &[&str] = &[
    "ich", "mein", "meine", "meinen", "mit", "als", "auf", "seit", "in", "im", "nach", "vor",
    "wie", "wenn", "weil", "da", "durch", "für", "bei", "zu", "zum", "zur", "aus", "von", "vom",
    "über", "gern", "gerne", "hiermit", "heute", "es", "wir", "der", "die", "das", "den", "dem",
    "ein", "eine", "einen", "am", "an", "was", "wer", "wo", "ob", "nun", "schon", "bereits",
    "derzeit",
];

fn capital_after_salutation(text: &str, found: &mut Vec<Finding>) {
    let mut after = false;
    for (at, line) in lines(text) {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            continue;
        }
        if after {
            let word: String = trimmed.chars().take_while(|c| c.is_alphabetic()).collect();
            let small = word.to_lowercase();
            if word != small && SMALL.contains(&small.as_str()) {
                let begin = at + line.len() - line.trim_start().len();
                let reason = Reason::CapitalAfterSalutation;
                found.push(finding(begin, begin + word.len(), reason, &[&small]));
            }
        }
        after = is_salutation(trimmed);
    }
}

fn placeholders(text: &str, found: &mut Vec<Finding>) {
    for (open, close) in [("[", "]"), ("{{", "}}"), ("‹", "›")] {
        let mut from = 0;
        while let Some(start) =
            text.get(from..).and_then(|rest| rest.find(open)).map(|at| from + at)
        {
            let rest = text.get(start..).unwrap_or_default();
            let Some(end) = rest.find(close).map(|at| start + at + close.len()) else { break };
            found.push(finding(start, end, Reason::Placeholder, &[]));
            from = end;
        }
    }
    for (range, word) in words(text) {
        if FORGOTTEN.contains(&word) {
            found.push(finding(range.start, range.end, Reason::Placeholder, &[]));
        }
    }
}

/// Stand-ins of templates that are found in letters which were sent.
const FORGOTTEN: &[&str] = &[
    "FIRMA",
    "FIRMENNAME",
    "NAME",
    "VORNAME",
    "NACHNAME",
    "STELLE",
    "DATUM",
    "ORT",
    "XX",
    "XXX",
    "XXXX",
    "Musterfirma",
    "Mustermann",
    "Musterfrau",
];

/// Words of letters with their places.
fn words(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let spans = tokens::spans(text, |c: char| !c.is_alphanumeric());
    spans.into_iter().filter_map(|span| Some((span.clone(), text.get(span)?)))
}

fn repeated_words(text: &str, found: &mut Vec<Finding>) {
    // Right twice: „dass das das …“ is rare, „die, die“ has a comma and is not seen here.
    const TWICE: &[&str] = &["sie", "das", "die", "der", "den"];
    for (at, line) in lines(text) {
        let mut previous: Option<(usize, &str)> = None;
        let mut offset = 0;
        for word in line.split(' ') {
            let begin = at + offset;
            offset += word.len() + 1;
            if let Some((first, before)) = previous
                && before.to_lowercase() == word.to_lowercase()
                && word.chars().count() > 1
                && word.chars().all(char::is_alphabetic)
                && !TWICE.contains(&word.to_lowercase().as_str())
            {
                let reason = Reason::Repeated(word.to_owned());
                found.push(finding(first, begin + word.len(), reason, &[before]));
            }
            previous = Some((begin, word));
        }
    }
}

fn double_spaces(text: &str, found: &mut Vec<Finding>) {
    for (at, line) in lines(text) {
        let inner = line.trim_end();
        let mut from = inner.len() - inner.trim_start().len();
        while let Some(start) =
            inner.get(from..).and_then(|rest| rest.find("  ")).map(|at| from + at)
        {
            let rest = inner.get(start..).unwrap_or_default();
            let length = rest.len() - rest.trim_start_matches(' ').len();
            found.push(finding(at + start, at + start + length, Reason::DoubleSpace, &[" "]));
            from = start + length;
        }
    }
}

fn plain_quotes(text: &str, found: &mut Vec<Finding>) {
    let mut open = true;
    for (at, _) in text.match_indices('"') {
        let repair = if open { "„" } else { "“" };
        found.push(finding(at, at + 1, Reason::PlainQuotes, &[repair]));
        open = !open;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen<'a>(text: &'a str, head: &Letterhead) -> Vec<(&'a str, Vec<String>)> {
        let found = rules(text, head).into_iter();
        found.map(|f| (text.get(f.range).unwrap_or_default(), f.repairs)).collect()
    }

    /// A part that is found, and its repairs.
    type Found = (&'static str, &'static [&'static str]);

    #[rustfmt::skip]
    const CASES: &[(&str, &[Found])] = &[
        ("Mit freundlichen Grüßen,\nMara", &[(",", &[""])]),
        ("Mit freundlichen Grüßen\nMara", &[]),
        ("Sehr geehrte Frau Weber,\n\nSeit drei Jahren koche ich.", &[("Seit", &["seit"])]),
        ("Sehr geehrte Frau Weber,\n\nIhre Anzeige gefällt mir.", &[]),
        ("Sehr geehrte Frau Weber,\n\nKöchin bin ich gern.", &[]),
        ("bei [Name der Firma?] und {{ stelle }}", &[("[Name der Firma?]", &[]), ("{{ stelle }}", &[])]),
        ("ich ich komme gern", &[("ich ich", &["ich"])]),
        ("Ich ich komme gern", &[("Ich ich", &["Ich"])]),
        ("Menschen, die die Küche kennen", &[]),
        ("Kurz.  Und gut.", &[("  ", &[" "])]),
        ("  eingerückt ist erlaubt", &[]),
        ("ein \"Wort\"", &[("\"", &["„"]), ("\"", &["“"])]),
        ("bei der Firma XXX als FIRMENNAME", &[("XXX", &[]), ("FIRMENNAME", &[])]),
        ("Ich hoffe, das ich passe.", &[("das", &["dass"])]),
        ("Ich bin sicher, das Sie das sehen.", &[("das", &["dass"])]),
        ("Ein Haus, das ich kenne, und das wir mögen.", &[]),
        ("Ich glaube, das ist gut.", &[]),
        ("Ich koche gern, dass ist alles.", &[("dass", &["das"])]),
        ("Mir gefällt, dass Ihr Haus selbst kocht.", &[]),
    ];

    #[test]
    fn each_rule_finds_its_mistake_and_nothing_else() {
        for (text, expected) in CASES {
            let expected: Vec<(&str, Vec<String>)> = expected
                .iter()
                .map(|(part, repairs)| (*part, repairs.iter().map(|r| (*r).to_owned()).collect()))
                .collect();
            assert_eq!(seen(text, &Letterhead::default()), expected, "{text}");
        }
    }

    #[test]
    fn the_salutation_must_fit_the_person_written_to() {
        let contact = Some(("Frau".to_owned(), "Weber".to_owned()));
        let weber = Letterhead { contact, ..Letterhead::default() };
        for (text, wrong) in [
            ("Sehr geehrte Frau Weber,", false),
            ("Sehr geehrte Frau Dr. Weber,", false),
            ("Sehr geehrte Damen und Herren,", false),
            ("Sehr geehrter Herr Weber,", true),
            ("Sehr geehrte Frau Müller,", true),
        ] {
            assert_eq!(!seen(text, &weber).is_empty(), wrong, "{text}");
        }
    }

    #[test]
    fn a_company_left_over_from_another_letter_is_found() {
        let head = Letterhead {
            company: Some("Löwe & Söhne GmbH".to_owned()),
            other_companies: vec!["Kantine Süd GmbH".to_owned()],
            ..Letterhead::default()
        };
        for (text, wrong) in [
            ("bei der Löwe & Söhne GmbH", ""),
            ("Bei Löwe & Söhne GmbH koche ich gern.", ""),
            ("Zuletzt war ich bei der Kantine Süd GmbH.", ""),
            ("In der GmbH meines Onkels half ich aus.", ""),
            ("Ihre Anzeige, Adler Gastronomie AG, gefällt mir.", "Adler Gastronomie AG"),
            ("Gern komme ich zur Adler GmbH nach Leipzig.", "Adler GmbH"),
        ] {
            let found: Vec<&str> = seen(text, &head).into_iter().map(|(part, _)| part).collect();
            assert_eq!(found.concat(), wrong, "{text}");
        }
    }
}
