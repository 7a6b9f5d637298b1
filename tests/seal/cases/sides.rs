//! Another superior, an acting one, and what is signed for a side that cannot sign itself.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use paraf::domain::stage::{Party, Position, Stage, StageState};
use paraf::seal::canonical::Hash;
use paraf::seal::dossier::Standing;
use paraf::seal::record::{Decision, Genesis};

use super::super::pair::{Copy, answer, close, genesis, handover, key};
use super::{COLLEAGUE, EMPLOYEE, STRANGER, SUCCESSOR, SUPERIOR, check, check_any_order, joined, state};
use Decision::{Agree, Automatic, Paper, Return};
use Stage::{Assessment, Observation, Planning, Preparation};
use Standing::{Counts, Stranger, Waiting, WrongSide, WrongTarget};

#[test]
fn a_dossier_goes_over_by_either_side_to_somebody_who_is_no_side() {
    let copy = Copy::agreed(1);
    let heads = copy.0.heads();
    let never = Hash::of_bytes(b"never");
    check(
        &copy,
        vec![
            ("by the superior", SUPERIOR, handover(SUCCESSOR, false), heads.clone(), Counts),
            ("by the employee", EMPLOYEE, handover(SUCCESSOR, true), heads.clone(), Counts),
            ("by the one who comes", SUCCESSOR, handover(SUCCESSOR, false), heads.clone(), Stranger),
            ("by a stranger", STRANGER, handover(SUCCESSOR, false), heads.clone(), Stranger),
            ("to the superior", EMPLOYEE, handover(SUPERIOR, false), heads.clone(), WrongSide),
            ("to the employee", SUPERIOR, handover(EMPLOYEE, false), heads.clone(), WrongSide),
            ("on what is missing", SUPERIOR, handover(SUCCESSOR, false), vec![never], Waiting),
        ],
    );
    let mut over = copy.clone();
    let first = over.add(SUPERIOR, &handover(SUCCESSOR, true), &heads);
    assert!(over.0.is_acting() && !copy.0.is_acting());
    assert_eq!(over.0.card(Party::Superior).unwrap().did, *key(SUCCESSOR).did());
    assert_eq!(over.0.card(Party::Employee), copy.0.card(Party::Employee));
    let sides = [EMPLOYEE, SUPERIOR, STRANGER, SUCCESSOR].map(|byte| over.0.side_of(key(byte).did()));
    assert_eq!(sides, [Some(Party::Employee), None, None, Some(Party::Superior)]);
    check(
        &over,
        vec![
            ("on by the old one", SUPERIOR, handover(COLLEAGUE, false), vec![first], WrongSide),
            ("on by the new one", SUCCESSOR, handover(COLLEAGUE, false), vec![first], Counts),
            ("back", SUCCESSOR, handover(SUPERIOR, false), vec![first], Counts),
            ("once more to the same", EMPLOYEE, handover(SUCCESSOR, false), vec![first], WrongSide),
        ],
    );
    over.add(SUCCESSOR, &handover(SUPERIOR, false), &[first]);
    assert_eq!(over.0.side_of(key(SUPERIOR).did()), Some(Party::Superior));
    assert_eq!(over.0.handovers().count(), 2);
    over.write(Preparation, "Persiapan.");
    over.answer(Preparation, Agree);
    assert_eq!(state(&over, Preparation), StageState::Agreed);
    check_any_order(&over);
}

#[test]
fn who_the_superior_is_follows_from_what_a_record_builds_on() {
    let mut copy = Copy::started();
    let plan = copy.write(Planning, "Rencana.");
    let mut over = copy.clone();
    let handed = over.add(EMPLOYEE, &handover(SUCCESSOR, false), &over.0.heads());
    let agree = answer(Planning, plan, Agree);
    check(
        &over,
        vec![
            ("by the old one above it", SUPERIOR, agree.clone(), vec![plan, handed], WrongSide),
            ("by the old one beside it", SUPERIOR, agree.clone(), vec![plan], Counts),
            ("by the new one above it", SUCCESSOR, agree.clone(), vec![plan, handed], Counts),
            ("by the new one beside it", SUCCESSOR, agree.clone(), vec![plan], WrongSide),
            ("closing by the old one", SUPERIOR, close("moved"), vec![handed], WrongSide),
            ("closing by the new one", SUCCESSOR, close("moved"), vec![handed], Counts),
        ],
    );
    // What the old one signs beside it counts and settles nothing, see `late.rs`.
    copy.add(SUPERIOR, &agree, &[plan]);
    assert_eq!(state(&joined(&over, &copy), Planning), StageState::Waiting);
    // What is written from now on builds on the handover, so the old one cannot answer it.
    let next = over.write(Planning, "Rencana untuk atasan baru.");
    assert!(over.0.builds_on(&next, &handed));
}

#[test]
fn of_two_handovers_on_two_devices_both_see_the_same_superior() {
    let started = Copy::agreed(1);
    let (mut one, mut other) = (started.clone(), started.clone());
    one.add(SUPERIOR, &handover(SUCCESSOR, false), &started.0.heads());
    other.add(EMPLOYEE, &handover(COLLEAGUE, false), &started.0.heads());
    let mut both = joined(&one, &other);
    let sides = [SUPERIOR, SUCCESSOR, COLLEAGUE].map(|byte| both.0.side_of(key(byte).did()));
    assert_eq!(sides.iter().flatten().count(), 1);
    let chosen = if sides[1].is_some() { SUCCESSOR } else { COLLEAGUE };
    let left = SUCCESSOR + COLLEAGUE - chosen;
    let plan = both.write(Planning, "Rencana baru.");
    let agree = answer(Planning, plan, Agree);
    let mut cases = vec![
        ("answer by the one of the newest", chosen, agree.clone(), vec![plan], Counts),
        ("answer by the one of the other", left, agree, vec![plan], WrongSide),
    ];
    let handed: Vec<Hash> = both.0.handovers().map(|(record, _)| record.id()).collect();
    for parents in [vec![handed[0], handed[1]], vec![handed[1], handed[0]]] {
        cases.push(("closing by the one of the newest", chosen, close("moved"), parents.clone(), Counts));
        cases.push(("closing by the one of the other", left, close("moved"), parents, WrongSide));
    }
    check(&both, cases);
}

