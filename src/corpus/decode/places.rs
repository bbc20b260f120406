//! On which line of a JSON text each place stands, so that a problem can name it.
//!
//! serde_json keeps no positions in a `Value`. This walks the text once more, only when there
//! are problems to report, and relies on the text being valid JSON.

use std::collections::HashMap;

/// Line, counted from 1, of every place such as `tips[3].question`.
pub(super) fn lines(text: &str) -> HashMap<String, usize> {
    let mut walker = Walker { bytes: text.as_bytes(), at: 0, line: 1, found: HashMap::new() };
    walker.value("");
    walker.found
}

/// The line of a place or, when the place itself is missing, of what would contain it.
pub(super) fn nearest_line(lines: &HashMap<String, usize>, place: &str) -> Option<usize> {
    let mut place = place;
    loop {
        if let Some(line) = lines.get(place) {
            return Some(*line);
        }
        place = match place.rfind(['.', '[']) {
            Some(end) => place.get(..end)?,
            None if place.is_empty() => return None,
            None => "",
        };
    }
}

struct Walker<'a> {
    bytes: &'a [u8],
    at: usize,
    line: usize,
    found: HashMap<String, usize>,
}

impl Walker<'_> {
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        self.line += usize::from(byte == b'\n');
        Some(byte)
    }

    fn skip_space(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.next();
        }
    }

    fn value(&mut self, place: &str) {
        self.skip_space();
        self.found.entry(place.to_owned()).or_insert(self.line);
        match self.peek() {
            Some(b'{') => self.object(place),
            Some(b'[') => self.array(place),
            Some(b'"') => {
                self.string();
            }
            _ => {
                while self.peek().is_some_and(|byte| !b",]}".contains(&byte)) {
                    self.next();
                }
            }
        }
    }

    fn object(&mut self, place: &str) {
        self.next();
        loop {
            self.skip_space();
            match self.peek() {
                Some(b'"') => {
                    let key = self.string();
                    self.skip_space();
                    self.next(); // the colon
                    let child = if place.is_empty() { key } else { format!("{place}.{key}") };
                    self.value(&child);
                }
                Some(b',') => {
                    self.next();
                }
                _ => {
                    self.next();
                    return;
                }
            }
        }
    }

    fn array(&mut self, place: &str) {
        self.next();
        let mut index = 0;
        loop {
            self.skip_space();
            match self.peek() {
                None | Some(b']') => {
                    self.next();
                    return;
                }
                Some(b',') => {
                    self.next();
                }
                Some(_) => {
                    self.value(&format!("{place}[{index}]"));
                    index += 1;
                }
            }
        }
    }

    fn string(&mut self) -> String {
        self.next();
        let start = self.at;
        while let Some(byte) = self.next() {
            match byte {
                b'\\' => {
                    self.next();
                }
                b'"' => break,
                _ => {}
            }
        }
        let inside = self.bytes.get(start..self.at.saturating_sub(1)).unwrap_or_default();
        String::from_utf8_lossy(inside).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_line_of_every_place() {
        let lines = lines("{\n \"a\": 1,\n \"b\": [\n  {\"c\": \"x,]\\\"}\"},\n  2 ]\n}");
        for (place, line) in [("", 1), ("a", 2), ("b", 3), ("b[0]", 4), ("b[0].c", 4), ("b[1]", 5)]
        {
            assert_eq!(lines.get(place), Some(&line), "{place}");
        }
        assert_eq!(nearest_line(&lines, "b[0].fehlt"), Some(4));
        assert_eq!(nearest_line(&lines, "fehlt"), Some(1));
    }
}
