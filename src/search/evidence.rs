//! What the index holds for one word of a query, document by document.
//!
//! The readings of a word, best first: as written, by stem, as a beginning (only the word being
//! typed), as part of a compound. Only when all of these find nothing, the word is taken for a
//! typo; and only when no name holds it, a typed compound is looked up part by part.

use std::collections::HashMap;

use tantivy::DocId;
use tantivy::schema::Field;

use super::SearchError;
use super::analysis::stem::stem;
use super::analysis::stopwords::is_stopword;
use super::edits::edits;
use super::lexicon::Lexicon;
use super::query::{Query, QueryWord};
use super::schema::{NameFields, Place, TEXT_PLACES};
use super::thesaurus::Variant;

/// Words of the corpus a beginning stands for in running text; the most frequent are taken.
const MOST_CONTINUATIONS: usize = 40;
const CONTINUATIONS_READ: usize = 400;
/// Words a typo may stand for; the nearest are taken.
const MOST_REPAIRS: usize = 24;

/// What a match in a name is worth, by its kind. Title before alias, whole before part.
struct NameGrades {
    place: Place,
    word: f32,
    stem: f32,
    beginning: f32,
    part: f32,
    beginning_of_part: f32,
    repaired: f32,
}

const TITLE: NameGrades = NameGrades {
    place: Place::Title,
    word: 1.0,
    stem: 0.97,
    beginning: 0.85,
    part: 0.66,
    beginning_of_part: 0.56,
    repaired: 0.46,
};

const ALIAS: NameGrades = NameGrades {
    place: Place::Alias,
    word: 0.80,
    stem: 0.78,
    beginning: 0.72,
    part: 0.61,
    beginning_of_part: 0.51,
    repaired: 0.41,
};

/// A longer word is a less likely end of a beginning; at most this much is lost.
const LOSS_BY_LENGTH: f32 = 0.04;
/// A repaired part of a compound, a word with a second typo, a word only begun.
const LOSS_BY_PART: f32 = 0.05;
const LOSS_BY_SECOND_EDIT: f32 = 0.12;
const LOSS_BY_REST: f32 = 0.04;
/// People rarely mistype the first letter.
const LOSS_BY_FIRST_LETTER: f32 = 0.05;
/// A compound that was only found part by part.
const PIECEWISE: f32 = 0.5;
/// A word found in the other words of the thesaurus, or with one of its parts replaced.
const IN_OTHER_WORDS: f32 = 0.5;
const IN_PART: f32 = 0.5;

const TEXT_BEGINNING: f32 = 0.8;
const TEXT_REPAIRED: f32 = 0.5;

/// What one document holds for one word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Evidence {
    /// Worth of the best match in a name, 0 for none.
    pub(super) name: f32,
    /// Worth of all matches in running text together, below 1.
    pub(super) text: f32,
    best_text: f32,
    alias: bool,
    text_place: u8,
    /// Number of the repaired word in [`Found::repairs`], counted from 1; 0 for none.
    name_repair: u8,
    text_repair: u8,
}

impl Evidence {
    pub(super) fn place(&self) -> Option<Place> {
        if self.name > 0.0 {
            Some(if self.alias { Place::Alias } else { Place::Title })
        } else if self.text > 0.0 {
            TEXT_PLACES.get(usize::from(self.text_place)).map(|(place, _)| *place)
        } else {
            None
        }
    }

    /// Position in [`Found::repairs`] of the word that was matched instead.
    pub(super) fn repair(&self) -> Option<usize> {
        let number = if self.name > 0.0 { self.name_repair } else { self.text_repair };
        usize::from(number).checked_sub(1)
    }

    fn offer_name(&mut self, grade: f32, place: Place, repair: u8) {
        if grade > self.name {
            self.name = grade;
            self.alias = place == Place::Alias;
            self.name_repair = repair;
        }
    }

    /// Adds what another term of the same word says.
    fn add_text(&mut self, worth: f32, place: u8) {
        self.text += worth;
        if worth > self.best_text {
            self.best_text = worth;
            self.text_place = place;
            self.text_repair = 0;
        }
    }

