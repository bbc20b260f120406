//! Reading text blocks: TOML front matter between lines of `+++`, then the text.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::corpus::Problem;
use crate::corpus::clean::{clean, clean_line};
use crate::corpus::decode::SNIPPET_KINDS;
use crate::corpus::profile::{Snippet, SnippetField, SnippetKind};

use super::fields::{self, NAMESPACES};
use super::fill::environment;

/// Path in the project and text of every shipped general block.
static EMBEDDED: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/snippets.rs"));

const FENCE: &str = "+++";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrontMatter {
    title: String,
    kind: String,
    #[serde(default)]
    tone: String,
    #[serde(default)]
    level: String,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    field: Vec<FieldMatter>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldMatter {
    name: String,
    question: String,
    #[serde(default)]
    choices: Vec<String>,
    default: Option<String>,
    #[serde(default)]
    optional: bool,
    #[serde(default)]
    secret: bool,
}

/// The general blocks in the binary, in the order in which a letter uses them.
pub fn embedded() -> (Vec<Snippet>, Vec<Problem>) {
    let (mut snippets, mut problems) = (Vec::new(), Vec::new());
    for (file, text) in EMBEDDED {
        match parse(file, text) {
            Ok(snippet) => snippets.push(snippet),
            Err(found) => problems.extend(found),
        }
    }
    snippets.sort_by_key(|snippet| snippet.kind);
    (snippets, problems)
}

/// The file of a shipped block, to begin an own one with.
pub fn source(name: &str) -> Option<&'static str> {
    let named =
        |file: &str| file.rsplit('/').next().and_then(|f| f.strip_suffix(".md")) == Some(name);
    EMBEDDED.iter().find(|(file, _)| named(file)).map(|(_, text)| *text)
}

/// Reads one block; its name is that of the file.
///
/// # Errors
/// Every problem found, with the line in the file.
pub fn parse(file: &str, text: &str) -> Result<Snippet, Vec<Problem>> {
    let text = clean(text.strip_prefix('\u{feff}').unwrap_or(text));
    let at =
        |line: usize, message: String| Problem { line: Some(line), ..Problem::file(file, message) };
    let rest = text.strip_prefix(FENCE).and_then(|rest| rest.strip_prefix('\n'));
    let Some((matter, body)) = rest.and_then(|rest| rest.split_once("\n+++\n")) else {
        return Err(vec![at(
            1,
            "die Datei beginnt mit einem Kopf zwischen zwei Zeilen +++, danach kommt der Text"
                .into(),
        )]);
    };
    let first_body_line = matter.lines().count() + 3;
    let matter: FrontMatter = toml::from_str(matter).map_err(|error| {
        let before = error.span().and_then(|span| matter.get(..span.start)).unwrap_or_default();
        let line = before.matches('\n').count() + 2;
        vec![at(line, format!("der Kopf ist nicht lesbar: {}", clean_line(error.message())))]
    })?;
    let mut problems = Vec::new();
    let kind = SNIPPET_KINDS.iter().find(|(name, _)| *name == matter.kind).map(|(_, kind)| *kind);
    if kind.is_none() {
        let names: Vec<&str> = SNIPPET_KINDS.iter().map(|(name, _)| *name).collect();
        problems.push(at(
            1,
            format!("kind = „{}“ gibt es nicht; möglich: {}", matter.kind, names.join(", ")),
        ));
    }
    let stem = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let snippet = Snippet {
        name: stem.strip_suffix(".md").unwrap_or(stem).to_owned(),
        title: matter.title,
        kind: kind.unwrap_or(SnippetKind::Opening),
        tone: matter.tone,
        level: matter.level,
        tags: matter.tags,
        text: body.trim_end().to_owned(),
        fields: matter
            .field
            .into_iter()
            .map(|field| SnippetField {
                name: field.name,
                question: field.question,
                choices: field.choices,
                default: field.default,
                optional: field.optional,
                secret: field.secret,
            })
            .collect(),
    };
    problems.extend(check_snippet(&snippet).into_iter().map(|problem| Problem {
        file: file.to_owned(),
        line: Some(problem.line.map_or(1, |line| line + first_body_line - 1)),
        ..problem
    }));
    if problems.is_empty() { Ok(snippet) } else { Err(problems) }
}

