//! A whole title in every form: which of its words inflect, and how they do together.

use crate::corpus::profile::{Inflection, Title};

use super::declension::{
    feminine, feminine_ending, feminine_plural, is_feminine_for_all, masculine, masculine_ending,
    masculine_plural, noun_class, plural_ending,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Case {
    Nominative,
    Accusative,
    Dative,
    Genitive,
}

/// What stands before the title decides its adjective endings: nothing (`als Technischer …`),
/// `ein` (mixed), or `der` and `zum` (weak).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    Strong,
    Mixed,
    Weak,
}

/// How the person wants to be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Feminine,
    Masculine,
    /// The neutral title where one is in use, else both forms.
    Neutral,
}

/// A title of one gender in every form that texts use.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Inflected {
    /// `Koch`, strong nominative
    pub bare: String,
    /// `als Koch`
    pub als: String,
    /// `ein Koch`
    pub nominative: String,
    /// `einen Koch`
    pub accusative: String,
    /// `einem Koch`
    pub dative: String,
    /// `eines Kochs`
    pub genitive: String,
    /// `der Koch`
    pub definite: String,
    /// `zum Koch`
    pub zum: String,
    /// `Köche`, without an article
    pub plural: String,
    /// `(die) Köche`
    pub plural_definite: String,
    /// `(mit den) Köchen`
    pub plural_dative: String,
    /// `(die Arbeit guter) Köche`, without an article
    pub plural_genitive: String,
}

