//! The full screen: checks that there is one, gathers what it needs and hands over to `runtime`.

use std::collections::HashMap;
use std::io::IsTerminal;

use anyhow::{Result, bail};

use super::setup::{Setup, clipboard_environment};
use crate::app::Shared;
use crate::clipboard::Clipboard;
use crate::config::Paths;
use crate::keymap::Keymap;
use crate::runtime::{self, Options};
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
    let options = Options {
        theme: setup.theme(),
        clipboard,
        index: setup.index(),
        farewell: text.farewell(env!("CARGO_PKG_VERSION")),
        warning: setup.warning(),
    };
    let shared = Shared {
        corpus,
        snippets,
        applicant,
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
