//! From bytes of any kind to clean lines.

use crate::corpus::clean::clean;

/// Largest advertisement, in bytes. The longest ones on job boards stay under 30 kB.
pub const MAX_ADVERT: usize = 1024 * 1024;

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AdvertError {
    #[error(
        "der Text ist größer als 1 MB; eine Anzeige hat einige Seiten. Bitte nur ihren Text nehmen"
    )]
    TooLarge,
    #[error(
        "das ist kein Text (PDF, Bild oder Word-Datei?); bitte den Text der Anzeige kopieren und einfügen"
    )]
    NotText,
    #[error("der Text ist leer")]
    Empty,
}

/// Plain text of a text, Markdown or HTML file.
///
/// # Errors
/// Too large, no text at all, or nothing in it.
pub fn plain_text(bytes: &[u8]) -> Result<String, AdvertError> {
    if bytes.len() > MAX_ADVERT {
        return Err(AdvertError::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.starts_with(b"%PDF") || bytes.starts_with(b"PK\x03\x04") || bytes.contains(&0) {
        return Err(AdvertError::NotText);
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        // An old file: every byte is a letter of Latin-1.
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    let text = if is_html(&text) { nanohtml2text::html2text(&with_bullets(&text)) } else { text };
    let text = clean(&text.replace('\r', "\n"));
    if text.trim().is_empty() { Err(AdvertError::Empty) } else { Ok(text) }
}

/// List items keep their sign: the converter leaves it out.
fn with_bullets(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(start) = rest.find("<li").or_else(|| rest.find("<LI")) {
        let (before, tag) = rest.split_at(start);
        out.push_str(before);
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        out.push_str(tag);
        if tag.get(3..4).is_some_and(|next| next == ">" || next == " ") {
            out.push_str("• ");
        }
        rest = after;
    }
    out + rest
}

fn is_html(text: &str) -> bool {
    let lower =
        text.get(..text.len().min(4_000)).map_or_else(|| text.to_lowercase(), str::to_lowercase);
    ["<html", "<!doctype html", "<body", "<div", "<p>", "<ul>", "<li>", "<br"]
        .iter()
        .any(|tag| lower.contains(tag))
}

/// Lines without Markdown signs at their beginning; list signs become `• `. Runs of empty lines
/// become one.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in clean(text).lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        let line = line.trim_start_matches('#').trim();
        let line = line.replace("**", "").replace("__", "");
        let line = match without_bullet(&line) {
            Some(rest) => format!("• {rest}"),
            None => line,
        };
        if !line.is_empty() || lines.last().is_some_and(|last| !last.is_empty()) {
            lines.push(line);
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

/// The text behind a list sign, if the line begins with one.
fn without_bullet(line: &str) -> Option<&str> {
    const SIGNS: &[char] = &[
        '•', '*', '-', '–', '—', '·', '▪', '■', '►', '▸', '➢', '✓', '✔', '✅', '→', '○', '●', '‣',
        '◦', '+', '»', '>', '☑',
    ];
    // "1. " and "2) " number a list; "1. August" begins no line of one.
    let digits = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = line.len() - digits.len();
    if (1..=2).contains(&number)
        && let Some(rest) = digits.strip_prefix(". ").or_else(|| digits.strip_prefix(") "))
    {
        return Some(rest);
    }
    let rest = line.strip_prefix(SIGNS)?;
    // "-" may begin a word; a sign of its own may stand without a space.
    let spaced = rest.starts_with(' ') || !line.starts_with(['-', '*', '+', '>']);
    spaced.then(|| rest.trim_start()).filter(|rest| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anything_becomes_lines_or_a_sentence() {
        let html = "<html><body><h1>Köchin (m/w/d)</h1><ul><li>Kochen</li><li>Planen &amp; Bestellen</li></ul></body></html>";
        let text = plain_text(html.as_bytes()).unwrap();
        assert_eq!(
            lines(&text).into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>(),
            ["Köchin (m/w/d)", "• Kochen", "• Planen & Bestellen"]
        );
        assert_eq!(
            lines("## **Profil**\n\n\n- a\n* b\n-teilig\n–  c\u{1b}[31m"),
            ["Profil", "", "• a", "• b", "-teilig", "• c"]
        );
        assert_eq!(plain_text(b"K\xf6chin").unwrap(), "Köchin");
        assert_eq!(plain_text(b"%PDF-1.7"), Err(AdvertError::NotText));
        assert_eq!(plain_text(b" \n "), Err(AdvertError::Empty));
        assert_eq!(plain_text(&vec![b'a'; 10 * 1024 * 1024]), Err(AdvertError::TooLarge));
    }
}
