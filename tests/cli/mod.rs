//! Subcommands from outside: output and exit codes.

mod writing;

use std::process::Stdio;

use crate::helpers::installed::{Installed, stderr, stdout};

#[test]
fn search_prints_numbered_hits_and_says_by_exit_code_whether_there_are_any() {
    let installed = Installed::new();
    let output = installed.run(&["search", "backend"]);
    assert!(stdout(&output).starts_with(
        " 1. Backend Developer / Backend Developerin  [backend-developer, IT & Software]\n"
    ));
    assert_eq!(output.status.code(), Some(0));
    let output = installed.run(&["search", "xyzxyzxyz"]);
    assert_eq!((stdout(&output).as_str(), output.status.code()), ("", Some(1)));
    assert!(stderr(&output).starts_with("Nichts gefunden zu „xyzxyzxyz“."));
    assert_eq!(installed.run(&["search"]).status.code(), Some(2));
    assert_eq!(installed.run(&["search", " "]).status.code(), Some(2));
}

#[test]
fn search_speaks_json() {
    let output = Installed::new().run(&["search", "backend entwiklerin", "--json", "--limit", "1"]);
    let value: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(value["query"], "backend entwiklerin");
    assert_eq!(value["hits"][0]["id"], "backend-developer");
    assert_eq!(value["hits"][0]["rank"], 1);
    assert!(value["hits"][0]["repaired"].is_string(), "{value}");
    assert_eq!(value["hits"].as_array().unwrap().len(), 1);
}

#[test]
fn a_batch_becomes_a_trec_run() {
    let installed = Installed::new();
    installed.write("fragen.tsv", "q1\tbackend\n\nq7\tpflegefachfrau\n");
    let output = installed.run(&["search", "--batch", "fragen.tsv", "--trec", "--limit", "1"]);
    let text = stdout(&output);
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split(' ').collect()).collect();
    assert_eq!(lines.len(), 2, "{text}");
    for (line, (query, id)) in
        lines.iter().zip([("q1", "backend-developer"), ("q7", "pflegefachmann")])
    {
        assert_eq!(
            (line[0], line[1], line[2], line[3], line[5]),
            (query, "Q0", id, "1", "werdegang")
        );
        assert!(line[4].parse::<f32>().unwrap() > 0.0);
    }
    installed.write("schief.tsv", "q1 backend\n");
    let output = installed.run(&["search", "--batch", "schief.tsv"]);
    assert_eq!(
        stderr(&output),
        "werdegang: schief.tsv:1: hier fehlt der Tabulator zwischen Kennung und Suche\n"
    );
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn show_prints_a_profile_a_section_and_what_was_perhaps_meant() {
    let installed = Installed::new();
    let whole = stdout(&installed.run(&["show", "backend-developer"]));
    for part in ["1 Berufsbild", "7 Gehalt", "13 Quellen", "34.103 Beschäftigte", "·├"] {
        assert!(whole.contains(part), "{part} is missing");
    }
    assert!(whole.lines().all(|line| line.chars().count() <= 80));
    let pay = stdout(&installed.run(&["show", "backend-developer", "--section", "gehalt"]));
    assert!(pay.contains("Median 6.307\u{a0}€") && !pay.contains("Berufsbild"));
    let json = stdout(&installed.run(&["show", "backend-developer", "--json"]));
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["title"]["feminine"], "Backend Developerin");

    let output = installed.run(&["show", "backend-entwickler"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("gibt es nicht"), "{}", stderr(&output));
    let output = installed.run(&["show", "backend-developer", "--section", "lohn"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("möglich sind overview, tasks"), "{}", stderr(&output));
}

#[test]
fn a_snippet_is_filled_and_open_questions_stay_visible() {
    let installed = Installed::new();
    let resume = r#"{ "basics": { "name": "Robin Sommer" }, "werdegang": { "form": "feminine" } }"#;
    installed.write("ich.json", resume);
    let fill = |more: &[&str]| {
        let mut arguments =
            vec!["snippet", "backend-developer", "schluss", "--applicant", "ich.json"];
        arguments.extend(more);
        installed.run(&arguments)
    };
    let output = fill(&["--set", "eintritt=zum 1. März", "--strict"]);
    let text = stdout(&output);
    assert!(text.starts_with("Beginnen kann ich zum 1. März. "), "{text}");
    assert!(text.ends_with("Robin Sommer\n"), "{text}");
    assert_eq!((stderr(&output).as_str(), output.status.code()), ("", Some(0)));

    let output = fill(&[]);
    assert!(stdout(&output).starts_with("Beginnen kann ich [Ab wann?]. "), "{}", stdout(&output));
    assert_eq!(stderr(&output), "offen: eintritt  Ab wann? (ab sofort, zum 1. März)\n");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(fill(&["--strict"]).status.code(), Some(1));

    let output =
        installed.run(&["snippet", "backend-developer", "betreff", "--applicant", "ich.json"]);
    assert_eq!(stdout(&output), "Bewerbung als Backend Developerin\n");
    let output = installed.run(&["snippet", "backend-developer", "gedicht"]);
    assert_eq!(output.status.code(), Some(2));
    let output =
        installed.run(&["snippet", "backend-developer", "betreff", "--applicant", "fehlt.json"]);
    assert_eq!(stderr(&output), "werdegang: fehlt.json: diese Datei oder dieser Ordner fehlt\n");
}

#[test]
fn check_counts_what_is_fine_and_names_what_is_not() {
    let installed = Installed::new();
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/data");
    let output = installed.run(&["check", data]);
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    assert!(stdout(&output).contains("keine Beanstandung"), "{}", stdout(&output));

    installed.write("mein/kaputt.json", "{\n  \"format\": 1,\n  \"id\": 5\n}");
    let output = installed.run(&["check", "mein"]);
    assert_eq!(output.status.code(), Some(1));
    let first = stdout(&output).lines().next().unwrap().to_owned();
    assert_eq!(first, "mein/kaputt.json:3: id: hier wird ein Text in Anführungszeichen erwartet");
    assert_eq!(installed.run(&["check", "nirgends"]).status.code(), Some(1));
}

#[test]
fn own_profiles_join_the_corpus() {
    let installed = Installed::new();
    let fixture = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/corpus/uferlaeufer.json"
    ))
    .unwrap();
    installed.write("mehr/uferlaeufer.json", &fixture);
    let found = installed.run(&["search", "deichgänger", "--data", "mehr"]);
    assert!(stdout(&found).contains("[uferlaeufer, Natur]"), "{}", stdout(&found));
    installed.write(".local/share/werdegang/profiles/uferlaeufer.json", &fixture);
    let found = installed.run(&["search", "uferlaeuferin"]);
    assert!(stdout(&found).contains("[uferlaeufer, Natur]"), "{}", stdout(&found));
}

