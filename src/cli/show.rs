//! `werdegang show`: a profile, or one section of it, as plain text or JSON.

use std::io::Write;

use anyhow::{Result, bail};
use serde_json::json;

use super::args::ShowArgs;
use super::setup::Setup;
use super::{NOTHING, warn};
use crate::corpus::{Block, Corpus, Profile, Section, SectionKind, outline};
use crate::quick_jump;
use crate::tailoring::search_query;
use crate::ui::widget::{pay_bar, wrap};

/// Columns of the text.
const WIDTH: usize = 80;

pub(super) fn run(setup: &mut Setup, args: &ShowArgs, out: &mut impl Write) -> Result<u8> {
    let corpus = setup.corpus();
    warn(setup);
    let Some(profile) = find(&corpus, &args.id) else { return Ok(NOTHING) };
    if args.query {
        writeln!(out, "{}", search_query(profile))?;
        return Ok(0);
    }
    let wanted = args.section.as_deref().map(section).transpose()?;
    let sections: Vec<Section> = outline::sections(profile, &corpus)
        .into_iter()
        .filter(|section| wanted.is_none_or(|wanted| wanted == section.kind))
        .collect();
    if args.json {
        match wanted {
            None => writeln!(out, "{}", serde_json::to_string_pretty(profile)?)?,
            Some(kind) => {
                let text: Vec<String> =
                    sections.iter().flat_map(|section| &section.blocks).map(Block::text).collect();
                let value = json!({ "id": profile.id, "section": kind.key(), "heading": kind.heading(), "text": text });
                writeln!(out, "{}", serde_json::to_string_pretty(&value)?)?;
            }
        }
        return Ok(0);
    }
    if wanted.is_none() {
        writeln!(out, "{}", profile.title.pair())?;
        write_wrapped(out, "", &profile.summary)?;
    }
    for (number, section) in sections.iter().enumerate() {
        if wanted.is_none() {
            writeln!(out, "\n{} {}\n", number + 1, section.kind.heading())?;
        }
        write_section(out, section)?;
    }
    Ok(if sections.is_empty() { NOTHING } else { 0 })
}

/// The profile with this id; otherwise says on standard error which ones were perhaps meant.
pub(super) fn find<'c>(corpus: &'c Corpus, id: &str) -> Option<&'c Profile> {
    if let Some(profile) = corpus.get(id) {
        return Some(profile);
    }
    let ids = corpus.own_profiles().map(|profile| profile.id.as_str());
    let near: Vec<&str> = quick_jump::pick(ids, id)
        .into_iter()
        .take(3)
        .filter_map(|pick| corpus.profile(pick.index))
        .map(|profile| profile.id.as_str())
        .collect();
    let hint = if near.is_empty() {
        "werdegang search WORT nennt Kennungen".to_owned()
    } else {
        format!("gemeint ist vielleicht {}", near.join(", "))
    };
    let id = crate::corpus::clean::clean_line(id);
    let _ = writeln!(std::io::stderr(), "werdegang: ein Profil „{id}“ gibt es nicht; {hint}");
    None
}

fn section(name: &str) -> Result<SectionKind> {
    let Some(kind) = SectionKind::parse(name) else {
        let names: Vec<&str> = SectionKind::ALL.into_iter().map(SectionKind::key).collect();
        bail!("einen Abschnitt „{name}“ gibt es nicht; möglich sind {}", names.join(", "));
    };
    Ok(kind)
}

fn write_section(out: &mut impl Write, section: &Section) -> Result<()> {
    let mut previous_was_item = false;
    for (at, block) in section.blocks.iter().enumerate() {
        let item = matches!(block, Block::Item(_) | Block::Snippet { .. });
        let under_heading = at
            .checked_sub(1)
            .and_then(|at| section.blocks.get(at))
            .is_some_and(|b| matches!(b, Block::Heading(_)));
        if at > 0 && !under_heading && !(item && previous_was_item) {
            writeln!(out)?;
        }
        previous_was_item = item;
        match block {
            Block::Heading(heading) => writeln!(out, "{heading}:")?,
            Block::Item(_) | Block::Snippet { .. } => write_wrapped(out, "- ", &block.text())?,
            Block::Pay(row) => {
                if let Some(bar) = pay_bar::bar(row, 64) {
                    writeln!(out, "{}\n{bar}", pay_bar::scale(64))?;
                }
                write_wrapped(out, "", &block.text())?;
            }
            _ => write_wrapped(out, "", &block.text())?,
        }
    }
    Ok(())
}

fn write_wrapped(out: &mut impl Write, sign: &str, text: &str) -> Result<()> {
    let ranges = wrap::ranges(text, WIDTH - sign.len());
    for (at, range) in ranges.into_iter().enumerate() {
        let lead = if at == 0 { sign.to_owned() } else { " ".repeat(sign.len()) };
        writeln!(out, "{lead}{}", text.get(range).unwrap_or_default())?;
    }
    Ok(())
}
