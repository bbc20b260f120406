//! The tables, and how older files become newer ones.

/// Each entry leads from its position to the next version of the file.
pub(super) const MIGRATIONS: &[&str] = &[
    "
CREATE TABLE application (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    profile TEXT NOT NULL,
    employer TEXT NOT NULL,
    position TEXT NOT NULL,
    status TEXT NOT NULL,
    next_date TEXT NOT NULL,
    notes TEXT NOT NULL,
    advert TEXT NOT NULL,
    archived INTEGER NOT NULL,
    created TEXT NOT NULL,
    changed TEXT NOT NULL
) STRICT;
CREATE TABLE letter (
    id INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL,
    name TEXT NOT NULL UNIQUE,
    profile TEXT NOT NULL,
    application INTEGER REFERENCES application (id),
    content TEXT NOT NULL,
    archived INTEGER NOT NULL,
    created TEXT NOT NULL,
    changed TEXT NOT NULL
) STRICT;
CREATE TABLE letter_version (
    letter INTEGER NOT NULL REFERENCES letter (id),
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    reason TEXT NOT NULL,
    created TEXT NOT NULL,
    PRIMARY KEY (letter, number)
) STRICT;
CREATE TABLE copy (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    route TEXT NOT NULL,
    application INTEGER REFERENCES application (id),
    letter INTEGER REFERENCES letter (id),
    created TEXT NOT NULL
) STRICT;
CREATE INDEX copy_created ON copy (created);
CREATE TABLE suggestion (
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    uses INTEGER NOT NULL,
    changed TEXT NOT NULL,
    PRIMARY KEY (field, value)
) STRICT;
CREATE TABLE verdict (
    advert TEXT NOT NULL,
    requirement TEXT NOT NULL,
    verdict TEXT NOT NULL,
    PRIMARY KEY (advert, requirement)
) STRICT;
",
    "
ALTER TABLE application ADD COLUMN fields TEXT NOT NULL DEFAULT '{}';
",
];

/// Version of the file this program writes.
pub(super) fn version() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}
