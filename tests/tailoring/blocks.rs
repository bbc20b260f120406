//! Every shipped block, general ones and those of the profiles, filled for everyone.

use proptest::prelude::*;
use werdegang::corpus::load;
use werdegang::corpus::profile::{Inflection, Snippet, SnippetField, SnippetKind, Title};
use werdegang::i18n::Language;
use werdegang::tailoring::{
    Answers, Applicant, Filled, SpanKind, Subject, check_snippet, fill, proofread, snippet,
};

const TITLES: &[(&str, &str, Option<&str>, Inflection)] = &[
    ("Backend Developer", "Backend Developerin", None, Inflection::Er),
    ("Maler und Lackierer", "Malerin und Lackiererin", None, Inflection::Er),
    (
        "Fachinformatiker für Systemintegration",
        "Fachinformatikerin für Systemintegration",
        None,
        Inflection::Er,
    ),
    ("Ingenieur", "Ingenieurin", None, Inflection::PluralE),
    ("Technischer Redakteur", "Technische Redakteurin", None, Inflection::PluralE),
    ("Landwirt", "Landwirtin", None, Inflection::PluralE),
    ("Koch", "Köchin", None, Inflection::UmlautE),
    ("Leitender Oberarzt", "Leitende Oberärztin", None, Inflection::UmlautE),
    ("Rechtsanwalt", "Rechtsanwältin", None, Inflection::UmlautE),
    ("IT-Administrator", "IT-Administratorin", None, Inflection::Or),
    ("Konditor", "Konditorin", None, Inflection::Or),
    ("Moderator", "Moderatorin", None, Inflection::Or),
    ("Datenanalyst", "Datenanalystin", None, Inflection::NDeclension),
    (
        "Wissenschaftlicher Assistent",
        "Wissenschaftliche Assistentin",
        None,
        Inflection::NDeclension,
    ),
    ("Biologe", "Biologin", None, Inflection::NDeclension),
    ("Pflegefachmann", "Pflegefachfrau", Some("Pflegefachperson"), Inflection::Mann),
    ("Kaufmann im Einzelhandel", "Kauffrau im Einzelhandel", None, Inflection::Mann),
    ("Fachmann für Restaurants", "Fachfrau für Restaurants", None, Inflection::Mann),
    (
        "Medizinischer Fachangestellter",
        "Medizinische Fachangestellte",
        None,
        Inflection::Adjectival,
    ),
    ("Steuerfachangestellter", "Steuerfachangestellte", None, Inflection::Adjectival),
    ("Sicherheitsbeauftragter", "Sicherheitsbeauftragte", None, Inflection::Adjectival),
    ("Zollbeamter", "Zollbeamtin", None, Inflection::Beamter),
    ("Beamter im mittleren Dienst", "Beamtin im mittleren Dienst", None, Inflection::Beamter),
    ("Polizeibeamter", "Polizeibeamtin", None, Inflection::Beamter),
    (
        "Fachkraft für Lagerlogistik",
        "Fachkraft für Lagerlogistik",
        None,
        Inflection::FeminineForAll,
    ),
    ("Reinigungskraft", "Reinigungskraft", None, Inflection::FeminineForAll),
    ("Küchenhilfe", "Küchenhilfe", None, Inflection::FeminineForAll),
    ("Data Scientist", "Data Scientist", None, Inflection::English),
    ("Chef", "Chefin", None, Inflection::English),
    ("Steward", "Stewardess", None, Inflection::English),
];

fn title(row: &(&str, &str, Option<&str>, Inflection)) -> Title {
    Title {
        masculine: row.0.into(),
        feminine: row.1.into(),
        neutral: row.2.map(str::to_owned),
        class: row.3,
    }
}

fn filled(snippet: &Snippet, title: &Title, answers: &Answers) -> Filled {
    let subject = Subject { title, language: Language::German };
    fill(snippet, &subject, &Applicant::default(), answers)
}

