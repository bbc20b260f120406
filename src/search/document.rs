//! What is searched of a profession, freed from how profiles are built.

use super::filter::Scheme;
use crate::corpus::SectionKind;
use crate::corpus::profile::{Access, Code, Path, Profile};

/// The searchable side of one profession. Imported corpora fill it from their own sources.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SearchDocument {
    pub id: String,
    /// Masculine, feminine and neutral title, then the aliases.
    pub names: Vec<String>,
    /// How many of `names` are titles.
    pub primary_names: usize,
    /// Occupational field.
    pub field: String,
    pub tags: Vec<String>,
    /// Scheme and code, such as `kldb` and `43413`.
    pub codes: Vec<(Scheme, String)>,
    pub summary: String,
    /// Names of its groups in official classifications.
    pub groups: Vec<String>,
    /// Lines of running text, section by section in the order of reading.
    pub sections: Vec<(SectionKind, Vec<String>)>,
    pub attributes: Attributes,
}

/// Documents in a fixed order, made one by one: an index is built without holding them all.
pub trait Documents: Sync {
    fn count(&self) -> usize;

    /// The document at a position; an empty one where it cannot be read.
    fn document(&self, position: usize) -> SearchDocument;
}

impl Documents for [SearchDocument] {
    fn count(&self) -> usize {
        self.len()
    }

    fn document(&self, position: usize) -> SearchDocument {
        self.get(position).cloned().unwrap_or_default()
    }
}

impl Documents for Vec<SearchDocument> {
    fn count(&self) -> usize {
        self.len()
    }

    fn document(&self, position: usize) -> SearchDocument {
        self.as_slice().document(position)
    }
}

/// What filters ask for, as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Attributes {
    /// Number of the occupational field; given while the index is built.
    pub field: u16,
    /// Ways into the profession, a bit each, see [`access_bit`].
    pub access: u8,
    /// Number of the corpus it is from; 0 is our own.
    pub corpus: u8,
    /// Newest known median pay in euros a month, 0 for unknown.
    pub median: u32,
    /// Equal for the same occupation in several corpora, 0 for none: of its ESCO concept, and of
    /// its code and name.
    pub same: [u32; 2],
    /// ISCO-08 group, 0 for unknown.
    pub group: u16,
    /// How much there is to read; the richest of several is shown.
    pub richness: u8,
}

/// The bit of a way in [`Attributes::access`].
pub fn access_bit(access: Access) -> u8 {
    match access {
        Access::Training => 1,
        Access::Study => 2,
        Access::CareerChange => 4,
        Access::FurtherTraining => 8,
    }
}

impl SearchDocument {
    /// What is searched of a profile: everything a reader sees but the
    /// text of its blocks, its sources and its links, which name other professions.
    pub fn from_profile(profile: &Profile) -> Self {
        let title = &profile.title;
        let mut names = vec![title.masculine.clone(), title.feminine.clone()];
        names.extend(title.neutral.clone());
        names.dedup();
        let primary_names = names.len();
        names.extend(profile.aliases.iter().cloned());
        Self {
            id: profile.id.clone(),
            names,
            primary_names,
            field: profile.field.clone(),
            tags: profile.tags.clone(),
            codes: codes(profile),
            summary: profile.summary.clone(),
            groups: groups(profile),
            attributes: attributes(profile),
            sections: SectionKind::ALL
                .into_iter()
                .map(|kind| (kind, lines(profile, kind)))
                .filter(|(_, lines)| !lines.is_empty())
                .collect(),
        }
    }

    pub(super) fn titles(&self) -> &[String] {
        self.names.get(..self.primary_names).unwrap_or(&self.names)
    }

    pub(super) fn aliases(&self) -> &[String] {
        self.names.get(self.primary_names..).unwrap_or_default()
    }
}

fn codes(profile: &Profile) -> Vec<(Scheme, String)> {
    let codes = &profile.codes;
    let key = |scheme| move |code: &Code| (scheme, code.code.clone());
    let kldb = codes.kldb.iter().map(key(Scheme::Kldb));
    let isco = codes.isco.iter().map(key(Scheme::Isco));
    let esco = codes.esco.iter().map(key(Scheme::Esco));
    let dkz = codes.dkz.iter().map(key(Scheme::Dkz));
    let onet = codes.onet.iter().map(key(Scheme::Onet));
    kldb.chain(isco).chain(esco).chain(dkz).chain(onet).collect()
}

fn groups(profile: &Profile) -> Vec<String> {
    let codes = profile.codes.kldb.iter().chain(&profile.codes.isco);
    codes.map(|code| code.label.clone()).filter(|label| !label.is_empty()).collect()
}

fn attributes(profile: &Profile) -> Attributes {
    let newest = profile.pay.statistics.iter().rev().find_map(|row| row.median);
    let sections = SectionKind::ALL.into_iter().filter(|kind| !lines(profile, *kind).is_empty());
    Attributes {
        access: profile.access.iter().map(|way| access_bit(*way)).fold(0, |all, bit| all | bit),
        median: newest.map_or(0, |amount| amount.euros),
        same: [same_concept(profile), same_name(profile)],
        group: profile.codes.isco.first().and_then(|code| code.code.parse().ok()).unwrap_or(0),
        richness: sections.count() as u8,
        ..Attributes::default()
    }
}

