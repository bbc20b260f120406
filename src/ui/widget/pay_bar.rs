//! A pay statistic drawn in characters: Q1 to Q3 as a bar, the median as a stroke.
//!
//! Plain text, so that it reads the same on screen, on paper and without colour. A value that the
//! statistic cuts off ends in an arrow instead of an edge.

use crate::corpus::profile::{Amount, PayStatistic, Qualifier};

/// Euros at the left and right end of the scale. One scale for all professions, so that bars can
/// be compared; the right end lies above the contribution ceilings (7.100 in 2023, 8.050 in 2025).
const SCALE: (u32, u32) = (1_000, 9_000);

/// A bar of `width` cells, such as `······├───┃────►···`; `None` without any value.
pub fn bar(row: &PayStatistic, width: usize) -> Option<String> {
    let low = row.q1.or(row.median).or(row.q3)?;
    let high = row.q3.or(row.median).or(row.q1)?;
    if width < 10 {
        return None;
    }
    let (start, end) = (column(low, width), column(high, width));
    let median = row.median.map(|amount| (column(amount, width), amount.qualifier));
    let cell = |at: usize| match median {
        Some((column, Qualifier::Exact)) if at == column => '┃',
        _ if at == end && high.qualifier == Qualifier::Above => '►',
        _ if at == start && low.qualifier == Qualifier::Above => '►',
        _ if at == start => '├',
        _ if at == end => '┤',
        _ if (start..end).contains(&at) => '─',
        _ => '·',
    };
    Some((0..width).map(cell).collect())
}

/// The ends of the scale as a line of the same width: `1.000 €` left, `9.000 €` right.
pub fn scale(width: usize) -> String {
    let (left, right) =
        (crate::corpus::number::euros(SCALE.0), crate::corpus::number::euros(SCALE.1));
    let gap = width.saturating_sub(left.chars().count() + right.chars().count());
    format!("{left}{}{right}", " ".repeat(gap))
}

fn column(amount: Amount, width: usize) -> usize {
    let euros = amount.euros.clamp(SCALE.0, SCALE.1) - SCALE.0;
    let span = (SCALE.1 - SCALE.0) as usize;
    (euros as usize * (width - 1) + span / 2) / span
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(q1: u32, median: u32, q3: u32, qualifier: Qualifier) -> PayStatistic {
        let exact =
            |euros| Some(Amount { euros, qualifier: Qualifier::Exact }).filter(|a| a.euros > 0);
        PayStatistic {
            year: 2023,
            region: "Deutschland".into(),
            group: "00000".into(),
            group_label: String::new(),
            q1: exact(q1),
            median: exact(median),
            q3: (q3 > 0).then_some(Amount { euros: q3, qualifier }),
            employees: None,
            source: String::new(),
        }
    }

    #[test]
    fn draws_quartiles_median_and_the_cut_off() {
        for (row, expected) in [
            (
                row(3_000, 5_000, 7_000, Qualifier::Exact),
                Some("··········├─────────┃─────────┤··········"),
            ),
            (
                row(4_915, 6_307, 7_100, Qualifier::Above),
                Some("····················├──────┃───►·········"),
            ),
            (row(0, 5_000, 0, Qualifier::Exact), Some("····················┃····················")),
            (row(0, 0, 7_100, Qualifier::Above), Some("·······························►·········")),
            (row(0, 0, 0, Qualifier::Exact), None),
        ] {
            let drawn = bar(&row, 41);
            assert_eq!(drawn.as_deref(), expected.map(std::borrow::ToOwned::to_owned).as_deref());
        }
        assert_eq!(bar(&row(3_000, 5_000, 7_000, Qualifier::Exact), 9), None);
    }

    #[test]
    fn the_scale_is_as_wide_as_the_bar() {
        assert_eq!(scale(20), "1.000\u{a0}€      9.000\u{a0}€");
    }
}
