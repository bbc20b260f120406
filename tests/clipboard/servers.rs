//! Servers of the tests' own: an X server without a screen, a Wayland compositor without an
//! output, a tmux of its own. They end with the test.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::helpers::installed::Installed;

/// For a server to come up or a process to go; only a hanging one takes that long.
const DEADLINE: Duration = Duration::from_secs(20);

/// Whether the programs are there. Where they must be, as in CI, a missing one fails the test.
pub(super) fn available(programs: &[&str]) -> bool {
    for program in programs {
        if !["/usr/bin", "/bin", "/usr/local/bin"]
            .iter()
            .any(|folder| Path::new(folder).join(program).exists())
        {
            assert!(
                std::env::var_os("CI").is_none(),
                "{program} is not installed; see .ci/packages.txt"
            );
            println!("skipped: no {program}");
            return false;
        }
    }
    true
}

/// Waits for a state of the system that nobody announces.
fn until(what: &str, mut done: impl FnMut() -> bool) {
    let deadline = Instant::now() + DEADLINE;
    while !done() {
        assert!(Instant::now() < deadline, "waited for {what}");
        std::thread::yield_now();
    }
}

pub(super) struct X11 {
    server: Child,
    pub(super) display: String,
}

impl X11 {
    pub(super) fn start() -> Self {
        // A number of its own: one that a server has just left may still be watched by others.
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let number = 2_000 + std::process::id() % 5_000 * 10 + number % 10;
        // The server writes it when it is ready.
        let options = "-displayfd 3 -noreset -screen 0 320x240x24 -nolisten tcp";
        let mut server = Command::new("sh")
            .args(["-c", &format!("exec Xvfb :{number} {options} 3>&1 >/dev/null 2>&1")])
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        assert!(!number.trim().is_empty(), "Xvfb did not start");
        Self { server, display: format!(":{}", number.trim()) }
    }

    pub(super) fn copy_something_else(&self) {
        let mut xclip = Command::new("xclip")
            .args(["-selection", "clipboard"])
            .env("DISPLAY", &self.display)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        xclip.stdin.take().unwrap().write_all(b"etwas anderes").unwrap();
        assert!(xclip.wait().unwrap().success());
        // Its child owns the selection a little later than the parent ends.
        until("xclip to own the clipboard", || self.pasted() == b"etwas anderes");
    }

    fn pasted(&self) -> Vec<u8> {
        let mut xclip = Command::new("xclip");
        xclip.args(["-selection", "clipboard", "-o"]).env("DISPLAY", &self.display);
        xclip.output().unwrap().stdout
    }
}

/// Processes of this installation that hold a text.
pub(super) fn helpers(installed: &Installed) -> Vec<u32> {
    let program = installed.home().join("werdegang");
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        let Some(pid) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        if fs::read_link(entry.path().join("exe")).is_ok_and(|exe| exe == program) {
            found.push(pid);
        }
    }
    found
}

pub(super) fn wait_for_end(processes: &[u32]) {
    until("the helper to end", || {
        let gone = |pid: &u32| !Path::new(&format!("/proc/{pid}/exe")).exists() || is_zombie(*pid);
        processes.iter().all(gone)
    });
}

fn is_zombie(pid: u32) -> bool {
    fs::read_to_string(format!("/proc/{pid}/stat")).is_ok_and(|stat| {
        stat.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with('Z'))
    })
}

impl Drop for X11 {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

pub(super) struct Wayland {
    server: Child,
    folder: TempDir,
    pub(super) display: String,
}

impl Wayland {
    /// sway refuses to run as root, so it runs as nobody in a folder of its own.
    pub(super) fn start() -> Self {
        let folder = tempfile::Builder::new().prefix("wl").tempdir_in("/tmp").unwrap();
        let config = folder.path().join("config");
        fs::write(&config, "").unwrap();
        let root = rustix::process::getuid().is_root();
        let mut command = if root {
            for path in [folder.path(), &config] {
                let status =
                    Command::new("chown").arg("nobody:nogroup").arg(path).status().unwrap();
                assert!(status.success());
            }
            let mut command = Command::new("setpriv");
            command.args(["--reuid=65534", "--regid=65534", "--clear-groups", "sway"]);
            command
        } else {
            Command::new("sway")
        };
        let server = command
            .arg("-c")
            .arg(&config)
            .env("XDG_RUNTIME_DIR", folder.path())
            .env("HOME", folder.path())
            .env("WLR_BACKENDS", "headless")
            .env("WLR_LIBINPUT_NO_DEVICES", "1")
            .env("WLR_RENDERER", "pixman")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut display = None;
        until("sway's socket", || {
            display = socket(folder.path());
            display.is_some()
        });
        Self { server, display: display.unwrap(), folder }
    }

    pub(super) fn folder(&self) -> &str {
        self.folder.path().to_str().unwrap()
    }
}

/// The compositor listens when its socket takes a connection.
fn socket(folder: &Path) -> Option<String> {
    let found: Vec<PathBuf> =
        fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    let socket = found.iter().find(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        name.starts_with("wayland-") && !name.ends_with(".lock")
    })?;
    std::os::unix::net::UnixStream::connect(socket).ok()?;
    Some(socket.file_name()?.to_string_lossy().into_owned())
}

impl Drop for Wayland {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

pub(super) struct Tmux {
    folder: TempDir,
}

impl Tmux {
    pub(super) fn start() -> Self {
        let server = Self { folder: tempfile::tempdir().unwrap() };
        server.run(&["new-session", "-d", "-s", "probe", "sh"]);
        server
    }

    fn socket(&self) -> PathBuf {
        self.folder.path().join("socket")
    }

    /// The value of `TMUX` inside: socket, process, session.
    pub(super) fn variable(&self) -> String {
        format!("{},1,0", self.socket().display())
    }

    pub(super) fn run(&self, arguments: &[&str]) -> String {
        let output = Command::new("tmux")
            .arg("-S")
            .arg(self.socket())
            .args(["-f", "/dev/null"])
            .args(arguments)
            .env_remove("TMUX")
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }
}

impl Drop for Tmux {
    fn drop(&mut self) {
        let _ = Command::new("tmux").arg("-S").arg(self.socket()).arg("kill-server").output();
    }
}
