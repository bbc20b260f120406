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

/// Fields of the templates as the person knows them, in German and English.
const NAMES: &[(&str, &str, &str)] = &[
    ("sender", "Absender", "sender"),
    ("recipient", "Empfänger", "recipient"),
    ("subject", "Betreff", "subject"),
    ("salutation", "Anrede", "salutation"),
    ("body", "Text", "text"),
    ("closing", "Grußformel", "closing"),
    ("enclosures", "Anlagen", "enclosure"),
    ("name", "Name", "name"),
    ("summary", "Kurzprofil", "profile"),
    ("sections", "Abschnitt", "section"),
    ("pieces", "Eintrag", "entry"),
    ("title", "Titel", "title"),
    ("label", "Berufsbezeichnung", "profession"),
    ("role", "Position", "position"),
    ("place", "Ort", "place"),
    ("highlights", "Ergebnis", "achievement"),
    ("contact", "Kontakt", "contact"),
    ("position", "Position", "position"),
    ("rows", "Zeile", "row"),
];

/// Checks every text in the data of a document.
pub(super) fn texts(data: &Value) -> Vec<Obstacle> {
    let mut obstacles = Vec::new();
    let mut bytes = 0;
    walk(data, &mut Vec::new(), &mut |path, text| {
        bytes += text.len();
        if let Some(sign) = text.chars().find(|c| is_forbidden(*c)) {
            let code = format!("U+{:04X}", sign as u32);
            let message = (
                format!("das unsichtbare Zeichen {code} bitte entfernen"),
                format!("please remove the invisible character {code}"),
            );
            obstacles.push(Obstacle::new(place(path), message));
        }
        if let Some(word) = longest_run(text) {
            let begin: String = word.chars().take(20).collect();
            let letters = word.chars().count();
            let message = (
                format!(
                    "„{begin}…“ hat {letters} Zeichen ohne Trennstelle und passt in keine Zeile; bitte trennen"
                ),
                format!(
                    "“{begin}…” has {letters} characters without a break and fits into no line; please divide it"
                ),
            );
            obstacles.push(Obstacle::new(place(path), message));
        }
    });
    if bytes > MOST_TEXT {
        let (has, most) = (bytes / 1024, MOST_TEXT / 1024);
        let message = (
            format!("{has} KB Text; mehr als {most} KB werden kein Dokument"),
            format!("{has} KB of text; {most} KB is the most for a document"),
        );
        obstacles.push(Obstacle::new(("Dokument", "document"), message));
    }
    obstacles
}

pub(super) fn style(style: &Style) -> Vec<Obstacle> {
    let colour = style.colour.as_deref().and_then(colour);
    date(&style.date, ("Datum", "date")).into_iter().chain(colour).collect()
}

pub(super) fn date(text: &str, place: (&str, &str)) -> Option<Obstacle> {
    let whole = parse_date(text).is_some_and(|(_, month, day)| month.is_some() && day.is_some());
    let message = (
        format!("„{text}“ ist kein Tag; so wird er verstanden: 2026-11-24"),
        format!("“{text}” is no day; this is understood: 2026-11-24"),
    );
    (!whole).then(|| Obstacle::new(place, message))
}

fn colour(text: &str) -> Option<Obstacle> {
    let digits = text.strip_prefix('#').unwrap_or_default();
    let valid = digits.len() == 6 && digits.chars().all(|c| c.is_ascii_hexdigit());
    let message = (
        format!("„{text}“ ist keine Farbe; so wird sie verstanden: #1f4e79"),
        format!("“{text}” is no colour; this is understood: #1f4e79"),
    );
    (!valid).then(|| Obstacle::new(("Farbe", "colour"), message))
}

/// Turns what the engine says into a sentence about the data.
pub(super) fn explain(message: &str) -> Obstacle {
    if message.contains("E-RECIPIENT-HEIGHT") {
        let message = (
            format!(
                "lange Zeilen brechen um, und mehr als {ADDRESS_LINES} passen nicht in das Anschriftfeld; bitte kürzen"
            ),
            format!(
                "long lines break, and the address field takes no more than {ADDRESS_LINES}; please shorten them"
            ),
        );
        return Obstacle::new(("Empfänger", "recipient"), message);
    }
    // Only signs without a glyph are expected: everything else was checked before.
    let missing =
        message.contains("could not be displayed").then(|| message.split('"').nth(1)).flatten();
    match missing {
        Some(text) => {
            let message = (
                format!(
                    "„{text}“ gibt es in den Schriften nicht; bitte ersetzen (Emoji, Hebräisch, Chinesisch und Ähnliches fehlen)"
                ),
                format!(
                    "“{text}” is in no font; please replace it (emoji, Hebrew, Chinese and the like are missing)"
                ),
            );
            Obstacle::new(("Zeichen", "character"), message)
        }
        None => Obstacle::failed(message),
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

/// `Empfänger 2`, `Abschnitt 1, Eintrag 3, Position`, and the same in English.
fn place(path: &[String]) -> (String, String) {
    let (mut de, mut en) = (String::new(), String::new());
    for key in path {
        if key.parse::<usize>().is_ok() {
            for out in [&mut de, &mut en] {
                out.push(' ');
                out.push_str(key);
            }
        } else if let Some((_, german, english)) = NAMES.iter().find(|(known, ..)| known == key) {
            for (out, name) in [(&mut de, german), (&mut en, english)] {
                if !out.is_empty() {
                    out.push_str(", ");
                }
                out.push_str(name);
            }
        }
    }
    if de.trim().is_empty() {
        return ("Text".to_owned(), "text".to_owned());
    }
    (de.trim().to_owned(), en.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::i18n::Language;

    fn german(obstacle: &Obstacle) -> String {
        obstacle.sentence(Language::German)
    }

    #[test]
    fn every_obstacle_names_its_place() {
        let data = json!({
            "recipient": ["Muster GmbH", "Frau\u{202e} Weber"],
            "sections": [{ "pieces": [{ "role": "x".repeat(180) }] }],
            "subject": "C# & $x$ #import \"a\" ]#[ https://example.org/a/b?c=d-e_f",
        });
        let sentences: Vec<String> = texts(&data).iter().map(german).collect();
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
        let place = ("Datum", "date");
        assert_eq!(date("2026-11-24", place), None);
        assert_eq!(
            date("2026-02-31", place).map(|o| o.sentence(Language::German)).as_deref(),
            Some("Datum: „2026-02-31“ ist kein Tag; so wird er verstanden: 2026-11-24")
        );
        assert_eq!(
            date("2026-11", place).map(|o| o.sentence(Language::English)).as_deref(),
            Some("date: “2026-11” is no day; this is understood: 2026-11-24")
        );
        assert_eq!(colour("#1F4e79"), None);
        assert!(colour("rot").is_some() && colour("#12345").is_some());
    }

    #[test]
    fn a_missing_glyph_is_named() {
        let obstacle =
            explain("the text \"🙂\" could not be displayed with font \"Source Sans 3\"");
        let sentence = german(&obstacle);
        assert!(sentence.starts_with("Zeichen: „🙂“ gibt es in den Schriften nicht"), "{sentence}");
    }
}
