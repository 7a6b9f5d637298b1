//! What the decree of 2026 changed against the pack of before it, row by row, and that nothing else moved.

use super::{ID_2026, ID_2027, PACKS, json_of};
use paraf::domain::stage::{Position, Stage};
use paraf::rules::pack::Pack;
use serde_json::Value;

/// A place in the pack, and what stands there: in a text the words are part of it; a list of ids holds each.
/// `KEY[NAME]` is the entry of a list whose stage, name or id is that.
const ROWS: [(u32, &str, &[&str]); 52] = [
    (
        1,
        "basis.id",
        &["271/O/2025", "22 Desember 2025", "PermenPANRB 6/2022", "PermenPANRB 1/2023", "ringkasan"],
    ),
    (1, "basis.en", &["271/O/2025", "22 December 2025", "summaries", "not seen"]),
    (2, "stages[observation].until", &["2026-11-30"]),
    (2, "stages[observation].from", &["2026-02-01"]),
    (3, "stages[preparation].until", &["2026-11-30"]),
    (3, "stages[discussion].from", &["2026-02-01"]),
    (3, "stages[discussion].until", &["2026-11-30"]),
    (3, "stages[effort].from", &["2026-02-01"]),
    (3, "stages[effort].until", &["2026-11-30"]),
    (3, "stages[reflection].from", &["2026-02-01"]),
    (3, "stages[reflection].until", &["2026-11-30"]),
    (3, "stages[reflection].source", &["from, until: R5; R6; S7"]),
    (4, "stages[planning].source", &["not followed: R5"]),
    (5, "stages[planning].document.8.hint.id", &["Satu sumber", "otomatis", "dialog"]),
    (
        6,
        "stages[planning].document.0.hint.id",
        &["31 Desember", "jabatan", "nama atasan", "Tim Kinerja", "sekali"],
    ),
    (7, "stages[planning].reply.0.hint.id", &["22 sampai 31 Januari", "hari terakhir"]),
    (7, "stages[planning].answer_from", &["2026-01-22"]),
    (7, "stages[planning].until", &["2026-01-31"]),
    (8, "stages[planning].document.1.for", &["teacher"]),
    (8, "stages[planning].document.1.title.id", &["Pelaksanaan tugas pokok"]),
    (8, "stages[planning].document.2.for", &["principal"]),
    (8, "stages[planning].document.2.title.id", &["Pelaksanaan tugas di satuan pendidikan"]),
    (9, "lists.accountability[school_plan].source", &["S19"]),
    (9, "lists.accountability[school_report].source", &["S19"]),
    (9, "lists.accountability[teachers_attendance].source", &["S19"]),
    (10, "lists.ptk_kinds[disability_unit_guide].source", &["R3", "S12", "S10d"]),
    (10, "lists.ptk_kinds[disability_unit_guide].confidence", &["V2"]),
    (11, "lists.ptk_kinds[overseas_teacher].name.id", &["Sekolah Indonesia Luar Negeri (SILN)"]),
    (12, "lists.observers[team].name.id", &["Tim Kinerja", "pengawas", "kepala sekolah di sekolah swasta"]),
    (12, "lists.observers[team].meaning.id", &["memutuskan"]),
    (13, "stages[assessment].document[team_recommendation].label.id", &["Tim Kinerja", "kedua rating"]),
    (13, "stages[assessment].document[team_recommendation].optional", &["true"]),
    (14, "stages[assessment].document[organisation_result].list", &["organisation_grades"]),
    (14, "stages[assessment].document[organisation_result].optional", &["true"]),
    (14, "stages[assessment].document[organisation_result].hint.id", &["hanya dicatat"]),
    (15, "stages[assessment].document[feedback]^.hint.id", &["usul", "Atasan yang memutuskan", "pola"]),
    (
        16,
        "stages[assessment].reply[remark].hint.id",
        &["atasan pejabat penilai", "14 hari", "alasan", "hasil resmi"],
    ),
    (17, "stages[assessment].from", &["2026-12-01"]),
    (17, "stages[assessment].source", &["O8", "R5; R6"]),
    (18, "stages[assessment].until", &["2026-12-31"]),
    (18, "stages[assessment].source", &["until 10 January, not proven: S32"]),
    (19, "lists.career_levels[junior].source", &["PermenPANRB 1/2023", "PerBKN 3/2023"]),
    (19, "lists.career_levels[senior].confidence", &["V2"]),
    (20, "lists.grades[needs_improvement].name.id", &["Butuh Perbaikan"]),
    (20, "lists.grades[needs_improvement].meaning.id", &["Cukup"]),
    (20, "lists.grades[needs_improvement].source", &["S4", "S7", "S31"]),
    (21, "stages[assessment].document[credit_level]^.hint.id", &["Hanya untuk PNS"]),
    (22, "lists.effort_kinds[guidance].name.id", &["Bimbingan kinerja"]),
    (22, "lists.effort_kinds[counselling].name.id", &["Konseling kinerja"]),
    (23, "stages[effort].reply[feedback].hint.id", &["terus-menerus"]),
    (24, "lists.closings[moved].meaning.id", &["SKP disesuaikan", "sinkron", "tiap sekolah"]),
    (25, "stages[preparation].source", &["S17"]),
];

/// Finds the entry of that name in a list of stages, items, or sections with questions; with `^` the section itself.
fn entry<'a>(list: &'a Value, name: &str) -> Option<&'a Value> {
    let (name, wants_section) = name.strip_suffix('^').map_or((name, false), |name| (name, true));
    let is_it = |value: &&Value| ["stage", "name", "id"].iter().any(|key| value[*key] == name);
    let entries = list.as_array()?;
    entries.iter().find(is_it).or_else(|| {
        entries.iter().find_map(|section| {
            let found = section["fields"].as_array()?.iter().find(is_it)?;
            Some(if wants_section { section } else { found })
        })
    })
}

