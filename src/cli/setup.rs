//! Everything a subcommand starts from: settings, corpus, blocks, applicant, and what was wrong
//! with them. The only place that reads the environment.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Result, bail};

use super::args::Common;
use crate::config::{self, Paths, Settings, Theme};
use crate::corpus::profile::Snippet;
use crate::corpus::{Corpus, Origin, Problem, load};
use crate::i18n::Language;
use crate::library::{Manifest, Shelf, Stored};
use crate::runtime::blocks;
use crate::tailoring::applicant::Document;
use crate::tailoring::{self, Applicant};
use crate::terminal::capability::{self, Background, Colours};

/// Largest configuration, applicant or block file, in bytes.
const MAX_FILE: usize = 4 * 1024 * 1024;

pub(super) struct Setup {
    /// `None` without a home directory: then nothing is kept.
    pub paths: Option<Paths>,
    pub settings: Settings,
    pub language: Language,
    /// What is wrong with the user's own files; the rest works.
    pub problems: Vec<Problem>,
    common: Common,
}

impl Setup {
    pub(super) fn read(common: &Common) -> Self {
        let executable = env::current_exe().ok();
        let paths = Paths::find(executable.as_deref());
        let (mut settings, mut problems) = (Settings::default(), Vec::new());
        if let Some(file) = paths.as_ref().map(Paths::config_file).filter(|file| file.exists()) {
            match load::read_text(&file, MAX_FILE) {
                Ok(text) => (settings, problems) = config::parse(&load::display(&file), &text),
                Err(problem) => problems.push(problem),
            }
        }
        let language = match common.lang.as_deref() {
            Some("en") => Language::English,
            Some(_) => Language::German,
            None => settings.language.unwrap_or_else(|| Language::from_locale(&locale())),
        };
        Self { paths, settings, language, problems, common: common.clone() }
    }

    /// Shipped profiles, those of `--data` and the settings, and the user's own.
    pub(super) fn corpus(&mut self) -> Arc<Corpus> {
        let own = self.paths.as_ref().map(Paths::profiles);
        let named = self.common.data.iter().chain(&self.settings.profiles);
        let folders = named
            .map(|folder| (folder.as_path(), false))
            .chain(own.iter().map(|folder| (folder.as_path(), true)));
        let mut loaded = load::with_folders(folders);
        self.problems.extend(loaded.problems);
        if let Some(shelf) = self.paths.as_ref().map(|paths| Shelf::at(paths.corpora())) {
            self.add_imported(&shelf, &mut loaded.corpus);
        }
        Arc::new(loaded.corpus)
    }

    fn add_imported(&mut self, shelf: &Shelf, corpus: &mut Corpus) {
        let (manifests, problems) = shelf.list();
        self.problems.extend(problems);
        for manifest in manifests {
            match Stored::open(shelf, &manifest) {
                Ok(stored) => {
                    let Manifest { name, title, licence, hash, .. } = manifest;
                    corpus.add_store(Origin { name, title, licence }, &hash, Box::new(stored));
                }
                Err(problem) => self.problems.push(problem),
            }
        }
    }

    /// Shipped general blocks, then those of the settings and the user's own folder; one of the
    /// same name takes the place of another.
    pub(super) fn snippets(&mut self) -> Vec<Snippet> {
        let own = self.paths.as_ref().map(Paths::snippets);
        let (mut snippets, problems) =
            own.map_or_else(tailoring::snippet::embedded, |folder| blocks::with_own(&folder));
        self.problems.extend(problems);
        for folder in &self.settings.snippets {
            let (more, problems) = blocks::own(folder);
            self.problems.extend(problems);
            snippets.extend(more);
        }
        snippets
    }

    /// Where the person's data are or would be.
    pub(super) fn applicant_file(&self) -> Option<PathBuf> {
        let named = self.common.applicant.clone().or_else(|| self.settings.applicant.clone());
        named.or_else(|| self.paths.as_ref().map(Paths::applicant))
    }

