//! Feminine, plural and neutral forms of an occupation led to one form.

/// Words on `-in` that are not feminine forms, by their endings.
const NOT_FEMININE: [&str; 14] = [
    "min",
    "zin",
    "plin",
    "berlin",
    "login",
    "plugin",
    "martin",
    "robin",
    "satin",
    "latin",
    "terpentin",
    "insulin",
    "stevin",
    "protein",
];

/// Second parts that name the person; all stand for the same occupation.
const PERSON: [&str; 14] = [
    "fachpersonen",
    "fachperson",
    "frauen",
    "frau",
    "maennern",
    "maenner",
    "mannern",
    "manner",
    "mannes",
    "manns",
    "mann",
    "leuten",
    "leute",
    "maennin",
];

/// `entwicklerinnen` and `entwicklerin` become `entwickler`; `None` for words of another kind.
pub(crate) fn without_feminine_ending(folded: &str) -> Option<&str> {
    let (base, shortest) = if let Some(base) = folded.strip_suffix("innen") {
        (base, 4)
    } else {
        (folded.strip_suffix("in")?, 3)
    };
    let ends_in_consonant = !base.ends_with(['a', 'e', 'i', 'o', 'u', 'y']);
    let feminine = base.len() >= shortest
        && ends_in_consonant
        && !NOT_FEMININE.iter().any(|ending| folded.ends_with(ending));
    feminine.then_some(base)
}

/// While the word is still being typed: `entwickleri` and `entwicklerinn` on the way to
/// `entwicklerinnen`. Only after endings that name a person, else half of German would match.
pub(crate) fn without_begun_feminine_ending(folded: &str) -> Option<&str> {
    let base = ["inne", "inn", "i"].iter().find_map(|ending| folded.strip_suffix(ending))?;
    let person = ["er", "or", "ist", "ent", "ant", "eur"].iter().any(|e| base.ends_with(e));
    (base.len() >= 4 && person).then_some(base)
}

/// `kauffrau`, `kaufleute` and `kaufmannes` become `kaufmann`; `None` for other words.
pub(crate) fn with_common_person(folded: &str) -> Option<String> {
    PERSON.iter().find_map(|person| {
        let base = folded.strip_suffix(person)?;
        let fach = if person.starts_with("fach") { "fach" } else { "" };
        (base.len() >= 3 || !fach.is_empty()).then(|| format!("{base}{fach}mann"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feminine_forms_lose_their_ending() {
        for (word, expected) in [
            ("entwicklerin", Some("entwickler")),
            ("entwicklerinnen", Some("entwickler")),
            ("kochin", Some("koch")),
            ("arztinnen", Some("arzt")),
            ("botin", Some("bot")),
            ("padagogin", Some("padagog")),
            ("medizin", None),
            ("termin", None),
            ("disziplin", None),
            ("verein", None),
            ("wein", None),
            ("beginnen", None),
            ("berlin", None),
            ("entwickler", None),
        ] {
            assert_eq!(without_feminine_ending(word), expected, "{word}");
        }
    }

    #[test]
    fn a_feminine_form_being_typed() {
        for (word, expected) in [
            ("entwickleri", Some("entwickler")),
            ("entwicklerinn", Some("entwickler")),
            ("floristi", Some("florist")),
            ("taxi", None),
            ("beri", None),
        ] {
            assert_eq!(without_begun_feminine_ending(word), expected, "{word}");
        }
    }

    #[test]
    fn persons_of_all_genders_are_one() {
        for (word, expected) in [
            ("kauffrau", Some("kaufmann")),
            ("kaufleute", Some("kaufmann")),
            ("pflegefachfrauen", Some("pflegefachmann")),
            ("pflegefachperson", Some("pflegefachmann")),
            ("fachperson", Some("fachmann")),
            ("kaufmann", Some("kaufmann")),
            ("frau", None),
            ("leute", None),
            ("person", None),
        ] {
            assert_eq!(with_common_person(word).as_deref(), expected, "{word}");
        }
    }
}
