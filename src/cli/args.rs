//! What can be typed on the command line; what it means is decided elsewhere.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueHint};
use clap_complete::Shell;

/// Berufe finden, lesen und Bewerbungstexte mitnehmen: im Terminal, ohne Netz, ohne Konto.
///
/// Ohne Unterbefehl öffnet sich der Bildschirm. F1 zeigt alle Tasten.
///
/// Rückgabewerte: 0 Treffer oder in Ordnung, 1 kein Treffer oder Beanstandungen, 2 Fehler.
#[derive(Debug, Parser)]
#[command(
    name = "werdegang",
    version,
    max_term_width = 100,
    args_conflicts_with_subcommands = false
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub common: Common,
    /// Handbuchseite im roff-Format ausgeben
    #[arg(long, exclusive = true)]
    pub man: bool,
}

#[derive(Debug, Args, Clone, Default)]
pub(super) struct Common {
    /// Ordner mit weiteren Profilen (*.json)
    #[arg(long, value_name = "ORDNER", global = true, value_hint = ValueHint::DirPath)]
    pub data: Vec<PathBuf>,
    /// Eigene Daten als JSON Resume
    #[arg(long, value_name = "DATEI", global = true, value_hint = ValueHint::FilePath)]
    pub applicant: Option<PathBuf>,
    /// Sprache der Oberfläche
    #[arg(long, value_name = "SPRACHE", global = true, value_parser = ["de", "en"])]
    pub lang: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Berufe suchen
    Search(SearchArgs),
    /// Ein Profil als Text ausgeben
    Show(ShowArgs),
    /// Einen Textbaustein ausfüllen; ohne NAME: die Bausteine auflisten
    Snippet(SnippetArgs),
    /// Eine Stellenanzeige mit Profil und eigenen Daten vergleichen
    Match(MatchArgs),
    /// Einen Brief vom Schreibtisch ausgeben; ohne NAME: alle auflisten
    Letter(LetterArgs),
    /// Brief, Lebenslauf, Deckblatt, Beruf als PDF
    Pdf {
        #[command(subcommand)]
        command: Box<super::pdf::args::PdfCommand>,
    },
    /// Bewerbungen auflisten und ausgeben
    Applications(ApplicationsArgs),
    /// Eigene Textbausteine
    Block {
        #[command(subcommand)]
        command: BlockCommand,
    },
    /// Eigene Daten (JSON Resume) anlegen, prüfen, zeigen, bearbeiten, übernehmen
    Applicant {
        #[command(subcommand)]
        command: ApplicantCommand,
    },
    /// Ein Profil beginnen
    Profile {
        #[command(subcommand)]
        command: ProfileCommand,
    },
    /// Profile und Textbausteine prüfen
    Check {
        /// Dateien oder Ordner
        #[arg(required = true, value_name = "PFAD")]
        paths: Vec<PathBuf>,
    },
    /// Was Berufe bezahlen, nebeneinander auf einer Skala
    Pay(PayArgs),
    /// Berufe aus einer anderen Sammlung aufnehmen (ESCO, O*NET, KldB, eigene Profile)
    Import(ImportArgs),
    /// Aufgenommene Sammlungen
    Corpus {
        #[command(subcommand)]
        command: CorpusCommand,
    },
    /// Zeigen, unter welchen Wörtern die Suche einen Text ablegt
    Analyze {
        /// Ein Wort oder Titel
        #[arg(required = true, value_name = "TEXT")]
        text: Vec<String>,
        /// Ausgabe als JSON
        #[arg(long)]
        json: bool,
    },
    /// Rechtschreibung und Briefregeln eines Textes prüfen
    Spell(SpellArgs),
    /// Einen Titel in allen Formen zeigen
    Inflect(InflectArgs),
    /// Terminal, Zwischenablage, Index und Ordner untersuchen
    Doctor,
    /// Vervollständigung für eine Shell ausgeben
    Completions { shell: Shell },
    /// Einstellungen
    Config {
        /// Die kommentierte Vorgabe ausgeben
        #[arg(long)]
        default: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum ApplicantCommand {
    /// Eine leere Datei anlegen
    Init,
    /// Die Datei prüfen
    Check {
        /// Eine andere Datei
        #[arg(value_name = "DATEI", value_hint = ValueHint::FilePath)]
        file: Option<PathBuf>,
    },
    /// Zeigen, was Texte und Abgleich daraus nehmen
    Show {
        /// Ausgabe als JSON
        #[arg(long)]
        json: bool,
    },
    /// Im Editor öffnen (VISUAL oder EDITOR) und danach prüfen
    Edit,
    /// Eine vorhandene Datei übernehmen
    Import {
        #[arg(value_name = "DATEI", value_hint = ValueHint::FilePath)]
        file: PathBuf,
        /// An die Stelle der bisherigen treten lassen
        #[arg(long)]
        force: bool,
    },
}

#[derive(Debug, Subcommand)]
pub(super) enum ProfileCommand {
    /// Kennungen, Titel, Gehälter und Dauer aus einer Tabelle; was zu schreiben ist, wird markiert
    New {
        /// Kennung in der Spalte id
        id: String,
        /// Tabelle der Berufe; Gehälter und Dauern liegen als pay_de.csv und training_durations_de.csv daneben
        #[arg(long, value_name = "CSV", value_hint = ValueHint::FilePath)]
        from_facts: PathBuf,
        /// Ordner der Profile; ohne ihn auf die Ausgabe
        #[arg(long, value_name = "ORDNER", value_hint = ValueHint::DirPath)]
        into: Option<PathBuf>,
    },
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum PaySort {
    /// Das höchste zuerst
    Median,
    Title,
    /// Nach Berufsfeld, darin das höchste zuerst
    Field,
}

#[derive(Debug, Args)]
pub(super) struct PayArgs {
    /// Nur dieses Berufsfeld, ein Teil des Namens genügt
    #[arg(long, value_name = "FELD")]
    pub field: Option<String>,
    /// Reihenfolge
    #[arg(long, value_enum, default_value = "median")]
    pub sort: PaySort,
    /// Ausgabe als JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum ImportKind {
    /// Europäische Klassifikation, Paket „classification, csv“
    Esco,
    /// Amerikanische Datenbank, Paket „Text“
    Onet,
    /// Klassifikation der Berufe 2010, Gliederung mit Erläuterung
    Kldb,
    /// Profile im Format von werdegang
    Profiles,
}

#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// Art der Sammlung
    pub kind: ImportKind,
    /// Der Download, als zip-Datei oder ausgepackt; mehrere Ordner ergänzen einander
    #[arg(value_name = "PFAD", required = true, value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Name der Sammlung; eine gleichen Namens wird ersetzt
    #[arg(long)]
    pub name: Option<String>,
    /// Titel, der beim Lesen erscheint
    #[arg(long)]
    pub title: Option<String>,
    /// Lizenzzeile, die beim Lesen erscheint
    #[arg(long, value_name = "ZEILE")]
    pub licence: Option<String>,
    /// Kodierung der Tabellen, wenn sie nicht erkannt wird
    #[arg(long, value_parser = ["utf-8", "windows-1252", "cp850"])]
    pub encoding: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(super) enum CorpusCommand {
    /// Alle auflisten
    List {
        /// Ausgabe als JSON
        #[arg(long)]
        json: bool,
    },
    /// Herkunft, Lizenz und Umfang
    Info {
        name: String,
        /// Ausgabe als JSON
        #[arg(long)]
        json: bool,
    },
    /// Entfernen
    Remove { name: String },
}

#[derive(Debug, Args)]
pub(super) struct LetterArgs {
    pub name: Option<String>,
    /// Als Markdown
    #[arg(long)]
    pub markdown: bool,
    /// Die kopierten und ausgegebenen Fassungen
    #[arg(long)]
    pub versions: bool,
    /// Mit offenen Fragen 1 zurückgeben
    #[arg(long)]
    pub strict: bool,
}

#[derive(Debug, Args)]
pub(super) struct ApplicationsArgs {
    /// Nur solche, in denen diese Wörter vorkommen
    #[arg(value_name = "WORT")]
    pub search: Vec<String>,
    /// Auch abgelegte
    #[arg(long)]
    pub archived: bool,
    /// Ausgabe als JSON
    #[arg(long, conflicts_with = "csv")]
    pub json: bool,
    /// Ausgabe als CSV
    #[arg(long)]
    pub csv: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum BlockCommand {
    /// Eigene auflisten und prüfen
    List,
    /// Im Editor öffnen: einen eigenen, die Kopie eines mitgelieferten oder einen neuen
    Edit { name: String },
    /// Alle Bausteine eines Ordners übernehmen
    Import {
        #[arg(value_name = "ORDNER", value_hint = ValueHint::DirPath)]
        folder: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(super) struct MatchArgs {
    /// Kennung des Profils, etwa backend-developer
    pub id: String,
    /// Die Anzeige als txt, md oder html; „-“ liest die Eingabe
    #[arg(value_name = "ANZEIGE", value_hint = ValueHint::FilePath)]
    pub advert: PathBuf,
    /// Ausgabe als JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct InflectArgs {
    /// Männliche Form, etwa "Medizinischer Fachangestellter"
    #[arg(value_name = "MÄNNLICH")]
    pub masculine: String,
    /// Weibliche Form; fehlt sie, gilt die erste für alle
    #[arg(value_name = "WEIBLICH")]
    pub feminine: Option<String>,
    /// Neutraler Titel, wenn es einen gibt
    #[arg(long, value_name = "TITEL")]
    pub neutral: Option<String>,
    /// Beugung der männlichen Form, etwa er oder n_declension; sonst geschätzt
    #[arg(long, value_name = "KLASSE")]
    pub class: Option<String>,
    /// Ausgabe als JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct SearchArgs {
    /// Was gesucht wird, wie man es sagen würde
    #[arg(value_name = "WORT", required_unless_present = "batch")]
    pub query: Vec<String>,
    /// Höchstzahl der Treffer
    #[arg(long, default_value_t = 10, value_name = "ZAHL")]
    pub limit: usize,
    /// Ausgabe als JSON
    #[arg(long, conflicts_with = "trec")]
    pub json: bool,
    /// Viele Suchen aus einer Datei: Zeilen „id TAB Suche“
    #[arg(long, value_name = "DATEI", value_hint = ValueHint::FilePath, conflicts_with = "query")]
    pub batch: Option<PathBuf>,
    /// Ausgabe als TREC-Lauf: id Q0 profil rang punkte werdegang
    #[arg(long)]
    pub trec: bool,
}

#[derive(Debug, Args)]
pub(super) struct ShowArgs {
    /// Kennung des Profils, etwa backend-developer
    pub id: String,
    /// Alle Namen als Suchtext für Jobbörsen
    #[arg(long, conflicts_with_all = ["section", "json"])]
    pub query: bool,
    /// Nur dieser Abschnitt, etwa gehalt oder pay
    #[arg(long, value_name = "ABSCHNITT")]
    pub section: Option<String>,
    /// Ausgabe als JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub(super) struct SnippetArgs {
    /// Kennung des Profils, etwa backend-developer
    pub id: String,
    /// Name des Bausteins, etwa betreff
    pub name: Option<String>,
    /// Antwort auf eine Frage; mehrfach möglich
    #[arg(long = "set", value_name = "FELD=TEXT")]
    pub set: Vec<String>,
    /// In die Zwischenablage statt auf die Ausgabe
    #[arg(long)]
    pub copy: bool,
    /// Mit offenen Fragen 1 zurückgeben
    #[arg(long)]
    pub strict: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct SpellArgs {
    /// Text, Lebenslauf (JSON Resume) oder Baustein; `-` liest die Eingabe
    #[arg(value_name = "DATEI", required_unless_present = "add", value_hint = ValueHint::FilePath)]
    pub file: Option<PathBuf>,
    /// Wörterbuch (hunspell, .dic mit .aff daneben); sonst das des Systems
    #[arg(long, value_name = "DATEI", value_hint = ValueHint::FilePath)]
    pub dict: Option<PathBuf>,
    /// Ein englischer Text
    #[arg(long)]
    pub english: bool,
    /// Zu unbekannten Wörtern sagen, was gemeint sein könnte (dauert länger)
    #[arg(long)]
    pub suggest: bool,
    /// Ausgabe als JSON
    #[arg(long)]
    pub json: bool,
    /// Ein Wort in das eigene Wörterbuch aufnehmen
    #[arg(long, value_name = "WORT", conflicts_with = "file")]
    pub add: Option<String>,
}