    fn offer_text(&mut self, worth: f32, place: u8, repair: u8) {
        // More places say more, with less and less to add.
        self.text = 1.0 - (1.0 - self.text) * (1.0 - worth);
        if worth > self.best_text {
            self.best_text = worth;
            self.text_place = place;
            self.text_repair = repair;
        }
    }
}

/// Everything found for one word.
pub(super) struct Found {
    /// By document.
    pub(super) evidence: Vec<Evidence>,
    /// Folded words the typed word was taken for, nearest first; empty when it was found.
    pub(super) repairs: Vec<String>,
}

impl Found {
    fn nothing(lexicon: &Lexicon) -> Self {
        Self { evidence: vec![Evidence::default(); lexicon.documents()], repairs: Vec::new() }
    }

    fn any(&self) -> bool {
        self.evidence.iter().any(|e| e.name > 0.0 || e.text > 0.0)
    }

    fn any_name(&self) -> bool {
        self.evidence.iter().any(|e| e.name > 0.0)
    }

    fn at(&mut self, doc: DocId) -> Option<&mut Evidence> {
        self.evidence.get_mut(doc as usize)
    }
}

pub(super) fn gather(lexicon: &Lexicon, word: &QueryWord) -> Result<Found, SearchError> {
    let mut gatherer = Gatherer { lexicon, found: Found::nothing(lexicon) };
    let repairs = gatherer.read(word)?;
    gatherer.found.repairs = repairs;
    Ok(gatherer.found)
}

/// What the index holds for the words a thesaurus puts in place of some of the query's: taken
/// over by each of those.
pub(super) fn add_variant(
    lexicon: &Lexicon,
    query: &Query,
    variant: &Variant,
    found: &mut [Found],
) -> Result<(), SearchError> {
    let words: Vec<_> = variant.words.iter().filter(|w| !is_stopword(w.form())).collect();
    let share = if variant.in_part { IN_PART } else { IN_OTHER_WORDS } / words.len().max(1) as f32;
    let mut sum = vec![Evidence::default(); lexicon.documents()];
    for word in words {
        let mut gatherer = Gatherer { lexicon, found: Found::nothing(lexicon) };
        gatherer.as_written(&word.forms, &word.stems)?;
        for (sum, one) in sum.iter_mut().zip(gatherer.found.evidence) {
            if one.name > 0.0 {
                sum.name += share * one.name;
                sum.alias |= one.alias;
            }
            if one.text > 0.0 {
                sum.offer_text(share * one.text, one.text_place, 0);
            }
        }
    }
    for (word, found) in query.words.iter().zip(found) {
        if variant.replaced.contains(&word.number) {
            for (own, other) in found.evidence.iter_mut().zip(&sum) {
                let place = if other.alias { Place::Alias } else { Place::Title };
                own.offer_name(other.name, place, 0);
                if other.text > own.text {
                    own.text = other.text;
                    own.text_place = other.text_place;
                    own.text_repair = 0;
                }
            }
        }
    }
    Ok(())
}

struct Gatherer<'a> {
    lexicon: &'a Lexicon,
    found: Found,
}

