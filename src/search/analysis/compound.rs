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
    /// Folded, in both umlaut spellings.
    words: HashSet<String>,
    /// The words, and those on `-e` also without it (Schul-, Sprach-).
    first_parts: HashSet<String>,
    /// Stems of the words, for a last part with an ending.
    stems: HashSet<String>,
    /// Three letters some entry begins with: most places of most words need no look-up.
    beginnings: HashSet<[u8; 3]>,
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
    let beginnings =
        words.iter().filter_map(|word| word.as_bytes().first_chunk().copied()).collect();
    let longest = words.iter().map(String::len).max().unwrap_or_default();
    Dictionary { words, first_parts, stems, beginnings, longest }
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
    for part in cut(folded, true) {
        let within = folded.get(part.clone()).map(|text| cut(text, false)).unwrap_or_default();
        let start = part.start;
        found.push(part);
        found.extend(within.into_iter().map(|inner| start + inner.start..start + inner.end));
    }
    found
}

/// How the letters up to some place are best explained.
#[derive(Clone)]
struct Step {
    /// Parts so far, and much more for letters that belong to no known part.
    cost: usize,
    /// The last part, and the place it was reached from.
    part: Range<usize>,
    from: usize,
    unknown: bool,
}

const PART_COST: usize = 10;
const UNKNOWN_COST: usize = 25;

/// The cheapest way to cut a word into two or more parts; empty when there is none.
fn cut(word: &str, allow_unknown: bool) -> Vec<Range<usize>> {
    let end = word.len();
    // An ending hides the last part; the stem of the whole word ends in the stem of that part.
    let whole_stem = stem(word);
    let mut best: Vec<Option<Step>> = vec![None; end + 1];
    for at in 0..end.saturating_sub(SHORTEST_PART - 1) {
        let (cost, unknown, before) = match best.get(at) {
            Some(Some(step)) => (step.cost, step.unknown, Some(step.part.len())),
            _ if at == 0 => (0, false, None),
            _ => continue,
        };
        let known_here = begins_entry(word, at);
        for next in at + SHORTEST_PART..=end {
            let Some(part) = word.get(at..next).filter(|part| part.len() < end) else { continue };
            let last = next == end;
            if known_here && is_known(part, whole_stem.get(at..).filter(|_| last), last, unknown) {
                // A whole word is a better explanation than a shortened one or a joining letter.
                let shortened = usize::from(!DICTIONARY.words.contains(part));
                for link in LINKS {
                    let after = next + link.len();
                    if link.is_empty() || after < end && word.get(next..after) == Some(link) {
                        let cost = cost + PART_COST + shortened + link.len();
                        offer(&mut best, after, Step { cost, part: at..next, from: at, unknown });
                    }
                }
            } else if allow_unknown && !unknown && may_be_unknown(before, part, last) {
                let cost = cost + UNKNOWN_COST + part.len();
                offer(&mut best, next, Step { cost, part: at..next, from: at, unknown: true });
            }
        }
    }
    let mut parts = Vec::new();
    let mut place = end;
    while let Some(Some(step)) = best.get(place) {
        parts.push(step.part.clone());
        place = step.from;
    }
    parts.reverse();
    if parts.len() >= 2 { parts } else { Vec::new() }
}

fn begins_entry(word: &str, at: usize) -> bool {
    let here = word.as_bytes().get(at..).and_then(|rest| rest.first_chunk::<3>());
    here.is_some_and(|beginning| DICTIONARY.beginnings.contains(beginning))
}

/// One word we do not know is allowed, at either end. `before` is the length of the part before.
fn may_be_unknown(before: Option<usize>, part: &str, last: bool) -> bool {
    match before {
        None => part.len() >= SHORTEST_UNKNOWN_FIRST && !last,
        Some(known) => {
            last && part.len() >= SHORTEST_UNKNOWN_LAST && known >= SHORTEST_BEFORE_UNKNOWN
        }
    }
}

fn is_known(part: &str, part_stem: Option<&str>, last: bool, after_unknown: bool) -> bool {
    if after_unknown && part.len() < SHORTEST_AFTER_UNKNOWN {
        return false;
    }
    if last {
        // Not the inside of anything, but many women.
        if part == "innen" {
            return false;
        }
        let stem = part_stem.filter(|_| part.len() > SHORTEST_PART);
        DICTIONARY.words.contains(part) || stem.is_some_and(|stem| DICTIONARY.stems.contains(stem))
    } else {
        part.len() <= DICTIONARY.longest && DICTIONARY.first_parts.contains(part)
    }
}

fn offer(best: &mut [Option<Step>], at: usize, step: Step) {
    if let Some(slot) = best.get_mut(at)
        && slot.as_ref().is_none_or(|known| step.cost < known.cost)
    {
        *slot = Some(step);
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
            ("softwareentwicklerinnen", &["software", "entwicklerinnen"]),
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
