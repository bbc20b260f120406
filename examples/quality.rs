//! Search quality on judged queries, side by side with SQLite FTS5.
//!
//! `cargo run --release --example quality -- CORPUS QRELS [--queries FILE [--mapping FILE]]
//! [--run FILE] [--peers] [--misses]`
//!
//! CORPUS is a file with one profile a line (an imported corpus keeps one). QRELS are TREC qrels
//! (`query 0 document relevance`) with the queries in a file of their own (`id TAB text`) and,
//! where documents are names and not occupations, a table from document to key; or, without
//! `--queries`, one table `query id TAB query TAB key`. A key is the id of a profile or its ESCO
//! address. Printed are mean reciprocal rank, success at 1, 5 and 10, and milliseconds a query.

#![expect(clippy::print_stdout, reason = "a report is printed")]

mod peers;

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use werdegang::corpus::Profile;
use werdegang::search::{Engine, SearchDocument};

/// Ranks that are looked at.
const DEPTH: usize = 100;

struct Judged {
    id: String,
    text: String,
    /// Ids of profiles.
    relevant: Vec<String>,
}

fn main() -> Result<()> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let flag = |name: &str, arguments: &mut Vec<String>| {
        let at = arguments.iter().position(|argument| argument == name);
        at.map(|at| arguments.remove(at)).is_some()
    };
    let (beside, misses) = (flag("--peers", &mut arguments), flag("--misses", &mut arguments));
    let value = |name: &str, arguments: &mut Vec<String>| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.remove(at);
        (at < arguments.len()).then(|| arguments.remove(at))
    };
    let run = value("--run", &mut arguments);
    let queries = value("--queries", &mut arguments);
    let mapping = value("--mapping", &mut arguments);
    let [corpus, qrels] = arguments.as_slice() else {
        bail!("usage: see the head of examples/quality.rs")
    };
    let profiles = peers::read_corpus(corpus)?;
    let judgements = match &queries {
        Some(queries) => trec(qrels, queries, mapping.as_deref())?,
        None => table(qrels)?,
    };
    let queries = judged(judgements, &profiles);
    println!("{} profiles, {} queries", profiles.len(), queries.len());
    let documents: Vec<SearchDocument> =
        profiles.iter().map(SearchDocument::from_profile).collect();
    let started = Instant::now();
    let engine = Engine::in_memory(&documents)?;
    println!("index built in {:.2} s", started.elapsed().as_secs_f64());

    let ours = |text: &str| -> Result<Vec<String>> {
        Ok(engine.search(text, DEPTH).hits.into_iter().map(|hit| hit.id).collect())
    };
    let answers = measure("werdegang", &queries, ours)?;
    if misses {
        print_misses(&queries, &answers, &profiles);
    }
    if let Some(file) = run {
        write_run(&file, &queries, &answers)?;
    }
    if beside {
        for tokenizer in ["unicode61", "trigram"] {
            let names: Vec<Vec<String>> = profiles.iter().map(peers::names).collect();
            let full_text = peers::FullText::new(&names, tokenizer)?;
            measure(&format!("FTS5 {tokenizer}"), &queries, |text| {
                let found = full_text.ask(text, DEPTH)?;
                Ok(found.into_iter().filter_map(|at| Some(profiles.get(at)?.id.clone())).collect())
            })?;
        }
    }
    Ok(())
}

/// Query id, query, key of a relevant profile.
type Judgement = (String, String, String);

/// One table with everything.
fn table(file: &str) -> Result<Vec<Judgement>> {
    let rows = columns(file)?;
    let rows = rows.into_iter().filter(|row| row.first().is_none_or(|id| id != "query_id"));
    rows.map(|row| match row.as_slice() {
        [id, query, key, ..] => Ok((id.clone(), query.clone(), key.clone())),
        _ => bail!("{file}: a line has too few columns: {row:?}"),
    })
    .collect()
}

/// TREC qrels, queries, and what the judged documents are names of.
fn trec(qrels: &str, queries: &str, mapping: Option<&str>) -> Result<Vec<Judgement>> {
    let pairs = |file: &str| -> Result<BTreeMap<String, String>> {
        let rows = columns(file)?.into_iter();
        Ok(rows.filter_map(|row| Some((row.first()?.clone(), row.get(1)?.clone()))).collect())
    };
    let queries = pairs(queries)?;
    let keys = mapping.map(pairs).transpose()?.unwrap_or_default();
    let mut judgements = Vec::new();
    for row in columns(qrels)? {
        let [query, _, document, relevance] = row.as_slice() else {
            bail!("{qrels}: these are no TREC qrels: {row:?}")
        };
        if relevance != "0" {
            let text = queries.get(query).with_context(|| format!("no text for {query}"))?;
            let key = keys.get(document).unwrap_or(document);
            judgements.push((query.clone(), text.clone(), key.clone()));
        }
    }
    Ok(judgements)
}

