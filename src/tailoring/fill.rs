//! Filling a text block.
//!
//! What a block asks is found by rendering it: every look-up of a field is recorded, so that
//! fields come in the order of the text and only those of branches really taken. Values are data:
//! a `{{` in an answer comes out literally.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use minijinja::value::{Object, Value};
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior};

use crate::corpus::Problem;
use crate::corpus::profile::{Snippet, Title};
use crate::i18n::Language;

use super::fields::{self, ADDRESS, FORM, NAMESPACES};
use super::grammar::{
    Address, Form, Inflected, amount, at_company, company_with_article, date, entries, for_company,
    from_company, in_place, inflect, list, salutation,
};
use super::marks::{Span, SpanKind, marked, rewritten, unmarked};
use super::{Answers, Applicant, applicant};

/// A template that computes longer than this is ended; a letter needs a few hundred steps.
const FUEL: u64 = 100_000;

/// What the text is about.
pub struct Subject<'a> {
    pub title: &'a Title,
    /// Language of the questions; the text is German.
    pub language: Language,
}

/// A filled block.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The text as it will be copied; open fields stand in it as `[Frage]`.
    pub text: String,
    /// Where values and gaps stand, in order.
    pub spans: Vec<Span>,
    /// What was asked, in the order of the text.
    pub fields: Vec<AskedField>,
    /// What is wrong with the block itself.
    pub problems: Vec<Problem>,
}

/// A field the text asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedField {
    pub name: String,
    pub question: String,
    pub choices: Vec<String>,
    pub optional: bool,
    pub secret: bool,
    pub value: Option<String>,
    pub origin: Origin,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    Open,
    Answer,
    Applicant,
    Default,
}

impl AskedField {
    /// Required and not answered: a gap in the text.
    pub fn is_open(&self) -> bool {
        self.value.is_none() && !self.optional
    }

    pub fn is_from_applicant(&self) -> bool {
        self.origin == Origin::Applicant
    }
}

impl Filled {
    /// The text for the screen and for what is remembered, with secret values hidden, and the
    /// spans of that text.
    pub fn masked(&self) -> (String, Vec<Span>) {
        self.with_secrets(|_| "•••".to_owned())
    }

    /// The text with the questions in place of secret values: to be written on by hand.
    pub fn with_open_secrets(&self) -> String {
        self.with_secrets(|field| gap(&field.question)).0
    }

    fn with_secrets(&self, hidden: impl Fn(&AskedField) -> String) -> (String, Vec<Span>) {
        let secret = |name: &str| {
            let mut fields = self.fields.iter();
            fields.find(|field| field.name == name && field.secret && field.value.is_some())
        };
        let (mut text, mut spans, mut at) = (String::new(), Vec::new(), 0);
        for span in &self.spans {
            if span.range.start < at {
                continue;
            }
            text.push_str(self.text.get(at..span.range.start).unwrap_or_default());
            let start = text.len();
            let value = self.text.get(span.range.clone()).unwrap_or_default();
            match secret(&span.field) {
                Some(field) => text.push_str(&hidden(field)),
                None => text.push_str(value),
            }
            spans.push(Span { range: start..text.len(), ..span.clone() });
            at = span.range.end;
        }
        text.push_str(self.text.get(at..).unwrap_or_default());
        (text, spans)
    }
}

/// Fills a block with what is known. Never fails: what is wrong with the block is in `problems`,
/// and the text then is the block's own.
pub fn fill(
    snippet: &Snippet,
    subject: &Subject,
    applicant: &Applicant,
    answers: &Answers,
) -> Filled {
    let record = Arc::new(Record {
        snippet: snippet.clone(),
        language: subject.language,
        applicant: applicant.clone(),
        answers: answers.clone(),
        title: subject.title.clone(),
        asked: Mutex::new(Vec::new()),
    });
    let rendered = render(&snippet.text, &record);
    let fields = std::mem::take(&mut *record.asked.lock().unwrap_or_else(PoisonError::into_inner));
    let (text, problems) = match rendered {
        Ok(text) => (text, Vec::new()),
        Err(error) => (snippet.text.clone(), vec![problem(&snippet.name, &error)]),
    };
    let (mut text, marks) = unmarked(&text);
    // An optional sentence that was left out leaves its space behind.
    text.truncate(text.trim_end().len());
    let spans = marks
        .into_iter()
        .filter_map(|(range, number)| {
            let field: &AskedField = fields.get(number)?;
            let range = range.start..range.end.min(text.len());
            let kind = match field.origin {
                Origin::Open => SpanKind::Open,
                Origin::Answer => SpanKind::Answer,
                Origin::Applicant => SpanKind::FromApplicant,
                Origin::Default => SpanKind::Default,
            };
            Some(Span { range, kind, field: field.name.clone() })
        })
        .collect();
    Filled { text, spans, fields, problems }
}

