//! What counts in a dossier, and where its stages stand.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use std::collections::BTreeSet;

use paraf::domain::stage::Stage;
use paraf::seal::bundle;
use paraf::seal::canonical::Hash;
use paraf::seal::dossier::{Dossier, Standing};
use paraf::seal::proof::{self, ProofFault};
use paraf::seal::record::{CoSign, Content, Decision, Record, RecordFault};
use serde_json::{Value, json};

use super::pair::{CREATED, Copy, answer, genesis, key, version};
use Decision::{Agree, Return};
use Stage::{Observation, Planning, Preparation};

/// Compares the states of the first stages; the rest is locked.
#[track_caller]
fn check_states(copy: &Copy, expected: &str) {
    let locked = [expected, &" Locked".repeat(7 - expected.split(' ').count())].concat();
    assert_eq!(copy.states(), locked);
}

/// Signs anything as a record, also what this version of the program would not write.
fn sign_value(byte: u8, record: Value) -> Value {
    proof::sign(record, &key(byte), CREATED)
}

fn newer_record(copy: &Copy, parents: &[Hash]) -> Value {
    let parents: Vec<String> = parents.iter().map(Hash::to_string).collect();
    let record = json!({
        "format": 2, "type": "Revision", "dossier": copy.0.id().to_string(), "stage": "planning", "seq": 1,
        "parents": parents, "by": key(1).did().as_str(), "body": {"reason": "Baru"}, "mood": {"new": [1]},
    });
    sign_value(1, record)
}

#[test]
fn each_stage_opens_when_the_one_before_is_agreed() {
    let mut copy = Copy::started();
    for (index, stage) in Stage::ALL.into_iter().enumerate() {
        let before = "Agreed ".repeat(index);
        check_states(&copy, &format!("{before}Open"));
        copy.write(stage, "Isi pertama.");
        check_states(&copy, &format!("{before}Waiting"));
        copy.answer(stage, Agree);
    }
    assert_eq!(copy.states(), ["Agreed"; 7].join(" "));
    assert_eq!(copy.0.heads().len(), 1);
}

#[test]
fn a_record_counts_only_when_it_may_be_written_there_by_its_signer() {
    let mut copy = Copy::started();
    let start = copy.0.id();
    let plan = copy.write(Planning, "Rencana.");
    let returned = copy.answer(Planning, Return);
    let better = copy.write(Planning, "Rencana yang lebih baik.");
    let agreed = copy.answer(Planning, Agree);
    let elsewhere = Hash::of_bytes(b"a version of another dossier");
    let prepared = version(Preparation, "Persiapan.");
    let agree_to = |stage, target| answer(stage, target, Agree);
    let cases: Vec<(&str, u8, Content, Vec<Hash>, Standing)> = vec![
        ("the next stage", 1, prepared.clone(), vec![agreed], Standing::Counts),
        ("no agreement at all", 1, prepared.clone(), vec![start], Standing::GateJumped),
        ("ahead of a version", 1, prepared.clone(), vec![better], Standing::Counts),
        ("ahead by two stages", 2, version(Observation, "Jauh."), vec![better], Standing::GateJumped),
        ("on a return", 1, prepared.clone(), vec![returned], Standing::GateJumped),
        ("one stage too far", 2, version(Observation, "Jauh."), vec![agreed], Standing::GateJumped),
        ("the last stage first", 2, version(Stage::Assessment, "Nilai."), vec![start], Standing::GateJumped),
        ("plan by the superior", 2, version(Planning, "Titipan."), vec![agreed], Standing::WrongSide),
        ("preparation by the superior", 2, prepared.clone(), vec![agreed], Standing::WrongSide),
        ("agreeing with oneself", 1, agree_to(Planning, better), vec![better], Standing::WrongSide),
        ("answer to the start", 2, agree_to(Planning, start), vec![start], Standing::WrongTarget),
        ("answer to an answer", 2, agree_to(Planning, agreed), vec![agreed], Standing::WrongTarget),
        ("answer of another stage", 2, agree_to(Preparation, better), vec![better], Standing::WrongTarget),
        (
            "answer to what is elsewhere",
            2,
            agree_to(Planning, elsewhere),
            vec![better],
            Standing::WrongTarget,
        ),
        ("answer beside its parents", 2, agree_to(Planning, better), vec![plan], Standing::WrongTarget),
        ("plan by a stranger", 3, version(Planning, "Bukan siapa-siapa."), vec![agreed], Standing::Stranger),
        ("answer by a stranger", 3, agree_to(Planning, better), vec![better], Standing::Stranger),
        ("parent that is missing", 1, prepared.clone(), vec![agreed, elsewhere], Standing::Waiting),
    ];
    for (what, byte, content, parents, standing) in cases {
        let mut changed = copy.clone();
        let id = changed.add(byte, &content, &parents);
        assert_eq!(changed.0.standing(&id), Some(standing), "{what}");
        if standing != Standing::Counts {
            assert_eq!(changed.0.state_hash(), copy.0.state_hash(), "{what}");
            assert_eq!(changed.states(), copy.states(), "{what}");
            let above = changed.add(1, &version(Planning, "Di atasnya."), &[id]);
            let is_waiting = standing == Standing::Waiting;
            let expected = if is_waiting { Standing::Waiting } else { Standing::OnUncounted };
            assert_eq!(changed.0.standing(&above), Some(expected), "above {what}");
        }
    }
}

