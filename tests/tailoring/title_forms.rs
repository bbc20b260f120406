//! Titles whose forms were written down elsewhere, word for word.

use std::collections::HashMap;
use std::fs;

use werdegang::corpus::profile::{Inflection, Title};
use werdegang::tailoring::grammar::{Form, guess_class, inflect};

use super::shared;

/// The class of the noun that carries the title, in the words of the table.
fn class(name: &str) -> Inflection {
    let last = name.rsplit(" + ").next().unwrap();
    match last {
        "stark, Plural unverändert (-er)" => Inflection::Er,
        "stark, Plural -e" => Inflection::PluralE,
        "Umlaut, Plural -e" => Inflection::UmlautE,
        "-or, Plural -oren" => Inflection::Or,
        "n-Deklination" | "n-Deklination (-e)" => Inflection::NDeclension,
        "-mann/-frau, Plural -leute" => Inflection::Mann,
        "adjektivisches Substantiv" => Inflection::Adjectival,
        "Beamter (adjektivisch; weiblich aber -in)" => Inflection::Beamter,
        "feminines Substantiv für alle (-kraft)" | "feminines Substantiv für alle" => {
            Inflection::FeminineForAll
        }
        "englisch, unveränderlich; Plural -s" => Inflection::English,
        other => panic!("unknown class {other}"),
    }
}

/// Lines of comma-separated values, quotes allowed.
fn rows(text: &str) -> Vec<HashMap<String, String>> {
    let split = |line: &str| -> Vec<String> {
        let (mut fields, mut field, mut quoted) = (Vec::new(), String::new(), false);
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => fields.push(std::mem::take(&mut field)),
                c => field.push(c),
            }
        }
        fields.push(field);
        fields
    };
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let header = split(lines.next().unwrap());
    lines.map(|line| header.iter().cloned().zip(split(line)).collect()).collect()
}

/// Forms that differ from the table, as "column: ours instead of theirs".
fn differences(row: &HashMap<String, String>, title: &Title) -> Vec<String> {
    let mut found = Vec::new();
    for (form, prefix) in [(Form::Masculine, "m"), (Form::Feminine, "f")] {
        let forms = inflect(title, form);
        for (column, ours) in [
            ("als", &forms.als),
            ("ein", &forms.nominative),
            ("einen", &forms.accusative),
            ("einem", &forms.dative),
            ("eines", &forms.genitive),
            ("der", &forms.definite),
            ("zum", &forms.zum),
            ("pl", &forms.plural),
            ("plw", &forms.plural_definite),
            ("pldat", &forms.plural_dative),
            ("plgen", &forms.plural_genitive),
        ] {
            let theirs = &row[&format!("{prefix}_{column}")];
            if ours != theirs {
                found.push(format!("{prefix}_{column}: „{ours}“ statt „{theirs}“"));
            }
        }
    }
    found
}

#[test]
fn every_form_of_every_title_with_its_declared_class() {
    let Some(file) = shared("facts/title_forms.csv") else { return };
    let rows = rows(&fs::read_to_string(file).unwrap());
    assert!(rows.len() > 200, "only {} rows", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        let title = Title {
            masculine: row["title_m"].clone(),
            feminine: row["title_f"].clone(),
            neutral: None,
            class: class(&row["klasse"]),
        };
        wrong.extend(differences(row, &title));
    }
    assert!(wrong.is_empty(), "{} wrong forms: {wrong:#?}", wrong.len());
}

#[test]
fn the_class_is_guessed_from_the_pair_for_at_least_97_of_100_titles() {
    let Some(file) = shared("facts/title_forms.csv") else { return };
    let rows = rows(&fs::read_to_string(file).unwrap());
    let mut missed = Vec::new();
    for row in &rows {
        let (masculine, feminine) = (&row["title_m"], &row["title_f"]);
        let class = guess_class(masculine, feminine);
        let title = Title {
            masculine: masculine.clone(),
            feminine: feminine.clone(),
            neutral: None,
            class,
        };
        let wrong = differences(row, &title);
        if !wrong.is_empty() {
            missed.push(format!("{masculine}: {}", wrong.join(", ")));
        }
    }
    println!("{} of {} titles right with a guessed class", rows.len() - missed.len(), rows.len());
    assert!(missed.len() * 100 <= rows.len() * 3, "{missed:#?}");
}
