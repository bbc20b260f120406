//! A whole profession on paper: its sections in the order of the screen, pay as a drawing, sources.

use serde_json::{Value, json};

use super::{Obstacle, Pdf, Style, make};
use crate::corpus::{Block, Corpus, Profile, outline};

/// # Errors
/// Every place that cannot be laid out.
pub fn sheet(profile: &Profile, corpus: &Corpus, style: &Style) -> Result<Pdf, Vec<Obstacle>> {
    let sections: Vec<Value> = outline::sections(profile, corpus)
        .iter()
        .map(|section| {
            let blocks: Vec<Value> = section.blocks.iter().map(block).collect();
            json!({ "title": section.kind.heading(), "blocks": blocks })
        })
        .collect();
    let data = json!({
        "title": profile.title.pair(),
        "field": profile.field,
        "summary": profile.summary,
        "sections": sections,
    });
    make("/profile.typ", style, data)
}

fn block(block: &Block) -> Value {
    let kind = match block {
        Block::Heading(_) => "heading",
        Block::Item(_) | Block::Snippet { .. } => "item",
        Block::Note(_) => "note",
        Block::Question { number, question, hint } => {
            return json!({ "kind": "question", "number": number, "name": question, "text": hint });
        }
        Block::Term { name, text } | Block::Link { title: name, text, .. } => {
            return json!({ "kind": "term", "name": name, "text": text });
        }
        Block::Pay(row) => {
            let value =
                |amount: &Option<crate::corpus::profile::Amount>| amount.as_ref().map(|a| a.euros);
            return json!({
                "kind": "pay",
                "text": block.text(),
                "q1": value(&row.q1),
                "median": value(&row.median),
                "q3": value(&row.q3),
            });
        }
        Block::Paragraph(_) | Block::TrainingPay(_) => "paragraph",
    };
    json!({ "kind": kind, "text": block.text() })
}
