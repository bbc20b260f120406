//! The search as a whole: an invented corpus, and what is asked of it.

mod corpus;
mod damage;
mod explanations;
mod properties;
mod queries;
mod states;
