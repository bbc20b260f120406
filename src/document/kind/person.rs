//! What documents need to know about the person they are from.

use crate::document::Obstacle;
use crate::document::content::Sender;
use crate::document::style::Style;
use crate::tailoring::Applicant;

/// The name, without which nothing can be signed.
pub(super) fn name(applicant: &Applicant, document: &str) -> Result<String, Vec<Obstacle>> {
    applicant.name.clone().ok_or_else(|| {
        let de = format!(
            "der Name fehlt; ohne ihn wird kein {document} daraus. werdegang applicant edit trägt ihn ein"
        );
        let en = "the name is missing; nothing can be made without it. werdegang applicant edit puts it in";
        vec![Obstacle::new(("basics.name", "basics.name"), (de, en))]
    })
}

pub(super) fn sender(applicant: &Applicant, name: &str) -> Sender {
    Sender {
        name: name.to_owned(),
        street: applicant.street.clone().unwrap_or_default(),
        town: town(applicant),
        phone: applicant.phone.clone().unwrap_or_default(),
        email: applicant.email.clone().unwrap_or_default(),
        website: website(applicant),
    }
}

/// `Am Graben 7, 04109 Leipzig`, telephone, e-mail, website: what there is.
pub(super) fn contact(applicant: &Applicant) -> Vec<String> {
    let place = [applicant.street.clone().unwrap_or_default(), town(applicant)];
    let place = present(&place).join(", ");
    let lines = [
        place,
        applicant.phone.clone().unwrap_or_default(),
        applicant.email.clone().unwrap_or_default(),
        website(applicant),
    ];
    present(&lines)
}

/// `Leipzig, 24. November 2026`
pub(super) fn place_and_date(applicant: &Applicant, style: &Style) -> String {
    present(&[applicant.city.clone().unwrap_or_default(), style.date_in_words()]).join(", ")
}

/// The texts that say something.
pub(super) fn present(texts: &[String]) -> Vec<String> {
    texts.iter().filter(|text| !text.is_empty()).cloned().collect()
}

pub(in crate::document) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn town(applicant: &Applicant) -> String {
    let town =
        [&applicant.postal_code, &applicant.city].map(|part| part.clone().unwrap_or_default());
    present(&town).join(" ")
}

/// On paper nobody needs the protocol.
fn website(applicant: &Applicant) -> String {
    let url = applicant.website.as_deref().unwrap_or_default();
    let bare = url.trim_start_matches("https://").trim_start_matches("http://");
    bare.trim_end_matches('/').to_owned()
}
