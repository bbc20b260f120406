//! `in` with the article that some countries and regions take.

/// Feminine names with an article.
const FEMININE: &[&str] = &[
    "Schweiz",
    "Türkei",
    "Slowakei",
    "Ukraine",
    "Mongolei",
    "Pfalz",
    "Lausitz",
    "Eifel",
    "Oberpfalz",
    "Uckermark",
    "Altmark",
    "Prignitz",
    "Rhön",
    "Bretagne",
    "Steiermark",
];
const MASCULINE_OR_NEUTER: &[&str] = &[
    "Saarland",
    "Ruhrgebiet",
    "Allgäu",
    "Harz",
    "Schwarzwald",
    "Odenwald",
    "Spessart",
    "Sauerland",
    "Münsterland",
    "Emsland",
    "Vogtland",
    "Erzgebirge",
    "Burgenland",
    "Wendland",
    "Rheinland",
    "Siegerland",
    "Bergischen Land",
    "Breisgau",
    "Rhein-Main-Gebiet",
    "Irak",
    "Iran",
    "Libanon",
    "Sudan",
    "Tessin",
    "Wallis",
    "Aargau",
    "Thurgau",
    "Chiemgau",
    "Bayerischen Wald",
];
const PLURAL: &[&str] = &["Niederlanden", "USA", "Niederlande", "Vereinigten Staaten"];

/// `in Berlin`, `im Saarland`, `in der Schweiz`, `in den Niederlanden`.
pub fn in_place(place: &str) -> String {
    let place = place.trim();
    let first = place.split([',', '(']).next().unwrap_or(place).trim();
    let is = |list: &[&str]| list.contains(&first);
    if is(FEMININE) {
        format!("in der {place}")
    } else if is(MASCULINE_OR_NEUTER) {
        format!("im {place}")
    } else if is(PLURAL) {
        // The dative plural: Niederlande, in den Niederlanden.
        let place = if place == "Niederlande" { "Niederlanden" } else { place };
        format!("in den {place}")
    } else {
        format!("in {place}")
    }
}

#[cfg(test)]
mod tests {
    use super::in_place;

    #[test]
    fn articles_stand_where_the_name_takes_one() {
        for (place, expected) in [
            ("Berlin", "in Berlin"),
            ("Saarland", "im Saarland"),
            ("Schweiz", "in der Schweiz"),
            ("Niederlande", "in den Niederlanden"),
            ("USA", "in den USA"),
            ("Frankfurt am Main", "in Frankfurt am Main"),
        ] {
            assert_eq!(in_place(place), expected);
        }
    }
}