/// All forms of a title for one gender. Neutral means the neutral title, a feminine noun like
/// `Pflegefachperson`; without one the feminine form is taken, and the caller pairs both.
pub fn inflect(title: &Title, form: Form) -> Inflected {
    match (form, &title.neutral) {
        (Form::Masculine, _) => Words::of(title).inflected(Gender::Masculine),
        (Form::Neutral, Some(neutral)) => {
            let title = Title {
                masculine: neutral.clone(),
                feminine: neutral.clone(),
                neutral: None,
                class: Inflection::FeminineForAll,
            };
            Words::of(&title).inflected(Gender::Feminine)
        }
        (Form::Feminine | Form::Neutral, _) => Words::of(title).inflected(Gender::Feminine),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gender {
    Masculine,
    Feminine,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    masculine: String,
    feminine: String,
    role: Role,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    /// Stays as it is: `für`, `Systemintegration`, `und`.
    Fixed,
    Adjective,
    Noun(Inflection),
}

struct Words(Vec<Word>);

/// Words that begin a tail which does not inflect.
const TAIL: &[&str] = &[
    "für", "im", "in", "an", "am", "auf", "der", "des", "mit", "von", "zur", "zum", "bei", "–", "-",
];

/// The two forms of the noun that carries the title.
pub(super) fn main_noun(title: &Title) -> Option<(String, String)> {
    let words = Words::of(title).0;
    let noun = words.iter().rfind(|word| matches!(word.role, Role::Noun(_)))?;
    Some((noun.masculine.clone(), noun.feminine.clone()))
}

impl Words {
    /// Splits a title and finds out which words inflect: those in which the genders differ; where
    /// they do not, the last word before the tail.
    fn of(title: &Title) -> Self {
        let masculine: Vec<&str> = title.masculine.split(' ').collect();
        let feminine: Vec<&str> = title.feminine.split(' ').collect();
        if masculine.len() != feminine.len() {
            // Two forms that cannot be laid beside each other are left as they are.
            let word = Word {
                masculine: title.masculine.clone(),
                feminine: title.feminine.clone(),
                role: Role::Noun(title.class),
            };
            return Self(vec![word]);
        }
        let mut words: Vec<Word> = masculine
            .into_iter()
            .zip(feminine)
            .map(|(masculine, feminine)| Word {
                masculine: masculine.to_owned(),
                feminine: feminine.to_owned(),
                role: if masculine == feminine { Role::Fixed } else { Role::Noun(title.class) },
            })
            .collect();
        if words.iter().all(|word| word.role == Role::Fixed) {
            let tail = words.iter().position(|word| TAIL.contains(&word.masculine.as_str()));
            let for_all = words.iter().position(|word| is_feminine_for_all(&word.masculine));
            let head = for_all.unwrap_or(tail.unwrap_or(words.len()).saturating_sub(1));
            if let Some(word) = words.get_mut(head) {
                word.role = Role::Noun(title.class);
            }
            return Self(words);
        }
        let differing: Vec<usize> = words
            .iter()
            .enumerate()
            .filter(|(_, word)| word.role != Role::Fixed)
            .map(|(at, _)| at)
            .collect();
        for (position, at) in differing.iter().enumerate() {
            // An adjective stands right before the noun it belongs to.
            let noun_follows = differing.get(position + 1) == Some(&(at + 1));
            let Some(word) = words.get_mut(*at) else { continue };
            let adjectival = word.masculine.strip_suffix('r') == Some(&word.feminine);
            word.role = if adjectival && noun_follows {
                Role::Adjective
            } else if position + 1 == differing.len() && differing.len() == 1 {
                Role::Noun(title.class)
            } else {
                Role::Noun(noun_class(&word.masculine, &word.feminine))
            };
        }
        // With one noun, whatever adjectives stand before it, the declared class holds.
        let nouns = words.iter().filter(|word| matches!(word.role, Role::Noun(_))).count();
        if nouns == 1 {
            for word in &mut words {
                if let Role::Noun(class) = &mut word.role {
                    *class = title.class;
                }
            }
        }
        Self(words)
    }

    fn inflected(&self, gender: Gender) -> Inflected {
        let feminine = gender == Gender::Feminine || self.is_feminine_for_all();
        let article = |masculine: &str, other: &str, title: String| {
            format!("{} {title}", if feminine { other } else { masculine })
        };
        let mixed = |case| self.singular(gender, case, Strength::Mixed);
        let weak = |case| self.singular(gender, case, Strength::Weak);
        let bare = self.singular(gender, Case::Nominative, Strength::Strong);
        Inflected {
            als: format!("als {bare}"),
            bare,
            nominative: article("ein", "eine", mixed(Case::Nominative)),
            accusative: article("einen", "eine", mixed(Case::Accusative)),
            dative: article("einem", "einer", mixed(Case::Dative)),
            genitive: article("eines", "einer", mixed(Case::Genitive)),
            definite: article("der", "die", weak(Case::Nominative)),
            zum: article("zum", "zur", weak(Case::Dative)),
            plural: self.plural(gender, Case::Nominative, Strength::Strong),
            plural_definite: self.plural(gender, Case::Nominative, Strength::Weak),
            plural_dative: self.plural(gender, Case::Dative, Strength::Weak),
            plural_genitive: self.plural(gender, Case::Genitive, Strength::Strong),
        }
    }

    fn is_feminine_for_all(&self) -> bool {
        self.0.iter().any(|word| word.role == Role::Noun(Inflection::FeminineForAll))
    }

    fn singular(&self, gender: Gender, case: Case, strength: Strength) -> String {
        self.each(gender, |word, text| match (word.role, gender) {
            (Role::Fixed, _) => text.to_owned(),
            (Role::Adjective, Gender::Masculine) => {
                adjective(word) + masculine_ending(case, strength)
            }
            (Role::Adjective, Gender::Feminine) => {
                adjective(word) + feminine_ending(case, strength)
            }
            (Role::Noun(class), Gender::Masculine) => masculine(text, class, case, strength),
            (Role::Noun(class), Gender::Feminine) => feminine(text, class, case, strength),
        })
    }

    fn plural(&self, gender: Gender, case: Case, strength: Strength) -> String {
        self.each(gender, |word, text| match (word.role, gender) {
            (Role::Fixed, _) => text.to_owned(),
            (Role::Adjective, _) => adjective(word) + plural_ending(case, strength),
            (Role::Noun(class), Gender::Masculine) => masculine_plural(text, class, case, strength),
            (Role::Noun(class), Gender::Feminine) => feminine_plural(text, class, case, strength),
        })
    }

    fn each(&self, gender: Gender, form: impl Fn(&Word, &str) -> String) -> String {
        let words = self.0.iter().map(|word| {
            form(word, if gender == Gender::Masculine { &word.masculine } else { &word.feminine })
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

/// The stem of an adjective: `Technisch`.
fn adjective(word: &Word) -> String {
    word.feminine.strip_suffix('e').unwrap_or(&word.feminine).to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::guess_class;
    use super::*;

    fn title(masculine: &str, feminine: &str) -> Title {
        Title {
            masculine: masculine.into(),
            feminine: feminine.into(),
            neutral: None,
            class: guess_class(masculine, feminine),
        }
    }

    #[test]
    fn masculine_forms() {
        for (m, f, accusative, genitive, zum, plural, dative) in [
            (
                "Tischler",
                "Tischlerin",
                "einen Tischler",
                "eines Tischlers",
                "zum Tischler",
                "Tischler",
                "Tischlern",
            ),
            (
                "Backend Developer",
                "Backend Developerin",
                "einen Backend Developer",
                "eines Backend Developers",
                "zum Backend Developer",
                "Backend Developer",
                "Backend Developern",
            ),
            (
                "Bauingenieur",
                "Bauingenieurin",
                "einen Bauingenieur",
                "eines Bauingenieurs",
                "zum Bauingenieur",
                "Bauingenieure",
                "Bauingenieuren",
            ),
            ("Koch", "Köchin", "einen Koch", "eines Kochs", "zum Koch", "Köche", "Köchen"),
            (
                "Hausarzt",
                "Hausärztin",
                "einen Hausarzt",
                "eines Hausarztes",
                "zum Hausarzt",
                "Hausärzte",
                "Hausärzten",
            ),
            (
                "Moderator",
                "Moderatorin",
                "einen Moderator",
                "eines Moderators",
                "zum Moderator",
                "Moderatoren",
                "Moderatoren",
            ),
            (
                "Florist",
                "Floristin",
                "einen Floristen",
                "eines Floristen",
                "zum Floristen",
                "Floristen",
                "Floristen",
            ),
            (
                "Biologe",
                "Biologin",
                "einen Biologen",
                "eines Biologen",
                "zum Biologen",
                "Biologen",
                "Biologen",
            ),
            (
                "Kaufmann im Einzelhandel",
                "Kauffrau im Einzelhandel",
                "einen Kaufmann im Einzelhandel",
                "eines Kaufmanns im Einzelhandel",
                "zum Kaufmann im Einzelhandel",
                "Kaufleute im Einzelhandel",
                "Kaufleuten im Einzelhandel",
            ),
            (
                "Bankangestellter",
                "Bankangestellte",
                "einen Bankangestellten",
                "eines Bankangestellten",
                "zum Bankangestellten",
                "Bankangestellte",
                "Bankangestellten",
            ),
            (
                "Zollbeamter",
                "Zollbeamtin",
                "einen Zollbeamten",
                "eines Zollbeamten",
                "zum Zollbeamten",
                "Zollbeamte",
                "Zollbeamten",
            ),
            (
                "Technischer Zeichner",
                "Technische Zeichnerin",
                "einen Technischen Zeichner",
                "eines Technischen Zeichners",
                "zum Technischen Zeichner",
                "Technische Zeichner",
                "Technischen Zeichnern",
            ),
            (
                "Fachinformatiker für Systemintegration",
                "Fachinformatikerin für Systemintegration",
                "einen Fachinformatiker für Systemintegration",
                "eines Fachinformatikers für Systemintegration",
                "zum Fachinformatiker für Systemintegration",
                "Fachinformatiker für Systemintegration",
                "Fachinformatikern für Systemintegration",
            ),
            (
                "Bierbrauer und Mälzer",
                "Bierbrauerin und Mälzerin",
                "einen Bierbrauer und Mälzer",
                "eines Bierbrauers und Mälzers",
                "zum Bierbrauer und Mälzer",
                "Bierbrauer und Mälzer",
                "Bierbrauern und Mälzern",
            ),
            (
                "Data Engineer",
                "Data Engineer",
                "einen Data Engineer",
                "eines Data Engineers",
                "zum Data Engineer",
                "Data Engineers",
                "Data Engineers",
            ),
            (
                "Pflegekraft",
                "Pflegekraft",
                "eine Pflegekraft",
                "einer Pflegekraft",
                "zur Pflegekraft",
                "Pflegekräfte",
                "Pflegekräften",
            ),
            (
                "Hebamme",
                "Hebamme",
                "eine Hebamme",
                "einer Hebamme",
                "zur Hebamme",
                "Hebammen",
                "Hebammen",
            ),
            (
                "Steinmetz",
                "Steinmetzin",
                "einen Steinmetz",
                "eines Steinmetzes",
                "zum Steinmetz",
                "Steinmetze",
                "Steinmetzen",
            ),
            (
                "Industriemeister Chemie",
                "Industriemeisterin Chemie",
                "einen Industriemeister Chemie",
                "eines Industriemeisters Chemie",
                "zum Industriemeister Chemie",
                "Industriemeister Chemie",
                "Industriemeistern Chemie",
            ),
        ] {
            let forms = inflect(&title(m, f), Form::Masculine);
            assert_eq!(
                [forms.accusative, forms.genitive, forms.zum, forms.plural, forms.plural_dative],
                [accusative, genitive, zum, plural, dative]
            );
        }
    }

    #[test]
    fn feminine_forms() {
        for (m, f, als, dative, zum, plural) in [
            ("Koch", "Köchin", "als Köchin", "einer Köchin", "zur Köchin", "Köchinnen"),
            (
                "Kaufmann für Tourismus",
                "Kauffrau für Tourismus",
                "als Kauffrau für Tourismus",
                "einer Kauffrau für Tourismus",
                "zur Kauffrau für Tourismus",
                "Kauffrauen für Tourismus",
            ),
            (
                "Technischer Zeichner",
                "Technische Zeichnerin",
                "als Technische Zeichnerin",
                "einer Technischen Zeichnerin",
                "zur Technischen Zeichnerin",
                "Technische Zeichnerinnen",
            ),
            (
                "Zahntechnischer Angestellter",
                "Zahntechnische Angestellte",
                "als Zahntechnische Angestellte",
                "einer Zahntechnischen Angestellten",
                "zur Zahntechnischen Angestellten",
                "Zahntechnische Angestellte",
            ),
            (
                "Zollbeamter",
                "Zollbeamtin",
                "als Zollbeamtin",
                "einer Zollbeamtin",
                "zur Zollbeamtin",
                "Zollbeamtinnen",
            ),
        ] {
            let forms = inflect(&title(m, f), Form::Feminine);
            assert_eq!(
                [forms.als, forms.dative, forms.zum, forms.plural],
                [als, dative, zum, plural]
            );
        }
    }

    #[test]
    fn strong_mixed_and_weak_endings() {
        let forms =
            inflect(&title("Medizinischer Schreiber", "Medizinische Schreiberin"), Form::Masculine);
        assert_eq!(
            [
                forms.als,
                forms.nominative,
                forms.definite,
                forms.plural_definite,
                forms.plural_genitive
            ],
            [
                "als Medizinischer Schreiber",
                "ein Medizinischer Schreiber",
                "der Medizinische Schreiber",
                "Medizinischen Schreiber",
                "Medizinischer Schreiber"
            ]
        );
    }

    #[test]
    fn a_neutral_title_is_a_feminine_noun() {
        let mut title = title("Pflegefachmann", "Pflegefachfrau");
        title.neutral = Some("Pflegefachperson".into());
        let forms = inflect(&title, Form::Neutral);
        assert_eq!(
            [forms.als, forms.accusative, forms.zum, forms.plural],
            [
                "als Pflegefachperson",
                "eine Pflegefachperson",
                "zur Pflegefachperson",
                "Pflegefachpersonen"
            ]
        );
    }
}
