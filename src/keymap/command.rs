//! Everything a person can do, each with its name, a sentence and its default keys.
//!
//! Help, palette, footer and the README's key table are made from this list. Default keys are
//! typeable on a QWERTZ keyboard without `AltGr`.

use crate::i18n::Language;

/// Where a command applies. In the typing contexts plain characters are text, never commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Anywhere.
    Global,
    /// The search box and the list under it (typing).
    Find,
    /// The profile.
    Reader,
    /// The search line inside a profile (typing).
    FindInPage,
    /// The fill-in form of a text block (typing).
    Form,
    /// The pay overview (typing).
    Pay,
    /// The letter desk.
    Desk,
    /// What a proofreader found in a letter.
    Proof,
    /// A document and its looks.
    Paper,
    /// Text of several lines (typing).
    Writing,
    /// Fields one below the other (typing).
    Fields,
    /// Requirements beside evidence.
    Match,
    /// The list of applications (typing).
    Applications,
    /// Palette, list of blocks (typing).
    Picker,
    /// The help screen.
    Help,
    /// A yes-or-no question.
    Confirm,
}

impl Context {
    pub const ALL: [Self; 16] = [
        Self::Global,
        Self::Find,
        Self::Reader,
        Self::FindInPage,
        Self::Form,
        Self::Pay,
        Self::Desk,
        Self::Proof,
        Self::Paper,
        Self::Writing,
        Self::Fields,
        Self::Match,
        Self::Applications,
        Self::Picker,
        Self::Help,
        Self::Confirm,
    ];

    /// Heading over its commands in the help.
    pub fn name(self, language: Language) -> &'static str {
        let (de, en) = match self {
            Self::Global => ("Überall", "Anywhere"),
            Self::Find => ("Suche", "Search"),
            Self::Reader => ("Profil", "Profile"),
            Self::FindInPage => ("Suche im Profil", "Find in profile"),
            Self::Form => ("Textbaustein ausfüllen", "Filling a text block"),
            Self::Pay => ("Gehälter", "Pay"),
            Self::Desk => ("Schreibtisch", "Letter desk"),
            Self::Proof => ("Korrektur", "Proofreading"),
            Self::Paper => ("Dokumente", "Documents"),
            Self::Writing => ("Text schreiben", "Writing"),
            Self::Fields => ("Felder", "Fields"),
            Self::Match => ("Abgleich", "Match"),
            Self::Applications => ("Bewerbungen", "Applications"),
            Self::Picker => ("Auswahl", "Lists"),
            Self::Help => ("Hilfe", "Help"),
            Self::Confirm => ("Rückfrage", "Questions"),
        };
        match language {
            Language::German => de,
            Language::English => en,
        }
    }

    /// Whether plain characters are text here.
    pub fn is_typing(self) -> bool {
        matches!(
            self,
            Self::Writing
                | Self::Fields
                | Self::Applications
                | Self::Find
                | Self::FindInPage
                | Self::Form
                | Self::Pay
                | Self::Picker
        )
    }
}

/// What the tables say about one command.
struct Entry {
    command: Command,
    /// Name in the configuration file.
    id: &'static str,
    context: Context,
    keys: &'static [&'static str],
    /// Name and sentence.
    de: (&'static str, &'static str),
    en: (&'static str, &'static str),
}

macro_rules! commands {
    ($($command:ident $id:literal $context:ident [$($key:literal),*]
        $de:literal: $de_sentence:literal
        $en:literal: $en_sentence:literal;)*) => {
        /// A bindable command.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Command { $($command),* }

        static TABLE: &[Entry] = &[$(Entry {
            command: Command::$command,
            id: $id,
            context: Context::$context,
            keys: &[$($key),*],
            de: ($de, $de_sentence),
            en: ($en, $en_sentence),
        }),*];
    };
}