fn columns(file: &str) -> Result<Vec<Vec<String>>> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
    let row = |line: &str| -> Vec<String> {
        let tabs = line.contains('\t');
        let parts: Box<dyn Iterator<Item = &str>> =
            if tabs { Box::new(line.split('\t')) } else { Box::new(line.split_whitespace()) };
        parts.map(str::to_owned).collect()
    };
    Ok(text.lines().filter(|line| !line.is_empty()).map(row).collect())
}

fn judged(judgements: Vec<Judgement>, profiles: &[Profile]) -> Vec<Judged> {
    let ids: BTreeMap<String, &str> = profiles
        .iter()
        .flat_map(|profile| {
            let esco = profile.codes.esco.iter().map(|code| code.code.to_lowercase());
            esco.chain([profile.id.clone()]).map(|key| (key, profile.id.as_str()))
        })
        .collect();
    let mut queries: BTreeMap<String, Judged> = BTreeMap::new();
    for (id, text, key) in judgements {
        let query = queries.entry(id.clone()).or_insert(Judged { id, text, relevant: Vec::new() });
        let key = key.to_lowercase();
        let relevant = ids.get(&key).map_or(key.clone(), |id| (*id).to_owned());
        if !query.relevant.contains(&relevant) {
            query.relevant.push(relevant);
        }
    }
    queries.into_values().collect()
}

fn measure(
    name: &str,
    queries: &[Judged],
    ask: impl Fn(&str) -> Result<Vec<String>>,
) -> Result<Vec<Vec<String>>> {
    let started = Instant::now();
    let answers = queries.iter().map(|query| ask(&query.text)).collect::<Result<Vec<_>>>()?;
    let milliseconds = 1000.0 * started.elapsed().as_secs_f64() / queries.len() as f64;
    let ranks: Vec<Option<usize>> =
        queries.iter().zip(&answers).map(|(query, answer)| rank(query, answer)).collect();
    let of = ranks.len() as f64;
    let success =
        |at: usize| ranks.iter().flatten().filter(|rank| **rank <= at).count() as f64 / of;
    let mrr: f64 = ranks.iter().flatten().map(|rank| 1.0 / *rank as f64).sum::<f64>() / of;
    println!(
        "{name:16} MRR {mrr:.4}  success@1 {:.3}  @5 {:.3}  @10 {:.3}  {milliseconds:.3} ms",
        success(1),
        success(5),
        success(10)
    );
    Ok(answers)
}

/// The first relevant answer, counted from 1.
fn rank(query: &Judged, answer: &[String]) -> Option<usize> {
    answer.iter().position(|id| query.relevant.contains(id)).map(|at| at + 1)
}

fn print_misses(queries: &[Judged], answers: &[Vec<String>], profiles: &[Profile]) {
    let title = |id: &String| {
        let profile = profiles.iter().find(|profile| profile.id == *id);
        profile.map_or("(not in the corpus)", |profile| profile.title.masculine.as_str())
    };
    for (query, answer) in queries.iter().zip(answers) {
        let rank = rank(query, answer);
        if rank.is_none_or(|rank| rank > 5) {
            let wanted: Vec<&str> = query.relevant.iter().map(title).collect();
            let got: Vec<&str> = answer.iter().take(3).map(title).collect();
            println!("{rank:?}\t{}\twanted {wanted:?}\tgot {got:?}", query.text);
        }
    }
}

/// In TREC format: query, Q0, id, rank, score, name of the run.
fn write_run(file: &str, queries: &[Judged], answers: &[Vec<String>]) -> Result<()> {
    let mut out = fs::File::create(file).with_context(|| format!("cannot write {file}"))?;
    for (query, answer) in queries.iter().zip(answers) {
        for (at, id) in answer.iter().enumerate() {
            let score = 1.0 / (at + 1) as f64;
            writeln!(out, "{} Q0 {id} {} {score:.6} werdegang", query.id, at + 1)?;
        }
    }
    Ok(())
}
