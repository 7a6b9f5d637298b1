//! Who may answer a version now.

use crate::app::duties::{documents, forms};
use crate::app::library::Library;
use crate::domain::stage::{Stage, StageState};
use crate::rules::check::has_unknown_answers;
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::record::{Content, Record};

/// Says whether this person may answer the newest version of a stage now.
pub fn may_answer(library: &Library, dossier: &Dossier, stage: Stage) -> bool {
    let Some(genesis) = dossier.genesis() else {
        return false;
    };
    let facts = dossier.stage(stage);
    let side = library.my_side(dossier);
    let waits = match facts.state {
        StageState::Waiting | StageState::AmendmentWaiting | StageState::Unclear => true,
        // Nobody answered it yet by another version, so who sent it back may think again.
        StageState::Returned | StageState::AmendmentReturned => {
            let by = facts.returned.and_then(|id| dossier.record(&id)).map(Record::signer);
            by.is_some() && by == library.me.as_ref().map(|me| &me.card.did)
        }
        // What was agreed on one's behalf may still be answered by oneself.
        StageState::Agreed => facts.agreed.is_some_and(|agreed| is_on_behalf(dossier, &agreed.cosign)),
        _ => false,
    };
    let shown_whole = library.rule_packs.of(genesis).is_some_and(|pack| {
        let head = facts.heads.first().and_then(|head| documents::document_of(dossier, head));
        head.is_some_and(|document| !has_unknown_answers(&pack.stage(stage).document, document))
    });
    side == Some(stage.writer().other()) && waits && shown_whole && forms::goes_on(library, dossier, stage)
}

/// Says whether an answer was signed by the writer on behalf of the other side.
pub fn is_on_behalf(dossier: &Dossier, answer: &Hash) -> bool {
    let content = dossier.record(answer).map(Record::content);
    matches!(content, Some(Content::CoSign(cosign)) if !cosign.decision.is_by_other_side())
}