commands! {
    Palette "palette" Global ["ctrl-p", "f2"]
        "Palette": "Berufe, Abschnitte und Befehle nach Namen finden"
        "palette": "find professions, sections and commands by name";
    PayOverview "pay-overview" Global ["f9"]
        "Gehälter": "alle Berufe nach Gehalt, auf einer gemeinsamen Skala"
        "pay": "all professions by pay, on one common scale";
    EditBlock "edit-block" Global ["f3"]
        "Baustein ändern": "den Textbaustein im eigenen Editor ändern, als eigenen"
        "edit block": "change the text block in your editor, as your own";
    Mine "my-data" Global ["f10"]
        "Meine Daten": "die eigenen Angaben ansehen und ändern"
        "my data": "see and change your own data";
    Applications "applications" Global ["f12"]
        "Bewerbungen": "alle Bewerbungen, ihr Stand und der nächste Termin"
        "applications": "all applications, their status and next date";
    Letters "letters" Global ["f11", "ctrl-o"]
        "Briefe": "einen angefangenen Brief öffnen"
        "letters": "open a letter you have begun";
    Papers "documents" Global ["alt-d"]
        "Dokumente": "Anschreiben, Lebenslauf, Mappe oder Beruf als Datei"
        "documents": "letter, CV, folder or profession as a file";
    Copies "copies" Global ["ctrl-g"]
        "Kopien": "was in den letzten Tagen kopiert wurde"
        "copies": "what was copied in the last days";
    Help "help" Global ["f1"]
        "Hilfe": "alle Tasten zeigen"
        "help": "show all keys";
    Back "back" Global ["esc"]
        "Zurück": "eine Ebene zurück, an dieselbe Stelle"
        "back": "go back one layer, to the same place";
    SwitchLanguage "switch-language" Global ["f4"]
        "Sprache": "zwischen deutscher und englischer Oberfläche wechseln"
        "language": "switch between the German and the English interface";
    ToggleMouse "toggle-mouse" Global ["f8"]
        "Maus": "Mausrad und Klicks ein- oder ausschalten (aus: Text markieren geht)"
        "mouse": "turn wheel and clicks on or off (off: selecting text works)";
    Redraw "redraw" Global ["ctrl-l"]
        "Neu zeichnen": "den Bildschirm vollständig neu zeichnen"
        "redraw": "draw the whole screen again";
    Suspend "suspend" Global ["ctrl-z"]
        "Anhalten": "in die Shell zurück, mit fg weiter"
        "suspend": "back to the shell, fg continues";
    Quit "quit" Global ["ctrl-c"]
        "Beenden": "das Programm verlassen"
        "quit": "leave the program";

    Open "open" Find ["enter"]
        "Öffnen": "den gewählten Beruf lesen"
        "open": "read the selected profession";
    SwitchPane "switch-pane" Find ["tab"]
        "Seite wechseln": "zwischen Suche und Profil wechseln"
        "switch pane": "move between search and profile";
    ListDown "list-down" Find ["down", "ctrl-n"]
        "Nächster Treffer": "einen Treffer nach unten"
        "next hit": "one hit down";
    ListUp "list-up" Find ["up"]
        "Voriger Treffer": "einen Treffer nach oben"
        "previous hit": "one hit up";
    ListPageDown "list-page-down" Find ["pagedown"]
        "Liste vor": "eine Seite Treffer nach unten"
        "hits page down": "one page of hits down";
    ListPageUp "list-page-up" Find ["pageup"]
        "Liste zurück": "eine Seite Treffer nach oben"
        "hits page up": "one page of hits up";
    Filters "filters" Find ["ctrl-f", "f3"]
        "Filter": "Treffer eingrenzen (Feld, Zugang, Gehalt) oder Bedingungen entfernen"
        "filters": "narrow the hits (field, access, pay) or remove conditions";
    RemoveFilter "remove-filter" Find ["ctrl-x", "f7"]
        "Filter weg": "die letzte Bedingung entfernen"
        "drop filter": "remove the last condition";

    Down "down" Reader ["down", "j"]
        "Nach unten": "zum nächsten Absatz"
        "down": "to the next paragraph";
    Up "up" Reader ["up", "k"]
        "Nach oben": "zum vorigen Absatz"
        "up": "to the previous paragraph";
    PageDown "page-down" Reader ["pagedown", "space"]
        "Seite vor": "eine Bildschirmseite weiter"
        "page down": "one screen down";
    PageUp "page-up" Reader ["pageup"]
        "Seite zurück": "eine Bildschirmseite zurück"
        "page up": "one screen up";
    Top "top" Reader ["home", "g"]
        "Anfang": "an den Anfang des Profils"
        "top": "to the top of the profile";
    Bottom "bottom" Reader ["end", "G"]
        "Ende": "an das Ende des Profils"
        "bottom": "to the end of the profile";
    NextSection "next-section" Reader ["right", "+"]
        "Nächster Abschnitt": "zum nächsten Abschnitt"
        "next section": "to the next section";
    PreviousSection "previous-section" Reader ["left", "-"]
        "Voriger Abschnitt": "zum vorigen Abschnitt"
        "previous section": "to the previous section";
    GoToSection "go-to-section" Reader ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"]
        "Abschnitt 1-10": "zum Abschnitt mit dieser Nummer (0 ist der zehnte)"
        "section 1-10": "to the section with this number (0 is the tenth)";
    Letter "letter" Reader ["l"]
        "Brief": "für diesen Beruf einen Brief beginnen"
        "letter": "begin a letter for this profession";
    Job "job" Reader ["a"]
        "Stelle": "eine Stellenanzeige einfügen und mit den eigenen Daten vergleichen"
        "job": "paste an advertisement and compare it with your data";
    CopyQuery "copy-query" Reader ["x"]
        "Suchstring": "alle Namen des Berufs als Suchtext für Jobbörsen kopieren"
        "search string": "copy all names of the profession as a query for job boards";
    Blocks "blocks" Reader ["b", "t"]
        "Textbausteine": "Textbausteine zu diesem Beruf auswählen und ausfüllen"
        "text blocks": "choose and fill text blocks for this profession";
    RelatedSection "related" Reader ["v"]
        "Verwandte": "zu den verwandten Berufen"
        "related": "to the related professions";
    Follow "follow" Reader ["enter"]
        "Öffnen": "Verweis oder Textbaustein an der Marke öffnen"
        "open": "open the link or text block at the marker";
    FindInPage "find-in-page" Reader ["/", "ctrl-f"]
        "Im Profil suchen": "ein Wort in diesem Profil finden"
        "find in profile": "find a word in this profile";
    FindNext "find-next" Reader ["n"]
        "Nächste Stelle": "zur nächsten Fundstelle im Profil"
        "next match": "to the next match in the profile";
    FindPrevious "find-previous" Reader ["N"]
        "Vorige Stelle": "zur vorigen Fundstelle im Profil"
        "previous match": "to the previous match in the profile";
    CopyLine "copy-line" Reader ["c", "y", "ctrl-k"]
        "Absatz kopieren": "den Absatz an der Marke kopieren"
        "copy paragraph": "copy the paragraph at the marker";
    CopySection "copy-section" Reader ["s"]
        "Abschnitt kopieren": "den Abschnitt an der Marke kopieren"
        "copy section": "copy the section at the marker";
    CopyProfile "copy-profile" Reader ["p"]
        "Profil kopieren": "das ganze Profil als Text kopieren"
        "copy profile": "copy the whole profile as text";
    ReaderSwitchPane "reader-switch-pane" Reader ["tab", "i"]
        "Zur Suche": "zurück in das Suchfeld"
        "to the search": "back to the search box";
    ReaderHelp "reader-help" Reader ["?", "h"]
        "Hilfe": "alle Tasten zeigen"
        "help": "show all keys";
    ReaderQuit "reader-quit" Reader ["q"]
        "Beenden": "das Programm verlassen"
        "quit": "leave the program";

    AcceptFind "accept-find" FindInPage ["enter"]
        "Übernehmen": "bei den Fundstellen bleiben"
        "accept": "stay at the matches";

    NextField "next-field" Form ["tab", "enter", "down"]
        "Nächstes Feld": "Antwort übernehmen, zum nächsten Feld"
        "next field": "keep the answer, to the next field";
    PreviousField "previous-field" Form ["shift-tab", "up"]
        "Voriges Feld": "zum vorigen Feld"
        "previous field": "to the previous field";
    NextChoice "next-choice" Form ["pagedown", "ctrl-n"]
        "Nächste Auswahl": "die nächste vorgeschlagene Antwort nehmen"
        "next choice": "take the next suggested answer";
    PreviousChoice "previous-choice" Form ["pageup"]
        "Vorige Auswahl": "die vorige vorgeschlagene Antwort nehmen"
        "previous choice": "take the previous suggested answer";
    UndoAnswer "undo-answer" Form ["ctrl-r", "f6"]
        "Rückgängig": "die letzte Antwort zurücknehmen"
        "undo": "take back the last answer";
    RedoAnswer "redo-answer" Form ["ctrl-y", "f7"]
        "Wiederholen": "die zurückgenommene Antwort wieder geben"
        "redo": "give the answer again";
    CopyFilled "copy-filled" Form ["ctrl-k", "f5"]
        "Text kopieren": "den ausgefüllten Text kopieren"
        "copy text": "copy the filled text";

    PayOpen "pay-open" Pay ["enter"]
        "Öffnen": "den gewählten Beruf lesen"
        "open": "read the selected profession";
    PayDown "pay-down" Pay ["down", "ctrl-n"]
        "Nächster": "einen Beruf nach unten"
        "next": "one profession down";
    PayUp "pay-up" Pay ["up"]
        "Voriger": "einen Beruf nach oben"
        "previous": "one profession up";
    PayPageDown "pay-page-down" Pay ["pagedown"]
        "Seite vor": "eine Seite nach unten"
        "page down": "one page down";
    PayPageUp "pay-page-up" Pay ["pageup"]
        "Seite zurück": "eine Seite nach oben"
        "page up": "one page up";
    PaySort "pay-sort" Pay ["tab"]
        "Ordnen": "nach Median, Titel oder Berufsfeld ordnen"
        "sort": "by median, title or field";

    DeskFill "desk-fill" Desk ["enter"]
        "Ausfüllen": "die Fragen des gewählten Teils beantworten"
        "fill": "answer the questions of the chosen part";
    DeskDown "desk-down" Desk ["down", "j"]
        "Nächster Teil": "einen Teil nach unten"
        "next part": "one part down";
    DeskUp "desk-up" Desk ["up", "k"]
        "Voriger Teil": "einen Teil nach oben"
        "previous part": "one part up";
    DeskMoveDown "desk-move-down" Desk ["alt-down", "J"]
        "Nach unten": "den Teil im Brief nach unten schieben"
        "move down": "move the part down";
    DeskMoveUp "desk-move-up" Desk ["alt-up", "K"]
        "Nach oben": "den Teil im Brief nach oben schieben"
        "move up": "move the part up";
    DeskAdd "desk-add" Desk ["a", "+"]
        "Einfügen": "einen Baustein oder freien Text einfügen"
        "add": "add a block or free text";
    DeskSwap "desk-swap" Desk ["t"]
        "Tauschen": "den Teil gegen einen anderen Baustein tauschen"
        "swap": "swap the part for another block";
    DeskEdit "desk-edit" Desk ["e"]
        "Frei schreiben": "den Teil mit eigenen Worten ändern"
        "edit": "change the part in your own words";
    DeskReset "desk-reset" Desk ["r"]
        "Wieder Baustein": "die eigenen Worte gegen den Baustein zurücktauschen"
        "reset": "give up your own words for the block again";
    DeskRemove "desk-remove" Desk ["x", "delete"]
        "Entfernen": "den Teil aus dem Brief nehmen"
        "remove": "take the part out of the letter";
    DeskUndo "desk-undo" Desk ["u", "ctrl-r"]
        "Rückgängig": "die letzte Änderung zurücknehmen"
        "undo": "take back the last change";
    DeskRedo "desk-redo" Desk ["U", "ctrl-y"]
        "Wiederholen": "die zurückgenommene Änderung wieder machen"
        "redo": "make the change again";
    DeskQuestions "desk-questions" Desk ["f"]
        "Fragen": "welche der acht Fragen der Brief beantwortet"
        "questions": "which of the eight questions the letter answers";
    DeskToggle "desk-toggle" Desk ["space"]
        "Umschalten": "eine Frage als beantwortet oder offen kennzeichnen"
        "toggle": "mark a question as answered or open";
    DeskProof "desk-proof" Desk ["p"]
        "Korrektur": "Rechtschreibung und Briefregeln durchgehen"
        "proofread": "go through spelling and letter rules";
    DeskCopy "desk-copy" Desk ["ctrl-k", "f5"]
        "Brief kopieren": "den ganzen Brief kopieren"
        "copy letter": "copy the whole letter";
    DeskCopyPart "desk-copy-part" Desk ["c"]
        "Teil kopieren": "den gewählten Teil kopieren"
        "copy part": "copy the chosen part";
    DeskExportText "desk-export-text" Desk ["o"]
        "Als Text": "den Brief als .txt speichern"
        "as text": "save the letter as .txt";
    DeskExportMarkdown "desk-export-markdown" Desk ["m"]
        "Als Markdown": "den Brief als .md speichern"
        "as Markdown": "save the letter as .md";

    ProofDown "proof-down" Proof ["down", "j"]
        "Nächste Stelle": "zur nächsten Stelle"
        "next": "to the next finding";
    ProofUp "proof-up" Proof ["up", "k"]
        "Vorige Stelle": "zur vorigen Stelle"
        "previous": "to the previous finding";
    ProofRepair "proof-repair" Proof ["enter"]
        "Verbessern": "den Vorschlag einsetzen"
        "repair": "put the suggestion in";
    ProofOther "proof-other" Proof ["space"]
        "Anderer Vorschlag": "den nächsten Vorschlag zeigen"
        "other suggestion": "show the next suggestion";
    ProofLearn "proof-learn" Proof ["w"]
        "Wort merken": "das Wort ist richtig: ins eigene Wörterbuch"
        "learn word": "the word is right: into the own dictionary";
    ProofUndo "proof-undo" Proof ["u"]
        "Rückgängig": "die letzte Verbesserung zurücknehmen"
        "undo": "take back the last repair";
    ProofDone "proof-done" Proof ["p"]
        "Fertig": "zurück zu den Teilen des Briefs"
        "done": "back to the parts of the letter";

    PaperDown "paper-down" Paper ["down", "j"]
        "Nächste Zeile": "eine Zeile nach unten"
        "next": "one row down";
    PaperUp "paper-up" Paper ["up", "k"]
        "Vorige Zeile": "eine Zeile nach oben"
        "previous": "one row up";
    PaperNext "paper-next" Paper ["right", "space", "l"]
        "Ändern": "den nächsten Wert der Zeile"
        "change": "the next value of the row";
    PaperPrevious "paper-previous" Paper ["left", "h"]
        "Zurückändern": "den vorigen Wert der Zeile"
        "change back": "the previous value of the row";
    PaperWrite "paper-write" Paper ["enter", "f5"]
        "Schreiben": "die Datei schreiben"
        "write": "write the file";

    WritingDone "writing-done" Writing ["tab", "f5"]
        "Fertig": "den Text übernehmen und weiter"
        "done": "take the text and go on";
    WritingUndo "writing-undo" Writing ["ctrl-r", "f6"]
        "Rückgängig": "die letzte Änderung zurücknehmen"
        "undo": "take back the last change";
    WritingRedo "writing-redo" Writing ["ctrl-y", "f7"]
        "Wiederholen": "die zurückgenommene Änderung wieder machen"
        "redo": "make the change again";

    FieldDown "field-down" Fields ["down", "enter"]
        "Nächstes Feld": "zum nächsten Feld"
        "next field": "to the next field";
    FieldUp "field-up" Fields ["up", "shift-tab"]
        "Voriges Feld": "zum vorigen Feld"
        "previous field": "to the previous field";
    FieldChoice "field-choice" Fields ["pagedown", "ctrl-n"]
        "Nächste Auswahl": "die nächste mögliche Angabe nehmen"
        "next choice": "take the next possible value";
    FieldsDone "fields-done" Fields ["tab", "f5"]
        "Weiter": "übernehmen und weiter"
        "go on": "take it and go on";
    FieldsEditor "fields-editor" Fields ["ctrl-e", "f6"]
        "Editor": "die ganze Datei im eigenen Editor öffnen"
        "editor": "open the whole file in your editor";

    MatchDown "match-down" Match ["down", "j"]
        "Nächste": "eine Anforderung nach unten"
        "next": "one requirement down";
    MatchUp "match-up" Match ["up", "k"]
        "Vorige": "eine Anforderung nach oben"
        "previous": "one requirement up";
    MatchOverrule "match-overrule" Match ["space", "e"]
        "Anders sehen": "belegt, teilweise oder fehlt selbst festlegen"
        "overrule": "decide yourself: shown, partly or missing";
    MatchBlock "match-block" Match ["enter"]
        "Baustein": "den Textbaustein zu dieser Anforderung öffnen"
        "block": "open the text block for this requirement";
    MatchLetter "match-letter" Match ["l"]
        "Brief": "mit dieser Stelle einen Brief beginnen"
        "letter": "begin a letter for this job";
    MatchText "match-text" Match ["tab", "a"]
        "Anzeige": "zurück zum Text der Anzeige"
        "advertisement": "back to the text of the advertisement";

    ApplicationOpen "application-open" Applications ["enter"]
        "Öffnen": "die Angaben der Bewerbung ändern"
        "open": "change the data of the application";
    ApplicationDown "application-down" Applications ["down"]
        "Nächste": "eine Bewerbung nach unten"
        "next": "one application down";
    ApplicationUp "application-up" Applications ["up"]
        "Vorige": "eine Bewerbung nach oben"
        "previous": "one application up";
    ApplicationNew "application-new" Applications ["ctrl-n"]
        "Neu": "eine Bewerbung anlegen"
        "new": "add an application";
    ApplicationStatus "application-status" Applications ["tab"]
        "Stand": "zum nächsten Stand: Entwurf, gesendet, Gespräch, Zusage, Absage, zurückgezogen"
        "status": "to the next status";
    ApplicationDuplicate "application-duplicate" Applications ["ctrl-d"]
        "Verdoppeln": "eine Kopie der Bewerbung anlegen"
        "duplicate": "make a copy of the application";
    ApplicationArchive "application-archive" Applications ["ctrl-x"]
        "Ablegen": "ins Archiv legen oder zurückholen"
        "archive": "put into the archive or take back";
    ApplicationShowArchive "application-show-archive" Applications ["ctrl-t"]
        "Archiv": "abgelegte Bewerbungen zeigen oder verbergen"
        "archived": "show or hide archived applications";
    ApplicationLetter "application-letter" Applications ["ctrl-b"]
        "Brief": "den Brief dieser Bewerbung öffnen oder beginnen"
        "letter": "open or begin the letter of this application";
    ApplicationCopies "application-copies" Applications ["ctrl-k"]
        "Kopien": "was für diese Bewerbung kopiert wurde, wann und auf welchem Weg"
        "copies": "what was copied for this application, when and by which way";
    ApplicationExport "application-export" Applications ["ctrl-e"]
        "Ausgeben": "alle Bewerbungen als CSV und JSON speichern"
        "export": "save all applications as CSV and JSON";

    PickerDown "picker-down" Picker ["down", "tab", "ctrl-n"]
        "Nächster": "einen Eintrag nach unten"
        "next": "one entry down";
    PickerUp "picker-up" Picker ["up", "shift-tab"]
        "Voriger": "einen Eintrag nach oben"
        "previous": "one entry up";
    PickerAccept "picker-accept" Picker ["enter"]
        "Wählen": "den Eintrag nehmen"
        "choose": "take the entry";

    HelpDown "help-down" Help ["down", "j", "pagedown", "space"]
        "Weiter": "in der Hilfe nach unten"
        "down": "scroll the help down";
    HelpUp "help-up" Help ["up", "k", "pageup"]
        "Zurück": "in der Hilfe nach oben"
        "up": "scroll the help up";
    HelpClose "help-close" Help ["q", "?", "enter"]
        "Schließen": "die Hilfe schließen"
        "close": "close the help";

    Yes "yes" Confirm ["enter", "j", "y"]
        "Ja": "bestätigen"
        "yes": "confirm";
    No "no" Confirm ["n"]
        "Nein": "nicht ausführen"
        "no": "do not";
}

