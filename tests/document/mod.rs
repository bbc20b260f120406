//! Documents as an independent program reads them: places in millimetres, order, text, tags.

use std::path::Path;
use std::process::Command;

use serde_json::json;
use werdegang::store::Store;
use werdegang::store::letters::LetterRecord;

use crate::helpers::installed::{Installed, stderr, stdout};

const PERSON: &str = r##"{
  "basics": { "name": "Mara Żółć-Lindgren", "label": "Köchin", "email": "mara@example.org", "phone": "0151 2345678",
    "url": "https://example.org/mara/", "location": { "address": "Am Graben 7", "postalCode": "04109", "city": "Leipzig" } },
  "work": [
    { "name": "Gasthof Anker", "position": "Jungköchin", "startDate": "2016-09", "endDate": "2019-02" },
    { "name": "Hotel Löwe #1", "position": "Köchin", "startDate": "2019-03", "highlights": ["*Karte* mit $7 & `Fisch` geführt ]#[ <b>"] },
    { "name": "Kantine Süd", "position": "Beiköchin", "startDate": "2014-08", "endDate": "2016-08" } ],
  "education": [ { "institution": "Berufsschule 9", "area": "Köchin", "startDate": "2011", "endDate": "2014" } ],
  "skills": [ { "name": "Fonds", "level": "sehr gut" } ],
  "languages": [ { "language": "Polnisch", "fluency": "C1" } ],
  "werdegang": { "form": "feminine", "born": "1996-04-01", "drivingLicence": "B" } }"##;

const BODY: &str = "Sehr geehrte Frau Weber,\n\nseit 2019 koche ich; C#, $x$, #import \"a\", *Stern*, _Strich_, `Code`, <label>, @ref bleiben Text.\n\nIch komme gern.\n\nMit freundlichen Grüßen,\n\nMara";

/// A person with a letter on the desk.
fn desk(body: &str) -> Installed {
    let installed = Installed::new();
    installed.write("ich.json", PERSON);
    let file = installed.home().join(".local/share/werdegang/data.db");
    let (mut store, _) = Store::open(&file).unwrap();
    let content = json!({
        "parts": [
            { "block": { "own": "betreff" }, "edited": "Bewerbung als Köchin" },
            { "block": "free", "edited": body },
        ],
        "answers": { "firma.name": "Löwe & Söhne GmbH", "kontakt.anrede": "frau", "kontakt.name": "Weber", "kontakt.titel": "Dr." },
    });
    let mut letter = LetterRecord {
        name: "loewe".into(),
        profile: "koch".into(),
        content: content.to_string(),
        ..LetterRecord::default()
    };
    store.save_letter(&mut letter, "2026-11-24T12:00:00").unwrap();
    installed
}

fn pdf(installed: &Installed, arguments: &[&str]) -> std::process::Output {
    let mut all = vec!["pdf"];
    all.extend(arguments);
    all.extend(["--applicant", "ich.json", "--date", "2026-11-24"]);
    installed.run(&all)
}

fn poppler(program: &str, arguments: &[&str], file: &Path) -> String {
    let mut command = Command::new(program);
    command.args(arguments).arg(file);
    if program == "pdftotext" {
        command.arg("-");
    }
    let output = command.output().expect("poppler-utils is needed: see .ci/packages.txt");
    String::from_utf8(output.stdout).unwrap()
}

fn text(file: &Path) -> String {
    poppler("pdftotext", &["-enc", "UTF-8"], file)
}

