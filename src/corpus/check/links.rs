//! Links between profiles: they lead somewhere, and a common base is said on both sides.

use std::collections::BTreeMap;

use crate::corpus::problem::Problem;
use crate::corpus::profile::{Profile, Relation};

/// Reports links that lead nowhere, to themselves, or that only one side knows although the
/// reason holds for both. A link may lead to a profile that is only `planned`.
pub(super) fn check(
    profiles: &[(String, Profile)],
    planned: &[String],
    problems: &mut Vec<Problem>,
) {
    let written: BTreeMap<&str, &Profile> =
        profiles.iter().map(|(_, profile)| (profile.id.as_str(), profile)).collect();
    for (file, profile) in profiles {
        for (at, related) in profile.related.iter().enumerate() {
            let mut say = |message: String| {
                problems.push(Problem::at(file, format!("related[{at}].id"), message));
            };
            let Some(other) = written.get(related.id.as_str()) else {
                if !planned.contains(&related.id) {
                    say(format!("ein Profil „{}“ gibt es nicht", related.id));
                }
                continue;
            };
            if other.id == profile.id {
                say("das Profil verweist auf sich selbst".to_owned());
            } else if related.kind == Relation::SameBase
                && !other.related.iter().any(|back| back.id == profile.id)
            {
                let id = &related.id;
                say(format!(
                    "gleiche Grundlage gilt für beide Seiten; in „{id}“ fehlt der Verweis zurück"
                ));
            }
        }
    }
}
