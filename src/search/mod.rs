//! From what a person types to the right profession: German analysis, the index, query, highlight.
//!
//! [`SearchDocument`]s go in, an [`Engine`] answers queries with [`Hit`]s and, for those on screen,
//! [`Explanation`]s. In reading order: `analysis` makes terms, `schema` and `terms` say which term goes where,
//! `build` and `vault` make the index and keep it on disk, `query` reads what was typed, `lexicon`
//! reads the index, `evidence` and `rank` decide the order, `highlight` shows why.

pub mod analysis;
mod build;
mod catalogue;
mod document;
mod edits;
mod engine;
mod evidence;
mod facet;
pub mod filter;
mod highlight;
mod keys;
mod lexicon;
mod manifest;
mod query;
mod rank;
mod schema;
mod select;
mod similarity;
mod terms;
mod thesaurus;
mod vault;

pub use document::{Attributes, Documents, SearchDocument, access_bit};
pub use engine::{Engine, Explanation, Hit, Marked, Results};
pub use facet::{Facet, Kind as FacetKind};
pub use highlight::Highlighter;
pub use manifest::Damage;
pub use schema::Place;
pub use vault::{Notice, Obstacle, Reason};

/// Why an index could not be made or read. The program goes on without; see [`Notice`].
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    #[error("der Suchindex ist nicht lesbar: {0}")]
    Index(#[from] tantivy::TantivyError),
    #[error("der Suchindex ist nicht lesbar: {0}")]
    Io(#[from] std::io::Error),
    #[error("der Suchindex hat nicht den erwarteten Aufbau")]
    Schema,
    #[error("beim Lesen des Suchindexes ist ein innerer Fehler aufgetreten")]
    Panicked,
}
