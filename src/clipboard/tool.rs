//! Routes that run a program. The text goes through standard input, never into arguments, which
//! everybody on the machine can read.

use std::io::{self, Read, Write};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

use super::{Failure, environment::Program};

/// A program that has not answered by then is given up.
const LIMIT: Duration = Duration::from_secs(2);

/// Loads the text into tmux's newest buffer and the terminal outside, and reads it back.
pub(super) fn tmux(text: &str) -> Result<bool, Failure> {
    run(Command::new("tmux").args(["load-buffer", "-w", "-"]), text.as_bytes())?;
    if output(Command::new("tmux").arg("show-buffer"))? == text.as_bytes() {
        Ok(true)
    } else {
        Err(Failure::NotKept)
    }
}

/// The same with a buffer of its own, so that the person's buffers stay as they are.
pub(super) fn tmux_round_trip(text: &str) -> Result<bool, Failure> {
    let buffer = "werdegang-doctor";
    run(Command::new("tmux").args(["load-buffer", "-b", buffer, "-"]), text.as_bytes())?;
    let read = output(Command::new("tmux").args(["show-buffer", "-b", buffer]));
    run(Command::new("tmux").args(["delete-buffer", "-b", buffer]), &[])?;
    Ok(read? == text.as_bytes())
}

pub(super) fn program(program: Program, text: &str) -> Result<bool, Failure> {
    let mut command = Command::new(program.name());
    let bytes = match program {
        Program::Xclip => {
            command.args(["-selection", "clipboard"]);
            text.as_bytes().to_vec()
        }
        Program::Xsel => {
            command.args(["--clipboard", "--input"]);
            text.as_bytes().to_vec()
        }
        // clip.exe reads the console's code page unless a byte order mark says otherwise.
        Program::Clip => {
            std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
        }
        Program::WlCopy | Program::Pbcopy => text.as_bytes().to_vec(),
    };
    run(&mut command, &bytes)?;
    Ok(false)
}

pub(super) fn custom(shell_command: &str, text: &str) -> Result<bool, Failure> {
    if shell_command.is_empty() {
        return Err(Failure::Missing);
    }
    run(Command::new("sh").args(["-c", shell_command]), text.as_bytes())?;
    Ok(false)
}

fn run(command: &mut Command, input: &[u8]) -> Result<(), Failure> {
    command.stdout(Stdio::null());
    judge(started(command, input, None)?.0)
}

fn output(command: &mut Command) -> Result<Vec<u8>, Failure> {
    command.stdout(Stdio::piped());
    let (status, output) = started(command, &[], Some(super::MAX_TEXT as u64 + 1))?;
    judge(status)?;
    Ok(output)
}

fn judge(status: ExitStatus) -> Result<(), Failure> {
    if status.success() { Ok(()) } else { Err(Failure::Other(status.to_string())) }
}

/// Runs a program on a thread of its own and waits for it, but not for ever. Its children may
/// live on (xclip and wl-copy leave one behind), so its pipes are not waited for unless `read`.
fn started(
    command: &mut Command,
    input: &[u8],
    read: Option<u64>,
) -> Result<(ExitStatus, Vec<u8>), Failure> {
    let mut child = command.stdin(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let pid = child.id();
    let input = input.to_vec();
    let (done, result) = mpsc::channel();
    thread::spawn(move || {
        let mut work = || -> io::Result<(ExitStatus, Vec<u8>)> {
            if let Some(mut stdin) = child.stdin.take() {
                // A program that does not read its input may still succeed.
                let _ = stdin.write_all(&input);
            }
            let mut output = Vec::new();
            if let (Some(limit), Some(stdout)) = (read, child.stdout.take()) {
                stdout.take(limit).read_to_end(&mut output)?;
            }
            Ok((child.wait()?, output))
        };
        // Nobody listens any more when the limit has passed.
        let _ = done.send(work());
    });
    match result.recv_timeout(LIMIT) {
        Ok(result) => Ok(result?),
        Err(_) => {
            if let Some(pid) = i32::try_from(pid).ok().and_then(Pid::from_raw) {
                let _ = kill_process(pid, Signal::KILL);
            }
            Err(Failure::TimedOut)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_gets_the_text_on_its_input() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("kopie");
        let command = format!("cat > '{}'", target.display());
        assert_eq!(custom(&command, "Grüße; $(echo nein)"), Ok(false));
        assert_eq!(std::fs::read_to_string(target).unwrap(), "Grüße; $(echo nein)");
    }

    #[test]
    fn failures_are_told_apart() {
        assert_eq!(custom("", "x"), Err(Failure::Missing));
        assert_eq!(custom("exit 3", "x"), Err(Failure::Other("exit status: 3".into())));
        assert_eq!(custom("exec tail -f /dev/null", "x"), Err(Failure::TimedOut));
        assert_eq!(run(&mut Command::new("gibt-es-nicht-xyz"), b"x"), Err(Failure::Missing));
    }

    #[test]
    fn a_program_that_does_not_read_is_no_error() {
        assert_eq!(custom("true", &"x".repeat(500_000)), Ok(false));
    }
}
