//! Routes a message to the layer it concerns.

use super::effect::{CopySubject, Effect, Keep};
use super::model::{Drawn, Focus, Model, Overlay, Page, Shared, Status};
use super::msg::Msg;
use super::pages;
use super::screen::{confirm, find, form, help, job, pay, picker, reader};
use super::text_area::TextArea;
use crate::app::document::Row;
use crate::corpus::{Block as DocumentBlock, SectionKind, outline};
use crate::keymap::{Command, Context, Key};
use crate::letter::Block;
use crate::store::copies::Copied;

/// The program as it opens: all professions, the first one beside them.
pub fn start(shared: Shared) -> Model {
    let find = find::State::all(&shared);
    let reader = find.selected().and_then(|profile| reader::State::open(profile, &shared));
    Model {
        shared,
        find,
        reader,
        trail: Vec::new(),
        pages: Vec::new(),
        overlay: None,
        focus: Focus::Find,
        status: None,
        copies: std::collections::VecDeque::new(),
        wanted_letter: None,
        drawn: Drawn::default(),
    }
}

/// Turns a message into new state and what to ask of the world.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let mut effects = change(model, msg);
    effects.extend(pages::proofread(model));
    effects.extend(pages::preview(model));
    effects
}

fn change(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => return on_key(model, key),
        Msg::Paste(text) => return on_paste(model, &text),
        Msg::Scroll { column, row, lines } => return on_scroll(model, column, row, lines),
        Msg::Click { column, row } => on_click(model, column, row),
        Msg::Resized => {}
        Msg::Found { ticket, found, total, names_only } => {
            if model.find.found(ticket, found, total, names_only) {
                preview(model);
            }
        }
        Msg::Explained { ticket, from, whys } => model.find.explained(ticket, from, whys),
        // The person may have typed on meanwhile; then the list would be another one.
        Msg::Facets { query, facets } if query == model.find.typed() => {
            let state = picker::State::filters(&model.shared, &model.find, facets);
            model.overlay = Some(Overlay::Picker(state));
        }
        Msg::Facets { .. } => {}
        Msg::IndexReady { notice } => {
            if let Some(notice) = notice {
                model.status = Status::note(notice);
            }
            return model.find.ask_again(&model.shared, &model.drawn);
        }
        Msg::Copied { sentence, route, personal } => {
            model.status = Status::note(sentence);
            if personal && let Some(copy) = model.copies.pop_front() {
                return vec![Effect::Keep(Keep::Copy(Copied { route, ..copy }))];
            }
        }
        Msg::Applications(all) => {
            if let Some(Page::Applications(page)) = model.pages.last_mut() {
                page.set(all);
            }
        }
        Msg::Letters(letters) => return pages::letters(model, letters),
        Msg::Copies(copies) => {
            if copies.is_empty() {
                model.status = Status::note(model.shared.text().no_copies());
            } else {
                model.overlay = Some(Overlay::Picker(picker::State::copies(copies)));
            }
        }
        Msg::KeptApplication(application) => return pages::kept_application(model, &application),
        Msg::KeptLetter(record) => {
            for page in &mut model.pages {
                if let Page::Desk(desk) = page {
                    desk.saved(&record);
                }
            }
        }
        Msg::Verdicts { advert, verdicts } => {
            if let Some(Page::Job(job)) = model.pages.last_mut()
                && job.advert_key() == advert
            {
                // What was decided while the store was read is newer.
                for (requirement, verdict) in verdicts {
                    job.overruled.entry(requirement).or_insert(verdict);
                }
                job.compare(&model.shared);
            }
        }
        Msg::AdvertText(text) => {
            if let Some(Page::Job(job)) = model.pages.last_mut() {
                job.area = TextArea::with(&text);
                job.read_advert(&model.shared);
                job.tab = job::Tab::Fields;
                return pages::save_due(model);
            }
        }
        Msg::Applicant(read) => {
            let (document, applicant) = *read;
            model.shared.document = Some(document);
            model.shared.applicant = applicant;
            pages::applicant(&mut model.shared, &mut model.pages);
        }
        Msg::Blocks { snippets, problem } => {
            model.shared.snippets = snippets;
            pages::blocks_changed(model);
            model.status = problem.and_then(Status::warning);
        }
        Msg::Proofread { .. } | Msg::Suggestions { .. } | Msg::Learned(_) => {
            return pages::proofread_answer(model, msg);
        }
        Msg::Preview { ticket, picture } => {
            if let Some(Page::Paper(paper)) = model.pages.last_mut() {
                paper.answer(ticket, picture, model.shared.language);
            }
        }
        Msg::SaveDue => return pages::save_due(model),
        Msg::Note(text) => model.status = Status::note(text),
        Msg::Warning(text) => model.status = Status::warning(text),
        Msg::CopyNeedsConsent { text, question } => {
            let effect = Effect::Copy { text, subject: CopySubject::Personal, consent: true };
            model.overlay = Some(Overlay::Confirm(confirm::State { question, effect }));
        }
    }
    Vec::new()
}

