//! Whose move it is in a dossier and what to do now. Decided here, once; every screen shows this.

use crate::app::case::Case;
use crate::app::duties::answers::may_answer;
use crate::app::duties::forms::{goes_on, may_write};
use crate::app::duties::key_recovery::{is_replaced, promised};
use crate::app::duties::offers::{DECEASED, is_offered};
use crate::app::library::Library;
use crate::app::task::Ask;
use crate::domain::stage::{Party, Stage, StageState, Turn};
use crate::seal::dossier::{Dossier, StageFacts};
use crate::seal::record::Record;

/// Decides what to do now. Earlier stages come first; what one can do oneself comes before waiting.
pub fn ask(library: &Library, dossier: &Dossier) -> Ask {
    let Some(genesis) = dossier.genesis() else {
        return Ask::Incomplete;
    };
    if !library.rule_packs.knows(genesis) {
        return Ask::NeedsRules;
    }
    if !dossier.missing().is_empty() {
        return Ask::Incomplete;
    }
    if promised(library, dossier).is_some() {
        return Ask::Replace;
    }
    if is_replaced(library, dossier) {
        return Ask::Replaced;
    }
    let unsent = library.ledgers.get(&dossier.id()).is_some_and(|ledger| ledger.unsent || ledger.to_pass_on);
    let me = library.my_side(dossier);
    if let Some((_, close)) = dossier.closed() {
        let stage = Stage::Assessment;
        let facts = dossier.stage(stage);
        // What was signed for the months served wants its answer; nobody has to begin it.
        let asks = !facts.heads.is_empty() && close.reason != DECEASED && goes_on(library, dossier, stage);
        return match me {
            Some(me) if asks && facts.state.turn(stage) == Turn::Of(me) => {
                mine(library, dossier, stage, facts)
            }
            _ if unsent => Ask::Send(stage),
            Some(me) if asks && facts.state.turn(stage) == Turn::Of(me.other()) => Ask::Wait(stage),
            _ => Ask::Closed,
        };
    }
    let Some(me) = me else {
        return beside(library, dossier, unsent);
    };
    let facts = |stage: &Stage| dossier.stage(*stage);
    let turn = |stage: &Stage| facts(stage).state.turn(*stage);
    // What has to be confirmed again waits until the stage before it was, or it would be asked twice.
    let comes_too_early = |stage: &Stage| {
        let is_stale = |stage: &Stage| facts(stage).state == StageState::Stale;
        is_stale(stage) && stage.before().is_some_and(|before| facts(&before).state != StageState::Agreed)
    };
    let mut stages = Stage::ALL.into_iter().filter(|stage| !comes_too_early(stage));
    if let Some(stage) = stages.find(|stage| turn(stage) == Turn::Of(me)) {
        let is_asked_of_another = me == Party::Superior
            && facts(&stage).state == StageState::Open
            && dossier.delegate(stage).is_some();
        return match mine(library, dossier, stage, facts(&stage)) {
            _ if is_asked_of_another && unsent => Ask::Send(stage),
            _ if is_asked_of_another => Ask::WaitForDelegate(stage),
            ask => ask,
        };
    }
    let theirs = Stage::ALL.into_iter().find(|stage| turn(stage) == Turn::Of(me.other()));
    match theirs {
        _ if unsent => Ask::Send(theirs.unwrap_or(Stage::Assessment)),
        Some(stage) => Ask::Wait(stage),
        None => Ask::Done,
    }
}

/// Decides for somebody who is no side: the colleague who observes, or an earlier superior.
fn beside(library: &Library, dossier: &Dossier, unsent: bool) -> Ask {
    let stage = Stage::Observation;
    let facts = dossier.stage(stage);
    match facts.state {
        _ if unsent => Ask::Send(stage),
        _ if !library.me.as_ref().is_some_and(|me| dossier.may_write(&me.card.did, stage)) => Ask::Beside,
        StageState::Agreed if has_to_advise(library, dossier) => Ask::Advise,
        StageState::Agreed | StageState::Waiting | StageState::AmendmentWaiting | StageState::Unclear => {
            Ask::Beside
        }
        StageState::Locked | StageState::Ahead => Ask::Wait(stage),
        _ => mine(library, dossier, stage, facts),
    }
}

/// Says whether the time has come for whoever observed to recommend the ratings: nothing is left but the assessment.
fn has_to_advise(library: &Library, dossier: &Dossier) -> bool {
    let mut advice = dossier.advice().into_iter();
    let is_mine =
        |(record, _): (&Record, _)| library.me.as_ref().is_some_and(|me| record.signer() == &me.card.did);
    dossier.stage(Stage::Reflection).agreed.is_some()
        && is_offered(library, dossier, Case::Advise)
        && !advice.any(is_mine)
}

fn mine(library: &Library, dossier: &Dossier, stage: Stage, facts: &StageFacts) -> Ask {
    let allowed = may_write(library, dossier, stage) || may_answer(library, dossier, stage);
    match facts.state {
        _ if !allowed => Ask::NeedsNewerApp,
        StageState::Open if !facts.lapsed.is_empty() => Ask::Confirm(stage),
        StageState::Open => Ask::Write(stage),
        StageState::Returned | StageState::AmendmentReturned => Ask::Improve(stage),
        StageState::Stale => Ask::Confirm(stage),
        StageState::Diverged => Ask::Choose(stage),
        _ => Ask::Review(stage),
    }
}
