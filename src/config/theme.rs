//! Colours by meaning. Names and numbers only; `ui::look` makes styles of them.

/// Which set of colours to use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Colours that are readable on light and dark grounds.
    #[default]
    Auto,
    Light,
    Dark,
    /// No colour at all: `NO_COLOR`, or by choice. Bold, underline and reverse stay.
    Plain,
}

impl Theme {
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "auto" => Some(Self::Auto),
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            "plain" => Some(Self::Plain),
            _ => None,
        }
    }
}
