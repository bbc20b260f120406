//! The search as a whole: an invented corpus, and what is asked of it.

#![cfg(test)] // Tells clippy that what stops here stops a test.
#![expect(clippy::string_slice, reason = "a test may stop at a wrong place")]

mod corpus;
mod damage;
mod everyday;
mod explanations;
mod filters;
mod properties;
mod queries;
mod states;
