//! The letter desk, a job, applications, own data: keys in, state and effects out.

use werdegang::app::model::Page;
use werdegang::app::screen::{desk, job};
use werdegang::app::text_field::TextField;
use werdegang::app::{Effect, Keep, Load, Msg};
use werdegang::matching::Verdict;
use werdegang::store::applications::{Application, Status};
use werdegang::store::letters::LetterRecord;
use werdegang::tailoring::applicant;

use crate::helpers::stage::Stage;

const ADVERT: &str = "Köchin (m/w/d)\nGasthof Muster GmbH\n\nIhr Profil:\n- Erfahrung mit Fisch\n- Führerschein Klasse B\n\nKennziffer: K-7\nAnsprechpartnerin: Frau Dr. Anna Weber\n";

fn desk(stage: &Stage) -> &desk::State {
    match stage.model.pages.last() {
        Some(Page::Desk(desk)) => desk,
        _ => panic!("no desk in front"),
    }
}

fn job(stage: &Stage) -> &job::State {
    match stage.model.pages.last() {
        Some(Page::Job(job)) => job,
        _ => panic!("no job in front"),
    }
}

fn titles(stage: &Stage) -> Vec<String> {
    desk(stage).rendered.iter().map(|part| part.title.clone()).collect()
}

/// At the desk with a letter for the shipped cook.
fn at_the_desk() -> Stage {
    let mut stage = Stage::shipped(120, 40);
    stage.keys("koch<enter>l");
    stage
}

#[test]
fn a_letter_begins_with_the_parts_of_one_and_is_kept_at_once() {
    let stage = at_the_desk();
    assert_eq!(desk(&stage).rendered.len(), 6);
    let Some(Effect::Keep(Keep::Letter(kept))) = stage.effects.last() else {
        panic!("{:?}", stage.effects)
    };
    assert_eq!((kept.name.as_str(), kept.profile.as_str(), kept.id), ("koch", "koch", 0));
    assert!(!werdegang::app::is_unsaved(&stage.model));
}

#[test]
fn parts_move_swap_go_and_come_back() {
    let mut stage = at_the_desk();
    let before = titles(&stage);
    stage.keys("J");
    assert_eq!(titles(&stage)[..2], [before[1].clone(), before[0].clone()]);
    stage.keys("x");
    assert_eq!(titles(&stage).len(), 5);
    stage.keys("uu");
    assert_eq!(titles(&stage), before);
    stage.keys("U");
    assert_eq!(titles(&stage)[1], before[0]);
    // The cursor stands on the first part again; a free text goes behind it.
    stage.keys("aFreier<enter>");
    let added = desk(&stage).cursor.selected();
    assert_eq!(titles(&stage)[added], "Freier Text");
    assert!(werdegang::app::is_unsaved(&stage.model));
    stage.send(Msg::SaveDue);
    assert!(matches!(stage.effects.last(), Some(Effect::Keep(Keep::Letter(_)))));
    assert!(!werdegang::app::is_unsaved(&stage.model));
}

#[test]
fn own_words_replace_a_block_until_it_is_wanted_back() {
    let mut stage = at_the_desk();
    let block = desk(&stage).rendered[0].filled.text.clone();
    stage.keys("e<end> und mehr<enter>zweite Zeile");
    assert_eq!(desk(&stage).rendered[0].filled.text, format!("{block} und mehr\nzweite Zeile"));
    assert!(stage.screen().contains("zweite Zeile"));
    stage.keys("<esc>");
    assert!(desk(&stage).writing.is_none(), "esc leaves the text, not the desk");
    stage.keys("r");
    assert_eq!(desk(&stage).rendered[0].filled.text, block);
}

#[test]
fn answers_given_in_the_form_stand_in_the_whole_letter() {
    let mut stage = at_the_desk();
    let open = desk(&stage).review.open.len();
    stage.keys("<down><enter>");
    assert!(matches!(stage.model.pages.last(), Some(Page::Form(_))));
    stage.keys("Frau<tab><tab>Weber<esc>");
    assert!(desk(&stage).text().contains("Sehr geehrte Frau Weber,"), "{}", desk(&stage).text());
    assert!(desk(&stage).review.open.len() <= open);
    let kept: Vec<&str> = stage
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Keep(Keep::Answer { value, .. }) => Some(value.as_str()),
            _ => None,
        })
        .collect();
    assert!(kept.contains(&"Weber"), "{kept:?}");
}

#[test]
fn a_question_is_answered_by_a_guided_block_or_marked_by_hand() {
    let mut stage = at_the_desk();
    stage.keys("f<down><space>");
    assert_eq!(desk(&stage).review.answered.iter().filter(|a| **a).count(), 1);
    stage.keys("<space><enter>");
    // A new part asks the question; it is filled at once.
    stage.keys("In Hamburg gelernt.<esc>");
    assert!(desk(&stage).review.answered[1] || desk(&stage).letter.questions.contains_key(&1));
    assert!(desk(&stage).text().contains("In Hamburg gelernt."), "{}", desk(&stage).text());
}

