//! Table of contents of the integration tests: one binary, so that it links once.

/// The walls: who may use whom, what may be in the dependency tree.
mod architecture;
