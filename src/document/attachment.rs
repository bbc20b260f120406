//! Pictures and pages of the person's: looked at before anything is set.

use std::io::Cursor;
use std::path::Path;

use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat, ImageReader};

use super::Obstacle;
use super::content::AttachmentSheet;
use super::kind::person::capitalised;
use crate::corpus::clean::clean_line;
use crate::corpus::load;

/// Larger pictures have no place on a sheet of paper.
const LARGEST_PICTURE: u64 = 10 * 1024 * 1024;
const MOST_PIXELS: u32 = 12_000;
/// One certificate; mail servers take less for a whole folder.
const LARGEST_PAGES: u64 = 40 * 1024 * 1024;
const MOST_PAGES: usize = 200;

/// The space a picture gets, in millimetres.
#[derive(Debug, Clone, Copy)]
pub enum Size {
    /// Width and height; what stands over is cut off.
    Area(f64, f64),
    Height(f64),
}

/// Reads a photo or a signature.
///
/// # Errors
/// It is not there, too large, or neither JPEG nor PNG.
pub fn picture(file: &Path, place: &str) -> Result<Vec<u8>, Obstacle> {
    let bytes = read(file, place, LARGEST_PICTURE)?;
    decoded(&bytes)
        .map_err(|message| Obstacle::new(place, format!("{}: {message}", load::display(file))))?;
    Ok(bytes)
}

/// Reads pages to append: a PDF, or a picture of a page.
///
/// # Errors
/// It is not there, too large, locked, or of another kind.
pub fn pages(file: &Path, number: usize) -> Result<(AttachmentSheet, Vec<u8>), Obstacle> {
    let place = format!("Anlage {number}");
    let shown = load::display(file);
    let bytes = read(file, &place, LARGEST_PAGES)?;
    let title = file.file_stem().map(|stem| stem.to_string_lossy().replace(['-', '_'], " "));
    let title = capitalised(&clean_line(&title.unwrap_or_default()));
    let refused = |message: String| Obstacle::new(&place, format!("{shown}: {message}"));
    let count = if bytes.starts_with(b"%PDF") {
        Some(page_count(&bytes).map_err(refused)?)
    } else {
        decoded(&bytes).map_err(refused)?;
        None
    };
    let path = format!("/anlage-{number}");
    Ok((AttachmentSheet { title, file: path, pages: count }, bytes))
}

fn page_count(bytes: &[u8]) -> Result<usize, String> {
    use hayro_syntax::{LoadPdfError, Pdf};
    match Pdf::new(bytes.to_vec()) {
        Ok(pdf) => match pdf.pages().len() {
            0 => Err("hat keine lesbaren Seiten".to_owned()),
            count if count > MOST_PAGES => {
                Err(format!("hat {count} Seiten; mehr als {MOST_PAGES} kommen in keine Mappe"))
            }
            count => Ok(count),
        },
        Err(LoadPdfError::Decryption(_)) => {
            Err("ist mit einem Passwort geschützt; bitte ohne Schutz speichern".to_owned())
        }
        Err(LoadPdfError::Invalid) => {
            Err("ist kein lesbares PDF; neu drucken oder speichern hilft meist".to_owned())
        }
    }
}

fn read(file: &Path, place: &str, most: u64) -> Result<Vec<u8>, Obstacle> {
    let shown = load::display(file);
    let unreadable = |error: &std::io::Error| {
        Obstacle::new(place, format!("{shown} ist nicht lesbar ({error})"))
    };
    let size = std::fs::metadata(file).map_err(|error| unreadable(&error))?.len();
    if size > most {
        let message =
            format!("{shown} hat {} MB; mehr als {} MB gehen nicht", size >> 20, most >> 20);
        return Err(Obstacle::new(place, message));
    }
    std::fs::read(file).map_err(|error| unreadable(&error))
}

/// A JPEG or PNG of a size that can be decoded.
fn decoded(bytes: &[u8]) -> Result<DynamicImage, String> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let format = reader.as_ref().ok().and_then(ImageReader::format);
    let (Ok(mut reader), Some(ImageFormat::Jpeg | ImageFormat::Png)) = (reader, format) else {
        return Err("ist weder JPEG noch PNG".to_owned());
    };
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(MOST_PIXELS);
    limits.max_image_height = Some(MOST_PIXELS);
    reader.limits(limits);
    reader.decode().map_err(|error| format!("ist beschädigt oder zu groß ({error})"))
}

/// The picture as PNG for this space at 300 dots per inch, with its width and height in millimetres.
pub(super) fn fitted(bytes: &[u8], size: Size) -> Result<(Vec<u8>, f64, f64), Vec<Obstacle>> {
    let refused = |message: String| vec![Obstacle::new("Bild", message)];
    let picture = decoded(bytes).map_err(refused)?;
    let dots = |length: f64| ((length / 25.4 * 300.0).round() as u32).max(1);
    let (picture, width, height) = match size {
        Size::Area(width, height) => {
            (picture.resize_to_fill(dots(width), dots(height), FilterType::Triangle), width, height)
        }
        Size::Height(height) => {
            let width = height * f64::from(picture.width()) / f64::from(picture.height().max(1));
            (picture.resize_exact(dots(width), dots(height), FilterType::Triangle), width, height)
        }
    };
    let mut png = Cursor::new(Vec::new());
    picture.write_to(&mut png, ImageFormat::Png).map_err(|error| refused(error.to_string()))?;
    Ok((png.into_inner(), width, height))
}
