//! What the environment says about clipboards, and the routes that follow from it.

use crate::config::ClipboardSetting;

/// A way a text can take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// `tmux load-buffer -w`, which also reaches the terminal outside.
    Tmux,
    /// The window system's clipboard, held by a helper process after we have gone.
    Native,
    Program(Program),
    /// The user's own command.
    Custom,
    /// An escape sequence that asks the terminal to copy.
    Osc52,
    File,
}

/// Programs that copy what they read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Program {
    WlCopy,
    Xclip,
    Xsel,
    Pbcopy,
    /// Windows, from inside WSL.
    Clip,
}

impl Program {
    const ALL: [Self; 5] = [Self::WlCopy, Self::Xclip, Self::Xsel, Self::Pbcopy, Self::Clip];

    pub fn name(self) -> &'static str {
        match self {
            Self::WlCopy => "wl-copy",
            Self::Xclip => "xclip",
            Self::Xsel => "xsel",
            Self::Pbcopy => "pbcopy",
            Self::Clip => "clip.exe",
        }
    }
}

impl Route {
    /// The name shown to the user; technical terms are the same in both languages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tmux => "tmux",
            Self::Native => "native",
            Self::Program(program) => program.name(),
            Self::Custom => "command",
            Self::Osc52 => "OSC 52",
            Self::File => "file",
        }
    }

    /// Whether copies stay where the person may not expect them: a tmux buffer, a terminal's
    /// log, a file.
    pub fn leaves_copies(self) -> bool {
        matches!(self, Self::Tmux | Self::Osc52 | Self::File)
    }
}

/// What was found around the program.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Environment {
    pub tmux: bool,
    pub ssh: bool,
    pub x11: bool,
    pub wayland: bool,
    pub wsl: bool,
    /// A terminal that knows no OSC 52.
    pub mute: bool,
    /// A platform whose clipboard needs no display variable.
    pub desktop: bool,
    pub programs: Vec<Program>,
}

impl Environment {
    /// From variables and a test whether a program is on the path.
    pub fn read(variable: impl Fn(&str) -> Option<String>, exists: impl Fn(&str) -> bool) -> Self {
        let value = |name: &str| variable(name).filter(|value| !value.is_empty());
        let set = |name: &str| value(name).is_some();
        let ssh = set("SSH_TTY") || set("SSH_CONNECTION");
        // Over SSH only a display with a host in its name (`localhost:10.0`) is the person's own;
        // `:0` is the screen of the machine far away.
        let x11 = value("DISPLAY").is_some_and(|display| !ssh || !display.starts_with(':'));
        Self {
            tmux: set("TMUX"),
            ssh,
            x11,
            wayland: set("WAYLAND_DISPLAY") && !ssh,
            wsl: set("WSL_DISTRO_NAME") && !ssh,
            mute: matches!(value("TERM").as_deref(), Some("dumb" | "linux")),
            desktop: cfg!(any(target_os = "macos", target_os = "windows")),
            programs: Program::ALL.into_iter().filter(|program| exists(program.name())).collect(),
        }
    }

    /// Programs that reach the clipboard of the person at this screen. X11 programs are tried
    /// under Wayland too: some compositors offer their clipboard only there.
    fn usable(&self) -> impl Iterator<Item = Route> + '_ {
        self.programs
            .iter()
            .filter(|program| match program {
                Program::WlCopy => self.wayland,
                Program::Xclip | Program::Xsel => self.x11,
                Program::Pbcopy => self.desktop,
                Program::Clip => self.wsl,
            })
            .map(|program| Route::Program(*program))
    }
}

/// The routes to try, in order. The file comes last, so that nothing is lost.
pub fn plan(environment: &Environment, setting: ClipboardSetting) -> Vec<Route> {
    let display = environment.x11 || environment.wayland || environment.desktop;
    let mut routes = match setting {
        ClipboardSetting::None => return Vec::new(),
        ClipboardSetting::Native => vec![Route::Native],
        ClipboardSetting::Tmux => vec![Route::Tmux],
        ClipboardSetting::Osc52 => vec![Route::Osc52],
        ClipboardSetting::Command => vec![Route::Custom],
        ClipboardSetting::File => Vec::new(),
        ClipboardSetting::Auto => {
            let mut routes = Vec::new();
            if environment.tmux {
                routes.push(Route::Tmux);
            }
            if display {
                routes.push(Route::Native);
            }
            routes.extend(environment.usable());
            // tmux drops the sequence in its default configuration, so it would be a lie there.
            if !environment.tmux && !environment.mute {
                routes.push(Route::Osc52);
            }
            routes
        }
    };
    routes.push(Route::File);
    routes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_decides_the_route() {
        let all = "wl-copy xclip";
        for (variables, programs, expected) in [
            ("", "", "OSC 52, file"),
            ("TMUX", "", "tmux, file"),
            ("DISPLAY", "xclip xsel", "native, xclip, xsel, OSC 52, file"),
            ("WAYLAND_DISPLAY", all, "native, wl-copy, OSC 52, file"),
            ("WAYLAND_DISPLAY DISPLAY", all, "native, wl-copy, xclip, OSC 52, file"),
            // A tool on the remote machine would copy into the remote clipboard.
            ("SSH_TTY", all, "OSC 52, file"),
            ("SSH_CONNECTION TMUX", all, "tmux, file"),
            ("SSH_TTY DISPLAY=localhost:10.0", "xclip", "native, xclip, OSC 52, file"),
            ("SSH_TTY DISPLAY=:0", "xclip", "OSC 52, file"),
            ("SSH_TTY WAYLAND_DISPLAY WSL_DISTRO_NAME", "wl-copy clip.exe", "OSC 52, file"),
            ("TERM=linux", "", "file"),
            ("WSL_DISTRO_NAME", "clip.exe", "clip.exe, OSC 52, file"),
        ] {
            let environment = Environment {
                desktop: false,
                ..Environment::read(
                    |name| {
                        variables.split(' ').find_map(|set| {
                            let (known, value) = set.split_once('=').unwrap_or((set, "x"));
                            (known == name).then(|| value.to_owned())
                        })
                    },
                    |name| programs.split(' ').any(|there| there == name),
                )
            };
            let names: Vec<&str> =
                plan(&environment, ClipboardSetting::Auto).into_iter().map(Route::name).collect();
            assert_eq!(names.join(", "), expected, "{variables} with {programs}");
        }
    }

    #[test]
    fn a_setting_goes_before_the_environment() {
        let environment = Environment { tmux: true, x11: true, ..Environment::default() };
        for (setting, expected) in [
            (ClipboardSetting::None, vec![]),
            (ClipboardSetting::Native, vec![Route::Native, Route::File]),
            (ClipboardSetting::Tmux, vec![Route::Tmux, Route::File]),
            (ClipboardSetting::Osc52, vec![Route::Osc52, Route::File]),
            (ClipboardSetting::Command, vec![Route::Custom, Route::File]),
            (ClipboardSetting::File, vec![Route::File]),
        ] {
            assert_eq!(plan(&environment, setting), expected, "{setting:?}");
        }
    }
}
