//! Case, accents and umlauts folded away, so that spellings can be compared.

use unicode_normalization::char::decompose_compatible;

/// A folded word and the way back to the bytes it came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Folded {
    pub(crate) text: String,
    /// For every byte of `text` the offset of its character in the word, and the word's length.
    origin: Vec<usize>,
}

impl Folded {
    /// Folds with umlauts as plain vowels: `Bäcker` becomes `backer`, `Straße` becomes `strasse`.
    pub(crate) fn new(word: &str) -> Self {
        let mut folded = Self::default();
        for_each_folded(word, |offset, c, _| {
            folded.text.push(c);
            folded.origin.resize(folded.text.len(), offset);
        });
        folded.origin.push(word.len());
        folded
    }

    /// Where the bytes `start..end` of the folded text stand in the word. A character that folds
    /// to several (`ß` to `ss`) belongs to the range whole, even if `end` stands within it.
    pub(crate) fn original(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        let at = |offset: usize| {
            self.origin.get(offset).or(self.origin.last()).copied().unwrap_or_default()
        };
        let within = |offset: &usize| *offset > start && at(*offset) == at(*offset - 1);
        let end = (end..self.origin.len()).find(|offset| !within(offset)).unwrap_or(end);
        at(start)..at(end)
    }
}

/// `Bäcker` becomes `backer`, in composed and decomposed Unicode alike.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut text = String::with_capacity(word.len());
    for_each_folded(word, |_, c, _| text.push(c));
    text
}

/// The other spelling of a word with umlauts: `Bäcker` becomes `baecker`; `None` without umlauts.
pub(crate) fn spelled_out(word: &str) -> Option<String> {
    if word.is_ascii() {
        return None;
    }
    let mut text = String::with_capacity(word.len() + 2);
    let mut any = false;
    for_each_folded(word, |_, c, umlaut| {
        text.push(c);
        if umlaut {
            text.push('e');
            any = true;
        }
    });
    any.then_some(text)
}

/// Calls `with` for each folded character: the offset of its source, and whether a diaeresis
/// made it an umlaut.
fn for_each_folded(word: &str, mut with: impl FnMut(usize, char, bool)) {
    // One character is held back, because its diaeresis may come as a character of its own.
    let mut held: Option<(usize, char)> = None;
    for (offset, c) in word.char_indices() {
        for lower in c.to_lowercase() {
            decompose_compatible(lower, |piece| {
                if piece == '\u{308}' {
                    if let Some((at, base)) = held.take() {
                        with(at, base, matches!(base, 'a' | 'o' | 'u'));
                    }
                    return;
                }
                if is_accent(piece) {
                    return;
                }
                for plain in plain(piece) {
                    if let Some((at, base)) = held.replace((offset, plain)) {
                        with(at, base, false);
                    }
                }
            });
        }
    }
    if let Some((at, base)) = held {
        with(at, base, false);
    }
}

/// Marks of European scripts. In other scripts marks are letters of their own and stay.
fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// Letters that Unicode does not take apart but German readers type as plain ones.
fn plain(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'ß' => ('s', Some('s')),
        'æ' => ('a', Some('e')),
        'œ' => ('o', Some('e')),
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' => ('d', None),
        c => (c, None),
    };
    std::iter::once(first).chain(second)
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test may stop at a wrong place")]
mod tests {
    use super::*;

    #[test]
    fn both_spellings_of_a_word() {
        for (word, folded, twin) in [
            ("Bäcker", "backer", Some("baecker")),
            ("Ba\u{308}cker", "backer", Some("baecker")),
            ("BÄCKER", "backer", Some("baecker")),
            ("Straßenwärter", "strassenwarter", Some("strassenwaerter")),
            ("GROẞ", "gross", None),
            ("Café", "cafe", None),
            ("Citroën", "citroen", None),
            ("Köchin", "kochin", Some("koechin")),
            ("C++", "c++", None),
            ("ﬁnanz", "finanz", None),
        ] {
            assert_eq!(fold(word), folded, "{word}");
            assert_eq!(Folded::new(word).text, folded, "{word}");
            assert_eq!(spelled_out(word).as_deref(), twin, "{word}");
        }
    }

    #[test]
    fn leads_back_to_the_bytes_of_the_word() {
        let word = "Großbäcker";
        let folded = Folded::new(word);
        let at = folded.text.find("backer").unwrap();
        assert_eq!(&word[folded.original(at, folded.text.len())], "bäcker");
        assert_eq!(&word[folded.original(0, at)], "Groß");
        assert_eq!(&word[folded.original(0, at - 1)], "Groß", "half of the sharp s");
        assert_eq!(Folded::new("ß").original(0, 1), 0..2);
    }
}
