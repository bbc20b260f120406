//! A real pseudo-terminal with a real program in it: keys in; screen, modes and exit code out.
//!
//! The program runs as a job of a small shell, as it does for people. That also keeps the evidence:
//! when the leader of a terminal's session ends, the system resets the terminal's modes, and a
//! program that forgot to restore them would look clean.
//!
//! Nothing here sleeps or retries: every wait is for an event, up to one deadline. The terminal
//! answers no question; a program that asks one fails its test.

mod emulator;
mod feed;
mod line;

use std::ffi::OsString;
use std::io::Write;
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::fs::{CWD, Mode, mkfifoat};
use rustix::process::{Pid, Signal, getpgid, kill_process, kill_process_group};
use rustix::termios::{
    InputModes, LocalModes, OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr,
};

use emulator::Heard;
pub(crate) use emulator::text;
use feed::{Gate, Report, read_output, read_reports};
use line::{described, open, unusual_modes};

/// For a whole test, generous: it only ends tests that would hang.
const DEADLINE: Duration = Duration::from_secs(60);

/// `$1` is the pipe for reports, the rest is the program. The outer shell does job control, as a
/// person's shell does. The middle one is part of the job and reports its end even when the
/// terminal has been closed. The inner one becomes the program, by the given launch command.
const SHELL: &str = r#"
exec 3>"$1"; shift
trap : HUP
set -m
/bin/sh -c '
    trap : HUP TERM INT QUIT
    /bin/sh -c "echo pid \$\$ >&3; exec 3>&-; $LAUNCH" sh "$@"
    code=$?
    echo exit $code >&3
    exit $code
' sh "$@"
code=$?
while [ $code = 147 ] || [ $code = 148 ]; do
    echo stopped >&3
    read -r _
    fg >/dev/null
    code=$?
done
printf '\033]777;ended\007'
read -r _
"#;

/// What to run, and in what surroundings.
pub(crate) struct Program {
    command: Vec<OsString>,
    env: Vec<(OsString, OsString)>,
    size: (u16, u16),
    launch: String,
}

impl Program {
    /// A program with an empty environment in a terminal of 80 columns and 24 rows.
    pub(crate) fn new(path: impl Into<OsString>) -> Self {
        let launch = r#"exec "$@""#.to_owned();
        Self { command: vec![path.into()], env: Vec::new(), size: (80, 24), launch }
    }

    pub(crate) fn arg(mut self, arg: impl Into<OsString>) -> Self {
        self.command.push(arg.into());
        self
    }

    pub(crate) fn env(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.env.push((name.into(), value.into()));
        self
    }

    pub(crate) fn size(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self
    }

    /// Starts it in another way than `exec "$@"`, such as `exec "$@" </dev/null`.
    pub(crate) fn launch(mut self, shell: &str) -> Self {
        self.launch = shell.to_owned();
        self
    }

    pub(crate) fn start(&self) -> Pty {
        Pty::start(self)
    }
}

/// A terminal with a program in it.
pub(crate) struct Pty {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    reports: Receiver<Report>,
    gate: Arc<Gate>,
    parser: vt100::Parser<Heard>,
    raw: Vec<u8>,
    tty: PathBuf,
    before: String,
    shell: Box<dyn Child + Send + Sync>,
    pid: Option<Pid>,
    stops: usize,
    exit_code: Option<i32>,
    deadline: Instant,
    _folder: tempfile::TempDir,
}

/// What a terminal can be in that must not outlast the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Modes {
    pub(crate) line_mode: bool,
    pub(crate) echo: bool,
    pub(crate) alternate_screen: bool,
    pub(crate) bracketed_paste: bool,
    pub(crate) mouse: bool,
    pub(crate) cursor_hidden: bool,
}

impl Modes {
    /// As a shell has it.
    pub(crate) const SHELL: Self = Self {
        line_mode: true,
        echo: true,
        alternate_screen: false,
        bracketed_paste: false,
        mouse: false,
        cursor_hidden: false,
    };
    /// As a full-screen program has it, without text cursor and mouse.
    pub(crate) const FULL_SCREEN: Self = Self {
        line_mode: false,
        echo: false,
        alternate_screen: true,
        bracketed_paste: true,
        mouse: false,
        cursor_hidden: true,
    };
}

