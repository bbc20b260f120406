//! `werdegang import`: a download becomes a corpus; all of it or nothing.

use std::collections::HashSet;
use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::{Result, bail};

use super::args::{ImportArgs, ImportKind};
use super::setup::Setup;
use crate::corpus::load;
use crate::import::{self, About, Encoding, ImportError, Kind, Progress, Sink};
use crate::library::{Manifest, Shelf, Writer, is_name};

/// Exit code after Ctrl-C, as shells have it.
const CANCELLED: u8 = 130;
/// Profiles between two pictures of the progress.
const STEP: usize = 64;

pub(super) fn run(setup: &Setup, args: &ImportArgs, out: &mut impl Write) -> Result<u8> {
    let Some(paths) = &setup.paths else {
        bail!("ohne Heimatordner (HOME) gibt es keinen Ort für importierte Berufe");
    };
    if let Some(name) = args.name.as_deref().filter(|name| !is_name(name)) {
        bail!("der Name „{name}“ darf nur aus a–z, 0–9 und Bindestrichen bestehen (höchstens 40)");
    }
    let kind = kind(args.kind);
    if kind == Kind::Profiles && args.name.is_none() {
        bail!("eigene Profile brauchen einen Namen: werdegang import profiles ORDNER --name NAME");
    }
    let cancelled = Arc::new(AtomicBool::new(false));
    watch(&cancelled)?;
    let shelf = Shelf::at(paths.corpora());
    let mut writer = shelf.write().map_err(|error| match error.kind() {
        io::ErrorKind::WouldBlock => {
            anyhow::anyhow!("ein anderer Import läuft gerade; bitte warten")
        }
        _ => anyhow::anyhow!("{} ist nicht schreibbar: {error}", load::display(shelf.folder())),
    })?;
    let mut counts = Counts::default();
    let result = read(kind, args, &mut writer, &mut counts, &cancelled);
    if io::stderr().is_terminal() {
        let _ = write!(io::stderr(), "\r\x1b[K");
    }
    let about = match result {
        Ok(about) => about,
        Err(ImportError::Cancelled) => {
            let _ = writeln!(io::stderr(), "werdegang: {}", ImportError::Cancelled);
            return Ok(CANCELLED);
        }
        Err(ImportError::Problems(problems)) => {
            for problem in &problems {
                let _ = writeln!(io::stderr(), "werdegang: {problem}");
            }
            bail!("nichts importiert; bitte erst diese {} Stellen beheben", problems.len());
        }
        Err(error) => bail!("{error}"),
    };
    let manifest = writer.publish(manifest(kind, args, about.clone()))?;
    for notice in &about.notices {
        let _ = writeln!(io::stderr(), "werdegang: {notice}");
    }
    writeln!(
        out,
        "{}: {} Berufe, {} weitere Namen, {} Kenntnisse, {} Aufgaben",
        manifest.name, manifest.profiles, counts.names, counts.skills, counts.tasks
    )?;
    writeln!(out, "{}", manifest.licence)?;
    Ok(0)
}

#[derive(Default)]
struct Counts {
    names: usize,
    skills: usize,
    tasks: usize,
}

fn read(
    kind: Kind,
    args: &ImportArgs,
    writer: &mut Writer<'_>,
    counts: &mut Counts,
    cancelled: &AtomicBool,
) -> Result<About, ImportError> {
    let encoding = args.encoding.as_deref().and_then(Encoding::parse);
    let live = io::stderr().is_terminal();
    let mut add = |profile: crate::corpus::Profile| {
        counts.names += profile.aliases.len();
        counts.skills += profile.skills.professional.len()
            + profile.skills.optional.len()
            + profile.skills.tools.len();
        counts.tasks += profile.tasks.items.len();
        writer.add(&profile).map_err(|error| ImportError::Write(error.to_string()))
    };
    let mut progress = |Progress { done, total }| {
        if live && (done % STEP == 0 || done == total) {
            let _ = write!(io::stderr(), "\r{}", bar(done, total));
        }
    };
    let mut sink = Sink {
        add: &mut add,
        progress: &mut progress,
        cancelled,
        seen: HashSet::new(),
        repeated: 0,
    };
    import::import(kind, &args.paths, encoding, &mut sink)
}

/// `[#####·····]  1520 von 3039`
fn bar(done: usize, total: usize) -> String {
    const WIDTH: usize = 30;
    let full = done * WIDTH / total.max(1);
    format!("[{}{}] {done} von {total}", "#".repeat(full), "·".repeat(WIDTH - full.min(WIDTH)))
}

fn manifest(kind: Kind, args: &ImportArgs, about: About) -> Manifest {
    let name = args.name.clone().unwrap_or(about.name);
    Manifest {
        format: 0,
        title: args.title.clone().unwrap_or(if about.title.is_empty() {
            name.clone()
        } else {
            about.title
        }),
        licence: args.licence.clone().unwrap_or(about.licence),
        name,
        language: about.language,
        kind: kind.key().to_owned(),
        version: about.version,
        profiles: 0,
        bytes: 0,
        hash: String::new(),
        folder: String::new(),
    }
}

fn kind(kind: ImportKind) -> Kind {
    match kind {
        ImportKind::Esco => Kind::Esco,
        ImportKind::Onet => Kind::Onet,
        ImportKind::Kldb => Kind::Kldb,
        ImportKind::Profiles => Kind::Profiles,
    }
}

/// Ctrl-C and a closed terminal end the import between two profiles.
fn watch(cancelled: &Arc<AtomicBool>) -> io::Result<()> {
    let cancelled = Arc::clone(cancelled);
    crate::terminal::signals::on_interrupt(move || cancelled.store(true, Ordering::Relaxed))
}
