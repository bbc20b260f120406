//! The letter desk: beginning and opening letters, what its keys do, copies that are remembered.

use super::{close, profession, save_due};
use crate::app::cursor::Cursor;
use crate::app::effect::{CopySubject, Effect, Keep};
use crate::app::model::{Model, Overlay, Page, Status};
use crate::app::msg::Msg;
use crate::app::screen::{confirm, desk, form, picker};
use crate::keymap::Command;
use crate::letter::{self, Block, Letter};
use crate::spelling::{Letterhead, Reason};
use crate::store::applications::Application;
use crate::store::copies::Copied;
use crate::store::letters::LetterRecord;

pub(super) fn begin_letter(model: &mut Model, application: Option<&Application>) -> Vec<Effect> {
    let profile = match application {
        Some(application) => profession(model, &application.profile),
        None => model.reader.as_ref().map(|reader| reader.profile),
    };
    let Some(at) = profile else { return Vec::new() };
    let Some(profile) = model.shared.corpus.profile(at) else { return Vec::new() };
    let letter = Letter::begin(profile, &model.shared.snippets);
    let employer = application.map_or_else(
        || model.shared.answers.get("firma.name").unwrap_or_default().to_owned(),
        |application| application.employer.clone(),
    );
    let record = LetterRecord {
        name: letter_name(&profile.title.masculine, &employer),
        profile: profile.id.clone(),
        application: application.map(|application| application.id).filter(|id| *id != 0),
        ..LetterRecord::default()
    };
    let mut state = desk::State::open(record, at, letter, &mut model.shared);
    state.job = application.map_or(0, |application| application.key);
    close(model, |page| matches!(page, Page::Desk(_)));
    model.pages.push(Page::Desk(Box::new(state)));
    save_due(model)
}

/// `muster-gmbh-koch`: what `werdegang letter` takes. The store makes it unique.
fn letter_name(title: &str, employer: &str) -> String {
    let mut name = String::new();
    for c in format!("{employer} {title}").to_lowercase().chars() {
        match c {
            'ä' => name.push_str("ae"),
            'ö' => name.push_str("oe"),
            'ü' => name.push_str("ue"),
            'ß' => name.push_str("ss"),
            c if c.is_ascii_alphanumeric() => name.push(c),
            _ => name.push(' '),
        }
    }
    name.split_whitespace().take(6).collect::<Vec<_>>().join("-")
}

/// Puts a stored letter on the desk.
pub(in crate::app) fn open_letter(model: &mut Model, record: LetterRecord) -> Vec<Effect> {
    let Some(at) = profession(model, &record.profile) else { return Vec::new() };
    match Letter::from_json(&record.content) {
        Ok(letter) => {
            let effects = save_due(model);
            model.shared.answers.clear();
            let state = desk::State::open(record, at, letter, &mut model.shared);
            close(model, |page| matches!(page, Page::Desk(_)));
            model.pages.push(Page::Desk(Box::new(state)));
            effects
        }
        Err(_) => {
            model.status = Status::warning(model.shared.text().letter_unreadable(&record.name));
            Vec::new()
        }
    }
}

/// The block of the form or of the chosen part in the person's editor.
pub(super) fn edit_block(model: &mut Model) -> Vec<Effect> {
    let name = match model.pages.last() {
        Some(Page::Form(form)) => Some(form.snippet.name.clone()),
        Some(Page::Desk(desk)) => match desk.part().map(|part| &part.block) {
            Some(Block::General(name)) => Some(name.clone()),
            _ => None,
        },
        _ => None,
    };
    let general = name.filter(|name| model.shared.snippets.iter().any(|s| s.name == *name));
    match general {
        Some(name) => vec![Effect::EditBlock { name }],
        None => {
            model.status = Status::note(model.shared.text().only_general_blocks());
            Vec::new()
        }
    }
}

