//! From JSON text to a [`Profile`], with every problem of the file.
//!
//! Structure is judged here: what is missing, misspelt or of the wrong kind. Whether the content
//! is rich enough to ship is the business of `check`.

mod node;
mod places;

use std::cell::RefCell;

use serde_json::Value;

use self::node::Node;
use super::problem::Problem;
use super::profile::{
    Access, Amount, Application, Career, Code, Codes, Entry, FORMAT, Inflection, LegalDuration,
    Path, Pay, PayStatistic, Profile, Qualifier, Related, Relation, Rung, Skills, Snippet,
    SnippetField, SnippetKind, Source, Tasks, Tip, Title, TrainingPay, Workplaces,
};

/// Largest profile file accepted, in bytes.
pub(crate) const MAX_FILE: usize = 4 * 1024 * 1024;

/// Names of the declension classes in the JSON format.
pub(crate) const INFLECTIONS: &[(&str, Inflection)] = &[
    ("er", Inflection::Er),
    ("plural_e", Inflection::PluralE),
    ("umlaut_e", Inflection::UmlautE),
    ("or", Inflection::Or),
    ("n_declension", Inflection::NDeclension),
    ("mann", Inflection::Mann),
    ("adjectival", Inflection::Adjectival),
    ("beamter", Inflection::Beamter),
    ("feminine_for_all", Inflection::FeminineForAll),
    ("english", Inflection::English),
];

/// Names of the kinds of text block, in the order blocks are listed.
pub(crate) const SNIPPET_KINDS: &[(&str, SnippetKind)] = &[
    ("subject", SnippetKind::Subject),
    ("opening", SnippetKind::Opening),
    ("motivation", SnippetKind::Motivation),
    ("experience", SnippetKind::Experience),
    ("skills", SnippetKind::Skills),
    ("terms", SnippetKind::Terms),
    ("closing", SnippetKind::Closing),
    ("email", SnippetKind::Email),
    ("pitch", SnippetKind::Pitch),
    ("follow_up", SnippetKind::FollowUp),
];

const ACCESS: &[(&str, Access)] = &[
    ("training", Access::Training),
    ("study", Access::Study),
    ("career_change", Access::CareerChange),
    ("further_training", Access::FurtherTraining),
];

const RELATIONS: &[(&str, Relation)] = &[
    ("same_base", Relation::SameBase),
    ("next_step", Relation::NextStep),
    ("alternative", Relation::Alternative),
];

/// Reads one profile.
///
/// # Errors
/// All problems of the file, in the order of reading, each with line and place where known.
pub fn profile(file: &str, text: &str) -> Result<Profile, Vec<Problem>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.len() > MAX_FILE {
        let message = format!("die Datei ist größer als {} MiB; bitte aufteilen", MAX_FILE >> 20);
        return Err(vec![Problem::file(file, message)]);
    }
    let value: Value = serde_json::from_str(text).map_err(|error| {
        vec![Problem {
            line: Some(error.line()),
            ..Problem::file(
                file,
                format!("kein gültiges JSON (Spalte {}): {}", error.column(), syntax(&error)),
            )
        }]
    })?;
    if !value.is_object() {
        return Err(vec![Problem::file(
            file,
            "hier wird ein JSON-Objekt { … } mit einem Profil erwartet",
        )]);
    }
    let notes = RefCell::new(Vec::new());
    let profile = read_profile(&Node::root(&value, &notes));
    let notes = notes.into_inner();
    if notes.is_empty() {
        return Ok(profile);
    }
    let lines = places::lines(text);
    Err(notes
        .into_iter()
        .map(|(place, message)| Problem {
            line: places::nearest_line(&lines, &place),
            ..Problem::at(file, place, message)
        })
        .collect())
}

/// What serde_json found, in words a person who edits the file understands.
fn syntax(error: &serde_json::Error) -> &'static str {
    if error.is_eof() {
        "die Datei endet mitten im Text; vermutlich fehlt eine schließende Klammer"
    } else {
        "hier fehlt vermutlich ein Komma, ein Anführungszeichen oder eine Klammer"
    }
}

