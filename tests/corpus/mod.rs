//! The data: every shipped file is fine, every bad one gives the sentence written beside it.

mod coverage;
mod facts;
mod schema;
mod spelling;

use std::fs;
use std::path::PathBuf;

use werdegang::corpus::{Corpus, load};

fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Each `x.json` in `tests/fixtures/bad` has an `x.txt` with the problems it must give.
#[test]
fn bad_files_give_the_sentences_written_beside_them() {
    let mut seen = 0;
    for entry in fs::read_dir(folder("tests/fixtures/bad")).unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&file).unwrap();
        let problems = Corpus::default().add(&name, &text).unwrap_err();
        let found: Vec<String> = problems.iter().map(ToString::to_string).collect();
        let expected = fs::read_to_string(file.with_extension("txt")).unwrap();
        assert_eq!(found.join("\n"), expected.trim_end(), "{name}");
        seen += 1;
    }
    assert!(seen >= 5, "only {seen} fixtures");
}

#[test]
fn the_first_corpus_is_complete() {
    let corpus = load::embedded().corpus;
    for id in [
        "backend-developer",
        "frontend-entwickler",
        "fullstack-entwickler",
        "softwareentwickler",
        "devops-ingenieur",
        "data-scientist",
        "dateningenieur",
        "datenanalyst",
        "it-systemadministrator",
        "netzwerkadministrator",
        "fachinformatiker-fuer-anwendungsentwicklung",
        "fachinformatiker-fuer-systemintegration",
        "softwaretester",
        "it-projektleiter",
        "cyber-security-berater",
        "product-owner",
        "pflegefachmann",
        "erzieher",
        "kraftfahrzeugmechatroniker",
        "industriekaufmann",
        "kaufmann-im-einzelhandel",
        "elektroniker-fuer-energie-und-gebaeudetechnik",
        "koch",
        "steuerberater",
    ] {
        assert!(corpus.get(id).is_some(), "{id} is missing");
    }
}