fn shipped() -> Vec<(String, Snippet)> {
    let (general, problems) = snippet::embedded();
    assert_eq!(problems, []);
    let corpus = load::embedded().corpus;
    let own = corpus.own_profiles().flat_map(|profile| {
        profile.snippets.iter().map(|snippet| (profile.id.clone(), snippet.clone()))
    });
    general.into_iter().map(|snippet| ("allgemein".to_owned(), snippet)).chain(own).collect()
}

#[test]
fn there_are_at_least_twelve_general_blocks() {
    assert!(snippet::embedded().0.len() >= 12);
}

#[test]
fn no_block_has_a_problem() {
    for (origin, snippet) in shipped() {
        assert_eq!(check_snippet(&snippet), [], "{origin}: {}", snippet.name);
    }
}

#[test]
fn every_block_reads_well_for_everyone() {
    let mut wrong = Vec::new();
    let mut combinations = 0;
    for (origin, snippet) in shipped() {
        for row in TITLES {
            combinations += 1;
            for (fault, text) in proofread(&snippet, &title(row)) {
                wrong.push(format!("{origin}/{}: {fault}: {text}", snippet.name));
            }
        }
    }
    assert!(combinations > 30_000, "only {combinations}");
    wrong.truncate(12);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn is_mark(c: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&c)
}

fn block(text: &str, fields: &[&str]) -> Snippet {
    Snippet {
        name: "probe".into(),
        title: "Probe".into(),
        kind: SnippetKind::Opening,
        text: text.into(),
        fields: fields
            .iter()
            .map(|name| SnippetField {
                name: (*name).into(),
                question: format!("Was ist {name}? (ein Beispiel)"),
                ..SnippetField::default()
            })
            .collect(),
        ..Snippet::default()
    }
}

#[test]
fn one_line_cases() {
    for (text, answers, expected) in [
        ("{{ beruf | als }}", &[][..], "als Köchin bzw. Koch"),
        ("{{ beruf | als }}", &[("ich.form", "weiblich")], "als Köchin"),
        ("{{ beruf | akk }}", &[("ich.form", "männlich")], "einen Koch"),
        (
            "Sie suchen {{ beruf | akk }}",
            &[("ich.form", "neutral")],
            "Sie suchen eine Köchin bzw. einen Koch",
        ),
        ("{{ beruf | zum }}", &[("ich.form", "weiblich")], "zur Köchin"),
        ("Ich {{ a }}.", &[("a", "koche gern.")], "Ich koche gern."),
        ("{{ beruf | gen }}", &[("ich.form", "männlich")], "eines Kochs"),
        ("{{ beruf | titel }}, {{ beruf.titel }}", &[("ich.form", "weiblich")], "Köchin, Köchin"),
        ("{{ a }}", &[], "[Was ist a?]"),
        ("{{ a }}", &[("a", "{{ b }} {% if %}")], "{{ b }} {% if %}"),
        ("{% if stelle.kennziffer %}Nr. {{ stelle.kennziffer }}{% endif %}", &[], ""),
        (
            "{% if stelle.kennziffer %}Nr. {{ stelle.kennziffer }}{% endif %}",
            &[("stelle.kennziffer", "7")],
            "Nr. 7",
        ),
        ("{{ firma | bei }}", &[("firma.name", "Muster GmbH")], "bei der Muster GmbH"),
        ("{{ firma | bei }}", &[], "bei [Name der Firma?]"),
        ("{{ kontakt | anrede }}", &[], "Sehr geehrte Damen und Herren,"),
        (
            "{{ kontakt | anrede }}",
            &[("kontakt.anrede", "Frau")],
            "Sehr geehrte Frau [Name der Kontaktperson?],",
        ),
        (
            "{{ kontakt | anrede }}",
            &[("kontakt.anrede", "Herr"), ("kontakt.name", "Jan de Wit"), ("kontakt.titel", "Dr.")],
            "Sehr geehrter Herr Dr. de Wit,",
        ),
    ] {
        let mut given = Answers::default();
        for (name, value) in answers {
            given.set(name, value);
        }
        let result = filled(&block(text, &["a"]), &title(&TITLES[6]), &given);
        assert_eq!(result.text, expected, "{text}");
        assert_eq!(result.problems, []);
    }
}

