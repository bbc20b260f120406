//! A download: a zip file or a folder, read by the names we expect and never unpacked.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::corpus::clean::clean_line;
use crate::corpus::{Problem, load};

/// Limits against bombs: bytes of one entry and of all together, entries, and how much larger
/// than its packed form an entry may be.
const MAX_ENTRY: u64 = 256 << 20;
const MAX_TOTAL: u64 = 512 << 20;
const MAX_ENTRIES: usize = 1_000;
const MAX_RATIO: u64 = 200;
/// Small files may be packed any way they like.
const RATIO_FROM: u64 = 1 << 20;

pub(super) struct Archive {
    /// For messages.
    pub(super) shown: String,
    source: Source,
    read: u64,
}

enum Source {
    Zip { zip: Box<ZipArchive<File>>, names: Vec<String> },
    Files(Vec<PathBuf>),
}

impl Archive {
    /// One download, or several folders and files that make one together.
    pub(super) fn open(paths: &[PathBuf]) -> Result<Self, Problem> {
        let mut parts = paths.iter().map(|path| Self::open_one(path));
        let Some(first) = parts.next() else {
            return Err(Problem::file(String::new(), "kein Pfad angegeben"));
        };
        parts.try_fold(first?, |all, part| all.join(part?))
    }

    /// A zip file stands alone: it is a whole download.
    fn join(mut self, other: Self) -> Result<Self, Problem> {
        match (&mut self.source, other.source) {
            (Source::Files(files), Source::Files(more)) => files.extend(more),
            _ => {
                let message = "mehrere Pfade gehen nur mit Ordnern und Tabellen; bitte das Archiv vorher auspacken";
                return Err(Problem::file(other.shown, message));
            }
        }
        Ok(self)
    }

    fn open_one(path: &Path) -> Result<Self, Problem> {
        let shown = load::display(path);
        let problem = |message: String| Problem::file(shown.clone(), message);
        let found = fs::metadata(path).map_err(|error| problem(unreadable(&error)))?;
        let source = if found.is_dir() {
            let mut files = Vec::new();
            walk(path, 0, &mut files);
            files.sort();
            Source::Files(files)
        } else if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("zip")) {
            let file = File::open(path).map_err(|error| problem(unreadable(&error)))?;
            let zip = ZipArchive::new(file).map_err(|_| {
                problem("das ist kein zip-Archiv; bitte die Datei noch einmal herunterladen".into())
            })?;
            if zip.len() > MAX_ENTRIES {
                return Err(problem(format!(
                    "das Archiv hat mehr als {MAX_ENTRIES} Einträge; das ist kein solcher Download"
                )));
            }
            // A name that cannot be read is none we know.
            let readable = |name: Result<std::borrow::Cow<'_, str>, ZipError>| {
                name.map_or_else(|_| String::new(), std::borrow::Cow::into_owned)
            };
            let names = zip.file_names().map(readable).collect();
            Source::Zip { zip: Box::new(zip), names }
        } else {
            Source::Files(vec![path.to_owned()])
        };
        Ok(Self { shown, source, read: 0 })
    }

    /// Names of all files, for choosing; the last part of each path.
    pub(super) fn names(&self) -> Vec<String> {
        let last = |name: &str| name.rsplit(['/', '\\']).next().unwrap_or(name).to_owned();
        match &self.source {
            Source::Zip { names, .. } => names.iter().map(|name| last(name)).collect(),
            Source::Files(files) => {
                files.iter().map(|file| last(&file.to_string_lossy())).collect()
            }
        }
    }

    /// The first file that is wanted, with its name and bytes.
    pub(super) fn read(
        &mut self,
        wanted: impl Fn(&str) -> bool,
    ) -> Result<Option<(String, Vec<u8>)>, Problem> {
        match self.names().iter().position(|name| wanted(name)) {
            Some(number) => self.read_number(number).map(Some),
            None => Ok(None),
        }
    }

    /// The file with this position in [`Archive::names`].
    pub(super) fn read_number(&mut self, number: usize) -> Result<(String, Vec<u8>), Problem> {
        let name = clean_line(&self.names().get(number).cloned().unwrap_or_default());
        let shown = format!("{}: {name}", self.shown);
        let problem = |message: &str| Problem::file(shown.clone(), message);
        let allowed = MAX_ENTRY.min(MAX_TOTAL.saturating_sub(self.read));
        let too_large = || problem("die Datei ist größer, als ein solcher Download sein kann");
        let bytes = match &mut self.source {
            Source::Files(files) => {
                let file = files.get(number).cloned().unwrap_or_default();
                let opened = File::open(file).map_err(|error| problem(&unreadable(&error)))?;
                limited(opened, allowed).map_err(|error| problem(&unreadable(&error)))?
            }
            Source::Zip { zip, names } => {
                let entry_name = names.get(number).cloned().unwrap_or_default();
                let entry = zip.by_name(&entry_name).map_err(|error| match error {
                    ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => problem(
                        "der Eintrag ist verschlüsselt; bitte das Archiv ohne Kennwort speichern",
                    ),
                    _ => problem("der Eintrag ist beschädigt; bitte noch einmal herunterladen"),
                })?;
                if entry.is_symlink() || entry.enclosed_name().is_none() {
                    return Err(problem(
                        "der Eintrag führt aus dem Archiv hinaus und wird nicht gelesen",
                    ));
                }
                let packed = entry.compressed_size().max(1);
                if entry.size() > RATIO_FROM && entry.size() / packed > MAX_RATIO {
                    return Err(problem(
                        "der Eintrag wächst beim Entpacken ins Unmäßige; das ist kein solcher Download",
                    ));
                }
                limited(entry, allowed).map_err(|_| {
                    problem("der Eintrag ist beschädigt; bitte noch einmal herunterladen")
                })?
            }
        };
        let bytes = bytes.ok_or_else(too_large)?;
        self.read += bytes.len() as u64;
        Ok((name, bytes))
    }
}

/// All bytes, or `None` if there are more than allowed.
fn limited(source: impl Read, allowed: u64) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    source.take(allowed + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= allowed).then_some(bytes))
}

fn walk(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        // Follows a link to a file; one to a folder could lead round in circles.
        let kind = entry.file_type().and_then(|kind| {
            if kind.is_symlink() { fs::metadata(&path).map(|m| m.file_type()) } else { Ok(kind) }
        });
        let linked = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        if files.len() > MAX_ENTRIES {
            return;
        }
        if kind.as_ref().is_ok_and(fs::FileType::is_dir) && !linked && depth < 4 {
            walk(&path, depth + 1, files);
        } else if kind.is_ok_and(|kind| kind.is_file()) {
            files.push(path);
        }
    }
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
