//! An answer beside the handover that replaced its signer: seen for ever, and settling nothing.

use paraf::domain::stage::StageState;
use paraf::seal::dossier::Standing;

use super::super::pair::{Copy, answer, close, delegate, handover, recommend, reopen, version, withdraw};
use super::{
    Agree, Assessment, COLLEAGUE, EMPLOYEE, Observation, Planning, Return, SUCCESSOR, SUPERIOR, joined, state,
};

/// A plan that waits for an answer, before anybody is replaced.
fn waiting() -> Copy {
    let mut copy = Copy::started();
    copy.write(Planning, "Rencana.");
    copy
}

fn hand_over(copy: &mut Copy, by: u8) {
    copy.add(by, &handover(SUCCESSOR, false), &copy.0.parents_of_case());
}

#[test]
fn the_replaced_superior_settles_nothing_until_the_present_one_answers() {
    for (theirs, by) in [(Agree, EMPLOYEE), (Return, EMPLOYEE), (Agree, SUPERIOR)] {
        let (mut old, mut new) = (waiting(), waiting());
        let late = old.answer(Planning, theirs);
        hand_over(&mut new, by);
        let mut both = joined(&old, &new);
        assert_eq!(state(&both, Planning), StageState::Waiting);
        assert_eq!(both.0.standing(&late), Some(Standing::Counts));
        assert!(both.0.is_late(&late) && both.0.late().any(|record| record.id() == late));
        // The present superior answers, and the answer builds on the one that settled nothing.
        let head = both.0.stage(Planning).heads[0];
        let parents = both.0.parents_of_answer(&head);
        assert!(parents.contains(&late));
        for (decision, settled) in [(Agree, StageState::Agreed), (Return, StageState::Returned)] {
            let mut answered = both.clone();
            answered.add(SUCCESSOR, &answer(Planning, head, decision), &parents);
            assert_eq!(state(&answered, Planning), settled);
            assert!(answered.0.is_late(&late), "it is seen for ever");
        }
        // Taking the plan back first does not make it settle anything.
        both.add(EMPLOYEE, &withdraw(Planning, head), &[head]);
        assert_eq!(state(&both, Planning), StageState::Open);
    }
}

#[test]
fn what_the_signer_of_the_handover_knew_counts_as_before() {
    // The handover builds on the answer.
    let mut knew = waiting();
    let answered = knew.answer(Planning, Agree);
    hand_over(&mut knew, EMPLOYEE);
    assert!(!knew.0.is_late(&answered));
    assert_eq!(state(&knew, Planning), StageState::Agreed);
    // It does not, but its signer had gone on from the answer on another device.
    let mut first = waiting();
    let answered = first.answer(Planning, Agree);
    first.write(super::Preparation, "Persiapan.");
    let mut second = waiting();
    hand_over(&mut second, EMPLOYEE);
    let both = joined(&first, &second);
    assert!(!both.0.is_late(&answered), "nobody shakes off an answer they knew");
    assert_eq!(state(&both, Planning), StageState::Agreed);
    // Going on from it only after the handover makes no difference.
    let (mut old, mut new) = (waiting(), waiting());
    let answered = old.answer(Planning, Agree);
    hand_over(&mut new, EMPLOYEE);
    let mut both = joined(&old, &new);
    let parents = [answered, both.0.heads()[0], both.0.heads()[1]];
    let distinct: Vec<_> =
        parents.iter().enumerate().filter(|(i, id)| !parents[..*i].contains(id)).map(|(_, id)| *id).collect();
    both.add(EMPLOYEE, &version(super::Preparation, "Persiapan."), &distinct);
    assert!(both.0.is_late(&answered));
}

#[test]
fn an_observation_and_an_assessment_of_the_replaced_superior_wait_for_the_present_one() {
    for (stage, before) in [(Observation, 2), (Assessment, 6)] {
        let (mut old, mut new) = (Copy::agreed(before), Copy::agreed(before));
        let late = old.write(stage, "Oleh yang lama.");
        hand_over(&mut new, EMPLOYEE);
        let mut both = joined(&old, &new);
        assert!(both.0.is_late(&late));
        assert_eq!(state(&both, stage), StageState::Open);
        assert!(both.0.stage(stage).versions.contains(&late), "it can be read");
        let parents = both.0.parents_of_revision(stage);
        assert!(parents.contains(&late));
        let written = both.add(SUCCESSOR, &version(stage, "Oleh yang baru."), &parents);
        assert_eq!(both.0.stage(stage).heads, [written]);
        assert_eq!(state(&both, stage), StageState::Waiting);
    }
}

