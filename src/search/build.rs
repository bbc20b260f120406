//! Making an index out of documents.

use std::sync::mpsc;

use tantivy::directory::{Directory, RamDirectory};
use tantivy::{Index, IndexSettings};

use super::SearchError;
use super::document::Documents;
use super::schema::Fields;
use super::terms::TermMaker;

/// Memory tantivy may use for terms before it would start a second segment.
const MEMORY: usize = 256 << 20;

/// Documents made before they are stored.
const AHEAD: usize = 256;

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
    // Making terms and storing them cost about the same; each has a thread.
    let catalogue = std::thread::scope(|scope| {
        let (made, inbox) = mpsc::sync_channel(AHEAD);
        let making = scope.spawn(move || {
            let mut maker = TermMaker::new(fields);
            for position in 0..documents.count() {
                // Nobody listens any more: the writer has failed and says why.
                if made.send(maker.document(&documents.document(position))).is_err() {
                    break;
                }
            }
            maker.catalogue()
        });
        for document in inbox {
            writer.add_document(document)?;
        }
        making.join().map_err(|_| SearchError::Panicked)
    })?;
    let index = writer.finalize()?;
    catalogue.write(index.directory())?;
    Ok(index)
}