#[test]
fn a_plan_is_agreed_by_rule_only_under_an_acting_superior_or_for_a_principal() {
    let by_rule = |target| answer(Planning, target, Automatic);
    let mut of_principal = Copy::of(Genesis { position: Position::Principal, ..genesis() });
    let plan = of_principal.write(Planning, "Rencana.");
    check(
        &of_principal,
        vec![
            ("of a principal", EMPLOYEE, by_rule(plan), vec![plan], Counts),
            ("of a principal, by the superior", SUPERIOR, by_rule(plan), vec![plan], WrongSide),
        ],
    );
    let mut permanent = Copy::started();
    let plan = permanent.write(Planning, "Rencana.");
    check(&permanent, vec![("not acting", EMPLOYEE, by_rule(plan), vec![plan], WrongSide)]);
    let acting = permanent.add(SUPERIOR, &handover(SUCCESSOR, true), &permanent.0.heads());
    check(
        &permanent,
        vec![
            ("beside the handover", EMPLOYEE, by_rule(plan), vec![plan], WrongSide),
            ("above the handover", EMPLOYEE, by_rule(plan), vec![plan, acting], Counts),
        ],
    );

    let mut copy = Copy::under_an_acting_superior();
    let plan = copy.write(Planning, "Rencana.");
    check(
        &copy,
        vec![
            ("by the employee", EMPLOYEE, by_rule(plan), vec![plan], Counts),
            ("by the superior", SUPERIOR, by_rule(plan), vec![plan], WrongSide),
            ("by a stranger", STRANGER, by_rule(plan), vec![plan], Stranger),
            ("beside its parents", EMPLOYEE, by_rule(plan), vec![copy.0.id()], WrongTarget),
        ],
    );
    let mut over = copy.clone();
    let handed = over.add(SUPERIOR, &handover(SUCCESSOR, false), &[plan]);
    check(&over, vec![("no longer acting", EMPLOYEE, by_rule(plan), vec![plan, handed], WrongSide)]);

    copy.add(EMPLOYEE, &by_rule(plan), &[plan]);
    assert_eq!(copy.states(), "Agreed Open Locked Locked Locked Locked Locked");
    let prepared = copy.write(Preparation, "Persiapan.");
    let by_rule = answer(Preparation, prepared, Automatic);
    check(&copy, vec![("another stage", EMPLOYEE, by_rule, vec![prepared], WrongSide)]);
}

#[test]
fn a_paper_is_recorded_by_the_side_that_writes_the_stage() {
    let mut copy = Copy::agreed(2);
    let seen = copy.write(Observation, "Pengamatan.");
    let paper = answer(Observation, seen, Paper);
    check(
        &copy,
        vec![
            ("by the writer", SUPERIOR, paper.clone(), vec![seen], Counts),
            ("by the other side", EMPLOYEE, paper.clone(), vec![seen], WrongSide),
            ("by a stranger", STRANGER, paper.clone(), vec![seen], Stranger),
            ("of another stage", SUPERIOR, answer(Assessment, seen, Paper), vec![seen], WrongTarget),
        ],
    );
    let paper = copy.add(SUPERIOR, &paper, &[seen]);
    assert_eq!(state(&copy, Observation), StageState::Agreed);
    assert_eq!(state(&copy, Stage::Discussion), StageState::Open);
    // Amending an earlier stage makes it stale, as it does any agreement.
    copy.write(Planning, "Rencana baru.");
    copy.answer(Planning, Agree);
    assert_eq!(state(&copy, Observation), StageState::Stale);
    assert_eq!(copy.0.stage(Observation).agreed.unwrap().cosign, paper);
}

#[test]
fn what_was_signed_for_the_other_side_gives_way_to_what_it_says_itself() {
    for on_its_behalf in [Paper, Automatic] {
        for (itself, expected) in [(Return, StageState::Returned), (Agree, StageState::Agreed)] {
            for order in ["before", "after", "beside"] {
                let mut copy = Copy::under_an_acting_superior();
                let plan = copy.write(Planning, "Rencana.");
                let deeds = match order {
                    "before" => [(SUPERIOR, itself), (EMPLOYEE, on_its_behalf)],
                    _ => [(EMPLOYEE, on_its_behalf), (SUPERIOR, itself)],
                };
                let mut own = plan;
                for (by, decision) in deeds {
                    let parents =
                        if order == "beside" { vec![plan] } else { copy.0.parents_of_answer(&plan) };
                    let id = copy.add(by, &answer(Planning, plan, decision), &parents);
                    own = if by == SUPERIOR { id } else { own };
                }
                let what = format!("{itself:?} {order} {on_its_behalf:?}");
                assert_eq!(state(&copy, Planning), expected, "{what}");
                assert_eq!(copy.0.decision_on(&plan), Some(own), "{what}");
                check_any_order(&copy);
            }
        }
    }
}
