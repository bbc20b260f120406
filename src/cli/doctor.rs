//! `werdegang doctor`: what was found, made to be pasted into a question. Personal data is masked.

use std::env;
use std::io::{IsTerminal, Write};
use std::path::Path;

use anyhow::Result;

use super::setup::{Setup, clipboard_environment, masked};
use crate::clipboard::{Clipboard, Route};
use crate::config::Paths;
use crate::corpus::clean::clean_line;
use crate::i18n::Language;
use crate::runtime::searcher::Searcher;
use crate::runtime::words;
use crate::spelling;

pub(super) fn run(setup: &mut Setup, out: &mut impl Write) -> Result<u8> {
    let text = setup.language.text();
    writeln!(out, "werdegang {}", env!("CARGO_PKG_VERSION"))?;

    writeln!(out, "\n{}", text.doctor_terminal())?;
    for name in [
        "TERM",
        "COLORTERM",
        "COLORFGBG",
        "NO_COLOR",
        "LANG",
        "LC_ALL",
        "TMUX",
        "SSH_TTY",
        "WAYLAND_DISPLAY",
        "DISPLAY",
    ] {
        if let Ok(value) = env::var(name) {
            // Names of hosts and sockets say more about a person than about a terminal.
            let private = matches!(name, "TMUX" | "SSH_TTY");
            let value = if private { "***".to_owned() } else { clean_line(&value) };
            writeln!(out, "  {name:<16} {value}")?;
        }
    }
    let yes_no = |yes: bool| if yes { text.yes() } else { text.no() };
    writeln!(out, "  {:<16} {}", "stdin tty", yes_no(std::io::stdin().is_terminal()))?;
    writeln!(out, "  {:<16} {}", "stdout tty", yes_no(std::io::stdout().is_terminal()))?;
    writeln!(out, "  {:<16} {:?}", "theme", setup.theme())?;

    writeln!(out, "\n{}", text.doctor_clipboard())?;
    let file = setup.paths.as_ref().map(Paths::last_copy).unwrap_or_default();
    let settings = &setup.settings;
    let mut clipboard = Clipboard::new(
        &clipboard_environment(),
        settings.clipboard,
        &settings.clipboard_command,
        file,
    );
    let routes: Vec<&str> = clipboard.routes().iter().map(|route| route.name()).collect();
    writeln!(out, "  {:<16} {}", text.doctor_routes(), routes.join(", "))?;
    let verdict = match clipboard.round_trip() {
        Some(Ok(route)) => text.doctor_round_trip_good(route.name()),
        Some(Err((route, failure))) => {
            format!("{}: {}", route.name(), words::failure(text, &failure))
        }
        None => text
            .doctor_round_trip_none(clipboard.routes().first().map_or("-", |r: &Route| r.name())),
    };
    writeln!(out, "  {:<16} {verdict}", text.doctor_round_trip())?;

    writeln!(out, "\n{}", text.doctor_index())?;
    let corpus = setup.corpus();
    let folder = setup.index();
    let (searcher, notice) = Searcher::open(&corpus, folder.as_deref());
    writeln!(
        out,
        "  {:<16} {}",
        text.doctor_folder(),
        folder.as_deref().map_or("-".to_owned(), masked)
    )?;
    let hash = corpus.hash();
    writeln!(out, "  {:<16} {}", "corpus", hash.get(..16).unwrap_or(&hash))?;
    writeln!(
        out,
        "  {:<16} {}",
        text.professions(2).split(' ').next_back().unwrap_or_default(),
        searcher.engine.documents()
    )?;
    let state = match notice {
        None => text.doctor_index_good().to_owned(),
        Some(notice) => {
            words::index_notice(text, &notice).unwrap_or_else(|| text.index_built().to_owned())
        }
    };
    writeln!(out, "  {:<16} {state}", text.doctor_state())?;
    if let Some(age) = folder.as_deref().and_then(age_in_minutes) {
        writeln!(out, "  {:<16} {age} min", text.doctor_age())?;
    }

    writeln!(out, "\n{}", text.papers())?;
    writeln!(out, "  {:<16} {}", "PDF, Word", yes_no(cfg!(feature = "documents")))?;
    let term = env::var("TERM").ok();
    let pictures = super::screen::pictures(setup, term.as_deref());
    writeln!(out, "  {:<16} {}", "pictures", pictures.name())?;
    let home = env::var_os("HOME").map(std::path::PathBuf::from);
    let found = spelling::find(Language::German, home.as_deref());
    let place = found.map_or_else(|| text.no_dictionary_here().to_owned(), |f| masked(&f.words));
    writeln!(out, "  {:<16} {place}", text.dictionary())?;

    writeln!(out, "\n{}", text.doctor_folders())?;
    if let Some(paths) = &setup.paths {
        for (name, path) in [
            ("config", paths.config_file()),
            ("applicant", paths.applicant()),
            ("profiles", paths.profiles()),
            ("snippets", paths.snippets()),
            ("state", paths.state.clone()),
        ] {
            let there = if path.exists() { "" } else { text.doctor_absent() };
            writeln!(out, "  {name:<16} {} {there}", masked(&path))?;
        }
    }
    let snippets = setup.snippets();
    writeln!(out, "  {:<16} {}", text.blocks(), snippets.len())?;
    for problem in &setup.problems {
        writeln!(out, "  ! {problem}")?;
    }
    Ok(0)
}

/// Minutes since the newest folder of the index was made.
fn age_in_minutes(folder: &Path) -> Option<u64> {
    let newest = std::fs::read_dir(folder)
        .ok()?
        .flatten()
        .filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()))
        .filter_map(|entry| entry.metadata().ok()?.modified().ok())
        .max()?;
    Some(newest.elapsed().ok()?.as_secs() / 60)
}
