//! Whether a text says what another one asks for, word by word, and why.
//!
//! Words are those of the search: the same form, the same stem, a part of a compound, a synonym
//! from the list of skills, or a word with one letter mistyped.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::LazyLock;

use crate::search::analysis::stopwords::is_stopword;
use crate::search::analysis::{Lexeme, analyze};

/// Rules as people edit them.
const SKILLS: &str = include_str!("../../data/words/skills.txt");

/// Words that every requirement has and that say nothing about it.
const EMPTY: &[&str] = &[
    "kenntnisse",
    "kenntnis",
    "erfahrung",
    "erfahrungen",
    "berufserfahrung",
    "umgang",
    "gute",
    "guter",
    "gutes",
    "guten",
    "sehr",
    "sicherer",
    "sicheren",
    "sicher",
    "fundierte",
    "solide",
    "mehrjährige",
    "erste",
    "idealerweise",
    "wünschenswert",
    "vorteil",
    "bereitschaft",
    "fähigkeit",
    "verständnis",
    "interesse",
    "spaß",
    "freude",
    "bereich",
    "jahre",
    "jahren",
    "mindestens",
    "mehrere",
    "abgeschlossene",
    "abgeschlossenes",
    "abgeschlossener",
    "vergleichbare",
    "vergleichbar",
    "ähnliche",
    "einschlägige",
    "gültige",
    "gültiger",
    "hohe",
    "hohes",
    "ausgeprägte",
    "grundkenntnisse",
    "fachkenntnisse",
    "anwendung",
    "arbeiten",
    "arbeit",
    "sie",
    "du",
    "ihr",
    "ihre",
    "dein",
    "deine",
    "haben",
    "hast",
    "bringen",
    "bringst",
    "verfügen",
    "verfügst",
    "besitzen",
    "sind",
    "bist",
    "können",
    "kannst",
    "wäre",
    "schön",
    "gern",
    "gerne",
    "auch",
    "etwas",
    "wort",
    "schrift",
    "niveau",
    "experience",
    "knowledge",
    "solid",
    "good",
    "skills",
    "with",
    "kontext",
    "rahmen",
    "sowie",
    "etc",
    "usw",
];

/// A text taken apart: its telling words, with what they mean by the list of skills.
pub(super) struct Reading {
    words: Vec<Heard>,
}

struct Heard {
    /// As it stands in the text.
    text: String,
    lexeme: Rc<Lexeme>,
}

/// Why a word counts as found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Why {
    Same(String),
    Stem(String, String),
    Part(String, String),
    Synonym(String, String),
    Fuzzy(String, String),
}

/// How much of a text another one says.
pub(super) struct Coverage {
    /// From nothing (0) to every telling word (1).
    pub(super) share: f32,
    pub(super) reasons: Vec<Why>,
    /// Telling words that were not found.
    pub(super) open: Vec<String>,
}

/// What a phrase stands for: key of its stems to phrases it counts as.
static RULES: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut rules: HashMap<String, Vec<&'static str>> = HashMap::new();
    for line in SKILLS.lines() {
        let line = line.split('#').next().unwrap_or_default();
        // "C#" has the comment sign in its name.
        let line = if line.trim_end().ends_with("=> C") { "C# " } else { line };
        let (from, to) = line.split_once("=>").unwrap_or((line, line));
        let terms = |side: &'static str| side.split(',').map(str::trim).filter(|t| !t.is_empty());
        for term in terms(from) {
            let targets = rules.entry(key(term)).or_default();
            for target in terms(to).filter(|target| *target != term) {
                if !targets.contains(&target) {
                    targets.push(target);
                }
            }
        }
    }
    rules
});

fn key(phrase: &str) -> String {
    let words = analyze(phrase);
    let stem = |lexeme: &Lexeme| lexeme.stems.first().cloned().unwrap_or_default();
    words.iter().map(|word| stem(&word.lexeme)).collect::<Vec<_>>().join(" ")
}

impl Reading {
    pub(super) fn of(text: &str) -> Self {
        let words = analyze(text)
            .into_iter()
            .map(|word| Heard { text: word.token.word(text).to_owned(), lexeme: word.lexeme })
            .collect();
        Self { words }
    }

    /// Words that say something about what is asked.
    fn telling(&self) -> impl Iterator<Item = &Heard> {
        self.words.iter().filter(|word| {
            let form = word.lexeme.form();
            !is_stopword(form)
                && !EMPTY.contains(&word.text.to_lowercase().as_str())
                && (form.chars().count() > 1 || word.text.chars().all(char::is_uppercase))
                && !form.chars().all(|c| c.is_ascii_digit())
        })
    }

    /// How much of this text `other` says.
    pub(super) fn coverage(&self, other: &Self) -> Coverage {
        let mut coverage = Coverage { share: 0.0, reasons: Vec::new(), open: Vec::new() };
        let mut asked = 0.0_f32;
        let mut found = 0.0_f32;
        let expanded = other.meanings();
        for word in self.telling() {
            asked += 1.0;
            match why(word, other).or_else(|| by_synonym(word, &expanded)) {
                Some((why, worth)) => {
                    found += worth;
                    coverage.reasons.push(why);
                }
                None => coverage.open.push(word.text.clone()),
            }
        }
        if asked > 0.0 {
            coverage.share = found / asked;
        }
        coverage
    }

