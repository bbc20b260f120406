//! The professions: what a profile is, how it is read from JSON, checked and laid out in sections.
//!
//! This room knows no screen, no index and no user. It turns files into [`Profile`]s and says,
//! with file and place, what is wrong with those it cannot accept.

pub mod check;
pub mod clean;
mod collection;
pub(crate) mod decode;
pub mod load;
pub mod number;
pub mod outline;
pub mod pay;
pub mod problem;
pub mod profile;
mod section;

pub use collection::{Corpus, OWN, Origin, Store};
pub use decode::profile as read_profile;
pub use load::Loaded;
pub use outline::{Block, Section};
pub use problem::Problem;
pub use profile::Profile;
pub use section::SectionKind;
