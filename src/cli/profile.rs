//! `werdegang profile new`: the beginning of a profile, with all facts filled in.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::args::ProfileCommand;
use crate::corpus::{Profile, load};
use crate::import::facts;

pub(super) fn run(command: &ProfileCommand, out: &mut impl Write) -> Result<u8> {
    let ProfileCommand::New { id, from_facts, into } = command;
    let profile = facts::profile(from_facts, id).map_err(|problem| anyhow::anyhow!("{problem}"))?;
    let text = text_of(&profile)?;
    let Some(folder) = into else {
        writeln!(out, "{text}")?;
        return Ok(0);
    };
    let file = folder.join(slug(&profile.field)).join(format!("{id}.json"));
    let shown = load::display(&file);
    if file.exists() {
        bail!("{shown} gibt es schon; bitte dort weiterschreiben");
    }
    write(&file, &text).with_context(|| format!("{shown} ist nicht schreibbar"))?;
    writeln!(out, "{shown}\nwerdegang check {shown} sagt, was noch zu schreiben ist")?;
    Ok(0)
}

fn write(file: &Path, text: &str) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(file, format!("{text}\n"))?)
}

/// The JSON twin, with the schema for editors.
fn text_of(profile: &Profile) -> Result<String> {
    let mut value = serde_json::Map::new();
    value.insert("$schema".to_owned(), "../../profile.schema.json".into());
    if let serde_json::Value::Object(parts) = serde_json::to_value(profile)? {
        value.extend(parts);
    }
    Ok(serde_json::to_string_pretty(&value)?)
}

/// The folder of a field: `Metall & Maschinenbau` is `metall-maschinenbau`.
fn slug(field: &str) -> String {
    let mut words = String::new();
    for c in field.to_lowercase().chars() {
        match c {
            'ä' => words.push_str("ae"),
            'ö' => words.push_str("oe"),
            'ü' => words.push_str("ue"),
            'ß' => words.push_str("ss"),
            c if c.is_ascii_alphanumeric() => words.push(c),
            _ => words.push(' '),
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join("-")
}
