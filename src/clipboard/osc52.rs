//! The escape sequence that asks the terminal to copy.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Largest text, in bytes: hterm takes 100 KB of base64, and it is not the smallest that matters.
const MAX_TEXT: usize = 74_994;
/// From here on some terminals (Termux, VTE, GNU screen) cut off.
const LARGE: usize = 4 * 1024;

/// The sequence for a text, and whether some terminals may cut it off. `None` if it is too long.
/// The base64 must not be wrapped.
pub(super) fn sequence(text: &str) -> Option<(Vec<u8>, bool)> {
    if text.len() > MAX_TEXT {
        return None;
    }
    let sequence = format!("\u{1b}]52;c;{}\u{7}", STANDARD.encode(text));
    Some((sequence.into_bytes(), text.len() >= LARGE))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodes_without_wrapping_and_knows_its_limits() {
        let (bytes, large) = sequence("Köchin").unwrap();
        assert_eq!((bytes.as_slice(), large), (&b"\x1b]52;c;S8O2Y2hpbg==\x07"[..], false));
        let (bytes, large) = sequence(&"x".repeat(MAX_TEXT)).unwrap();
        assert!(large && !bytes.contains(&b'\n'));
        assert_eq!(sequence(&"x".repeat(MAX_TEXT + 1)), None);
    }
}
