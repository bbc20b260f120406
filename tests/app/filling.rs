//! Filling a text block: questions in the order of the text, choices, undo, copying.

use werdegang::app::Effect;

use crate::helpers::stage::Stage;

/// The form of the fixture's block "Motivation".
fn form() -> Stage {
    let mut stage = Stage::new(80, 24);
    stage.keys("glas<enter>bmotiv<enter>");
    stage
}

fn names(stage: &Stage) -> Vec<&str> {
    let form = stage.model.form().unwrap();
    form.filled.fields.iter().map(|field| field.name.as_str()).collect()
}

fn text(stage: &Stage) -> &str {
    &stage.model.form().unwrap().filled.text
}

#[test]
fn questions_come_in_the_order_of_the_text_and_grow_with_the_answers() {
    let mut stage = form();
    assert_eq!(names(&stage), ["kontakt.anrede", "jahre", "was"]);
    stage.keys("<pagedown>");
    assert_eq!(names(&stage), ["kontakt.anrede", "kontakt.titel", "kontakt.name", "jahre", "was"]);
    stage.keys("<tab><tab>Weber<tab>3<tab>Vasen");
    assert_eq!(text(&stage), "Sehr geehrte Frau Weber,\n\nseit 3 Jahren forme ich Vasen.");
    assert_eq!(stage.model.form().unwrap().open_count(), 0);
}

#[test]
fn choices_go_round_in_both_directions() {
    let mut stage = form();
    stage.keys("<tab>3<tab><pagedown>");
    assert!(text(&stage).ends_with("forme ich Vasen."));
    stage.keys("<pagedown>");
    assert!(text(&stage).ends_with("forme ich Kelche."));
    stage.keys("<pagedown>");
    assert!(text(&stage).ends_with("forme ich Vasen."));
    stage.keys("<pageup>");
    assert!(text(&stage).ends_with("forme ich Kelche."));
}

#[test]
fn undo_takes_back_one_answer_at_a_time_and_goes_to_its_field() {
    let mut stage = form();
    stage.keys("<tab>12<tab>Vasen");
    stage.keys("<ctrl-r>");
    assert!(text(&stage).ends_with("seit 12 Jahren forme ich [Was formst du?]."));
    stage.keys("<ctrl-r>");
    assert!(text(&stage).contains("seit [Seit wie vielen Jahren?] Jahren"));
    assert_eq!(stage.model.form().unwrap().field().unwrap().name, "jahre");
    stage.keys("<ctrl-r>");
    assert!(
        text(&stage).contains("seit [Seit wie vielen Jahren?] Jahren"),
        "nothing is left to undo"
    );
}

#[test]
fn an_answer_is_known_when_another_block_asks_the_same() {
    let mut stage = form();
    stage.keys("<tab>12<esc>bbetreff<enter><tab>4711<esc>bmotiv<enter>");
    assert!(text(&stage).contains("seit 12 Jahren"));
    stage.keys("<esc>bbetreff<enter>");
    assert_eq!(text(&stage), "Bewerbung als Glasbläserin bzw. Glasbläser, Kennziffer 4711");
}

#[test]
fn copying_with_open_fields_asks_once_and_leaves_visible_gaps() {
    let mut stage = form();
    stage.keys("<tab>12<ctrl-k>");
    assert!(stage.copies().is_empty(), "first a question");
    assert!(stage.screen().contains("Ein Feld ist noch offen"), "{}", stage.screen());
    stage.keys("n<ctrl-k>j");
    assert_eq!(
        stage.copies(),
        ["Sehr geehrte Damen und Herren,\n\nseit 12 Jahren forme ich [Was formst du?]."]
    );
    stage.keys("<tab>Vasen<ctrl-k>");
    let Some(Effect::Copy { subject, .. }) = stage.effects.last() else { panic!("copied at once") };
    assert_eq!(*subject, werdegang::app::CopySubject::Personal);
}

#[test]
fn the_questions_of_the_interface_follow_its_language() {
    let mut stage = form();
    assert!(stage.screen().contains("Anrede der Kontaktperson?"));
    stage.keys("<f4>");
    assert!(stage.screen().contains("How to address the contact?"));
}
