//! A taking back and an answer that crossed on their way: told to both sides, with which of the two holds.
use crate::app::App;
use crate::domain::stage::Stage;
use crate::lang::{Texts, fill};
use crate::screens::block::{Block, Notice, Tone};
use crate::screens::parts::names::name_of;
use crate::screens::parts::words::signed;
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::record::{Content, Decision, Record};

/// Tells it for a stage, as long as no later version was written.
pub fn on_stage(app: &App, t: &Texts, dossier: &Dossier, stage: Stage) -> Vec<Block> {
    let newest = dossier.stage(stage).versions.last();
    newest.and_then(|version| told(app, t, dossier, stage, version)).into_iter().collect()
}

fn told(app: &App, t: &Texts, dossier: &Dossier, stage: Stage, version: &Hash) -> Option<Block> {
    let back = dossier.record(&dossier.withdrawal(version)?)?;
    let mut crossed = None;
    for answer in dossier.counted() {
        let (one, other) = (answer.id(), back.id());
        if let Content::CoSign(cosign) = answer.content()
            && cosign.target == *version
            && cosign.decision.is_by_other_side()
            && !dossier.builds_on(&one, &other)
            && !dossier.builds_on(&other, &one)
        {
            crossed = Some((answer, cosign.decision));
        }
    }
    let (answer, decision) = crossed?;
    let is_agreed = dossier.stage(stage).agreed.is_some_and(|agreed| agreed.revision == *version);
    let words = match decision {
        _ if is_agreed => t.cases.crossed_agreed,
        Decision::Return => t.cases.crossed_returned,
        _ => t.cases.crossed_late,
    };
    let name = |record: &Record| name_of(app, dossier, record.signer());
    let values = [&name(back), t.stage_name(stage), &signed(app, back), &name(answer), &signed(app, answer)];
    let text = fill(words, &values);
    Some(Notice::block(Tone::Warn, &text))
}
