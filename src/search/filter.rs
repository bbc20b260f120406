//! Conditions inside a query: `feld:it`, `gehalt>4500`, `zugang:quereinstieg`, `-ohne`, `"am Stück"`.
//!
//! Reading is lenient: what is not complete yet, or no condition after all, is an ordinary word.
//! Names may be shortened as long as they are clear (`z:quer`).

use std::ops::Range;

use super::analysis::fold::fold;
use super::document::access_bit;
use super::schema::Place;
use crate::corpus::SectionKind;
use crate::corpus::profile::Access;

/// A condition in force, and where it stands in what was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    pub condition: Condition,
    /// Bytes of the query.
    pub range: Range<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// A word of the occupational field begins so.
    Field(String),
    /// The name of the corpus begins so.
    Corpus(String),
    /// One of the ways in, as bits of [`access_bit`].
    Access(u8),
    /// Median pay in euros a month.
    Pay { from: u32, to: u32 },
    /// A code of the classification begins so.
    Code { scheme: Scheme, prefix: String },
    /// A section or tag holds a word that begins so.
    Within { place: Place, word: String },
    /// Nowhere in the profile.
    Without(String),
    /// Word by word.
    Phrase(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scheme {
    Kldb,
    Isco,
    Onet,
    Esco,
    Dkz,
}

impl Scheme {
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Kldb => "kldb",
            Self::Isco => "isco",
            Self::Onet => "onet",
            Self::Esco => "esco",
            Self::Dkz => "dkz",
        }
    }
}

/// What stands before the colon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Name {
    Field,
    Corpus,
    Access,
    Pay,
    Code(Scheme),
    Within(Place),
}

/// Names in German and English, longest use first: a shortened name means the first that fits.
const NAMES: &[(&str, Name)] = &[
    ("feld", Name::Field),
    ("field", Name::Field),
    ("gehalt", Name::Pay),
    ("pay", Name::Pay),
    ("zugang", Name::Access),
    ("access", Name::Access),
    ("korpus", Name::Corpus),
    ("corpus", Name::Corpus),
    ("kldb", Name::Code(Scheme::Kldb)),
    ("isco", Name::Code(Scheme::Isco)),
    ("onet", Name::Code(Scheme::Onet)),
    ("esco", Name::Code(Scheme::Esco)),
    ("dkz", Name::Code(Scheme::Dkz)),
    ("aufgaben", Name::Within(Place::Section(SectionKind::Tasks))),
    ("tasks", Name::Within(Place::Section(SectionKind::Tasks))),
    ("kenntnisse", Name::Within(Place::Section(SectionKind::Skills))),
    ("skills", Name::Within(Place::Section(SectionKind::Skills))),
    ("berufsbild", Name::Within(Place::Section(SectionKind::Overview))),
    ("overview", Name::Within(Place::Section(SectionKind::Overview))),
    ("arbeitsbereiche", Name::Within(Place::Section(SectionKind::Workplaces))),
    ("workplaces", Name::Within(Place::Section(SectionKind::Workplaces))),
    ("einstieg", Name::Within(Place::Section(SectionKind::Entry))),
    ("entry", Name::Within(Place::Section(SectionKind::Entry))),
    ("karriere", Name::Within(Place::Section(SectionKind::Career))),
    ("career", Name::Within(Place::Section(SectionKind::Career))),
    ("passt", Name::Within(Place::Section(SectionKind::Fits))),
    ("fits", Name::Within(Place::Section(SectionKind::Fits))),
    ("tag", Name::Within(Place::Tag)),
];

const ACCESS: &[(&str, Access)] = &[
    ("ausbildung", Access::Training),
    ("training", Access::Training),
    ("lehre", Access::Training),
    ("studium", Access::Study),
    ("study", Access::Study),
    ("quereinstieg", Access::CareerChange),
    ("career_change", Access::CareerChange),
    ("weiterbildung", Access::FurtherTraining),
    ("further_training", Access::FurtherTraining),
];

/// Splits what was typed into conditions and the words that are searched. The words keep their
/// places: conditions become spaces.
pub(super) fn split(typed: &str) -> (String, Vec<Filter>) {
    let mut words = typed.to_owned();
    let mut filters = Vec::new();
    for range in pieces(typed) {
        let Some(piece) = typed.get(range.clone()) else { continue };
        if let Some(condition) = condition(piece) {
            words.replace_range(range.clone(), &" ".repeat(range.len()));
            filters.push(Filter { condition, range });
        }
    }
    (words, filters)
}

/// What stands between spaces; quotes hold spaces together once they are closed.
fn pieces(typed: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = None;
    let mut closing = None;
    for (at, letter) in typed.char_indices() {
        if let Some(quote) = closing {
            if letter == quote {
                closing = None;
            }
            continue;
        }
        if letter.is_whitespace() {
            pieces.extend(start.take().map(|start| start..at));
            continue;
        }
        let quote = closing_quote(letter).filter(|quote| {
            typed.get(at + letter.len_utf8()..).is_some_and(|rest| rest.contains(*quote))
        });
        closing = quote;
        start.get_or_insert(at);
    }
    pieces.extend(start.map(|start| start..typed.len()));
    pieces
}

fn closing_quote(letter: char) -> Option<char> {
    match letter {
        '"' => Some('"'),
        '„' => Some('“'),
        '“' => Some('”'),
        '»' => Some('«'),
        '«' => Some('»'),
        _ => None,
    }
}

