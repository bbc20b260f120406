//! Names for files that any system and any mail program takes: `Lebenslauf-Joerg-Grueneberg.pdf`.

use unicode_normalization::UnicodeNormalization;

/// Words joined by hyphens, umlauts written out, other accents dropped.
pub fn file_name(words: &[&str], extension: &str) -> String {
    let mut out = String::new();
    for c in words.join(" ").nfc() {
        match c {
            'ä' => out.push_str("ae"),
            'ö' => out.push_str("oe"),
            'ü' => out.push_str("ue"),
            'Ä' => out.push_str("Ae"),
            'Ö' => out.push_str("Oe"),
            'Ü' => out.push_str("Ue"),
            'ß' => out.push_str("ss"),
            'ł' => out.push('l'),
            'Ł' => out.push('L'),
            'ø' => out.push('o'),
            'ı' => out.push('i'),
            // The base letter stands first in the decomposition.
            c => out.push(
                std::iter::once(c).nfd().next().filter(char::is_ascii_alphanumeric).unwrap_or('-'),
            ),
        }
    }
    let parts: Vec<&str> = out.split('-').filter(|part| !part.is_empty()).collect();
    let name = if parts.is_empty() { "Dokument".to_owned() } else { parts.join("-") };
    format!("{name}.{extension}")
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[rustfmt::skip]
    const CASES: &[(&[&str], &str)] = &[
        (&["Lebenslauf", "Jörg Grüneberg"], "Lebenslauf-Joerg-Grueneberg.pdf"),
        (&["Anschreiben", "Łukasz Żółć", "Weiß & Söhne GmbH"], "Anschreiben-Lukasz-Zolc-Weiss-Soehne-GmbH.pdf"),
        (&["Lebenslauf", "Işıl Çağlar"], "Lebenslauf-Isil-Caglar.pdf"),
        (&["../../etc/passwd"], "etc-passwd.pdf"),
        (&["", "🙂"], "Dokument.pdf"),
    ];

    #[test]
    fn names_are_plain() {
        for (words, expected) in CASES {
            assert_eq!(file_name(words, "pdf"), *expected);
        }
    }
}
