//! The screen as text at the sizes people use, and the styles that text snapshots lose.

use insta::assert_snapshot;
use ratatui::style::Modifier;

use crate::helpers::stage::Stage;

#[test]
fn the_first_screen() {
    assert_snapshot!("start_80x24", Stage::new(80, 24).screen());
    assert_snapshot!("start_120x30", Stage::new(120, 30).screen());
}

#[test]
fn a_repaired_hit_says_so_and_shows_the_line() {
    assert_snapshot!("search_repaired_80x24", Stage::new(80, 24).keys("glasblaesre").screen());
    assert_snapshot!("search_text_80x24", Stage::new(80, 24).keys("pfeife").screen());
    assert_snapshot!("search_nothing_80x24", Stage::new(80, 24).keys("xyzxyz").screen());
}

#[test]
fn reading() {
    assert_snapshot!("reader_80x24", Stage::new(80, 24).keys("glas<enter>").screen());
    assert_snapshot!("reader_pay_80x24", Stage::new(80, 24).keys("glas<enter>4").screen());
    assert_snapshot!("reader_160x50", Stage::new(160, 50).keys("glas<enter>").screen());
    assert_snapshot!("reader_find_80x24", Stage::new(80, 24).keys("glas<enter>/ofen").screen());
}

#[test]
fn layers() {
    assert_snapshot!("palette_80x24", Stage::new(80, 24).keys("<ctrl-p>glas").screen());
    assert_snapshot!("help_80x24", Stage::new(80, 24).keys("<f1>").screen());
    assert_snapshot!("blocks_80x24", Stage::new(80, 24).keys("glas<enter>b").screen());
    assert_snapshot!("quit_80x24", Stage::new(80, 24).keys("<esc>").screen());
    assert_snapshot!("english_80x24", Stage::new(80, 24).keys("<f4>").screen());
}

#[test]
fn pay() {
    assert_snapshot!("pay_80x24", Stage::new(80, 24).keys("<f9>").screen());
    assert_snapshot!("pay_120x30", Stage::new(120, 30).keys("<f9><tab>").screen());
}

#[test]
fn filling() {
    assert_snapshot!("form_80x24", Stage::new(80, 24).keys("glas<enter>b<down><enter>").screen());
    let mut stage = Stage::new(120, 30);
    stage.keys("glas<enter>bmotiv<enter>Frau<tab><tab>Weber<tab>12<tab>");
    assert_snapshot!("form_120x30", stage.screen());
}

#[test]
fn selection_and_matches_show_without_colour() {
    let mut stage = Stage::new(80, 24);
    stage.keys("glas");
    assert!(
        stage.style_of("bläser / ").add_modifier.contains(Modifier::REVERSED),
        "the selected row"
    );
    assert!(
        stage.style_of("Glasbläser / ").add_modifier.contains(Modifier::UNDERLINED),
        "the match"
    );
    assert!(stage.screen().contains("▌Glasbläser"), "the marker column");
    stage.keys("<enter>/pfeife");
    assert!(stage.style_of("Pfeife").add_modifier.contains(Modifier::UNDERLINED));
}

#[test]
fn any_size_is_drawn_and_growth_recovers() {
    for keys in [
        "",
        "glas",
        "glas<enter>",
        "glas<enter>b",
        "glas<enter>b<enter>",
        "<f1>",
        "<ctrl-p>",
        "<esc>",
    ] {
        let mut stage = Stage::new(80, 24);
        stage.keys(keys);
        let before = stage.screen();
        for (width, height) in
            [(1, 1), (2, 3), (1, 80), (80, 1), (24, 6), (30, 10), (300, 100), (1000, 300)]
        {
            stage.resize(width, height);
        }
        assert_eq!(stage.resize(80, 24).screen(), before, "after {keys:?}");
    }
    assert_snapshot!("tiny", Stage::new(20, 3).screen());
}

/// An advertisement, what was found, the comparison, the letter: at the smallest common size.
#[test]
fn writing_an_application() {
    let mut stage = Stage::new(80, 24);
    stage.keys("glas<enter>a");
    assert_snapshot!("job_empty_80x24", stage.screen());
    let advert = "Glasbläserin (m/w/d)\nHütte Muster GmbH\n\nIhr Profil:\n- Erfahrung am Ofen\n- Englisch\n\nKennziffer: G-1\n";
    stage.send(werdegang::app::Msg::Paste(advert.into()));
    stage.keys("<tab>");
    assert_snapshot!("job_fields_80x24", stage.screen());
    stage.keys("<tab>");
    assert_snapshot!("job_match_80x24", stage.screen());
    stage.keys("l");
    assert_snapshot!("desk_80x24", stage.screen());
    stage.resize(160, 50);
    assert_snapshot!("desk_160x50", stage.screen());
    stage.keys("<f4><f10>");
    assert_snapshot!("mine_english_160x50", stage.screen());
}
