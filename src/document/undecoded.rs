//! Without the feature `documents` nothing can look into pictures and pages.

const BUILT_WITHOUT: &str = "geht nicht, dieses Programm ist ohne PDF gebaut";

pub(super) fn check(_: &[u8]) -> Result<(), String> {
    Err(BUILT_WITHOUT.to_owned())
}

pub(super) fn page_count(_: &[u8]) -> Result<usize, String> {
    Err(BUILT_WITHOUT.to_owned())
}
