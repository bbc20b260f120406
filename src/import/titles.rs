//! Titles as classifications write them: both genders in one label, divided by a slash.

use crate::corpus::profile::{Inflection, Title};
use crate::tailoring;

/// Pairs that do not look alike; the masculine form first.
const UNLIKE: &[(&str, &str)] =
    &[("Mönch", "Nonne"), ("Entbindungspfleger", "Hebamme"), ("Dressman", "Mannequin")];

/// Heads that a short form replaces as a whole: `Krankenschwester/-pfleger`.
const REPLACED_HEADS: &[&str] = &["schwester", "mann", "frau", "pfleger"];

/// `Koch/Köchin` as a pair; a label without a pair stands for everybody.
pub(super) fn title(label: &str, language: &str) -> Title {
    let label = label.trim().trim_end_matches('/').trim();
    let (masculine, feminine) = pair(label)
        .or_else(|| written_out(label))
        .unwrap_or_else(|| (label.to_owned(), label.to_owned()));
    let class = if language == "de" {
        tailoring::grammar::guess_class(&masculine, &feminine)
    } else {
        Inflection::English
    };
    Title { masculine, feminine, neutral: None, class }
}

/// Both forms of a name, or the one there is.
pub(super) fn forms(label: &str) -> Vec<String> {
    // Some lists mark the gender behind the name: `Pizzaköchin//f`.
    let label = label.split("//").next().unwrap_or(label).trim().trim_end_matches('/').trim();
    match pair(label).or_else(|| written_out(label)) {
        Some((masculine, feminine)) => vec![masculine, feminine],
        None => vec![label.to_owned()],
    }
}

/// Splits at the slash whose two sides begin alike and are about as long; there may be other
/// slashes in either half. What follows only one of the two forms belongs to both.
fn pair(label: &str) -> Option<(String, String)> {
    let halves = |at: usize| Some((label.get(..at)?.trim(), label.get(at + 1..)?.trim()));
    for (masculine, feminine) in UNLIKE {
        for (first, second) in label.match_indices('/').filter_map(|(at, _)| halves(at)) {
            if (first, second) == (masculine, feminine) || (second, first) == (masculine, feminine)
            {
                return Some(((*masculine).to_owned(), (*feminine).to_owned()));
            }
        }
    }
    let whole = label
        .match_indices('/')
        .filter_map(|(at, _)| halves(at))
        .filter(|(a, b)| {
            let (long, short) = (a.len().max(b.len()), a.len().min(b.len()));
            let alike = same_start(a, b) >= 3
                || (long > 12 && strsim::damerau_levenshtein(a, b) <= MISTYPED);
            short >= 3 && long - short <= 4 + long / 3 && alike
        })
        .max_by_key(|(a, b)| (same_start(a, b), std::cmp::Reverse(a.len().abs_diff(b.len()))));
    let (first, second) = whole.or_else(|| {
        // The rest may stand behind the second form only, or be a third name.
        let at = label.find('/')?;
        let (first, second) = halves(at)?;
        let second = second.split('/').next()?;
        (same_start(last_word(first), first_word(second)) >= 4
            || same_start(first, second) >= 3 && second.starts_with(first))
        .then_some((first, second))
    })?;
    Some(with_common_tail(first, second))
}

/// Letters in which two spellings of one word may differ when one is mistyped, `in` included.
const MISTYPED: usize = 3;

fn first_word(text: &str) -> &str {
    text.split(' ').next().unwrap_or(text)
}

fn last_word(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or(text)
}

fn with_common_tail(first: &str, second: &str) -> (String, String) {
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (mut a, mut b) = (words(first), words(second));
    let longest = a.len().max(b.len());
    let shortest = a.len().min(b.len());
    let paired = a.iter().zip(&b).all(|(a, b)| same_start(a, b) >= 3 || a == b);
    // Only where the shorter form ends; "im Bereich" against "im Bereich in" is a slip.
    if paired && shortest < longest && same_start(last_word(first), last_word(second)) < 3 {
        let tail: Vec<String> =
            if a.len() < b.len() { b.split_off(shortest) } else { a.split_off(shortest) };
        a.extend(tail.iter().cloned());
        b.extend(tail);
        a.truncate(longest);
        b.truncate(longest);
    }
    (a.join(" "), b.join(" "))
}

/// Letters that two words have in common at their beginning, umlauts like their vowels.
fn same_start(a: &str, b: &str) -> usize {
    let fold = |c: char| match c {
        'ä' | 'Ä' => 'a',
        'ö' | 'Ö' => 'o',
        'ü' | 'Ü' => 'u',
        c => c.to_ascii_lowercase(),
    };
    a.chars().map(fold).zip(b.chars().map(fold)).take_while(|(a, b)| a == b).count()
}