fn on_key(model: &mut Model, key: Key) -> Vec<Effect> {
    model.status = None;
    let context = model.context();
    if let Some(command) = model.shared.keymap.resolve(context, key) {
        return run(model, command, key);
    }
    let drawn = model.drawn;
    match context {
        Context::Find => {
            return model.find.key(key, &model.shared, &drawn).map_or_else(Vec::new, |effects| {
                preview(model);
                effects
            });
        }
        Context::FindInPage => {
            if let Some(reader) = &mut model.reader {
                reader.find_key(key);
            }
        }
        Context::Form
        | Context::Pay
        | Context::Desk
        | Context::Proof
        | Context::Paper
        | Context::Writing
        | Context::Fields
        | Context::Match
        | Context::Applications => pages::key(model, key),
        Context::Picker => {
            if let Some(Overlay::Picker(picker)) = &mut model.overlay {
                picker.key(key);
            }
        }
        Context::Global | Context::Reader | Context::Help | Context::Confirm => {}
    }
    Vec::new()
}

fn on_paste(model: &mut Model, text: &str) -> Vec<Effect> {
    model.status = None;
    if model.overlay.is_none() && !model.pages.is_empty() {
        pages::paste(model, text);
        return Vec::new();
    }
    match (model.context(), &mut model.overlay, &mut model.reader) {
        (Context::Picker, Some(Overlay::Picker(picker)), _) => picker.paste(text),
        (Context::FindInPage, _, Some(reader)) => reader.find_paste(text),
        (Context::Find, ..) => {
            let effects = model.find.paste(text, &model.shared, &model.drawn);
            preview(model);
            return effects;
        }
        // Pasted text never acts as keys.
        _ => {}
    }
    Vec::new()
}