/// Only a verified link says that two are the same; a neighbouring concept does not.
fn same_concept(profile: &Profile) -> u32 {
    const SAME: [&str; 3] = ["Label identisch", "BA/EURES exactMatch", "ESCO"];
    let verified = |code: &&Code| SAME.iter().any(|same| code.verified.starts_with(same));
    profile.codes.esco.as_ref().filter(verified).map_or(0, |code| hash(&[&code.code]))
}

fn same_name(profile: &Profile) -> u32 {
    let name = super::analysis::fold::fold(&profile.title.masculine);
    profile.codes.kldb.as_ref().map_or(0, |code| hash(&[&code.code, &name]))
}

/// FNV-1a, never 0.
fn hash(parts: &[&str]) -> u32 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0x811c_9dc5_u32, |h, byte| (h ^ u32::from(byte)).wrapping_mul(0x0100_0193)).max(1)
}

fn lines(profile: &Profile, kind: SectionKind) -> Vec<String> {
    let lists = |lists: &[&[String]]| lists.concat();
    let lead = |intro: &String, lists: &[&[String]]| {
        std::iter::once(intro).filter(|i| !i.is_empty()).cloned().chain(lists.concat()).collect()
    };
    match kind {
        SectionKind::Overview => profile.overview.clone(),
        SectionKind::Tasks => lead(&profile.tasks.intro, &[&profile.tasks.items]),
        SectionKind::Workplaces => {
            let places = &profile.workplaces;
            lead(&places.intro, &[&places.branches, &places.conditions])
        }
        SectionKind::Entry => {
            let entry = &profile.entry;
            let text = |path: &Path| path.text.clone();
            [text(&entry.training), text(&entry.study), text(&entry.career_change)].concat()
        }
        SectionKind::Skills => {
            let skills = &profile.skills;
            lists(&[&skills.professional, &skills.optional, &skills.tools, &skills.personal])
        }
        SectionKind::Career => {
            let rungs = profile.career.ladder.iter().map(|r| format!("{}: {}", r.name, r.text));
            rungs.chain(profile.career.further_training.iter().cloned()).collect()
        }
        SectionKind::Pay => profile.pay.drivers.clone(),
        SectionKind::Application => {
            let application = &profile.application;
            lists(&[
                &application.search_terms,
                &application.folder,
                &application.work_samples,
                &application.recruiters,
            ])
        }
        SectionKind::Tips => {
            profile.tips.iter().map(|tip| format!("{} {}", tip.question, tip.hint)).collect()
        }
        SectionKind::Fits => profile.fits.clone(),
        SectionKind::Snippets => profile.snippets.iter().map(|s| s.title.clone()).collect(),
        SectionKind::Related | SectionKind::Sources => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::profile::{Codes, Inflection, Source, Tasks, Title};

    #[test]
    fn takes_names_and_sections_of_a_profile_and_leaves_its_sources() {
        let code =
            |code: &str| Code { code: code.into(), label: "Label".into(), ..Code::default() };
        let profile = Profile {
            format: 1,
            id: "koch".into(),
            language: "de".into(),
            title: Title {
                masculine: "Koch".into(),
                feminine: "Köchin".into(),
                neutral: None,
                class: Inflection::UmlautE,
            },
            aliases: vec!["Küchenchef".into()],
            codes: Codes {
                kldb: Some(code("29302")),
                isco: vec![code("5120")],
                ..Codes::default()
            },
            field: "Gastgewerbe".into(),
            tags: vec!["Küche".into()],
            summary: "Kocht.".into(),
            overview: vec!["Ein Beruf.".into()],
            tasks: Tasks { intro: "Viel zu tun:".into(), items: vec!["kochen".into()] },
            sources: vec![Source {
                id: "s".into(),
                title: "Quelle".into(),
                publisher: "Amt".into(),
                year: 2024,
                url: "https://example.org".into(),
            }],
            ..Profile::default()
        };
        assert_eq!(
            SearchDocument::from_profile(&profile),
            SearchDocument {
                id: "koch".into(),
                names: vec!["Koch".into(), "Köchin".into(), "Küchenchef".into()],
                primary_names: 2,
                field: "Gastgewerbe".into(),
                tags: vec!["Küche".into()],
                codes: vec![(Scheme::Kldb, "29302".into()), (Scheme::Isco, "5120".into())],
                summary: "Kocht.".into(),
                groups: vec!["Label".into(), "Label".into()],
                attributes: Attributes {
                    same: [0, hash(&["29302", "koch"])],
                    group: 5120,
                    richness: 2,
                    ..Attributes::default()
                },
                sections: vec![
                    (SectionKind::Overview, vec!["Ein Beruf.".into()]),
                    (SectionKind::Tasks, vec!["Viel zu tun:".into(), "kochen".into()]),
                ],
            }
        );
    }
}
