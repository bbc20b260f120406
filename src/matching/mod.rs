//! An advertisement beside a person: each requirement with what in their file supports it.
//!
//! `compare` says whether two texts speak of the same thing and why, with the words of the search
//! and `data/words/skills.txt`. `special` knows requirements that are no words: years, licences,
//! language levels. What is decided can be overruled by the person, and it says its reason.

mod compare;
mod special;

use std::collections::BTreeMap;

use crate::advert::Advert;
use crate::corpus::Profile;
use crate::tailoring::Applicant;
use crate::tailoring::applicant::Evidence;

use self::compare::{Reading, Why};

/// What the person's file says about a requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    Missing,
    Partly,
    Shown,
}

impl Verdict {
    /// Name in JSON and in the store.
    pub fn key(self) -> &'static str {
        match self {
            Self::Shown => "shown",
            Self::Partly => "partly",
            Self::Missing => "missing",
        }
    }

    pub fn parse(key: &str) -> Option<Self> {
        [Self::Shown, Self::Partly, Self::Missing].into_iter().find(|verdict| verdict.key() == key)
    }

    /// The German word.
    pub fn label(self) -> &'static str {
        match self {
            Self::Shown => "belegt",
            Self::Partly => "teilweise",
            Self::Missing => "fehlt",
        }
    }
}

/// One requirement and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub requirement: String,
    /// What the rules say.
    pub found: Verdict,
    /// What the person says, where they disagree.
    pub overruled: Option<Verdict>,
    /// The profile's skill that the requirement speaks of.
    pub skill: Option<String>,
    pub evidence: Option<Evidence>,
    /// Why, in German.
    pub reason: String,
}

