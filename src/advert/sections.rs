//! Tasks and requirements: under their headings, or by the words of the sentences.

use std::sync::LazyLock;

use regex::Regex;

#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) tasks: Vec<String>,
    pub(super) requirements: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    Tasks,
    Requirements,
    /// Offers, contact, about us.
    Other,
}

/// Headings by what they announce. Compared with a whole short line, so that a sentence in which
/// such a word stands begins no section.
static HEADINGS: LazyLock<Vec<(Section, Regex)>> = LazyLock::new(|| {
    let heading = |section, pattern: &str| {
        Regex::new(&format!("(?i)^(?:{pattern})$")).ok().map(|regex| (section, regex))
    };
    [
        heading(
            Section::Other,
            "(das |was )?(wir )?bieten( wir)?( (ihnen|dir|euch))?|(was|das) wir (ihnen|dir|euch)? ?bieten|unser angebot.*|(ihre|deine|eure)? ?(vorteile|benefits)( .*)?|benefits|what we offer|we offer|freuen sie sich auf|darauf (kannst du dich|können sie sich) freuen|(ihr|dein)?e? ?(kontakt|ansprechpartner(in)?|ansprechperson|bewerbung)|kontakt|(über|about) (uns|us)|wir über uns|wer wir sind|das sind wir|unternehmen|interesse( geweckt)?|haben wir (ihr|dein) interesse geweckt|jetzt bewerben|so bewerben sie sich|das klingt gut|noch fragen|fragen|hinweise?|vergütung|gehalt|rahmenbedingungen|weitere informationen",
        ),
        heading(
            Section::Tasks,
            "(ihre|deine|eure|die|unsere)? ?(neuen |wesentlichen )?(haupt)?(aufgaben?|tätigkeiten|aufgabengebiete?|tätigkeitsfelder|verantwortung|aufgabenbereiche?|rolle|job|mission)( (umfassen|sind|bei uns|im überblick|im einzelnen|und verantwortung).*)?|(das|was) (erwartet|machst) (sie|dich|euch|du)( bei uns)?|was (sie|dich|euch) (bei uns )?erwartet|(das|was) (sind|werden) (ihre|deine) aufgaben|was du (bei uns )?(machst|tust|bewegst)|was sie (bei uns )?(tun|machen|bewegen)|ihr aufgabengebiet( umfasst)?|ihr (einsatzgebiet|arbeitsgebiet)|darum geht('|’)?s|das machst du|womit du dich beschäftigst|stellenbeschreibung|tätigkeitsbeschreibung|zu (ihren|deinen) (wesentlichen )?aufgaben (gehören|zählen)( .*)?|your (tasks|responsibilities|role)|responsibilities|tasks|what you('|’)ll do|so sieht (dein|ihr) (arbeitsalltag|alltag) aus|wofür (wir sie|wir dich) brauchen",
        ),
        heading(
            Section::Requirements,
            "(ihr|dein|euer|unser|das)? ?((fach|anforderungs|wunsch)?profil|anforderungsprofil)( .{0,24})?|(unsere|ihre|die|deine)? ?(anforderungen|voraussetzungen|qualifikation(en)?|kompetenzen|kenntnisse)( .{0,30})?|(das|was) (bringen sie|bringst du|sie|du)( .{0,20})? ?mit(bringen|bringst|bringt)?|was (sie|du) mit(bringen|bringst)( sollten| solltest)?|das (solltest du|sollten sie) mitbringen|(das|was) (wünschen|erwarten) wir( uns)?( von (ihnen|dir))?|wir (erwarten|wünschen uns|suchen)( von (ihnen|dir))?|was wir (erwarten|uns wünschen|von ihnen erwarten|suchen)|(damit|so) (überzeugen sie|überzeugst du|passt du|begeistern sie|begeisterst du)( .{0,16})?|sie passen zu uns,? wenn.*|du passt zu uns,? wenn.*|das zeichnet (sie|dich) aus|(ihre|deine) (fähigkeiten|stärken|qualifikation|erfahrung(en)?)|wen wir suchen|wer (sie sind|du bist)|your profile|requirements|qualifications|what you bring|skills|was (solltest du|sollten sie|musst du) (mitbringen|können)|wir wünschen uns",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
});

/// Sentences that ask for something, in advertisements without headings.
static ASKING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(erwarten wir|wir erwarten|setzen wir voraus|voraussetzung|sie verfügen|du verfügst|sie bringen|du bringst|sie haben|du hast|sie besitzen|du besitzt|wünschenswert|von vorteil|abgeschlossene|führerschein|kenntnisse|erfahrung (in|mit|als)|berufserfahrung|teamfähig|zuverlässig)").ok()
});
/// Sentences that tell what there is to do.
static DOING: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(zu ihren aufgaben|zu deinen aufgaben|ihre aufgaben|deine aufgaben|sie übernehmen|du übernimmst|sie sind (zuständig|verantwortlich)|du bist (zuständig|verantwortlich)|sie (betreuen|planen|beraten|pflegen|bedienen|unterstützen)|du (betreust|planst|berätst|pflegst|bedienst|unterstützt)|tätigkeiten? (umfasst|umfassen))").ok()
});