#[test]
fn a_stranger_cannot_make_a_dossier_wait_for_what_never_comes() {
    let mut copy = Copy::agreed(1);
    let never = Hash::of_bytes(b"never");
    let id = copy.add(3, &version(Planning, "Bukan siapa-siapa."), &[never]);
    assert_eq!(copy.0.standing(&id), Some(Standing::Stranger));
    assert_eq!(copy.0.missing(), []);
}

#[test]
fn records_of_another_dossier_do_not_count() {
    let other = Record::sign(&Content::Dossier(Box::new(genesis())), None, &[], &key(2), CREATED).unwrap();
    let mut copy = Copy::agreed(1);
    let before = copy.0.state_hash();
    let there = Copy(Dossier::assemble(other.id(), [other]));
    let plan = there.sign(1, &version(Planning, "Di tempat lain."), &[there.0.id()]);
    let plan_id = plan.id();
    copy.0.merge([plan]);
    copy.take(&there);
    let lured = copy.add(2, &answer(Planning, plan_id, Agree), &[plan_id]);
    assert_eq!(copy.0.standing(&there.0.id()), Some(Standing::Foreign));
    assert_eq!(copy.0.standing(&plan_id), Some(Standing::Foreign));
    assert_eq!(copy.0.standing(&lured), Some(Standing::OnUncounted));
    assert_eq!(copy.0.state_hash(), before);
}

#[test]
fn one_key_cannot_be_both_sides() {
    let mut alone = genesis();
    alone.superior.did = alone.employee.did.clone();
    let signed = Record::sign(&Content::Dossier(Box::new(alone)), None, &[], &key(1), CREATED);
    assert_eq!(signed, Err(RecordFault::Shape));
    let by_stranger = Record::sign(&Content::Dossier(Box::new(genesis())), None, &[], &key(3), CREATED);
    assert_eq!(by_stranger, Err(RecordFault::Shape));
}

#[test]
fn whatever_builds_on_a_missing_record_waits_and_counts_when_it_arrives() {
    let mut whole = Copy::agreed(4);
    whole.write(Planning, "Rencana baru.");
    whole.answer(Planning, Agree);
    for dropped in whole.records() {
        let left = whole.records().into_iter().filter(|record| record.id() != dropped.id());
        let mut cut = Dossier::assemble(whole.0.id(), left);
        for record in cut.records() {
            let waits = dropped.id() == whole.0.id() || whole.0.builds_on(&record.id(), &dropped.id());
            let expected = if waits { Standing::Waiting } else { Standing::Counts };
            assert_eq!(cut.standing(&record.id()), Some(expected));
        }
        let is_named = whole.records().iter().any(|record| record.parents().contains(&dropped.id()));
        let expected: Vec<Hash> = is_named.then_some(dropped.id()).into_iter().collect();
        assert_eq!(cut.missing(), expected);
        cut.merge([dropped]);
        assert_eq!(cut, whole.0);
    }
}