#[test]
fn without_a_handover_beside_it_no_answer_is_late() {
    let mut copy = Copy::agreed(2);
    copy.add(EMPLOYEE, &handover(SUCCESSOR, false), &copy.0.parents_of_case());
    let parents = copy.0.parents_of_revision(Observation);
    let seen = copy.add(SUCCESSOR, &version(Observation, "Oleh yang baru."), &parents);
    assert!(!copy.0.is_late(&seen));
    assert_eq!(copy.0.late().count(), 0);
    // The employee's own versions and answers are never late.
    let (mut one, mut other) = (Copy::agreed(2), Copy::agreed(2));
    one.write(Planning, "Perubahan.");
    other.add(SUPERIOR, &handover(SUCCESSOR, false), &other.0.parents_of_case());
    assert_eq!(joined(&one, &other).0.late().count(), 0);
}

#[test]
fn whoever_the_replaced_superior_asked_writes_for_nobody_until_the_present_one_asks_too() {
    let (mut old, mut new) = (Copy::agreed(2), Copy::agreed(2));
    let asked = old.add(SUPERIOR, &delegate(COLLEAGUE), &old.0.parents_of_case());
    hand_over(&mut new, EMPLOYEE);
    let mut both = joined(&old, &new);
    assert!(both.0.is_late(&asked) && both.0.delegate(Observation).is_none());
    // The colleague knows of the new superior, and writes all the same.
    let mut parents = both.0.parents_of_revision(Observation);
    parents.push(asked);
    let seen = both.add(COLLEAGUE, &version(Observation, "Oleh rekan."), &parents);
    assert_eq!(both.0.standing(&seen), Some(Standing::Counts));
    assert!(both.0.is_late(&seen));
    assert_eq!(state(&both, Observation), StageState::Open);
    // The present superior asks the same colleague.
    both.add(SUCCESSOR, &delegate(COLLEAGUE), &both.0.parents_of_case());
    let again =
        both.add(COLLEAGUE, &version(Observation, "Oleh rekan."), &both.0.parents_of_revision(Observation));
    assert!(!both.0.is_late(&again));
    assert_eq!(both.0.stage(Observation).heads, [again]);
    // A request that the signer of the handover knew holds.
    let mut knew = Copy::agreed(2);
    knew.add(SUPERIOR, &delegate(COLLEAGUE), &knew.0.parents_of_case());
    hand_over(&mut knew, EMPLOYEE);
    assert!(knew.0.delegate(Observation).is_some());
}

#[test]
fn the_replaced_superior_closes_reopens_and_recommends_nothing() {
    for content in [close("moved"), recommend(&["a"])] {
        let (mut old, mut new) = (Copy::agreed(1), Copy::agreed(1));
        let late = old.add(SUPERIOR, &content, &old.0.parents_of_case());
        hand_over(&mut new, EMPLOYEE);
        let mut both = joined(&old, &new);
        assert!(both.0.is_late(&late) && !both.0.is_superseded(both.0.record(&late).unwrap()));
        assert!(both.0.closed().is_none() && both.0.recommended(Planning).is_empty());
        both.add(SUCCESSOR, &content, &both.0.parents_of_case());
        assert!(both.0.is_superseded(both.0.record(&late).unwrap()));
        assert_ne!(both.0.closed().is_some(), both.0.recommended(Planning) == ["a"]);
    }
    let mut closed = Copy::agreed(1);
    closed.add(EMPLOYEE, &close("moved"), &closed.0.parents_of_case());
    let (mut old, mut new) = (closed.clone(), closed);
    let late = old.add(SUPERIOR, &reopen(), &old.0.parents_of_case());
    hand_over(&mut new, EMPLOYEE);
    let both = joined(&old, &new);
    assert!(both.0.is_late(&late) && both.0.closed().is_some() && both.0.reopened().is_none());
}
