//! `werdegang check PATH...`: every problem of profiles and text blocks, or how many are fine.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::corpus::{Problem, Profile, check, decode, load};
use crate::tailoring::{check_snippet, proofread, snippet};

/// Prints all problems and returns whether there were none.
pub(super) fn run(paths: &[PathBuf], out: &mut impl Write) -> io::Result<bool> {
    let mut found = Found::default();
    for path in paths {
        found.path(path);
    }
    found.problems.extend(check::together(&found.profiles, &planned(paths)));
    for problem in &found.problems {
        writeln!(out, "{problem}")?;
    }
    if found.profiles.is_empty() && found.blocks == 0 && found.problems.is_empty() {
        writeln!(out, "hier liegen weder Profile (*.json) noch Textbausteine (*.md)")?;
        return Ok(false);
    }
    if found.problems.is_empty() {
        let (profiles, blocks) = (found.profiles.len(), found.blocks);
        writeln!(out, "{profiles} Profile, {blocks} Textbausteine, keine Beanstandung")?;
    }
    Ok(found.problems.is_empty())
}

/// Ids listed in `planned.txt` of the folders: profiles that are still to be written.
fn planned(paths: &[PathBuf]) -> Vec<String> {
    let files = paths.iter().map(|path| path.join("planned.txt")).filter(|file| file.is_file());
    let texts = files.filter_map(|file| load::read_text(&file, decode::MAX_FILE).ok());
    let entry = |line: &str| line.split('#').next().unwrap_or_default().trim().to_owned();
    texts
        .flat_map(|text| text.lines().map(entry).collect::<Vec<_>>())
        .filter(|e| !e.is_empty())
        .collect()
}

#[derive(Default)]
struct Found {
    profiles: Vec<(String, Profile)>,
    /// Blocks of profiles and blocks of their own.
    blocks: usize,
    problems: Vec<Problem>,
}

impl Found {
    fn path(&mut self, path: &Path) {
        let is = |extension: &str| path.extension().is_some_and(|found| found == extension);
        if !is("md") {
            let (files, problems) = load::files_below(path, "json");
            self.problems.extend(problems);
            files.iter().for_each(|file| self.profile(file));
        }
        if is("md") || path.is_dir() {
            let (files, _) = load::files_below(path, "md");
            let readme = |file: &&PathBuf| file.file_stem().is_none_or(|stem| stem != "README");
            files.iter().filter(readme).for_each(|file| self.block(file));
        }
    }

    fn profile(&mut self, file: &Path) {
        let name = load::display(file);
        let read = load::read_text(file, decode::MAX_FILE)
            .map_err(|problem| vec![problem])
            .and_then(|text| decode::profile(&name, &text));
        match read {
            Ok(profile) => {
                self.problems.extend(check::profile(&name, &profile));
                for (at, snippet) in profile.snippets.iter().enumerate() {
                    let problems = check_snippet(snippet).into_iter();
                    self.problems.extend(problems.map(|problem| {
                        Problem::at(&name, format!("snippets[{at}].text"), problem.message)
                    }));
                    let faults = proofread(snippet, &profile.title).into_iter();
                    self.problems.extend(faults.map(|(fault, text)| {
                        let message = format!("ausgefüllt steht dort {fault}: {text}");
                        Problem::at(&name, format!("snippets[{at}].text"), message)
                    }));
                }
                self.blocks += profile.snippets.len();
                self.profiles.push((name, profile));
            }
            Err(problems) => self.problems.extend(problems),
        }
    }

    fn block(&mut self, file: &Path) {
        let read = load::read_text(file, decode::MAX_FILE)
            .map_err(|problem| vec![problem])
            .and_then(|text| snippet::parse(&load::display(file), &text));
        match read {
            Ok(_) => self.blocks += 1,
            Err(problems) => self.problems.extend(problems),
        }
    }
}
