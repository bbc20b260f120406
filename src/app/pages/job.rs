//! A job: its advertisement opened, requirements decided, the block for one of them.

use super::desk::begin_letter;
use super::{close, profession};
use crate::app::effect::{Effect, Keep, Load};
use crate::app::model::{Model, Page};
use crate::app::screen::{form, job};
use crate::keymap::Command;
use crate::matching::Verdict;
use crate::store::applications::Application;

pub(super) fn open_job(model: &mut Model, application: Application) -> Vec<Effect> {
    let Some(profile) = profession(model, &application.profile) else { return Vec::new() };
    let mut job = job::State::open(profile, application, &mut model.shared);
    if !job.area.is_empty() {
        job.tab = job::Tab::Fields;
    }
    let advert = job.advert_key();
    close(model, |page| matches!(page, Page::Job(_)));
    model.pages.push(Page::Job(Box::new(job)));
    vec![Effect::Load(Load::Verdicts { advert })]
}

pub(super) fn match_command(model: &mut Model, command: Command) -> Vec<Effect> {
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
