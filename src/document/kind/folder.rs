//! A folder (Mappe): parts in a chosen order and appended certificates in one file, and what is
//! still missing in it.

use crate::corpus::Profile;
use crate::document::content::{AttachmentSheet, Content};
use crate::document::{Document, Obstacle};
use crate::tailoring::Applicant;

/// Joins documents, then other people's pages.
///
/// # Errors
/// Nothing to join.
pub fn folder(
    documents: Vec<Document>,
    attachments: Vec<(AttachmentSheet, Vec<u8>)>,
) -> Result<Document, Vec<Obstacle>> {
    let mut whole = Document { parts: Vec::new(), files: Vec::new() };
    for document in documents {
        whole.parts.extend(document.parts);
        for (path, bytes) in document.files {
            // The photo and the signature are the same in every part.
            if whole.files.iter().all(|(known, _)| *known != path) {
                whole.files.push((path, bytes));
            }
        }
    }
    for (sheet, bytes) in attachments {
        whole.files.push((sheet.file.clone(), bytes));
        whole.parts.push(Content::Attachment(sheet));
    }
    if whole.parts.is_empty() {
        return Err(vec![Obstacle::new(
            ("Mappe", "folder"),
            ("ohne Teile wird keine daraus", "without parts there is none"),
        )]);
    }
    Ok(whole)
}

/// One line of the list of what belongs in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    pub name: String,
    /// `None` for advice about something else.
    pub there: Option<bool>,
    /// What the profession's profile says about it; empty for nothing.
    pub advice: String,
}

/// Name of a part and the words a profile names it with.
const PARTS: &[(&str, &[&str])] = &[
    ("Anschreiben", &["anschreiben"]),
    ("Lebenslauf", &["lebenslauf"]),
    (
        "Zeugnisse",
        &["zeugnis", "bescheinigung", "urkunde", "nachweis", "zertifikat", "approbation"],
    ),
    ("Motivationsschreiben", &["motivationsschreiben", "dritte seite"]),
    ("Arbeitsproben", &["arbeitsprobe", "portfolio", "mappe", "probe"]),
    ("Projektliste", &["projektliste", "projekte", "projekt"]),
];

/// What is in the folder, what is not, and what the profile advises.
pub fn checklist(folder: &Document, applicant: &Applicant, profile: &Profile) -> Vec<Checked> {
    let has = |wanted: fn(&Content) -> bool| folder.parts.iter().any(wanted);
    let attached = |words: &[&str]| {
        folder.parts.iter().any(|part| match part {
            Content::Attachment(sheet) => {
                let title = sheet.title.to_lowercase();
                words.iter().any(|word| title.contains(word))
            }
            _ => false,
        })
    };
    let samples = attached(&["probe", "portfolio", "sample"]);
    let mut advice: Vec<&String> = profile.application.folder.iter().collect();
    let mut list: Vec<Checked> = PARTS
        .iter()
        .map(|(name, words)| {
            let there = match *name {
                "Anschreiben" => has(|part| matches!(part, Content::Letter(_))),
                "Lebenslauf" => has(|part| matches!(part, Content::Resume(_))),
                "Zeugnisse" => folder.parts.iter().any(|part| match part {
                    Content::Attachment(_) => !samples || attached(&["zeugnis"]),
                    _ => false,
                }),
                "Motivationsschreiben" => has(|part| matches!(part, Content::Flow(_))),
                "Arbeitsproben" => samples,
                _ => !applicant.projects.is_empty() || attached(&["projekt"]),
            };
            let mut said: Vec<String> = Vec::new();
            advice.retain(|line| {
                let lower = line.to_lowercase();
                let about = words.iter().any(|word| lower.contains(word));
                if about {
                    said.push((*line).clone());
                }
                !about
            });
            if *name == "Arbeitsproben" {
                said.extend(profile.application.work_samples.iter().cloned());
            }
            Checked { name: (*name).to_owned(), there: Some(there), advice: said.join("; ") }
        })
        .collect();
    list.extend(advice.into_iter().map(|line| Checked {
        name: "Außerdem".to_owned(),
        there: None,
        advice: line.clone(),
    }));
    list
}
