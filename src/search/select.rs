//! Which documents the conditions of a query allow.

use super::SearchError;
use super::analysis::fold::fold;
use super::analysis::{Lexeme, analyze};
use super::document::Attributes;
use super::filter::{Condition, Filter};
use super::lexicon::Lexicon;
use super::schema::{Place, TEXT_PLACES};
use super::terms::{keyed_code, pairs};

/// A yes or no for every document; `None` where everything is allowed.
pub(super) type Allowed = Option<Vec<bool>>;

/// Documents that fulfil all conditions. Several of one kind with a value to choose from (fields,
/// ways in, corpora) are alternatives.
pub(super) fn allowed(
    lexicon: &Lexicon,
    corpora: &[String],
    filters: &[Filter],
) -> Result<Allowed, SearchError> {
    if filters.is_empty() {
        return Ok(None);
    }
    let mut allowed = vec![true; lexicon.documents()];
    let mut alternatives: [Option<Vec<bool>>; 3] = [None, None, None];
    for Filter { condition, .. } in filters {
        let fulfils = fulfilling(lexicon, corpora, condition)?;
        let choice = match condition {
            Condition::Field(_) => alternatives.first_mut(),
            Condition::Access(_) => alternatives.get_mut(1),
            Condition::Corpus(_) => alternatives.get_mut(2),
            _ => None,
        };
        match choice {
            Some(Some(known)) => merge(known, &fulfils, |known, new| known || new),
            Some(empty) => *empty = Some(fulfils),
            None => merge(&mut allowed, &fulfils, |known, new| known && new),
        }
    }
    for choice in alternatives.iter().flatten() {
        merge(&mut allowed, choice, |known, new| known && new);
    }
    Ok(Some(allowed))
}

fn merge(into: &mut [bool], from: &[bool], rule: impl Fn(bool, bool) -> bool) {
    for (into, from) in into.iter_mut().zip(from) {
        *into = rule(*into, *from);
    }
}

fn fulfilling(
    lexicon: &Lexicon,
    corpora: &[String],
    condition: &Condition,
) -> Result<Vec<bool>, SearchError> {
    let catalogue = &lexicon.catalogue;
    match condition {
        Condition::Field(beginning) => {
            let fields: Vec<bool> =
                catalogue.fields.iter().map(|field| has_word(field, beginning)).collect();
            let fits = |a: Attributes| fields.get(usize::from(a.field)).copied().unwrap_or(false);
            Ok(by_attributes(lexicon, fits))
        }
        Condition::Corpus(beginning) => {
            let fits: Vec<bool> =
                corpora.iter().map(|name| fold(name).starts_with(beginning)).collect();
            let fits = |a: Attributes| fits.get(usize::from(a.corpus)).copied().unwrap_or(false);
            Ok(by_attributes(lexicon, fits))
        }
        Condition::Access(ways) => Ok(by_attributes(lexicon, |a| a.access & ways != 0)),
        Condition::Pay { from, to } => {
            Ok(by_attributes(lexicon, |a| a.median > 0 && (*from..=*to).contains(&a.median)))
        }
        Condition::Code { scheme, prefix } => {
            let mut fulfils = vec![false; lexicon.documents()];
            let prefix = keyed_code(*scheme, prefix);
            lexicon.visit_prefix(lexicon.fields.code, &prefix, |_, doc| set(&mut fulfils, doc))?;
            Ok(fulfils)
        }
        Condition::Within { place, word } => {
            let mut fulfils = vec![false; lexicon.documents()];
            for word in analyze(word) {
                holding(lexicon, *place, &word.lexeme, true, &mut fulfils)?;
            }
            Ok(fulfils)
        }
        Condition::Without(word) => {
            let mut holds = vec![false; lexicon.documents()];
            for word in analyze(word) {
                for (place, _) in TEXT_PLACES {
                    holding(lexicon, place, &word.lexeme, false, &mut holds)?;
                }
                holding(lexicon, Place::Title, &word.lexeme, false, &mut holds)?;
            }
            holds.iter_mut().for_each(|holds| *holds = !*holds);
            Ok(holds)
        }
        Condition::Phrase(phrase) => {
            let words = analyze(phrase);
            let pairs = pairs(&words);
            let mut fulfils = vec![true; lexicon.documents()];
            let mut check = |field, term: &str| -> Result<(), SearchError> {
                let mut one = vec![false; lexicon.documents()];
                lexicon.visit(field, term, |doc, _| set(&mut one, doc))?;
                merge(&mut fulfils, &one, |known, new| known && new);
                Ok(())
            };
            for pair in &pairs {
                check(lexicon.fields.pair, pair)?;
            }
            if pairs.is_empty() {
                for word in &words {
                    check(lexicon.fields.vocabulary, word.lexeme.form())?;
                }
            }
            Ok(fulfils)
        }
    }
}

/// Marks documents that hold a word at a place, or with `beginning` one that begins so.
fn holding(
    lexicon: &Lexicon,
    place: Place,
    word: &Lexeme,
    beginning: bool,
    holds: &mut [bool],
) -> Result<(), SearchError> {
    let fields = &lexicon.fields;
    let searched: Vec<_> = match place {
        Place::Title | Place::Alias => [fields.title, fields.alias]
            .into_iter()
            .flat_map(|names| [names.stem, names.part, names.word])
            .collect(),
        place => {
            let at = TEXT_PLACES.iter().position(|(known, _)| *known == place);
            at.and_then(|at| fields.text.get(at)).copied().into_iter().collect()
        }
    };
    for field in searched {
        for stem in &word.stems {
            lexicon.visit(field, stem, |doc, _| set(holds, doc))?;
        }
        if beginning && word.form().len() > 2 {
            lexicon.visit_prefix(field, word.form(), |_, doc| set(holds, doc))?;
        }
    }
    Ok(())
}

fn by_attributes(lexicon: &Lexicon, fits: impl Fn(Attributes) -> bool) -> Vec<bool> {
    let documents = u32::try_from(lexicon.documents()).unwrap_or(u32::MAX);
    (0..documents).map(|doc| lexicon.catalogue.attributes(doc).is_some_and(&fits)).collect()
}

fn set(marks: &mut [bool], doc: u32) {
    if let Some(mark) = marks.get_mut(doc as usize) {
        *mark = true;
    }
}

fn has_word(text: &str, beginning: &str) -> bool {
    fold(text).split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(beginning))
        || fold(text).starts_with(beginning)
}
