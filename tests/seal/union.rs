//! Merging is set union: no order of arrival, split or repetition changes what a dossier says, and what
//! people sign in good faith always counts.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a helper that fails has to end its test")]

use std::collections::BTreeSet;

use paraf::domain::stage::{Party, Stage, StageState};
use paraf::seal::bundle;
use paraf::seal::canonical::Hash;
use paraf::seal::dossier::{Dossier, Standing};
use paraf::seal::record::{Content, Decision, Record};
use proptest::prelude::*;

use super::pair::{
    Copy, advise, answer, card, close, delegate, details_change, handover, key, recommend, reopen,
    transcript, version, withdraw,
};

/// Who holds each device: the employee two, then the superior, the one who may take over, and the
/// colleague who may observe; then the keys that the first four promise, and two that nobody promised.
const DEVICES: [u8; 10] = [1, 1, 2, 4, 5, 11, 12, 14, 6, 7];

/// Something to sign, and what it builds on.
type Deed = (Content, Vec<Hash>);

/// Lists what a person may sign, by what this device knows.
fn deeds(copy: &Copy, byte: u8, choice: usize) -> Vec<Deed> {
    let dossier = &copy.0;
    let did = key(byte).did().clone();
    let side = dossier.side_of(&did);
    let mut deeds = Vec::new();
    for stage in Stage::ALL {
        let facts = dossier.stage(stage);
        let is_open =
            facts.state != StageState::Locked || stage.may_go_ahead(|stage| dossier.stage(stage).state);
        if is_open && dossier.may_write(&did, stage) {
            deeds.push((version(stage, &format!("Versi {choice}.")), dossier.parents_of_revision(stage)));
        }
        let is_copied = stage.writer() == Party::Superior && side == Some(Party::Employee);
        if facts.state != StageState::Locked && is_copied {
            deeds.push((transcript(stage), dossier.parents_of_revision(stage)));
        }
        for head in &facts.heads {
            let mut add = |content| deeds.push((content, dossier.parents_of_answer(head)));
            if side == Some(stage.writer().other()) {
                add(answer(stage, *head, Decision::Agree));
                add(answer(stage, *head, Decision::Return));
            }
            if side == Some(stage.writer()) {
                add(answer(stage, *head, Decision::Paper));
                if stage == Stage::Planning && dossier.is_acting() {
                    add(answer(stage, *head, Decision::Automatic));
                }
            }
            if dossier.record(head).is_some_and(|version| *version.signer() == did) {
                add(withdraw(stage, *head));
            }
        }
    }
    let parents = dossier.parents_of_case();
    let mut add = |content| deeds.push((content, parents.clone()));
    if let Some(from) = dossier.promised(&did) {
        // The same key may be taken twice, with other details.
        let name = ["Rina Contoh", "Rina C."][choice % 2];
        add(Content::KeyChange { from: from.clone(), to: Box::new(card(byte, name, "Guru")) });
    }
    if let Some(other) = side.and_then(|side| dossier.card(side.other())) {
        for to in [6, 7, 11, 1] {
            if dossier.side_of(key(to).did()).is_none() {
                add(Content::KeyChange { from: other.did.clone(), to: Box::new(card(to, "Sari", "Guru")) });
            }
        }
    }
    if side.is_some() {
        add(details_change(["SD Satu", "SD Dua"][choice % 2]));
        add(close("moved"));
        add(reopen());
        for to in [2, 4] {
            if dossier.side_of(key(to).did()).is_none() {
                add(handover(to, choice.is_multiple_of(2)));
            }
        }
    }
    if dossier.delegate(Stage::Observation).is_some_and(|card| card.did == did) {
        add(advise(&format!("Alasan {choice}.")));
    }
    if side == Some(Party::Superior) {
        add(delegate(5));
        add(recommend(&[["a", "b"][choice % 2]]));
    }
    deeds
}

/// Makes a history on all devices from any numbers: each pair is a device and what is done next there,
/// of all that may be done.
fn history(moves: &[(u8, u8)]) -> Copy {
    let started = match moves.first().map_or(0, |(device, _)| device % 3) {
        0 => Copy::under_an_acting_superior(),
        1 => Copy::started(),
        // Later stages, which few histories would reach by chance.
        _ => Copy::agreed(2),
    };
    let mut devices = DEVICES.map(|_| started.clone());
    for (device, choice) in moves {
        let (device, choice) = (usize::from(*device) % DEVICES.len(), usize::from(*choice));
        let mut deeds = deeds(&devices[device], DEVICES[device], choice);
        // Every third move takes over what another device has.
        if choice.is_multiple_of(3) || deeds.is_empty() {
            let other = devices[(device + 1 + choice / 3 % 4) % DEVICES.len()].clone();
            devices[device].take(&other);
        } else {
            let (content, parents) = deeds.swap_remove(choice / 3 % deeds.len());
            devices[device].add(DEVICES[device], &content, &parents);
        }
    }
    let [mut all, others @ ..] = devices;
    others.iter().for_each(|other| all.take(other));
    all
}

