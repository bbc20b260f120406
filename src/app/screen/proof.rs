//! What a proofreader found in a letter: where, why, and the repair one key away.
//!
//! The whole letter is read as one text, because rules look across parts; findings are kept by
//! part, in the text as it is shown.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::app::cursor::Cursor;
use crate::letter::Rendered;
use crate::spelling::{Finding, Letterhead, Reason};
use crate::tailoring::SpanKind;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Proof {
    pub findings: Vec<Found>,
    /// The list of findings in place of the parts, with the chosen one.
    pub list: Option<Cursor>,
    /// Whether the last text was read with a dictionary.
    pub dictionary: bool,
    answered: bool,
    /// Counts questions; answers to older ones are dropped.
    ticket: u64,
    asked: Option<(String, Letterhead)>,
    /// What unknown words could mean; absent until it was asked.
    suggestions: BTreeMap<String, Vec<String>>,
    /// Which of its repairs is chosen for the finding in the list.
    choice: usize,
}

/// A finding in a part.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub part: usize,
    /// Bytes of the part's text as it is shown.
    pub range: Range<usize>,
    /// What stands there.
    pub text: String,
    pub reason: Reason,
    repairs: Vec<String>,
}

/// Between parts, as in the finished letter.
const BETWEEN: &str = "\n\n";

impl Proof {
    /// The question to ask if the letter is another one than the one read last.
    pub fn question(
        &mut self,
        rendered: &[Rendered],
        head: Letterhead,
    ) -> Option<(u64, String, Letterhead)> {
        let texts: Vec<String> = rendered.iter().map(|part| part.filled.masked().0).collect();
        let text = texts.join(BETWEEN);
        if self.asked.as_ref().is_some_and(|(t, h)| *t == text && *h == head) {
            return None;
        }
        self.ticket += 1;
        self.asked = Some((text.clone(), head.clone()));
        Some((self.ticket, text, head))
    }

    /// The text is to be read again, although it is the same.
    pub fn forget(&mut self) {
        self.asked = None;
    }

    pub fn answer(
        &mut self,
        ticket: u64,
        findings: Vec<Finding>,
        dictionary: bool,
        rendered: &[Rendered],
    ) {
        if ticket != self.ticket {
            return;
        }
        self.dictionary = dictionary;
        self.answered = true;
        let mut starts = Vec::new();
        let mut at = 0;
        for part in rendered {
            let length = part.filled.masked().0.len();
            starts.push(at..at + length);
            at += length + BETWEEN.len();
        }
        let text = self.asked.as_ref().map(|(text, _)| text.as_str()).unwrap_or_default();
        let place = |finding: Finding| {
            let Finding { range, reason, repairs } = finding;
            let part = starts.iter().position(|s| s.start <= range.start && range.end <= s.end)?;
            let start = starts.get(part)?.start;
            let found = text.get(range.clone())?.to_owned();
            let range = range.start - start..range.end - start;
            // Questions that are open are counted elsewhere.
            let spans = rendered.get(part).map(|part| part.filled.masked().1).unwrap_or_default();
            let open = spans.iter().any(|span| {
                span.kind == SpanKind::Open
                    && span.range.start <= range.start
                    && range.end <= span.range.end
            });
            (!open).then_some(Found { part, range, text: found, reason, repairs })
        };
        self.findings = findings.into_iter().filter_map(place).collect();
        if let Some(list) = &mut self.list {
            list.select(list.selected(), self.findings.len());
            if self.findings.is_empty() {
                self.list = None;
            }
        }
        self.choice = 0;
    }

    pub fn suggestions(&mut self, word: String, repairs: Vec<String>) {
        self.suggestions.insert(word, repairs);
    }

    pub fn selected(&self) -> Option<&Found> {
        self.findings.get(self.list?.selected())
    }

    pub fn step(&mut self, by: isize) {
        let count = self.findings.len();
        if let Some(list) = &mut self.list {
            list.step(by, count);
            self.choice = 0;
        }
    }

    /// The next repair of the chosen finding.
    pub fn next_repair(&mut self) {
        let count = self.selected().map_or(0, |found| self.repairs(found).len());
        self.choice = (self.choice + 1) % count.max(1);
    }

