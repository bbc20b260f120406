//! Documents as Markdown, for editors, and as plain text, for the fields of job portals.
//!
//! Both are the same lines; they differ in how a line is marked. What a person wrote comes out
//! literally: signs that Markdown would read are escaped.

use crate::document::content::{
    Content, CoverSheet, FlowSheet, LetterSheet, Piece, ResumeSheet, Section,
};

/// A line of a document and what it is.
enum Line {
    Title(String),
    Heading(String),
    Subheading(String),
    Text(String),
    Strong(String),
    Item(String),
    Term(String, String),
    Row(Vec<String>, bool),
    /// Space between what belongs apart.
    Blank,
    /// Between the parts of a folder.
    Rule,
}

pub(in crate::document) fn markdown(parts: &[Content]) -> String {
    joined(parts, |line| match line {
        Line::Title(text) => format!("# {}", escaped(text)),
        Line::Heading(text) => format!("## {}", escaped(text)),
        Line::Subheading(text) => format!("### {}", escaped(text)),
        // Two spaces keep the break; addresses and stations are lines, not paragraphs.
        Line::Text(text) => format!("{}  ", escaped(text)),
        Line::Strong(text) => format!("**{}**  ", escaped(text)),
        Line::Item(text) => format!("- {}", escaped(text)),
        Line::Term(name, text) if text.is_empty() => format!("- **{}**", escaped(name)),
        Line::Term(name, text) => format!("- **{}:** {}", escaped(name), escaped(text)),
        Line::Row(cells, head) => {
            let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
            let row = format!("| {} |", cells.join(" | "));
            if *head { format!("{row}\n|{}", " --- |".repeat(cells.len())) } else { row }
        }
        Line::Blank => String::new(),
        Line::Rule => "---".to_owned(),
    })
}

pub(in crate::document) fn plain(parts: &[Content]) -> String {
    // The fields of portals do not know the space that holds a date together.
    plain_lines(parts).replace('\u{a0}', " ")
}

fn plain_lines(parts: &[Content]) -> String {
    joined(parts, |line| match line {
        Line::Title(text) => text.to_uppercase(),
        Line::Heading(text) => {
            format!("{text}\n{}", "-".repeat(text.chars().count()))
        }
        Line::Subheading(text) | Line::Text(text) | Line::Strong(text) => text.clone(),
        Line::Item(text) => format!("- {text}"),
        Line::Term(name, text) if text.is_empty() => format!("- {name}"),
        Line::Term(name, text) => format!("- {name}: {text}"),
        Line::Row(cells, _) => cells.join("\t"),
        Line::Blank => String::new(),
        Line::Rule => "=".repeat(40),
    })
}

/// Never more than one empty line, none at the edges.
fn joined(parts: &[Content], show: impl Fn(&Line) -> String) -> String {
    let mut out = String::new();
    let mut blank = true;
    for line in &lines(parts) {
        let empty = matches!(line, Line::Blank);
        if !(empty && blank) {
            out.push_str(&show(line));
            out.push('\n');
        }
        blank = empty;
    }
    out.truncate(out.trim_end().len());
    out.push('\n');
    out
}

fn lines(parts: &[Content]) -> Vec<Line> {
    let mut out = Vec::new();
    for part in parts {
        if !out.is_empty() {
            out.extend([Line::Blank, Line::Rule, Line::Blank]);
        }
        match part {
            Content::Letter(sheet) => letter(&mut out, sheet),
            Content::Cover(sheet) => cover(&mut out, sheet),
            Content::Resume(sheet) => resume(&mut out, sheet),
            Content::Flow(sheet) => flow(&mut out, sheet),
            Content::Attachment(sheet) => out.push(Line::Text(format!("[{}]", sheet.title))),
        }
    }
    out
}

/// A paragraph: lines of its own, then space.
fn paragraph(out: &mut Vec<Line>, text: &str) {
    if !text.is_empty() {
        out.extend(text.lines().map(|line| Line::Text(line.to_owned())));
        out.push(Line::Blank);
    }
}

fn block<'a>(out: &mut Vec<Line>, lines: impl IntoIterator<Item = &'a str>) {
    for line in lines {
        out.extend((!line.is_empty()).then(|| Line::Text(line.to_owned())));
    }
    out.push(Line::Blank);
}

fn letter(out: &mut Vec<Line>, sheet: &LetterSheet) {
    block(out, std::iter::once(sheet.sender.name.as_str()).chain(sheet.sender.lines()));
    block(out, sheet.recipient.iter().map(String::as_str));
    paragraph(out, &sheet.place_and_date);
    if !sheet.subject.is_empty() {
        out.extend([Line::Strong(sheet.subject.clone()), Line::Blank]);
    }
    paragraph(out, &sheet.salutation);
    for text in &sheet.body {
        paragraph(out, text);
    }
    paragraph(out, &sheet.closing);
    paragraph(out, &sheet.sender.name);
    if !sheet.enclosures.is_empty() {
        block(out, std::iter::once("Anlagen").chain(sheet.enclosures.iter().map(String::as_str)));
    }
}

