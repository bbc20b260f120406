//! Copies of the file: one a day, one before each change of its shape, the last seven kept.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::{StoreError, open, private};

/// Daily copies that are kept.
const KEPT: usize = 7;
const DAILY: &str = "tag-";

fn folder(file: &Path) -> PathBuf {
    file.with_file_name("sicherungen")
}

/// Today's copy, if there is none yet and there is something to copy.
pub(super) fn daily(connection: &Connection, file: &Path) -> Result<(), StoreError> {
    let today: String =
        connection.query_row("SELECT date('now', 'localtime')", [], |row| row.get(0))?;
    let target = folder(file).join(format!("{DAILY}{today}.db"));
    let sql = "SELECT EXISTS (SELECT 1 FROM application) OR EXISTS (SELECT 1 FROM letter) OR EXISTS (SELECT 1 FROM copy)";
    let anything: bool = connection.query_row(sql, [], |row| row.get(0))?;
    if target.exists() || !anything {
        return Ok(());
    }
    copy(connection, &target)?;
    let mut copies = copies(file, DAILY);
    let surplus = copies.len().saturating_sub(KEPT);
    for old in copies.drain(..surplus) {
        fs::remove_file(old)?;
    }
    Ok(())
}

/// The file as it was before its shape changes.
pub(super) fn before_migration(
    connection: &Connection,
    file: &Path,
    version: i64,
) -> Result<(), StoreError> {
    let target = folder(file).join(format!("vor-version-{version}.db"));
    if target.exists() {
        return Ok(());
    }
    copy(connection, &target)
}

/// A copy made under another name and moved into place, so that half a copy is none.
fn copy(connection: &Connection, target: &Path) -> Result<(), StoreError> {
    let Some(folder) = target.parent() else { return Ok(()) };
    private::create_folder(folder)?;
    let half = target.with_extension(format!("neu-{}", std::process::id()));
    let _ = fs::remove_file(&half);
    connection.execute("VACUUM INTO ?1", [half.to_string_lossy()])?;
    #[cfg(unix)]
    fs::set_permissions(&half, std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    fs::File::open(&half)?.sync_all()?;
    fs::rename(&half, target)?;
    fs::File::open(folder)?.sync_all()?;
    Ok(())
}

/// Copies whose names begin so, oldest first.
fn copies(file: &Path, prefix: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder(file)).into_iter().flatten().flatten();
    let mut copies: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with(prefix) && name.ends_with(".db")
        })
        .collect();
    copies.sort();
    copies
}

/// Puts the newest copy that is whole in the file's place. `None` if there is none.
pub(super) fn restore(file: &Path) -> Result<Option<PathBuf>, StoreError> {
    for candidate in copies(file, DAILY).into_iter().rev() {
        fs::copy(&candidate, file)?;
        if open::sound(file).is_ok() {
            fs::File::open(file)?.sync_all()?;
            return Ok(Some(candidate));
        }
        fs::remove_file(file)?;
        for companion in ["-wal", "-shm"] {
            let mut name = file.as_os_str().to_owned();
            name.push(companion);
            let _ = fs::remove_file(name);
        }
    }
    Ok(None)
}
