//! What is no download is refused with a sentence, and the shelf stays as it was.

use std::path::Path;

use super::{ESCO, OCCUPATIONS, corpora, folder, import, zipped};
use crate::helpers::installed::Installed;

/// The file and what it must be complained about with; the home folder is left out.
fn refused(installed: &Installed, kind: &str, path: &Path, expected: &str) {
    let (code, out, complaints) = import(installed, kind, path, &["--name", "esco-de"]);
    let complaints = complaints.replace(&format!("{}/", installed.home().display()), "");
    assert_eq!((code, out.as_str()), (2, ""), "{complaints}");
    assert_eq!(complaints, format!("werdegang: {expected}\n"));
    assert_eq!(corpora(installed), [("esco-de".to_owned(), 3)], "{expected}");
}

fn with_a_corpus() -> Installed {
    let installed = Installed::new();
    let esco = folder(&installed, "esco", ESCO);
    assert_eq!(import(&installed, "esco", &esco, &[]).0, 0);
    installed
}

#[test]
fn what_is_no_download() {
    let installed = with_a_corpus();
    let home = installed.home();
    refused(
        &installed,
        "esco",
        &home.join("nichts"),
        "nichts: diese Datei oder dieser Ordner fehlt",
    );
    let path = installed.write("kein.zip", "das ist kein Archiv");
    refused(
        &installed,
        "esco",
        &path,
        "kein.zip: das ist kein zip-Archiv; bitte die Datei noch einmal herunterladen",
    );
    let path = folder(&installed, "leer", &[("liesmich.txt", "nichts")]);
    refused(
        &installed,
        "esco",
        &path,
        "leer: hier ist keine Datei occupations_<sprache>.csv; das ESCO-Portal liefert sie im Paket „classification, csv“",
    );
    refused(
        &installed,
        "onet",
        &path,
        "leer: hier ist keine Datei „Occupation Data.txt“; O*NET liefert sie im Paket „Text“ der Datenbank",
    );
    refused(
        &installed,
        "kldb",
        &path,
        "leer: hier ist keine CSV-Datei mit der KldB 2010; gebraucht wird „Gliederung mit Erläuterung“",
    );
    refused(
        &installed,
        "profiles",
        &path,
        "leer: hier liegen keine Profile (*.json); das Format beschreibt data/README.md",
    );
    let path = folder(&installed, "kaputt", &[("a.json", "{\n \"format\": 1,")]);
    refused(
        &installed,
        "profiles",
        &path,
        "a.json:2: kein gültiges JSON (Spalte 13): die Datei endet mitten im Text; vermutlich fehlt eine schließende Klammer\nwerdegang: nichts importiert; bitte erst diese 1 Stellen beheben",
    );
}

#[test]
fn tables_that_are_none() {
    let installed = with_a_corpus();
    let huge = OCCUPATIONS.replace("Streicht.", &"x".repeat(70_000));
    let other = OCCUPATIONS.replace("preferredLabel", "label");
    let open = format!("{OCCUPATIONS}Occupation,u,1,\"nie zu");
    let nul = OCCUPATIONS.replace("Streicht.", "Strei\0cht.");
    let name = |number: &str| format!("{number}/occupations_de.csv");
    for (number, text, expected) in [
        (
            "a",
            &other,
            ":1: die Spalte „preferredLabel“ fehlt; ist das die richtige Datei, und aus einer Version, die werdegang kennt?",
        ),
        (
            "b",
            &open,
            ":8: ein Anführungszeichen wird nie geschlossen; die Datei ist vermutlich abgeschnitten",
        ),
        ("c", &nul, ":7: die Datei enthält NUL-Bytes und ist keine Tabelle"),
        (
            "d",
            &huge,
            ":7: hier beginnt ein Feld von über 64 KiB; vermutlich fehlt ein schließendes Anführungszeichen",
        ),
    ] {
        installed.write(&name(number), text);
        let path = installed.home().join(number);
        refused(&installed, "esco", &path, &format!("occupations_de.csv{expected}"));
    }
}

#[test]
fn archives_that_mean_harm() {
    let installed = with_a_corpus();
    let bomb = vec![0_u8; 32 << 20];
    let path = zipped(&installed, "bombe.zip", &[("occupations_de.csv", &bomb)]);
    refused(
        &installed,
        "esco",
        &path,
        "bombe.zip: occupations_de.csv: der Eintrag wächst beim Entpacken ins Unmäßige; das ist kein solcher Download",
    );
    let path =
        zipped(&installed, "flucht.zip", &[("../../occupations_de.csv", OCCUPATIONS.as_bytes())]);
    refused(
        &installed,
        "esco",
        &path,
        "flucht.zip: occupations_de.csv: der Eintrag führt aus dem Archiv hinaus und wird nicht gelesen",
    );
    let many: Vec<String> = (0..1_001).map(|number| format!("{number}.csv")).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|name| (name.as_str(), &b""[..])).collect();
    let path = zipped(&installed, "viele.zip", &many);
    refused(
        &installed,
        "esco",
        &path,
        "viele.zip: das Archiv hat mehr als 1000 Einträge; das ist kein solcher Download",
    );
    // Cut in the middle, as a download that was interrupted is.
    let whole = zipped(&installed, "ganz.zip", &[("occupations_de.csv", OCCUPATIONS.as_bytes())]);
    let bytes = std::fs::read(whole).unwrap();
    let path = installed.write("halb.zip", &bytes[..bytes.len() / 2]);
    refused(
        &installed,
        "esco",
        &path,
        "halb.zip: das ist kein zip-Archiv; bitte die Datei noch einmal herunterladen",
    );
}

