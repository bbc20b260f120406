//! `werdegang corpus list|info|remove`: what has been imported.

use std::io::Write;

use anyhow::{Result, bail};

use super::args::CorpusCommand;
use super::setup::Setup;
use super::{NOTHING, warn};
use crate::corpus::load;
use crate::corpus::number::grouped;
use crate::library::{Manifest, Shelf};

pub(super) fn run(setup: &mut Setup, command: &CorpusCommand, out: &mut impl Write) -> Result<u8> {
    let Some(paths) = &setup.paths else {
        bail!("ohne Heimatordner (HOME) gibt es keinen Ort für importierte Berufe");
    };
    let shelf = Shelf::at(paths.corpora());
    match command {
        CorpusCommand::List { json } => {
            let (manifests, problems) = shelf.list();
            setup.problems.extend(problems);
            warn(setup);
            if *json {
                writeln!(out, "{}", serde_json::to_string_pretty(&manifests)?)?;
            } else {
                for manifest in &manifests {
                    writeln!(
                        out,
                        "{:16} {:>8} Berufe  {}",
                        manifest.name,
                        count(manifest),
                        manifest.title
                    )?;
                }
                if manifests.is_empty() {
                    writeln!(out, "nichts importiert; werdegang import --help sagt, was geht")?;
                }
            }
            Ok(if manifests.is_empty() { NOTHING } else { 0 })
        }
        CorpusCommand::Info { name, json } => {
            let Some(manifest) = shelf.manifest(name).map_err(|p| anyhow::anyhow!("{p}"))? else {
                return Ok(missing(name));
            };
            if *json {
                writeln!(out, "{}", serde_json::to_string_pretty(&manifest)?)?;
                return Ok(0);
            }
            writeln!(out, "Name     {}", manifest.name)?;
            writeln!(out, "Titel    {}", manifest.title)?;
            writeln!(out, "Sprache  {}", manifest.language)?;
            writeln!(out, "Quelle   {} {}", manifest.kind, manifest.version)?;
            writeln!(out, "Berufe   {}", count(&manifest))?;
            writeln!(out, "Größe    {} KiB", manifest.bytes / 1024)?;
            writeln!(out, "Lizenz   {}", manifest.licence)?;
            let folder = shelf.folder().join(&manifest.folder);
            writeln!(out, "Ordner   {}", load::display(&folder))?;
            Ok(0)
        }
        CorpusCommand::Remove { name } => {
            if !shelf.remove(name)? {
                return Ok(missing(name));
            }
            writeln!(out, "„{name}“ ist entfernt")?;
            Ok(0)
        }
    }
}

fn count(manifest: &Manifest) -> String {
    grouped(u32::try_from(manifest.profiles).unwrap_or(u32::MAX))
}

fn missing(name: &str) -> u8 {
    let name = crate::corpus::clean::clean_line(name);
    let hint = "werdegang corpus list nennt alle";
    let _ = writeln!(std::io::stderr(), "werdegang: einen Korpus „{name}“ gibt es nicht; {hint}");
    NOTHING
}
