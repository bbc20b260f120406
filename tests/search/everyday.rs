//! Everyday queries, judged by hand: who must be among the first three or five of the shipped
//! professions. Colloquial words, English names, typos, questions, feminine forms, half words.

use std::sync::LazyLock;

use werdegang::corpus::load;
use werdegang::search::{Engine, SearchDocument};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let corpus = load::embedded().corpus;
    let documents: Vec<SearchDocument> =
        corpus.own_profiles().map(SearchDocument::from_profile).collect();
    Engine::in_memory(&documents).expect("an index in memory")
});

/// How many hits are looked at, the query, who must be among them.
type Judged = (usize, &'static str, &'static [&'static str]);

#[rustfmt::skip]
const JUDGED: &[Judged] = &[
    // Titles as people say them, in either gender and in short forms.
    (3, "Krankenschwester", &["pflegefachmann"]),
    (3, "krankenpfleger", &["pflegefachmann"]),
    (3, "Krankenpflegerin", &["pflegefachmann"]),
    (3, "Altenpflegerin", &["pflegefachmann"]),
    (3, "Pflegefachperson", &["pflegefachmann"]),
    (3, "pflegekraft", &["pflegefachmann"]),
    (3, "Pflege", &["pflegefachmann"]),
    (3, "Krankenhaus", &["pflegefachmann"]),
    (3, "Kindergärtnerin", &["erzieher"]),
    (3, "kindergartnerin", &["erzieher"]),
    (3, "Erzieherin", &["erzieher"]),
    (3, "erzieher/in", &["erzieher"]),
    (3, "Kita", &["erzieher"]),
    (3, "Kindergarten", &["erzieher"]),
    (3, "Hort", &["erzieher"]),
    (3, "mit Kindern arbeiten", &["erzieher"]),
    (3, "was mit Kindern", &["erzieher"]),
    (3, "Automechaniker", &["kraftfahrzeugmechatroniker"]),
    (3, "Automechanikerin", &["kraftfahrzeugmechatroniker"]),
    (3, "KFZ Mechatroniker", &["kraftfahrzeugmechatroniker"]),
    (3, "kfz-mechaniker", &["kraftfahrzeugmechatroniker"]),
    (3, "Autoschlosser", &["kraftfahrzeugmechatroniker"]),
    (3, "Autos reparieren", &["kraftfahrzeugmechatroniker"]),
    (3, "an Autos schrauben", &["kraftfahrzeugmechatroniker"]),
    (3, "car mechanic", &["kraftfahrzeugmechatroniker"]),
    (3, "Mechatronikerin", &["kraftfahrzeugmechatroniker"]),
    (3, "Verkäuferin", &["kaufmann-im-einzelhandel"]),
    (3, "Kauffrau Einzelhandel", &["kaufmann-im-einzelhandel"]),
    (3, "Einzelhandelskaufmann", &["kaufmann-im-einzelhandel"]),
    (3, "Einzelhandelskauffrau", &["kaufmann-im-einzelhandel"]),
    (3, "kaufman im einzelhandel", &["kaufmann-im-einzelhandel"]),
    (3, "im Laden arbeiten", &["kaufmann-im-einzelhandel"]),
    (5, "Kasse", &["kaufmann-im-einzelhandel"]),
    (5, "Supermarkt", &["kaufmann-im-einzelhandel"]),
    (3, "Industriekauffrau", &["industriekaufmann"]),
    (3, "Industriekaufleute", &["industriekaufmann"]),
    (3, "industrial clerk", &["industriekaufmann"]),
    (3, "Elektriker", &["elektroniker-fuer-energie-und-gebaeudetechnik"]),
    (3, "Elektrikerin", &["elektroniker-fuer-energie-und-gebaeudetechnik"]),
    (3, "Elektroinstallateur", &["elektroniker-fuer-energie-und-gebaeudetechnik"]),
    (3, "electrician", &["elektroniker-fuer-energie-und-gebaeudetechnik"]),
    (3, "Elektroniker Gebäudetechnik", &["elektroniker-fuer-energie-und-gebaeudetechnik"]),
    (5, "Leitungen verlegen", &["elektroniker-fuer-energie-und-gebaeudetechnik"]),
    (5, "Wallbox", &["elektroniker-fuer-energie-und-gebaeudetechnik"]),
    (3, "Köchin", &["koch"]),
    (3, "koechin", &["koch"]),
    (3, "kochen", &["koch"]),
    (3, "chef de partie", &["koch"]),
    (3, "Küchenchefin", &["koch"]),
    (5, "in der Küche", &["koch"]),
    (3, "Restaurant", &["koch"]),
    (3, "Steuerberaterin", &["steuerberater"]),
    (3, "tax advisor", &["steuerberater"]),
    (3, "Steuern", &["steuerberater"]),
    (3, "steuerbrater", &["steuerberater"]),
    // IT as it is advertised.
    (3, "backend", &["backend-developer"]),
    (3, "backend entwikler", &["backend-developer"]),
    (3, "Backend Entwicklerin", &["backend-developer"]),
    (3, "backendentwickler", &["backend-developer"]),
    (3, "Backend Engineer", &["backend-developer"]),
    (3, "API Entwickler", &["backend-developer"]),
    (3, "server entwickler", &["backend-developer"]),
    (3, "frontend", &["frontend-entwickler"]),
    (3, "Frontend Developer", &["frontend-entwickler"]),
    (3, "Front-End-Entwicklerin", &["frontend-entwickler"]),
    (3, "frontent entwickler", &["frontend-entwickler"]),
    (5, "React", &["frontend-entwickler"]),
    (5, "CSS", &["frontend-entwickler"]),
    (3, "Fullstack", &["fullstack-entwickler"]),
    (3, "full stack developer", &["fullstack-entwickler"]),
    (3, "Softwareentwicklerin", &["softwareentwickler"]),
    (3, "software developer", &["softwareentwickler"]),
    (3, "Programmierer", &["softwareentwickler"]),
    (3, "Programmiererin", &["softwareentwickler"]),
    (5, "programmieren", &["softwareentwickler"]),
    (3, "Softwareentwikler", &["softwareentwickler"]),
    (3, "sofware entwickler", &["softwareentwickler"]),
    (3, "DevOps", &["devops-ingenieur"]),
    (3, "devops engineer", &["devops-ingenieur"]),
    (3, "DevOps-Ingenieurin", &["devops-ingenieur"]),
    (5, "Kubernetes", &["devops-ingenieur"]),
    (5, "Terraform", &["devops-ingenieur"]),
    (3, "Software Tester", &["softwaretester"]),
    (3, "Testerin", &["softwaretester"]),
    (3, "QA Engineer", &["softwaretester"]),
    (3, "Fehler finden", &["softwaretester"]),
    (3, "Data Scientist", &["data-scientist"]),
    (3, "data sientist", &["data-scientist"]),
    (3, "Datenwissenschaftlerin", &["data-scientist"]),
    (5, "machine learning", &["data-scientist"]),
    (3, "Data Engineer", &["dateningenieur"]),
    (3, "data engineer", &["dateningenieur"]),
    (3, "Dateningenieurin", &["dateningenieur"]),
    (5, "ETL", &["dateningenieur"]),
    (3, "Data Analyst", &["datenanalyst"]),
    (3, "Datenanalystin", &["datenanalyst"]),
    (3, "Daten Analyst", &["datenanalyst"]),
    (5, "Auswertungen", &["datenanalyst"]),
    (5, "Power BI", &["business-intelligence-berater"]),
    (3, "Sysadmin", &["it-systemadministrator"]),
    (3, "Systemadministratorin", &["it-systemadministrator"]),
    (3, "system administrator", &["it-systemadministrator"]),
    (3, "IT Administrator", &["it-systemadministrator"]),
    (3, "Netzwerkadministratorin", &["netzwerkadministrator"]),
    (3, "network administrator", &["netzwerkadministrator"]),
    (3, "Netzwerk", &["netzwerkadministrator"]),
    (5, "Cisco", &["netzwerkadministrator"]),
    (5, "Firewall", &["netzwerkadministrator"]),
    (3, "Fachinformatiker", &["fachinformatiker-fuer-anwendungsentwicklung", "fachinformatiker-fuer-systemintegration"]),
    (5, "Fachinformatikerin", &["fachinformatiker-fuer-anwendungsentwicklung", "fachinformatiker-fuer-systemintegration"]),
    (3, "FIAE", &["fachinformatiker-fuer-anwendungsentwicklung"]),
    (3, "FISI", &["fachinformatiker-fuer-systemintegration"]),
    (3, "Fachinformatiker Anwendungsentwicklung", &["fachinformatiker-fuer-anwendungsentwicklung"]),
    (3, "fachinformatiker systemintegration", &["fachinformatiker-fuer-systemintegration"]),
    (3, "Anwendungsentwickler", &["fachinformatiker-fuer-anwendungsentwicklung"]),
    (3, "Systemintegration", &["fachinformatiker-fuer-systemintegration"]),
    (3, "IT Projektleiter", &["it-projektleiter"]),
    (3, "IT-Projektleiterin", &["it-projektleiter"]),
    (3, "IT Project Manager", &["it-projektleiter"]),
    (3, "Projektleitung", &["it-projektleiter"]),
    (3, "Product Owner", &["product-owner"]),
    (3, "Produktverantwortliche", &["product-owner"]),
    (5, "Scrum", &["product-owner"]),
    (3, "Backlog", &["product-owner"]),
    (3, "Cyber Security", &["cyber-security-berater"]),
    (3, "cybersecurity", &["cyber-security-berater"]),
    (3, "IT-Sicherheit", &["cyber-security-berater"]),
    (5, "Hacker", &["cyber-security-berater"]),
    (5, "Penetrationstest", &["cyber-security-berater"]),
    // Half words, while they are being typed.
    (3, "koc", &["koch"]),
    (3, "steuerb", &["steuerberater"]),
    (5, "pflegef", &["pflegefachmann"]),
    (3, "kraftf", &["kraftfahrzeugmechatroniker"]),
    (3, "erzieh", &["erzieher"]),
    (3, "industriek", &["industriekaufmann"]),
    (3, "kaufmann im ei", &["kaufmann-im-einzelhandel"]),
    (3, "softwaret", &["softwaretester"]),
    (3, "datena", &["datenanalyst"]),
    (3, "data s", &["data-scientist"]),
    (3, "netzwerka", &["netzwerkadministrator"]),
    (3, "devo", &["devops-ingenieur"]),
    // Typos of every kind.
    (3, "Erziherin", &["erzieher"]),
    (3, "Pfelgefachfrau", &["pflegefachmann"]),
    (3, "Pflegefachfau", &["pflegefachmann"]),
    (3, "Mechatronicker", &["kraftfahrzeugmechatroniker"]),
    (3, "Kraftfahrzeugmechatronikker", &["kraftfahrzeugmechatroniker"]),
    (3, "Elektroniker für Energi", &["elektroniker-fuer-energie-und-gebaeudetechnik"]),
    (3, "Industriekaufmman", &["industriekaufmann"]),
    (3, "Datenanalist", &["datenanalyst"]),
    (3, "Netzwerkadminstrator", &["netzwerkadministrator"]),
    (3, "Systemadminstrator", &["it-systemadministrator"]),
    (3, "Softwaretseter", &["softwaretester"]),
    (3, "Frontendentwickler", &["frontend-entwickler"]),
    (3, "Ful Stack", &["fullstack-entwickler"]),
    // Questions and wishes.
    (5, "mit kranken Menschen", &["pflegefachmann"]),
    (5, "mit alten Menschen", &["pflegefachmann"]),
    (5, "gut mit Zahlen", &["buchhalter"]),
    (5, "zugang:quereinstieg erzieher", &["erzieher"]),
    (5, "feld:software gehalt>4000", &["backend-developer"]),
    (5, "kldb:29302", &["koch"]),
    (5, "Programmieren lernen", &["fachinformatiker-fuer-anwendungsentwicklung"]),
];

#[test]
fn everybody_finds_what_they_mean() {
    assert!(JUDGED.len() >= 150, "{}", JUDGED.len());
    let mut wrong = Vec::new();
    for (first, query, expected) in JUDGED {
        let hits = ENGINE.search(query, *first).hits;
        let found: Vec<&str> = hits.iter().map(|hit| hit.id.as_str()).collect();
        if !expected.iter().all(|id| found.contains(id)) {
            wrong.push(format!("{query}: {expected:?} not among {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), JUDGED.len(), wrong.join("\n"));
}

/// A name that two professions carry offers both of them first.
#[test]
fn every_alias_finds_its_profession_first_or_second() {
    let corpus = load::embedded().corpus;
    let mut wrong = Vec::new();
    let mut asked = 0;
    for profile in corpus.own_profiles() {
        let title = &profile.title;
        for name in [&title.masculine, &title.feminine].into_iter().chain(&profile.aliases) {
            asked += 1;
            let hits = ENGINE.search(name, 2).hits;
            if !hits.iter().any(|hit| hit.id == profile.id) {
                let found: Vec<&str> = hits.iter().map(|hit| hit.id.as_str()).collect();
                wrong.push(format!("{name}: {} not among {found:?}", profile.id));
            }
        }
    }
    assert!(asked > 1_000, "only {asked} names");
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong.join("\n"));
}
