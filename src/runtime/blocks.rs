//! The person's own text blocks: read from their folder, opened for editing.

use std::io;
use std::path::{Path, PathBuf};

use crate::corpus::decode::MAX_FILE;
use crate::corpus::profile::Snippet;
use crate::corpus::{Problem, load};
use crate::store::private;
use crate::tailoring::snippet;

/// What a new block begins with.
const NEW: &str = "+++
title = \"Mein Baustein\"
kind = \"motivation\"
tone = \"persönlich\"
tags = []

[[field]]
name = \"grund\"
question = \"Was ist der Grund? (ganzer Satz mit Punkt)\"
+++
{{ grund }} Deshalb bewerbe ich mich {{ beruf | als }} {{ firma | bei }}.
";

/// Blocks of a folder, and what is wrong with others. A folder that is not there has none.
pub fn own(folder: &Path) -> (Vec<Snippet>, Vec<Problem>) {
    if !folder.exists() {
        return (Vec::new(), Vec::new());
    }
    let (files, mut problems) = load::files_below(folder, "md");
    let mut snippets = Vec::new();
    for file in files.into_iter().filter(|f| f.file_stem().is_some_and(|s| s != "README")) {
        let read = load::read_text(&file, MAX_FILE)
            .map_err(|problem| vec![problem])
            .and_then(|text| snippet::parse(&load::display(&file), &text));
        match read {
            Ok(snippet) => snippets.push(snippet),
            Err(found) => problems.extend(found),
        }
    }
    (snippets, problems)
}

/// Shipped blocks with those of a folder; one of the same name takes the shipped one's place.
pub fn with_own(folder: &Path) -> (Vec<Snippet>, Vec<Problem>) {
    let (mut snippets, mut problems) = snippet::embedded();
    let (own, found) = own(folder);
    problems.extend(found);
    for block in own {
        match snippets.iter_mut().find(|other| other.name == block.name) {
            Some(place) => *place = block,
            None => snippets.push(block),
        }
    }
    (snippets, problems)
}

/// The file of an own block. There is none yet: a shipped block is copied, or a new one begun.
///
/// # Errors
/// The name is no file name, or the file cannot be written.
pub fn file_to_edit(folder: &Path, name: &str) -> io::Result<PathBuf> {
    let fits = !name.is_empty()
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    if !fits {
        let message = "der Name darf nur aus a–z, 0–9 und Bindestrichen bestehen";
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    }
    let file = folder.join(format!("{name}.md"));
    if !file.exists() {
        private::write(&file, snippet::source(name).unwrap_or(NEW))?;
    }
    Ok(file)
}
