//! Grammar against a table of real titles, sample résumés, and every shipped block filled for
//! everyone.

mod blocks;
mod resumes;
mod title_forms;

use std::path::PathBuf;

/// Other people's data beside the checkout, or `None` with a word about it.
fn shared(path: &str) -> Option<PathBuf> {
    let root = std::env::var_os("WERDEGANG_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let file = root.join(path);
    if !file.exists() {
        println!("skipped: no ../shared");
        return None;
    }
    Some(file)
}
