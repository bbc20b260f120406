//! Numbers as German texts write them.

/// `6.307 €`, with a no-break space.
pub fn euros(amount: u32) -> String {
    format!("{}\u{a0}€", grouped(amount))
}

/// `34.103`
pub fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// `3 Jahre`, `3,5 Jahre`, `18 Monate`.
pub fn months(months: u32) -> String {
    match (months / 12, months % 12) {
        (1, 0) => "1 Jahr".to_owned(),
        (years, 0) if years > 0 => format!("{years} Jahre"),
        (years, 6) if years > 0 => format!("{years},5 Jahre"),
        _ => format!("{months} Monate"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_german() {
        assert_eq!(euros(6307), "6.307\u{a0}€");
        assert_eq!(
            [grouped(1), grouped(999), grouped(34_103), grouped(1_234_567)],
            ["1", "999", "34.103", "1.234.567"]
        );
        assert_eq!(
            [months(12), months(36), months(42), months(20)],
            ["1 Jahr", "3 Jahre", "3,5 Jahre", "20 Monate"]
        );
    }
}
