//! Which parts of a text are words that a dictionary should know.

use std::ops::Range;

/// Words with their places. Left out: placeholders, addresses, numbers, abbreviations in capitals,
/// short forms like `m/w/d`.
pub(super) fn words(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut words = Vec::new();
    let mut at = 0;
    for chunk in split_placeholders(text) {
        let begin = at;
        at += chunk.0.len();
        if chunk.1 {
            continue;
        }
        for token in spans(chunk.0, char::is_whitespace) {
            let Some(text) = chunk.0.get(token.clone()) else { continue };
            let address = text.contains("://") || text.contains('@') || text.starts_with("www.");
            if address || is_short_form(text) {
                continue;
            }
            let from = begin + token.start;
            for part in spans(text, |c| !c.is_alphanumeric() && c != '\'' && c != '’') {
                let Some(word) = text.get(part.clone()) else { continue };
                if is_word(word) {
                    words.push((from + part.start..from + part.end, word));
                }
            }
        }
    }
    words
}

fn is_word(word: &str) -> bool {
    word.chars().count() > 1
        && word.chars().all(char::is_alphabetic)
        && word.chars().skip(1).any(char::is_lowercase)
}

/// `m/w/d`, `(w/m/d)`, `u/o`.
fn is_short_form(token: &str) -> bool {
    let bare = token.trim_matches(|c: char| !c.is_alphanumeric());
    bare.contains('/') && bare.split('/').all(|part| part.chars().count() <= 2)
}

/// Places between separators.
pub(super) fn spans(text: &str, separates: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (separates(c), start) {
            (true, Some(from)) => {
                spans.push(from..at);
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    spans.extend(start.map(|from| from..text.len()));
    spans
}

/// The text in pieces; `true` marks `[Frage]` and `{{ feld }}`.
fn split_placeholders(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, from)) = rest.find(['[', '{']).map(|start| rest.split_at(start)) {
        let close = if from.starts_with('[') { ']' } else { '}' };
        let Some(end) = from.find(close) else { break };
        let (inside, after) = from.split_at(end + 1);
        pieces.push((before, false));
        pieces.push((inside, true));
        rest = after;
    }
    pieces.push((rest, false));
    pieces
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn only_words_are_looked_up() {
        let text = "Köchin (m/w/d) in 04109 Leipzig: mara@example.org, [Welche Firma?] {{ firma }} IHK-Prüfung https://a.b/c";
        let found: Vec<&str> = words(text).into_iter().map(|(_, word)| word).collect();
        assert_eq!(found, ["Köchin", "in", "Leipzig", "Prüfung"]);
        for (range, word) in words(text) {
            assert_eq!(text.get(range), Some(word));
        }
    }
}
