//! What the screens for writing do: letter desk, job, applications, own data. The top update hands
//! their commands over.

mod applications;
mod desk;
mod job;
mod paper;

pub(super) use desk::{letters, open_letter, proofread, proofread_answer, put};
pub(super) use paper::preview;

use self::applications::application_command;
use self::desk::{begin_letter, desk_command, edit_block, proof_command};
use self::job::{match_command, open_job};
use super::effect::{CopySubject, Effect, Keep, Load};
use super::model::{Model, Page, Shared, Status};
use super::screen;
use crate::keymap::{Command, Key};
use crate::store::applications::Application;
use crate::tailoring::search_query;

/// A key in the page in front.
pub(super) fn key(model: &mut Model, key: Key) {
    match model.pages.last_mut() {
        Some(Page::Form(form)) => {
            form.key(key, &mut model.shared);
        }
        Some(Page::Pay(pay)) => pay.key(key),
        Some(Page::Desk(desk)) => desk.key(key, &model.shared),
        Some(Page::Job(job)) => job.key(key),
        Some(Page::Applications(page)) => page.key(key),
        Some(Page::Mine(mine)) => mine.key(key),
        Some(Page::Paper(_)) | None => {}
    }
}

pub(super) fn paste(model: &mut Model, text: &str) {
    let fits = match model.pages.last_mut() {
        Some(Page::Form(form)) => {
            form.paste(text, &mut model.shared);
            true
        }
        Some(Page::Pay(pay)) => {
            pay.paste(text);
            true
        }
        Some(Page::Desk(desk)) => desk.paste(text, &model.shared),
        Some(Page::Job(job)) => job.paste(text),
        Some(Page::Applications(page)) => {
            page.paste(text);
            true
        }
        Some(Page::Mine(mine)) => {
            mine.paste(text);
            true
        }
        Some(Page::Paper(_)) | None => true,
    };
    if !fits {
        model.status = Status::warning(model.shared.text().text_too_long());
    }
}

/// Carries out a command that belongs to these screens; `None` if it does not.
pub(super) fn run(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    use Command as C;
    Some(match command {
        C::Mine => open_mine(model),
        C::Applications => {
            close(model, |page| matches!(page, Page::Applications(_)));
            let page = screen::applications::State {
                loading: true,
                ..screen::applications::State::default()
            };
            model.pages.push(Page::Applications(page));
            vec![Effect::Load(Load::Applications)]
        }
        C::Letters => {
            model.wanted_letter = None;
            vec![Effect::Load(Load::Letters)]
        }
        C::Copies => vec![Effect::Load(Load::Copies)],
        C::Letter => begin_letter(model, None),
        C::Job => open_job(model, Application::default()),
        C::CopyQuery => copy_query(model),
        C::EditBlock => edit_block(model),
        C::DeskFill
        | C::DeskAdd
        | C::DeskSwap
        | C::DeskCopy
        | C::DeskCopyPart
        | C::DeskExportText
        | C::DeskExportMarkdown
        | C::DeskDown
        | C::DeskUp
        | C::DeskMoveDown
        | C::DeskMoveUp
        | C::DeskEdit
        | C::DeskReset
        | C::DeskRemove
        | C::DeskUndo
        | C::DeskRedo
        | C::DeskQuestions
        | C::DeskToggle => desk_command(model, command),
        C::Papers => paper::open(model),
        C::PaperDown | C::PaperUp | C::PaperNext | C::PaperPrevious | C::PaperWrite => {
            paper::command(model, command)
        }
        C::DeskProof
        | C::ProofDown
        | C::ProofUp
        | C::ProofRepair
        | C::ProofOther
        | C::ProofLearn
        | C::ProofUndo
        | C::ProofDone => proof_command(model, command),
        C::WritingDone | C::WritingUndo | C::WritingRedo => writing_command(model, command),
        C::FieldDown | C::FieldUp | C::FieldChoice | C::FieldsDone | C::FieldsEditor => {
            fields_command(model, command)
        }
        C::MatchDown
        | C::MatchUp
        | C::MatchOverrule
        | C::MatchBlock
        | C::MatchLetter
        | C::MatchText => match_command(model, command),
        C::ApplicationOpen
        | C::ApplicationDown
        | C::ApplicationUp
        | C::ApplicationNew
        | C::ApplicationStatus
        | C::ApplicationDuplicate
        | C::ApplicationArchive
        | C::ApplicationShowArchive
        | C::ApplicationLetter
        | C::ApplicationCopies
        | C::ApplicationExport => application_command(model, command),
        _ => return None,
    })
}