#[test]
fn copying_a_letter_keeps_its_text_and_remembers_the_copy() {
    let mut stage = at_the_desk();
    let mut record = desk(&stage).record.clone();
    record.id = 7;
    stage.send(Msg::KeptLetter(record));
    stage.effects.clear();
    stage.keys("<ctrl-k>");
    assert!(stage.copies().is_empty(), "open questions are asked about first");
    stage.keys("j");
    let text = desk(&stage).text();
    assert!(stage.effects.iter().any(|effect| matches!(
        effect,
        Effect::Keep(Keep::Version { letter: 7, text: kept, reason: "copied" }) if *kept == text
    )));
    assert_eq!(stage.copies(), [text.as_str()]);
    stage.send(Msg::Copied { sentence: "Kopiert".into(), route: "xclip".into(), personal: true });
    let Some(Effect::Keep(Keep::Copy(copy))) = stage.effects.last() else {
        panic!("{:?}", stage.effects)
    };
    assert_eq!(
        (copy.text.as_str(), copy.route.as_str(), copy.letter),
        (text.as_str(), "xclip", Some(7))
    );
}

#[test]
fn a_stored_letter_comes_back_with_its_answers() {
    let mut stage = Stage::shipped(120, 40);
    let content = r#"{"parts":[{"block":{"own":"betreff"}},{"block":"free","edited":"Hallo"}],"answers":{"stelle.kennziffer":"K-7"}}"#;
    let record = LetterRecord {
        id: 3,
        revision: 2,
        name: "alt".into(),
        profile: "koch".into(),
        content: content.into(),
        ..LetterRecord::default()
    };
    stage.keys("<f11>");
    assert!(matches!(stage.effects.last(), Some(Effect::Load(Load::Letters))));
    stage.send(Msg::Letters(vec![record])).keys("<enter>");
    assert!(desk(&stage).text().contains("K-7"), "{}", desk(&stage).text());
    assert!(desk(&stage).text().ends_with("Hallo"));
    let broken = LetterRecord {
        profile: "koch".into(),
        content: "{".into(),
        name: "x".into(),
        ..LetterRecord::default()
    };
    stage.send(Msg::Letters(vec![broken])).keys("<enter>");
    assert!(stage.screen().contains("der Brief „x“ ist nicht lesbar"), "{}", stage.screen());
}

#[test]
fn an_advertisement_is_read_corrected_matched_and_becomes_a_letter() {
    let mut stage = Stage::shipped(120, 40);
    stage.model.shared.applicant = applicant::parse(
        "ich.json",
        r#"{"work":[{"name":"Alt","position":"Köchin","highlights":["Fisch filetiert"]}],"werdegang":{"drivingLicence":"B"}}"#,
    )
    .unwrap();
    stage.keys("koch<enter>a");
    stage.send(Msg::Paste(ADVERT.into()));
    stage.keys("<tab>");
    assert_eq!(job(&stage).tab, job::Tab::Fields);
    let values: Vec<&str> = job(&stage).values.iter().map(TextField::text).collect();
    assert_eq!(values[..6], ["Köchin", "Gasthof Muster GmbH", "Frau", "Dr.", "Anna Weber", "K-7"]);
    let Some(Application { employer, advert, .. }) = kept_application(&stage) else { panic!() };
    assert_eq!((employer.as_str(), advert.as_str()), ("Gasthof Muster GmbH", ADVERT));

    stage.keys("<down><ctrl-u>Gasthof Anker GmbH<tab>");
    assert_eq!(job(&stage).tab, job::Tab::Match);
    let rows: Vec<(String, Verdict)> =
        job(&stage).rows().iter().map(|row| (row.requirement.clone(), row.verdict())).collect();
    assert_eq!(
        rows,
        [
            ("Erfahrung mit Fisch".into(), Verdict::Shown),
            ("Führerschein Klasse B".into(), Verdict::Shown)
        ]
    );
    // The person knows better, and that is remembered.
    stage.keys("<space>");
    assert!(matches!(
        stage.effects.last(),
        Some(Effect::Keep(Keep::Verdict { requirement, verdict: Some("partly"), .. })) if requirement == "Erfahrung mit Fisch"
    ));
    stage.send(Msg::SaveDue);
    let kept = kept_application(&stage).unwrap();
    assert_eq!(kept.fields["firma.name"], "Gasthof Anker GmbH", "corrections are kept");
    assert_eq!(kept.fields["kontakt.titel"], "Dr.");
    stage.keys("l");
    let text = desk(&stage).text();
    assert!(text.contains("Sehr geehrte Frau Dr. Weber,"), "{text}");
    assert_eq!(stage.model.shared.answers.get("firma.name"), Some("Gasthof Anker GmbH"));
}