pub(super) fn desk_command(model: &mut Model, command: Command) -> Vec<Effect> {
    let drawn = model.drawn;
    let Some(Page::Desk(desk)) = model.pages.last_mut() else { return Vec::new() };
    match command {
        Command::DeskFill if desk.questions.is_some() => {
            let number = desk.questions.map(|cursor| cursor.selected()).unwrap_or_default();
            desk.questions = None;
            desk.swapping = false;
            desk.put(Block::Question(number), &model.shared);
            fill_part(model)
        }
        Command::DeskFill => fill_part(model),
        Command::DeskAdd | Command::DeskSwap => {
            desk.swapping = command == Command::DeskSwap;
            let state = picker::State::for_letter(&model.shared, desk.profile);
            model.overlay = Some(Overlay::Picker(state));
            Vec::new()
        }
        Command::DeskCopy => {
            let (text, kept) = (desk.text(), desk.text_to_keep());
            let subject = desk.record.name.clone();
            copy_letter(model, text, Copied { subject, text: kept, ..Copied::default() }, true)
        }
        Command::DeskCopyPart => {
            let part = desk.rendered.get(desk.cursor.selected());
            let part = part.map(|part| {
                let (subject, kept) = (part.title.clone(), part.filled.masked().0);
                let copy = Copied { subject, text: kept, ..Copied::default() };
                (part.filled.text.clone(), copy)
            });
            part.map_or_else(Vec::new, |(text, copy)| copy_letter(model, text, copy, false))
        }
        Command::DeskExportText | Command::DeskExportMarkdown => {
            let markdown = command == Command::DeskExportMarkdown;
            let (text, ending) = if markdown {
                (letter::markdown(&desk.rendered), "md")
            } else {
                (desk.text() + "\n", "txt")
            };
            let name = format!("{}.{ending}", desk.record.name);
            let mut effects = keep_version(desk, "exported");
            effects.push(Effect::Export { name, text });
            effects
        }
        _ => {
            desk.command(command, &drawn, &model.shared);
            Vec::new()
        }
    }
}

pub(super) fn proof_command(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Page::Desk(desk)) = model.pages.last_mut() else { return Vec::new() };
    match command {
        Command::DeskProof if desk.proof.findings.is_empty() => {
            let text = model.shared.text();
            model.status = Status::note(if desk.proof.dictionary {
                text.nothing_to_repair()
            } else {
                text.no_dictionary()
            });
        }
        Command::DeskProof => {
            desk.proof.list = Some(Cursor::default());
            desk.show_finding();
        }
        Command::ProofLearn => {
            let word = desk.proof.selected().and_then(|found| match &found.reason {
                Reason::Unknown(word) => Some(word.clone()),
                _ => None,
            });
            return word.map(|word| Effect::Learn { word }).into_iter().collect();
        }
        _ => desk.proof_command(command, &model.shared),
    }
    suggest(model)
}

/// Asks what the chosen unknown word could mean.
fn suggest(model: &Model) -> Vec<Effect> {
    match model.pages.last() {
        Some(Page::Desk(desk)) => desk.proof.to_ask().map(|word| Effect::Suggest { word }),
        _ => None,
    }
    .into_iter()
    .collect()
}

/// Has the letter in front read again if it has changed.
pub(in crate::app) fn proofread(model: &mut Model) -> Vec<Effect> {
    let Some(Page::Desk(desk)) = model.pages.last_mut() else { return Vec::new() };
    let answer = |field: &str| {
        desk.letter.answers.get(field).map(|text| text.trim().to_owned()).filter(|t| !t.is_empty())
    };
    let address =
        answer("kontakt.anrede").and_then(|address| match address.to_lowercase().as_str() {
            "frau" => Some("Frau".to_owned()),
            "herr" => Some("Herr".to_owned()),
            _ => None,
        });
    let applicant = &model.shared.applicant;
    let stations = applicant.work.iter().chain(&applicant.education).chain(&applicant.projects);
    let head = Letterhead {
        contact: address.zip(answer("kontakt.name")),
        company: answer("firma.name"),
        other_companies: stations.map(|station| station.place.clone()).collect(),
    };
    let question = desk.proof.question(&desk.rendered, head);
    question
        .map(|(ticket, text, head)| Effect::Proofread { ticket, text, head })
        .into_iter()
        .collect()
}

