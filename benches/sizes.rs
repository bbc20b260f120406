//! Search side by side with what people use instead, at 24 to 300,000 professions: milliseconds
//! for each kind of keystroke, time to build, size on disk, memory.
//!
//! `cargo bench --bench sizes` (24, 3,000 and 30,000), `cargo bench --bench sizes -- 300000` for
//! the largest alone. Documents are the shipped professions, multiplied with other words.

#![expect(
    clippy::print_stdout,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench that cannot start should stop, and prints its table"
)]

#[path = "../examples/peers/mod.rs"]
mod peers;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, FuzzyTermQuery, Occur, PhrasePrefixQuery, Query, TermQuery};
use tantivy::schema::{Field, IndexRecordOption, STORED, Schema, TEXT, Value};
use tantivy::{Index, TantivyDocument, Term, doc};
use werdegang::corpus::{SectionKind, load};
use werdegang::search::{Documents, Engine, SearchDocument};

/// One of each kind, as a person types and errs.
const QUERIES: [(&str, &[&str]); 5] = [
    ("one letter", &["s", "k", "b", "e"]),
    ("beginning", &["en", "entw", "pfl", "kauf", "fachin", "elektr", "soft", "netzw"]),
    (
        "whole title",
        &[
            "Pflegefachfrau",
            "Backend-Entwicklerin",
            "Kauffrau im Einzelhandel",
            "Köchin",
            "Datenanalyst",
        ],
    ),
    (
        "typo",
        &[
            "softwarentwiklerin",
            "pflegefachfau",
            "erziherin",
            "elktroniker",
            "netzwerkadminstrator",
        ],
    ),
    ("question", &["was mit menschen", "ohne studium", "gut mit zahlen", "draußen arbeiten"]),
];
const ROUNDS: usize = 12;
/// A cell that takes longer is not repeated.
const PATIENCE: Duration = Duration::from_secs(5);

fn main() {
    let sizes: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if sizes.is_empty() { vec![24, 3_000, 30_000] } else { sizes };
    for size in sizes {
        measure(size);
    }
}

/// The shipped professions again and again, each time with another word in their names and text.
struct Multiplied {
    originals: Vec<SearchDocument>,
    count: usize,
}

impl Documents for Multiplied {
    fn count(&self) -> usize {
        self.count
    }

    fn document(&self, position: usize) -> SearchDocument {
        let original = &self.originals[position % self.originals.len()];
        if position < self.originals.len() {
            return original.clone();
        }
        let other = word(position);
        let varied = |name: &String| format!("{other}{}", name.to_lowercase());
        let lines = (0..4).map(|line| {
            let mut random = Random(position as u64 * 31 + line);
            (0..9).map(|_| word(random.below(40_000))).collect::<Vec<_>>().join(" ")
        });
        SearchDocument {
            id: format!("{}-{position}", original.id),
            names: original.names.iter().map(varied).collect(),
            sections: vec![(SectionKind::Tasks, lines.collect())],
            ..original.clone()
        }
    }
}

fn measure(size: usize) {
    let shipped = load::embedded().corpus;
    let originals: Vec<SearchDocument> =
        shipped.own_profiles().take(24).map(SearchDocument::from_profile).collect();
    let documents = Multiplied { originals, count: size };
    println!("\n## {size} professions\n");
    println!("| | build s | MiB | {} |", QUERIES.map(|(kind, _)| kind).join(" | "));
    println!("|---|---|---|{}", "---|".repeat(QUERIES.len()));

    let folder = tempfile::tempdir().expect("a folder");
    let started = Instant::now();
    drop(Engine::open_or_build(&documents, "bench", folder.path()));
    let build = started.elapsed();
    let before = anonymous_memory();
    let (engine, _) = Engine::open_or_build(&documents, "bench", folder.path());
    assert_eq!(engine.documents(), size, "the index is whole");
    row("werdegang", build, bytes_below(folder.path()), |query| {
        engine.search(query, 20).hits.len()
    });
    let memory = anonymous_memory().saturating_sub(before) / 1024;

    let (plain, build) = timed(|| Plain::new(&documents));
    row("tantivy, plain", build, plain.bytes(), |query| plain.ask(query, 20));
    let names: Vec<Vec<String>> = (0..size).map(|at| documents.document(at).names).collect();
    for tokenizer in ["unicode61", "trigram"] {
        let (peer, build) =
            timed(|| peers::FullText::new(&names, tokenizer).expect("SQLite has FTS5"));
        row(&format!("FTS5 {tokenizer}"), build, 0, |query| {
            peer.ask(query, 20).map_or(0, |f| f.len())
        });
    }
    for (name, fzf) in [("fzf --filter", true), ("rg", false)] {
        let (peer, build) = timed(|| peers::Lines::new(&names, fzf).expect("a file of names"));
        if peer.there() {
            row(name, build, 0, |query| peer.ask(query, 20).map_or(0, |found| found.len()));
        }
    }
    println!("\nmemory of werdegang beyond the mapped index, after these queries: {memory} MiB");
}

