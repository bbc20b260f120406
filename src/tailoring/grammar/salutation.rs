//! The first line of a letter.

/// How a person is addressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Address {
    Frau,
    Herr,
    /// By full name, without gender.
    Neutral,
    #[default]
    Unknown,
}

/// The salutation with its comma. Without a name, or without knowing how to address it, the
/// general one.
pub fn salutation(address: Address, academic: &str, name: &str) -> String {
    let (academic, name) = (academic.trim(), name.trim());
    let titled = |name: &str| {
        if academic.is_empty() { name.to_owned() } else { format!("{academic} {name}") }
    };
    let formal = titled(&surname(name));
    match address {
        _ if name.is_empty() => "Sehr geehrte Damen und Herren,".to_owned(),
        Address::Frau => format!("Sehr geehrte Frau {formal},"),
        Address::Herr => format!("Sehr geehrter Herr {formal},"),
        Address::Neutral => format!("Guten Tag {},", titled(name)),
        Address::Unknown => "Sehr geehrte Damen und Herren,".to_owned(),
    }
}

/// The surname with what belongs to it: `von der Heide`, `van Dyk`, `de Souza`.
fn surname(name: &str) -> String {
    const PARTICLES: &[&str] = &[
        "von", "van", "vom", "zu", "zum", "zur", "der", "den", "dem", "de", "del", "da", "di",
        "dos", "du", "la", "le", "ten", "ter", "el", "al", "bin",
    ];
    let words: Vec<&str> = name.split_whitespace().collect();
    let before = words.len().saturating_sub(1);
    let start = (0..before)
        .rev()
        .take_while(|at| words.get(*at).is_some_and(|word| PARTICLES.contains(word)))
        .last()
        .unwrap_or(before);
    words.get(start..).unwrap_or_default().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_for_everyone() {
        for (address, academic, name, expected) in [
            (Address::Frau, "", "Weber", "Sehr geehrte Frau Weber,"),
            (Address::Frau, "Dr.", "Anna Weber", "Sehr geehrte Frau Dr. Weber,"),
            (
                Address::Herr,
                "Prof. Dr.",
                "Jan van der Heide",
                "Sehr geehrter Herr Prof. Dr. van der Heide,",
            ),
            (Address::Herr, "", "de Souza", "Sehr geehrter Herr de Souza,"),
            (Address::Neutral, "", "Alex Kim", "Guten Tag Alex Kim,"),
            (Address::Neutral, "Dr.", "Alex Kim", "Guten Tag Dr. Alex Kim,"),
            (Address::Unknown, "", "Alex Kim", "Sehr geehrte Damen und Herren,"),
            (Address::Frau, "Dr.", " ", "Sehr geehrte Damen und Herren,"),
        ] {
            assert_eq!(salutation(address, academic, name), expected);
        }
    }
}
