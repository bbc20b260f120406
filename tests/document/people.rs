//! Invented people of many shapes: long names, thirty jobs, none, other scripts, no address.

use std::fs;

use werdegang::corpus::profile::SnippetKind;
use werdegang::document::{self, Address, Design, Layout, Obstacle, Style};
use werdegang::i18n::Language;
use werdegang::letter::Rendered;
use werdegang::tailoring::Filled;
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
fn every_person_gets_a_letter_of_one_page_in_every_design() {
    let body = [
        "Sehr geehrte Frau Dr. Weber,",
        "Ihre Anzeige nennt drei Dinge, die ich seit Jahren tue: ordnen, erklären, zu Ende bringen. Was ich davon zeigen kann, steht im Lebenslauf; was nicht darin steht, ist die Ruhe, mit der ich es tue.",
        "Gern erzähle ich Ihnen im Gespräch, was an meinem letzten Tag der letzten Stelle auf dem Schreibtisch lag und was nicht mehr.",
        "Mit freundlichen Grüßen",
    ];
    let rendered: Vec<Rendered> =
        std::iter::once(("Bewerbung, Kennziffer 2026-17", SnippetKind::Subject))
            .chain(body.into_iter().map(|text| (text, SnippetKind::Opening)))
            .map(|(text, kind)| Rendered {
                title: String::new(),
                kind,
                filled: Filled { text: text.to_owned(), ..Filled::default() },
                edited: true,
            })
            .collect();
    let recipient = [
        "Donaudampfschifffahrtsgesellschaft Ober- und Niederbayern mbH & Co. KG",
        "Personalabteilung",
        "Frau Dr. h. c. Annegret Weber-Hohenstein",
        "Am Alten Güterbahnhof 117 b",
        "94032 Passau",
    ];
    let address = Address {
        recipient: recipient.map(str::to_owned).to_vec(),
        enclosures: vec!["Lebenslauf".to_owned(), "Zeugnisse".to_owned()],
    };
    let kept = std::env::var_os("KEEP_DOCUMENTS").map(std::path::PathBuf::from);
    let folder_ = tempfile::tempdir().unwrap();
    for (at, entry) in fs::read_dir(folder()).unwrap().enumerate() {
        let source = entry.unwrap().path();
        let applicant = parse("ich.json", &fs::read_to_string(&source).unwrap()).unwrap();
        for design in Design::ALL {
            let style = style(design);
            let document = document::letter(&rendered, &applicant, &address, &style).unwrap();
            let made = document.pdf(&style).unwrap_or_else(|all| panic!("{source:?}: {all:?}"));
            assert_eq!(made.pages, 1, "{source:?}, {design:?}");
            let file = folder_.path().join("brief.pdf");
            fs::write(&file, &made.bytes).unwrap();
            // However long the name, the window of the envelope stays where it is.
            assert_place(&file, "Personalabteilung", 25.0, 62.7 + 2.0 * 4.9);
            assert_place(&file, "Bewerbung,", 25.0, 98.46);
            // For looking at them: KEEP_DOCUMENTS=folder cargo test people
            if let Some(kept) = kept.as_ref().filter(|_| Design::ALL.get(at % 4) == Some(&design)) {
                let name = source.file_stem().unwrap().to_string_lossy().into_owned();
                fs::write(kept.join(format!("brief-{name}.pdf")), &made.bytes).unwrap();
            }
        }
    }
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
                                let said = |o: &Obstacle| !o.sentence(Language::German).is_empty();
                                assert!(obstacles.iter().all(said));
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
