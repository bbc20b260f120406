//! Proofreading a text block: filled for everyone, does it read well?
//!
//! What a block says depends on title, gender and answers. Each combination is filled and looked
//! at for what no text may contain: open syntax, doubled signs, an article behind `als`.

use crate::corpus::profile::{Snippet, Title};
use crate::i18n::Language;

use super::grammar::{Form, inflect};
use super::{Answers, Applicant, Filled, Subject, fill};

/// Never part of a finished text.
const WRONG: &[&str] = &["{{", "}}", "{%", "  ", " ,", " .", ",,", "..", "zum Fachkraft", "\n\n\n"];

/// What is wrong with the block for this title: a word on the fault and the text with it. The
/// block is filled without answers, and answered for each form of the title.
pub fn proofread(snippet: &Snippet, title: &Title) -> Vec<(String, String)> {
    let open = filled(snippet, title, &Answers::default());
    let mut found = faults(&open, title);
    for form in ["weiblich", "männlich", "neutral"] {
        let answered = answered(snippet, title, form);
        found.extend(faults(&answered, title));
        if answered.fields.iter().any(super::AskedField::is_open) {
            found.push(("offen, obwohl alles beantwortet ist".to_owned(), answered.text));
        }
    }
    found
}

fn filled(snippet: &Snippet, title: &Title, answers: &Answers) -> Filled {
    let subject = Subject { title, language: Language::German };
    fill(snippet, &subject, &Applicant::default(), answers)
}

/// Answers every question, then those that the answers bring up.
fn answered(snippet: &Snippet, title: &Title, form: &str) -> Filled {
    let mut answers = Answers::default();
    loop {
        let result = filled(snippet, title, &answers);
        let Some(field) = result.fields.iter().find(|field| answers.get(&field.name).is_none())
        else {
            return result;
        };
        let value = match field.name.as_str() {
            "ich.form" => form.to_owned(),
            "firma.name" => "Muster GmbH".to_owned(),
            "kontakt.titel" => "Dr.".to_owned(),
            _ => field.choices.first().cloned().unwrap_or_else(|| "Beispiel".to_owned()),
        };
        answers.set(&field.name.clone(), &value);
    }
}

fn faults(result: &Filled, title: &Title) -> Vec<(String, String)> {
    let text = &result.text;
    let mut found: Vec<String> = result.problems.iter().map(|p| p.message.clone()).collect();
    found.extend(WRONG.iter().filter(|bad| text.contains(**bad)).map(|bad| format!("„{bad}“")));
    for form in [Form::Feminine, Form::Masculine] {
        let wrong = format!("als {}", inflect(title, form).nominative);
        if text.contains(&wrong) {
            found.push(format!("„{wrong}“: nach „als“ steht kein Artikel"));
        }
    }
    if text.chars().any(|c| ('\u{e000}'..='\u{f8ff}').contains(&c)) {
        found.push("ein Steuerzeichen ist stehen geblieben".to_owned());
    }
    if text.trim() != text {
        found.push("Leerraum am Rand".to_owned());
    }
    found.into_iter().map(|fault| (fault, text.clone())).collect()
}
