//! Regular expressions by name, compiled when they are first asked.

use regex::Regex;

/// A pattern that is a constant; one that does not compile matches nothing, and a test would see it.
macro_rules! pattern {
    ($visible:vis $name:ident, $pattern:expr) => {
        $visible static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new($pattern).ok());
    };
}
pub(super) use pattern;

/// What a group of the pattern matches first in a text.
pub(super) fn first<'t>(pattern: &Option<Regex>, text: &'t str, group: usize) -> Option<&'t str> {
    pattern.as_ref()?.captures(text)?.get(group).map(|found| found.as_str().trim())
}

/// A line without its list sign.
pub(super) fn bare(line: &str) -> &str {
    line.strip_prefix("• ").unwrap_or(line)
}
