//! Words that say nothing about a profession.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::fold::{fold, spelled_out};

/// The list as people edit it; its text is part of the key of an index on disk.
pub(crate) const LIST: &str = include_str!("../../../data/words/stopwords.txt");

static STOPWORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    entries(LIST).flat_map(|entry| std::iter::once(fold(entry)).chain(spelled_out(entry))).collect()
});

/// Whether a folded word is on the list. Such words are not indexed from running text, and in a
/// query they count only when nothing else is asked.
pub(crate) fn is_stopword(folded: &str) -> bool {
    STOPWORDS.contains(folded)
}

/// The entries of a word list: one a line, `#` starts a comment.
pub(super) fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.lines()
        .filter_map(|line| line.split('#').next())
        .map(str::trim)
        .filter(|entry| !entry.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_matters_is_not_on_the_list() {
        for (word, expected) in [
            ("und", true),
            ("was", true),
            ("gepruefte", true),
            ("gepruft", true),
            ("fachrichtung", true),
            ("ohne", false),
            ("studium", false),
            ("meister", false),
        ] {
            assert_eq!(is_stopword(word), expected, "{word}");
        }
    }
}