/// What is wrong with the text of a block: syntax, names nobody declares, fields nobody uses.
/// Lines count from the first line of the text.
pub fn check_snippet(snippet: &Snippet) -> Vec<Problem> {
    let environment = environment();
    let template = match environment.template_from_str(&snippet.text) {
        Ok(template) => template,
        Err(error) => {
            let detail = clean_line(error.detail().unwrap_or("Schreibfehler"));
            return vec![Problem {
                line: error.line(),
                ..Problem::file(
                    &snippet.name,
                    format!("der Text ist kein gültiges Jinja: {detail}"),
                )
            }];
        }
    };
    let mut problems = Vec::new();
    let used: BTreeSet<String> = template.undeclared_variables(true).into_iter().collect();
    for name in &used {
        let declared = snippet.fields.iter().any(|field| field.name == *name);
        let known = NAMESPACES.contains(&name.as_str())
            || fields::standard(name).is_some()
            || name == "beruf.titel";
        if !declared && !known {
            let message =
                format!("der Name „{name}“ ist weder vereinbart noch unter den Feldern erklärt");
            let line = snippet.text.lines().position(|line| has_word(line, name)).map(|at| at + 1);
            problems.push(Problem { line, ..Problem::at(&snippet.name, name, message) });
        }
    }
    for field in &snippet.fields {
        if !used.contains(&field.name) {
            let message = format!("das Feld „{}“ kommt im Text nicht vor", field.name);
            problems.push(Problem::at(&snippet.name, &field.name, message));
        }
        if field
            .default
            .as_ref()
            .is_some_and(|default| !field.choices.is_empty() && !field.choices.contains(default))
        {
            problems.push(Problem::at(
                &snippet.name,
                &field.name,
                "die Vorgabe steht nicht unter den Vorschlägen",
            ));
        }
    }
    problems
}

/// Whether a line has the name as a word of its own.
fn has_word(line: &str, name: &str) -> bool {
    line.split(|c: char| !c.is_alphanumeric() && c != '_').any(|word| word == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_a_block() {
        let snippet = parse(
            "eigene/gruss.md",
            "+++\ntitle = \"Gruß\"\nkind = \"closing\"\n[[field]]\nname = \"wer\"\nquestion = \"Wer?\"\n+++\nHallo {{ wer }}\n",
        )
        .unwrap();
        assert_eq!((snippet.name.as_str(), snippet.text.as_str()), ("gruss", "Hallo {{ wer }}"));
        assert_eq!(snippet.kind, SnippetKind::Closing);
        assert_eq!(snippet.fields[0].question, "Wer?");
    }

    #[test]
    fn names_file_line_and_cause() {
        for (text, expected) in [
            (
                "Hallo",
                "x.md:1: die Datei beginnt mit einem Kopf zwischen zwei Zeilen +++, danach kommt der Text",
            ),
            (
                "+++\ntitle = \"a\"\nkind = \"gedicht\"\n+++\nx",
                "x.md:1: kind = „gedicht“ gibt es nicht; möglich: subject, opening, motivation, experience, skills, terms, closing, email, pitch, follow_up",
            ),
            (
                "+++\ntitle = \"a\"\nkind = \"closing\"\n+++\nx\n{{ wer }}",
                "x.md:6: wer: der Name „wer“ ist weder vereinbart noch unter den Feldern erklärt",
            ),
            (
                "+++\ntitle = \"a\"\nkind = \"closing\"\n[[field]]\nname = \"wer\"\nquestion = \"?\"\n+++\nx",
                "x.md:1: wer: das Feld „wer“ kommt im Text nicht vor",
            ),
        ] {
            assert_eq!(parse("x.md", text).unwrap_err()[0].to_string(), expected);
        }
        let broken =
            parse("x.md", "+++\ntitle = \"a\"\nkind = \"closing\"\n+++\nx\n{% if %}").unwrap_err();
        assert!(
            broken[0].to_string().starts_with("x.md:6: der Text ist kein gültiges Jinja: "),
            "{}",
            broken[0]
        );
        let broken = parse("x.md", "+++\ntitle = \"a\"\nkid = \"closing\"\n+++\nx").unwrap_err();
        assert!(
            broken[0]
                .to_string()
                .starts_with("x.md:3: der Kopf ist nicht lesbar: unknown field `kid`"),
            "{}",
            broken[0]
        );
    }
}
