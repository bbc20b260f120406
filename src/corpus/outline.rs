//! A profile laid out for reading: numbered sections made of simple blocks.
//!
//! The screen, the plain-text output, copying and the documents all read from here, so that a
//! section says the same everywhere.

use super::collection::Corpus;
use super::number::{euros, grouped, months};
use super::profile::{Path, PayStatistic, Profile, Related, TrainingPay};
use super::section::SectionKind;

/// One section that has something to say.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub kind: SectionKind,
    pub blocks: Vec<Block>,
}

/// The smallest thing a reader can point at and copy.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Heading(&'static str),
    Paragraph(String),
    Item(String),
    /// A question with its number and how to answer it.
    Question {
        number: usize,
        question: String,
        hint: String,
    },
    /// A name and what it means.
    Term {
        name: String,
        text: String,
    },
    Pay(PayStatistic),
    TrainingPay(TrainingPay),
    /// A text block of the profile, by position.
    Snippet {
        index: usize,
        title: String,
        remark: String,
    },
    /// Another profession of the corpus.
    Link {
        id: String,
        title: String,
        text: String,
    },
    /// Small print: sources, remarks.
    Note(String),
}

impl Block {
    /// The block as plain text, for copying and searching.
    pub fn text(&self) -> String {
        match self {
            Self::Heading(text) => (*text).to_owned(),
            Self::Paragraph(text) | Self::Item(text) | Self::Note(text) => text.clone(),
            Self::Question { number, question, hint } => format!("{number}. {question} {hint}"),
            Self::Term { name, text } => format!("{name}: {text}"),
            Self::Pay(row) => pay_sentence(row),
            Self::TrainingPay(row) => training_pay_sentence(row),
            Self::Snippet { title, remark, .. } if remark.is_empty() => title.clone(),
            Self::Snippet { title, remark, .. } => format!("{title} ({remark})"),
            Self::Link { title, text, .. } => format!("{title}: {text}"),
        }
    }
}

impl Section {
    /// The section as plain text with its heading, for copying.
    pub fn text(&self) -> String {
        let mut out = format!("{}\n", self.kind.heading());
        let mut in_list = false;
        for block in &self.blocks {
            let item = matches!(block, Block::Item(_));
            if !(item && in_list) {
                out.push('\n');
            }
            in_list = item;
            if item {
                out.push_str("- ");
            }
            out.push_str(&block.text());
            out.push('\n');
        }
        out
    }
}

/// The sections of a profile that have content, in the order of reading.
pub fn sections(profile: &Profile, corpus: &Corpus) -> Vec<Section> {
    SectionKind::ALL
        .into_iter()
        .map(|kind| Section { kind, blocks: blocks(profile, corpus, kind) })
        .filter(|section| !section.blocks.is_empty())
        .collect()
}

/// The whole profile as plain text.
pub fn text(profile: &Profile, corpus: &Corpus) -> String {
    let mut out = format!("{}\n{}\n", profile.title.pair(), profile.summary);
    for section in sections(profile, corpus) {
        out.push('\n');
        out.push_str(&section.text());
    }
    out
}