    /// What could stand there instead, an empty text for nothing.
    pub fn repairs<'a>(&'a self, found: &'a Found) -> &'a [String] {
        match &found.reason {
            Reason::Unknown(word) => self.suggestions.get(word).map_or(&[], Vec::as_slice),
            _ => &found.repairs,
        }
    }

    /// The repair that the key takes.
    pub fn repair(&self) -> Option<&str> {
        let found = self.selected()?;
        self.repairs(found).get(self.choice).map(String::as_str)
    }

    /// Position of the chosen repair among the repairs.
    pub fn choice(&self) -> usize {
        self.choice
    }

    /// Whether an answer has come at all.
    pub fn was_read(&self) -> bool {
        self.answered
    }

    /// An unknown word whose meaning was not asked yet.
    pub fn to_ask(&self) -> Option<String> {
        match &self.selected()?.reason {
            Reason::Unknown(word) if !self.suggestions.contains_key(word) => Some(word.clone()),
            _ => None,
        }
    }

    /// Places in a part's shown text that are still what was read.
    pub fn marks<'a>(
        &'a self,
        part: usize,
        shown: &'a str,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        let here = self.findings.iter().filter(move |found| found.part == part);
        here.filter(|found| shown.get(found.range.clone()) == Some(&found.text))
            .map(|found| found.range.clone())
    }
}

/// `text` with the finding repaired. The shown text may hide secrets, so the place is counted by
/// how often the same words stand before it.
pub fn repaired(text: &str, shown: &str, found: &Found, repair: &str) -> Option<String> {
    let before = shown.get(..found.range.start)?.matches(found.text.as_str()).count();
    let (at, _) = text.match_indices(found.text.as_str()).nth(before)?;
    let mut out = text.get(..at)?.to_owned();
    out.push_str(repair);
    out.push_str(text.get(at + found.text.len()..)?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::profile::SnippetKind;
    use crate::tailoring::Filled;

    fn part(text: &str) -> Rendered {
        let filled = Filled { text: text.to_owned(), ..Filled::default() };
        Rendered { title: String::new(), kind: SnippetKind::Opening, filled, edited: true }
    }

    fn unknown(range: Range<usize>, word: &str) -> Finding {
        Finding { range, reason: Reason::Unknown(word.to_owned()), repairs: Vec::new() }
    }

    #[test]
    fn findings_belong_to_parts_and_late_answers_are_dropped() {
        let rendered = [part("Guten Tag,"), part("ich koche germ und germ")];
        let mut proof = Proof::default();
        let (first, text, _) = proof.question(&rendered, Letterhead::default()).unwrap();
        assert_eq!(text, "Guten Tag,\n\nich koche germ und germ");
        assert_eq!(proof.question(&rendered, Letterhead::default()), None);
        let second = text.rfind("germ").unwrap();
        proof.answer(first, vec![unknown(second..second + 4, "germ")], true, &rendered);
        assert_eq!(proof.findings[0].part, 1);
        let shown = "ich koche germ und germ";
        assert!(proof.marks(1, shown).eq(std::iter::once(19..23)));
        assert_eq!(proof.marks(1, "ich koche gern und gern").count(), 0);
        let repaired = repaired(shown, shown, &proof.findings[0], "gern").unwrap();
        assert_eq!(repaired, "ich koche germ und gern");
        proof.answer(first - 1, Vec::new(), true, &rendered);
        assert_eq!(proof.findings.len(), 1, "an older answer changes nothing");
    }

    #[test]
    fn suggestions_are_asked_once_and_one_of_them_is_chosen() {
        let rendered = [part("germ")];
        let mut proof = Proof { list: Some(Cursor::default()), ..Proof::default() };
        let (ticket, ..) = proof.question(&rendered, Letterhead::default()).unwrap();
        proof.answer(ticket, vec![unknown(0..4, "germ")], true, &rendered);
        assert_eq!(proof.to_ask().as_deref(), Some("germ"));
        proof.suggestions("germ".into(), vec!["gern".into(), "Germ".into()]);
        assert_eq!((proof.to_ask(), proof.repair()), (None, Some("gern")));
        proof.next_repair();
        assert_eq!(proof.repair(), Some("Germ"));
        proof.next_repair();
        assert_eq!(proof.repair(), Some("gern"));
    }
}