#[test]
fn a_returned_version_waits_for_its_writer_until_the_next_one() {
    let mut copy = Copy::started();
    copy.write(Planning, "Rencana.");
    let returned = copy.answer(Planning, Return);
    check_states(&copy, "Returned");
    assert_eq!(copy.0.stage(Planning).returned, Some(returned));
    let next = copy.write(Planning, "Rencana kedua.");
    check_states(&copy, "Waiting");
    assert!(copy.0.builds_on(&next, &returned));
    copy.answer(Planning, Agree);
    check_states(&copy, "Agreed Open");
    assert_eq!(copy.0.stage(Planning).versions.len(), 2);
}

#[test]
fn a_return_says_why() {
    let mut copy = Copy::started();
    let target = copy.write(Planning, "Rencana.");
    for note in ["", " \n\t "] {
        let note = note.to_string();
        let (reply, remarks) = (Default::default(), Vec::new());
        let cosign = CoSign { stage: Planning, target, decision: Return, note, reply, remarks };
        let content = Content::CoSign(Box::new(cosign));
        let signed = Record::sign(&content, Some(copy.0.id()), &[(target, 1)], &key(2), CREATED);
        assert_eq!(signed, Err(RecordFault::Shape));
    }
}

#[test]
fn an_agreed_amendment_makes_later_stages_stale_until_each_is_confirmed() {
    let mut copy = Copy::agreed(3);
    let first = copy.0.stage(Planning).agreed;
    copy.write(Planning, "Rencana baru.");
    check_states(&copy, "AmendmentWaiting Agreed Agreed Open");
    copy.answer(Planning, Return);
    check_states(&copy, "AmendmentReturned Agreed Agreed Open");
    assert_eq!(copy.0.stage(Planning).agreed, first);
    copy.write(Planning, "Rencana baru, diperjelas.");
    copy.answer(Planning, Agree);
    check_states(&copy, "Agreed Stale Stale Open");
    assert_ne!(copy.0.stage(Planning).agreed, first);
    copy.write(Preparation, "Isi pertama.");
    // The stage between is on its way, which must not hide that the one after it is stale.
    check_states(&copy, "Agreed AmendmentWaiting Stale Open");
    copy.answer(Preparation, Agree);
    check_states(&copy, "Agreed Agreed Stale Open");
    copy.write(Observation, "Isi pertama.");
    copy.answer(Observation, Agree);
    check_states(&copy, "Agreed Agreed Agreed Open");
}

#[test]
fn an_agreement_is_not_undone_by_a_later_return() {
    let mut copy = Copy::agreed(1);
    copy.answer(Planning, Return);
    check_states(&copy, "Agreed Open");
}

#[test]
fn versions_that_diverge_are_both_kept_until_one_follows_both() {
    let mut phone = Copy::agreed(1);
    let mut laptop = phone.clone();
    let (one, other) = (phone.write(Planning, "Dari ponsel."), laptop.write(Planning, "Dari laptop."));
    let mut both = phone.clone();
    both.take(&laptop);
    laptop.take(&phone);
    assert_eq!(both.0, laptop.0);
    check_states(&both, "Diverged Open");
    assert_eq!(BTreeSet::from_iter(both.0.stage(Planning).heads.clone()), BTreeSet::from([one, other]));
    // An answer to one of them does not choose between them.
    let mut answered = both.clone();
    answered.answer(Planning, Agree);
    check_states(&answered, "Diverged Open");
    let resolved = both.write(Planning, "Dari keduanya.");
    check_states(&both, "AmendmentWaiting Open");
    let parents = both.0.record(&resolved).unwrap().parents().to_vec();
    assert!(parents.contains(&one) && parents.contains(&other));
    both.answer(Planning, Agree);
    check_states(&both, "Agreed Open");
}

