//! What people use instead, asked the way they would ask it: SQLite FTS5, fzf, ripgrep.

#![allow(dead_code, reason = "each example uses some of them")]

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use rusqlite::Connection;
use werdegang::corpus::{self, Profile};

/// One profile a line, as an imported corpus keeps them.
pub(crate) fn read_corpus(file: &str) -> Result<Vec<Profile>> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
    let profile = |line: &str| {
        corpus::read_profile(file, line).map_err(|problems| {
            let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
            anyhow::anyhow!(lines.join("\n"))
        })
    };
    text.lines().map(profile).collect()
}

/// Titles and aliases.
pub(crate) fn names(profile: &Profile) -> Vec<String> {
    let title = &profile.title;
    let mut names = vec![title.masculine.clone(), title.feminine.clone()];
    names.extend(profile.aliases.iter().cloned());
    names
}

/// FTS5, a row for each name, with one of its tokenizers.
pub(crate) struct FullText {
    database: Connection,
    /// The profession each row is a name of.
    owners: Vec<usize>,
    trigram: bool,
}

impl FullText {
    pub(crate) fn new(names: &[Vec<String>], tokenizer: &str) -> Result<Self> {
        let mut database = Connection::open_in_memory()?;
        database.execute(
            &format!("CREATE VIRTUAL TABLE names USING fts5(name, tokenize='{tokenizer}')"),
            [],
        )?;
        let mut owners = Vec::new();
        let transaction = database.transaction()?;
        {
            let mut insert =
                transaction.prepare("INSERT INTO names(rowid, name) VALUES (?1, ?2)")?;
            for (number, names) in names.iter().enumerate() {
                for name in names {
                    insert.execute((owners.len() as i64, name))?;
                    owners.push(number);
                }
            }
        }
        transaction.commit()?;
        Ok(Self { database, owners, trigram: tokenizer == "trigram" })
    }

    /// Positions, best first: an OR of prefix terms, or of the trigrams of the words.
    pub(crate) fn ask(&self, text: &str, limit: usize) -> Result<Vec<usize>> {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let terms: Vec<String> = if self.trigram {
            let trigrams = |word: &str| {
                let letters: Vec<char> = word.chars().collect();
                let trigram = |w: &[char]| format!("\"{}\"", w.iter().collect::<String>());
                letters.windows(3).map(trigram).collect::<Vec<_>>()
            };
            words.flat_map(trigrams).collect()
        } else {
            words.map(|word| format!("\"{word}\"*")).collect()
        };
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        let mut statement = self.database.prepare_cached(
            "SELECT rowid FROM names WHERE names MATCH ?1 ORDER BY bm25(names) LIMIT ?2",
        )?;
        // A row for each name is the better FTS5; a profession may be found by several.
        let rows = (4 * limit) as i64;
        let rows = statement.query_map((terms.join(" OR "), rows), |row| row.get(0))?;
        let mut found = Vec::new();
        for row in rows {
            let row: i64 = row?;
            let owner = self.owners.get(row as usize).copied().unwrap_or_default();
            if !found.contains(&owner) && found.len() < limit {
                found.push(owner);
            }
        }
        Ok(found)
    }
}

/// `fzf --filter` or `rg` over one line of names for each profession.
pub(crate) struct Lines {
    file: PathBuf,
    fzf: bool,
    _folder: tempfile::TempDir,
}

impl Lines {
    pub(crate) fn new(names: &[Vec<String>], fzf: bool) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("names.txt");
        let mut out = fs::File::create(&file)?;
        for (number, names) in names.iter().enumerate() {
            writeln!(out, "{} \t{number}", names.join(" | ").replace('\n', " "))?;
        }
        Ok(Self { file, fzf, _folder: folder })
    }

    /// Whether the program is installed.
    pub(crate) fn there(&self) -> bool {
        let program = if self.fzf { "fzf" } else { "rg" };
        Command::new(program).arg("--version").stdout(Stdio::null()).status().is_ok()
    }

    pub(crate) fn ask(&self, text: &str, limit: usize) -> Result<Vec<usize>> {
        let output = if self.fzf {
            Command::new("fzf")
                .args(["--delimiter=\t", "--nth=1", "--filter", text])
                .stdin(fs::File::open(&self.file)?)
                .output()?
        } else {
            Command::new("rg").args(["-iF", "--", text]).arg(&self.file).output()?
        };
        let text = String::from_utf8_lossy(&output.stdout);
        let number = |line: &str| line.rsplit('\t').next()?.trim().parse().ok();
        Ok(text.lines().take(limit).filter_map(number).collect())
    }
}
