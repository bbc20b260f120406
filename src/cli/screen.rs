//! The full screen: checks that there is one, gathers what it needs and hands over to `runtime`.

use std::collections::{BTreeMap, HashMap};
use std::io::IsTerminal;

use anyhow::{Result, bail};

use super::setup::{Editor, Setup, clipboard_environment, editor};
use crate::app::Shared;
use crate::clipboard::Clipboard;
use crate::config::{Paths, PictureSetting, Theme};
use crate::corpus::load;
use crate::keymap::Keymap;
use crate::runtime::keeper::Places;
use crate::runtime::{self, Options};
use crate::store::{self, Store};
use crate::tailoring::Answers;
use crate::terminal::TerminalError;
use crate::terminal::capability::{self, Colours, Graphics, Refusal};
use crate::ui::Pictures;

pub(super) fn run(mut setup: Setup) -> Result<u8> {
    let text = setup.language.text();
    let term = std::env::var("TERM").ok();
    let (stdin, stdout) = (std::io::stdin().is_terminal(), std::io::stdout().is_terminal());
    match capability::check(stdin, stdout, term.as_deref()) {
        Ok(()) => {}
        Err(Refusal::DumbTerminal) => bail!("{}", text.dumb_terminal()),
        Err(Refusal::InputIsNoTerminal | Refusal::OutputIsNoTerminal) => {
            bail!("{}", text.not_a_terminal())
        }
    }
    let corpus = setup.corpus();
    let snippets = setup.snippets();
    let applicant = setup.applicant()?;
    let settings = &setup.settings;
    let last_copy = setup
        .paths
        .as_ref()
        .map_or_else(|| std::env::temp_dir().join("werdegang-last-copy.txt"), Paths::last_copy);
    let clipboard = Clipboard::new(
        &clipboard_environment(),
        settings.clipboard,
        &settings.clipboard_command,
        last_copy,
    );
    let (store, notice) = open_store(&setup);
    let suggestions = store.as_ref().and_then(|store| store.suggestions().ok()).unwrap_or_default();
    let places = Places {
        applicant: setup.applicant_file(),
        exports: setup.paths.as_ref().map(Paths::exports),
        blocks: setup.paths.as_ref().map(Paths::snippets),
        words: setup.paths.as_ref().map(Paths::words),
    };
    let document = setup.document();
    let options = Options {
        store,
        places,
        editor: editor().map(Editor::into_words),
        theme: setup.theme(),
        pictures: pictures(&setup, term.as_deref()),
        clipboard,
        index: setup.index(),
        farewell: text.farewell(env!("CARGO_PKG_VERSION")),
        warning: notice.or_else(|| setup.warning()),
    };
    let shared = Shared {
        corpus,
        snippets,
        applicant,
        document,
        suggestions,
        asked: BTreeMap::new(),
        last_key: 0,
        answers: Answers::default(),
        keymap: Keymap::with(&settings.keys),
        language: setup.language,
        today: store::today().unwrap_or_default(),
        applicant_file: setup.applicant_file(),
        mouse: settings.mouse,
        places: HashMap::new(),
    };
    match runtime::run(shared, options) {
        Ok(code) => Ok(code),
        Err(TerminalError::Lost) => Ok(TerminalError::LOST_EXIT_CODE),
        Err(error) => Err(error.into()),
    }
}

/// How documents are shown: by the settings, else by what the terminal says of itself.
pub(super) fn pictures(setup: &Setup, term: Option<&str>) -> Pictures {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let (no_color, colorterm) = (variable("NO_COLOR"), variable("COLORTERM"));
    let colours = capability::colours(no_color.as_deref(), colorterm.as_deref(), term);
    if setup.theme() == Theme::Plain || colours < Colours::Indexed {
        return Pictures::none();
    }
    let program = variable("TERM_PROGRAM");
    let kitty = variable("KITTY_WINDOW_ID").is_some();
    let multiplexed = variable("TMUX").is_some() || variable("STY").is_some();
    let setting = match setup.settings.pictures {
        PictureSetting::Auto => {
            match capability::graphics(term, program.as_deref(), kitty, multiplexed) {
                Graphics::Blocks => PictureSetting::Blocks,
                Graphics::Kitty => PictureSetting::Kitty,
                Graphics::Sixel => PictureSetting::Sixel,
                Graphics::Iterm => PictureSetting::Iterm,
            }
        }
        setting => setting,
    };
    Pictures::new(setting, colours == Colours::Indexed)
}

/// The person's file of applications and letters, with a sentence if something is wrong with it.
fn open_store(setup: &Setup) -> (Option<Store>, Option<String>) {
    let text = setup.language.text();
    let Some(paths) = &setup.paths else { return (None, None) };
    match Store::open(&paths.store()) {
        Ok((store, None)) => (Some(store), None),
        Ok((store, Some(repaired))) => {
            let backup = repaired.backup.as_deref().map(load::display);
            let sentence = text.store_repaired(&load::display(&repaired.aside), backup.as_deref());
            (Some(store), Some(sentence))
        }
        Err(error) => (None, Some(text.store_unusable(&error.to_string()))),
    }
}
