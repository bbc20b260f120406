//! The words of a profile: filler, the form of address, people named by one gender only.

use crate::corpus::problem::Problem;
use crate::corpus::profile::Profile;

/// Words that promise without saying what.
const FILLER: &[&str] = &[
    "spannend",
    "vielfältig",
    "abwechslungsreich",
    "zukunftssicher",
    "innovativ",
    "dynamisch",
    "leidenschaft",
    "in der heutigen zeit",
    "spielt eine wichtige rolle",
];

/// Masculine plurals that texts about work need again and again. Naming people by one of them
/// leaves half of them out, unless the feminine form stands beside it.
const GENERIC_MASCULINE: &[&str] = &[
    "Kunden",
    "Mitarbeiter",
    "Mitarbeitern",
    "Kollegen",
    "Patienten",
    "Nutzer",
    "Nutzern",
    "Anwender",
    "Anwendern",
    "Entwickler",
    "Entwicklern",
    "Schüler",
    "Schülern",
    "Lehrer",
    "Lehrern",
    "Bewerber",
    "Bewerbern",
    "Teilnehmer",
    "Teilnehmern",
    "Besucher",
    "Besuchern",
    "Bewohner",
    "Bewohnern",
    "Handwerker",
    "Handwerkern",
    "Ingenieure",
    "Ingenieuren",
    "Administratoren",
    "Ärzte",
    "Ärzten",
    "Verkäufer",
    "Verkäufern",
    "Käufer",
    "Käufern",
    "Fahrer",
    "Fahrern",
];

/// Words on either side among which the feminine form may stand.
const NEAR: usize = 4;

pub(super) fn check(file: &str, profile: &Profile, problems: &mut Vec<Problem>) {
    for (place, text) in prose(profile) {
        let block = place.starts_with("snippets");
        let mut say = |message: String| problems.push(Problem::at(file, place.clone(), message));
        if text.starts_with(super::UNWRITTEN) {
            say("noch zu schreiben".to_owned());
        }
        let lower = text.to_lowercase();
        for filler in FILLER.iter().filter(|filler| lower.contains(*filler)) {
            say(format!("„{filler}“ sagt nichts; nenne, was genau"));
        }
        if text.contains("  ") {
            say("zwei Leerzeichen hintereinander".to_owned());
        }
        if text.contains('"') {
            say("deutsche Anführungszeichen sind „ und “".to_owned());
        }
        if block {
            continue;
        }
        for word in generic_masculine(text) {
            say(format!("„{word}“ nennt nur Männer; nimm beide Formen oder ein neutrales Wort"));
        }
        if addresses_formally(text) {
            say("der Text sagt „Sie“; in Profilen heißt es „du“".to_owned());
        }
    }
    names_both_genders(file, profile, problems);
}

fn generic_masculine(text: &str) -> Vec<&str> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty()).collect();
    let feminine = |word: &&str| {
        word.contains("innen") || (word.ends_with("in") && word.starts_with(char::is_uppercase))
    };
    let alone = |at: usize| {
        let near = at.saturating_sub(NEAR)..(at + NEAR + 1).min(words.len());
        !words.get(near).unwrap_or_default().iter().any(feminine)
    };
    words
        .iter()
        .enumerate()
        .filter(|(at, word)| GENERIC_MASCULINE.contains(word) && alone(*at))
        .map(|(_, word)| *word)
        .collect()
}

/// Formal address in the middle of a sentence, outside of quotations.
fn addresses_formally(text: &str) -> bool {
    let mut quoted = false;
    let mut previous = ' ';
    for word in text.split_inclusive(' ') {
        quoted |= word.contains('„');
        let bare = word.trim_matches(|c: char| !c.is_alphabetic());
        if !quoted
            && previous.is_lowercase()
            && ["Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer"].contains(&bare)
        {
            return true;
        }
        quoted &= !word.contains('“');
        previous = word.trim_end().chars().next_back().unwrap_or(' ');
    }
    false
}

