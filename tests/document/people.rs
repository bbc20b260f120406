//! Invented people of many shapes: long names, thirty jobs, none, other scripts, no address.

use std::fs;

use werdegang::document::{self, Design, Layout, Style};
use werdegang::i18n::Language;
use werdegang::tailoring::applicant::parse;

use super::*;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/people")
}

/// The file of one of them.
pub(super) fn person(name: &str) -> String {
    fs::read_to_string(folder().join(format!("{name}.json"))).unwrap()
}

fn style(design: Design) -> Style {
    Style { design, colour: None, language: Language::German, date: "2026-11-24".to_owned() }
}

#[test]
fn every_person_gets_a_cv_in_every_design_with_all_that_they_said() {
    let folder_ = tempfile::tempdir().unwrap();
    let mut seen = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let source = entry.unwrap().path();
        let applicant = parse("ich.json", &fs::read_to_string(&source).unwrap()).unwrap();
        for (design, layout) in [
            (Design::Sachlich, Layout::Tabular),
            (Design::Modern, Layout::Single),
            (Design::Kompakt, Layout::Tabular),
            (Design::Kreativ, Layout::Single),
        ] {
            let style = style(design);
            let document = document::resume(&applicant, layout, &style).unwrap();
            let made = document.pdf(&style).unwrap_or_else(|all| panic!("{source:?}: {all:?}"));
            let file = folder_.path().join("cv.pdf");
            fs::write(&file, &made.bytes).unwrap();
            // Long words and addresses may be broken; what was said must be there.
            let flat = |text: &str| -> String {
                text.chars()
                    .filter(|c| !c.is_whitespace() && !"-\u{200b}\u{ad}".contains(*c))
                    .collect()
            };
            let read = flat(&text(&file));
            let said = applicant.work.iter().chain(&applicant.education).chain(&applicant.projects);
            let said = said.flat_map(|station| [&station.role, &station.place]);
            for part in said.chain(&applicant.name).chain(&applicant.email) {
                assert!(read.contains(&flat(part)), "{source:?}, {design:?}: {part} not in {read}");
            }
            assert!(document.docx(&style).unwrap().starts_with(b"PK"));
        }
        seen += 1;
    }
    assert_eq!(seen, 20);
}

#[test]
fn resumes_from_elsewhere_give_a_cv_or_a_sentence() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/resumes");
    if !samples.exists() {
        println!("skipped: no ../shared");
        return;
    }
    let (mut whole, mut refused) = (0, 0);
    for entry in fs::read_dir(samples).unwrap() {
        let source = entry.unwrap().path();
        let content = fs::read_to_string(&source).unwrap();
        let value: serde_json::Value = serde_json::from_str(&content).unwrap();
        let own = value.get("basics").is_some_and(|basics| basics.get("name").is_some());
        // The files of the schema's own tests hold many small resumes, most without a name.
        let mut resumes = vec![value.clone()];
        if !own {
            resumes.extend(value.as_object().unwrap().values().filter(|v| v.is_object()).cloned());
        }
        for resume in resumes {
            let mut named = resume.clone();
            if let Some(fields) = named.as_object_mut()
                && !fields.contains_key("basics")
            {
                fields.insert("basics".to_owned(), json!({ "name": "Robin Sommer" }));
            }
            for resume in [resume, named] {
                match parse("fremd.json", &resume.to_string()) {
                    Err(problems) => {
                        assert!(problems.iter().all(|p| p.to_string().starts_with("fremd.json")));
                        refused += 1;
                    }
                    Ok(applicant) => {
                        let style = style(Design::Sachlich);
                        let made = document::resume(&applicant, Layout::Tabular, &style)
                            .and_then(|document| document.pdf(&style));
                        match made {
                            Ok(made) => {
                                assert!(made.bytes.starts_with(b"%PDF") && made.pages > 0);
                                whole += 1;
                            }
                            Err(obstacles) => {
                                assert!(obstacles.iter().all(|o| !o.message.is_empty()));
                                assert!(!obstacles.is_empty());
                                refused += 1;
                            }
                        }
                    }
                }
            }
        }
    }
    assert!(whole > 100 && refused > 50, "{whole} whole, {refused} refused");
}
