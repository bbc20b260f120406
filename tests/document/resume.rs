//! The CV: order in every extractor, photo and signature, gaps, two pages.

use image::ImageFormat;

use super::*;
use crate::helpers::installed::{stderr, stdout};

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
fn without_a_name_there_is_a_sentence() {
    let installed = Installed::new();
    installed.write("ich.json", "{}");
    let output = pdf(&installed, &["cv"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        stderr(&output),
        "werdegang: basics.name: der Name fehlt; ohne ihn wird kein Lebenslauf daraus. werdegang applicant edit trägt ihn ein\n"
    );
}

#[test]
fn photo_and_signature_stand_in_the_cv_and_are_called_voluntary() {
    let installed = desk(BODY);
    installed.write("foto.jpg", picture(700, 900, ImageFormat::Jpeg));
    installed.write("hand.png", picture(600, 200, ImageFormat::Png));
    let done = pdf(
        &installed,
        &["cv", "--out", "cv.pdf", "--photo", "foto.jpg", "--signature", "hand.png"],
    );
    assert_eq!(stdout(&done), "cv.pdf (1 Seite)\n");
    assert!(stderr(&done).contains("sind freiwillig; das Allgemeine Gleichbehandlungsgesetz"));
    let images = poppler("pdfimages", &["-list"], &installed.home().join("cv.pdf"));
    assert_eq!(images.lines().count(), 2 + 2, "{images}");

    let file = PERSON.replace("\"born\"", "\"photo\": \"bild/foto.jpg\", \"born\"");
    installed.write("ich.json", file);
    let missing = pdf(&installed, &["cv", "--out", "x.pdf"]);
    assert!(
        stderr(&missing).contains("Foto: bild/foto.jpg ist nicht lesbar"),
        "{}",
        stderr(&missing)
    );
    installed.write("bild/foto.jpg", picture(70, 90, ImageFormat::Jpeg));
    assert!(pdf(&installed, &["cv", "--out", "x.pdf"]).status.success());
    let images = poppler("pdfimages", &["-list"], &installed.home().join("x.pdf"));
    assert_eq!(images.lines().count(), 2 + 1, "{images}");
}

#[test]
fn a_photo_that_cannot_be_printed_is_refused_by_name() {
    let installed = desk(BODY);
    installed.write("text.jpg", "kein Bild");
    installed.write("gross.jpg", vec![0xff; 50 * 1024 * 1024]);
    let mut broken = picture(70, 90, ImageFormat::Jpeg);
    broken.truncate(120);
    installed.write("halb.jpg", broken);
    for (file, sentence) in [
        ("text.jpg", "werdegang: Foto: text.jpg: ist weder JPEG noch PNG\n"),
        ("gross.jpg", "werdegang: Foto: gross.jpg hat 50 MB; mehr als 10 MB gehen nicht\n"),
        ("halb.jpg", "werdegang: Foto: halb.jpg: ist beschädigt oder zu groß"),
    ] {
        let output = pdf(&installed, &["cv", "--out", "x.pdf", "--photo", file]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).starts_with(sentence), "{}", stderr(&output));
        assert!(!installed.home().join("x.pdf").exists());
    }
}

#[test]
fn thirty_jobs_are_two_pages_unless_all_is_wanted() {
    let installed = Installed::new();
    installed.write("ich.json", people::person("dreissig-stellen"));
    let done = pdf(&installed, &["cv", "--out", "kurz.pdf"]);
    assert_eq!(stdout(&done), "kurz.pdf (2 Seiten)\n");
    assert!(
        stderr(&done).contains("ältere Stationen stehen ohne Einzelheiten da"),
        "{}",
        stderr(&done)
    );
    let short = text(&installed.home().join("kurz.pdf"));
    assert!(short.contains("Saison 2024") && !short.contains("Saison 1996"));
    assert!(short.contains("02/1996"), "every station is still named: {short}");
    let done = pdf(&installed, &["cv", "--full", "--out", "lang.pdf"]);
    assert!(pages(&installed.home().join("lang.pdf")) > 2, "{}", stdout(&done));
    assert!(text(&installed.home().join("lang.pdf")).contains("Saison 1996"));
}

#[test]
fn unnamed_gaps_are_said_and_named_ones_stand_in_the_cv() {
    let installed = Installed::new();
    installed.write("ich.json", people::person("luecken"));
    let done = pdf(&installed, &["cv", "--out", "cv.pdf"]);
    assert_eq!(
        stderr(&done),
        "werdegang: ohne Angabe: 03/2016 – 05/2017; wer mag, benennt die Zeit in den eigenen Daten unter werdegang.gaps\n"
    );
    let text = text(&installed.home().join("cv.pdf"));
    assert!(text.contains("Pflege meines Vaters") && text.contains("04/2019 – 08/2020"), "{text}");
}
