//! Reading the index: which documents hold a term, which terms begin alike or look alike.
//!
//! Scores are made in `rank`, not by tantivy: rules such as "a name always beats running text"
//! and "say so when a word was repaired" need to see which term matched where.

use std::sync::Arc;

use tantivy::index::InvertedIndexReader;
use tantivy::postings::{Postings, TermInfo};
use tantivy::query::FuzzyTermQuery;
use tantivy::schema::{Field, IndexRecordOption, Value};
use tantivy::{DocAddress, DocId, DocSet, Index, Searcher, TERMINATED, TantivyDocument, Term};

use super::SearchError;
use super::catalogue::Catalogue;
use super::schema::{Fields, SPELLING_SEPARATOR};

/// One opened index. It never changes while it is open.
pub(super) struct Lexicon {
    pub(super) fields: Fields,
    searcher: Searcher,
    /// By number of the field.
    readers: Vec<Arc<InvertedIndexReader>>,
    documents: u32,
    pub(super) catalogue: Catalogue,
}

impl Lexicon {
    pub(super) fn open(index: &Index) -> Result<Self, SearchError> {
        let fields = Fields::new();
        if index.schema() != fields.schema {
            return Err(SearchError::Schema);
        }
        let reader = index
            .reader_builder()
            .reload_policy(tantivy::ReloadPolicy::Manual)
            .try_into()
            .map_err(SearchError::Index)?;
        let searcher: Searcher = tantivy::IndexReader::searcher(&reader);
        // We build in one segment, in the order of the corpus: a document is its position.
        let (readers, documents) = match searcher.segment_readers() {
            [] => (Vec::new(), 0),
            [segment] => {
                let readers = fields
                    .schema
                    .fields()
                    .map(|(field, _)| segment.inverted_index(field))
                    .collect::<Result<_, _>>()?;
                (readers, segment.max_doc())
            }
            _ => return Err(SearchError::Schema),
        };
        let catalogue = Catalogue::open(index.directory())?;
        if catalogue.documents() != documents as usize {
            return Err(SearchError::Schema);
        }
        Ok(Self { fields, searcher, readers, documents, catalogue })
    }

    pub(super) fn documents(&self) -> usize {
        self.documents as usize
    }

    /// Visits every document that holds the term, with how often.
    pub(super) fn visit(
        &self,
        field: Field,
        term: &str,
        visit: impl FnMut(DocId, u32),
    ) -> Result<(), SearchError> {
        let Some(reader) = self.reader(field) else { return Ok(()) };
        match reader.terms().get(term.as_bytes())? {
            Some(info) => visit_postings(reader, &info, visit),
            None => Ok(()),
        }
    }

    /// Visits every document that holds a term that begins so: the term's length, the document.
    pub(super) fn visit_prefix(
        &self,
        field: Field,
        prefix: &str,
        mut visit: impl FnMut(usize, DocId),
    ) -> Result<(), SearchError> {
        let Some(reader) = self.reader(field) else { return Ok(()) };
        let mut terms = reader.terms().range().ge(prefix.as_bytes()).into_stream()?;
        while let Some((term, info)) = terms.next() {
            if !term.starts_with(prefix.as_bytes()) {
                break;
            }
            let length = term.len();
            visit_postings(reader, info, |doc, _| visit(length, doc))?;
        }
        Ok(())
    }

    /// Words of the corpus that begin so, each with the number of documents it is in.
    pub(super) fn words_with_prefix(
        &self,
        prefix: &str,
        limit: usize,
    ) -> Result<Vec<(String, u32)>, SearchError> {
        let mut words = Vec::new();
        let Some(reader) = self.reader(self.fields.vocabulary) else { return Ok(words) };
        let mut terms = reader.terms().range().ge(prefix.as_bytes()).into_stream()?;
        while let Some((term, info)) = terms.next() {
            if !term.starts_with(prefix.as_bytes()) || words.len() == limit {
                break;
            }
            words.push((String::from_utf8_lossy(term).into_owned(), info.doc_freq));
        }
        Ok(words)
    }

    /// Words of the corpus within so many edits, a swap of neighbours counting as one; with
    /// `open`, words that begin with such a word. Also the number of documents they are in.
    pub(super) fn words_near(
        &self,
        word: &str,
        distance: u8,
        open: bool,
    ) -> Result<Vec<(String, u32)>, SearchError> {
        let mut words = Vec::new();
        let field = self.fields.vocabulary;
        let Some(reader) = self.reader(field) else { return Ok(words) };
        let term = Term::from_field_text(field, word);
        let query = if open {
            FuzzyTermQuery::new_prefix(term, distance, true)
        } else {
            FuzzyTermQuery::new(term, distance, true)
        };
        let automaton = query.automaton().map_err(SearchError::Index)?;
        let mut terms = reader.terms().search(automaton).into_stream()?;
        while let Some((term, info)) = terms.next() {
            words.push((String::from_utf8_lossy(term).into_owned(), info.doc_freq));
        }
        Ok(words)
    }

    /// How a folded word is written: `Bäcker` for `backer`; with a capital where both occur.
    pub(super) fn spelling(&self, folded: &str) -> Result<String, SearchError> {
        let start = format!("{folded}{SPELLING_SEPARATOR}");
        if let Some(reader) = self.reader(self.fields.spelling) {
            let mut terms = reader.terms().range().ge(start.as_bytes()).into_stream()?;
            if let Some((term, _)) = terms.next()
                && let Some(written) = term.strip_prefix(start.as_bytes())
            {
                return Ok(String::from_utf8_lossy(written).into_owned());
            }
        }
        Ok(folded.to_owned())
    }

    pub(super) fn id(&self, doc: DocId) -> Result<String, SearchError> {
        let document: TantivyDocument =
            self.searcher.doc(DocAddress::new(0, doc)).map_err(SearchError::Index)?;
        let id =
            document.get_first(self.fields.id).and_then(|value| value.as_str().map(str::to_owned));
        id.ok_or(SearchError::Schema)
    }

    fn reader(&self, field: Field) -> Option<&InvertedIndexReader> {
        self.readers.get(field.field_id() as usize).map(Arc::as_ref)
    }
}

fn visit_postings(
    reader: &InvertedIndexReader,
    info: &TermInfo,
    mut visit: impl FnMut(DocId, u32),
) -> Result<(), SearchError> {
    let mut postings = reader.read_postings_from_terminfo(info, IndexRecordOption::WithFreqs)?;
    let mut doc = postings.doc();
    while doc != TERMINATED {
        visit(doc, postings.term_freq());
        doc = postings.advance();
    }
    Ok(())
}
