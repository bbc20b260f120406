//! `werdegang check PATH...`: every problem of profiles and text blocks, or how many are fine.

use std::io::{self, Write};
use std::path::PathBuf;

use crate::corpus::{Problem, check, decode, load};

/// Prints all problems and returns whether there were none.
pub(super) fn run(paths: &[PathBuf], out: &mut impl Write) -> io::Result<bool> {
    let mut problems = Vec::new();
    let mut profiles = Vec::new();
    for path in paths {
        let (files, unreadable) = load::files_below(path, "json");
        problems.extend(unreadable);
        for file in files {
            let name = load::display(&file);
            let read = load::read_text(&file, decode::MAX_FILE)
                .map_err(|problem| vec![problem])
                .and_then(|text| decode::profile(&name, &text));
            match read {
                Ok(profile) => {
                    problems.extend(check::profile(&name, &profile));
                    profiles.push((name, profile));
                }
                Err(found) => problems.extend(found),
            }
        }
    }
    problems.extend(check::together(&profiles));
    for problem in &problems {
        writeln!(out, "{problem}")?;
    }
    if problems.is_empty() && profiles.is_empty() {
        problems.push(Problem::file("check", "hier liegen keine Profile"));
    }
    if problems.is_empty() {
        writeln!(out, "{} Profile, keine Beanstandung", profiles.len())?;
    }
    Ok(problems.is_empty())
}