impl Pty {
    fn start(program: &Program) -> Self {
        let (width, height) = program.size;
        let size = PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let tty = pair.master.tty_name().unwrap();
        let before = unusual_modes(&tty);

        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("reports");
        mkfifoat(CWD, &pipe, Mode::RUSR | Mode::WUSR).unwrap();

        let mut command = CommandBuilder::new("/bin/sh");
        command.env_clear();
        command.env("LAUNCH", &program.launch);
        for (name, value) in &program.env {
            command.env(name, value);
        }
        command.args(["-c", SHELL, "sh"]);
        command.arg(&pipe);
        command.args(&program.command);
        let shell = pair.slave.spawn_command(command).unwrap();

        let (sender, reports) = channel();
        let gate = Arc::new(Gate::default());
        read_output(pair.master.try_clone_reader().unwrap(), Arc::clone(&gate), sender.clone());
        read_reports(pipe, sender);
        Self {
            writer: Some(pair.master.take_writer().unwrap()),
            master: Some(pair.master),
            reports,
            gate,
            parser: vt100::Parser::new_with_callbacks(
                at_least_one(height),
                at_least_one(width),
                0,
                Heard::default(),
            ),
            raw: Vec::new(),
            tty,
            before,
            shell,
            pid: None,
            stops: 0,
            exit_code: None,
            deadline: Instant::now() + DEADLINE,
            _folder: folder,
        }
    }

    /// Sends what a keyboard would: characters, or the escape sequence of a key.
    pub(crate) fn send(&mut self, keys: impl AsRef<[u8]>) {
        let writer = self.writer.as_mut().expect("the terminal is open");
        writer.write_all(keys.as_ref()).unwrap();
        writer.flush().unwrap();
    }

    /// Pastes as a terminal does for a program that has asked for brackets.
    pub(crate) fn paste(&mut self, text: &str) {
        assert!(self.screen().bracketed_paste(), "the program did not ask for bracketed paste");
        self.send(format!("\x1b[200~{text}\x1b[201~"));
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        let size = PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().expect("the terminal is open").resize(size).unwrap();
        self.parser.set_size(at_least_one(height), at_least_one(width));
    }

    /// Changes what the test sees, not what the program is told.
    pub(crate) fn resize_screen_only(&mut self, width: u16, height: u16) {
        self.parser.set_size(at_least_one(height), at_least_one(width));
    }

    /// What a shell does to the terminal of a job that has stopped.
    pub(crate) fn set_line_mode(&self) {
        let slave = open(&self.tty);
        let mut modes = tcgetattr(&slave).unwrap();
        modes.local_modes.insert(LocalModes::ICANON | LocalModes::ECHO);
        modes.input_modes.insert(InputModes::ICRNL);
        tcsetattr(&slave, OptionalActions::Now, &modes).unwrap();
    }

    /// Signals the program alone.
    pub(crate) fn signal(&mut self, signal: Signal) {
        kill_process(self.program(), signal).unwrap();
    }

    /// Signals the program's whole job, as `kill %1` does.
    pub(crate) fn signal_job(&mut self, signal: Signal) {
        let program = self.program();
        kill_process_group(getpgid(Some(program)).unwrap(), signal).unwrap();
    }

    /// Waits until a whole frame has been drawn that `done` accepts.
    pub(crate) fn wait_for(&mut self, what: &str, mut done: impl FnMut(&vt100::Screen) -> bool) {
        while self.parser.callbacks().in_frame || !done(self.parser.screen()) {
            assert!(self.exit_code.is_none() || !self.ended(), "{}", self.picture(what));
            self.take_report(what);
        }
    }

    pub(crate) fn wait_for_text(&mut self, wanted: &str) {
        self.wait_for(wanted, |screen| text(screen).contains(wanted));
    }

    /// Waits until the program has been stopped for the nth time. A line continues it in the
    /// foreground.
    pub(crate) fn wait_for_stop(&mut self, times: usize) {
        while self.stops < times {
            self.take_report("a stopped program");
        }
    }

    /// Waits for the end of the program and for everything it wrote.
    pub(crate) fn wait_for_exit(&mut self) -> i32 {
        let code = self.wait_for_exit_unread();
        while !self.ended() {
            self.take_report("the end of the output");
        }
        code
    }

    /// Waits for the end of the program alone: for a terminal that is stalled or closed.
    pub(crate) fn wait_for_exit_unread(&mut self) -> i32 {
        loop {
            if let Some(code) = self.exit_code {
                return code;
            }
            self.take_report("the end of the program");
        }
    }