fn condition(piece: &str) -> Option<Condition> {
    if let Some(word) = piece.strip_prefix(['-', '−', '–']) {
        let word = unquoted(word);
        return word.starts_with(char::is_alphabetic).then(|| Condition::Without(word.to_owned()));
    }
    if unquoted(piece).len() < piece.len() {
        let phrase = unquoted(piece).trim();
        return (!phrase.is_empty()).then(|| Condition::Phrase(phrase.to_owned()));
    }
    let at = piece.find([':', '=', '<', '>'])?;
    let (name, rest) = piece.split_at_checked(at)?;
    let mut sign = rest.chars();
    let sign = (sign.next()?, unquoted(sign.as_str()));
    value(name_of(name)?, sign)
}

fn name_of(name: &str) -> Option<Name> {
    let name = fold(name);
    (!name.is_empty()).then_some(())?;
    NAMES.iter().find(|(known, _)| known.starts_with(&name)).map(|(_, meaning)| *meaning)
}

fn value(name: Name, (sign, value): (char, &str)) -> Option<Condition> {
    if value.is_empty() {
        return None;
    }
    match name {
        Name::Pay => pay(sign, value),
        _ if !matches!(sign, ':' | '=') => None,
        Name::Field => Some(Condition::Field(fold(value))),
        Name::Corpus => Some(Condition::Corpus(fold(value))),
        Name::Access => {
            let value = fold(value);
            let known = ACCESS.iter().find(|(known, _)| known.starts_with(&value));
            known.map(|(_, way)| Condition::Access(access_bit(*way)))
        }
        Name::Code(scheme) => Some(Condition::Code { scheme, prefix: value.to_lowercase() }),
        Name::Within(place) => Some(Condition::Within { place, word: value.to_owned() }),
    }
}

/// `>4500`, `<=3.000`, `:4000-5000`, `>4k`.
fn pay(sign: char, value: &str) -> Option<Condition> {
    let (value, inclusive) = match value.strip_prefix('=') {
        Some(rest) => (rest, true),
        None => (value, false),
    };
    let condition = |from, to| Some(Condition::Pay { from, to });
    match sign {
        '>' => condition(euros(value)?.saturating_add(u32::from(!inclusive)), u32::MAX),
        '<' => condition(1, euros(value)?.saturating_sub(u32::from(!inclusive))),
        _ => match value.split_once(['-', '–']) {
            Some((from, to)) => condition(euros(from)?, euros(to)?),
            None => condition(euros(value)?, u32::MAX),
        },
    }
}

fn euros(text: &str) -> Option<u32> {
    let text = text.trim().trim_end_matches(['€', ' ']);
    let (text, thousand) = match text.strip_suffix(['k', 'K']) {
        Some(text) => (text, 1000),
        None => (text, 1),
    };
    let digits: String = text.chars().filter(|c| !matches!(c, '.' | '\'' | '\u{a0}')).collect();
    digits.parse::<u32>().ok()?.checked_mul(thousand)
}

fn unquoted(text: &str) -> &str {
    let inner = text.chars().next().and_then(|first| {
        let closing = closing_quote(first)?;
        text.strip_prefix(first)?.strip_suffix(closing)
    });
    inner.unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> (String, Vec<Condition>) {
        let (words, filters) = split(typed);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        (words, filters.into_iter().map(|filter| filter.condition).collect())
    }

    #[test]
    fn conditions_are_taken_out_of_the_query() {
        let pay = |from, to| Condition::Pay { from, to };
        let code = |prefix: &str| Condition::Code { scheme: Scheme::Kldb, prefix: prefix.into() };
        let tasks = Place::Section(SectionKind::Tasks);
        for (typed, words, conditions) in [
            ("koch feld:gastro", "koch", vec![Condition::Field("gastro".into())]),
            ("f:IT java", "java", vec![Condition::Field("it".into())]),
            ("gehalt>4500", "", vec![pay(4501, u32::MAX)]),
            ("gehalt>=4.500", "", vec![pay(4500, u32::MAX)]),
            ("g<3k", "", vec![pay(1, 2999)]),
            ("gehalt:4000-5000", "", vec![pay(4000, 5000)]),
            ("zugang:quereinstieg", "", vec![Condition::Access(4)]),
            ("z:stud", "", vec![Condition::Access(2)]),
            ("kldb:434", "", vec![code("434")]),
            (
                "aufgaben:kunden",
                "",
                vec![Condition::Within { place: tasks, word: "kunden".into() }],
            ),
            ("pflege -nacht", "pflege", vec![Condition::Without("nacht".into())]),
            ("\"offene Stellen\" x", "x", vec![Condition::Phrase("offene Stellen".into())]),
            ("„am Band“", "", vec![Condition::Phrase("am Band".into())]),
            ("korpus:esco koch", "koch", vec![Condition::Corpus("esco".into())]),
        ] {
            assert_eq!(read(typed), (words.to_owned(), conditions), "{typed}");
        }
    }

    #[test]
    fn what_is_not_complete_is_a_word() {
        for typed in ["feld:", "gehalt>", "gehalt>viel", "zugang:x", "-", "\"offen", "C#:x", "a:"] {
            assert_eq!(read(typed).1, [], "{typed}");
        }
        assert_eq!(read("Koch -").0, "Koch -");
        assert_eq!(read("Diplom-Ingenieur").0, "Diplom-Ingenieur");
        assert_eq!(read("kaufmann/-frau").0, "kaufmann/-frau");
    }

    #[test]
    fn a_condition_knows_where_it_stands() {
        let typed = "köchin feld:it gehalt>3000";
        let (words, filters) = split(typed);
        assert_eq!(words.len(), typed.len());
        let texts: Vec<&str> = filters.iter().filter_map(|f| typed.get(f.range.clone())).collect();
        assert_eq!(texts, ["feld:it", "gehalt>3000"]);
    }
}
