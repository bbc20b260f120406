//! Tables: CSV and tab-separated text, checked before a parser sees it.
//!
//! A CSV parser buffers a whole field and takes an unclosed quote for a very long one, so the
//! bytes are walked through once before: quotes that are never closed, NUL bytes and fields of
//! unreasonable length are refused with the line they begin on.

use std::collections::HashMap;

use csv::StringRecord;

use crate::corpus::Problem;
use crate::corpus::clean::clean;

const MAX_FIELD: usize = 64 * 1024;
/// Rows that do not fit are counted; more than this share of them means it is another file.
const MOST_BAD_ROWS: usize = 20;

/// How bytes stand for letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Windows1252,
    /// DOS, as some lists of the Bundesagentur für Arbeit are.
    Cp850,
}

impl Encoding {
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "utf-8" => Some(Self::Utf8),
            "windows-1252" => Some(Self::Windows1252),
            "cp850" => Some(Self::Cp850),
            _ => None,
        }
    }
}

/// Upper half of code page 850.
const CP850: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

/// What was asked for, and what happened while reading.
pub(super) struct Reading {
    pub(super) encoding: Option<Encoding>,
    pub(super) notices: Vec<String>,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Dialect {
    pub(super) delimiter: u8,
    pub(super) quoted: bool,
}

pub(super) const COMMA: Dialect = Dialect { delimiter: b',', quoted: true };
pub(super) const SEMICOLON: Dialect = Dialect { delimiter: b';', quoted: true };
pub(super) const TAB: Dialect = Dialect { delimiter: b'\t', quoted: false };

/// A table in memory, its columns by name.
pub(super) struct Table {
    file: String,
    columns: HashMap<String, usize>,
    pub(super) rows: Vec<Row>,
}

pub(super) struct Row(StringRecord);

impl Table {
    /// Reads a table that must have some columns.
    pub(super) fn read(
        file: &str,
        bytes: &[u8],
        dialect: Dialect,
        required: &[&str],
        reading: &mut Reading,
    ) -> Result<Self, Problem> {
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        // Before the bytes are walked through: every second one is NUL.
        if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
            return Err(Problem::file(
                file,
                "die Datei ist in UTF-16 gespeichert; bitte als UTF-8 sichern",
            ));
        }
        check(file, bytes, dialect)?;
        let text = decode(file, bytes, reading)?;
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(dialect.delimiter)
            .quoting(dialect.quoted)
            .flexible(true)
            .from_reader(text.as_bytes());
        let broken = |line: Option<u64>| Problem {
            line: line.and_then(|line| usize::try_from(line).ok()),
            ..Problem::file(
                file,
                "diese Zeile ist keine Tabellenzeile; bitte noch einmal herunterladen",
            )
        };
        let headers = reader.headers().map_err(|_| broken(Some(1)))?.clone();
        let columns: HashMap<String, usize> =
            headers.iter().enumerate().map(|(at, name)| (name.trim().to_owned(), at)).collect();
        if let Some(missing) = required.iter().find(|name| !columns.contains_key(**name)) {
            let message = format!(
                "die Spalte „{missing}“ fehlt; ist das die richtige Datei, und aus einer Version, die werdegang kennt?"
            );
            return Err(Problem { line: Some(1), ..Problem::file(file, message) });
        }
        let wanted =
            required.iter().filter_map(|name| columns.get(*name)).max().map_or(0, |m| m + 1);
        let mut rows = Vec::new();
        let mut short = Vec::new();
        for record in reader.into_records() {
            let record =
                record.map_err(|error| broken(error.position().map(csv::Position::line)))?;
            if record.len() < wanted {
                short.push(record.position().map_or(0, csv::Position::line));
            } else {
                rows.push(Row(record));
            }
        }
        if short.len() > MOST_BAD_ROWS && short.len() > rows.len() / 10 {
            let message = format!(
                "{} Zeilen haben zu wenige Spalten; ist das die richtige Datei?",
                short.len()
            );
            let line = short.first().and_then(|line| usize::try_from(*line).ok());
            return Err(Problem { line, ..Problem::file(file, message) });
        }
        if let Some(first) = short.first() {
            reading.notices.push(format!(
                "{file}: {} Zeilen mit zu wenigen Spalten übersprungen (die erste ist Zeile {first})",
                short.len()
            ));
        }
        if rows.is_empty() {
            return Err(Problem::file(
                file,
                "die Tabelle hat keine Zeilen; bitte noch einmal herunterladen",
            ));
        }
        Ok(Self { file: file.to_owned(), columns, rows })
    }

