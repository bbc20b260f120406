//! The parts of a profile that a person has to write, marked with their measure.

use crate::corpus::check::unwritten;
use crate::corpus::profile::{
    Application, Career, Profile, Rung, Skills, Snippet, Tasks, Tip, Workplaces,
};

/// Marks what is left to write, with its measure.
pub(super) fn mark(profile: &mut Profile) {
    let todo = |what: &str| unwritten(what);
    let one = |what: &str| vec![unwritten(what)];
    profile.tags = one("3 bis 6 Stichwörter");
    profile.summary = todo("ein Satz, höchstens 140 Zeichen");
    profile.overview = one("zwei oder drei Absätze, 90 bis 200 Wörter, beide Formen des Titels");
    profile.tasks = Tasks { intro: todo("ein Absatz"), items: one("mindestens 8 Aufgaben") };
    profile.workplaces = Workplaces {
        intro: todo("ein Satz"),
        branches: one("mindestens 6 Branchen"),
        conditions: one("mindestens 3 Bedingungen: Schicht, Reisen, draußen, von zu Hause"),
    };
    profile.entry.training.text = one("Ausbildung: welche, wie lange, oder dass es keine gibt");
    profile.entry.study.text = one("Studium: welche Fächer, oder dass es keines braucht");
    profile.entry.career_change.text = one("Quereinstieg: wie, was zuerst lernen");
    profile.skills = Skills {
        professional: one("Kenntnisse, zusammen mindestens 10 kurze Begriffe"),
        tools: one("Werkzeuge"),
        personal: one("mindestens 3 persönliche Stärken"),
        optional: Vec::new(),
    };
    profile.career = Career {
        ladder: vec![Rung {
            name: "Stufe".to_owned(),
            text: todo("mindestens 3 Stufen, je ein Satz"),
        }],
        further_training: one("mindestens 3 Weiterbildungen"),
    };
    profile.pay.drivers = one("mindestens 3 Punkte, die das Gehalt bewegen");
    profile.application = Application {
        search_terms: one("mindestens 5 Suchbegriffe"),
        folder: one("mindestens 3 Teile der Mappe"),
        work_samples: one("mindestens 2 Arbeitsproben"),
        recruiters: one("mindestens 3 Punkte"),
    };
    profile.tips = vec![Tip { question: todo("8 Fragen"), hint: todo("je ein Hinweis") }];
    profile.fits = one("8 Anzeichen, auch unbequeme");
    profile.snippets = vec![Snippet {
        name: "betreff".to_owned(),
        title: "Betreff".to_owned(),
        text: todo("Betreff, Einleitung, Motivation, Erfahrung, Kenntnisse, Schluss, E-Mail"),
        ..Snippet::default()
    }];
}
