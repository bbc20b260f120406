//! What professions pay, side by side: one row each, in a chosen order.
//!
//! Every row names the year of its figure; years are not mixed silently. Professions of one KldB
//! group have the same figures, because the statistic knows groups, not titles.

use super::collection::Corpus;
use super::profile::{PayStatistic, Profile};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The highest first.
    #[default]
    Median,
    Title,
    /// By field, within it the highest first.
    Field,
}

/// A profession and the newest of its figures that has a median.
#[derive(Debug, Clone, Copy)]
pub struct PayRow<'a> {
    /// Position in the corpus.
    pub at: usize,
    pub profile: &'a Profile,
    pub newest: &'a PayStatistic,
}

/// Rows of the program's own professions whose figures are known, in this order.
pub fn overview(corpus: &Corpus, order: Order) -> Vec<PayRow<'_>> {
    let mut rows: Vec<PayRow<'_>> = corpus
        .own_profiles()
        .enumerate()
        .filter_map(|(at, profile)| Some(PayRow { at, profile, newest: newest(profile)? }))
        .collect();
    let median = |row: &PayRow<'_>| std::cmp::Reverse(row.newest.median.map(|m| m.euros));
    let title = |row: &PayRow<'_>| row.profile.title.masculine.to_lowercase();
    match order {
        Order::Median => rows.sort_by_cached_key(|row| (median(row), title(row))),
        Order::Title => rows.sort_by_cached_key(title),
        Order::Field => {
            rows.sort_by_cached_key(|row| (row.profile.field.clone(), median(row), title(row)));
        }
    }
    rows
}

fn newest(profile: &Profile) -> Option<&PayStatistic> {
    profile.pay.statistics.iter().rev().find(|row| row.median.is_some())
}
