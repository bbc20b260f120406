//! The real program as somebody would have installed it: away from the checkout, with a home of
//! its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use super::pty::Program;

pub(crate) struct Installed {
    folder: TempDir,
    program: PathBuf,
}

impl Installed {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("werdegang");
        let built = env!("CARGO_BIN_EXE_werdegang");
        // A second name costs nothing; across file systems it has to be a copy.
        fs::hard_link(built, &program).or_else(|_| fs::copy(built, &program).map(drop)).unwrap();
        Self { folder, program }
    }

    pub(crate) fn home(&self) -> &Path {
        self.folder.path()
    }

    /// A file in the home, with its folders.
    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) -> PathBuf {
        let file = self.home().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, text).unwrap();
        file
    }

    /// Runs a subcommand to its end, with an environment of nothing but a home.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(arguments).env_clear().env("HOME", self.home()).env("LANG", "de_DE.UTF-8");
        command.current_dir(self.home());
        command
    }

    /// The full screen in a terminal.
    pub(crate) fn terminal(&self) -> Program {
        Program::new(&self.program)
            .env("HOME", self.home())
            .env("LANG", "de_DE.UTF-8")
            .env("TERM", "xterm-256color")
            .env("PATH", "/usr/bin:/bin")
    }
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}