impl Command {
    /// Every command in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|entry| entry.command)
    }

    /// The command with this name in the configuration file.
    pub fn parse(id: &str) -> Option<Self> {
        TABLE.iter().find(|entry| entry.id == id).map(|entry| entry.command)
    }

    pub fn id(self) -> &'static str {
        self.entry().map_or("", |entry| entry.id)
    }

    pub fn context(self) -> Context {
        self.entry().map_or(Context::Global, |entry| entry.context)
    }

    pub fn default_keys(self) -> &'static [&'static str] {
        self.entry().map_or(&[], |entry| entry.keys)
    }

    /// Short name, for the footer and the palette.
    pub fn name(self, language: Language) -> &'static str {
        self.entry().map_or("", |entry| match language {
            Language::German => entry.de.0,
            Language::English => entry.en.0,
        })
    }

    /// What it does, as a sentence without a full stop.
    pub fn sentence(self, language: Language) -> &'static str {
        self.entry().map_or("", |entry| match language {
            Language::German => entry.de.1,
            Language::English => entry.en.1,
        })
    }

    fn entry(self) -> Option<&'static Entry> {
        // The enum and the table come out of one macro, in the same order.
        TABLE.get(self as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_table_and_the_enum_agree_and_names_are_unique() {
        let mut ids = HashSet::new();
        for command in Command::all() {
            assert_eq!(Command::parse(command.id()), Some(command));
            assert!(ids.insert(command.id()), "{} twice", command.id());
            assert!(!command.default_keys().is_empty(), "{} has no key", command.id());
        }
    }
}
