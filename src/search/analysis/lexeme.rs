//! A word with all the terms it is indexed and searched by.

use std::ops::Range;

use super::{compound, fold, stem};

/// The terms of one word. Two words find each other when they share one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lexeme {
    /// The word as written, folded; then its twin spellings (`backer`, `baecker`). Never empty.
    pub forms: Vec<String>,
    /// Without gender and endings, one for each form, no repetitions.
    pub stems: Vec<String>,
    /// Parts of a compound, in order.
    pub parts: Vec<Part>,
}

/// One part of a compound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it stands in the first form.
    pub range: Range<usize>,
    /// The part as it stands there, and its stem where that is different.
    pub terms: Vec<String>,
}

impl Lexeme {
    /// The terms of one word as it stands in a text.
    pub fn of(word: &str) -> Self {
        let folded = fold::fold(word);
        let mut forms = Vec::with_capacity(2);
        forms.extend(fold::spelled_out(word));
        if let Some(after_dot) = folded.strip_prefix('.') {
            forms.push(format!("dot{after_dot}"));
        } else if folded.contains('.') {
            // Node.js is also written Nodejs.
            forms.push(folded.replace('.', ""));
        }
        let parts = compound::parts(&folded)
            .into_iter()
            .filter_map(|range| {
                let text = folded.get(range.clone())?.to_owned();
                let stem = stem::stem(&text);
                let terms = if stem == text { vec![text] } else { vec![text, stem] };
                Some(Part { range, terms })
            })
            .collect();
        forms.insert(0, folded);
        let mut stems: Vec<String> = Vec::with_capacity(forms.len());
        for stem in forms.iter().map(|form| stem::stem(form)) {
            if !stems.contains(&stem) {
                stems.push(stem);
            }
        }
        Self { forms, stems, parts }
    }

    /// The word as written, folded.
    pub fn form(&self) -> &str {
        self.forms.first().map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn technical_names_survive() {
        for (word, forms) in [
            ("C#", &["c#"][..]),
            ("C++", &["c++"]),
            (".NET", &[".net", "dotnet"]),
            ("Node.js", &["node.js", "nodejs"]),
            ("Bäcker", &["backer", "baecker"]),
        ] {
            assert_eq!(Lexeme::of(word).forms, forms, "{word}");
        }
    }

    #[test]
    fn parts_carry_their_stems() {
        let lexeme = Lexeme::of("Softwareentwicklerinnen");
        let terms: Vec<&[String]> = lexeme.parts.iter().map(|p| p.terms.as_slice()).collect();
        assert_eq!(terms[0][0], "software");
        assert_eq!(terms[1], ["entwicklerinnen", "entwickl"]);
        assert_eq!(lexeme.stems, ["softwareentwickl"]);
    }
}