/// Carries out a command, wherever it came from.
fn run(model: &mut Model, command: Command, key: Key) -> Vec<Effect> {
    let drawn = model.drawn;
    if let Some(effects) = pages::run(model, command) {
        return effects;
    }
    match command {
        Command::Quit | Command::ReaderQuit => {
            let mut effects = pages::save_due(model);
            effects.push(Effect::Quit);
            return effects;
        }
        Command::Suspend => return vec![Effect::Suspend],
        Command::Redraw => return vec![Effect::Redraw],
        Command::Back => return back(model),
        Command::Help | Command::ReaderHelp => {
            model.overlay = Some(Overlay::Help(help::State::default()));
        }
        Command::HelpClose => model.overlay = None,
        Command::SwitchLanguage => {
            model.shared.language = model.shared.language.other();
            for page in &mut model.pages {
                match page {
                    Page::Form(form) => form.refresh(&model.shared),
                    Page::Desk(desk) => desk.refresh(&model.shared),
                    _ => {}
                }
            }
        }
        Command::ToggleMouse => {
            model.shared.mouse = !model.shared.mouse;
            model.status = Status::note(model.shared.text().mouse(model.shared.mouse));
            return vec![Effect::SetMouse(model.shared.mouse)];
        }
        Command::Palette => open_palette(model),
        Command::Blocks => open_blocks(model),
        Command::Filters => return vec![Effect::Facets { query: model.find.typed().to_owned() }],
        Command::RemoveFilter => {
            let last = model.find.conditions().len().wrapping_sub(1);
            return model.find.remove_condition(last, &model.shared, &drawn);
        }
        Command::Open => open_selected(model),
        Command::SwitchPane => {
            if model.reader.is_some() {
                model.focus = Focus::Reader;
            }
        }
        Command::ReaderSwitchPane => model.focus = Focus::Find,
        Command::ListDown | Command::ListUp | Command::ListPageDown | Command::ListPageUp => {
            model.find.cursor.top = drawn.list_top;
            let effects = model.find.command(command, &drawn);
            preview(model);
            return effects;
        }
        Command::Follow => follow(model),
        Command::CopyLine | Command::CopySection | Command::CopyProfile => {
            return copy(model, command);
        }
        Command::AcceptFind => {
            if let Some(reader) = &mut model.reader {
                reader.end_finding(true);
                if !reader.needle.is_empty() && reader.matches().next().is_none() {
                    model.status =
                        Status::warning(model.shared.text().not_in_profile(reader.needle.text()));
                }
            }
        }
        Command::NextField
        | Command::PreviousField
        | Command::NextChoice
        | Command::PreviousChoice
        | Command::UndoAnswer
        | Command::RedoAnswer => {
            if let Some(Page::Form(form)) = model.pages.last_mut() {
                form.command(command, &mut model.shared);
            }
        }
        Command::CopyFilled => return copy_filled(model),
        Command::PayOverview => {
            let page = Page::Pay(pay::State::open(&model.shared));
            model.pages.retain(|page| !matches!(page, Page::Pay(_)));
            model.pages.push(page);
        }
        Command::PayOpen => {
            if let Some(Page::Pay(pay)) = model.pages.last()
                && let Some(profile) = pay.selected()
            {
                visit(model, profile);
                model.pages.clear();
            }
        }
        Command::PayDown
        | Command::PayUp
        | Command::PayPageDown
        | Command::PayPageUp
        | Command::PaySort => {
            if let Some(Page::Pay(pay)) = model.pages.last_mut() {
                pay.command(command, &drawn);
            }
        }
        Command::PickerDown | Command::PickerUp => {
            if let Some(Overlay::Picker(picker)) = &mut model.overlay {
                picker.command(command, &drawn);
            }
        }
        Command::PickerAccept => return accept_pick(model, key),
        Command::HelpDown | Command::HelpUp => {
            if let Some(Overlay::Help(help)) = &mut model.overlay {
                help.command(command, &drawn);
            }
        }
        Command::Yes => {
            if let Some(Overlay::Confirm(confirm)) = model.overlay.take() {
                return vec![confirm.effect];
            }
        }
        Command::No => {
            // A copy that was refused is not one to remember.
            if let Some(Overlay::Confirm(confirm)) = model.overlay.take()
                && matches!(confirm.effect, Effect::Copy { .. })
            {
                model.copies.pop_back();
            }
        }
        _ => {
            if let Some(reader) = &mut model.reader {
                model.focus = Focus::Reader;
                reader.command(command, key, &drawn);
            }
        }
    }
    Vec::new()
}

/// The ladder of Esc: close what lies on top, then forget a word, then leave the reader, then
/// clear the search box, then ask whether to quit.
fn back(model: &mut Model) -> Vec<Effect> {
    if model.overlay.take().is_some() {
        return Vec::new();
    }
    if let Some(effects) = pages::back(model) {
        return effects;
    }
    if model.focus == Focus::Reader {
        if let Some(reader) = &mut model.reader {
            if reader.is_finding() {
                reader.end_finding(false);
                return Vec::new();
            }
            if reader.clear_needle() {
                return Vec::new();
            }
        }
        keep_place(model);
        match model.trail.pop() {
            Some(previous) => model.reader = Some(previous),
            None => model.focus = Focus::Find,
        }
        return Vec::new();
    }
    if !model.find.input.is_empty() {
        model.find.clear(&model.shared);
        preview(model);
        return Vec::new();
    }
    let question = model.shared.text().quit_question().to_owned();
    model.overlay = Some(Overlay::Confirm(confirm::State { question, effect: Effect::Quit }));
    Vec::new()
}

