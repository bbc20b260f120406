//! Keys in, state and effects out: what the program decides, without a terminal.

mod filling;
mod filters;
mod letters;
#[cfg(feature = "documents")]
mod paper;
mod pay;
mod proof;

use werdegang::app::{Effect, Focus, Msg};
use werdegang::corpus::SectionKind;

use crate::helpers::stage::Stage;

fn marked_section(stage: &Stage) -> SectionKind {
    let reader = stage.model.reader.as_ref().unwrap();
    reader.document.sections()[reader.section()].kind
}

#[test]
fn typing_finds_and_previews_at_every_key() {
    let mut stage = Stage::new(120, 30);
    assert_eq!(stage.model.find.hits.len(), 3);
    for (typed, first) in [("o", "Ofenwart"), ("f", "Ofenwart"), ("e", "Ofenwart")] {
        stage.keys(typed);
        assert_eq!(stage.title(), first);
    }
    stage.keys("<ctrl-u>glasbläserin");
    assert_eq!(stage.title(), "Glasbläser");
    assert_eq!(stage.model.focus, Focus::Find);
}

#[test]
fn escape_goes_back_one_layer_at_a_time_and_never_quits_out_of_a_filled_box() {
    let mut stage = Stage::new(120, 30);
    stage.keys("glas<enter>/ofen<enter>b");
    assert!(stage.model.overlay.is_some());
    stage.keys("<esc>");
    assert!(stage.model.overlay.is_none());
    stage.keys("<esc>");
    assert!(stage.model.reader.as_ref().unwrap().needle.is_empty());
    assert_eq!(stage.model.focus, Focus::Reader);
    stage.keys("<esc>");
    assert_eq!((stage.model.focus, stage.model.find.query()), (Focus::Find, "glas"));
    stage.keys("<esc>");
    assert_eq!((stage.model.find.query(), stage.model.find.hits.len()), ("", 3));
    assert!(stage.effects.is_empty());
    // Only now, and only after a question.
    stage.keys("<esc>");
    assert!(stage.effects.is_empty());
    stage.keys("n<esc><enter>");
    assert_eq!(stage.effects, [Effect::Quit]);
}

#[test]
fn ctrl_c_always_leaves() {
    for before in ["", "glas", "<enter>", "<enter>b", "<f1>", "<enter>/x", "<ctrl-p>", "<esc>"] {
        let mut stage = Stage::new(80, 24);
        stage.keys(before).keys("<ctrl-c>");
        assert_eq!(stage.effects.last(), Some(&Effect::Quit), "after {before:?}");
    }
}

#[test]
fn q_is_a_letter_in_the_search_box_and_quits_in_the_reader() {
    let mut stage = Stage::new(80, 24);
    stage.keys("q");
    assert_eq!(stage.model.find.query(), "q");
    assert!(stage.effects.is_empty());
    stage.keys("<esc><enter>q");
    assert_eq!(stage.effects, [Effect::Quit]);
}

#[test]
fn sections_are_reached_by_number_and_by_stepping() {
    let mut stage = Stage::new(80, 24);
    stage.keys("glas<enter>2");
    assert_eq!(marked_section(&stage), SectionKind::Tasks);
    stage.keys("+");
    assert_eq!(marked_section(&stage), SectionKind::Skills);
    stage.keys("<down><down>-");
    assert_eq!(marked_section(&stage), SectionKind::Skills);
    stage.keys("-");
    assert_eq!(marked_section(&stage), SectionKind::Tasks);
    stage.keys("9");
    assert_eq!(marked_section(&stage), SectionKind::Tasks, "there is no ninth section");
}

#[test]
fn a_profile_is_found_again_where_it_was_left() {
    let mut stage = Stage::new(80, 24);
    stage.keys("glas<enter>4");
    let place = stage.model.reader.as_ref().unwrap().marker;
    stage.keys("<esc><ctrl-u>ofen<enter><esc><ctrl-u>glas<enter>");
    assert_eq!(stage.model.reader.as_ref().unwrap().marker, place);
}

#[test]
fn links_lead_to_related_professions_and_escape_comes_back() {
    let mut stage = Stage::new(80, 24);
    stage.keys("glas<enter>v<down><enter>");
    assert_eq!(stage.title(), "Ofenwart");
    stage.keys("<esc>");
    assert_eq!(stage.title(), "Glasbläser");
    assert_eq!(marked_section(&stage), SectionKind::Related);
}

#[test]
fn searching_in_the_profile_goes_round_and_gives_up_to_where_it_began() {
    let mut stage = Stage::new(80, 24);
    stage.keys("glas<enter>/ofen");
    let first = stage.model.reader.as_ref().unwrap().marker;
    stage.keys("<enter>n");
    let second = stage.model.reader.as_ref().unwrap().marker;
    assert!(second > first);
    stage.keys("N");
    assert_eq!(stage.model.reader.as_ref().unwrap().marker, first);
    stage.keys("<esc>2/hand<esc>");
    assert_eq!(marked_section(&stage), SectionKind::Tasks);
    stage.keys("/gibtesnicht<enter>");
    assert_eq!(
        stage.model.status.as_ref().unwrap().text,
        "„gibtesnicht“ steht nicht in diesem Profil."
    );
}

