//! How much one has to type, and what typos cost, side by side with FTS5 and fzf.
//!
//! `cargo run --release --example typing -- [--sample N] CORPUS...`
//!
//! For every title, masculine and feminine, of the shipped professions and of the corpora (files
//! with one profile a line): the number of keystrokes until the profession stands among the first
//! five, and whether it does when the whole title is typed with one random typo and with two. The
//! peers are asked the same for a sample, because fzf is a process for every question.

#![expect(clippy::print_stdout, reason = "a report is printed")]

mod peers;

use std::collections::HashSet;

use anyhow::Result;
use werdegang::corpus::{Profile, load};
use werdegang::search::{Engine, SearchDocument};

const FIRST: usize = 5;

fn main() -> Result<()> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut sample = 400;
    if let Some(at) = arguments.iter().position(|argument| argument == "--sample") {
        sample = arguments.remove(at + 1).parse()?;
        arguments.remove(at);
    }
    let own: Vec<Profile> = load::embedded().corpus.own_profiles().cloned().collect();
    report("shipped", &own, sample)?;
    for file in &arguments {
        report(file.rsplit('/').nth(1).unwrap_or(file), &peers::read_corpus(file)?, sample)?;
    }
    Ok(())
}

fn report(name: &str, profiles: &[Profile], sample: usize) -> Result<()> {
    let mut titles: Vec<(usize, String)> = Vec::new();
    for (at, profile) in profiles.iter().enumerate() {
        let title = &profile.title;
        titles.push((at, title.masculine.clone()));
        if title.feminine != title.masculine {
            titles.push((at, title.feminine.clone()));
        }
    }
    println!("{name}: {} professions, {} titles", profiles.len(), titles.len());
    let documents: Vec<SearchDocument> =
        profiles.iter().map(SearchDocument::from_profile).collect();
    let engine = Engine::in_memory(&documents)?;
    let ours = |text: &str| -> Result<Vec<usize>> {
        Ok(engine.search(text, FIRST).hits.into_iter().map(|hit| hit.document).collect())
    };
    // Professions that share a title stand for each other.
    let twins = |at: usize, title: &str| -> HashSet<usize> {
        let same = |p: &Profile| peers::names(p).iter().any(|name| name == title);
        let all = profiles.iter().enumerate().filter(|(_, p)| same(p)).map(|(at, _)| at);
        all.chain([at]).collect()
    };
    measure("werdegang, all", &titles, &twins, ours)?;

    let mut random = Random(11);
    let few: Vec<(usize, String)> = if titles.len() > sample {
        (0..sample).filter_map(|_| titles.get(random.below(titles.len())).cloned()).collect()
    } else {
        titles
    };
    measure("werdegang", &few, &twins, ours)?;
    let names: Vec<Vec<String>> = profiles.iter().map(peers::names).collect();
    for tokenizer in ["unicode61", "trigram"] {
        let full_text = peers::FullText::new(&names, tokenizer)?;
        let ask = |text: &str| full_text.ask(text, FIRST);
        measure(&format!("FTS5 {tokenizer}"), &few, &twins, ask)?;
    }
    let fzf = peers::Lines::new(&names, true)?;
    if fzf.there() {
        measure("fzf --filter", &few, &twins, |text| fzf.ask(text, FIRST))?;
    }
    Ok(())
}

fn measure(
    name: &str,
    titles: &[(usize, String)],
    twins: &impl Fn(usize, &str) -> HashSet<usize>,
    ask: impl Fn(&str) -> Result<Vec<usize>>,
) -> Result<()> {
    let mut random = Random(3);
    let mut keystrokes = Vec::new();
    let mut with_typos = [0, 0];
    for (at, title) in titles {
        let wanted = twins(*at, title);
        let hit = |text: &str| -> Result<bool> {
            Ok(ask(text)?.iter().any(|found| wanted.contains(found)))
        };
        let letters: Vec<char> = title.to_lowercase().chars().collect();
        let mut needed = letters.len() + 1;
        for count in 1..=letters.len() {
            let typed: String = letters.iter().take(count).collect();
            if hit(&typed)? {
                needed = count;
                break;
            }
        }
        keystrokes.push(needed);
        let mut typed = letters;
        for found in &mut with_typos {
            random.mistype(&mut typed);
            *found += usize::from(hit(&typed.iter().collect::<String>())?);
        }
    }
    keystrokes.sort_unstable();
    let at = |share: usize| keystrokes.get(keystrokes.len() * share / 100).copied().unwrap_or(0);
    let share = |found: usize| found as f64 / titles.len().max(1) as f64;
    let [one, two] = with_typos;
    println!(
        "  {name:16} {:5} titles  keystrokes median {} p90 {}  success@5 one typo {:.3}  two {:.3}",
        titles.len(),
        at(50),
        at(90),
        share(one),
        share(two)
    );
    Ok(())
}

struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % limit.max(1) as u64) as usize
    }

    /// Leaves a letter out, doubles one, swaps two neighbours or hits another key.
    fn mistype(&mut self, letters: &mut Vec<char>) {
        let at = self.below(letters.len());
        match self.below(4) {
            0 if letters.len() > 1 => drop(letters.remove(at)),
            1 => letters.insert(at, letters.get(at).copied().unwrap_or('e')),
            2 if at + 1 < letters.len() => letters.swap(at, at + 1),
            _ => {
                let key = char::from(b'a' + self.below(26) as u8);
                if let Some(letter) = letters.get_mut(at) {
                    *letter = key;
                }
            }
        }
    }
}
