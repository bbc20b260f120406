//! Text cut into words; gender marks and `(m/w/d)` belong to no word.

use std::ops::Range;

/// A word and where it stands in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the word, without gender marks: `Entwickler` in `Entwickler:in`.
    pub range: Range<usize>,
    /// Bytes with its gender mark, for marking it on screen.
    pub marked: Range<usize>,
    /// A hyphen ties it to the word before.
    pub tied: bool,
}

impl Token {
    /// The word in the text the token was cut from.
    pub fn word<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.range.clone()).unwrap_or_default()
    }
}

/// Marks after a word that add the other gender. They follow one of the separators, an optional
/// hyphen allowed, or stand in round brackets.
const GENDER_ENDINGS: [&str; 12] =
    ["innen", "in", "frau", "frauen", "mann", "männer", "leute", "r", "n", "e", "er", "es"];

/// Names in which `In` with a capital is no gender mark.
const NOT_GENDERED: [&str; 6] = ["LinkedIn", "PlugIn", "LogIn", "CheckIn", "AddIn", "BuiltIn"];

/// What stands for "every gender" in an advertisement, in or without brackets.
const ALL_GENDERS: [&str; 12] =
    ["m", "w", "d", "x", "f", "i", "a", "gn", "mwd", "wmd", "div", "divers"];

/// Bytes of the longest of them.
const LONGEST_GENDER: usize = 6;

/// The words of a text in order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    Cutter { text, at: 0 }.cut()
}

struct Cutter<'a> {
    text: &'a str,
    at: usize,
}

impl Cutter<'_> {
    fn cut(mut self) -> Vec<Token> {
        let mut tokens: Vec<Token> = Vec::new();
        while let Some(c) = self.peek() {
            if c == '(' && self.skip_bracketed_genders() {
                continue;
            }
            if !self.at_word_start(c) {
                self.at += c.len_utf8();
                continue;
            }
            if self.skip_bare_genders() {
                continue;
            }
            let tied = tokens.last().is_some_and(|before| self.is_tied(before));
            let start = self.at;
            let end = self.word_end();
            self.at = end;
            let word_end = start + without_inner_gender(self.slice(start, end)).len();
            if word_end == end {
                self.skip_gender_mark(start);
            }
            tokens.push(Token { range: start..word_end, marked: start..self.at, tied });
        }
        tokens
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn slice(&self, start: usize, end: usize) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// A letter, a digit, or the dot of `.NET`.
    fn at_word_start(&self, c: char) -> bool {
        if c != '.' {
            return c.is_alphanumeric();
        }
        let before = self.slice(0, self.at).chars().next_back();
        let dot_of_its_own = before.is_none_or(|c| !c.is_alphanumeric() && c != '.');
        let name_follows = self.rest().chars().nth(1).is_some_and(char::is_uppercase)
            || self.rest().starts_with(".net");
        dot_of_its_own && name_follows
    }

    /// The end of the word that starts here: letters and digits, a dot before a short piece
    /// (`Node.js`, `3.000`), and what ends `C#` and `C++`.
    fn word_end(&self) -> usize {
        let mut end = self.at + usize::from(self.rest().starts_with('.'));
        loop {
            end += piece_len(self.text.get(end..).unwrap_or_default());
            let after = self.text.get(end..).unwrap_or_default();
            match after.strip_prefix('.').map(piece_len) {
                Some(piece @ 1..=4) => end += 1 + piece,
                _ => break,
            }
        }
        let after = self.text.get(end..).unwrap_or_default();
        let marks = after.len() - after.trim_start_matches(['+', '#']).len();
        let goes_on = after.get(marks..).is_some_and(|rest| piece_len(rest) > 0);
        if (1..=2).contains(&marks) && !goes_on { end + marks } else { end }
    }

    fn is_tied(&self, before: &Token) -> bool {
        let between = self.slice(before.marked.end, self.at);
        matches!(between, "-" | "\u{2010}" | "\u{2011}")
    }

    /// `/in`, `/-in`, `:in`, `*innen`, `_in`, `(in)`, `/-frau`, `e:r`.
    fn skip_gender_mark(&mut self, word_start: usize) {
        let word = self.slice(word_start, self.at);
        let rest = self.rest();
        let mark = if let Some(inside) = rest.strip_prefix('(') {
            bracketed_ending(inside, word).map(|len| len + 1)
        } else if let Some(after) = rest.strip_prefix(['/', ':', '*', '_', '·', '|']) {
            let separator = rest.len() - after.len();
            let bare = after.strip_prefix('-').unwrap_or(after);
            gender_ending(bare, word).map(|len| separator + after.len() - bare.len() + len)
        } else {
            None
        };
        self.at += mark.unwrap_or_default();
    }

    /// `(m/w/d)`, `(all genders)`.
    fn skip_bracketed_genders(&mut self) -> bool {
        let Some((inside, _)) = self.rest().get(1..).and_then(|rest| rest.split_once(')')) else {
            return false;
        };
        let known = ["all genders", "alle geschlechter", "all gender", "alle"];
        let lower = inside.trim().to_lowercase();
        let letters = lower.split(['/', '|', ',', '*', ' ', '-']).filter(|piece| !piece.is_empty());
        let genders = known.contains(&lower.as_str())
            || letters.clone().count() > 0 && letters.clone().all(|p| ALL_GENDERS.contains(&p));
        if genders {
            self.at += inside.len() + 2;
        }
        genders
    }

    /// `m/w/d` without brackets.
    fn skip_bare_genders(&mut self) -> bool {
        let rest = self.rest();
        let first = piece_len(rest);
        if first > LONGEST_GENDER || !rest.get(first..).unwrap_or_default().starts_with(['/', '|'])
        {
            return false; // By far the most words.
        }
        let len = rest
            .find(|c: char| !c.is_alphanumeric() && !matches!(c, '/' | '|'))
            .unwrap_or(rest.len());
        let pieces: Vec<String> =
            rest.get(..len).unwrap_or_default().split(['/', '|']).map(str::to_lowercase).collect();
        let genders = pieces.len() >= 2 && pieces.iter().all(|p| ALL_GENDERS.contains(&p.as_str()));
        if genders {
            self.at += len;
        }
        genders
    }
}

