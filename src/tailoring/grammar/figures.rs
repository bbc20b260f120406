//! Amounts, dates, lengths of time and lists as German letters write them.

/// Keeps a number and its unit on one line.
const NO_BREAK: char = '\u{a0}';

const MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

/// `4.013 €`, `13,90 €`. Text that is no plain amount comes back unchanged.
pub fn amount(text: &str) -> String {
    let text = text.trim();
    let digits = text
        .trim_end_matches(|c: char| c == '€' || c.is_whitespace())
        .trim_end_matches("Euro")
        .trim_end();
    let (whole, cents) = match digits.rsplit_once(',') {
        Some((whole, cents)) => (whole, Some(cents)),
        None => (digits, None),
    };
    let groups_fit = whole.split('.').skip(1).all(|group| group.len() == 3);
    let whole: String =
        whole.chars().filter(|c| *c != '.' && *c != NO_BREAK && *c != ' ').collect();
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !is_number(&whole) || !groups_fit || cents.is_some_and(|c| c.len() != 2 || !is_number(c)) {
        return text.to_owned();
    }
    let length = whole.len();
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (length - at).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    let cents = cents.map_or_else(String::new, |cents| format!(",{cents}"));
    format!("{grouped}{cents}{NO_BREAK}€")
}

/// `1. August 2026` from `2026-08-01`, `August 2026` from `2026-08`, `2026` from `2026`; also from
/// `01.08.2026` and `08/2026`. Anything else comes back unchanged.
pub fn date(text: &str) -> String {
    match parse_date(text) {
        Some((year, Some(month), Some(day))) => {
            format!("{day}.{NO_BREAK}{} {year}", month_name(month))
        }
        Some((year, Some(month), None)) => format!("{} {year}", month_name(month)),
        Some((year, None, _)) => year.to_string(),
        None => text.trim().to_owned(),
    }
}

/// `MM/JJJJ`, as CVs write it; a bare year stays one.
pub fn month_and_year(text: &str) -> String {
    match parse_date(text) {
        Some((year, Some(month), _)) => format!("{month:02}/{year}"),
        Some((year, None, _)) => year.to_string(),
        None => text.trim().to_owned(),
    }
}

/// Year, month and day of a date of any precision, if it is one.
pub fn parse_date(text: &str) -> Option<(u32, Option<u32>, Option<u32>)> {
    let text = text.trim();
    // A time of day may follow: 2019-12-11T12:00:00.000Z.
    let text = text.split('T').next().unwrap_or(text);
    let numbers = |sign: char| -> Option<Vec<u32>> {
        text.split(sign).map(|part| part.trim().parse().ok()).collect()
    };
    let found = match (numbers('-'), numbers('.'), numbers('/')) {
        (Some(parts), ..) => match parts[..] {
            [year] => (year, None, None),
            [year, month] => (year, Some(month), None),
            [year, month, day] => (year, Some(month), Some(day)),
            _ => return None,
        },
        (_, Some(parts), _) => match parts[..] {
            [day, month, year] => (year, Some(month), Some(day)),
            [month, year] => (year, Some(month), None),
            _ => return None,
        },
        (.., Some(parts)) => match parts[..] {
            [month, year] => (year, Some(month), None),
            _ => return None,
        },
        _ => return None,
    };
    let (year, month, day) = found;
    let valid = (1000..=9999).contains(&year)
        && month.is_none_or(|month| (1..=12).contains(&month))
        && day.is_none_or(|day| (1..=days_in(year, month.unwrap_or(1))).contains(&day));
    valid.then_some(found)
}

fn days_in(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 31,
    }
}

fn month_name(month: u32) -> &'static str {
    let at = usize::try_from(month).unwrap_or(1).saturating_sub(1);
    MONTHS.get(at).copied().unwrap_or_default()
}

/// `1 Monat`, `18 Monate`, `3 Jahre`, `3,5 Jahre`.
pub fn duration(months: u32) -> String {
    let of = |count: &str, one: &str, many: &str| {
        let unit = if count == "1" { one } else { many };
        format!("{count}{NO_BREAK}{unit}")
    };
    match months {
        0..12 => of(&months.to_string(), "Monat", "Monate"),
        _ if months.is_multiple_of(12) => of(&(months / 12).to_string(), "Jahr", "Jahre"),
        _ if months.is_multiple_of(6) && months > 24 => {
            of(&format!("{},5", months / 12), "Jahr", "Jahre")
        }
        _ => of(&months.to_string(), "Monat", "Monate"),
    }
}

/// `a`, `a und b`, `a, b und c`.
pub fn list(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [before @ .., last] => format!("{} und {last}", before.join(", ")),
    }
}

/// Entries of an answer, divided by semicolons or line breaks, or by commas if there are none.
pub fn entries(text: &str) -> Vec<&str> {
    let by: &[char] = if text.contains([';', '\n']) { &[';', '\n'] } else { &[','] };
    text.split(by).map(str::trim).filter(|entry| !entry.is_empty()).collect()
}

/// Key for sorting as German lists do (DIN 5007, variant 1): umlauts with their vowels.
pub fn sort_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for c in text.to_lowercase().chars() {
        match c {
            'ä' => key.push('a'),
            'ö' => key.push('o'),
            'ü' => key.push('u'),
            'ß' => key.push_str("ss"),
            c => key.push(c),
        }
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_each() {
        for (text, expected) in [
            ("4013", "4.013\u{a0}€"),
            ("60.000 €", "60.000\u{a0}€"),
            ("13,90", "13,90\u{a0}€"),
            ("1234567 Euro", "1.234.567\u{a0}€"),
            ("nach Tarif", "nach Tarif"),
            ("13.5", "13.5"),
        ] {
            assert_eq!(amount(text), expected);
        }
        for (text, expected, short) in [
            ("2026-08-01", "1.\u{a0}August 2026", "08/2026"),
            ("01.08.2026", "1.\u{a0}August 2026", "08/2026"),
            ("2026-08", "August 2026", "08/2026"),
            ("08/2026", "August 2026", "08/2026"),
            ("2026", "2026", "2026"),
            ("2019-12-11T12:00:00.000Z", "11.\u{a0}Dezember 2019", "12/2019"),
            ("2025-02-30", "2025-02-30", "2025-02-30"),
            ("sofort", "sofort", "sofort"),
        ] {
            assert_eq!(date(text), expected);
            assert_eq!(month_and_year(text), short);
        }
        for (months, expected) in [
            (1, "1\u{a0}Monat"),
            (12, "1\u{a0}Jahr"),
            (18, "18\u{a0}Monate"),
            (36, "3\u{a0}Jahre"),
            (42, "3,5\u{a0}Jahre"),
        ] {
            assert_eq!(duration(months), expected);
        }
        assert_eq!(list(&[]), "");
        assert_eq!(list(&["Java"]), "Java");
        assert_eq!(list(&entries("Java, SQL, Kafka")), "Java, SQL und Kafka");
        assert_eq!(list(&entries("Java, ab 8; SQL")), "Java, ab 8 und SQL");
        assert!(sort_key("Ärztin") < sort_key("Bäcker"));
    }
}
