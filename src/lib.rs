//! werdegang: find a profession, read it, copy text that fits.
//!
//! The rooms in reading order. Arrows point down only: `cli` uses `runtime`, `runtime` uses
//! `terminal`, `clipboard` and `ui`, `ui` reads `app`, and `app` decides with `search`,
//! `quick_jump` and `tailoring`, which know nothing but `corpus`. A test reads the sources and
//! fails when an arrow points up; see `ARCHITECTURE.md`.

#![forbid(unsafe_code)]

// The professions: what a profile is, reading it from JSON, checking it, laying it out in sections.
pub mod corpus;

// From what a person types to the right profession: German analysis, the index, query, highlight.
// The only room that knows tantivy.
pub mod search;

// Picking by name with gaps allowed: professions, sections, commands. The only room that knows
// fuzzy-matcher.
pub mod quick_jump;

// What belongs to the person: applications, letters, copies; never lost, never seen by others.
pub mod store;

// A job advertisement, read by rule.
pub mod advert;

// A letter made of blocks, and a look at the whole of it.
pub mod letter;

// Unknown words and the mistakes of letters, each with a place and a reason. The only room that
// knows spellbook.
pub mod spelling;

// Letter, CV, cover page and profession as PDF. The only room that knows typst.
pub mod document;

// An advertisement beside a person: what they can show for each requirement.
pub mod matching;

// Text that fits: the applicant, German grammar, placeholders, text blocks.
pub mod tailoring;

// Corpora a person has imported: on the shelf, one by one, all or nothing.
pub mod library;

// Other people's collections of occupations, read and turned into profiles.
pub mod import;

// Where things are kept and what the user has set. Plain data, no ratatui.
pub mod config;

// Keys, commands (name, sentence, default key) and which key means which command.
pub mod keymap;

// Every visible sentence of the interface, in German and in English.
pub mod i18n;

// State and decisions: a message goes in, new state and effects come out. No clock, no files.
pub mod app;

// The picture of that state: a pure function of it.
pub mod ui;

// Ways to the clipboard, and which one was taken.
pub mod clipboard;

// The terminal itself: taken over, read from, handed back. The only room that knows crossterm.
pub mod terminal;

// The loop, the threads and the one place where effects happen.
pub mod runtime;

// The command line: one file per subcommand.
pub mod cli;
