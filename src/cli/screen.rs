//! The full screen: checks that there is one, gathers what it needs and hands over to `runtime`.

use std::collections::{BTreeMap, HashMap};
use std::io::IsTerminal;

use anyhow::{Result, bail};

use super::setup::{Editor, Setup, clipboard_environment, editor};
use crate::app::Shared;
use crate::clipboard::Clipboard;
use crate::config::Paths;
use crate::corpus::load;
use crate::keymap::Keymap;
use crate::runtime::keeper::Places;
use crate::runtime::{self, Options};
use crate::store::Store;
use crate::tailoring::Answers;
use crate::terminal::TerminalError;
use crate::terminal::capability::{self, Refusal};

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
        mouse: settings.mouse,
        places: HashMap::new(),
    };
    match runtime::run(shared, options) {
        Ok(code) => Ok(code),
        Err(TerminalError::Lost) => Ok(TerminalError::LOST_EXIT_CODE),
        Err(error) => Err(error.into()),
    }
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
