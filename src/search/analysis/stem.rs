//! A word without its endings.

use std::sync::LazyLock;

use frostem::{Algorithm, Stemmer};

use super::gender;

static GERMAN: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::new(Algorithm::German));

/// The stem of a folded word: gender first, then the endings of German inflection.
/// Not a word of the language; only equal for words that should find each other.
pub(crate) fn stem(folded: &str) -> String {
    if let Some(person) = gender::with_common_person(folded) {
        return person;
    }
    let masculine = gender::without_feminine_ending(folded).unwrap_or(folded);
    GERMAN.stem(masculine).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for group in [
            &["entwickler", "entwicklerin", "entwicklerinnen", "entwicklern", "entwicklung"][..],
            &["koch", "kochin", "koche", "kochen", "kochinnen"],
            &["arzt", "arztin", "arzte"],
            &["padagoge", "padagogin", "padagogen"],
            &["kaufmann", "kauffrau", "kaufleute"],
            &["backer", "backerin", "baecker", "baeckerin"],
            &["beamter", "beamtin", "beamte"],
            &["tier", "tiere", "tieren"],
            &["kunde", "kunden", "kundin", "kundinnen"],
            &["datenbank", "datenbanken"],
            &["zahl", "zahlen"],
        ] {
            let stems: Vec<String> = group.iter().map(|word| stem(word)).collect();
            assert!(stems.iter().all(|s| *s == stems[0]), "{group:?}: {stems:?}");
        }
    }

    #[test]
    fn different_words_keep_different_stems() {
        for (a, b) in [
            ("maler", "mathematiker"),
            ("medizin", "medium"),
            ("steuer", "stunde"),
            ("verkaufer", "verkehr"),
            ("pfleger", "pflug"),
        ] {
            assert_ne!(stem(a), stem(b), "{a} {b}");
        }
    }
}
