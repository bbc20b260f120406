//! Conditions on the screen: chips, the list that offers them, taking them away.

use crate::helpers::stage::Stage;

fn labels(stage: &Stage) -> Vec<String> {
    match &stage.model.overlay {
        Some(werdegang::app::Overlay::Picker(picker)) => {
            picker.shown().map(|(item, _)| format!("{} | {}", item.label, item.remark)).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn a_facet_is_offered_with_its_count_taken_and_dropped_again() {
    let mut stage = Stage::new(80, 24);
    stage.keys("<ctrl-f>");
    let offered = labels(&stage);
    assert!(offered.contains(&"Ausbildung | Zugang · 2".to_owned()), "{offered:?}");
    stage.keys("Ausb<enter>");
    assert_eq!(stage.model.find.typed(), "zugang:ausbildung ");
    assert_eq!(stage.model.find.total, 2);
    assert!(stage.screen().contains("[zugang:ausbildung ×]"), "{}", stage.screen());

    stage.keys("glas");
    assert_eq!(stage.model.find.typed(), "zugang:ausbildung glas");
    stage.keys("<ctrl-f>");
    assert_eq!(labels(&stage)[0], "zugang:ausbildung | entfernen");
    stage.keys("<enter>");
    assert_eq!(stage.model.find.typed(), "glas");

    stage.keys(" gehalt>1<ctrl-x>");
    assert_eq!(stage.model.find.typed(), "glas ");
    stage.keys("<ctrl-x>");
    assert_eq!(stage.model.find.typed(), "glas ", "nothing left to drop");
}
