//! The program without a terminal: keys go in, effects and the screen come out.
//!
//! Searching is real (an index in memory over the fixture corpus); copying is remembered.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::style::Style;

use werdegang::app::{self, Effect, Model, Msg, Shared};
use werdegang::config::Theme;
use werdegang::corpus::{Corpus, load};
use werdegang::i18n::Language;
use werdegang::keymap::{Key, Keymap};
use werdegang::runtime::searcher::Searcher;
use werdegang::spelling::Letterhead;
use werdegang::tailoring::applicant::Document;
use werdegang::tailoring::{Answers, Applicant};
use werdegang::ui::{self, Look, Pictures};

pub(crate) struct Stage {
    pub model: Model,
    searcher: Option<Searcher>,
    terminal: Terminal<TestBackend>,
    look: Look,
    pub pictures: Pictures,
    /// Effects that reach outside, oldest first.
    pub effects: Vec<Effect>,
    /// The last text that was given to the proofreader, with its ticket.
    pub to_read: Option<(u64, String, Letterhead)>,
}

/// Three invented professions: Glasbläser, Ofenwart, Uferläufer.
pub(crate) fn fixture_corpus() -> Corpus {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/corpus");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut corpus = Corpus::default();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        corpus.add(&name, &fs::read_to_string(&file).unwrap()).unwrap();
    }
    assert_eq!(corpus.len(), 3);
    corpus
}

impl Stage {
    pub(crate) fn new(width: u16, height: u16) -> Self {
        let mut stage = Self::without_index(width, height);
        stage.searcher = Some(Searcher::open(&stage.model.shared.corpus, None).0);
        stage
    }

    /// Over the shipped professions, in colour on a dark ground.
    pub(crate) fn shipped(width: u16, height: u16) -> Self {
        let mut stage = Self::over(load::embedded().corpus, width, height);
        stage.searcher = Some(Searcher::open(&stage.model.shared.corpus, None).0);
        stage.look = Look::new(Theme::Dark);
        stage
    }

    /// As at the very start, when the index is still being built.
    pub(crate) fn without_index(width: u16, height: u16) -> Self {
        Self::over(fixture_corpus(), width, height)
    }

    fn over(corpus: Corpus, width: u16, height: u16) -> Self {
        let shared = Shared {
            corpus: Arc::new(corpus),
            snippets: Vec::new(),
            applicant: Applicant::default(),
            document: Some(Document::starter()),
            suggestions: BTreeMap::new(),
            asked: BTreeMap::new(),
            last_key: 0,
            answers: Answers::default(),
            keymap: Keymap::default(),
            language: Language::German,
            today: "2026-11-24".to_owned(),
            applicant_file: None,
            mouse: false,
            places: HashMap::new(),
        };
        let mut stage = Self {
            model: app::start(shared),
            searcher: None,
            terminal: Terminal::new(TestBackend::new(width, height)).unwrap(),
            look: Look::new(Theme::Plain),
            pictures: Pictures::none(),
            effects: Vec::new(),
            to_read: None,
        };
        stage.draw();
        stage
    }

    /// Text is typed as it stands; keys with names stand in `<…>`, as in `pfleg<down><enter>`.
    pub(crate) fn keys(&mut self, script: &str) -> &mut Self {
        let mut rest = script;
        while let Some(c) = rest.chars().next() {
            let (key, used) = match rest.strip_prefix('<').and_then(|tail| tail.split_once('>')) {
                Some((name, _)) => (name.parse::<Key>().unwrap(), name.len() + 2),
                None => (Key::char(c), c.len_utf8()),
            };
            self.send(Msg::Key(key));
            rest = &rest[used..];
        }
        self
    }

    pub(crate) fn send(&mut self, msg: Msg) -> &mut Self {
        let mut waiting = vec![msg];
        while let Some(msg) = waiting.pop() {
            for effect in app::update(&mut self.model, msg) {
                match (&effect, &self.searcher) {
                    (Effect::Search { ticket, query, explain }, Some(searcher)) => {
                        let corpus = &self.model.shared.corpus;
                        let found = searcher.find(corpus, query, *explain).unwrap();
                        let (found, total) = found;
                        let ticket = *ticket;
                        waiting.push(Msg::Found { ticket, found, total, names_only: false });
                    }
                    (Effect::Facets { query }, Some(searcher)) => {
                        let facets = searcher.engine.facets(query);
                        waiting.push(Msg::Facets { query: query.clone(), facets });
                    }
                    (Effect::Explain { ticket, query, hits, from }, Some(searcher)) => {
                        let whys = searcher.explain(&self.model.shared.corpus, query, hits);
                        waiting.push(Msg::Explained { ticket: *ticket, from: *from, whys });
                    }
                    (Effect::Proofread { ticket, text, head }, _) => {
                        self.to_read = Some((*ticket, text.clone(), head.clone()));
                    }
                    _ => self.effects.push(effect),
                }
            }
        }
        self.draw();
        self
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.terminal.backend_mut().resize(width, height);
        self.terminal.resize(ratatui::layout::Rect::new(0, 0, width, height)).unwrap();
        self.send(Msg::Resized)
    }

    fn draw(&mut self) {
        let (model, look, pictures) = (&self.model, &self.look, &mut self.pictures);
        let mut drawn = None;
        self.terminal.draw(|frame| drawn = Some(ui::view(model, look, pictures, frame))).unwrap();
        self.model.drawn = drawn.unwrap();
    }

    pub(crate) fn buffer(&self) -> &ratatui::buffer::Buffer {
        self.terminal.backend().buffer()
    }

    /// The screen as text, without trailing spaces.
    pub(crate) fn screen(&self) -> String {
        let buffer = self.terminal.backend().buffer();
        let width = usize::from(buffer.area.width.max(1));
        let rows = buffer.content.chunks(width).map(|row| {
            row.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().trim_end().to_owned()
        });
        rows.collect::<Vec<_>>().join("\n")
    }

    /// The style of the first cell of a text on screen.
    pub(crate) fn style_of(&self, text: &str) -> Style {
        let screen = self.screen();
        let (row, line) = screen
            .lines()
            .enumerate()
            .find(|(_, line)| line.contains(text))
            .unwrap_or_else(|| panic!("no {text:?} in\n{screen}"));
        let column = line[..line.find(text).unwrap()].chars().count();
        let buffer = self.terminal.backend().buffer();
        buffer.cell((u16::try_from(column).unwrap(), u16::try_from(row).unwrap())).unwrap().style()
    }

    /// What was asked to be copied, oldest first.
    pub(crate) fn copies(&self) -> Vec<&str> {
        self.effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Copy { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect()
    }

    pub(crate) fn title(&self) -> &str {
        let reader = self.model.reader.as_ref().unwrap();
        &self.model.shared.corpus.profile(reader.profile).unwrap().title.masculine
    }
}
