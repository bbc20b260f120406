//! A file beside the index that holds, document by document, what ranking needs at once: the
//! trigrams of every name, and what filters ask for.
//!
//! It is read as it lies on disk, mapped where the index is mapped, so that it costs no memory of
//! its own. tantivy keeps it with the other files and checks its footer; the vault checks its hash.
//! All numbers are little-endian.
//!
//! ```text
//! magic, version, documents, fields     4 x u32
//! rarity of each trigram                Packed::COUNT x f32
//! attributes of each document           20 bytes, see `Attributes`
//! start of each document's names        (documents + 1) x u64, from the start of the names
//! names of occupational fields          text, one a line
//! names:                                title? u8, trigrams u8, norm f32, trigrams x u16
//! ```

use std::io::Write;
use std::path::Path;

use tantivy::directory::{Directory, OwnedBytes, TerminatingWrite};

use super::SearchError;
use super::analysis::grams::{self, Packed};
use super::document::{Attributes, SearchDocument};

/// Name of the file in the folder of an index.
const FILE: &str = "catalogue";
const MAGIC: u32 = u32::from_le_bytes(*b"wdgc");
const VERSION: u32 = 2;
const HEAD: usize = 16;
/// A longer name is cut; its first words say what it is.
const MOST_TRIGRAMS: usize = 255;
const ATTRIBUTES: usize = 20;

/// Collects documents while the index is being built.
#[derive(Default)]
pub(super) struct CatalogueMaker {
    /// Names of each document: whether a title, and its trigrams.
    names: Vec<(bool, Vec<Packed>)>,
    /// How many names each document has, and its attributes.
    documents: Vec<(usize, Attributes)>,
    /// How many documents hold each trigram.
    holders: Vec<u32>,
    fields: Vec<String>,
}

impl CatalogueMaker {
    pub(super) fn new() -> Self {
        Self { holders: vec![0; Packed::COUNT], ..Self::default() }
    }

    /// Adds a document; `names` are its names' trigrams, titles first.
    pub(super) fn add(&mut self, document: &SearchDocument, mut names: Vec<(bool, Vec<Packed>)>) {
        for (_, trigrams) in &mut names {
            trigrams.truncate(MOST_TRIGRAMS);
        }
        // Titles in two genders and aliases are often the same once folded.
        let mut seen: Vec<(bool, Vec<Packed>)> = Vec::with_capacity(names.len());
        for (title, trigrams) in names {
            if !trigrams.is_empty() && !seen.iter().any(|(_, known)| *known == trigrams) {
                seen.push((title, trigrams));
            }
        }
        let mut all: Vec<Packed> =
            seen.iter().flat_map(|(_, trigrams)| trigrams).copied().collect();
        all.sort_unstable();
        all.dedup();
        for gram in all {
            if let Some(count) = self.holders.get_mut(gram.index()) {
                *count += 1;
            }
        }
        let field = match self.fields.iter().position(|field| *field == document.field) {
            Some(known) => known,
            None => {
                self.fields.push(document.field.clone());
                self.fields.len() - 1
            }
        };
        let attributes = Attributes { field: field as u16, ..document.attributes };
        self.documents.push((seen.len(), attributes));
        self.names.append(&mut seen);
    }

