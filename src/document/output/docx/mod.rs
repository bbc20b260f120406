//! Documents for Word and its like: the letter with its parts where the window of the envelope
//! wants them, everything else as headings, lines and tables one can go on working with.
//!
//! Word brings its own fonts, so the design is the colour, the size and the kind of type.

mod blocks;

use blocks::{
    BODY, BULLETS, GREY, emu, grid, heading, item, mm, placed, plain, run, spaced, station_lines,
    tabular, term, twips,
};
use docx_rs::{
    AbstractNumbering, BreakType, Docx, Level, LevelJc, LevelText, LineSpacing, NumberFormat,
    Numbering, PageMargin, Paragraph, Pic, Run, RunFonts, SpecialIndentType, Start,
    Style as DocxStyle, StyleType, Table,
};

use crate::document::content::{Content, CoverSheet, FlowSheet, LetterSheet, Piece, ResumeSheet};
use crate::document::style::{Design, Style};
use crate::document::{Document, Obstacle, decode};

/// # Errors
/// Pages that only a PDF can take; a picture that is none.
pub(in crate::document) fn docx(
    document: &Document,
    style: &Style,
) -> Result<Vec<u8>, Vec<Obstacle>> {
    let mut writer = Writer { docx: empty(style), document, style };
    for (at, part) in document.parts.iter().enumerate() {
        if at > 0 {
            let run = Run::new().add_break(BreakType::Page);
            writer.add(Paragraph::new().add_run(run));
        }
        match part {
            Content::Letter(sheet) => writer.letter(sheet)?,
            Content::Cover(sheet) => writer.cover(sheet)?,
            Content::Resume(sheet) => writer.resume(sheet)?,
            Content::Flow(sheet) => writer.flow(sheet)?,
            Content::Attachment(sheet) => {
                let title = sheet.title.as_str();
                let de = "kommt nur in ein PDF; Word nimmt keine fremden Seiten auf";
                let en = "can only go into a PDF; Word takes no pages of others";
                return Err(vec![Obstacle::new((title, title), (de, en))]);
            }
        }
    }
    let mut bytes = std::io::Cursor::new(Vec::new());
    let packed = writer.docx.build().pack(&mut bytes);
    packed.map_err(|error| vec![Obstacle::failed(&error.to_string())])?;
    Ok(bytes.into_inner())
}

fn empty(style: &Style) -> Docx {
    let font = if style.design == Design::Kreativ { "Garamond" } else { "Calibri" };
    let fonts = RunFonts::new().ascii(font).hi_ansi(font).cs(font);
    let accent = accent(style);
    let heading = |id: &str, name: &str, size: usize, level: usize| {
        DocxStyle::new(id, StyleType::Paragraph)
            .name(name)
            .size(size)
            .bold()
            .color(accent.as_str())
            .outline_lvl(level)
            .line_spacing(
                LineSpacing::new().before(mm(if level == 0 { 0.0 } else { 5.0 })).after(mm(2.0)),
            )
    };
    let level = Level::new(
        0,
        Start::new(1),
        NumberFormat::new("bullet"),
        LevelText::new("•"),
        LevelJc::new("left"),
    )
    .indent(Some(twips(5.0)), Some(SpecialIndentType::Hanging(twips(4.0))), None, None);
    let margin =
        PageMargin::new().left(twips(25.0)).right(twips(20.0)).top(twips(25.0)).bottom(twips(20.0));
    Docx::new()
        .page_size(mm(210.0), mm(297.0))
        .page_margin(margin)
        .default_fonts(fonts)
        .default_size(if style.design == Design::Kompakt { BODY - 2 } else { BODY })
        .add_style(heading("Heading1", "heading 1", 40, 0))
        .add_style(heading("Heading2", "heading 2", 26, 1))
        .add_style(heading("Heading3", "heading 3", BODY, 2))
        .add_abstract_numbering(AbstractNumbering::new(BULLETS).add_level(level))
        .add_numbering(Numbering::new(BULLETS, BULLETS))
}

/// Hexadecimal, without the sign before it.
fn accent(style: &Style) -> String {
    let own = style.colour.as_deref().and_then(|colour| colour.strip_prefix('#'));
    own.unwrap_or(match style.design {
        Design::Sachlich => "222222",
        Design::Modern => "1f5c7a",
        Design::Kompakt => "333333",
        Design::Kreativ => "8a2f3c",
    })
    .to_owned()
}

