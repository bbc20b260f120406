//! The profile: a header, its numbered sections, the text with the marker.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::app::document::{Row, occurrences};
use crate::app::screen::reader::{SCROLL_TO_MARKER, State};
use crate::app::{Drawn, Focus, Model};
use crate::corpus::profile::PayStatistic;
use crate::corpus::{Block, Profile};
use crate::ui::widget::wrap::{Mark, lines, truncated};
use crate::ui::widget::{frame::boxed, input, pay_bar};
use crate::ui::{Look, area};

/// Wider lines are hard to read.
const TEXT_WIDTH: u16 = 92;
/// From this width on, the list of sections stands beside the text.
const WITH_CONTENTS: u16 = 84;
const CONTENTS_WIDTH: u16 = 25;

pub(in crate::ui) fn draw(
    frame: &mut Frame,
    screen: Rect,
    model: &Model,
    look: &Look,
    drawn: &mut Drawn,
) {
    let Some(state) = &model.reader else { return };
    let Some(profile) = model.shared.corpus.profile(state.profile) else { return };
    let active = model.focus == Focus::Reader && model.overlay.is_none();
    let title = truncated(&profile.title.pair(), usize::from(screen.width).saturating_sub(6));
    let inside = boxed(frame, screen, &title, active, look);
    let searching = state.is_finding() || !state.needle.is_empty();
    let [head, page, find] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(u16::from(searching)),
    ])
    .areas(inside);

    let page = if inside.width >= WITH_CONTENTS {
        let [text, contents] =
            Layout::horizontal([Constraint::Min(1), Constraint::Length(CONTENTS_WIDTH)])
                .areas(page);
        draw_header(frame, head, profile, look);
        draw_contents(frame, contents, state, look);
        text
    } else {
        draw_tabs(frame, head, state, look);
        page
    };
    let page = Rect { width: page.width.min(TEXT_WIDTH), ..page };
    draw_text(frame, page, model, state, profile, look, drawn);
    if searching {
        draw_find(frame, find, model, state, look);
    }
}

fn draw_header(frame: &mut Frame, area: Rect, profile: &Profile, look: &Look) {
    let ways: Vec<&str> = profile.access.iter().map(|access| access.label()).collect();
    let words = format!(" {} · {}", profile.field, ways.join(", "));
    frame.render_widget(
        Line::from(Span::styled(truncated(&words, usize::from(area.width)), look.muted)),
        area,
    );
}

/// The numbered sections under each other.
fn draw_contents(frame: &mut Frame, area: Rect, state: &State, look: &Look) {
    for ((at, section), row) in state.document.sections().iter().enumerate().zip(area.rows()) {
        let here = at == state.section();
        let sign = if here { "▸" } else { " " };
        let style = if here { look.heading } else { look.muted };
        let words = format!("{sign}{:>2} {}", at + 1, section.kind.heading());
        frame.render_widget(
            Line::from(Span::styled(truncated(&words, usize::from(area.width)), style)),
            row,
        );
    }
}

/// The numbered sections in one line, scrolled so that the current one is in view.
fn draw_tabs(frame: &mut Frame, area: Rect, state: &State, look: &Look) {
    let here = state.section();
    let names: Vec<String> = state
        .document
        .sections()
        .iter()
        .enumerate()
        .map(|(at, section)| {
            let sign = if at == here { "▸" } else { " " };
            format!("{sign}{} {} ", at + 1, section.kind.heading())
        })
        .collect();
    let width = usize::from(area.width);
    let mut first = 0;
    let used = |first: usize| -> usize {
        names.iter().take(here + 1).skip(first).map(|name| name.width()).sum()
    };
    while first < here && used(first) > width {
        first += 1;
    }
    let spans: Vec<Span> = names
        .into_iter()
        .enumerate()
        .skip(first)
        .map(|(at, name)| Span::styled(name, if at == here { look.heading } else { look.muted }))
        .collect();
    frame.render_widget(Line::from(spans), area);
}

