//! Other people's collections: what becomes of them, what is refused, and that nothing is ever
//! half imported.

mod refused;
mod sources;
mod transaction;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::Value;
use zip::write::SimpleFileOptions;

use crate::helpers::installed::{Installed, stderr, stdout};

/// A tiny ESCO: three occupations, two groups, three skills.
const OCCUPATIONS: &str = "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,regulatedProfessionNote,description\n\
Occupation,http://data.europa.eu/esco/occupation/AAAA-1,7315,Glasbläser/Glasbläserin,\"Glasmacherin\nGlasmacher\nGlasbläser\",Glaskünstler/in,released,http://data.europa.eu/esco/regulated-professions/unregulated,\"Glasbläser formen Glas am Ofen. Sie blasen es zu Kugeln, Röhren und Vasen.\nIm zweiten Absatz steht mehr.\"\n\
Occupation,http://data.europa.eu/esco/occupation/bbbb-2,0110,Fachkraft für Öfen/Herde,,,released,http://data.europa.eu/esco/regulated-professions/regulated,Hütet das Feuer.\n\
Occupation,http://data.europa.eu/esco/occupation/cccc-3,7315,Maler und Lackierer/Malerin und Lackiererin,Anstreicher,,released,,\"Streicht.\"\n";
const GROUPS: &str = "conceptType,conceptUri,code,preferredLabel\n\
G,u,73,Präzisionshandwerker\nG,u,7315,Glasmacher\nG,u,01,Offiziere\nG,u,0110,Offiziere in Streitkräften\n";
const SKILLS: &str = "conceptType,conceptUri,preferredLabel\n\
S,s/1,Glas blasen\nS,s/2,Öfen heizen\nS,s/3,Englisch\n";
const RELATIONS: &str = "occupationUri,relationType,skillType,skillUri\n\
http://data.europa.eu/esco/occupation/AAAA-1,essential,,s/1\n\
http://data.europa.eu/esco/occupation/AAAA-1,optional,knowledge,s/3\n\
http://data.europa.eu/esco/occupation/AAAA-1,essential,,s/2\n";

const ESCO: &[(&str, &str)] = &[
    ("occupations_de.csv", OCCUPATIONS),
    ("ISCOGroups_de.csv", GROUPS),
    ("skills_de.csv", SKILLS),
    ("occupationSkillRelations_de.csv", RELATIONS),
];

fn folder(installed: &Installed, name: &str, files: &[(&str, &str)]) -> PathBuf {
    for (file, text) in files {
        installed.write(&format!("{name}/{file}"), text);
    }
    installed.home().join(name)
}

fn zipped(installed: &Installed, name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let path = installed.home().join(name);
    let mut zip = zip::ZipWriter::new(fs::File::create(&path).unwrap());
    for (file, bytes) in files {
        zip.start_file(*file, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
    path
}

/// Runs an import: exit code, what it printed, what it complained about.
fn import(installed: &Installed, kind: &str, path: &Path, more: &[&str]) -> (i32, String, String) {
    let mut arguments = vec!["import", kind, path.to_str().unwrap()];
    arguments.extend_from_slice(more);
    let output = installed.run(&arguments);
    (output.status.code().unwrap(), stdout(&output), stderr(&output))
}

fn profile(installed: &Installed, id: &str) -> Value {
    let output = installed.run(&["show", id, "--json"]);
    serde_json::from_str(&stdout(&output)).unwrap_or_else(|_| panic!("{id}: {}", stderr(&output)))
}

fn corpora(installed: &Installed) -> Vec<(String, u64)> {
    let list: Value =
        serde_json::from_str(&stdout(&installed.run(&["corpus", "list", "--json"]))).unwrap();
    let entry =
        |m: &Value| (m["name"].as_str().unwrap().to_owned(), m["profiles"].as_u64().unwrap());
    list.as_array().unwrap().iter().map(entry).collect()
}
