//! How much of the labour market the shipped professions cover: the table in `data/README.md` is
//! computed, not typed.
//!
//! After new profiles `UPDATE_README=1 cargo test --test tests coverage` writes it anew; that needs
//! the pay statistic and the ranking of training contracts beside the checkout.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use werdegang::corpus::{Corpus, load};

const BEGIN: &str = "<!-- coverage: computed by tests/corpus/coverage.rs -->\n";
const END: &str = "<!-- end of coverage -->";

#[test]
fn the_coverage_table_is_computed() {
    let readme_file = super::folder("data/README.md");
    let readme = fs::read_to_string(&readme_file).unwrap();
    let (before, rest) = readme.split_once(BEGIN).expect("data/README.md marks its table");
    let (table, after) = rest.split_once(END).expect("data/README.md marks the end of its table");
    let corpus = load::embedded().corpus;
    let planned = fs::read_to_string(super::folder("data/planned.txt")).unwrap();
    let complete = planned
        .lines()
        .map(|line| line.split('#').next().unwrap_or_default().trim())
        .filter(|id| !id.is_empty())
        .all(|id| corpus.get(id).is_some());
    // The number of professions in each field needs no other file.
    for (field, count) in fields(&corpus) {
        let row = format!("| {field} | {count} |");
        if std::env::var_os("UPDATE_README").is_none() {
            assert!(table.contains(&row), "„{row}“ is missing in data/README.md");
        }
        // While planned professions are still to be written, a field may be short of some.
        assert!(count >= 3 || !complete, "{field} has only {count} professions");
    }
    let shared = super::folder("../shared");
    let (pay, ranking) = (
        shared.join("data/pay/entgeltatlas-2023.json"),
        shared.join("facts/training_ranking_de.csv"),
    );
    if !pay.exists() || !ranking.exists() {
        println!("skipped: no ../shared");
        return;
    }
    let computed = coverage(&corpus, &pay, &ranking);
    if std::env::var_os("UPDATE_README").is_some() {
        fs::write(readme_file, format!("{before}{BEGIN}{computed}{END}{after}")).unwrap();
    } else {
        assert_eq!(table, computed);
    }
}

fn fields(corpus: &Corpus) -> BTreeMap<String, usize> {
    let mut fields = BTreeMap::new();
    for profile in corpus.own_profiles() {
        *fields.entry(profile.field.clone()).or_default() += 1;
    }
    fields
}

fn coverage(corpus: &Corpus, pay: &Path, ranking: &Path) -> String {
    let employees = employees(pay);
    let total: u64 = employees.values().sum();
    let percent = |part: u64, whole: u64| {
        format!("{:.1} %", part as f64 * 100.0 / whole as f64).replace('.', ",")
    };
    let mut table = String::from(
        "| Berufsfeld | Berufe | Berufsgattungen | Beschäftigte darin | Anteil |\n|---|---|---|---|---|\n",
    );
    let mut all: BTreeSet<String> = BTreeSet::new();
    for (field, count) in fields(corpus) {
        let groups: BTreeSet<String> = corpus
            .own_profiles()
            .filter(|profile| profile.field == field)
            .filter_map(|profile| Some(profile.codes.kldb.as_ref()?.code.clone()))
            .collect();
        let sum: u64 = groups.iter().filter_map(|group| employees.get(group)).sum();
        table.push_str(&format!(
            "| {field} | {count} | {} | {} | {} |\n",
            groups.len(),
            grouped(sum),
            percent(sum, total)
        ));
        all.extend(groups);
    }
    let sum: u64 = all.iter().filter_map(|group| employees.get(group)).sum();
    table.push_str(&format!(
        "| **zusammen** | **{}** | **{}** | **{}** | **{}** |\n\n",
        corpus.own_profiles().count(),
        all.len(),
        grouped(sum),
        percent(sum, total)
    ));
    let (covered, contracts) = contracts(corpus, ranking);
    table.push_str(&format!(
        "Von {} Beschäftigten der Statistik arbeiten {} in einer Berufsgattung, zu der es ein Profil gibt. Von {} \
         neuen Ausbildungsverträgen in den Berufen der Rangliste entfallen {} ({}) auf Berufe mit Profil.\n",
        grouped(total),
        grouped(sum),
        grouped(contracts),
        grouped(covered),
        percent(covered, contracts)
    ));
    table
}

/// Full-time employees by KldB group; negative figures are signs for "not told".
fn employees(file: &Path) -> BTreeMap<String, u64> {
    let value: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let groups = value.as_object().unwrap();
    assert!(groups.len() > 1_000);
    groups
        .iter()
        .filter_map(|(code, entry)| Some((code.clone(), entry["0"]["besetzung"].as_u64()?)))
        .collect()
}

/// Newest contracts of each ranked profession: those of professions with a profile, and all.
fn contracts(corpus: &Corpus, file: &Path) -> (u64, u64) {
    let text = fs::read_to_string(file).unwrap();
    let mut newest: BTreeMap<String, (String, u64)> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.splitn(6, ',').collect();
        let [year, _, _, profession, number, ..] = cells[..] else { continue };
        let Ok(number) = number.parse::<u64>() else { continue };
        let entry = newest.entry(profession.trim_matches('"').to_owned()).or_default();
        // Of one year the row for everybody is the largest.
        *entry = entry.clone().max((year.to_owned(), number));
    }
    assert!(newest.len() > 10);
    let known = |name: &str| {
        corpus.own_profiles().any(|profile| {
            [&profile.title.masculine, &profile.title.feminine]
                .into_iter()
                .chain(&profile.aliases)
                .any(|other| other == name)
        })
    };
    let sum = |wanted: &dyn Fn(&str) -> bool| {
        newest.iter().filter(|(name, _)| wanted(name)).map(|(_, (_, number))| number).sum()
    };
    (sum(&known), sum(&|_| true))
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}
