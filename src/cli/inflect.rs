//! `werdegang inflect MASCULINE [FEMININE]`: a title in every form, as a table or as JSON.

use std::io::Write;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use super::args::InflectArgs;
use crate::corpus::clean::clean_line;
use crate::corpus::decode::INFLECTIONS;
use crate::corpus::profile::{Inflection, Title};
use crate::tailoring::grammar::{
    Form, Inflected, Sign, guess_class, inflect, short_form, short_plural,
};

/// Row label, key in JSON, and the form.
type Row = (&'static str, &'static str, fn(&Inflected) -> &String);

const ROWS: &[Row] = &[
    ("ohne Artikel", "bare", |forms| &forms.bare),
    ("als", "als", |forms| &forms.als),
    ("ein (Nominativ)", "nominative", |forms| &forms.nominative),
    ("ein (Akkusativ)", "accusative", |forms| &forms.accusative),
    ("ein (Dativ)", "dative", |forms| &forms.dative),
    ("ein (Genitiv)", "genitive", |forms| &forms.genitive),
    ("der (Nominativ)", "definite", |forms| &forms.definite),
    ("der (Akkusativ)", "definite_accusative", |forms| &forms.definite_accusative),
    ("der (Dativ)", "definite_dative", |forms| &forms.definite_dative),
    ("der (Genitiv)", "definite_genitive", |forms| &forms.definite_genitive),
    ("zum, zur", "zum", |forms| &forms.zum),
    ("beim, bei der", "beim", |forms| &forms.beim),
    ("vom, von der", "vom", |forms| &forms.vom),
    ("Mehrzahl", "plural", |forms| &forms.plural),
    ("die (Mehrzahl)", "plural_definite", |forms| &forms.plural_definite),
    ("den (Mehrzahl)", "plural_dative", |forms| &forms.plural_dative),
    ("Genitiv (Mehrzahl)", "plural_genitive", |forms| &forms.plural_genitive),
    ("Fürwort", "pronoun", |forms| &forms.pronoun),
    ("besitzanzeigend", "possessive", |forms| &forms.possessive),
    ("bezüglich", "relative", |forms| &forms.relative),
];

pub(super) fn run(args: &InflectArgs, out: &mut impl Write) -> Result<u8> {
    let masculine = clean_line(&args.masculine);
    let feminine = args.feminine.as_deref().map_or_else(|| masculine.clone(), clean_line);
    if masculine.is_empty() || feminine.is_empty() {
        bail!("beide Formen des Titels werden gebraucht: werdegang inflect \"Koch\" \"Köchin\"");
    }
    let class = match &args.class {
        Some(name) => class_of(name)?,
        None => guess_class(&masculine, &feminine),
    };
    let title = Title { masculine, feminine, neutral: args.neutral.clone(), class };
    let mut columns = vec![
        ("männlich", "masculine", inflect(&title, Form::Masculine)),
        ("weiblich", "feminine", inflect(&title, Form::Feminine)),
    ];
    if title.neutral.is_some() {
        columns.push(("neutral", "neutral", inflect(&title, Form::Neutral)));
    }
    let short = short_form(&title, Sign::Colon).zip(short_plural(&title, Sign::Colon));
    let name = INFLECTIONS.iter().find(|(_, other)| *other == class).map_or("", |(name, _)| name);
    if args.json {
        let forms = |inflected: &Inflected| -> Value {
            ROWS.iter().map(|(_, key, form)| ((*key).to_owned(), json!(form(inflected)))).collect()
        };
        let (one, many) = short.unzip();
        let mut value = serde_json::Map::new();
        value.insert("class".to_owned(), json!(name));
        value.insert("guessed".to_owned(), json!(args.class.is_none()));
        for (_, key, column) in &columns {
            value.insert((*key).to_owned(), forms(column));
        }
        value.insert("short".to_owned(), json!(one));
        value.insert("short_plural".to_owned(), json!(many));
        writeln!(out, "{}", serde_json::to_string_pretty(&value)?)?;
        return Ok(0);
    }
    let guessed = if args.class.is_none() { ", geschätzt" } else { "" };
    writeln!(out, "Klasse: {name}{guessed}")?;
    let width = |column: &Inflected| {
        ROWS.iter().map(|(_, _, form)| form(column).chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = columns.iter().map(|(.., forms)| width(forms) + 2).collect();
    let label = ROWS.iter().map(|(label, ..)| label.chars().count()).max().unwrap_or(0) + 2;
    write!(out, "{:label$}", "")?;
    for ((heading, ..), width) in columns.iter().zip(&widths) {
        write!(out, "{heading:width$}")?;
    }
    writeln!(out)?;
    for (name, _, form) in ROWS {
        let mut line = format!("{name:label$}");
        for ((.., forms), width) in columns.iter().zip(&widths) {
            line.push_str(&format!("{:width$}", form(forms)));
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    match short {
        Some((one, many)) => writeln!(out, "{:label$}{one}, {many}", "Kurzform")?,
        None => writeln!(out, "{:label$}keine sichere; besser beide Formen nennen", "Kurzform")?,
    }
    Ok(0)
}

fn class_of(name: &str) -> Result<Inflection> {
    match INFLECTIONS.iter().find(|(other, _)| *other == name) {
        Some((_, class)) => Ok(*class),
        None => {
            let names: Vec<&str> = INFLECTIONS.iter().map(|(name, _)| *name).collect();
            bail!("die Klasse „{name}“ gibt es nicht; möglich: {}", names.join(", "))
        }
    }
}
