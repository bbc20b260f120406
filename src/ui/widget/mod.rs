//! Small pictures that several screens share.

pub mod area;
pub mod fields;
pub mod footer;
pub mod frame;
pub mod input;
pub mod pay_bar;
pub mod picture;
pub mod wrap;
