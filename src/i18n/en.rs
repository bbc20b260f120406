//! The interface in English.

use super::Text;

pub(super) struct English;

impl Text for English {
    fn search_label(&self) -> &'static str {
        "Profession"
    }
    fn search_hint(&self) -> &'static str {
        "type, e.g. backend, Köchin, was mit Menschen"
    }
    fn professions(&self, count: usize) -> String {
        if count == 1 { "1 profession".into() } else { format!("{count} professions") }
    }
    fn hits(&self, count: usize) -> String {
        if count == 1 { "1 hit".into() } else { format!("{count} hits") }
    }
    fn names_only(&self) -> &'static str {
        "names only, index being built"
    }
    fn no_hits(&self, query: &str) -> Vec<String> {
        vec![
            format!("Nothing found for “{query}”."),
            "A shorter word often helps, or an activity instead of a title.".into(),
            "Esc clears the box and shows all professions.".into(),
        ]
    }
    fn similar(&self, word: &str) -> String {
        format!("similar: {word}")
    }
    fn also_called(&self) -> &'static str {
        "also"
    }
    fn nothing_to_open(&self) -> &'static str {
        "Nothing to open here: Esc clears the search box."
    }
    fn sections(&self) -> &'static str {
        "Sections"
    }
    fn nothing_to_follow(&self) -> &'static str {
        "Enter opens text blocks and related professions; c copies this paragraph."
    }
    fn not_in_profile(&self, needle: &str) -> String {
        format!("“{needle}” is not in this profile.")
    }
    fn find_label(&self) -> &'static str {
        "Find in profile"
    }
    fn matches(&self, current: usize, count: usize) -> String {
        if count == 0 { "no match".into() } else { format!("match {current} of {count}") }
    }
    fn no_data(&self) -> &'static str {
        "no data"
    }
    fn source(&self) -> &'static str {
        "Source"
    }
    fn employees(&self) -> &'static str {
        "employees"
    }
    fn pay_legend(&self) -> &'static str {
        "Q1 to Q3, stroke: median"
    }
    fn pay_overview(&self) -> &'static str {
        "Pay"
    }
    fn pay_hint(&self) -> &'static str {
        "type a profession or field"
    }
    fn pay_overview_legend(&self) -> &'static str {
        "Median gross pay per month, full-time, by group of professions (KldB), 31 December. Statistik der Bundesagentur für Arbeit"
    }
    fn by_median(&self) -> &'static str {
        "by median"
    }
    fn by_title(&self) -> &'static str {
        "by title"
    }
    fn by_field(&self) -> &'static str {
        "by field"
    }

    fn blocks(&self) -> &'static str {
        "Text blocks"
    }
    fn general_block(&self) -> &'static str {
        "general"
    }
    fn open_fields(&self, count: usize) -> String {
        match count {
            0 => "everything filled".into(),
            1 => "1 open field".into(),
            _ => format!("{count} open fields"),
        }
    }
    fn preview(&self) -> &'static str {
        "Your text"
    }
    fn question_of(&self, number: usize, count: usize) -> String {
        format!("Question {number} of {count}")
    }
    fn no_questions(&self) -> &'static str {
        "This block asks nothing: just copy it."
    }
    fn optional(&self) -> &'static str {
        "may stay empty"
    }
    fn secret(&self) -> &'static str {
        "never stored"
    }
    fn choices(&self) -> &'static str {
        "Suggestions"
    }
    fn applicant_origin(&self) -> &'static str {
        "from your data"
    }
    fn copy_with_open_fields(&self, count: usize) -> String {
        if count == 1 {
            "One field is still open and stays in the text as [question]. Copy anyway?".into()
        } else {
            format!(
                "{count} fields are still open and stay in the text as [question]. Copy anyway?"
            )
        }
    }
    fn desk(&self) -> &'static str {
        "Letter desk"
    }
    fn nothing_to_repair(&self) -> &'static str {
        "Nothing found: spelling and letter rules are fine"
    }
    fn no_dictionary(&self) -> &'static str {
        "No dictionary on this system (apt install hunspell-de-de); by the letter rules nothing is to be repaired"
    }
    fn learned(&self, word: &str) -> String {
        format!("“{word}” is in your own dictionary now")
    }
    fn proofreading(&self) -> &'static str {
        "Spelling and letter rules"
    }
    fn findings(&self, count: usize) -> String {
        if count == 1 {
            "1 place to look at".to_owned()
        } else {
            format!("{count} places to look at")
        }
    }
    fn no_suggestion(&self) -> &'static str {
        "no suggestion"
    }
    fn leave_out(&self) -> &'static str {
        "leave out"
    }
    fn dictionary(&self) -> &'static str {
        "dictionary"
    }
    fn no_dictionary_here(&self) -> &'static str {
        "missing; apt install hunspell-de-de"
    }
    fn unchecked(&self) -> &'static str {
        "Spelling unchecked: no dictionary (apt install hunspell-de-de)"
    }
    fn papers(&self) -> &'static str {
        "Document"
    }
    fn still_open(&self, count: usize) -> String {
        if count == 1 {
            "One question is open and would be printed.".to_owned()
        } else {
            format!("{count} questions are open and would be printed.")
        }
    }
    fn paper(&self) -> &'static str {
        "What"
    }
    fn paper_design(&self) -> &'static str {
        "Design"
    }
    fn paper_colour(&self) -> &'static str {
        "Colour"
    }
    fn paper_layout(&self) -> &'static str {
        "Layout"
    }
    fn paper_single(&self, single: bool) -> &'static str {
        if single { "single column" } else { "tabular" }
    }
    fn paper_language(&self) -> &'static str {
        "Language"
    }
    fn paper_format(&self) -> &'static str {
        "File"
    }
    fn first_page(&self, pages: usize) -> String {
        match pages {
            0 => "First page".to_owned(),
            1 => "One page".to_owned(),
            pages => format!("Page 1 of {pages}"),
        }
    }
    fn paper_written(&self, file: &str, pages: Option<usize>) -> String {
        match pages {
            Some(1) => format!("Written: {file} (1 page)"),
            Some(pages) => format!("Written: {file} ({pages} pages)"),
            None => format!("Written: {file}"),
        }
    }
    fn letter_text(&self) -> &'static str {
        "Letter"
    }
    fn free_text(&self) -> &'static str {
        "Free text"
    }
    fn own_words(&self) -> &'static str {
        "own words"
    }
    fn hint_no_reason(&self) -> &'static str {
        "why this job? A block “Motivation” is missing"
    }
    fn hint_no_evidence(&self) -> &'static str {
        "only claims: an example with a place or a number convinces more"
    }
    fn hint_no_closing(&self) -> &'static str {
        "the closing is missing"
    }
    fn questions(&self) -> &'static str {
        "Questions the letter should answer"
    }
    fn no_letters(&self) -> &'static str {
        "no letter yet; l begins one in a profile"
    }
    fn no_copies(&self) -> &'static str {
        "nothing was copied here lately"
    }
    fn letters(&self) -> &'static str {
        "Letters"
    }
    fn copies(&self) -> &'static str {
        "Copies (Enter copies again)"
    }
    fn text_too_long(&self) -> &'static str {
        "the text is longer than 256 KB and was not inserted"
    }
    fn no_place_for_data(&self) -> &'static str {
        "without a home folder (HOME) there is no place for your data"
    }
    fn job(&self) -> &'static str {
        "Job"
    }
    fn advert_hint(&self) -> &'static str {
        "paste the advertisement or type the path of a file (.txt, .md, .html), then Tab"
    }
    fn advert_found(&self) -> &'static str {
        "Found in the advertisement, please check"
    }
    fn match_title(&self) -> &'static str {
        "Match"
    }
    fn decided_by_you(&self) -> &'static str {
        "decided by you"
    }
    fn no_requirements(&self) -> &'static str {
        "No requirements can be made out in the text."
    }
    fn not_named(&self) -> &'static str {
        "Not asked for, but you could show it:"
    }
    fn applications(&self) -> &'static str {
        "Applications"
    }
    fn applications_hint(&self) -> &'static str {
        "type employer, position or status"
    }
    fn no_applications(&self) -> &'static str {
        "no application yet; Ctrl-N adds one, a in a profile begins with an advertisement"
    }
    fn archived(&self) -> &'static str {
        "archived"
    }
    fn my_data(&self) -> &'static str {
        "My data"
    }
    fn my_data_legend(&self) -> &'static str {
        "Saved in your file (JSON Resume), readable by you alone. Work, skills and languages: Ctrl-E opens your editor."
    }
    fn question_number(&self, number: usize) -> String {
        format!("question {number}")
    }
    fn letter_facts(&self, words: usize, lines: usize, page: usize) -> String {
        let fit = if lines <= page { "fits one page" } else { "longer than one page" };
        format!("{words} words · {fit} ({lines} of {page} lines)")
    }
    fn questions_answered(&self, answered: usize, count: usize) -> String {
        format!("answers {answered} of {count} questions")
    }
    fn repeated_opening(&self, word: &str, count: usize) -> String {
        format!("{count} sentences begin with “{word}”")
    }
    fn letter_unreadable(&self, name: &str) -> String {
        format!("the letter “{name}” cannot be read; yesterday's is among the backups")
    }
    fn match_counts(&self, shown: usize, partly: usize, missing: usize) -> String {
        format!("{shown} shown · {partly} partly · {missing} missing")
    }
    fn exported(&self, file: &str) -> String {
        format!("saved as {file}")
    }
    fn store_repaired(&self, aside: &str, backup: Option<&str>) -> String {
        match backup {
            Some(backup) => format!(
                "your data were damaged; the backup {backup} is back, the old file is {aside}"
            ),
            None => {
                format!("your data were damaged and there was no backup; the old file is {aside}")
            }
        }
    }
    fn store_unusable(&self, reason: &str) -> String {
        format!("applications and letters are not saved: {reason}")
    }

    fn no_editor(&self) -> &'static str {
        "no editor known; please set EDITOR, such as EDITOR=nano"
    }
    fn only_general_blocks(&self) -> &'static str {
        "general blocks and your own can be changed, not those of a profession"
    }
    fn letter_apart(&self, name: &str) -> String {
        format!("another window has changed the letter; your version is now “{name}”")
    }
    fn also_in_profession(&self) -> &'static str {
        "What the profession asks besides and the advertisement does not name:"
    }
    fn copied(&self, route: &str, characters: usize, checked: bool) -> String {
        let checked = if checked { "checked" } else { "unchecked" };
        format!("Copied ({route}, {characters} characters, {checked})")
    }
    fn sent_to_terminal(&self, characters: usize) -> String {
        format!("Sent to the terminal (OSC 52, {characters} characters, cannot be checked)")
    }
    fn saved_to_file(&self, file: &str, characters: usize) -> String {
        format!("Saved to {file} ({characters} characters)")
    }
    fn large_for_terminal(&self) -> &'static str {
        "some terminals cut off texts of this length"
    }
    fn copy_failed(&self, reasons: &str) -> String {
        format!("Not copied: {reasons}. werdegang doctor shows what is missing.")
    }
    fn copy_consent(&self, route: &str) -> String {
        format!("The text contains personal data and would go through “{route}”. Agreed?")
    }
    fn nothing_to_copy(&self) -> &'static str {
        "There is nothing to copy here."
    }
    fn copying_is_off(&self) -> &'static str {
        "Copying is switched off (setting clipboard = \"none\")."
    }
    fn route_missing(&self) -> &'static str {
        "not there"
    }
    fn route_timed_out(&self) -> &'static str {
        "no answer"
    }
    fn route_too_large(&self) -> &'static str {
        "text too long"
    }
    fn route_not_kept(&self) -> &'static str {
        "reading back gave something else"
    }
    fn palette(&self) -> &'static str {
        "Professions, sections, commands"
    }
    fn filters(&self) -> &'static str {
        "Narrow"
    }
    fn remove_filter(&self) -> &'static str {
        "remove"
    }
    fn facet_field(&self) -> &'static str {
        "field"
    }
    fn facet_access(&self) -> &'static str {
        "access"
    }
    fn facet_pay(&self) -> &'static str {
        "pay"
    }
    fn facet_corpus(&self) -> &'static str {
        "corpus"
    }
    fn palette_section(&self) -> &'static str {
        "section"
    }
    fn nothing_found(&self) -> &'static str {
        "Nothing found. Esc closes."
    }
    fn help(&self) -> &'static str {
        "Help"
    }
    fn quit_question(&self) -> &'static str {
        "Leave werdegang?"
    }
    fn yes(&self) -> &'static str {
        "yes"
    }
    fn no(&self) -> &'static str {
        "no"
    }
    fn mouse(&self, on: bool) -> &'static str {
        if on {
            "Mouse on: wheel and clicks belong to the program."
        } else {
            "Mouse off: the mouse selects text again."
        }
    }
    fn too_small(&self) -> &'static str {
        "Window too small"
    }
    fn tips(&self) -> &'static [&'static str] {
        &[
            "An activity finds a profession too: “was mit Holz”.",
            "Typos are fine: “entwikler” finds Entwickler.",
            "In a profile, b opens the text blocks and Ctrl-K copies the finished text.",
            "In a profile, digits jump to a section and / finds a word.",
            "With --applicant FILE werdegang fills in your data from a JSON Resume file.",
        ]
    }
    fn index_built(&self) -> &'static str {
        "The search index was rebuilt."
    }
    fn index_busy(&self) -> &'static str {
        "another werdegang is building it"
    }
    fn index_in_memory(&self, reason: &str) -> String {
        format!("Search index in memory only: {reason}")
    }
    fn skipped_files(&self, count: usize, first: &str) -> String {
        if count == 1 {
            format!("Skipped: {first}")
        } else {
            format!("{count} problems in your own files, the first: {first}")
        }
    }
    fn worker_panicked(&self) -> &'static str {
        "A background task has stopped; the program goes on."
    }
    fn not_a_terminal(&self) -> &'static str {
        "There is no terminal to draw in. Without a screen, try: werdegang search WORD, werdegang show ID, werdegang snippet ID"
    }
    fn dumb_terminal(&self) -> &'static str {
        "This terminal (TERM=dumb) cannot draw a screen. Try: werdegang search WORD, werdegang show ID, werdegang snippet ID"
    }
    fn doctor_terminal(&self) -> &'static str {
        "Terminal"
    }
    fn doctor_clipboard(&self) -> &'static str {
        "Clipboard"
    }
    fn doctor_routes(&self) -> &'static str {
        "routes"
    }
    fn doctor_round_trip(&self) -> &'static str {
        "round trip"
    }
    fn doctor_index(&self) -> &'static str {
        "Search index"
    }
    fn doctor_folder(&self) -> &'static str {
        "folder"
    }
    fn doctor_state(&self) -> &'static str {
        "state"
    }
    fn doctor_age(&self) -> &'static str {
        "age"
    }
    fn doctor_index_good(&self) -> &'static str {
        "checked and matching"
    }
    fn doctor_folders(&self) -> &'static str {
        "Files and folders"
    }
    fn doctor_absent(&self) -> &'static str {
        "(absent)"
    }
    fn farewell(&self, version: &str) -> String {
        format!(
            "werdegang {version} has hit a bug of its own. Your files are untouched. Please report what you did last, with the text above."
        )
    }
    fn doctor_round_trip_good(&self, route: &str) -> String {
        format!("{route}: copied and read back")
    }
    fn doctor_round_trip_none(&self, route: &str) -> String {
        format!("{route}: cannot be read back")
    }
}
