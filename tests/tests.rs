//! Table of contents of the integration tests: one binary, so that it links once.

/// From what is typed to the right profession, and an index that mends itself.
mod search;
