//! Invented advertisements of many shapes, with the fields that must be found in them.
//!
//! Each file begins with what is expected, then `---`, then the advertisement as somebody would
//! paste it.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use werdegang::advert::{self, Advert};

struct Case {
    name: String,
    expected: BTreeMap<String, String>,
    found: Advert,
}

fn cases() -> Vec<Case> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/adverts");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
        .iter()
        .map(|file| {
            let text = fs::read_to_string(file).unwrap();
            let (head, text) = text.split_once("\n---\n").unwrap();
            let expected = head
                .lines()
                .map(|line| line.split_once(':').unwrap())
                .map(|(key, value)| (key.to_owned(), value.trim().to_owned()))
                .collect();
            let plain = advert::plain_text(text.as_bytes()).unwrap();
            let name = file.file_name().unwrap().to_string_lossy().into_owned();
            Case { name, expected, found: advert::parse(&plain) }
        })
        .collect()
}

fn found(advert: &Advert) -> BTreeMap<String, String> {
    let contact = &advert.contact;
    [
        ("title", advert.title.clone()),
        ("company", advert.company.clone()),
        ("contact", format!("{}|{}|{}", contact.address, contact.academic, contact.name)),
        ("reference", advert.reference.clone()),
        ("place", advert.place.clone()),
        ("start", advert.start.clone()),
        ("tasks", advert.tasks.len().to_string()),
        ("requirements", advert.requirements.len().to_string()),
    ]
    .map(|(key, value)| (key.to_owned(), value))
    .into()
}

#[test]
fn every_field_of_every_advertisement_is_found() {
    let cases = cases();
    assert!(cases.len() >= 20, "only {} advertisements", cases.len());
    let (mut wrong, mut fields) = (Vec::new(), 0);
    for case in &cases {
        let found = found(&case.found);
        assert_eq!(case.expected.len(), found.len(), "{}", case.name);
        for (field, expected) in &case.expected {
            fields += 1;
            if found[field] != *expected {
                wrong.push(format!(
                    "{}: {field}: „{}“ instead of „{expected}“",
                    case.name, found[field]
                ));
            }
        }
    }
    println!("{} of {fields} fields", fields - wrong.len());
    assert!(wrong.is_empty(), "{} of {fields} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