fn render(text: &str, record: &Arc<Record>) -> Result<String, Error> {
    let mut environment = environment();
    environment.set_fuel(Some(FUEL));
    let root = Value::from_object(Root(Arc::clone(record)));
    environment.render_str(text, root)
}

/// The language of blocks, for rendering and for checking.
pub(super) fn environment() -> Environment<'static> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    for (name, form) in TITLE_FILTERS {
        environment.add_filter(*name, move |value: &Value| title_in(value, *form));
    }
    environment.add_filter("anrede", |value: &Value| {
        namespace(value, "kontakt").map(|record| address_line(&record))
    });
    for (name, bare, form) in COMPANY_FILTERS {
        environment.add_filter(*name, move |value: &Value| {
            let record = namespace(value, "firma")?;
            let (number, field) = record.ask("firma.name");
            let open = || format!("{bare} {}", gap(&field.question)).trim_start().to_owned();
            let company = field.value.as_deref().map_or_else(open, form);
            Ok::<_, Error>(marked(number, &company))
        });
    }
    for &(name, form) in VALUE_FILTERS {
        environment.add_filter(name, move |value: &str| rewritten(value, form));
    }
    environment
}

/// What a filter does with a text.
type Rewrite = fn(&str) -> String;

/// The forms of `{{ firma | … }}`: name, the word that stands before an open name, and the form.
const COMPANY_FILTERS: &[(&str, &str, Rewrite)] = &[
    ("bei", "bei", at_company),
    ("von", "von", from_company),
    ("fuer", "für", for_company),
    ("artikel", "", company_with_article),
];

/// What can be done with an answer: `{{ gehalt | euro }}`.
const VALUE_FILTERS: &[(&str, Rewrite)] =
    &[("euro", amount), ("datum", date), ("liste", |text| list(&entries(text))), ("in", in_place)];

/// A form of a title.
type Choose = fn(&Inflected) -> &String;

/// The cases of `{{ beruf | … }}`.
const TITLE_FILTERS: &[(&str, Choose)] = &[
    ("als", |forms| &forms.als),
    ("nom", |forms| &forms.nominative),
    ("akk", |forms| &forms.accusative),
    ("dat", |forms| &forms.dative),
    ("gen", |forms| &forms.genitive),
    ("zum", |forms| &forms.zum),
    ("beim", |forms| &forms.beim),
    ("vom", |forms| &forms.vom),
    ("plural", |forms| &forms.plural),
    ("titel", |forms| &forms.bare),
];

fn title_in(value: &Value, choose: Choose) -> Result<String, Error> {
    let record = namespace(value, "beruf")?;
    let (number, field) = record.ask(FORM);
    let form = field.value.as_deref().and_then(applicant::parse_form);
    let text = title_text(&record.title, form, choose);
    // The pair form is no gap: it reads well.
    Ok(if field.value.is_some() { marked(number, &text) } else { text })
}

/// The title in the person's form; both forms where it is unknown, or neutral without a neutral
/// title.
fn title_text(title: &Title, form: Option<Form>, choose: Choose) -> String {
    let in_form = |form| choose(&inflect(title, form)).clone();
    match form {
        Some(Form::Neutral) if title.neutral.is_some() => in_form(Form::Neutral),
        Some(form @ (Form::Feminine | Form::Masculine)) => in_form(form),
        _ => {
            let (feminine, masculine) = (in_form(Form::Feminine), in_form(Form::Masculine));
            if title.masculine == title.feminine {
                return masculine;
            }
            // "als" stands once, articles and "zum" stand with their noun.
            let second = masculine.strip_prefix("als ").unwrap_or(&masculine);
            format!("{} bzw. {second}", without_shared_tail(&feminine, second))
        }
    }
}

/// What both forms end with is said once: "eine Kauffrau bzw. einen Kaufmann im Einzelhandel".
fn without_shared_tail<'t>(first: &'t str, second: &str) -> &'t str {
    let tail: usize = first
        .rsplit(' ')
        .zip(second.rsplit(' '))
        .take_while(|(a, b)| a == b)
        .map(|(word, _)| word.len() + 1)
        .sum();
    first.get(..first.len().saturating_sub(tail)).filter(|rest| !rest.is_empty()).unwrap_or(first)
}

fn address_line(record: &Record) -> String {
    let (number, field) = record.ask(ADDRESS);
    let address = match field.value.as_deref() {
        Some("Frau") => Address::Frau,
        Some("Herr") => Address::Herr,
        Some("neutral") => Address::Neutral,
        _ => return salutation(Address::Unknown, "", ""),
    };
    let (_, academic) = record.ask("kontakt.titel");
    let (name_number, name) = record.ask("kontakt.name");
    let academic = academic.value.unwrap_or_default();
    match name.value {
        Some(name) => marked(number, &salutation(address, &academic, &name)),
        None => {
            // The gap keeps its brackets whole: it is one word to the salutation.
            let line = salutation(address, &academic, "\u{2060}");
            marked(name_number, &line.replace('\u{2060}', &gap(&name.question)))
        }
    }
}

