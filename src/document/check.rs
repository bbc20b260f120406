//! What cannot be laid out, said before anything is set: with the field and what to do.

use serde_json::Value;

use super::Obstacle;
use super::style::Style;
use crate::tailoring::grammar::parse_date;

/// Letters without a place to break: more than this fits into no column of any design.
const LONGEST_RUN: usize = 28;
/// Letters of a word that is not taken apart for this.
const ANY_WORD: usize = 28;
/// Bytes of text in one document. A compile cannot be stopped, so it must not be begun.
const MOST_TEXT: usize = 256 * 1024;
/// An address field has six lines.
pub(super) const ADDRESS_LINES: usize = 6;

/// Fields of the templates as the person knows them.
const NAMES: &[(&str, &str)] = &[
    ("sender", "Absender"),
    ("recipient", "Empfänger"),
    ("subject", "Betreff"),
    ("salutation", "Anrede"),
    ("body", "Text"),
    ("closing", "Grußformel"),
    ("enclosures", "Anlagen"),
    ("name", "Name"),
    ("summary", "Kurzprofil"),
    ("sections", "Abschnitt"),
    ("pieces", "Eintrag"),
    ("title", "Titel"),
    ("label", "Berufsbezeichnung"),
    ("role", "Position"),
    ("place", "Ort"),
    ("highlights", "Ergebnis"),
    ("contact", "Kontakt"),
    ("position", "Position"),
    ("rows", "Zeile"),
];

/// Checks every text in the data of a document.
pub(super) fn texts(data: &Value) -> Vec<Obstacle> {
    let mut obstacles = Vec::new();
    let mut bytes = 0;
    walk(data, &mut Vec::new(), &mut |path, text| {
        bytes += text.len();
        if let Some(sign) = text.chars().find(|c| is_forbidden(*c)) {
            let message = format!("das unsichtbare Zeichen U+{:04X} bitte entfernen", sign as u32);
            obstacles.push(Obstacle { place: place(path), message });
        }
        if let Some(word) = longest_run(text) {
            let begin: String = word.chars().take(20).collect();
            let letters = word.chars().count();
            let message = format!(
                "„{begin}…“ hat {letters} Zeichen ohne Trennstelle und passt in keine Zeile; bitte trennen"
            );
            obstacles.push(Obstacle { place: place(path), message });
        }
    });
    if bytes > MOST_TEXT {
        let message = format!(
            "{} KB Text; mehr als {} KB werden kein Dokument",
            bytes / 1024,
            MOST_TEXT / 1024
        );
        obstacles.push(Obstacle { place: "Dokument".to_owned(), message });
    }
    obstacles
}

pub(super) fn style(style: &Style) -> Vec<Obstacle> {
    let colour = style.colour.as_deref().and_then(colour);
    date(&style.date, "Datum").into_iter().chain(colour).collect()
}

pub(super) fn date(text: &str, place: &str) -> Option<Obstacle> {
    let whole = parse_date(text).is_some_and(|(_, month, day)| month.is_some() && day.is_some());
    (!whole).then(|| Obstacle {
        place: place.to_owned(),
        message: format!("„{text}“ ist kein Tag; so wird er verstanden: 2026-11-24"),
    })
}

fn colour(text: &str) -> Option<Obstacle> {
    let digits = text.strip_prefix('#').unwrap_or_default();
    let valid = digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit());
    (!valid).then(|| Obstacle {
        place: "Farbe".to_owned(),
        message: format!("„{text}“ ist keine Farbe; so wird sie verstanden: #1f4e79"),
    })
}

/// Turns what the engine says into a sentence about the data.
pub(super) fn explain(message: &str) -> Obstacle {
    if message.contains("E-RECIPIENT-HEIGHT") {
        let message = format!(
            "lange Zeilen brechen um, und mehr als {ADDRESS_LINES} passen nicht in das Anschriftfeld; bitte kürzen"
        );
        return Obstacle { place: "Empfänger".to_owned(), message };
    }
    // Only signs without a glyph are expected: everything else was checked before.
    let missing =
        message.contains("could not be displayed").then(|| message.split('"').nth(1)).flatten();
    match missing {
        Some(text) => Obstacle {
            place: "Zeichen".to_owned(),
            message: format!(
                "„{text}“ gibt es in den Schriften nicht; bitte ersetzen (Emoji, Hebräisch, Chinesisch und Ähnliches fehlen)"
            ),
        },
        None => Obstacle {
            place: "Dokument".to_owned(),
            message: format!("ließ sich nicht setzen ({message})"),
        },
    }
}