fn read_profile(node: &Node) -> Profile {
    node.only(&[
        "$schema",
        "format",
        "id",
        "language",
        "title",
        "aliases",
        "codes",
        "field",
        "tags",
        "access",
        "summary",
        "overview",
        "regulated",
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
        "excludes",
        "related",
        "sources",
    ]);
    let format = node.number("format");
    if format > FORMAT {
        node.note_at("format", format!(
            "Formatversion {format} ist neuer als dieses Programm (bis {FORMAT}); bitte werdegang aktualisieren"
        ));
    }
    let id = node.line("id");
    if !id.is_empty() && !is_slug(&id) {
        node.note_at(
            "id",
            format!(
                "die id „{id}“ darf nur aus Kleinbuchstaben a–z, Ziffern, Punkten und Bindestrichen bestehen"
            ),
        );
    }
    if node.child("title").is_none() {
        node.note_at("title", "dieses Feld fehlt");
    }
    Profile {
        format,
        id,
        language: node.line("language"),
        title: node.part("title", read_title),
        aliases: node.lines("aliases"),
        codes: node.part("codes", read_codes),
        field: node.line("field"),
        tags: node.lines("tags"),
        access: node.list("access", |item| item.as_choice(ACCESS)).into_iter().flatten().collect(),
        summary: node.line("summary"),
        overview: node.lines("overview"),
        regulated: node.line_or_empty("regulated"),
        tasks: node.part("tasks", |node| {
            node.only(&["intro", "items"]);
            Tasks { intro: node.line_or_empty("intro"), items: node.lines("items") }
        }),
        workplaces: node.part("workplaces", |node| {
            node.only(&["intro", "branches", "conditions"]);
            Workplaces {
                intro: node.line_or_empty("intro"),
                branches: node.lines("branches"),
                conditions: node.lines("conditions"),
            }
        }),
        entry: node.part("entry", |node| {
            node.only(&["training", "study", "career_change"]);
            Entry {
                training: node.part("training", read_path),
                study: node.part("study", read_path),
                career_change: node.part("career_change", read_path),
            }
        }),
        skills: node.part("skills", |node| {
            node.only(&["professional", "optional", "tools", "personal"]);
            Skills {
                professional: node.lines("professional"),
                optional: node.lines("optional"),
                tools: node.lines("tools"),
                personal: node.lines("personal"),
            }
        }),
        career: node.part("career", |node| {
            node.only(&["ladder", "further_training"]);
            let ladder = node.list("ladder", |rung| {
                rung.only(&["name", "text"]);
                Rung { name: rung.line("name"), text: rung.line("text") }
            });
            Career { ladder, further_training: node.lines("further_training") }
        }),
        pay: node.part("pay", read_pay),
        application: node.part("application", |node| {
            node.only(&["search_terms", "folder", "work_samples", "recruiters"]);
            Application {
                search_terms: node.lines("search_terms"),
                folder: node.lines("folder"),
                work_samples: node.lines("work_samples"),
                recruiters: node.lines("recruiters"),
            }
        }),
        tips: node.list("tips", |tip| {
            tip.only(&["question", "hint"]);
            Tip { question: tip.line("question"), hint: tip.line("hint") }
        }),
        fits: node.lines("fits"),
        snippets: node.list("snippets", read_snippet),
        excludes: node.lines("excludes"),
        related: node.list("related", |related| {
            related.only(&["id", "kind", "why"]);
            let kind = related
                .child("kind")
                .and_then(|kind| kind.as_choice(RELATIONS))
                .unwrap_or(Relation::Alternative);
            Related { id: related.line("id"), kind, why: related.line("why") }
        }),
        sources: node.list("sources", |source| {
            source.only(&["id", "title", "publisher", "year", "url"]);
            Source {
                id: source.line("id"),
                title: source.line("title"),
                publisher: source.line("publisher"),
                year: source.number("year"),
                url: source.line("url"),
            }
        }),
    }
}