/// Both titles stand in the first texts, as written or in another case.
fn names_both_genders(file: &str, profile: &Profile, problems: &mut Vec<Problem>) {
    let title = &profile.title;
    if title.masculine == title.feminine {
        return;
    }
    let texts: Vec<&str> =
        profile.overview.iter().map(String::as_str).chain([profile.tasks.intro.as_str()]).collect();
    let text = texts.join(" ").to_lowercase();
    // The last word in which the forms differ carries the gender.
    let differing = title
        .masculine
        .split(' ')
        .zip(title.feminine.split(' '))
        .filter(|(masculine, feminine)| masculine != feminine)
        .last();
    let Some((_, feminine)) = differing else { return };
    let feminine = feminine.to_lowercase();
    // Angestellte stands as Angestellten too.
    let feminine = feminine.strip_suffix('e').unwrap_or(&feminine);
    if !text.contains(feminine) {
        let message = format!("„{}“ kommt nicht vor; nenne am Anfang beide Formen", title.feminine);
        problems.push(Problem::at(file, "overview", message));
    }
}

/// Every sentence a person wrote in a profile, with its place. Figures, laws and codes are
/// quoted from elsewhere and may repeat.
pub fn prose(profile: &Profile) -> Vec<(String, &str)> {
    fn list<'a>(out: &mut Vec<(String, &'a str)>, place: &str, texts: &'a [String]) {
        out.extend(
            texts.iter().enumerate().map(|(at, text)| (format!("{place}[{at}]"), text.as_str())),
        );
    }
    let mut out = vec![("summary".to_owned(), profile.summary.as_str())];
    list(&mut out, "overview", &profile.overview);
    out.push(("tasks.intro".into(), &profile.tasks.intro));
    list(&mut out, "tasks.items", &profile.tasks.items);
    out.push(("workplaces.intro".into(), &profile.workplaces.intro));
    list(&mut out, "workplaces.branches", &profile.workplaces.branches);
    list(&mut out, "workplaces.conditions", &profile.workplaces.conditions);
    list(&mut out, "entry.training.text", &profile.entry.training.text);
    list(&mut out, "entry.study.text", &profile.entry.study.text);
    list(&mut out, "entry.career_change.text", &profile.entry.career_change.text);
    for (at, rung) in profile.career.ladder.iter().enumerate() {
        out.push((format!("career.ladder[{at}].text"), &rung.text));
    }
    list(&mut out, "pay.drivers", &profile.pay.drivers);
    list(&mut out, "application.folder", &profile.application.folder);
    list(&mut out, "application.work_samples", &profile.application.work_samples);
    list(&mut out, "application.recruiters", &profile.application.recruiters);
    for (at, tip) in profile.tips.iter().enumerate() {
        out.push((format!("tips[{at}].question"), &tip.question));
        out.push((format!("tips[{at}].hint"), &tip.hint));
    }
    list(&mut out, "fits", &profile.fits);
    for (at, snippet) in profile.snippets.iter().enumerate() {
        out.push((format!("snippets[{at}].text"), &snippet.text));
    }
    for (at, related) in profile.related.iter().enumerate() {
        out.push((format!("related[{at}].why"), &related.why));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_named_by_both_forms_or_neither() {
        for (text, expected) in [
            ("Du berätst Kunden am Telefon.", &["Kunden"][..]),
            ("Du berätst Kundinnen und Kunden am Telefon.", &[]),
            ("Bringt die Bewerberin oder der Bewerber Geduld mit?", &[]),
            ("Du sprichst mit Ärztinnen, Ärzten und Pflegekräften.", &[]),
            ("Der Kundendienst meldet sich bei der Kundschaft.", &[]),
        ] {
            assert_eq!(generic_masculine(text), expected, "{text}");
        }
    }

    #[test]
    fn formal_address_is_found_outside_of_quotations() {
        for (text, expected) in [
            ("Zeige den Leuten, dass Sie es können.", true),
            ("Dort zeigen Sie es.", true),
            ("Dort steht „behalten Sie das“ im Brief.", false),
            ("Sie liegt im Keller.", false),
        ] {
            assert_eq!(addresses_formally(text), expected, "{text}");
        }
    }
}
