//! The steps beside the plain way: for each type of record what counts, what does not, and what follows
//! from it, in whatever order the records come.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

mod bodies;
mod keys;
mod late;
mod sides;

use paraf::domain::stage::{Party, Stage, StageState};
use paraf::seal::canonical::Hash;
use paraf::seal::dossier::{Dossier, Standing};
use paraf::seal::record::{Content, Decision};

use super::pair::{
    Copy, advise, answer, close, delegate, handover, key, recommend, reopen, transcript, version, withdraw,
};
use Decision::{Agree, Paper, Return};
use Stage::{Assessment, Observation, Planning, Preparation};
use Standing::{Counts, GateJumped, OnUncounted, Stranger, Waiting, WrongSide, WrongTarget};

// Who signs, by the byte of the key.
const EMPLOYEE: u8 = 1;
const SUPERIOR: u8 = 2;
const STRANGER: u8 = 3;
const SUCCESSOR: u8 = 4;
const COLLEAGUE: u8 = 5;

/// What is tried, who signs it, what it says, what it builds on, and its standing.
type Case<'a> = (&'a str, u8, Content, Vec<Hash>, Standing);

/// Signs each case into a copy of its own; what does not count must change nothing.
#[track_caller]
fn check(copy: &Copy, cases: Vec<Case>) {
    for (what, by, content, parents, standing) in cases {
        let mut changed = copy.clone();
        let id = changed.add(by, &content, &parents);
        assert_eq!(changed.0.standing(&id), Some(standing), "{what}");
        if standing != Counts {
            assert_eq!(changed.0.state_hash(), copy.0.state_hash(), "{what}");
            assert_eq!(changed.states(), copy.states(), "{what}");
            let above = changed.add(EMPLOYEE, &close("moved"), &[id]);
            let is_waiting = standing == Waiting;
            let expected = if is_waiting { Waiting } else { OnUncounted };
            assert_eq!(changed.0.standing(&above), Some(expected), "above {what}");
        }
    }
}

/// The state of one stage.
fn state(copy: &Copy, stage: Stage) -> StageState {
    copy.0.stage(stage).state
}

/// Puts the records together in every rotation of their order, both ways, one by one, and checks that
/// all give the same dossier.
#[track_caller]
fn check_any_order(copy: &Copy) {
    let records = copy.records();
    for turn in 0..records.len() {
        let mut order = records.clone();
        order.rotate_left(turn);
        for order in [order.clone(), order.into_iter().rev().collect()] {
            let mut dossier = Dossier::assemble(copy.0.id(), []);
            for record in order {
                dossier.merge([record]);
            }
            assert_eq!(dossier, copy.0);
        }
    }
}

/// Joins the copies of two devices.
fn joined(one: &Copy, other: &Copy) -> Copy {
    let mut both = one.clone();
    both.take(other);
    check_any_order(&both);
    both
}

#[test]
fn a_version_is_taken_back_by_whoever_signed_it() {
    let mut copy = Copy::agreed(2);
    let (start, agreed) = (copy.0.id(), copy.0.stage(Planning).agreed.unwrap());
    let seen = copy.write(Observation, "Pengamatan.");
    let elsewhere = Hash::of_bytes(b"a version of another dossier");
    check(
        &copy,
        vec![
            ("one's own version", SUPERIOR, withdraw(Observation, seen), vec![seen], Counts),
            ("the other's version", EMPLOYEE, withdraw(Observation, seen), vec![seen], WrongSide),
            ("by a stranger", STRANGER, withdraw(Observation, seen), vec![seen], Stranger),
            ("beside its parents", SUPERIOR, withdraw(Observation, seen), vec![start], WrongTarget),
            ("as of another stage", SUPERIOR, withdraw(Assessment, seen), vec![seen], WrongTarget),
            ("the start", EMPLOYEE, withdraw(Planning, start), vec![start], WrongTarget),
            ("an answer", SUPERIOR, withdraw(Planning, agreed.cosign), vec![agreed.cosign], WrongTarget),
            ("what is elsewhere", EMPLOYEE, withdraw(Planning, elsewhere), vec![start], WrongTarget),
            ("what is missing", EMPLOYEE, withdraw(Planning, elsewhere), vec![elsewhere], Waiting),
        ],
    );
}

