//! Applications: to whom, for what, how far, what comes next.

use std::collections::BTreeMap;

use rusqlite::{Row, params};
use serde::Serialize;

use super::{Store, StoreError};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Application {
    /// 0 until it is saved.
    pub id: i64,
    pub revision: i64,
    /// Tells records apart that have no number yet; only in memory.
    #[serde(skip)]
    pub key: u64,
    /// Id of the profession.
    pub profile: String,
    pub employer: String,
    pub position: String,
    pub status: Status,
    /// Next date, `2027-03-01`; empty for none.
    pub next_date: String,
    pub notes: String,
    /// The advertisement's text.
    pub advert: String,
    /// What is known about the job, by field of text blocks: contact, reference, place.
    pub fields: BTreeMap<String, String>,
    pub archived: bool,
    pub created: String,
    pub changed: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    #[default]
    Draft,
    Sent,
    Interview,
    Offer,
    Rejected,
    Withdrawn,
}

impl Status {
    pub const ALL: [Self; 6] =
        [Self::Draft, Self::Sent, Self::Interview, Self::Offer, Self::Rejected, Self::Withdrawn];

    /// Name in the file and in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Sent => "sent",
            Self::Interview => "interview",
            Self::Offer => "offer",
            Self::Rejected => "rejected",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The German word.
    pub fn label(self) -> &'static str {
        match self {
            Self::Draft => "Entwurf",
            Self::Sent => "gesendet",
            Self::Interview => "Gespräch",
            Self::Offer => "Zusage",
            Self::Rejected => "Absage",
            Self::Withdrawn => "zurückgezogen",
        }
    }

    /// From its name or its German word.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.to_lowercase();
        Self::ALL.into_iter().find(|s| s.key() == text || s.label().to_lowercase() == text)
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Application> {
    Ok(Application {
        id: row.get("id")?,
        revision: row.get("revision")?,
        key: 0,
        profile: row.get("profile")?,
        employer: row.get("employer")?,
        position: row.get("position")?,
        status: Status::parse(&row.get::<_, String>("status")?).unwrap_or_default(),
        next_date: row.get("next_date")?,
        notes: row.get("notes")?,
        advert: row.get("advert")?,
        fields: serde_json::from_str(&row.get::<_, String>("fields")?).unwrap_or_default(),
        archived: row.get("archived")?,
        created: row.get("created")?,
        changed: row.get("changed")?,
    })
}

impl Store {
    /// All of them, the one changed last first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn applications(&self) -> Result<Vec<Application>, StoreError> {
        let mut query = self
            .connection
            .prepare_cached("SELECT * FROM application ORDER BY changed DESC, id DESC")?;
        let rows = query.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// # Errors
    /// There is none, or the file cannot be read.
    pub fn application(&self, id: i64) -> Result<Application, StoreError> {
        let sql = "SELECT * FROM application WHERE id = ?1";
        Ok(self.connection.query_row(sql, [id], read)?)
    }

    /// Saves a new application or the next revision of a known one, and gives it its number.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if another window saved it since it was read.
    pub fn save_application(
        &mut self,
        application: &mut Application,
        now: &str,
    ) -> Result<(), StoreError> {
        let a = &*application;
        let fields = serde_json::to_string(&a.fields).unwrap_or_default();
        let (id, revision, created) = self.write(|transaction| {
            if a.id == 0 {
                transaction.execute(
                    "INSERT INTO application VALUES (NULL, 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10)",
                    params![
                        a.profile, a.employer, a.position, a.status.key(), a.next_date, a.notes,
                        a.advert, a.archived, now, fields
                    ],
                )?;
                return Ok((transaction.last_insert_rowid(), 1, now.to_owned()));
            }
            let changed = transaction.execute(
                "UPDATE application SET revision = revision + 1, profile = ?1, employer = ?2, position = ?3,
                 status = ?4, next_date = ?5, notes = ?6, advert = ?7, archived = ?8, changed = ?9, fields = ?10
                 WHERE id = ?11 AND revision = ?12",
                params![
                    a.profile, a.employer, a.position, a.status.key(), a.next_date, a.notes,
                    a.advert, a.archived, now, fields, a.id, a.revision
                ],
            )?;
            if changed == 0 {
                return Err(StoreError::Conflict);
            }
            Ok((a.id, a.revision + 1, a.created.clone()))
        })?;
        application.id = id;
        application.revision = revision;
        application.created = created;
        now.clone_into(&mut application.changed);
        Ok(())
    }
}
