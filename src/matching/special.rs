//! Requirements that are more than words: years of experience, driving licences, language levels.

use std::sync::LazyLock;

use regex::Regex;

use super::Verdict;
use crate::tailoring::Applicant;
use crate::tailoring::grammar::parse_date;

static YEARS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(\d{1,2}|ein(?:em|en)?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)[ -]*(?:bis \w+ )?jahre?n?\b").ok()
});
static LICENCE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:führerschein|fahrerlaubnis|führerscheinklasse|driving licen[cs]e)(?:s? der)? ?(?:klasse |class )?((?-i:AM|A1|A2|A|BE|B|C1E|C1|CE|C|DE|D1|D|L|T))?\b").ok()
});
static LANGUAGE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(deutsch|englisch|französisch|spanisch|italienisch|polnisch|türkisch|russisch|arabisch|niederländisch|tschechisch|dänisch|german|english|french)").ok()
});
static LEVEL: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\b([ABC][12])\b").ok());

/// A verdict with its reason, if the requirement is of such a kind and the file says something
/// about it.
pub(super) fn judge(requirement: &str, applicant: &Applicant) -> Option<(Verdict, String)> {
    licence(requirement, applicant)
        .or_else(|| language(requirement, applicant))
        .or_else(|| years(requirement, applicant))
}

fn licence(requirement: &str, applicant: &Applicant) -> Option<(Verdict, String)> {
    let found = LICENCE.as_ref()?.captures(requirement)?;
    let class = found.get(1).map_or("", |class| class.as_str());
    let Some(own) = applicant.own.driving_licence.as_deref() else {
        return Some((Verdict::Missing, "in deinen Daten steht kein Führerschein".to_owned()));
    };
    let own_classes: Vec<String> = own
        .split(|c: char| !c.is_alphanumeric())
        .map(str::to_uppercase)
        .filter(|word| {
            word.chars().count() <= 3 && word.starts_with(['A', 'B', 'C', 'D', 'L', 'T'])
        })
        .collect();
    let includes = |own: &str| match own {
        "CE" => ["CE", "C", "C1", "C1E", "B", "BE"].contains(&class),
        "C" => ["C", "C1", "B"].contains(&class),
        "C1" => ["C1", "B"].contains(&class),
        "BE" => ["BE", "B"].contains(&class),
        "D" => ["D", "B"].contains(&class),
        "DE" => ["DE", "D", "BE", "B"].contains(&class),
        own => own == class,
    };
    if class.is_empty() || own_classes.iter().any(|own| includes(own)) {
        Some((Verdict::Shown, format!("dein Führerschein: {own}")))
    } else {
        Some((Verdict::Missing, format!("gefragt ist Klasse {class}, du hast {own}")))
    }
}

fn language(requirement: &str, applicant: &Applicant) -> Option<(Verdict, String)> {
    const ENGLISH: [(&str, &str); 3] =
        [("german", "deutsch"), ("english", "englisch"), ("french", "französisch")];
    let german = |name: &str| {
        let name = name.to_lowercase();
        ENGLISH.iter().find(|(en, _)| *en == name).map_or(name, |(_, de)| (*de).to_owned())
    };
    let asked = german(LANGUAGE.as_ref()?.find(requirement)?.as_str());
    // "Gute Deutsch- und Englischkenntnisse" asks for two; the words decide then.
    if LANGUAGE.as_ref()?.find_iter(requirement).count() > 1 {
        return None;
    }
    let own = applicant.languages.iter().find(|own| german(&own.name).starts_with(&asked))?;
    let said = if own.remark.is_empty() {
        own.name.clone()
    } else {
        format!("{} ({})", own.name, own.remark)
    };
    let level =
        |text: &str| LEVEL.as_ref()?.captures(text)?.get(1).map(|level| level.as_str().to_owned());
    let native = ["mutter", "native", "verhandlungssicher", "fließend", "fluent"]
        .iter()
        .any(|word| own.remark.to_lowercase().contains(word));
    match (level(requirement), level(&own.remark)) {
        (Some(asked), Some(own)) if own < asked => {
            Some((Verdict::Partly, format!("gefragt ist {asked}, in deinen Daten steht {said}")))
        }
        (Some(_), None) if !native => {
            Some((Verdict::Partly, format!("in deinen Daten steht {said}, ohne Stufe")))
        }
        _ => Some((Verdict::Shown, format!("in deinen Daten steht {said}"))),
    }
}

fn years(requirement: &str, applicant: &Applicant) -> Option<(Verdict, String)> {
    const WORDS: [&str; 10] =
        ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn"];
    let lower = requirement.to_lowercase();
    if !lower.contains("erfahrung") && !lower.contains("praxis") && !lower.contains("experience") {
        return None;
    }
    let found = YEARS.as_ref()?.captures(requirement)?.get(1)?.as_str().to_lowercase();
    let word = WORDS.iter().position(|word| found.starts_with(word)).map(|at| at + 1);
    let asked = u32::try_from(found.parse().ok().or(word)?).ok()?;
    let mut months = 0;
    for station in &applicant.work {
        let month = |text: &Option<String>| {
            let (year, month, _) = parse_date(text.as_deref()?)?;
            Some(year * 12 + month.unwrap_or(1))
        };
        // A station that goes on counts up to the newest date of the file: there is no clock here.
        let newest = applicant.work.iter().filter_map(|s| month(&s.end).or(month(&s.start))).max();
        if let (Some(start), Some(end)) = (month(&station.start), month(&station.end).or(newest)) {
            months += end.saturating_sub(start);
        }
    }
    if months == 0 {
        return None;
    }
    let (years, rest) = (months / 12, months % 12);
    let own = if years == 0 {
        format!("{rest} Monate")
    } else {
        format!("{years} Jahre und {rest} Monate")
    };
    let verdict = if months >= asked * 12 { Verdict::Shown } else { Verdict::Partly };
    Some((
        verdict,
        format!(
            "gefragt sind {asked} Jahre, deine abgeschlossenen Stationen ergeben {own}; ob es die richtigen sind, entscheidest du"
        ),
    ))
}
