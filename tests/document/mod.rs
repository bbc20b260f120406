//! Documents as an independent program reads them: places in millimetres, order, text, tags.

mod folder;
mod formats;
mod kinds;
mod letter;
mod people;
mod resume;

use std::path::Path;
use std::process::Command;

use serde_json::json;
use werdegang::store::Store;
use werdegang::store::letters::LetterRecord;

use crate::helpers::installed::Installed;

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

/// Left and top of every word that is `word`, in millimetres, in the order of the text.
fn places(file: &Path, word: &str) -> Vec<(f64, f64)> {
    let boxes = poppler("pdftotext", &["-bbox"], file);
    let lines = boxes.lines().filter(|line| line.ends_with(&format!(">{word}</word>")));
    let number = |line: &str, key: &str| {
        let (_, rest) = line.split_once(&format!("{key}=\"")).unwrap();
        rest.split_once('"').unwrap().0.parse::<f64>().unwrap() * 25.4 / 72.0
    };
    lines.map(|line| (number(line, "xMin"), number(line, "yMin"))).collect()
}

/// Fails unless `word` stands within a millimetre of a place.
fn assert_place(file: &Path, word: &str, left: f64, top: f64) {
    let found = places(file, word);
    let near = |(x, y): &(f64, f64)| (x - left).abs() < 1.0 && (y - top).abs() < 1.0;
    assert!(found.iter().any(near), "{word} not at {left}/{top} mm but at {found:.1?}");
}

fn pages(file: &Path) -> usize {
    let info = poppler("pdfinfo", &[], file);
    let line = info.lines().find_map(|line| line.strip_prefix("Pages:")).unwrap();
    line.trim().parse().unwrap()
}

/// A picture of one colour, as a file.
fn picture(width: u32, height: u32, format: image::ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(width, height, image::Rgb([90, 120, 150]))
        .write_to(&mut bytes, format)
        .unwrap();
    bytes.into_inner()
}