    /// Writes the file into the directory of the index.
    pub(super) fn write(self, directory: &dyn Directory) -> Result<(), SearchError> {
        let documents = self.documents.len() as f32;
        let rarity: Vec<f32> = self
            .holders
            .iter()
            .map(|holders| (1.0 + documents / (*holders as f32 + 1.0)).ln())
            .collect();
        let (mut table, mut records) = (Vec::new(), Vec::new());
        let mut starts = vec![0_u64];
        let mut names = self.names.iter();
        for (count, attributes) in &self.documents {
            table.extend_from_slice(&write_attributes(attributes));
            for (title, trigrams) in names.by_ref().take(*count) {
                let squares: f32 = trigrams
                    .iter()
                    .filter_map(|gram| rarity.get(gram.index()))
                    .map(|weight| weight * weight)
                    .sum();
                records.push(u8::from(*title));
                records.push(trigrams.len() as u8);
                records.extend_from_slice(&squares.sqrt().to_le_bytes());
                for gram in trigrams {
                    records.extend_from_slice(&gram.0.to_le_bytes());
                }
            }
            starts.push(records.len() as u64);
        }
        let fields = self.fields.join("\n");
        let mut file = std::io::BufWriter::new(
            directory.open_write(Path::new(FILE)).map_err(tantivy::TantivyError::from)?,
        );
        for number in [MAGIC, VERSION, self.documents.len() as u32, fields.len() as u32] {
            file.write_all(&number.to_le_bytes())?;
        }
        for weight in &rarity {
            file.write_all(&weight.to_le_bytes())?;
        }
        file.write_all(&table)?;
        for start in &starts {
            file.write_all(&start.to_le_bytes())?;
        }
        file.write_all(fields.as_bytes())?;
        file.write_all(&records)?;
        file.into_inner().map_err(std::io::IntoInnerError::into_error)?.terminate()?;
        Ok(())
    }
}

fn write_attributes(attributes: &Attributes) -> [u8; ATTRIBUTES] {
    let mut bytes = [0; ATTRIBUTES];
    let [one, other] = attributes.same.map(u32::to_le_bytes);
    let written = attributes.field.to_le_bytes().into_iter().chain([
        attributes.access,
        attributes.corpus,
        attributes.richness,
        0,
    ]);
    let written = written.chain(attributes.group.to_le_bytes());
    let written = written.chain(attributes.median.to_le_bytes()).chain(one).chain(other);
    for (byte, value) in bytes.iter_mut().zip(written) {
        *byte = value;
    }
    bytes
}

fn read_attributes(bytes: &[u8]) -> Option<Attributes> {
    Some(Attributes {
        field: u16::from_le_bytes(*bytes.first_chunk()?),
        access: *bytes.get(2)?,
        corpus: *bytes.get(3)?,
        richness: *bytes.get(4)?,
        group: u16::from_le_bytes(*bytes.get(6..)?.first_chunk()?),
        median: u32_at(bytes, 8)?,
        same: [u32_at(bytes, 12)?, u32_at(bytes, 16)?],
    })
}

/// The file, open for reading.
pub(super) struct Catalogue {
    bytes: OwnedBytes,
    rarity: Vec<f32>,
    documents: usize,
    /// Where the parts of the file begin.
    attributes: usize,
    starts: usize,
    records: usize,
    pub(super) fields: Vec<String>,
}

impl Catalogue {
    pub(super) fn open(directory: &dyn Directory) -> Result<Self, SearchError> {
        let file = directory.open_read(Path::new(FILE)).map_err(tantivy::TantivyError::from)?;
        Self::read(file.read_bytes()?).ok_or(SearchError::Schema)
    }

    fn read(bytes: OwnedBytes) -> Option<Self> {
        let (magic, version) = (u32_at(&bytes, 0)?, u32_at(&bytes, 4)?);
        if magic != MAGIC || version != VERSION {
            return None;
        }
        let (documents, fields_len) = (u32_at(&bytes, 8)? as usize, u32_at(&bytes, 12)? as usize);
        let attributes = HEAD + 4 * Packed::COUNT;
        let starts = attributes + ATTRIBUTES * documents;
        let rarity: Vec<f32> = bytes
            .get(HEAD..attributes)?
            .as_chunks::<4>()
            .0
            .iter()
            .map(|weight| f32::from_le_bytes(*weight))
            .collect();
        let fields_start = starts + 8 * (documents + 1);
        let records = fields_start + fields_len;
        let fields = std::str::from_utf8(bytes.get(fields_start..records)?).ok()?;
        let fields = fields.lines().map(str::to_owned).collect();
        let catalogue = Self { rarity, documents, attributes, starts, records, fields, bytes };
        let end = catalogue.start(documents)?;
        (catalogue.bytes.len() == end).then_some(catalogue)
    }

    pub(super) fn documents(&self) -> usize {
        self.documents
    }

