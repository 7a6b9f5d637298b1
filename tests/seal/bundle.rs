//! Files: what is read is what was written, and a file that was changed on the way is refused or says
//! the same. One file of each known attack stands here with its verdict.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use std::collections::BTreeSet;

use paraf::domain::stage::{Party, Stage};
use paraf::seal::bundle::{self, Bundle, FileFault, Parcel};
use paraf::seal::canonical::Hash;
use paraf::seal::dossier::{Dossier, Standing};
use paraf::seal::letter::Handoff;
use paraf::seal::pieces;
use paraf::seal::proof::{self, ProofFault};
use paraf::seal::record::{Decision, Record, RecordFault};
use paraf::seal::strict::{self, ParseFault};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::pair::{CREATED, Copy, answer, key, version};
use super::values;

fn read(bytes: &[u8]) -> Result<Bundle, FileFault> {
    match Parcel::read(bytes)? {
        Parcel::Bundle(bundle) => Ok(bundle),
        other => panic!("{other:?}"),
    }
}

fn text_of(copy: &Copy) -> String {
    bundle::write(&copy.0, Some(&copy.handoff(Party::Employee, 1)))
}

/// A file of one agreed stage: three records and a letter.
fn sample() -> (Copy, String) {
    let copy = Copy::agreed(1);
    let text = text_of(&copy);
    (copy, text)
}

/// What a file says: the records that count, and the letter. `None` when it is refused.
fn said(bytes: &[u8]) -> Option<(Hash, Option<Value>)> {
    let bundle = read(bytes).ok()?;
    let letter = bundle.handoff.map(|letter| serde_json::from_str(&letter.text).unwrap());
    Some((Dossier::assemble(bundle.dossier, bundle.records).state_hash(), letter))
}

/// Changes the file as a JSON value.
fn changed(text: &str, change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut value: Value = serde_json::from_str(text).unwrap();
    change(&mut value);
    value.to_string().into_bytes()
}

#[test]
fn a_bundle_is_read_as_it_was_written() {
    for stages in [0, 1, 7] {
        let copy = Copy::agreed(stages);
        let handoff = copy.handoff(Party::Superior, 3);
        let text = bundle::write(&copy.0, Some(&handoff));
        let bundle = read(text.as_bytes()).unwrap();
        let texts = |records: &[Record]| -> BTreeSet<String> {
            records.iter().map(|record| record.text().to_string()).collect()
        };
        assert_eq!(texts(&bundle.records), texts(&copy.records()));
        assert_eq!(bundle.handoff.as_ref(), Some(&handoff));
        let again = Dossier::assemble(bundle.dossier, bundle.records);
        assert_eq!(again, copy.0);
        assert_eq!(bundle::write(&again, Some(&handoff)), text);
    }
}

#[test]
fn a_record_keeps_the_spelling_in_which_it_came() {
    let (copy, _) = sample();
    let spelled: Vec<String> = copy
        .0
        .counted()
        .map(|record| {
            let value: Value = serde_json::from_str(record.text()).unwrap();
            values::write_freely(&value, &[3, 1, 4, 1, 5, 92, 65, 35]).trim().to_string()
        })
        .collect();
    let file = format!(
        r#"{{"records":[{}],"dossier":"{}","format":1,"app":"paraf"}}"#,
        spelled.join(" ,\r\n"),
        copy.0.id()
    );
    let bundle = read(file.as_bytes()).unwrap();
    let dossier = Dossier::assemble(bundle.dossier, bundle.records);
    assert_eq!(dossier.state_hash(), copy.0.state_hash());
    let written = bundle::write(&dossier, None);
    for text in &spelled {
        assert!(written.contains(text), "{text}");
    }
}

#[test]
fn strangers_records_are_left_out_of_the_next_file() {
    let (mut copy, _) = sample();
    let head = copy.0.heads()[0];
    let stranger = copy.add(3, &version(Stage::Planning, "Titipan."), &[head]);
    let jumped = copy.add(1, &version(Stage::Effort, "Terlalu awal."), &[head]);
    let waiting = copy.add(1, &version(Stage::Planning, "Nanti."), &[Hash::of_bytes(b"not here")]);
    let bundle = read(bundle::write(&copy.0, None).as_bytes()).unwrap();
    let ids: Vec<Hash> = bundle.records.iter().map(Record::id).collect();
    assert!(!ids.contains(&stranger) && !ids.contains(&jumped) && ids.contains(&waiting));
    assert_eq!(ids.len(), 4);
}

