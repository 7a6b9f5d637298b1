//! The native command: a practice school is the same each time and is accepted; other files are told
//! apart by their reason.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use paraf::domain::person::LINE_MAX;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// Makes an empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::remove_dir_all(&path).unwrap_or_default();
    fs::create_dir_all(&path).unwrap();
    path
}

fn paraf(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_paraf")).args(arguments).output().unwrap()
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn make_school(name: &str, employees: &str, seed: &str) -> PathBuf {
    let path = folder(name);
    let output = paraf(&["demo", "--employees", employees, "--seed", seed, "--out", &text(&path)]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    path
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).unwrap()))
        .collect()
}

fn bundles(folder: &Path) -> Vec<String> {
    files(folder)
        .keys()
        .filter(|name| name.ends_with(".json") && *name != "keys.json")
        .map(|name| text(&folder.join(name)))
        .collect()
}

/// Runs `paraf verify` and gives its exit code and lines.
fn verify(files: &[&str]) -> (Option<i32>, Vec<Value>) {
    let output = paraf(&[&["verify"], files].concat());
    let text = String::from_utf8(output.stdout).unwrap();
    (output.status.code(), text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

/// Gives verdict and reason of each line of a file, written shortly.
fn told(folder: &Path, content: &[u8]) -> (Option<i32>, String) {
    let path = folder.join("file.json");
    fs::write(&path, content).unwrap();
    let (code, lines) = verify(&[&text(&path)]);
    let shorts = lines
        .iter()
        .map(|line| [&line["verdict"], &line["reason"]].map(|value| value.as_str().unwrap()).join(":"));
    (code, shorts.collect::<Vec<_>>().join(" "))
}

#[test]
fn one_seed_gives_one_school_and_all_of_it_is_accepted() {
    let (one, other) = (make_school("one", "6", "1"), make_school("other", "6", "1"));
    assert_eq!(files(&one), files(&other));
    assert_ne!(files(&one), files(&make_school("third", "6", "2")));
    let names = bundles(&one);
    assert_eq!(names.len(), 6);
    let (code, lines) = verify(&names.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(code, Some(0));
    let (of_files, of_parts): (Vec<&Value>, Vec<&Value>) =
        lines.iter().partition(|line| line.get("state").is_some());
    assert_eq!(of_files.len(), 6);
    assert!(of_files.iter().all(|line| line["verdict"] == "accepted" && line["reason"] == "ok"));
    assert!(of_parts.iter().all(|line| line["verdict"] == "counts" && line["reason"] == "ok"));
    assert!(of_parts.iter().all(|line| line["index"].is_null() || line["doubtful"] == false));
    let records: u64 = of_files.iter().filter_map(|line| line["records"].as_u64()).sum();
    let of_records = of_parts.iter().filter(|line| line["index"].is_u64()).count();
    assert_eq!(records, of_records as u64);
    // Even a small school has a dossier that is just started and one that is finished.
    let stages = |stage: &str| of_parts.iter().filter(|line| line["stage"] == stage).count();
    assert!(of_files.iter().any(|line| line["records"] == 1) && stages("assessment") >= 2);
    let keys: Value = serde_json::from_slice(&files(&one)["keys.json"]).unwrap();
    // The teachers, the superior, the one who takes over, and the colleague who observes.
    assert_eq!(keys["people"].as_array().unwrap().len(), 9);
    assert!(files(&one).contains_key("README.txt"));
}

#[test]
fn a_large_school_passes_every_check_of_its_rules() {
    let path = make_school("large", "60", "20250106");
    let names = bundles(&path);
    let (code, lines) = verify(&names.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(code, Some(0));
    let decided: Vec<&str> = lines.iter().filter_map(|line| line["dossier"].as_str()).collect();
    assert_eq!(decided.len(), 60);
}

/// Reads the records of the dossiers of a school.
fn dossiers(folder: &Path) -> Vec<Vec<Value>> {
    let read = |name: String| -> Value { serde_json::from_slice(&fs::read(name).unwrap()).unwrap() };
    bundles(folder).into_iter().map(|name| read(name)["records"].as_array().unwrap().clone()).collect()
}

#[test]
fn a_school_shows_every_special_case_in_some_dossiers_and_none_in_all() {
    let school = dossiers(&make_school("cases", "40", "3"));
    type Is = fn(&Value) -> bool;
    let cases: [(&str, Is); 11] = [
        ("acting superior", |record| record["body"]["acting"] == true),
        ("agreed by rule", |record| record["body"]["decision"] == "automatic"),
        ("signed on paper", |record| record["body"]["decision"] == "paper"),
        ("suggested wording", |record| record["body"]["remarks"][0]["suggestion"].is_string()),
        ("taken back", |record| record["type"] == "Withdraw"),
        ("handed over", |record| record["type"] == "Handover"),
        ("a key replaced by its code", |record| {
            record["type"] == "KeyChange" && record["by"] == record["body"]["to"]["did"]
        }),
        ("a key vouched for", |record| {
            record["type"] == "KeyChange" && record["by"] != record["body"]["to"]["did"]
        }),
        ("observed by a colleague", |record| record["type"] == "Delegate"),
        ("closed early", |record| record["type"] == "Close" && record["body"]["reason"] != ""),
        ("fingerprint of a file", has_fingerprint),
    ];
    for (what, is_case) in cases {
        let count = school.iter().filter(|records| records.iter().any(is_case)).count();
        assert!((1..school.len() / 2).contains(&count), "{what}: {count}");
    }
}

/// Says whether a version tells what was done, with the fingerprint of a file as evidence.
fn has_fingerprint(record: &Value) -> bool {
    let lines = record["body"]["log"].as_array();
    lines.is_some_and(|lines| {
        lines.iter().filter_map(|line| line["evidence"].as_str()).any(|text| text.starts_with("sha256:"))
    })
}

#[test]
fn the_shortest_and_the_longest_answers_of_every_pack_pass_its_checks() {
    for rules in ["id-2024-1", "id-2024-2", "id-2025", "id-2026", "id-2027"] {
        for position in ["teacher", "principal"] {
            let made = |answers: &str| {
                let path = folder(&["sized", rules, position, answers].join("-"));
                let order = ["--rules", rules, "--position", position, "--answers", answers];
                let plain = ["demo", "--employees", "1", "--seed", "1", "--out", &text(&path)];
                let output = paraf(&[plain.as_slice(), &order].concat());
                assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
                dossiers(&path).remove(0)
            };
            let [shortest, longest] = ["shortest", "longest"].map(made);
            // A dossier is begun, and each of the seven stages is written and agreed.
            assert_eq!([shortest.len(), longest.len()], [15, 15], "{rules} {position}");
            let [begun, plan] = [&longest[0]["body"], &longest[1]["body"]];
            assert_eq!(begun["rules"]["pack"], rules);
            assert_eq!(begun["position"] == "principal", position == "principal");
            let count = |plan: &Value| plan["reason"].as_str().unwrap().chars().count();
            assert_eq!(count(&shortest[1]["body"]), 20, "{rules} {position}");
            assert!((1999..=2000).contains(&count(plan)), "{rules} {position}");
            let name = begun["employee"]["name"].as_str().unwrap();
            assert!((LINE_MAX - 2..=LINE_MAX).contains(&name.len()), "{name}");
        }
    }
}

#[test]
fn the_people_of_special_cases_sign_what_is_theirs() {
    let school = dossiers(&make_school("people", "40", "3"));
    let mut seen = [0, 0, 0];
    for records in &school {
        let place = |kind: &str| records.iter().position(|record| record["type"] == kind);
        if let Some(handover) = place("Handover") {
            let (old, new) =
                (&records[0]["body"]["superior"]["did"], &records[handover]["body"]["to"]["did"]);
            let signed_later =
                |did: &Value| records[handover + 1..].iter().any(|record| record["by"] == *did);
            assert!(old != new && !signed_later(old));
            seen[0] += usize::from(signed_later(new));
        }
        if let Some(delegate) = place("Delegate") {
            let colleague = &records[delegate]["body"]["to"];
            let is_theirs =
                |record: &&Value| record["stage"] == "observation" && record["type"] == "Revision";
            for version in records.iter().filter(is_theirs) {
                assert_eq!(version["by"], colleague["did"]);
                assert_eq!(version["body"]["observer_name"], colleague["name"]);
                seen[1] += 1;
            }
        }
        let suggestion = records.iter().position(|record| record["body"]["remarks"].is_array());
        if let Some(returned) = suggestion {
            let wording = &records[returned]["body"]["remarks"][0]["suggestion"];
            let next = records[returned + 1..].iter().find(|record| record["type"] == "Revision");
            assert!(next.unwrap()["body"].to_string().contains(&wording.to_string()));
            seen[2] += 1;
        }
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}

#[test]
fn a_file_that_is_not_right_is_told_by_its_reason() {
    let folder = folder("reasons");
    let school = make_school("school", "3", "1");
    // The third teacher has sent a plan: the first record, the plan, and a letter.
    let text = fs::read_to_string(school.join("guru-003.json")).unwrap();
    let good = told(&folder, text.as_bytes());
    assert_eq!(good, (Some(0), "counts:ok counts:ok counts:ok accepted:ok".into()));
    let lines: Vec<&str> = text.lines().collect();
    let plan = lines[3];
    let value: Value = serde_json::from_str(plan).unwrap();
    let reason = value["body"]["reason"].as_str().unwrap();
    let without_start = text.replacen(&[lines[2], "\n"].concat(), "", 1);
    let without_plan = text.replacen(&[",\n", plan].concat(), "", 1);
    let without_letter = format!("{}\n]}}\n", lines[..4].join("\n"));
    let backup = br#"{"app":"paraf","format":1,"backup":{}}"#;
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("no letter", without_letter.into_bytes(), "counts:ok counts:ok accepted:ok"),
        ("no first record", without_start.into_bytes(), "waiting:waiting counts:ok partly:waiting"),
        ("no plan", without_plan.into_bytes(), "counts:ok waiting:heads_missing partly:heads_missing"),
        (
            "forged",
            text.replacen(reason, &["Tidak: ", reason].concat(), 1).into_bytes(),
            "aside:file_refused refused:proof_signature refused:record_refused",
        ),
        (
            "forged letter",
            text.replacen("\"counter\":", "\"counter\":1", 1).into_bytes(),
            "aside:file_refused aside:file_refused refused:proof_signature refused:letter_refused",
        ),
        ("cut", text.as_bytes()[..text.len() / 2].to_vec(), "refused:not_json"),
        ("something else", b"Halo".to_vec(), "refused:not_json"),
        ("other JSON", b"{\"app\":\"lain\"}".to_vec(), "refused:not_paraf"),
        ("empty", Vec::new(), "refused:not_json"),
        ("large", vec![b' '; 8 * 1024 * 1024 + 1], "refused:too_large"),
        ("a key", backup.to_vec(), "refused:backup"),
        (
            "a newer file",
            text.replacen("\"format\": 1", "\"format\": 2", 1).into_bytes(),
            "refused:newer_file",
        ),
    ];
    for (what, content, expected) in cases {
        let (code, shorts) = told(&folder, &content);
        assert_eq!(shorts, expected, "{what}");
        assert_eq!(code, Some(i32::from(!shorts.ends_with("accepted:ok"))), "{what}");
    }
    let (code, lines) = verify(&[&folder.join("nowhere.json").to_string_lossy(), &folder.to_string_lossy()]);
    assert_eq!(code, Some(1));
    assert!(lines.iter().all(|line| line["verdict"] == "refused" && line["reason"] == "unreadable"));
    assert_eq!(lines.len(), 2);
}

#[test]
fn one_bad_file_among_good_ones_is_not_overlooked() {
    let folder = make_school("mixed", "2", "5");
    let names = bundles(&folder);
    let bad = text(&folder.join("bad.json"));
    fs::write(&bad, "{}").unwrap();
    let (code, lines) = verify(&[&names[0], &bad, &names[1]]);
    let verdicts: Vec<&Value> =
        lines.iter().filter(|line| line.get("state").is_some()).map(|line| &line["verdict"]).collect();
    assert_eq!(verdicts, ["accepted", "refused", "accepted"]);
    assert_eq!(code, Some(1));
}

#[test]
fn a_command_that_is_not_understood_ends_with_two_and_says_why() {
    let out = text(&folder("usage"));
    let with = |more: &[&'static str]| -> Vec<String> {
        let plain = ["demo", "--employees", "1", "--seed", "1", "--out", &out];
        plain.iter().chain(more).map(|word| (*word).to_string()).collect()
    };
    let words = |words: &[&str]| -> Vec<String> { words.iter().map(|word| (*word).to_string()).collect() };
    let wrong: [(Vec<String>, &str); 13] = [
        (words(&[]), "Usage: paraf <COMMAND>"),
        (words(&["verify"]), "Usage: paraf verify <FILE>..."),
        (words(&["prove", "a.json"]), "Usage: paraf <COMMAND>"),
        (words(&["demo"]), "--employees <N>"),
        (words(&["demo", "--employees", "0", "--seed", "1", "--out", &out]), "1..=1000"),
        (words(&["demo", "--employees", "1001", "--seed", "1", "--out", &out]), "1..=1000"),
        (words(&["demo", "--employees", "many", "--seed", "1", "--out", &out]), "--employees <N>"),
        (words(&["demo", "--employees", "1", "--seed", "1", "--seed", "1"]), "--seed <S>"),
        (with(&["--loud"]), "--loud"),
        (with(&["--loud", "yes"]), "--loud"),
        (with(&["--rules", "id-1999"]), "id-2024-1, id-2024-2, id-2025, id-2026, id-2027"),
        (with(&["--position", "pupil"]), "teacher and principal"),
        (with(&["--answers", "none"]), "usual, shortest, longest"),
    ];
    for (arguments, why) in wrong {
        let output = paraf(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(why), "{arguments:?}: {said}");
    }
    // Nothing was written on the way to it.
    assert!(files(Path::new(&out)).is_empty());
    let help = paraf(&["help"]);
    let said = String::from_utf8_lossy(&help.stdout);
    assert!(help.status.success());
    for part in ["verify", "demo", "make", "Exit code: 0"] {
        assert!(said.contains(part), "{part}: {said}");
    }
}
