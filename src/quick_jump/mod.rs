//! Picking by name with gaps allowed, as in editors: `bkdev` finds Backend Developer.
//!
//! The only room that knows fuzzy-matcher. Used for the palette, and for names while the search
//! index is not there yet.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// One entry that matches, with the positions of the matching characters in its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// Position in the list that was searched.
    pub index: usize,
    /// Character positions, not bytes.
    pub positions: Vec<usize>,
}

/// The entries that match, best first; equal ones stay in their order. Without a query
/// everything matches.
pub fn pick<'a>(names: impl IntoIterator<Item = &'a str>, query: &str) -> Vec<Pick> {
    let names = names.into_iter().enumerate();
    let words: Vec<&str> = query.split_whitespace().collect();
    if words.is_empty() {
        return names.map(|(index, _)| Pick { index, positions: Vec::new() }).collect();
    }
    let matcher = SkimMatcherV2::default().ignore_case();
    let mut scored: Vec<(i64, Pick)> = names
        .filter_map(|(index, name)| {
            let (mut total, mut positions) = (0, Vec::new());
            for word in &words {
                let (score, found) = matcher.fuzzy_indices(name, word)?;
                total += score;
                positions.extend(found);
            }
            positions.sort_unstable();
            positions.dedup();
            Some((total, Pick { index, positions }))
        })
        .collect();
    scored.sort_by_key(|(score, pick)| (-score, pick.index));
    scored.into_iter().map(|(_, pick)| pick).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indices(names: &[&str], query: &str) -> Vec<usize> {
        pick(names.iter().copied(), query).into_iter().map(|pick| pick.index).collect()
    }

    #[test]
    fn picks_with_gaps_and_keeps_the_order_of_equals() {
        let names = ["Köchin", "Backend Developerin", "Bäckerin", "Köchin"];
        assert_eq!(indices(&names, "bkdev"), [1]);
        assert_eq!(indices(&names, "köch"), [0, 3]);
        assert_eq!(indices(&names, "dev back"), [1]);
        assert_eq!(indices(&names, ""), [0, 1, 2, 3]);
        assert!(indices(&names, "xyz").is_empty());
    }

    #[test]
    fn positions_are_characters() {
        let picks = pick(["Köchin"], "chin");
        assert_eq!(picks[0].positions, [2, 3, 4, 5]);
    }
}
