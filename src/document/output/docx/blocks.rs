//! Lengths, paragraphs and tables of a Word document.

use docx_rs::{
    AlignmentType, BreakType, IndentLevel, LineSpacing, NumberingId, Paragraph, Run, Table,
    TableCell, TableLayoutType, TableRow, WidthType,
};

use crate::document::content::{Piece, Section, StationPiece};

/// Twentieths of a point, Word's unit of length.
pub(super) fn mm(length: f64) -> u32 {
    (length * 1440.0 / 25.4).round() as u32
}

pub(super) fn twips(length: f64) -> i32 {
    mm(length) as i32
}

/// English metric units, Word's unit for pictures.
pub(super) fn emu(length: f64) -> u32 {
    (length * 36_000.0) as u32
}

/// Half points.
pub(super) const BODY: usize = 22;
pub(super) const BULLETS: usize = 2;

pub(super) const GREY: &str = "5a5a5a";

pub(super) fn run(text: &str) -> Run {
    let mut run = Run::new();
    for (at, line) in text.lines().enumerate() {
        if at > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run = run.add_text(line);
    }
    run
}

pub(super) fn plain(text: &str) -> Paragraph {
    Paragraph::new().add_run(run(text))
}

pub(super) fn spaced(paragraph: Paragraph, before: f64, after: f64) -> Paragraph {
    paragraph.line_spacing(LineSpacing::new().before(mm(before)).after(mm(after)))
}

pub(super) fn heading(level: usize, text: &str) -> Paragraph {
    plain(text).style(&format!("Heading{level}")).keep_next(true)
}

/// A paragraph at a place of the page, in millimetres from its upper left corner.
pub(super) fn placed(
    mut paragraph: Paragraph,
    left: f64,
    top: f64,
    width: f64,
    height: f64,
) -> Paragraph {
    paragraph = paragraph
        .frame_x(twips(left))
        .frame_y(twips(top))
        .frame_width(mm(width))
        .frame_height(mm(height));
    if let Some(frame) = &mut paragraph.property.frame_property {
        frame.h_anchor = Some("page".to_owned());
        frame.v_anchor = Some("page".to_owned());
        frame.h_rule = Some("exact".to_owned());
        frame.wrap = Some("around".to_owned());
    }
    paragraph.line_spacing(LineSpacing::new().before(0).after(0))
}

pub(super) fn item(text: &str) -> Paragraph {
    plain(text).numbering(NumberingId::new(BULLETS), IndentLevel::new(0))
}

pub(super) fn term(name: &str, text: &str) -> Paragraph {
    let separated = !name.is_empty() && !text.is_empty();
    let name = run(&format!("{name}{}", if separated { ": " } else { "" })).bold();
    spaced(Paragraph::new().add_run(name).add_run(run(text)), 0.0, 1.5)
}

pub(super) fn station_lines(station: &StationPiece, with_time: bool) -> Vec<Paragraph> {
    let role = Paragraph::new().add_run(run(&station.role).bold()).keep_next(true);
    let mut lines = vec![role];
    lines.extend((!station.place.is_empty()).then(|| plain(&station.place)));
    if with_time && !station.time.is_empty() {
        lines.push(Paragraph::new().add_run(run(&station.time).color(GREY)));
    }
    lines.extend((!station.summary.is_empty()).then(|| plain(&station.summary)));
    lines.extend(station.highlights.iter().map(|text| item(text)));
    if !station.keywords.is_empty() {
        lines.push(Paragraph::new().add_run(run(&station.keywords).color(GREY)));
    }
    if let Some(last) = lines.pop() {
        lines.push(spaced(last, 0.0, 3.0));
    }
    lines
}

/// Times left, stations right, without lines.
pub(super) fn tabular(section: &Section) -> Table {
    let cell = |width: f64| TableCell::new().width(mm(width) as usize, WidthType::Dxa);
    let rows = section.pieces.iter().map(|piece| {
        let (left, right) = match piece {
            Piece::Station(station) => (station.time.as_str(), station_lines(station, false)),
            Piece::Term { name, text } if text.is_empty() => {
                ("", vec![spaced(plain(name), 0.0, 1.5)])
            }
            Piece::Term { name, text } => (name.as_str(), vec![spaced(plain(text), 0.0, 1.5)]),
            _ => ("", Vec::new()),
        };
        let left = Paragraph::new().add_run(run(left).color(GREY));
        let mut body = cell(126.0);
        for paragraph in right {
            body = body.add_paragraph(paragraph);
        }
        TableRow::new(vec![cell(39.0).add_paragraph(left), body]).cant_split()
    });
    Table::without_borders(rows.collect())
        .set_grid(vec![mm(39.0) as usize, mm(126.0) as usize])
        .layout(TableLayoutType::Fixed)
}

pub(super) fn grid(head: &[String], rows: &[Vec<String>]) -> Table {
    let row = |cells: &[String], bold: bool| {
        let cells = cells.iter().map(|text| {
            let run = run(text).size(19);
            let run = if bold { run.bold() } else { run };
            TableCell::new().add_paragraph(Paragraph::new().add_run(run).align(AlignmentType::Left))
        });
        TableRow::new(cells.collect())
    };
    let rows = rows.iter().map(|cells| row(cells, false));
    Table::new(std::iter::once(row(head, true)).chain(rows).collect())
}
