//! What was copied, when and where to: a text that was pasted somewhere can be found again.

use rusqlite::{ToSql, params};
use serde::Serialize;

use super::{Store, StoreError};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Copied {
    pub id: i64,
    /// Title of the block or name of the letter.
    pub subject: String,
    pub text: String,
    /// The way it took: `wl-copy`, `OSC 52`.
    pub route: String,
    pub application: Option<i64>,
    pub letter: Option<i64>,
    pub created: String,
}

impl Store {
    /// Remembers a copy.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn keep_copy(&mut self, copy: &Copied, now: &str) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO copy VALUES (NULL, ?1, ?2, ?3, ?4, ?5, ?6)",
                params![copy.subject, copy.text, copy.route, copy.application, copy.letter, now],
            )?;
            Ok(())
        })
    }

    /// Copies since a date, newest first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn copies_since(&self, date: &str) -> Result<Vec<Copied>, StoreError> {
        self.copies("created >= ?1", date)
    }

    /// What was copied for an application, newest first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn copies_of(&self, application: i64) -> Result<Vec<Copied>, StoreError> {
        self.copies("application = ?1", application)
    }

    fn copies(&self, which: &str, value: impl ToSql) -> Result<Vec<Copied>, StoreError> {
        let mut query = self.connection.prepare_cached(&format!(
            "SELECT id, subject, text, route, application, letter, created FROM copy
             WHERE {which} ORDER BY created DESC, id DESC"
        ))?;
        let rows = query.query_map([value], |row| {
            Ok(Copied {
                id: row.get(0)?,
                subject: row.get(1)?,
                text: row.get(2)?,
                route: row.get(3)?,
                application: row.get(4)?,
                letter: row.get(5)?,
                created: row.get(6)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
