//! A list to pick from by typing: the palette, and the text blocks of a profession.

use crate::app::cursor::Cursor;
use crate::app::model::{Drawn, Shared};
use crate::app::screen::find;
use crate::app::text_field::TextField;
use crate::corpus::profile::Snippet;
use crate::corpus::{Section, SectionKind};
use crate::i18n::Text;
use crate::keymap::{Command, Context, Key};
use crate::quick_jump::{self, Pick};
use crate::search::{Facet, FacetKind};
use crate::store::copies::Copied;
use crate::store::letters::LetterRecord;

#[derive(Debug, Clone)]
pub struct State {
    pub kind: Kind,
    pub input: TextField,
    pub cursor: Cursor,
    pub picks: Vec<Pick>,
    items: Vec<Item>,
    facets: Vec<Facet>,
    pub letters: Vec<LetterRecord>,
    pub copies: Vec<Copied>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Professions, sections and commands.
    Palette,
    /// Text blocks of the open profile and general ones.
    Blocks,
    /// Blocks, questions and free text to put into a letter.
    ForLetter,
    /// Letters that were begun.
    Letters,
    /// Copies of the last days.
    Copies,
    /// Conditions in force, and those that would narrow the list.
    Filters,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub label: String,
    /// What kind of thing it is, or the key that does the same.
    pub remark: String,
    pub target: Target,
    /// More words it is found by: tags and the text of a block.
    pub words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    Profile(usize),
    Section(SectionKind),
    Command(Command),
    /// A block of a profile: profile and position.
    OwnBlock(usize, usize),
    /// A general block.
    GeneralBlock(usize),
    /// A question of the profile, from 0.
    Question(usize),
    /// Text without a block.
    Free,
    /// A stored letter, by its position.
    Letter(usize),
    /// A copy, by its position.
    Copy(usize),
    /// A facet, by its position.
    AddCondition(usize),
    /// A condition in force, by its position.
    RemoveCondition(usize),
}

/// What a block is found by besides its title.
fn words_of(snippet: &Snippet) -> String {
    let words = [&snippet.tags.join(" "), &snippet.tone, &snippet.level, &snippet.text];
    words.map(String::as_str).join(" ").to_lowercase()
}

/// `2027-03-01 12:00` of a moment.
fn day(moment: &str) -> String {
    moment.get(..16).unwrap_or(moment).replace('T', " ")
}

fn kind_of_facet(text: &dyn Text, kind: FacetKind) -> &'static str {
    match kind {
        FacetKind::Field => text.facet_field(),
        FacetKind::Access => text.facet_access(),
        FacetKind::Pay => text.facet_pay(),
        FacetKind::Corpus => text.facet_corpus(),
    }
}

impl State {
    /// Sections and commands that make sense where the palette is called, then all professions.
    pub fn palette(shared: &Shared, context: Context, sections: &[Section]) -> Self {
        let text = shared.text();
        let mut items: Vec<Item> = sections
            .iter()
            .map(|section| Item {
                label: section.kind.heading().to_owned(),
                remark: text.palette_section().to_owned(),
                target: Target::Section(section.kind),
                words: String::new(),
            })
            .collect();
        items.extend(
            Command::all()
                .filter(|command| [Context::Global, context].contains(&command.context()))
                .filter(|command| !matches!(command, Command::Palette | Command::GoToSection))
                .map(|command| Item {
                    label: format!(
                        "{}: {}",
                        command.name(shared.language),
                        command.sentence(shared.language)
                    ),
                    remark: shared
                        .keymap
                        .keys(command)
                        .first()
                        .map(|key| key.label(shared.language))
                        .unwrap_or_default(),
                    target: Target::Command(command),
                    words: String::new(),
                }),
        );
        items.extend(shared.corpus.own_profiles().enumerate().map(|(at, profile)| Item {
            label: profile.title.pair(),
            remark: profile.field.clone(),
            target: Target::Profile(at),
            words: String::new(),
        }));
        Self::new(Kind::Palette, items)
    }

    /// The profile's own blocks first, then the general ones.
    pub fn blocks(shared: &Shared, profile: usize) -> Self {
        let remark = |tone: &str, level: &str, origin: &str| {
            [tone, level, origin]
                .into_iter()
                .filter(|s| !s.is_empty())
                .collect::<Vec<_>>()
                .join(", ")
        };
        let text = shared.text();
        let own = shared.corpus.profile(profile).map_or(&[][..], |p| &p.snippets);
        let mut items: Vec<Item> = own
            .iter()
            .enumerate()
            .map(|(at, snippet)| Item {
                label: snippet.title.clone(),
                remark: remark(&snippet.tone, &snippet.level, ""),
                target: Target::OwnBlock(profile, at),
                words: words_of(snippet),
            })
            .collect();
        items.extend(shared.snippets.iter().enumerate().map(|(at, snippet)| Item {
            label: snippet.title.clone(),
            remark: remark(&snippet.tone, &snippet.level, text.general_block()),
            target: Target::GeneralBlock(at),
            words: words_of(snippet),
        }));
        Self::new(Kind::Blocks, items)
    }