#[test]
fn flipping_any_byte_is_refused_or_changes_nothing() {
    let copy = Copy::started();
    let text = text_of(&copy);
    let untouched = said(text.as_bytes()).unwrap();
    for mask in [0x01, 0x20, 0x80] {
        let mut bytes = text.clone().into_bytes();
        for position in 0..bytes.len() {
            bytes[position] ^= mask;
            let changed = said(&bytes);
            assert!(changed.is_none_or(|said| said == untouched), "byte {position} ^ {mask}");
            bytes[position] ^= mask;
        }
    }
}

proptest! {
    #[test]
    fn a_record_is_cut_out_where_the_parser_sees_it(
        values in prop::collection::vec(values::any_value(), 0..6),
        members in values::any_members(),
        choices: [u8; 23],
    ) {
        let read = |texts: Vec<&str>| -> Vec<Value> { texts.into_iter().map(|text| strict::parse(text).unwrap()).collect() };
        let array = values::write_freely(&json!(values), &choices);
        prop_assert_eq!(read(pieces::parts(&array)), values);
        let object = values::write_freely(&json!(members), &choices);
        for (name, value) in members {
            let found = pieces::member(&object, &name).map(strict::parse);
            prop_assert_eq!(found, Some(Ok(value)));
        }
    }

    #[test]
    fn flipping_bits_of_a_longer_file_is_refused_or_changes_nothing(
        flips in prop::collection::vec((any::<prop::sample::Index>(), 1..=255_u8), 1..3),
    ) {
        let (_, text) = sample();
        let mut bytes = text.clone().into_bytes();
        for (place, mask) in flips {
            let position = place.index(bytes.len());
            bytes[position] ^= mask;
        }
        if let Some(said_now) = said(&bytes) {
            prop_assert_eq!(Some(said_now), said(text.as_bytes()));
        }
    }
}

#[test]
fn a_file_cut_at_any_length_is_refused() {
    let (_, text) = sample();
    let bytes = text.trim_end().as_bytes();
    for length in 0..bytes.len() {
        let fault = Parcel::read(&bytes[..length]).unwrap_err();
        let is_cut = matches!(fault, FileFault::Parse(ParseFault::NotJson | ParseFault::NotUtf8));
        assert!(is_cut, "{length}: {fault:?}");
    }
}

