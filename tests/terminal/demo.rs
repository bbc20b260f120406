//! The smallest full-screen program: one key for each way to leave, stop, panic or flood.
//!
//! It is this test binary, started again for the one ignored test below.

use std::io::IsTerminal;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};

use ratatui::style::Stylize;
use ratatui::text::{Line, Span};
use werdegang::keymap::{Key, KeyCode};
use werdegang::terminal::panic::{self, PanicReport};
use werdegang::terminal::{Input, Notice, Session, Suspended, TerminalError, capability, signals};

use crate::helpers::pty::Program;

/// The demo in a terminal.
pub(crate) fn program() -> Program {
    Program::new(std::env::current_exe().unwrap())
        .arg("--exact")
        .arg("terminal::demo::demo")
        .arg("--ignored")
        .arg("--nocapture")
        .arg("--test-threads=1")
        .env("TERM", "xterm-256color")
}

#[test]
#[ignore = "is the program under test, started by the other tests"]
#[expect(clippy::exit, reason = "the test harness has no say in this program's exit code")]
fn demo() {
    let code = catch_unwind(run).unwrap_or(101);
    std::process::exit(code.into());
}

enum Event {
    Input(Input),
    Notice(Notice),
    Panic(PanicReport),
}

struct Demo {
    session: Session,
    events: Receiver<Event>,
    last: String,
    keys: usize,
}

fn run() -> u8 {
    let (stdin, stdout) = (std::io::stdin().is_terminal(), std::io::stdout().is_terminal());
    if let Err(refusal) = capability::check(stdin, stdout, std::env::var("TERM").ok().as_deref()) {
        println!("{refusal:?}");
        return 2;
    }
    let (sender, events) = channel();
    let to = sender.clone();
    panic::install("Protokoll: demo.log".to_owned(), move |report| {
        let _ = to.send(Event::Panic(report));
    });
    let to = sender.clone();
    signals::watch(move |notice| {
        let _ = to.send(Event::Notice(notice));
    })
    .unwrap();
    match Session::start(sender, Event::Input) {
        Ok(session) => Demo { session, events, last: "nichts".to_owned(), keys: 0 }.run(),
        Err(error) => {
            println!("{error}");
            2
        }
    }
}

impl Demo {
    fn run(mut self) -> u8 {
        loop {
            match self.turn() {
                Ok(None) => {}
                Ok(Some(code)) => return code,
                Err(TerminalError::Lost) => return TerminalError::LOST_EXIT_CODE,
                // The notice that says why is in the queue.
                Err(_) => self.last = "Ende".to_owned(),
            }
        }
    }

    fn turn(&mut self) -> Result<Option<u8>, TerminalError> {
        if self.last != "Ende" {
            self.draw()?;
        }
        match self.events.recv().unwrap() {
            Event::Input(Input::Key(key)) => return self.key(key),
            Event::Input(Input::Paste { text, cut: false }) => {
                self.last = format!("Paste {text:?}");
            }
            Event::Input(Input::Paste { text, .. }) => {
                self.last = format!("{} Bytes, gekürzt", text.len());
            }
            Event::Input(Input::Resize { .. }) => {}
            Event::Input(mouse) => self.last = format!("{mouse:?}"),
            Event::Panic(report) => self.last = format!("{}: {}", report.thread, report.message),
            Event::Notice(Notice::Suspend) => self.suspend()?,
            Event::Notice(Notice::Continued) => {
                self.session.reclaim()?;
                self.last += " fortgesetzt";
            }
            Event::Notice(notice) => return Ok(notice.exit_code()),
        }
        Ok(None)
    }

    fn key(&mut self, key: Key) -> Result<Option<u8>, TerminalError> {
        self.keys += 1;
        self.last = key.to_string();
        match (key.ctrl, key.code) {
            (false, KeyCode::Char('q')) => return Ok(Some(0)),
            (true, KeyCode::Char('c')) => return Ok(Some(130)),
            (true, KeyCode::Char('z')) => self.suspend()?,
            (false, KeyCode::Char('p')) => panic!("Absicht im Hauptfaden"),
            (false, KeyCode::Char('c')) => {
                let _ = catch_unwind(AssertUnwindSafe(|| panic!("gefangen")));
            }
            (false, KeyCode::Char('h')) => {
                self.last = "hängt".to_owned();
                self.draw()?;
                loop {
                    std::thread::park();
                }
            }
            (false, KeyCode::Char('w')) => {
                let work = || panic!("Absicht im Arbeiter");
                let _ = std::thread::Builder::new().name("Arbeiter".to_owned()).spawn(work);
            }
            (false, KeyCode::Char('m')) => self.session.set_mouse(!self.session.mouse())?,
            (false, KeyCode::Char('o')) => self.session.write_raw(b"\x1b]52;c;SGFsbG8=\x07")?,
            (false, KeyCode::Char('e')) => {
                let script = "echo im Editor; while read -r line && [ $line != Ende ]; do echo gelesen: $line; done";
                let editor = self
                    .session
                    .release(|| Command::new("/bin/sh").args(["-c", script]).status())?;
                self.last = format!("Editor {}", editor.unwrap());
            }
            // More than any terminal takes that nobody reads, without a look at the events.
            (false, KeyCode::Char('f')) => {
                for round in 0..100_000_u32 {
                    let sign = char::from(b'a' + u8::try_from(round % 26).unwrap());
                    self.session.draw(|frame| {
                        let row = sign.to_string().repeat(frame.area().width.into());
                        for line in frame.area().rows() {
                            frame.render_widget(row.as_str(), line);
                        }
                    })?;
                }
            }
            _ => {}
        }
        Ok(None)
    }

    fn suspend(&mut self) -> Result<(), TerminalError> {
        self.last = match self.session.suspend()? {
            Suspended::Resumed => "wieder da".to_owned(),
            Suspended::NoJobControl => "keine Jobsteuerung".to_owned(),
        };
        Ok(())
    }

    fn draw(&mut self) -> Result<(), TerminalError> {
        self.session.draw(|frame| {
            let area = frame.area();
            let lines = [
                Line::from(format!("Demo {}x{}", area.width, area.height)),
                Line::from(vec![Span::from("gewählt").reversed(), Span::from(" fett").bold()]),
                Line::from(format!("Tasten {}", self.keys)),
                Line::from(self.last.as_str()),
            ];
            for (line, row) in lines.into_iter().zip(area.rows()) {
                frame.render_widget(line, row);
            }
        })
    }
}
