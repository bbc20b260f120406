//! How many typos lie between two words.

/// Edits between a typed word and a word of the corpus: insert, delete, replace, or swap two
/// neighbours. With `open` the typed word may end early: the best beginning counts.
pub(super) fn edits(typed: &str, word: &str, open: bool) -> usize {
    let typed: Vec<char> = typed.chars().collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=typed.len()).collect();
    let mut fewest = last.last().copied().unwrap_or_default();
    let mut previous: Option<char> = None;
    for (row, c) in word.chars().enumerate() {
        let mut current = Vec::with_capacity(last.len());
        current.push(row + 1);
        for (column, &t) in typed.iter().enumerate() {
            let get = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let mut best = (get(&last, column) + usize::from(t != c))
                .min(get(&last, column + 1) + 1)
                .min(get(&current, column) + 1);
            let swapped = column > 0
                && previous == Some(t)
                && typed.get(column - 1) == Some(&c)
                && !before_last.is_empty();
            if swapped {
                best = best.min(get(&before_last, column - 1) + 1);
            }
            current.push(best);
        }
        before_last = std::mem::replace(&mut last, current);
        previous = Some(c);
        fewest = fewest.min(last.last().copied().unwrap_or_default());
    }
    if open { fewest } else { last.last().copied().unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typos_are_counted() {
        for (typed, word, whole, beginning) in [
            ("backer", "backer", 0, 0),
            ("baker", "backer", 1, 1),
            ("bakcer", "backer", 1, 1),
            ("backre", "backer", 1, 1),
            ("entwikl", "entwickler", 3, 1),
            ("entwikler", "entwickler", 1, 1),
            ("sekraterin", "sekretarin", 2, 2),
            ("", "koch", 4, 0),
            ("koch", "", 4, 4),
        ] {
            assert_eq!(edits(typed, word, false), whole, "{typed} {word}");
            assert_eq!(edits(typed, word, true), beginning, "{typed} {word}…");
        }
    }
}
