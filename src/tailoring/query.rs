//! The names of a profession as one query for job boards.

use crate::corpus::Profile;

/// Names a job board can still take; longer queries are cut by some of them.
const MOST: usize = 12;

/// `"Köchin" OR "Koch" OR "Chef de Partie"`: both genders first, then what the profile advises to
/// search for, then other names.
pub fn search_query(profile: &Profile) -> String {
    let title = &profile.title;
    let mut names: Vec<&str> = Vec::new();
    let all = [title.feminine.as_str(), title.masculine.as_str()];
    let more = profile.application.search_terms.iter().chain(&profile.aliases).map(String::as_str);
    for name in all.into_iter().chain(more) {
        let known = names.iter().any(|other| other.to_lowercase() == name.to_lowercase());
        if !known && !name.contains('"') && !name.is_empty() {
            names.push(name);
        }
    }
    let quoted = names.into_iter().take(MOST).map(|name| format!("\"{name}\""));
    quoted.collect::<Vec<_>>().join(" OR ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::profile::{Application, Title};

    #[test]
    fn both_genders_come_first_and_nothing_twice() {
        let profile = Profile {
            title: Title {
                masculine: "Koch".into(),
                feminine: "Köchin".into(),
                ..Title::default()
            },
            aliases: vec!["Chef de Partie".into(), "koch".into(), "\"x\"".into()],
            application: Application {
                search_terms: vec!["Jungkoch".into()],
                ..Application::default()
            },
            ..Profile::default()
        };
        assert_eq!(
            search_query(&profile),
            r#""Köchin" OR "Koch" OR "Jungkoch" OR "Chef de Partie""#
        );
    }
}
