//! The sign of a stage.

use crate::domain::stage::{Party, Stage, StageState};
use crate::lang::Texts;
use crate::screens::block::Sign;

/// Gives the sides whose signatures stand on what a stage shows.
pub fn signed(stage: Stage, state: StageState) -> &'static [Party] {
    match state {
        StageState::Locked | StageState::Open | StageState::Diverged => &[],
        StageState::Ahead | StageState::Waiting | StageState::Unclear | StageState::Returned => {
            match stage.writer() {
                Party::Employee => &[Party::Employee],
                Party::Superior => &[Party::Superior],
            }
        }
        _ => &[Party::Employee, Party::Superior],
    }
}

/// Gives the sign of a state, with the words that stand beside it.
pub fn sign(t: &Texts, stage: Stage, state: StageState) -> Sign {
    let waits_for_superior = stage.writer() == Party::Employee;
    let (symbol, words) = match state {
        StageState::Locked => ("locked", t.sign.locked),
        StageState::Ahead => ("employee", t.sign.ahead),
        StageState::Open => ("open", t.sign.open),
        StageState::Waiting | StageState::Unclear if waits_for_superior => ("employee", t.sign.for_superior),
        StageState::Waiting | StageState::Unclear => ("superior", t.sign.for_employee),
        StageState::Returned if waits_for_superior => ("employee", t.sign.returned_employee),
        StageState::Returned => ("superior", t.sign.returned_superior),
        StageState::Agreed => ("agreed", t.sign.agreed),
        StageState::Stale => ("stale", t.sign.stale),
        StageState::AmendmentWaiting | StageState::AmendmentReturned => ("amendment", t.sign.amendment),
        StageState::Diverged => ("diverged", t.sign.diverged),
    };
    Sign { symbol, words: words.to_string() }
}
