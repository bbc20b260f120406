//! Other people's collections of occupations, turned into profiles.
//!
//! Every source has a file of its own: [`esco`], [`onet`], [`kldb`], [`profiles`]. All of them
//! read the official download, as a zip or unpacked, through [`archive`] and [`table`], and hand
//! profiles to a [`Sink`] one by one. A section the source cannot fill stays empty.

mod archive;
mod draft;
mod esco;
pub mod facts;
mod kldb;
mod onet;
mod profiles;
mod table;
mod titles;

pub use table::Encoding;

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::corpus::{Problem, Profile};

use self::archive::Archive;

/// What can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Esco,
    Onet,
    Kldb,
    Profiles,
}

impl Kind {
    pub fn key(self) -> &'static str {
        match self {
            Self::Esco => "esco",
            Self::Onet => "onet",
            Self::Kldb => "kldb",
            Self::Profiles => "profiles",
        }
    }
}

/// Why an import ended without a corpus.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The source is not what it should be.
    #[error("{0}")]
    Refused(Problem),
    /// Our own profile files have these problems.
    #[error("{} Beanstandungen", .0.len())]
    Problems(Vec<Problem>),
    /// The corpus could not be written.
    #[error("der Korpus ist nicht schreibbar: {0}")]
    Write(String),
    #[error("abgebrochen; es ist alles wie zuvor")]
    Cancelled,
}

impl From<Problem> for ImportError {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem)
    }
}

/// What the source says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    /// Name the corpus gets unless another is asked for.
    pub name: String,
    pub title: String,
    pub language: String,
    pub version: String,
    pub licence: String,
    /// Sentences for the person who imports: what was missing or skipped.
    pub notices: Vec<String>,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    pub done: usize,
    pub total: usize,
}

/// Where profiles go, and who is told about it.
pub struct Sink<'a> {
    pub add: &'a mut dyn FnMut(Profile) -> Result<(), ImportError>,
    pub progress: &'a mut dyn FnMut(Progress),
    pub cancelled: &'a AtomicBool,
    /// Ids that have come; a second profile of one id is left out and counted.
    pub seen: HashSet<String>,
    pub repeated: usize,
}

impl Sink<'_> {
    fn put(&mut self, profile: Profile, progress: Progress) -> Result<(), ImportError> {
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(ImportError::Cancelled);
        }
        if self.seen.insert(profile.id.clone()) {
            (self.add)(profile)?;
        } else {
            self.repeated += 1;
        }
        (self.progress)(progress);
        Ok(())
    }
}

/// Reads a download into a sink.
///
/// # Errors
/// A download that is not what it should be; the first problem with file, line and next step.
pub fn import(
    kind: Kind,
    paths: &[PathBuf],
    encoding: Option<Encoding>,
    sink: &mut Sink<'_>,
) -> Result<About, ImportError> {
    let mut archive = Archive::open(paths)?;
    let mut reading = table::Reading { encoding, notices: Vec::new() };
    let mut about = match kind {
        Kind::Esco => esco::read(&mut archive, &mut reading, sink)?,
        Kind::Onet => onet::read(&mut archive, &mut reading, sink)?,
        Kind::Kldb => kldb::read(&mut archive, &mut reading, sink)?,
        Kind::Profiles => profiles::read(&mut archive, sink)?,
    };
    about.notices.extend(reading.notices);
    if sink.repeated > 0 {
        about
            .notices
            .push(format!("{} Berufe mit schon vergebener Kennung ausgelassen", sink.repeated));
    }
    Ok(about)
}
