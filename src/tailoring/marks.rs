//! Marking inserted values while a text is rendered, and finding them again afterwards.
//!
//! A value travels through the template between two private-use characters, the first followed by
//! one that numbers its field. Values from people lose these characters first.

use std::ops::Range;

const BEGIN: char = '\u{e000}';
const END: char = '\u{e001}';
/// Field number 0; numbers follow.
const FIRST_NUMBER: u32 = 0xe100;
const LAST_NUMBER: u32 = 0xf8ff;

/// A stretch of the finished text that came from a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// Bytes of the text, on character boundaries.
    pub range: Range<usize>,
    pub kind: SpanKind,
    /// Name of the field.
    pub field: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SpanKind {
    /// Nobody has answered yet; the question stands there.
    Open,
    Answer,
    FromApplicant,
    Default,
}

/// The value, marked as coming from a field.
pub(super) fn marked(number: usize, value: &str) -> String {
    let number = u32::try_from(number).ok().and_then(|n| n.checked_add(FIRST_NUMBER));
    match number.filter(|n| *n <= LAST_NUMBER).and_then(char::from_u32) {
        Some(number) => format!("{BEGIN}{number}{}{END}", without_marks(value)),
        None => without_marks(value),
    }
}

/// The marked value changed as a whole; its marks stay where they are.
pub(super) fn rewritten(value: &str, change: fn(&str) -> String) -> String {
    let mut inside = value.chars();
    let (Some(BEGIN), Some(number), Some(END)) = (inside.next(), inside.next(), inside.next_back())
    else {
        return change(value);
    };
    format!("{BEGIN}{number}{}{END}", without_marks(&change(inside.as_str())))
}

/// Text without private-use characters.
pub(super) fn without_marks(text: &str) -> String {
    text.chars().filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c)).collect()
}

/// The text without marks, and where each field's values stand in it.
pub(super) fn unmarked(text: &str) -> (String, Vec<(Range<usize>, usize)>) {
    let mut out = String::with_capacity(text.len());
    let mut spans: Vec<(Range<usize>, usize)> = Vec::new();
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            BEGIN => {
                let number = chars.next().map_or(0, |c| u32::from(c).saturating_sub(FIRST_NUMBER));
                open.push((out.len(), number as usize));
            }
            END => {
                if let Some((start, number)) = open.pop()
                    && start < out.len()
                {
                    spans.push((start..out.len(), number));
                }
            }
            c if ('\u{e000}'..='\u{f8ff}').contains(&c) => {}
            // An answer that brings its own full stop before that of the text.
            '.' if out.ends_with('.') && spans.last().is_some_and(|(r, _)| r.end == out.len()) => {}
            c => out.push(c),
        }
    }
    spans.sort_by_key(|(range, _)| (range.start, range.end));
    (out, spans)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_come_and_go() {
        let text = format!("a {} b {}", marked(0, "Köchin"), marked(3, "x\u{e001}y"));
        assert_eq!(unmarked(&text), ("a Köchin b xy".into(), vec![(2..9, 0), (12..14, 3)]));
        assert_eq!(unmarked(&format!("{}. Ende.", marked(0, "Gut."))).0, "Gut. Ende.");
    }
}
