//! What is typed, and who must be found.

use werdegang::corpus::SectionKind;
use werdegang::search::{Engine, Place};

use super::corpus::documents;

fn engine() -> Engine {
    Engine::in_memory(&documents()).expect("an index in memory")
}

fn ids(engine: &Engine, query: &str, limit: usize) -> Vec<String> {
    engine.search(query, limit).hits.into_iter().map(|hit| hit.id).collect()
}

/// The query, and the first hits in this order.
#[rustfmt::skip]
const FIRST: &[(&str, &[&str])] = &[
    // Titles as they are, in every gender and spelling.
    ("Bäcker", &["baecker"]),
    ("bäcker", &["baecker"]),
    ("baecker", &["baecker"]),
    ("backer", &["baecker"]),
    ("BÄCKERIN", &["baecker"]),
    ("baeckerin", &["baecker"]),
    ("Bäckerinnen", &["baecker"]),
    ("Koch", &["koch"]),
    ("Köchin", &["koch"]),
    ("koechin", &["koch"]),
    ("Köch:in", &["koch"]),
    ("Koch/Köchin", &["koch"]),
    ("Koch (m/w/d)", &["koch"]),
    ("Ärztin", &["arzt"]),
    ("aerztin", &["arzt"]),
    ("Arzt", &["arzt", "tierarzt"]),
    ("Pflegefachfrau", &["pflegefachmann"]),
    ("Pflegefachmann/-frau", &["pflegefachmann"]),
    ("Pflegefachleute", &["pflegefachmann"]),
    ("Kauffrau im Einzelhandel", &["kaufmann-einzelhandel"]),
    ("Kaufleute Einzelhandel", &["kaufmann-einzelhandel"]),
    ("kauffrau einzelhandel", &["kaufmann-einzelhandel"]),
    ("Einzelhandelskauffrau", &["kaufmann-einzelhandel"]),
    ("Strassenwaerter", &["strassenwaerter"]),
    ("Straßenwärter", &["strassenwaerter"]),
    ("Sozialpädagog*in", &["sozialpaedagoge"]),
    ("Erzieher/in", &["erzieher"]),
    ("Sozialpädagog(e)in", &["sozialpaedagoge"]),
    ("ErzieherIn", &["erzieher"]),
    ("erzieher(in)", &["erzieher"]),
    ("Techniker Maschinenbau", &["techniker"]),
    ("staatlich geprüfter Techniker", &["techniker"]),
    // Hyphens and blanks.
    ("Backend-Entwickler", &["backend-developer"]),
    ("Backendentwickler", &["backend-developer"]),
    ("Backend Entwickler", &["backend-developer"]),
    ("backend developer", &["backend-developer"]),
    ("backenddeveloper", &["backend-developer"]),
    ("cyber security", &["security-berater"]),
    ("Kfz Mechatronikerin", &["mechatroniker"]),
    // Aliases.
    ("Krankenschwester", &["pflegefachmann"]),
    ("Elektriker", &["elektroniker"]),
    ("Data Engineer", &["dateningenieur"]),
    ("programmierer", &["softwareentwickler"]),
    ("sysadmin", &["systemadministrator"]),
    // A whole alias is meant, even where a title begins with it.
    ("Verkäufer", &["kaufmann-einzelhandel", "verkaeufer-aussendienst", "baeckereifachverkaeufer"]),
    // Beginnings: titles before aliases before parts.
    ("back", &["baecker", "backend-developer"]),
    ("backend d", &["backend-developer"]),
    ("front", &["frontend-developer"]),
    ("steu", &["steuerberater"]),
    ("fachinf", &["fachinformatiker-si", "fachinformatiker-ae"]),
    ("fachinformatiker sys", &["fachinformatiker-si"]),
    ("entwickleri", &["backend-developer"]),
    ("strasse", &["strassenwaerter"]),
    ("köc", &["koch"]),
    ("koec", &["koch"]),
    ("tierä", &["tierarzt"]),
    ("s", &["softwareentwickler"]),
    // Parts of compounds.
    ("entwickler", &["softwareentwickler", "backend-developer", "frontend-developer"]),
    ("pflege", &["pflegefachmann"]),
    ("pfleger", &["pflegefachmann", "tierpfleger"]),
    ("berater", &["security-berater", "steuerberater"]),
    ("administrator", &["systemadministrator"]),
    ("kaufmann", &["kaufmann-einzelhandel"]),
    ("software entwickler", &["softwareentwickler"]),
    // Typos.
    ("bäker", &["baecker"]),
    ("bakcer", &["baecker"]),
    ("entwikler", &["backend-developer"]),
    ("softwareentwikler", &["softwareentwickler"]),
    ("softwarentwiklerin", &["softwareentwickler"]),
    ("Sekräterin", &["sekretaer"]),
    ("sekretarin", &["sekretaer"]),
    ("elektirker", &["elektroniker"]),
    ("Kaufman", &["kaufmann-einzelhandel"]),
    ("backend entwikler", &["backend-developer"]),
    ("mechatronkier", &["mechatroniker"]),
    ("erzeiher", &["erzieher"]),
    ("pfelgefach", &["pflegefachmann"]),
    ("tierpflger", &["tierpfleger"]),
    // Running text.
    ("PostgreSQL", &["backend-developer"]),
    ("node.js", &["backend-developer"]),
    ("nodejs", &["backend-developer"]),
    ("C#", &["softwareentwickler"]),
    ("c++", &["softwareentwickler"]),
    (".net", &["softwareentwickler"]),
    ("melken", &["landwirt"]),
    ("solaranlage", &["elektroniker"]),
    ("winterdienst", &["strassenwaerter"]),
    ("43343", &["systemadministrator"]),
    ("gastgewerbe", &["koch"]),
    // A name and its text together.
    ("entwickler postgresql", &["backend-developer"]),
    ("kaufmann rechnungen", &["industriekaufmann"]),
    // Questions.
    ("was mit Tieren", &["tierpfleger", "tierarzt"]),
    ("ohne Studium", &["backend-developer"]),
    ("gut mit Zahlen", &["steuerberater", "data-scientist"]),
    ("was mit Kindern", &["erzieher"]),
    ("ich will programmieren", &["softwareentwickler"]),
];

