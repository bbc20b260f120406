//! Every visible sentence of the interface, in German and English.
//!
//! The compiler holds both languages complete: a sentence is a method of [`Text`]. Names and
//! sentences of commands stand with the commands; what a profile says is content and German.

mod de;
mod en;

/// Language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    #[default]
    German,
    English,
}

impl Language {
    /// From a locale such as `de_DE.UTF-8`. `C` and unknown ones mean German: the content is.
    pub fn from_locale(locale: &str) -> Self {
        if locale.to_ascii_lowercase().starts_with("en") { Self::English } else { Self::German }
    }

    /// As in BCP 47.
    pub fn code(self) -> &'static str {
        match self {
            Self::German => "de",
            Self::English => "en",
        }
    }

    pub fn other(self) -> Self {
        match self {
            Self::German => Self::English,
            Self::English => Self::German,
        }
    }

    pub fn text(self) -> &'static dyn Text {
        match self {
            Self::German => &de::German,
            Self::English => &en::English,
        }
    }
}

/// The sentences of the interface.
pub trait Text: Sync {
    // Search
    fn search_label(&self) -> &'static str;
    fn search_hint(&self) -> &'static str;
    fn professions(&self, count: usize) -> String;
    fn hits(&self, count: usize) -> String;
    fn names_only(&self) -> &'static str;
    fn no_hits(&self, query: &str) -> Vec<String>;
    fn similar(&self, word: &str) -> String;
    fn also_called(&self) -> &'static str;
    fn nothing_to_open(&self) -> &'static str;

    // Reading
    fn sections(&self) -> &'static str;
    fn nothing_to_follow(&self) -> &'static str;
    fn not_in_profile(&self, needle: &str) -> String;
    fn find_label(&self) -> &'static str;
    fn matches(&self, current: usize, count: usize) -> String;
    fn no_data(&self) -> &'static str;
    fn source(&self) -> &'static str;
    fn employees(&self) -> &'static str;
    fn pay_legend(&self) -> &'static str;

    // Pay overview
    fn pay_overview(&self) -> &'static str;
    fn pay_hint(&self) -> &'static str;
    fn pay_overview_legend(&self) -> &'static str;
    fn by_median(&self) -> &'static str;
    fn by_title(&self) -> &'static str;
    fn by_field(&self) -> &'static str;

    // Text blocks
    fn blocks(&self) -> &'static str;
    fn general_block(&self) -> &'static str;
    fn open_fields(&self, count: usize) -> String;
    fn preview(&self) -> &'static str;
    fn question_of(&self, number: usize, count: usize) -> String;
    fn no_questions(&self) -> &'static str;
    fn optional(&self) -> &'static str;
    fn secret(&self) -> &'static str;
    fn choices(&self) -> &'static str;
    fn applicant_origin(&self) -> &'static str;
    fn copy_with_open_fields(&self, count: usize) -> String;

    // Letter desk, job, applications, own data
    fn desk(&self) -> &'static str;
    fn nothing_to_repair(&self) -> &'static str;
    fn no_dictionary(&self) -> &'static str;
    fn learned(&self, word: &str) -> String;
    fn proofreading(&self) -> &'static str;
    fn findings(&self, count: usize) -> String;
    fn no_suggestion(&self) -> &'static str;
    /// A repair that is an empty text.
    fn leave_out(&self) -> &'static str;
    fn dictionary(&self) -> &'static str;
    fn no_dictionary_here(&self) -> &'static str;
    fn unchecked(&self) -> &'static str;
    fn papers(&self) -> &'static str;
    /// Questions in a letter that is about to become a document.
    fn still_open(&self, count: usize) -> String;
    fn paper(&self) -> &'static str;
    fn paper_design(&self) -> &'static str;
    fn paper_colour(&self) -> &'static str;
    fn paper_layout(&self) -> &'static str;
    fn paper_single(&self, single: bool) -> &'static str;
    fn paper_language(&self) -> &'static str;
    fn paper_format(&self) -> &'static str;
    /// Over the picture of the first page; 0 while the number is not known.
    fn first_page(&self, pages: usize) -> String;
    fn paper_written(&self, file: &str, pages: Option<usize>) -> String;
    fn letter_text(&self) -> &'static str;
    fn free_text(&self) -> &'static str;
    fn question_number(&self, number: usize) -> String;
    fn own_words(&self) -> &'static str;
    fn letter_facts(&self, words: usize, lines: usize, page: usize) -> String;
    fn questions_answered(&self, answered: usize, count: usize) -> String;
    fn repeated_opening(&self, word: &str, count: usize) -> String;
    fn hint_no_reason(&self) -> &'static str;
    fn hint_no_evidence(&self) -> &'static str;
    fn hint_no_closing(&self) -> &'static str;
    fn questions(&self) -> &'static str;
    fn no_letters(&self) -> &'static str;
    fn no_copies(&self) -> &'static str;
    fn letters(&self) -> &'static str;
    fn copies(&self) -> &'static str;
    fn letter_unreadable(&self, name: &str) -> String;
    fn text_too_long(&self) -> &'static str;
    fn no_place_for_data(&self) -> &'static str;
    fn job(&self) -> &'static str;
    fn advert_hint(&self) -> &'static str;
    fn advert_found(&self) -> &'static str;
    fn match_title(&self) -> &'static str;
    fn match_counts(&self, shown: usize, partly: usize, missing: usize) -> String;
    fn decided_by_you(&self) -> &'static str;
    fn no_requirements(&self) -> &'static str;
    fn not_named(&self) -> &'static str;
    fn applications(&self) -> &'static str;
    fn applications_hint(&self) -> &'static str;
    fn no_applications(&self) -> &'static str;
    fn archived(&self) -> &'static str;
    fn my_data(&self) -> &'static str;
    fn my_data_legend(&self) -> &'static str;
    fn letter_apart(&self, name: &str) -> String;
    fn also_in_profession(&self) -> &'static str;
    fn only_general_blocks(&self) -> &'static str;
    fn no_editor(&self) -> &'static str;
    fn exported(&self, file: &str) -> String;
    fn store_repaired(&self, aside: &str, backup: Option<&str>) -> String;
    fn store_unusable(&self, reason: &str) -> String;

