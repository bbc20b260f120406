//! „das“ or „dass“: only where the other spelling is impossible.

use std::ops::Range;

use super::{finding, words};
use crate::spelling::{Finding, Reason};

/// Verbs and phrases that a clause with „dass“ follows, and never a relative clause.
const SAYING: &[&str] = &[
    "hoffe",
    "hoffen",
    "glaube",
    "glauben",
    "denke",
    "denken",
    "weiß",
    "wissen",
    "meine",
    "finde",
    "freue mich",
    "freuen uns",
    "bin sicher",
    "sicher",
    "überzeugt",
    "zeigt",
    "bedeutet",
    "heißt",
    "wünsche mir",
    "bin mir sicher",
    "gesagt",
    "gelernt",
    "gezeigt",
];
const SUBJECTS: &[&str] = &["ich", "du", "er", "wir", "ihr", "Sie", "man", "mir", "mich", "Ihnen"];
/// After „dass“ the verb stands last; next to it a verb can only mean „das“.
const VERBS: &[&str] =
    &["ist", "war", "wäre", "heißt", "bedeutet", "wird", "hat", "passt", "macht", "zeigt"];

/// „Ich hoffe, das ich“, „…, dass ist“.
pub(super) fn das_or_dass(text: &str, found: &mut Vec<Finding>) {
    let all: Vec<(Range<usize>, &str)> = words(text).collect();
    for window in all.windows(2) {
        let [(range, word), (next, follows)] = window else { continue };
        if text.get(range.end..next.start) != Some(" ") {
            continue;
        }
        let before = text.get(..range.start).unwrap_or_default();
        if *word == "das" && SUBJECTS.contains(follows) {
            let clause = before.trim_end().strip_suffix(',').unwrap_or_default();
            let said = SAYING.iter().any(|verb| {
                let rest = clause.strip_suffix(verb);
                rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace))
            });
            if said {
                found.push(finding(range.start, range.end, Reason::DassClause, &["dass"]));
            }
        }
        if (*word == "dass" || *word == "Dass") && VERBS.contains(follows) {
            let repair = if *word == "dass" { "das" } else { "Das" };
            found.push(finding(range.start, range.end, Reason::NoDassClause, &[repair]));
        }
    }
}
