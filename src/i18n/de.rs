//! The interface in German.

use super::Text;

pub(super) struct German;

impl Text for German {
    fn search_label(&self) -> &'static str {
        "Beruf"
    }
    fn search_hint(&self) -> &'static str {
        "tippen, z. B. backend, Köchin, was mit Menschen"
    }
    fn professions(&self, count: usize) -> String {
        if count == 1 { "1 Beruf".into() } else { format!("{count} Berufe") }
    }
    fn hits(&self, count: usize) -> String {
        if count == 1 { "1 Treffer".into() } else { format!("{count} Treffer") }
    }
    fn names_only(&self) -> &'static str {
        "nur Namen, Index entsteht"
    }
    fn no_hits(&self, query: &str) -> Vec<String> {
        vec![
            format!("Nichts gefunden zu „{query}“."),
            "Ein kürzeres Wort hilft oft, ebenso eine Tätigkeit statt eines Titels.".into(),
            "Esc leert das Feld und zeigt alle Berufe.".into(),
        ]
    }
    fn similar(&self, word: &str) -> String {
        format!("ähnlich: {word}")
    }
    fn also_called(&self) -> &'static str {
        "auch"
    }
    fn nothing_to_open(&self) -> &'static str {
        "Hier ist nichts zu öffnen: Esc leert das Suchfeld."
    }
    fn sections(&self) -> &'static str {
        "Abschnitte"
    }
    fn nothing_to_follow(&self) -> &'static str {
        "Enter öffnet Textbausteine und verwandte Berufe; c kopiert diesen Absatz."
    }
    fn not_in_profile(&self, needle: &str) -> String {
        format!("„{needle}“ steht nicht in diesem Profil.")
    }
    fn find_label(&self) -> &'static str {
        "Im Profil suchen"
    }
    fn matches(&self, current: usize, count: usize) -> String {
        if count == 0 { "keine Fundstelle".into() } else { format!("Stelle {current} von {count}") }
    }
    fn no_data(&self) -> &'static str {
        "keine Angabe"
    }
    fn source(&self) -> &'static str {
        "Quelle"
    }
    fn employees(&self) -> &'static str {
        "Beschäftigte"
    }
    fn pay_legend(&self) -> &'static str {
        "Q1 bis Q3, Strich: Median"
    }
    fn pay_overview(&self) -> &'static str {
        "Gehälter"
    }
    fn pay_hint(&self) -> &'static str {
        "Beruf oder Berufsfeld tippen"
    }
    fn pay_overview_legend(&self) -> &'static str {
        "Median brutto im Monat, Vollzeit, je Berufsgruppe (KldB), am 31.12. des Jahres. Statistik der Bundesagentur für Arbeit"
    }
    fn by_median(&self) -> &'static str {
        "nach Median"
    }
    fn by_title(&self) -> &'static str {
        "nach Titel"
    }
    fn by_field(&self) -> &'static str {
        "nach Berufsfeld"
    }

    fn blocks(&self) -> &'static str {
        "Textbausteine"
    }
    fn general_block(&self) -> &'static str {
        "allgemein"
    }
    fn open_fields(&self, count: usize) -> String {
        match count {
            0 => "alles ausgefüllt".into(),
            1 => "1 Feld offen".into(),
            _ => format!("{count} Felder offen"),
        }
    }
    fn preview(&self) -> &'static str {
        "Dein Text"
    }
    fn question_of(&self, number: usize, count: usize) -> String {
        format!("Frage {number} von {count}")
    }
    fn no_questions(&self) -> &'static str {
        "Dieser Baustein fragt nichts: einfach kopieren."
    }
    fn optional(&self) -> &'static str {
        "darf leer bleiben"
    }
    fn secret(&self) -> &'static str {
        "wird nie gespeichert"
    }
    fn choices(&self) -> &'static str {
        "Vorschläge"
    }
    fn applicant_origin(&self) -> &'static str {
        "aus deinen Daten"
    }
    fn copy_with_open_fields(&self, count: usize) -> String {
        if count == 1 {
            "Ein Feld ist noch offen und bleibt als [Frage] im Text. Trotzdem kopieren?".into()
        } else {
            format!(
                "{count} Felder sind noch offen und bleiben als [Frage] im Text. Trotzdem kopieren?"
            )
        }
    }
    fn desk(&self) -> &'static str {
        "Schreibtisch"
    }
    fn nothing_to_repair(&self) -> &'static str {
        "Nichts gefunden: Rechtschreibung und Briefregeln sind in Ordnung"
    }
    fn no_dictionary(&self) -> &'static str {
        "Kein Wörterbuch auf diesem System (apt install hunspell-de-de); nach den Briefregeln ist nichts zu verbessern"
    }
    fn learned(&self, word: &str) -> String {
        format!("„{word}“ steht jetzt im eigenen Wörterbuch")
    }
    fn proofreading(&self) -> &'static str {
        "Rechtschreibung und Briefregeln"
    }
    fn findings(&self, count: usize) -> String {
        if count == 1 {
            "1 Stelle zu prüfen".to_owned()
        } else {
            format!("{count} Stellen zu prüfen")
        }
    }
    fn no_suggestion(&self) -> &'static str {
        "kein Vorschlag"
    }
    fn leave_out(&self) -> &'static str {
        "weglassen"
    }
    fn dictionary(&self) -> &'static str {
        "Wörterbuch"
    }
    fn no_dictionary_here(&self) -> &'static str {
        "fehlt; apt install hunspell-de-de"
    }
    fn unchecked(&self) -> &'static str {
        "Rechtschreibung ungeprüft: kein Wörterbuch (apt install hunspell-de-de)"
    }
    fn papers(&self) -> &'static str {
        "Dokument"
    }
    fn still_open(&self, count: usize) -> String {
        if count == 1 {
            "Eine Frage ist offen und würde mit gedruckt.".to_owned()
        } else {
            format!("{count} Fragen sind offen und würden mit gedruckt.")
        }
    }
    fn paper(&self) -> &'static str {
        "Was"
    }
    fn paper_design(&self) -> &'static str {
        "Gestaltung"
    }
    fn paper_colour(&self) -> &'static str {
        "Farbe"
    }
    fn paper_layout(&self) -> &'static str {
        "Form"
    }
    fn paper_single(&self, single: bool) -> &'static str {
        if single { "einspaltig" } else { "tabellarisch" }
    }
    fn paper_language(&self) -> &'static str {
        "Sprache"
    }
    fn paper_format(&self) -> &'static str {
        "Datei"
    }
    fn first_page(&self, pages: usize) -> String {
        match pages {
            0 => "Erste Seite".to_owned(),
            1 => "Eine Seite".to_owned(),
            pages => format!("Seite 1 von {pages}"),
        }
    }
    fn paper_written(&self, file: &str, pages: Option<usize>) -> String {
        match pages {
            Some(1) => format!("Geschrieben: {file} (1 Seite)"),
            Some(pages) => format!("Geschrieben: {file} ({pages} Seiten)"),
            None => format!("Geschrieben: {file}"),
        }
    }
    fn letter_text(&self) -> &'static str {
        "Brief"
    }
    fn free_text(&self) -> &'static str {
        "Freier Text"
    }
    fn own_words(&self) -> &'static str {
        "eigene Worte"
    }
    fn hint_no_reason(&self) -> &'static str {
        "warum diese Stelle? Ein Baustein „Motivation“ fehlt"
    }
    fn hint_no_evidence(&self) -> &'static str {
        "nur Behauptungen: ein Beispiel mit Ort oder Zahl überzeugt mehr"
    }
    fn hint_no_closing(&self) -> &'static str {
        "der Schluss fehlt"
    }
    fn questions(&self) -> &'static str {
        "Fragen, die der Brief beantworten sollte"
    }
    fn no_letters(&self) -> &'static str {
        "noch kein Brief; im Profil beginnt l einen"
    }
    fn no_copies(&self) -> &'static str {
        "hier wurde in letzter Zeit nichts kopiert"
    }
    fn letters(&self) -> &'static str {
        "Briefe"
    }
    fn copies(&self) -> &'static str {
        "Kopien (Enter kopiert noch einmal)"
    }
    fn text_too_long(&self) -> &'static str {
        "der Text ist länger als 256 KB und wurde nicht eingefügt"
    }
    fn no_place_for_data(&self) -> &'static str {
        "ohne Heimatordner (HOME) gibt es keinen Ort für deine Daten"
    }
    fn job(&self) -> &'static str {
        "Stelle"
    }
    fn advert_hint(&self) -> &'static str {
        "Anzeige einfügen oder den Pfad einer Datei (.txt, .md, .html) tippen, dann Tab"
    }
    fn advert_found(&self) -> &'static str {
        "In der Anzeige gefunden, bitte prüfen"
    }
    fn match_title(&self) -> &'static str {
        "Abgleich"
    }
    fn decided_by_you(&self) -> &'static str {
        "von dir so entschieden"
    }
    fn no_requirements(&self) -> &'static str {
        "Anforderungen sind in dem Text nicht zu erkennen."
    }
    fn not_named(&self) -> &'static str {
        "Gefragt ist nicht danach, belegen könntest du es:"
    }
    fn applications(&self) -> &'static str {
        "Bewerbungen"
    }
    fn applications_hint(&self) -> &'static str {
        "Firma, Stelle oder Stand tippen"
    }
    fn no_applications(&self) -> &'static str {
        "noch keine Bewerbung; Ctrl-N legt eine an, im Profil beginnt a mit einer Anzeige"
    }
    fn archived(&self) -> &'static str {
        "abgelegt"
    }
    fn my_data(&self) -> &'static str {
        "Meine Daten"
    }
    fn my_data_legend(&self) -> &'static str {
        "Wird in deiner Datei gespeichert (JSON Resume), nur für dich lesbar. Stationen, Kenntnisse und Sprachen: Ctrl-E öffnet den Editor."
    }
    fn question_number(&self, number: usize) -> String {
        format!("Frage {number}")
    }
    fn letter_facts(&self, words: usize, lines: usize, page: usize) -> String {
        let fit = if lines <= page { "passt auf eine Seite" } else { "länger als eine Seite" };
        format!("{words} Wörter · {fit} ({lines} von {page} Zeilen)")
    }
    fn questions_answered(&self, answered: usize, count: usize) -> String {
        format!("beantwortet {answered} von {count} Fragen")
    }
    fn repeated_opening(&self, word: &str, count: usize) -> String {
        format!("{count} Sätze beginnen mit „{word}“")
    }
    fn letter_unreadable(&self, name: &str) -> String {
        format!("der Brief „{name}“ ist nicht lesbar; in den Sicherungen liegt der von gestern")
    }
    fn match_counts(&self, shown: usize, partly: usize, missing: usize) -> String {
        format!("{shown} belegt · {partly} teilweise · {missing} fehlt")
    }
    fn exported(&self, file: &str) -> String {
        format!("gespeichert als {file}")
    }
    fn store_repaired(&self, aside: &str, backup: Option<&str>) -> String {
        match backup {
            Some(backup) => format!(
                "deine Daten waren beschädigt; die Sicherung {backup} ist zurück, die alte Datei liegt in {aside}"
            ),
            None => format!(
                "deine Daten waren beschädigt und es gab keine Sicherung; die alte Datei liegt in {aside}"
            ),
        }
    }
    fn store_unusable(&self, reason: &str) -> String {
        format!("Bewerbungen und Briefe werden nicht gespeichert: {reason}")
    }

    fn no_editor(&self) -> &'static str {
        "kein Editor bekannt; bitte EDITOR setzen, etwa EDITOR=nano"
    }
    fn only_general_blocks(&self) -> &'static str {
        "ändern lassen sich allgemeine und eigene Bausteine, nicht die eines Berufs"
    }
    fn letter_apart(&self, name: &str) -> String {
        format!(
            "ein anderes Fenster hat den Brief geändert; deine Fassung liegt jetzt als „{name}“"
        )
    }
    fn also_in_profession(&self) -> &'static str {
        "Was der Beruf sonst verlangt und die Anzeige nicht nennt:"
    }
    fn copied(&self, route: &str, characters: usize, checked: bool) -> String {
        let checked = if checked { "geprüft" } else { "ungeprüft" };
        format!("Kopiert ({route}, {characters} Zeichen, {checked})")
    }
    fn sent_to_terminal(&self, characters: usize) -> String {
        format!("An das Terminal gesendet (OSC 52, {characters} Zeichen, nicht prüfbar)")
    }
    fn saved_to_file(&self, file: &str, characters: usize) -> String {
        format!("Gespeichert in {file} ({characters} Zeichen)")
    }
    fn large_for_terminal(&self) -> &'static str {
        "manche Terminals schneiden so lange Texte ab"
    }
    fn copy_failed(&self, reasons: &str) -> String {
        format!("Nicht kopiert: {reasons}. werdegang doctor zeigt, was fehlt.")
    }
    fn copy_consent(&self, route: &str) -> String {
        format!("Der Text enthält persönliche Angaben und ginge über „{route}“. Einverstanden?")
    }
    fn nothing_to_copy(&self) -> &'static str {
        "Hier steht nichts, das sich kopieren lässt."
    }
    fn copying_is_off(&self) -> &'static str {
        "Kopieren ist ausgeschaltet (Einstellung clipboard = \"none\")."
    }
    fn route_missing(&self) -> &'static str {
        "nicht vorhanden"
    }
    fn route_timed_out(&self) -> &'static str {
        "keine Antwort"
    }
    fn route_too_large(&self) -> &'static str {
        "Text zu lang"
    }
    fn route_not_kept(&self) -> &'static str {
        "beim Zurücklesen stand etwas anderes da"
    }
    fn palette(&self) -> &'static str {
        "Berufe, Abschnitte, Befehle"
    }
    fn filters(&self) -> &'static str {
        "Eingrenzen"
    }
    fn remove_filter(&self) -> &'static str {
        "entfernen"
    }
    fn facet_field(&self) -> &'static str {
        "Feld"
    }
    fn facet_access(&self) -> &'static str {
        "Zugang"
    }
    fn facet_pay(&self) -> &'static str {
        "Gehalt"
    }
    fn facet_corpus(&self) -> &'static str {
        "Korpus"
    }
    fn palette_section(&self) -> &'static str {
        "Abschnitt"
    }
    fn nothing_found(&self) -> &'static str {
        "Nichts gefunden. Esc schließt."
    }
    fn help(&self) -> &'static str {
        "Hilfe"
    }
    fn quit_question(&self) -> &'static str {
        "werdegang beenden?"
    }
    fn yes(&self) -> &'static str {
        "ja"
    }
    fn no(&self) -> &'static str {
        "nein"
    }
    fn mouse(&self, on: bool) -> &'static str {
        if on {
            "Maus ein: Rad und Klicks gehören dem Programm."
        } else {
            "Maus aus: Text lässt sich wieder mit der Maus markieren."
        }
    }
    fn too_small(&self) -> &'static str {
        "Fenster zu klein"
    }
    fn tips(&self) -> &'static [&'static str] {
        &[
            "Ein Beruf lässt sich auch über eine Tätigkeit finden: „was mit Holz“.",
            "Tippfehler sind erlaubt: „entwikler“ findet Entwickler.",
            "b öffnet im Profil die Textbausteine, Strg-K kopiert den fertigen Text.",
            "Ziffern springen im Profil zum Abschnitt, / sucht ein Wort.",
            "Mit --applicant DATEI füllt werdegang deine Daten aus einer JSON-Resume-Datei ein.",
        ]
    }
    fn index_built(&self) -> &'static str {
        "Der Suchindex wurde neu gebaut."
    }
    fn index_busy(&self) -> &'static str {
        "ein anderes werdegang baut ihn gerade"
    }
    fn index_in_memory(&self, reason: &str) -> String {
        format!("Suchindex nur im Speicher: {reason}")
    }
    fn skipped_files(&self, count: usize, first: &str) -> String {
        if count == 1 {
            format!("Übersprungen: {first}")
        } else {
            format!("{count} Beanstandungen in eigenen Dateien, die erste: {first}")
        }
    }
    fn worker_panicked(&self) -> &'static str {
        "Eine Hintergrundaufgabe ist abgebrochen; das Programm läuft weiter."
    }
    fn not_a_terminal(&self) -> &'static str {
        "Hier ist kein Terminal, in das sich zeichnen lässt. Ohne Bildschirm helfen: werdegang search WORT, werdegang show ID, werdegang snippet ID"
    }
    fn dumb_terminal(&self) -> &'static str {
        "Dieses Terminal (TERM=dumb) kann keinen Bildschirm zeichnen. Hier helfen: werdegang search WORT, werdegang show ID, werdegang snippet ID"
    }
    fn doctor_terminal(&self) -> &'static str {
        "Terminal"
    }
    fn doctor_clipboard(&self) -> &'static str {
        "Zwischenablage"
    }
    fn doctor_routes(&self) -> &'static str {
        "Wege"
    }
    fn doctor_round_trip(&self) -> &'static str {
        "Probe"
    }
    fn doctor_index(&self) -> &'static str {
        "Suchindex"
    }
    fn doctor_folder(&self) -> &'static str {
        "Ordner"
    }
    fn doctor_state(&self) -> &'static str {
        "Zustand"
    }
    fn doctor_age(&self) -> &'static str {
        "Alter"
    }
    fn doctor_index_good(&self) -> &'static str {
        "geprüft und passend"
    }
    fn doctor_folders(&self) -> &'static str {
        "Dateien und Ordner"
    }
    fn doctor_absent(&self) -> &'static str {
        "(nicht vorhanden)"
    }
    fn farewell(&self, version: &str) -> String {
        format!(
            "werdegang {version} ist auf einen eigenen Fehler gestoßen. Deine Dateien sind unberührt. Bitte melde, was du zuletzt getan hast, mit dem Text oben."
        )
    }
    fn doctor_round_trip_good(&self, route: &str) -> String {
        format!("{route}: kopiert und zurückgelesen")
    }
    fn doctor_round_trip_none(&self, route: &str) -> String {
        format!("{route}: lässt sich nicht zurücklesen")
    }
}