/// Numbers that make a history, between people who exchange often.
fn moves(most: usize) -> impl Strategy<Value = Vec<(u8, u8)>> {
    prop::collection::vec(any::<(u8, u8)>(), 1..most)
}

#[test]
fn a_history_can_hold_every_type_of_record_and_every_decision() {
    let mut found = BTreeSet::new();
    // A plain generator of numbers, so that the same histories are made each time.
    let mut number: u32 = 7;
    let mut next = || {
        number = number.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (number >> 24) as u8
    };
    for _ in 0..60 {
        let moves: Vec<(u8, u8)> = (0..30).map(|_| (next(), next())).collect();
        for record in history(&moves).records() {
            found.insert(match record.content() {
                Content::CoSign(cosign) => cosign.decision.code(),
                content => content.kind(),
            });
        }
    }
    assert_eq!(found.len(), 15, "{found:?}");
}

fn some_of(records: &[Record], mask: u64) -> Vec<Record> {
    let chosen = records.iter().enumerate().filter(|(index, _)| mask >> (index % 64) & 1 == 1);
    chosen.map(|(_, record)| record.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_split_order_and_repetition_gives_one_state(
        moves in moves(40),
        places in prop::collection::vec(any::<u16>(), 120),
    ) {
        let whole = history(&moves);
        let records = whole.records();
        // Every record comes at least once; the places give order, parts and repetition at once.
        let mut arrivals: Vec<(u16, Record)> = places
            .iter()
            .enumerate()
            .map(|(index, place)| (*place, records[index % records.len()].clone()))
            .collect();
        arrivals.sort_by_key(|(place, _)| *place);
        let mut copy = Dossier::assemble(whole.0.id(), []);
        for part in arrivals.chunks(7) {
            copy.merge(part.iter().map(|(_, record)| record.clone()));
        }
        prop_assert_eq!(copy.state_hash(), whole.0.state_hash());
        prop_assert_eq!(&copy, &whole.0);
        prop_assert_eq!(bundle::write(&copy, None), bundle::write(&whole.0, None));
    }

    #[test]
    fn union_is_commutative_associative_and_idempotent(
        moves in moves(30), masks: [u64; 3],
    ) {
        let whole = history(&moves);
        let records = whole.records();
        let [one, two, three] = masks.map(|mask| some_of(&records, mask));
        let merged = |parts: &[&[Record]]| {
            let mut dossier = Dossier::assemble(whole.0.id(), []);
            for part in parts {
                dossier.merge(part.iter().cloned());
            }
            dossier
        };
        let joined = |parts: &[&[Record]]| -> Vec<Record> { merged(parts).records().cloned().collect() };
        prop_assert_eq!(merged(&[&one, &two]), merged(&[&two, &one]));
        prop_assert_eq!(
            merged(&[&joined(&[&one, &two]), &three]),
            merged(&[&one, &joined(&[&two, &three])])
        );
        prop_assert_eq!(merged(&[&one, &one]), merged(&[&one]));
        prop_assert_eq!(merged(&[&one, &joined(&[&one, &two])]), merged(&[&one, &two]));
    }

    #[test]
    fn whoever_may_sign_now_can_and_nobody_signs_for_both_sides(
        moves in moves(40),
    ) {
        let whole = history(&moves);
        for byte in [1, 2, 4, 5, 6, 7, 11, 12, 14] {
            if let Some(side) = whole.0.side_of(key(byte).did()) {
                let mut copy = whole.clone();
                let id = copy.add(byte, &reopen(), &copy.0.parents_of_case());
                prop_assert_eq!(copy.0.standing(&id), Some(Standing::Counts));
                prop_assert_eq!(copy.0.side_of(key(byte).did()), Some(side));
            }
        }
    }

    #[test]
    fn what_counts_still_counts_when_more_arrives(
        moves in moves(30), mask: u64,
    ) {
        let whole = history(&moves);
        let part = Dossier::assemble(whole.0.id(), some_of(&whole.records(), mask));
        for record in part.counted() {
            prop_assert_eq!(whole.0.standing(&record.id()), Some(Standing::Counts));
        }
        for record in whole.0.records() {
            prop_assert_eq!(whole.0.standing(&record.id()), Some(Standing::Counts));
        }
    }
}