struct Writer<'a> {
    docx: Docx,
    document: &'a Document,
    style: &'a Style,
}

impl Writer<'_> {
    fn add(&mut self, paragraph: Paragraph) {
        self.docx = std::mem::take(&mut self.docx).add_paragraph(paragraph);
    }

    fn add_table(&mut self, table: Table) {
        self.docx = std::mem::take(&mut self.docx).add_table(table);
    }

    /// One of the document's pictures, cut to these millimetres; of a signature the height counts.
    fn picture(&self, path: &str, size: decode::Size, id: &str) -> Result<Run, Vec<Obstacle>> {
        let bytes = self.document.files.iter().find(|(known, _)| known == path);
        let bytes = bytes.map(|(_, bytes)| bytes.as_slice()).unwrap_or_default();
        let (png, width, height) = decode::fitted(bytes, size)?;
        let picture = Pic::new_with_dimensions(png, 1, 1).id(id).size(emu(width), emu(height));
        Ok(Run::new().add_image(picture))
    }

    fn signature(&mut self, path: Option<&str>) -> Result<(), Vec<Obstacle>> {
        match path {
            None => self.add(spaced(Paragraph::new(), 0.0, 12.0)),
            Some(path) => {
                let run = self.picture(path, decode::Size::Height(11.0), "rIdSignature")?;
                self.add(spaced(Paragraph::new().add_run(run), 2.0, 1.0));
            }
        }
        Ok(())
    }

    fn letter(&mut self, sheet: &LetterSheet) -> Result<(), Vec<Obstacle>> {
        let sender = &sheet.sender;
        // Without measuring, a long name or return line is known by its letters.
        let letters = sender.name.chars().count();
        let size = if letters > 45 { 24 } else { 40 };
        let name = run(&sender.name).size(size).bold().color(accent(self.style));
        self.add(placed(Paragraph::new().add_run(name), 25.0, 19.0, 165.0, 12.0));
        let back: Vec<&str> = [&sender.name, &sender.street, &sender.town]
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        let back = back.join(" · ");
        let (size, top) = match back.chars().count() {
            0..=64 => (16, 57.2),
            65..=128 => (13, 55.0),
            _ => (11, 53.0),
        };
        let back = Paragraph::new().add_run(run(&back).size(size).color(GREY));
        self.add(placed(back, 25.0, top, 80.0, 62.2 - top));
        let recipient = run(&sheet.recipient.join("\n")).size(21);
        self.add(placed(Paragraph::new().add_run(recipient), 25.0, 62.7, 80.0, 27.3));
        let mut block = sender.lines();
        block.push(&sheet.place_and_date);
        let block = run(&block.join("\n")).size(19);
        self.add(placed(Paragraph::new().add_run(block), 125.0, 50.0, 65.0, 40.0));
        // The frames are beside the text; the subject keeps below the address field.
        let subject = Paragraph::new().add_run(run(&sheet.subject).bold());
        self.add(spaced(subject, 98.46 - 25.0, 9.0));
        if !sheet.salutation.is_empty() {
            self.add(spaced(plain(&sheet.salutation), 0.0, 4.5));
        }
        for text in &sheet.body {
            self.add(spaced(plain(text), 0.0, 4.5));
        }
        if !sheet.closing.is_empty() {
            self.add(spaced(plain(&sheet.closing), 0.0, 0.0).keep_next(true));
            self.signature(sheet.signature.as_deref())?;
            self.add(spaced(plain(&sender.name), 0.0, 8.0));
        }
        if !sheet.enclosures.is_empty() {
            let title = run(self.style.word("Anlagen", "Enclosures")).bold();
            self.add(spaced(Paragraph::new().add_run(title), 0.0, 0.0).keep_next(true));
            self.add(spaced(plain(&sheet.enclosures.join("\n")), 0.0, 0.0));
        }
        Ok(())
    }

    fn cover(&mut self, sheet: &CoverSheet) -> Result<(), Vec<Obstacle>> {
        let title = run(&sheet.title).size(64);
        self.add(Paragraph::new().add_run(title).style("Heading1"));
        self.add(spaced(Paragraph::new().add_run(run(&sheet.position).size(32)), 6.0, 0.0));
        self.add(spaced(plain(&sheet.company), 0.0, 40.0));
        if let Some(photo) = &sheet.photo {
            let run = self.picture(photo, decode::Size::Area(52.5, 67.5), "rIdPhoto")?;
            self.add(spaced(Paragraph::new().add_run(run), 0.0, 8.0));
        }
        self.add(Paragraph::new().add_run(run(&sheet.name).size(40).bold()));
        self.add(spaced(plain(&sheet.label), 0.0, 4.0));
        self.add(spaced(plain(&sheet.contact.join("\n")), 0.0, 30.0));
        if !sheet.contents.is_empty() {
            self.add(heading(2, &sheet.contents_title));
            self.add(plain(&sheet.contents.join("\n")));
        }
        self.add(spaced(Paragraph::new().add_run(run(&sheet.date).color(GREY)), 8.0, 0.0));
        Ok(())
    }

    fn resume(&mut self, sheet: &ResumeSheet) -> Result<(), Vec<Obstacle>> {
        if let Some(photo) = &sheet.photo {
            let run = self.picture(photo, decode::Size::Area(35.0, 45.0), "rIdPhoto")?;
            self.add(placed(Paragraph::new().add_run(run), 155.0, 20.0, 35.0, 45.0));
        }
        self.add(heading(1, &sheet.name));
        if !sheet.label.is_empty() {
            self.add(spaced(plain(&sheet.label), 0.0, 2.0));
        }
        let contact = run(&sheet.contact.join(" · ")).color(GREY);
        self.add(spaced(Paragraph::new().add_run(contact), 0.0, 3.0));
        if !sheet.summary.is_empty() {
            self.add(spaced(plain(&sheet.summary), 0.0, 3.0));
        }
        for section in &sheet.sections {
            self.add(heading(2, &section.title));
            if sheet.single {
                for piece in &section.pieces {
                    self.piece(piece);
                }
            } else {
                self.add_table(tabular(section));
            }
        }
        self.signed(&sheet.signed, sheet.signature.as_deref())
    }

    fn flow(&mut self, sheet: &FlowSheet) -> Result<(), Vec<Obstacle>> {
        if let Some((name, contact)) = sheet.author.split_first() {
            self.add(spaced(Paragraph::new().add_run(run(name).bold()), 0.0, 0.0));
            let contact = run(&contact.join(" · ")).size(19).color(GREY);
            self.add(spaced(Paragraph::new().add_run(contact), 0.0, 8.0));
        }
        self.add(heading(1, &sheet.title));
        for text in [&sheet.subtitle, &sheet.lead] {
            if !text.is_empty() {
                self.add(spaced(plain(text), 0.0, 3.0));
            }
        }
        for section in &sheet.sections {
            if !section.title.is_empty() {
                self.add(heading(2, &section.title));
            }
            for piece in &section.pieces {
                self.piece(piece);
            }
        }
        self.signed(&sheet.signed, sheet.signature.as_deref())
    }

    fn signed(&mut self, text: &str, signature: Option<&str>) -> Result<(), Vec<Obstacle>> {
        if text.is_empty() {
            return Ok(());
        }
        self.signature(signature)?;
        self.add(spaced(plain(&"_".repeat(36)), 0.0, 0.0).keep_next(true));
        self.add(Paragraph::new().add_run(run(text).size(19)));
        Ok(())
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Heading { text } => self.add(heading(3, text)),
            Piece::Paragraph { text } => self.add(spaced(plain(text), 0.0, 3.0)),
            Piece::Item { text } => self.add(item(text)),
            Piece::Note { text } => {
                let note = run(text).size(17).color(GREY);
                self.add(spaced(Paragraph::new().add_run(note), 0.0, 2.0));
            }
            Piece::Question { number, name, text } => {
                let name = run(&format!("{number}. {name} ")).bold();
                self.add(spaced(Paragraph::new().add_run(name).add_run(run(text)), 0.0, 3.0));
            }
            Piece::Term { name, text } => self.add(term(name, text)),
            Piece::Pay { name, text, .. } => self.add(term(name, text)),
            Piece::Station(station) => {
                for paragraph in station_lines(station, true) {
                    self.add(paragraph);
                }
            }
            Piece::Table { head, rows } => {
                if !rows.is_empty() {
                    self.add_table(grid(head, rows));
                }
            }
        }
    }
}
