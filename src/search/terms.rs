//! The terms a document puts into the fields of the index.
//!
//! Terms are made by `analysis` and handed to tantivy as they are, separated by spaces.

use std::collections::{BTreeMap, HashSet};

use tantivy::TantivyDocument;
use tantivy::schema::Field;

use super::analysis::fold::Folded;
use super::analysis::grams::Packed;
use super::analysis::stopwords::is_stopword;
use super::analysis::{Analyzer, Word};
use super::catalogue::{CatalogueMaker, trigrams_of};
use super::document::SearchDocument;
use super::filter::Scheme;
use super::keys;
use super::schema::{Fields, NameFields, SPELLING_SEPARATOR, TEXT_PLACES, text_at};

/// Turns documents into what tantivy indexes. Made once per corpus: it remembers words.
pub(super) struct TermMaker {
    fields: Fields,
    analyzer: Analyzer,
    /// Words whose spelling is in the index.
    spelled: HashSet<String>,
    catalogue: CatalogueMaker,
}

impl TermMaker {
    pub(super) fn new(fields: Fields) -> Self {
        Self {
            fields,
            analyzer: Analyzer::default(),
            spelled: HashSet::new(),
            catalogue: CatalogueMaker::new(),
        }
    }

    /// What was collected beside the index.
    pub(super) fn catalogue(self) -> CatalogueMaker {
        self.catalogue
    }

    pub(super) fn document(&mut self, document: &SearchDocument) -> TantivyDocument {
        let mut terms = Terms::default();
        let (titles, aliases) = (self.fields.title, self.fields.alias);
        let mut trigrams = Vec::with_capacity(document.names.len());
        for (fields, names) in [(titles, document.titles()), (aliases, document.aliases())] {
            for name in names {
                let of_name = self.add_name(&mut terms, fields, name);
                trigrams.push((std::ptr::eq(names, document.titles()), of_name));
            }
        }
        self.catalogue.add(document, trigrams);
        // A word is in the vocabulary of a document once, however often it is used.
        let mut listed = HashSet::new();
        for (number, (place, _)) in TEXT_PLACES.iter().enumerate() {
            let Some(field) = self.fields.text.get(number).copied() else { continue };
            for line in text_at(document, *place) {
                self.add_line(&mut terms, field, line, &mut listed);
            }
        }
        let keyed = document.codes.iter().map(|(scheme, code)| keyed_code(*scheme, code));
        terms.add(self.fields.code, &keyed.collect::<Vec<_>>());
        let mut made = TantivyDocument::default();
        made.add_text(self.fields.id, &document.id);
        for (field, terms) in terms.0 {
            made.add_text(field, terms);
        }
        made
    }

    /// Adds a name and returns its trigrams.
    fn add_name(&mut self, terms: &mut Terms, fields: NameFields, name: &str) -> Vec<Packed> {
        let words = keys::distinct(self.analyzer.analyze(name));
        let keys = keys::keys(&words);
        terms.add(fields.key, keys.all());
        terms.add(fields.first_letter, &keys.written.first().map(|key| first_of_name(key)));
        for word in &words {
            let lexeme = &word.lexeme;
            let written = word.token.word(name);
            terms.add(fields.word, &lexeme.forms);
            terms.add(fields.stem, &lexeme.stems);
            terms.add(fields.first_letter, &lexeme.form().chars().next().map(String::from));
            self.add_to_vocabulary(terms, &lexeme.forms, written);
            for part in &lexeme.parts {
                terms.add(fields.part, &part.terms);
                let range = Folded::new(written).original(part.range.start, part.range.end);
                let first = part.terms.get(..1).unwrap_or_default();
                let noun = noun(written.get(range).unwrap_or_default());
                self.add_to_vocabulary(terms, first, &noun);
            }
        }
        for lexeme in keys::tied_together(&words, name) {
            terms.add(fields.word, &lexeme.forms);
            terms.add(fields.stem, &lexeme.stems);
            terms.add(self.fields.vocabulary, &lexeme.forms);
        }
        self.add_pairs(terms, &words);
        let trigrams = trigrams_of(&words);
        for gram in &trigrams {
            terms.add(self.fields.gram, [&gram.term()]);
        }
        trigrams
    }

    fn add_line<'a>(
        &mut self,
        terms: &mut Terms,
        field: Field,
        line: &'a str,
        listed: &mut HashSet<&'a str>,
    ) {
        let words = self.analyzer.analyze(line);
        self.add_pairs(terms, &words);
        for Word { token, lexeme } in words {
            if is_stopword(lexeme.form()) {
                continue;
            }
            terms.add(field, &lexeme.stems);
            // Of a part only its stem counts: running text needs no finer grades.
            terms.add(field, lexeme.parts.iter().filter_map(|part| part.terms.last()));
            let written = token.word(line);
            if listed.insert(written) {
                self.add_to_vocabulary(terms, &lexeme.forms, written);
            }
        }
    }

    fn add_pairs(&self, terms: &mut Terms, words: &[Word]) {
        terms.add(self.fields.pair, &pairs(words));
    }

    fn add_to_vocabulary(&mut self, terms: &mut Terms, forms: &[String], written: &str) {
        terms.add(self.fields.vocabulary, forms);
        if !self.spelled.contains(written) {
            self.spelled.insert(written.to_owned());
            let spellings = forms.iter().map(|form| format!("{form}{SPELLING_SEPARATOR}{written}"));
            terms.add(self.fields.spelling, &spellings.collect::<Vec<_>>());
        }
    }
}

/// The term for a code of a classification.
pub(super) fn keyed_code(scheme: Scheme, code: &str) -> String {
    let code = code.rsplit('/').next().unwrap_or(code);
    format!("{}:{}", scheme.key(), code.to_lowercase())
}

/// The terms for words that follow each other, stop words left out.
pub(super) fn pairs(words: &[Word]) -> Vec<String> {
    let telling = words.iter().filter(|word| !is_stopword(word.lexeme.form()));
    let stems: Vec<&str> =
        telling.filter_map(|word| word.lexeme.stems.first().map(String::as_str)).collect();
    stems.windows(2).map(|pair| pair.join("_")).collect()
}

/// The term for a name's first letter.
pub(super) fn first_of_name(key: &str) -> String {
    std::iter::once('^').chain(key.chars().take(1)).collect()
}

/// A part as the noun it is outside its compound.
fn noun(part: &str) -> String {
    let mut letters = part.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Terms by field, separated by spaces.
#[derive(Default)]
struct Terms(BTreeMap<Field, String>);

impl Terms {
    fn add<'a>(&mut self, field: Field, terms: impl IntoIterator<Item = &'a String>) {
        let text = self.0.entry(field).or_default();
        for term in terms {
            text.push_str(term);
            text.push(' ');
        }
    }
}
