//! Changing the person's file: one field at a time, everything else stays as it was.

use serde_json::{Map, Value};

use super::read::{self, parse};
use crate::corpus::Problem;
use crate::corpus::clean::clean_line;

/// A file to begin with: the sections of JSON Resume, empty, and our own key.
pub const STARTER: &str = include_str!("starter.json");

/// The person's file as JSON, with all fields, known or not.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    value: Value,
}

/// A field of the file that can be edited in one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileField {
    /// Keys from the root.
    pub path: &'static [&'static str],
    pub kind: FieldKind,
    pub de: &'static str,
    pub en: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    Text,
    /// Masked on screen.
    Secret,
    /// One of some words.
    Choice(&'static [&'static str]),
}

const fn text(path: &'static [&'static str], de: &'static str, en: &'static str) -> FileField {
    FileField { path, kind: FieldKind::Text, de, en }
}

/// What the screen "Meine Daten" and `applicant init` ask, in this order.
pub const FIELDS: &[FileField] = &[
    text(&["basics", "name"], "Name", "Name"),
    FileField {
        path: &["werdegang", "form"],
        kind: FieldKind::Choice(&["feminine", "masculine", "neutral"]),
        de: "Form des Titels",
        en: "Form of the title",
    },
    text(&["basics", "email"], "E-Mail", "E-mail"),
    text(&["basics", "phone"], "Telefon", "Phone"),
    text(&["basics", "url"], "Website oder Profil", "Website or profile"),
    text(&["basics", "location", "address"], "Straße und Hausnummer", "Street and number"),
    text(&["basics", "location", "postalCode"], "Postleitzahl", "Postal code"),
    text(&["basics", "location", "city"], "Wohnort", "Town"),
    text(&["basics", "label"], "Beruf, wie du ihn nennst", "What you call your profession"),
    text(&["werdegang", "start"], "Frühester Beginn", "Earliest start"),
    FileField {
        path: &["werdegang", "expectedPay"],
        kind: FieldKind::Secret,
        de: "Gehaltswunsch (bleibt in dieser Datei)",
        en: "Expected pay (stays in this file)",
    },
    text(&["werdegang", "notice"], "Kündigungsfrist", "Period of notice"),
    text(&["werdegang", "drivingLicence"], "Führerschein", "Driving licence"),
    text(
        &["werdegang", "nationality"],
        "Staatsangehörigkeit (freiwillig)",
        "Nationality (voluntary)",
    ),
    text(&["werdegang", "born"], "Geburtsdatum (freiwillig)", "Date of birth (voluntary)"),
    text(&["werdegang", "rate"], "Honorar (für Selbstständige)", "Rate (for freelancers)"),
    text(&["werdegang", "photo"], "Foto, Pfad der Datei (freiwillig)", "Photo, path (voluntary)"),
    text(
        &["werdegang", "signature"],
        "Unterschrift, Pfad der Bilddatei",
        "Signature, path of a picture",
    ),
];

impl Document {
    /// Reads a file.
    ///
    /// # Errors
    /// What [`parse`] cannot read, with place and next step.
    pub fn read(file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        parse(file, text)?;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        // `parse` has read it, so it is an object.
        let value = serde_json::from_str(text).unwrap_or(Value::Object(Map::new()));
        Ok(Self { value })
    }

    pub fn starter() -> Self {
        Self { value: serde_json::from_str(STARTER).unwrap_or(Value::Object(Map::new())) }
    }

    /// The text of a field; empty where there is none. Older names of a field are looked at too.
    pub fn get(&self, field: &FileField) -> String {
        let at = |path: &[&str]| {
            let value = path.iter().try_fold(&self.value, |value, key| value.get(key))?;
            match value {
                Value::String(text) => Some(clean_line(text)),
                Value::Number(number) => Some(number.to_string()),
                _ => None,
            }
        };
        at(field.path)
            .filter(|text| !text.is_empty())
            .or_else(|| at(read::older_name(field.path)?))
            .unwrap_or_default()
    }

    /// Sets a field; an empty text takes it away. Everything else keeps its place and order.
    pub fn set(&mut self, field: &FileField, text: &str) {
        let text = clean_line(text);
        let Some((last, parents)) = field.path.split_last() else { return };
        if text.is_empty() && parents.iter().try_fold(&self.value, |v, key| v.get(key)).is_none() {
            return;
        }
        let mut value = &mut self.value;
        for key in parents {
            let Some(object) = value.as_object_mut() else { return };
            let entry = object.entry(*key).or_insert(Value::Null);
            if entry.is_null() {
                *entry = Value::Object(Map::new());
            }
            value = entry;
        }
        let Some(object) = value.as_object_mut() else { return };
        if text.is_empty() {
            object.shift_remove(*last);
        } else {
            object.insert((*last).to_owned(), Value::String(text));
        }
        if let Some(older) = read::older_name(field.path).and_then(|path| path.last()) {
            object.shift_remove(*older);
        }
    }

    /// The file's text, indented.
    pub fn text(&self) -> String {
        serde_json::to_string_pretty(&self.value).unwrap_or_default() + "\n"
    }

    /// Entries of each list section, for an overview: name in the file and how many.
    pub fn sections(&self) -> Vec<(&'static str, usize)> {
        const SECTIONS: [&str; 8] = [
            "work",
            "education",
            "projects",
            "skills",
            "languages",
            "certificates",
            "volunteer",
            "references",
        ];
        let count = |name: &str| self.value.get(name).and_then(Value::as_array).map_or(0, Vec::len);
        SECTIONS.into_iter().map(|name| (name, count(name))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"{
  "zuerst": [1, 2],
  "basics": { "name": "Robin Sommer", "unbekannt": { "tief": true }, "website": "https://a.example" },
  "work": [ { "name": "Muster GmbH", "eigenes": 1 } ]
}"#;

    fn field(name: &str) -> &'static FileField {
        FIELDS.iter().find(|field| field.path.last() == Some(&name)).unwrap()
    }

    #[test]
    fn a_change_keeps_everything_it_does_not_know() {
        let mut document = Document::read("ich.json", FILE).unwrap();
        document.set(field("name"), "Robin \u{1b}[31mWinter");
        document.set(field("city"), "Musterstadt");
        document.set(field("form"), "feminine");
        document.set(field("url"), "https://b.example");
        document.set(field("phone"), "");
        let value: Value = serde_json::from_str(&document.text()).unwrap();
        assert_eq!(
            value,
            serde_json::json!({
                "zuerst": [1, 2],
                "basics": {
                    "name": "Robin Winter", "unbekannt": { "tief": true },
                    "location": { "city": "Musterstadt" }, "url": "https://b.example"
                },
                "work": [{ "name": "Muster GmbH", "eigenes": 1 }],
                "werdegang": { "form": "feminine" }
            })
        );
        let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["zuerst", "basics", "work", "werdegang"]);
        document.set(field("city"), "");
        assert_eq!(document.get(field("city")), "");
        assert_eq!(document.sections()[0], ("work", 1));
    }

    #[test]
    fn the_starter_is_a_file_that_loads() {
        let document = Document::read("neu.json", STARTER).unwrap();
        assert_eq!(document, Document::starter());
        assert!(FIELDS.iter().all(|field| document.get(field).is_empty()));
    }

    #[test]
    fn the_older_name_of_a_field_is_read() {
        let document = Document::read("ich.json", FILE).unwrap();
        assert_eq!(document.get(field("url")), "https://a.example");
    }
}
