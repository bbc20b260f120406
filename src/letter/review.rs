//! A look at the whole letter: facts about it, and hints that nobody has to follow.

use std::collections::{BTreeMap, BTreeSet};

use super::{Block, Letter, Rendered, Sources, text};
use crate::corpus::profile::SnippetKind;
use crate::search::analysis::analyze;
use crate::search::analysis::stopwords::is_stopword;
use crate::tailoring::Origin;

/// Lines of body text on one page: DIN A4 at 11 point, address and subject above it, signature and
/// enclosures below.
pub const PAGE_LINES: usize = 34;
/// Letters on a line of 165 mm in a common typeface of 11 point.
const LINE_LETTERS: usize = 88;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Review {
    /// Questions that stand in the text as `[…]`.
    pub open: Vec<String>,
    pub words: usize,
    /// Lines the body takes on paper.
    pub lines: usize,
    /// For each of the profile's questions: whether the letter answers it.
    pub answered: Vec<bool>,
    /// First words with which three or more sentences begin, and how many.
    pub repeated: Vec<(String, usize)>,
    pub hints: Vec<Hint>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// Nothing says why this employer or this work.
    NoReason,
    /// Claims without an example, a number or a place.
    NoEvidence,
    NoClosing,
}

impl Review {
    pub fn fits_page(&self) -> bool {
        self.lines <= PAGE_LINES
    }
}

/// Looks at a letter.
pub fn review(letter: &Letter, rendered: &[Rendered], sources: Sources<'_>) -> Review {
    let whole = text(rendered);
    let open = open_questions(rendered);
    let words = whole.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();
    let body = rendered.iter().filter(|part| part.kind != SnippetKind::Subject);
    let lines: usize =
        body.map(|part| lines_of(&part.filled.text) + 1).sum::<usize>().saturating_sub(1);
    Review {
        open,
        words,
        lines,
        answered: answered(letter, rendered, sources),
        repeated: repeated(&whole),
        hints: hints(rendered),
    }
}

/// Questions that stand in the letter in place of an answer, each once.
pub fn open_questions(rendered: &[Rendered]) -> Vec<String> {
    let mut open = Vec::new();
    for field in rendered.iter().flat_map(|part| &part.filled.fields) {
        if field.is_open() && !open.contains(&field.question) {
            open.push(field.question.clone());
        }
    }
    // Own words may still hold questions of the block they came from.
    for part in rendered.iter().filter(|part| part.edited) {
        for question in questions_in(&part.filled.text) {
            if !open.contains(&question) {
                open.push(question);
            }
        }
    }
    open
}

/// `[Welche Technik?]` in a text.
fn questions_in(text: &str) -> Vec<String> {
    let pieces = text.split('[').skip(1).filter_map(|piece| piece.split_once(']'));
    pieces.map(|(question, _)| question).filter(|q| q.ends_with('?')).map(str::to_owned).collect()
}

fn lines_of(text: &str) -> usize {
    text.lines()
        .map(|line| {
            let mut lines = 1;
            let mut used = 0;
            for word in line.split_whitespace() {
                let width = word.chars().count();
                if used > 0 && used + 1 + width > LINE_LETTERS {
                    lines += 1;
                    used = width;
                } else {
                    used += width + usize::from(used > 0);
                }
            }
            lines
        })
        .sum()
}

/// A question counts as answered by its guided block, by a text that shares enough of its telling
/// words, or because the person says so.
fn answered(letter: &Letter, rendered: &[Rendered], sources: Sources<'_>) -> Vec<bool> {
    let guided: BTreeSet<usize> = letter
        .parts
        .iter()
        .zip(rendered)
        .filter(|(_, part)| part.filled.fields.iter().all(|field| !field.is_open()))
        .filter_map(|(part, _)| match part.block {
            Block::Question(number) => Some(number),
            _ => None,
        })
        .collect();
    let said: Vec<BTreeSet<String>> = rendered
        .iter()
        .filter(|part| part.filled.fields.iter().all(|field| !field.is_open()))
        .map(|part| stems(&part.filled.text))
        .collect();
    sources
        .profile
        .tips
        .iter()
        .enumerate()
        .map(|(number, tip)| {
            if let Some(decided) = letter.questions.get(&number) {
                return *decided;
            }
            let asked = stems(&tip.question);
            let enough = asked.len().div_ceil(2).max(2);
            guided.contains(&number)
                || said.iter().any(|words| words.intersection(&asked).count() >= enough)
        })
        .collect()
}

fn stems(text: &str) -> BTreeSet<String> {
    analyze(text)
        .iter()
        .filter(|word| !is_stopword(word.lexeme.form()) && word.lexeme.form().chars().count() > 3)
        .filter_map(|word| word.lexeme.stems.first().cloned())
        .collect()
}

fn repeated(text: &str) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let sentences = text.split(['\n', '.', '!', '?']).map(str::trim);
    for sentence in sentences.filter(|sentence| sentence.split(' ').count() > 2) {
        let first = sentence.split(' ').next().unwrap_or_default();
        if first.starts_with(char::is_alphabetic) {
            *counts.entry(first).or_default() += 1;
        }
    }
    let mut found: Vec<(String, usize)> = counts
        .into_iter()
        .filter(|(_, count)| *count >= 3)
        .map(|(word, count)| (word.to_owned(), count))
        .collect();
    found.sort_by_key(|(word, count)| (std::cmp::Reverse(*count), word.clone()));
    found
}