fn blocks(profile: &Profile, corpus: &Corpus, kind: SectionKind) -> Vec<Block> {
    let paragraphs =
        |texts: &[String]| -> Vec<Block> { texts.iter().cloned().map(Block::Paragraph).collect() };
    match kind {
        SectionKind::Overview => {
            let mut blocks = paragraphs(&profile.overview);
            if !profile.regulated.is_empty() {
                blocks.push(Block::Note(profile.regulated.clone()));
            }
            if !blocks.is_empty() && !profile.aliases.is_empty() {
                blocks.push(Block::Note(format!("Auch: {}", profile.aliases.join(", "))));
            }
            blocks
        }
        SectionKind::Tasks => {
            let mut blocks = lead(&profile.tasks.intro);
            blocks.extend(profile.tasks.items.iter().cloned().map(Block::Item));
            blocks
        }
        SectionKind::Workplaces => {
            let mut blocks = lead(&profile.workplaces.intro);
            list(&mut blocks, "Branchen", &profile.workplaces.branches);
            list(&mut blocks, "Bedingungen", &profile.workplaces.conditions);
            blocks
        }
        SectionKind::Entry => {
            let mut blocks = Vec::new();
            path(&mut blocks, "Ausbildung", &profile.entry.training);
            path(&mut blocks, "Studium", &profile.entry.study);
            path(&mut blocks, "Quereinstieg", &profile.entry.career_change);
            blocks
        }
        SectionKind::Skills => {
            let mut blocks = Vec::new();
            list(&mut blocks, "Fachlich", &profile.skills.professional);
            list(&mut blocks, "Wahlweise", &profile.skills.optional);
            list(&mut blocks, "Werkzeuge", &profile.skills.tools);
            list(&mut blocks, "Persönlich", &profile.skills.personal);
            blocks
        }
        SectionKind::Career => {
            let mut blocks: Vec<Block> = profile
                .career
                .ladder
                .iter()
                .map(|rung| Block::Term { name: rung.name.clone(), text: rung.text.clone() })
                .collect();
            list(&mut blocks, "Weiterbildung", &profile.career.further_training);
            blocks
        }
        SectionKind::Pay => pay(profile),
        SectionKind::Application => {
            let mut blocks = Vec::new();
            list(&mut blocks, "Suchbegriffe für Jobbörsen", &profile.application.search_terms);
            list(&mut blocks, "In die Mappe", &profile.application.folder);
            list(&mut blocks, "Arbeitsproben", &profile.application.work_samples);
            list(&mut blocks, "Worauf geachtet wird", &profile.application.recruiters);
            blocks
        }
        SectionKind::Tips => profile
            .tips
            .iter()
            .enumerate()
            .map(|(at, tip)| Block::Question {
                number: at + 1,
                question: tip.question.clone(),
                hint: tip.hint.clone(),
            })
            .collect(),
        SectionKind::Fits => profile.fits.iter().cloned().map(Block::Item).collect(),
        SectionKind::Snippets => profile
            .snippets
            .iter()
            .enumerate()
            .map(|(index, snippet)| Block::Snippet {
                index,
                title: snippet.title.clone(),
                remark: [snippet.tone.as_str(), snippet.level.as_str()]
                    .into_iter()
                    .filter(|word| !word.is_empty())
                    .collect::<Vec<_>>()
                    .join(", "),
            })
            .collect(),
        // A link to a profile that is not in this corpus leads nowhere and is not shown.
        SectionKind::Related => {
            let link = |related: &Related| {
                let target = corpus.get(&related.id)?;
                Some(Block::Link {
                    id: related.id.clone(),
                    title: target.title.pair(),
                    text: format!("{} ({})", related.why, related.kind.label()),
                })
            };
            let mut blocks: Vec<Block> = profile.related.iter().filter_map(link).collect();
            list(&mut blocks, "Gehört anderswohin", &profile.excludes);
            blocks
        }
        SectionKind::Sources => {
            let mut blocks = sources(profile);
            let licence = corpus.licence_of(profile);
            blocks.extend(licence.map(|line| Block::Note(line.to_owned())));
            blocks
        }
    }
}

fn lead(intro: &str) -> Vec<Block> {
    if intro.is_empty() { Vec::new() } else { vec![Block::Paragraph(intro.to_owned())] }
}

fn list(blocks: &mut Vec<Block>, heading: &'static str, items: &[String]) {
    if !items.is_empty() {
        blocks.push(Block::Heading(heading));
        blocks.extend(items.iter().cloned().map(Block::Item));
    }
}

fn path(blocks: &mut Vec<Block>, heading: &'static str, path: &Path) {
    if path.is_empty() {
        return;
    }
    blocks.push(Block::Heading(heading));
    blocks.extend(path.text.iter().cloned().map(Block::Paragraph));
    if let Some(duration) = &path.duration {
        blocks.push(Block::Note(format!("Dauer: {} ({})", months(duration.months), duration.law)));
    }
}

