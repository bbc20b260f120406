//! Figures and codes equal the tables of facts, where these lie beside the checkout; and a
//! profile begun from such a table has them filled in.

use std::collections::BTreeMap;
use std::fs;

use werdegang::corpus::{check, load};
use werdegang::import::facts;

#[test]
fn codes_pay_and_durations_equal_the_facts() {
    let table = super::folder("../shared/facts/professions.csv");
    if !table.exists() {
        println!("skipped: no ../shared");
        return;
    }
    // The first profile carries its English name.
    let id_in_table =
        |id: &str| if id == "backend-developer" { "backend-entwickler" } else { id }.to_owned();
    let ordinances = Ordinances(
        fs::read_to_string(super::folder("../shared/facts/training_durations_de.csv")).unwrap(),
    );
    let mut differences = Vec::new();
    let mut compared = BTreeMap::<&str, usize>::new();
    for profile in load::embedded().corpus.own_profiles() {
        let id = &profile.id;
        let wanted = facts::profile(&table, &id_in_table(id)).unwrap();
        let kldb = |profile: &werdegang::corpus::Profile| {
            profile.codes.kldb.as_ref().map(|code| code.code.clone())
        };
        if kldb(profile) != kldb(&wanted) {
            differences.push(format!("{id}: kldb {:?}, {:?}", kldb(profile), kldb(&wanted)));
        }
        for row in &profile.pay.statistics {
            let Some(other) = wanted.pay.statistics.iter().find(|other| other.year == row.year)
            else {
                differences.push(format!("{id}: pay of {} is in no table", row.year));
                continue;
            };
            for (name, found, wanted) in [
                ("Q1", row.q1, other.q1),
                ("Median", row.median, other.median),
                ("Q3", row.q3, other.q3),
            ] {
                if found.is_some() && found != wanted {
                    differences.push(format!("{id}: {name} {} {found:?}, {wanted:?}", row.year));
                }
                *compared.entry("pay").or_default() += usize::from(found.is_some());
            }
            if row.employees.is_some() && row.employees != other.employees {
                differences.push(format!("{id}: employees of {}", row.year));
            }
        }
        // A training that leads into the profession may be another one; its ordinance is in the table.
        if let Some(duration) = &profile.entry.training.duration {
            *compared.entry("durations").or_default() += 1;
            let known = match &wanted.entry.training.duration {
                Some(wanted) => wanted.months == duration.months,
                None => ordinances.contains(duration.months, &duration.law),
            };
            if !known {
                differences.push(format!("{id}: {} months by {}", duration.months, duration.law));
            }
        }
        if let (Some(esco), Some(other)) = (&profile.codes.esco, &wanted.codes.esco)
            && esco.code != other.code
        {
            differences.push(format!("{id}: esco {}", esco.code));
        }
    }
    assert_eq!(differences, Vec::<String>::new());
    assert!(compared["pay"] > 200 && compared["durations"] > 20, "{compared:?}");
}

/// The table of training ordinances, as text.
struct Ordinances(String);

impl Ordinances {
    /// Whether one of them, named at the beginning of `law`, lasts so long.
    fn contains(&self, months: u32, law: &str) -> bool {
        let name = law.split(" vom ").next().unwrap_or_default();
        let named = |line: &str| {
            line.contains(name) || law.split(['(', ')']).any(|p| p.len() > 4 && line.contains(p))
        };
        self.0.lines().any(|line| {
            let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
            line.contains(&format!(",{months},")) && named(&line)
        })
    }
}

/// An invented profession and their figures.
const PROFESSIONS: &str = "id,title_m,title_f,synonyms,berufsfeld,zugangsweg,kldb2010_5,kldb_label,isco08_ba,isco08_esco,esco_uri,esco_label_de,esco_status,kldb_8_dkz,kldb_8_title,dauer_monate,dauer_rechtsquelle,dauer_wortlaut
lampenbauer,Lampenbauer,Lampenbauerin,Lampenmacher;Lamp Maker,Licht & Glas,duale Berufsausbildung (BBiG/HwO),99992,Berufe im Lampenbau,9999,9998,http://example.org/lampe,Lampenbauer/Lampenbauerin,verified: Label identisch,99992-101,Lampenbauer/in,36,LampAusbV-BJNR1,Die Ausbildung dauert drei Jahre.
";
const PAY: &str = "profession,kldb,figure,unit,statistic,region,year,source_title,url,where_found,qualifier,n,note
x,99992,3000,EUR,Median,Deutschland,2023,\"Entgeltatlas 2023, Statistik\",https://example.org/23,,,120,
x,99992,2500.0,EUR,Q1,Deutschland,2023,\"Entgeltatlas 2023, Statistik\",https://example.org/23,,,120,
x,99992,7100,EUR,Q3,Deutschland,2023,\"Entgeltatlas 2023, Statistik\",https://example.org/23,,>,120,
x,99992,1,EUR,Median,Bayern,2023,\"Entgeltatlas 2023, Statistik\",https://example.org/23,,,1,
Lampenbauer,,1100,EUR,Mittelwert,Deutschland,2024,BIBB 2024,https://example.org/b,,,,
";
const DURATIONS: &str = "law_id,title,date,wortlaut,monate_geparst,gefunden_in
LampAusbV-BJNR1,Lampenbauer-Ausbildungsverordnung,01.08.2011,x,36,y
";

#[test]
fn a_profile_begun_from_facts_has_them_and_says_what_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("professions.csv");
    fs::write(&table, PROFESSIONS).unwrap();
    fs::write(folder.path().join("pay_de.csv"), PAY).unwrap();
    fs::write(folder.path().join("training_durations_de.csv"), DURATIONS).unwrap();
    let profile = facts::profile(&table, "lampenbauer").unwrap();
    let json = serde_json::to_value(&profile).unwrap();
    assert_eq!(
        json["pay"]["statistics"],
        serde_json::json!([{ "year": 2023, "region": "Deutschland", "group": "99992",
            "group_label": "Berufe im Lampenbau", "q1": { "euros": 2500 }, "median": { "euros": 3000 },
            "q3": { "euros": 7100, "qualifier": "above" }, "employees": 120, "source": "entgeltatlas-2023" }])
    );
    assert_eq!(json["pay"]["training"][0]["euros"], 1100);
    assert_eq!(
        json["entry"]["training"]["duration"]["law"],
        "Lampenbauer-Ausbildungsverordnung vom 01.08.2011: „Die Ausbildung dauert drei Jahre.“"
    );
    assert_eq!(json["codes"]["esco"]["verified"], "Label identisch");
    assert_eq!(json["access"], serde_json::json!(["training", "career_change"]));
    let problems: Vec<String> =
        check::profile("lampenbauer.json", &profile).iter().map(ToString::to_string).collect();
    let left: Vec<&str> = problems
        .iter()
        .filter_map(|problem| problem.strip_suffix(": noch zu schreiben"))
        .filter_map(|place| place.strip_prefix("lampenbauer.json: "))
        .collect();
    assert_eq!(left[..4], ["summary", "overview[0]", "tasks.intro", "tasks.items[0]"]);
    assert_eq!(left.last(), Some(&"snippets[0].text"));
}

#[test]
fn an_id_that_is_not_there_gets_the_nearest_one() {
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("professions.csv");
    fs::write(&table, PROFESSIONS).unwrap();
    let problem = facts::profile(&table, "lampenbaur").unwrap_err();
    assert!(
        problem
            .to_string()
            .ends_with("„lampenbaur“ steht nicht in der Spalte id; meinst du „lampenbauer“?"),
        "{problem}"
    );
}
