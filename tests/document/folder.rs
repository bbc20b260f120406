//! The folder: order, page numbers per part, appended pages, and what is missing.

use image::ImageFormat;

use super::*;
use crate::helpers::installed::{stderr, stdout};

#[test]
fn all_parts_and_certificates_are_one_file_in_the_chosen_order() {
    let installed = desk(BODY);
    installed.write("ich.json", people::person("dreissig-stellen"));
    let profile = pdf(&installed, &["profile", "koch", "--out", "zeugnis-lehre.pdf"]);
    assert!(profile.status.success(), "{}", stderr(&profile));
    let appended = pages(&installed.home().join("zeugnis-lehre.pdf"));
    installed.write("hygiene.png", picture(400, 600, ImageFormat::Png));
    let done = pdf(
        &installed,
        &[
            "folder",
            "loewe",
            "--parts",
            "cover,letter,cv",
            "--motivation",
            "loewe",
            "--append",
            "zeugnis-lehre.pdf",
            "--append",
            "hygiene.png",
            "--out",
            "m.pdf",
        ],
    );
    // Cover, letter, two pages CV, statement, certificate, scan.
    assert_eq!(stdout(&done), format!("m.pdf ({} Seiten)\n", 1 + 1 + 2 + 1 + appended + 1));
    let file = installed.home().join("m.pdf");
    let page = |number: usize| {
        let number = number.to_string();
        poppler("pdftotext", &["-f", &number, "-l", &number, "-enc", "UTF-8"], &file)
    };
    assert!(page(1).contains("Inhalt") && page(1).contains("Zeugnis lehre"), "{}", page(1));
    assert!(page(2).contains("Sehr geehrte Frau Weber,") && page(2).contains("Anlagen"));
    assert!(!page(2).contains("Seite"), "a letter of one page has no number: {}", page(2));
    assert!(page(3).contains("Seite 1 von 2") && page(4).contains("Seite 2 von 2"), "{}", page(3));
    assert!(page(5).contains("Motivationsschreiben"), "{}", page(5));
    assert!(page(6).contains("Koch / Köchin"), "appended text can be read: {}", page(6));
    let remark = stderr(&done);
    assert!(remark.contains("nicht in der Mappe: Arbeitsproben, Projektliste;"), "{remark}");
}

#[test]
fn what_cannot_be_appended_is_refused_by_name() {
    let installed = desk(BODY);
    installed.write("halb.pdf", "%PDF-1.7\n1 0 obj\n");
    installed.write("brief.docx", "PK");
    for (file, sentence) in [
        (
            "halb.pdf",
            "Anlage 1: halb.pdf: ist kein lesbares PDF; neu drucken oder speichern hilft meist",
        ),
        ("brief.docx", "Anlage 1: brief.docx: ist weder JPEG noch PNG"),
        ("weg.pdf", "Anlage 1: weg.pdf ist nicht lesbar"),
    ] {
        let done = pdf(&installed, &["folder", "loewe", "--append", file, "--out", "m.pdf"]);
        assert_eq!(done.status.code(), Some(2));
        assert!(stderr(&done).contains(sentence), "{}", stderr(&done));
        assert!(!installed.home().join("m.pdf").exists());
    }
    let done = pdf(&installed, &["folder", "loewe", "--parts", "motivation", "--out", "m.pdf"]);
    assert!(stderr(&done).contains("--motivation NAME nennt den Brief"), "{}", stderr(&done));
}

#[test]
fn the_checklist_says_what_is_missing_and_what_the_profile_advises() {
    let installed = desk(BODY);
    let done = pdf(&installed, &["folder", "loewe", "--check"]);
    let list = stdout(&done);
    let marks: Vec<&str> =
        list.lines().skip(1).map(|line| line.split(':').next().unwrap()).collect();
    assert_eq!(
        marks,
        [
            "[x] Anschreiben",
            "[x] Lebenslauf",
            "[ ] Zeugnisse",
            "[ ] Motivationsschreiben",
            "[ ] Arbeitsproben",
            "[ ] Projektliste",
        ]
    );
    assert!(list.contains("Bescheinigung über die Hygienebelehrung"), "{list}");
    assert!(list.contains("Probekochen"), "{list}");
}