/// An open question as it stands in the text: without its example.
fn gap(question: &str) -> String {
    format!("[{}]", question.split(" (").next().unwrap_or(question))
}

fn problem(file: &str, error: &Error) -> Problem {
    let message = match error.kind() {
        ErrorKind::UndefinedError => "ein Name im Text ist nirgends erklärt".to_owned(),
        ErrorKind::UnknownFilter => "diesen Filter gibt es nicht".to_owned(),
        ErrorKind::OutOfFuel => "der Baustein rechnet zu lange".to_owned(),
        _ => {
            format!("der Baustein ist nicht lesbar: {}", error.detail().unwrap_or("Schreibfehler"))
        }
    };
    Problem {
        line: error.line(),
        ..Problem::file(file, crate::corpus::clean::clean_line(&message))
    }
}

/// Everything a rendering may look up, and what it has looked up so far.
#[derive(Debug)]
struct Record {
    snippet: Snippet,
    language: Language,
    applicant: Applicant,
    answers: Answers,
    title: Title,
    asked: Mutex<Vec<AskedField>>,
}

impl Record {
    /// Notes that the text asks for a field. Returns its number and the field with its value.
    fn ask(&self, name: &str) -> (usize, AskedField) {
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(number) = asked.iter().position(|field| field.name == name)
            && let Some(field) = asked.get(number)
        {
            return (number, field.clone());
        }
        let field = self.field(name);
        asked.push(field.clone());
        (asked.len() - 1, field)
    }

    fn field(&self, name: &str) -> AskedField {
        let own = self.snippet.fields.iter().find(|field| field.name == name);
        let standard = fields::standard(name);
        let (value, origin) = if let Some(answer) = self.answers.get(name) {
            (Some(answer.to_owned()), Origin::Answer)
        } else if let Some(known) = fields::from_applicant(&self.applicant, name) {
            (Some(known), Origin::Applicant)
        } else if let Some(default) = own.and_then(|field| field.default.clone()) {
            (Some(default), Origin::Default)
        } else {
            (None, Origin::Open)
        };
        AskedField {
            name: name.to_owned(),
            question: own
                .map(|field| field.question.clone())
                .or_else(|| standard.map(|field| field.question(self.language).to_owned()))
                .unwrap_or_else(|| name.to_owned()),
            choices: own
                .map(|field| field.choices.clone())
                .or_else(|| {
                    standard.map(|field| {
                        field.choices.iter().map(|choice| (*choice).to_owned()).collect()
                    })
                })
                .unwrap_or_default(),
            optional: own.map_or_else(
                || standard.is_some_and(|field| field.optional),
                |field| field.optional,
            ),
            secret: own.is_some_and(|field| field.secret) || name == fields::PAY,
            value,
            origin,
        }
    }

    /// The value of a field as the template sees it: marked text, or empty for an open optional
    /// one, which is false in a condition.
    fn value(&self, name: &str) -> Value {
        let (number, field) = self.ask(name);
        match (&field.value, field.optional) {
            (Some(value), _) => Value::from(marked(number, value)),
            (None, true) => Value::from(""),
            (None, false) => Value::from(marked(number, &gap(&field.question))),
        }
    }
}

/// The outermost names of a template.
#[derive(Debug)]
struct Root(Arc<Record>);

impl Object for Root {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let name = key.as_str()?;
        if NAMESPACES.contains(&name) {
            let space = Namespace { name: name.to_owned(), record: Arc::clone(&self.0) };
            return Some(Value::from_object(space));
        }
        let declared = self.0.snippet.fields.iter().any(|field| field.name == name);
        declared.then(|| self.0.value(name))
    }
}

/// `ich`, `firma`, `stelle`, `kontakt` or `beruf`.
#[derive(Debug)]
struct Namespace {
    name: String,
    record: Arc<Record>,
}

impl Object for Namespace {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        let name = format!("{}.{}", self.name, key.as_str()?);
        if name == "beruf.titel" {
            return title_in(&Value::from_dyn_object(Arc::clone(self)), |forms| &forms.bare)
                .ok()
                .map(Value::from);
        }
        fields::standard(&name).map(|_| self.record.value(&name))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// The record behind a name space, which a filter must be used on.
fn namespace(value: &Value, name: &str) -> Result<Arc<Record>, Error> {
    match value.downcast_object_ref::<Namespace>() {
        Some(space) if space.name == name => Ok(Arc::clone(&space.record)),
        _ => Err(Error::new(
            ErrorKind::InvalidOperation,
            format!("dieser Filter gehört hinter {name}: {{{{ {name} | … }}}}"),
        )),
    }
}
