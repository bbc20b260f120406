//! The letter: places, literal text, refusals, length.

use super::*;
use crate::helpers::installed::{stderr, stdout};

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
    for (word, left, top) in [
        ("Żółć-Lindgren", 25.0 + 16.9, 16.4),
        ("Mara", 25.0, 57.2),
        ("Löwe", 25.0, 62.7),
        ("Frau", 25.0, 62.7 + 4.7),
        ("Am", 125.0, 50.0),
        ("Bewerbung", 25.0, 98.46),
    ] {
        assert_place(&file, word, left, top);
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
        refused(&[]).contains("Text 1: „xxxxxxxxxxxxxxxxxxxx…“ hat 180 Zeichen"),
        "{}",
        refused(&[])
    );
    let long = "Landesamt für Straßenbau und Verkehr, Niederlassung Plauen, Referat 41";
    let wide = ["--to", long, "--to", long, "--to", long, "--to", "08523 Plauen"];
    let short = desk("Guten Tag,\n\nnur ein Satz.");
    let mut all = vec!["letter", "loewe", "--out", "x.pdf"];
    all.extend(wide);
    assert_eq!(
        stderr(&pdf(&short, &all)),
        "werdegang: Empfänger: lange Zeilen brechen um, und mehr als 6 passen nicht in das Anschriftfeld; bitte kürzen\n"
    );
    let mut english = short.command(&["pdf", "letter", "loewe", "--applicant", "ich.json"]);
    let english = english.args(seven).env("LANG", "en_US.UTF-8").output().unwrap();
    assert_eq!(stderr(&english), "werdegang: recipient: 7 lines; the address field takes 6\n");
    let colour = refused(&["--colour", "rot"]);
    assert!(colour.contains("Farbe: „rot“ ist keine Farbe"), "{colour}");

    let emoji = desk("Guten Tag,\n\nein 🙂.");
    let output = pdf(&emoji, &["letter", "loewe", "--out", "x.pdf"]);
    assert!(stderr(&output).contains("„🙂“ gibt es in den Schriften nicht"), "{}", stderr(&output));
    assert!(!emoji.home().join("x.pdf").exists());
}

#[test]
fn what_is_still_open_in_the_letter_is_said() {
    let installed = desk("Guten Tag,\n\nich koche seit [Seit wann?] bei [Wo?].");
    let done = pdf(&installed, &["letter", "loewe", "--out", "x.pdf"]);
    assert_eq!(stderr(&done), "werdegang: im Brief ist noch offen: Seit wann? Wo?\n");
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