    /// What phrases of this text count as by the list of skills, one step and then another.
    fn meanings(&self) -> Vec<(String, Lexeme)> {
        let mut found: Vec<(String, &str)> = Vec::new();
        for length in 1..=3 {
            for window in self.words.windows(length) {
                let stems =
                    window.iter().map(|w| w.lexeme.stems.first().map_or("", String::as_str));
                let key = stems.collect::<Vec<_>>().join(" ");
                let said = window.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ");
                for target in RULES.get(&key).into_iter().flatten() {
                    found.push((said.clone(), target));
                }
            }
        }
        let second: Vec<(String, &str)> = found
            .iter()
            .flat_map(|(said, target)| {
                RULES
                    .get(&self::key(target))
                    .into_iter()
                    .flatten()
                    .map(|next| (said.clone(), *next))
            })
            .collect();
        found.extend(second);
        found
            .into_iter()
            .flat_map(|(said, target)| {
                analyze(target).into_iter().map(move |word| (said.clone(), (*word.lexeme).clone()))
            })
            .collect()
    }
}

/// Letters a part of a compound must have to say something: Lohnabrechnung, Abrechnung.
const SHORTEST_PART: usize = 5;
/// Letters from which one may be mistyped.
const SHORTEST_FUZZY: usize = 6;

/// Whether a text has the word, and what that is worth.
fn why(word: &Heard, text: &Reading) -> Option<(Why, f32)> {
    let asked = &word.lexeme;
    let said = |found: &Heard| (word.text.clone(), found.text.clone());
    if let Some(found) = text.words.iter().find(|w| shared(&asked.forms, &w.lexeme.forms)) {
        return Some((Why::Same(found.text.clone()), 1.0));
    }
    if let Some(found) = text.words.iter().find(|w| shared(&asked.stems, &w.lexeme.stems)) {
        let (asked, found) = said(found);
        return Some((Why::Stem(asked, found), 1.0));
    }
    for found in &text.words {
        let whole_in_part = |whole: &Lexeme, parts: &Lexeme| {
            parts.parts.iter().any(|part| {
                part.terms.iter().any(|term| {
                    term.chars().count() >= SHORTEST_PART
                        && (whole.stems.contains(term) || whole.forms.contains(term))
                })
            })
        };
        // The text is more special than what is asked, or the other way round.
        let worth = if whole_in_part(asked, &found.lexeme) {
            0.9
        } else if whole_in_part(&found.lexeme, asked) {
            0.7
        } else if common_part(asked, &found.lexeme) {
            0.6
        } else {
            continue;
        };
        let (asked, found) = said(found);
        return Some((Why::Part(asked, found), worth));
    }
    let letters = asked.form().chars().count();
    let near = |found: &&Heard| {
        let other = found.lexeme.form();
        letters >= SHORTEST_FUZZY
            && other.chars().count().abs_diff(letters) <= 1
            && strsim::damerau_levenshtein(asked.form(), other) == 1
    };
    let found = text.words.iter().find(near)?;
    let (asked, found) = said(found);
    Some((Why::Fuzzy(asked, found), 0.8))
}

fn common_part(a: &Lexeme, b: &Lexeme) -> bool {
    let terms = |lexeme: &Lexeme| -> Vec<String> {
        let terms = lexeme.parts.iter().flat_map(|part| part.terms.iter().cloned());
        terms.filter(|term| term.chars().count() >= SHORTEST_PART).collect()
    };
    shared(&terms(a), &terms(b))
}

fn shared(a: &[String], b: &[String]) -> bool {
    a.iter().any(|term| b.contains(term))
}

fn by_synonym(word: &Heard, meanings: &[(String, Lexeme)]) -> Option<(Why, f32)> {
    let (said, _) = meanings.iter().find(|(_, meaning)| {
        shared(&word.lexeme.stems, &meaning.stems) || shared(&word.lexeme.forms, &meaning.forms)
    })?;
    Some((Why::Synonym(word.text.clone(), said.clone()), 0.9))
}

/// "Java oder Kotlin" as two; anything else as one.
pub(super) fn alternatives(requirement: &str) -> Vec<String> {
    let words: Vec<&str> = requirement.split(' ').collect();
    let at = |word: &str| words.iter().position(|w| *w == word);
    let Some(position) = at("oder").or_else(|| at("or")) else {
        return vec![requirement.to_owned()];
    };
    let (before, after) = (words.get(..position), words.get(position + 1..));
    let (Some([rest @ .., first]), Some([second, tail @ ..])) = (before, after) else {
        return vec![requirement.to_owned()];
    };
    // What stands around both belongs to each.
    let with = |choice: &str| {
        let words = rest.iter().copied().chain([choice]).chain(tail.iter().copied());
        words.collect::<Vec<_>>().join(" ")
    };
    let whole_sides = [words.get(..position), words.get(position + 1..)];
    let sides = whole_sides.into_iter().flatten().map(|side| side.join(" "));
    [with(first.trim_end_matches(',')), with(second)].into_iter().chain(sides).collect()
}
