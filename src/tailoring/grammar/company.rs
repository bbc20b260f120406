//! The article a company's or office's name takes, where the name says which one it is.
//!
//! "bei der Muster GmbH", "beim Landkreis", "im Klinikum": legal forms and institutions decide.
//! Where nothing in the name does, the article is left out, which is right for every company.

/// What a name is, grammatically.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    Feminine,
    Masculine,
    Neuter,
    Plural,
}

/// Legal forms and institutions at the end of a name.
const LAST: &[(Gender, &[&str])] = &[
    (
        Gender::Feminine,
        &[
            "gmbh",
            "ggmbh",
            "ag",
            "kg",
            "kgaa",
            "se",
            "ug",
            "ohg",
            "gbr",
            "eg",
            "partg",
            "partgmbb",
            "stiftung",
            "genossenschaft",
            "gesellschaft",
            "versicherung",
            "bank",
            "sparkasse",
            "universität",
            "hochschule",
            "klinik",
            "schule",
            "akademie",
            "gruppe",
            "holding",
            "kasse",
            "agentur",
            "kanzlei",
            "praxis",
            "apotheke",
            "bäckerei",
            "metzgerei",
            "fleischerei",
            "tischlerei",
            "schreinerei",
            "gärtnerei",
            "druckerei",
            "werkstatt",
            "kita",
            "kindertagesstätte",
            "behörde",
            "diakonie",
            "caritas",
            "verwaltung",
            "werft",
            "brauerei",
            "manufaktur",
        ],
    ),
    (
        Gender::Masculine,
        &[
            "verein",
            "verband",
            "verlag",
            "betrieb",
            "landkreis",
            "konzern",
            "kindergarten",
            "ev",
            "e.v.",
            "markt",
            "eigenbetrieb",
            "zweckverband",
            "rundfunk",
        ],
    ),
    (
        Gender::Neuter,
        &[
            "klinikum",
            "krankenhaus",
            "institut",
            "ministerium",
            "amt",
            "museum",
            "theater",
            "hotel",
            "restaurant",
            "autohaus",
            "werk",
            "unternehmen",
            "zentrum",
            "gymnasium",
            "landratsamt",
            "rathaus",
            "büro",
            "studio",
            "atelier",
            "labor",
            "internat",
            "gericht",
            "kaufhaus",
            "möbelhaus",
            "pflegeheim",
            "seniorenheim",
            "kolleg",
        ],
    ),
    (Gender::Plural, &["werke", "stadtwerke", "kliniken", "betriebe", "verkehrsbetriebe"]),
];

/// First words that decide whatever follows: `Stadt Musterhausen`, `Klinikum am Berg`.
const FIRST: &[(Gender, &[&str])] = &[
    (
        Gender::Feminine,
        &[
            "stadt",
            "gemeinde",
            "stiftung",
            "universität",
            "hochschule",
            "bundesagentur",
            "hansestadt",
            "landeshauptstadt",
            "deutsche",
            "agentur",
            "kanzlei",
            "praxis",
            "technische",
            "freie",
            "evangelische",
            "katholische",
            "bäckerei",
            "klinik",
            "firma",
        ],
    ),
    (
        Gender::Masculine,
        &["landkreis", "kreis", "bezirk", "verein", "verband", "markt", "zweckverband", "verlag"],
    ),
    (
        Gender::Neuter,
        &[
            "landratsamt",
            "amt",
            "klinikum",
            "krankenhaus",
            "institut",
            "ministerium",
            "bundesamt",
            "landesamt",
            "finanzamt",
            "bundesministerium",
            "autohaus",
            "hotel",
            "museum",
            "theater",
            "max-planck-institut",
            "fraunhofer-institut",
            "land",
        ],
    ),
    (Gender::Plural, &["stadtwerke", "kliniken", "verkehrsbetriebe"]),
];

/// A name whose legal form decides before its first word: `Stadtwerke Muster GmbH`.
const LEGAL: &[&str] = &[
    "gmbh", "ggmbh", "ag", "kg", "kgaa", "se", "ug", "ohg", "gbr", "eg", "partg", "partgmbb", "mbh",
];

/// The gender of a company's name; `None` where the name does not say.
pub fn company_gender(name: &str) -> Option<Gender> {
    let words: Vec<String> = name
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let (first, last) = (words.first()?, words.last()?);
    if words.iter().any(|word| LEGAL.contains(&word.as_str())) && LEGAL.contains(&last.as_str()) {
        return Some(Gender::Feminine);
    }
    // "e. V." comes as two words.
    if words.ends_with(&["e".to_owned(), "v".to_owned()]) || last == "e.v" {
        return Some(Gender::Masculine);
    }
    let of = |table: &[(Gender, &[&str])], word: &str| {
        table.iter().find(|(_, words)| words.contains(&word)).map(|(gender, _)| *gender)
    };
    // A compound is what its last part is: Musterklinik, Bergverlag.
    let compound = || {
        LAST.iter()
            .flat_map(|(gender, words)| words.iter().map(move |word| (*gender, *word)))
            .filter(|(_, word)| word.len() > 4 && last.ends_with(word))
            .max_by_key(|(_, word)| word.len())
            .map(|(gender, _)| gender)
    };
    of(FIRST, first).or_else(|| of(LAST, last)).or_else(compound)
}

