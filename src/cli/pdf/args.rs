//! What `werdegang pdf` is asked.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueHint};

#[derive(Debug, Subcommand)]
pub(in crate::cli) enum PdfCommand {
    /// Anschreiben: ein Brief vom Schreibtisch auf einem Blatt mit den üblichen Maßen (Form B)
    Letter {
        /// Name des Briefs; `werdegang letter` listet sie auf
        #[arg(value_name = "NAME")]
        name: String,
        #[command(flatten)]
        address: AddressArgs,
        #[command(flatten)]
        file: PdfArgs,
    },
    /// Lebenslauf aus den eigenen Daten
    Cv {
        #[command(flatten)]
        cv: CvArgs,
        #[command(flatten)]
        file: PdfArgs,
    },
    /// Deckblatt
    Cover {
        /// Wofür: `Bewerbung als Köchin`
        #[arg(long, value_name = "TEXT")]
        position: String,
        #[arg(long, value_name = "FIRMA", default_value = "")]
        company: String,
        /// Was in der Mappe liegt, mehrfach angeben
        #[arg(long, value_name = "TEIL")]
        content: Vec<String>,
        #[command(flatten)]
        file: PdfArgs,
    },
    /// Motivationsschreiben: ein Brief vom Schreibtisch ohne Anschrift und Anrede
    Motivation {
        /// Name des Briefs
        #[arg(value_name = "NAME")]
        name: String,
        #[command(flatten)]
        file: PdfArgs,
    },
    /// Mappe: alle Teile und angehängte Zeugnisse in einer Datei, und was noch fehlt
    Folder {
        /// Name des Briefs, der das Anschreiben ist
        #[arg(value_name = "NAME")]
        name: String,
        /// Teile in ihrer Reihenfolge: letter, cover, cv, motivation
        #[arg(long, value_name = "TEILE", value_delimiter = ',', value_parser = ["letter", "cover", "cv", "motivation"], default_values = ["letter", "cv"])]
        parts: Vec<String>,
        /// Brief, der das Motivationsschreiben ist
        #[arg(long, value_name = "NAME")]
        motivation: Option<String>,
        /// Zeugnis als PDF, JPEG oder PNG, mehrfach angeben; kommt ans Ende
        #[arg(long, value_name = "DATEI", value_hint = ValueHint::FilePath)]
        append: Vec<PathBuf>,
        /// Nur sagen, was da ist und was fehlt
        #[arg(long)]
        check: bool,
        #[command(flatten)]
        address: AddressArgs,
        #[command(flatten)]
        cv: CvArgs,
        #[command(flatten)]
        file: PdfArgs,
    },
    /// Leistungsprofil auf einer Seite, für Selbstständige
    Offer {
        #[command(flatten)]
        file: PdfArgs,
    },
    /// Nachweis der Eigenbemühungen: eigene Bewerbungen eines Zeitraums als Tabelle
    Efforts {
        /// Erster Tag, etwa 2026-10-01
        #[arg(long, value_name = "TAG")]
        from: String,
        /// Letzter Tag; sonst heute
        #[arg(long, value_name = "TAG")]
        to: Option<String>,
        #[command(flatten)]
        file: PdfArgs,
    },
    /// Ein Berufsprofil mit allen Abschnitten
    Profile {
        /// Kennung des Berufs
        #[arg(value_name = "ID")]
        id: String,
        #[command(flatten)]
        file: PdfArgs,
    },
    /// Was die Berufe eines Berufsfelds verdienen
    Pay {
        /// Teil des Namens, etwa Pflege
        #[arg(value_name = "BERUFSFELD")]
        field: String,
        #[command(flatten)]
        file: PdfArgs,
    },
}

#[derive(Debug, Args)]
pub(in crate::cli) struct AddressArgs {
    /// Eine Zeile der Anschrift, mehrfach angeben; sonst Firma und Kontakt aus dem Brief
    #[arg(long, value_name = "ZEILE")]
    pub to: Vec<String>,
    /// Eine Anlage, mehrfach angeben
    #[arg(long, value_name = "ANLAGE")]
    pub enclosure: Vec<String>,
}

#[derive(Debug, Args)]
pub(in crate::cli) struct CvArgs {
    /// tabular: Zeiten links; single: einspaltig, für Programme am besten lesbar
    #[arg(long, value_name = "FORM", value_parser = ["tabular", "single"], default_value = "tabular")]
    pub layout: String,
    /// Alle Einzelheiten, auch wenn es mehr als zwei Seiten werden
    #[arg(long)]
    pub full: bool,
}

#[derive(Debug, Clone, Args)]
pub(in crate::cli) struct PdfArgs {
    /// Gestaltung
    #[arg(long, value_name = "NAME", value_parser = ["sachlich", "modern", "kompakt", "kreativ"], default_value = "sachlich")]
    pub design: String,
    /// Akzentfarbe, etwa #1f5c7a
    #[arg(long, value_name = "FARBE")]
    pub colour: Option<String>,
    /// Datum des Dokuments, etwa 2026-11-24; sonst heute
    #[arg(long, value_name = "TAG")]
    pub date: Option<String>,
    /// Überschriften und Datum auf Englisch
    #[arg(long)]
    pub english: bool,
    /// Foto (JPEG oder PNG); sonst das aus den eigenen Daten, wenn dort eines steht
    #[arg(long, value_name = "DATEI", value_hint = ValueHint::FilePath)]
    pub photo: Option<PathBuf>,
    /// Bild der Unterschrift; sonst das aus den eigenen Daten
    #[arg(long, value_name = "DATEI", value_hint = ValueHint::FilePath)]
    pub signature: Option<PathBuf>,
    /// Für Word statt PDF
    #[arg(long)]
    pub docx: bool,
    /// Als Markdown statt PDF
    #[arg(long)]
    pub md: bool,
    /// Als Text statt PDF
    #[arg(long)]
    pub txt: bool,
    /// Zieldatei; sonst ein Name aus Art, Name und Firma im aktuellen Ordner
    #[arg(long, short, value_name = "DATEI", value_hint = ValueHint::FilePath)]
    pub out: Option<PathBuf>,
    /// Eine vorhandene Datei ersetzen
    #[arg(long)]
    pub force: bool,
    /// Bei jeder Änderung der eigenen Daten und Briefe neu schreiben, bis Strg-C
    #[arg(long)]
    pub watch: bool,
}
