//! What the lock file may contain: no network, and no version with a known advisory.

use std::collections::BTreeMap;
use std::fs;

fn locked() -> BTreeMap<String, Vec<(u64, u64, u64)>> {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.lock")).unwrap();
    let mut found: BTreeMap<String, Vec<_>> = BTreeMap::new();
    let mut name = String::new();
    for line in text.lines() {
        let value = |key: &str| {
            line.strip_prefix(key)
                .and_then(|rest| rest.strip_prefix(" = \""))
                .map(|v| v.trim_end_matches('"'))
        };
        if let Some(found_name) = value("name") {
            name = found_name.to_owned();
        } else if let Some(version) = value("version") {
            let mut parts =
                version.split(['.', '-', '+']).map(|part| part.parse::<u64>().unwrap_or_default());
            let version =
                (parts.next().unwrap(), parts.next().unwrap_or(0), parts.next().unwrap_or(0));
            found.entry(name.clone()).or_default().push(version);
        }
    }
    found
}

#[test]
fn nothing_in_the_tree_opens_a_connection() {
    let locked = locked();
    assert!(locked.len() > 100, "the lock file was not read");
    for name in ["reqwest", "hyper", "ureq", "openssl-sys", "openssl", "tokio", "curl", "rustls"] {
        assert!(!locked.contains_key(name), "{name} is in Cargo.lock");
    }
}

/// Affected versions that no foreign byte can reach: `quick-xml` under typst's bibliography reads
/// only the citation styles typst carries itself, and our templates cite nothing.
const NEVER_REACHED: &[(&str, (u64, u64, u64))] = &[("quick-xml", (0, 38, 4))];

/// Crates with advisories, and the first version without.
#[test]
fn known_advisories_are_below_the_floor() {
    let locked = locked();
    for (name, floor, advisory) in [
        ("lru", (0, 18, 2), "RUSTSEC-2026-0253"),
        ("quick-xml", (0, 41, 0), "RUSTSEC-2026-0194, -0195"),
        ("crossbeam-epoch", (0, 9, 20), "RUSTSEC-2026-0204"),
        ("tracing-subscriber", (0, 3, 20), "RUSTSEC-2025-0055"),
        ("zip", (2, 3, 0), "GHSA-94vh-gphv-8pm8"),
    ] {
        for version in locked.get(name).into_iter().flatten() {
            if NEVER_REACHED.contains(&(name, *version)) {
                continue;
            }
            assert!(*version >= floor, "{name} {version:?} is affected by {advisory}");
        }
    }
}
