//! What a document says, in the places where it says it; how it looks is decided elsewhere.
//!
//! Templates read these as JSON, Word, Markdown and text are written from them. Texts are plain:
//! no markup of any format is ever in them.

use serde::Serialize;

/// One document, or one part of a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "template", rename_all = "snake_case")]
pub enum Content {
    Letter(LetterSheet),
    Cover(CoverSheet),
    /// A CV, and what is made of the same data.
    Resume(ResumeSheet),
    /// Text from top to bottom.
    Flow(FlowSheet),
    Attachment(AttachmentSheet),
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LetterSheet {
    pub sender: Sender,
    /// One to six lines.
    pub recipient: Vec<String>,
    /// `Leipzig, 24. November 2026`
    pub place_and_date: String,
    pub subject: String,
    pub salutation: String,
    pub body: Vec<String>,
    pub closing: String,
    pub enclosures: Vec<String>,
    /// Path of the signature among the document's files.
    pub signature: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Sender {
    pub name: String,
    pub street: String,
    pub town: String,
    pub phone: String,
    pub email: String,
    pub website: String,
}

impl Sender {
    /// Street, town and how to reach the person; what is missing is left out.
    pub fn lines(&self) -> Vec<&str> {
        [&self.street, &self.town, &self.phone, &self.email, &self.website]
            .into_iter()
            .map(String::as_str)
            .filter(|line| !line.is_empty())
            .collect()
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CoverSheet {
    pub title: String,
    pub position: String,
    pub company: String,
    pub name: String,
    pub label: String,
    pub contact: Vec<String>,
    pub contents_title: String,
    pub contents: Vec<String>,
    pub date: String,
    pub photo: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ResumeSheet {
    pub title: String,
    pub name: String,
    pub label: String,
    pub contact: Vec<String>,
    pub summary: String,
    pub sections: Vec<Section>,
    /// One column instead of a table.
    pub single: bool,
    /// Place and date under the line; empty for no line.
    pub signed: String,
    pub signature: Option<String>,
    pub photo: Option<String>,
    /// What may be left out for a number of pages.
    #[serde(skip)]
    pub shorten: Shorten,
}

/// What may be left out of a CV so that it keeps to a number of pages, the oldest first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shorten {
    #[default]
    Nothing,
    /// What was done at a station; the station itself stays.
    Details(usize),
    /// Details, then the last stations.
    Stations(usize),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FlowSheet {
    pub title: String,
    /// Under the title, grey.
    pub subtitle: String,
    /// By whom: name and how to reach them; empty for none.
    pub author: Vec<String>,
    pub lead: String,
    pub sections: Vec<Section>,
    /// Place and date under the line; empty for no line.
    pub signed: String,
    pub signature: Option<String>,
    /// Of the text below title and lead.
    pub columns: usize,
}

impl Default for FlowSheet {
    fn default() -> Self {
        Self {
            title: String::new(),
            subtitle: String::new(),
            author: Vec::new(),
            lead: String::new(),
            sections: Vec::new(),
            signed: String::new(),
            signature: None,
            columns: 1,
        }
    }
}

/// Somebody else's pages, such as a certificate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct AttachmentSheet {
    pub title: String,
    /// Path among the document's files.
    pub file: String,
    /// Pages of a PDF; `None` for a picture.
    pub pages: Option<usize>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Section {
    /// May be empty.
    pub title: String,
    pub pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Piece {
    Heading {
        text: String,
    },
    Paragraph {
        text: String,
    },
    Item {
        text: String,
    },
    /// Small print.
    Note {
        text: String,
    },
    Question {
        number: usize,
        name: String,
        text: String,
    },
    Term {
        name: String,
        text: String,
    },
    Station(StationPiece),
    /// Monthly pay in euros as a drawing and in words.
    Pay {
        name: String,
        text: String,
        q1: Option<u32>,
        median: Option<u32>,
        q3: Option<u32>,
    },
    Table {
        head: Vec<String>,
        rows: Vec<Vec<String>>,
    },
}

/// Work, school, project: in the CV.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct StationPiece {
    pub time: String,
    pub role: String,
    pub place: String,
    pub summary: String,
    pub highlights: Vec<String>,
    pub keywords: String,
    /// As of [`crate::tailoring::applicant::Station::newness`].
    #[serde(skip)]
    pub newness: (u32, u32),
}

impl StationPiece {
    pub(super) fn has_details(&self) -> bool {
        !(self.summary.is_empty() && self.highlights.is_empty() && self.keywords.is_empty())
    }
}

impl Content {
    /// What the file is about, for its metadata.
    pub(super) fn title(&self) -> String {
        match self {
            Self::Letter(sheet) if sheet.subject.is_empty() => sheet.sender.name.clone(),
            Self::Letter(sheet) => sheet.subject.clone(),
            Self::Cover(sheet) => format!("{} {}", sheet.title, sheet.name),
            Self::Resume(sheet) => format!("{} {}", sheet.title, sheet.name),
            Self::Flow(sheet) => sheet.title.clone(),
            Self::Attachment(sheet) => sheet.title.clone(),
        }
    }

    /// Whose it is; empty for what is ours.
    pub(super) fn author(&self) -> &str {
        match self {
            Self::Letter(sheet) => &sheet.sender.name,
            Self::Cover(sheet) => &sheet.name,
            Self::Resume(sheet) => &sheet.name,
            Self::Flow(sheet) => sheet.author.first().map_or("", String::as_str),
            Self::Attachment(_) => "",
        }
    }
}
