//! The schema that editors use accepts every shipped profile and knows the same fields as the
//! program.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::folder;

/// Complaints of the part of JSON Schema that ours uses.
fn violations(schema: &Value, root: &Value, value: &Value, place: &str, found: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let definition = &root["$defs"][name.rsplit('/').next().unwrap()];
        return violations(definition, root, value, place, found);
    }
    let fits = match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_u64(),
        Some("boolean") => value.is_boolean(),
        Some(other) => panic!("the schema uses a type this test does not know: {other}"),
        None => true,
    };
    if !fits {
        found.push(format!("{place}: not {}", schema["type"]));
    }
    if let Some(choices) = schema["enum"].as_array()
        && !choices.contains(value)
    {
        found.push(format!("{place}: {value} is none of {choices:?}"));
    }
    if !schema["const"].is_null() && schema["const"] != *value {
        found.push(format!("{place}: not {}", schema["const"]));
    }
    if let (Some(limit), Some(text)) = (schema["maxLength"].as_u64(), value.as_str())
        && text.chars().count() as u64 > limit
    {
        found.push(format!("{place}: longer than {limit}"));
    }
    if let Some(object) = value.as_object() {
        for required in schema["required"].as_array().into_iter().flatten() {
            if !object.contains_key(required.as_str().unwrap()) {
                found.push(format!("{place}: {required} is missing"));
            }
        }
        for (key, child) in object {
            let property = &schema["properties"][key];
            if property.is_null() {
                found.push(format!("{place}: {key} is unknown to the schema"));
            } else {
                violations(property, root, child, &format!("{place}.{key}"), found);
            }
        }
    }
    for (at, item) in value.as_array().into_iter().flatten().enumerate() {
        violations(&schema["items"], root, item, &format!("{place}[{at}]"), found);
    }
}

fn profiles(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { profiles(&path, found) } else { found.push(path) }
    }
}

#[test]
fn every_shipped_profile_fits_the_schema() {
    let schema: Value =
        serde_json::from_str(&fs::read_to_string(folder("data/profile.schema.json")).unwrap())
            .unwrap();
    let mut files = Vec::new();
    profiles(&folder("data/profiles"), &mut files);
    assert!(files.len() >= 20, "only {} files", files.len());
    for file in files {
        let value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let mut found = Vec::new();
        violations(&schema, &schema, &value, "", &mut found);
        assert!(found.is_empty(), "{}: {found:#?}", file.display());
    }
}