fn draw_text(
    frame: &mut Frame,
    page: Rect,
    model: &Model,
    state: &State,
    profile: &Profile,
    look: &Look,
    drawn: &mut Drawn,
) {
    let width = usize::from(page.width).saturating_sub(3);
    let mut all: Vec<(usize, Line)> = Vec::new();
    for (at, row) in state.document.rows.iter().enumerate() {
        if needs_gap(&state.document.rows, at) {
            all.push((at.saturating_sub(1), Line::default()));
        }
        let rows = row_lines(row, width, model, state, profile, look);
        all.extend(rows.into_iter().map(|line| (at, line)));
    }
    let start = all
        .iter()
        .position(|(at, line)| *at == state.marker && !line.spans.is_empty())
        .unwrap_or(0);
    let end = all
        .iter()
        .rposition(|(at, line)| *at == state.marker && !line.spans.is_empty())
        .map_or(start, |at| at + 1);
    let height = usize::from(page.height).max(1);
    let top = top_line(state.scroll, start..end, height, all.len());

    let active = model.focus == Focus::Reader;
    for ((at, line), area) in all.iter().skip(top).zip(page.rows()) {
        let marked = active && *at == state.marker && !line.spans.is_empty();
        let sign = if marked { Span::styled("▌ ", look.heading) } else { Span::raw("  ") };
        let mut line = line.clone();
        line.spans.insert(0, sign);
        frame.render_widget(line, area);
    }
    drawn.reader_area = area(page);
    drawn.reader_rows = height;
    drawn.reader_lines = all.len();
    drawn.reader_top = top;
    drawn.marker_start = start;
    drawn.marker_end = end;
}

/// The first line to show: as asked, but with the marker in view and no empty page at the end.
fn top_line(scroll: usize, marker: std::ops::Range<usize>, height: usize, lines: usize) -> usize {
    let last = lines.saturating_sub(height);
    if scroll == SCROLL_TO_MARKER {
        return marker.start.min(last);
    }
    let top = scroll.min(last);
    if marker.len() >= height {
        // Taller than the page: some of it must show.
        return top
            .clamp(
                marker.start.saturating_sub(height - 1),
                marker.end.saturating_sub(height).max(marker.start),
            )
            .min(last);
    }
    top.clamp(marker.end.saturating_sub(height), marker.start)
}

/// An empty line stands before everything but list items that follow each other.
fn needs_gap(rows: &[Row], at: usize) -> bool {
    let is_item =
        |row: Option<&Row>| matches!(row, Some(Row::Block(Block::Item(_) | Block::Snippet { .. })));
    let Some(before) = at.checked_sub(1) else { return false };
    let (previous, this) = (rows.get(before), rows.get(at));
    let under_heading =
        matches!(previous, Some(Row::Block(Block::Heading(_)) | Row::Section { .. }));
    match this {
        Some(Row::Section { .. }) => true,
        _ if under_heading => false,
        _ => !(is_item(previous) && is_item(this)),
    }
}

fn row_lines(
    row: &Row,
    width: usize,
    model: &Model,
    state: &State,
    profile: &Profile,
    look: &Look,
) -> Vec<Line<'static>> {
    let text = row.text();
    let found = |text: &str| -> Vec<Mark> {
        occurrences(text, state.needle.text())
            .into_iter()
            .map(|range| Mark { range, style: look.matched })
            .collect()
    };
    let plain = |style: Style| lines(&text, width, style, &found(&text));
    match row {
        Row::Section { number, .. } => {
            let heading = format!("{number} {text}");
            let rule = width.saturating_sub(heading.width() + 1);
            vec![Line::from(vec![
                Span::styled(format!("{heading} "), look.heading),
                Span::styled("─".repeat(rule), look.border),
            ])]
        }
        Row::Block(block) => match block {
            Block::Paragraph(_) => plain(look.text),
            Block::Heading(_) => plain(look.heading),
            Block::Note(_) => plain(look.muted),
            Block::Item(_) => hanging("• ", &text, width, look.text, &found(&text)),
            Block::Snippet { .. } => hanging("→ ", &text, width, look.text, &found(&text)),
            Block::Question { number, question, hint } => {
                let lead = format!("{number}. ");
                let mut out = hanging(&lead, question, width, look.heading, &found(question));
                out.extend(hanging(&" ".repeat(lead.len()), hint, width, look.text, &found(hint)));
                out
            }
            Block::Term { name, text } => {
                let mut out = lines(name, width, look.heading, &found(name));
                out.extend(hanging("  ", text, width, look.text, &found(text)));
                out
            }
            Block::Link { title, text, .. } => {
                let mut out = hanging("→ ", title, width, look.link, &found(title));
                out.extend(hanging("  ", text, width, look.text, &found(text)));
                out
            }
            Block::TrainingPay(_) => hanging("• ", &text, width, look.text, &found(&text)),
            Block::Pay(statistic) => pay_lines(statistic, width, model, profile, look),
        },
    }
}

