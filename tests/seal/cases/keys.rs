//! A lost key is replaced: by the one that its card promised, or by the word of the other side. Nobody else
//! gets in, and of two changes every copy shows the same one.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use paraf::domain::stage::{Party, Stage, StageState};
use paraf::seal::canonical::Hash;
use paraf::seal::card::Card;
use paraf::seal::dossier::{CHANGES_MAX, Standing};
use paraf::seal::record::{Content, Decision, Genesis};

use super::super::pair::{Copy, answer, card, close, genesis, handover, key, key_change, version, withdraw};
use super::{EMPLOYEE, STRANGER, SUCCESSOR, SUPERIOR, check, check_any_order, joined, state};
use Decision::Agree;
use Stage::{Planning, Preparation};
use Standing::{Counts, Stranger, WrongSide};

/// The keys that the employee and the superior promised, and one that nobody did.
const EMPLOYEES_NEXT: u8 = 11;
const SUPERIORS_NEXT: u8 = 12;
const NEW: u8 = 6;

fn side(copy: &Copy, byte: u8) -> Option<Party> {
    copy.0.side_of(key(byte).did())
}

#[test]
fn a_key_is_replaced_by_the_promised_one_or_by_the_word_of_the_other_side() {
    let copy = Copy::agreed(1);
    let heads = copy.0.heads();
    let of = |from, to| key_change(from, to);
    check(
        &copy,
        vec![
            ("promised", EMPLOYEES_NEXT, of(EMPLOYEE, EMPLOYEES_NEXT), heads.clone(), Counts),
            ("promised to the superior", SUPERIORS_NEXT, of(SUPERIOR, SUPERIORS_NEXT), heads.clone(), Counts),
            ("vouched by the superior", SUPERIOR, of(EMPLOYEE, NEW), heads.clone(), Counts),
            ("vouched by the employee", EMPLOYEE, of(SUPERIOR, NEW), heads.clone(), Counts),
            ("by the lost key itself", EMPLOYEE, of(EMPLOYEE, NEW), heads.clone(), WrongSide),
            (
                "to the promised one, by the lost key",
                EMPLOYEE,
                of(EMPLOYEE, EMPLOYEES_NEXT),
                heads.clone(),
                WrongSide,
            ),
            ("by whom nobody promised", NEW, of(EMPLOYEE, NEW), heads.clone(), Stranger),
            (
                "by the promised one for another",
                EMPLOYEES_NEXT,
                of(SUPERIOR, EMPLOYEES_NEXT),
                heads.clone(),
                Stranger,
            ),
            ("by the promised one to another", EMPLOYEES_NEXT, of(EMPLOYEE, NEW), heads.clone(), Stranger),
            ("of somebody who is no side", SUPERIOR, of(STRANGER, NEW), heads.clone(), WrongSide),
            ("to the other side", SUPERIOR, of(EMPLOYEE, SUPERIOR), heads.clone(), WrongSide),
            ("of oneself", SUPERIOR, of(SUPERIOR, NEW), heads.clone(), WrongSide),
        ],
    );
    let without =
        Genesis { employee: paraf::seal::card::Card { next: None, ..genesis().employee }, ..genesis() };
    let copy = Copy::of(without);
    let start = vec![copy.0.id()];
    check(&copy, vec![("nothing promised", EMPLOYEES_NEXT, of(EMPLOYEE, EMPLOYEES_NEXT), start, Stranger)]);
}