impl Gatherer<'_> {
    fn read(&mut self, word: &QueryWord) -> Result<Vec<String>, SearchError> {
        self.as_written(&word.lexeme.forms, &word.stems)?;
        if word.open {
            self.as_beginning(word)?;
        }
        let mut repairs = Vec::new();
        if !self.found.any() && !word.optional {
            repairs = self.as_typo(word)?;
        }
        let pieces = word.pieces();
        if repairs.is_empty() && pieces.len() > 1 {
            if !self.found.any_name() {
                let all_of_them = self.found.any();
                self.piece_by_piece(&pieces, all_of_them)?;
            }
            self.pieces_in_text(&pieces)?;
        }
        Ok(repairs)
    }

    fn as_written(&mut self, forms: &[String], stems: &[String]) -> Result<(), SearchError> {
        let fields = &self.lexicon.fields;
        for (names, grades) in [(fields.title, TITLE), (fields.alias, ALIAS)] {
            for form in forms {
                self.name(names.word, form, grades.word, grades.place, 0)?;
                self.name(names.part, form, grades.part, grades.place, 0)?;
            }
            for stem in stems {
                self.name(names.stem, stem, grades.stem, grades.place, 0)?;
                self.name(names.part, stem, grades.part, grades.place, 0)?;
            }
        }
        for stem in stems {
            self.text(stem, 1.0, 0)?;
        }
        Ok(())
    }

    fn as_beginning(&mut self, word: &QueryWord) -> Result<(), SearchError> {
        let fields = &self.lexicon.fields;
        for (names, grades) in [(fields.title, TITLE), (fields.alias, ALIAS)] {
            let (whole, part) = (grades.beginning, grades.beginning_of_part);
            if word.letters() == 1 {
                let grade = whole - LOSS_BY_LENGTH;
                self.name(names.first_letter, word.lexeme.form(), grade, grades.place, 0)?;
                continue;
            }
            for form in &word.lexeme.forms {
                self.names_beginning(names.word, form, whole, grades.place)?;
                self.names_beginning(names.part, form, part, grades.place)?;
            }
        }
        if word.letters() == 1 {
            return Ok(()); // Nearly every text has a word with this letter.
        }
        let mut stems: HashMap<String, u32> = HashMap::new();
        for form in &word.lexeme.forms {
            for (continuation, documents) in
                self.lexicon.words_with_prefix(form, CONTINUATIONS_READ)?
            {
                let stem = stem(&continuation);
                if is_stopword(&continuation) || word.stems.contains(&stem) {
                    continue;
                }
                *stems.entry(stem).or_default() += documents;
            }
        }
        let mut stems: Vec<(String, u32)> = stems.into_iter().collect();
        stems.sort_by(|(a, m), (b, n)| n.cmp(m).then_with(|| a.cmp(b)));
        for (stem, _) in stems.iter().take(MOST_CONTINUATIONS) {
            self.text(stem, TEXT_BEGINNING, 0)?;
        }
        Ok(())
    }

    fn as_typo(&mut self, word: &QueryWord) -> Result<Vec<String>, SearchError> {
        let typed = word.lexeme.form();
        let mut near: Vec<((usize, bool, usize), String)> = Vec::new();
        for distance in 1..=word.edits() {
            for (candidate, documents) in self.lexicon.words_near(typed, distance, word.open)? {
                let whole = edits(typed, &candidate, false);
                let fewest = if word.open { edits(typed, &candidate, true) } else { whole };
                // Nearest first; a whole word before one only begun; a frequent one before a
                // rare one.
                let rest = whole - fewest;
                let other_start = candidate.chars().next() != typed.chars().next();
                let rare = 1_000_usize.saturating_sub(documents as usize);
                let order = (fewest * 100 + rest.min(99), other_start, rare);
                near.push((order, candidate));
            }
            if !near.is_empty() {
                break;
            }
        }
        near.sort();
        near.truncate(MOST_REPAIRS);
        let fields = self.lexicon.fields.clone();
        for (number, ((distance, _, _), repaired)) in (1_u8..).zip(&near) {
            let mut loss = if distance / 100 > 1 { LOSS_BY_SECOND_EDIT } else { 0.0 };
            if distance % 100 > 0 {
                loss += LOSS_BY_REST;
            }
            if repaired.chars().next() != typed.chars().next() {
                loss += LOSS_BY_FIRST_LETTER;
            }
            for (names, grades) in [(fields.title, TITLE), (fields.alias, ALIAS)] {
                let grade = grades.repaired - loss;
                self.name(names.word, repaired, grade, grades.place, number)?;
                self.name(names.part, repaired, grade - LOSS_BY_PART, grades.place, number)?;
            }
            self.text(&stem(repaired), TEXT_REPAIRED - loss, number)?;
        }
        Ok(near.into_iter().map(|(_, repaired)| repaired).collect())
    }

    /// Each piece gives its share, so that a name with all of them comes first. With
    /// `all_of_them` only such names count: the word is known from running text, and a name with
    /// half of it must not beat that.
    fn piece_by_piece(
        &mut self,
        pieces: &[&[String]],
        all_of_them: bool,
    ) -> Result<(), SearchError> {
        let share = PIECEWISE / pieces.len() as f32;
        let mut times: Vec<usize> = vec![0; self.found.evidence.len()];
        for terms in pieces {
            let mut piece = Gatherer { lexicon: self.lexicon, found: Found::nothing(self.lexicon) };
            piece.as_written(terms, terms)?;
            let one_by_one = piece.found.evidence.iter().zip(&mut times);
            for (sum, (one, times)) in self.found.evidence.iter_mut().zip(one_by_one) {
                if one.name > 0.0 {
                    sum.alias = one.alias;
                    sum.name += share * one.name;
                    *times += 1;
                }
                if one.text > 0.0 && !all_of_them {
                    sum.offer_text(share * one.text, one.text_place, 0);
                }
            }
        }
        if all_of_them {
            for (sum, times) in self.found.evidence.iter_mut().zip(times) {
                if times < pieces.len() {
                    sum.name = 0.0;
                }
            }
        }
        Ok(())
    }

    /// Running text that holds the parts of a compound says what the compound says: the word and
    /// its parts are terms of their own, the rarer ones counting more.
    fn pieces_in_text(&mut self, pieces: &[&[String]]) -> Result<(), SearchError> {
        let documents = self.found.evidence.len() as f32;
        let rarity = |found: &Found| {
            let holders = found.evidence.iter().filter(|e| e.text > 0.0).count() as f32;
            (1.0 + documents / (holders + 1.0)).ln()
        };
        let own = rarity(&self.found);
        let mut parts = Vec::with_capacity(pieces.len());
        for terms in pieces {
            let mut part = Gatherer { lexicon: self.lexicon, found: Found::nothing(self.lexicon) };
            part.text(terms.last().map_or("", String::as_str), 1.0, 0)?;
            let rarity = rarity(&part.found);
            parts.push((part.found, rarity));
        }
        let all = own + parts.iter().map(|(_, rarity)| rarity).sum::<f32>();
        for sum in &mut self.found.evidence {
            sum.text *= own / all;
        }
        for (part, rarity) in parts {
            for (sum, one) in self.found.evidence.iter_mut().zip(part.evidence) {
                if one.text > 0.0 {
                    sum.add_text(rarity / all * one.text, one.text_place);
                }
            }
        }
        Ok(())
    }

    fn name(
        &mut self,
        field: Field,
        term: &str,
        grade: f32,
        place: Place,
        repair: u8,
    ) -> Result<(), SearchError> {
        let found = &mut self.found;
        self.lexicon.visit(field, term, |doc, _| {
            if let Some(evidence) = found.at(doc) {
                evidence.offer_name(grade, place, repair);
            }
        })
    }

    fn names_beginning(
        &mut self,
        field: Field,
        beginning: &str,
        grade: f32,
        place: Place,
    ) -> Result<(), SearchError> {
        let found = &mut self.found;
        self.lexicon.visit_prefix(field, beginning, |length, doc| {
            if let Some(evidence) = found.at(doc) {
                let typed = beginning.len() as f32 / length.max(1) as f32;
                evidence.offer_name(grade - LOSS_BY_LENGTH * (1.0 - typed), place, 0);
            }
        })
    }

    fn text(&mut self, stem: &str, factor: f32, repair: u8) -> Result<(), SearchError> {
        for ((number, (_, worth)), field) in
            (0_u8..).zip(&TEXT_PLACES).zip(&self.lexicon.fields.text)
        {
            let found = &mut self.found;
            self.lexicon.visit(*field, stem, |doc, times| {
                if let Some(evidence) = found.at(doc) {
                    let times = times as f32;
                    let often = 0.6 + 0.4 * times / (times + 1.0);
                    evidence.offer_text(worth * factor * often, number, repair);
                }
            })?;
        }
        Ok(())
    }
}

/// The fields of names, for those who look at whole names.
pub(super) fn name_fields(lexicon: &Lexicon) -> [(NameFields, Place); 2] {
    [(lexicon.fields.title, Place::Title), (lexicon.fields.alias, Place::Alias)]
}