fn hints(rendered: &[Rendered]) -> Vec<Hint> {
    let has = |kind: SnippetKind| {
        rendered.iter().any(|part| part.kind == kind && !part.filled.text.trim().is_empty())
    };
    let mut hints = Vec::new();
    if rendered.is_empty() {
        return hints;
    }
    if !has(SnippetKind::Motivation) {
        hints.push(Hint::NoReason);
    }
    // A number, or words that came from the person, is an example.
    let given = |origin: Origin| matches!(origin, Origin::Answer | Origin::Applicant);
    let example = rendered
        .iter()
        .filter(|part| matches!(part.kind, SnippetKind::Experience | SnippetKind::Skills))
        .any(|part| {
            let fields = &part.filled.fields;
            let finished = fields.iter().all(|field| !field.is_open());
            part.edited
                || (finished && part.filled.text.chars().any(|c| c.is_ascii_digit()))
                || fields.iter().any(|field| given(field.origin) && !field.name.contains('.'))
        });
    if !example {
        hints.push(Hint::NoEvidence);
    }
    if !has(SnippetKind::Closing) {
        hints.push(Hint::NoClosing);
    }
    hints
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::load;
    use crate::i18n::Language;
    use crate::letter::Part;
    use crate::tailoring::{Applicant, snippet};

    fn with<T>(work: impl FnOnce(Sources<'_>) -> T) -> T {
        let corpus = load::embedded().corpus;
        let (general, _) = snippet::embedded();
        let applicant = Applicant::default();
        work(Sources {
            profile: corpus.get("backend-developer").unwrap(),
            general: &general,
            applicant: &applicant,
            language: Language::German,
        })
    }

    #[test]
    fn a_new_letter_has_the_parts_of_one_and_says_what_is_open() {
        with(|sources| {
            let letter = Letter::begin(sources.profile, sources.general);
            let rendered = letter.rendered(sources);
            let kinds: Vec<SnippetKind> = rendered.iter().map(|part| part.kind).collect();
            use SnippetKind::{Closing, Experience, Motivation, Opening, Skills, Subject};
            assert_eq!(kinds, [Subject, Opening, Motivation, Experience, Skills, Closing]);
            let review = review(&letter, &rendered, sources);
            assert!(review.open.len() > 3, "{:?}", review.open);
            assert!(review.fits_page() && review.words > 100);
            assert_eq!(review.answered, [false; 8]);
            assert_eq!(review.hints, [Hint::NoEvidence]);
        });
    }

    #[test]
    fn a_profile_without_blocks_begins_with_general_ones() {
        with(|sources| {
            let bare = crate::corpus::Profile { snippets: Vec::new(), ..sources.profile.clone() };
            let letter = Letter::begin(&bare, sources.general);
            assert!(letter.parts.iter().all(|part| matches!(part.block, Block::General(_))));
            let sources = Sources { profile: &bare, ..sources };
            let kinds: Vec<SnippetKind> =
                letter.rendered(sources).iter().map(|part| part.kind).collect();
            assert_eq!(kinds.first(), Some(&SnippetKind::Subject));
            assert_eq!(kinds.last(), Some(&SnippetKind::Closing));
            assert!(kinds.len() >= 5, "{kinds:?}");
        });
    }

    #[test]
    fn questions_count_as_answered_by_block_words_or_decision() {
        with(|sources| {
            let mut letter =
                Letter { parts: vec![Part::block(Block::Question(2))], ..Letter::default() };
            let state =
                |letter: &Letter| review(letter, &letter.rendered(sources), sources).answered;
            assert_eq!(state(&letter), [false; 8], "not yet answered");
            letter.answers.insert("frage_3".into(), "Nachts fiel die Datenbank aus.".into());
            assert!(state(&letter)[2]);
            letter.questions.insert(2, false);
            letter.questions.insert(5, true);
            assert_eq!(state(&letter), [false, false, false, false, false, true, false, false]);
            let text = sources.profile.tips[0].question.trim_end_matches('?').to_owned();
            let letter = Letter { parts: vec![Part::free(&text)], ..Letter::default() };
            assert!(state(&letter)[0], "{text}");
        });
    }

    #[test]
    fn pages_repetitions_and_hints() {
        with(|sources| {
            let long = "Wort ".repeat(1_000);
            let text = "Ich kann das. Ich mag das sehr. Ich komme gern. Du auch.";
            let letter =
                Letter { parts: vec![Part::free(&long), Part::free(text)], ..Letter::default() };
            let review = super::review(&letter, &letter.rendered(sources), sources);
            assert!(!review.fits_page(), "{} lines", review.lines);
            assert_eq!(review.repeated, [("Ich".to_owned(), 3)]);
            let open = Letter {
                parts: vec![Part::free("Am [Wann?] [ja] in [Wo?].")],
                ..Letter::default()
            };
            assert_eq!(
                super::review(&open, &open.rendered(sources), sources).open,
                ["Wann?", "Wo?"]
            );
            assert_eq!(review.hints, [Hint::NoEvidence, Hint::NoClosing]);
        });
    }

    #[test]
    fn secret_answers_are_not_stored() {
        with(|sources| {
            let mut letter = Letter {
                parts: vec![Part::block(Block::General("gehaltswunsch".into()))],
                ..Letter::default()
            };
            let rendered = letter.rendered(sources);
            let secret = rendered[0].filled.fields.iter().find(|field| field.secret).unwrap();
            letter.answers.insert(secret.name.clone(), "61.000".into());
            letter.answers.insert("firma.name".into(), "Muster GmbH".into());
            let rendered = letter.rendered(sources);
            assert!(text(&rendered).contains("61.000"));
            let json = letter.to_json(&rendered);
            assert!(!json.contains("61.000") && json.contains("Muster GmbH"), "{json}");
            assert_eq!(Letter::from_json(&json).unwrap().parts, letter.parts);
        });
    }
}
