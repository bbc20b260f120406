//! Reading the file, leniently: unknown fields are passed over, missing ones are asked later.

use serde_json::Value;

use super::{Applicant, Named, Own, Skill, Station};
use crate::corpus::Problem;
use crate::corpus::clean::clean_line;
use crate::tailoring::grammar::{Form, parse_date};

/// Reads the text of a file.
///
/// # Errors
/// Every place that cannot be read, with the next step. A file that is no JSON object is refused.
pub fn parse(file: &str, text: &str) -> Result<Applicant, Vec<Problem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value: Value = serde_json::from_str(text).map_err(|error| {
        vec![Problem {
            line: Some(error.line()),
            ..Problem::file(
                file,
                format!("kein gültiges JSON (Spalte {}); bitte Kommas, Klammern und Anführungszeichen prüfen", error.column()),
            )
        }]
    })?;
    let mut reader = Reader { file, problems: Vec::new() };
    let Some(root) = value.as_object() else {
        return Err(vec![Problem::file(
            file,
            "hier wird ein JSON-Objekt { … } nach JSON Resume erwartet",
        )]);
    };
    let empty = serde_json::Map::new();
    let basics = reader.object(root, "basics", "").unwrap_or(&empty);
    let location = reader.object(basics, "location", "basics.").unwrap_or(&empty);
    let own = reader.object(root, "werdegang", "").unwrap_or(&empty);
    let applicant = Applicant {
        name: reader.text(basics, "name", "basics."),
        email: reader.text(basics, "email", "basics."),
        phone: reader.text(basics, "phone", "basics."),
        website: reader
            .text(basics, "url", "basics.")
            .or_else(|| reader.text(basics, "website", "basics.")),
        street: reader.text(location, "address", "basics.location."),
        postal_code: reader.text(location, "postalCode", "basics.location."),
        city: reader.text(location, "city", "basics.location."),
        label: reader.text(basics, "label", "basics."),
        summary: reader.text(basics, "summary", "basics."),
        work: reader.stations(root, "work", &["name", "company"], &["position"]),
        volunteer: reader.stations(root, "volunteer", &["organization"], &["position"]),
        projects: reader.stations(root, "projects", &["name"], &["type"]),
        education: reader.stations(root, "education", &["institution"], &["studyType", "area"]),
        skills: reader.skills(root, "skills"),
        languages: reader.named(root, "languages", "language", "fluency"),
        certificates: reader.named(root, "certificates", "name", "issuer"),
        awards: reader.named(root, "awards", "title", "awarder"),
        publications: reader.named(root, "publications", "name", "publisher"),
        interests: reader.skills(root, "interests"),
        image: reader.text(basics, "image", "basics."),
        own: Own {
            form: reader.form(own),
            start: reader.text(own, "start", "werdegang."),
            expected_pay: reader.text(own, "expectedPay", "werdegang."),
            notice: reader.text(own, "notice", "werdegang."),
            driving_licence: reader.text(own, "drivingLicence", "werdegang."),
            nationality: reader.text(own, "nationality", "werdegang."),
            born: reader.text(own, "born", "werdegang."),
            rate: reader.text(own, "rate", "werdegang."),
            photo: reader.text(own, "photo", "werdegang."),
            signature: reader.text(own, "signature", "werdegang."),
            gaps: reader.stations(own, "gaps", &["name"], &["position"]),
        },
    };
    if reader.problems.is_empty() { Ok(applicant) } else { Err(reader.problems) }
}

/// Fields had other names before version 1.0 of the schema.
pub(super) fn older_name(path: &[&str]) -> Option<&'static [&'static str]> {
    (path == ["basics", "url"]).then_some(&["basics", "website"])
}

struct Reader<'a> {
    file: &'a str,
    problems: Vec<Problem>,
}

type Object = serde_json::Map<String, Value>;

