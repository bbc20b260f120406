//! Word, Markdown and text; several formats at once; watching.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use super::*;
use crate::helpers::installed::{stderr, stdout};

#[test]
fn word_places_the_letter_where_the_pdf_does() {
    if Command::new("soffice").arg("--version").output().is_err() {
        assert!(std::env::var_os("CI").is_none(), "libreoffice-writer-nogui is not installed");
        println!("skipped: no LibreOffice");
        return;
    }
    let installed = desk(BODY);
    let home = installed.home();
    let done = pdf(&installed, &["letter", "loewe", "--docx", "--out", "l.docx"]);
    assert_eq!(stdout(&done), "l.docx\n", "{}", stderr(&done));
    let again = pdf(&installed, &["letter", "loewe", "--docx", "--out", "again.docx"]);
    assert!(again.status.success(), "{}", stderr(&again));
    assert!(
        std::fs::read(home.join("l.docx")).unwrap()
            == std::fs::read(home.join("again.docx")).unwrap()
    );
    let office = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}/office", home.display()))
        .args(["--headless", "--convert-to", "pdf", "l.docx"])
        .current_dir(home)
        .output()
        .unwrap();
    assert!(office.status.success(), "{}", stderr(&office));
    let file = home.join("l.pdf");
    for (word, left, top) in [
        ("Mara", 25.0, 57.2),
        ("Löwe", 25.0, 62.7),
        ("Am", 125.0, 50.0),
        ("Bewerbung", 25.0, 98.46),
    ] {
        assert_place(&file, word, left, top);
    }
    let text = text(&file).replace('\n', " ");
    assert!(
        text.contains("C#, $x$, #import \"a\", *Stern*, _Strich_, `Code`, <label>, @ref"),
        "{text}"
    );
    assert_eq!(pages(&file), 1);
}

#[test]
fn several_formats_are_written_all_or_none() {
    let installed = desk(BODY);
    let done = pdf(&installed, &["letter", "loewe", "--docx", "--md", "--txt"]);
    let name = "Anschreiben-Mara-Zolc-Lindgren-Loewe-Soehne-GmbH";
    assert_eq!(stdout(&done), format!("{name}.docx\n{name}.md\n{name}.txt\n"), "{}", stderr(&done));
    let read =
        |kind: &str| std::fs::read_to_string(installed.home().join(format!("{name}.{kind}")));
    let plain = read("txt").unwrap();
    assert!(
        plain.contains("\n\nBewerbung als Köchin\n\nSehr geehrte Frau Weber,\n\nseit 2019"),
        "{plain}"
    );
    let markdown = read("md").unwrap();
    assert!(markdown.contains("\\*Stern\\*, \\_Strich\\_, \\`Code\\`, \\<label\\>"), "{markdown}");
    std::fs::remove_file(installed.home().join(format!("{name}.docx"))).unwrap();
    let again = pdf(&installed, &["letter", "loewe", "--docx", "--txt"]);
    assert!(stderr(&again).contains("gibt es schon"), "{}", stderr(&again));
    assert!(!installed.home().join(format!("{name}.docx")).exists(), "all or none");
    let named = pdf(&installed, &["letter", "loewe", "--md", "--txt", "--out", "x"]);
    assert!(
        stderr(&named).contains("--out nennt eine Datei, gewünscht sind 2"),
        "{}",
        stderr(&named)
    );
}

#[test]
fn every_kind_is_written_in_every_format() {
    let installed = desk(BODY);
    let kinds: [&[&str]; 8] = [
        &["letter", "loewe"],
        &["cv"],
        &["cv", "--layout", "single"],
        &["cover", "--position", "Bewerbung als Köchin"],
        &["motivation", "loewe"],
        &["offer"],
        &["profile", "koch"],
        &["pay", "gastro"],
    ];
    for (at, kind) in kinds.iter().enumerate() {
        for format in ["docx", "md", "txt"] {
            let (flag, out) = (format!("--{format}"), format!("{at}.{format}"));
            let done = pdf(&installed, &[kind, &[flag.as_str(), "--out", &out][..]].concat());
            assert_eq!(stdout(&done), format!("{out}\n"), "{kind:?}: {}", stderr(&done));
            let size = std::fs::metadata(installed.home().join(&out)).unwrap().len();
            assert!(size > 150, "{kind:?} as {format} has {size} bytes");
        }
    }
    let profile = std::fs::read_to_string(installed.home().join("6.md")).unwrap();
    assert!(profile.starts_with("# Koch / Köchin\n"), "{profile}");
    assert!(profile.contains("\n## Gehalt\n"), "{profile}");
}

#[test]
fn watching_writes_again_when_the_data_change() {
    let installed = desk(BODY);
    let arguments = ["pdf", "cv", "--applicant", "ich.json", "--txt", "--out", "cv.txt", "--watch"];
    let mut child = installed.command(&arguments).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert_eq!(lines.next().unwrap().unwrap(), "cv.txt");
    installed.write("ich.json", PERSON.replace("Gasthof Anker", "Gasthof Segel"));
    assert_eq!(lines.next().unwrap().unwrap(), "cv.txt");
    child.kill().unwrap();
    child.wait().unwrap();
    let text = std::fs::read_to_string(installed.home().join("cv.txt")).unwrap();
    assert!(text.contains("Gasthof Segel"), "{text}");
}
