//! What a keystroke costs: queries by kind at 24 and 3,000 professions, highlights for one screen,
//! opening a finished index, building one.
//!
//! `cargo bench --bench search`

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench that cannot start should stop, and its indexes are its own"
)]

#[path = "../tests/search/corpus.rs"]
#[expect(dead_code, reason = "the tests need more of it")]
mod corpus;

use std::sync::LazyLock;

use divan::Bencher;
use werdegang::corpus::SectionKind;
use werdegang::search::{Engine, Explanation, SearchDocument};

fn main() {
    divan::main();
}

const SIZES: [usize; 2] = [24, 3_000];

/// One query of each kind, in the order of a person who types and errs.
const QUERIES: [(&str, &str); 8] = [
    ("one letter", "s"),
    ("two letters", "en"),
    ("beginning", "entw"),
    ("title", "Pflegefachfrau"),
    ("two words", "backend entwickler"),
    ("typo", "softwarentwiklerin"),
    ("question", "was mit tieren draußen"),
    ("nothing", "xyzzyqwrtz"),
];

fn kinds() -> impl Iterator<Item = &'static str> {
    QUERIES.into_iter().map(|(kind, _)| kind)
}

fn query(kind: &str) -> &'static str {
    QUERIES.into_iter().find(|(name, _)| *name == kind).map_or("", |(_, query)| query)
}

/// The invented corpus, repeated with other titles and with as much text as a real profile has.
fn documents(count: usize) -> Vec<SearchDocument> {
    let originals = corpus::documents();
    let mut random = Random(7);
    let vocabulary: Vec<String> = (0..30_000).map(|_| random.word()).collect();
    (0..count)
        .map(|number| {
            let mut document = originals[number % originals.len()].clone();
            if number >= originals.len() {
                document.id = format!("{}-{number}", document.id);
                let other = random.pick(&vocabulary).to_owned();
                for name in &mut document.names {
                    *name = format!("{other}{}", name.to_lowercase());
                }
            }
            for kind in &SectionKind::ALL[..10] {
                let lines = (0..5).map(|_| random.line(&vocabulary)).collect();
                document.sections.push((*kind, lines));
            }
            document
        })
        .collect()
}

struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit as u64) as usize
    }

    /// Frequent words come first in the list, as in any language.
    fn pick<'a>(&mut self, words: &'a [String]) -> &'a str {
        let below = self.below(words.len()) + 1;
        &words[self.below(below)]
    }

    fn word(&mut self) -> String {
        const SYLLABLES: [&str; 24] = [
            "ar", "beit", "ent", "wick", "lung", "ver", "wal", "ter", "be", "trieb", "kun", "den",
            "tech", "nik", "prü", "fung", "ma", "schi", "ne", "lei", "stung", "si", "cher", "heit",
        ];
        let word: String =
            (0..2 + self.below(4)).map(|_| SYLLABLES[self.below(SYLLABLES.len())]).collect();
        let mut letters = word.chars();
        letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    }

    fn line(&mut self, words: &[String]) -> String {
        (0..12).map(|_| self.pick(words)).collect::<Vec<_>>().join(" ")
    }
}

static ENGINES: LazyLock<Vec<(usize, Vec<SearchDocument>, Engine)>> = LazyLock::new(|| {
    SIZES
        .into_iter()
        .map(|size| {
            let documents = documents(size);
            let engine = Engine::in_memory(&documents).expect("an index in memory");
            (size, documents, engine)
        })
        .collect()
});

fn engine(size: usize) -> (&'static [SearchDocument], &'static Engine) {
    let (_, documents, engine) =
        ENGINES.iter().find(|(known, ..)| *known == size).expect("a known size");
    (documents, engine)
}

#[divan::bench(args = kinds(), consts = SIZES)]
fn search<const SIZE: usize>(bencher: Bencher, kind: &str) {
    let (_, engine) = engine(SIZE);
    bencher.bench(|| engine.search(divan::black_box(query(kind)), 50));
}

/// Why twenty visible hits are hits.
#[divan::bench(args = ["beginning", "typo", "question"], consts = SIZES)]
fn explain_twenty<const SIZE: usize>(bencher: Bencher, kind: &str) {
    let (documents, engine) = engine(SIZE);
    let hits = engine.search(query(kind), 20).hits;
    let shown: Vec<&SearchDocument> = hits
        .iter()
        .filter_map(|hit| documents.iter().find(|document| document.id == hit.id))
        .collect();
    bencher.bench(|| {
        let highlighter = engine.highlighter(query(kind));
        shown.iter().map(|document| Explanation::new(document, &highlighter)).collect::<Vec<_>>()
    });
}

#[divan::bench(args = SIZES, sample_count = 5)]
fn open_finished(bencher: Bencher, size: usize) {
    let (documents, _) = engine(size);
    let folder = tempfile::tempdir().expect("a folder");
    Engine::open_or_build(documents, "bench", folder.path());
    bencher.bench(|| Engine::open_or_build(documents, "bench", folder.path()));
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn build_in_memory(bencher: Bencher, size: usize) {
    let (documents, _) = engine(size);
    bencher.bench(|| Engine::in_memory(documents).expect("an index in memory"));
}

#[divan::bench(args = SIZES, sample_count = 3, sample_size = 1)]
fn build_on_disk(bencher: Bencher, size: usize) {
    let (documents, _) = engine(size);
    bencher
        .with_inputs(|| tempfile::tempdir().expect("a folder"))
        .bench_refs(|folder| Engine::open_or_build(documents, "bench", folder.path()));
}
