//! Letters as they are being written, and as they were when they were copied or sent.

use rusqlite::{Row, params};
use serde::Serialize;

use super::{Store, StoreError};

/// A letter with its content as the letter desk writes it (JSON).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct LetterRecord {
    /// 0 until it is saved.
    pub id: i64,
    pub revision: i64,
    /// Tells records apart that have no number yet; only in memory.
    #[serde(skip)]
    pub key: u64,
    /// Unique; what `werdegang letter NAME` takes.
    pub name: String,
    pub profile: String,
    pub application: Option<i64>,
    pub content: String,
    pub archived: bool,
    pub created: String,
    pub changed: String,
}

/// A text as it left the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Version {
    pub number: i64,
    pub text: String,
    /// `copied`, `exported`, `replaced`
    pub reason: String,
    pub created: String,
}

fn read(row: &Row<'_>) -> rusqlite::Result<LetterRecord> {
    Ok(LetterRecord {
        id: row.get("id")?,
        revision: row.get("revision")?,
        key: 0,
        name: row.get("name")?,
        profile: row.get("profile")?,
        application: row.get("application")?,
        content: row.get("content")?,
        archived: row.get("archived")?,
        created: row.get("created")?,
        changed: row.get("changed")?,
    })
}

impl Store {
    /// All letters, the one changed last first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn letters(&self) -> Result<Vec<LetterRecord>, StoreError> {
        let mut query = self
            .connection
            .prepare_cached("SELECT * FROM letter ORDER BY changed DESC, id DESC")?;
        let rows = query.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// # Errors
    /// There is none of this name, or the file cannot be read.
    pub fn letter(&self, name: &str) -> Result<LetterRecord, StoreError> {
        let sql = "SELECT * FROM letter WHERE name = ?1";
        Ok(self.connection.query_row(sql, [name], read)?)
    }

    /// Saves a new letter or the next revision of a known one, and gives it its number.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if another window saved it since it was read, and
    /// [`StoreError::NameTaken`].
    pub fn save_letter(&mut self, letter: &mut LetterRecord, now: &str) -> Result<(), StoreError> {
        let l = &*letter;
        let (id, revision, created) = self.write(|transaction| {
            let sql = "SELECT EXISTS (SELECT 1 FROM letter WHERE name = ?1 AND id <> ?2)";
            if transaction.query_row(sql, params![l.name, l.id], |row| row.get(0))? {
                return Err(StoreError::NameTaken);
            }
            if l.id == 0 {
                transaction.execute(
                    "INSERT INTO letter VALUES (NULL, 1, ?1, ?2, ?3, ?4, ?5, ?6, ?6)",
                    params![l.name, l.profile, l.application, l.content, l.archived, now],
                )?;
                return Ok((transaction.last_insert_rowid(), 1, now.to_owned()));
            }
            let changed = transaction.execute(
                "UPDATE letter SET revision = revision + 1, name = ?1, profile = ?2, application = ?3,
                 content = ?4, archived = ?5, changed = ?6 WHERE id = ?7 AND revision = ?8",
                params![
                    l.name, l.profile, l.application, l.content, l.archived, now, l.id, l.revision
                ],
            )?;
            if changed == 0 {
                return Err(StoreError::Conflict);
            }
            Ok((l.id, l.revision + 1, l.created.clone()))
        })?;
        letter.id = id;
        letter.revision = revision;
        letter.created = created;
        now.clone_into(&mut letter.changed);
        Ok(())
    }

    /// Keeps a text of a letter. The same text as last time is not kept again.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn keep_version(
        &mut self,
        letter: i64,
        text: &str,
        reason: &str,
        now: &str,
    ) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO letter_version
                 SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4 FROM letter_version WHERE letter = ?1
                 HAVING NOT EXISTS (SELECT 1 FROM letter_version WHERE letter = ?1 AND text = ?2
                     AND number = (SELECT max(number) FROM letter_version WHERE letter = ?1))",
                params![letter, text, reason, now],
            )?;
            Ok(())
        })
    }

    /// The texts of a letter, newest first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn versions(&self, letter: i64) -> Result<Vec<Version>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT number, text, reason, created FROM letter_version WHERE letter = ?1 ORDER BY number DESC",
        )?;
        let rows = query.query_map([letter], |row| {
            Ok(Version {
                number: row.get(0)?,
                text: row.get(1)?,
                reason: row.get(2)?,
                created: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
