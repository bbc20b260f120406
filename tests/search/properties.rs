//! What holds for any text at all.

use std::sync::LazyLock;

use proptest::prelude::*;
use werdegang::search::{Engine, Highlighter, analysis};

use super::corpus::documents;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::in_memory(&documents()).unwrap());

/// Words of the corpus, damaged and glued together, as well as arbitrary text.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("Bäcker".to_owned()),
        Just("Pflegefachmann/-frau".to_owned()),
        Just("C++ .NET Node.js".to_owned()),
        Just("(m/w/d)".to_owned()),
        Just("a\u{308}o\u{308}ß\u{200d}İ".to_owned()),
        "[a-zäöüß:*/()_.+#-]{0,12}",
        any::<String>(),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn any_query_is_answered(query in typed()) {
        let results = ENGINE.search(&query, 20);
        prop_assert!(!results.failed);
        prop_assert!(results.hits.len() <= results.total);
        prop_assert!(results.hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
        prop_assert_eq!(ENGINE.search(&query, 20), results);
    }

    #[test]
    fn marks_stand_on_character_boundaries_in_order(query in typed(), text in typed()) {
        for highlighter in [ENGINE.highlighter(&query), Highlighter::for_text(&query)] {
            let mut at = 0;
            for range in highlighter.matches_in(&text) {
                prop_assert!(range.start < range.end && (at == 0 || range.start > at));
                prop_assert!(text.get(range.clone()).is_some());
                at = range.end;
            }
        }
    }

    #[test]
    fn a_letter_that_folds_to_two_is_marked_whole(query in "s{1,2}|st|f|fi", text in "[ßſstﬁ]{1,4}") {
        let marked = Highlighter::for_text(&query).matches_in(&text);
        prop_assert!(marked.iter().all(|range| range.start < range.end));
        prop_assert!(marked.iter().all(|range| text.get(range.clone()).is_some()));
    }

    #[test]
    fn words_stand_where_they_say(text in typed()) {
        let mut at = 0;
        for word in analysis::analyze(&text) {
            prop_assert!(word.token.range.start >= at);
            prop_assert!(text.get(word.token.range.clone()).is_some_and(|word| !word.is_empty()));
            prop_assert!(word.token.marked.end >= word.token.range.end);
            prop_assert!(!word.lexeme.forms.is_empty() && !word.lexeme.stems.is_empty());
            let form = word.lexeme.form();
            for part in &word.lexeme.parts {
                prop_assert!(form.get(part.range.clone()).is_some());
            }
            at = word.token.marked.end;
        }
    }

    #[test]
    fn case_and_unicode_form_change_nothing(query in "[a-zäöüA-ZÄÖÜ ]{1,20}") {
        use unicode_normalization::UnicodeNormalization;
        let decomposed: String = query.nfd().collect();
        prop_assert_eq!(ENGINE.search(&decomposed, 20), ENGINE.search(&query, 20));
        // Except for `In` inside a word, which is a gender mark.
        let lower = query.to_lowercase();
        if !query.contains("In") {
            prop_assert_eq!(ENGINE.search(&lower, 20), ENGINE.search(&query, 20));
        }
    }
}
