//! Declension of one word: nouns by their class, adjectives by gender, case and strength.

use crate::corpus::profile::{Inflection, Title};

use super::title::{Case, Strength};

/// Masculine nouns that take -s in the plural although their feminine is German.
const S_PLURAL: &[&str] = &[
    "chef",
    "steward",
    "coach",
    "scout",
    "guide",
    "trainee",
    "host",
    "profi",
    "clown",
    "star",
    "boss",
    "barista",
    "leutnant",
    "hotelier",
    "bankier",
    "croupier",
    "portier",
    "sommelier",
    "chocolatier",
    "couturier",
    "cafetier",
];

/// Endings of masculine nouns of the n-declension.
const WEAK_ENDINGS: &[&str] = &[
    "ist", "yst", "ast", "ent", "ant", "and", "at", "ot", "ekt", "eut", "graf", "nom", "soph",
    "aut", "it", "et", "ett", "urg", "arch", "held", "herr", "mensch",
];

/// Titles that look like one of the endings above but are not weak.
const NOT_WEAK: &[&str] = &["wirt", "wart", "magistrat", "maat", "rat", "gast"];

/// A masculine noun in the singular.
pub(super) fn masculine(noun: &str, class: Inflection, case: Case, strength: Strength) -> String {
    match class {
        Inflection::NDeclension => match case {
            Case::Nominative => noun.to_owned(),
            _ => weak(noun),
        },
        Inflection::Adjectival | Inflection::Beamter => {
            let stem = noun.strip_suffix("er").unwrap_or(noun);
            format!("{stem}{}", masculine_ending(case, strength))
        }
        Inflection::FeminineForAll => noun.to_owned(),
        _ if case == Case::Genitive => format!("{noun}{}", genitive_ending(noun, class)),
        _ => noun.to_owned(),
    }
}

fn weak(noun: &str) -> String {
    // Der Bauer, des Bauern.
    let short = noun.ends_with('e') || noun.ends_with("er");
    if short { format!("{noun}n") } else { format!("{noun}en") }
}

fn genitive_ending(noun: &str, class: Inflection) -> &'static str {
    let sibilant = noun.ends_with(['s', 'ß', 'z', 'x']);
    match class {
        // An English title stays as it is after a sibilant.
        Inflection::English if sibilant => "",
        _ if sibilant || noun.ends_with("arzt") || noun.ends_with("Arzt") => "es",
        _ => "s",
    }
}

/// A masculine noun in the plural; the feminine form has the umlaut where there is one.
pub(super) fn masculine_plural(
    noun: &str,
    feminine: &str,
    class: Inflection,
    case: Case,
    strength: Strength,
) -> String {
    let plural = match class {
        Inflection::Er => noun.to_owned(),
        Inflection::PluralE => format!("{noun}e"),
        Inflection::UmlautE => format!("{}e", feminine.strip_suffix("in").unwrap_or(noun)),
        Inflection::Or => format!("{noun}en"),
        Inflection::NDeclension => weak(noun),
        Inflection::Mann => {
            noun.strip_suffix("mann").map_or_else(|| noun.to_owned(), |stem| format!("{stem}leute"))
        }
        Inflection::Adjectival | Inflection::Beamter => {
            let stem = noun.strip_suffix("er").unwrap_or(noun);
            return format!("{stem}{}", plural_ending(case, strength));
        }
        Inflection::FeminineForAll => return feminine_plural(noun, class, case, strength),
        Inflection::English => return s_plural(noun),
    };
    with_dative(plural, case)
}

fn s_plural(noun: &str) -> String {
    let sibilant = ["s", "x", "z", "ch", "sh"].iter().any(|ending| noun.ends_with(ending));
    if noun.ends_with("man") {
        format!("{}en", noun.strip_suffix("an").unwrap_or(noun))
    } else if sibilant {
        format!("{noun}es")
    } else {
        format!("{noun}s")
    }
}

/// Adds the -n of the dative plural where it is missing.
fn with_dative(plural: String, case: Case) -> String {
    if case == Case::Dative && !plural.ends_with(['n', 's']) { plural + "n" } else { plural }
}

/// A feminine noun in the singular.
pub(super) fn feminine(noun: &str, class: Inflection, case: Case, strength: Strength) -> String {
    if class != Inflection::Adjectival {
        return noun.to_owned();
    }
    let stem = noun.strip_suffix('e').unwrap_or(noun);
    format!("{stem}{}", feminine_ending(case, strength))
}

