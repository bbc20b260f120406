//! Copies read back by other programs after ours has ended: a real X server, a real Wayland
//! compositor, a real tmux.

mod servers;

use std::process::{Command, Output, Stdio};

use crate::helpers::installed::{Installed, stderr, stdout};
use servers::{Tmux, Wayland, X11, available, helpers, wait_for_end};

/// What `snippet … --copy` puts on the clipboard.
const COPIED: &str = "Bewerbung als Backend Developerin, Kennziffer Ä-7";

fn copy(installed: &Installed, environment: &[(&str, &str)]) -> Output {
    let mut command = installed.command(&[
        "snippet",
        "backend-developer",
        "betreff",
        "--set",
        "ich.form=weiblich",
        "--set",
        "stelle.kennziffer=Ä-7",
        "--copy",
    ]);
    command.env("PATH", "/usr/bin:/bin").stdin(Stdio::null());
    command.envs(environment.iter().copied()).output().unwrap()
}

fn read(program: &str, arguments: &[&str], environment: &[(&str, &str)]) -> String {
    let output =
        Command::new(program).args(arguments).envs(environment.iter().copied()).output().unwrap();
    stdout(&output)
}

#[test]
fn x11_keeps_the_text_after_the_program_has_ended_until_somebody_else_copies() {
    if !available(&["Xvfb", "xclip"]) {
        return;
    }
    let (installed, server) = (Installed::new(), X11::start());
    let display = [("DISPLAY", server.display.as_str())];
    let output = copy(&installed, &display);
    assert_eq!(stderr(&output), "Kopiert (native, 49 Zeichen, geprüft)\n");
    assert!(output.status.success());
    let paste = ["-selection", "clipboard", "-o"];
    assert_eq!(read("xclip", &paste, &display), COPIED);
    assert_eq!(read("xclip", &paste, &display), COPIED, "a second paste");
    // Personal text asks clipboard histories to look away.
    let targets = read("xclip", &["-selection", "clipboard", "-o", "-t", "TARGETS"], &display);
    assert!(targets.contains("x-kde-passwordManagerHint"), "{targets}");

    let helper = helpers(&installed);
    assert_eq!(helper.len(), 1, "one helper holds the text");
    server.copy_something_else();
    wait_for_end(&helper);
    assert_eq!(read("xclip", &paste, &display), "etwas anderes");
}

#[test]
fn a_second_copy_takes_over_from_the_first() {
    if !available(&["Xvfb", "xclip"]) {
        return;
    }
    let (installed, server) = (Installed::new(), X11::start());
    let display = [("DISPLAY", server.display.as_str())];
    copy(&installed, &display);
    let first = helpers(&installed);
    copy(&installed, &display);
    wait_for_end(&first);
    assert_eq!(helpers(&installed).len(), 1);
    assert_eq!(read("xclip", &["-selection", "clipboard", "-o"], &display), COPIED);
}

#[test]
fn the_helper_ends_with_its_x_server() {
    if !available(&["Xvfb"]) {
        return;
    }
    let (installed, server) = (Installed::new(), X11::start());
    copy(&installed, &[("DISPLAY", &server.display)]);
    let processes = helpers(&installed);
    assert_eq!(processes.len(), 1);
    drop(server);
    wait_for_end(&processes);
}

#[test]
fn a_dead_display_falls_back_to_a_private_file() {
    use std::os::unix::fs::PermissionsExt;
    let installed = Installed::new();
    installed.write(".config/werdegang/config.toml", "clipboard = \"native\"\n");
    let output = copy(&installed, &[("DISPLAY", ":4321")]);
    assert!(stderr(&output).starts_with("Gespeichert in "), "{}", stderr(&output));
    let file = installed.home().join(".local/state/werdegang/last-copy.txt");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), COPIED);
    let mode =
        |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&file), mode(file.parent().unwrap())), (0o600, 0o700));
}

#[test]
fn wayland_keeps_the_text_after_the_program_has_ended() {
    if !available(&["sway", "wl-paste", "setpriv"]) {
        return;
    }
    let (installed, server) = (Installed::new(), Wayland::start());
    let environment =
        [("WAYLAND_DISPLAY", server.display.as_str()), ("XDG_RUNTIME_DIR", server.folder())];
    let output = copy(&installed, &environment);
    assert_eq!(stderr(&output), "Kopiert (native, 49 Zeichen, geprüft)\n");
    assert_eq!(read("wl-paste", &["-n"], &environment), COPIED);
    let types = read("wl-paste", &["-l"], &environment);
    assert!(types.contains("x-kde-passwordManagerHint"), "{types}");
}

#[test]
fn tmux_has_the_text_in_its_newest_buffer() {
    if !available(&["tmux"]) {
        return;
    }
    let (installed, server) = (Installed::new(), Tmux::start());
    let output = copy(&installed, &[("TMUX", &server.variable())]);
    assert_eq!(stderr(&output), "Kopiert (tmux, 49 Zeichen, geprüft)\n");
    assert_eq!(server.run(&["show-buffer"]), COPIED);
}

#[test]
fn the_screen_copies_into_tmux_and_the_text_is_there_after_it_has_ended() {
    if !available(&["tmux"]) {
        return;
    }
    let (installed, server) = (Installed::new(), Tmux::start());
    let mut pty = installed.terminal().env("TMUX", server.variable()).start();
    pty.wait_for_text("Backend Developer");
    pty.send("\r7c");
    pty.wait_for_text("Kopiert (tmux, 6 Zeichen, geprüft)");
    pty.send("q");
    assert_eq!(pty.wait_for_exit(), 0);
    assert_eq!(server.run(&["show-buffer"]), "Gehalt");
}

#[test]
fn an_own_command_gets_the_text_on_standard_input() {
    let installed = Installed::new();
    let target = installed.home().join("ziel.txt");
    let command =
        format!("clipboard = \"command\"\nclipboard_command = \"cat > {}\"\n", target.display());
    installed.write(".config/werdegang/config.toml", command);
    let output = copy(&installed, &[]);
    assert_eq!(stderr(&output), "Kopiert (command, 49 Zeichen, ungeprüft)\n");
    assert_eq!(std::fs::read_to_string(target).unwrap(), COPIED);
}

#[test]
fn doctor_makes_a_round_trip_and_leaves_the_clipboard_as_it_was() {
    if !available(&["Xvfb", "xclip"]) {
        return;
    }
    let (installed, server) = (Installed::new(), X11::start());
    server.copy_something_else();
    let mut command = installed.command(&["doctor"]);
    let output = command.env("DISPLAY", &server.display).output().unwrap();
    assert!(stdout(&output).contains("native: kopiert und zurückgelesen"), "{}", stdout(&output));
    let display = [("DISPLAY", server.display.as_str())];
    assert_eq!(read("xclip", &["-selection", "clipboard", "-o"], &display), "etwas anderes");
}
