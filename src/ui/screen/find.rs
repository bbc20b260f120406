//! The search box and the list of professions.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::screen::find::LINES_PER_HIT;
use crate::app::{Drawn, Focus, Found, Model};
use crate::corpus::Profile;
use crate::ui::widget::wrap::{Mark, styled, truncated};
use crate::ui::widget::{frame::boxed, input};
use crate::ui::{Look, area, marker};

pub(in crate::ui) fn draw(
    frame: &mut Frame,
    screen: Rect,
    model: &Model,
    look: &Look,
    drawn: &mut Drawn,
) {
    let text = model.shared.text();
    let active = model.focus == Focus::Find && model.overlay.is_none();
    let [field, summary, list] =
        Layout::vertical([Constraint::Length(3), Constraint::Length(1), Constraint::Min(1)])
            .areas(screen);
    let inside = boxed(frame, field, text.search_label(), active, look);
    input::draw(frame, inside, &model.find.input, text.search_hint(), active, look);

    let state = &model.find;
    let count = if state.query().is_empty() {
        text.professions(state.hits.len())
    } else {
        text.hits(state.total)
    };
    let remark = match state.tip(text.tips()) {
        _ if state.names_only => format!(" {count}, {}", text.names_only()),
        Some(tip) => format!(" {count} · {tip}"),
        None => format!(" {count}"),
    };
    let remark = truncated(&remark, usize::from(summary.width));
    let mut line = Line::from(Span::styled(remark, look.muted));
    for condition in state.conditions() {
        line.push_span(Span::raw("  "));
        line.push_span(Span::styled(format!("[{condition} ×]"), look.key));
    }
    frame.render_widget(line, summary);

    drawn.list_area = area(list);
    drawn.list_rows = usize::from(list.height) / LINES_PER_HIT;
    if state.hits.is_empty() {
        let hints = text.no_hits(state.query());
        for (hint, row) in hints.iter().zip(list.rows()) {
            frame.render_widget(Line::from(Span::styled(format!(" {hint}"), look.muted)), row);
        }
        return;
    }
    drawn.list_top = state.cursor.window(drawn.list_rows, state.hits.len());
    let rows: Vec<Rect> = list.rows().collect();
    let visible = state.hits.iter().enumerate().skip(drawn.list_top);
    for ((index, hit), rows) in visible.zip(rows.chunks(LINES_PER_HIT)) {
        let Some(profile) = model.shared.corpus.profile(hit.profile) else { continue };
        let selected = index == state.cursor.selected();
        draw_hit(frame, rows, model, hit, profile, selected, look);
    }
}

/// First line: title and field. Second line: why it was found, or what the profession is.
fn draw_hit(
    frame: &mut Frame,
    rows: &[Rect],
    model: &Model,
    hit: &Found,
    profile: &Profile,
    selected: bool,
    look: &Look,
) {
    let text = model.shared.text();
    let Some(first) = rows.first() else { return };
    let width = usize::from(first.width).saturating_sub(2);
    let style = if selected { look.selection } else { look.text };
    let why = hit.why.as_ref();

    let pair = profile.title.pair();
    let title = truncated(&pair, width);
    let marks: Vec<Mark> = why
        .map(|why| why.title.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|range| Mark { range: range.clone(), style: look.matched })
        .collect();
    let mut line = styled(&title, 0..title.len(), style, &marks);
    line.spans.insert(0, marker(selected, look));
    let left = width.saturating_sub(title.width());
    let field_fits = left > profile.field.width() + 2;
    if field_fits {
        let gap = left - profile.field.width();
        line.spans.push(Span::styled(" ".repeat(gap), style));
        line.spans
            .push(Span::styled(profile.field.clone(), if selected { style } else { look.muted }));
    }
    frame.render_widget(line, *first);

    let Some(second) = rows.get(1) else { return };
    let mut spans = vec![marker(selected, look), Span::raw(" ")];
    let mut width = width.saturating_sub(1);
    let mut lead = |words: String, style| {
        let words = truncated(&words, width);
        width = width.saturating_sub(words.width());
        spans.push(Span::styled(words, style));
    };
    if !field_fits {
        lead(format!("{} · ", profile.field), look.muted);
    }
    if let Some(word) = &hit.repaired {
        lead(format!("{} ", text.similar(word)), look.note);
    }
    match why.filter(|why| !why.line.is_empty()) {
        Some(why) => {
            let origin = why.section.map_or(text.also_called(), |section| section.heading());
            lead(format!("{origin}: "), look.muted);
            let (line, ranges) = around(&why.line, &why.ranges, width);
            let marks: Vec<Mark> =
                ranges.into_iter().map(|range| Mark { range, style: look.matched }).collect();
            spans.extend(styled(&line, 0..line.len(), look.muted, &marks).spans);
        }
        None => lead(profile.summary.clone(), look.muted),
    }
    frame.render_widget(Line::from(spans), *second);
}

/// The part of a line around its first match that fits a width, with the matches moved along.
fn around(
    line: &str,
    ranges: &[std::ops::Range<usize>],
    width: usize,
) -> (String, Vec<std::ops::Range<usize>>) {
    let first = ranges.first().map_or(0, |range| range.start);
    let end = ranges.first().map_or(0, |range| range.end);
    if line.get(..end).is_none_or(|head| head.width() < width) {
        let cut = truncated(line, width);
        let kept = if cut.len() < line.len() {
            cut.len().saturating_sub('…'.len_utf8())
        } else {
            cut.len()
        };
        let ranges = ranges.iter().filter(|range| range.end <= kept).cloned().collect();
        return (cut, ranges);
    }
    // Begin a few words before the match.
    let before = line.get(..first).unwrap_or_default();
    let start = before
        .char_indices()
        .rev()
        .filter(|(_, c)| *c == ' ')
        .map(|(at, _)| at + 1)
        .take_while(|at| first - at <= width / 3)
        .last()
        .unwrap_or(first);
    let shown = format!("…{}", line.get(start..).unwrap_or_default());
    let cut = truncated(&shown, width);
    let shift = '…'.len_utf8();
    let moved = ranges
        .iter()
        .filter(|range| range.start >= start)
        .map(|range| range.start - start + shift..range.end - start + shift)
        .filter(|range| cut.is_char_boundary(range.end) && range.end <= cut.len())
        .collect();
    (cut, moved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_the_match_when_the_line_is_long() {
        let line = "Auswertungen und Protokolle lesen, danach Schnittstellen entwerfen";
        let at = line.find("Schnittstellen").unwrap();
        let (shown, ranges) = around(line, std::slice::from_ref(&(at..at + 14)), 30);
        assert_eq!(shown, "…danach Schnittstellen entwer…");
        assert_eq!(shown.get(ranges[0].clone()), Some("Schnittstellen"));
        let whole = std::iter::once(0..4).collect::<Vec<_>>();
        assert_eq!(around("kurz", &whole, 30), ("kurz".to_owned(), whole.clone()));
    }
}
