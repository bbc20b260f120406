//! Titles of every class, form by form.

use super::*;
use crate::tailoring::grammar::guess_class;

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
        assert_eq!([forms.als, forms.dative, forms.zum, forms.plural], [als, dative, zum, plural]);
    }
}

#[test]
fn strong_mixed_and_weak_endings() {
    let forms =
        inflect(&title("Medizinischer Schreiber", "Medizinische Schreiberin"), Form::Masculine);
    assert_eq!(
        [forms.als, forms.nominative, forms.definite, forms.plural_definite, forms.plural_genitive],
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

#[test]
fn the_class_is_guessed_from_the_pair() {
    use Inflection::{
        Adjectival, Beamter, English, Er, FeminineForAll, Mann, NDeclension, PluralE, UmlautE,
    };
    for (masculine, feminine, class, genitive, plural) in [
        ("Küchenchef", "Küchenchefin", English, "eines Küchenchefs", "Küchenchefs"),
        ("Steward", "Stewardess", English, "eines Stewards", "Stewards"),
        ("Coach", "Coachin", English, "eines Coachs", "Coaches"),
        ("Hotelier", "Hoteliere", English, "eines Hoteliers", "Hoteliers"),
        ("Polier", "Polierin", PluralE, "eines Poliers", "Poliere"),
        ("Lackierer", "Lackiererin", Er, "eines Lackierers", "Lackierer"),
        ("Zimmerer", "Zimmerin", Er, "eines Zimmerers", "Zimmerer"),
        ("Biobauer", "Biobäuerin", NDeclension, "eines Biobauern", "Biobauern"),
        ("Gerüstbauer", "Gerüstbauerin", Er, "eines Gerüstbauers", "Gerüstbauer"),
        ("Bischof", "Bischöfin", UmlautE, "eines Bischofs", "Bischöfe"),
        ("Studienrat", "Studienrätin", UmlautE, "eines Studienrats", "Studienräte"),
        ("Hauswart", "Hauswartin", PluralE, "eines Hauswarts", "Hauswarte"),
        ("Doktorand", "Doktorandin", NDeclension, "eines Doktoranden", "Doktoranden"),
        ("Mönch", "Nonne", PluralE, "eines Mönchs", "Mönche"),
        ("Kameramann", "Kamerafrau", Mann, "eines Kameramanns", "Kameraleute"),
        ("Vorsitzender", "Vorsitzende", Adjectival, "eines Vorsitzenden", "Vorsitzende"),
        ("Justizbeamter", "Justizbeamtin", Beamter, "eines Justizbeamten", "Justizbeamte"),
        ("Kitaleitung", "Kitaleitung", FeminineForAll, "einer Kitaleitung", "Kitaleitungen"),
    ] {
        let title = title(masculine, feminine);
        assert_eq!(title.class, class, "{masculine}");
        let forms = inflect(&title, Form::Masculine);
        assert_eq!((forms.genitive.as_str(), forms.plural.as_str()), (genitive, plural));
    }
    let chef = title("Chef", "Chefin");
    assert_eq!(inflect(&chef, Form::Feminine).plural, "Chefinnen");
}