#[test]
fn the_new_key_goes_on_where_the_old_one_stood() {
    let mut copy = Copy::agreed(1);
    let plan = copy.write(Preparation, "Persiapan.");
    let changed = copy.add(EMPLOYEES_NEXT, &key_change(EMPLOYEE, EMPLOYEES_NEXT), &copy.0.parents_of_case());
    assert_eq!(side(&copy, EMPLOYEES_NEXT), Some(Party::Employee));
    assert_eq!(side(&copy, EMPLOYEE), None);
    assert_eq!(copy.0.card(Party::Employee).unwrap().did, *key(EMPLOYEES_NEXT).did());
    assert!(copy.0.card_of(key(EMPLOYEE).did()).is_some());
    let parents = copy.0.parents_of_revision(Preparation);
    assert!(parents.contains(&changed));
    check(
        &copy,
        vec![
            ("a version", EMPLOYEES_NEXT, version(Preparation, "Lagi."), parents.clone(), Counts),
            (
                "one's earlier version back",
                EMPLOYEES_NEXT,
                withdraw(Preparation, plan),
                vec![plan, changed],
                Counts,
            ),
            ("a version by the old key", EMPLOYEE, version(Preparation, "Lagi."), parents, WrongSide),
            ("a word by the old key beside it", EMPLOYEE, close("moved"), vec![plan], Counts),
            ("by the old key above it", EMPLOYEE, close("moved"), vec![changed], WrongSide),
            ("the old key vouches", EMPLOYEE, key_change(SUPERIOR, NEW), vec![changed], WrongSide),
            ("the new key vouches", EMPLOYEES_NEXT, key_change(SUPERIOR, NEW), vec![changed], Counts),
            ("the next after the next", 21, key_change(EMPLOYEES_NEXT, 21), vec![changed], Counts),
            ("the next once more", 21, key_change(EMPLOYEE, 21), vec![changed], Stranger),
        ],
    );
    check_any_order(&copy);
}

#[test]
fn what_the_lost_key_signed_unseen_counts_and_is_doubtful() {
    let mut copy = Copy::agreed(1);
    let before = copy.0.stage(Planning).heads[0];
    let mut thief = copy.clone();
    let stolen = thief.add(
        EMPLOYEE,
        &version(Preparation, "Oleh pencuri."),
        &thief.0.parents_of_revision(Preparation),
    );
    let changed = copy.add(SUPERIOR, &key_change(EMPLOYEE, NEW), &copy.0.parents_of_case());
    let both = joined(&copy, &thief);
    assert_eq!(both.0.standing(&stolen), Some(Counts));
    assert!(both.0.is_doubtful(&stolen));
    for known in [both.0.id(), before, changed] {
        assert!(!both.0.is_doubtful(&known));
    }
    assert!(!thief.0.is_doubtful(&stolen));
    let replaced = both.0.replaced(key(EMPLOYEE).did()).unwrap();
    assert!(replaced.is_vouched && replaced.to.did == *key(NEW).did());
}

#[test]
fn the_code_wins_over_the_word_of_the_other_side_whoever_is_faster() {
    let copy = Copy::agreed(1);
    let mut owner = copy.clone();
    owner.add(EMPLOYEES_NEXT, &key_change(EMPLOYEE, EMPLOYEES_NEXT), &copy.0.heads());
    // The superior vouches for somebody else, who signs on and on, and even moves on to a next key.
    let mut forged = copy.clone();
    let vouched = forged.add(SUPERIOR, &key_change(EMPLOYEE, NEW), &copy.0.heads());
    let faked = forged.add(NEW, &version(Preparation, "Palsu."), &forged.0.parents_of_revision(Preparation));
    forged.add(16, &key_change(NEW, 16), &forged.0.parents_of_case());
    assert_eq!(side(&forged, 16), Some(Party::Employee));
    let both = joined(&owner, &forged);
    assert_eq!(side(&both, EMPLOYEES_NEXT), Some(Party::Employee));
    assert_eq!([NEW, 16, EMPLOYEE].map(|byte| side(&both, byte)), [None, None, None]);
    assert!(both.0.is_doubtful(&faked) && !both.0.is_doubtful(&vouched));
    // The owner who has seen it can still say no, and the forger cannot any more.
    let mut late = forged.clone();
    assert_eq!(late.0.promised(key(EMPLOYEES_NEXT).did()), Some(key(EMPLOYEE).did()));
    let parents = late.0.parents_of_case();
    let id = late.add(EMPLOYEES_NEXT, &key_change(EMPLOYEE, EMPLOYEES_NEXT), &parents);
    assert_eq!(late.0.standing(&id), Some(Counts));
    assert_eq!(side(&late, EMPLOYEES_NEXT), Some(Party::Employee));
    check(&late, vec![("on by the forger", NEW, close("moved"), vec![id], WrongSide)]);
}

