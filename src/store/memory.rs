//! Answers and decisions that are offered again. Secret answers never come here.

use std::collections::BTreeMap;

use rusqlite::params;

use super::{Store, StoreError};

/// Suggestions kept for a field; rarer and older ones are forgotten.
const MOST: i64 = 20;

impl Store {
    /// Remembers an answer of a field that is not secret.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn keep_answer(&mut self, field: &str, value: &str, now: &str) -> Result<(), StoreError> {
        self.write(|transaction| {
            transaction.execute(
                "INSERT INTO suggestion VALUES (?1, ?2, 1, ?3)
                 ON CONFLICT (field, value) DO UPDATE SET uses = uses + 1, changed = ?3",
                params![field, value, now],
            )?;
            transaction.execute(
                "DELETE FROM suggestion WHERE field = ?1 AND value NOT IN
                 (SELECT value FROM suggestion WHERE field = ?1 ORDER BY changed DESC, uses DESC LIMIT ?2)",
                params![field, MOST],
            )?;
            Ok(())
        })
    }

    /// Earlier answers by field, the most used first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn suggestions(&self) -> Result<BTreeMap<String, Vec<String>>, StoreError> {
        let mut query = self.connection.prepare_cached(
            "SELECT field, value FROM suggestion ORDER BY field, uses DESC, changed DESC",
        )?;
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let rows = query.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        for row in rows {
            let (field, value) = row?;
            found.entry(field).or_default().push(value);
        }
        Ok(found)
    }

    /// What the person decided about a requirement; `None` takes the decision back.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn keep_verdict(
        &mut self,
        advert: &str,
        requirement: &str,
        verdict: Option<&str>,
    ) -> Result<(), StoreError> {
        self.write(|transaction| {
            match verdict {
                Some(verdict) => transaction.execute(
                    "INSERT INTO verdict VALUES (?1, ?2, ?3)
                     ON CONFLICT (advert, requirement) DO UPDATE SET verdict = ?3",
                    params![advert, requirement, verdict],
                )?,
                None => transaction.execute(
                    "DELETE FROM verdict WHERE advert = ?1 AND requirement = ?2",
                    params![advert, requirement],
                )?,
            };
            Ok(())
        })
    }

    /// Decisions about one advertisement, by requirement.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn verdicts(&self, advert: &str) -> Result<BTreeMap<String, String>, StoreError> {
        let mut query = self
            .connection
            .prepare_cached("SELECT requirement, verdict FROM verdict WHERE advert = ?1")?;
        let rows = query.query_map([advert], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
