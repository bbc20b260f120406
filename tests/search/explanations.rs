//! Why a hit is a hit: the line shown under it, and what is marked in it.

use werdegang::corpus::SectionKind;
use werdegang::search::{Engine, Highlighter, Marked, Place};

use super::corpus::{document, documents};

/// The text with what is marked in brackets.
fn brackets(marked: &Marked) -> String {
    let mut out = String::new();
    let mut at = 0;
    for range in &marked.ranges {
        out += &marked.text[at..range.start];
        out += &format!("[{}]", &marked.text[range.clone()]);
        at = range.end;
    }
    out + &marked.text[at..]
}

#[test]
fn the_best_name_and_line_are_shown_and_marked() {
    let engine = Engine::in_memory(&documents()).unwrap();
    let skills = Place::Section(SectionKind::Skills);
    let tasks = Place::Section(SectionKind::Tasks);
    for (query, id, name, line, place) in [
        ("köchin ", "koch", "[Koch]", "Gerichte [kochen] und anrichten", tasks),
        ("postgres", "backend-developer", "Backend Developer", "[PostgreS]QL", skills),
        ("bäker", "baecker", "[Bäcker]", "Backt Brot und Brötchen.", Place::Summary),
        (
            "was mit tieren",
            "tierpfleger",
            "[Tier]pfleger",
            "Versorgt [Tiere] in Zoo, Heim oder Klinik.",
            Place::Summary,
        ),
        (
            "backend entwickler",
            "backend-developer",
            "[Backend]-[Entwickler]",
            "[Programmieren]",
            Place::Tag,
        ),
        ("c++", "softwareentwickler", "Softwareentwickler", "[C++]", skills),
        (
            "ohne studium",
            "backend-developer",
            "Backend Developer",
            "Auch [ohne] [Studium] möglich, wenn du eigene Projekte zeigst.",
            Place::Section(SectionKind::Entry),
        ),
    ] {
        let explanation = engine.explain(&document(id), query);
        assert_eq!(brackets(&explanation.name), name, "{query}");
        assert_eq!(brackets(&explanation.line), line, "{query}");
        assert_eq!(explanation.place, place, "{query}");
    }
}

#[test]
fn every_hit_shows_something_marked() {
    let engine = Engine::in_memory(&documents()).unwrap();
    for query in ["entwickler", "pflege", "was mit tieren", "kund", "bäker", "baecker", "python"] {
        let highlighter = engine.highlighter(query);
        for hit in engine.search(query, 100).hits {
            let shown = werdegang::search::Explanation::new(&document(&hit.id), &highlighter);
            let marked = shown.name.ranges.len() + shown.line.ranges.len();
            assert!(marked > 0, "{query}: {shown:?}");
        }
    }
}

#[test]
fn text_on_a_page_is_found_with_its_place() {
    let text = "Pflegen heißt begleiten. Die Pflege braucht Zeit.";
    let found: Vec<&str> =
        Highlighter::for_text("pflege").matches_in(text).into_iter().map(|r| &text[r]).collect();
    assert_eq!(found, ["Pflegen", "Pflege"]);
}