/// The attack classes that change the text. Each must be refused as a whole, for this very reason.
#[test]
fn a_hostile_file_is_refused_with_its_reason() {
    let (copy, text) = sample();
    let plan = copy.0.counted().nth(1).unwrap().text().to_string();
    let in_plan = |old: &str, new: &str| {
        assert!(plan.contains(old), "{old}");
        text.replacen(&plan, &plan.replacen(old, new, 1), 1).into_bytes()
    };
    let in_file = |old: &str, new: &str| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1).into_bytes()
    };
    let record = |fault| FileFault::Record(1, RecordFault::Proof(fault));
    let parse = FileFault::Parse;
    let proof_of = |index: usize| {
        let value: Value = serde_json::from_str(&text).unwrap();
        value["records"][index]["proof"].clone()
    };
    let with_proof = |proof: Value| changed(&text, |file| file["records"][1]["proof"] = proof);
    let with_member = |name: &str, value: Value| {
        let mut proof = proof_of(1);
        proof[name] = value;
        with_proof(proof)
    };
    let without_proof = changed(&text, |file| {
        file["records"][1].as_object_mut().unwrap().remove("proof");
    });
    let many = vec![plan.as_str(); 2001].join(",");
    let mut utf16: Vec<u8> = vec![0xff, 0xfe];
    utf16.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    let mut not_utf8 = text.clone().into_bytes();
    let place = text.find("Isi pertama.").unwrap();
    not_utf8[place] = 0xff;
    let mut huge = text.clone().into_bytes();
    huge.resize(strict::MAX_FILE_BYTES + 1, b' ');
    let doubled = [text.as_str(), text.as_str()].concat();

    let cases: Vec<(&str, Vec<u8>, FileFault)> = vec![
        (
            "member twice in a record",
            in_plan("\"seq\":1", "\"seq\":1,\"seq\":1"),
            parse(ParseFault::Repeated),
        ),
        (
            "member twice by an escape",
            in_plan("\"seq\":1", "\"seq\":1,\"\\u0073eq\":2"),
            parse(ParseFault::Repeated),
        ),
        ("second proof", in_plan("\"proof\":{", "\"proof\":{},\"proof\":{"), parse(ParseFault::Repeated)),
        (
            "member twice in the envelope",
            in_file("\"format\": 1,", "\"format\": 1,\"format\": 1,"),
            parse(ParseFault::Repeated),
        ),
        (
            "deep arrays",
            in_plan("\"seq\":1", &format!("\"seq\":{}1", "[".repeat(100))),
            parse(ParseFault::TooDeep),
        ),
        ("only brackets", "[".repeat(100_000).into_bytes(), parse(ParseFault::TooDeep)),
        (
            "long text",
            in_plan("Isi pertama.", &"a".repeat(strict::MAX_STRING_CHARS + 1)),
            parse(ParseFault::TooLong),
        ),
        ("large file", huge, parse(ParseFault::TooLarge)),
        ("too many records", in_file(&plan, &many), parse(ParseFault::TooMany)),
        ("huge number", in_plan("\"seq\":1", "\"seq\":1e400"), parse(ParseFault::Number)),
        ("fraction", in_plan("\"seq\":1", "\"seq\":1.0"), parse(ParseFault::Number)),
        ("unsafe integer", in_plan("\"seq\":1", "\"seq\":9007199254740993"), parse(ParseFault::Number)),
        ("not a number", in_plan("\"seq\":1", "\"seq\":NaN"), parse(ParseFault::NotJson)),
        ("lone surrogate", in_plan("Isi pertama.", "\\ud800"), parse(ParseFault::NotJson)),
        ("control character", in_plan("Isi pertama.", "\\u0000"), parse(ParseFault::Character)),
        ("noncharacter", in_plan("Isi pertama.", "\u{ffff}"), parse(ParseFault::Character)),
        ("not UTF-8", not_utf8, parse(ParseFault::NotUtf8)),
        ("UTF-16", utf16, parse(ParseFault::NotUtf8)),
        ("prototype", in_plan("\"seq\":1", "\"seq\":1,\"__proto__\":{}"), parse(ParseFault::MemberName)),
        ("empty name", in_plan("\"seq\":1", "\"seq\":1,\"\":{}"), parse(ParseFault::MemberName)),
        ("homoglyph name", in_plan("\"seq\":1", "\"seq\":1,\"ѕeq\":2"), parse(ParseFault::MemberName)),
        ("text after the document", [text.as_bytes(), b"x"].concat(), parse(ParseFault::NotJson)),
        ("two documents", doubled.into_bytes(), parse(ParseFault::NotJson)),
        ("comment", [b"// x\n", text.as_bytes()].concat(), parse(ParseFault::NotJson)),
        ("comma at the end", in_file("\n],", ",\n],"), parse(ParseFault::NotJson)),
        ("single quotes", text.replace('"', "'").into_bytes(), parse(ParseFault::NotJson)),
        ("no proof", without_proof, record(ProofFault::Missing)),
        ("null for a proof", with_proof(Value::Null), record(ProofFault::Shape)),
        ("empty proof", with_proof(json!({})), record(ProofFault::Shape)),
        ("list of proofs", with_proof(json!([proof_of(1)])), record(ProofFault::Shape)),
        ("the same signer twice", with_proof(json!([proof_of(1), proof_of(1)])), record(ProofFault::Shape)),
        ("id in the proof", with_member("id", json!("urn:x")), record(ProofFault::Shape)),
        ("chained proof", with_member("previousProof", json!("urn:x")), record(ProofFault::Shape)),
        ("another suite", with_member("cryptosuite", json!("eddsa-rdfc-2022")), record(ProofFault::Suite)),
        (
            "another purpose",
            with_member("proofPurpose", json!("authentication")),
            record(ProofFault::Purpose),
        ),
        (
            "no fragment",
            with_member("verificationMethod", json!(key(1).did().as_str())),
            record(ProofFault::Method),
        ),
        (
            "another signer's key",
            with_member("verificationMethod", json!(key(2).did().verification_method())),
            record(ProofFault::Signature),
        ),
        (
            "another time",
            with_member("created", json!("2025-01-06T02:00:01Z")),
            record(ProofFault::Signature),
        ),
        ("padded proof value", with_member("proofValue", json!("z1 ")), record(ProofFault::Value)),
        ("proof of another record", with_proof(proof_of(2)), record(ProofFault::Signature)),
        ("one word changed", in_plan("Isi pertama.", "Isi pertama!"), record(ProofFault::Signature)),
        ("stage changed", in_plan("\"planning\"", "\"effort\""), record(ProofFault::Signature)),
        ("constructor", in_plan("\"seq\":1", "\"seq\":1,\"constructor\":{}"), record(ProofFault::Signature)),
    ];
    for (what, bytes, fault) in cases {
        assert_eq!(Parcel::read(&bytes), Err(fault), "{what}");
    }
}

