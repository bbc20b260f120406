//! Making an index out of documents.

use tantivy::directory::{Directory, RamDirectory};
use tantivy::{Index, IndexSettings};

use super::SearchError;
use super::analysis::Analyzer;
use super::document::SearchDocument;
use super::schema::Fields;

/// Memory tantivy may use for terms before it would start a second segment.
const MEMORY: usize = 256 << 20;

pub(super) fn in_memory(documents: &[SearchDocument]) -> Result<Index, SearchError> {
    into(documents, RamDirectory::create())
}

/// Writes one segment into an empty directory, documents in the order they come.
pub(super) fn into(
    documents: &[SearchDocument],
    directory: impl Into<Box<dyn Directory>>,
) -> Result<Index, SearchError> {
    let fields = Fields::new();
    let settings =
        IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
    let mut writer = Index::builder()
        .schema(fields.schema.clone())
        .settings(settings)
        .single_segment_index_writer(directory, MEMORY)?;
    let mut analyzer = Analyzer::default();
    for document in documents {
        writer.add_document(fields.document(document, &mut analyzer))?;
    }
    Ok(writer.finalize()?)
}
