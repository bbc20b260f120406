//! `werdegang block`: the person's own text blocks.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::NOTHING;
use super::args::BlockCommand;
use super::setup::{Setup, editor};
use crate::config::Paths;
use crate::corpus::decode::MAX_FILE;
use crate::corpus::{Problem, load};
use crate::runtime::blocks;
use crate::store::private;
use crate::tailoring::snippet;

pub(super) fn run(setup: &Setup, command: &BlockCommand, out: &mut impl Write) -> Result<u8> {
    let folder = setup.paths.as_ref().map(Paths::snippets);
    let folder =
        folder.context("ohne Heimatordner (HOME) gibt es keinen Ort für eigene Bausteine")?;
    match command {
        BlockCommand::List => list(&folder, out),
        BlockCommand::Edit { name } => edit(&folder, name, out),
        BlockCommand::Import { folder: from } => import(from, &folder, out),
    }
}

fn list(folder: &Path, out: &mut impl Write) -> Result<u8> {
    let (own, problems) = blocks::own(folder);
    writeln!(out, "{}", load::display(folder))?;
    for block in &own {
        writeln!(out, "  {:<28} {}", block.name, block.title)?;
    }
    say(&problems);
    Ok(if own.is_empty() || !problems.is_empty() { NOTHING } else { 0 })
}

/// Opens an own block, a copy of a shipped one, or a new one.
fn edit(folder: &Path, name: &str, out: &mut impl Write) -> Result<u8> {
    let Some(editor) = editor() else {
        bail!("kein Editor bekannt; bitte EDITOR setzen, etwa EDITOR=nano")
    };
    let file = blocks::file_to_edit(folder, name)?;
    let shown = load::display(&file);
    let status = editor.command(&file).status();
    let status = status.with_context(|| format!("„{}“ startet nicht", editor.shown()))?;
    if !status.success() {
        bail!("der Editor endete mit einem Fehler; {shown} wurde nicht geprüft");
    }
    match read(&file) {
        Ok(()) => {
            writeln!(out, "{shown}: in Ordnung")?;
            Ok(0)
        }
        Err(problems) => {
            say(&problems);
            Ok(NOTHING)
        }
    }
}

/// Takes over every block of a folder, or none if one of them has a problem.
fn import(from: &Path, folder: &Path, out: &mut impl Write) -> Result<u8> {
    let (files, mut problems) = load::files_below(from, "md");
    let files: Vec<PathBuf> =
        files.into_iter().filter(|file| file.file_stem().is_none_or(|s| s != "README")).collect();
    if files.is_empty() {
        bail!("{}: hier liegen keine Textbausteine (*.md)", load::display(from));
    }
    for file in &files {
        problems.extend(read(file).err().into_iter().flatten());
        let target = folder.join(file.file_name().unwrap_or_default());
        if target.exists() {
            let message = "einen eigenen Baustein dieses Namens gibt es schon; bitte umbenennen";
            problems.push(Problem::file(load::display(file), message));
        }
    }
    if !problems.is_empty() {
        say(&problems);
        bail!("nichts übernommen; bitte erst diese {} Stellen beheben", problems.len());
    }
    for file in &files {
        let text = fs::read_to_string(file)?;
        private::write(&folder.join(file.file_name().unwrap_or_default()), &text)?;
    }
    writeln!(out, "{} Bausteine übernommen nach {}", files.len(), load::display(folder))?;
    Ok(0)
}

fn read(file: &Path) -> Result<(), Vec<Problem>> {
    let text = load::read_text(file, MAX_FILE).map_err(|problem| vec![problem])?;
    snippet::parse(&load::display(file), &text).map(drop)
}

fn say(problems: &[Problem]) {
    for problem in problems {
        let _ = writeln!(std::io::stderr(), "werdegang: {problem}");
    }
}
