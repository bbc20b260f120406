//! Without the feature `documents` nothing can look into pictures and pages.

/// Why not, in German and English.
type Refusal = (String, String);

fn built_without() -> Refusal {
    (
        "geht nicht, dieses Programm ist ohne PDF gebaut".to_owned(),
        "cannot be done, this program is built without PDF".to_owned(),
    )
}

pub(super) fn check(_: &[u8]) -> Result<(), Refusal> {
    Err(built_without())
}

pub(super) fn page_count(_: &[u8]) -> Result<usize, Refusal> {
    Err(built_without())
}
