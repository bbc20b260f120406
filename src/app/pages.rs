//! What the screens for writing do: letter desk, job, applications, own data. The top update hands
//! their commands over.

use super::effect::{CopySubject, Effect, Keep, Load};
use super::model::{Model, Overlay, Page, Shared, Status};
use super::screen::{applications, desk, form, job, mine, picker};
use crate::keymap::{Command, Key};
use crate::letter::{self, Block, Letter};
use crate::matching::Verdict;
use crate::store::applications::Application;
use crate::store::copies::Copied;
use crate::store::letters::LetterRecord;
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
        None => {}
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
        None => true,
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
            let page = applications::State { loading: true, ..applications::State::default() };
            model.pages.push(Page::Applications(page));
            vec![Effect::Load(Load::Applications)]
        }
        C::Letters => vec![Effect::Load(Load::Letters)],
        C::Copies => vec![Effect::Load(Load::Copies)],
        C::Letter => begin_letter(model, None),
        C::Job => open_job(model, Application::default()),
        C::CopyQuery => copy_query(model),
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
        Page::Desk(desk) if desk.questions.is_some() => {
            desk.questions = None;
            return Some(Vec::new());
        }
        Page::Job(job) if job.tab == job::Tab::Match => {
            job.tab = job::Tab::Fields;
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
            Page::Form(_) | Page::Pay(_) | Page::Applications(_) => {}
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
fn remember_answers(model: &Model) -> Vec<Effect> {
    let known = |field: &str, value: &str| {
        model.shared.suggestions.get(field).is_some_and(|values| values.iter().any(|v| v == value))
    };
    let fields = model.shared.asked.iter().filter(|(_, secret)| !**secret);
    fields
        .filter_map(|(field, _)| Some((field.clone(), model.shared.answers.get(field)?.to_owned())))
        .filter(|(field, value)| !known(field, value) && value.chars().count() <= 200)
        .map(|(field, value)| Effect::Keep(Keep::Answer { field, value }))
        .collect()
}

fn close(model: &mut Model, which: impl Fn(&Page) -> bool) {
    model.pages.retain(|page| !which(page));
}

fn open_mine(model: &mut Model) -> Vec<Effect> {
    close(model, |page| matches!(page, Page::Mine(_)));
    match mine::State::open(&model.shared) {
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

fn begin_letter(model: &mut Model, application: Option<&Application>) -> Vec<Effect> {
    let profile = match application {
        Some(application) => profession(model, &application.profile),
        None => model.reader.as_ref().map(|reader| reader.profile),
    };
    let Some(at) = profile else { return Vec::new() };
    let Some(profile) = model.shared.corpus.profile(at) else { return Vec::new() };
    let letter = Letter::begin(&profile);
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
    let state = desk::State::open(record, at, letter, &mut model.shared);
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
pub(super) fn open_letter(model: &mut Model, record: LetterRecord) -> Vec<Effect> {
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

pub(super) fn open_job(model: &mut Model, application: Application) -> Vec<Effect> {
    let Some(profile) = profession(model, &application.profile) else { return Vec::new() };
    let mut job = job::State::open(profile, application, &model.shared);
    if !job.area.is_empty() {
        job.tab = job::Tab::Fields;
    }
    let advert = job.advert_key();
    close(model, |page| matches!(page, Page::Job(_)));
    model.pages.push(Page::Job(Box::new(job)));
    vec![Effect::Load(Load::Verdicts { advert })]
}

fn copy_query(model: &mut Model) -> Vec<Effect> {
    let profile = model.reader.as_ref().and_then(|r| model.shared.corpus.profile(r.profile));
    let Some(text) = profile.map(|profile| search_query(&profile)) else { return Vec::new() };
    vec![Effect::Copy { text, subject: CopySubject::Public, consent: false }]
}

fn desk_command(model: &mut Model, command: Command) -> Vec<Effect> {
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
            let (text, subject) = (desk.text(), desk.record.name.clone());
            copy_letter(model, text, subject, true)
        }
        Command::DeskCopyPart => {
            let part = desk.rendered.get(desk.cursor.selected());
            let part = part.map(|part| (part.filled.text.clone(), part.title.clone()));
            part.map_or_else(Vec::new, |(text, title)| copy_letter(model, text, title, false))
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

fn keep_version(desk: &desk::State, reason: &'static str) -> Vec<Effect> {
    let version = Keep::Version { letter: desk.record.id, text: desk.text(), reason };
    if desk.record.id == 0 { Vec::new() } else { vec![Effect::Keep(version)] }
}

fn copy_letter(model: &mut Model, text: String, subject: String, whole: bool) -> Vec<Effect> {
    let mut effects = save_due(model);
    let Some(Page::Desk(desk)) = model.pages.last() else { return effects };
    if whole {
        effects.extend(keep_version(desk, "copied"));
    }
    model.copies.push_back(Copied {
        subject,
        text: text.clone(),
        application: desk.record.application,
        letter: Some(desk.record.id).filter(|id| *id != 0),
        ..Copied::default()
    });
    effects.push(Effect::Copy { text, subject: CopySubject::Personal, consent: false });
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
            profile: &profile,
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
            job.tab = job::Tab::Fields;
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
            job.tab = job::Tab::Match;
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

fn match_command(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(Page::Job(job)) = model.pages.last_mut() else { return Vec::new() };
    match command {
        Command::MatchOverrule => {
            let advert = job.advert_key();
            let decided = job.overrule(&model.shared);
            decided
                .map(|(requirement, verdict)| {
                    let verdict = verdict.map(Verdict::key);
                    Effect::Keep(Keep::Verdict { advert, requirement, verdict })
                })
                .into_iter()
                .collect()
        }
        Command::MatchText => {
            job.tab = job::Tab::Text;
            Vec::new()
        }
        Command::MatchLetter => {
            job.answer(&mut model.shared);
            let application = job.to_save(&model.shared);
            begin_letter(model, Some(&application))
        }
        Command::MatchBlock => {
            open_block_for_requirement(model);
            Vec::new()
        }
        _ => {
            job.command(command);
            Vec::new()
        }
    }
}

/// The general block for what was found about the chosen requirement, with the evidence in it.
fn open_block_for_requirement(model: &mut Model) {
    let Some(Page::Job(job)) = model.pages.last() else { return };
    let Some(row) = job.row() else { return };
    let name = match row.verdict() {
        Verdict::Shown => "anforderung-belegt",
        Verdict::Partly => "anforderung-teilweise",
        Verdict::Missing => "anforderung-fehlt",
    };
    let evidence = row.evidence.as_ref().filter(|_| row.verdict() != Verdict::Missing);
    let answers = [
        ("anforderung", Some(row.requirement.clone())),
        ("beleg", evidence.map(|evidence| evidence.quote().to_owned())),
        ("beleg_quelle", evidence.map(|evidence| evidence.source.clone())),
    ];
    let profile = job.profile;
    for (field, value) in answers {
        model.shared.answers.set(field, &value.unwrap_or_default());
    }
    let snippet = model.shared.snippets.iter().find(|snippet| snippet.name == name).cloned();
    if let Some(snippet) = snippet {
        model.pages.extend(form::State::open(profile, snippet, &mut model.shared).map(Page::Form));
    }
}

fn application_command(model: &mut Model, command: Command) -> Vec<Effect> {
    let drawn = model.drawn;
    let Some(Page::Applications(page)) = model.pages.last_mut() else { return Vec::new() };
    let keep = |application: Application| vec![Effect::Keep(Keep::Application(application))];
    let Some(selected) = page.selected().cloned() else {
        page.command(command, &drawn);
        return Vec::new();
    };
    match command {
        Command::ApplicationStatus => {
            let status = applications::next(selected.status);
            keep(Application { status, ..selected })
        }
        Command::ApplicationArchive => {
            keep(Application { archived: !selected.archived, ..selected })
        }
        Command::ApplicationDuplicate => {
            keep(Application { id: 0, revision: 0, status: Default::default(), ..selected })
        }
        Command::ApplicationLetter => {
            model.shared.answers.set("firma.name", &selected.employer);
            model.shared.answers.set("stelle.titel", &selected.position);
            model.wanted_letter = Some(selected);
            vec![Effect::Load(Load::Letters)]
        }
        Command::ApplicationExport => {
            let json = serde_json::to_string_pretty(&page.all).unwrap_or_default() + "\n";
            vec![
                Effect::Export {
                    name: "bewerbungen.csv".to_owned(),
                    text: applications::csv(&page.all),
                },
                Effect::Export { name: "bewerbungen.json".to_owned(), text: json },
            ]
        }
        _ => {
            page.command(command, &drawn);
            Vec::new()
        }
    }
}

/// Stored letters have been read: the one of an application that was asked for, or a list.
pub(super) fn letters(model: &mut Model, letters: Vec<LetterRecord>) -> Vec<Effect> {
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
pub(super) fn put(model: &mut Model, block: Block) {
    if let Some(Page::Desk(desk)) = model.pages.last_mut() {
        desk.put(block, &model.shared);
    }
}

/// An application was saved: every page that shows it takes its number and revision.
pub(super) fn kept_application(model: &mut Model, application: Application) -> Vec<Effect> {
    let mut reload = false;
    for page in &mut model.pages {
        match page {
            Page::Job(job) if job.application.id == 0 || job.application.id == application.id => {
                job.application = application.clone();
            }
            Page::Desk(desk) if desk.record.application.is_none() && desk.record.id == 0 => {
                desk.record.application = Some(application.id);
            }
            Page::Applications(_) => reload = true,
            _ => {}
        }
    }
    if reload { vec![Effect::Load(Load::Applications)] } else { Vec::new() }
}

/// The person's file was read again.
pub(super) fn applicant(shared: &mut Shared, pages: &mut [Page]) {
    for page in pages {
        match page {
            Page::Mine(mine) => {
                mine.reload(shared.document.clone().unwrap_or_else(|| mine.document.clone()))
            }
            Page::Desk(desk) => desk.refresh(shared),
            Page::Job(job) => job.compare(shared),
            Page::Form(form) => form.refresh(shared),
            Page::Pay(_) | Page::Applications(_) => {}
        }
    }
}
