//! Making a CV keep to a number of pages by leaving out what is oldest.

use super::content::{Content, Piece, ResumeSheet, Shorten, StationPiece};
use super::{Document, Obstacle, Style};

/// What had to be left out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Fitted {
    /// Stations that stand without details.
    pub without_details: usize,
    /// Stations that are missing.
    pub left_out: usize,
}

impl Document {
    /// Leaves out what [`Shorten`] allows until each CV has its pages; if that is not enough for
    /// details alone, nothing is left out.
    ///
    /// # Errors
    /// Every place that cannot be laid out.
    pub fn fit(&mut self, style: &Style) -> Result<Fitted, Vec<Obstacle>> {
        let mut fitted = Fitted::default();
        let Self { parts, files } = self;
        for part in parts {
            let Content::Resume(sheet) = part else { continue };
            let pages = |sheet: &ResumeSheet| {
                let parts = vec![Content::Resume(sheet.clone())];
                let alone = Self { parts, files: files.clone() };
                Ok::<usize, Vec<Obstacle>>(alone.pdf(style)?.pages)
            };
            match sheet.shorten {
                Shorten::Nothing => {}
                Shorten::Details(most) => fitted.without_details += brief(sheet, most, &pages)?,
                Shorten::Stations(most) => {
                    fitted.without_details += brief(sheet, most, &pages)?;
                    while pages(sheet)? > most && take_last(sheet) {
                        fitted.left_out += 1;
                    }
                }
            }
        }
        Ok(fitted)
    }

    /// Nothing is to be left out.
    pub fn keep_everything(&mut self) {
        for part in &mut self.parts {
            if let Content::Resume(sheet) = part {
                sheet.shorten = Shorten::Nothing;
            }
        }
    }
}

/// Of how many stations the details went.
fn brief(
    sheet: &mut ResumeSheet,
    most: usize,
    pages: &impl Fn(&ResumeSheet) -> Result<usize, Vec<Obstacle>>,
) -> Result<usize, Vec<Obstacle>> {
    if pages(sheet)? <= most {
        return Ok(0);
    }
    let all = stations(&mut sheet.clone()).iter().filter(|s| s.has_details()).count();
    if pages(&without_details(sheet, all))? > most {
        return Ok(0);
    }
    let (mut too_few, mut enough) = (0, all);
    while too_few + 1 < enough {
        let middle = usize::midpoint(too_few, enough);
        if pages(&without_details(sheet, middle))? <= most {
            enough = middle;
        } else {
            too_few = middle;
        }
    }
    *sheet = without_details(sheet, enough);
    Ok(enough)
}

fn without_details(sheet: &ResumeSheet, count: usize) -> ResumeSheet {
    let mut shorter = sheet.clone();
    let mut oldest: Vec<&mut StationPiece> =
        stations(&mut shorter).into_iter().filter(|station| station.has_details()).collect();
    oldest.sort_by_key(|station| station.newness);
    for station in oldest.into_iter().take(count) {
        station.summary.clear();
        station.highlights.clear();
        station.keywords.clear();
    }
    shorter
}

fn stations(sheet: &mut ResumeSheet) -> Vec<&mut StationPiece> {
    let pieces = sheet.sections.iter_mut().flat_map(|section| &mut section.pieces);
    pieces
        .filter_map(|piece| match piece {
            Piece::Station(station) => Some(station),
            _ => None,
        })
        .collect()
}

/// Takes the last station away, if there is one besides the first.
fn take_last(sheet: &mut ResumeSheet) -> bool {
    match sheet.sections.last_mut() {
        Some(section)
            if section.pieces.len() > 1
                && matches!(section.pieces.last(), Some(Piece::Station(_))) =>
        {
            section.pieces.pop();
            true
        }
        _ => false,
    }
}
