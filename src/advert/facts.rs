//! Title, company, contact, reference, place and start of an advertisement.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use super::Contact;

macro_rules! pattern {
    ($name:ident, $pattern:expr) => {
        static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new($pattern).ok());
    };
}

// `(m/w/d)` in all its spellings.
pattern!(
    TAG,
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
pattern!(
    CONTACT,
    r"\b(Frau|Herrn?|Hr\.|Fr\.)\s+((?:(?:Prof|Dr|Dipl|med|rer|nat|phil|jur|Ing|h\.\s?c)\.?[\s-]*(?:-Ing\.)?\s*)*)((?:(?:von|van|de|der|den|zu|vom|zur|ten|ter|da|dos)\s+)*[A-ZÄÖÜÇŞŁŠŽÉ][\p{L}’'-]+(?:\s+(?:(?:von|van|de|der|den|zu|vom|zur|ten|ter|da|dos)\s+)*[A-ZÄÖÜÇŞŁŠŽÉ][\p{L}’'-]+){0,2})"
);
pattern!(
    LABELLED_CONTACT,
    r"(?i)(?:ansprechpartner(?:in|/-?in|:in)?|ansprechperson|kontaktperson|kontakt|contact|fragen beantwortet(?: (?:ihnen|dir))?(?: gerne?)?|rückfragen an|ihre bewerbung richten sie (?:bitte )?an|bewerbung an|z\. ?hd\.?(?: von)?)\s*:?\s*((?i-u:)(?:(?:Prof|Dr)\.?\s*)*[A-ZÄÖÜÇŞŁŠŽ][\p{L}’'-]+(?:\s+(?:von|van|de|der|zu))*\s+[A-ZÄÖÜÇŞŁŠŽ][\p{L}’'-]+)"
);
pattern!(
    REFERENCE,
    r"(?i)(?:kennziffer|kenn-?nr\.?|referenz(?:nummer|code|-nr\.?|nr\.?)?|ref\.?[ -]?(?:nr\.?|nummer|code)|job-?id|stellen-?id|stellennummer|stellen-?nr\.?|ausschreibungs(?:nummer|-nr\.?)|chiffre|kennwort|reference(?: number)?|job number|vakanznummer|requisition id)\s*(?:\(.*?\)\s*)?(?:lautet|ist|an)?\s*[:#]?\s*((?:[\p{L}\d]+[-/_.–]?)*\d[\w/_.–-]*|[A-ZÄÖÜ][\w-]+-\w+)"
);
pattern!(
    LABELLED_PLACE,
    r"(?i)^(?:•\s*)?(?:(?:arbeits|dienst|einsatz|beschäftigungs)?ort|standort(?:e)?|dienstsitz|einsatzstelle|location|place of work)\s*:\s*(.+)$"
);
pattern!(
    POSTAL,
    r"\b(?:D-)?(\d{5})\s+([A-ZÄÖÜ][\p{L}.-]+(?:[ -](?:am|an|der|im|bei|ob|in|vor|a\.|[A-ZÄÖÜ(][\p{L}.)-]*))*)"
);
pattern!(
    IN_PLACE,
    r"\b(?:Standort|Filiale|Niederlassung|Büro|Werk|Betrieb|Praxis|Kita|Klinik|Team|Haus|Sitz) (?:in|im) ([A-ZÄÖÜ][\p{L}-]+(?: (?:am|an der|im|bei) [A-ZÄÖÜ][\p{L}-]+)?)"
);
// `in Kassel`; the last one on the line of the title.
pattern!(TITLE_PLACE, r"\bin ([A-ZÄÖÜ][\p{L}-]+(?: (?:am|an der|im|bei) [A-ZÄÖÜ][\p{L}-]+)?)");
pattern!(
    LABELLED_START,
    r"(?i)^(?:•\s*)?(?:(?:eintritt|beginn|start|arbeitsbeginn|besetzung)(?:stermin|sdatum|szeitpunkt|datum|termin)?|eintrittstermin|startdatum|start date|ausbildungsbeginn|zu besetzen)\s*:\s*(.+)$"
);
pattern!(
    START,
    r"(?i)\b((?:zum|ab dem|ab|per)\s+(?:\d{1,2}\.\s?(?:\d{1,2}\.\s?\d{4}|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?:\s+\d{4})?)|(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\s+\d{4}|(?:nächst|schnellst)?möglichen? (?:Zeitpunkt|Termin)|(?:nächst|schnellst)möglichen (?:Zeitpunkt|Termin)|sofort)|schnellstmöglich|sofort|ab sofort)\b"
);

fn first<'t>(pattern: &Option<Regex>, text: &'t str, group: usize) -> Option<&'t str> {
    pattern.as_ref()?.captures(text)?.get(group).map(|found| found.as_str().trim())
}

fn bare(line: &str) -> &str {
    line.strip_prefix("• ").unwrap_or(line)
}

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