/// Median and 99th percentile in milliseconds for each kind of query.
fn row(name: &str, build: Duration, bytes: u64, ask: impl Fn(&str) -> usize) {
    let cells = QUERIES.map(|(_, queries)| {
        let begun = Instant::now();
        let mut times: Vec<f64> = (0..ROUNDS)
            .take_while(|round| *round == 0 || begun.elapsed() < PATIENCE)
            .flat_map(|_| queries)
            .map(|query| {
                let started = Instant::now();
                std::hint::black_box(ask(query));
                1000.0 * started.elapsed().as_secs_f64()
            })
            .collect();
        times.sort_by(f64::total_cmp);
        format!("{:.2} / {:.2}", times[times.len() / 2], times[times.len() * 99 / 100])
    });
    let size = if bytes == 0 { String::new() } else { format!("{:.1}", bytes as f64 / 1048576.0) };
    println!("| {name} | {:.2} | {size} | {} |", build.as_secs_f64(), cells.join(" | "));
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let started = Instant::now();
    let made = work();
    (made, started.elapsed())
}

/// Tantivy as its own examples use it: one text field, the default tokenizer, and for the word
/// being typed a prefix or, where that finds nothing, two edits.
struct Plain {
    index: Index,
    field: Field,
    folder: tempfile::TempDir,
}

impl Plain {
    fn new(documents: &Multiplied) -> Self {
        let mut schema = Schema::builder();
        let field = schema.add_text_field("text", TEXT);
        let id = schema.add_text_field("id", STORED);
        let folder = tempfile::tempdir().expect("a folder");
        let index = Index::create_in_dir(folder.path(), schema.build()).expect("an index");
        let mut writer =
            index.writer_with_num_threads::<TantivyDocument>(1, 256 << 20).expect("a writer");
        for position in 0..documents.count() {
            let document = documents.document(position);
            let lines = document.sections.iter().flat_map(|(_, lines)| lines.iter());
            let text: Vec<&str> = document
                .names
                .iter()
                .chain(&document.tags)
                .chain([&document.summary, &document.field])
                .chain(lines)
                .map(String::as_str)
                .collect();
            writer.add_document(doc!(field => text.join("\n"), id => document.id)).expect("added");
        }
        writer.commit().expect("committed");
        writer.wait_merging_threads().expect("merged");
        Self { index, field, folder }
    }

    fn bytes(&self) -> u64 {
        bytes_below(self.folder.path())
    }

    fn ask(&self, text: &str, limit: usize) -> usize {
        let searcher = self.index.reader().expect("a reader").searcher();
        let words: Vec<String> = text
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        let ask = |fuzzy: bool| {
            let clauses: Vec<(Occur, Box<dyn Query>)> = words
                .iter()
                .enumerate()
                .map(|(at, word)| {
                    let term = Term::from_field_text(self.field, word);
                    let query: Box<dyn Query> = if fuzzy {
                        Box::new(FuzzyTermQuery::new_prefix(term, 2, true))
                    } else if at + 1 == words.len() {
                        Box::new(PhrasePrefixQuery::new(vec![term]))
                    } else {
                        Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs))
                    };
                    (Occur::Should, query)
                })
                .collect();
            let collector = TopDocs::with_limit(limit).order_by_score();
            searcher.search(&BooleanQuery::new(clauses), &collector).unwrap_or_default()
        };
        let mut found = ask(false);
        if found.is_empty() {
            found = ask(true);
        }
        let id = |address| searcher.doc::<TantivyDocument>(address).ok();
        let ids = found.into_iter().filter_map(|(_, address)| id(address));
        ids.filter(|d| d.field_values().next().is_some_and(|(_, v)| v.as_str().is_some())).count()
    }
}

fn bytes_below(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| match entry.metadata() {
            Ok(found) if found.is_dir() => bytes_below(&entry.path()),
            Ok(found) => found.len(),
            Err(_) => 0,
        })
        .sum()
}

/// Memory of this process that is no mapped file, in KiB.
fn anonymous_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// A pronounceable word for a number.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 20] = [
        "ka", "lo", "mi", "ru", "ste", "vor", "ben", "tal", "gri", "hof", "und", "sel", "nar",
        "pfi", "wek", "zu", "ler", "dom", "ta", "fen",
    ];
    let mut rest = number;
    let mut word = String::new();
    loop {
        word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
        if rest == 0 {
            return word;
        }
    }
}

struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit as u64) as usize
    }
}
