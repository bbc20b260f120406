//! The command line: one file per subcommand, all of them plain text for pipes and screen
//! readers.

mod analyze;
mod applicant;
mod args;
mod block;
mod check;
mod corpus;
mod doctor;
mod import;
mod inflect;
mod letter;
mod matching;
mod pay;
mod pdf;
mod profile;
mod screen;
mod search;
mod setup;
mod show;
mod snippet;
mod spell;

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory, Parser};

use self::args::{Cli, Command};
use self::setup::Setup;
use crate::clipboard;

/// Exit code of a search without hits or a check with problems.
const NOTHING: u8 = 1;
const ERROR: u8 = 2;

/// Runs the program with the process's arguments.
pub fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    if arguments.next().as_deref() == Some(clipboard::SERVE) {
        return clipboard::serve_from_stdin(arguments);
    }
    // Whatever is written belongs to this user alone.
    rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o077));
    let cli = Cli::parse();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let result = run(cli, &mut out).and_then(|code| Ok(out.flush().map(|()| code)?));
    match result {
        Ok(code) => ExitCode::from(code),
        // Somebody closed the pipe: they have read enough.
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(
                io::stderr(),
                "werdegang: {}",
                crate::corpus::clean::clean(&format!("{error:#}"))
            );
            ExitCode::from(ERROR)
        }
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

fn run(cli: Cli, out: &mut impl Write) -> Result<u8> {
    if cli.man {
        clap_mangen::Man::new(Cli::command()).render(out)?;
        return Ok(0);
    }
    let mut setup = Setup::read(&cli.common);
    match cli.command {
        None => screen::run(setup),
        Some(Command::Search(args)) => search::run(&mut setup, &args, out),
        Some(Command::Show(args)) => show::run(&mut setup, &args, out),
        Some(Command::Snippet(args)) => snippet::run(&mut setup, &args, out),
        Some(Command::Check { paths }) => Ok(if check::run(&paths, out)? { 0 } else { NOTHING }),
        Some(Command::Letter(args)) => letter::letter(&mut setup, &args, out),
        Some(Command::Pdf { command }) => pdf::run(&mut setup, &command, out),
        Some(Command::Applications(args)) => letter::applications(&setup, &args, out),
        Some(Command::Block { command }) => block::run(&setup, &command, out),
        Some(Command::Match(args)) => matching::run(&mut setup, &args, out),
        Some(Command::Applicant { command }) => applicant::run(&setup, &command, out),
        Some(Command::Profile { command }) => profile::run(&command, out),
        Some(Command::Pay(args)) => pay::run(&mut setup, &args, out),
        Some(Command::Import(args)) => import::run(&setup, &args, out),
        Some(Command::Corpus { command }) => corpus::run(&mut setup, &command, out),
        Some(Command::Analyze { text, json }) => analyze::run(&text.join(" "), json, out),
        Some(Command::Spell(args)) => spell::run(&mut setup, &args, out),
        Some(Command::Inflect(args)) => inflect::run(&args, out),
        Some(Command::Doctor) => doctor::run(&mut setup, out),
        Some(Command::Completions { shell }) => {
            // The generator panics when its writer fails, as a closed pipe does.
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "werdegang", &mut script);
            out.write_all(&script)?;
            Ok(0)
        }
        Some(Command::Config { default: true }) => {
            out.write_all(crate::config::DEFAULT.as_bytes())?;
            Ok(0)
        }
        Some(Command::Config { default: false }) => {
            match &setup.paths {
                Some(paths) => {
                    writeln!(out, "{}", crate::corpus::load::display(&paths.config_file()))?;
                }
                None => {
                    anyhow::bail!("ohne Heimatordner (HOME) gibt es keinen Ort für Einstellungen")
                }
            }
            warn(&setup);
            Ok(0)
        }
    }
}

/// Names problems of the user's own files on standard error.
fn warn(setup: &Setup) {
    for problem in &setup.problems {
        let _ = writeln!(io::stderr(), "werdegang: {problem}");
    }
}
