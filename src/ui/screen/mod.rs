//! The pictures of the screens; each file has its twin in `app::screen`.

pub(super) mod applications;
pub(super) mod confirm;
pub(super) mod desk;
pub(super) mod find;
pub(super) mod form;
pub(super) mod help;
pub(super) mod job;
pub(super) mod mine;
pub(super) mod paper;
pub(super) mod pay;
pub(super) mod picker;
mod proof;
pub(super) mod reader;