/// Bytes of letters, digits and combining marks at the start.
fn piece_len(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&c))
        .unwrap_or(text.len())
}

/// Length of a gender ending at the start that fits the word and ends there.
fn gender_ending(text: &str, word: &str) -> Option<usize> {
    let len = piece_len(text);
    let ending = text.get(..len)?.to_lowercase();
    let fits = GENDER_ENDINGS.contains(&ending.as_str())
        && match ending.as_str() {
            // `Angestellte:r` and `Beamte(r)`, but not `A/R` or `Client/e`.
            "r" | "n" => word.ends_with('e'),
            "e" => word.ends_with('r'),
            "er" | "es" => false,
            _ => word.chars().count() >= 3,
        };
    fits.then_some(len)
}

/// Length of what closes and follows an opened bracket: `in)`, and with the ending that comes
/// after an optional one `e)in` as in `Pädagog(e)in`, `er)e` as in `kaufmännisch(er)e`.
fn bracketed_ending(text: &str, word: &str) -> Option<usize> {
    let (inside, after) = text.split_once(')')?;
    let follows = after.get(..piece_len(after))?;
    let whole = follows.is_empty() && gender_ending(inside, word) == Some(inside.len());
    let inserted = ["e", "er", "r", "en", "n"].contains(&inside)
        && ["in", "innen", "e", "r"].contains(&follows);
    (whole || inserted).then_some(inside.len() + 1 + follows.len())
}

/// `EntwicklerIn` and `EntwicklerInnen` without the part after the inner capital.
fn without_inner_gender(word: &str) -> &str {
    let base = word.strip_suffix("Innen").or_else(|| word.strip_suffix("In"));
    match base {
        Some(base)
            if base.len() >= 3
                && base.ends_with(char::is_lowercase)
                && !NOT_GENDERED.contains(&word) =>
        {
            base
        }
        _ => word,
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a test may stop at a wrong place")]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|token| token.word(text)).collect()
    }

    #[test]
    fn words_of_titles_and_advertisements() {
        for (text, expected) in [
            ("Koch / Köchin", &["Koch", "Köchin"][..]),
            ("Entwickler/in", &["Entwickler"]),
            ("Entwickler/-in gesucht", &["Entwickler", "gesucht"]),
            ("Entwickler:in", &["Entwickler"]),
            ("Entwickler*innen", &["Entwickler"]),
            ("Entwickler_in", &["Entwickler"]),
            ("Entwickler(in)", &["Entwickler"]),
            ("EntwicklerIn", &["Entwickler"]),
            ("EntwicklerInnen", &["Entwickler"]),
            ("LinkedIn", &["LinkedIn"]),
            ("Backend Developer (m/w/d)", &["Backend", "Developer"]),
            ("Koch (w/m/x) in Teilzeit", &["Koch", "in", "Teilzeit"]),
            ("Koch m/w/d", &["Koch"]),
            ("Developer (all genders)", &["Developer"]),
            ("Kaufmann/-frau im Einzelhandel", &["Kaufmann", "im", "Einzelhandel"]),
            ("Angestellte:r", &["Angestellte"]),
            ("Beamte(r)", &["Beamte"]),
            ("Kindergartenpädagog(e)in", &["Kindergartenpädagog"]),
            ("Technisch(er)e Assistent/in", &["Technisch", "Assistent"]),
            ("Zahl(en) und (Wort)spiel", &["Zahl", "en", "und", "Wort", "spiel"]),
            ("C#, C++ und .NET", &["C#", "C++", "und", ".NET"]),
            ("Node.js und 3.000 Stück", &["Node.js", "und", "3.000", "Stück"]),
            ("Satz.Anschluss", &["Satz", "Anschluss"]),
            ("C#-Entwickler", &["C#", "Entwickler"]),
            ("A+B", &["A", "B"]),
            ("...und so weiter.", &["und", "so", "weiter"]),
            ("CI/CD", &["CI", "CD"]),
            ("TCP/IP", &["TCP", "IP"]),
            ("Ba\u{308}cker", &["Ba\u{308}cker"]),
            ("(m/w/d", &["d"][..0]),
            ("", &[]),
        ] {
            assert_eq!(words(text), expected, "{text}");
        }
    }

    #[test]
    fn hyphens_tie_words() {
        let tied = |text| tokens(text).iter().map(|token| token.tied).collect::<Vec<_>>();
        assert_eq!(tied("Backend-Entwickler"), [false, true]);
        assert_eq!(tied("Einzel- und Großhandel"), [false, false, false]);
        assert_eq!(tied("IT-System-Elektroniker:in Köln"), [false, true, true, false]);
    }

    #[test]
    fn the_mark_belongs_to_what_is_shown() {
        let text = "Die Entwickler:in kommt";
        assert_eq!(&text[tokens(text)[1].marked.clone()], "Entwickler:in");
    }
}
