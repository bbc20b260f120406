//! Lists what is embedded: every profile under `data/profiles`, every block in `data/snippets`
//! and every file of the thesaurus.
//!
//! A macro could read the folders too, but on stable Rust it would not notice new files.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

fn main() -> std::io::Result<()> {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    embed_profiles(&root, &out.join("profiles.rs"))?;
    embed(&root, "data/snippets", "md", &out.join("snippets.rs"))?;
    embed(&root, "data/words/thesaurus", "txt", &out.join("thesaurus.rs"))
}

/// The profile that stands first in lists without a query.
const FIRST: &str = "backend-developer";

/// Writes a slice of (path, id, text) in the order of the list: by field and title. Sorted here,
/// because the program would have to read every profile to sort them.
fn embed_profiles(root: &Path, target: &Path) -> std::io::Result<()> {
    let mut files = Vec::new();
    collect(&root.join("data/profiles"), "json", &mut files)?;
    let mut profiles = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file)?;
        let profile: serde_json::Value = serde_json::from_str(&text)
            .map_err(|error| std::io::Error::other(format!("{}: {error}", file.display())))?;
        let field = |pointer| profile.pointer(pointer).and_then(|v| v.as_str()).unwrap_or_default();
        let id = field("/id").to_owned();
        let key =
            (id != FIRST, field("/field").to_owned(), field("/title/masculine").to_lowercase());
        profiles.push((key, id, file));
    }
    profiles.sort();
    let mut code = fs::File::create(target)?;
    writeln!(code, "&[")?;
    for (_, id, file) in profiles {
        let name = file.strip_prefix(root).unwrap_or(&file).display().to_string();
        writeln!(
            code,
            "({name:?}, {id:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {:?}))),",
            format!("/{name}")
        )?;
    }
    writeln!(code, "]")
}

/// Writes a Rust expression: a slice of (path below the folder, text).
fn embed(root: &Path, folder: &str, extension: &str, target: &Path) -> std::io::Result<()> {
    let mut files = Vec::new();
    collect(&root.join(folder), extension, &mut files)?;
    files.sort();
    let mut code = fs::File::create(target)?;
    writeln!(code, "&[")?;
    for file in files {
        let name = file.strip_prefix(root).unwrap_or(&file).display().to_string();
        writeln!(
            code,
            "({name:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), {:?}))),",
            format!("/{name}")
        )?;
    }
    writeln!(code, "]")
}

fn collect(folder: &Path, extension: &str, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, extension, files)?;
        } else if path.extension().is_some_and(|found| found == extension)
            && path.file_stem().is_some_and(|stem| stem != "README")
        {
            files.push(path);
        }
    }
    Ok(())
}