#[test]
fn of_two_words_of_the_other_side_all_copies_believe_the_same_and_a_third_settles_it() {
    let copy = Copy::agreed(1);
    let (mut one, mut other) = (copy.clone(), copy.clone());
    one.add(SUPERIOR, &key_change(EMPLOYEE, NEW), &copy.0.heads());
    other.add(SUPERIOR, &key_change(EMPLOYEE, 7), &copy.0.heads());
    let mut both = joined(&one, &other);
    let sides = [NEW, 7].map(|byte| side(&both, byte));
    assert_eq!(sides.iter().flatten().count(), 1);
    let (wrong, right) = if sides[0].is_some() { (NEW, 7) } else { (7, NEW) };
    both.add(SUPERIOR, &key_change(wrong, right), &both.0.parents_of_case());
    assert_eq!([wrong, right].map(|byte| side(&both, byte)), [None, Some(Party::Employee)]);
    check_any_order(&both);
}

#[test]
fn the_code_used_on_two_devices_is_one_change_and_the_next_code_follows_either() {
    let copy = Copy::started();
    let (mut one, mut other) = (copy.clone(), copy.clone());
    let start = [copy.0.id()];
    one.add(EMPLOYEES_NEXT, &key_change(EMPLOYEE, EMPLOYEES_NEXT), &start);
    one.add(21, &key_change(EMPLOYEES_NEXT, 21), &one.0.heads());
    let again = Content::KeyChange {
        from: key(EMPLOYEE).did().clone(),
        to: Box::new(card(EMPLOYEES_NEXT, "Rina C.", "Guru")),
    };
    let deep = other.write(Planning, "Rencana.");
    other.add(EMPLOYEES_NEXT, &again, &[deep]);
    let both = joined(&one, &other);
    assert_eq!(side(&both, 21), Some(Party::Employee));
}

#[test]
fn a_new_key_of_an_earlier_superior_does_not_bring_them_back() {
    let copy = Copy::agreed(1);
    let mut over = copy.clone();
    let handed = over.add(EMPLOYEE, &handover(SUCCESSOR, false), &copy.0.heads());
    let mut old = copy.clone();
    old.write(Preparation, "Isi.");
    old.add(SUPERIORS_NEXT, &key_change(SUPERIOR, SUPERIORS_NEXT), &old.0.heads());
    assert_eq!(side(&old, SUPERIORS_NEXT), Some(Party::Superior));
    let mut both = joined(&over, &old);
    assert_eq!(side(&both, SUCCESSOR), Some(Party::Superior));
    assert_eq!(side(&both, SUPERIORS_NEXT), None);
    check(
        &over,
        vec![
            (
                "above the handover",
                SUPERIORS_NEXT,
                key_change(SUPERIOR, SUPERIORS_NEXT),
                vec![handed],
                WrongSide,
            ),
            ("of the new superior", 14, key_change(SUCCESSOR, 14), vec![handed], Counts),
        ],
    );
    // The new superior loses a key too, and the dossier goes on.
    both.add(14, &key_change(SUCCESSOR, 14), &both.0.parents_of_case());
    let target = both.0.stage(Preparation).heads[0];
    both.add(14, &answer(Preparation, target, Agree), &both.0.parents_of_answer(&target));
    assert_eq!(state(&both, Preparation), StageState::Agreed);
    check_any_order(&both);
}

