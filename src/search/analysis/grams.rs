//! Trigrams of names: what makes two names look alike, and the strongest single sign that German
//! titles mean the same profession.

use super::Lexeme;

/// A trigram as a number below [`Packed::COUNT`]. Letters, digits and the ends of words have
/// numbers of their own; every other character counts as an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Packed(pub(crate) u16);

impl Packed {
    const SYMBOLS: u16 = 37;
    pub(crate) const COUNT: usize = 37 * 37 * 37;

    fn new(letters: [u16; 3]) -> Self {
        let [a, b, c] = letters;
        Self((a * Self::SYMBOLS + b) * Self::SYMBOLS + c)
    }

    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The term it is indexed by.
    pub(crate) fn term(self) -> String {
        format!("{:x}", self.0)
    }
}

fn symbol(letter: char) -> u16 {
    match letter {
        'a'..='z' => letter as u16 - 'a' as u16 + 1,
        '0'..='9' => letter as u16 - '0' as u16 + 27,
        _ => 0,
    }
}

/// Adds the packed trigrams of a folded word; an open word has no end yet.
pub(crate) fn pack_into(packed: &mut Vec<Packed>, folded: &str, open: bool) {
    let end = (!open).then_some(0);
    let mut letters = std::iter::once(0).chain(folded.chars().map(symbol)).chain(end);
    let (Some(mut a), Some(mut b)) = (letters.next(), letters.next()) else { return };
    for c in letters {
        packed.push(Packed::new([a, b, c]));
        (a, b) = (b, c);
    }
}

/// The packed trigrams of some words, sorted, each once.
pub(crate) fn of_words<'a>(words: impl Iterator<Item = &'a Lexeme>) -> Vec<Packed> {
    let mut packed = Vec::new();
    for word in words {
        pack_into(&mut packed, word.form(), false);
    }
    packed.sort_unstable();
    packed.dedup();
    packed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_trigrams_are_as_many_and_keep_words_apart() {
        for (word, count) in [("koch", 4), ("c", 1), ("node2", 5), ("", 0)] {
            let mut packed = Vec::new();
            pack_into(&mut packed, word, false);
            assert_eq!(packed.len(), count, "{word}");
            assert!(packed.iter().all(|gram| gram.index() < Packed::COUNT));
        }
        let (mut open, mut closed) = (Vec::new(), Vec::new());
        pack_into(&mut open, "koch", true);
        pack_into(&mut closed, "koch", false);
        assert_eq!(open, closed[..3]);
        let highest = Packed::new([36, 36, 36]);
        assert_eq!(highest.index(), Packed::COUNT - 1);
    }
}