    /// What can be put into a letter: the profile's blocks, its questions, general blocks, free text.
    pub fn for_letter(shared: &Shared, profile: usize) -> Self {
        let text = shared.text();
        let blocks = Self::blocks(shared, profile).items.into_iter();
        let (own, general): (Vec<Item>, Vec<Item>) =
            blocks.partition(|item| matches!(item.target, Target::OwnBlock(..)));
        let profile = shared.corpus.profile(profile);
        let tips = profile.as_ref().map_or(&[][..], |profile| &profile.tips);
        let questions = tips.iter().enumerate().map(|(at, tip)| Item {
            label: tip.question.clone(),
            remark: text.question_number(at + 1),
            target: Target::Question(at),
            words: String::new(),
        });
        let free = Item {
            label: text.free_text().to_owned(),
            remark: String::new(),
            target: Target::Free,
            words: String::new(),
        };
        let items = own.into_iter().chain(questions).chain([free]).chain(general).collect();
        Self::new(Kind::ForLetter, items)
    }

    pub fn letters(letters: Vec<LetterRecord>) -> Self {
        let item = |(at, letter): (usize, &LetterRecord)| Item {
            label: letter.name.clone(),
            remark: format!("{} · {}", letter.profile, day(&letter.changed)),
            target: Target::Letter(at),
            words: String::new(),
        };
        let items = letters.iter().enumerate().map(item).collect();
        Self { letters, ..Self::new(Kind::Letters, items) }
    }

    pub fn copies(copies: Vec<Copied>) -> Self {
        let item = |(at, copy): (usize, &Copied)| Item {
            label: format!("{}: {}", copy.subject, copy.text.replace('\n', " ")),
            remark: format!("{} · {}", copy.route, day(&copy.created)),
            target: Target::Copy(at),
            words: String::new(),
        };
        let items = copies.iter().enumerate().map(item).collect();
        Self { copies, ..Self::new(Kind::Copies, items) }
    }

    /// Conditions in force to take away, then facets to add.
    pub fn filters(shared: &Shared, find: &find::State, facets: Vec<Facet>) -> Self {
        let text = shared.text();
        let in_force = find.conditions().into_iter().enumerate().map(|(at, label)| Item {
            label,
            remark: text.remove_filter().to_owned(),
            target: Target::RemoveCondition(at),
            words: String::new(),
        });
        let offered = facets.iter().enumerate().map(|(at, facet)| Item {
            label: facet.label.clone(),
            remark: format!("{} · {}", kind_of_facet(text, facet.kind), facet.count),
            target: Target::AddCondition(at),
            words: String::new(),
        });
        let items = in_force.chain(offered).collect();
        Self { facets, ..Self::new(Kind::Filters, items) }
    }

    fn new(kind: Kind, items: Vec<Item>) -> Self {
        let mut state = Self {
            kind,
            input: TextField::default(),
            cursor: Cursor::default(),
            picks: Vec::new(),
            items,
            facets: Vec::new(),
            letters: Vec::new(),
            copies: Vec::new(),
        };
        state.pick();
        state
    }

    /// The entries that match, with the positions of the matching characters.
    pub fn shown(&self) -> impl Iterator<Item = (&Item, &Pick)> {
        self.picks.iter().filter_map(|pick| Some((self.items.get(pick.index)?, pick)))
    }

    pub fn chosen(&self) -> Option<Target> {
        self.shown().nth(self.cursor.selected()).map(|(item, _)| item.target)
    }

    /// The facet behind the chosen entry.
    pub fn chosen_facet(&self) -> Option<&Facet> {
        match self.chosen()? {
            Target::AddCondition(at) => self.facets.get(at),
            _ => None,
        }
    }

    pub fn key(&mut self, key: Key) -> bool {
        match self.input.key(key) {
            Some(true) => self.pick(),
            Some(false) => {}
            None => return false,
        }
        true
    }

    pub fn paste(&mut self, text: &str) {
        self.input.insert(text);
        self.pick();
    }

    pub fn command(&mut self, command: Command, drawn: &Drawn) {
        self.cursor.top = drawn.overlay_top;
        match command {
            Command::PickerDown => self.cursor.step(1, self.picks.len()),
            Command::PickerUp => self.cursor.step(-1, self.picks.len()),
            _ => {}
        }
    }

    fn pick(&mut self) {
        self.picks =
            quick_jump::pick(self.items.iter().map(|item| item.label.as_str()), self.input.text());
        // Behind the names that fit: entries whose tags or text say every typed word.
        let typed = self.input.text().to_lowercase();
        let words: Vec<&str> = typed.split_whitespace().collect();
        if words.iter().all(|word| word.chars().count() > 2) && !words.is_empty() {
            let found = |at: &usize| self.picks.iter().any(|pick| pick.index == *at);
            let more: Vec<Pick> = self
                .items
                .iter()
                .enumerate()
                .filter(|(at, _)| !found(at))
                .filter(|(_, item)| words.iter().all(|word| item.words.contains(word)))
                .map(|(index, _)| Pick { index, positions: Vec::new() })
                .collect();
            self.picks.extend(more);
        }
        self.cursor = Cursor::default();
    }
}
