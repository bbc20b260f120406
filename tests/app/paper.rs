//! The document screen: what is chosen is shown and written.

use std::sync::Arc;

use werdegang::app::model::Page;
use werdegang::app::screen::paper;
use werdegang::app::{Effect, Msg};
use werdegang::config::PictureSetting;
use werdegang::document::content::Content;
use werdegang::document::order::{Format, Order};
use werdegang::document::{Design, Obstacle};
use werdegang::spelling::{self, Reason};
use werdegang::tailoring::applicant;
use werdegang::ui::Pictures;

use crate::helpers::stage::Stage;

const PERSON: &str = r#"{ "basics": { "name": "Mara Lindner" },
  "work": [ { "name": "Gasthof Anker", "position": "Köchin", "startDate": "2019-03" } ] }"#;

/// The person at the desk with a letter.
fn desk() -> Stage {
    let mut stage = Stage::shipped(120, 40);
    stage.model.shared.applicant = applicant::parse("ich.json", PERSON).unwrap();
    stage.keys("koch<enter>l");
    stage
}

fn paper(stage: &Stage) -> &paper::State {
    match stage.model.pages.last() {
        Some(Page::Paper(paper)) => paper,
        _ => panic!("no document in front"),
    }
}

/// The last picture that was asked for.
fn asked(stage: &Stage) -> (u64, Order) {
    let wishes = stage.effects.iter().rev();
    let mut previews = wishes.filter_map(|effect| match effect {
        Effect::Preview { ticket, order, .. } => Some((*ticket, (**order).clone())),
        _ => None,
    });
    previews.next().unwrap()
}

/// Paints it as the thread would.
fn painted(stage: &mut Stage) {
    let (ticket, order) = asked(stage);
    let picture = order.picture(400).map(Arc::new);
    stage.send(Msg::Preview { ticket, picture });
}

#[test]
fn a_choice_is_shown_as_a_picture_and_written_as_chosen() {
    let mut stage = desk();
    stage.pictures = Pictures::new(PictureSetting::Blocks, false);
    stage.keys("<alt-d>");
    assert_eq!(asked(&stage).1.document.parts.len(), 1);
    painted(&mut stage);
    assert!(stage.screen().contains("Eine Seite"), "{}", stage.screen());
    assert!(stage.screen().contains('▀'), "{}", stage.screen());
    assert!(stage.screen().contains("Fragen sind offen"), "{}", stage.screen());
    assert!(!stage.screen().contains("Schwarz auf Weiß"));
    // Folder, modern, single column, Word.
    stage.keys("<right><right><right><down><right>");
    let (_, order) = asked(&stage);
    assert_eq!((order.document.parts.len(), order.style.design), (3, Design::Modern));
    assert_eq!(order.words, ["Bewerbung", "Mara Lindner", ""]);
    painted(&mut stage);
    assert!(stage.screen().contains("Seite 1 von 3"), "{}", stage.screen());
    assert!(stage.screen().contains("Farbige Linien"), "{}", stage.screen());
    stage.keys("<down><down><down><down><right><enter>");
    let Some(Effect::WriteDocument { order, format }) = stage.effects.last() else {
        panic!("{:?}", stage.effects.last())
    };
    assert_eq!(*format, Format::Word);
    let (name, bytes, _) = order.file(*format).unwrap();
    assert_eq!(name, "Bewerbung-Mara-Lindner.docx");
    assert!(bytes.starts_with(b"PK"));
}

#[test]
fn the_same_choice_is_asked_once_and_late_pictures_are_dropped() {
    let mut stage = desk();
    stage.keys("<alt-d>");
    let count = |stage: &Stage| {
        stage.effects.iter().filter(|effect| matches!(effect, Effect::Preview { .. })).count()
    };
    let (first, order) = asked(&stage);
    stage.keys("<down><up>");
    assert_eq!(count(&stage), 1);
    stage.keys("<right>");
    assert_eq!(count(&stage), 2);
    let picture = order.picture(100).map(Arc::new);
    stage.send(Msg::Preview { ticket: first, picture });
    assert_eq!(paper(&stage).picture, None);
}

#[test]
fn what_is_in_the_way_stands_where_the_page_would() {
    let mut stage = Stage::shipped(120, 40);
    stage.keys("koch<enter>l<alt-d>");
    assert!(stage.screen().contains("basics.name: der Name fehlt"), "{}", stage.screen());
    stage.keys("<enter>");
    assert!(!matches!(stage.effects.last(), Some(Effect::WriteDocument { .. })));
    let mut stage = desk();
    stage.keys("<alt-d>");
    let obstacle = Obstacle::new(("Zeichen", "character"), ("„א“ fehlt", "missing"));
    let ticket = asked(&stage).0;
    stage.send(Msg::Preview { ticket, picture: Err(vec![obstacle]) });
    assert!(stage.screen().contains("Zeichen: „א“ fehlt"), "{}", stage.screen());
}

#[test]
fn without_colour_the_page_is_shown_as_text() {
    let mut stage = desk();
    stage.keys("<alt-d><right>");
    painted(&mut stage);
    let screen = stage.screen();
    assert!(screen.contains("Berufserfahrung") && screen.contains("seit 03/2019"), "{screen}");
    assert!(!screen.contains('▀'), "{screen}");
}

#[test]
fn without_a_letter_there_are_cv_offer_and_the_open_profession() {
    let mut stage = Stage::shipped(120, 40);
    stage.model.shared.applicant = applicant::parse("ich.json", PERSON).unwrap();
    stage.keys("koch<enter><alt-d>");
    let mut seen = Vec::new();
    for _ in 0..4 {
        seen.push(paper(&stage).kind());
        stage.keys("<right>");
    }
    use paper::Kind;
    assert_eq!(seen, [Kind::Cv, Kind::Offer, Kind::Profile, Kind::Cv]);
    stage.keys("<esc>");
    assert_eq!(stage.title(), "Koch");
}

#[test]
fn the_address_of_the_job_stands_on_the_letter_and_the_salutation_is_held_against_it() {
    let advert = "Köchin (m/w/d)\nGasthof Muster GmbH\n\nAnsprechpartnerin: Frau Dr. Anna Weber\n";
    let mut stage = Stage::shipped(120, 40);
    stage.model.shared.applicant = applicant::parse("ich.json", PERSON).unwrap();
    stage.keys("koch<enter>a");
    stage.send(Msg::Paste(advert.to_owned()));
    // The last two fields: street and town.
    stage.keys("<tab>").keys(&"<down>".repeat(9));
    stage.keys("Am Markt 3<down>04109 Leipzig");
    stage.keys("<tab>l");
    let (_, _, head) = stage.to_read.clone().unwrap();
    assert_eq!(head.contact, Some(("Frau".to_owned(), "Anna Weber".to_owned())));
    assert_eq!(head.company.as_deref(), Some("Gasthof Muster GmbH"));
    let (_, text, head) = stage.to_read.clone().unwrap();
    assert!(text.contains("Sehr geehrte Frau Dr. Weber,"), "{text}");
    let found = spelling::rules(&text, &head);
    assert!(found.iter().all(|f| f.reason == Reason::Placeholder), "{found:?}");
    stage.keys("<alt-d>");
    let (_, order) = asked(&stage);
    let Some(Content::Letter(sheet)) = order.document.parts.first() else { panic!() };
    assert_eq!(
        sheet.recipient,
        ["Gasthof Muster GmbH", "Frau Dr. Anna Weber", "Am Markt 3", "04109 Leipzig"]
    );
    assert_eq!(order.words, ["Anschreiben", "Mara Lindner", "Gasthof Muster GmbH"]);
}