    pub(super) fn file(&self) -> &str {
        &self.file
    }

    /// A field as it stands; empty for a column that is not there.
    pub(super) fn raw<'r>(&self, row: &'r Row, column: &str) -> &'r str {
        self.columns.get(column).and_then(|at| row.0.get(*at)).unwrap_or_default().trim()
    }

    /// A field as clean text.
    pub(super) fn text(&self, row: &Row, column: &str) -> String {
        clean(self.raw(row, column)).trim().to_owned()
    }

    /// Lines of a field, clean, without empty ones.
    pub(super) fn lines(&self, row: &Row, column: &str) -> Vec<String> {
        let lines = self.raw(row, column).split(['\n', '\r']).flat_map(|line| line.split(" | "));
        lines.map(|line| clean(line).trim().to_owned()).filter(|line| !line.is_empty()).collect()
    }
}

/// Walks through the bytes once; see the head of the file.
fn check(file: &str, bytes: &[u8], dialect: Dialect) -> Result<(), Problem> {
    let refused = |line: usize, message: &str| {
        Err(Problem { line: Some(line), ..Problem::file(file, message) })
    };
    let (mut line, mut length, mut quoted_since) = (1, 0, None);
    for byte in bytes {
        match byte {
            0 => return refused(line, "die Datei enthält NUL-Bytes und ist keine Tabelle"),
            b'"' if dialect.quoted => {
                quoted_since = match quoted_since {
                    None => Some(line),
                    Some(_) => None,
                };
                length += 1;
            }
            b'\n' if quoted_since.is_none() => length = 0,
            byte if *byte == dialect.delimiter && quoted_since.is_none() => length = 0,
            _ => length += 1,
        }
        if *byte == b'\n' {
            line += 1;
        }
        if length > MAX_FIELD {
            let start = quoted_since.unwrap_or(line);
            return refused(
                start,
                "hier beginnt ein Feld von über 64 KiB; vermutlich fehlt ein schließendes Anführungszeichen",
            );
        }
    }
    match quoted_since {
        Some(start) => refused(
            start,
            "ein Anführungszeichen wird nie geschlossen; die Datei ist vermutlich abgeschnitten",
        ),
        None => Ok(()),
    }
}

fn decode(file: &str, bytes: &[u8], reading: &mut Reading) -> Result<String, Problem> {
    match reading.encoding {
        Some(Encoding::Cp850) => Ok(cp850(bytes)),
        Some(Encoding::Windows1252) => Ok(windows_1252(bytes)),
        wanted => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(text.to_owned()),
            Err(error) if wanted == Some(Encoding::Utf8) => {
                let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
                let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
                Err(Problem {
                    line: Some(line),
                    ..Problem::file(
                        file,
                        "hier ist kein UTF-8; ohne --encoding wird die Kodierung erkannt",
                    )
                })
            }
            Err(_) if looks_like_cp850(bytes) => {
                reading.notices.push(format!(
                    "{file}: kein UTF-8; als DOS-Text (Codepage 850) gelesen (anders: --encoding windows-1252)"
                ));
                Ok(cp850(bytes))
            }
            Err(_) => {
                let notice = format!(
                    "{file}: kein UTF-8; als Windows-1252 gelesen (anders: --encoding cp850)"
                );
                reading.notices.push(notice);
                Ok(windows_1252(bytes))
            }
        },
    }
}

/// Which of both makes German: the bytes of ä, ö, ü, Ä, Ö, Ü and ß are counted in each.
fn looks_like_cp850(bytes: &[u8]) -> bool {
    const DOS: [u8; 7] = [0x84, 0x94, 0x81, 0x8e, 0x99, 0x9a, 0xe1];
    const WINDOWS: [u8; 7] = [0xe4, 0xf6, 0xfc, 0xc4, 0xd6, 0xdc, 0xdf];
    let count = |letters: &[u8; 7]| bytes.iter().filter(|byte| letters.contains(byte)).count();
    count(&DOS) > count(&WINDOWS)
}