/// First words that inflect: `bei der Technischen Universität`.
const ADJECTIVES: &[&str] =
    &["deutsche", "technische", "freie", "evangelische", "katholische", "städtische"];

/// The name after `bei` or `von`: an adjective and a plural noun take -n.
fn in_dative(name: &str, gender: Option<Gender>) -> String {
    let Some((first, rest)) = name.split_once(' ') else {
        let plural = gender == Some(Gender::Plural) && !name.ends_with(['n', 's']);
        return if plural { format!("{name}n") } else { name.to_owned() };
    };
    let adjective = ADJECTIVES.contains(&first.to_lowercase().as_str());
    let plural = gender == Some(Gender::Plural) && first.ends_with('e');
    if gender.is_some() && (adjective || plural) {
        format!("{first}n {rest}")
    } else {
        name.to_owned()
    }
}

/// `bei der Muster GmbH`, `beim Landkreis`, `bei Muster`.
pub fn at_company(name: &str) -> String {
    let gender = company_gender(name);
    with_article(
        gender,
        &in_dative(name.trim(), gender),
        ["bei der", "beim", "beim", "bei den"],
        "bei",
    )
}

/// `von der Muster GmbH`, `vom Landkreis`, `von Muster`.
pub fn from_company(name: &str) -> String {
    let gender = company_gender(name);
    with_article(
        gender,
        &in_dative(name.trim(), gender),
        ["von der", "vom", "vom", "von den"],
        "von",
    )
}

/// `für die Muster GmbH`, `für den Verein`, `für Muster`.
pub fn for_company(name: &str) -> String {
    with_article(company_gender(name), name, ["für die", "für den", "für das", "für die"], "für")
}

/// `die Muster GmbH`, `das Klinikum Nord`; a name that does not say stays alone.
pub fn company_with_article(name: &str) -> String {
    with_article(company_gender(name), name, ["die", "der", "das", "die"], "")
}

fn with_article(
    gender: Option<Gender>,
    name: &str,
    [feminine, masculine, neuter, plural]: [&str; 4],
    bare: &str,
) -> String {
    let name = name.trim();
    let before = match gender {
        Some(Gender::Feminine) => feminine,
        Some(Gender::Masculine) => masculine,
        Some(Gender::Neuter) => neuter,
        Some(Gender::Plural) => plural,
        None => bare,
    };
    format!("{before} {name}").trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_follows_the_name_or_is_left_out() {
        for (name, at, from, whole) in [
            ("Muster GmbH", "bei der", "von der", "die"),
            ("Muster GmbH & Co. KG", "bei der", "von der", "die"),
            ("Stadtwerke Muster GmbH", "bei der", "von der", "die"),
            ("Stadt Musterhausen", "bei der", "von der", "die"),
            ("Landkreis Musterland", "beim", "vom", "der"),
            ("Turnverein Muster e. V.", "beim", "vom", "der"),
            ("Klinikum am Berg", "beim", "vom", "das"),
            ("Musterklinik", "bei der", "von der", "die"),
            ("Bergverlag", "beim", "vom", "der"),
            ("Bäckerei Weber", "bei der", "von der", "die"),
            ("Autohaus Nord", "beim", "vom", "das"),
            ("Finanzamt Muster", "beim", "vom", "das"),
        ] {
            assert_eq!(at_company(name), format!("{at} {name}"));
            assert_eq!(from_company(name), format!("{from} {name}"));
            assert_eq!(company_with_article(name), format!("{whole} {name}"));
        }
        for (name, expected) in [
            ("Stadtwerke Musterhausen", "bei den Stadtwerken Musterhausen"),
            ("Technische Universität Muster", "bei der Technischen Universität Muster"),
            ("Deutsche Muster AG", "bei der Deutschen Muster AG"),
            ("Verkehrsbetriebe", "bei den Verkehrsbetrieben"),
        ] {
            assert_eq!(at_company(name), expected);
        }
        assert_eq!(company_with_article("Stadtwerke Muster"), "die Stadtwerke Muster");
        for name in ["Webwerk24", "Muster", "Schmidt & Söhne"] {
            assert_eq!(at_company(name), format!("bei {name}"));
            assert_eq!(for_company(name), format!("für {name}"));
            assert_eq!(company_with_article(name), name);
        }
    }
}
