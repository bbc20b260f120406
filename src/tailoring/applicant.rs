//! The person's own data: a JSON Resume file (schema 1.x), read leniently.
//!
//! Files made for other tools work: unknown fields are passed over, missing ones are asked later.
//! Our own additions stand under the one key `werdegang`.

use serde_json::Value;

use crate::corpus::Problem;
use crate::corpus::clean::clean_line;
use crate::tailoring::grammar::Form;

/// What blocks may take from the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applicant {
    pub name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub website: Option<String>,
    pub street: Option<String>,
    pub postal_code: Option<String>,
    pub city: Option<String>,
    /// How the person wants to be named; `None` is asked.
    pub form: Option<Form>,
}

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
        // Older files say `website`.
        website: reader
            .text(basics, "url", "basics.")
            .or_else(|| reader.text(basics, "website", "basics.")),
        street: reader.text(location, "address", "basics.location."),
        postal_code: reader.text(location, "postalCode", "basics.location."),
        city: reader.text(location, "city", "basics.location."),
        form: reader.form(own),
    };
    if reader.problems.is_empty() { Ok(applicant) } else { Err(reader.problems) }
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
pub(super) fn parse_form(word: &str) -> Option<Form> {
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
                form: Some(Form::Feminine),
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
                r#"{"werdegang": {"form": "frau"}}"#,
                "f.json: werdegang.form: möglich sind \"feminine\", \"masculine\" und \"neutral\"",
            ),
        ] {
            let problems = parse("f.json", text).unwrap_err();
            assert_eq!(problems[0].to_string(), expected);
        }
    }

    #[test]
    fn escapes_in_the_file_never_reach_a_text() {
        let text = r#"{"basics": {"name": "Ro\u001b[31mbin\u0007"}}"#;
        assert_eq!(parse("f.json", text).unwrap().name.as_deref(), Some("Robin"));
    }
}
