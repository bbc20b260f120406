//! One file per screen: its state and what keys do to it. The picture of the same screen has the
//! same name in `ui::screen`.

pub mod applications;
pub mod confirm;
pub mod desk;
pub mod find;
pub mod form;
pub mod help;
pub mod job;
pub mod mine;
pub mod paper;
pub mod pay;
pub mod picker;
pub mod proof;
pub mod reader;
