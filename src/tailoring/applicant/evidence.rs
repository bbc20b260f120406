//! What a person can point to: everything in their file that may support a claim, line by line.

use super::{Applicant, Station};
use crate::tailoring::grammar::month_and_year;

/// One line that can be cited, word for word from the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    pub kind: EvidenceKind,
    /// What it is: `Backend-Entwicklerin, Muster GmbH (seit 03/2019)`.
    pub source: String,
    /// What it says, empty where the source says it all.
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceKind {
    Work,
    Project,
    Education,
    Certificate,
    Skill,
    Language,
    Volunteer,
}

impl EvidenceKind {
    /// The German word shown beside it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Work => "Arbeit",
            Self::Project => "Projekt",
            Self::Education => "Ausbildung",
            Self::Certificate => "Zertifikat",
            Self::Skill => "Kenntnis",
            Self::Language => "Sprache",
            Self::Volunteer => "Ehrenamt",
        }
    }
}

impl Evidence {
    /// Everything a comparison may read.
    pub fn words(&self) -> String {
        format!("{} {}", self.source, self.text)
    }

    /// The line to put into a text: what was done, or what it is.
    pub fn quote(&self) -> &str {
        if self.text.is_empty() { &self.source } else { &self.text }
    }
}

impl Applicant {
    /// All evidence, work first, newest first.
    pub fn evidence(&self) -> Vec<Evidence> {
        let mut found = Vec::new();
        for (kind, stations) in [
            (EvidenceKind::Work, &self.work),
            (EvidenceKind::Project, &self.projects),
            (EvidenceKind::Education, &self.education),
            (EvidenceKind::Volunteer, &self.volunteer),
        ] {
            let mut stations: Vec<&Station> = stations.iter().collect();
            stations.sort_by_key(|station| std::cmp::Reverse(station.newness()));
            for station in stations {
                add_station(&mut found, kind, station);
            }
        }
        for certificate in &self.certificates {
            let date = certificate.date.as_deref().map(month_and_year);
            let remark = [Some(certificate.remark.clone()).filter(|r| !r.is_empty()), date];
            let remark: Vec<String> = remark.into_iter().flatten().collect();
            found.push(one(EvidenceKind::Certificate, &certificate.name, &remark.join(", ")));
        }
        for skill in &self.skills {
            found.push(one(EvidenceKind::Skill, &skill.name, &skill.level));
            for keyword in &skill.keywords {
                let text = format!("{keyword} ({})", skill.name);
                found.push(Evidence {
                    kind: EvidenceKind::Skill,
                    source: text,
                    text: String::new(),
                });
            }
        }
        for language in &self.languages {
            found.push(one(EvidenceKind::Language, &language.name, &language.remark));
        }
        found.retain(|evidence| !evidence.source.is_empty());
        found.sort_by_key(|evidence| evidence.kind);
        found
    }
}

fn one(kind: EvidenceKind, name: &str, remark: &str) -> Evidence {
    let source = if remark.is_empty() { name.to_owned() } else { format!("{name} ({remark})") };
    Evidence { kind, source, text: String::new() }
}

fn add_station(found: &mut Vec<Evidence>, kind: EvidenceKind, station: &Station) {
    let time = station.time();
    let title = station.title();
    let source = if time.is_empty() { title } else { format!("{title} ({time})") };
    let texts = station.highlights.iter().chain(Some(&station.summary).filter(|s| !s.is_empty()));
    let before = found.len();
    for text in texts {
        found.push(Evidence { kind, source: source.clone(), text: text.clone() });
    }
    if found.len() == before {
        found.push(Evidence { kind, source: source.clone(), text: String::new() });
    }
    for keyword in &station.keywords {
        found.push(Evidence { kind, source: source.clone(), text: keyword.clone() });
    }
}