impl Reader<'_> {
    fn object<'v>(&mut self, parent: &'v Object, key: &str, place: &str) -> Option<&'v Object> {
        match parent.get(key)? {
            Value::Null => None,
            Value::Object(object) => Some(object),
            _ => {
                self.say(format!("{place}{key}"), "hier wird ein Objekt { … } erwartet");
                None
            }
        }
    }

    fn text(&mut self, parent: &Object, key: &str, place: &str) -> Option<String> {
        match parent.get(key)? {
            Value::Null => None,
            Value::String(text) => Some(clean_line(text)).filter(|text| !text.is_empty()),
            // Postal codes and phone numbers are often written without quotes.
            Value::Number(number) => Some(number.to_string()),
            _ => {
                self.say(
                    format!("{place}{key}"),
                    "hier wird ein Text in Anführungszeichen erwartet",
                );
                None
            }
        }
    }

    /// The objects of a list section, each with its place.
    fn list<'v>(&mut self, root: &'v Object, key: &str) -> Vec<(String, &'v Object)> {
        let entries = match root.get(key) {
            None | Some(Value::Null) => return Vec::new(),
            Some(Value::Array(entries)) => entries,
            Some(_) => {
                self.say(key.to_owned(), "hier wird eine Liste [ … ] erwartet");
                return Vec::new();
            }
        };
        let mut found = Vec::new();
        for (at, entry) in entries.iter().enumerate() {
            let place = format!("{key}[{at}].");
            match entry {
                Value::Object(object) => found.push((place, object)),
                Value::Null => {}
                _ => self.say(format!("{key}[{at}]"), "hier wird ein Objekt { … } erwartet"),
            }
        }
        found
    }

    /// The texts of a list of texts.
    fn texts(&mut self, parent: &Object, key: &str, place: &str) -> Vec<String> {
        let entries = match parent.get(key) {
            None | Some(Value::Null) => return Vec::new(),
            Some(Value::Array(entries)) => entries,
            Some(_) => {
                self.say(format!("{place}{key}"), "hier wird eine Liste [ … ] erwartet");
                return Vec::new();
            }
        };
        let text = |value: &Value| Some(clean_line(value.as_str()?)).filter(|t| !t.is_empty());
        entries.iter().filter_map(text).collect()
    }

    /// A date as it stands, if it is one; `present` and the like mean that it has not come.
    fn date(&mut self, parent: &Object, key: &str, place: &str) -> Option<String> {
        let text = self.text(parent, key, place)?;
        let open = ["present", "heute", "now", "current", "aktuell"];
        if open.contains(&text.to_lowercase().as_str()) {
            return None;
        }
        if parse_date(&text).is_none() {
            let message =
                format!("„{text}“ ist kein Datum; erwartet wird JJJJ, JJJJ-MM oder JJJJ-MM-TT");
            self.say(format!("{place}{key}"), &message);
        }
        Some(text)
    }

    fn stations(
        &mut self,
        root: &Object,
        key: &str,
        places: &[&str],
        roles: &[&str],
    ) -> Vec<Station> {
        let mut stations = Vec::new();
        for (place, entry) in self.list(root, key) {
            let mut first = |keys: &[&str]| {
                keys.iter().find_map(|key| self.text(entry, key, &place)).unwrap_or_default()
            };
            let (name, mut role) = (first(places), first(roles));
            if let [_, second] = roles
                && let Some(subject) = self.text(entry, second, &place).filter(|s| *s != role)
            {
                role = if role.is_empty() { subject } else { format!("{role} {subject}") };
            }
            let summary = ["summary", "description"]
                .into_iter()
                .find_map(|key| self.text(entry, key, &place))
                .unwrap_or_default();
            let mut highlights = self.texts(entry, "highlights", &place);
            highlights.extend(self.texts(entry, "courses", &place));
            let station = Station {
                place: name,
                role,
                start: self.date(entry, "startDate", &place),
                end: self.date(entry, "endDate", &place),
                summary,
                highlights,
                keywords: self.texts(entry, "keywords", &place),
            };
            if !station.title().is_empty() || !station.summary.is_empty() {
                stations.push(station);
            }
        }
        stations
    }

    fn skills(&mut self, root: &Object, key: &str) -> Vec<Skill> {
        let mut skills = Vec::new();
        for (place, entry) in self.list(root, key) {
            let skill = Skill {
                name: self.text(entry, "name", &place).unwrap_or_default(),
                level: self.text(entry, "level", &place).unwrap_or_default(),
                keywords: self.texts(entry, "keywords", &place),
            };
            if !skill.name.is_empty() || !skill.keywords.is_empty() {
                skills.push(skill);
            }
        }
        skills
    }

    fn named(&mut self, root: &Object, key: &str, name: &str, remark: &str) -> Vec<Named> {
        let mut found = Vec::new();
        for (place, entry) in self.list(root, key) {
            if let Some(title) = self.text(entry, name, &place) {
                let remark = self.text(entry, remark, &place).unwrap_or_default();
                let date = self.date(entry, "date", &place);
                let date = date.or_else(|| self.date(entry, "releaseDate", &place));
                found.push(Named { name: title, remark, date });
            }
        }
        found
    }

    fn form(&mut self, own: &Object) -> Option<Form> {
        let word = self.text(own, "form", "werdegang.")?;
        let form = parse_form(&word);
        if form.is_none() {
            self.say(
                "werdegang.form".to_owned(),
                "möglich sind \"feminine\", \"masculine\" und \"neutral\"",
            );
        }
        form
    }

    fn say(&mut self, place: String, message: &str) {
        self.problems.push(Problem::at(self.file, place, message));
    }
}