#[test]
fn a_tail_that_both_forms_share_is_said_once() {
    let title = Title {
        masculine: "Kaufmann im Einzelhandel".into(),
        feminine: "Kauffrau im Einzelhandel".into(),
        neutral: None,
        class: Inflection::Mann,
    };
    let text = "{{ beruf | akk }}, {{ beruf | als }}";
    let result = filled(&block(text, &[]), &title, &Answers::default());
    assert_eq!(
        result.text,
        "eine Kauffrau bzw. einen Kaufmann im Einzelhandel, als Kauffrau bzw. Kaufmann im Einzelhandel"
    );
}

#[test]
fn fields_come_in_the_order_of_the_text_and_only_from_branches_taken() {
    let text = "{{ b }} {% if stelle.kennziffer %}{{ c }}{% endif %} {{ a }} {{ b }}";
    let names = |answers: &Answers| -> Vec<String> {
        filled(&block(text, &["a", "b", "c"]), &title(&TITLES[0]), answers)
            .fields
            .into_iter()
            .map(|field| field.name)
            .collect()
    };
    assert_eq!(names(&Answers::default()), ["b", "stelle.kennziffer", "a"]);
    let mut answers = Answers::default();
    answers.set("stelle.kennziffer", "1");
    assert_eq!(names(&answers), ["b", "stelle.kennziffer", "c", "a"]);
}

#[test]
fn spans_name_gaps_and_answers_and_secrets_are_hidden_on_screen() {
    let mut block = block("{{ a }} und {{ b }}", &["a", "b"]);
    block.fields[0].secret = true;
    let mut answers = Answers::default();
    answers.set("a", "60.000 €");
    let result = filled(&block, &title(&TITLES[0]), &answers);
    assert_eq!(result.text, "60.000 € und [Was ist b?]");
    let spans: Vec<(&str, SpanKind)> =
        result.spans.iter().map(|span| (&result.text[span.range.clone()], span.kind)).collect();
    assert_eq!(spans, [("60.000 €", SpanKind::Answer), ("[Was ist b?]", SpanKind::Open)]);
    let (shown, spans) = result.masked();
    assert_eq!(shown, "••• und [Was ist b?]");
    assert_eq!(&shown[spans[1].range.clone()], "[Was ist b?]");
}

#[test]
fn a_block_that_computes_for_ever_is_ended() {
    let text = "{% for a in range(9999) %}{% for b in range(9999) %}x{% endfor %}{% endfor %}";
    let result = filled(&block(text, &[]), &title(&TITLES[0]), &Answers::default());
    assert_eq!(result.problems[0].message, "der Baustein rechnet zu lange");
    assert_eq!(result.text, text);
}

proptest! {
    #[test]
    fn any_answer_is_data(first in any::<String>(), second in any::<String>()) {
        let mut answers = Answers::default();
        answers.set("a", &first);
        answers.set("firma.name", &second);
        let result = filled(&block("{{ a }}|{{ firma | bei }}|{{ kontakt | anrede }}", &["a"]), &title(&TITLES[1]), &answers);
        prop_assert!(result.problems.is_empty());
        let marks = result.text.chars().any(is_mark);
        prop_assert!(!marks);
        for span in &result.spans {
            prop_assert!(result.text.get(span.range.clone()).is_some());
        }
        let (shown, spans) = result.masked();
        for span in spans {
            prop_assert!(shown.get(span.range).is_some());
        }
    }

    #[test]
    fn any_template_gives_a_text_or_a_problem(text in "[{}%| a-z.()\\[\\]'\"0-9+*-]{0,60}") {
        filled(&block(&text, &["a"]), &title(&TITLES[0]), &Answers::default());
    }
}
