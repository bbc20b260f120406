//! Documents: letter, CV, cover page, folder and profession as PDF, Word, Markdown and text.
//!
//! `kind` turns what the other rooms know into [`content`]: plain texts in their places. `check`
//! refuses what cannot be laid out, `output` writes the formats. One look for all kinds is chosen by
//! [`Style`]; the templates are in `data/documents`.

pub mod attachment;
mod check;
pub mod content;
#[cfg(feature = "documents")]
mod decode;
#[cfg(not(feature = "documents"))]
#[path = "undecoded.rs"]
mod decode;
pub mod file_name;
mod fit;
mod kind;
mod obstacle;
pub mod order;
mod output;
mod style;

pub use fit::Fitted;
pub use kind::cover::cover;
pub use kind::efforts::{Period, efforts};
pub use kind::folder::{Checked, checklist, folder};
pub use kind::letter::{ADDRESS_FIELDS, Address, letter, recipient, subject};
pub use kind::motivation::motivation;
pub use kind::offer::offer;
pub use kind::pay::pay;
pub use kind::profile::profile;
pub use kind::resume::{Gap, Layout, VOLUNTARY, gaps, is_personal, resume};
pub use obstacle::Obstacle;
pub use output::{Pdf, Picture};
pub use style::{Design, Style};

use content::{Content, CoverSheet, FlowSheet, LetterSheet, ResumeSheet};

/// A document, or the parts of a folder in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub parts: Vec<Content>,
    /// Pictures and appended files, by the path the parts name.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Document {
    fn one(content: Content) -> Self {
        Self { parts: vec![content], files: Vec::new() }
    }

    /// Puts the photo where a part has a place for one.
    pub fn add_photo(&mut self, bytes: Vec<u8>) {
        let path = "/photo".to_owned();
        let mut used = false;
        for part in &mut self.parts {
            match part {
                Content::Resume(ResumeSheet { photo, .. })
                | Content::Cover(CoverSheet { photo, .. }) => {
                    *photo = Some(path.clone());
                    used = true;
                }
                _ => {}
            }
        }
        if used {
            self.files.push((path, bytes));
        }
    }

    /// Puts the signature where a part is signed.
    pub fn add_signature(&mut self, bytes: Vec<u8>) {
        let path = "/signature".to_owned();
        let mut used = false;
        for part in &mut self.parts {
            match part {
                Content::Letter(LetterSheet { signature, .. })
                | Content::Resume(ResumeSheet { signature, .. })
                | Content::Flow(FlowSheet { signature, .. }) => {
                    *signature = Some(path.clone());
                    used = true;
                }
                _ => {}
            }
        }
        if used {
            self.files.push((path, bytes));
        }
    }

    /// # Errors
    /// Every place that cannot be laid out.
    pub fn pdf(&self, style: &Style) -> Result<Pdf, Vec<Obstacle>> {
        let data = self.checked(style)?;
        output::engine::pdf(&data, &self.files, self.is_accessible())
            .map_err(|refused| vec![check::explain(&refused.message)])
    }

    /// The first page as a picture, about `height` pixels high.
    ///
    /// # Errors
    /// Every place that cannot be laid out.
    pub fn picture(&self, style: &Style, height: u32) -> Result<Picture, Vec<Obstacle>> {
        let data = self.checked(style)?;
        output::engine::picture(&data, &self.files, height)
            .map_err(|refused| vec![check::explain(&refused.message)])
    }

    /// For Word and its like.
    ///
    /// # Errors
    /// Every place that cannot be laid out; parts that only a PDF can take.
    pub fn docx(&self, style: &Style) -> Result<Vec<u8>, Vec<Obstacle>> {
        self.checked(style)?;
        output::docx::docx(self, style)
    }

    pub fn markdown(&self) -> String {
        output::text::markdown(&self.parts)
    }

    pub fn text(&self) -> String {
        output::text::plain(&self.parts)
    }

    /// The engine cannot tag other people's pages; everything of ours is PDF/UA.
    fn is_accessible(&self) -> bool {
        !self
            .parts
            .iter()
            .any(|part| matches!(part, Content::Attachment(sheet) if sheet.pages.is_some()))
    }

    /// Data for the templates, if it can be laid out.
    fn checked(&self, style: &Style) -> Result<serde_json::Value, Vec<Obstacle>> {
        let mut obstacles = check::style(style);
        for part in &self.parts {
            match serde_json::to_value(part) {
                Ok(value) => obstacles.extend(check::texts(&value)),
                Err(error) => obstacles.push(Obstacle::failed(&error.to_string())),
            }
        }
        if !obstacles.is_empty() {
            return Err(obstacles);
        }
        let author = self.parts.iter().map(Content::author).find(|name| !name.is_empty());
        Ok(serde_json::json!({
            "style": style.data(),
            "title": self.parts.first().map(Content::title).unwrap_or_default(),
            "author": author.unwrap_or_default(),
            "parts": self.parts,
        }))
    }
}