fn read_title(node: &Node) -> Title {
    node.only(&["masculine", "feminine", "neutral", "class"]);
    Title {
        masculine: node.line("masculine"),
        feminine: node.line("feminine"),
        neutral: node.optional_line("neutral"),
        class: node.choice("class", INFLECTIONS),
    }
}

fn read_codes(node: &Node) -> Codes {
    node.only(&["kldb", "isco", "esco", "dkz", "onet"]);
    let code = |node: &Node| {
        node.only(&["code", "label", "verified"]);
        Code {
            code: node.line("code"),
            label: node.line_or_empty("label"),
            verified: node.line("verified"),
        }
    };
    Codes {
        kldb: node.child("kldb").map(|child| code(&child)),
        isco: node.list("isco", code),
        esco: node.child("esco").map(|child| code(&child)),
        dkz: node.child("dkz").map(|child| code(&child)),
        onet: node.child("onet").map(|child| code(&child)),
    }
}

fn read_path(node: &Node) -> Path {
    node.only(&["text", "duration"]);
    Path {
        text: node.lines("text"),
        duration: node.child("duration").map(|duration| {
            duration.only(&["months", "law", "source"]);
            LegalDuration {
                months: duration.number("months"),
                law: duration.line("law"),
                source: duration.line("source"),
            }
        }),
    }
}

fn read_pay(node: &Node) -> Pay {
    node.only(&["statistics", "training", "drivers"]);
    let amount = |node: Node| {
        node.only(&["euros", "qualifier"]);
        let qualifier = node
            .child("qualifier")
            .and_then(|q| q.as_choice(&[("exact", Qualifier::Exact), ("above", Qualifier::Above)]))
            .unwrap_or_default();
        let euros = node.optional_number("euros");
        if node.child("euros").is_none() {
            node.note_at("euros", "diese Zahl fehlt");
        }
        if euros == Some(0) {
            node.note("ein Betrag von 0 € ist keine Angabe; das Feld weglassen");
        }
        Amount { euros: euros.unwrap_or_default(), qualifier }
    };
    Pay {
        statistics: node.list("statistics", |row| {
            row.only(&[
                "year",
                "region",
                "group",
                "group_label",
                "q1",
                "median",
                "q3",
                "employees",
                "source",
            ]);
            PayStatistic {
                year: row.number("year"),
                region: row.line("region"),
                group: row.line("group"),
                group_label: row.line("group_label"),
                q1: row.child("q1").map(amount),
                median: row.child("median").map(amount),
                q3: row.child("q3").map(amount),
                employees: row.optional_number("employees"),
                source: row.line("source"),
            }
        }),
        training: node.list("training", |row| {
            row.only(&["year", "euros", "scope", "source"]);
            TrainingPay {
                year: row.number("year"),
                euros: row.number("euros"),
                scope: row.line("scope"),
                source: row.line("source"),
            }
        }),
        drivers: node.lines("drivers"),
    }
}

fn read_snippet(node: &Node) -> Snippet {
    node.only(&["name", "title", "kind", "tone", "level", "tags", "text", "fields"]);
    Snippet {
        name: node.line("name"),
        title: node.line("title"),
        kind: node.choice("kind", SNIPPET_KINDS),
        tone: node.line_or_empty("tone"),
        level: node.line_or_empty("level"),
        tags: node.lines("tags"),
        text: node.text("text"),
        fields: node.list("fields", |field| {
            field.only(&["name", "question", "choices", "default", "optional", "secret"]);
            SnippetField {
                name: field.line("name"),
                question: field.line("question"),
                choices: field.lines("choices"),
                default: field.optional_line("default"),
                optional: field.flag("optional"),
                secret: field.flag("secret"),
            }
        }),
    }
}

fn is_slug(id: &str) -> bool {
    !id.is_empty()
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.'))
}
