//! Every way to leave, stop or lose the terminal leaves it as it was found.

use rustix::process::Signal;

use super::demo::program;
use crate::helpers::pty::{Modes, Program, Pty};

fn started() -> Pty {
    let mut pty = program().start();
    pty.wait_for_text("Demo 80x24");
    assert_eq!(pty.modes(), Modes::FULL_SCREEN);
    pty
}

#[test]
fn by_key() {
    for (key, code) in [("q", 0), ("\x03", 130)] {
        let mut pty = started();
        pty.send(key);
        assert_eq!(pty.wait_for_exit(), code);
        pty.assert_as_found();
        // What was on the screen before is there again.
        assert!(pty.text().contains("running 1 test"), "{}", pty.text());
        assert!(!pty.text().contains("Demo"), "{}", pty.text());
    }
}

#[test]
fn by_key_with_the_mouse_on() {
    let mut pty = started();
    pty.send("m");
    pty.wait_for("the mouse", |screen| {
        screen.mouse_protocol_mode() == vt100::MouseProtocolMode::PressRelease
    });
    pty.send("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_as_found();
}

#[test]
fn by_signal() {
    for (signal, code) in
        [(Signal::INT, 130), (Signal::TERM, 143), (Signal::HUP, 129), (Signal::QUIT, 131)]
    {
        let mut pty = started();
        pty.signal(signal);
        assert_eq!(pty.wait_for_exit(), code, "{signal:?}");
        pty.assert_as_found();
    }
}

#[test]
fn by_panic_of_the_main_thread() {
    let mut pty = started();
    pty.send("p");
    assert_eq!(pty.wait_for_exit(), 101);
    pty.assert_as_found();
    let text = pty.text();
    assert!(text.contains("Absicht im Hauptfaden"), "{text}");
    assert!(text.contains("tests/terminal/demo.rs"), "{text}");
    assert!(text.contains("Protokoll: demo.log"), "{text}");
}

#[test]
fn a_panic_that_is_caught_or_of_a_worker_leaves_the_picture_alone() {
    for (key, message) in [("w", "Arbeiter: panicked at "), ("c", "demo: panicked at ")] {
        let mut pty = started();
        pty.send(key);
        pty.wait_for_text(message);
        assert_eq!(pty.modes(), Modes::FULL_SCREEN);
        assert!(pty.text().starts_with("Demo 80x24\ngewählt fett\nTasten 1\n"), "{}", pty.text());
        pty.send("q");
        assert_eq!(pty.wait_for_exit(), 0);
        pty.assert_as_found();
    }
}

#[test]
fn when_the_window_is_closed_it_ends() {
    for launch in [r#"exec "$@""#, r#"trap '' HUP; exec "$@""#] {
        let mut pty = program().launch(launch).start();
        pty.wait_for_text("Demo 80x24");
        pty.close();
        assert_eq!(pty.wait_for_exit_unread(), 129, "{launch}");
    }
}

#[test]
fn a_terminal_that_takes_no_output_does_not_keep_it() {
    let mut pty = started();
    pty.stall();
    pty.send("f");
    pty.signal(Signal::TERM);
    assert_eq!(pty.wait_for_exit_unread(), 143);
    // Even then, what the terminal reads when it wakes up makes it clean.
    pty.resume();
    assert_eq!(pty.wait_for_exit(), 143);
    pty.assert_as_found();
}

#[test]
fn a_busy_program_is_ended_all_the_same() {
    let mut pty = started();
    pty.send("f");
    pty.wait_for_text(&"x".repeat(80));
    pty.signal(Signal::TERM);
    assert_eq!(pty.wait_for_exit(), 143);
    pty.assert_as_found();
}

#[test]
fn a_program_that_hangs_is_ended_all_the_same() {
    let mut pty = started();
    pty.send("h");
    pty.wait_for_text("hängt");
    pty.signal(Signal::TERM);
    assert_eq!(pty.wait_for_exit(), 143);
    pty.assert_as_found();
}

#[test]
fn half_a_key_does_not_keep_it() {
    let mut pty = started();
    pty.send("\x1bO");
    pty.signal(Signal::TSTP);
    pty.wait_for_stop(1);
    pty.wait_for("the main screen", |screen| !screen.alternate_screen());
    pty.assert_as_found();

    let mut pty = started();
    pty.send("\x1bO");
    pty.signal(Signal::TERM);
    assert_eq!(pty.wait_for_exit(), 143);
    pty.assert_as_found();
}

#[test]
fn stopped_and_continued() {
    let mut pty = started();
    pty.send("\x1a");
    pty.wait_for_stop(1);
    pty.wait_for("the main screen", |screen| !screen.alternate_screen());
    pty.assert_as_found();
    pty.send("\n");
    pty.wait_for_text("wieder da");
    assert_eq!(pty.modes(), Modes::FULL_SCREEN);
    assert!(pty.text().starts_with("Demo 80x24\n"), "{}", pty.text());

    pty.signal(Signal::TSTP);
    pty.wait_for_stop(2);
    pty.wait_for("the main screen", |screen| !screen.alternate_screen());
    pty.assert_as_found();
    pty.send("\n");
    pty.wait_for_text("wieder da");
    pty.send("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_as_found();
}

#[test]
fn ended_while_stopped() {
    let mut pty = started();
    pty.send("\x1a");
    pty.wait_for_stop(1);
    // What `kill %1` does; the program stays in the background.
    pty.signal_job(Signal::TERM);
    pty.signal_job(Signal::CONT);
    assert_eq!(pty.wait_for_exit_unread(), 143);
    pty.assert_as_found();
}

#[test]
fn stopped_by_force_and_continued_with_other_modes() {
    let mut pty = started();
    pty.signal_job(Signal::STOP);
    pty.wait_for_stop(1);
    pty.set_line_mode();
    pty.send("\n");
    pty.wait_for_text("fortgesetzt");
    assert_eq!(pty.modes(), Modes::FULL_SCREEN);
    pty.send("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_as_found();
}

#[test]
fn stopped_by_force_and_ended_in_the_background() {
    let mut pty = started();
    pty.signal_job(Signal::STOP);
    pty.wait_for_stop(1);
    pty.set_line_mode();
    pty.signal_job(Signal::TERM);
    pty.signal_job(Signal::CONT);
    assert_eq!(pty.wait_for_exit_unread(), 143);
}

#[test]
fn lent_to_another_program() {
    let mut pty = started();
    pty.send("e");
    pty.wait_for_text("im Editor");
    pty.assert_as_found();
    for number in 1..=50 {
        pty.send(format!("Zeile{number}\n"));
        pty.wait_for_text(&format!("gelesen: Zeile{number}"));
    }
    pty.send("Ende\n");
    pty.wait_for_text("Editor exit status: 0");
    assert_eq!(pty.modes(), Modes::FULL_SCREEN);
    pty.send("q");
    assert_eq!(pty.wait_for_exit(), 0);
    pty.assert_as_found();
}

#[test]
#[should_panic(expected = "the program asked the terminal")]
fn a_question_to_the_terminal_fails_the_test() {
    Program::new("/bin/sh").arg("-c").arg(r"printf '\033[6n'").start().wait_for_exit();
}
