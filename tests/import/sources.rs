//! What each source becomes.

use serde_json::json;

use super::{ESCO, corpora, folder, import, profile, zipped};
use crate::helpers::installed::{Installed, stdout};

#[test]
fn an_esco_folder_becomes_a_corpus() {
    let installed = Installed::new();
    let esco = folder(&installed, "esco", ESCO);
    let (code, out, complaints) = import(&installed, "esco", &esco, &[]);
    assert_eq!((code, complaints.as_str()), (0, ""));
    assert!(
        out.starts_with("esco-de: 3 Berufe, 5 weitere Namen, 3 Kenntnisse, 0 Aufgaben\n"),
        "{out}"
    );
    assert_eq!(
        profile(&installed, "esco-aaaa-1"),
        json!({
            "format": 1, "id": "esco-aaaa-1", "language": "de",
            "title": { "masculine": "Glasbläser", "feminine": "Glasbläserin", "class": "er" },
            "aliases": ["Glasmacherin", "Glasmacher", "Glaskünstler", "Glaskünstlerin"],
            "codes": {
                "isco": [{ "code": "7315", "label": "Glasmacher", "verified": "ESCO v1.2.0" }],
                "esco": {
                    "code": "http://data.europa.eu/esco/occupation/AAAA-1",
                    "label": "Glasbläser/Glasbläserin", "verified": "ESCO v1.2.0"
                }
            },
            "field": "Präzisionshandwerker",
            "summary": "Glasbläser formen Glas am Ofen.",
            "overview": [
                "Glasbläser formen Glas am Ofen. Sie blasen es zu Kugeln, Röhren und Vasen.",
                "Im zweiten Absatz steht mehr."
            ],
            "skills": { "professional": ["Glas blasen", "Öfen heizen"], "optional": ["Englisch"] }
        })
    );
    let guard = profile(&installed, "esco-bbbb-2");
    assert_eq!(guard["title"]["masculine"], "Fachkraft für Öfen/Herde");
    assert_eq!(guard["codes"]["isco"][0]["code"], "0110", "leading zeros count");
    assert!(guard["regulated"].as_str().unwrap().contains("reglementiert"));
    assert_eq!(profile(&installed, "esco-cccc-3")["title"]["feminine"], "Malerin und Lackiererin");

    let found = stdout(&installed.run(&["search", "glasbläserin", "--trec", "--limit", "1"]));
    assert!(found.starts_with("1 Q0 esco-aaaa-1 1 "), "{found}");
    let shown = stdout(&installed.run(&["show", "esco-aaaa-1"]));
    assert!(shown.contains("This service uses the ESCO classification"), "{shown}");
    assert!(shown.contains("Wahlweise:\n- Englisch"), "{shown}");
}

#[test]
fn a_zip_is_the_same_and_replaces_the_corpus_of_its_name() {
    let installed = Installed::new();
    let esco = folder(&installed, "esco", ESCO);
    import(&installed, "esco", &esco, &[]);
    let first = profile(&installed, "esco-aaaa-1");
    let files: Vec<(&str, &[u8])> =
        ESCO.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let zip = zipped(&installed, "esco.zip", &files);
    assert_eq!(import(&installed, "esco", &zip, &[]).0, 0);
    assert_eq!(profile(&installed, "esco-aaaa-1"), first);
    assert_eq!(corpora(&installed), [("esco-de".to_owned(), 3)]);
    // Some files only: no skills, and a sentence that says so.
    let zip = zipped(&installed, "halb.zip", &files[..2]);
    let (code, _, complaints) = import(&installed, "esco", &zip, &["--name", "halb"]);
    assert_eq!(code, 0);
    assert_eq!(
        complaints,
        "werdegang: ohne skills_<sprache>.csv und occupationSkillRelations.csv haben die Berufe keine Kenntnisse\n"
    );
    let info = stdout(&installed.run(&["corpus", "info", "halb"]));
    assert!(info.contains("Berufe   3\n") && info.contains("Quelle   esco v1.2.0\n"), "{info}");
    assert_eq!(installed.run(&["corpus", "remove", "halb"]).status.code(), Some(0));
    assert_eq!(installed.run(&["corpus", "remove", "halb"]).status.code(), Some(1));
    assert_eq!(corpora(&installed), [("esco-de".to_owned(), 3)]);
}