#[test]
fn a_record_that_is_forgotten_leaves_nothing_behind() {
    let phone = Copy::agreed(1);
    let mut laptop = phone.clone();
    let one = laptop.write(Planning, "Dari laptop.");
    let other = laptop.write(Planning, "Lagi.");
    assert_ne!(laptop.0, phone.0);
    laptop.0.forget(&[one, other]);
    assert_eq!(laptop.0, phone.0);
}

#[test]
fn a_contradiction_is_shown_until_an_answer_after_both() {
    let mut phone = Copy::started();
    phone.write(Planning, "Rencana.");
    let mut laptop = phone.clone();
    phone.answer(Planning, Agree);
    laptop.answer(Planning, Return);
    phone.take(&laptop);
    check_states(&phone, "Unclear");
    for (decision, expected) in [(Agree, "Agreed Open"), (Return, "Returned")] {
        let mut resolved = phone.clone();
        resolved.answer(Planning, decision);
        check_states(&resolved, expected);
        let mut changed_again = resolved.clone();
        changed_again.answer(Planning, Agree);
        check_states(&changed_again, "Agreed Open");
    }
    phone.write(Planning, "Rencana kedua.");
    check_states(&phone, "Waiting");
}

#[test]
fn a_newer_record_is_kept_byte_for_byte_and_never_counts() {
    let mut copy = Copy::started();
    let before = copy.0.state_hash();
    let text = serde_json::to_string_pretty(&newer_record(&copy, &[copy.0.id()])).unwrap();
    let newer = Record::read(&text).unwrap();
    let id = newer.id();
    copy.0.merge([newer]);
    assert_eq!(copy.0.standing(&id), Some(Standing::Newer));
    assert_eq!((copy.0.state_hash(), copy.states()), (before, Copy::started().states()));
    assert!(copy.0.stage(Planning).has_newer && !copy.0.stage(Preparation).has_newer);
    let above = copy.add(2, &answer(Planning, id, Agree), &[id]);
    assert_eq!(copy.0.standing(&above), Some(Standing::Newer));
    assert!(bundle::write(&copy.0, None).contains(&text));
}

#[test]
fn a_newer_record_with_a_broken_proof_is_refused() {
    let mut value = newer_record(&Copy::started(), &[Copy::started().0.id()]);
    value["mood"] = json!({"new": [2]});
    assert_eq!(Record::read(&value.to_string()), Err(RecordFault::Proof(ProofFault::Signature)));
}

#[test]
fn a_dossier_that_a_newer_version_started_is_named_as_such() {
    let mut value: Value = serde_json::from_str(Copy::started().records()[0].text()).unwrap();
    value["body"]["observer"] = json!("did:key:later");
    let same_format = sign_value(1, value.clone()).to_string();
    value["format"] = json!(2);
    let next_format = sign_value(1, value).to_string();
    for text in [same_format, next_format] {
        assert_eq!(Record::read(&text), Err(RecordFault::Newer));
    }
}

