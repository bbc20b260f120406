//! Trigrams of words: a weak signal that two names look alike.

/// The trigrams of a folded word with its two ends marked: `koch` gives `^ko koc och ch$`.
pub(crate) fn trigrams(folded: &str) -> Vec<String> {
    let chars: Vec<char> =
        std::iter::once('^').chain(folded.chars()).chain(std::iter::once('$')).collect();
    chars.windows(3).map(|window| window.iter().collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_are_marked() {
        assert_eq!(trigrams("koch"), ["^ko", "koc", "och", "ch$"]);
        assert_eq!(trigrams("c"), ["^c$"]);
        assert!(trigrams("").is_empty());
    }
}
