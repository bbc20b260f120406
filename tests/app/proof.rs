//! Proofreading on the desk: what is found, gone through and repaired with one key.

use werdegang::app::model::Page;
use werdegang::app::screen::desk;
use werdegang::app::{Effect, Msg};
use werdegang::spelling::{self, Finding, Reason};

use crate::helpers::stage::Stage;

fn desk(stage: &Stage) -> &desk::State {
    match stage.model.pages.last() {
        Some(Page::Desk(desk)) => desk,
        _ => panic!("no desk in front"),
    }
}

/// A letter of one free part with this text.
fn letter(text: &str) -> Stage {
    let mut stage = Stage::shipped(120, 40);
    stage.keys("koch<enter>l");
    let parts = desk(&stage).letter.parts.len();
    stage.keys(&"x".repeat(parts)).keys("afreier<enter>e");
    stage.send(Msg::Paste(text.to_owned())).keys("<tab>");
    stage
}

/// What the proofreader would say: its rules, and these words as unknown ones.
fn read(stage: &mut Stage, unknown: &[&str]) {
    let (ticket, text, head) = stage.to_read.clone().unwrap();
    let mut findings = spelling::rules(&text, &head);
    for word in unknown {
        let start = text.find(word).unwrap();
        let reason = Reason::Unknown((*word).to_owned());
        findings.push(Finding { range: start..start + word.len(), reason, repairs: Vec::new() });
    }
    findings.sort_by_key(|finding| finding.range.start);
    stage.send(Msg::Proofread { ticket, findings, dictionary: true });
}

#[test]
fn every_finding_is_repaired_by_one_key_and_comes_back_with_undo() {
    let mut stage = letter("ich ich koche  germ.\n\nMit freundlichen Grüßen,\n\nMara");
    read(&mut stage, &["germ"]);
    assert!(stage.screen().contains("4 Stellen zu prüfen"), "{}", stage.screen());
    stage.keys("p");
    assert!(stage.screen().contains("„ich“ steht zweimal"), "{}", stage.screen());
    stage.keys("<enter>");
    read(&mut stage, &["germ"]);
    stage.keys("<enter>");
    read(&mut stage, &["germ"]);
    assert_eq!(stage.effects.last(), Some(&Effect::Suggest { word: "germ".into() }));
    let repairs = vec!["Germ".to_owned(), "gern".to_owned()];
    stage.send(Msg::Suggestions { word: "germ".into(), repairs });
    assert!(stage.screen().contains("→ Germ (1/2)"), "{}", stage.screen());
    stage.keys("<space>");
    assert!(stage.screen().contains("→ gern (2/2)"), "{}", stage.screen());
    stage.keys("<enter>");
    read(&mut stage, &[]);
    assert!(stage.screen().contains("→ weglassen"), "{}", stage.screen());
    stage.keys("<enter>");
    read(&mut stage, &[]);
    let text = desk(&stage).text();
    assert_eq!(text, "ich koche gern.\n\nMit freundlichen Grüßen\n\nMara");
    assert!(desk(&stage).proof.list.is_none(), "nothing left: the parts are shown again");
    stage.keys("p");
    assert!(stage.screen().contains("Nichts gefunden"), "{}", stage.screen());
    stage.keys("uuuu");
    assert!(desk(&stage).text().starts_with("ich ich koche  germ."), "{}", desk(&stage).text());
}

#[test]
fn a_late_answer_marks_nothing_in_a_changed_text() {
    let mut stage = letter("koche germ");
    let (ticket, ..) = stage.to_read.clone().unwrap();
    stage.keys("e").send(Msg::Paste("e".to_owned()));
    let reason = Reason::Unknown("germ".into());
    let findings = vec![Finding { range: 6..10, reason, repairs: Vec::new() }];
    stage.send(Msg::Proofread { ticket, findings, dictionary: true });
    assert!(desk(&stage).proof.findings.is_empty());
}

#[test]
fn a_word_is_learned_and_the_letter_is_read_again() {
    let mut stage = letter("koche mit Liebstöckl");
    read(&mut stage, &["Liebstöckl"]);
    stage.keys("pw");
    assert_eq!(stage.effects.last(), Some(&Effect::Learn { word: "Liebstöckl".into() }));
    let (before, ..) = stage.to_read.clone().unwrap();
    stage.send(Msg::Learned("Liebstöckl".into()));
    let (after, ..) = stage.to_read.clone().unwrap();
    assert_eq!(after, before + 1);
}

#[test]
fn open_questions_are_not_findings_and_without_a_dictionary_it_is_said() {
    let mut stage = Stage::shipped(120, 40);
    stage.keys("koch<enter>l");
    let (ticket, text, head) = stage.to_read.clone().unwrap();
    assert!(text.contains('['), "{text}");
    let findings = spelling::rules(&text, &head);
    assert!(!findings.is_empty());
    stage.send(Msg::Proofread { ticket, findings, dictionary: false });
    assert!(desk(&stage).proof.findings.is_empty(), "{:?}", desk(&stage).proof.findings);
    assert!(stage.screen().contains("kein Wörterbuch (apt install hunspell-de-de)"));
}