impl Row {
    pub fn verdict(&self) -> Verdict {
        self.overruled.unwrap_or(self.found)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Match {
    /// In the order of the advertisement.
    pub rows: Vec<Row>,
    /// Skills of the profession that the advertisement does not name, with the person's evidence.
    pub unnamed: Vec<(String, Option<Evidence>)>,
}

/// Evidence that says at least this share of a requirement's telling words shows it.
const SHOWN: f32 = 0.6;
/// Below that, evidence says nothing about it.
const PARTLY: f32 = 0.25;

/// Compares. `overruled` holds earlier decisions of the person by requirement.
pub fn compare(
    advert: &Advert,
    profile: Option<&Profile>,
    applicant: &Applicant,
    overruled: &BTreeMap<String, Verdict>,
) -> Match {
    let evidence = applicant.evidence();
    let read: Vec<(Reading, &Evidence)> =
        evidence.iter().map(|item| (Reading::of(&item.words()), item)).collect();
    let skills: Vec<(Reading, &String)> = profile
        .map(|profile| {
            let skills = &profile.skills;
            let all = skills.professional.iter().chain(&skills.tools).chain(&skills.personal);
            all.map(|skill| (Reading::of(skill), skill)).collect()
        })
        .unwrap_or_default();
    let rows: Vec<Row> = advert
        .requirements
        .iter()
        .map(|requirement| {
            let mut row = judged(requirement, applicant, &read);
            row.skill = skill_of(requirement, &skills);
            row.overruled = overruled.get(requirement).copied().filter(|v| *v != row.found);
            row
        })
        .collect();
    let asked = Reading::of(&advert.requirements.join("\n"));
    let unnamed = skills
        .iter()
        .filter(|(skill, _)| skill.coverage(&asked).share < SHOWN)
        .map(|(skill, name)| {
            let best = best(skill, &read).filter(|(coverage, _)| coverage.share >= SHOWN);
            ((*name).clone(), best.map(|(_, evidence)| evidence.clone()))
        })
        .collect();
    Match { rows, unnamed }
}

fn judged(requirement: &str, applicant: &Applicant, read: &[(Reading, &Evidence)]) -> Row {
    let row = |found, evidence: Option<&Evidence>, reason: String| Row {
        requirement: requirement.to_owned(),
        found,
        overruled: None,
        skill: None,
        evidence: evidence.cloned(),
        reason,
    };
    if let Some((found, reason)) = special::judge(requirement, applicant) {
        let reading = Reading::of(requirement);
        let evidence = best(&reading, read).filter(|(c, _)| c.share >= PARTLY).map(|(_, e)| e);
        return row(found, evidence, reason);
    }
    // "Java oder Kotlin": one of both is enough.
    let alternatives = compare::alternatives(requirement);
    let candidates = alternatives.iter().filter_map(|text| {
        let reading = Reading::of(text);
        best(&reading, read)
    });
    let Some((coverage, evidence)) =
        candidates.max_by(|(a, _), (b, _)| a.share.total_cmp(&b.share))
    else {
        return row(Verdict::Missing, None, "in deinen Daten steht dazu nichts".to_owned());
    };
    let why = coverage.why();
    if coverage.share >= SHOWN {
        row(Verdict::Shown, Some(evidence), why)
    } else if coverage.share >= PARTLY {
        let open = coverage.open.join(", ");
        row(Verdict::Partly, Some(evidence), format!("{why}; ohne Beleg: {open}"))
    } else {
        row(Verdict::Missing, None, "in deinen Daten steht dazu nichts".to_owned())
    }
}

/// The evidence that says most of a requirement; of equal ones the first, which is the newest.
fn best<'e>(
    reading: &Reading,
    read: &[(Reading, &'e Evidence)],
) -> Option<(compare::Coverage, &'e Evidence)> {
    let mut best: Option<(compare::Coverage, &Evidence)> = None;
    for (words, evidence) in read {
        let coverage = reading.coverage(words);
        if best.as_ref().is_none_or(|(other, _)| coverage.share > other.share) {
            best = Some((coverage, evidence));
        }
    }
    best
}

fn skill_of(requirement: &str, skills: &[(Reading, &String)]) -> Option<String> {
    let asked = Reading::of(requirement);
    let scored = skills.iter().map(|(skill, name)| (skill.coverage(&asked).share, *name));
    let best = scored.max_by(|(a, _), (b, _)| a.total_cmp(b))?;
    (best.0 >= SHOWN).then(|| best.1.clone())
}

impl Why {
    fn text(&self) -> String {
        match self {
            Self::Same(word) => format!("„{word}“ steht da"),
            Self::Stem(asked, found) => format!("„{found}“ ist dasselbe Wort wie „{asked}“"),
            Self::Part(asked, found) => format!("„{asked}“ steckt in „{found}“"),
            Self::Synonym(asked, found) => format!("„{found}“ zählt als „{asked}“"),
            Self::Fuzzy(asked, found) => format!("„{found}“ ist fast „{asked}“"),
        }
    }
}

impl compare::Coverage {
    /// The reasons in one sentence, the first three.
    fn why(&self) -> String {
        self.reasons.iter().take(3).map(Why::text).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tailoring::applicant::parse;

    const PERSON: &str = r#"{
      "work": [
        { "name": "Muster GmbH", "position": "Backend-Entwicklerin", "startDate": "2019-03", "endDate": "2024-03",
          "highlights": ["Schnittstellen mit Spring Boot und PostgreSQL gebaut", "Zwei Auszubildende angeleitet"] },
        { "name": "Laden am Eck", "position": "Verkäuferin", "startDate": "2017", "endDate": "2018",
          "highlights": ["Kasse geführt und Inventur gemacht"] } ],
      "education": [ { "institution": "IHK", "studyType": "Ausbildung", "area": "Fachinformatikerin", "endDate": "2019" } ],
      "skills": [ { "name": "Kubernetes" }, { "name": "Büro", "keywords": ["Excel", "Lohnabrechnung"] } ],
      "languages": [ { "language": "Englisch", "fluency": "B2" }, { "language": "Deutsch", "fluency": "Muttersprache" } ],
      "certificates": [ { "name": "Staplerschein", "issuer": "DEKRA" } ],
      "werdegang": { "drivingLicence": "Klasse B" } }"#;

    fn rows(requirements: &[&str]) -> Vec<Row> {
        let advert = Advert {
            requirements: requirements.iter().map(|r| (*r).to_owned()).collect(),
            ..Advert::default()
        };
        let applicant = parse("ich.json", PERSON).unwrap();
        compare(&advert, None, &applicant, &BTreeMap::new()).rows
    }

    #[test]
    fn requirements_find_their_evidence() {
        use Verdict::{Missing, Partly, Shown};
        for (requirement, verdict, evidence) in [
            (
                "Erfahrung mit Spring Boot",
                Shown,
                "Schnittstellen mit Spring Boot und PostgreSQL gebaut",
            ),
            (
                "Sicherer Umgang mit SQL",
                Shown,
                "Schnittstellen mit Spring Boot und PostgreSQL gebaut",
            ),
            (
                "Kenntnisse in Java oder Kotlin",
                Shown,
                "Schnittstellen mit Spring Boot und PostgreSQL gebaut",
            ),
            ("K8s", Shown, "Kubernetes"),
            ("MS Office", Shown, "Excel (Büro)"),
            ("Kenntnisse der Entgeltabrechnung", Shown, "Lohnabrechnung (Büro)"),
            ("Gabelstaplerschein", Shown, "Staplerschein (DEKRA)"),
            (
                "Abgeschlossene Ausbildung als Fachinformatiker",
                Shown,
                "Ausbildung Fachinformatikerin, IHK (bis 2019)",
            ),
            ("Inventuren", Shown, "Kasse geführt und Inventur gemacht"),
            ("Kubernets-Erfahrung", Shown, "Kubernetes"),
            (
                "Erfahrung mit PostgreSQL und Redis",
                Partly,
                "Schnittstellen mit Spring Boot und PostgreSQL gebaut",
            ),
            ("Kenntnisse in Rust", Missing, ""),
            ("Freude an Fischgerichten", Missing, ""),
        ] {
            let row = rows(&[requirement]).remove(0);
            let found =
                row.evidence.as_ref().filter(|_| row.found != Missing).map_or("", Evidence::quote);
            assert_eq!((row.found, found), (verdict, evidence), "{requirement}: {}", row.reason);
        }
    }

    #[test]
    fn years_licences_and_levels_are_counted() {
        use Verdict::{Missing, Partly, Shown};
        for (requirement, verdict, reason) in [
            ("Führerschein Klasse B", Shown, "dein Führerschein: Klasse B"),
            ("Führerschein Klasse C1E", Missing, "gefragt ist Klasse C1E, du hast Klasse B"),
            ("Führerschein", Shown, "dein Führerschein: Klasse B"),
            (
                "Englisch auf dem Niveau C1",
                Partly,
                "gefragt ist C1, in deinen Daten steht Englisch (B2)",
            ),
            ("German B2", Shown, "in deinen Daten steht Deutsch (Muttersprache)"),
            (
                "Mindestens fünf Jahre Berufserfahrung",
                Shown,
                "gefragt sind 5 Jahre, deine abgeschlossenen Stationen ergeben 6 Jahre und 0 Monate; ob es die richtigen sind, entscheidest du",
            ),
            (
                "10 Jahre Erfahrung im Verkauf",
                Partly,
                "gefragt sind 10 Jahre, deine abgeschlossenen Stationen ergeben 6 Jahre und 0 Monate; ob es die richtigen sind, entscheidest du",
            ),
        ] {
            let row = rows(&[requirement]).remove(0);
            assert_eq!((row.found, row.reason.as_str()), (verdict, reason), "{requirement}");
        }
    }

    #[test]
    fn the_person_has_the_last_word_and_a_reason_is_given() {
        let advert =
            Advert { requirements: vec!["Rust".into(), "Excel".into()], ..Advert::default() };
        let applicant = parse("ich.json", PERSON).unwrap();
        let decided = BTreeMap::from([("Rust".to_owned(), Verdict::Shown)]);
        let rows = compare(&advert, None, &applicant, &decided).rows;
        assert_eq!((rows[0].found, rows[0].verdict()), (Verdict::Missing, Verdict::Shown));
        assert_eq!(rows[1].reason, "„Excel“ steht da");
        assert_eq!(rows[1].overruled, None);
    }

    #[test]
    fn skills_that_the_advertisement_does_not_name_are_listed() {
        let corpus = crate::corpus::load::embedded().corpus;
        let profile = corpus.get("backend-developer").unwrap();
        let advert = Advert { requirements: vec!["Docker und SQL".into()], ..Advert::default() };
        let applicant = parse("ich.json", PERSON).unwrap();
        let result = compare(&advert, Some(profile), &applicant, &BTreeMap::new());
        assert!(result.rows[0].skill.is_some(), "{:?}", result.rows[0]);
        assert!(result.unnamed.len() > 5);
        assert!(result.unnamed.iter().all(|(skill, _)| skill != "Docker"), "{:?}", result.unnamed);
        assert!(
            result.unnamed.iter().any(|(_, evidence)| evidence.is_some()),
            "{:?}",
            result.unnamed
        );
    }
}
