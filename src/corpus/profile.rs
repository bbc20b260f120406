//! One profession, as the program works with it.
//!
//! The JSON twin is read in `decode`, which collects every problem; writing goes through
//! `Serialize`, and a test holds that reading and writing are inverse for every shipped file.
//! All parts but identity and title may be empty: an imported profile has the parts its source fills.

use serde::Serialize;

/// Version of the JSON format this program writes and the newest it reads.
pub const FORMAT: u64 = 1;

/// A profession with everything a reader needs to decide, prepare and apply.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Profile {
    /// Version of the file format, [`FORMAT`].
    pub format: u64,
    /// Stable slug, also the file name.
    pub id: String,
    /// Language of the content, as in BCP 47 (`de`).
    pub language: String,
    pub title: Title,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    pub codes: Codes,
    /// Occupational field, such as `IT & Software`.
    pub field: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub access: Vec<Access>,
    /// One sentence for the result list, at most 140 characters.
    pub summary: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub overview: Vec<String>,
    /// What an imported source says about permission to work in the profession.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub regulated: String,
    #[serde(skip_serializing_if = "Tasks::is_empty")]
    pub tasks: Tasks,
    #[serde(skip_serializing_if = "Workplaces::is_empty")]
    pub workplaces: Workplaces,
    #[serde(skip_serializing_if = "Entry::is_empty")]
    pub entry: Entry,
    #[serde(skip_serializing_if = "Skills::is_empty")]
    pub skills: Skills,
    #[serde(skip_serializing_if = "Career::is_empty")]
    pub career: Career,
    #[serde(skip_serializing_if = "Pay::is_empty")]
    pub pay: Pay,
    #[serde(skip_serializing_if = "Application::is_empty")]
    pub application: Application,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tips: Vec<Tip>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fits: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub snippets: Vec<Snippet>,
    /// Neighbours an imported classification counts elsewhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub excludes: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
}

/// Both gender forms of a title; neither is ever derived from the other.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Title {
    pub masculine: String,
    pub feminine: String,
    /// A neutral title in real use (`Pflegefachperson`), where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub neutral: Option<String>,
    /// How the masculine form inflects; the feminine follows from its ending.
    pub class: Inflection,
}

impl Title {
    /// `Koch / Köchin`, or the one form where both are the same.
    pub fn pair(&self) -> String {
        if self.masculine == self.feminine {
            self.masculine.clone()
        } else {
            format!("{} / {}", self.masculine, self.feminine)
        }
    }
}

/// Declension of a masculine title. Names and examples: `data/README.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Inflection {
    /// Entwickler, des Entwicklers, die Entwickler
    #[default]
    Er,
    /// Ingenieur, des Ingenieurs, die Ingenieure
    PluralE,
    /// Koch, des Kochs, die Köche
    UmlautE,
    /// Administrator, des Administrators, die Administratoren
    Or,
    /// Analyst, des Analysten, die Analysten
    NDeclension,
    /// Kaufmann, des Kaufmanns, die Kaufleute
    Mann,
    /// Angestellter, des Angestellten, die Angestellten
    Adjectival,
    /// Beamter as an adjective, Beamtin with -in
    Beamter,
    /// Fachkraft, Hebamme: a feminine noun for everyone
    FeminineForAll,
    /// Data Scientist, des Data Scientist, die Data Scientists
    English,
}

/// Ways into a profession, as facets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Access {
    /// Dual or school-based vocational training (Ausbildung).
    Training,
    /// University or university of applied sciences (Studium).
    Study,
    /// Entry from another field (Quereinstieg).
    CareerChange,
    /// Further training on top of a first profession (Weiterbildung).
    FurtherTraining,
}

impl Access {
    /// The German word a reader knows.
    pub fn label(self) -> &'static str {
        match self {
            Self::Training => "Ausbildung",
            Self::Study => "Studium",
            Self::CareerChange => "Quereinstieg",
            Self::FurtherTraining => "Weiterbildung",
        }
    }
}

