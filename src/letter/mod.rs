//! A letter: text blocks in an order, filled for one profession, one employer, one person.
//!
//! A part is a block or free text; a block that was edited keeps the person's words. `review` looks
//! at the whole: what is open, which of the profession's questions it answers, whether it fits a page.

mod review;

pub use review::{Hint, PAGE_LINES, Review, open_questions, review};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::corpus::Profile;
use crate::corpus::profile::{Snippet, SnippetField, SnippetKind};
use crate::i18n::Language;
use crate::tailoring::{self, Answers, Applicant, Filled, Subject};

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Letter {
    pub parts: Vec<Part>,
    /// Answers of this letter, by field; secret ones are left out when it is stored.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    /// Corrections by the person: whether a question of the profile (from 0) is answered.
    #[serde(default)]
    pub questions: BTreeMap<usize, bool>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub block: Block,
    /// The person's own words instead of the filled block.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edited: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// A block of the profile, by name.
    Own(String),
    /// A general block or one of the person's.
    General(String),
    /// An answer to a question of the profile, from 0.
    Question(usize),
    /// Words without a block.
    Free,
}

impl Part {
    pub fn block(block: Block) -> Self {
        Self { block, edited: None }
    }

    pub fn free(text: &str) -> Self {
        Self { block: Block::Free, edited: Some(text.to_owned()) }
    }
}

/// What a letter is filled from.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    pub profile: &'a Profile,
    /// General blocks and the person's.
    pub general: &'a [Snippet],
    pub applicant: &'a Applicant,
    pub language: Language,
}

/// A part as it stands in the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    pub title: String,
    pub kind: SnippetKind,
    pub filled: Filled,
    pub edited: bool,
}

impl Sources<'_> {
    /// The block of a part; `None` if it is no longer there, or free text.
    pub fn snippet(&self, block: &Block) -> Option<Snippet> {
        match block {
            Block::Own(name) => self.profile.snippets.iter().find(|s| s.name == *name).cloned(),
            Block::General(name) => self.general.iter().find(|s| s.name == *name).cloned(),
            Block::Question(number) => guided(self.profile, *number),
            Block::Free => None,
        }
    }
}

/// A block that asks one of the profile's questions and takes the answer as its text.
pub fn guided(profile: &Profile, number: usize) -> Option<Snippet> {
    let tip = profile.tips.get(number)?;
    let name = format!("frage_{}", number + 1);
    Some(Snippet {
        name: format!("frage-{}", number + 1),
        title: format!("Frage {}: {}", number + 1, tip.question),
        kind: SnippetKind::Experience,
        text: format!("{{{{ {name} }}}}"),
        fields: vec![SnippetField {
            name,
            question: format!("{} ({})", tip.question, tip.hint),
            ..SnippetField::default()
        }],
        ..Snippet::default()
    })
}

impl Letter {
    /// A letter to begin with: the first block of each kind that a cover letter needs, the profile's
    /// before a general one. Imported profiles have none of their own.
    pub fn begin(profile: &Profile, general: &[Snippet]) -> Self {
        use SnippetKind::{Closing, Experience, Motivation, Opening, Skills, Subject};
        let first = |snippets: &[Snippet], kind: SnippetKind| {
            // Blocks for the comparison need a requirement first.
            let fits = |s: &&Snippet| s.kind == kind && !s.tags.iter().any(|tag| tag == "Abgleich");
            snippets.iter().find(fits).map(|snippet| snippet.name.clone())
        };
        let parts = [Subject, Opening, Motivation, Experience, Skills, Closing]
            .into_iter()
            .filter_map(|kind| {
                let own = first(&profile.snippets, kind).map(Block::Own);
                own.or_else(|| first(general, kind).map(Block::General))
            })
            .map(Part::block)
            .collect();
        Self { parts, ..Self::default() }
    }

    /// Every part filled with what is known.
    pub fn rendered(&self, sources: Sources<'_>) -> Vec<Rendered> {
        let mut answers = Answers::default();
        for (field, value) in &self.answers {
            answers.set(field, value);
        }
        self.parts.iter().map(|part| rendered(part, sources, &answers)).collect()
    }

    /// The content to store. Answers to secret questions stay out of it.
    pub fn to_json(&self, rendered: &[Rendered]) -> String {
        let secret = |name: &str| {
            let mut fields = rendered.iter().flat_map(|part| &part.filled.fields);
            fields.any(|field| field.secret && field.name == name)
        };
        let mut kept = self.clone();
        kept.answers.retain(|name, _| !secret(name));
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// # Errors
    /// The text was not written by [`Letter::to_json`].
    pub fn from_json(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}

fn rendered(part: &Part, sources: Sources<'_>, answers: &Answers) -> Rendered {
    let snippet = sources.snippet(&part.block);
    let subject = Subject { title: &sources.profile.title, language: sources.language };
    let mut filled = snippet
        .as_ref()
        .map(|snippet| tailoring::fill(snippet, &subject, sources.applicant, answers))
        .unwrap_or_default();
    if let Some(text) = &part.edited {
        filled = Filled { text: text.clone(), ..Filled::default() };
    }
    let title = match (&snippet, &part.block) {
        (Some(snippet), _) => snippet.title.clone(),
        (None, Block::Free) => "Freier Text".to_owned(),
        (None, Block::Own(name) | Block::General(name)) => format!("{name} (nicht mehr da)"),
        (None, Block::Question(number)) => format!("Frage {} (nicht mehr da)", number + 1),
    };
    let kind = snippet.map_or(SnippetKind::Motivation, |snippet| snippet.kind);
    Rendered { title, kind, filled, edited: part.edited.is_some() }
}

/// The whole text, parts divided by empty lines.
pub fn text(rendered: &[Rendered]) -> String {
    let texts = rendered.iter().map(|part| part.filled.text.trim()).filter(|text| !text.is_empty());
    texts.collect::<Vec<_>>().join("\n\n")
}

/// The whole text as it may be stored: secret values are hidden.
pub fn text_to_keep(rendered: &[Rendered]) -> String {
    let texts = rendered.iter().map(|part| part.filled.masked().0.trim().to_owned());
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The same as Markdown: the subject stands out.
pub fn markdown(rendered: &[Rendered]) -> String {
    let texts = rendered.iter().filter_map(|part| {
        let text = part.filled.text.trim();
        let subject = part.kind == SnippetKind::Subject && !text.contains('\n');
        (!text.is_empty()).then(|| if subject { format!("**{text}**") } else { text.to_owned() })
    });
    texts.collect::<Vec<_>>().join("\n\n") + "\n"
}
