//! The title of an advertisement, without the tag for all genders and what surrounds it.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern::{bare, first, pattern};

// `(m/w/d)` in all its spellings.
pattern!(
    pub(super) TAG,
    r"(?i)\(\s*(?:m|w|d|f|x|i|gn|div|divers|all genders|alle)(?:\s*[/|,*:\-]\s*(?:m|w|d|f|x|i|gn|div\.?|divers|a))*\s*\)|\b[mwf]\s*/\s*[mwf]\s*/\s*(?:d|x|i|divers|gn)\b|\bmwd\b"
);
// What stands before the title in a sentence.
pattern!(
    BEFORE_TITLE,
    r"(?i)^.*\b(?:suchen?|sucht|gesucht|verstärkung|stellenangebot|stellenausschreibung|stelle als|position als|job als|ausbildung (?:zum|zur)|ausbildungsplatz (?:zum|zur)|als|eine[nr]?|mehrere|zwei|drei|engagierten?|motivierten?|erfahrenen?|zuverlässigen?|freundlichen?)(?:/n|\(n\)|/-n|/r|\(r\))?\b:?\s+"
);
// What follows a title without being part of it.
pattern!(
    AFTER_TITLE,
    r"(?i)\s*(?:[-–|,]\s*)?\b(?:in (?:vollzeit|teilzeit|voll|festanstellung)|ab sofort|zum nächstmöglichen|für (?:unser|den standort|unsere|die filiale|das team|mehrere)|gesucht|unbefristet|befristet|in [A-ZÄÖÜ][\wäöüß]+(?: (?:am|an der|im|bei) [A-ZÄÖÜ][\wäöüß]+)?$|\d{1,3} ?%|vollzeit|teilzeit|minijob|homeoffice|remote|ref\.|kennziffer).*$"
);
pattern!(
    LABELLED_TITLE,
    r"(?i)^(?:stelle|position|jobtitel|stellentitel|stellenbezeichnung|beruf|job title|title|wir suchen|gesucht|stellenangebot|stellenausschreibung)\s*:\s*(.+)$"
);

/// The title, without the tag for all genders and what surrounds it in a sentence.
pub(super) fn title(lines: &[String]) -> String {
    let tagged = lines.iter().find_map(|line| {
        let found = TAG.as_ref()?.find(line)?;
        let before = bare(line.get(..found.start())?).trim();
        let after = line.get(found.end()..).unwrap_or_default();
        Some((before.to_owned(), after.to_owned(), line.clone()))
    });
    if let Some((before, after, _)) = tagged {
        let tail = specialised(&after);
        let name = without_lead(&before);
        if !name.is_empty() {
            return format!("{}{tail}", tidy(name));
        }
        // The tag stands alone: the title is the line above it.
        if let Some(at) =
            lines.iter().position(|line| TAG.as_ref().is_some_and(|t| t.is_match(line)))
            && let Some(above) = lines.get(..at).and_then(|l| l.iter().rfind(|l| !l.is_empty()))
        {
            return tidy(bare(above));
        }
    }
    if let Some(labelled) = lines.iter().find_map(|line| first(&LABELLED_TITLE, bare(line), 1)) {
        return tidy(without_lead(labelled));
    }
    // A heading that asks for somebody, else the first short line.
    let asking = lines.iter().find_map(|line| {
        let rest = BEFORE_TITLE.as_ref()?.find(line)?;
        let name = line.get(rest.end()..)?.trim();
        (line.to_lowercase().contains("such") && name.starts_with(char::is_uppercase))
            .then_some(name)
    });
    if let Some(name) = asking {
        return tidy(name.split(['.', ',', '!']).next().unwrap_or(name));
    }
    lines
        .iter()
        .find(|line| !line.is_empty() && line.chars().count() <= 70)
        .map_or_else(String::new, |line| tidy(bare(line)))
}

/// The part of a title behind its tag that belongs to it: `für Systemintegration`, `Schwerpunkt …`.
fn specialised(after: &str) -> String {
    let after = after.trim_start();
    let belongs = [
        "für ",
        "im Bereich ",
        "Schwerpunkt ",
        "mit Schwerpunkt ",
        "- Schwerpunkt ",
        "Fachrichtung ",
        "im Einzelhandel",
        "im Groß",
    ];
    let own = ["für unser", "für den Standort", "für das Team", "für die Filiale", "für mehrere"];
    if belongs.iter().any(|start| after.starts_with(start))
        && !own.iter().any(|start| after.starts_with(start))
    {
        let tail = AFTER_TITLE.as_ref().map_or(after.into(), |r| r.replace(after, ""));
        let tail = tail.split(['.', ',', '|', '!']).next().unwrap_or_default().trim();
        if tail.chars().count() <= 60 && !tail.is_empty() {
            return format!(" {tail}");
        }
    }
    String::new()
}

fn without_lead(text: &str) -> &str {
    let training = [
        "Ausbildung zum/zur ",
        "Ausbildung zur/zum ",
        "Ausbildung zum ",
        "Ausbildung zur ",
        "Ausbildungsplatz als ",
        "Ausbildung als ",
        "Ausbildung: ",
    ];
    if let Some(rest) = training.iter().find_map(|lead| text.strip_prefix(lead)) {
        return rest;
    }
    let text = text.rsplit(['!', '|']).next().unwrap_or(text).trim();
    let text = match text.rsplit_once(": ") {
        Some((_, after)) if after.chars().count() > 3 => after,
        _ => text,
    };
    // Only in a sentence: "Referentin als Springerin" is a title.
    let sentence =
        text.split(' ').any(|word| word.starts_with(char::is_lowercase) && word.len() > 3);
    if sentence
        && let Some(found) = BEFORE_TITLE.as_ref().and_then(|pattern| pattern.find(text))
        && let Some(rest) = text.get(found.end()..)
        && rest.chars().next().is_some_and(char::is_uppercase)
    {
        return rest;
    }
    text
}

fn tidy(text: &str) -> String {
    let without_tag = TAG.as_ref().map_or(text.into(), |tag| tag.replace_all(text, ""));
    let cut = AFTER_TITLE.as_ref().map_or(without_tag.clone(), |r| {
        std::borrow::Cow::Owned(r.replace(&without_tag, "").into_owned())
    });
    let cut = if cut.trim().is_empty() { without_tag } else { cut };
    let words = cut.split_whitespace().collect::<Vec<_>>().join(" ");
    let title = words.trim_matches(|c: char| !c.is_alphanumeric() && !"()/#+.".contains(c));
    in_small_letters(title.trim_end_matches('.'))
}

/// A title shouted in capitals, written as titles are. Abbreviations stay.
fn in_small_letters(title: &str) -> String {
    if title.chars().any(char::is_lowercase) || title.chars().count() < 7 {
        return title.to_owned();
    }
    let small = ["FÜR", "UND", "IM", "IN", "AN", "AM", "DER", "DES", "MIT", "ZUR", "ZUM", "AUF"];
    let words = title.split(' ').map(|word| {
        if small.contains(&word) {
            word.to_lowercase()
        } else if word.chars().count() <= 3 {
            word.to_owned()
        } else {
            let mut letters = word.chars();
            letters.next().into_iter().chain(letters.flat_map(char::to_lowercase)).collect()
        }
    });
    words.collect::<Vec<String>>().join(" ")
}
