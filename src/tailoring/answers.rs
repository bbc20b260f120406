//! What the person answered: one value per name, whichever block asks.

use std::collections::BTreeMap;

use crate::corpus::clean::clean;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(BTreeMap<String, String>);

impl Answers {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// An empty answer is none.
    pub fn set(&mut self, name: &str, value: &str) {
        let value = clean(value).trim().to_owned();
        if value.is_empty() {
            self.0.remove(name);
        } else {
            self.0.insert(name.to_owned(), value);
        }
    }
}
