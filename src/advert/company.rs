//! The company of an advertisement: the name that stands in it most often.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use super::pattern::{bare, first, pattern};

// Words that begin with a capital or join such words, up to a legal form.
pattern!(
    LEGAL_NAME,
    r"((?:[A-ZÄÖÜ0-9][\w&.+’'äöüÄÖÜß-]*|&|\+|und|für|der|von|am|an|zu)(?:\s+(?:[A-ZÄÖÜ0-9][\w&.+’'äöüÄÖÜß-]*|&|\+|und|für|der|des|von|am|an|zu))*\s+(?:gGmbH|GmbH(?:\s*&\s*Co\.?\s*(?:KGaA|KG|OHG))?|AG(?:\s*&\s*Co\.?\s*(?:KGaA|KG))?|KGaA|KG|SE(?:\s*&\s*Co\.?\s*KG)?|OHG|GbR|UG(?:\s*\(haftungsbeschränkt\))?|e\.\s?V\.|eG|e\.\s?K\.|mbH|PartG(?:\s?mbB)?|Stiftung|AöR|KdöR|Ltd\.?|Inc\.?))(?:\W|$)"
);
pattern!(
    PUBLIC_NAME,
    r"\b((?:Stadt|Landkreis|Gemeinde|Landeshauptstadt|Hansestadt|Kreis|Universität|Hochschule|Technische Universität|Klinikum|Universitätsklinikum|Krankenhaus|Stadtwerke|Bundesamt|Landesamt|Finanzamt|Landratsamt|Ministerium|Amt|Autohaus|Bäckerei|Hotel|Restaurant|Kanzlei|Praxis|Zahnarztpraxis|Kindertagesstätte|Kita|Tischlerei|Metzgerei|Gasthof)(?:\s+(?:für|am|an|der|des|im|zum|zur|von|Dr\.|&|und|[A-ZÄÖÜ][\wäöüß.’-]*))+)"
);
pattern!(
    LABELLED_COMPANY,
    r"(?i)^(?:firma|arbeitgeber(?:in)?|unternehmen|company|einrichtung|träger|auftraggeber)\s*:\s*(.+)$"
);

/// The name that stands in the text most often, earlier ones first.
pub(super) fn company(lines: &[String], title: &str) -> String {
    if let Some(named) = lines.iter().find_map(|line| first(&LABELLED_COMPANY, bare(line), 1)) {
        return named.trim_end_matches(['.', ',']).to_owned();
    }
    let mut found: Vec<String> = Vec::new();
    for pattern in [&LEGAL_NAME, &PUBLIC_NAME] {
        let Some(pattern) = pattern.as_ref() else { continue };
        for line in lines {
            for captures in pattern.captures_iter(bare(line)) {
                if let Some(name) = captures.get(1) {
                    found.push(company_name(name.as_str()));
                }
            }
        }
        found.retain(|name| name.split(' ').count() > 1 && *name != title);
        if !found.is_empty() {
            break;
        }
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for name in &found {
        *counts.entry(name).or_default() += 1;
    }
    let most = counts.values().max().copied().unwrap_or_default();
    found.iter().find(|name| counts.get(name.as_str()) == Some(&most)).cloned().unwrap_or_default()
}

/// The name without the words of the sentence before it.
fn company_name(text: &str) -> String {
    const LEADS: &[&str] = &[
        "Die",
        "Der",
        "Das",
        "Bei",
        "Wir",
        "Als",
        "Für",
        "In",
        "Unsere",
        "Unser",
        "Über",
        "Firma",
        "Zur",
        "Willkommen",
        "Seit",
        "An",
        "Mit",
        "Hier",
        "Kontakt",
        "Arbeitgeber",
        "Jetzt",
        "Den",
        "Dem",
        "Ihre",
        "Deine",
        "Bewerbung",
        "Standort",
        "Von",
        "Werde",
        "Werden",
        "Sie",
        "Im",
        "Am",
        "Beim",
        "und",
        "für",
        "der",
        "von",
        "am",
        "an",
        "zu",
        "&",
    ];
    let words: Vec<&str> = text.split_whitespace().collect();
    // A sentence may run into the name: "… Pflege. Die Muster GmbH".
    let after_stop = words
        .iter()
        .enumerate()
        .rev()
        .skip(1)
        .find(|(_, word)| word.ends_with('.') && word.chars().count() > 4 && !word.contains("Co"))
        .map_or(0, |(at, _)| at + 1);
    let words = words.get(after_stop..).unwrap_or_default();
    let last_lead = words
        .iter()
        .enumerate()
        .take(words.len().saturating_sub(1))
        .filter(|(at, word)| {
            LEADS.contains(word)
                && (*at == 0 || !["und", "für", "der", "von", "am", "an", "zu", "&"].contains(word))
        })
        .map(|(at, _)| at + 1)
        .next_back()
        .unwrap_or(0);
    let mut words = words.get(last_lead..).unwrap_or_default();
    while let [first, rest @ ..] = words
        && LEADS.contains(first)
        && rest.len() > 1
    {
        words = rest;
    }
    words.join(" ").trim_end_matches(',').to_owned()
}