#[test]
fn o_net_becomes_english_profiles() {
    let installed = Installed::new();
    let files = [
        (
            "db_9_1_text/Occupation Data.txt",
            "O*NET-SOC Code\tTitle\tDescription\n15-1.00\tGlass Blowers\tBlow \"glass. Also vases.\n",
        ),
        (
            "db_9_1_text/Alternate Titles.txt",
            "O*NET-SOC Code\tAlternate Title\tShort Title\n15-1.00\tGaffer\tn/a\n",
        ),
        (
            "db_9_1_text/Sample of Reported Titles.txt",
            "O*NET-SOC Code\tReported Job Title\n15-1.00\tGaffer\n15-1.00\tGlass Artist\n",
        ),
        (
            "db_9_1_text/Task Statements.txt",
            "O*NET-SOC Code\tTask\tTask Type\n15-1.00\tSweep.\tSupplemental\n15-1.00\tBlow.\tCore\n",
        ),
        (
            "db_9_1_text/Technology Skills.txt",
            "O*NET-SOC Code\tExample\tHot Technology\n15-1.00\tOldware\tN\n15-1.00\tHotware\tY\n",
        ),
        (
            "db_9_1_text/Interests.txt",
            "O*NET-SOC Code\tElement Name\tScale ID\tData Value\n15-1.00\tArtistic\tOI\t6.5\n15-1.00\tSocial\tOI\t2.0\n",
        ),
        (
            "db_9_1_text/Related Occupations.txt",
            "O*NET-SOC Code\tRelated O*NET-SOC Code\tRelatedness Tier\n15-1.00\t15-1.00\tPrimary-Short\n",
        ),
        ("db_9_1_text/Job Zones.txt", "O*NET-SOC Code\tJob Zone\n15-1.00\t2\n"),
        (
            "db_9_1_text/Job Zone Reference.txt",
            "Job Zone\tName\tEducation\n2\tZone Two\tA diploma.\n",
        ),
    ];
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    let zip = zipped(&installed, "db_9_1_text.zip", &files);
    assert_eq!(import(&installed, "onet", &zip, &[]).0, 0);
    assert_eq!(
        profile(&installed, "onet-15-1.00"),
        json!({
            "format": 1, "id": "onet-15-1.00", "language": "en",
            "title": { "masculine": "Glass Blowers", "feminine": "Glass Blowers", "class": "english" },
            "aliases": ["Gaffer", "Glass Artist"],
            "codes": { "onet": { "code": "15-1.00", "label": "Glass Blowers", "verified": "O*NET 9.1" } },
            "field": "Computer and Mathematical",
            "tags": ["Artistic"],
            "summary": "Blow \"glass.",
            "overview": ["Blow \"glass. Also vases."],
            "tasks": { "items": ["Blow.", "Sweep."] },
            "entry": { "training": { "text": ["Zone Two. A diploma."] } },
            "skills": { "tools": ["Hotware", "Oldware"] },
            "related": [{ "id": "onet-15-1.00", "kind": "alternative", "why": "O*NET: Primary-Short" }]
        })
    );
}

#[test]
fn the_kldb_becomes_its_groups() {
    let installed = Installed::new();
    let table = "\u{feff}Schlüssel KldB 2010, V. 2020;Ebene;Titel;Kurztitel;Allgemeine Bemerkungen;Einschlüsse;Umfasst ferner;Ausschlüsse;\n\
        1;2;Streitkräfte;S;;;;;\n\
        1104;5;Offiziere – hoch komplexe Tätigkeiten;O;\" Diese Position umfasst Offiziere. Sie führen, z.&nbsp;B. im Heer.\";Truppen führen   ausbilden;Zugeordnete Berufe (Beispiele):  01104-100 Leutnant/in  01104-101 Data Scientist;Nicht einzubeziehende Berufe:  Unteroffizier(01203);\n";
    let kldb = folder(&installed, "kldb", &[("KldB_2010.csv", table)]);
    assert_eq!(import(&installed, "kldb", &kldb, &[]).0, 0);
    let code = json!({ "code": "01104", "label": "Offiziere – hoch komplexe Tätigkeiten", "verified": "KldB 2010, Fassung 2020" });
    assert_eq!(
        profile(&installed, "kldb-01104"),
        json!({
            "format": 1, "id": "kldb-01104", "language": "de",
            "title": {
                "masculine": "Offiziere – hoch komplexe Tätigkeiten",
                "feminine": "Offiziere – hoch komplexe Tätigkeiten", "class": "er"
            },
            "aliases": ["Leutnant", "Leutnantin", "Data Scientist"],
            "codes": { "kldb": code },
            "field": "Streitkräfte",
            "summary": "Sie führen, z. B. im Heer.",
            "overview": ["Diese Position umfasst Offiziere. Sie führen, z. B. im Heer."],
            "tasks": { "items": ["Truppen führen", "ausbilden"] },
            "excludes": ["Unteroffizier(01203)"]
        })
    );
}

#[test]
fn profiles_of_ones_own_become_a_corpus() {
    let installed = Installed::new();
    let own = r#"{"format":1,"id":"meiner","language":"de","title":{"masculine":"Schluchtenwart","feminine":"Schluchtenwartin","class":"er"},"codes":{},"field":"Natur","summary":"Wartet Schluchten."}"#;
    let path = folder(&installed, "eigene", &[("a.json", own)]);
    let (code, out, _) =
        import(&installed, "profiles", &path, &["--name", "eigene", "--licence", "Nur für uns"]);
    assert_eq!(
        (code, out.as_str()),
        (0, "eigene: 1 Berufe, 0 weitere Namen, 0 Kenntnisse, 0 Aufgaben\nNur für uns\n")
    );
    let found = stdout(&installed.run(&["search", "korpus:eigene", "--trec"]));
    assert!(found.starts_with("1 Q0 meiner 1 "), "{found}");
}

/// The downloads as they are, where they lie beside the project.
#[test]
fn the_real_downloads() {
    let shared = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    if !shared.is_dir() {
        println!("skipped: no ../shared");
        return;
    }
    let installed = Installed::new();
    for (kind, path, name, profiles) in [
        ("esco", "esco/v1.2.0-de", "esco-de", 3039),
        ("esco", "esco/ESCO dataset - v1.1.1 - classification - en - csv.zip", "esco-en", 3007),
        ("onet", "onet/db_27_0_text.zip", "onet", 1016),
        ("kldb", "kldb", "kldb", 1301),
    ] {
        let (code, _, complaints) = import(&installed, kind, &shared.join(path), &[]);
        assert_eq!(code, 0, "{complaints}");
        assert!(corpora(&installed).contains(&(name.to_owned(), profiles)), "{name}");
    }
    let nurse = profile(&installed, "onet-29-1141.00");
    assert_eq!(nurse["title"]["masculine"], "Registered Nurses");
    assert_eq!(profile(&installed, "kldb-43413")["aliases"][0], "Systemprogrammierer");
    let developer = "esco-f2b15a0e-e65a-438a-affb-29b9d50b77d1";
    assert_eq!(profile(&installed, developer)["codes"]["isco"][0]["code"], "2512");
}
