//! Opening the file: private, checked, repaired if it must be, brought up to date.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use super::{Store, StoreError, backup, private, schema};

/// What had to be done to open the file. The person must be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// Where the damaged file is now.
    pub aside: PathBuf,
    /// The backup that took its place; `None` if there was none and a new file was begun.
    pub backup: Option<PathBuf>,
}

/// Windows wait this long for each other.
const PATIENCE: Duration = Duration::from_secs(5);

impl Store {
    /// Opens or creates the file, whose folder is made private.
    ///
    /// # Errors
    /// A newer version wrote it, or it can be neither read nor set aside.
    pub fn open(file: &Path) -> Result<(Self, Option<Repaired>), StoreError> {
        if let Some(folder) = file.parent() {
            private::create_folder(folder)?;
        }
        let mut repaired = None;
        let connection = match sound(file) {
            Ok(connection) => connection,
            Err(error) if !is_damage(&error) => return Err(error),
            Err(_) => {
                let aside = set_aside(file)?;
                let backup = backup::restore(file)?;
                repaired = Some(Repaired { aside, backup });
                sound(file)?
            }
        };
        let mut store = Self { connection };
        store.migrate(file)?;
        backup::daily(&store.connection, file)?;
        Ok((store, repaired))
    }

    fn migrate(&mut self, file: &Path) -> Result<(), StoreError> {
        let version = version(&self.connection)?;
        if version == schema::version() {
            return Ok(());
        }
        if version > 0 {
            backup::before_migration(&self.connection, file, version)?;
        }
        self.write(|transaction| {
            // Another window may have done it while this one waited.
            let version = usize::try_from(self::version(transaction)?).unwrap_or(0);
            for step in schema::MIGRATIONS.get(version..).unwrap_or_default() {
                transaction.execute_batch(step)?;
            }
            transaction.pragma_update(None, "user_version", schema::version())?;
            Ok(())
        })
    }
}

pub(super) fn version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Whether the file itself is broken, not only out of reach.
fn is_damage(error: &StoreError) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    match error {
        StoreError::Damaged => true,
        StoreError::Sqlite(error) => {
            matches!(error.sqlite_error_code(), Some(DatabaseCorrupt | NotADatabase))
        }
        _ => false,
    }
}

/// A connection to a file that is whole.
pub(super) fn sound(file: &Path) -> Result<Connection, StoreError> {
    create_private(file)?;
    let connection = Connection::open(file)?;
    connection.busy_timeout(PATIENCE)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    let verdict: String = connection.pragma_query_value(None, "quick_check", |row| row.get(0))?;
    let found = version(&connection)?;
    if verdict != "ok" {
        return Err(StoreError::Damaged);
    }
    if found > schema::version() {
        return Err(StoreError::Newer(found));
    }
    Ok(connection)
}

/// SQLite would make the file readable for others; its companions copy the mode.
fn create_private(file: &Path) -> Result<(), StoreError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)?;
    Ok(())
}

/// Moves a damaged file and its companions out of the way.
fn set_aside(file: &Path) -> Result<PathBuf, StoreError> {
    let aside = private::set_aside(file, "beschaedigt")?;
    for companion in ["-wal", "-shm"] {
        let mut from = file.as_os_str().to_owned();
        from.push(companion);
        let mut to = aside.as_os_str().to_owned();
        to.push(companion);
        if Path::new(&from).exists() {
            fs::rename(from, to)?;
        }
    }
    Ok(aside)
}
