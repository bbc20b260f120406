//! The one sanitizer for text that is not ours: files, paste, applicant, environment.
//!
//! Applied before such text is indexed, shown, printed or copied. Control bytes can move the
//! cursor, set the clipboard or run commands when pasted; invisible characters can hide or
//! reorder what is read. ZWJ and ZWNJ stay: Persian and emoji need them.

use unicode_segmentation::UnicodeSegmentation;

/// A grapheme with more code points than this is a flood of combining marks.
const MAX_CODE_POINTS_PER_GRAPHEME: usize = 12;

/// Text without escape sequences, control characters and invisible or reordering characters.
/// Line feeds stay; tabs and other separators become spaces; CR LF becomes LF.
///
/// `clean(clean(x)) == clean(x)`.
pub fn clean(text: &str) -> String {
    if text.chars().all(is_plain) {
        return text.to_owned();
    }
    let without_sequences = strip_sequences(text);
    let mut kept = String::with_capacity(without_sequences.len());
    for c in without_sequences.chars() {
        match c {
            '\n' => kept.push('\n'),
            '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => kept.push(' '),
            c if c.is_control() || is_invisible(c) => {}
            c => kept.push(c),
        }
    }
    // A line feed never takes part in a cluster here: CR is gone.
    if kept.is_ascii() { kept } else { cap_graphemes(&kept) }
}

/// [`clean`] for text that must stay on one line: line feeds become spaces.
pub fn clean_line(text: &str) -> String {
    clean(text).replace('\n', " ").trim().to_owned()
}

/// Letters, digits and signs of German and its neighbours: most text is nothing else, and needs
/// no second look.
fn is_plain(c: char) -> bool {
    matches!(c, '\n' | ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}' | '€')
}

fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{3164}' | '\u{115f}' | '\u{1160}' | '\u{ffa0}'
        | '\u{e0000}'..='\u{e007f}')
}

/// Removes whole escape sequences, so that no payload such as `]52;c;…` stays behind as text.
fn strip_sequences(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let introducer = match c {
            '\u{1b}' => match chars.peek() {
                Some('[') => Some('['),
                Some(']' | 'P' | 'X' | '^' | '_') => Some(']'),
                // Two-character sequence: ESC and one more.
                Some(' '..='~') => Some('2'),
                _ => continue,
            },
            '\u{9b}' => Some('C'),
            '\u{9d}' | '\u{90}' | '\u{98}' | '\u{9e}' | '\u{9f}' => Some('S'),
            _ => None,
        };
        match introducer {
            None => out.push(c),
            Some('2') => {
                chars.next();
            }
            Some(kind @ ('[' | 'C')) => {
                if kind == '[' {
                    chars.next();
                }
                // Parameters and intermediates, then one final byte.
                while chars.next_if(|c| (' '..='?').contains(c)).is_some() {}
                chars.next_if(|c| ('@'..='~').contains(c));
            }
            Some(kind) => {
                if kind == ']' {
                    chars.next();
                }
                // A string sequence ends with BEL or ST. One that never ends would swallow the
                // document, so it ends with its line too.
                while let Some(&next) = chars.peek() {
                    if next == '\n' {
                        break;
                    }
                    chars.next();
                    if next == '\u{7}' || next == '\u{9c}' {
                        break;
                    }
                    if next == '\u{1b}' {
                        chars.next_if_eq(&'\\');
                        break;
                    }
                }
            }
        }
    }
    out
}

fn cap_graphemes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for grapheme in text.graphemes(true) {
        out.extend(grapheme.chars().take(MAX_CODE_POINTS_PER_GRAPHEME));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn removes_what_a_terminal_would_obey() {
        for (input, expected) in [
            ("Bäcker", "Bäcker"),
            ("a\u{1b}]52;c;aGk=\u{7}b", "ab"),
            ("a\u{1b}]0;Titel\u{1b}\\b", "ab"),
            ("a\u{1b}[31;1mrot\u{1b}[0m", "arot"),
            ("a\u{9b}2Jb\u{9d}52;c;x\u{9c}c", "abc"),
            ("a\u{1b}cb", "ab"),
            ("eins\tzwei", "eins zwei"),
            ("eins\r\nzwei", "eins\nzwei"),
            ("\u{202e}verkehrt\u{2066}", "verkehrt"),
            ("un\u{ad}sicht\u{200b}bar\u{feff}", "unsichtbar"),
            ("offen\u{1b}]52;c;nie zu Ende\nnächste Zeile", "offen\nnächste Zeile"),
            ("me\u{e0067}nge", "menge"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ] {
            assert_eq!(clean(input), expected, "{input:?}");
        }
    }

    #[test]
    fn caps_a_flood_of_combining_marks() {
        let flood = format!("e{}", "\u{301}".repeat(1_000_000));
        assert_eq!(clean(&flood).chars().count(), MAX_CODE_POINTS_PER_GRAPHEME);
    }

    #[test]
    fn one_line_stays_one_line() {
        assert_eq!(clean_line("  eins\nzwei\r\n"), "eins zwei");
    }

    proptest! {
        #[test]
        fn leaves_no_control_and_is_idempotent(text in any::<String>()) {
            let once = clean(&text);
            prop_assert!(once.chars().all(|c| c == '\n' || !c.is_control()));
            prop_assert_eq!(clean(&once), once);
        }
    }
}