pub(super) fn find(lines: &[String]) -> Found {
    let mut found = Found::default();
    let mut section = Section::Other;
    let mut listed = false;
    for line in lines {
        let (heading, rest) = split_heading(line);
        if let Some(next) = heading.and_then(section_of) {
            section = next;
            listed = false;
            if !rest.is_empty() {
                add(&mut found, section, rest);
            }
            continue;
        }
        if section == Section::Other || line.is_empty() {
            continue;
        }
        let item = line.starts_with("• ");
        let continued = line.starts_with(char::is_lowercase);
        // A list ends with the first line that is none of its own; a paragraph at the next label.
        if (listed && !item && !continued) || (!item && heading.is_some() && line.contains(": ")) {
            section = Section::Other;
            continue;
        }
        if listed && continued {
            extend_last(&mut found, section, line);
        } else {
            add(&mut found, section, line);
        }
        listed |= item;
    }
    if found.tasks.is_empty() && found.requirements.is_empty() {
        by_sentence(lines, &mut found);
    }
    found
}

/// A heading stands alone on its line, or before a colon with its first entry behind it.
fn split_heading(line: &str) -> (Option<&str>, &str) {
    let bare = line.strip_prefix("• ").unwrap_or(line);
    let short = |text: &str| text.chars().count() <= 60;
    if let Some((before, after)) = bare.split_once(':')
        && short(before)
    {
        return (Some(before.trim()), after.trim());
    }
    if line.starts_with("• ") || !short(bare) {
        return (None, "");
    }
    let sign = |c: char| !c.is_alphanumeric() && c != ')';
    (Some(bare.trim_matches(sign)), "")
}

fn section_of(heading: &str) -> Option<Section> {
    let heading = heading.trim_matches(|c: char| !c.is_alphanumeric());
    HEADINGS.iter().find(|(_, regex)| regex.is_match(heading)).map(|(section, _)| *section)
}

fn add(found: &mut Found, section: Section, line: &str) {
    let list = match section {
        Section::Tasks => &mut found.tasks,
        Section::Requirements => &mut found.requirements,
        Section::Other => return,
    };
    match line.strip_prefix("• ") {
        Some(item) => list.push(tidy(item)),
        None => list.extend(sentences(line).into_iter().map(tidy)),
    }
    list.retain(|entry| entry.chars().count() > 2);
}

/// A line that goes on with the entry above it.
fn extend_last(found: &mut Found, section: Section, line: &str) {
    let list = match section {
        Section::Tasks => &mut found.tasks,
        Section::Requirements => &mut found.requirements,
        Section::Other => return,
    };
    if let Some(last) = list.last_mut() {
        *last = format!("{last} {}", tidy(line));
    }
}

/// Sentences of a paragraph; a list within one sentence is divided at its semicolons.
fn sentences(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let after = text.get(end..).unwrap_or_default();
        let before = text.get(start..at).unwrap_or_default();
        let last_word = before.rsplit(' ').next().unwrap_or_default();
        // "z. B.", "Dr.", "e. V." and "1. August" end no sentence.
        let abbreviation = last_word.chars().count() == 1
            || last_word.chars().count() <= 3 && !last_word.ends_with(char::is_lowercase)
            || [
                "Dr", "Nr", "bzw", "ggf", "inkl", "ca", "o.ä", "etc", "B", "Std", "Fa", "min",
                "mind",
            ]
            .contains(&last_word)
            || last_word.chars().all(|c| c.is_ascii_digit());
        let next_is_sentence = after.starts_with(' ')
            && after.trim_start().starts_with(|c: char| c.is_uppercase() || c == '•');
        if c == ';' || (matches!(c, '.' | '!' | '?') && !abbreviation && next_is_sentence) {
            parts.push(before);
            start = end;
        }
    }
    parts.push(text.get(start..).unwrap_or_default());
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

fn by_sentence(lines: &[String], found: &mut Found) {
    let matches =
        |regex: &Option<Regex>, text: &str| regex.as_ref().is_some_and(|r| r.is_match(text));
    for line in lines {
        for sentence in sentences(line.strip_prefix("• ").unwrap_or(line)) {
            if matches(&DOING, sentence) {
                found.tasks.push(tidy(sentence));
            } else if matches(&ASKING, sentence) {
                found.requirements.push(tidy(sentence));
            }
        }
    }
}

fn tidy(text: &str) -> String {
    text.trim().trim_end_matches(['.', ';', ',']).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_they_do() {
        assert_eq!(
            sentences(
                "Du kochst z. B. Suppen. Am 1. August geht es los; bring Dr. Oetker mit! Ja."
            ),
            ["Du kochst z. B. Suppen", "Am 1. August geht es los", "bring Dr. Oetker mit", "Ja."]
        );
    }

    #[test]
    fn headings_are_told_from_sentences() {
        for (line, expected) in [
            ("Ihre Aufgaben", Some(Section::Tasks)),
            ("Das erwartet Sie:", Some(Section::Tasks)),
            ("WAS DU MITBRINGST", Some(Section::Requirements)),
            ("Ihr Profil:", Some(Section::Requirements)),
            ("Dein Profil – das bringst du mit", Some(Section::Requirements)),
            ("Wir bieten", Some(Section::Other)),
            ("Requirements", Some(Section::Requirements)),
            ("Unser Profil im Netz finden Sie auf der Website der Firma.", None),
            ("• Profil schärfen", None),
        ] {
            let found = split_heading(line).0.and_then(section_of);
            assert_eq!(found, expected, "{line}");
        }
    }
}
