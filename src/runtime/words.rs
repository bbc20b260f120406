//! What happened to a copy or to the index, in the words of the interface. Shared by the screen and
//! the command line.

use crate::clipboard::{Failure, Outcome};
use crate::i18n::Text;
use crate::search::{Notice, Obstacle, Reason};

/// The way a copy took, for the list of copies.
pub fn route(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Copied { route, .. } => route.name(),
        Outcome::Send { .. } => "OSC 52",
        Outcome::Saved { .. } => "Datei",
        Outcome::NeedsConsent(_) | Outcome::Failed(_) | Outcome::Empty => "",
    }
}

/// The truth about a copy in one sentence; `Err` if nothing was copied.
pub fn outcome(text: &dyn Text, outcome: &Outcome) -> Result<String, String> {
    match outcome {
        Outcome::Copied { route, characters, checked } => {
            Ok(text.copied(route.name(), *characters, *checked))
        }
        Outcome::Send { characters, large: false, .. } => Ok(text.sent_to_terminal(*characters)),
        Outcome::Send { characters, large: true, .. } => {
            Ok(format!("{}; {}", text.sent_to_terminal(*characters), text.large_for_terminal()))
        }
        Outcome::Saved { file, characters } => {
            Ok(text.saved_to_file(&crate::corpus::load::display(file), *characters))
        }
        Outcome::NeedsConsent(route) => Err(text.copy_consent(route.name())),
        Outcome::Empty => Err(text.nothing_to_copy().to_owned()),
        Outcome::Failed(failed) if failed.is_empty() => Err(text.copying_is_off().to_owned()),
        Outcome::Failed(failed) => {
            let reasons: Vec<String> = failed
                .iter()
                .map(|(route, why)| format!("{}: {}", route.name(), self::failure(text, why)))
                .collect();
            Err(text.copy_failed(&reasons.join(", ")))
        }
    }
}

/// Why a route did not work.
pub fn failure(text: &dyn Text, failure: &Failure) -> String {
    match failure {
        Failure::Missing => text.route_missing().to_owned(),
        Failure::TimedOut => text.route_timed_out().to_owned(),
        Failure::TooLarge => text.route_too_large().to_owned(),
        Failure::NotKept => text.route_not_kept().to_owned(),
        Failure::Other(words) => crate::corpus::clean::clean_line(words),
    }
}

/// A quiet line about the index; the first build is as it should be and says nothing.
pub fn index_notice(text: &dyn Text, notice: &Notice) -> Option<String> {
    match notice {
        Notice::Rebuilt(Reason::Missing) => None,
        Notice::Rebuilt(_) => Some(text.index_built().to_owned()),
        Notice::InMemory(Obstacle::Busy) => Some(text.index_in_memory(text.index_busy())),
        Notice::InMemory(Obstacle::Folder(words)) | Notice::Unavailable(words) => {
            Some(text.index_in_memory(&crate::corpus::clean::clean_line(words)))
        }
    }
}
