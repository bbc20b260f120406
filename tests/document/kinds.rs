//! The other kinds: cover page, profession, pay, offer, statement of purpose, proof of efforts.

use werdegang::store::applications::{Application, Status};

use super::*;
use crate::helpers::installed::{stderr, stdout};

#[test]
fn cover_page_and_profession_are_whole() {
    let installed = desk(BODY);
    let done = pdf(
        &installed,
        &[
            "cover",
            "--position",
            "Bewerbung als Köchin",
            "--company",
            "Löwe GmbH",
            "--content",
            "Lebenslauf",
        ],
    );
    assert_eq!(
        stdout(&done),
        "Deckblatt-Mara-Zolc-Lindgren-Loewe-GmbH.pdf (1 Seite)\n",
        "{}",
        stderr(&done)
    );
    let done = pdf(&installed, &["profile", "koch", "--out", "koch.pdf"]);
    assert!(done.status.success(), "{}", stderr(&done));
    let text = text(&installed.home().join("koch.pdf"));
    for heading in ["Berufsbild", "Aufgaben", "Gehalt", "Tipps", "Passt zu dir, wenn"] {
        assert!(text.contains(heading), "{heading} not in {text}");
    }
    let missing = pdf(&installed, &["profile", "kohc", "--out", "x.pdf"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(stderr(&missing).contains("ein Profil „kohc“ gibt es nicht"), "{}", stderr(&missing));
}

#[test]
fn a_statement_of_purpose_has_no_address_and_no_salutation() {
    let installed = desk(BODY);
    let done = pdf(&installed, &["motivation", "loewe"]);
    assert_eq!(stdout(&done), "Motivationsschreiben-Mara-Zolc-Lindgren.pdf (1 Seite)\n");
    let text = text(&installed.home().join("Motivationsschreiben-Mara-Zolc-Lindgren.pdf"));
    assert!(text.contains("Seit 2019 koche ich"), "it begins with a capital: {text}");
    assert!(!text.contains("Sehr geehrte") && !text.contains("Löwe & Söhne"), "{text}");
    assert!(text.contains("Leipzig, 24. November 2026"), "{text}");
}

#[test]
fn an_offer_is_one_page_and_says_what_has_no_room() {
    let installed = Installed::new();
    installed.write("ich.json", people::person("freiberuflerin"));
    let done = pdf(&installed, &["offer", "--out", "o.pdf"]);
    assert_eq!(stdout(&done), "o.pdf (1 Seite)\n");
    let text = text(&installed.home().join("o.pdf"));
    for part in ["Leistungen", "Backend", "1. Februar 2027", "960 € am Tag", "Fahrplanauskunft"] {
        assert!(text.contains(part), "{part} not in {text}");
    }
    let left_out = stderr(&done);
    assert!(left_out.contains("ältere Projekte war auf der Seite kein Platz"), "{left_out}");
    assert!(!text.contains("Spendenverwaltung"), "{text}");
}

#[test]
fn the_proof_of_efforts_lists_what_went_out_in_the_period() {
    let installed = desk(BODY);
    let file = installed.home().join(".local/share/werdegang/data.db");
    let (mut store, _) = Store::open(&file).unwrap();
    for (day, employer, status) in [
        ("2026-09-30", "Davor", Status::Sent),
        ("2026-10-01", "Gasthof #1 *Anker*", Status::Rejected),
        ("2026-10-31", "Kantine Süd", Status::Sent),
        ("2026-10-15", "Nur ein Entwurf", Status::Draft),
        ("2026-11-01", "Danach", Status::Sent),
    ] {
        let mut application = Application {
            profile: "koch".into(),
            employer: employer.into(),
            position: "Köchin".into(),
            status,
            ..Application::default()
        };
        store.save_application(&mut application, &format!("{day}T08:00:00")).unwrap();
    }
    drop(store);
    let period = ["efforts", "--from", "2026-10-01", "--to", "2026-10-31"];
    let done = pdf(&installed, &[&period[..], &["--txt", "--out", "e.txt"]].concat());
    assert!(done.status.success(), "{}", stderr(&done));
    let text_file = std::fs::read_to_string(installed.home().join("e.txt")).unwrap();
    let rows: Vec<&str> = text_file.lines().filter(|line| line.contains('\t')).collect();
    assert_eq!(
        rows,
        [
            "Nr.\tDatum\tArbeitgeber\tStelle\tgefunden über\tStand",
            "1\t1. Oktober 2026\tGasthof #1 *Anker*\tKöchin\t\tAbsage",
            "2\t31. Oktober 2026\tKantine Süd\tKöchin\t\tgesendet",
        ]
    );
    let done = pdf(&installed, &[&period[..], &["--out", "e.pdf"]].concat());
    assert_eq!(stdout(&done), "e.pdf (1 Seite)\n");
    let shown = text(&installed.home().join("e.pdf"));
    assert!(shown.contains("2 Bewerbungen.") && shown.contains("Kantine Süd"), "{shown}");
    let turned = pdf(&installed, &["efforts", "--from", "2026-10-02", "--to", "2026-10-01"]);
    assert_eq!(stderr(&turned), "werdegang: bis: 2026-10-01 liegt vor 2026-10-02\n");
}

#[test]
fn the_pay_of_a_field_is_a_sheet_with_years_and_source() {
    let installed = desk(BODY);
    let done = pdf(&installed, &["pay", "gastro"]);
    assert_eq!(stdout(&done), "Gehalt-gastro.pdf (1 Seite)\n", "{}", stderr(&done));
    let text = text(&installed.home().join("Gehalt-gastro.pdf"));
    for part in ["Koch / Köchin", "3.018 € (2025)", "Statistik der Bundesagentur für Arbeit"] {
        assert!(text.contains(part), "{part} not in {text}");
    }
    // Every field on its own is one page.
    let corpus = werdegang::corpus::load::embedded().corpus;
    let fields: std::collections::BTreeSet<&str> =
        corpus.own_profiles().map(|profile| profile.field.as_str()).collect();
    let style = werdegang::document::Style {
        design: werdegang::document::Design::Sachlich,
        colour: None,
        language: werdegang::i18n::Language::German,
        date: "2026-11-24".to_owned(),
    };
    for field in fields {
        let sheet = werdegang::document::pay(&corpus, field).unwrap();
        assert_eq!(sheet.pdf(&style).unwrap().pages, 1, "{field}");
    }
    assert_eq!(
        werdegang::document::pay(&corpus, "icherheit"),
        None,
        "from the beginning of a word"
    );
    let unknown = pdf(&installed, &["pay", "raumfahrt"]);
    assert!(stderr(&unknown).contains("zu einem Berufsfeld „raumfahrt“ gibt es keine"));
}