/// Both forms of a name with short forms in it: `Landwirtschaftliche/r Betriebshelfer/in`.
fn written_out(label: &str) -> Option<(String, String)> {
    let mut found = false;
    let (masculine, feminine): (Vec<String>, Vec<String>) = label
        .split(' ')
        .map(|word| match short_form(word) {
            Some(pair) => {
                found = true;
                pair
            }
            None => (word.to_owned(), word.to_owned()),
        })
        .unzip();
    found.then(|| (masculine.join(" "), feminine.join(" ")))
}

fn short_form(word: &str) -> Option<(String, String)> {
    // Beamt(er/in), Verfahrenstechnolog(e/in)
    if let Some((stem, rest)) = word.split_once('(')
        && let Some((endings, tail)) = rest.split_once(')')
        && let Some((masculine, feminine)) = endings.split_once('/')
        && stem.ends_with(char::is_alphabetic)
    {
        return Some((format!("{stem}{masculine}{tail}"), format!("{stem}{feminine}{tail}")));
    }
    let (base, ending) = word.split_once('/')?;
    let (letters, tail) = ending
        .char_indices()
        .find(|(_, c)| !c.is_alphabetic() && *c != '-')
        .map_or((ending, ""), |(at, _)| ending.split_at(at));
    if !base.ends_with(char::is_alphabetic) {
        return None;
    }
    let feminine = match letters {
        "r" => return Some((format!("{base}r{tail}"), format!("{base}{tail}"))),
        "in" | "-in" | "In" => {
            let stem = base.strip_suffix('e').unwrap_or(base);
            format!("{stem}in")
        }
        _ => replaced_end(
            base,
            letters.strip_prefix('-').or(Some(letters).filter(|l| *l == "frau"))?,
        )?,
    };
    Some((format!("{base}{tail}"), format!("{feminine}{tail}")))
}

/// The end of a compound replaced by another: `Ackerbauer` and `bäuerin` are `Ackerbäuerin`.
fn replaced_end(base: &str, end: &str) -> Option<String> {
    if let Some(stem) = REPLACED_HEADS.iter().find_map(|head| base.strip_suffix(head)) {
        return Some(format!("{stem}{end}"));
    }
    let at = base
        .char_indices()
        .map(|(at, _)| at)
        .rfind(|at| base.get(*at..).is_some_and(|rest| same_start(rest, end) >= 3))?;
    let stem = base.get(..at)?;
    Some(format!("{stem}{end}"))
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
            ("Färber/Färberin Leder", ("Färber Leder", "Färberin Leder")),
            ("Helfer Lager/Helferin", ("Helfer Lager", "Helferin Lager")),
            ("Torwart/Torwartin", ("Torwart", "Torwartin")),
            ("Wachmann/Wachfrau Zentrale", ("Wachmann Zentrale", "Wachfrau Zentrale")),
            ("Beamter/Beamtin der Post", ("Beamter der Post", "Beamtin der Post")),
            ("Hebamme/Entbindungspfleger", ("Entbindungspfleger", "Hebamme")),
            ("Möbelpacker/Möblpackerin", ("Möbelpacker", "Möblpackerin")),
            ("Prüfer/Prüferin/Fachkraft", ("Prüfer", "Prüferin")),
            (
                "Mechaniker/Mechanikerin – Bau von Möbeln und Treppen",
                (
                    "Mechaniker – Bau von Möbeln und Treppen",
                    "Mechanikerin – Bau von Möbeln und Treppen",
                ),
            ),
        ] {
            let (masculine, feminine) = expected;
            assert_eq!(pair(label), Some((masculine.into(), feminine.into())), "{label}");
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
            ("Schichtleiter/in Bergbau", &["Schichtleiter Bergbau", "Schichtleiterin Bergbau"]),
            ("Pizzaköchin//f", &["Pizzaköchin"]),
            ("Ackerbauer/-bäuerin", &["Ackerbauer", "Ackerbäuerin"]),
            ("Weinbaugehilfe/-gehilfin", &["Weinbaugehilfe", "Weinbaugehilfin"]),
            ("Facharzt/-ärztin", &["Facharzt", "Fachärztin"]),
            ("Krankenschwester/-pfleger", &["Krankenschwester", "Krankenpfleger"]),
            ("Beamt(er/in) - Verwaltung", &["Beamter - Verwaltung", "Beamtin - Verwaltung"]),
            (
                "Ländliche/r Betriebshelfer/in",
                &["Ländlicher Betriebshelfer", "Ländliche Betriebshelferin"],
            ),
        ] {
            assert_eq!(forms(label), expected, "{label}");
        }
    }
}
