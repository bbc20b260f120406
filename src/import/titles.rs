//! Titles as classifications write them: both genders in one label, divided by a slash.

use crate::corpus::profile::{Inflection, Title};
use crate::tailoring;

/// `Koch/Köchin` as a pair; a label without a pair stands for everybody.
pub(super) fn title(label: &str, language: &str) -> Title {
    let (masculine, feminine) = pair(label).unwrap_or((label, label));
    let class = if language == "de" {
        tailoring::grammar::guess_class(masculine, feminine)
    } else {
        Inflection::English
    };
    Title {
        masculine: masculine.trim().to_owned(),
        feminine: feminine.trim().to_owned(),
        neutral: None,
        class,
    }
}

/// Both forms of a name, or the one there is.
pub(super) fn forms(label: &str) -> Vec<String> {
    if let Some((masculine, feminine)) = pair(label) {
        return vec![masculine.trim().to_owned(), feminine.trim().to_owned()];
    }
    for (mark, ending) in [("/-in", "in"), ("/in", "in")] {
        if let Some((before, after)) = label.split_once(mark)
            && !after.starts_with(char::is_alphabetic)
            && before.ends_with(char::is_alphabetic)
        {
            return vec![format!("{before}{after}"), format!("{before}{ending}{after}")];
        }
    }
    for mark in ["mann/-frau", "mann/frau"] {
        if let Some((before, after)) = label.split_once(mark) {
            return vec![format!("{before}mann{after}"), format!("{before}frau{after}")];
        }
    }
    vec![label.to_owned()]
}

/// Splits at the slash whose two sides begin alike and are about as long; there may be other
/// slashes in either half.
fn pair(label: &str) -> Option<(&str, &str)> {
    let same_start = |a: &str, b: &str| {
        let fold = |c: char| match c {
            'ä' | 'Ä' => 'a',
            'ö' | 'Ö' => 'o',
            'ü' | 'Ü' => 'u',
            c => c.to_ascii_lowercase(),
        };
        a.chars().map(fold).zip(b.chars().map(fold)).take_while(|(a, b)| a == b).count()
    };
    label
        .match_indices('/')
        .filter_map(|(at, _)| Some((label.get(..at)?.trim(), label.get(at + 1..)?.trim())))
        .filter(|(a, b)| {
            let (long, short) = (a.len().max(b.len()), a.len().min(b.len()));
            short >= 3 && long - short <= 4 + long / 3 && same_start(a, b) >= 3
        })
        .max_by_key(|(a, b)| (same_start(a, b), std::cmp::Reverse(a.len().abs_diff(b.len()))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_come_apart_at_the_right_slash() {
        for (label, expected) in [
            ("Koch/Köchin", ("Koch", "Köchin")),
            ("Arzt/Ärztin", ("Arzt", "Ärztin")),
            (
                "Maler und Lackierer/Malerin und Lackiererin",
                ("Maler und Lackierer", "Malerin und Lackiererin"),
            ),
            (
                "Import-/Exportmanager für Fleisch/Import-/Exportmanagerin für Fleisch",
                ("Import-/Exportmanager für Fleisch", "Import-/Exportmanagerin für Fleisch"),
            ),
            ("Kaufmann im Handel/Kauffrau im Handel", ("Kaufmann im Handel", "Kauffrau im Handel")),
        ] {
            assert_eq!(pair(label), Some(expected), "{label}");
        }
        for label in ["Fachkraft Öl/Gas", "Fachkraft", "CI/CD", "Softwareentwickler/in"] {
            assert_eq!(pair(label), None, "{label}");
        }
    }

    #[test]
    fn short_forms_are_written_out() {
        for (label, expected) in [
            ("Backend-Entwickler/in", &["Backend-Entwickler", "Backend-Entwicklerin"][..]),
            (
                "Entwickler/in - Datenvisualisierung",
                &["Entwickler - Datenvisualisierung", "Entwicklerin - Datenvisualisierung"],
            ),
            ("Informatikkaufmann/-frau", &["Informatikkaufmann", "Informatikkauffrau"]),
            ("Museologe/Museologin", &["Museologe", "Museologin"]),
            ("Data Scientist", &["Data Scientist"]),
        ] {
            assert_eq!(forms(label), expected, "{label}");
        }
    }
}