pub(super) fn contact(lines: &[String]) -> Contact {
    let contact_words = [
        "ansprechpart",
        "kontakt",
        "fragen",
        "bewerbung",
        "auskunft",
        "auskünfte",
        "telefon",
        "tel.",
        "@",
        "freut sich",
        "ansprechperson",
        "hd.",
        "erreichst",
        "erreichen",
    ];
    let mut best: Option<(usize, Contact)> = None;
    for (at, line) in lines.iter().enumerate() {
        let Some(captures) = CONTACT.as_ref().and_then(|pattern| pattern.captures(line)) else {
            continue;
        };
        let group = |number: usize| captures.get(number).map_or("", |found| found.as_str().trim());
        let near = lines.get(at.saturating_sub(2)..(at + 3).min(lines.len())).unwrap_or_default();
        let near = near.join(" ").to_lowercase();
        let score = contact_words.iter().filter(|word| near.contains(*word)).count();
        let contact = Contact {
            address: if group(1).starts_with("Fr") { "Frau" } else { "Herr" }.to_owned(),
            academic: academic(group(2)),
            name: person(group(3)),
        };
        if !contact.name.is_empty() && best.as_ref().is_none_or(|(other, _)| score > *other) {
            best = Some((score, contact));
        }
    }
    if let Some((_, contact)) = best {
        return contact;
    }
    for (at, line) in lines.iter().enumerate() {
        // The name may stand on the line below its label.
        let next = lines.get(at + 1).map_or("", String::as_str);
        for text in [line.clone(), format!("{line} {next}")] {
            if let Some(name) = first(&LABELLED_CONTACT, &text, 1) {
                let (academic, name) = split_academic(name);
                let name = person(&name);
                if name.contains(' ') {
                    return Contact { address: String::new(), academic, name };
                }
            }
        }
    }
    Contact::default()
}

fn academic(text: &str) -> String {
    let words: Vec<&str> = text
        .split_whitespace()
        .filter(|word| ["Prof.", "Dr.", "Prof", "Dr"].contains(word))
        .collect();
    words
        .iter()
        .map(|word| format!("{}.", word.trim_end_matches('.')))
        .collect::<Vec<_>>()
        .join(" ")
}

fn split_academic(name: &str) -> (String, String) {
    let (titles, rest): (Vec<&str>, Vec<&str>) =
        name.split_whitespace().partition(|word| ["Prof.", "Dr.", "Prof", "Dr"].contains(word));
    (academic(&titles.join(" ")), rest.join(" "))
}

/// A person's name without words that only follow it.
fn person(text: &str) -> String {
    const NOT_NAMES: &[&str] = &[
        "Telefon",
        "Tel",
        "E-Mail",
        "Email",
        "Personalabteilung",
        "Personal",
        "Leitung",
        "Leiterin",
        "Leiter",
        "Mail",
        "Unter",
        "Unsere",
        "Sie",
        "Gerne",
        "Bitte",
        "Herr",
        "Frau",
        "Recruiting",
        "Mobil",
        "HR",
        "Oder",
        "Per",
        "Fachbereich",
        "Abteilung",
        "GmbH",
        "AG",
        "Musterweg",
    ];
    let words: Vec<&str> = text
        .split_whitespace()
        .take_while(|word| !NOT_NAMES.contains(&word.trim_matches(|c: char| !c.is_alphanumeric())))
        .collect();
    words.join(" ").trim_end_matches([',', '.']).to_owned()
}

pub(super) fn reference(lines: &[String]) -> String {
    lines.iter().find_map(|line| first(&REFERENCE, line, 1)).map_or_else(String::new, |found| {
        found.trim_end_matches(['.', ',', '-', '–', '/', ')']).to_owned()
    })
}

pub(super) fn place(lines: &[String]) -> String {
    let labelled = lines.iter().find_map(|line| first(&LABELLED_PLACE, line, 1));
    if let Some(place) = labelled {
        let town = |place| Some(POSTAL.as_ref()?.captures(place)?.get(2)?.as_str());
        let place = town(place).unwrap_or(place);
        let ends = ["(", "|", ";", "/", ",", " oder ", " und "];
        let end = ends.iter().filter_map(|end| place.find(end)).min().unwrap_or(place.len());
        return place.get(..end).unwrap_or(place).trim().trim_end_matches('.').to_owned();
    }
    const NO_PLACES: &[&str] =
        &["Vollzeit", "Teilzeit", "Voll", "Festanstellung", "Schicht", "Wechselschicht"];
    let tagged = lines.iter().find_map(|line| {
        let tag = TAG.as_ref()?.find(line)?;
        let found = TITLE_PLACE.as_ref()?.captures_iter(line.get(tag.end()..)?);
        let places = found.filter_map(|captures| captures.get(1)).map(|place| place.as_str());
        places.filter(|place| !NO_PLACES.contains(place)).last()
    });
    tagged
        .or_else(|| lines.iter().find_map(|line| first(&IN_PLACE, line, 1)))
        .or_else(|| lines.iter().rev().find_map(|line| first(&POSTAL, line, 2)))
        .map_or_else(String::new, |place| place.trim_end_matches(['.', ',']).to_owned())
}

pub(super) fn start(lines: &[String]) -> String {
    lines
        .iter()
        .find_map(|line| first(&LABELLED_START, line, 1))
        .or_else(|| lines.iter().find_map(|line| first(&START, line, 1)))
        .map_or_else(String::new, |start| {
            let start = start.trim_end_matches(['.', ',', '!']);
            let sentence = ["Zum ", "Ab ", "Per "].iter().any(|word| start.starts_with(word));
            if sentence { lower_first(start) } else { start.to_owned() }
        })
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
