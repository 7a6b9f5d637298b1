//! The files for people who write a verifier: made anew they are the same, and `paraf verify` says of each what
//! is expected. A second reader, in another language, says the same; see `tests/reader`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/conformance")
}

fn paraf(arguments: &[&Path]) -> (bool, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_paraf")).args(arguments).output().unwrap();
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(text).unwrap())
}

/// Reads the files of a folder, by their names.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap())
        })
        .collect()
}

#[test]
fn the_files_and_what_they_say_are_what_is_made_of_the_recipes() {
    let made = Path::new(env!("CARGO_TARGET_TMPDIR")).join("conformance");
    fs::remove_dir_all(&made).unwrap_or_default();
    let (is_made, said) = paraf(&[Path::new("make"), &folder().join("recipes"), &made]);
    assert!(is_made, "{said}");
    for part in ["files", "expected"] {
        let (known, new) = (texts(&folder().join(part)), texts(&made.join(part)));
        assert_eq!(known.keys().collect::<Vec<_>>(), new.keys().collect::<Vec<_>>());
        for (name, text) in known {
            assert_eq!(text, new[&name], "{part}/{name}");
        }
    }
}

#[test]
fn verify_says_of_each_file_what_a_stranger_is_told_to_expect() {
    let expected = texts(&folder().join("expected"));
    assert!(expected.len() >= 60);
    let mut verdicts = BTreeMap::new();
    for (name, expected) in expected {
        let expected: Value = serde_json::from_str(&expected).unwrap();
        let (_, lines) = paraf(&[Path::new("verify"), &folder().join("files").join(&name)]);
        let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let (file, entries) = lines.split_last().unwrap();
        assert_eq!(file["verdict"], expected["verdict"], "{name}");
        *verdicts.entry(file["verdict"].to_string()).or_insert(0) += 1;
        if expected["verdict"] == "refused" {
            continue;
        }
        let standing = |entry: &Value| match entry["verdict"] == "counts" {
            true => "counts".into(),
            false => entry["reason"].clone(),
        };
        let (letters, records): (Vec<&Value>, Vec<&Value>) =
            entries.iter().partition(|entry| entry["index"].is_null());
        let letter = letters.first().map_or(Value::Null, |letter| standing(letter));
        assert_eq!(letter, expected["letter"], "{name}");
        let Some(standings) = expected["standings"].as_array() else {
            continue;
        };
        assert_eq!(records.iter().map(|entry| standing(entry)).collect::<Vec<_>>(), *standings, "{name}");
        for mark in ["late", "doubtful"] {
            let marked = records.iter().filter(|entry| entry[mark] == true);
            assert_eq!(
                marked.map(|entry| entry["index"].clone()).collect::<Value>(),
                expected[mark],
                "{name}"
            );
        }
        for fact in ["state", "employee", "superior", "closed", "stages"] {
            assert_eq!(file[fact], expected[fact], "{name}");
        }
    }
    assert!(verdicts.len() == 3 && verdicts.values().all(|count| *count >= 20), "{verdicts:?}");
}
