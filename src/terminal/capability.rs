//! What a terminal can do, read from the environment and never asked of the terminal.
//!
//! A question can go unanswered for seconds, and a late answer lands in the search field as if it
//! had been typed. The environment comes in as data.

/// Why the full-screen program does not start here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Keys come from a file or a pipe.
    InputIsNoTerminal,
    /// The picture would go into a file or a pipe.
    OutputIsNoTerminal,
    /// `TERM=dumb`: no cursor movement.
    DumbTerminal,
}

/// Whether the full-screen program can run. The caller names the next step (`search`, `show`).
pub fn check(
    stdin_is_terminal: bool,
    stdout_is_terminal: bool,
    term: Option<&str>,
) -> Result<(), Refusal> {
    if !stdin_is_terminal {
        Err(Refusal::InputIsNoTerminal)
    } else if !stdout_is_terminal {
        Err(Refusal::OutputIsNoTerminal)
    } else if term == Some("dumb") {
        Err(Refusal::DumbTerminal)
    } else {
        Ok(())
    }
}

/// How pictures can be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Graphics {
    /// Only cells with two colours each.
    Blocks,
    Kitty,
    Sixel,
    Iterm,
}

/// The protocol of a terminal that names itself. Within tmux and screen only blocks are safe: what
/// they pass on depends on their settings.
pub fn graphics(
    term: Option<&str>,
    term_program: Option<&str>,
    kitty_window: bool,
    multiplexed: bool,
) -> Graphics {
    let term = term.unwrap_or_default();
    if multiplexed || term.starts_with("screen") || term.starts_with("tmux") {
        Graphics::Blocks
    } else if kitty_window || term == "xterm-kitty" || term_program == Some("ghostty") {
        Graphics::Kitty
    } else if matches!(term_program, Some("iTerm.app" | "WezTerm")) {
        Graphics::Iterm
    } else if term.starts_with("foot") || term.starts_with("mlterm") || term == "contour" {
        Graphics::Sixel
    } else {
        Graphics::Blocks
    }
}

/// How many colours may be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colours {
    /// Marks and reverse video only.
    None,
    /// The 16 colours of the user's own palette.
    Sixteen,
    Indexed,
    True,
}

/// Colours from `NO_COLOR` (<https://no-color.org>: any value but the empty one), `COLORTERM` and
/// `TERM`.
pub fn colours(no_color: Option<&str>, colorterm: Option<&str>, term: Option<&str>) -> Colours {
    let term = term.unwrap_or_default();
    if no_color.is_some_and(|value| !value.is_empty())
        || matches!(term, "" | "dumb")
        || term.ends_with("-mono")
        || term.starts_with("vt1")
        || term.starts_with("vt2")
    {
        Colours::None
    } else if matches!(colorterm, Some("truecolor" | "24bit")) || term.ends_with("-direct") {
        Colours::True
    } else if term.contains("256color") {
        Colours::Indexed
    } else {
        Colours::Sixteen
    }
}

/// Whether text stands on a dark or a light ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    Dark,
    Light,
}

/// The background by the user's setting, else by `COLORFGBG` (`15;0`, `0;default;15`); `None`
/// means unknown, and a look that suits both is right.
pub fn background(setting: Option<Background>, colorfgbg: Option<&str>) -> Option<Background> {
    setting.or_else(|| {
        let ground: u8 = colorfgbg?.rsplit(';').next()?.trim().parse().ok()?;
        match ground {
            7 | 9..=15 => Some(Background::Light),
            0..=6 | 8 => Some(Background::Dark),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_cannot_show_a_screen() {
        for (stdin, stdout, term, expected) in [
            (true, true, Some("xterm-256color"), Ok(())),
            (true, true, None, Ok(())),
            (false, true, Some("xterm"), Err(Refusal::InputIsNoTerminal)),
            (true, false, Some("xterm"), Err(Refusal::OutputIsNoTerminal)),
            (true, true, Some("dumb"), Err(Refusal::DumbTerminal)),
        ] {
            assert_eq!(check(stdin, stdout, term), expected, "{stdin} {stdout} {term:?}");
        }
    }

    #[test]
    fn colours_follow_the_environment() {
        for (no_color, colorterm, term, expected) in [
            (None, None, Some("xterm"), Colours::Sixteen),
            (None, None, Some("xterm-256color"), Colours::Indexed),
            (None, Some("truecolor"), Some("xterm-256color"), Colours::True),
            (None, None, Some("xterm-direct"), Colours::True),
            (Some("1"), Some("truecolor"), Some("xterm-256color"), Colours::None),
            (Some(""), None, Some("xterm"), Colours::Sixteen),
            (None, None, Some("vt100"), Colours::None),
            (None, None, Some("dumb"), Colours::None),
            (None, None, None, Colours::None),
        ] {
            assert_eq!(
                colours(no_color, colorterm, term),
                expected,
                "{no_color:?} {colorterm:?} {term:?}"
            );
        }
    }

    #[test]
    fn background_is_the_setting_or_colorfgbg() {
        for (setting, colorfgbg, expected) in [
            (None, None, None),
            (None, Some("15;0"), Some(Background::Dark)),
            (None, Some("0;15"), Some(Background::Light)),
            (None, Some("0;default;15"), Some(Background::Light)),
            (None, Some("12;8"), Some(Background::Dark)),
            (None, Some("0;default"), None),
            (None, Some("0;99"), None),
            (Some(Background::Dark), Some("0;15"), Some(Background::Dark)),
        ] {
            assert_eq!(background(setting, colorfgbg), expected, "{colorfgbg:?}");
        }
    }
}