fn pay(profile: &Profile) -> Vec<Block> {
    let pay = &profile.pay;
    if pay.is_empty() {
        return Vec::new();
    }
    let mut blocks: Vec<Block> = pay.statistics.iter().cloned().map(Block::Pay).collect();
    if blocks.is_empty() {
        blocks.push(Block::Paragraph(
            "Keine Angabe: Für diese Berufsgruppe ist kein Entgelt veröffentlicht.".to_owned(),
        ));
    } else {
        blocks.push(Block::Note(
            "Bruttoentgelt im Monat von sozialversicherungspflichtig Vollzeitbeschäftigten der Berufsgruppe am 31. Dezember des Jahres, ohne Auszubildende, Teilzeit, Beamtinnen, Beamte und Selbstständige. Ein Viertel verdient weniger als Q1, ein Viertel mehr als Q3.".to_owned(),
        ));
    }
    if !pay.training.is_empty() {
        blocks.push(Block::Heading("Während der Ausbildung"));
        blocks.extend(pay.training.iter().cloned().map(Block::TrainingPay));
    }
    list(&mut blocks, "Was das Gehalt bewegt", &pay.drivers);
    blocks
}

fn sources(profile: &Profile) -> Vec<Block> {
    let mut blocks: Vec<Block> = profile
        .sources
        .iter()
        .map(|source| {
            Block::Item(format!(
                "{}. {}, {}. {}",
                source.title, source.publisher, source.year, source.url
            ))
        })
        .collect();
    let codes = &profile.codes;
    let named = [
        ("KldB 2010", codes.kldb.as_ref()),
        ("ISCO-08", codes.isco.first()),
        ("ISCO-08", codes.isco.get(1)),
        ("ESCO", codes.esco.as_ref()),
        ("DKZ", codes.dkz.as_ref()),
    ];
    let mut rows = named
        .into_iter()
        .filter_map(|(name, code)| code.map(|code| (name, code)))
        .map(|(name, code)| {
            let label =
                if code.label.is_empty() { String::new() } else { format!(" {}", code.label) };
            Block::Item(format!("{name} {}{label} ({})", code.code, code.verified))
        })
        .peekable();
    if rows.peek().is_some() {
        blocks.push(Block::Heading("Schlüssel"));
        blocks.extend(rows);
    }
    blocks
}

fn pay_sentence(row: &PayStatistic) -> String {
    let value = |amount: Option<super::profile::Amount>| match amount {
        None => "keine Angabe".to_owned(),
        Some(amount) => amount.text(),
    };
    let employees =
        row.employees.map_or_else(String::new, |n| format!(", {} Beschäftigte", grouped(n)));
    format!(
        "Median {} im Monat brutto, Q1 {}, Q3 {} ({} {}, KldB {} {}{employees})",
        value(row.median),
        value(row.q1),
        value(row.q3),
        row.region,
        row.year,
        row.group,
        row.group_label,
    )
}

fn training_pay_sentence(row: &TrainingPay) -> String {
    format!("{} im Monat brutto ({}, {})", euros(row.euros), row.scope, row.year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::load;

    #[test]
    fn the_backend_profile_has_every_section_and_its_pay_in_words() {
        let corpus = load::embedded().corpus;
        let profile = corpus.get("backend-developer").unwrap();
        let sections = sections(profile, &corpus);
        assert_eq!(sections.iter().map(|s| s.kind).collect::<Vec<_>>(), SectionKind::ALL);
        assert_eq!(
            sections[6].blocks[0].text(),
            "Median 6.307\u{a0}€ im Monat brutto, Q1 4.915\u{a0}€, Q3 über 7.100\u{a0}€ (Deutschland 2023, KldB 43413 Berufe in der Softwareentwicklung - komplexe Spezialistentätigkeiten, 34.103 Beschäftigte)"
        );
    }
}
