//! Spelling with the real German dictionary: what is flagged, what is not, and the command.

use std::collections::BTreeSet;
use std::fs;

use werdegang::corpus::{check, load};
use werdegang::spelling::{self, Finding, Letterhead, Reason, Speller};

use crate::helpers::installed::{Installed, stderr, stdout};

const DICTIONARY: &str = "/usr/share/hunspell/de_DE";

/// `None` where the dictionary is not installed; CI must have it.
fn speller() -> Option<Speller> {
    let read = |extension: &str| fs::read_to_string(format!("{DICTIONARY}.{extension}"));
    let (Ok(affixes), Ok(words)) = (read("aff"), read("dic")) else {
        assert!(std::env::var_os("CI").is_none(), "hunspell-de-de is not installed");
        println!("skipped: no {DICTIONARY}.dic");
        return None;
    };
    Some(Speller::new(&affixes, &words, []).unwrap())
}

fn prose() -> Vec<String> {
    let corpus = load::embedded().corpus;
    let texts = corpus.own_profiles().flat_map(|profile| {
        check::prose(profile).into_iter().map(|(_, text)| text.to_owned()).collect::<Vec<_>>()
    });
    texts.collect()
}

#[test]
fn one_wrong_letter_is_seen_and_right_words_are_left_alone() {
    let Some(speller) = speller() else { return };
    let mut words = BTreeSet::new();
    let (mut tokens, mut flagged) = (0, 0);
    for text in prose() {
        flagged += speller.unknown(&text).len();
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| w.chars().count() > 4) {
            tokens += 1;
            if word.chars().skip(1).all(char::is_lowercase) && speller.knows(word) {
                words.insert(word.to_owned());
            }
        }
    }
    assert!(tokens > 50_000, "only {tokens} tokens");
    assert!(flagged * 50 < tokens, "{flagged} of {tokens} right words are flagged");

    // Each word with one letter dropped, doubled, swapped or changed, in turn.
    let (mut tried, mut seen) = (0, 0);
    for (at, word) in words.iter().enumerate() {
        let mut letters: Vec<char> = word.chars().collect();
        let place = 1 + at % (letters.len() - 2);
        match at % 4 {
            0 => drop(letters.remove(place)),
            1 => letters.insert(place, 'x'),
            2 => letters.swap(place, place + 1),
            _ => letters[place] = 'q',
        }
        let wrong: String = letters.into_iter().collect();
        if wrong != *word {
            tried += 1;
            seen += usize::from(!speller.knows(&wrong));
        }
    }
    println!("{seen} of {tried} typing errors seen; {flagged} of {tokens} right words flagged");
    assert!(tried > 5_000, "only {tried} errors tried");
    assert!(seen * 100 >= tried * 99, "{seen} of {tried} typing errors seen");
}

#[test]
fn words_of_applications_are_known() {
    let Some(speller) = speller() else { return };
    for text in [
        "Mein Motivationsschreiben für die Stelle im Homeoffice (m/w/d) liegt bei.",
        "Als Mechatronikerin, Ergotherapeut oder Speditionskaufmann im Quereinstieg.",
    ] {
        let unknown = speller.unknown(text);
        assert!(unknown.is_empty(), "{unknown:?}");
    }
    let wrong = "Bewerbungsschreibn und Vorstellunggespräch";
    assert_eq!(speller.unknown(wrong).len(), 2);
    assert!(speller.suggestions("Bewerbungsschreibn").contains(&"Bewerbungsschreiben".to_owned()));
}

#[test]
fn the_command_names_place_reason_and_repair() {
    if speller().is_none() {
        return;
    }
    let installed = Installed::new();
    let text = "Sehr geehrte Frau Weber,\n\nIch koche  gern in Lindgrenhausen.\n\nMit freundlichen Grüßen,\nAnna";
    let file = installed.write("brief.txt", text);
    let file = file.to_str().unwrap();
    let done = installed.run(&["spell", "brief.txt"]);
    assert_eq!(
        stdout(&done),
        "brief.txt:3:1: nach dem Komma der Anrede geht es klein weiter; besser „ich“\n\
         brief.txt:3:10: mehr als ein Leerzeichen; besser „ “\n\
         brief.txt:3:20: „Lindgrenhausen“ steht in keinem Wörterbuch\n\
         brief.txt:5:24: nach der Grußformel steht im Deutschen kein Komma; bitte weglassen\n",
        "{}",
        stderr(&done)
    );
    assert_eq!(done.status.code(), Some(1));
    let added = installed.run(&["spell", "--add", "Lindgrenhausen"]);
    assert!(stdout(&added).trim_end().ends_with("words.txt"), "{}", stderr(&added));
    assert!(!stdout(&installed.run(&["spell", file])).contains("Lindgrenhausen"));

    let without = installed.run(&["spell", "brief.txt", "--dict", "nirgends.dic"]);
    assert_eq!(without.status.code(), Some(2));
    assert!(stderr(&without).contains("nirgends.aff ist nicht lesbar"), "{}", stderr(&without));
}

#[test]
fn a_cv_and_a_text_block_are_read_without_what_belongs_to_the_file() {
    if speller().is_none() {
        return;
    }
    let installed = Installed::new();
    installed.write(
        "ich.json",
        "{\n  \"basics\": { \"name\": \"Mara Lindgrenova\", \"summary\": \"Ich koche germ.\" },\n  \"work\": [ {\n    \"name\": \"Gasthof Ankerwinkl\", \"position\": \"Köchin\",\n    \"highlights\": [ \"Karte geschriben\" ] } ]\n}\n",
    );
    let done = installed.run(&["spell", "ich.json"]);
    assert_eq!(
        stdout(&done),
        "ich.json:2:65: „germ“ steht in keinem Wörterbuch\n\
         ich.json:5:28: „geschriben“ steht in keinem Wörterbuch\n",
        "{}",
        stderr(&done)
    );
    installed.write(
        "gruss.md",
        "+++\ntitle = \"Grusz\"\nkind = \"closing\"\n+++\nGern kome ich zu {{ firma.name }}.\n",
    );
    let done = installed.run(&["spell", "gruss.md"]);
    assert_eq!(stdout(&done), "gruss.md:5:6: „kome“ steht in keinem Wörterbuch\n");
}

#[test]
fn our_own_blocks_break_no_rule() {
    let corpus = load::embedded().corpus;
    let (general, _) = werdegang::tailoring::snippet::embedded();
    let applicant = werdegang::tailoring::Applicant::default();
    let mut read = 0;
    for profile in corpus.own_profiles() {
        let sources = werdegang::letter::Sources {
            profile,
            general: &general,
            applicant: &applicant,
            language: werdegang::i18n::Language::German,
        };
        let own = profile.snippets.iter().map(|s| werdegang::letter::Block::Own(s.name.clone()));
        let shared = general.iter().map(|s| werdegang::letter::Block::General(s.name.clone()));
        for block in own.chain(shared) {
            let letter = werdegang::letter::Letter {
                parts: vec![werdegang::letter::Part::block(block.clone())],
                ..werdegang::letter::Letter::default()
            };
            let text = werdegang::letter::text(&letter.rendered(sources));
            let found = spelling::rules(&text, &Letterhead::default());
            let wrong: Vec<&Finding> =
                found.iter().filter(|finding| finding.reason != Reason::Placeholder).collect();
            assert!(wrong.is_empty(), "{} {block:?}: {wrong:?} in {text}", profile.id);
            read += 1;
        }
    }
    assert!(read > 1_000, "only {read} blocks read");
}
