//! Choosing a document and its looks, with its first page beside the choice.

use std::path::Path;
use std::sync::Arc;

use crate::app::cursor::Cursor;
use crate::app::model::Shared;
use crate::document::attachment::own_pictures;
use crate::document::order::{Format, Order};
use crate::document::{self, Address, Design, Document, Layout, Obstacle, Picture, Style};
use crate::i18n::{Language, Text};
use crate::letter::{self, Letter, Rendered};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Letter,
    Cv,
    Cover,
    Folder,
    Offer,
    Profile,
}

impl Kind {
    pub fn name(self, language: Language) -> &'static str {
        let (de, en) = match self {
            Self::Letter => ("Anschreiben", "cover letter"),
            Self::Cv => ("Lebenslauf", "CV"),
            Self::Cover => ("Deckblatt", "cover page"),
            Self::Folder => ("Mappe", "folder"),
            Self::Offer => ("Leistungsprofil", "services"),
            Self::Profile => ("Berufsprofil", "profession"),
        };
        match language {
            Language::German => de,
            Language::English => en,
        }
    }
}

/// What can be chosen, one row each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    Kind,
    Design,
    Colour,
    Layout,
    Language,
    Format,
}

/// Accent colours: German and English name, value; the first is the design's own.
const COLOURS: &[(&str, &str, Option<&str>)] = &[
    ("der Gestaltung", "the design's own", None),
    ("Petrol", "petrol", Some("#1f5c7a")),
    ("Blau", "blue", Some("#1d4e9e")),
    ("Grün", "green", Some("#2f6b3c")),
    ("Weinrot", "wine red", Some("#8a2f3c")),
    ("Violett", "violet", Some("#5b3a86")),
    ("Schwarz", "black", Some("#111111")),
];

/// The letter a document is made from.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    pub letter: Letter,
    pub rendered: Vec<Rendered>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct State {
    /// The chosen row.
    pub cursor: Cursor,
    /// The first page as it was chosen last; the page before it stays until the new one is there.
    pub picture: Option<Arc<Picture>>,
    /// The document as text, for terminals without pictures.
    pub text: String,
    /// Why there is none.
    pub problem: Option<String>,
    kinds: Vec<Kind>,
    kind: usize,
    design: usize,
    colour: usize,
    single: bool,
    english: bool,
    format: usize,
    source: Option<Source>,
    /// Position of a profession in the corpus.
    profile: Option<usize>,
    /// Counts questions; answers to older ones are dropped.
    ticket: u64,
    asked: Option<Order>,
}

impl State {
    /// `source` is a letter on the desk, `profile` the open profession.
    pub fn open(source: Option<Source>, profile: Option<usize>) -> Self {
        let mut kinds = Vec::new();
        if source.is_some() {
            kinds.extend([Kind::Letter, Kind::Cv, Kind::Cover, Kind::Folder, Kind::Offer]);
        } else {
            kinds.extend([Kind::Cv, Kind::Offer]);
        }
        kinds.extend(profile.map(|_| Kind::Profile));
        Self {
            cursor: Cursor::default(),
            picture: None,
            text: String::new(),
            problem: None,
            kinds,
            kind: 0,
            design: 0,
            colour: 0,
            single: false,
            english: false,
            format: 0,
            source,
            profile,
            ticket: 0,
            asked: None,
        }
    }

    pub fn rows(&self) -> Vec<Row> {
        let mut rows = vec![Row::Kind, Row::Design, Row::Colour];
        rows.extend(matches!(self.kind(), Kind::Cv | Kind::Folder).then_some(Row::Layout));
        rows.extend((self.kind() != Kind::Profile).then_some(Row::Language));
        rows.push(Row::Format);
        rows
    }

    pub fn step(&mut self, by: isize) {
        let count = self.rows().len();
        self.cursor.step(by, count);
    }

    /// The next or previous value of the chosen row.
    pub fn change(&mut self, by: isize) {
        let turn = |at: usize, count: usize| {
            let count = isize::try_from(count).unwrap_or(1).max(1);
            let at = isize::try_from(at).unwrap_or(0);
            usize::try_from((at + by).rem_euclid(count)).unwrap_or(0)
        };
        match self.rows().get(self.cursor.selected()) {
            Some(Row::Kind) => self.kind = turn(self.kind, self.kinds.len()),
            Some(Row::Design) => self.design = turn(self.design, Design::ALL.len()),
            Some(Row::Colour) => self.colour = turn(self.colour, COLOURS.len()),
            Some(Row::Layout) => self.single = !self.single,
            Some(Row::Language) => self.english = !self.english,
            Some(Row::Format) => self.format = turn(self.format, Format::ALL.len()),
            None => {}
        }
    }