/// Esc in the page in front: one layer back, and what was written is saved.
pub(super) fn back(model: &mut Model) -> Option<Vec<Effect>> {
    match model.pages.last_mut()? {
        Page::Desk(desk) if desk.writing.is_some() => {
            desk.writing = None;
            return Some(save_due(model));
        }
        Page::Desk(desk) if desk.proof.list.is_some() => {
            desk.proof.list = None;
            return Some(Vec::new());
        }
        Page::Desk(desk) if desk.questions.is_some() => {
            desk.questions = None;
            return Some(Vec::new());
        }
        Page::Job(job) if job.tab == screen::job::Tab::Match => {
            job.tab = screen::job::Tab::Fields;
            return Some(Vec::new());
        }
        Page::Applications(page) if page.detail.is_some() => {
            let changed = page.detail.take().map(|d| (d.to_save(), d.application));
            let save = changed.filter(|(new, old)| new != old).map(|(new, _)| new);
            return Some(save.map(|a| Effect::Keep(Keep::Application(a))).into_iter().collect());
        }
        _ => {}
    }
    let mut effects = save_due(model);
    let left = model.pages.pop();
    if let Some(Page::Form(_)) = left {
        effects.extend(remember_answers(model));
    }
    if let Some(Page::Desk(desk)) = model.pages.last_mut() {
        desk.refresh(&model.shared);
    }
    Some(effects)
}

/// Saves what is open and not saved: after a second without a key, on leaving, on every signal.
pub(super) fn save_due(model: &mut Model) -> Vec<Effect> {
    let mut effects = Vec::new();
    for page in &mut model.pages {
        match page {
            Page::Desk(desk) => {
                desk.refresh(&model.shared);
                if std::mem::take(&mut desk.changed) {
                    effects.push(Effect::Keep(Keep::Letter(desk.to_save())));
                }
            }
            Page::Job(job) => {
                let written = !job.area.text().trim().is_empty() || job.application.id != 0;
                if std::mem::take(&mut job.changed) && written {
                    let application = job.to_save(&model.shared);
                    effects.push(Effect::Keep(Keep::Application(application)));
                }
            }
            Page::Mine(mine) => {
                effects.extend(mine.commit().map(|text| Effect::Keep(Keep::Applicant(text))));
            }
            Page::Form(_) | Page::Pay(_) | Page::Applications(_) | Page::Paper(_) => {}
        }
    }
    effects
}

/// Whether something waits to be saved: the loop then wakes up after a second.
pub fn is_unsaved(model: &Model) -> bool {
    model.pages.iter().any(|page| match page {
        Page::Desk(desk) => desk.changed,
        Page::Job(job) => job.changed,
        _ => false,
    })
}

/// Answers of the form that was left are offered again; secret ones are not.
fn remember_answers(model: &mut Model) -> Vec<Effect> {
    let shared = &mut model.shared;
    let mut effects = Vec::new();
    for field in shared.asked.iter().filter(|(_, secret)| !**secret).map(|(field, _)| field) {
        let Some(value) = shared.answers.get(field).filter(|v| v.chars().count() <= 200) else {
            continue;
        };
        let known = shared.suggestions.entry(field.clone()).or_default();
        if !known.iter().any(|other| other == value) {
            known.insert(0, value.to_owned());
            let (field, value) = (field.clone(), value.to_owned());
            effects.push(Effect::Keep(Keep::Answer { field, value }));
        }
    }
    effects
}

fn close(model: &mut Model, which: impl Fn(&Page) -> bool) {
    model.pages.retain(|page| !which(page));
}

fn open_mine(model: &mut Model) -> Vec<Effect> {
    close(model, |page| matches!(page, Page::Mine(_)));
    match screen::mine::State::open(&model.shared) {
        Some(state) => model.pages.push(Page::Mine(state)),
        None => model.status = Status::warning(model.shared.text().no_place_for_data()),
    }
    Vec::new()
}

/// Position of a profession by its id; the one that is open where there is no such id.
fn profession(model: &Model, id: &str) -> Option<usize> {
    let open = model.reader.as_ref().map(|reader| reader.profile);
    model.shared.corpus.position(id).or(open)
}

