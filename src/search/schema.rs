//! The fields of the index, and the places of a profession they stand for.
//!
//! Names and running text are kept apart, because a name always weighs more; running text is kept
//! by section, so that a hit can say where it was found.

use tantivy::schema::{
    Field, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};

use super::document::SearchDocument;
use crate::corpus::SectionKind;

/// Part of the key of an index on disk: raise it whenever fields or their terms change.
pub(super) const VERSION: u32 = 2;

/// Stands between a folded word and the word as written; sorts before every letter.
pub(super) const SPELLING_SEPARATOR: char = '\u{1}';

/// Where in a profession the query was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// One of the titles.
    Title,
    Alias,
    /// The one sentence of the result list.
    Summary,
    /// The occupational field.
    Field,
    Tag,
    Code,
    /// The name of a group it belongs to.
    Group,
    Section(SectionKind),
    /// No word was found; a name looks alike.
    Similar,
}

/// Places of running text in the order of their fields, with what a hit there is worth.
pub(super) const TEXT_PLACES: [(Place, f32); 16] = [
    (Place::Code, 0.95),
    (Place::Summary, 0.8),
    (Place::Tag, 0.78),
    (Place::Field, 0.75),
    (Place::Group, 0.5),
    (Place::Section(SectionKind::Tasks), 0.7),
    (Place::Section(SectionKind::Skills), 0.7),
    (Place::Section(SectionKind::Overview), 0.65),
    (Place::Section(SectionKind::Fits), 0.6),
    (Place::Section(SectionKind::Entry), 0.55),
    (Place::Section(SectionKind::Workplaces), 0.55),
    (Place::Section(SectionKind::Career), 0.45),
    (Place::Section(SectionKind::Application), 0.4),
    (Place::Section(SectionKind::Tips), 0.3),
    (Place::Section(SectionKind::Pay), 0.3),
    (Place::Section(SectionKind::Snippets), 0.2),
];

/// Titles and aliases have the same fields twice.
#[derive(Debug, Clone, Copy)]
pub(super) struct NameFields {
    /// Whole names, see `keys`.
    pub(super) key: Field,
    /// Words as written, folded.
    pub(super) word: Field,
    pub(super) stem: Field,
    /// Parts of compounds and their stems.
    pub(super) part: Field,
    /// First letters of words, and of whole names after a `^`. A query of one letter stands for
    /// too many words to walk through them all.
    pub(super) first_letter: Field,
}

#[derive(Debug, Clone)]
pub(super) struct Fields {
    pub(super) schema: Schema,
    pub(super) id: Field,
    pub(super) title: NameFields,
    pub(super) alias: NameFields,
    /// Trigrams of all names.
    pub(super) gram: Field,
    /// Stems of running text, in the order of [`TEXT_PLACES`].
    pub(super) text: Vec<Field>,
    /// Every word of the corpus, folded: what prefixes and typos are resolved against.
    pub(super) vocabulary: Field,
    /// Codes with their scheme, `kldb:43413`.
    pub(super) code: Field,
    /// Words that follow each other, for phrases: two stems in one term.
    pub(super) pair: Field,
    /// `folded` + [`SPELLING_SEPARATOR`] + `Written`: how a folded word looks. Only the first
    /// document with a word lists it; nobody asks which documents these are.
    pub(super) spelling: Field,
}

impl Fields {
    pub(super) fn new() -> Self {
        let mut builder = Schema::builder();
        let id = builder.add_text_field("id", STRING | STORED);
        let terms = |record| {
            let indexing = TextFieldIndexing::default()
                .set_tokenizer("whitespace")
                .set_index_option(record)
                .set_fieldnorms(false);
            TextOptions::default().set_indexing_options(indexing)
        };
        let mut plain = |name: &str| builder.add_text_field(name, terms(IndexRecordOption::Basic));
        let mut names = |kind: &str| NameFields {
            key: plain(&format!("{kind}_key")),
            word: plain(&format!("{kind}_word")),
            stem: plain(&format!("{kind}_stem")),
            part: plain(&format!("{kind}_part")),
            first_letter: plain(&format!("{kind}_first_letter")),
        };
        let (title, alias) = (names("title"), names("alias"));
        let gram = plain("name_gram");
        let vocabulary = plain("vocabulary");
        let spelling = plain("spelling");
        let (code, pair) = (plain("keyed_code"), plain("pair"));
        let text = TEXT_PLACES
            .iter()
            .map(|(place, _)| {
                builder.add_text_field(&field_name(*place), terms(IndexRecordOption::WithFreqs))
            })
            .collect();
        let schema = builder.build();
        Self { schema, id, title, alias, gram, text, vocabulary, code, pair, spelling }
    }
}

/// The running text of a document at a place.
pub(super) fn text_at(document: &SearchDocument, place: Place) -> Vec<&str> {
    match place {
        Place::Code => document
            .codes
            .iter()
            // Of an ESCO address only the end tells professions apart.
            .filter_map(|(_, code)| code.rsplit('/').next())
            .collect(),
        Place::Field => vec![&document.field],
        Place::Group => strs(&document.groups),
        Place::Tag => strs(&document.tags),
        Place::Summary => vec![&document.summary],
        Place::Section(wanted) => document
            .sections
            .iter()
            .filter(|(kind, _)| *kind == wanted)
            .flat_map(|(_, lines)| lines.iter().map(String::as_str))
            .collect(),
        Place::Title => strs(document.titles()),
        Place::Alias => strs(document.aliases()),
        Place::Similar => Vec::new(),
    }
}

fn strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

fn field_name(place: Place) -> String {
    match place {
        Place::Section(kind) => format!("section_{}", kind.key()),
        place => format!("{place:?}").to_lowercase(),
    }
}