/// Shows the selected profession beside the list.
fn preview(model: &mut Model) {
    if model.focus != Focus::Find {
        return;
    }
    let selected = model.find.selected();
    if selected == model.reader.as_ref().map(|reader| reader.profile) {
        return;
    }
    keep_place(model);
    model.trail.clear();
    model.reader = selected.and_then(|profile| reader::State::open(profile, &model.shared));
}

fn keep_place(model: &mut Model) {
    if let Some(reader) = &model.reader {
        model.shared.places.insert(reader.profile, (reader.marker, reader.scroll));
    }
}

fn open_selected(model: &mut Model) {
    match model.find.selected() {
        Some(profile) => open_profile(model, profile),
        None => model.status = Status::warning(model.shared.text().nothing_to_open()),
    }
}

fn open_profile(model: &mut Model, profile: usize) {
    keep_place(model);
    if model.reader.as_ref().map(|reader| reader.profile) != Some(profile) {
        model.reader = reader::State::open(profile, &model.shared);
    }
    model.focus = Focus::Reader;
}

/// Opens what the marker stands on.
fn follow(model: &mut Model) {
    let Some(reader) = &model.reader else { return };
    match reader.row() {
        Some(Row::Block(DocumentBlock::Link { id, .. })) => {
            if let Some(profile) = model.shared.corpus.position(id) {
                visit(model, profile);
            }
        }
        Some(Row::Block(DocumentBlock::Snippet { index, .. })) => {
            let (profile, index) = (reader.profile, *index);
            open_form(model, picker::Target::OwnBlock(profile, index));
        }
        Some(Row::Section { kind: SectionKind::Snippets, .. }) => open_blocks(model),
        _ => model.status = Status::note(model.shared.text().nothing_to_follow()),
    }
}

/// Goes to another profession; Esc comes back.
fn visit(model: &mut Model, profile: usize) {
    keep_place(model);
    if let Some(left) = model.reader.take() {
        model.trail.push(left);
    }
    model.reader = reader::State::open(profile, &model.shared);
    model.focus = Focus::Reader;
}

fn open_palette(model: &mut Model) {
    let sections = model.reader.as_ref().map_or(&[][..], |reader| reader.document.sections());
    // From another layer the palette speaks about the screen below.
    let context = match model.context() {
        context if !model.pages.is_empty() && model.overlay.is_none() => context,
        _ if model.focus == Focus::Reader => Context::Reader,
        _ => Context::Find,
    };
    model.overlay = Some(Overlay::Picker(picker::State::palette(&model.shared, context, sections)));
}

fn open_blocks(model: &mut Model) {
    if let Some(reader) = &model.reader {
        let state = picker::State::blocks(&model.shared, reader.profile);
        model.overlay = Some(Overlay::Picker(state));
    }
}

fn accept_pick(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(Overlay::Picker(picker)) = &model.overlay else { return Vec::new() };
    let Some(target) = picker.chosen() else { return Vec::new() };
    let facet = picker.chosen_facet().cloned();
    let for_letter = picker.kind == picker::Kind::ForLetter;
    let (records, copies) = (picker.letters.clone(), picker.copies.clone());
    model.overlay = None;
    match target {
        picker::Target::Profile(profile) => {
            model.pages.clear();
            if model.focus == Focus::Reader {
                visit(model, profile);
            } else {
                open_profile(model, profile);
            }
        }
        picker::Target::Section(kind) => {
            model.pages.clear();
            if let Some(reader) = &mut model.reader {
                reader.go_to(kind);
                model.focus = Focus::Reader;
            }
        }
        picker::Target::Command(command) => return run(model, command, key),
        picker::Target::AddCondition(_) => {
            let text = facet.map(|facet| facet.text).unwrap_or_default();
            return model.find.add_condition(&text, &model.shared, &model.drawn);
        }
        picker::Target::RemoveCondition(number) => {
            return model.find.remove_condition(number, &model.shared, &model.drawn);
        }
        picker::Target::Letter(at) => {
            if let Some(record) = records.get(at).cloned() {
                return pages::open_letter(model, record);
            }
        }
        picker::Target::Copy(at) => {
            if let Some(copy) = copies.get(at).cloned() {
                let text = copy.text.clone();
                model.copies.push_back(copy);
                let subject = CopySubject::Personal;
                return vec![Effect::Copy { text, subject, consent: false }];
            }
        }
        target if for_letter => {
            if let Some(block) = block_of(target, &model.shared) {
                pages::put(model, block);
            }
        }
        picker::Target::Question(_) | picker::Target::Free => {}
        target @ (picker::Target::OwnBlock(..) | picker::Target::GeneralBlock(_)) => {
            open_form(model, target);
        }
    }
    Vec::new()
}

