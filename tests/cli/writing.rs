//! Own data, match, inflect, own blocks: output and exit codes.

use crate::helpers::installed::{Installed, stderr, stdout};

const PERSON: &str = r#"{ "basics": { "name": "Robin Sommer" }, "anderes": [1],
  "work": [ { "name": "Muster GmbH", "position": "Köchin", "startDate": "2020", "endDate": "2024",
              "highlights": ["Karte mit Fisch geführt"] } ],
  "werdegang": { "expectedPay": "3.333", "drivingLicence": "B" } }"#;

const ADVERT: &str = "Köchin (m/w/d)\nGasthof Anker GmbH\n\nIhr Profil:\n- Erfahrung mit Fisch\n- Führerschein Klasse C\n";

#[test]
fn own_data_are_begun_taken_over_checked_and_shown_without_secrets() {
    let installed = Installed::new();
    let begun = installed.run(&["applicant", "init"]);
    assert!(begun.status.success(), "{}", stderr(&begun));
    let file = stdout(&begun).lines().next().unwrap().to_owned();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&file).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let again = installed.run(&["applicant", "init"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(stderr(&again).contains("gibt es schon; werdegang applicant edit öffnet sie"));

    let person = installed.write("ich.json", PERSON);
    let person = person.to_str().unwrap();
    let refused = installed.run(&["applicant", "import", person]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("mit --force"), "{}", stderr(&refused));
    let taken = installed.run(&["applicant", "import", person, "--force"]);
    assert!(
        stdout(&taken).ends_with("resume.json: in Ordnung; 1 Stationen, 1 Belege\n"),
        "{}",
        stdout(&taken)
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap(), PERSON, "taken over as it is");
    let shown = stdout(&installed.run(&["applicant", "show"]));
    assert!(
        shown.contains("Robin Sommer")
            && shown.contains("Köchin, Muster GmbH (2020 – 2024): Karte mit Fisch geführt"),
        "{shown}"
    );
    assert!(!shown.contains("3.333") && shown.contains("•••"), "{shown}");
    let json = stdout(&installed.run(&["applicant", "show", "--json"]));
    assert!(!json.contains("3.333"), "{json}");

    let bad = installed.write("schlecht.json", r#"{"work": {}}"#);
    let bad = installed.run(&["applicant", "check", bad.to_str().unwrap()]);
    assert_eq!(bad.status.code(), Some(1));
    assert!(stdout(&bad).ends_with("schlecht.json: work: hier wird eine Liste [ … ] erwartet\n"));
}

#[test]
fn an_editor_that_breaks_the_file_is_told_where() {
    let installed = Installed::new();
    let editor = installed.write("editor.sh", "#!/bin/sh\nprintf '{' > \"$1\"\n");
    #[cfg(unix)]
    std::fs::set_permissions(&editor, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let mut command = installed.command(&["applicant", "edit"]);
    let output = command.env("PATH", "/usr/bin:/bin").env("EDITOR", &editor).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stdout(&output).contains("kein gültiges JSON"), "{}", stdout(&output));
}

#[test]
fn match_reads_a_file_or_the_input_and_says_why() {
    let installed = Installed::new();
    let person = installed.write("ich.json", PERSON);
    let advert = installed.write("anzeige.txt", ADVERT);
    let arguments =
        ["--applicant", person.to_str().unwrap(), "match", "koch", advert.to_str().unwrap()];
    let text = stdout(&installed.run(&arguments));
    assert!(
        text.starts_with("Stelle      Köchin\nFirma       Gasthof Anker GmbH\nKontakt     –\n"),
        "{text}"
    );
    assert!(
        text.contains("belegt (1)\n  Erfahrung mit Fisch\n      Arbeit: Köchin, Muster GmbH (2020 – 2024): Karte mit Fisch geführt\n      „Fisch“ steht da\n"),
        "{text}"
    );
    assert!(
        text.contains(
            "fehlt (1)\n  Führerschein Klasse C\n      gefragt ist Klasse C, du hast B\n"
        ),
        "{text}"
    );
    let json = stdout(&installed.run(&[&arguments[..], &["--json"]].concat()));
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["requirements"][0]["verdict"], "shown");
    assert_eq!(value["requirements"][1]["verdict"], "missing");

    let pdf = installed.write("anzeige.pdf", "%PDF-1.7 …");
    let refused = installed.run(&["match", "koch", pdf.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("das ist kein Text"), "{}", stderr(&refused));
    let large = installed.write("gross.txt", "x".repeat(10 * 1024 * 1024));
    let refused = installed.run(&["match", "koch", large.to_str().unwrap()]);
    assert!(stderr(&refused).contains("größer als 1 MB"), "{}", stderr(&refused));
}

#[test]
fn inflect_prints_every_form_as_a_table_or_as_json() {
    let installed = Installed::new();
    let table = stdout(&installed.run(&["inflect", "Koch", "Köchin"]));
    assert!(table.starts_with("Klasse: umlaut_e, geschätzt\n"), "{table}");
    assert!(table.contains("ein (Akkusativ)     einen Koch   eine Köchin\n"), "{table}");
    let json =
        stdout(&installed.run(&["inflect", "Bote", "Botin", "--class", "n_declension", "--json"]));
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(value["masculine"]["genitive"], "eines Boten");
    assert_eq!((&value["guessed"], &value["short"]), (&false.into(), &serde_json::Value::Null));
    let wrong = installed.run(&["inflect", "Koch", "Köchin", "--class", "stark"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("möglich: er, plural_e,"), "{}", stderr(&wrong));
}

#[test]
fn own_blocks_are_taken_over_all_or_none() {
    let installed = Installed::new();
    let good = "+++\ntitle = \"Gruß\"\nkind = \"closing\"\n+++\nBis bald\n{{ ich.name }}\n";
    installed.write("neu/gruss.md", good);
    let folder = installed.home().join("neu");
    let folder = folder.to_str().unwrap();
    installed.write("neu/schlecht.md", "+++\ntitle = \"x\"\nkind = \"closing\"\n+++\n{{ wer }}\n");
    let refused = installed.run(&["block", "import", folder]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(
        stderr(&refused).contains("schlecht.md:5: wer: der Name „wer“"),
        "{}",
        stderr(&refused)
    );
    assert_eq!(installed.run(&["block", "list"]).status.code(), Some(1), "nothing was taken over");
    std::fs::remove_file(installed.home().join("neu/schlecht.md")).unwrap();
    let taken = installed.run(&["block", "import", folder]);
    assert!(stdout(&taken).starts_with("1 Bausteine übernommen"), "{}", stderr(&taken));
    let text = stdout(&installed.run(&["snippet", "koch", "gruss", "--set", "ich.name=Robin"]));
    assert_eq!(text, "Bis bald\nRobin\n");
    let twice = installed.run(&["block", "import", folder]);
    assert!(stderr(&twice).contains("gibt es schon; bitte umbenennen"), "{}", stderr(&twice));
}
