//! The pay overview: sorted, narrowed, and left for a profile.

use crate::helpers::stage::Stage;
use werdegang::app::model::Page;

fn titles(stage: &Stage) -> Vec<String> {
    match stage.model.pages.last() {
        Some(Page::Pay(pay)) => pay.shown().map(|row| row.title.clone()).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn professions_stand_in_the_chosen_order_and_only_with_figures() {
    let mut stage = Stage::shipped(100, 30);
    stage.keys("<f9>");
    let by_median = titles(&stage);
    assert!(by_median.len() > 50, "{}", by_median.len());
    let medians = |stage: &Stage| -> Vec<u32> {
        match stage.model.pages.last() {
            Some(Page::Pay(pay)) => {
                pay.shown().map(|row| row.figures.median.unwrap().euros).collect()
            }
            _ => Vec::new(),
        }
    };
    assert!(medians(&stage).is_sorted_by(|a, b| a >= b));
    stage.keys("<down><down>");
    let chosen = by_median[2].clone();
    stage.keys("<tab>");
    let by_title = titles(&stage);
    assert!(by_title.is_sorted_by_key(|title| title.to_lowercase()), "{by_title:?}");
    let Some(Page::Pay(pay)) = stage.model.pages.last() else { panic!("the page is gone") };
    assert_eq!(by_title[pay.cursor.selected()], chosen, "the chosen one stays chosen");
}

#[test]
fn typing_narrows_and_enter_opens_the_profile() {
    let mut stage = Stage::shipped(100, 30);
    stage.keys("<f9>büro kauf");
    let found = titles(&stage);
    assert!(
        found.iter().any(|title| title == "Industriekaufmann / Industriekauffrau"),
        "{found:?}"
    );
    assert!(!found.iter().any(|title| title.starts_with("Verwaltung")), "{found:?}");
    stage.keys("<ctrl-u>backend<enter>");
    assert!(stage.model.pages.is_empty());
    assert_eq!(stage.title(), "Backend Developer");
    stage.keys("<f9>xyz<enter>");
    assert!(titles(&stage).is_empty(), "nothing to open, nothing happens");
    stage.keys("<esc>");
    assert_eq!(stage.title(), "Backend Developer");
}
