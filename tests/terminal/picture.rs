//! What is drawn and what is read, in a real terminal.

use super::demo::program;
use crate::helpers::pty::text;

#[test]
fn any_size_is_drawn() {
    for (width, height) in [(1, 1), (1, 80), (24, 1), (2, 3), (200, 50), (300, 300), (1000, 300)] {
        let mut pty = program().size(width, height).start();
        let first: String = format!("Demo {width}x{height}").chars().take(width.into()).collect();
        pty.wait_for("a frame", |screen| {
            screen.alternate_screen() && text(screen).starts_with(&first)
        });
        pty.send("q");
        assert_eq!(pty.wait_for_exit(), 0, "{width}x{height}");
        pty.assert_as_found();
    }
}

#[test]
fn a_terminal_without_a_size_gets_the_usual_one() {
    let mut pty = program().size(0, 0).start();
    pty.resize_screen_only(80, 24);
    pty.wait_for_text("Demo 80x24");
    pty.send("q");
    assert_eq!(pty.wait_for_exit(), 0);
}

#[test]
fn a_huge_terminal_is_drawn_in_its_corner() {
    let mut pty = program().size(1200, 400).start();
    pty.wait_for_text("Demo 1000x300");
    pty.send("q");
    assert_eq!(pty.wait_for_exit(), 0);
}

#[test]
fn survives_500_changes_of_size() {
    let mut pty = program().start();
    pty.wait_for_text("Demo 80x24");
    for step in 0..500_u16 {
        pty.resize(1 + step * 7 % 211, 1 + step * 5 % 67);
    }
    pty.resize(93, 31);
    pty.wait_for("the last size", |screen| {
        text(screen) == "Demo 93x31\ngewählt fett\nTasten 0\nnichts"
    });
    pty.send("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_as_found();
}

#[test]
fn styles_arrive() {
    let mut pty = program().start();
    pty.wait_for_text("nichts");
    assert!(pty.cell_of("gewählt").inverse());
    assert!(pty.cell_of("fett").bold());
    assert!(!pty.cell_of("Demo").inverse());
    assert!(!pty.cell_of("Demo").bold());
}

#[test]
fn keys_arrive_by_name() {
    let mut pty = program().start();
    pty.wait_for_text("nichts");
    for (bytes, name) in [
        ("ä", "ä"),
        ("\x06", "ctrl-f"),
        ("\x1bOP", "f1"),
        ("\x1b[Z", "shift-tab"),
        ("\r", "enter"),
        ("\x1b[1;3D", "alt-left"),
        ("\x1b[6~", "pagedown"),
        ("\x7f", "backspace"),
        ("\x1b", "esc"),
    ] {
        pty.send(bytes);
        pty.wait_for(name, |screen| text(screen).lines().nth(3) == Some(name));
    }
}

#[test]
fn a_paste_is_text_and_not_keys() {
    let mut pty = program().start();
    pty.wait_for_text("nichts");
    pty.paste("q\rp\x1b]52;c;aGk=\x07 ende");
    pty.wait_for_text(r#"Paste "q\np ende""#);
    assert!(pty.text().contains("Tasten 0"));
}

#[test]
fn a_huge_paste_is_cut() {
    let mut pty = program().start();
    pty.wait_for_text("nichts");
    pty.paste(&"a".repeat(2 * 1024 * 1024));
    pty.wait_for_text("1048576 Bytes, gekürzt");
    assert!(pty.text().contains("Tasten 0"));
}

#[test]
fn the_mouse_reports_only_when_it_is_on() {
    let mut pty = program().start();
    pty.wait_for_text("nichts");
    assert!(!pty.modes().mouse);
    pty.send("m");
    pty.wait_for("the mouse", |screen| {
        screen.mouse_protocol_encoding() == vt100::MouseProtocolEncoding::Sgr
    });
    pty.send("\x1b[<65;5;7M");
    pty.wait_for_text("ScrollDown, column: 4, row: 6");
    pty.send("m");
    pty.wait_for("no mouse", |screen| {
        screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    });
}

#[test]
fn bytes_past_the_picture_arrive_whole_and_leave_it_alone() {
    let mut pty = program().start();
    pty.wait_for_text("nichts");
    pty.send("o");
    pty.wait_for("key 1", |screen| text(screen) == "Demo 80x24\ngewählt fett\nTasten 1\no");
    assert_eq!(pty.copied(), ["SGFsbG8="]);
    // Each frame is one synchronized update, and the bytes stand between two of them.
    let raw = String::from_utf8_lossy(pty.raw());
    let (before, after) = raw.split_once("\x1b]52;c;SGFsbG8=\x07").unwrap();
    assert!(before.contains("\x1b[?2026h") && before.ends_with("\x1b[?2026l"), "{before:?}");
    assert!(after.starts_with("\x1b[?2026h"), "{after:?}");
}

#[test]
fn where_no_screen_can_be_shown_nothing_is_touched() {
    for (launch, term, refusal) in [
        (r#"exec "$@" </dev/null"#, "xterm", "InputIsNoTerminal"),
        (r#"exec "$@" | cat"#, "xterm", "OutputIsNoTerminal"),
        (r#"exec "$@""#, "dumb", "DumbTerminal"),
    ] {
        let mut pty =
            program().launch(launch).env("PATH", "/usr/bin:/bin").env("TERM", term).start();
        pty.wait_for_text(refusal);
        pty.wait_for_exit();
        pty.assert_as_found();
        assert!(!pty.raw().windows(6).any(|bytes| bytes == b"[?1049"), "{refusal}");
    }
}
