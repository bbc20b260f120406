//! The corpus: embedded profiles first, then folders that add to them.
//!
//! A broken file is reported and skipped; the rest works.

use std::path::{Path, PathBuf};
use std::{fs, io};

use super::clean::clean_line;
use super::collection::Corpus;
use super::decode::MAX_FILE;
use super::problem::Problem;

/// Path in the project, id and text of every shipped profile, in the order of the list.
static EMBEDDED: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/profiles.rs"));

/// A corpus and what went wrong while reading it.
#[derive(Debug, Default)]
pub struct Loaded {
    pub corpus: Corpus,
    pub problems: Vec<Problem>,
}

impl Loaded {
    fn add(&mut self, file: &str, text: &str) {
        if let Err(problems) = self.corpus.add(file, text) {
            self.problems.extend(problems);
        }
    }
}

/// The profiles in the binary. `build.rs` has put them in order; a test reads them all.
pub fn embedded() -> Loaded {
    let mut loaded = Loaded::default();
    for (_, id, text) in EMBEDDED {
        loaded.corpus.add_shipped(id, text);
    }
    loaded
}

/// The embedded profiles and those of some folders. A folder that does not exist adds nothing
/// when `optional`; otherwise it is a problem.
pub fn with_folders<'a>(folders: impl IntoIterator<Item = (&'a Path, bool)>) -> Loaded {
    let mut loaded = embedded();
    for (folder, optional) in folders {
        if optional && !folder.exists() {
            continue;
        }
        let (files, problems) = files_below(folder, "json");
        loaded.problems.extend(problems);
        for file in files {
            let name = display(&file);
            match read_text(&file, MAX_FILE) {
                Ok(text) => loaded.add(&name, &text),
                Err(problem) => loaded.problems.push(problem),
            }
        }
    }
    loaded
}

/// Every file with this extension below a path, or the path itself when it is a file, sorted.
/// Schemas (`*.schema.json`) are not data.
pub fn files_below(path: &Path, extension: &str) -> (Vec<PathBuf>, Vec<Problem>) {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    if path.is_file() {
        files.push(path.to_owned());
    } else {
        walk(path, extension, &mut files, &mut problems);
    }
    files.retain(|file| !display(file).ends_with(".schema.json"));
    files.sort();
    (files, problems)
}

fn walk(folder: &Path, extension: &str, files: &mut Vec<PathBuf>, problems: &mut Vec<Problem>) {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            problems.push(Problem::file(display(folder), unreadable(&error)));
            return;
        }
    };
    for entry in entries.flatten() {
        let path = entry.path();
        // A link could lead in a circle; the files a person keeps here are plain.
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&path, extension, files, problems);
        } else if path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension)) {
            files.push(path);
        }
    }
}

/// A text file of at most `limit` bytes, in UTF-8.
pub fn read_text(file: &Path, limit: usize) -> Result<String, Problem> {
    let problem = |message: String| Problem::file(display(file), message);
    let size = fs::metadata(file).map_err(|error| problem(unreadable(&error)))?.len();
    if size > limit as u64 {
        return Err(problem(format!("die Datei ist größer als {} MiB", limit >> 20)));
    }
    let bytes = fs::read(file).map_err(|error| problem(unreadable(&error)))?;
    String::from_utf8(bytes).map_err(|error| {
        let line = error
            .as_bytes()
            .iter()
            .take(error.utf8_error().valid_up_to())
            .filter(|byte| **byte == b'\n')
            .count();
        Problem {
            line: Some(line + 1),
            ..problem("die Datei ist nicht in UTF-8 gespeichert; bitte als UTF-8 sichern".into())
        }
    })
}

fn unreadable(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "diese Datei oder dieser Ordner fehlt".into(),
        io::ErrorKind::PermissionDenied => {
            "das Lesen ist nicht erlaubt; bitte die Rechte prüfen".into()
        }
        _ => format!("nicht lesbar: {error}"),
    }
}

/// A path fit to be shown: without control characters.
pub fn display(path: &Path) -> String {
    clean_line(&path.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::super::decode;
    use super::*;

    #[test]
    fn every_embedded_profile_is_sound_and_in_order_and_backend_comes_first() {
        let corpus = embedded().corpus;
        assert_eq!(corpus.len(), EMBEDDED.len());
        let mut keys = Vec::new();
        for (at, (file, id, text)) in EMBEDDED.iter().enumerate() {
            let profile = decode::profile(file, text).unwrap();
            assert_eq!((profile.id.as_str(), corpus.position(id)), (*id, Some(at)), "{file}");
            keys.push((at > 0, profile.field, profile.title.masculine.to_lowercase()));
        }
        assert_eq!(EMBEDDED[0].1, "backend-developer");
        assert!(keys.is_sorted(), "build.rs sorts by field and title");
    }

    #[test]
    fn writing_and_reading_are_inverse() {
        for (file, _, text) in EMBEDDED {
            let profile = decode::profile(file, text).unwrap();
            let written = serde_json::to_string(&profile).unwrap();
            assert_eq!(decode::profile(file, &written).unwrap(), profile, "{file}");
        }
    }

    #[test]
    fn a_broken_file_is_reported_with_line_and_place_and_the_rest_works() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(
            folder.path().join("schief.json"),
            "{\n \"format\": 1,\n \"id\": \"Ä\",\n \"titel\": {}\n}",
        )
        .unwrap();
        fs::write(folder.path().join("halb.json"), "{\"format\": 1,").unwrap();
        fs::write(folder.path().join("latin.json"), b"{\"id\":\n \"B\xe4cker\"}").unwrap();
        let loaded = with_folders([(folder.path(), false)]);
        assert_eq!(loaded.corpus.len(), EMBEDDED.len());
        let problems: Vec<String> = loaded
            .problems
            .iter()
            .map(|p| p.to_string().replace(&display(folder.path()), ""))
            .collect();
        assert_eq!(
            problems,
            [
                "/halb.json:1: kein gültiges JSON (Spalte 13): die Datei endet mitten im Text; vermutlich fehlt eine schließende Klammer",
                "/latin.json:2: die Datei ist nicht in UTF-8 gespeichert; bitte als UTF-8 sichern",
                "/schief.json:4: titel: dieses Feld kennt das Format nicht; gemeint ist vielleicht „title“",
                "/schief.json:3: id: die id „Ä“ darf nur aus Kleinbuchstaben a–z, Ziffern, Punkten und Bindestrichen bestehen",
                "/schief.json:1: title: dieses Feld fehlt",
                "/schief.json:1: language: dieses Feld fehlt",
                "/schief.json:1: field: dieses Feld fehlt",
                "/schief.json:1: summary: dieses Feld fehlt",
            ]
        );
    }

    #[test]
    fn a_missing_folder_is_silent_only_where_it_is_optional() {
        let nowhere = Path::new("gibt-es-nicht");
        assert_eq!(with_folders([(nowhere, true)]).problems, []);
        assert_eq!(
            with_folders([(nowhere, false)]).problems[0].to_string(),
            "gibt-es-nicht: diese Datei oder dieser Ordner fehlt"
        );
    }
}