fn copy_query(model: &mut Model) -> Vec<Effect> {
    let profile = model.reader.as_ref().and_then(|r| model.shared.corpus.profile(r.profile));
    let Some(text) = profile.map(search_query) else { return Vec::new() };
    vec![Effect::Copy { text, subject: CopySubject::Public, consent: false }]
}

fn writing_command(model: &mut Model, command: Command) -> Vec<Effect> {
    match model.pages.last_mut() {
        Some(Page::Desk(desk)) => {
            desk.writing_command(command, &model.shared);
            Vec::new()
        }
        Some(Page::Job(job)) if command == Command::WritingDone => {
            // A line that names a file is opened instead.
            let text = job.area.text().trim();
            let is_path = !text.contains('\n')
                && text.chars().count() < 300
                && [".txt", ".md", ".html", ".htm"].iter().any(|ending| text.ends_with(ending));
            if is_path {
                return vec![Effect::Load(Load::AdvertFile { path: text.to_owned() })];
            }
            let new = job.read_advert(&model.shared);
            job.tab = screen::job::Tab::Fields;
            let advert = job.advert_key();
            let mut effects = save_due(model);
            if new {
                effects.push(Effect::Load(Load::Verdicts { advert }));
            }
            effects
        }
        Some(Page::Job(job)) => {
            job.command(command);
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn fields_command(model: &mut Model, command: Command) -> Vec<Effect> {
    let drawn = model.drawn;
    match model.pages.last_mut() {
        Some(Page::Job(job)) if command == Command::FieldsDone => {
            job.answer(&mut model.shared);
            job.compare(&model.shared);
            job.tab = screen::job::Tab::Match;
            save_due(model)
        }
        Some(Page::Job(job)) => {
            job.command(command);
            Vec::new()
        }
        Some(Page::Applications(page)) if command == Command::FieldsDone => {
            let saved = page.detail.take().map(|detail| detail.to_save());
            saved.map(|a| Effect::Keep(Keep::Application(a))).into_iter().collect()
        }
        Some(Page::Applications(page)) => {
            page.command(command, &drawn);
            Vec::new()
        }
        Some(Page::Mine(mine)) => {
            let mut effects: Vec<Effect> = mine
                .command(command)
                .map(|text| Effect::Keep(Keep::Applicant(text)))
                .into_iter()
                .collect();
            if command == Command::FieldsEditor {
                effects.push(Effect::EditApplicant);
            }
            if command == Command::FieldsDone {
                model.pages.pop();
            }
            effects
        }
        _ => Vec::new(),
    }
}

/// An application was saved: every page that shows it takes its number and revision.
pub(super) fn kept_application(model: &mut Model, application: &Application) -> Vec<Effect> {
    let mut reload = false;
    for page in &mut model.pages {
        match page {
            Page::Job(job) if job.application.key == application.key => {
                job.application = application.clone();
            }
            // The letter was begun before its application had a number.
            Page::Desk(desk)
                if desk.job == application.key && desk.record.application.is_none() =>
            {
                desk.record.application = Some(application.id);
                desk.changed = true;
            }
            Page::Applications(_) => reload = true,
            _ => {}
        }
    }
    if reload { vec![Effect::Load(Load::Applications)] } else { Vec::new() }
}

/// Blocks were edited: what is made of them is filled again.
pub(super) fn blocks_changed(model: &mut Model) {
    for page in &mut model.pages {
        match page {
            Page::Desk(desk) => desk.refresh(&model.shared),
            Page::Form(form) => {
                let snippets = &model.shared.snippets;
                if let Some(new) = snippets.iter().find(|s| s.name == form.snippet.name) {
                    form.snippet = new.clone();
                }
                form.refresh(&model.shared);
            }
            _ => {}
        }
    }
}

/// The person's file was read again.
pub(super) fn applicant(shared: &mut Shared, pages: &mut [Page]) {
    for page in pages {
        match page {
            Page::Mine(mine) => {
                let document = shared.document.clone();
                mine.reload(document.unwrap_or_else(|| mine.document.clone()));
            }
            Page::Desk(desk) => desk.refresh(shared),
            Page::Job(job) => job.compare(shared),
            Page::Form(form) => form.refresh(shared),
            Page::Pay(_) | Page::Applications(_) | Page::Paper(_) => {}
        }
    }
}
