//! The command line: one file per subcommand.

mod check;

use std::process::ExitCode;

pub fn main() -> ExitCode {
    let paths: Vec<std::path::PathBuf> = std::env::args_os().skip(2).map(Into::into).collect();
    match check::run(&paths, &mut std::io::stdout()) {
        Ok(true) => ExitCode::SUCCESS,
        _ => ExitCode::from(1),
    }
}
