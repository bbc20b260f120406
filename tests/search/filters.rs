//! Conditions in a query, the facets offered, and occupations that several corpora know.

use werdegang::corpus::profile::Access;
use werdegang::search::{Attributes, Engine, FacetKind, SearchDocument, access_bit};

use super::corpus::documents;

/// Every document with a way in, a pay and the number of its corpus, by its position.
fn engine() -> Engine {
    let ways = [Access::Training, Access::Study, Access::CareerChange];
    let documents: Vec<SearchDocument> = documents()
        .into_iter()
        .enumerate()
        .map(|(at, document)| SearchDocument {
            attributes: Attributes {
                access: access_bit(ways[at % 3]),
                median: if at % 5 == 4 { 0 } else { 2000 + 200 * at as u32 },
                corpus: u8::from(at >= 20),
                ..Attributes::default()
            },
            ..document
        })
        .collect();
    let corpora = vec!["werdegang".to_owned(), "anderer".to_owned()];
    Engine::in_memory(&documents).expect("an index in memory").with_corpora(corpora)
}

fn positions(query: &str) -> Vec<usize> {
    let mut found: Vec<usize> =
        engine().search(query, 50).hits.into_iter().map(|hit| hit.document).collect();
    found.sort_unstable();
    found
}

fn ids(query: &str) -> Vec<String> {
    let mut ids: Vec<String> =
        engine().search(query, 50).hits.into_iter().map(|hit| hit.id).collect();
    ids.sort();
    ids
}

#[test]
fn ways_in_pay_and_corpus_narrow_the_list() {
    let all = documents().len();
    let wanted = |fits: &dyn Fn(usize) -> bool| (0..all).filter(|at| fits(*at)).collect::<Vec<_>>();
    assert_eq!(positions("zugang:studium"), wanted(&|at| at % 3 == 1));
    let pay = |at: usize| if at % 5 == 4 { 0 } else { 2000 + 200 * at };
    assert_eq!(positions("gehalt>4500"), wanted(&|at| pay(at) > 4500));
    assert_eq!(positions("gehalt<3000"), wanted(&|at| pay(at) > 0 && pay(at) < 3000));
    assert_eq!(positions("korpus:and"), wanted(&|at| at >= 20));
    assert_eq!(
        positions("zugang:studium gehalt>4500 korpus:anderer"),
        wanted(&|at| at % 3 == 1 && pay(at) > 4500 && at >= 20)
    );
    assert_eq!(positions("zugang:stud zugang:ausb"), wanted(&|at| at % 3 < 2));
}

#[test]
fn words_and_conditions_together() {
    for (query, expected) in [
        ("kldb:43413", &["backend-developer", "softwaretester"][..]),
        ("kldb:43412", &["fachinformatiker-ae", "frontend-developer"]),
        ("tier -arzt", &["gaertner", "landwirt", "tierpfleger"]),
        ("tag:server", &["backend-developer", "systemadministrator"]),
        ("aufgaben:schilder", &["strassenwaerter"]),
        ("\"schwierigen Lagen\"", &["sozialpaedagoge"]),
        ("\"Lagen schwierigen\"", &[]),
        ("feld:soziales -beratung", &["erzieher"]),
    ] {
        assert_eq!(ids(query), expected, "{query}");
    }
}

#[test]
fn an_unfinished_condition_is_no_error() {
    for query in ["gehalt>", "feld:", "\"tier", "-", "zugang:xyz"] {
        assert!(!engine().search(query, 5).failed, "{query}");
    }
    assert_eq!(ids("koch feld:"), ids("koch feld"));
}

#[test]
fn facets_say_what_they_leave() {
    let facets = engine().facets("");
    assert!(facets.iter().any(|facet| facet.kind == FacetKind::Pay));
    for facet in &facets {
        let left = engine().search(&facet.text, 100).total;
        assert_eq!(left, facet.count, "{}", facet.text);
    }
    let narrowed = engine().facets("tier zugang:studium");
    assert!(narrowed.iter().all(|facet| facet.kind != FacetKind::Access), "already chosen");
    for facet in &narrowed {
        let query = format!("tier zugang:studium {}", facet.text);
        assert_eq!(engine().search(&query, 100).total, facet.count, "{query}");
    }
}

#[test]
fn an_occupation_of_two_corpora_is_shown_once_and_the_richest_first() {
    let document = |id: &str, corpus, richness, same| SearchDocument {
        id: id.to_owned(),
        names: vec!["Koch".to_owned()],
        primary_names: 1,
        attributes: Attributes { corpus, richness, same, ..Attributes::default() },
        ..SearchDocument::default()
    };
    let documents = vec![
        document("mager", 1, 2, [7, 0]),
        document("reich", 0, 9, [7, 3]),
        document("anderer", 2, 4, [0, 3]),
        document("eigener", 0, 9, [7, 0]),
        document("fremd", 1, 1, [0, 0]),
    ];
    let engine = Engine::in_memory(&documents).expect("an index in memory");
    let results = engine.search("koch", 10);
    let ids: Vec<&str> = results.hits.iter().map(|hit| hit.id.as_str()).collect();
    assert_eq!(ids, ["reich", "eigener", "fremd"]);
    assert_eq!(results.total, 3);
}