#[test]
fn foreign_text_loses_its_escapes_before_it_is_printed() {
    let installed = Installed::new();
    let fixture = std::fs::read_to_string(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/fixtures/corpus/uferlaeufer.json"
    ))
    .unwrap();
    let bad = fixture.replace("Deichgänger", "Deich\\u001b]52;c;aGk=\\u0007gänger \\u202eböse");
    assert_ne!(fixture, bad);
    installed.write("mehr/uferlaeufer.json", &bad);
    for arguments in [
        &["show", "uferlaeufer", "--data", "mehr"][..],
        &["search", "deichgänger", "--data", "mehr"],
        &["search", "--json", "deichgänger", "--data", "mehr"],
        &["search", "\u{1b}[31mrot"],
        &["show", "\u{1b}[31mrot"],
    ] {
        let output = installed.run(arguments);
        let text = stdout(&output) + &stderr(&output);
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202e}'), "{arguments:?}: {text:?}");
    }
}

#[test]
fn a_closed_pipe_is_quiet() {
    let installed = Installed::new();
    for arguments in [&["show", "backend-developer"][..], &["completions", "bash"], &["--man"]] {
        let mut child = installed
            .command(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(stderr(&output), "");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}

#[test]
fn doctor_tells_what_it_found_without_personal_data() {
    let installed = Installed::new();
    let output = installed.run(&["doctor"]);
    let text = stdout(&output);
    assert_eq!(output.status.code(), Some(0));
    for part in [
        "Terminal",
        "Zwischenablage",
        "Wörterbuch",
        "PDF, Word        ",
        "OSC 52, file",
        "Suchindex",
        "~/.config/werdegang/config.toml",
    ] {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
    assert!(!text.contains(installed.home().to_str().unwrap()), "{text}");
}

#[test]
fn completions_manual_and_configuration_come_out_of_the_program() {
    let installed = Installed::new();
    for shell in ["bash", "zsh", "fish"] {
        assert!(stdout(&installed.run(&["completions", shell])).contains("snippet"));
    }
    assert!(stdout(&installed.run(&["--man"])).starts_with(".ie"));
    let default = stdout(&installed.run(&["config", "--default"]));
    assert_eq!(default, werdegang::config::DEFAULT);
    assert!(!installed.home().join(".config").exists(), "the first run writes no configuration");
}

#[test]
fn what_is_written_belongs_to_the_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let installed = Installed::new();
    installed.run(&["search", "koch"]);
    let mode = |name: &str| {
        std::fs::metadata(installed.home().join(name)).unwrap().permissions().mode() & 0o777
    };
    assert_eq!(mode(".cache/werdegang/index"), 0o700);
}

#[test]
fn pay_lists_professions_by_median_with_the_year() {
    let installed = Installed::new();
    let value: serde_json::Value =
        serde_json::from_str(&stdout(&installed.run(&["pay", "--json"]))).unwrap();
    let rows = value.as_array().unwrap();
    let medians: Vec<u64> =
        rows.iter().map(|row| row["median"]["euros"].as_u64().unwrap()).collect();
    assert!(medians.len() > 50 && medians.is_sorted_by(|a, b| a >= b), "{medians:?}");
    let cook = rows.iter().find(|row| row["id"] == "koch").unwrap();
    let figures = serde_json::json!({ "group": cook["group"], "year": cook["year"] });
    assert_eq!(figures["group"], "29302");
    let text = stdout(&installed.run(&["pay", "--field", "gastro", "--sort", "title"]));
    let cook = text.lines().find(|line| line.starts_with("Koch ")).unwrap();
    assert!(cook.contains("€  20") && cook.ends_with("Gastronomie & Tourismus"), "{cook}");
    assert!(text.contains("Statistik der Bundesagentur für Arbeit"));
    assert_eq!(installed.run(&["pay", "--field", "gibtesnicht"]).status.code(), Some(1));
}