/// Text with a sign in front of its first line, the others indented to match.
fn hanging(
    sign: &str,
    text: &str,
    width: usize,
    style: Style,
    marks: &[Mark],
) -> Vec<Line<'static>> {
    let indent = sign.width();
    let mut out = lines(text, width.saturating_sub(indent), style, marks);
    for (at, line) in out.iter_mut().enumerate() {
        let lead = if at == 0 { sign.to_owned() } else { " ".repeat(indent) };
        line.spans.insert(0, Span::styled(lead, style));
    }
    out
}

/// Pay as a bar on a common scale and as text, with group, year, employees and source.
fn pay_lines(
    row: &PayStatistic,
    width: usize,
    model: &Model,
    profile: &Profile,
    look: &Look,
) -> Vec<Line<'static>> {
    let text = model.shared.text();
    let value = |amount: Option<crate::corpus::profile::Amount>| {
        amount.map_or_else(|| text.no_data().to_owned(), crate::corpus::profile::Amount::text)
    };
    let bar_width = width.min(64);
    let mut out = vec![Line::from(vec![
        Span::styled(format!("{}, {}", row.region, row.year), look.heading),
        Span::styled(format!("   {}", text.pay_legend()), look.muted),
    ])];
    if let Some(bar) = pay_bar::bar(row, bar_width) {
        out.push(Line::from(Span::styled(pay_bar::scale(bar_width), look.muted)));
        out.push(Line::from(Span::styled(bar, look.bar)));
    }
    let figures =
        format!("Q1 {} · Median {} · Q3 {}", value(row.q1), value(row.median), value(row.q3));
    out.extend(lines(&figures, width, look.text, &[]));
    let employees = row.employees.map_or_else(String::new, |count| {
        format!(" · {} {}", crate::corpus::number::grouped(count), text.employees())
    });
    out.extend(lines(
        &format!("KldB {} {}{employees}", row.group, row.group_label),
        width,
        look.muted,
        &[],
    ));
    if let Some(source) = profile.sources.iter().find(|source| source.id == row.source) {
        let words =
            format!("{}: {}, {}, {}", text.source(), source.title, source.publisher, source.year);
        out.extend(lines(&words, width, look.muted, &[]));
    }
    out
}

fn draw_find(frame: &mut Frame, area: Rect, model: &Model, state: &State, look: &Look) {
    let text = model.shared.text();
    let rows: Vec<usize> = state.matches().collect();
    let current = rows.iter().position(|row| *row >= state.marker).map_or(rows.len(), |at| at + 1);
    let label = format!(" {}: ", text.find_label());
    let count = if state.needle.is_empty() {
        String::new()
    } else {
        format!(" {}", text.matches(current, rows.len()))
    };
    let widths = [label.width(), count.width()].map(|width| u16::try_from(width).unwrap_or(0));
    let [left, middle, right] = Layout::horizontal([
        Constraint::Length(widths[0]),
        Constraint::Min(1),
        Constraint::Length(widths[1] + 1),
    ])
    .areas(area);
    frame.render_widget(Line::from(Span::styled(label, look.key)), left);
    input::draw(
        frame,
        middle,
        &state.needle,
        "",
        state.is_finding() && model.overlay.is_none(),
        look,
    );
    frame.render_widget(Line::from(Span::styled(count, look.muted)), right);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marker_is_always_in_view() {
        for (scroll, marker, height, lines, expected) in [
            (0, 0..1, 10, 100, 0),
            (0, 15..17, 10, 100, 7),
            (50, 15..17, 10, 100, 15),
            (usize::MAX, 99..100, 10, 100, 90),
            (SCROLL_TO_MARKER, 40..41, 10, 100, 40),
            (0, 5..6, 10, 8, 0),
            (12, 5..30, 10, 100, 12),
            (3, 5..30, 10, 100, 3),
        ] {
            assert_eq!(
                top_line(scroll, marker.clone(), height, lines),
                expected,
                "{scroll} {marker:?}"
            );
        }
    }
}
