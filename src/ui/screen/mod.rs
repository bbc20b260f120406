//! The pictures of the screens; each file has its twin in `app::screen`.

pub(super) mod confirm;
pub(super) mod find;
pub(super) mod form;
pub(super) mod help;
pub(super) mod pay;
pub(super) mod picker;
pub(super) mod reader;
