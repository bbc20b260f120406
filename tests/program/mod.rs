//! The real program in a real pseudo-terminal: the first run from typing to pasting, and every way
//! out.

use base64::Engine as _;
use rustix::process::Signal;

use crate::helpers::installed::Installed;
use crate::helpers::pty::{Modes, Pty};

const DOWN: &str = "\x1b[B";
const PAGE_DOWN: &str = "\x1b[6~";
const ESC: &str = "\x1b";

fn started(installed: &Installed) -> Pty {
    let mut pty = installed.terminal().size(80, 24).start();
    pty.wait_for_text("Backend Developer");
    pty
}

fn last_copy(pty: &Pty) -> String {
    let bytes =
        base64::engine::general_purpose::STANDARD.decode(pty.copied().last().unwrap()).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn start_type_open_jump_fill_copy_quit() {
    let installed = Installed::new();
    let mut pty = started(&installed);
    assert_eq!(
        pty.modes(),
        Modes { cursor_hidden: false, ..Modes::FULL_SCREEN },
        "the cursor stands in the search box"
    );

    pty.send("backend");
    pty.wait_for_text("┃backend ");
    pty.wait_for_text("▌Backend Developer / Backend Developerin");

    pty.send("\r");
    pty.wait_for_text("┏ Backend Developer / Backend Developerin");
    pty.send("7");
    pty.wait_for_text("▌ 7 Gehalt");
    pty.wait_for_text("Q1 4.915\u{a0}€ · Median 6.307\u{a0}€ · Q3 über 7.100\u{a0}€");

    // A line of the profile is public: copied at once, by the one route there is.
    pty.send("c");
    pty.wait_for_text("An das Terminal gesendet (OSC 52, 6 Zeichen, nicht prüfbar)");
    assert_eq!(last_copy(&pty), "Gehalt");

    // The text blocks: the subject line, with its optional reference number.
    pty.send("b");
    pty.wait_for_text("Textbausteine");
    pty.send("betreff\r");
    pty.wait_for_text("Dein Text");
    pty.wait_for_text("Frage 1 von 2");
    pty.send(PAGE_DOWN);
    pty.wait_for_text("Bewerbung als Backend Developerin");
    pty.send("\t4711");
    pty.wait_for_text("Kennziffer 4711");
    pty.send("\x0b");
    pty.wait_for_text("persönliche Angaben");
    pty.send("j");
    pty.wait_for_text("An das Terminal gesendet");
    assert_eq!(last_copy(&pty), "Bewerbung als Backend Developerin, Kennziffer 4711");

    pty.send(ESC);
    pty.wait_for_text("┏ Backend Developer");
    pty.send("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_as_found();
    assert!(installed.home().join(".cache/werdegang/index").is_dir());
}

#[test]
fn every_way_out_leaves_the_terminal_as_it_was_found() {
    for (signal, code) in
        [(Signal::INT, 130), (Signal::TERM, 143), (Signal::HUP, 129), (Signal::QUIT, 131)]
    {
        let installed = Installed::new();
        let mut pty = started(&installed);
        pty.signal(signal);
        assert_eq!(pty.wait_for_exit(), code, "{signal:?}");
        pty.assert_as_found();
    }
    let installed = Installed::new();
    let mut pty = started(&installed);
    pty.send("\x03");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_as_found();

    let installed = Installed::new();
    let mut pty = started(&installed);
    pty.close();
    assert_eq!(pty.wait_for_exit_unread(), 129);
}

#[test]
fn stopping_and_going_on_shows_the_same_screen() {
    let installed = Installed::new();
    let mut pty = started(&installed);
    pty.send("koch");
    pty.wait_for_text("┃koch ");
    pty.send("\x1a");
    pty.wait_for_stop(1);
    // The report of the stop may overtake what was written before it.
    pty.wait_for("the screen of the shell", |screen| !screen.contents().contains("┃koch "));
    pty.send("\n");
    pty.wait_for_text("┃koch ");
    pty.send("\x03");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_as_found();
}

#[test]
fn a_storm_of_resizes_ends_in_the_right_picture() {
    let installed = Installed::new();
    let mut pty = started(&installed);
    for step in 0..200 {
        pty.resize(1 + step % 90, 1 + step % 40);
    }
    pty.resize(120, 36);
    pty.wait_for_text("Strg-P Palette");
    pty.wait_for("both panes", |screen| screen.contents().contains("1 Berufsbild"));
    pty.send("\x03");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_as_found();
}

#[test]
fn a_paste_is_text_and_its_escapes_are_gone() {
    let installed = Installed::new();
    let mut pty = started(&installed);
    pty.paste("ko\x1b]52;c;aGk=\x07ch\nq");
    pty.wait_for_text("┃koch q ");
    assert!(pty.copied().is_empty());
    pty.send("\x03");
    assert_eq!(pty.wait_for_exit(), 0);
}

#[test]
fn without_colour_the_selection_is_still_seen() {
    let installed = Installed::new();
    let mut pty = installed.terminal().env("NO_COLOR", "1").start();
    pty.wait_for_text("▌Backend Developer");
    assert!(pty.cell_of("Backend Developer /").inverse());
    pty.send(DOWN);
    pty.wait_for("another selection", |screen| !screen.contents().contains("▌Backend Developer"));
    let colours =
        pty.raw().windows(3).any(|bytes| bytes == b"[31" || bytes == b"[32" || bytes == b"[38");
    assert!(!colours, "a colour was written");
    pty.send("\x03");
    assert_eq!(pty.wait_for_exit(), 0);
}

#[test]
fn a_terminal_that_cannot_draw_is_told_what_works_instead() {
    let installed = Installed::new();
    let mut pty = installed.terminal().env("TERM", "dumb").start();
    assert_eq!(pty.wait_for_exit(), 2);
    assert!(pty.text().contains("werdegang search"), "{}", pty.text());
    for launch in [r#"exec "$@" </dev/null"#, r#"exec "$@" >/dev/null"#] {
        let mut pty = installed.terminal().launch(launch).start();
        assert_eq!(pty.wait_for_exit(), 2);
        pty.assert_as_found();
        assert!(pty.text().contains("kein Terminal"), "{}", pty.text());
    }
}

#[test]
fn a_broken_file_of_the_user_is_named_and_the_rest_works() {
    let installed = Installed::new();
    installed.write(".local/share/werdegang/profiles/kaputt.json", "{ \"format\": 1, ");
    installed.write(".config/werdegang/config.toml", "language = \"en\"\n");
    let mut pty = installed.terminal().size(120, 24).start();
    pty.wait_for_text("Skipped: ");
    pty.wait_for_text("kaputt.json:1");
    pty.wait_for_text("Backend Developer");
    pty.send("\x03");
    assert_eq!(pty.wait_for_exit(), 0);
}

#[test]
fn any_size_is_survived() {
    for (width, height) in [(1, 1), (2, 3), (1, 80), (300, 3), (500, 200), (1000, 300)] {
        let installed = Installed::new();
        let mut pty = installed.terminal().size(width, height).start();
        pty.wait_for("a frame", vt100::Screen::alternate_screen);
        pty.send("\x03");
        assert_eq!(pty.wait_for_exit(), 0, "{width}x{height}");
        pty.assert_as_found();
    }
}

const ADVERT: &str = "Backend Engineer (m/w/d)\nMuster Systeme GmbH\n\nIhr Profil:\n- Erfahrung mit Rust\n- SQL\n\nKennziffer: B-12\nAnsprechpartnerin: Frau Anna Weber\n";

/// The whole way: an advertisement comes in, a letter goes out, and both are there after a restart.
#[test]
fn paste_an_advertisement_match_write_copy_and_find_it_again() {
    let installed = Installed::new();
    let mut pty = started(&installed);
    pty.send("backend");
    pty.wait_for_text("▌Backend Developer / Backend Developerin");
    pty.send("\r");
    pty.wait_for_text("┏ Backend Developer / Backend Developerin");
    pty.send("a");
    pty.wait_for_text("Anzeige einfügen");
    pty.paste(ADVERT);
    pty.wait_for_text("Kennziffer: B-12");
    pty.send("\t");
    pty.wait_for_text("In der Anzeige gefunden");
    pty.wait_for_text("Muster Systeme GmbH");
    pty.send("\t");
    pty.wait_for_text("0 belegt · 0 teilweise · 2 fehlt");
    pty.send(" ");
    pty.wait_for_text("1 belegt · 0 teilweise · 1 fehlt");
    pty.send("l");
    pty.wait_for_text("Schreibtisch");
    pty.wait_for_text("Kennziffer B-12");
    pty.send("e");
    pty.wait_for_text("┏ Betreff");
    pty.send(", meine Worte");
    pty.wait_for_text("B-12, meine Worte");
    pty.send(ESC);
    pty.wait_for_text("┌ Brief");
    pty.send("\x0b");
    pty.wait_for_text("Trotzdem");
    pty.send("j");
    pty.wait_for_text("persönliche Angaben");
    pty.send("j");
    pty.wait_for_text("An das Terminal gesendet");
    let copied = last_copy(&pty);
    assert!(copied.contains("Kennziffer B-12, meine Worte"), "{copied}");
    assert!(copied.contains("Sehr geehrte Frau Weber,"), "{copied}");
    pty.send("\x03");
    assert_eq!(pty.wait_for_exit(), 0);

    // Everything is there again.
    let mut pty = started(&installed);
    pty.send("\x07");
    pty.wait_for_text("Kopien (Enter kopiert noch einmal)");
    pty.wait_for_text("muster-systeme-gmbh-backend-developer");
    pty.send(ESC);
    pty.wait_for_text("tippen, z. B. backend");
    pty.send("\x1b[23~");
    pty.wait_for_text("Briefe");
    pty.send("\r");
    pty.wait_for_text("Schreibtisch");
    pty.wait_for_text("meine Worte");
    pty.send("\x1b[24~");
    pty.wait_for_text("Bewerbungen · 1");
    pty.wait_for_text("Muster Systeme GmbH");
    // A signal is no reason to lose the last words.
    pty.send("\x1b[23~");
    pty.wait_for_text("Briefe");
    pty.send("\r");
    pty.wait_for_text("Schreibtisch");
    pty.send("e");
    pty.wait_for_text("┏ Betreff");
    pty.send(" zuletzt");
    pty.wait_for_text("Worte zuletzt");
    pty.signal(Signal::TERM);
    assert_eq!(pty.wait_for_exit(), 143);
    pty.assert_as_found();
    let printed = installed.run(&["letter", "muster-systeme-gmbh-backend-developer"]);
    let text = String::from_utf8(printed.stdout).unwrap();
    assert!(text.contains("meine Worte zuletzt"), "{text}");
    let list = installed.run(&["applications"]);
    assert!(String::from_utf8(list.stdout).unwrap().starts_with("Muster Systeme GmbH"));
}

#[test]
fn a_wrong_word_is_seen_while_typing_and_repaired_with_one_key() {
    if !std::path::Path::new("/usr/share/hunspell/de_DE.dic").exists() {
        assert!(std::env::var_os("CI").is_none(), "hunspell-de-de is not installed");
        println!("skipped: no German dictionary");
        return;
    }
    let installed = Installed::new();
    let mut pty = started(&installed);
    pty.send("koch");
    pty.wait_for_text("▌Koch / Köchin");
    pty.send("\r");
    pty.wait_for_text("┏ Koch / Köchin");
    pty.send("l");
    pty.wait_for_text("Schreibtisch");
    pty.send("e");
    pty.wait_for_text("┏ Betreff");
    pty.send(": ich koche germ mit Estragonn,");
    pty.wait_for_text("2 Stellen zu prüfen");
    pty.send("\t");
    pty.wait_for_text("┌ Brief");
    pty.send("p");
    pty.wait_for_text("→ gern");
    pty.send("\r");
    pty.wait_for_text("ich koche gern");
    pty.wait_for_text("1 Stelle zu prüfen: „Estragonn“");
    pty.send("w");
    pty.wait_for_text("„Estragonn“ steht jetzt im eigenen Wörterbuch");
    pty.wait_for("the parts again", |screen| !screen.contents().contains("zu prüfen"));
    pty.send("\x03");
    assert_eq!(pty.wait_for_exit(), 0);
    let words = installed.run(&["spell", "--add", "Zweitwort"]);
    let file = installed.home().join(crate::helpers::installed::stdout(&words).trim());
    assert_eq!(std::fs::read_to_string(file).unwrap(), "Estragonn\nZweitwort\n");
}

#[cfg(feature = "documents")]
#[test]
fn a_document_is_chosen_by_its_picture_and_written() {
    let person = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/people/pflegefachfrau.json"
    ));
    for (term, colours, sign) in [
        ("xterm-kitty", "truecolor", "\x1b_G"),
        ("xterm-256color", "", "\x1b[38;5;"),
        ("foot", "truecolor", "\x1bP"),
    ] {
        let installed = Installed::new();
        installed.write(".config/werdegang/resume.json", person.as_ref().unwrap());
        let program = installed.terminal().env("TERM", term).env("COLORTERM", colours);
        let mut pty = program.size(100, 30).start();
        pty.wait_for_text("Backend Developer");
        pty.send("\x1bd");
        pty.wait_for_text("Eine Seite");
        let raw = String::from_utf8_lossy(pty.raw()).into_owned();
        assert!(raw.contains(sign), "no picture for {term}");
        pty.send("\r");
        pty.wait_for_text("Geschrieben");
        let written = installed.home().join(".local/share/werdegang/texte");
        let file = written.join("Lebenslauf-Ilse-Brandhoff.pdf");
        assert!(std::fs::read(&file).unwrap().starts_with(b"%PDF"));
        pty.send("\r");
        pty.wait_for("a second file", |_| written.join("Lebenslauf-Ilse-Brandhoff-2.pdf").exists());
        pty.send("\x03");
        assert_eq!(pty.wait_for_exit(), 0);
        pty.assert_as_found();
    }
}
