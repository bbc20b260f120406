//! What the letter says of whom it goes to, against what is known of them.

use std::ops::Range;

use super::{Letterhead, finding, is_salutation, lines, words};
use crate::spelling::{Finding, Reason};

pub(super) fn salutation_fits(text: &str, head: &Letterhead, found: &mut Vec<Finding>) {
    let Some((address, name)) = &head.contact else { return };
    // Salutations leave the first name out.
    let surname = name.rsplit(' ').next().unwrap_or(name);
    for (at, line) in lines(text) {
        let trimmed = line.trim();
        if !is_salutation(trimmed) {
            continue;
        }
        let other = if address == "Frau" { "Herr" } else { "Frau" };
        let wrong = trimmed.split([' ', ',']).any(|word| word == other);
        let named = trimmed.contains(" Frau ") || trimmed.contains(" Herr ");
        if wrong || (named && !trimmed.contains(surname)) {
            let reason = Reason::Salutation { address: address.clone(), name: name.clone() };
            found.push(finding(at, at + line.len(), reason, &[]));
        }
    }
}

/// Endings of company names.
const LEGAL_FORMS: &[&str] = &["GmbH", "gGmbH", "mbH", "AG", "KG", "KGaA", "SE", "OHG", "eG"];

/// A company that is neither the one written to nor one the person worked for: left over from the
/// last letter.
pub(super) fn company_fits(text: &str, head: &Letterhead, found: &mut Vec<Finding>) {
    let Some(company) = &head.company else { return };
    let known = |name: &str| {
        let mut companies = std::iter::once(company).chain(&head.other_companies);
        companies.any(|known| known.contains(name) || name.contains(known.as_str()))
    };
    let all: Vec<(Range<usize>, &str)> = words(text).collect();
    let mut from = 0;
    for (at, (range, word)) in all.iter().enumerate() {
        if !LEGAL_FORMS.contains(word) {
            continue;
        }
        // The name: words with a capital or a number before the legal form, on the same line.
        let before = all.get(from..at).unwrap_or_default();
        let part_of_name = |(place, word): &&(Range<usize>, &str)| {
            let between = text.get(place.end..range.start).unwrap_or_default();
            let initial = word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
            initial && !between.contains(['\n', '.', ',', ';', ':', '!', '?'])
        };
        let name = before.iter().rev().take_while(part_of_name).take(5).last();
        let Some((start, _)) = name else { continue };
        from = at + 1;
        let whole = text.get(start.start..range.end).unwrap_or_default();
        // „Bei der Löwe GmbH“: a sentence may begin right before the name.
        let shorter = whole.split_once(' ').map_or("", |(_, rest)| rest);
        let fits = known(whole) || (shorter.contains(' ') && known(shorter));
        if !fits {
            let reason = Reason::Company(company.clone());
            found.push(finding(start.start, range.end, reason, &[company]));
        }
    }
}
