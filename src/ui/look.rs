//! Styles named by what they mean. The terminal's own foreground and background stay as they
//! are; on top come a few of its sixteen colours, and nothing depends on colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::config::Theme;

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    pub text: Style,
    /// Sources, remarks, hints.
    pub muted: Style,
    pub heading: Style,
    /// Words that were looked for.
    pub matched: Style,
    /// The chosen row of a list, the marked paragraph's sign.
    pub selection: Style,
    pub link: Style,
    /// A field of a text block that is still open.
    pub gap: Style,
    /// What a proofreader would look at again.
    pub doubt: Style,
    /// What the person filled in.
    pub filled: Style,
    pub warning: Style,
    pub note: Style,
    /// Names of keys in footer and help.
    pub key: Style,
    pub border: Style,
    pub bar: Style,
}

impl Look {
    pub fn new(theme: Theme) -> Self {
        let plain = Style::new();
        let bold = plain.add_modifier(Modifier::BOLD);
        let underlined = plain.add_modifier(Modifier::UNDERLINED);
        let reversed = plain.add_modifier(Modifier::REVERSED);
        let mono = Self {
            text: plain,
            muted: plain.add_modifier(Modifier::DIM),
            heading: bold,
            matched: bold.add_modifier(Modifier::UNDERLINED),
            selection: reversed,
            link: underlined,
            gap: reversed,
            doubt: plain.add_modifier(Modifier::UNDERLINED | Modifier::ITALIC),
            filled: underlined,
            warning: bold,
            note: plain,
            key: bold,
            border: plain,
            bar: plain,
        };
        // Blue and magenta are too dark on black in many terminals, yellow and cyan too light on
        // white. Without knowing the ground, only colours that read on both are used.
        let (accent, hit, gap, calm) = match theme {
            Theme::Plain => return mono,
            Theme::Dark => (Color::Cyan, Color::Yellow, Color::Yellow, Color::Green),
            Theme::Light => (Color::Blue, Color::Magenta, Color::Red, Color::Green),
            Theme::Auto => (Color::Reset, Color::Reset, Color::Red, Color::Green),
        };
        let muted = match theme {
            Theme::Dark => plain.fg(Color::Gray).add_modifier(Modifier::DIM),
            _ => mono.muted,
        };
        Self {
            muted,
            heading: bold.fg(accent),
            matched: mono.matched.fg(hit),
            link: underlined.fg(accent),
            gap: reversed.fg(gap),
            doubt: mono.doubt.fg(Color::Red),
            filled: underlined.fg(calm),
            warning: bold.fg(Color::Red),
            note: plain.fg(calm),
            key: bold.fg(accent),
            border: mono.muted,
            bar: plain.fg(accent),
            ..mono
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_there_is_none_and_the_selection_is_still_visible() {
        let look = Look::new(Theme::Plain);
        for style in [look.text, look.muted, look.matched, look.selection, look.gap, look.warning] {
            assert_eq!((style.fg, style.bg), (None, None));
        }
        assert!(look.selection.add_modifier.contains(Modifier::REVERSED));
    }

    #[test]
    fn no_theme_paints_a_ground() {
        for theme in [Theme::Auto, Theme::Light, Theme::Dark] {
            let look = Look::new(theme);
            for style in [look.text, look.muted, look.heading, look.matched, look.selection] {
                assert_eq!(style.bg, None);
            }
        }
    }
}
