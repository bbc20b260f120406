//! `werdegang search`: the search of the screen for pipes, scripts and measurements.

use std::io::Write;

use anyhow::{Result, bail};
use serde_json::json;

use super::args::SearchArgs;
use super::setup::Setup;
use super::{NOTHING, warn};
use crate::app::Why;
use crate::corpus::{Corpus, load};
use crate::runtime::searcher::Searcher;
use crate::search::{Hit, Place, Results};

/// Largest file of queries, in bytes.
const MAX_BATCH: usize = 64 * 1024 * 1024;

pub(super) fn run(setup: &mut Setup, args: &SearchArgs, out: &mut impl Write) -> Result<u8> {
    let corpus = setup.corpus();
    warn(setup);
    let (searcher, _) = Searcher::open(&corpus, setup.index().as_deref());
    let queries = match &args.batch {
        Some(file) => {
            let text =
                load::read_text(file, MAX_BATCH).map_err(|problem| anyhow::anyhow!("{problem}"))?;
            batch(&load::display(file), &text)?
        }
        None => vec![("1".to_owned(), args.query.join(" "))],
    };
    if args.batch.is_none() && queries.iter().all(|(_, query)| query.trim().is_empty()) {
        bail!("bitte ein Wort angeben, etwa: werdegang search backend");
    }
    let mut hits = 0;
    for (id, query) in &queries {
        let results = searcher.engine.search(query, args.limit);
        if results.failed {
            bail!("der Suchindex ist nicht lesbar; werdegang doctor sagt, wo er liegt");
        }
        hits += results.hits.len();
        if args.trec {
            trec(out, id, &results)?;
        } else if args.json {
            writeln!(
                out,
                "{}",
                as_json(&corpus, &searcher, id, query, &results, args.batch.is_some())
            )?;
        } else if args.batch.is_some() {
            for (rank, hit) in results.hits.iter().enumerate() {
                writeln!(out, "{id}\t{}\t{}\t{:.4}", rank + 1, hit.id, hit.score)?;
            }
        } else {
            plain(out, &corpus, &searcher, query, &results, setup)?;
        }
    }
    Ok(if hits == 0 { NOTHING } else { 0 })
}

/// Lines `id TAB query`; empty ones are passed over.
fn batch(file: &str, text: &str) -> Result<Vec<(String, String)>> {
    let mut queries = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let Some((id, query)) = line.split_once('\t') else {
            bail!("{file}:{}: hier fehlt der Tabulator zwischen Kennung und Suche", number + 1);
        };
        queries.push((crate::corpus::clean::clean_line(id), query.to_owned()));
    }
    Ok(queries)
}

fn trec(out: &mut impl Write, query: &str, results: &Results) -> Result<()> {
    for (rank, hit) in results.hits.iter().enumerate() {
        writeln!(out, "{query} Q0 {} {} {:.4} werdegang", hit.id, rank + 1, hit.score)?;
    }
    Ok(())
}

fn as_json(
    corpus: &Corpus,
    searcher: &Searcher,
    id: &str,
    query: &str,
    results: &Results,
    batch: bool,
) -> serde_json::Value {
    let whys = whys(corpus, searcher, query, results);
    let hits: Vec<serde_json::Value> = results
        .hits
        .iter()
        .zip(whys)
        .enumerate()
        .filter_map(|(rank, (hit, why))| {
            let profile = corpus.get(&hit.id)?;
            let ranges = |ranges: &[std::ops::Range<usize>]| -> Vec<[usize; 2]> {
                ranges.iter().map(|range| [range.start, range.end]).collect()
            };
            Some(json!({
                "rank": rank + 1,
                "id": hit.id,
                "title": profile.title.pair(),
                "field": profile.field,
                "score": hit.score,
                "repaired": hit.repaired,
                "title_ranges": ranges(&why.title),
                "section": why.section.map(super::super::corpus::SectionKind::key),
                "line": why.line,
                "ranges": ranges(&why.ranges),
            }))
        })
        .collect();
    let mut value = json!({ "query": query, "total": results.total, "hits": hits });
    if batch && let Some(object) = value.as_object_mut() {
        object.insert("id".to_owned(), json!(id));
    }
    value
}

/// Why each hit was found, in their order.
fn whys(corpus: &Corpus, searcher: &Searcher, query: &str, results: &Results) -> Vec<Why> {
    let hits: Vec<(usize, Place)> = results
        .hits
        .iter()
        .filter_map(|hit| Some((corpus.position(&hit.id)?, hit.place)))
        .collect();
    searcher.explain(corpus, query, &hits)
}

/// Numbered lines: title, id and field, then why.
fn plain(
    out: &mut impl Write,
    corpus: &Corpus,
    searcher: &Searcher,
    query: &str,
    results: &Results,
    setup: &Setup,
) -> Result<()> {
    let text = setup.language.text();
    if results.hits.is_empty() {
        for line in text.no_hits(query.trim()).iter().take(2) {
            let _ = writeln!(std::io::stderr(), "{}", crate::corpus::clean::clean_line(line));
        }
        return Ok(());
    }
    let whys = whys(corpus, searcher, query, results);
    for (rank, (hit, why)) in results.hits.iter().zip(whys).enumerate() {
        let Hit { id, repaired, .. } = hit;
        let Some(profile) = corpus.get(id) else { continue };
        writeln!(out, "{:>2}. {}  [{id}, {}]", rank + 1, profile.title.pair(), profile.field)?;
        let similar =
            repaired.as_ref().map_or_else(String::new, |word| format!("{}  ", text.similar(word)));
        if why.line.is_empty() {
            writeln!(out, "    {similar}{}", profile.summary)?;
        } else {
            let origin = why.section.map_or(text.also_called(), |section| section.heading());
            writeln!(out, "    {similar}{origin}: {}", why.line)?;
        }
    }
    Ok(())
}
