//! What the proofreader found: the list in place of the parts, and the marks in the text.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::screen::proof::{Found, Proof};
use crate::app::{Drawn, Model};
use crate::ui::widget::frame::boxed;
use crate::ui::widget::wrap::{Mark, lines};
use crate::ui::{Look, marker};

pub(super) fn draw_list(
    frame: &mut Frame,
    area: Rect,
    model: &Model,
    proof: &Proof,
    look: &Look,
    drawn: &mut Drawn,
) {
    let text = model.shared.text();
    let inside = boxed(frame, area, text.proofreading(), true, look);
    let cursor = proof.list.unwrap_or_default();
    drawn.list_rows = usize::from(inside.height);
    let width = usize::from(inside.width).saturating_sub(1);
    let entries: Vec<_> = proof
        .findings
        .iter()
        .enumerate()
        .map(|(at, found)| {
            let selected = at == cursor.selected();
            let style = if selected { look.selection } else { look.text };
            let mut entry = lines(&found.reason.sentence(model.shared.language), width, style, &[]);
            if selected {
                let repair = match proof.repair() {
                    Some("") => text.leave_out().to_owned(),
                    Some(repair) => repair.to_owned(),
                    None => text.no_suggestion().to_owned(),
                };
                let count = proof.repairs(found).len();
                let more = if count > 1 { format!(" (1/{count})") } else { String::new() };
                let more = more.replacen('1', &(proof.choice() + 1).to_string(), 1);
                entry.extend(lines(&format!("→ {repair}{more}"), width, look.heading, &[]));
            }
            (selected, entry)
        })
        .collect();
    // The chosen entry is always in view.
    let rows = usize::from(inside.height);
    let chosen = entries.iter().take(cursor.selected() + 1).map(|(_, entry)| entry.len()).sum();
    let skip = usize::saturating_sub(chosen, rows);
    let all = entries
        .into_iter()
        .flat_map(|(selected, entry)| entry.into_iter().map(move |line| (selected, line)));
    for ((selected, mut line), row) in all.skip(skip).zip(inside.rows()) {
        line.spans.insert(0, marker(selected, look));
        frame.render_widget(line, row);
    }
}

/// Marks for a part's shown text: findings over the values and gaps that are there already. The
/// word that is just being written is left alone.
pub(super) fn marked(
    proof: &Proof,
    part: usize,
    shown: &str,
    below: Vec<Mark>,
    cursor: Option<usize>,
    look: &Look,
) -> Vec<Mark> {
    let chosen = proof.selected().filter(|found| found.part == part).map(|f| f.range.clone());
    let doubts: Vec<Mark> = proof
        .marks(part, shown)
        .filter(|range| cursor != Some(range.end))
        .map(|range| Mark {
            style: if Some(&range) == chosen.as_ref() { look.selection } else { look.doubt },
            range,
        })
        .collect();
    let mut marks: Vec<Mark> =
        below.into_iter().flat_map(|mark| without(mark, &doubts)).chain(doubts.clone()).collect();
    marks.sort_by_key(|mark| mark.range.start);
    marks
}

/// What of a mark lies outside the others.
fn without(mark: Mark, others: &[Mark]) -> Vec<Mark> {
    let mut pieces: Vec<Range<usize>> = vec![mark.range];
    for other in others {
        let cut = &other.range;
        pieces = pieces
            .into_iter()
            .flat_map(|piece| {
                let before = piece.start..piece.end.min(cut.start);
                let after = piece.start.max(cut.end)..piece.end;
                [before, after]
            })
            .filter(|piece| piece.start < piece.end)
            .collect();
    }
    pieces.into_iter().map(|range| Mark { range, style: mark.style }).collect()
}

/// Names the finding for the foot of the desk: how many, or that nobody looked.
pub(super) fn remark(model: &Model, proof: &Proof) -> Option<String> {
    let text = model.shared.text();
    match proof.findings.as_slice() {
        [] if !proof.dictionary => proof.was_read().then(|| text.unchecked().to_owned()),
        [] => None,
        [Found { reason, .. }] => {
            Some(format!("{}: {}", text.findings(1), reason.sentence(model.shared.language)))
        }
        all => Some(text.findings(all.len())),
    }
}
