//! Where things are kept: the platform's folders, or the checkout's own `index/`.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// Folders of one run. Nothing is created here.
#[derive(Debug, Clone)]
pub struct Paths {
    /// `config.toml` and `resume.json`.
    pub config: PathBuf,
    /// The user's own `profiles/` and `snippets/`.
    pub data: PathBuf,
    /// The search index.
    pub index: PathBuf,
    /// The last copy, when it went to a file.
    pub state: PathBuf,
}

impl Paths {
    /// The platform's folders; `None` when there is no home.
    ///
    /// `executable` decides about the index: a program that was built in a checkout uses the
    /// `index` folder there.
    pub fn find(executable: Option<&Path>) -> Option<Self> {
        let folders = ProjectDirs::from("", "", "werdegang")?;
        let index = executable
            .and_then(checkout)
            .map_or_else(|| folders.cache_dir().join("index"), |root| root.join("index"));
        Some(Self {
            config: folders.config_dir().to_owned(),
            data: folders.data_dir().to_owned(),
            index,
            state: folders.state_dir().unwrap_or(folders.data_local_dir()).to_owned(),
        })
    }

    /// Words the person has added to the dictionary, one on each line.
    pub fn words(&self) -> PathBuf {
        self.config.join("words.txt")
    }

    pub fn config_file(&self) -> PathBuf {
        self.config.join("config.toml")
    }

    pub fn applicant(&self) -> PathBuf {
        self.config.join("resume.json")
    }

    pub fn profiles(&self) -> PathBuf {
        self.data.join("profiles")
    }

    /// Imported corpora.
    pub fn corpora(&self) -> PathBuf {
        self.data.join("corpora")
    }

    pub fn snippets(&self) -> PathBuf {
        self.data.join("snippets")
    }

    /// Applications, letters, copies, remembered answers.
    pub fn store(&self) -> PathBuf {
        self.data.join("data.db")
    }

    /// Exported letters and lists.
    pub fn exports(&self) -> PathBuf {
        self.data.join("texte")
    }

    pub fn last_copy(&self) -> PathBuf {
        self.state.join("last-copy.txt")
    }
}

/// The checkout a program was built in: `<root>/target/<profile>/werdegang`.
fn checkout(executable: &Path) -> Option<&Path> {
    let root = executable
        .ancestors()
        .find(|folder| folder.file_name().is_some_and(|name| name == "target"))?
        .parent()?;
    let ours = root.join("data/profile.schema.json").is_file() && root.join("index").is_dir();
    ours.then_some(root)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkout_is_known_by_its_schema_and_index() {
        let root = tempfile::tempdir().unwrap();
        let program = root.path().join("target/release/werdegang");
        assert_eq!(checkout(&program), None);
        std::fs::create_dir_all(root.path().join("data")).unwrap();
        std::fs::create_dir_all(root.path().join("index")).unwrap();
        std::fs::write(root.path().join("data/profile.schema.json"), "{}").unwrap();
        assert_eq!(checkout(&program), Some(root.path()));
        assert_eq!(checkout(Path::new("/usr/bin/werdegang")), None);
    }
}