    /// Label and value of a row.
    pub fn row(&self, row: Row, text: &dyn Text, language: Language) -> (&'static str, String) {
        let colour = COLOURS.get(self.colour);
        match row {
            Row::Kind => (text.paper(), self.kind().name(language).to_owned()),
            Row::Design => (text.paper_design(), self.design().name().to_owned()),
            Row::Colour => {
                let name = colour.map_or("", |(de, en, _)| match language {
                    Language::German => *de,
                    Language::English => *en,
                });
                (text.paper_colour(), name.to_owned())
            }
            Row::Layout => (text.paper_layout(), text.paper_single(self.single).to_owned()),
            Row::Language => {
                let name = if self.english { "English" } else { "Deutsch" };
                (text.paper_language(), name.to_owned())
            }
            Row::Format => {
                let name = match self.format() {
                    Format::Pdf => "PDF",
                    Format::Word => "Word (.docx)",
                    Format::Markdown => "Markdown",
                    Format::Text => "Text",
                };
                (text.paper_format(), name.to_owned())
            }
        }
    }

    /// How many questions would be printed in place of answers.
    pub fn open_questions(&self) -> usize {
        let from_letter = matches!(self.kind(), Kind::Letter | Kind::Folder);
        let source = self.source.as_ref().filter(|_| from_letter);
        source.map_or(0, |source| letter::open_questions(&source.rendered).len())
    }

