//! `werdegang pay`: what professions pay, side by side on one scale.
//!
//! The same rows as on the screen, see [`crate::corpus::pay`].

use std::io::Write;

use anyhow::Result;
use serde_json::json;

use super::args::{PayArgs, PaySort};
use super::setup::Setup;
use super::{NOTHING, warn};
use crate::corpus::pay::{Order, PayRow, overview};
use crate::corpus::profile::Amount;
use crate::ui::widget::{pay_bar, wrap};

/// Columns of the title and of the bar.
const TITLE: usize = 34;
const BAR: usize = 64;

pub(super) fn run(setup: &mut Setup, args: &PayArgs, out: &mut impl Write) -> Result<u8> {
    let corpus = setup.corpus();
    warn(setup);
    let wanted = args.field.as_ref().map(|field| field.to_lowercase());
    let order = match args.sort {
        PaySort::Median => Order::Median,
        PaySort::Title => Order::Title,
        PaySort::Field => Order::Field,
    };
    let mut rows = overview(&corpus, order);
    rows.retain(|row| {
        wanted.as_ref().is_none_or(|wanted| row.profile.field.to_lowercase().contains(wanted))
    });
    if args.json {
        let value: Vec<serde_json::Value> = rows
            .iter()
            .map(|PayRow { profile, newest: row, .. }| {
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
    for PayRow { profile, newest: row, .. } in &rows {
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