/// The form of a title by its German or English name.
pub(in crate::tailoring) fn parse_form(word: &str) -> Option<Form> {
    match word.to_lowercase().as_str() {
        "feminine" | "weiblich" => Some(Form::Feminine),
        "masculine" | "männlich" => Some(Form::Masculine),
        "neutral" => Some(Form::Neutral),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_resume_and_passes_over_what_it_does_not_know() {
        let applicant = parse(
            "ich.json",
            r#"{ "basics": { "name": "Robin Sommer", "email": null, "url": "https://example.org",
                 "location": { "city": "Musterstadt", "postalCode": 12345 }, "profiles": [] },
                 "work": [], "werdegang": { "form": "weiblich", "mehr": 1 } }"#,
        )
        .unwrap();
        assert_eq!(
            applicant,
            Applicant {
                name: Some("Robin Sommer".into()),
                website: Some("https://example.org".into()),
                postal_code: Some("12345".into()),
                city: Some("Musterstadt".into()),
                own: Own { form: Some(Form::Feminine), ..Own::default() },
                ..Applicant::default()
            }
        );
        assert_eq!(parse("leer.json", "{}").unwrap(), Applicant::default());
    }

    #[test]
    fn names_what_it_cannot_read() {
        for (text, expected) in [
            (
                "{\n \"basics\": {",
                "f.json:2: kein gültiges JSON (Spalte 12); bitte Kommas, Klammern und Anführungszeichen prüfen",
            ),
            ("[]", "f.json: hier wird ein JSON-Objekt { … } nach JSON Resume erwartet"),
            (r#"{"basics": []}"#, "f.json: basics: hier wird ein Objekt { … } erwartet"),
            (
                r#"{"basics": {"name": ["x"]}}"#,
                "f.json: basics.name: hier wird ein Text in Anführungszeichen erwartet",
            ),
            (
                r#"{"work": [{"name": "A", "startDate": "Mai"}]}"#,
                "f.json: work[0].startDate: „Mai“ ist kein Datum; erwartet wird JJJJ, JJJJ-MM oder JJJJ-MM-TT",
            ),
            (r#"{"skills": {}}"#, "f.json: skills: hier wird eine Liste [ … ] erwartet"),
            (
                r#"{"werdegang": {"form": "frau"}}"#,
                "f.json: werdegang.form: möglich sind \"feminine\", \"masculine\" und \"neutral\"",
            ),
        ] {
            let problems = parse("f.json", text).unwrap_err();
            assert_eq!(problems[0].to_string(), expected);
        }
    }

    #[test]
    fn stations_skills_and_dates_of_every_precision() {
        let applicant = parse(
            "ich.json",
            r#"{ "work": [ { "company": "Alt AG", "position": "Koch", "startDate": "2012", "endDate": "2014-03-31" },
                 { "name": "Muster GmbH", "position": "Köchin", "startDate": "2015-08",
                   "highlights": ["Karte mit 12 Gerichten geführt"], "endDate": "heute" } ],
                 "education": [ { "institution": "Schule", "studyType": "Ausbildung", "area": "Küche", "endDate": "2012-07" } ],
                 "skills": [ { "name": "Patisserie", "level": "gut", "keywords": ["Blätterteig"] }, null ],
                 "languages": [ { "language": "Polnisch", "fluency": "B2" } ],
                 "certificates": [ { "name": "Ersthelfer", "issuer": "Rotes Kreuz", "date": "2024-05-01" } ] }"#,
        )
        .unwrap();
        let times: Vec<String> = applicant.work.iter().map(Station::time).collect();
        assert_eq!(times, ["2012 – 03/2014", "seit 08/2015"]);
        let evidence: Vec<String> = applicant
            .evidence()
            .iter()
            .map(|e| format!("{}: {} | {}", e.kind.label(), e.source, e.text))
            .collect();
        assert_eq!(
            evidence,
            [
                "Arbeit: Köchin, Muster GmbH (seit 08/2015) | Karte mit 12 Gerichten geführt",
                "Arbeit: Koch, Alt AG (2012 – 03/2014) | ",
                "Ausbildung: Ausbildung Küche, Schule (bis 07/2012) | ",
                "Zertifikat: Ersthelfer (Rotes Kreuz, 05/2024) | ",
                "Kenntnis: Patisserie (gut) | ",
                "Kenntnis: Blätterteig (Patisserie) | ",
                "Sprache: Polnisch (B2) | ",
            ]
        );
    }

    #[test]
    fn escapes_in_the_file_never_reach_a_text() {
        let text = r#"{"basics": {"name": "Ro\u001b[31mbin\u0007"}}"#;
        assert_eq!(parse("f.json", text).unwrap().name.as_deref(), Some("Robin"));
    }
}