#[test]
fn a_requirement_leads_to_its_block_with_the_evidence_in_it() {
    let mut stage = Stage::shipped(120, 40);
    let (snippets, _) = werdegang::tailoring::snippet::embedded();
    stage.model.shared.snippets = snippets;
    stage.model.shared.applicant = applicant::parse(
        "ich.json",
        r#"{"work":[{"name":"Alt","position":"Köchin","highlights":["Fisch filetiert"]}]}"#,
    )
    .unwrap();
    stage.keys("koch<enter>a");
    stage.send(Msg::Paste(ADVERT.into()));
    stage.keys("<tab><tab><enter>");
    let form = stage.model.form().unwrap();
    assert_eq!(form.snippet.name, "anforderung-belegt");
    assert_eq!(
        form.filled.text,
        "In Ihrer Anzeige steht: „Erfahrung mit Fisch“. Dazu kann ich Ihnen dies nennen: Fisch filetiert (Köchin, Alt)."
    );
}

#[test]
fn too_long_a_text_is_refused_whole() {
    let mut stage = Stage::shipped(120, 40);
    stage.keys("koch<enter>a");
    stage.send(Msg::Paste("x".repeat(10 * 1024 * 1024)));
    assert!(job(&stage).area.is_empty());
    assert!(stage.screen().contains("länger als 256 KB"), "{}", stage.screen());
}

fn kept_application(stage: &Stage) -> Option<Application> {
    stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::Keep(Keep::Application(application)) => Some(application.clone()),
        _ => None,
    })
}

#[test]
fn applications_are_narrowed_changed_and_put_away() {
    let mut stage = Stage::shipped(120, 40);
    stage.keys("<f12>");
    assert!(matches!(stage.effects.last(), Some(Effect::Load(Load::Applications))));
    let one = Application {
        id: 1,
        employer: "Muster GmbH".into(),
        position: "Köchin".into(),
        ..Application::default()
    };
    let two = Application {
        id: 2,
        employer: "Beispiel AG".into(),
        archived: true,
        ..Application::default()
    };
    stage.send(Msg::Applications(vec![one, two]));
    assert!(stage.screen().contains("Bewerbungen · 1"), "{}", stage.screen());
    stage.keys("<tab>");
    assert_eq!(kept_application(&stage).unwrap().status, Status::Sent);
    stage.keys("<enter><down><down><down>2027-03-01<tab>");
    let kept = kept_application(&stage).unwrap();
    assert_eq!((kept.id, kept.next_date.as_str()), (1, "2027-03-01"));
    stage.keys("<ctrl-x>");
    assert!(kept_application(&stage).unwrap().archived);
    stage.keys("<ctrl-d>");
    assert_eq!(kept_application(&stage).unwrap().id, 0);
    stage.keys("<ctrl-t>");
    assert!(stage.screen().contains("Bewerbungen · 2"), "{}", stage.screen());
    stage.keys("beispiel");
    assert!(stage.screen().contains("Bewerbungen · 1"), "{}", stage.screen());
    stage.keys("<ctrl-e>");
    let names: Vec<&str> = stage
        .effects
        .iter()
        .filter_map(|e| match e {
            Effect::Export { name, .. } => Some(name.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(names, ["bewerbungen.csv", "bewerbungen.json"]);
}

#[test]
fn own_data_are_saved_field_by_field() {
    let mut stage = Stage::shipped(120, 40);
    stage.keys("<f10>Robin Sommer<down>");
    let Some(Effect::Keep(Keep::Applicant(text))) = stage.effects.last() else {
        panic!("{:?}", stage.effects)
    };
    assert_eq!(applicant::parse("ich.json", text).unwrap().name.as_deref(), Some("Robin Sommer"));
    stage.keys("<pagedown><esc>");
    let Some(Effect::Keep(Keep::Applicant(text))) = stage.effects.last() else { panic!() };
    assert!(text.contains("\"form\": \"feminine\""), "{text}");
}

/// What a secret answer says reaches the clipboard and nothing else: no draft, no version, no list
/// of copies, no suggestion, no own words.
#[test]
fn a_secret_answer_is_kept_nowhere() {
    let mut stage = Stage::shipped(120, 40);
    let (snippets, _) = werdegang::tailoring::snippet::embedded();
    stage.model.shared.snippets = snippets;
    stage.keys("koch<enter>laGehaltswunsch als Spanne<enter><enter>");
    stage.keys("46111<tab>51222<tab><esc>");
    let mut record = desk(&stage).record.clone();
    record.id = 7;
    stage.send(Msg::KeptLetter(record));
    assert!(desk(&stage).text().contains("46.111"), "{}", desk(&stage).text());
    assert!(!stage.screen().contains("46.111"), "masked on screen");
    stage.keys("<ctrl-k>j");
    assert!(stage.copies()[0].contains("46.111"), "copied as it is");
    stage.send(Msg::Copied { sentence: "Kopiert".into(), route: "xclip".into(), personal: true });
    stage.keys("e, gern mehr<esc>");
    stage.send(Msg::SaveDue);
    let kept: Vec<&Effect> =
        stage.effects.iter().filter(|effect| matches!(effect, Effect::Keep(_))).collect();
    assert!(kept.len() >= 4, "{kept:?}");
    let kept = format!("{kept:?}");
    assert!(kept.contains("•••") && kept.contains("gern mehr"), "{kept}");
    for secret in ["46111", "46.111", "51222", "51.222"] {
        assert!(!kept.contains(secret), "{secret} in {kept}");
    }
}
