//! What the body of each type of record may say.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use paraf::seal::proof;
use paraf::seal::record::{Content, Decision, Record, RecordFault};
use serde_json::{Value, json};

use super::super::pair::{CREATED, Copy, every_content, key};
use Decision::{Agree, Automatic, Paper, Return};

#[test]
fn a_body_that_says_more_is_newer_and_one_that_says_something_wrong_is_refused() {
    let copy = Copy::agreed(1);
    let read = |kind: &str, change: &dyn Fn(&mut Value)| {
        let of_kind = |content: &Content| content.kind() == kind;
        let content = every_content(copy.0.id()).into_iter().find(of_kind).unwrap();
        let record = copy.sign(1, &content, &[copy.0.id()]);
        let mut value: Value = serde_json::from_str(record.text()).unwrap();
        change(&mut value);
        match Record::read(&proof::sign(value, &key(1), CREATED).to_string()) {
            Ok(record) => record.kind().to_string(),
            Err(RecordFault::Shape) => "refused".to_string(),
            Err(other) => format!("{other:?}"),
        }
    };
    for kind in [
        "CoSign",
        "Withdraw",
        "Handover",
        "Close",
        "Reopen",
        "Delegate",
        "Recommend",
        "Advise",
        "Transcript",
        "KeyChange",
        "DetailsChange",
    ] {
        assert_eq!(read(kind, &|_| {}), kind);
        assert_eq!(read(kind, &|record| record["body"]["ext"] = json!({"later": 1})), kind);
        assert_eq!(read(kind, &|record| record["body"]["mood"] = json!("")), "Newer", "{kind}");
        assert_eq!(read(kind, &|record| record["mood"] = json!("")), "Newer", "{kind}");
        assert_eq!(read(kind, &|record| record["body"] = json!({})), "refused", "{kind}");
        let has_stage = !matches!(kind, "Handover" | "Close" | "Reopen" | "KeyChange" | "DetailsChange");
        let wrong_stage = |record: &mut Value| {
            let stage = if has_stage { Value::Null } else { json!("planning") };
            record["stage"] = stage;
        };
        assert_eq!(read(kind, &wrong_stage), "refused", "{kind}");
    }
    let (long_line, long_note) = ("a".repeat(201), "a".repeat(2001));
    let wrong: Vec<(&str, &str, Value)> = vec![
        ("Withdraw", "/body/target", json!("sha256:00")),
        ("Handover", "/body/effective", json!("2025-02-30")),
        ("Handover", "/body/effective", json!("")),
        ("Handover", "/body/letter", json!(long_line)),
        ("Handover", "/body/acting", json!(false)),
        ("Handover", "/body/acting", json!("true")),
        ("Handover", "/body/to/name", json!(" Sari")),
        ("Handover", "/body/to/did", json!("did:key:z6Mk")),
        ("Handover", "/body/to/nextKey", json!("")),
        ("Handover", "/body/to/nextKey", json!(null)),
        ("KeyChange", "/body/from", json!("did:key:z6Mk")),
        ("KeyChange", "/body/to/nextKey", json!("sha256:00")),
        ("DetailsChange", "/body/person/name", json!("")),
        ("DetailsChange", "/body/person/nextKey", json!("sha256:00")),
        ("DetailsChange", "/body/person/nip", json!("19850412 201001 1 003")),
        ("DetailsChange", "/body/effective", json!("2025-02-30")),
        ("Close", "/body/reason", json!("")),
        ("Close", "/body/reason", json!(long_line)),
        ("Close", "/body/effective", json!("1 Juli 2025")),
        ("Close", "/body/note", json!(long_note)),
        ("Reopen", "/body/note", json!(" \n")),
        ("Reopen", "/body/note", json!(long_note)),
        ("Transcript", "/body/note", json!(" ")),
        ("Transcript", "/body/note", json!(long_note)),
        ("Transcript", "/body/document", json!([])),
        ("Transcript", "/body/document", json!({"reason": 1})),
        ("Delegate", "/stage", json!("assessment")),
        ("Recommend", "/stage", json!("observation")),
        ("Advise", "/stage", json!("observation")),
        ("Advise", "/body/work_result", json!("")),
        ("Advise", "/body/work_behaviour", json!(long_line)),
        ("Advise", "/body/note", json!(" ")),
        ("Advise", "/body/note", json!(long_note)),
        ("Recommend", "/body/items", json!("a")),
        ("Recommend", "/body/items", json!([1])),
        ("Recommend", "/body/items", json!([long_line])),
        ("Recommend", "/body/items", json!(vec!["a"; 201])),
        ("CoSign", "/body/remarks", json!([])),
        ("CoSign", "/body/remarks/0/note", json!(long_note)),
        ("CoSign", "/body/remarks/0/suggestion", json!(long_note)),
        ("CoSign", "/body/remarks/0/at", json!(long_line)),
        ("CoSign", "/body/remarks/0/mood", json!("")),
        ("CoSign", "/body/remarks/0", json!({"at": "reason", "note": " ", "suggestion": ""})),
        ("CoSign", "/body/decision", json!("agree")),
        ("CoSign", "/body/decision", json!("paper")),
    ];
    for (kind, pointer, value) in &wrong {
        let change = |record: &mut Value| {
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            match record.pointer_mut(parent).unwrap() {
                Value::Array(items) => items[0] = value.clone(),
                parent => parent[name] = value.clone(),
            }
        };
        assert_eq!(read(kind, &change), "refused", "{kind} {pointer}");
    }
}

#[test]
fn a_paper_says_where_it_lies_and_a_return_says_why_at_least_in_one_place() {
    let copy = Copy::agreed(1);
    let sign = |decision, note: &str, has_remarks| {
        let contents = every_content(copy.0.id()).into_iter();
        let mut cosigns = contents.filter_map(|content| match content {
            Content::CoSign(cosign) => Some(cosign),
            _ => None,
        });
        let mut cosign = cosigns.find(|cosign| cosign.remarks.is_empty() != has_remarks).unwrap();
        cosign.decision = decision;
        cosign.note = note.to_string();
        let parents = copy.0.with_depth(&[copy.0.id()]);
        let content = Content::CoSign(cosign);
        Record::sign(&content, Some(copy.0.id()), &parents, &key(1), CREATED).is_ok()
    };
    for (decision, note, has_remarks, is_taken) in [
        (Return, "Lihat catatan.", true, true),
        (Return, "", true, true),
        (Return, "Lihat catatan.", false, true),
        (Return, " ", false, false),
        (Paper, "Di map biru.", false, true),
        (Paper, " ", false, false),
        (Paper, "Di map biru.", true, false),
        (Agree, "", false, true),
        (Agree, "", true, false),
        (Automatic, "", false, true),
        (Automatic, "", true, false),
    ] {
        assert_eq!(sign(decision, note, has_remarks), is_taken, "{decision:?} {note:?} {has_remarks}");
    }
}
