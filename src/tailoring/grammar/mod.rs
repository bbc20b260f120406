//! German grammar of titles, salutations and company names.
//!
//! Both gender forms of a title are given, never derived; the declension class of the masculine
//! form is declared, and the parts of a title that do not inflect are those both forms share.

mod company;
mod declension;
mod salutation;
mod title;

pub use company::at_company;
pub use declension::guess_class;
pub use salutation::{Address, salutation};
pub use title::{Case, Form, Inflected, Strength, inflect};