#[test]
fn what_the_superior_wrote_on_paper_is_copied_by_the_employee_only() {
    let copy = Copy::agreed(2);
    let gate = vec![copy.0.stage(Preparation).agreed.unwrap().cosign];
    check(
        &copy,
        vec![
            ("by the employee", EMPLOYEE, transcript(Observation), gate.clone(), Counts),
            ("by the superior", SUPERIOR, transcript(Observation), gate.clone(), WrongSide),
            ("of one's own stage", EMPLOYEE, transcript(Preparation), gate.clone(), WrongSide),
            ("before its gate", EMPLOYEE, transcript(Assessment), gate, GateJumped),
        ],
    );
    let mut copied = copy;
    let parents = copied.0.parents_of_revision(Observation);
    let version = copied.add(EMPLOYEE, &transcript(Observation), &parents);
    assert_eq!(state(&copied, Observation), StageState::Waiting);
    // The employee acknowledges what the superior wrote, as always.
    let parents = copied.0.parents_of_answer(&version);
    copied.add(EMPLOYEE, &answer(Observation, version, Agree), &parents);
    assert_eq!(state(&copied, Observation), StageState::Agreed);
    check_any_order(&copied);
}

#[test]
fn a_copy_of_a_paper_gives_way_to_what_the_superior_signed_itself() {
    for order in ["above", "beside", "below"] {
        let mut copy = Copy::agreed(6);
        let gate = copy.0.parents_of_revision(Assessment);
        let mut own = None;
        let deeds = if order == "below" { [EMPLOYEE, SUPERIOR] } else { [SUPERIOR, EMPLOYEE] };
        for by in deeds {
            let parents =
                if order == "beside" { gate.clone() } else { copy.0.parents_of_revision(Assessment) };
            if by == SUPERIOR {
                own = Some(copy.add(SUPERIOR, &version(Assessment, "Nilai saya."), &parents));
            } else {
                let copied = copy.add(EMPLOYEE, &transcript(Assessment), &parents);
                copy.add(EMPLOYEE, &answer(Assessment, copied, Agree), &[copied]);
            }
        }
        let own = own.unwrap();
        assert_eq!(state(&copy, Assessment), StageState::Waiting, "{order}");
        assert_eq!(
            (copy.0.stage(Assessment).heads.as_slice(), copy.0.stage(Assessment).agreed),
            (&[own][..], None)
        );
        let agree = copy.answer(Assessment, Agree);
        assert_eq!(copy.0.stage(Assessment).agreed.unwrap().cosign, agree, "{order}");
        check_any_order(&copy);
        // Once the superior takes the own version back, nothing stands against the copy.
        let taken_back = copy.sign(SUPERIOR, &withdraw(Assessment, own), &[own]);
        copy.0.merge([taken_back]);
        assert_eq!(copy.0.stage(Assessment).agreed.unwrap().cosign, agree, "{order}");
    }
    let mut copy = Copy::agreed(6);
    let parents = copy.0.parents_of_revision(Assessment);
    let copied = copy.add(EMPLOYEE, &transcript(Assessment), &parents);
    let own = copy.add(SUPERIOR, &version(Assessment, "Nilai saya."), &parents);
    copy.add(EMPLOYEE, &answer(Assessment, copied, Agree), &[copied]);
    copy.add(SUPERIOR, &withdraw(Assessment, own), &[own]);
    assert_eq!(state(&copy, Assessment), StageState::Agreed);
}