#[test]
fn what_this_version_cannot_show_whole_is_newer_and_what_is_wrong_is_refused() {
    let copy = Copy::agreed(1);
    let texts: Vec<Value> =
        copy.0.counted().map(|record| serde_json::from_str(record.text()).unwrap()).collect();
    let (plan, agreement) = (&texts[1], &texts[2]);
    let changed = |record: &Value, change: &dyn Fn(&mut Value)| {
        let byte = if record["by"] == texts[0]["by"] { 1 } else { 2 };
        let mut record = record.clone();
        change(&mut record);
        match Record::read(&sign_value(byte, record).to_string()) {
            Ok(record) => record.kind().to_string(),
            Err(fault) => format!("{fault:?}"),
        }
    };
    type Change = Box<dyn Fn(&mut Value)>;
    let set = |pointer: &'static str, value: Value| -> Change {
        Box::new(move |record: &mut Value| {
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            record.pointer_mut(parent).unwrap()[name] = value.clone();
        })
    };
    let long = "a".repeat(2001);
    let hash = Hash::of_bytes(b"").to_string();
    let cases: Vec<(&Value, Change, &str)> = vec![
        (plan, set("/seq", json!(7)), "Revision"),
        (plan, set("/body/ext", json!({"later": [1, {"a": null}]})), "Revision"),
        (plan, set("/body/unasked", json!("Jawaban lain.")), "Revision"),
        (plan, set("/mood", json!("")), "Newer"),
        (plan, set("/stage", json!("celebration")), "Newer"),
        (plan, set("/type", json!("Handover")), "Newer"),
        (plan, set("/format", json!(0)), "Shape"),
        (plan, set("/format", json!("1")), "Shape"),
        (plan, set("/stage", json!(1)), "Shape"),
        (plan, set("/body", json!([])), "Shape"),
        (plan, set("/body/reason", json!(1)), "Shape"),
        (plan, set("/seq", json!(-1)), "Shape"),
        (plan, set("/parents", json!([])), "Shape"),
        (plan, set("/parents", json!([hash, hash])), "Shape"),
        (plan, set("/parents", json!([hash.to_uppercase()])), "Shape"),
        (plan, set("/dossier", Value::Null), "Shape"),
        (plan, set("/by", agreement["by"].clone()), "Shape"),
        (agreement, set("/body/ext", json!({"later": 1})), "CoSign"),
        (agreement, set("/body/note", json!("")), "CoSign"),
        (agreement, set("/body/reply", json!({"expectations": "Semoga."})), "CoSign"),
        (agreement, set("/body/decision", json!("abstain")), "Newer"),
        (agreement, set("/body/mood", json!(1)), "Newer"),
        (agreement, set("/body/note", json!(long)), "Shape"),
        (agreement, set("/body/reply", json!([])), "Shape"),
        (agreement, set("/body/target", json!("sha256:00")), "Shape"),
        (&texts[0], set("/stage", json!("planning")), "Shape"),
        (&texts[0], set("/parents", json!([hash])), "Shape"),
        (&texts[0], set("/dossier", json!(hash)), "Shape"),
        (&texts[0], set("/body/employee/nip", json!("1985")), "Shape"),
        (&texts[0], set("/body/employee/name", json!(" Rina  Contoh")), "Shape"),
        (&texts[0], set("/body/rules/more", json!(1)), "Shape"),
    ];
    for (index, (record, change, expected)) in cases.iter().enumerate() {
        assert_eq!(changed(record, change), *expected, "case {index}");
    }
}

#[test]
fn each_record_is_numbered_one_above_the_highest_that_it_builds_on() {
    let mut copy = Copy::started();
    let first = copy.write(Planning, "Satu");
    let second = copy.write(Planning, "Dua");
    let side = copy.add(1, &version(Planning, "Lain"), &[copy.0.id()]);
    let joined = copy.add(1, &version(Planning, "Bersama"), &[side, second]);
    let number = |id: &Hash| {
        let value = paraf::seal::strict::parse(copy.0.record(id).unwrap().text()).unwrap();
        (value["seq"].as_u64().unwrap(), copy.0.depth(id))
    };
    assert_eq!(number(&copy.0.id()), (0, 0));
    assert_eq!(number(&first), (1, 1));
    assert_eq!(number(&second), (2, 2));
    assert_eq!(number(&side), (1, 1));
    assert_eq!(number(&joined), (3, 3));
    assert_eq!(copy.0.depth(&Hash::of_bytes(b"nothing")), 0);
}

#[test]
fn a_record_names_as_many_parents_as_the_format_says_and_no_more() {
    let copy = Copy::started();
    let parents = |count: u64| -> Vec<(Hash, u64)> {
        (0..count).map(|number| (Hash::of_bytes(&number.to_le_bytes()), 0)).collect()
    };
    let sign =
        |count| Record::sign(&version(Planning, "x"), Some(copy.0.id()), &parents(count), &key(1), CREATED);
    assert_eq!(sign(64).map(|record| record.parents().len()), Ok(64));
    assert_eq!(sign(65).unwrap_err(), RecordFault::Shape);
    assert_eq!(sign(66).unwrap_err(), RecordFault::Shape);
}