#[test]
fn another_encoding_is_read_and_said() {
    let installed = Installed::new();
    let latin: Vec<u8> =
        OCCUPATIONS.chars().map(|c| u8::try_from(c as u32).unwrap_or(b'?')).collect();
    installed.write("latin/occupations_de.csv", latin);
    let (code, _, complaints) = import(&installed, "esco", &installed.home().join("latin"), &[]);
    assert_eq!(code, 0);
    assert!(
        complaints.contains("occupations_de.csv: kein UTF-8; als Windows-1252 gelesen"),
        "{complaints}"
    );
    let title = super::profile(&installed, "esco-aaaa-1")["title"]["feminine"].clone();
    assert_eq!(title, "Glasbläserin");
}

#[test]
fn an_occupation_that_comes_twice_is_imported_once_and_that_is_said() {
    let installed = Installed::new();
    let twice = format!("{OCCUPATIONS}{}", OCCUPATIONS.lines().last().unwrap());
    installed.write("doppelt/occupations_de.csv", twice);
    let (code, out, complaints) =
        import(&installed, "esco", &installed.home().join("doppelt"), &[]);
    assert_eq!((code, out.starts_with("esco-de: 3 Berufe")), (0, true), "{out}");
    assert!(
        complaints.ends_with("1 Berufe mit schon vergebener Kennung ausgelassen\n"),
        "{complaints}"
    );
}

#[test]
fn dos_text_is_recognised_by_its_umlauts() {
    let installed = Installed::new();
    // Code page 850.
    let dos: Vec<u8> = OCCUPATIONS
        .chars()
        .map(|c| match c {
            'ä' => 0x84,
            'ö' => 0x94,
            'ü' => 0x81,
            'Ä' => 0x8e,
            'Ö' => 0x99,
            'Ü' => 0x9a,
            'ß' => 0xe1,
            c => u8::try_from(c as u32).unwrap_or(b'?'),
        })
        .collect();
    installed.write("dos/occupations_de.csv", dos);
    let (code, _, complaints) = import(&installed, "esco", &installed.home().join("dos"), &[]);
    assert_eq!(code, 0);
    assert!(complaints.contains("als DOS-Text (Codepage 850) gelesen"), "{complaints}");
    let title = super::profile(&installed, "esco-aaaa-1")["title"]["feminine"].clone();
    assert_eq!(title, "Glasbläserin");
}

#[cfg(unix)]
#[test]
fn a_link_to_a_table_is_followed_and_one_to_a_folder_is_not() {
    let installed = Installed::new();
    let table = installed.write("anderswo/tabelle.csv", OCCUPATIONS);
    let folder = installed.home().join("verlinkt");
    std::fs::create_dir(&folder).unwrap();
    std::os::unix::fs::symlink(table, folder.join("occupations_de.csv")).unwrap();
    std::os::unix::fs::symlink(&folder, folder.join("kreis")).unwrap();
    let (code, out, complaints) = import(&installed, "esco", &folder, &[]);
    assert_eq!((code, out.starts_with("esco-de: 3 Berufe")), (0, true), "{out}{complaints}");
}

#[test]
fn folders_complete_each_other_and_an_archive_stands_alone() {
    let installed = Installed::new();
    let occupations = installed.write("a/occupations_de.csv", OCCUPATIONS);
    let second = installed.write("b/leer.txt", "nichts");
    let folder = |file: &std::path::Path| file.parent().unwrap().to_str().unwrap().to_owned();
    let (b, a) = (folder(&second), folder(&occupations));
    let output = installed.run(&["import", "esco", &b, &a]);
    assert_eq!(output.status.code(), Some(0), "{}", crate::helpers::installed::stderr(&output));
    let zip = zipped(&installed, "c.zip", &[("occupations_de.csv", OCCUPATIONS.as_bytes())]);
    let output = installed.run(&["import", "esco", &a, zip.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    let complaint = crate::helpers::installed::stderr(&output);
    assert!(complaint.contains("mehrere Pfade gehen nur mit Ordnern und Tabellen"), "{complaint}");
}
