//! `werdegang snippet`: a text block, filled from the command line and the applicant's file.

use std::io::Write;

use anyhow::{Result, bail};

use super::args::SnippetArgs;
use super::setup::{Setup, clipboard_environment};
use super::{NOTHING, show, warn};
use crate::clipboard::{Clipboard, Outcome, Request};
use crate::config::Paths;
use crate::corpus::Profile;
use crate::corpus::profile::Snippet;
use crate::runtime::words;
use crate::tailoring::{self, Answers, Subject};

pub(super) fn run(setup: &mut Setup, args: &SnippetArgs, out: &mut impl Write) -> Result<u8> {
    let corpus = setup.corpus();
    let general = setup.snippets();
    let applicant = setup.applicant()?;
    warn(setup);
    let Some(profile) = show::find(&corpus, &args.id) else { return Ok(NOTHING) };
    let Some(name) = &args.name else {
        list(profile, &general, out)?;
        return Ok(0);
    };
    let Some(snippet) =
        profile.snippets.iter().chain(&general).find(|snippet| snippet.name == *name)
    else {
        bail!(
            "einen Baustein „{name}“ gibt es nicht; werdegang snippet {} listet sie auf",
            profile.id
        );
    };
    let answers = answers(&args.set)?;
    let subject = Subject { title: &profile.title, language: setup.language };
    let filled = tailoring::fill(snippet, &subject, &applicant, &answers);
    for problem in &filled.problems {
        let _ = writeln!(std::io::stderr(), "werdegang: {problem}");
    }
    let open: Vec<_> = filled.fields.iter().filter(|field| field.is_open()).collect();
    for field in &open {
        let _ = writeln!(std::io::stderr(), "offen: {}  {}", field.name, field.question);
    }
    if args.copy {
        copy(setup, &filled.text)?;
    } else {
        writeln!(out, "{}", filled.text)?;
    }
    Ok(if args.strict && !open.is_empty() { NOTHING } else { 0 })
}

fn list(profile: &Profile, general: &[Snippet], out: &mut impl Write) -> Result<()> {
    for (origin, snippets) in
        [(profile.title.pair(), profile.snippets.as_slice()), ("allgemein".to_owned(), general)]
    {
        writeln!(out, "{origin}")?;
        for snippet in snippets {
            writeln!(out, "  {:<28} {}", snippet.name, snippet.title)?;
        }
    }
    Ok(())
}

fn answers(set: &[String]) -> Result<Answers> {
    let mut answers = Answers::default();
    for pair in set {
        let Some((name, value)) = pair.split_once('=') else {
            bail!(
                "--set „{pair}“: hier fehlt das Gleichheitszeichen, etwa --set firma.name=\"Muster GmbH\""
            );
        };
        answers.set(name.trim(), value.trim());
    }
    Ok(answers)
}

fn copy(setup: &Setup, text: &str) -> Result<()> {
    let settings = &setup.settings;
    let file = setup.paths.as_ref().map(Paths::last_copy).unwrap_or_default();
    let mut clipboard = Clipboard::new(
        &clipboard_environment(),
        settings.clipboard,
        &settings.clipboard_command,
        file,
    );
    // `--copy` is the yes to whatever route the environment leaves.
    let request = Request { text: text.to_owned(), personal: true, consent: true };
    let mut outcome = clipboard.copy(&request);
    while matches!(outcome, Outcome::NeedsConsent(_)) {
        outcome = clipboard.copy(&request);
    }
    if let Outcome::Send { bytes, .. } = &outcome {
        let mut terminal = std::fs::OpenOptions::new().write(true).open("/dev/tty")?;
        terminal.write_all(bytes)?;
    }
    match words::outcome(setup.language.text(), &outcome) {
        Ok(sentence) => {
            let _ = writeln!(std::io::stderr(), "{sentence}");
            Ok(())
        }
        Err(sentence) => bail!("{sentence}"),
    }
}