/// Gives what stands at a place, as a text.
fn at(pack: &Value, place: &str) -> Option<String> {
    let place = place.replace("]^", "^]").replace('[', ".[").replace(']', "");
    let mut value = pack;
    for part in place.split('.') {
        value = match (part.strip_prefix('['), part.parse::<usize>()) {
            (Some(name), _) => entry(value, name)?,
            (None, Ok(index)) => value.get(index)?,
            (None, Err(_)) => value.get(part)?,
        };
    }
    Some(value.as_str().map_or_else(|| value.to_string(), str::to_string))
}

#[test]
fn each_row_of_what_the_decree_changed_stands_in_the_pack() {
    let pack = json_of(ID_2026);
    let mut lacking = Vec::new();
    for (row, place, words) in ROWS {
        let said = at(&pack, place).unwrap_or_default();
        lacking.extend(words.iter().filter(|word| !said.contains(**word)).map(|word| (row, place, *word)));
    }
    assert!(lacking.is_empty(), "{lacking:#?}");
    let covered: Vec<u32> = (1..=25).filter(|row| ROWS.iter().any(|(known, ..)| known == row)).collect();
    assert_eq!(covered, (1..=25).collect::<Vec<_>>());
}

#[test]
fn each_changed_row_would_be_missed_in_the_pack_of_before() {
    let (_, first, ..) = PACKS[3];
    assert!(first != ID_2026 && at(&json_of(first), "id").as_deref() == Some("id-2026"));
    // The two last days of the assessment were right before, and the numbers of levels and grades are the same.
    let stays = [17, 18];
    for row in (1..=25).filter(|row| !stays.contains(row)) {
        let mut rows = ROWS.iter().filter(|(known, ..)| *known == row);
        let is_met = rows.all(|(_, place, words)| {
            let said = at(&json_of(first), place).unwrap_or_default();
            words.iter().all(|word| said.contains(word))
        });
        assert!(!is_met, "row {row} was met before");
    }
}

#[test]
fn no_plan_is_agreed_by_rule_and_no_warning_doubts_what_is_known() {
    let pack = json_of(ID_2026);
    assert_eq!(at(&pack, "stages[planning].automatic"), None);
    for level in ["junior", "middle", "senior"] {
        let meaning = at(&pack, &format!("lists.career_levels[{level}].meaning.id")).unwrap();
        assert!(!meaning.contains("belum terbukti"), "{level}: {meaning}");
    }
    let ids = |list: &str| pack["lists"][list].as_array().unwrap().len();
    assert_eq!(ids("organisation_grades"), 5);
    assert!(!ID_2026.contains("tertimbang") && !ID_2026.contains("weighted"), "nothing is weighted");
}

#[test]
fn what_the_decree_left_alone_is_as_before() {
    let (before, now) = (json_of(PACKS[3].1), json_of(ID_2026));
    for place in ["lists.indicators", "lists.levels", "lists.behaviours", "matrix"] {
        assert_eq!(at(&before, place), at(&now, place), "row 26: {place}");
        assert!(at(&now, place).is_some());
    }
}

#[test]
fn the_pack_of_2027_is_that_of_2026_with_its_own_days_and_says_that_no_newer_rule_was_seen() {
    let now = ID_2026.replace("2026-", "2027-").replace("id-2026", "id-2027");
    for (line, next) in now.lines().zip(ID_2027.lines()).filter(|(line, next)| line != next) {
        let years = ["2025", "2026", "2027"].map(|year| line.contains(year) || next.contains(year));
        assert!(years.contains(&true), "row 27: {line}\n{next}");
    }
    assert_eq!(now.lines().count(), ID_2027.lines().count());
    let pack = json_of(ID_2027);
    assert!(at(&pack, "basis.id").unwrap().contains("aturan yang lebih baru untuk 2027 belum terlihat"));
    assert!(at(&pack, "basis.en").unwrap().contains("a newer rule for 2027 was not seen"));
    assert!(
        at(&pack, "stages[planning].document.0.hint.id").unwrap().contains("31 Desember tahun sebelumnya")
    );
    for (place, day) in [("from", "2027-01-01"), ("answer_from", "2027-01-22"), ("until", "2027-01-31")] {
        assert_eq!(at(&pack, &format!("stages[planning].{place}")).as_deref(), Some(day));
    }
}

#[test]
fn the_last_day_of_a_step_is_our_own_advice_only_where_no_rule_has_one() {
    let ours = |text: &str| {
        let pack = Pack::read(text, Position::Teacher).unwrap();
        Stage::ALL.map(|stage| pack.stage(stage).is_until_ours())
    };
    assert_eq!(ours(PACKS[2].1), [false, true, true, true, true, true, false]);
    assert_eq!(ours(PACKS[3].1), [false, true, true, true, true, true, false]);
    assert_eq!([ours(ID_2026), ours(ID_2027)], [[false; 7]; 2]);
}

#[test]
fn the_days_of_the_answer_lie_within_those_of_the_stage() {
    let with = |day: &str| ID_2026.replacen("2026-01-22", day, 1);
    for day in ["2026-01-01", "2026-01-31"] {
        assert!(Pack::read(&with(day), Position::Teacher).is_ok(), "{day}");
    }
    for day in ["2025-12-31", "2026-02-01", "Januari"] {
        assert!(Pack::read(&with(day), Position::Teacher).is_err(), "{day}");
    }
}
