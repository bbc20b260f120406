//! Text that fits the person and the employer.
//!
//! `grammar` knows German titles, `applicant` reads the person's own file, `snippet` reads text
//! blocks, `fields` names what blocks may ask, `fill` puts it all together. Nothing here reads a
//! file or knows a screen, and nothing about the person is made up: what is not in their data is
//! asked.

mod answers;
pub mod applicant;
mod fields;
mod fill;
pub mod grammar;
mod marks;
mod proof;
mod query;
pub mod snippet;

pub use answers::Answers;
pub use applicant::Applicant;
pub use fill::{AskedField, Filled, Origin, Subject, fill};
pub use marks::{Span, SpanKind};
pub use proof::proofread;
pub use query::search_query;
pub use snippet::check_snippet;