#[test]
fn both_sides_lose_their_keys() {
    let mut copy = Copy::agreed(1);
    copy.add(SUPERIOR, &key_change(EMPLOYEE, NEW), &copy.0.parents_of_case());
    copy.add(NEW, &key_change(SUPERIOR, 7), &copy.0.parents_of_case());
    assert_eq!([NEW, 7].map(|byte| side(&copy, byte)), [Some(Party::Employee), Some(Party::Superior)]);
    assert_eq!(copy.0.key_changes().count(), 2);
    let id: Hash = copy.add(NEW, &version(Preparation, "Isi."), &copy.0.parents_of_revision(Preparation));
    copy.add(7, &answer(Preparation, id, Agree), &copy.0.parents_of_answer(&id));
    assert_eq!(state(&copy, Preparation), StageState::Agreed);
    check_any_order(&copy);
}

#[test]
fn a_chain_of_changes_has_an_end_and_the_code_still_wins() {
    let mut copy = Copy::started();
    let mut now = EMPLOYEE;
    for _ in 0..CHANGES_MAX {
        let next = if now == NEW { 7 } else { NEW };
        copy.add(SUPERIOR, &key_change(now, next), &copy.0.heads());
        now = next;
    }
    assert_eq!(side(&copy, now), Some(Party::Employee));
    let heads = copy.0.heads();
    check(
        &copy,
        vec![
            ("one more", SUPERIOR, key_change(now, STRANGER), heads.clone(), WrongSide),
            ("by the code", EMPLOYEES_NEXT, key_change(EMPLOYEE, EMPLOYEES_NEXT), heads, Counts),
        ],
    );
}

#[test]
fn a_key_that_was_replaced_takes_nothing_back_unmarked() {
    let mut copy = Copy::started();
    let plan = copy.write(Planning, "Rencana.");
    let change = copy.add(EMPLOYEES_NEXT, &key_change(EMPLOYEE, EMPLOYEES_NEXT), &[plan]);
    // Whoever has the lost key knows the change, and takes back what waits for an answer.
    let back = copy.add(EMPLOYEE, &withdraw(Planning, plan), &[plan, change]);
    assert!(copy.0.standing(&back) != Some(Counts) || copy.0.is_doubtful(&back));
}

#[test]
fn whoever_got_their_side_back_takes_back_what_somebody_signed_who_was_wrongly_vouched_for() {
    let mut forged = Copy::started();
    forged.add(SUPERIOR, &key_change(EMPLOYEE, NEW), &forged.0.heads());
    let faked = forged.add(NEW, &version(Planning, "Palsu."), &forged.0.parents_of_revision(Planning));
    let parents = forged.0.parents_of_case();
    let change = forged.add(EMPLOYEES_NEXT, &key_change(EMPLOYEE, EMPLOYEES_NEXT), &parents);
    assert!(forged.0.can_take_back(key(EMPLOYEES_NEXT).did(), &faked));
    let back = withdraw(Planning, faked);
    check(
        &forged,
        vec![
            ("the owner takes it back", EMPLOYEES_NEXT, back.clone(), vec![faked, change], Counts),
            ("the superior does not", SUPERIOR, back, vec![faked, change], WrongSide),
        ],
    );
}

#[test]
fn a_code_used_on_two_devices_that_promised_two_keys_gives_one_of_them_to_everybody() {
    let copy = Copy::started();
    let start = [copy.0.id()];
    let promising = |next: u8| {
        let next = Some(key(next).did().hash());
        let to = Box::new(Card { next, ..card(EMPLOYEES_NEXT, "Rina Contoh", "Guru") });
        Content::KeyChange { from: key(EMPLOYEE).did().clone(), to }
    };
    let (mut one, mut other) = (copy.clone(), copy.clone());
    for (copy, next) in [(&mut one, 6), (&mut other, 7)] {
        copy.add(EMPLOYEES_NEXT, &promising(next), &start);
        copy.add(next, &key_change(EMPLOYEES_NEXT, next), &copy.0.heads());
    }
    let both = joined(&one, &other);
    let last = both.0.counted().last().unwrap();
    let holders: Vec<u8> = [6, 7].into_iter().filter(|byte| side(&both, *byte).is_some()).collect();
    assert_eq!(holders.len(), 1);
    assert_eq!(last.signer(), key(holders[0]).did(), "the last one in the order holds");
    check_any_order(&both);
}