/// Keys of official classifications, each with how it was verified.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Codes {
    /// Klassifikation der Berufe 2010, five digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kldb: Option<Code>,
    /// ISCO-08, four digits; more than one where sources differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub isco: Vec<Code>,
    /// ESCO concept, `code` is the URI.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub esco: Option<Code>,
    /// Dokumentationskennziffer of the Bundesagentur für Arbeit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dkz: Option<Code>,
    /// O*NET-SOC code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub onet: Option<Code>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Code {
    pub code: String,
    /// Name of the group in its classification.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// How we know, for example `BA-Verzeichnis 21.01.2025`.
    pub verified: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Tasks {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub intro: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Workplaces {
    #[serde(skip_serializing_if = "String::is_empty")]
    pub intro: String,
    /// Branches and kinds of employer.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub branches: Vec<String>,
    /// Shift, travel, outdoors, remote.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
}

/// The three ways in. A way that does not exist says so in its text.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Entry {
    #[serde(skip_serializing_if = "Path::is_empty")]
    pub training: Path,
    #[serde(skip_serializing_if = "Path::is_empty")]
    pub study: Path,
    #[serde(skip_serializing_if = "Path::is_empty")]
    pub career_change: Path,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Path {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<String>,
    /// Length fixed by law, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<LegalDuration>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LegalDuration {
    pub months: u32,
    /// The law or ordinance, with its paragraph where known.
    pub law: String,
    /// Id of an entry in `sources`.
    pub source: String,
}

/// Short terms, so that an advertisement and a CV can be compared with them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Skills {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub professional: Vec<String>,
    /// Useful, but not expected of everybody; imported sources tell these apart.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub optional: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tools: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub personal: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Career {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ladder: Vec<Rung>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub further_training: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Rung {
    pub name: String,
    pub text: String,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Pay {
    /// Statistics of KldB groups, newest last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub statistics: Vec<PayStatistic>,
    /// Pay during training, by year of the statistic.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub training: Vec<TrainingPay>,
    /// What moves pay in this profession, and what the figures leave out.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub drivers: Vec<String>,
}

/// Monthly gross pay in euros of full-time employees in one KldB group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PayStatistic {
    /// Reference day is 31 December of this year.
    pub year: u16,
    pub region: String,
    /// KldB 2010 group the figures belong to; never the single title.
    pub group: String,
    pub group_label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub q1: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub median: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub q3: Option<Amount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employees: Option<u32>,
    /// Id of an entry in `sources`.
    pub source: String,
}

/// An amount in whole euros. Unknown is `Option::None`, never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Amount {
    pub euros: u32,
    #[serde(skip_serializing_if = "Qualifier::is_exact")]
    pub qualifier: Qualifier,
}

impl Amount {
    /// `6.307 €`, or `über 7.100 €` where the statistic is cut off.
    pub fn text(self) -> String {
        match self.qualifier {
            Qualifier::Exact => super::number::euros(self.euros),
            Qualifier::Above => format!("über {}", super::number::euros(self.euros)),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    #[default]
    Exact,
    /// Censored at the contribution ceiling: the true value is above `euros`.
    Above,
}

impl Qualifier {
    fn is_exact(&self) -> bool {
        *self == Self::Exact
    }
}

/// Collectively agreed training pay per month, mean over the years of training.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrainingPay {
    pub year: u16,
    pub euros: u32,
    /// What the figure covers, such as `Kfz-Mechatroniker, Handwerk, Durchschnitt aller Ausbildungsjahre`.
    pub scope: String,
    pub source: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Application {
    /// Title variants to type into a job board.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub search_terms: Vec<String>,
    /// What belongs in the folder.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub folder: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub work_samples: Vec<String>,
    /// What recruiters look at.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recruiters: Vec<String>,
}

/// A question an application should answer, and how to answer it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Tip {
    pub question: String,
    pub hint: String,
}

/// A text block with placeholders. Profiles carry their own; general ones are in `data/snippets`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Snippet {
    /// Slug, unique among the blocks it is offered with.
    pub name: String,
    pub title: String,
    /// What the block is for; also the order blocks are listed in.
    pub kind: SnippetKind,
    /// `sachlich`, `persönlich`, ... ; empty where the block has no twin.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub tone: String,
    /// `Einstieg`, `erfahren`; empty for everyone.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub level: String,
    /// Words it is found by besides its title.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Jinja text.
    pub text: String,
    /// Fields the text asks for beyond the standard ones (`ich.*`, `firma.*`, `stelle.*`, `kontakt.*`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<SnippetField>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SnippetKind {
    Subject,
    #[default]
    Opening,
    Motivation,
    Experience,
    Skills,
    Terms,
    Closing,
    Email,
    Pitch,
    FollowUp,
}

#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SnippetField {
    /// Name in the text: lower case, digits, `_`.
    pub name: String,
    /// The question shown in the form, short enough to stand in the text as `[Frage]`.
    pub question: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    pub optional: bool,
    /// Never stored, masked in the preview.
    #[serde(skip_serializing_if = "is_false")]
    pub secret: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Related {
    pub id: String,
    pub kind: Relation,
    pub why: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    SameBase,
    NextStep,
    Alternative,
}

impl Relation {
    /// The German word shown beside the link.
    pub fn label(self) -> &'static str {
        match self {
            Self::SameBase => "gleiche Grundlage",
            Self::NextStep => "nächster Schritt",
            Self::Alternative => "Alternative",
        }
    }
}

/// Where a figure or a law comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    pub id: String,
    pub title: String,
    pub publisher: String,
    pub year: u16,
    pub url: String,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
fn is_false(flag: &bool) -> bool {
    !*flag
}

/// Sections that imported profiles may lack are left out of their JSON when they are empty.
macro_rules! empty_when_default {
    ($($part:ty),*) => {$(
        impl $part {
            pub fn is_empty(&self) -> bool {
                *self == Self::default()
            }
        }
    )*};
}
empty_when_default!(Tasks, Workplaces, Entry, Path, Skills, Career, Pay, Application);
