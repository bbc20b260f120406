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
    /// `den Koch`
    pub definite_accusative: String,
    /// `dem Koch`
    pub definite_dative: String,
    /// `des Kochs`
    pub definite_genitive: String,
    /// `zum Koch`
    pub zum: String,
    /// `beim Koch`
    pub beim: String,
    /// `vom Koch`
    pub vom: String,
    /// `er`
    pub pronoun: String,
    /// `sein`, before a masculine or neuter noun
    pub possessive: String,
    /// `der`, as in "der Koch, der …"
    pub relative: String,
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
            definite_accusative: article("den", "die", weak(Case::Accusative)),
            definite_dative: article("dem", "der", weak(Case::Dative)),
            definite_genitive: article("des", "der", weak(Case::Genitive)),
            zum: article("zum", "zur", weak(Case::Dative)),
            beim: article("beim", "bei der", weak(Case::Dative)),
            vom: article("vom", "von der", weak(Case::Dative)),
            pronoun: if feminine { "sie" } else { "er" }.to_owned(),
            possessive: if feminine { "ihr" } else { "sein" }.to_owned(),
            relative: if feminine { "die" } else { "der" }.to_owned(),
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
            (Role::Noun(class), Gender::Masculine) => {
                masculine_plural(text, &word.feminine, class, case, strength)
            }
            // Chefin is a German word although Chef takes -s.
            (Role::Noun(Inflection::English), Gender::Feminine)
                if word.masculine != word.feminine =>
            {
                feminine_plural(text, Inflection::PluralE, case, strength)
            }
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
mod tests;