/// Control characters and those that turn the direction of reading.
fn is_forbidden(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200E}' | '\u{200F}')
}

/// A word that cannot be broken, neither after a sign nor at a syllable.
fn longest_run(text: &str) -> Option<&str> {
    // Addresses and paths may break after these; the templates allow it.
    let breaks = |c: char| c.is_whitespace() || "/.-_?&=@:,;–—".contains(c);
    let long = |text: &str, most: usize| text.chars().count() > most;
    let unbroken = |word: &&str| syllables(word).any(|syllable| long(syllable, LONGEST_RUN));
    text.split(breaks).filter(|word| long(word, ANY_WORD)).find(unbroken)
}

#[cfg(feature = "documents")]
fn syllables(word: &str) -> impl Iterator<Item = &str> {
    hypher::hyphenate(word, hypher::Lang::German)
}

/// Nothing is laid out, so nothing is too long.
#[cfg(not(feature = "documents"))]
fn syllables(_: &str) -> impl Iterator<Item = &str> {
    std::iter::empty()
}

fn walk<'a>(value: &'a Value, path: &mut Vec<String>, found: &mut impl FnMut(&[String], &'a str)) {
    match value {
        Value::String(text) => found(path, text),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                path.push((at + 1).to_string());
                walk(item, path, found);
                path.pop();
            }
        }
        Value::Object(fields) => {
            for (key, item) in fields {
                path.push(key.clone());
                walk(item, path, found);
                path.pop();
            }
        }
        _ => {}
    }
}

/// `Empfänger 2`, `Abschnitt 1, Station 3, Position`.
fn place(path: &[String]) -> String {
    let mut out = String::new();
    for key in path {
        if key.parse::<usize>().is_ok() {
            out.push(' ');
            out.push_str(key);
        } else if let Some((_, name)) = NAMES.iter().find(|(known, _)| known == key) {
            if !out.is_empty() {
                out.push_str(", ");
            }
            out.push_str(name);
        }
    }
    if out.trim().is_empty() { "Text".to_owned() } else { out.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_obstacle_names_its_place() {
        let data = json!({
            "recipient": ["Muster GmbH", "Frau\u{202e} Weber"],
            "sections": [{ "pieces": [{ "role": "x".repeat(180) }] }],
            "subject": "C# & $x$ #import \"a\" ]#[ https://example.org/a/b?c=d-e_f",
        });
        let sentences: Vec<String> = texts(&data).iter().map(Obstacle::to_string).collect();
        assert_eq!(
            sentences,
            [
                "Empfänger 2: das unsichtbare Zeichen U+202E bitte entfernen",
                "Abschnitt 1, Eintrag 1, Position: „xxxxxxxxxxxxxxxxxxxx…“ hat 180 Zeichen ohne Trennstelle und passt in keine Zeile; bitte trennen",
            ]
        );
    }

    #[test]
    fn dates_and_colours_are_understood_or_refused() {
        assert_eq!(date("2026-11-24", "Datum"), None);
        assert_eq!(
            date("2026-02-31", "Datum").map(|o| o.to_string()).as_deref(),
            Some("Datum: „2026-02-31“ ist kein Tag; so wird er verstanden: 2026-11-24")
        );
        assert!(date("2026-11", "Datum").is_some());
        assert_eq!(colour("#1F4e79"), None);
        assert!(colour("rot").is_some() && colour("#12345").is_some());
    }

    #[test]
    fn a_missing_glyph_is_named() {
        let obstacle =
            explain("the text \"🙂\" could not be displayed with font \"Source Sans 3\"");
        assert!(obstacle.message.starts_with("„🙂“ gibt es in den Schriften nicht"), "{obstacle}");
    }
}
