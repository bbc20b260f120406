//! German compounds taken apart by a dictionary of occupational words.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::fold::{fold, spelled_out};
use super::stem::stem;
use super::stopwords::entries;

/// The dictionary as people edit it; its text is part of the key of an index on disk.
pub(crate) const LIST: &str = include_str!("../../../data/words/compounds.txt");

/// Letters that join two parts: Arbeit-s-vermittler, Bund-es-wehr, Kunde-n-berater.
const LINKS: [&str; 7] = ["", "s", "n", "en", "es", "er", "e"];

const SHORTEST_PART: usize = 3;
/// A part next to a word we do not know must be longer, or `tor` is found in `Direktor`. The
/// second part of a German compound says what it is, so an unknown first part is the safer guess.
const SHORTEST_AFTER_UNKNOWN: usize = 4;
const SHORTEST_BEFORE_UNKNOWN: usize = 5;
const SHORTEST_UNKNOWN_FIRST: usize = 4;
const SHORTEST_UNKNOWN_LAST: usize = 6;
/// Longer words are not German; taking them apart would cost time for nothing.
const LONGEST_WORD: usize = 64;

struct Dictionary {
    /// Folded, in both umlaut spellings; words on `-e` also without it (Schul-, Sprach-).
    words: HashSet<String>,
    first_parts: HashSet<String>,
    stems: HashSet<String>,
    longest: usize,
}

static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| {
    let words: HashSet<String> = entries(LIST)
        .flat_map(|entry| std::iter::once(fold(entry)).chain(spelled_out(entry)))
        .collect();
    let first_parts = words
        .iter()
        .filter_map(|word| word.strip_suffix('e'))
        .filter(|word| word.len() >= SHORTEST_PART)
        .map(str::to_owned)
        .chain(words.iter().cloned())
        .collect();
    let stems = words.iter().filter(|w| w.len() > SHORTEST_PART).map(|word| stem(word)).collect();
    let longest = words.iter().map(String::len).max().unwrap_or_default();
    Dictionary { words, first_parts, stems, longest }
});

/// The parts of a folded compound in order, largest first where one holds others:
/// `einzelhandelskaufmann` gives `einzelhandel`, `einzel`, `handel`, `kaufmann`.
/// Empty for a word that is no compound.
pub(crate) fn parts(folded: &str) -> Vec<Range<usize>> {
    // Offsets are bytes and characters alike.
    let german = folded.bytes().all(|b| b.is_ascii_lowercase());
    if !german || folded.len() > LONGEST_WORD || folded.len() < 2 * SHORTEST_PART {
        return Vec::new();
    }
    let mut found = Vec::new();
    for part in cut(folded, 0..folded.len(), true) {
        let within = cut(folded, part.clone(), false);
        found.push(part);
        found.extend(within);
    }
    found
}

/// How a stretch of the word up to some place is best explained.
#[derive(Clone)]
struct Cut {
    /// Parts so far, and much more for letters that belong to no known part.
    cost: usize,
    parts: Vec<Range<usize>>,
    unknown: bool,
}

const PART_COST: usize = 10;
const UNKNOWN_COST: usize = 25;

/// The cheapest way to cut `within` into two or more parts; empty when there is none.
fn cut(word: &str, within: Range<usize>, allow_unknown: bool) -> Vec<Range<usize>> {
    // best[i] explains the letters up to `start + i`.
    let (start, end) = (within.start, within.end);
    let mut best: Vec<Option<Cut>> = vec![None; end - start + 1];
    if let Some(first) = best.first_mut() {
        *first = Some(Cut { cost: 0, parts: Vec::new(), unknown: false });
    }
    for at in start..end {
        let Some(so_far) = best.get(at - start).cloned().flatten() else { continue };
        for next in at + SHORTEST_PART..=end {
            let Some(part) = word.get(at..next) else { continue };
            if next - at == end - start {
                continue; // The whole is no part of itself.
            }
            let last = next == end;
            let known =
                part.len() <= DICTIONARY.longest + 3 && is_known(part, last, so_far.unknown);
            if known {
                // A whole word is a better explanation than a shortened one or a joining letter.
                let shortened = usize::from(!DICTIONARY.words.contains(part));
                for link in LINKS {
                    let cost = so_far.cost + PART_COST + shortened + link.len();
                    let after = next + link.len();
                    let linked = word.get(next..after) == Some(link);
                    if after <= end && linked && (link.is_empty() || after < end) {
                        offer(&mut best, after - start, &so_far, at..next, cost, so_far.unknown);
                    }
                }
            } else if allow_unknown
                && !so_far.unknown
                && may_be_unknown(so_far.parts.last(), part, last)
            {
                let cost = so_far.cost + UNKNOWN_COST + part.len();
                offer(&mut best, next - start, &so_far, at..next, cost, true);
            }
        }
    }
    match best.pop().flatten() {
        Some(cut) if cut.parts.len() >= 2 => cut.parts,
        _ => Vec::new(),
    }
}

