//! Words that two profiles share: what was copied from one to the other.

use std::collections::{BTreeMap, HashMap};

use crate::corpus::problem::Problem;
use crate::corpus::profile::Profile;

use super::prose;

/// Words in a row that two profiles may not share.
const SHARED_RUN: usize = 8;

/// Reports every sentence that shares eight words in a row with an earlier profile.
pub(super) fn shared_runs(profiles: &[(String, Profile)], problems: &mut Vec<Problem>) {
    let mut first: HashMap<Vec<String>, usize> = HashMap::new();
    let mut reported: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (number, (file, profile)) in profiles.iter().enumerate() {
        for (place, text) in prose(profile) {
            let words = words(text);
            for run in words.windows(SHARED_RUN) {
                let owner = *first.entry(run.to_vec()).or_insert(number);
                // Neighbouring windows of one copied sentence are one finding.
                let count = reported.entry((owner, number)).or_default();
                if owner != number && *count < 3 {
                    *count += 1;
                    let other = profiles.get(owner).map_or("", |(_, other)| other.id.as_str());
                    problems.push(Problem::at(
                        file,
                        place.clone(),
                        format!("diese Wörter stehen auch in „{other}“: {}", run.join(" ")),
                    ));
                    break;
                }
            }
        }
    }
}

/// Lower-case words without punctuation and placeholders.
fn words(text: &str) -> Vec<String> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        plain.push_str(before);
        plain.push(' ');
        rest = after.split_once('}').map_or("", |(_, rest)| rest).trim_start_matches('}');
    }
    plain.push_str(rest);
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
