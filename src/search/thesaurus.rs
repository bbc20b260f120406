//! Words that mean the same profession: what people say, and what titles say.
//!
//! The rules are in `data/words/thesaurus`, in the format of Solr: `a, b` finds both ways,
//! `a => b` only from left to right. They are applied to queries, never to the index, so that a
//! better thesaurus needs no new index, and a hit through it can be told from a literal one.

use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;
use std::sync::LazyLock;

use super::analysis::stopwords::is_stopword;
use super::analysis::{Lexeme, Word, analyze, first_stems};
use super::keys::{self, Keys};

/// Files of rules with their names.
static THESAURUS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/thesaurus.rs"));

/// Longest phrase of a rule, in words that say something.
const LONGEST: usize = 5;
/// More readings than that help nobody and cost time; the surest come first.
const MOST_VARIANTS: usize = 10;

/// What a term stands for, by its stems.
static RULES: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut rules: HashMap<String, Vec<&'static str>> = HashMap::new();
    for line in THESAURUS.iter().flat_map(|(_, text)| text.lines()) {
        let Some((from, to)) = rule(line) else { continue };
        for term in &from {
            let targets = rules.entry(key_of(term)).or_default();
            for target in to.iter().filter(|target| *target != term) {
                if !targets.contains(target) {
                    targets.push(target);
                }
            }
        }
    }
    rules
});

/// The two sides of a rule; one and the same where it holds both ways.
fn rule(line: &str) -> Option<(Vec<&str>, Vec<&str>)> {
    fn terms(side: &str) -> Vec<&str> {
        side.split(',').map(str::trim).filter(|term| !term.is_empty()).collect()
    }
    let line = line.split('#').next().unwrap_or_default().trim();
    let (from, to) = line.split_once("=>").unwrap_or((line, line));
    (!line.is_empty()).then(|| (terms(from), terms(to)))
}

/// The query said in other words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Variant {
    /// Which of the query's words are replaced.
    pub(super) replaced: Range<usize>,
    /// What stands there instead.
    pub(super) words: Vec<Rc<Lexeme>>,
    /// The whole query with the replacement, as a name.
    pub(super) keys: Keys,
    /// Every word of it, for its look.
    pub(super) all: Vec<Rc<Lexeme>>,
    /// Only a part of a compound was replaced.
    pub(super) in_part: bool,
}

/// Loads the rules, so that the first query need not.
pub(super) fn warm() {
    LazyLock::force(&RULES);
}

/// Other readings of a query, the longest replaced phrases first.
pub(super) fn variants(words: &[Word]) -> Vec<Variant> {
    let mut variants = Vec::new();
    for length in (1..=words.len().min(LONGEST)).rev() {
        for start in 0..=words.len() - length {
            let range = start..start + length;
            let Some(phrase) = words.get(range.clone()) else { continue };
            for target in RULES.get(&key(phrase)).into_iter().flatten() {
                push(&mut variants, words, range.clone(), analyze(target), false);
            }
        }
    }
    for (number, word) in words.iter().enumerate() {
        for replaced in in_parts(&word.lexeme) {
            push(&mut variants, words, number..number + 1, analyze(&replaced), true);
        }
    }
    variants
}

fn push(
    variants: &mut Vec<Variant>,
    words: &[Word],
    replaced: Range<usize>,
    instead: Vec<Word>,
    in_part: bool,
) {
    if variants.len() == MOST_VARIANTS || instead.is_empty() {
        return;
    }
    let before = words.get(..replaced.start).unwrap_or_default();
    let after = words.get(replaced.end..).unwrap_or_default();
    let all: Vec<Word> = before.iter().chain(&instead).chain(after).cloned().collect();
    let lexemes = |words: Vec<Word>| words.into_iter().map(|word| word.lexeme).collect();
    let keys = keys::keys(&all);
    if variants.iter().any(|known| known.keys == keys) {
        return;
    }
    variants.push(Variant { replaced, words: lexemes(instead), keys, all: lexemes(all), in_part });
}

/// A compound with one of its parts replaced: `autobuslenker` gives `autobusfahrer`.
fn in_parts(word: &Lexeme) -> Vec<String> {
    let form = word.form();
    let replace = |part: &super::analysis::Part| {
        let range = part.range.clone();
        let stem = part.terms.last().map_or("", String::as_str);
        let (before, after) = (form.get(..range.start)?, form.get(range.end..)?);
        let targets = RULES.get(stem)?.iter().filter(|target| !target.contains(' '));
        Some(targets.map(move |target| format!("{before}{}{after}", target.to_lowercase())))
    };
    word.parts.iter().filter_map(replace).flatten().collect()
}

/// [`key`] of a term, without taking its compounds apart: half of the time a first query takes.
fn key_of(term: &str) -> String {
    first_stems(term).join(" ")
}

fn key(words: &[Word]) -> String {
    let telling = words.iter().filter(|word| !is_stopword(word.lexeme.form()));
    let stems: Vec<&str> =
        telling.filter_map(|word| word.lexeme.stems.first().map(String::as_str)).collect();
    stems.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(typed: &str) -> Vec<String> {
        let form = |word: &Rc<Lexeme>| word.form().to_owned();
        let line = |variant: Variant| variant.all.iter().map(form).collect::<Vec<_>>().join(" ");
        variants(&analyze(typed)).into_iter().map(line).collect()
    }

    #[test]
    fn rules_are_read_as_solr_reads_them() {
        assert_eq!(rule("a, b c => d # why"), Some((vec!["a", "b c"], vec!["d"])));
        assert_eq!(rule("a, b"), Some((vec!["a", "b"], vec!["a", "b"])));
        assert_eq!(rule("# nothing"), None);
        assert_eq!(rule("  "), None);
    }

    #[test]
    fn terms_of_rules_have_the_keys_of_queries() {
        let mut terms = 0;
        for line in THESAURUS.iter().flat_map(|(_, text)| text.lines()) {
            for term in rule(line).into_iter().flat_map(|(from, _)| from) {
                assert_eq!(key_of(term), key(&analyze(term)), "{term}");
                terms += 1;
            }
        }
        assert!(terms > 5_000, "only {terms} terms");
    }

    #[test]
    fn other_words_for_the_same() {
        for (typed, expected) in [
            ("Krankenschwester", "pflegefachmann"),
            ("krankenschwestern in Teilzeit", "pflegefachmann in teilzeit"),
            ("Autobuslenkerin", "autobusfahrer"),
            ("EDV-Techniker", "it techniker"),
            ("Putzfrau", "reinigungskraft"),
        ] {
            assert!(said(typed).contains(&expected.to_owned()), "{typed}: {:?}", said(typed));
        }
        assert!(!said("Reinigungskraft").contains(&"putzfrau".to_owned()), "one way only");
        assert_eq!(said("Xylofon"), Vec::<String>::new());
    }
}
