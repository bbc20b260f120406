//! Pictures and pages of the person's: looked at before anything is set.

use std::path::{Path, PathBuf};

use super::content::AttachmentSheet;
use super::decode;
use super::kind::person::capitalised;
use super::{Document, Obstacle};
use crate::corpus::clean::clean_line;
use crate::corpus::load;
use crate::tailoring::Applicant;

/// Larger pictures have no place on a sheet of paper.
const LARGEST_PICTURE: u64 = 10 * 1024 * 1024;
/// One certificate; mail servers take less for a whole folder.
const LARGEST_PAGES: u64 = 40 * 1024 * 1024;

/// Reads a photo or a signature.
///
/// # Errors
/// It is not there, too large, or neither JPEG nor PNG.
pub fn picture(file: &Path, place: (&str, &str)) -> Result<Vec<u8>, Obstacle> {
    let bytes = read(file, place, LARGEST_PICTURE)?;
    decode::check(&bytes).map_err(|message| in_file(place, file, &message))?;
    Ok(bytes)
}

/// Reads pages to append: a PDF, or a picture of a page.
///
/// # Errors
/// It is not there, too large, locked, or of another kind.
pub fn pages(file: &Path, number: usize) -> Result<(AttachmentSheet, Vec<u8>), Obstacle> {
    let (de, en) = (format!("Anlage {number}"), format!("attachment {number}"));
    let place = (de.as_str(), en.as_str());
    let bytes = read(file, place, LARGEST_PAGES)?;
    let title = file.file_stem().map(|stem| stem.to_string_lossy().replace(['-', '_'], " "));
    let title = capitalised(&clean_line(&title.unwrap_or_default()));
    let refused = |message| in_file(place, file, &message);
    let count = if bytes.starts_with(b"%PDF") {
        Some(decode::page_count(&bytes).map_err(refused)?)
    } else {
        decode::check(&bytes).map_err(refused)?;
        None
    };
    let path = format!("/anlage-{number}");
    Ok((AttachmentSheet { title, file: path, pages: count }, bytes))
}

fn in_file(place: (&str, &str), file: &Path, (de, en): &(String, String)) -> Obstacle {
    let shown = load::display(file);
    Obstacle::new(place, (format!("{shown}: {de}"), format!("{shown}: {en}")))
}

fn read(file: &Path, place: (&str, &str), most: u64) -> Result<Vec<u8>, Obstacle> {
    let shown = load::display(file);
    let unreadable = |error: &std::io::Error| {
        let message = (
            format!("{shown} ist nicht lesbar ({error})"),
            format!("{shown} cannot be read ({error})"),
        );
        Obstacle::new(place, message)
    };
    let size = std::fs::metadata(file).map_err(|error| unreadable(&error))?.len();
    if size > most {
        let (size, most) = (size >> 20, most >> 20);
        let message = (
            format!("{shown} hat {size} MB; mehr als {most} MB gehen nicht"),
            format!("{shown} has {size} MB; {most} MB is the most"),
        );
        return Err(Obstacle::new(place, message));
    }
    std::fs::read(file).map_err(|error| unreadable(&error))
}

/// Where the pictures of the person are: named ones, or those of their data, which start from the
/// folder of their file. An address on the net is not a file, and nothing here goes to the net.
pub fn own_pictures(applicant: &Applicant, folder: Option<&Path>) -> Pictures {
    let is_file = |path: &&String| !path.contains("://") && !path.starts_with("data:");
    let file = |path: Option<&String>| Some(folder?.join(path.filter(is_file)?));
    Pictures {
        photo: file(applicant.own.photo.as_ref().or(applicant.image.as_ref())),
        signature: file(applicant.own.signature.as_ref()),
    }
}

/// Photo and signature, as files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pictures {
    pub photo: Option<PathBuf>,
    pub signature: Option<PathBuf>,
}

impl Pictures {
    /// Puts them where the document has a place for them.
    ///
    /// # Errors
    /// A picture that cannot be read.
    pub fn add_to(&self, document: &mut Document) -> Result<(), Vec<Obstacle>> {
        if let Some(file) = &self.photo {
            document
                .add_photo(picture(file, ("Foto", "photo")).map_err(|obstacle| vec![obstacle])?);
        }
        if let Some(file) = &self.signature {
            document.add_signature(
                picture(file, ("Unterschrift", "signature")).map_err(|obstacle| vec![obstacle])?,
            );
        }
        Ok(())
    }
}
