//! German grammar of titles, companies, places, figures and salutations.
//!
//! Both gender forms of a title are given, never derived; the declension class of the masculine
//! form is declared, and the parts of a title that do not inflect are those both forms share.
//! What cannot be known is avoided: a company without a telling name stands without its article.

mod company;
mod declension;
mod figures;
mod inclusive;
mod place;
mod salutation;
mod title;

pub use company::{
    Gender, at_company, company_gender, company_with_article, for_company, from_company,
};
pub use declension::guess_class;
pub use figures::{amount, date, duration, entries, list, month_and_year, parse_date, sort_key};
pub use inclusive::{Sign, short_form, short_plural};
pub use place::in_place;
pub use salutation::{Address, salutation};
pub use title::{Case, Form, Inflected, Strength, inflect};
