//! A taking back and an answer that crossed on their way: told to both sides, with which of the two holds.

use super::block::{Block, Notice, Tone};
use super::sheet::name_of;
use super::signed;
use crate::app::App;
use crate::domain::stage::Stage;
use crate::lang::{Texts, fill};
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
    let is_beside = |answer: &&Record| {
        let (back, answer) = (back.id(), answer.id());
        !dossier.builds_on(&back, &answer) && !dossier.builds_on(&answer, &back)
    };
    let answers = dossier.counted().filter_map(|record| match record.content() {
        Content::CoSign(cosign) if cosign.target == *version && cosign.decision.is_by_other_side() => {
            Some((record, cosign.decision))
        }
        _ => None,
    });
    let (answer, decision) = answers.filter(|(answer, _)| is_beside(answer)).last()?;
    let is_agreed = dossier.stage(stage).agreed.is_some_and(|agreed| agreed.revision == *version);
    let words = match decision {
        _ if is_agreed => t.cases.crossed_agreed,
        Decision::Return => t.cases.crossed_returned,
        _ => t.cases.crossed_late,
    };
    let [by, other] = [back, answer].map(|record| name_of(app, dossier, record.signer()));
    let [taken, answered] = [back, answer].map(|record| signed(app, record));
    let text = fill(words, &[&by, t.stage_name(stage), &taken, &other, &answered]);
    Some(Notice::block(Tone::Warn, &text))
}