/// Left and top of the first word that is `word`, in millimetres.
fn place(file: &Path, word: &str) -> (f64, f64) {
    let boxes = poppler("pdftotext", &["-bbox"], file);
    let line = boxes.lines().find(|line| line.ends_with(&format!(">{word}</word>")));
    let line = line.unwrap_or_else(|| panic!("{word} not in {boxes}"));
    let number = |key: &str| {
        let (_, rest) = line.split_once(&format!("{key}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse::<f64>().unwrap() * 25.4 / 72.0
    };
    (number("xMin"), number("yMin"))
}

#[test]
fn a_letter_stands_where_the_window_of_the_envelope_is() {
    let installed = desk(BODY);
    let done = pdf(&installed, &["letter", "loewe", "--enclosure", "Lebenslauf"]);
    assert_eq!(
        stdout(&done),
        "Anschreiben-Mara-Zolc-Lindgren-Loewe-Soehne-GmbH.pdf (1 Seite)\n",
        "{}",
        stderr(&done)
    );
    let file = installed.home().join(stdout(&done).split(" (").next().unwrap());
    // The box of a word is as high as its type: it begins a little above the line's top.
    for (word, left, top) in
        [("Löwe", 25.0, 62.7), ("0151", 125.0, 57.7), ("Bewerbung", 25.0, 98.46)]
    {
        let (x, y) = place(&file, word);
        assert!((x - left).abs() < 1.0, "{word} left at {x:.1} instead of {left}");
        assert!((y - top).abs() < 2.0, "{word} top at {y:.1} instead of {top}");
    }
    let text = text(&file);
    let order = [
        "Löwe & Söhne GmbH",
        "Frau Dr. Weber",
        "Bewerbung als Köchin",
        "Sehr geehrte Frau Weber,",
        "Mit freundlichen Grüßen\n",
        "Anlagen",
    ];
    let places: Vec<Option<usize>> = order.iter().map(|part| text.find(part)).collect();
    assert!(places.iter().all(Option::is_some), "{places:?} in {text}");
    assert!(places.is_sorted(), "{places:?} in {text}");
    // What looks like markup is text.
    let flat = text.replace('\n', " ");
    assert!(
        flat.contains(
            "C#, $x$, #import \"a\", *Stern*, _Strich_, `Code`, <label>, @ref bleiben Text."
        ),
        "{flat}"
    );
    let info = poppler("pdfinfo", &[], &file);
    assert!(info.contains("Tagged:          yes"), "{info}");
    assert!(info.contains("Title:           Bewerbung als Köchin"), "{info}");
}

#[test]
fn the_same_letter_is_the_same_file_private_and_never_overwritten() {
    let installed = desk(BODY);
    for name in ["a.pdf", "b.pdf"] {
        let done = pdf(&installed, &["letter", "loewe", "--out", name]);
        assert!(done.status.success(), "{}", stderr(&done));
    }
    let read = |name: &str| std::fs::read(installed.home().join(name)).unwrap();
    assert!(read("a.pdf") == read("b.pdf"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(installed.home().join("a.pdf")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let again = pdf(&installed, &["letter", "loewe", "--out", "a.pdf"]);
    assert_eq!(again.status.code(), Some(2));
    assert_eq!(
        stderr(&again),
        "werdegang: a.pdf gibt es schon; --force ersetzt die Datei, --out nennt eine andere\n"
    );
    assert!(pdf(&installed, &["letter", "loewe", "--out", "a.pdf", "--force"]).status.success());
}

#[test]
fn what_cannot_be_set_is_named_before_anything_is_written() {
    let long = "x".repeat(180);
    let seven =
        ["--to", "1", "--to", "2", "--to", "3", "--to", "4", "--to", "5", "--to", "6", "--to", "7"];
    let installed = desk(&format!("Guten Tag,\n\nein 🙂 und {long}"));
    let refused = |arguments: &[&str]| {
        let mut all = vec!["letter", "loewe", "--out", "x.pdf"];
        all.extend(arguments);
        let output = pdf(&installed, &all);
        assert_eq!(output.status.code(), Some(2));
        stderr(&output)
    };
    assert_eq!(refused(&seven), "werdegang: Empfänger: 7 Zeilen; in das Anschriftfeld passen 6\n");
    assert!(
        refused(&[]).contains("Text 1: „xxxxxxxxxxxxxxxxxxxx…“ hat 180 Buchstaben"),
        "{}",
        refused(&[])
    );
    let colour = refused(&["--colour", "rot"]);
    assert!(colour.contains("Farbe: „rot“ ist keine Farbe"), "{colour}");

    let emoji = desk("Guten Tag,\n\nein 🙂.");
    let output = pdf(&emoji, &["letter", "loewe", "--out", "x.pdf"]);
    assert!(stderr(&output).contains("„🙂“ gibt es in den Schriften nicht"), "{}", stderr(&output));
    assert!(!emoji.home().join("x.pdf").exists());
}

#[test]
fn a_letter_that_is_too_long_says_so_and_is_written() {
    let paragraph = "Ein Satz, der noch nichts sagt, aber Platz braucht. ".repeat(12);
    let body = format!("Guten Tag,\n\n{}", vec![paragraph; 8].join("\n\n"));
    let installed = desk(&body);
    let done = pdf(&installed, &["letter", "loewe", "--out", "x.pdf"]);
    assert_eq!(stdout(&done), "x.pdf (2 Seiten)\n");
    assert!(
        stderr(&done).contains("das Anschreiben hat 2 Seiten; üblich ist eine"),
        "{}",
        stderr(&done)
    );
    assert!(text(&installed.home().join("x.pdf")).contains("Seite 2 von 2"));
}

#[test]
fn a_cv_is_newest_first_and_the_single_column_reads_in_order() {
    let installed = desk(BODY);
    for design in ["sachlich", "modern", "kompakt", "kreativ"] {
        let name = format!("{design}.pdf");
        let done =
            pdf(&installed, &["cv", "--layout", "single", "--design", design, "--out", &name]);
        assert_eq!(stdout(&done), format!("{name} (1 Seite)\n"), "{}", stderr(&done));
        let file = installed.home().join(&name);
        for mode in [&[][..], &["-layout"][..], &["-raw"][..]] {
            let text = poppler("pdftotext", mode, &file);
            let order = [
                "Mara Żółć-Lindgren",
                "Köchin",
                "example.org/mara",
                "01.04.1996|1. April 1996",
                "Berufserfahrung",
                "Hotel Löwe #1",
                "seit 03/2019",
                "*Karte* mit $7 & `Fisch` geführt ]#[ <b>",
                "Jungköchin",
                "09/2016 – 02/2019",
                "Beiköchin",
                "Ausbildung",
                "2011 – 2014",
                "Kenntnisse",
                "Polnisch",
                "Leipzig, 24. November 2026",
            ];
            let mut from = 0;
            for part in order {
                let rest = text.get(from..).unwrap().replace('\u{a0}', " ");
                let found = part.split('|').filter_map(|part| rest.find(part)).min();
                assert!(found.is_some(), "{design} {mode:?}: {part} not after {from} in {text}");
                from += rest.get(..found.unwrap()).unwrap().len();
                from = (0..=from).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            }
        }
    }
    let english = pdf(&installed, &["cv", "--english", "--out", "en.pdf"]);
    assert!(english.status.success(), "{}", stderr(&english));
    let english = text(&installed.home().join("en.pdf"));
    assert!(english.contains("Experience") && english.contains("since 03/2019"), "{english}");
}

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
    assert_eq!(stdout(&done), "Deckblatt-Mara-Zolc-Lindgren.pdf (1 Seite)\n", "{}", stderr(&done));
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
fn without_a_name_there_is_a_sentence() {
    let installed = Installed::new();
    installed.write("ich.json", "{}");
    let output = pdf(&installed, &["cv"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        stderr(&output),
        "werdegang: basics.name: der Name fehlt; ohne ihn wird kein Lebenslauf daraus\n"
    );
}