#[test]
fn the_right_profession_comes_first() {
    let engine = engine();
    let mut wrong = Vec::new();
    for (query, expected) in FIRST {
        let found = ids(&engine, query, expected.len());
        if found != *expected {
            wrong.push(format!("{query}: {found:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The query, and who must be among the hits, in any order and exactly these.
#[rustfmt::skip]
const EXACTLY: &[(&str, &[&str])] = &[
    ("tiere", &["tierpfleger", "tierarzt", "landwirt", "gaertner"]),
    ("draußen arbeiten", &["tierpfleger", "landwirt", "gaertner", "strassenwaerter"]),
    ("python", &["dateningenieur", "data-scientist"]),
    ("xyzzy", &[]),
    ("qwrtz bnm", &[]),
    ("", &[]),
    ("   ", &[]),
    ("-/()", &[]),
];

#[test]
fn nobody_is_missing_and_nobody_too_much() {
    let engine = engine();
    for (query, expected) in EXACTLY {
        let results = engine.search(query, 100);
        let mut found: Vec<String> = results.hits.into_iter().map(|hit| hit.id).collect();
        found.sort();
        let mut expected: Vec<&str> = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(found, expected, "{query}");
        assert_eq!(results.total, expected.len(), "{query}");
        assert!(!results.failed);
    }
}

/// A repaired word is named; a word that is there is never repaired.
#[rustfmt::skip]
const REPAIRED: &[(&str, &str, Option<&str>)] = &[
    ("bäker", "baecker", Some("Bäcker")),
    ("bakcer", "baecker", Some("Bäcker")),
    ("softwarentwiklerin", "softwareentwickler", Some("Softwareentwicklerin")),
    ("entwikler", "softwareentwickler", Some("Entwickler")),
    ("Sekräterin", "sekretaer", Some("Sekretärin")),
    ("postgersql", "backend-developer", Some("PostgreSQL")),
    ("backend entwikler", "backend-developer", Some("Entwickler")),
    ("Bäcker", "baecker", None),
    ("baecker", "baecker", None),
    ("bäck", "baecker", None),
    ("koch", "koch", None),
    ("Bäckerinnen", "baecker", None),
    ("entwickler", "softwareentwickler", None),
    ("backenddeveloper", "backend-developer", None),
];

#[test]
fn a_repaired_word_is_named() {
    let engine = engine();
    for (query, id, expected) in REPAIRED {
        let results = engine.search(query, 100);
        let hit = results.hits.iter().find(|hit| hit.id == *id);
        let hit = hit.unwrap_or_else(|| panic!("{query} does not find {id}"));
        assert_eq!(hit.repaired.as_deref(), *expected, "{query}");
    }
}

#[rustfmt::skip]
const PLACES: &[(&str, Place)] = &[
    ("Koch", Place::Title),
    ("Küchenchef", Place::Alias),
    ("Kafka", Place::Section(SectionKind::Skills)),
    ("melken", Place::Section(SectionKind::Tasks)),
    ("brötchen", Place::Summary),
    ("gastgewerbe", Place::Field),
    ("nachtarbeit", Place::Tag),
    ("29302", Place::Code),
    ("führerschein", Place::Section(SectionKind::Application)),
];

#[test]
fn a_hit_says_where_it_was_found() {
    let engine = engine();
    for (query, expected) in PLACES {
        assert_eq!(engine.search(query, 1).hits[0].place, *expected, "{query}");
    }
}

#[test]
fn names_rank_above_text_for_every_word_of_the_corpus() {
    let engine = engine();
    let documents = documents();
    let mut asked = 0;
    for name in documents.iter().flat_map(|document| &document.names) {
        for word in name.split([' ', '-']) {
            let hits = engine.search(word, 100).hits;
            let is_name = |place| matches!(place, Place::Title | Place::Alias);
            // Of those below, a name that looks alike may mean less than a text that says it.
            let named = documents.iter().filter(|document| {
                document.names.iter().any(|name| name.split([' ', '-']).any(|own| own == word))
            });
            let named = named.count().min(hits.len());
            assert!(hits[..named].iter().all(|hit| is_name(hit.place)), "{word}: {hits:?}");
            asked += hits.len();
        }
    }
    assert!(asked > 300, "{asked}");
}

#[test]
fn every_title_finds_itself_first_and_while_it_is_typed() {
    let engine = engine();
    for document in documents() {
        for title in &document.names[..document.primary_names] {
            assert_eq!(ids(&engine, title, 1), [document.id.as_str()], "{title}");
            let letters: Vec<char> = title.chars().collect();
            for typed in 4..letters.len() {
                let beginning: String = letters[..typed].iter().collect();
                let found = ids(&engine, &beginning, 100);
                assert!(found.contains(&document.id), "{beginning}: {found:?}");
            }
        }
    }
}

#[test]
fn one_typo_anywhere_in_a_title_is_forgiven() {
    let engine = engine();
    let (mut asked, mut found) = (0, 0);
    for document in documents() {
        for title in &document.names[..document.primary_names] {
            let letters: Vec<char> = title.chars().collect();
            for at in 0..letters.len() - 1 {
                for typo in 0..3 {
                    let mut typed = letters.clone();
                    match typo {
                        0 => typed.swap(at, at + 1),
                        1 => drop(typed.remove(at)),
                        _ => typed[at] = 'x',
                    }
                    let typed: String = typed.into_iter().collect();
                    asked += 1;
                    found += usize::from(ids(&engine, &typed, 5).contains(&document.id));
                }
            }
        }
    }
    // Words of fewer than four letters are not repaired: Koch and Arzt lose a few.
    assert!(found * 100 >= asked * 98, "{found} of {asked}");
}

#[test]
fn ties_keep_the_order_of_the_corpus() {
    let mut documents = documents();
    let engine = engine();
    let order = |engine: &Engine| ids(engine, "berufsschule", 100);
    assert_eq!(order(&engine)[..2], ["fachinformatiker-ae", "fachinformatiker-si"]);
    assert_eq!(order(&engine), order(&engine));
    documents.reverse();
    let reversed = Engine::in_memory(&documents).unwrap();
    assert_eq!(order(&reversed)[..2], ["fachinformatiker-si", "fachinformatiker-ae"]);
}

#[test]
fn a_limit_cuts_the_list_and_not_the_count() {
    let engine = engine();
    let all = engine.search("e", 100);
    let some = engine.search("e", 2);
    assert!(all.total > 2);
    assert_eq!(some.total, all.total);
    assert_eq!(some.hits, all.hits[..2]);
    assert_eq!(engine.search("e", 0).hits, []);
}

#[test]
fn an_empty_corpus_has_no_hits() {
    let results = Engine::in_memory(&Vec::new()).unwrap().search("koch", 10);
    assert_eq!((results.total, results.failed), (0, false));
}
