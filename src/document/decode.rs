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

/// # Errors
/// Why it is not a picture that can be printed.
pub(super) fn check(bytes: &[u8]) -> Result<(), String> {
    decoded(bytes).map(drop)
}

pub(super) fn page_count(bytes: &[u8]) -> Result<usize, String> {
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
