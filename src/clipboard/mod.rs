//! Ways to the clipboard, and which one was taken.
//!
//! The way is chosen from the environment, not from which tool happens to exist: a tool found on
//! a remote machine succeeds into the wrong clipboard. What is reported is the truth: the route,
//! and whether the text was read back.

mod environment;
mod file;
mod native;
mod osc52;
mod tool;

use std::path::PathBuf;

pub use environment::{Environment, Program, Route, plan};
pub use native::{SERVE, serve_from_stdin};

use crate::config::ClipboardSetting;
use crate::corpus::clean::clean;

/// Largest text handed to a clipboard, in bytes. X11 silently loses texts of 17 MB.
const MAX_TEXT: usize = 1024 * 1024;

/// One clipboard for the life of the program: dropping it would empty it.
pub struct Clipboard {
    routes: Vec<Route>,
    /// For the route of the same name; run by the shell.
    custom: String,
    file: PathBuf,
    /// Routes that personal text may take, because the person said so in this session.
    allowed: Vec<Route>,
    /// The route of the last question.
    asked: Option<Route>,
    native: native::Native,
}

/// What to copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub text: String,
    /// Kept out of clipboard histories where the platform can, and away from routes that leave
    /// copies behind until `consent` is given.
    pub personal: bool,
    pub consent: bool,
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Copied {
        route: Route,
        characters: usize,
        checked: bool,
    },
    /// The bytes to write to the terminal, outside a frame. Nobody can check that they arrived.
    Send {
        bytes: Vec<u8>,
        characters: usize,
        large: bool,
    },
    Saved {
        file: PathBuf,
        characters: usize,
    },
    /// A personal text would have to take this route; ask, then request again with consent.
    NeedsConsent(Route),
    /// Every route of the plan, and why it did not work. Empty when copying is switched off.
    Failed(Vec<(Route, Failure)>),
    Empty,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The program for this route is not there.
    Missing,
    TimedOut,
    TooLarge,
    /// Reading back gave something else.
    NotKept,
    /// The system's own words.
    Other(String),
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::Missing,
            std::io::ErrorKind::TimedOut => Self::TimedOut,
            _ => Self::Other(error.to_string()),
        }
    }
}

impl Clipboard {
    /// `file` is where a text goes when nothing else works.
    pub fn new(
        environment: &Environment,
        setting: ClipboardSetting,
        custom: &str,
        file: PathBuf,
    ) -> Self {
        Self {
            routes: plan(environment, setting),
            custom: custom.to_owned(),
            file,
            allowed: Vec::new(),
            asked: None,
            native: native::Native::default(),
        }
    }

    /// The routes that will be tried, in order.
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    /// Copies by the first route that works.
    pub fn copy(&mut self, request: &Request) -> Outcome {
        let text = clean(&request.text);
        if text.trim().is_empty() {
            return Outcome::Empty;
        }
        let mut failed = Vec::new();
        for route in self.routes.clone() {
            if request.personal && route.leaves_copies() && !self.allowed.contains(&route) {
                // A yes counts for the route that was asked about, and for no other.
                if !request.consent || self.asked != Some(route) {
                    self.asked = Some(route);
                    return Outcome::NeedsConsent(route);
                }
                self.allowed.push(route);
            }
            match self.copy_by(route, &text, request.personal) {
                Ok(outcome) => return outcome,
                Err(failure) => failed.push((route, failure)),
            }
        }
        Outcome::Failed(failed)
    }

    fn copy_by(&mut self, route: Route, text: &str, personal: bool) -> Result<Outcome, Failure> {
        if text.len() > MAX_TEXT && route != Route::File {
            return Err(Failure::TooLarge);
        }
        let characters = text.chars().count();
        let checked = match route {
            Route::Tmux => tool::tmux(text)?,
            Route::Native => self.native.copy(text, personal)?,
            Route::Program(program) => tool::program(program, text)?,
            Route::Custom => tool::custom(&self.custom, text)?,
            Route::Osc52 => {
                let (bytes, large) = osc52::sequence(text).ok_or(Failure::TooLarge)?;
                return Ok(Outcome::Send { bytes, characters, large });
            }
            Route::File => {
                file::save(&self.file, text)?;
                return Ok(Outcome::Saved { file: self.file.clone(), characters });
            }
        };
        Ok(Outcome::Copied { route, characters, checked })
    }

    /// Copies a marker by the first route, reads it back and restores what was there. `None` for
    /// routes that nobody can read back.
    pub fn round_trip(&mut self) -> Option<Result<Route, (Route, Failure)>> {
        const MARKER: &str = "werdegang doctor";
        let route = *self.routes.first()?;
        let result = match route {
            Route::Tmux => tool::tmux_round_trip(MARKER),
            Route::Native => {
                let before = self.native.text();
                let result = self.native.copy(MARKER, true);
                if let Some(before) = before {
                    // It may have been a password: histories have it already or should not.
                    // Whatever becomes of it, the marker was the test.
                    let _ = self.native.copy(&before, true);
                }
                result
            }
            Route::Program(_) | Route::Custom | Route::Osc52 | Route::File => return None,
        };
        Some(match result {
            Ok(true) => Ok(route),
            Ok(false) => Err((route, Failure::NotKept)),
            Err(failure) => Err((route, failure)),
        })
    }
}
