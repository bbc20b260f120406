//! What the README shows is what the program does: its key table, its picture, its commands.
//!
//! After a change that is meant, `UPDATE_README=1 cargo test --test tests readme` writes both anew.

mod picture;

use std::fs;
use std::path::PathBuf;

use werdegang::i18n::Language;
use werdegang::keymap::{Command, Context, Keymap};

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn updating() -> bool {
    std::env::var_os("UPDATE_README").is_some()
}

const BEGIN: &str = "<!-- keys: generated from src/keymap/command.rs -->\n";
const END: &str = "<!-- end of keys -->";

fn key_table() -> String {
    let keymap = Keymap::default();
    let mut table = String::new();
    for context in Context::ALL {
        table.push_str(&format!(
            "\n**{}**\n\n| Taste | Befehl | was er tut |\n|---|---|---|\n",
            context.name(Language::German)
        ));
        for command in Command::all().filter(|command| command.context() == context) {
            let keys: Vec<String> = keymap
                .keys(command)
                .iter()
                .map(|key| format!("`{}`", key.label(Language::German)))
                .collect();
            table.push_str(&format!(
                "| {} | `{}` | {} |\n",
                keys.join(" "),
                command.id(),
                command.sentence(Language::German)
            ));
        }
    }
    table.push('\n');
    table
}

#[test]
fn the_key_table_is_the_command_list() {
    let readme = fs::read_to_string(file("README.md")).unwrap();
    let (before, rest) = readme.split_once(BEGIN).expect("the README marks its key table");
    let (table, after) = rest.split_once(END).expect("the README marks the end of its key table");
    if updating() {
        fs::write(file("README.md"), format!("{before}{BEGIN}{}{END}{after}", key_table()))
            .unwrap();
    } else {
        assert_eq!(table, key_table());
    }
}

#[test]
fn the_picture_is_a_real_frame() {
    let drawn = picture::svg();
    assert!(drawn.contains("Backend Developer"), "the frame shows the program");
    let path = file("assets/screen.svg");
    if updating() {
        fs::write(path, drawn).unwrap();
    } else {
        let kept = fs::read_to_string(path).unwrap();
        assert!(kept == drawn, "assets/screen.svg is not what the program draws; see tests/readme");
    }
}

#[test]
fn the_two_commands_stand_in_the_readme() {
    let readme = fs::read_to_string(file("README.md")).unwrap();
    for command in ["cargo run --release", "cargo test"] {
        assert!(readme.lines().any(|line| line.trim() == command), "{command}");
    }
}
