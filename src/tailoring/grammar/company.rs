//! `bei` with the article a company's name takes, where the name says which one it is.

/// Legal forms whose names are feminine: the company, the society, the foundation.
const FEMININE: &[&str] = &[
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
    "gruppe",
    "holding",
];

/// First words of names that are feminine.
const FEMININE_BEGINNINGS: &[&str] =
    &["stadt", "gemeinde", "stiftung", "universität", "hochschule", "bundesagentur"];

const NEUTER_OR_MASCULINE_BEGINNINGS: &[&str] = &[
    "landkreis",
    "kreis",
    "landratsamt",
    "amt",
    "bezirk",
    "verein",
    "verband",
    "klinikum",
    "krankenhaus",
    "institut",
    "ministerium",
    "bundesamt",
    "landesamt",
    "finanzamt",
];

/// `bei der Muster GmbH`, `beim Landkreis Musterland`; `bei Muster` where the article is not
/// certain.
pub fn at_company(name: &str) -> String {
    let name = name.trim();
    let words: Vec<String> = name
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let first = words.first().map_or("", String::as_str);
    let last = words.last().map_or("", String::as_str);
    // "Muster GmbH & Co. KG" ends with its legal form too.
    let is = |list: &[&str], word: &str| list.contains(&word);
    if is(NEUTER_OR_MASCULINE_BEGINNINGS, first) {
        format!("beim {name}")
    } else if is(FEMININE, last) || is(FEMININE_BEGINNINGS, first) {
        format!("bei der {name}")
    } else {
        format!("bei {name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_follows_the_legal_form_or_is_left_out() {
        for (name, expected) in [
            ("Muster GmbH", "bei der Muster GmbH"),
            ("Muster GmbH & Co. KG", "bei der Muster GmbH & Co. KG"),
            ("Beispiel AG", "bei der Beispiel AG"),
            ("Stadt Musterhausen", "bei der Stadt Musterhausen"),
            ("Landkreis Musterland", "beim Landkreis Musterland"),
            ("Verein Muster e. V.", "beim Verein Muster e. V."),
            ("Bäckerei Weber", "bei Bäckerei Weber"),
            ("Webwerk", "bei Webwerk"),
        ] {
            assert_eq!(at_company(name), expected);
        }
    }
}
