//! Making an index out of documents.

use tantivy::directory::{Directory, RamDirectory};
use tantivy::{Index, IndexSettings};

use super::SearchError;
use super::document::Documents;
use super::schema::Fields;
use super::terms::TermMaker;

/// Memory tantivy may use for terms before it would start a second segment.
const MEMORY: usize = 256 << 20;

pub(super) fn in_memory(documents: &(impl Documents + ?Sized)) -> Result<Index, SearchError> {
    into(documents, RamDirectory::create())
}

/// Writes one segment into an empty directory, documents in the order they come.
pub(super) fn into(
    documents: &(impl Documents + ?Sized),
    directory: impl Into<Box<dyn Directory>>,
) -> Result<Index, SearchError> {
    let fields = Fields::new();
    let settings =
        IndexSettings { docstore_compress_dedicated_thread: false, ..IndexSettings::default() };
    let mut writer = Index::builder()
        .schema(fields.schema.clone())
        .settings(settings)
        .single_segment_index_writer(directory, MEMORY)?;
    let mut maker = TermMaker::new(fields);
    for position in 0..documents.count() {
        writer.add_document(maker.document(&documents.document(position)))?;
    }
    let index = writer.finalize()?;
    maker.catalogue().write(index.directory())?;
    Ok(index)
}