/// The part of a letter that an entry of the list stands for.
fn block_of(target: picker::Target, shared: &Shared) -> Option<Block> {
    Some(match target {
        picker::Target::OwnBlock(profile, at) => {
            Block::Own(shared.corpus.profile(profile)?.snippets.get(at)?.name.clone())
        }
        picker::Target::GeneralBlock(at) => Block::General(shared.snippets.get(at)?.name.clone()),
        picker::Target::Question(number) => Block::Question(number),
        picker::Target::Free => Block::Free,
        _ => return None,
    })
}

fn open_form(model: &mut Model, target: picker::Target) {
    let Some(reader) = &model.reader else { return };
    let (profile, snippet) = match target {
        picker::Target::OwnBlock(profile, index) => {
            (profile, model.shared.corpus.profile(profile).and_then(|p| p.snippets.get(index)))
        }
        picker::Target::GeneralBlock(index) => (reader.profile, model.shared.snippets.get(index)),
        _ => return,
    };
    let Some(snippet) = snippet.cloned() else { return };
    model.pages.extend(form::State::open(profile, snippet, &mut model.shared).map(Page::Form));
    model.focus = Focus::Reader;
}

fn copy(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(reader) = &model.reader else { return Vec::new() };
    let text = match command {
        Command::CopyLine => reader.row().map(Row::text).unwrap_or_default(),
        Command::CopySection => reader.document.section_text(reader.marker),
        _ => model
            .shared
            .corpus
            .profile(reader.profile)
            .map(|profile| outline::text(profile, &model.shared.corpus))
            .unwrap_or_default(),
    };
    vec![Effect::Copy { text, subject: CopySubject::Public, consent: false }]
}

/// Copies a filled block. With open fields it asks once.
fn copy_filled(model: &mut Model) -> Vec<Effect> {
    let Some(Page::Form(form)) = model.pages.last_mut() else { return Vec::new() };
    form.commit(&mut model.shared);
    let text = form.filled.text.clone();
    model.copies.push_back(Copied {
        subject: form.snippet.title.clone(),
        // What is remembered has no secret values in it.
        text: form.filled.masked().0,
        ..Copied::default()
    });
    let effect = Effect::Copy { text, subject: CopySubject::Personal, consent: false };
    let open = form.open_count();
    if open == 0 {
        return vec![effect];
    }
    let question = model.shared.text().copy_with_open_fields(open);
    model.overlay = Some(Overlay::Confirm(confirm::State { question, effect }));
    Vec::new()
}

fn on_scroll(model: &mut Model, column: u16, row: u16, lines: i16) -> Vec<Effect> {
    let drawn = model.drawn;
    if model.overlay.is_some() || !model.pages.is_empty() {
        return Vec::new();
    }
    if drawn.list_area.contains(column, row) {
        let effects = model.find.step(isize::from(lines.signum()), &drawn);
        preview(model);
        return effects;
    }
    if drawn.reader_area.contains(column, row)
        && let Some(reader) = &mut model.reader
    {
        reader.wheel(isize::from(lines));
    }
    Vec::new()
}

fn on_click(model: &mut Model, column: u16, row: u16) {
    let drawn = model.drawn;
    if model.overlay.is_some() || !model.pages.is_empty() {
        return;
    }
    if drawn.list_area.contains(column, row) {
        model.focus = Focus::Find;
        if model.find.click(usize::from(row - drawn.list_area.y), &drawn) {
            preview(model);
        }
    } else if drawn.reader_area.contains(column, row) && model.reader.is_some() {
        model.focus = Focus::Reader;
    }
}
