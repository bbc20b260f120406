//! The configuration file: TOML, lenient. A line that cannot be used is reported with its number
//! and the default stays in force.

use std::path::PathBuf;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::corpus::Problem;
use crate::corpus::clean::clean_line;
use crate::i18n::Language;
use crate::keymap::{Command, Key};

use super::Theme;

/// The commented default file.
pub const DEFAULT: &str = include_str!("default.toml");

/// The settings in force after the file; environment and command line come on top.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// `None` means by locale.
    pub language: Option<Language>,
    pub theme: Theme,
    pub mouse: bool,
    pub clipboard: ClipboardSetting,
    /// For [`ClipboardSetting::Command`]; run by the shell, text on standard input.
    pub clipboard_command: String,
    pub pictures: PictureSetting,
    pub applicant: Option<PathBuf>,
    pub profiles: Vec<PathBuf>,
    pub snippets: Vec<PathBuf>,
    pub keys: Vec<(Command, Vec<Key>)>,
}

/// Which way to the clipboard the user wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ClipboardSetting {
    #[default]
    Auto,
    Native,
    Tmux,
    Osc52,
    Command,
    File,
    None,
}

/// How pictures are drawn in the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PictureSetting {
    /// By the environment.
    #[default]
    Auto,
    /// Two coloured pixels in each cell: everywhere.
    Blocks,
    Kitty,
    Sixel,
    Iterm,
    /// Documents are shown as text.
    None,
}

const PICTURES: &[(&str, PictureSetting)] = &[
    ("auto", PictureSetting::Auto),
    ("blocks", PictureSetting::Blocks),
    ("kitty", PictureSetting::Kitty),
    ("sixel", PictureSetting::Sixel),
    ("iterm", PictureSetting::Iterm),
    ("none", PictureSetting::None),
];

const CLIPBOARDS: &[(&str, ClipboardSetting)] = &[
    ("auto", ClipboardSetting::Auto),
    ("native", ClipboardSetting::Native),
    ("tmux", ClipboardSetting::Tmux),
    ("osc52", ClipboardSetting::Osc52),
    ("command", ClipboardSetting::Command),
    ("file", ClipboardSetting::File),
    ("none", ClipboardSetting::None),
];

