//! Files of the person: written whole or not at all, readable by nobody else.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Replaces a file at once. After a crash or a power cut the old or the new one is there.
///
/// # Errors
/// The folder cannot be made or written.
pub fn write(file: &Path, content: impl AsRef<[u8]>) -> io::Result<()> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    create_folder(folder)?;
    let mut new = tempfile::Builder::new().prefix(".neu-").tempfile_in(folder)?;
    new.write_all(content.as_ref())?;
    new.as_file().sync_all()?;
    // A temporary file is private from the beginning; the new one keeps that.
    new.persist(file).map_err(|error| error.error)?;
    File::open(folder)?.sync_all()
}

/// A folder, with those above it, closed to others where it is made here.
///
/// # Errors
/// It cannot be made.
pub fn create_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Moves a file aside and returns where it is now: `name.alt-1`, `-2` and so on.
///
/// # Errors
/// It cannot be moved.
pub fn set_aside(file: &Path, word: &str) -> io::Result<PathBuf> {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for number in 1..1_000 {
        let aside = file.with_file_name(format!("{name}.{word}-{number}"));
        if !aside.exists() {
            fs::rename(file, &aside)?;
            return Ok(aside);
        }
    }
    Err(io::Error::other("zu viele alte Fassungen"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_file_is_replaced_whole_and_is_private() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("unten/ich.json");
        for text in ["eins", "zwei"] {
            write(&file, text).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&file), 0o600);
        assert_eq!(mode(file.parent().unwrap()), 0o700);
        let names: Vec<_> = fs::read_dir(file.parent().unwrap()).unwrap().collect();
        assert_eq!(names.len(), 1, "no temporary file is left");
        let aside = set_aside(&file, "alt").unwrap();
        assert_eq!(aside.file_name().unwrap(), "ich.json.alt-1");
    }
}
