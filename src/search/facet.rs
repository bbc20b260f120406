//! Conditions offered with how many hits each would leave.

use super::document::access_bit;
use super::filter::{Condition, Filter};
use super::lexicon::Lexicon;
use crate::corpus::profile::Access;

/// A condition that narrows a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    pub kind: Kind,
    /// What a reader calls it: `IT & Software`, `Quereinstieg`, `esco-de`.
    pub label: String,
    /// How many hits it leaves.
    pub count: usize,
    /// What to add to the query, such as `feld:software`.
    pub text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Field,
    Access,
    Pay,
    Corpus,
}

const WAYS: [Access; 4] =
    [Access::Training, Access::Study, Access::CareerChange, Access::FurtherTraining];
/// Steps of median pay, in euros a month.
const STEPS: [u32; 5] = [2500, 3000, 4000, 5000, 6000];

/// Counts the matching documents by field, way in, pay and corpus. Kinds a condition is in force
/// for, and conditions that leave all or nothing, are not offered.
pub(super) fn count(
    lexicon: &Lexicon,
    corpora: &[String],
    filters: &[Filter],
    matching: &[u32],
) -> Vec<Facet> {
    let in_force = |kind| filters.iter().any(|filter| kind_of(&filter.condition) == Some(kind));
    let mut facets = Vec::new();
    let attributes = || matching.iter().filter_map(|doc| lexicon.catalogue.attributes(*doc));
    let mut offer = |kind, label: &str, text: String, count: usize| {
        if !in_force(kind) && (1..matching.len()).contains(&count) {
            facets.push(Facet { kind, label: label.to_owned(), count, text });
        }
    };
    let by_number = |number: fn(super::Attributes) -> usize, kinds: usize| {
        let mut counts = vec![0; kinds];
        for slot in attributes().map(number) {
            if let Some(count) = counts.get_mut(slot) {
                *count += 1;
            }
        }
        counts
    };
    let fields = &lexicon.catalogue.fields;
    let counts = by_number(|a| usize::from(a.field), fields.len());
    for (field, count) in fields.iter().zip(counts) {
        offer(Kind::Field, field, format!("feld:{}", quoted(field)), count);
    }
    for way in WAYS {
        let count = attributes().filter(|a| a.access & access_bit(way) != 0).count();
        let label = way.label();
        offer(Kind::Access, label, format!("zugang:{}", label.to_lowercase()), count);
    }
    for step in STEPS {
        let count = attributes().filter(|a| a.median >= step).count();
        let label = format!("ab {}", crate::corpus::number::euros(step));
        offer(Kind::Pay, &label, format!("gehalt>={step}"), count);
    }
    let counts = by_number(|a| usize::from(a.corpus), corpora.len());
    for (corpus, count) in corpora.iter().zip(counts) {
        offer(Kind::Corpus, corpus, format!("korpus:{corpus}"), count);
    }
    // Most first within a kind; pay keeps its steps.
    facets.sort_by(|a, b| {
        let by_count =
            if a.kind == Kind::Pay { a.count.cmp(&a.count) } else { b.count.cmp(&a.count) };
        a.kind.cmp(&b.kind).then(by_count)
    });
    facets
}

fn kind_of(condition: &Condition) -> Option<Kind> {
    match condition {
        Condition::Field(_) => Some(Kind::Field),
        Condition::Access(_) => Some(Kind::Access),
        Condition::Pay { .. } => Some(Kind::Pay),
        Condition::Corpus(_) => Some(Kind::Corpus),
        _ => None,
    }
}

fn quoted(text: &str) -> String {
    if text.contains(char::is_whitespace) { format!("\"{text}\"") } else { text.to_owned() }
}
