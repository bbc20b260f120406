//! `werdegang pay`: what professions pay, side by side on one scale.
//!
//! Every line names the year of its figure; years are not mixed silently. Professions of one KldB
//! group have the same figures, because the statistic knows groups, not titles.

use std::io::Write;

use anyhow::Result;
use serde_json::json;

use super::args::{PayArgs, PaySort};
use super::setup::Setup;
use super::{NOTHING, warn};
use crate::corpus::Profile;
use crate::corpus::profile::{Amount, PayStatistic};
use crate::ui::widget::{pay_bar, wrap};

/// Columns of the title and of the bar.
const TITLE: usize = 34;
const BAR: usize = 64;

pub(super) fn run(setup: &mut Setup, args: &PayArgs, out: &mut impl Write) -> Result<u8> {
    let corpus = setup.corpus();
    warn(setup);
    let wanted = args.field.as_ref().map(|field| field.to_lowercase());
    let in_field = |profile: &&Profile| {
        wanted.as_ref().is_none_or(|wanted| profile.field.to_lowercase().contains(wanted))
    };
    let mut rows: Vec<(&Profile, &PayStatistic)> = corpus
        .own_profiles()
        .filter(in_field)
        .filter_map(|profile| Some((profile, newest(profile)?)))
        .collect();
    let euros = |amount: Option<Amount>| amount.map_or(0, |amount| amount.euros);
    match args.sort {
        PaySort::Median => rows.sort_by_key(|(_, row)| std::cmp::Reverse(euros(row.median))),
        PaySort::Title => rows.sort_by_key(|(profile, _)| profile.title.masculine.to_lowercase()),
        PaySort::Field => rows.sort_by_key(|(profile, row)| {
            (profile.field.clone(), std::cmp::Reverse(euros(row.median)))
        }),
    }
    if args.json {
        let value: Vec<serde_json::Value> = rows
            .iter()
            .map(|(profile, row)| {
                json!({
                    "id": profile.id, "title": profile.title.pair(), "field": profile.field,
                    "group": row.group, "year": row.year, "q1": row.q1, "median": row.median,
                    "q3": row.q3, "employees": row.employees,
                })
            })
            .collect();
        writeln!(out, "{}", serde_json::to_string_pretty(&value)?)?;
        return Ok(if rows.is_empty() { NOTHING } else { 0 });
    }
    for (profile, row) in &rows {
        let title = wrap::truncated(&profile.title.masculine, TITLE);
        let text =
            |amount: Option<Amount>| amount.map_or_else(|| "keine Angabe".to_owned(), Amount::text);
        writeln!(out, "{title:TITLE$} {:>12}  {}  {}", text(row.median), row.year, profile.field)?;
        if let Some(bar) = pay_bar::bar(row, BAR) {
            writeln!(out, "  {bar}")?;
        }
    }
    if !rows.is_empty() {
        writeln!(out, "  {}", pay_bar::scale(BAR))?;
        writeln!(
            out,
            "Median brutto im Monat, Vollzeit, je Berufsgruppe am 31. Dezember des Jahres. Quelle: Statistik der Bundesagentur für Arbeit."
        )?;
    }
    Ok(if rows.is_empty() { NOTHING } else { 0 })
}

/// The newest figures with a median.
fn newest(profile: &Profile) -> Option<&PayStatistic> {
    profile.pay.statistics.iter().rev().find(|row| row.median.is_some())
}
