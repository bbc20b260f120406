//! `werdegang analyze`: the terms a text is indexed and searched by, word by word.

use std::io::Write;

use anyhow::Result;
use serde_json::json;

use crate::search::analysis::{Word, analyze};

pub(super) fn run(text: &str, json: bool, out: &mut impl Write) -> Result<u8> {
    for Word { token, lexeme } in analyze(text) {
        let word = crate::corpus::clean::clean_line(token.word(text));
        let parts: Vec<String> = lexeme.parts.iter().map(|part| part.terms.join("=")).collect();
        if json {
            let value = json!({
                "word": word, "forms": lexeme.forms, "stems": lexeme.stems, "parts": parts,
            });
            writeln!(out, "{value}")?;
        } else {
            write!(out, "{word}: {}", lexeme.forms.join(" "))?;
            write!(out, " | Stamm {}", lexeme.stems.join(" "))?;
            if !parts.is_empty() {
                write!(out, " | Teile {}", parts.join(" "))?;
            }
            writeln!(out)?;
        }
    }
    Ok(0)
}
