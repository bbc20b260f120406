//! Looking into pictures and appended pages: are they what they say, how large, how many pages.

use std::io::Cursor;

use image::imageops::FilterType;
use image::{DynamicImage, ImageFormat, ImageReader};

use super::Obstacle;

const MOST_PIXELS: u32 = 12_000;
const MOST_PAGES: usize = 200;

/// The space a picture gets, in millimetres.
#[derive(Debug, Clone, Copy)]
pub(super) enum Size {
    /// Width and height; what stands over is cut off.
    Area(f64, f64),
    Height(f64),
}

/// Why not, in German and English.
type Refusal = (String, String);

fn refused(de: &str, en: &str) -> Refusal {
    (de.to_owned(), en.to_owned())
}

/// # Errors
/// Why it is not a picture that can be printed.
pub(super) fn check(bytes: &[u8]) -> Result<(), Refusal> {
    decoded(bytes).map(drop)
}

pub(super) fn page_count(bytes: &[u8]) -> Result<usize, Refusal> {
    use hayro_syntax::{LoadPdfError, Pdf};
    match Pdf::new(bytes.to_vec()) {
        Ok(pdf) => match pdf.pages().len() {
            0 => Err(refused("hat keine lesbaren Seiten", "has no readable pages")),
            count if count > MOST_PAGES => Err((
                format!("hat {count} Seiten; mehr als {MOST_PAGES} kommen in keine Mappe"),
                format!("has {count} pages; a folder takes {MOST_PAGES} at most"),
            )),
            count => Ok(count),
        },
        Err(LoadPdfError::Decryption(_)) => Err(refused(
            "ist mit einem Passwort geschützt; bitte ohne Schutz speichern",
            "is locked with a password; please save it without",
        )),
        Err(LoadPdfError::Invalid) => Err(refused(
            "ist kein lesbares PDF; neu drucken oder speichern hilft meist",
            "is no readable PDF; printing or saving it anew mostly helps",
        )),
    }
}

/// A JPEG or PNG of a size that can be decoded.
fn decoded(bytes: &[u8]) -> Result<DynamicImage, Refusal> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format();
    let format = reader.as_ref().ok().and_then(ImageReader::format);
    let (Ok(mut reader), Some(ImageFormat::Jpeg | ImageFormat::Png)) = (reader, format) else {
        return Err(refused("ist weder JPEG noch PNG", "is neither JPEG nor PNG"));
    };
    let mut limits = image::Limits::default();
    limits.max_image_width = Some(MOST_PIXELS);
    limits.max_image_height = Some(MOST_PIXELS);
    reader.limits(limits);
    reader.decode().map_err(|error| {
        (
            format!("ist beschädigt oder zu groß ({error})"),
            format!("is damaged or too large ({error})"),
        )
    })
}

/// The picture as PNG for this space at 300 dots per inch, with its width and height in millimetres.
pub(super) fn fitted(bytes: &[u8], size: Size) -> Result<(Vec<u8>, f64, f64), Vec<Obstacle>> {
    let picture =
        decoded(bytes).map_err(|message| vec![Obstacle::new(("Bild", "picture"), message)])?;
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
    picture
        .write_to(&mut png, ImageFormat::Png)
        .map_err(|error| vec![Obstacle::failed(&error.to_string())])?;
    Ok((png.into_inner(), width, height))
}
