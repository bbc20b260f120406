//! A document as it was ordered: what a thread needs to finish it, or to show its first page.

use super::attachment::Pictures;
use super::file_name::file_name;
use super::{Document, Obstacle, Picture, Style};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    pub document: Document,
    pub style: Style,
    pub pictures: Pictures,
    /// For the file's name.
    pub words: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Pdf,
    Word,
    Markdown,
    Text,
}

impl Format {
    pub const ALL: [Self; 4] = [Self::Pdf, Self::Word, Self::Markdown, Self::Text];

    pub fn extension(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Word => "docx",
            Self::Markdown => "md",
            Self::Text => "txt",
        }
    }
}

impl Order {
    /// The first page, about `height` pixels high.
    ///
    /// # Errors
    /// Every place that cannot be laid out.
    pub fn picture(&self, height: u32) -> Result<Picture, Vec<Obstacle>> {
        self.whole()?.picture(&self.style, height)
    }

    /// The file's name and content, and its pages where it has such.
    ///
    /// # Errors
    /// Every place that cannot be laid out.
    pub fn file(&self, format: Format) -> Result<(String, Vec<u8>, Option<usize>), Vec<Obstacle>> {
        let (bytes, pages) = match format {
            Format::Pdf => {
                let pdf = self.whole()?.pdf(&self.style)?;
                (pdf.bytes, Some(pdf.pages))
            }
            Format::Word => (self.whole()?.docx(&self.style)?, None),
            Format::Markdown => (self.document.markdown().into_bytes(), None),
            Format::Text => (self.document.text().into_bytes(), None),
        };
        let words: Vec<&str> = self.words.iter().map(String::as_str).collect();
        Ok((file_name(&words, format.extension()), bytes, pages))
    }

    fn whole(&self) -> Result<Document, Vec<Obstacle>> {
        let mut document = self.document.clone();
        self.pictures.add_to(&mut document)?;
        document.fit(&self.style)?;
        Ok(document)
    }
}
