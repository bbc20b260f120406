//! What belongs to the person and must never be lost or seen by others: applications, letters,
//! copies, remembered answers.
//!
//! One SQLite file, written with a sync for every save, so that a save that was reported survives
//! a kill and a power cut. Every record carries a revision: a window that would overwrite what
//! another one saved is told so instead. `open` repairs from the last backup and says it. The clock
//! comes in as data (`now`, `2027-03-01T12:00:00`).

pub mod applications;
mod backup;
pub mod copies;
pub mod letters;
mod memory;
mod open;
pub mod private;
mod schema;

pub use open::Repaired;

use rusqlite::Connection;

/// The open file.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
}

/// Why something could not be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error(
        "eine neuere Version von werdegang hat diese Daten geschrieben ({0}); bitte diese verwenden"
    )]
    Newer(i64),
    /// Another window saved the same record first.
    #[error(
        "ein anderes Fenster hat das inzwischen geändert; bitte dort weiterarbeiten oder neu laden"
    )]
    Conflict,
    #[error(
        "ein anderes Programm hält die Datei seit über fünf Sekunden fest; bitte noch einmal versuchen"
    )]
    Busy,
    #[error("kein Platz mehr auf dem Datenträger; bitte Platz schaffen und noch einmal speichern")]
    Full,
    #[error("die Datei ist beschädigt")]
    Damaged,
    #[error("den Eintrag gibt es nicht mehr")]
    Missing,
    #[error("einen Brief mit diesem Namen gibt es schon")]
    NameTaken,
    #[error("die Datei ist nicht schreibbar: {0}")]
    Io(#[from] std::io::Error),
    #[error("die Datei ist nicht lesbar oder nicht schreibbar: {0}")]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseLocked, DiskFull};
        match error.sqlite_error_code() {
            Some(DatabaseBusy | DatabaseLocked) => Self::Busy,
            Some(DiskFull) => Self::Full,
            _ => match error {
                rusqlite::Error::QueryReturnedNoRows => Self::Missing,
                error => Self::Sqlite(error),
            },
        }
    }
}

/// Local date, `2027-03-01`: SQLite knows the time zone, and no file is needed to ask it.
///
/// # Errors
/// SQLite has no memory left.
pub fn today() -> Result<String, StoreError> {
    let connection = Connection::open_in_memory()?;
    Ok(connection.query_row("SELECT date('now', 'localtime')", [], |row| row.get(0))?)
}

impl Store {
    /// A transaction that takes the write lock at its beginning: two windows wait for each other.
    fn write<T>(
        &mut self,
        work: impl FnOnce(&rusqlite::Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let behavior = rusqlite::TransactionBehavior::Immediate;
        let transaction = self.connection.transaction_with_behavior(behavior)?;
        let result = work(&transaction)?;
        transaction.commit()?;
        Ok(result)
    }

    /// The moment some time ago: `-14 days`.
    ///
    /// # Errors
    /// The file cannot be asked.
    pub fn days_ago(&self, modifier: &str) -> Result<String, StoreError> {
        let sql = "SELECT strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime', ?1)";
        Ok(self.connection.query_row(sql, [modifier], |row| row.get(0))?)
    }

    /// Local time, `2027-03-01T12:00:00`: SQLite knows the time zone.
    ///
    /// # Errors
    /// The file cannot be asked.
    pub fn now(&self) -> Result<String, StoreError> {
        let sql = "SELECT strftime('%Y-%m-%dT%H:%M:%S', 'now', 'localtime')";
        Ok(self.connection.query_row(sql, [], |row| row.get(0))?)
    }
}