#[test]
fn what_was_taken_back_leaves_the_stage_as_it_was_before() {
    let mut copy = Copy::started();
    for (before, after) in [
        (StageState::Open, StageState::Waiting),
        (StageState::Returned, StageState::Waiting),
        (StageState::Agreed, StageState::AmendmentWaiting),
    ] {
        assert_eq!(state(&copy, Planning), before);
        let version = copy.write(Planning, "Terburu-buru.");
        assert_eq!(state(&copy, Planning), after);
        let back = copy.add(EMPLOYEE, &withdraw(Planning, version), &copy.0.parents_of_answer(&version));
        assert_eq!(state(&copy, Planning), before);
        assert_eq!(copy.0.withdrawal(&version), Some(back));
        assert!(copy.0.stage(Planning).versions.contains(&version));
        // The next version follows the withdrawal, so that a late agreement cannot hide it.
        let next = copy.write(Planning, "Lebih tenang.");
        assert!(copy.0.builds_on(&next, &back));
        copy.answer(Planning, if before == StageState::Open { Return } else { Agree });
    }
    check_any_order(&copy);
}

#[test]
fn an_agreement_signed_meanwhile_stands_against_a_withdrawal_and_a_return_does_not() {
    for (decision, expected) in
        [(Agree, StageState::Agreed), (Paper, StageState::Agreed), (Return, StageState::Open)]
    {
        let mut one = Copy::started();
        let plan = one.write(Planning, "Rencana.");
        let mut other = one.clone();
        one.add(EMPLOYEE, &withdraw(Planning, plan), &[plan]);
        assert_eq!(state(&one, Planning), StageState::Open);
        let by = if decision == Paper { EMPLOYEE } else { SUPERIOR };
        other.add(by, &answer(Planning, plan, decision), &[plan]);
        assert_eq!(state(&joined(&one, &other), Planning), expected, "{decision:?}");
    }
}

#[test]
fn a_dossier_is_closed_and_reopened_by_either_side_only() {
    let copy = Copy::agreed(1);
    let heads = copy.0.heads();
    let mut cases: Vec<Case> = Vec::new();
    for (by, standing) in
        [(EMPLOYEE, Counts), (SUPERIOR, Counts), (STRANGER, Stranger), (SUCCESSOR, Stranger)]
    {
        cases.push(("closing", by, close("retired"), heads.clone(), standing));
        cases.push(("reopening", by, reopen(), heads.clone(), standing));
    }
    check(&copy, cases);
}

#[test]
fn a_closing_ends_with_a_reopening_that_builds_on_it_whatever_comes_first() {
    let mut copy = Copy::agreed(1);
    let reason = |copy: &Copy| copy.0.closed().map(|(_, close)| close.reason.clone());
    let before = copy.states();
    let apart = copy.clone();
    copy.add(SUPERIOR, &close("moved"), &copy.0.heads());
    // It opens the assessment, so that what was served can be assessed, and changes nothing else.
    let opened = [before.strip_suffix("Locked").unwrap(), "Open"].concat();
    assert_eq!((reason(&copy), copy.states()), (Some("moved".into()), opened));
    // Another device closes too, and a third one reopens what it never saw closed.
    let (mut second, mut third) = (apart.clone(), apart);
    second.add(EMPLOYEE, &close("retired"), &second.0.heads());
    third.add(EMPLOYEE, &reopen(), &third.0.heads());
    let mut all = joined(&copy, &third);
    assert_eq!(reason(&all), Some("moved".into()));
    copy.add(EMPLOYEE, &reopen(), &copy.0.heads());
    assert_eq!(reason(&copy), None);
    all.take(&copy);
    assert_eq!(reason(&all), None);
    let mut all = joined(&all, &second);
    assert_eq!(reason(&all), Some("retired".into()));
    all.add(SUPERIOR, &reopen(), &all.0.heads());
    assert_eq!(reason(&all), None);
    all.add(SUPERIOR, &close("leave"), &all.0.heads());
    assert_eq!(reason(&all), Some("leave".into()));
    check_any_order(&all);
    // What is signed in a closed dossier is not lost.
    all.write(Preparation, "Persiapan.");
    assert_eq!(state(&all, Preparation), StageState::Waiting);
}

#[test]
fn the_superior_asks_a_colleague_who_is_no_side() {
    let copy = Copy::agreed(2);
    let heads = copy.0.heads();
    check(
        &copy,
        vec![
            ("by the superior", SUPERIOR, delegate(COLLEAGUE), heads.clone(), Counts),
            ("by the employee", EMPLOYEE, delegate(COLLEAGUE), heads.clone(), WrongSide),
            ("by the colleague", COLLEAGUE, delegate(COLLEAGUE), heads.clone(), Stranger),
            ("to the employee", SUPERIOR, delegate(EMPLOYEE), heads.clone(), WrongSide),
            ("to oneself", SUPERIOR, delegate(SUPERIOR), heads, WrongSide),
        ],
    );
}

