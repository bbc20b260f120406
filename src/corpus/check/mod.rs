//! Whether a profile is rich enough to ship, and whether profiles repeat each other.
//!
//! The measures are those of `data/README.md`. A file that falls short still loads: these
//! complaints are for the people who write profiles, not for those who read them.

mod links;
mod overlap;
mod wording;

use std::collections::BTreeSet;

use super::problem::Problem;
use super::profile::{Access, Profile, SnippetKind};

pub use wording::prose;

/// Begins a text that is still to be written; see [`unwritten`].
const UNWRITTEN: char = '‹';

/// The mark that stands where a person has to write, with what is asked for.
pub fn unwritten(what: &str) -> String {
    format!("{UNWRITTEN}{what}›")
}

/// What is missing or wrong in one profile, in the order of reading.
pub fn profile(file: &str, profile: &Profile) -> Vec<Problem> {
    let mut check = Checker { file, problems: Vec::new() };
    check.identity(profile);
    check.parts(profile);
    check.figures(profile);
    check.advice(profile);
    check.snippets(profile);
    wording::check(file, profile, &mut check.problems);
    check.problems.sort_by_key(|problem| rank(&problem.place));
    check.problems
}

/// Where a part stands when a profile is read from top to bottom.
fn rank(place: &str) -> usize {
    const PARTS: &[&str] = &[
        "id",
        "title",
        "aliases",
        "codes",
        "tags",
        "access",
        "summary",
        "overview",
        "tasks",
        "workplaces",
        "entry",
        "skills",
        "career",
        "pay",
        "application",
        "tips",
        "fits",
        "snippets",
        "related",
        "sources",
    ];
    let part = place.split(['.', '[']).next().unwrap_or_default();
    PARTS.iter().position(|other| *other == part).unwrap_or(PARTS.len())
}

/// What is wrong between profiles: links that lead nowhere, names and sentences used twice.
/// A link may lead to a profile that is only `planned`; readers do not see it until then.
pub fn together(profiles: &[(String, Profile)], planned: &[String]) -> Vec<Problem> {
    let mut problems = Vec::new();
    links::check(profiles, planned, &mut problems);
    overlap::shared_runs(profiles, &mut problems);
    problems
}

