//! What a keystroke costs from key to finished frame: update, search with highlights, draw.
//!
//! `cargo bench --bench keystroke`. 24 stands for the shipped corpus, 3,000 for the same profiles
//! multiplied under other names, so that the text is as long as real text.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a bench that cannot start should stop"
)]

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use divan::Bencher;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use werdegang::app::{self, Effect, Model, Msg, Shared};
use werdegang::config::Theme;
use werdegang::corpus::{Corpus, load};
use werdegang::i18n::Language;
use werdegang::keymap::{Key, Keymap};
use werdegang::runtime::searcher::Searcher;
use werdegang::tailoring::{Answers, Applicant};
use werdegang::ui::{self, Look, Pictures};

fn main() {
    divan::main();
}

const SIZES: [usize; 2] = [24, 3_000];
const SCREENS: [(u16, u16); 2] = [(80, 24), (160, 50)];

/// What has been typed when the measured key is pressed, and that key.
const KEYS: [(&str, &str, char); 5] = [
    ("first letter", "", 'b'),
    ("prefix", "entw", 'i'),
    ("title", "backend develope", 'r'),
    ("typo", "backend entwikle", 'r'),
    ("question", "was mit kindern arbeite", 'n'),
];

static CORPORA: LazyLock<HashMap<usize, (Arc<Corpus>, Searcher)>> = LazyLock::new(|| {
    SIZES
        .into_iter()
        .map(|size| {
            let corpus = Arc::new(corpus(size));
            let searcher = Searcher::open(&corpus, None).0;
            (size, (corpus, searcher))
        })
        .collect()
});

fn corpus(size: usize) -> Corpus {
    let shipped = load::embedded().corpus;
    let mut corpus = Corpus::default();
    for number in 0..size {
        let original = shipped.profile(number % shipped.len()).expect("a shipped profile");
        let mut profile = original.clone();
        if number >= shipped.len() {
            let variant = word(number);
            profile.id = format!("{}-{number}", profile.id);
            profile.title.masculine = format!("{variant} {}", profile.title.masculine);
            profile.title.feminine = format!("{variant} {}", profile.title.feminine);
        }
        let text = serde_json::to_string(&profile).expect("profiles are written");
        corpus.add(&profile.id, &text).expect("profiles are read");
    }
    corpus
}

/// A pronounceable word for a number.
fn word(number: usize) -> String {
    const SYLLABLES: [&str; 12] =
        ["ka", "lo", "mi", "ru", "ste", "vor", "ben", "tal", "gri", "hof", "und", "sel"];
    let mut word = String::new();
    let mut rest = number;
    for _ in 0..4 {
        word.push_str(SYLLABLES[rest % SYLLABLES.len()]);
        rest /= SYLLABLES.len();
    }
    word
}

fn model(corpus: &Arc<Corpus>) -> Model {
    app::start(Shared {
        corpus: Arc::clone(corpus),
        snippets: Vec::new(),
        applicant: Applicant::default(),
        document: None,
        suggestions: std::collections::BTreeMap::new(),
        asked: std::collections::BTreeMap::new(),
        last_key: 0,
        answers: Answers::default(),
        keymap: Keymap::default(),
        language: Language::German,
        today: String::new(),
        applicant_file: None,
        mouse: false,
        places: HashMap::new(),
    })
}

/// One key to its finished frame, as `runtime` does it.
fn press(
    model: &mut Model,
    key: Key,
    searcher: &Searcher,
    terminal: &mut Terminal<TestBackend>,
    look: &Look,
) {
    let mut waiting = vec![Msg::Key(key)];
    while let Some(msg) = waiting.pop() {
        for effect in app::update(model, msg) {
            if let Effect::Search { ticket, query, explain } = effect {
                let found =
                    searcher.find(&model.shared.corpus, &query, explain).unwrap_or_default();
                let (found, total) = found;
                waiting.push(Msg::Found { ticket, found, total, names_only: false });
            }
        }
    }
    let mut drawn = None;
    terminal
        .draw(|frame| drawn = Some(ui::view(model, look, &mut Pictures::none(), frame)))
        .expect("a test screen draws");
    model.drawn = drawn.unwrap_or_default();
}

fn cases() -> impl Iterator<Item = String> {
    SIZES.into_iter().flat_map(|size| {
        SCREENS.into_iter().flat_map(move |(width, height)| {
            KEYS.into_iter().map(move |(name, ..)| format!("{size} {width}x{height} {name}"))
        })
    })
}

#[divan::bench(args = cases())]
fn keystroke(bencher: Bencher, case: &str) {
    let mut parts = case.splitn(3, ' ');
    let size: usize = parts.next().and_then(|n| n.parse().ok()).expect("a size");
    let screen = parts.next().and_then(|s| s.split_once('x')).expect("a screen");
    let name = parts.next().expect("a name");
    let (_, typed, last) = KEYS.into_iter().find(|(known, ..)| *known == name).expect("a key");
    let (corpus, searcher) = &CORPORA[&size];
    let look = Look::new(Theme::Dark);
    let backend =
        TestBackend::new(screen.0.parse().expect("a width"), screen.1.parse().expect("a height"));
    let mut terminal = Terminal::new(backend).expect("a test screen");
    let mut model = model(corpus);
    for c in typed.chars() {
        press(&mut model, Key::char(c), searcher, &mut terminal, &look);
    }
    let backspace = "backspace".parse().expect("a key");
    bencher.bench_local(|| {
        press(&mut model, Key::char(last), searcher, &mut terminal, &look);
        // Back to where it was, without search and frame.
        model.find.input.key(backspace);
    });
}