fn cover(out: &mut Vec<Line>, sheet: &CoverSheet) {
    out.extend([Line::Title(sheet.title.clone()), Line::Blank]);
    block(out, [sheet.position.as_str(), &sheet.company]);
    block(out, [sheet.name.as_str(), &sheet.label]);
    block(out, sheet.contact.iter().map(String::as_str));
    if !sheet.contents.is_empty() {
        out.extend([Line::Heading(sheet.contents_title.clone()), Line::Blank]);
        out.extend(sheet.contents.iter().cloned().map(Line::Item));
        out.push(Line::Blank);
    }
    paragraph(out, &sheet.date);
}

fn resume(out: &mut Vec<Line>, sheet: &ResumeSheet) {
    out.extend([Line::Title(format!("{} {}", sheet.title, sheet.name)), Line::Blank]);
    paragraph(out, &sheet.label);
    block(out, sheet.contact.iter().map(String::as_str));
    paragraph(out, &sheet.summary);
    sections(out, &sheet.sections);
    paragraph(out, &sheet.signed);
}

fn flow(out: &mut Vec<Line>, sheet: &FlowSheet) {
    block(out, sheet.author.iter().map(String::as_str));
    out.extend([Line::Title(sheet.title.clone()), Line::Blank]);
    paragraph(out, &sheet.subtitle);
    paragraph(out, &sheet.lead);
    sections(out, &sheet.sections);
    paragraph(out, &sheet.signed);
}

fn sections(out: &mut Vec<Line>, sections: &[Section]) {
    for section in sections {
        out.push(Line::Blank);
        if !section.title.is_empty() {
            out.extend([Line::Heading(section.title.clone()), Line::Blank]);
        }
        let mut in_list = false;
        for piece in &section.pieces {
            let listed = matches!(piece, Piece::Item { .. } | Piece::Term { .. });
            if in_list && !listed {
                out.push(Line::Blank);
            }
            in_list = listed;
            self::piece(out, piece);
        }
    }
    out.push(Line::Blank);
}

fn piece(out: &mut Vec<Line>, piece: &Piece) {
    match piece {
        Piece::Heading { text } => out.extend([Line::Subheading(text.clone()), Line::Blank]),
        Piece::Paragraph { text } | Piece::Note { text } => paragraph(out, text),
        Piece::Item { text } => out.push(Line::Item(text.clone())),
        Piece::Question { number, name, text } => {
            out.extend([Line::Strong(format!("{number}. {name}"))]);
            paragraph(out, text);
        }
        Piece::Term { name, text } => out.push(Line::Term(name.clone(), text.clone())),
        Piece::Pay { name, text, .. } => {
            out.extend((!name.is_empty()).then(|| Line::Strong(name.clone())));
            paragraph(out, text);
        }
        Piece::Station(station) => {
            out.push(Line::Strong(station.role.clone()));
            block(out, [station.place.as_str(), &station.time]);
            paragraph(out, &station.summary);
            out.extend(station.highlights.iter().cloned().map(Line::Item));
            out.push(Line::Blank);
            paragraph(out, &station.keywords);
        }
        Piece::Table { head, rows } => {
            out.push(Line::Row(head.clone(), true));
            out.extend(rows.iter().cloned().map(|row| Line::Row(row, false)));
            out.push(Line::Blank);
        }
    }
}

/// Signs that Markdown reads anywhere, and those it reads at the beginning of a line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let start = text.trim_start();
    let digits = start.chars().take_while(char::is_ascii_digit).count();
    let list = digits > 0 && matches!(start.chars().nth(digits), Some('.' | ')'));
    for (at, c) in text.chars().enumerate() {
        let first = at == 0 && matches!(c, '#' | '+' | '-' | '=' | '~');
        let dot = list && at == digits;
        if first || dot || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '&') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_of_the_person_is_text() {
        let cases = [
            ("# kein Titel", "\\# kein Titel"),
            ("- keine Liste", "\\- keine Liste"),
            ("12. kein Punkt", "12\\. kein Punkt"),
            ("*a* _b_ `c` <d> [e](f)", "\\*a\\* \\_b\\_ \\`c\\` \\<d\\> \\[e\\](f)"),
            ("C# und 3.5", "C# und 3.5"),
        ];
        for (text, expected) in cases {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn a_letter_is_lines_in_their_order() {
        let sheet = LetterSheet {
            recipient: vec!["Löwe GmbH".into(), "Frau Weber".into()],
            subject: "Bewerbung".into(),
            body: vec!["Erste\nZeile".into(), "Zweiter".into()],
            closing: "Mit freundlichen Grüßen".into(),
            ..LetterSheet::default()
        };
        let parts = [Content::Letter(sheet)];
        assert_eq!(
            plain(&parts),
            "Löwe GmbH\nFrau Weber\n\nBewerbung\n\nErste\nZeile\n\nZweiter\n\nMit freundlichen Grüßen\n"
        );
        assert_eq!(
            markdown(&parts),
            "Löwe GmbH  \nFrau Weber  \n\n**Bewerbung**  \n\nErste  \nZeile  \n\nZweiter  \n\nMit freundlichen Grüßen\n"
        );
    }
}
