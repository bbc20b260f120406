//! A frame of the real program over the shipped corpus, as SVG.

use std::fmt::Write as _;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::helpers::stage::Stage;

const COLUMNS: u16 = 116;
const ROWS: u16 = 32;
/// Size of a cell in the picture.
const WIDTH: f32 = 8.4;
const HEIGHT: f32 = 18.0;

const GROUND: &str = "#1c1f26";
const TEXT: &str = "#d7dae0";

pub(super) fn svg() -> String {
    let mut stage = Stage::shipped(COLUMNS, ROWS);
    stage.keys("backend entwikler<enter>7<down>");
    render(stage.buffer())
}

fn render(buffer: &Buffer) -> String {
    let (width, height) = (f32::from(COLUMNS) * WIDTH, f32::from(ROWS) * HEIGHT);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {:.0} {:.0}\" font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"14\">\n<title>werdegang</title>\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{GROUND}\"/>\n",
        width + 24.0,
        height + 24.0
    );
    for (row, cells) in buffer.content.chunks(usize::from(COLUMNS)).enumerate() {
        let y = 12.0 + f32::from(u16::try_from(row).unwrap()) * HEIGHT;
        let mut column = 0;
        for run in cells.chunk_by(|a, b| look(a) == look(b)) {
            let x = 12.0 + f32::from(u16::try_from(column).unwrap()) * WIDTH;
            column += run.len();
            let text: String = run.iter().map(Cell::symbol).collect();
            let (colour, modifier) = look(&run[0]);
            let reversed = modifier.contains(Modifier::REVERSED);
            if text.trim().is_empty() && !reversed {
                continue;
            }
            let length = f32::from(u16::try_from(run.len()).unwrap()) * WIDTH;
            if reversed {
                let _ = writeln!(
                    out,
                    "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{length:.1}\" height=\"{HEIGHT}\" fill=\"{colour}\"/>"
                );
            }
            let fill = if reversed { GROUND } else { colour };
            let mut style = String::new();
            if modifier.contains(Modifier::BOLD) {
                style.push_str(" font-weight=\"bold\"");
            }
            if modifier.contains(Modifier::DIM) {
                style.push_str(" opacity=\"0.65\"");
            }
            if modifier.contains(Modifier::UNDERLINED) {
                style.push_str(" text-decoration=\"underline\"");
            }
            let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            let _ = writeln!(
                out,
                "<text x=\"{x:.1}\" y=\"{:.1}\" textLength=\"{length:.1}\" fill=\"{fill}\"{style} xml:space=\"preserve\">{escaped}</text>",
                y + 13.5
            );
        }
    }
    out.push_str("</svg>\n");
    out
}

fn look(cell: &Cell) -> (&'static str, Modifier) {
    let colour = match cell.fg {
        Color::Cyan => "#6cc7d9",
        Color::Yellow => "#e5c07b",
        Color::Green => "#98c379",
        Color::Red => "#e06c75",
        _ => TEXT,
    };
    (colour, cell.modifier)
}