    // Copying
    fn copied(&self, route: &str, characters: usize, checked: bool) -> String;
    fn sent_to_terminal(&self, characters: usize) -> String;
    fn saved_to_file(&self, file: &str, characters: usize) -> String;
    fn large_for_terminal(&self) -> &'static str;
    fn copy_failed(&self, reasons: &str) -> String;
    fn copy_consent(&self, route: &str) -> String;
    fn nothing_to_copy(&self) -> &'static str;
    fn copying_is_off(&self) -> &'static str;
    fn route_missing(&self) -> &'static str;
    fn route_timed_out(&self) -> &'static str;
    fn route_too_large(&self) -> &'static str;
    fn route_not_kept(&self) -> &'static str;

    // Layers
    fn palette(&self) -> &'static str;
    fn palette_section(&self) -> &'static str;
    fn filters(&self) -> &'static str;
    fn remove_filter(&self) -> &'static str;
    fn facet_field(&self) -> &'static str;
    fn facet_access(&self) -> &'static str;
    fn facet_pay(&self) -> &'static str;
    fn facet_corpus(&self) -> &'static str;
    fn nothing_found(&self) -> &'static str;
    fn help(&self) -> &'static str;
    fn quit_question(&self) -> &'static str;
    fn yes(&self) -> &'static str;
    fn no(&self) -> &'static str;
    fn mouse(&self, on: bool) -> &'static str;
    fn too_small(&self) -> &'static str;
    fn tips(&self) -> &'static [&'static str];

    // Start and trouble
    fn index_built(&self) -> &'static str;
    fn index_busy(&self) -> &'static str;
    fn index_in_memory(&self, reason: &str) -> String;
    fn skipped_files(&self, count: usize, first: &str) -> String;
    fn worker_panicked(&self) -> &'static str;
    fn farewell(&self, version: &str) -> String;
    fn not_a_terminal(&self) -> &'static str;
    fn dumb_terminal(&self) -> &'static str;

    // Doctor
    fn doctor_terminal(&self) -> &'static str;
    fn doctor_clipboard(&self) -> &'static str;
    fn doctor_routes(&self) -> &'static str;
    fn doctor_round_trip(&self) -> &'static str;
    fn doctor_index(&self) -> &'static str;
    fn doctor_folder(&self) -> &'static str;
    fn doctor_state(&self) -> &'static str;
    fn doctor_age(&self) -> &'static str;
    fn doctor_index_good(&self) -> &'static str;
    fn doctor_folders(&self) -> &'static str;
    fn doctor_absent(&self) -> &'static str;
    fn doctor_round_trip_good(&self, route: &str) -> String;
    fn doctor_round_trip_none(&self, route: &str) -> String;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locale_chooses_the_language() {
        for (locale, language) in [
            ("de_DE.UTF-8", Language::German),
            ("en_US.UTF-8", Language::English),
            ("EN", Language::English),
            ("C", Language::German),
            ("", Language::German),
            ("fr_FR", Language::German),
        ] {
            assert_eq!(Language::from_locale(locale), language, "{locale}");
        }
    }
}
