//! Short forms for all genders, `Entwickler:in`, where they are safe.
//!
//! They are safe where the feminine is the masculine and `-in`: nothing before the sign is lost.
//! Ärzt:in, Angestellte:r or "ein:e junge:r" are not; there both forms are written out.

use crate::corpus::profile::Title;

/// How the short form is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// `Entwickler:in`
    Colon,
    /// `Entwickler*in`
    Star,
    /// `Entwickler/-in`, the one official spelling
    Slash,
}

/// The title in its short form, singular and without article; `None` where it is not safe.
pub fn short_form(title: &Title, sign: Sign) -> Option<String> {
    join(title, |masculine| match sign {
        Sign::Colon => format!("{masculine}:in"),
        Sign::Star => format!("{masculine}*in"),
        Sign::Slash => format!("{masculine}/-in"),
    })
}

/// The same in the plural: `Entwickler:innen`.
pub fn short_plural(title: &Title, sign: Sign) -> Option<String> {
    join(title, |masculine| match sign {
        Sign::Colon => format!("{masculine}:innen"),
        Sign::Star => format!("{masculine}*innen"),
        Sign::Slash => format!("{masculine}/-innen"),
    })
}

fn join(title: &Title, form: impl Fn(&str) -> String) -> Option<String> {
    let masculine: Vec<&str> = title.masculine.split(' ').collect();
    let feminine: Vec<&str> = title.feminine.split(' ').collect();
    if masculine.len() != feminine.len() || title.masculine == title.feminine {
        return None;
    }
    let words = masculine.into_iter().zip(feminine).map(|(masculine, feminine)| {
        if masculine == feminine {
            Some(masculine.to_owned())
        } else {
            (feminine.strip_suffix("in") == Some(masculine)).then(|| form(masculine))
        }
    });
    words.collect::<Option<Vec<String>>>().map(|words| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_where_nothing_is_lost() {
        let title = |masculine: &str, feminine: &str| Title {
            masculine: masculine.into(),
            feminine: feminine.into(),
            ..Title::default()
        };
        for (masculine, feminine, expected) in [
            ("Entwickler", "Entwicklerin", Some("Entwickler:in")),
            (
                "Fachinformatiker für Systemintegration",
                "Fachinformatikerin für Systemintegration",
                Some("Fachinformatiker:in für Systemintegration"),
            ),
            ("Maler und Lackierer", "Malerin und Lackiererin", Some("Maler:in und Lackierer:in")),
            ("Arzt", "Ärztin", None),
            ("Biologe", "Biologin", None),
            ("Kaufmann", "Kauffrau", None),
            ("Technischer Redakteur", "Technische Redakteurin", None),
            ("Fachkraft", "Fachkraft", None),
        ] {
            let title = title(masculine, feminine);
            assert_eq!(short_form(&title, Sign::Colon).as_deref(), expected, "{masculine}");
        }
        let developer = title("Entwickler", "Entwicklerin");
        assert_eq!(short_plural(&developer, Sign::Star).as_deref(), Some("Entwickler*innen"));
        assert_eq!(short_form(&developer, Sign::Slash).as_deref(), Some("Entwickler/-in"));
    }
}
