//! The sections of a profile: their order, keys and headings.

/// The sections in the order of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SectionKind {
    Overview,
    Tasks,
    Workplaces,
    Entry,
    Skills,
    Career,
    Pay,
    Application,
    Tips,
    Fits,
    Snippets,
    Related,
    Sources,
}

impl SectionKind {
    pub const ALL: [Self; 13] = [
        Self::Overview,
        Self::Tasks,
        Self::Workplaces,
        Self::Entry,
        Self::Skills,
        Self::Career,
        Self::Pay,
        Self::Application,
        Self::Tips,
        Self::Fits,
        Self::Snippets,
        Self::Related,
        Self::Sources,
    ];

    /// Name on the command line and in JSON.
    pub fn key(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Tasks => "tasks",
            Self::Workplaces => "workplaces",
            Self::Entry => "entry",
            Self::Skills => "skills",
            Self::Career => "career",
            Self::Pay => "pay",
            Self::Application => "application",
            Self::Tips => "tips",
            Self::Fits => "fits",
            Self::Snippets => "snippets",
            Self::Related => "related",
            Self::Sources => "sources",
        }
    }

    /// Heading above the section; content, therefore German.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Overview => "Berufsbild",
            Self::Tasks => "Aufgaben",
            Self::Workplaces => "Arbeitsbereiche",
            Self::Entry => "Einstieg",
            Self::Skills => "Kenntnisse",
            Self::Career => "Karrierechancen",
            Self::Pay => "Gehalt",
            Self::Application => "Bewerbung",
            Self::Tips => "Tipps",
            Self::Fits => "Passt zu dir, wenn …",
            Self::Snippets => "Textbausteine",
            Self::Related => "Verwandte Berufe",
            Self::Sources => "Quellen",
        }
    }

    /// The section with this key or German heading, in any case; `None` if there is no such section.
    pub fn parse(name: &str) -> Option<Self> {
        let wanted = name.trim().to_lowercase();
        Self::ALL.into_iter().find(|kind| {
            kind.key() == wanted
                || kind.heading().to_lowercase() == wanted
                || (wanted.chars().count() >= 4
                    && kind.heading().to_lowercase().starts_with(&wanted))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_are_found_by_key_heading_or_beginning() {
        for (name, kind) in [
            ("pay", SectionKind::Pay),
            ("Gehalt", SectionKind::Pay),
            ("passt", SectionKind::Fits),
            ("AUFGABEN", SectionKind::Tasks),
        ] {
            assert_eq!(SectionKind::parse(name), Some(kind), "{name}");
        }
        assert_eq!(SectionKind::parse("xyz"), None);
    }
}
