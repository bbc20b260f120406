//! Breaking text into lines of a width, with highlighted ranges kept.
//!
//! ratatui wraps too, but does not tell how many lines came out and where each one began, which
//! scrolling and highlighting need.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// A stretch of text with a style of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub range: Range<usize>,
    pub style: Style,
}

/// Byte ranges of the lines of a text: broken at spaces and hyphens, words longer than a line
/// are cut. Line feeds break too. Spaces at a break belong to no line.
pub fn ranges(text: &str, width: usize) -> Vec<Range<usize>> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut offset = 0;
    for paragraph in text.split('\n') {
        wrap_paragraph(paragraph, offset, width, &mut lines);
        offset += paragraph.len() + 1;
    }
    lines
}

fn wrap_paragraph(text: &str, offset: usize, width: usize, lines: &mut Vec<Range<usize>>) {
    let (mut start, mut end, mut used) = (0, 0, 0);
    for (at, word) in words(text) {
        let trimmed = word.trim_end();
        let needed = trimmed.width();
        if used + needed > width && used > 0 {
            if end > start {
                lines.push(offset + start..offset + end);
            }
            (start, used) = (at, 0);
        }
        if needed > width {
            // Cut a word that fits no line, at grapheme boundaries.
            let (mut cut, mut filled) = (at, 0);
            for (position, grapheme) in trimmed.grapheme_indices(true) {
                let cell = grapheme.width();
                if filled + cell > width && at + position > cut {
                    lines.push(offset + cut..offset + at + position);
                    (cut, filled) = (at + position, 0);
                }
                filled += cell;
            }
            start = cut;
            used = filled;
        } else {
            used += needed;
        }
        end = at + trimmed.len();
        used += word.len() - trimmed.len();
    }
    lines.push(offset + start..offset + end.max(start));
}

/// Pieces that may stand at the end of a line, with their byte offsets: words with the space
/// after them, and parts of hyphenated words.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    let mut rest = text.char_indices().peekable();
    let mut before = ' ';
    std::iter::from_fn(move || {
        while let Some((at, c)) = rest.next() {
            let next = rest.peek().map(|(_, next)| *next);
            let ends = match c {
                ' ' => next != Some(' '),
                '-' | '/' => before.is_alphabetic() && next.is_some_and(|next| next != ' '),
                _ => next.is_none(),
            } || next.is_none();
            before = c;
            if ends {
                let piece = start..at + c.len_utf8();
                start = piece.end;
                return Some((piece.start, text.get(piece)?));
            }
        }
        None
    })
}

/// The lines of a text as styled spans.
pub fn lines(text: &str, width: usize, style: Style, marks: &[Mark]) -> Vec<Line<'static>> {
    ranges(text, width).into_iter().map(|range| styled(text, range, style, marks)).collect()
}

/// One stretch of a text as spans, split where marks begin and end.
pub fn styled(text: &str, range: Range<usize>, style: Style, marks: &[Mark]) -> Line<'static> {
    let mut spans = Vec::new();
    let mut at = range.start;
    let mut push = |from: usize, to: usize, style: Style| {
        if let Some(piece) = text.get(from..to).filter(|piece| !piece.is_empty()) {
            spans.push(Span::styled(piece.replace('\n', " "), style));
        }
    };
    for mark in marks {
        let start = mark.range.start.clamp(at, range.end);
        let end = mark.range.end.clamp(start, range.end);
        if end > start {
            push(at, start, style);
            push(start, end, style.patch(mark.style));
            at = end;
        }
    }
    push(at, range.end, style);
    Line::from(spans)
}

/// The text cut to a width, with `…` where something is missing.
pub fn truncated(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut used = 1;
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used > width {
            break;
        }
        out.push_str(grapheme);
    }
    if width > 0 {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wrapped(text: &str, width: usize) -> Vec<&str> {
        ranges(text, width).into_iter().map(|range| text.get(range).unwrap()).collect()
    }

    #[test]
    fn breaks_at_spaces_hyphens_and_inside_words_that_fit_no_line() {
        for (text, width, expected) in [
            ("Code schreiben und prüfen", 10, vec!["Code", "schreiben", "und prüfen"]),
            ("Backend-Entwicklerin", 12, vec!["Backend-", "Entwicklerin"]),
            ("Donaudampfschiff", 6, vec!["Donaud", "ampfsc", "hiff"]),
            ("a\n\nb", 5, vec!["a", "", "b"]),
            ("", 5, vec![""]),
            ("Köchin, Koch", 8, vec!["Köchin,", "Koch"]),
            ("eins zwei", 9, vec!["eins zwei"]),
        ] {
            assert_eq!(wrapped(text, width), expected, "{text} at {width}");
        }
    }

    #[test]
    fn marks_survive_the_break() {
        let style = Style::new().bold();
        let lines = lines("gut kochen", 4, Style::new(), &[Mark { range: 2..6, style }]);
        let text: Vec<Vec<(String, bool)>> = lines
            .iter()
            .map(|line| {
                line.spans.iter().map(|s| (s.content.to_string(), s.style == style)).collect()
            })
            .collect();
        assert_eq!(
            text,
            [
                vec![("gu".to_owned(), false), ("t".to_owned(), true)],
                vec![("ko".to_owned(), true), ("ch".to_owned(), false)],
                vec![("en".to_owned(), false)],
            ]
        );
    }

    #[test]
    fn cuts_with_an_ellipsis() {
        assert_eq!(truncated("Köchin", 6), "Köchin");
        assert_eq!(truncated("Köchin", 4), "Köc…");
        assert_eq!(truncated("Köchin", 0), "");
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_letter_is_lost(text in "[a-zäöü\\-, ]{0,80}", width in 1usize..30) {
            let lines = wrapped(&text, width);
            prop_assert!(lines.iter().all(|line| line.width() <= width));
            let kept: String = lines.concat().chars().filter(|c| *c != ' ').collect();
            let all: String = text.chars().filter(|c| *c != ' ').collect();
            prop_assert_eq!(kept, all);
        }

        #[test]
        fn any_text_wraps(text in any::<String>(), width in 0usize..12) {
            for range in ranges(&text, width) {
                prop_assert!(text.get(range).is_some());
            }
        }
    }
}
