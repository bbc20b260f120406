//! The list of applications: status, archive, letters, export.

use crate::app::effect::{Effect, Keep, Load};
use crate::app::model::{Model, Page};
use crate::app::screen::applications;
use crate::keymap::Command;
use crate::store::applications::Application;

pub(super) fn application_command(model: &mut Model, command: Command) -> Vec<Effect> {
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
            for (field, value) in &selected.fields {
                model.shared.answers.set(field, value);
            }
            model.shared.answers.set("firma.name", &selected.employer);
            model.shared.answers.set("stelle.titel", &selected.position);
            model.wanted_letter = Some(selected);
            vec![Effect::Load(Load::Letters)]
        }
        Command::ApplicationCopies => {
            vec![Effect::Load(Load::CopiesOf { application: selected.id })]
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
