//! What is wrong in letters although every word is right. Only what is certain: nothing nags.

use super::Finding;

/// What the text should agree with, where it is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Letterhead {
    /// `Frau` or `Herr`, and the name of the person written to.
    pub contact: Option<(String, String)>,
}

/// Every finding, in the order of the text.
pub fn rules(text: &str, head: &Letterhead) -> Vec<Finding> {
    let mut found = Vec::new();
    closing_comma(text, &mut found);
    capital_after_salutation(text, &mut found);
    salutation_fits(text, head, &mut found);
    placeholders(text, &mut found);
    repeated_words(text, &mut found);
    double_spaces(text, &mut found);
    plain_quotes(text, &mut found);
    found.sort_by_key(|finding| finding.range.start);
    found
}

fn finding(from: usize, to: usize, reason: &str, repairs: &[&str]) -> Finding {
    let repairs = repairs.iter().map(|repair| (*repair).to_owned()).collect();
    Finding { range: from..to, reason: reason.to_owned(), repairs }
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
            found.push(finding(
                comma,
                comma + 1,
                "nach der Grußformel steht im Deutschen kein Komma",
                &[""],
            ));
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
                let reason = "nach dem Komma der Anrede geht es klein weiter";
                found.push(finding(begin, begin + word.len(), reason, &[&small]));
            }
        }
        after = is_salutation(trimmed);
    }
}

fn salutation_fits(text: &str, head: &Letterhead, found: &mut Vec<Finding>) {
    let Some((address, name)) = &head.contact else { return };
    for (at, line) in lines(text) {
        let trimmed = line.trim();
        if !is_salutation(trimmed) {
            continue;
        }
        let other = if address == "Frau" { "Herr" } else { "Frau" };
        let wrong = trimmed.split([' ', ',']).any(|word| word == other);
        let named = trimmed.contains(" Frau ") || trimmed.contains(" Herr ");
        if wrong || (named && !trimmed.contains(name.as_str())) {
            let reason =
                format!("der Brief geht an {address} {name}; die Anrede sagt etwas anderes");
            found.push(finding(at, at + line.len(), &reason, &[]));
        }
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
            found.push(finding(start, end, "hier ist noch etwas einzusetzen", &[]));
            from = end;
        }
    }
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
                && before == word
                && word.chars().count() > 1
                && word.chars().all(char::is_alphabetic)
                && !TWICE.contains(&word.to_lowercase().as_str())
            {
                let reason = format!("„{word}“ steht zweimal");
                found.push(finding(first, begin + word.len(), &reason, &[word]));
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
            found.push(finding(
                at + start,
                at + start + length,
                "mehr als ein Leerzeichen",
                &[" "],
            ));
            from = start + length;
        }
    }
}

fn plain_quotes(text: &str, found: &mut Vec<Finding>) {
    let mut open = true;
    for (at, _) in text.match_indices('"') {
        let repair = if open { "„" } else { "“" };
        found.push(finding(at, at + 1, "im Deutschen stehen „diese“ Anführungszeichen", &[repair]));
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
        ("Menschen, die die Küche kennen", &[]),
        ("Kurz.  Und gut.", &[("  ", &[" "])]),
        ("  eingerückt ist erlaubt", &[]),
        ("ein \"Wort\"", &[("\"", &["„"]), ("\"", &["“"])]),
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
        let weber = Letterhead { contact: Some(("Frau".to_owned(), "Weber".to_owned())) };
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
}
