//! Why something should be looked at again, as a sentence in either language.

use crate::i18n::Language;

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// In no dictionary.
    Unknown(String),
    ClosingComma,
    CapitalAfterSalutation,
    /// Who the letter goes to.
    Salutation {
        address: String,
        name: String,
    },
    /// Another company than the one written to.
    Company(String),
    Placeholder,
    Repeated(String),
    DoubleSpace,
    PlainQuotes,
    /// A clause that says what is hoped or known.
    DassClause,
    /// A verb follows at once, so no clause begins.
    NoDassClause,
}

impl Reason {
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::German => self.german(),
            Language::English => self.english(),
        }
    }

    fn german(&self) -> String {
        match self {
            Self::Unknown(word) => format!("„{word}“ steht in keinem Wörterbuch"),
            Self::ClosingComma => "nach der Grußformel steht im Deutschen kein Komma".to_owned(),
            Self::CapitalAfterSalutation => {
                "nach dem Komma der Anrede geht es klein weiter".to_owned()
            }
            Self::Salutation { address, name } => {
                format!("der Brief geht an {address} {name}; die Anrede sagt etwas anderes")
            }
            Self::Company(name) => {
                format!("der Brief geht an {name}; hier steht eine andere Firma")
            }
            Self::Placeholder => "hier ist noch etwas einzusetzen".to_owned(),
            Self::Repeated(word) => format!("„{word}“ steht zweimal"),
            Self::DoubleSpace => "mehr als ein Leerzeichen".to_owned(),
            Self::PlainQuotes => "im Deutschen stehen „diese“ Anführungszeichen".to_owned(),
            Self::DassClause => "hier beginnt ein Nebensatz mit „dass“".to_owned(),
            Self::NoDassClause => "vor dem Verb steht „das“, kein Nebensatz".to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Unknown(word) => format!("“{word}” is in no dictionary"),
            Self::ClosingComma => "German has no comma after the closing".to_owned(),
            Self::CapitalAfterSalutation => {
                "after the comma of the salutation German goes on in small letters".to_owned()
            }
            Self::Salutation { address, name } => {
                format!("the letter goes to {address} {name}; the salutation says otherwise")
            }
            Self::Company(name) => format!("the letter goes to {name}; this is another company"),
            Self::Placeholder => "something is still to be filled in here".to_owned(),
            Self::Repeated(word) => format!("“{word}” stands twice"),
            Self::DoubleSpace => "more than one space".to_owned(),
            Self::PlainQuotes => "German quotation marks look „like this“".to_owned(),
            Self::DassClause => "a clause with “dass” begins here".to_owned(),
            Self::NoDassClause => "before the verb stands “das”, not a clause".to_owned(),
        }
    }
}