    /// The terminal stops taking output, as over a dead connection.
    pub(crate) fn stall(&mut self) {
        self.gate.set(true);
    }

    pub(crate) fn resume(&mut self) {
        self.gate.set(false);
    }

    /// The window is closed.
    pub(crate) fn close(&mut self) {
        // The writer says goodbye with an end-of-file key if the terminal has one.
        let slave = open(&self.tty);
        let mut modes = tcgetattr(&slave).unwrap();
        modes.special_codes[SpecialCodeIndex::VEOF] = 0;
        tcsetattr(&slave, OptionalActions::Now, &modes).unwrap();
        self.writer = None;
        self.master = None;
        // The reading thread holds the last end; one byte of output wakes it up to let go.
        self.gate.close();
        (&slave).write_all(b" ").unwrap();
    }

    pub(crate) fn screen(&self) -> &vt100::Screen {
        self.parser.screen()
    }

    /// The screen as text, see [`text`].
    pub(crate) fn text(&self) -> String {
        text(self.screen())
    }

    /// The first cell of a text on the screen: its colours, bold, inverse.
    pub(crate) fn cell_of(&self, text: &str) -> &vt100::Cell {
        let (height, width) = self.screen().size();
        let (height, width) = (height.get(), width.get());
        let starts_here =
            |row, col| self.screen().contents_between(row, col, row, width).starts_with(text);
        (0..height)
            .flat_map(|row| (0..width).map(move |col| (row, col)))
            .find(|(row, col)| starts_here(*row, *col))
            .and_then(|(row, col)| self.screen().cell(row, col))
            .unwrap_or_else(|| panic!("{}", self.picture(text)))
    }

    /// Every byte the program (and its shell) wrote.
    pub(crate) fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// What was written to the terminal's clipboard by OSC 52, still in base64.
    pub(crate) fn copied(&self) -> &[String] {
        &self.parser.callbacks().copied
    }

    pub(crate) fn modes(&self) -> Modes {
        let local = tcgetattr(open(&self.tty)).unwrap().local_modes;
        let screen = self.screen();
        Modes {
            line_mode: local.contains(LocalModes::ICANON),
            echo: local.contains(LocalModes::ECHO),
            alternate_screen: screen.alternate_screen(),
            bracketed_paste: screen.bracketed_paste(),
            mouse: screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None,
            cursor_hidden: screen.hide_cursor(),
        }
    }

    /// The terminal is exactly as it was before the program: modes of the screen and of the line,
    /// down to the unusual ones that were set for this.
    pub(crate) fn assert_as_found(&self) {
        assert_eq!(self.modes(), Modes::SHELL, "{}", self.picture("a clean terminal"));
        assert_eq!(described(&tcgetattr(open(&self.tty)).unwrap()), self.before);
    }

    fn program(&mut self) -> Pid {
        loop {
            if let Some(pid) = self.pid {
                return pid;
            }
            self.take_report("a program");
        }
    }

    fn ended(&self) -> bool {
        self.parser.callbacks().ended
    }

    fn take_report(&mut self, what: &str) {
        let left = self.deadline.saturating_duration_since(Instant::now());
        let Ok(report) = self.reports.recv_timeout(left) else {
            panic!("{}", self.picture(what));
        };
        match report {
            Report::Output(bytes) => {
                self.parser.process(&bytes);
                self.raw.extend(bytes);
                let questions = &self.parser.callbacks().questions;
                assert!(questions.is_empty(), "the program asked the terminal: {questions:?}");
            }
            Report::Pid(pid) => self.pid = Pid::from_raw(pid),
            Report::Stopped => self.stops += 1,
            Report::Exited(code) => self.exit_code = Some(code),
        }
    }

    fn picture(&self, what: &str) -> String {
        let exit = self.exit_code.map_or("still running".to_owned(), |code| format!("exit {code}"));
        format!("waited for {what:?} ({exit}) and saw\n{}", self.text())
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        let program = self.pid.filter(|_| self.exit_code.is_none());
        let shell = self.shell.process_id().and_then(|id| Pid::from_raw(id.cast_signed()));
        for process in [program, shell].into_iter().flatten() {
            let _ = kill_process(process, Signal::KILL);
        }
        let _ = self.shell.wait();
    }
}

fn at_least_one(cells: u16) -> NonZeroU16 {
    NonZeroU16::new(cells).unwrap_or(NonZeroU16::MIN)
}