#[test]
fn copies_a_paragraph_a_section_and_a_profile() {
    let mut stage = Stage::new(80, 24);
    stage.keys("glas<enter><down>c2sp");
    let copies = stage.copies();
    assert_eq!(copies[0], "Am Ofen sammelst du zähes Glas auf die Pfeife und bläst es zur Kugel.");
    assert_eq!(
        copies[1],
        "Aufgaben\n\nDie Hitze gibt den Takt vor.\n\n- Glas anfangen und blasen\n- Stiele ziehen und ansetzen\n"
    );
    assert!(copies[2].starts_with("Glasbläser / Glasbläserin\nFormt aus flüssigem Glas"));
    assert!(copies[2].contains("Q3 über 7.100\u{a0}€"));
}

#[test]
fn late_answers_are_dropped() {
    let mut stage = Stage::without_index(80, 24);
    stage.keys("gl").keys("<backspace><backspace>of");
    let tickets: Vec<u64> = stage
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Search { ticket, .. } => Some(*ticket),
            _ => None,
        })
        .collect();
    let before = stage.model.find.hits.clone();
    stage.send(Msg::Found { ticket: tickets[0], found: Vec::new(), total: 0, names_only: false });
    assert_eq!(stage.model.find.hits, before);
    stage.send(Msg::Found {
        ticket: *tickets.last().unwrap(),
        found: Vec::new(),
        total: 0,
        names_only: false,
    });
    assert!(stage.model.find.hits.is_empty());
}

#[test]
fn a_paste_is_text_wherever_it_lands() {
    let mut stage = Stage::new(80, 24);
    stage.send(Msg::Paste("glas\nbläser".into()));
    assert_eq!(stage.model.find.query(), "glas bläser");
    stage.keys("<enter>");
    stage.send(Msg::Paste("q".into()));
    assert!(stage.effects.is_empty(), "a pasted q must not quit");
}

#[test]
fn the_palette_finds_professions_sections_and_commands() {
    let mut stage = Stage::new(80, 24);
    stage.keys("glas<enter><ctrl-p>ufer<enter>");
    assert_eq!(stage.title(), "Uferläufer");
    stage.keys("<esc><ctrl-p>kenntn<enter>");
    assert_eq!((stage.title(), marked_section(&stage)), ("Glasbläser", SectionKind::Skills));
    stage.keys("<ctrl-p>beenden<enter>");
    assert_eq!(stage.effects, [Effect::Quit]);
}

#[test]
fn the_wheel_and_clicks_reach_what_is_under_them() {
    let mut stage = Stage::new(120, 30);
    let list = stage.model.drawn.list_area;
    stage.send(Msg::Click { column: list.x + 2, row: list.y + 4 });
    assert_eq!(stage.title(), "Uferläufer");
    stage.send(Msg::Scroll { column: list.x, row: list.y, lines: -3 });
    assert_eq!(stage.title(), "Ofenwart");
    let reader = stage.model.drawn.reader_area;
    stage.send(Msg::Click { column: reader.x, row: reader.y });
    assert_eq!(stage.model.focus, Focus::Reader);
}

mod random {
    //! Whatever is pressed at whatever size: no panic.

    use proptest::prelude::*;
    use werdegang::keymap::{Key, KeyCode};

    use super::*;

    fn any_key() -> impl Strategy<Value = Key> {
        let code = prop_oneof![
            any::<char>().prop_map(KeyCode::Char),
            proptest::sample::select(
                "abcdefghijklmnopqrstuvwxyz/?+-0123456789 ".chars().collect::<Vec<_>>()
            )
            .prop_map(KeyCode::Char),
            proptest::sample::select(vec![
                KeyCode::Enter,
                KeyCode::Esc,
                KeyCode::Tab,
                KeyCode::BackTab,
                KeyCode::Backspace,
                KeyCode::Up,
                KeyCode::Down,
                KeyCode::Left,
                KeyCode::Right,
                KeyCode::PageUp,
                KeyCode::PageDown,
                KeyCode::Home,
                KeyCode::End,
                KeyCode::Delete,
                KeyCode::F(1),
                KeyCode::F(2),
                KeyCode::F(4),
            ]),
        ];
        (code, any::<bool>()).prop_map(|(code, ctrl)| {
            Key::new(
                code,
                ctrl && matches!(code, KeyCode::Char('p' | 'k' | 'r' | 'f' | 'u' | 'n')),
                false,
                false,
            )
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn keys_and_sizes_never_panic(
            steps in proptest::collection::vec((any_key(), 0u8..12, 1u16..140, 1u16..50), 1..60)
        ) {
            let mut stage = Stage::new(80, 24);
            for (key, resize, width, height) in steps {
                stage.send(Msg::Key(key));
                if resize == 0 {
                    stage.resize(width, height);
                }
            }
        }
    }
}
