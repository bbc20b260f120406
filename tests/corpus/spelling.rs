//! Every word of the shipped texts is in a German dictionary or in the project's own list.

use std::collections::BTreeMap;
use std::fs;

use werdegang::corpus::{check, load};
use werdegang::tailoring::snippet;

/// Debian's `hunspell-de-de`; its licence keeps it out of the binary.
const DICTIONARY: &str = "/usr/share/hunspell/de_DE";

#[test]
fn every_word_is_known() {
    let read = |extension: &str| fs::read_to_string(format!("{DICTIONARY}.{extension}"));
    let (Ok(affixes), Ok(words)) = (read("aff"), read("dic")) else {
        assert!(std::env::var_os("CI").is_none(), "hunspell-de-de is not installed");
        println!("skipped: no {DICTIONARY}.dic");
        return;
    };
    let dictionary = spellbook::Dictionary::new(&affixes, &words).unwrap();
    let known: std::collections::BTreeSet<&str> = include_str!("../../data/words/known.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    let mut unknown: BTreeMap<String, String> = BTreeMap::new();
    let mut checked = 0;
    let mut used = std::collections::BTreeSet::new();
    for (place, text) in texts() {
        for word in words_of(&text) {
            checked += 1;
            if dictionary.check(&word) {
                continue;
            }
            if let Some(entry) = known.get(word.as_str()) {
                used.insert(*entry);
            } else {
                unknown.entry(word).or_insert_with(|| place.clone());
            }
        }
    }
    assert!(checked > 50_000, "only {checked} words");
    if std::env::var_os("UPDATE_WORDS").is_some() {
        for word in unknown.keys() {
            println!("{word}");
        }
    }
    assert!(unknown.is_empty(), "{} unknown words: {unknown:#?}", unknown.len());
    let idle: Vec<_> = known.difference(&used).collect();
    assert!(idle.is_empty(), "no longer needed in data/words/known.txt: {idle:?}");
}

/// Profiles and general blocks, with where each text stands.
fn texts() -> Vec<(String, String)> {
    let corpus = load::embedded().corpus;
    let profiles = corpus.own_profiles().flat_map(|profile| {
        check::prose(profile)
            .into_iter()
            .map(|(place, text)| (format!("{}: {place}", profile.id), without_code(text)))
            .collect::<Vec<_>>()
    });
    let (general, _) = snippet::embedded();
    let general = general.into_iter().map(|block| (block.name, without_code(&block.text)));
    profiles.chain(general).collect()
}

/// The text without what stands in `{{ }}` and `{% %}`.
fn without_code(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(['{']) {
        plain.push_str(&rest[..start]);
        plain.push(' ');
        rest = rest[start..]
            .find('}')
            .map_or("", |end| rest[start + end..].trim_start_matches(['}', '%']));
    }
    plain + rest
}

/// Words and parts of hyphenated words; abbreviations in capitals and names with digits are none.
fn words_of(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || "-–/()„“‚‘,.;:!?…".contains(c))
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().count() > 1 && word.chars().all(char::is_alphabetic))
        .filter(|word| word.chars().skip(1).any(char::is_lowercase))
        .map(str::to_owned)
        .collect()
}
