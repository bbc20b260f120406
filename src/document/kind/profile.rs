//! A whole profession on paper: its sections in the order of the screen, pay as a drawing, sources.

use crate::corpus::profile::{Amount, PayStatistic};
use crate::corpus::{Block, Corpus, Profile, outline};
use crate::document::Document;
use crate::document::content::{Content, FlowSheet, Piece, Section};

pub fn profile(profile: &Profile, corpus: &Corpus) -> Document {
    let sections = outline::sections(profile, corpus);
    let sections = sections.iter().map(|section| Section {
        title: section.kind.heading().to_owned(),
        pieces: section.blocks.iter().map(piece).collect(),
    });
    Document::one(Content::Flow(FlowSheet {
        title: profile.title.pair(),
        subtitle: profile.field.clone(),
        lead: profile.summary.clone(),
        sections: sections.collect(),
        ..FlowSheet::default()
    }))
}

fn piece(block: &Block) -> Piece {
    match block {
        Block::Heading(text) => Piece::Heading { text: (*text).to_owned() },
        Block::Item(_) | Block::Snippet { .. } => Piece::Item { text: block.text() },
        Block::Note(text) => Piece::Note { text: text.clone() },
        Block::Question { number, question, hint } => {
            Piece::Question { number: *number, name: question.clone(), text: hint.clone() }
        }
        Block::Term { name, text } | Block::Link { title: name, text, .. } => {
            Piece::Term { name: name.clone(), text: text.clone() }
        }
        Block::Pay(row) => pay(String::new(), block.text(), row),
        Block::Paragraph(_) | Block::TrainingPay(_) => Piece::Paragraph { text: block.text() },
    }
}

pub(super) fn pay(name: String, text: String, row: &PayStatistic) -> Piece {
    let euros = |amount: Option<Amount>| amount.map(|amount| amount.euros);
    Piece::Pay { name, text, q1: euros(row.q1), median: euros(row.median), q3: euros(row.q3) }
}