/// A feminine noun in the plural.
pub(super) fn feminine_plural(
    noun: &str,
    class: Inflection,
    case: Case,
    strength: Strength,
) -> String {
    if class == Inflection::Adjectival {
        let stem = noun.strip_suffix('e').unwrap_or(noun);
        return format!("{stem}{}", plural_ending(case, strength));
    }
    if class == Inflection::English {
        return s_plural(noun);
    }
    // English titles in -er without a feminine of their own: die Product Owner, for everyone.
    if class == Inflection::Er && noun.ends_with("er") {
        return noun.to_owned();
    }
    let plural = if let Some(stem) = noun.strip_suffix("kraft") {
        format!("{stem}kräfte")
    } else if noun == "Kraft" {
        "Kräfte".to_owned()
    } else if noun.ends_with("in") {
        format!("{noun}nen")
    } else if noun.ends_with('e') {
        format!("{noun}n")
    } else {
        format!("{noun}en")
    };
    with_dative(plural, case)
}

/// Endings of an adjective before a masculine noun.
pub(super) fn masculine_ending(case: Case, strength: Strength) -> &'static str {
    match (case, strength) {
        (Case::Nominative, Strength::Weak) => "e",
        (Case::Nominative, _) => "er",
        (Case::Dative, Strength::Strong) => "em",
        _ => "en",
    }
}

/// Endings of an adjective before a feminine noun.
pub(super) fn feminine_ending(case: Case, strength: Strength) -> &'static str {
    match (case, strength) {
        (Case::Nominative | Case::Accusative, _) => "e",
        (_, Strength::Strong) => "er",
        _ => "en",
    }
}

/// Endings of an adjective before a noun in the plural, of any gender.
pub(super) fn plural_ending(case: Case, strength: Strength) -> &'static str {
    match (case, strength) {
        (Case::Nominative | Case::Accusative, Strength::Strong) => "e",
        (Case::Genitive, Strength::Strong) => "er",
        _ => "en",
    }
}

/// The class of a title's main noun, from its two forms. For titles whose class nobody declared,
/// such as imported ones.
pub fn guess_class(title_masculine: &str, title_feminine: &str) -> Inflection {
    let title = Title {
        masculine: title_masculine.to_owned(),
        feminine: title_feminine.to_owned(),
        ..Title::default()
    };
    super::title::main_noun(&title)
        .map_or(Inflection::English, |(masculine, feminine)| noun_class(&masculine, &feminine))
}

/// Whether a noun is feminine whoever it names: Fachkraft, Hebamme.
pub(super) fn is_feminine_for_all(noun: &str) -> bool {
    let lower = noun.to_lowercase();
    [
        "kraft",
        "hilfe",
        "hebamme",
        "person",
        "wache",
        "aufsicht",
        "leitung",
        "assistenz",
        "vertretung",
        "begleitung",
        "betreuung",
        "beratung",
    ]
    .iter()
    .any(|ending| lower.ends_with(ending))
}

fn without_umlauts(word: &str) -> String {
    let plain = |c: char| match c {
        'ä' => 'a',
        'ö' => 'o',
        'ü' => 'u',
        c => c,
    };
    word.to_lowercase().chars().map(plain).collect()
}

/// The class of a noun, from its two forms.
pub(super) fn noun_class(masculine: &str, feminine: &str) -> Inflection {
    let lower = masculine.to_lowercase();
    if masculine == feminine {
        return if is_feminine_for_all(masculine) {
            Inflection::FeminineForAll
        } else if lower.ends_with("er") && !lower.ends_with("engineer") {
            Inflection::Er
        } else {
            Inflection::English
        };
    }
    if lower.ends_with("mann") && feminine.ends_with("frau") {
        return Inflection::Mann;
    }
    if masculine.strip_suffix('r') == Some(feminine) {
        return Inflection::Adjectival;
    }
    if lower.ends_with("beamter") {
        return Inflection::Beamter;
    }
    let root = feminine.strip_suffix("in").unwrap_or(feminine);
    if lower.ends_with('e') && masculine.strip_suffix('e') == Some(root) {
        return Inflection::NDeclension;
    }
    let with_umlaut = masculine != root && without_umlauts(masculine) == without_umlauts(root);
    // Der Bauer, die Bäuerin; but der Gerüstbauer, die Gerüstbauerin.
    if with_umlaut && ["bauer", "graf"].iter().any(|noun| lower.ends_with(noun)) {
        return Inflection::NDeclension;
    }
    if S_PLURAL.iter().any(|noun| lower.ends_with(noun)) {
        return Inflection::English;
    }
    // Der Offizier, die Offiziere.
    if lower.ends_with("ier") {
        return Inflection::PluralE;
    }
    if lower.ends_with("er") {
        return Inflection::Er;
    }
    if with_umlaut {
        return Inflection::UmlautE;
    }
    if lower.ends_with("major") || lower.ends_with("matador") {
        return Inflection::PluralE;
    }
    if lower.ends_with("or") {
        return Inflection::Or;
    }
    let weak = WEAK_ENDINGS.iter().any(|ending| lower.ends_with(ending));
    if weak && !NOT_WEAK.iter().any(|ending| lower.ends_with(ending)) {
        return Inflection::NDeclension;
    }
    Inflection::PluralE
}
