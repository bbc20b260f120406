//! The kinds of documents: each turns what other rooms know into content for paper.

pub(super) mod cover;
pub(super) mod efforts;
pub(super) mod folder;
pub(super) mod letter;
pub(super) mod motivation;
pub(super) mod offer;
pub(super) mod pay;
pub(super) mod person;
pub(super) mod profile;
pub(super) mod resume;