#[test]
fn a_colleague_who_was_asked_observes_and_does_nothing_else() {
    let mut copy = Copy::agreed(2);
    let gate = copy.0.stage(Preparation).agreed.unwrap().cosign;
    let asked = copy.add(SUPERIOR, &delegate(COLLEAGUE), &copy.0.heads());
    let plan = copy.0.stage(Planning).heads[0];
    let seen = || version(Observation, "Yang saya lihat.");
    check(
        &copy,
        vec![
            ("observation", COLLEAGUE, seen(), vec![gate, asked], Counts),
            ("observation beside the request", COLLEAGUE, seen(), vec![gate], WrongSide),
            ("observation by the superior", SUPERIOR, seen(), vec![gate, asked], Counts),
            ("observation by another", SUCCESSOR, seen(), vec![gate, asked], Stranger),
            ("no gate", COLLEAGUE, seen(), vec![asked], Standing::GateJumped),
            ("plan", COLLEAGUE, version(Planning, "Titipan."), vec![plan, asked], WrongSide),
            ("assessment", COLLEAGUE, version(Assessment, "Nilai."), vec![gate, asked], WrongSide),
            ("answer", COLLEAGUE, answer(Planning, plan, Agree), vec![plan, asked], WrongSide),
            ("closing", COLLEAGUE, close("moved"), vec![asked], WrongSide),
            ("handover", COLLEAGUE, handover(SUCCESSOR, false), vec![asked], WrongSide),
            ("asking another", COLLEAGUE, delegate(SUCCESSOR), vec![asked], WrongSide),
            ("recommending items", COLLEAGUE, recommend(&["a"]), vec![asked], WrongSide),
            ("advice", COLLEAGUE, advise("Terlihat."), vec![asked], Counts),
            ("advice beside the request", COLLEAGUE, advise("Terlihat."), vec![gate], WrongSide),
            ("advice by the superior", SUPERIOR, advise("Terlihat."), vec![asked], WrongSide),
            ("advice by the employee", EMPLOYEE, advise("Terlihat."), vec![asked], WrongSide),
        ],
    );
    let may_write = |copy: &Copy, stage| {
        [EMPLOYEE, SUPERIOR, COLLEAGUE].map(|byte| copy.0.may_write(key(byte).did(), stage))
    };
    assert_eq!(may_write(&copy, Observation), [false, true, true]);
    assert_eq!(may_write(&copy, Assessment), [false, true, false]);
    let version = copy.add(COLLEAGUE, &seen(), &copy.0.parents_of_revision(Observation));
    check(
        &copy,
        vec![
            ("taking it back", COLLEAGUE, withdraw(Observation, version), vec![version], Counts),
            (
                "the superior takes it back",
                SUPERIOR,
                withdraw(Observation, version),
                vec![version],
                WrongSide,
            ),
            ("agreeing to it", COLLEAGUE, answer(Observation, version, Agree), vec![version], WrongSide),
            ("paper for it", COLLEAGUE, answer(Observation, version, Paper), vec![version], WrongSide),
        ],
    );
    copy.answer(Observation, Agree);
    assert_eq!(state(&copy, Observation), StageState::Agreed);
    check_any_order(&copy);
}

#[test]
fn only_the_superior_recommends_and_the_last_list_holds() {
    let mut copy = Copy::started();
    let heads = copy.0.heads();
    let cases = [(SUPERIOR, Counts), (EMPLOYEE, WrongSide), (STRANGER, Stranger)];
    check(
        &copy,
        cases.map(|(by, standing)| ("marks", by, recommend(&["a"]), heads.clone(), standing)).to_vec(),
    );
    for items in [["a", "b"].as_slice(), &["c"], &[]] {
        copy.add(SUPERIOR, &recommend(items), &copy.0.heads());
        assert_eq!(copy.0.recommended(Planning), items);
    }
    assert_eq!(state(&copy, Planning), StageState::Open);
    check_any_order(&copy);
}

