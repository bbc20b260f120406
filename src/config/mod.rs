//! What the user has set and where things are kept. Plain data; nobody is used from here but
//! `corpus` for problems, `keymap` for keys and `i18n` for the language.

mod file;
pub mod paths;
mod theme;

pub use file::{ClipboardSetting, DEFAULT, PictureSetting, Settings, parse};
pub use paths::Paths;
pub use theme::Theme;
