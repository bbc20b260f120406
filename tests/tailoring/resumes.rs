//! The JSON Resume project's own samples load, or are refused with a sentence.

use std::fs;

use werdegang::tailoring::applicant;

use super::shared;

#[test]
fn sample_files_load_or_are_refused_with_place_and_remedy() {
    let Some(folder) = shared("data/resumes") else { return };
    let (mut loaded, mut named) = (0, 0);
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        match applicant::parse(&file, &fs::read_to_string(&path).unwrap()) {
            Ok(applicant) => {
                loaded += 1;
                named += usize::from(applicant.name.is_some());
            }
            Err(problems) => {
                for problem in problems {
                    assert!(
                        problem.message.contains("erwartet") || problem.line.is_some(),
                        "{problem}"
                    );
                }
            }
        }
    }
    println!("{loaded} of 17 sample files load, {named} of them with a name");
    assert!(loaded >= 15 && named >= 2, "{loaded} loaded, {named} named");
}