#[test]
fn nobody_makes_themselves_known() {
    let mut copy = Copy::agreed(2);
    let before = (copy.0.state_hash(), copy.states());
    let never = Hash::of_bytes(b"never");
    let heads = copy.0.heads();
    // Two strangers name themselves and each other, and would make the dossier wait.
    let mut ids = Vec::new();
    for by in [STRANGER, SUCCESSOR] {
        for to in [STRANGER, SUCCESSOR] {
            ids.push(copy.add(by, &handover(to, false), &heads));
            ids.push(copy.add(by, &delegate(to), &heads));
        }
        ids.push(copy.add(by, &version(Observation, "Bukan siapa-siapa."), &[never]));
    }
    assert!(ids.iter().all(|id| copy.0.standing(id) == Some(Stranger)));
    assert_eq!((copy.0.state_hash(), copy.states()), before);
    assert_eq!(copy.0.missing(), []);
    check_any_order(&copy);
}

#[test]
fn somebody_who_is_named_later_is_a_stranger_only_until_then() {
    let mut copy = Copy::agreed(1);
    let handed = copy.sign(EMPLOYEE, &handover(SUCCESSOR, false), &copy.0.heads());
    let mut whole = copy.clone();
    whole.0.merge([handed.clone()]);
    let closed = whole.sign(SUCCESSOR, &close("moved"), &[handed.id()]);
    copy.0.merge([closed.clone()]);
    assert_eq!(copy.0.standing(&closed.id()), Some(Stranger));
    copy.0.merge([handed]);
    assert_eq!(copy.0.standing(&closed.id()), Some(Counts));
}

#[test]
fn no_number_of_records_beside_each_other_makes_a_dossier_too_wide_to_sign() {
    let mut copy = Copy::agreed(2);
    let heads = copy.0.heads();
    let plan = copy.0.stage(Planning).heads[0];
    let mut wide = Vec::new();
    for number in 0..70 {
        wide.push(copy.sign(SUPERIOR, &delegate(6 + number), &heads));
        wide.push(copy.sign(EMPLOYEE, &handover(6 + number, false), &heads));
        wide.push(copy.sign(SUPERIOR, &close(&number.to_string()), &heads));
        wide.push(copy.sign(SUPERIOR, &answer(Planning, plan, Return), &[plan]));
    }
    // The last handover makes the one who takes over the superior, whatever stands beside it.
    let last = copy.sign(EMPLOYEE, &handover(SUPERIOR, false), &[wide[1].id()]);
    let newest = last.id();
    copy.0.merge(wide);
    copy.0.merge([last]);
    assert_eq!(copy.0.side_of(key(SUPERIOR).did()), Some(Party::Superior));
    let counts = |copy: &Copy, id| copy.0.standing(&id) == Some(Counts);
    // Each device of a colleague wrote a version of its own; some new ones follow them all.
    let gate = copy.0.stage(Preparation).agreed.unwrap().cosign;
    for number in 0..70 {
        let text = format!("Versi {number}.");
        copy.add(SUPERIOR, &version(Observation, &text), &[gate, newest]);
    }
    assert_eq!(state(&copy, Observation), StageState::Diverged);
    for _ in 0..4 {
        let seen = copy.write(Observation, "Dari semuanya.");
        assert!(counts(&copy, seen));
    }
    assert_eq!(state(&copy, Observation), StageState::Waiting);
    let answered = copy.answer(Observation, Agree);
    assert!(counts(&copy, answered));
    // Every reopening ends some of the closings that it follows.
    for _ in 0..20 {
        let reopened = copy.add(EMPLOYEE, &reopen(), &copy.0.parents_of_case());
        assert!(counts(&copy, reopened));
    }
    assert!(copy.0.closed().is_none());
    let again = copy.add(SUPERIOR, &answer(Planning, plan, Agree), &copy.0.parents_of_answer(&plan));
    assert!(counts(&copy, again));
}