/// One word we do not know is allowed, at either end.
fn may_be_unknown(before: Option<&Range<usize>>, part: &str, last: bool) -> bool {
    match before {
        None => part.len() >= SHORTEST_UNKNOWN_FIRST && !last,
        Some(known) => {
            last && part.len() >= SHORTEST_UNKNOWN_LAST && known.len() >= SHORTEST_BEFORE_UNKNOWN
        }
    }
}

fn is_known(part: &str, last: bool, beside_unknown: bool) -> bool {
    if beside_unknown && part.len() < SHORTEST_AFTER_UNKNOWN {
        return false;
    }
    if last {
        DICTIONARY.words.contains(part)
            || part.len() > SHORTEST_PART && DICTIONARY.stems.contains(&stem(part))
    } else {
        DICTIONARY.first_parts.contains(part)
    }
}

fn offer(
    best: &mut [Option<Cut>],
    at: usize,
    so_far: &Cut,
    part: Range<usize>,
    cost: usize,
    unknown: bool,
) {
    let Some(slot) = best.get_mut(at) else { return };
    if slot.as_ref().is_none_or(|known| cost < known.cost) {
        let mut parts = so_far.parts.clone();
        parts.push(part);
        *slot = Some(Cut { cost, parts, unknown });
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test may stop at a wrong place")]
mod tests {
    use super::*;

    fn split(word: &str) -> Vec<&str> {
        parts(word).into_iter().map(|range| &word[range]).collect()
    }

    #[test]
    fn compounds_come_apart() {
        for (word, expected) in [
            ("softwareentwicklerin", &["software", "entwicklerin"][..]),
            ("softwareentwickler", &["software", "entwickler"]),
            ("pflegefachmann", &["pflege", "fachmann"]),
            ("pflegefachfrau", &["pflege", "fachfrau"]),
            ("kundenberatung", &["kunde", "beratung"]),
            ("kundenberatungen", &["kunde", "beratungen"]),
            ("arbeitsvermittler", &["arbeit", "vermittler"]),
            ("netzwerkadministrator", &["netzwerk", "netz", "werk", "administrator"]),
            ("einzelhandelskaufmann", &["einzelhandel", "einzel", "handel", "kaufmann"]),
            ("gabelstaplerfahrer", &["gabelstapler", "fahrer"]),
            ("sprachlehrer", &["sprach", "lehrer"]),
            ("baeckermeister", &["baecker", "meister"]),
            ("steuerberater", &["steuer", "berater"]),
            ("datenbankadministrator", &["datenbank", "daten", "bank", "administrator"]),
            ("tierpfleger", &["tier", "pfleger"]),
            // Not compounds, though short parts hide in them.
            ("direktor", &[]),
            ("ingenieur", &[]),
            ("koch", &[]),
            ("entwickler", &[]),
            ("c++", &[]),
            ("moderator", &[]),
            ("restaurant", &[]),
            ("kaufmann", &[]),
            ("verkaufer", &[]),
        ] {
            assert_eq!(split(word), expected, "{word}");
        }
    }

    #[test]
    fn the_dictionary_is_clean() {
        let mut seen = HashSet::new();
        for entry in entries(LIST) {
            assert!(entry.chars().all(|c| c.is_alphabetic() && c.is_lowercase()), "{entry}");
            assert!(entry.chars().count() >= SHORTEST_PART, "{entry} is too short");
            assert!(seen.insert(entry), "{entry} stands twice");
        }
        assert!(seen.len() > 500, "{}", seen.len());
    }
}