/// Correctly signed records and letters in places where they do not belong.
#[test]
fn a_signed_part_in_the_wrong_place_is_refused() {
    let (copy, text) = sample();
    let other = Copy(Dossier::assemble(copy.0.id(), copy.records()));
    let elsewhere = Hash::of_bytes(b"another dossier");
    let sign = |byte: u8, record: Value| proof::sign(record, &key(byte), CREATED);
    let foreign = json!({
        "format": 1, "type": "Revision", "dossier": elsewhere.to_string(), "stage": "planning", "seq": 1,
        "parents": [elsewhere.to_string()], "by": key(1).did().as_str(), "body": {},
    });
    let letter: Value = serde_json::from_str(&other.handoff(Party::Employee, 1).text).unwrap();
    let record: Value = serde_json::from_str(copy.records()[0].text()).unwrap();
    let letter_for = |to: Hash| {
        let letter = Handoff::sign(to, key(2).did(), 1, &[to], &key(1), CREATED).unwrap();
        serde_json::from_str::<Value>(&letter.text).unwrap()
    };
    let mut newer_start: Value = serde_json::from_str(copy.0.counted().next().unwrap().text()).unwrap();
    newer_start["format"] = json!(2);
    let newer_start = sign(1, newer_start);
    let with_letter = |letter: Value| changed(&text, |file| file["handoff"] = letter);
    let resigned = |change: &dyn Fn(&mut Value)| {
        let mut changed = letter.clone();
        change(&mut changed);
        with_letter(sign(1, changed))
    };
    let push = |record: Value| changed(&text, |file| file["records"].as_array_mut().unwrap().push(record));
    let mut forged = letter.clone();
    forged["body"]["counter"] = json!(9);
    let shape = FileFault::Letter(RecordFault::Shape);
    let cases: Vec<(&str, Vec<u8>, FileFault)> = vec![
        ("a record of another dossier", push(sign(1, foreign)), FileFault::Mixed),
        ("a letter of another dossier", with_letter(letter_for(elsewhere)), FileFault::Mixed),
        ("a letter among the records", push(letter.clone()), FileFault::Record(3, RecordFault::Shape)),
        ("a record as letter", with_letter(record), shape),
        (
            "a forged letter",
            with_letter(forged),
            FileFault::Letter(RecordFault::Proof(ProofFault::Signature)),
        ),
        (
            "a letter in another's name",
            resigned(&|letter| letter["by"] = json!(key(2).did().as_str())),
            shape,
        ),
        ("a letter with more", resigned(&|letter| letter["mood"] = json!(1)), shape),
        ("a letter of the next format", resigned(&|letter| letter["format"] = json!(2)), FileFault::Newer),
        (
            "a start of the next format",
            changed(&text, |file| file["records"][0] = newer_start),
            FileFault::Newer,
        ),
        (
            "null for a letter",
            with_letter(Value::Null),
            FileFault::Letter(RecordFault::Proof(ProofFault::Shape)),
        ),
        ("a file of the next format", changed(&text, |file| file["format"] = json!(2)), FileFault::Newer),
        ("a file with more", changed(&text, |file| file["mood"] = json!(1)), FileFault::Newer),
        (
            "another dossier's name",
            changed(&text, |file| file["dossier"] = json!(elsewhere.to_string())),
            FileFault::Mixed,
        ),
        ("no dossier's name", changed(&text, |file| file["dossier"] = json!("sha256:")), FileFault::NotParaf),
        ("another app", changed(&text, |file| file["app"] = json!("Paraf")), FileFault::NotParaf),
        ("format zero", changed(&text, |file| file["format"] = json!(0)), FileFault::NotParaf),
        ("an object", b"{}".to_vec(), FileFault::NotParaf),
        ("a list", b"[]".to_vec(), FileFault::NotParaf),
        ("a name alone", br#"{"app":"paraf","format":1}"#.to_vec(), FileFault::NotParaf),
    ];
    for (what, bytes, fault) in cases {
        assert_eq!(Parcel::read(&bytes), Err(fault), "{what}");
    }
}

#[test]
fn another_spelling_order_or_number_of_copies_says_the_same() {
    let (copy, text) = sample();
    let untouched = said(text.as_bytes()).unwrap();
    let value: Value = serde_json::from_str(&text).unwrap();
    let spellings = vec![
        ["\u{feff}", &text].concat(),
        text.replace('\n', "\r\n"),
        value.to_string(),
        serde_json::to_string_pretty(&value).unwrap(),
        values::write_freely(&value, &[7, 2, 8, 4, 40, 11, 5]),
        values::write_freely(&value, &[0]),
    ];
    for spelling in spellings {
        assert_eq!(said(spelling.as_bytes()).as_ref(), Some(&untouched), "{spelling}");
    }
    let rearranged = |change: &dyn Fn(&mut Vec<Value>)| {
        changed(&text, |file| change(file["records"].as_array_mut().unwrap()))
    };
    let reversed = rearranged(&|records| records.reverse());
    let twice = rearranged(&|records| records.extend(records.clone()));
    assert_eq!(said(&reversed).as_ref(), Some(&untouched));
    assert_eq!(said(&twice).as_ref(), Some(&untouched));
    // Any split: each record in a file of its own, the last first.
    let mut merged = Dossier::assemble(copy.0.id(), []);
    for index in (0..3).rev() {
        let file = rearranged(&|records| *records = vec![records[index].clone()]);
        merged.merge(read(&file).unwrap().records);
    }
    assert_eq!(merged.state_hash(), untouched.0);
}

#[test]
fn an_older_file_or_a_record_left_out_loses_nothing() {
    let old = Copy::agreed(1);
    let mut copy = old.clone();
    copy.write(Stage::Preparation, "Persiapan.");
    let state = copy.0.state_hash();
    let older = read(text_of(&old).as_bytes()).unwrap();
    let (counter, heads) = older.handoff.map(|letter| (letter.counter, letter.heads)).unwrap();
    assert_eq!((counter, heads), (1, old.0.heads()));
    assert_eq!(copy.0.merge(older.records), []);
    assert_eq!(copy.0.state_hash(), state);
    let cut = changed(&text_of(&copy), |file| {
        file["records"].as_array_mut().unwrap().remove(2);
    });
    let bundle = read(&cut).unwrap();
    let head = bundle.handoff.unwrap().heads[0];
    let mut partial = Dossier::assemble(bundle.dossier, bundle.records);
    assert_eq!(partial.standing(&head), Some(Standing::Waiting));
    assert_eq!(partial.missing().len(), 1);
    partial.merge(copy.records());
    assert_eq!(partial.state_hash(), state);
}

#[test]
fn a_third_partys_records_stay_aside_and_every_text_stays_text() {
    let copy = Copy::agreed(1);
    let state = copy.0.state_hash();
    let text = "<img src=x onerror=alert(1)> {{7*7}} javascript:alert(1) =1+1 \u{202e}gnp.exe\u{200b}";
    let revision = copy.0.stage(Stage::Planning).heads[0];
    let parents = [copy.0.heads()[0]];
    let record = copy.sign(3, &version(Stage::Planning, text), &parents);
    let cosign = copy.sign(3, &answer(Stage::Planning, revision, Decision::Agree), &[revision]);
    for record in [record, cosign] {
        let line = ["\n],".to_string(), format!(",\n{}\n],", record.text())];
        let file = text_of(&copy).replacen(&line[0], &line[1], 1);
        let read = read(file.as_bytes()).unwrap();
        assert_eq!(read.records.last(), Some(&record));
        let dossier = Dossier::assemble(read.dossier, read.records);
        assert_eq!(dossier.standing(&record.id()), Some(Standing::Stranger));
        assert_eq!(dossier.state_hash(), state);
    }
}