    /// How rare a trigram is; what no name has is as rare as can be.
    pub(super) fn rarity(&self, gram: Packed) -> f32 {
        self.rarity.get(gram.index()).copied().unwrap_or_default()
    }

    pub(super) fn attributes(&self, document: u32) -> Option<Attributes> {
        let document = document as usize;
        (document < self.documents).then_some(())?;
        let at = self.attributes + ATTRIBUTES * document;
        read_attributes(self.bytes.get(at..at + ATTRIBUTES)?)
    }

    /// The names of a document, titles first.
    pub(super) fn names(&self, document: u32) -> impl Iterator<Item = Name<'_>> {
        let mut rest = self.record(document).unwrap_or_default();
        std::iter::from_fn(move || {
            let ([title, count], norm) = (rest.first_chunk::<2>()?, rest.get(2..6)?);
            let end = 6 + 2 * usize::from(*count);
            let trigrams = rest.get(6..end)?.as_chunks::<2>().0;
            let norm = f32::from_le_bytes(*norm.first_chunk()?);
            rest = rest.get(end..)?;
            Some(Name { title: *title == 1, norm, trigrams })
        })
    }

    fn start(&self, document: usize) -> Option<usize> {
        let at = self.starts + 8 * document;
        let start = u64::from_le_bytes(*self.bytes.get(at..)?.first_chunk()?);
        self.records.checked_add(usize::try_from(start).ok()?)
    }

    fn record(&self, document: u32) -> Option<&[u8]> {
        let document = document as usize;
        self.bytes.get(self.start(document)?..self.start(document + 1)?)
    }
}

/// One name in the catalogue.
pub(super) struct Name<'a> {
    pub(super) title: bool,
    /// Length of the vector of its trigrams' rarities.
    pub(super) norm: f32,
    trigrams: &'a [[u8; 2]],
}

impl Name<'_> {
    pub(super) fn trigrams(&self) -> impl Iterator<Item = Packed> {
        self.trigrams.iter().map(|bytes| Packed(u16::from_le_bytes(*bytes)))
    }
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// The trigrams of a name's words, as the catalogue keeps them.
pub(super) fn trigrams_of(words: &[super::analysis::Word]) -> Vec<Packed> {
    use super::analysis::stopwords::is_stopword;
    let telling = words.iter().map(|w| w.lexeme.as_ref()).filter(|l| !is_stopword(l.form()));
    grams::of_words(telling)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::analysis::analyze;
    use tantivy::directory::RamDirectory;

    fn written() -> RamDirectory {
        let directory = RamDirectory::create();
        let mut maker = CatalogueMaker::new();
        for (number, names) in [["Koch", "Köchin"], ["Arzt", "Ärztin"]].into_iter().enumerate() {
            let attributes =
                Attributes { median: 1000 + number as u32, same: [7, 8], ..Attributes::default() };
            let field = ["Küche", "Praxis"][number].to_owned();
            let document = SearchDocument { field, attributes, ..SearchDocument::default() };
            let names = names.map(|name| (true, trigrams_of(&analyze(name))));
            maker.add(&document, names.to_vec());
        }
        maker.write(&directory).unwrap();
        directory
    }

    #[test]
    fn what_is_written_is_read() {
        let catalogue = Catalogue::open(&written()).unwrap();
        assert_eq!(catalogue.documents(), 2);
        assert_eq!(catalogue.fields, ["Küche", "Praxis"]);
        let arzt = Attributes { field: 1, median: 1001, same: [7, 8], ..Attributes::default() };
        assert_eq!(catalogue.attributes(1), Some(arzt));
        let names: Vec<usize> = catalogue.names(0).map(|name| name.trigrams().count()).collect();
        assert_eq!(names, [4, 6]);
        assert_eq!(catalogue.names(2).count(), 0);
        assert_eq!(catalogue.attributes(2), None);
    }

    #[test]
    fn a_file_that_is_cut_is_not_read() {
        let bytes = written().open_read(Path::new(FILE)).unwrap().read_bytes().unwrap();
        for end in [0, 3, 16, 1000, bytes.len() - 1] {
            assert!(Catalogue::read(bytes.slice(0..end)).is_none(), "{end}");
        }
    }
}
