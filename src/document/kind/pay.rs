//! What the professions of a field pay, on one scale, with the year of every figure.

use super::profile;
use crate::corpus::Corpus;
use crate::corpus::pay::{Order, PayRow, overview};
use crate::corpus::profile::Amount;
use crate::document::Document;
use crate::document::content::{Content, FlowSheet, Piece, Section};

const REMARK: &str = "Median und Quartile brutto im Monat, Vollzeit, je Berufsgruppe (KldB 2010) am 31. Dezember des genannten Jahres. Berufe einer Gruppe haben dieselben Zahlen. Quelle: Statistik der Bundesagentur für Arbeit, Entgeltatlas.";

const ROWS_OF_A_PAGE: usize = 12;

/// The fields whose name contains `wanted`, each with its professions, the best paid first; `None`
/// if no profession with figures is in one.
pub fn pay(corpus: &Corpus, wanted: &str) -> Option<Document> {
    let wanted = wanted.to_lowercase();
    let mut rows = overview(corpus, Order::Field);
    // From the beginning of a word: „it“ is not in „Sicherheit“.
    rows.retain(|row| {
        let field = row.profile.field.to_lowercase();
        let mut starts = field.match_indices(&wanted).map(|(at, _)| at);
        starts
            .any(|at| !field.get(..at).is_some_and(|before| before.ends_with(char::is_alphabetic)))
    });
    // More rows than stand below each other on a page.
    let columns = if rows.len() > ROWS_OF_A_PAGE { 2 } else { 1 };
    let mut sections: Vec<Section> = Vec::new();
    for PayRow { profile, newest, .. } in rows {
        if sections.last().is_none_or(|section| section.title != profile.field) {
            sections.push(Section { title: profile.field.clone(), pieces: Vec::new() });
        }
        let text = |amount: Option<Amount>| amount.map_or("keine Angabe".to_owned(), Amount::text);
        let middle = match (newest.q1, newest.q3) {
            (Some(low), Some(high)) => {
                format!(", mittlere Hälfte {} bis {}", low.text(), high.text())
            }
            _ => String::new(),
        };
        let sentence = format!("{} ({}){middle}", text(newest.median), newest.year);
        if let Some(section) = sections.last_mut() {
            section.pieces.push(profile::pay(profile.title.pair(), sentence, newest));
        }
    }
    let last = sections.last_mut()?;
    last.pieces.push(Piece::Note { text: REMARK.to_owned() });
    Some(Document::one(Content::Flow(FlowSheet {
        title: "Gehaltsübersicht".to_owned(),
        lead: "Zahlen sagen, was in einer Berufsgruppe gezahlt wurde, nicht, was eine Stelle wert ist. Jeder Balken reicht von 1.500 bis 7.500 €; dunkel ist die mittlere Hälfte, der Strich der Median.".to_owned(),
        sections,
        columns,
        ..FlowSheet::default()
    })))
}
