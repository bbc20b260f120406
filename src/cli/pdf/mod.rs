//! `werdegang pdf`: letter, CV, folder and the other documents as files.
//!
//! `make` puts a document together from what the person has, `output` writes it in the formats
//! asked for; watching repeats both.

pub(super) mod args;
mod folder;
mod make;
mod output;

use std::io::Write;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use anyhow::Result;
use args::{PdfArgs, PdfCommand};
use make::Outcome;

use super::setup::Setup;
use super::{NOTHING, warn};
use crate::config::Paths;

/// How often watched files are looked at; a person does not see the difference.
const WATCH: Duration = Duration::from_millis(200);

pub(super) fn run(setup: &mut Setup, command: &PdfCommand, out: &mut impl Write) -> Result<u8> {
    let arguments = file_args(command);
    let mut force = arguments.force;
    loop {
        let seen = stamps(setup, arguments);
        match make::make(setup, command, out) {
            Ok(Outcome::Made(made)) => {
                warn(setup);
                output::write(&made, arguments, force, setup.language, out)?;
            }
            Ok(Outcome::Said) => return Ok(0),
            Ok(Outcome::Nothing) => return Ok(NOTHING),
            // A file that is half edited is said and waited for.
            Err(error) if arguments.watch && force => {
                let _ = writeln!(std::io::stderr(), "werdegang: {error:#}");
            }
            Err(error) => return Err(error),
        }
        if !arguments.watch {
            return Ok(0);
        }
        // From now on the file is the one we wrote.
        force = true;
        while stamps(setup, arguments) == seen {
            std::thread::sleep(WATCH);
        }
        setup.problems.clear();
    }
}

fn file_args(command: &PdfCommand) -> &PdfArgs {
    match command {
        PdfCommand::Letter { file, .. }
        | PdfCommand::Cv { file, .. }
        | PdfCommand::Cover { file, .. }
        | PdfCommand::Motivation { file, .. }
        | PdfCommand::Folder { file, .. }
        | PdfCommand::Offer { file }
        | PdfCommand::Efforts { file, .. }
        | PdfCommand::Profile { file, .. }
        | PdfCommand::Pay { file, .. } => file,
    }
}

/// When what a document is made of was changed last.
fn stamps(setup: &Setup, arguments: &PdfArgs) -> Vec<Option<SystemTime>> {
    let store = setup.paths.as_ref().map(Paths::store);
    let log = store.as_ref().map(|store| {
        let mut name = store.as_os_str().to_owned();
        name.push("-wal");
        PathBuf::from(name)
    });
    let files =
        [setup.applicant_file(), store, log, arguments.photo.clone(), arguments.signature.clone()];
    files.into_iter().flatten().map(|file| file.metadata().ok()?.modified().ok()).collect()
}