    /// The file of the command line or the settings must be there; the default one may be absent.
    pub(super) fn applicant(&mut self) -> Result<Applicant> {
        let named = self.common.applicant.clone().or_else(|| self.settings.applicant.clone());
        let file = match (named, self.paths.as_ref().map(Paths::applicant)) {
            (Some(file), _) => file,
            (None, Some(file)) if file.exists() => file,
            (None, _) => return Ok(Applicant::default()),
        };
        let text =
            load::read_text(&file, MAX_FILE).map_err(|problem| anyhow::anyhow!("{problem}"))?;
        match tailoring::applicant::parse(&load::display(&file), &text) {
            Ok(applicant) => Ok(applicant),
            Err(problems) => {
                let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
                bail!("{}", lines.join("\n"))
            }
        }
    }

    /// The person's file for editing; an empty one to begin with where there is none yet.
    pub(super) fn document(&self) -> Option<Document> {
        let file = self.applicant_file()?;
        if !file.exists() {
            return Some(Document::starter());
        }
        let text = load::read_text(&file, MAX_FILE).ok()?;
        Document::read(&load::display(&file), &text).ok()
    }

    pub(super) fn index(&self) -> Option<PathBuf> {
        self.paths.as_ref().map(|paths| paths.index.clone())
    }

    /// Colours that suit this terminal; `NO_COLOR` goes before the setting.
    pub(super) fn theme(&self) -> Theme {
        let variable = |name: &str| env::var(name).ok();
        let colours = capability::colours(
            variable("NO_COLOR").as_deref(),
            variable("COLORTERM").as_deref(),
            variable("TERM").as_deref(),
        );
        match (colours, self.settings.theme) {
            (Colours::None, _) => Theme::Plain,
            (_, Theme::Auto) => {
                match capability::background(None, variable("COLORFGBG").as_deref()) {
                    Some(Background::Dark) => Theme::Dark,
                    Some(Background::Light) => Theme::Light,
                    None => Theme::Auto,
                }
            }
            (_, theme) => theme,
        }
    }

    /// One sentence about the problems, if there are any.
    pub(super) fn warning(&self) -> Option<String> {
        let first = self.problems.first()?.to_string();
        Some(self.language.text().skipped_files(self.problems.len(), &first))
    }
}

/// The program that edits text, with its arguments: `VISUAL`, then `EDITOR`, then what is there.
pub(super) struct Editor(Vec<String>);

pub(super) fn editor() -> Option<Editor> {
    let set = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| env::var(name).ok());
    let words = |text: String| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let known = ["sensible-editor", "nano", "vi"].into_iter().filter(|name| is_on_path(name));
    set.map(words)
        .find(|words| !words.is_empty())
        .or_else(|| known.map(|name| vec![name.to_owned()]).next())
        .map(Editor)
}

impl Editor {
    pub(super) fn command(&self, file: &Path) -> std::process::Command {
        let (program, arguments) = self.0.split_first().map_or(("", &[][..]), |(p, a)| (p, a));
        let mut command = std::process::Command::new(program);
        command.args(arguments).arg(file);
        command
    }

    pub(super) fn into_words(self) -> Vec<String> {
        self.0
    }

    pub(super) fn shown(&self) -> String {
        self.0.join(" ")
    }
}

/// The locale of messages, by the usual precedence.
fn locale() -> String {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| env::var(name).ok())
        .find(|value| !value.is_empty())
        .unwrap_or_default()
}

/// What the environment says about clipboards.
pub(super) fn clipboard_environment() -> crate::clipboard::Environment {
    crate::clipboard::Environment::read(|name| env::var(name).ok(), is_on_path)
}

fn is_on_path(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| {
        env::split_paths(&path)
            .any(|folder| fs::metadata(folder.join(program)).is_ok_and(|m| m.is_file()))
    })
}

/// A path with the home folder as `~`: output of `doctor` is made to be pasted.
pub(super) fn masked(path: &Path) -> String {
    let home = env::var_os("HOME").map(PathBuf::from).filter(|home| home.parent().is_some());
    match home.and_then(|home| path.strip_prefix(home).ok().map(Path::to_owned)) {
        Some(rest) => load::display(&Path::new("~").join(rest)),
        None => load::display(path),
    }
}
