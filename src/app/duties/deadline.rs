//! By when a stage should be done: the hour on which the two agreed, else what the rules say.

use crate::app::duties::documents::document_of;
use crate::app::duties::schedule;
use crate::app::library::Library;
use crate::app::library::summary::Deadline;
use crate::app::moment::Moment;
use crate::domain::date::date;
use crate::domain::stage::{Stage, Turn};
use crate::seal::dossier::Dossier;

/// Gives by when a stage should be done: of an observation that is still to come the hour on which the two agreed last,
/// else what the rules recommend; none in a dossier that ended, or while the text of its rules is not here.
pub fn deadline(library: &Library, dossier: &Dossier, stage: Stage) -> Option<Deadline> {
    if dossier.closed().is_some() {
        return None;
    }
    let facts = dossier.stage(stage);
    let plan = dossier.stage(Stage::Preparation).agreed.map(|agreed| agreed.revision);
    let plan = plan.filter(|_| stage == Stage::Observation && facts.heads.is_empty());
    if let Some(planned) = plan.and_then(|plan| schedule::planned(document_of(dossier, &plan)?)) {
        return Some(Deadline::Planned(planned));
    }
    let pack = library.rule_packs.of(dossier.genesis()?)?;
    let rules = pack.stage(stage);
    let begun = dossier.record(&dossier.id()).map(|first| Moment::of(first).local().0);
    Some(Deadline::Rules {
        last: date(&rules.until)?,
        answer_from: date(&rules.answer_from),
        is_ours: rules.is_until_ours(),
        begins_late: begun > date(&pack.stage(Stage::Planning).until),
        is_answered_next: facts.state.turn(stage) == Turn::Of(stage.writer().other()),
    })
}