/// Reads the file's text. Always returns settings, and every problem with its line.
pub fn parse(file: &str, text: &str) -> (Settings, Vec<Problem>) {
    let mut reader = Reader { file, text, problems: Vec::new() };
    let mut settings = Settings::default();
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        reader.say(at, "", "keine gültige TOML-Zeile; sie wird übergangen");
    }
    for (key, value) in table.get_ref() {
        reader.setting(&mut settings, key, value);
    }
    // TOML tables come in the order of their keys, people read in the order of lines.
    reader.problems.sort_by_key(|problem| problem.line);
    (settings, reader.problems)
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn say(&mut self, at: usize, place: &str, message: impl Into<String>) {
        let before = self.text.get(..at).unwrap_or(self.text);
        let line = before.matches('\n').count() + 1;
        self.problems.push(Problem {
            line: Some(line),
            ..Problem::at(self.file, clean_line(place), message)
        });
    }

    fn setting(
        &mut self,
        settings: &mut Settings,
        key: &Spanned<std::borrow::Cow<str>>,
        value: &Spanned<DeValue>,
    ) {
        let at = key.span().start;
        let name = key.get_ref().as_ref();
        let string = value.get_ref().as_str().map(clean_line);
        match name {
            "language" => match string.as_deref() {
                Some("de") => settings.language = Some(Language::German),
                Some("en") => settings.language = Some(Language::English),
                Some("auto") => settings.language = None,
                _ => self.say(at, name, "möglich sind \"de\", \"en\" und \"auto\""),
            },
            "theme" => match string.as_deref().and_then(Theme::parse) {
                Some(theme) => settings.theme = theme,
                None => {
                    self.say(at, name, "möglich sind \"auto\", \"light\", \"dark\" und \"plain\"");
                }
            },
            "mouse" => match value.get_ref().as_bool() {
                Some(mouse) => settings.mouse = mouse,
                None => self.say(at, name, "möglich sind true und false"),
            },
            "clipboard" => {
                if let Some(setting) = self.one_of(at, name, string.as_deref(), CLIPBOARDS) {
                    settings.clipboard = setting;
                }
            }
            "pictures" => {
                if let Some(setting) = self.one_of(at, name, string.as_deref(), PICTURES) {
                    settings.pictures = setting;
                }
            }
            "clipboard_command" => match string {
                Some(command) => settings.clipboard_command = command,
                None => self.say(at, name, "hier gehört ein Text in Anführungszeichen hin"),
            },
            "applicant" => match string {
                Some(path) if path.is_empty() => {}
                Some(path) => settings.applicant = Some(path.into()),
                None => self.say(at, name, "hier gehört ein Dateiname in Anführungszeichen hin"),
            },
            "profiles" => settings.profiles = self.folders(at, name, value),
            "snippets" => settings.snippets = self.folders(at, name, value),
            "keys" => self.keys(settings, at, value),
            _ => self.say(
                at,
                name,
                "diese Einstellung gibt es nicht; werdegang config --default zeigt alle",
            ),
        }
    }

    /// The value with this name; another name is said with those there are.
    fn one_of<T: Copy>(
        &mut self,
        at: usize,
        name: &str,
        string: Option<&str>,
        values: &[(&str, T)],
    ) -> Option<T> {
        let found = values.iter().find(|(name, _)| Some(*name) == string);
        if found.is_none() {
            let names: Vec<String> = values.iter().map(|(name, _)| format!("\"{name}\"")).collect();
            self.say(at, name, format!("möglich sind {}", names.join(", ")));
        }
        found.map(|(_, value)| *value)
    }

    fn folders(&mut self, at: usize, name: &str, value: &Spanned<DeValue>) -> Vec<PathBuf> {
        match strings(value) {
            Some(folders) => folders.into_iter().map(PathBuf::from).collect(),
            None => {
                self.say(
                    at,
                    name,
                    "hier gehört eine Liste von Ordnern hin, etwa [\"/pfad/zum/ordner\"]",
                );
                Vec::new()
            }
        }
    }

    fn keys(&mut self, settings: &mut Settings, at: usize, value: &Spanned<DeValue>) {
        let Some(table) = value.get_ref().as_table() else {
            self.say(at, "keys", "hier gehört ein Abschnitt [keys] hin");
            return;
        };
        for (key, value) in table {
            let at = key.span().start;
            let name = format!("keys.{}", key.get_ref());
            let Some(command) = Command::parse(key.get_ref()) else {
                self.say(at, &name, "diesen Befehl gibt es nicht; F1 und README nennen alle");
                continue;
            };
            let Some(texts) = strings(value) else {
                self.say(
                    at,
                    &name,
                    "hier gehört eine Liste von Tasten hin, etwa [\"c\", \"ctrl-y\"]",
                );
                continue;
            };
            let mut keys = Vec::new();
            for text in texts {
                match text.parse() {
                    Ok(key) => keys.push(key),
                    Err(error) => self.say(at, &name, clean_line(&format!("{error}"))),
                }
            }
            settings.keys.push((command, keys));
        }
    }
}

fn strings(value: &Spanned<DeValue>) -> Option<Vec<String>> {
    let items = value.get_ref().as_array()?;
    items.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_file_says_what_holds_without_it() {
        let (settings, problems) = parse("config.toml", DEFAULT);
        assert_eq!(problems, []);
        assert_eq!(format!("{settings:?}"), format!("{:?}", Settings::default()));
    }

    #[test]
    fn good_lines_count_and_bad_ones_are_named_with_their_number() {
        let (settings, problems) = parse(
            "config.toml",
            "language = \"en\"\ntheme = \"bunt\"\nmose = true\nclipboard = 5\nprofiles = [\"a\"]\n\n[keys]\nquit = [\"ctrl-x\", \"nix-da\"]\nfliegen = [\"f\"]\n",
        );
        assert_eq!(settings.language, Some(Language::English));
        assert_eq!(settings.profiles, [PathBuf::from("a")]);
        assert_eq!(settings.keys, [(Command::Quit, vec!["ctrl-x".parse().unwrap()])]);
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert_eq!(
            problems,
            [
                "config.toml:2: theme: möglich sind \"auto\", \"light\", \"dark\" und \"plain\"",
                "config.toml:3: mose: diese Einstellung gibt es nicht; werdegang config --default zeigt alle",
                "config.toml:4: clipboard: möglich sind \"auto\", \"native\", \"tmux\", \"osc52\", \"command\", \"file\", \"none\"",
                "config.toml:8: keys.quit: „nix-da“ ist keine Taste. Möglich sind Zeichen und Namen wie a, ctrl-f, f1, shift-tab, enter, alt-left.",
                "config.toml:9: keys.fliegen: diesen Befehl gibt es nicht; F1 und README nennen alle",
            ]
        );
    }

    #[test]
    fn a_broken_line_leaves_the_others_in_force() {
        let (settings, problems) = parse("config.toml", "mouse = \nlanguage = \"en\"\n");
        assert_eq!(settings.language, Some(Language::English));
        assert!(problems[0].to_string().starts_with("config.toml:1: "), "{}", problems[0]);
    }
}