struct Checker<'a> {
    file: &'a str,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn say(&mut self, place: impl Into<String>, message: impl Into<String>) {
        self.problems.push(Problem::at(self.file, place, message));
    }

    fn at_least(&mut self, place: &str, found: usize, wanted: usize, what: &str) {
        if found < wanted {
            self.say(place, format!("{found} {what}; verlangt sind mindestens {wanted}"));
        }
    }

    /// Words of a part, between both bounds.
    fn words(&mut self, place: &str, texts: &[&str], least: usize, most: usize) {
        let words: usize = texts.iter().map(|text| count_words(text)).sum();
        if !(least..=most).contains(&words) {
            self.say(place, format!("{words} Wörter; verlangt sind {least} bis {most}"));
        }
    }

    /// Each text of a list is at most this many words long.
    fn each_at_most(&mut self, place: &str, texts: &[String], most: usize) {
        for (at, text) in texts.iter().enumerate() {
            let words = count_words(text);
            if words > most {
                self.say(format!("{place}[{at}]"), format!("{words} Wörter; erlaubt sind {most}"));
            }
        }
    }

    fn exactly(&mut self, place: &str, found: usize, wanted: usize, what: &str) {
        if found != wanted {
            self.say(place, format!("{found} {what}; verlangt sind genau {wanted}"));
        }
    }

    fn identity(&mut self, profile: &Profile) {
        let stem = self.file.rsplit(['/', '\\']).next().unwrap_or_default();
        if stem != format!("{}.json", profile.id) {
            self.say("id", format!("die Datei sollte {}.json heißen", profile.id));
        }
        self.at_least("aliases", profile.aliases.len(), 5, "weitere Namen");
        let mut seen = BTreeSet::from([profile.title.masculine.to_lowercase()]);
        seen.insert(profile.title.feminine.to_lowercase());
        for (at, alias) in profile.aliases.iter().enumerate() {
            if !seen.insert(alias.to_lowercase()) {
                self.say(format!("aliases[{at}]"), format!("„{alias}“ steht schon da"));
            }
        }
        match &profile.codes.kldb {
            None => self.say("codes.kldb", "die KldB-Nummer fehlt"),
            Some(kldb)
                if kldb.code.len() != 5 || !kldb.code.bytes().all(|b| b.is_ascii_digit()) =>
            {
                self.say("codes.kldb.code", "die KldB-Nummer hat fünf Ziffern");
            }
            Some(_) => {}
        }
        let length = profile.summary.chars().count();
        if length > 140 {
            self.say("summary", format!("{length} Zeichen; erlaubt sind 140"));
        }
        self.at_least("tags", profile.tags.len(), 3, "Stichwörter");
        self.at_least("access", profile.access.len(), 1, "Zugangswege");
    }

    fn parts(&mut self, profile: &Profile) {
        let overview: Vec<&str> = profile.overview.iter().map(String::as_str).collect();
        self.words("overview", &overview, 90, 200);
        if !(2..=3).contains(&profile.overview.len()) {
            self.say("overview", "verlangt sind zwei oder drei Absätze");
        }
        self.words("tasks.intro", &[&profile.tasks.intro], 8, 40);
        self.at_least("tasks.items", profile.tasks.items.len(), 8, "Aufgaben");
        self.each_at_most("tasks.items", &profile.tasks.items, 20);
        self.at_least("workplaces.branches", profile.workplaces.branches.len(), 6, "Branchen");
        self.at_least(
            "workplaces.conditions",
            profile.workplaces.conditions.len(),
            3,
            "Bedingungen",
        );
        let entry = &profile.entry;
        for (place, path, access) in [
            ("entry.training", &entry.training, Access::Training),
            ("entry.study", &entry.study, Access::Study),
            ("entry.career_change", &entry.career_change, Access::CareerChange),
        ] {
            if path.text.is_empty() {
                let message = format!(
                    "{} ist nicht beantwortet; gibt es den Weg nicht, dann steht das da",
                    access.label()
                );
                self.say(place, message);
            } else {
                let texts: Vec<&str> = path.text.iter().map(String::as_str).collect();
                self.words(place, &texts, 8, 120);
            }
        }
        let skills = &profile.skills;
        let total = skills.professional.len() + skills.tools.len() + skills.personal.len();
        self.at_least("skills", total, 10, "Kenntnisse");
        for (place, list) in [
            ("skills.professional", &skills.professional),
            ("skills.tools", &skills.tools),
            ("skills.personal", &skills.personal),
        ] {
            self.each_at_most(place, list, 8);
        }
        self.at_least("skills.personal", skills.personal.len(), 3, "persönliche Stärken");
        self.at_least("career.ladder", profile.career.ladder.len(), 3, "Stufen");
        self.at_least(
            "career.further_training",
            profile.career.further_training.len(),
            3,
            "Weiterbildungen",
        );
    }

    /// Every figure and law has a source, every source is used, years are plausible.
    fn figures(&mut self, profile: &Profile) {
        let pay = &profile.pay;
        self.at_least("pay.drivers", pay.drivers.len(), 3, "Punkte, die das Gehalt bewegen");
        let mut cited: Vec<(String, &str)> = Vec::new();
        for (at, row) in pay.statistics.iter().enumerate() {
            cited.push((format!("pay.statistics[{at}].source"), &row.source));
            if row.median.is_none() && row.q1.is_none() && row.q3.is_none() {
                self.say(format!("pay.statistics[{at}]"), "die Zeile enthält keinen Betrag");
            }
            let ordered: Vec<u32> =
                [row.q1, row.median, row.q3].into_iter().flatten().map(|a| a.euros).collect();
            if !ordered.is_sorted() {
                self.say(format!("pay.statistics[{at}]"), "Q1, Median und Q3 steigen nicht an");
            }
        }
        if !pay.statistics.iter().map(|row| row.year).is_sorted() {
            self.say("pay.statistics", "die Jahre steigen nicht an");
        }
        for (at, row) in pay.training.iter().enumerate() {
            cited.push((format!("pay.training[{at}].source"), &row.source));
        }
        for (place, path) in [
            ("entry.training", &profile.entry.training),
            ("entry.study", &profile.entry.study),
            ("entry.career_change", &profile.entry.career_change),
        ] {
            if let Some(duration) = &path.duration {
                cited.push((format!("{place}.duration.source"), &duration.source));
            }
        }
        for (place, id) in &cited {
            if !profile.sources.iter().any(|source| source.id == *id) {
                self.say(place.clone(), format!("die Quelle „{id}“ steht nicht unter sources"));
            }
        }
        for (at, source) in profile.sources.iter().enumerate() {
            if !source.url.starts_with("https://") && !source.url.starts_with("http://") {
                self.say(format!("sources[{at}].url"), "die Adresse beginnt nicht mit https://");
            }
            if !(1900..=2100).contains(&source.year) {
                self.say(format!("sources[{at}].year"), "das Jahr ist nicht plausibel");
            }
        }
    }

    fn advice(&mut self, profile: &Profile) {
        let application = &profile.application;
        self.at_least(
            "application.search_terms",
            application.search_terms.len(),
            5,
            "Suchbegriffe",
        );
        self.at_least("application.folder", application.folder.len(), 3, "Teile der Mappe");
        self.at_least(
            "application.work_samples",
            application.work_samples.len(),
            2,
            "Arbeitsproben",
        );
        self.at_least("application.recruiters", application.recruiters.len(), 3, "Punkte");
        self.exactly("tips", profile.tips.len(), 8, "Fragen");
        for (at, tip) in profile.tips.iter().enumerate() {
            self.words(&format!("tips[{at}].hint"), &[&tip.hint], 3, 40);
            if !tip.question.ends_with('?') {
                self.say(format!("tips[{at}].question"), "eine Frage endet mit einem Fragezeichen");
            }
        }
        self.exactly("fits", profile.fits.len(), 8, "Anzeichen");
        self.each_at_most("fits", &profile.fits, 25);
        self.at_least("related", profile.related.len(), 3, "verwandte Berufe");
    }

    fn snippets(&mut self, profile: &Profile) {
        self.at_least("snippets", profile.snippets.len(), 6, "Textbausteine");
        for (kind, name) in [
            (SnippetKind::Subject, "Betreff"),
            (SnippetKind::Opening, "Einleitung"),
            (SnippetKind::Motivation, "Motivation"),
            (SnippetKind::Experience, "Erfahrung"),
            (SnippetKind::Skills, "Kenntnisse"),
            (SnippetKind::Closing, "Schluss"),
            (SnippetKind::Email, "E-Mail"),
        ] {
            if !profile.snippets.iter().any(|snippet| snippet.kind == kind) {
                self.say("snippets", format!("ein Baustein für „{name}“ fehlt"));
            }
        }
        let mut names = BTreeSet::new();
        for (at, snippet) in profile.snippets.iter().enumerate() {
            if !names.insert(&snippet.name) {
                self.say(format!("snippets[{at}].name"), "dieser Name kommt zweimal vor");
            }
            let least = if snippet.kind == SnippetKind::Subject { 1 } else { 10 };
            self.words(&format!("snippets[{at}].text"), &[&snippet.text], least, 130);
        }
    }
}

fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::load;

    fn backend() -> Profile {
        load::embedded().corpus.get("backend-developer").unwrap().clone()
    }

    #[test]
    fn says_what_is_missing_in_the_order_of_reading() {
        let mut poor = backend();
        poor.aliases.truncate(4);
        poor.overview = vec!["Kurz und spannend.".into()];
        poor.entry.study.text.clear();
        poor.sources.retain(|source| source.id != "fiausbv");
        poor.tips.pop();
        poor.snippets.retain(|snippet| snippet.kind != SnippetKind::Email);
        let found: Vec<String> =
            profile("x/backend-developer.json", &poor).iter().map(Problem::to_string).collect();
        assert_eq!(
            found,
            [
                "x/backend-developer.json: aliases: 4 weitere Namen; verlangt sind mindestens 5",
                "x/backend-developer.json: overview: 3 Wörter; verlangt sind 90 bis 200",
                "x/backend-developer.json: overview: verlangt sind zwei oder drei Absätze",
                "x/backend-developer.json: overview[0]: „spannend“ sagt nichts; nenne, was genau",
                "x/backend-developer.json: overview: „Backend Developerin“ kommt nicht vor; nenne am Anfang beide Formen",
                "x/backend-developer.json: entry.study: Studium ist nicht beantwortet; gibt es den Weg nicht, dann steht das da",
                "x/backend-developer.json: entry.training.duration.source: die Quelle „fiausbv“ steht nicht unter sources",
                "x/backend-developer.json: tips: 7 Fragen; verlangt sind genau 8",
                "x/backend-developer.json: snippets: ein Baustein für „E-Mail“ fehlt",
            ]
        );
    }

    #[test]
    fn finds_words_shared_by_two_profiles_and_links_that_lead_nowhere() {
        let one = backend();
        let mut two = backend();
        two.id = "zweite".into();
        two.related = vec![super::super::profile::Related {
            id: "nirgends".into(),
            kind: super::super::profile::Relation::Alternative,
            why: "x".into(),
        }];
        let found =
            together(&[("a.json".into(), one), ("b.json".into(), two)], &["geplant".into()]);
        let text: Vec<String> = found.iter().map(Problem::to_string).collect();
        assert!(
            text.contains(&"b.json: related[0].id: ein Profil „nirgends“ gibt es nicht".into())
        );
        assert!(text.iter().any(|line| line.starts_with(
            "b.json: summary: diese Wörter stehen auch in „backend-developer“: baut die unsichtbare hälfte einer anwendung server schnittstellen"
        )), "{text:#?}");
    }
}
