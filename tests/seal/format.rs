//! The format document says what the code does: its example, its limits, its reasons, and every type of
//! record with all its members.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use std::collections::BTreeSet;

use paraf::domain::person;
use paraf::seal::bundle;
use paraf::seal::canonical::{self, Hash};
use paraf::seal::dossier::{CHANGES_MAX, Dossier, Standing};
use paraf::seal::key::pairing_code;
use paraf::seal::proof;
use paraf::seal::record::{self, Content, Decision, Record};
use paraf::seal::strict;
use serde_json::Value;

use super::pair::{Copy, every_content, key};

const FORMAT: &str = include_str!("../../src/seal/FORMAT.md");
const REASONS: &str = include_str!("../../src/cli/reason.rs");

/// Gives the blocks of code of the format document.
fn examples() -> Vec<&'static str> {
    FORMAT
        .split("```")
        .skip(1)
        .step_by(2)
        .map(|block| block.split_once('\n').map_or("", |(_, text)| text))
        .collect()
}

#[test]
fn the_worked_example_of_the_format_document_is_what_the_code_says() {
    let example = examples().into_iter().find(|text| text.contains("proofValue\": \"z")).unwrap();
    let record = Record::read(example).unwrap();
    assert_eq!(record.signer(), key(1).did());
    let value = strict::parse(example).unwrap();
    assert_eq!(proof::sign(value.clone(), &key(1), record.created()), value);
    let mut unsigned = value.clone();
    let mut config = unsigned.as_object_mut().unwrap().remove("proof").unwrap();
    config.as_object_mut().unwrap().remove("proofValue");
    let dossier = Dossier::assemble(record.id(), [record.clone()]);
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let facts = [
        record.id().to_string(),
        dossier.state_hash().to_string(),
        String::from_utf8(canonical::bytes(&config)).unwrap(),
        hex(Hash::of(&config).as_bytes()),
        hex(Hash::of(&unsigned).as_bytes()),
        hex(key(1).did().public_key()),
        key(2).did().to_string(),
        pairing_code(key(1).did(), key(2).did()).join(" "),
    ];
    for fact in facts {
        assert!(FORMAT.contains(&fact), "the document lacks {fact}");
    }
}

#[test]
fn the_format_document_names_every_limit_and_reason_code() {
    let mut codes: Vec<&str> = REASONS.split('"').skip(1).step_by(2).collect();
    assert!(codes.len() > 40);
    codes.sort_unstable();
    for code in &codes {
        assert!(FORMAT.contains(&format!("\n| `{code}` |")), "the table lacks {code}");
    }
    let rows =
        FORMAT.lines().filter(|line| line.starts_with("| `")).filter_map(|line| line.split('`').nth(1));
    let told: BTreeSet<&str> =
        rows.filter(|row| row.chars().all(|c| c.is_ascii_lowercase() || "_08".contains(c))).collect();
    let unknown: Vec<&&str> = told.iter().filter(|row| !codes.contains(row)).collect();
    assert!(unknown.is_empty(), "the table has {unknown:?}, which the command does not know");
    let limits = [
        strict::MAX_FILE_BYTES,
        strict::MAX_DEPTH,
        strict::MAX_MEMBERS,
        strict::MAX_ITEMS,
        strict::MAX_STRING_CHARS,
        strict::MAX_NAME_BYTES,
        strict::MAX_VALUES,
        bundle::RECORDS_MAX,
        record::DEPTH_MAX,
        record::NOTE_MAX,
        record::LINE_MAX,
        record::LIST_MAX,
        record::PERIOD_MAX,
        record::PACK_MAX,
        person::READ_MAX,
        CHANGES_MAX,
    ];
    for limit in limits {
        assert!(FORMAT.contains(&format!("| {limit} |")), "the document lacks the limit {limit}");
    }
}

/// Gives the rows of the table of bodies about a type of record, or about what stands in one.
fn about(kind: &str) -> String {
    let is_about = |line: &&str| {
        let of = line.strip_prefix("| ").and_then(|line| line.split(" |").next()).unwrap_or_default();
        of.trim_matches('`') == kind || of.split(", ").any(|part| part == kind)
    };
    FORMAT.lines().filter(is_about).collect::<Vec<_>>().join("\n")
}

/// Lists the names of the members of objects, at all levels.
fn names(value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                into.insert(name.clone());
                names(value, into);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, into)),
        _ => {}
    }
}

#[test]
fn the_format_document_names_every_type_with_all_members_of_its_body() {
    let copy = Copy::agreed(1);
    let mut kinds = BTreeSet::new();
    for content in every_content(copy.0.id()) {
        let is_first = matches!(content, Content::Dossier(_));
        let parents = if is_first { Vec::new() } else { vec![(copy.0.id(), 0)] };
        let dossier = (!is_first).then_some(copy.0.id());
        let record = Record::sign(&content, dossier, &parents, &key(1), super::pair::CREATED).unwrap();
        assert_eq!(record.content(), &content);
        let kind = record.kind();
        kinds.insert(kind);
        assert!(FORMAT.contains(&format!("`\"{kind}\"`")), "the list of types lacks {kind}");
        let value: Value = serde_json::from_str(record.text()).unwrap();
        let mut members = BTreeSet::new();
        // The members of a version are the questions of the rules; those of a card stand with the first record.
        match content {
            Content::Revision { ref paper, .. } if paper.is_empty() => {}
            Content::Dossier(_) => names(&value["body"], &mut members),
            _ => members.extend(value["body"].as_object().unwrap().keys().cloned()),
        }
        names(&value["body"]["remarks"], &mut members);
        let parts = ["card", "rules", "remark"].map(about).concat();
        for member in members {
            let row = format!("| `{member}` |");
            assert!([about(kind), parts.clone()].concat().contains(&row), "{kind} lacks {member}");
        }
        let has_stage = value.get("stage").is_some();
        assert_eq!(has_stage, record.stage().is_some(), "{kind}");
    }
    assert_eq!(kinds.len(), 13);
}

#[test]
fn the_format_document_names_every_decision_and_standing() {
    for decision in [Decision::Agree, Decision::Return, Decision::Automatic, Decision::Paper] {
        let text = format!("- `\"{}\"`: ", decision.code());
        assert!(FORMAT.contains(&text), "the document lacks {}", decision.code());
    }
    let standings = [
        Standing::Counts,
        Standing::Waiting,
        Standing::Newer,
        Standing::Stranger,
        Standing::WrongSide,
        Standing::GateJumped,
        Standing::WrongTarget,
        Standing::Foreign,
        Standing::OnUncounted,
    ];
    let (_, section) = FORMAT.split_once("### Standings").unwrap();
    let section = section.split_whitespace().collect::<Vec<_>>().join(" ");
    for standing in standings {
        let words: String = format!("{standing:?}")
            .chars()
            .flat_map(|c| [c.is_uppercase().then_some(' '), Some(c.to_ascii_lowercase())])
            .flatten()
            .collect();
        assert!(section.contains(&format!("*{}*", words.trim())), "the document lacks {standing:?}");
    }
}