/// What the proofreader answered.
pub(in crate::app) fn proofread_answer(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let Some(Page::Desk(desk)) = model.pages.last_mut() else { return Vec::new() };
    match msg {
        Msg::Proofread { ticket, findings, dictionary } => {
            desk.proof.answer(ticket, findings, dictionary, &desk.rendered);
            desk.show_finding();
        }
        Msg::Suggestions { word, repairs } => desk.proof.suggestions(word, repairs),
        Msg::Learned(word) => {
            desk.proof.forget();
            model.status = Status::note(model.shared.text().learned(&word));
        }
        _ => {}
    }
    suggest(model)
}

fn keep_version(desk: &desk::State, reason: &'static str) -> Vec<Effect> {
    let version = Keep::Version { letter: desk.record.id, text: desk.text_to_keep(), reason };
    if desk.record.id == 0 { Vec::new() } else { vec![Effect::Keep(version)] }
}

/// Copies a text; `kept` is what is remembered of it.
fn copy_letter(model: &mut Model, text: String, kept: Copied, whole: bool) -> Vec<Effect> {
    let mut effects = save_due(model);
    let Some(Page::Desk(desk)) = model.pages.last() else { return effects };
    if whole {
        effects.extend(keep_version(desk, "copied"));
    }
    model.copies.push_back(Copied {
        application: desk.record.application,
        letter: Some(desk.record.id).filter(|id| *id != 0),
        ..kept
    });
    let copy = Effect::Copy { text, subject: CopySubject::Personal, consent: false };
    let open = if whole { desk.review.open.len() } else { 0 };
    if open == 0 {
        effects.push(copy);
    } else {
        let question = model.shared.text().copy_with_open_fields(open);
        model.overlay = Some(Overlay::Confirm(confirm::State { question, effect: copy }));
    }
    effects
}

/// Opens the questions of the chosen part; a part without any is written freely.
fn fill_part(model: &mut Model) -> Vec<Effect> {
    let drawn = model.drawn;
    let Some(Page::Desk(desk)) = model.pages.last_mut() else { return Vec::new() };
    let at = desk.cursor.selected();
    let edited = desk.part().is_none_or(|part| part.edited.is_some());
    let asks = desk.rendered.get(at).is_some_and(|part| !part.filled.fields.is_empty());
    if edited || !asks {
        desk.command(Command::DeskEdit, &drawn, &model.shared);
        return Vec::new();
    }
    let Some(block) = desk.part().map(|part| part.block.clone()) else { return Vec::new() };
    let profile_at = desk.profile;
    let snippet = model.shared.corpus.profile(profile_at).and_then(|profile| {
        let sources = letter::Sources {
            profile,
            general: &model.shared.snippets,
            applicant: &model.shared.applicant,
            language: model.shared.language,
        };
        sources.snippet(&block)
    });
    if let Some(snippet) = snippet {
        model
            .pages
            .extend(form::State::open(profile_at, snippet, &mut model.shared).map(Page::Form));
    }
    Vec::new()
}

/// Stored letters have been read: the one of an application that was asked for, or a list.
pub(in crate::app) fn letters(model: &mut Model, letters: Vec<LetterRecord>) -> Vec<Effect> {
    if let Some(application) = model.wanted_letter.take() {
        let found = letters.into_iter().find(|letter| letter.application == Some(application.id));
        return match found {
            Some(letter) => open_letter(model, letter),
            None => begin_letter(model, Some(&application)),
        };
    }
    if letters.is_empty() {
        model.status = Status::note(model.shared.text().no_letters());
        return Vec::new();
    }
    model.overlay = Some(Overlay::Picker(picker::State::letters(letters)));
    Vec::new()
}

/// A block was chosen from the list for the letter.
pub(in crate::app) fn put(model: &mut Model, block: Block) {
    if let Some(Page::Desk(desk)) = model.pages.last_mut() {
        desk.put(block, &model.shared);
    }
}