fn windows_1252(bytes: &[u8]) -> String {
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

fn cp850(bytes: &[u8]) -> String {
    let upper: Vec<char> = CP850.chars().collect();
    let letter = |byte: &u8| match byte.checked_sub(128) {
        None => char::from(*byte),
        Some(at) => upper.get(usize::from(at)).copied().unwrap_or('\u{fffd}'),
    };
    bytes.iter().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8], encoding: Option<Encoding>) -> Result<(Table, Vec<String>), String> {
        let mut reading = Reading { encoding, notices: Vec::new() };
        let table = Table::read("t.csv", bytes, COMMA, &["a", "b"], &mut reading);
        table.map(|table| (table, reading.notices)).map_err(|problem| problem.to_string())
    }

    fn cells(bytes: &[u8], encoding: Option<Encoding>) -> Vec<(String, String)> {
        let (table, _) = read(bytes, encoding).unwrap();
        table.rows.iter().map(|row| (table.text(row, "a"), table.text(row, "b"))).collect()
    }

    #[test]
    fn tables_are_read() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        for (bytes, expected) in [
            (&b"\xef\xbb\xbfa,b\r\n1,2\r\n"[..], pair("1", "2")),
            (b"b,x,a\n2,9,1\n", pair("1", "2")),
            (b"a,b\n\"1\n11\",\"2 \"\"q\"\"\"\n", pair("1\n11", "2 \"q\"")),
            (b"a,b\n1\x1b[31m,2\n", pair("1", "2")),
        ] {
            assert_eq!(cells(bytes, None), [expected], "{bytes:?}");
        }
        assert_eq!(cells(b"a,b\n\x84,\xe1\n", Some(Encoding::Cp850)), [pair("ä", "ß")]);
        let (table, notices) = read(b"a,b\n\xe4,\xdf\n", None).unwrap();
        assert_eq!(table.text(&table.rows[0], "a"), "ä");
        assert_eq!(notices.len(), 1);
    }

    #[test]
    fn what_is_no_table_is_refused_with_its_line() {
        let long = format!("a,b\n1,{}\n", "x".repeat(70_000));
        for (bytes, expected) in [
            (
                &b"a,c\n1,2\n"[..],
                "t.csv:1: die Spalte „b“ fehlt; ist das die richtige Datei, und aus einer Version, die werdegang kennt?",
            ),
            (
                b"a;b\n1;2\n",
                "t.csv:1: die Spalte „a“ fehlt; ist das die richtige Datei, und aus einer Version, die werdegang kennt?",
            ),
            (
                b"a,b\n1,\"2\n3,4\n",
                "t.csv:2: ein Anführungszeichen wird nie geschlossen; die Datei ist vermutlich abgeschnitten",
            ),
            (b"a,b\n1,\x002\n", "t.csv:2: die Datei enthält NUL-Bytes und ist keine Tabelle"),
            (
                long.as_bytes(),
                "t.csv:2: hier beginnt ein Feld von über 64 KiB; vermutlich fehlt ein schließendes Anführungszeichen",
            ),
            (b"a,b\n", "t.csv: die Tabelle hat keine Zeilen; bitte noch einmal herunterladen"),
            (
                b"\xff\xfea\x01,\x01",
                "t.csv: die Datei ist in UTF-16 gespeichert; bitte als UTF-8 sichern",
            ),
        ] {
            assert_eq!(read(bytes, None).map(|_| ()).unwrap_err(), expected);
        }
        let refused = read(b"a,b\n1,\xe4\n", Some(Encoding::Utf8)).map(|_| ()).unwrap_err();
        assert_eq!(
            refused,
            "t.csv:2: hier ist kein UTF-8; ohne --encoding wird die Kodierung erkannt"
        );
    }

    #[test]
    fn a_short_row_is_skipped_and_counted() {
        let (table, notices) = read(b"a,b\n1,2\n3\n4,5\n", None).unwrap();
        assert_eq!(table.rows.len(), 2);
        assert_eq!(
            notices,
            ["t.csv: 1 Zeilen mit zu wenigen Spalten übersprungen (die erste ist Zeile 3)"]
        );
    }
}
