//! Profiles in our own format, for people who write a corpus of their own.

use super::archive::Archive;
use super::{About, ImportError, Progress, Sink};
use crate::corpus::{Problem, read_profile};

pub(super) fn read(archive: &mut Archive, sink: &mut Sink<'_>) -> Result<About, ImportError> {
    let names = archive.names();
    let wanted: Vec<usize> = (0..names.len())
        .filter(|at| {
            names
                .get(*at)
                .is_some_and(|name| name.ends_with(".json") && !name.ends_with(".schema.json"))
        })
        .collect();
    if wanted.is_empty() {
        let message = "hier liegen keine Profile (*.json); das Format beschreibt data/README.md";
        return Err(Problem::file(archive.shown.clone(), message).into());
    }
    let (mut problems, mut profiles) = (Vec::new(), Vec::new());
    let mut ids = std::collections::HashSet::new();
    for number in wanted {
        let (name, bytes) = archive.read_number(number)?;
        let Ok(text) = String::from_utf8(bytes) else {
            let message = "die Datei ist nicht in UTF-8 gespeichert; bitte als UTF-8 sichern";
            problems.push(Problem::file(name, message));
            continue;
        };
        match read_profile(&name, &text) {
            Ok(profile) if !ids.insert(profile.id.clone()) => {
                let message = format!("die id „{}“ kommt zweimal vor", profile.id);
                problems.push(Problem::at(name, "id", message));
            }
            Ok(profile) => profiles.push(profile),
            Err(found) => problems.extend(found),
        }
    }
    if !problems.is_empty() {
        return Err(ImportError::Problems(problems));
    }
    let total = profiles.len();
    let language = profiles.first().map_or_else(|| "de".to_owned(), |p| p.language.clone());
    for (number, profile) in profiles.into_iter().enumerate() {
        sink.put(profile, Progress { done: number + 1, total })?;
    }
    Ok(About { language, ..About::default() })
}