    /// What is worth knowing about the chosen row; empty for nothing.
    pub fn hint(&self, shared: &Shared) -> &'static str {
        let photo = shared.applicant.own.photo.is_some();
        let personal = matches!(self.kind(), Kind::Cv | Kind::Folder)
            && document::is_personal(&shared.applicant, photo);
        let (de, en) = match self.rows().get(self.cursor.selected()) {
            Some(Row::Kind) if personal => document::VOLUNTARY,
            Some(Row::Kind) if self.source.is_none() => (
                "Anschreiben, Deckblatt und Mappe gibt es vom Schreibtisch aus, mit einem Brief.",
                "Cover letter, cover page and folder are made from the letter desk, with a letter.",
            ),
            Some(Row::Design) => match self.design() {
                Design::Sachlich => (
                    "Schwarz auf Weiß, nichts, was ablenkt: passt überall.",
                    "Black on white, nothing to distract: fits everywhere.",
                ),
                Design::Modern => {
                    ("Farbige Linien und Überschriften.", "Coloured rules and headings.")
                }
                Design::Kompakt => {
                    ("Kleinere Schrift: mehr auf einer Seite.", "Smaller type: more on a page.")
                }
                Design::Kreativ => (
                    "Serifen und ein farbiges Band, für Berufe, die auf Form sehen.",
                    "A serif and a coloured band, for trades that look at form.",
                ),
            },
            Some(Row::Layout) if !self.single => (
                "So lesen es Menschen in Deutschland gern. Manche Bewerbungsportale trennen dabei Zeit und Stelle; einspaltig liest jedes richtig.",
                "What readers in Germany are used to. Some portals tear dates and jobs apart; a single column is read right by all.",
            ),
            Some(Row::Layout) => (
                "Jedes Programm liest Zeit und Stelle zusammen aus.",
                "Every program reads dates and jobs together.",
            ),
            Some(Row::Format) if self.format() == Format::Word => (
                "Zum Weiterschreiben; verschickt wird besser das PDF.",
                "To write on; what is sent is better a PDF.",
            ),
            _ => ("", ""),
        };
        match shared.language {
            Language::German => de,
            Language::English => en,
        }
    }

    pub fn kind(&self) -> Kind {
        self.kinds.get(self.kind).copied().unwrap_or(Kind::Cv)
    }

    pub fn format(&self) -> Format {
        Format::ALL.get(self.format).copied().unwrap_or(Format::Pdf)
    }

    fn design(&self) -> Design {
        Design::ALL.get(self.design).copied().unwrap_or_default()
    }

    /// What to make, as chosen.
    ///
    /// # Errors
    /// What is missing for it.
    pub fn order(&self, shared: &Shared) -> Result<Order, Vec<Obstacle>> {
        let style = Style {
            design: self.design(),
            colour: COLOURS.get(self.colour).and_then(|(_, _, value)| *value).map(str::to_owned),
            language: if self.english { Language::English } else { Language::German },
            date: shared.today.clone(),
        };
        let (document, word, company) = self.document(shared, &style)?;
        let applicant = &shared.applicant;
        let folder = shared.applicant_file.as_deref().and_then(Path::parent);
        let name = match self.kind() {
            Kind::Profile => String::new(),
            _ => applicant.name.clone().unwrap_or_default(),
        };
        let pictures = own_pictures(applicant, folder);
        Ok(Order { document, style, pictures, words: vec![word, name, company] })
    }

    /// The document, the first word of its file's name, and the company.
    fn document(
        &self,
        shared: &Shared,
        style: &Style,
    ) -> Result<(Document, String, String), Vec<Obstacle>> {
        let applicant = &shared.applicant;
        let layout = if self.single { Layout::Single } else { Layout::Tabular };
        let (rendered, recipient) = match &self.source {
            Some(source) => (source.rendered.as_slice(), document::recipient(&source.letter)),
            None => (&[][..], Vec::new()),
        };
        let company = recipient.first().cloned().unwrap_or_default();
        let cv = if style.is_german() { "Lebenslauf" } else { "CV" }.to_owned();
        let contents = vec![cv.clone()];
        let address = |enclosures| Address { recipient: recipient.clone(), enclosures };
        let made = match self.kind() {
            Kind::Letter => {
                let enclosures = Vec::new();
                let document = document::letter(rendered, applicant, &address(enclosures), style)?;
                (document, "Anschreiben".to_owned(), company)
            }
            Kind::Cv => (document::resume(applicant, layout, style)?, cv, String::new()),
            Kind::Cover => {
                let subject = document::subject(rendered);
                let cover = document::cover(applicant, &subject, &company, &contents, style)?;
                (cover, "Deckblatt".to_owned(), company)
            }
            Kind::Folder => {
                let subject = document::subject(rendered);
                let parts = vec![
                    document::cover(applicant, &subject, &company, &contents, style)?,
                    document::letter(rendered, applicant, &address(contents.clone()), style)?,
                    document::resume(applicant, layout, style)?,
                ];
                (document::folder(parts, Vec::new())?, "Bewerbung".to_owned(), company)
            }
            Kind::Offer => {
                (document::offer(applicant, style)?, "Leistungsprofil".to_owned(), String::new())
            }
            Kind::Profile => {
                let profile = self.profile.and_then(|at| shared.corpus.profile(at));
                let Some(profile) = profile else { return Err(Vec::new()) };
                let document = document::profile(profile, &shared.corpus);
                (document, "Beruf".to_owned(), profile.title.masculine.clone())
            }
        };
        Ok(made)
    }

    /// The picture to ask for if the choice is another one than the one shown.
    pub fn question(&mut self, shared: &Shared) -> Option<(u64, Order)> {
        match self.order(shared) {
            Ok(order) => {
                if self.asked.as_ref() == Some(&order) {
                    return None;
                }
                self.ticket += 1;
                self.text = order.document.text();
                self.problem = None;
                self.asked = Some(order.clone());
                Some((self.ticket, order))
            }
            Err(obstacles) => {
                self.asked = None;
                self.ticket += 1;
                self.refused(&obstacles, shared.language);
                None
            }
        }
    }

    pub fn answer(
        &mut self,
        ticket: u64,
        picture: Result<Arc<Picture>, Vec<Obstacle>>,
        language: Language,
    ) {
        if ticket != self.ticket {
            return;
        }
        match picture {
            Ok(picture) => self.picture = Some(picture),
            Err(obstacles) => self.refused(&obstacles, language),
        }
    }

    fn refused(&mut self, obstacles: &[Obstacle], language: Language) {
        let lines: Vec<String> = obstacles.iter().map(|o| o.sentence(language)).collect();
        self.problem = Some(lines.join("\n"));
        self.picture = None;
    }
}
