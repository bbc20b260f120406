//! What a document takes: the first one of a process, the next after a change, the picture, Word.
//!
//! `cargo bench --bench documents`. The letter has four paragraphs, the CV two pages.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::indexing_slicing,
    reason = "a bench that cannot start should stop, and prints what it measured"
)]

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use werdegang::document::content::{Content, LetterSheet, Sender};
use werdegang::document::{self, Design, Document, Layout, Style};
use werdegang::i18n::Language;
use werdegang::tailoring::applicant::parse;

const RUNS: usize = 101;
const PARAGRAPH: &str = "Am Posten arbeite ich nach Zetteln, die auch am Samstagabend lesbar bleiben. Rezepturen rechne ich auf Portionen um, Allergene führe ich in einer eigenen Liste, und die Kühlkette prüfe ich zweimal am Tag.";

fn main() {
    let people = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/people");
    let person = people.join("zwei-seiten.json");
    let applicant = parse("ich.json", &std::fs::read_to_string(&person).expect("a person"));
    let applicant = applicant.expect("a person that can be read");
    let style = Style {
        design: Design::Sachlich,
        colour: None,
        language: Language::German,
        date: "2026-11-24".to_owned(),
    };
    let cv = document::resume(&applicant, Layout::Tabular, &style).expect("a CV");

    let folder = tempfile::tempdir().expect("a folder");
    let mut cold: Vec<Duration> = (0..31)
        .map(|_| {
            let start = Instant::now();
            let done = Command::new(env!("CARGO_BIN_EXE_werdegang"))
                .args(["pdf", "cv", "--force", "--out", "cv.pdf", "--applicant"])
                .arg(&person)
                .env("HOME", folder.path())
                .current_dir(folder.path())
                .output()
                .expect("the program");
            assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
            start.elapsed()
        })
        .collect();
    report("CV, whole process", &mut cold);

    let mut first = vec![time(|| letter(0).pdf(&style).expect("a letter").pages)];
    report("letter, first in a process", &mut first);
    let mut warm: Vec<Duration> =
        (1..RUNS).map(|at| time(|| letter(at).pdf(&style).expect("a letter").pages)).collect();
    report("letter, one paragraph changed", &mut warm);
    let mut warm: Vec<Duration> = (1..RUNS)
        .map(|at| {
            let mut cv = cv.clone();
            if let Some(Content::Resume(sheet)) = cv.parts.first_mut() {
                sheet.summary = format!("{} {at}", sheet.summary);
            }
            time(|| cv.pdf(&style).expect("a CV").pages)
        })
        .collect();
    report("CV, two pages, profile changed", &mut warm);
    let mut pictures: Vec<Duration> = (1..RUNS)
        .map(|at| time(|| letter(at).picture(&style, 880).expect("a page").pages))
        .collect();
    report("letter as picture, 880 pixels", &mut pictures);
    let mut word: Vec<Duration> =
        (1..RUNS).map(|at| time(|| letter(at).docx(&style).expect("a letter").len())).collect();
    report("letter for Word", &mut word);
}

fn letter(number: usize) -> Document {
    let sheet = LetterSheet {
        sender: Sender { name: "Mara Lindner".to_owned(), ..Sender::default() },
        recipient: vec!["Löwe & Söhne GmbH".to_owned()],
        place_and_date: "Leipzig, 24. November 2026".to_owned(),
        subject: "Bewerbung als Köchin".to_owned(),
        salutation: "Sehr geehrte Damen und Herren,".to_owned(),
        body: vec![
            PARAGRAPH.to_owned(),
            format!("{PARAGRAPH} {number}"),
            PARAGRAPH.to_owned(),
            PARAGRAPH.to_owned(),
        ],
        closing: "Mit freundlichen Grüßen".to_owned(),
        ..LetterSheet::default()
    };
    Document { parts: vec![Content::Letter(sheet)], files: Vec::new() }
}

fn time(work: impl FnOnce() -> usize) -> Duration {
    let start = Instant::now();
    assert!(work() > 0);
    start.elapsed()
}

/// Median and 90th percentile in milliseconds.
fn report(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |part: usize| times[(times.len() - 1) * part / 100].as_secs_f64() * 1e3;
    println!("{what:<34} {:>7.2} ms   p90 {:>7.2}", at(50), at(90));
}
