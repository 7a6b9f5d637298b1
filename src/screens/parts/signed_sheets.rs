//! The sheets of a stage as they were signed.
use crate::app::App;
use crate::app::duties::documents::{context_of, document_of};
use crate::domain::document::Document;
use crate::domain::stage::Stage;
use crate::lang::Texts;
use crate::rules::form::Context;
use crate::screens::block::Block;
use crate::screens::parts::paper::Paper;
use crate::screens::parts::sheet::sheet;
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::record::Content;

/// Draws a sheet for each of the newest versions of a stage; more than one only while the sides have signed apart.
pub fn sheets(app: &App, t: &'static Texts, dossier: &Dossier, stage: Stage) -> Vec<Block> {
    let genesis = dossier.genesis();
    let Some((genesis, pack)) =
        genesis.and_then(|genesis| Some((genesis, app.library.rule_packs.of(genesis)?)))
    else {
        return Vec::new();
    };
    let drawn = |head: &Hash| {
        let document = document_of(dossier, head)?;
        let context = context_with(dossier, stage, document);
        let paper =
            Paper { dossier, genesis, pack, stage, document, context: &context, version: Some(*head) };
        Some(Block::Sheet(sheet(app, t, &paper, false)))
    };
    dossier.stage(stage).heads.iter().filter_map(drawn).collect()
}

/// Gives the note of an answer.
pub fn note_of(dossier: &Dossier, answer: &Hash) -> Option<String> {
    match dossier.record(answer)?.content() {
        Content::CoSign(cosign) if !cosign.note.is_empty() => Some(cosign.note.clone()),
        _ => None,
    }
}

/// Gives the documents that a version's questions look at, with the version itself in place.
pub fn context_with(dossier: &Dossier, stage: Stage, document: &Document) -> Context {
    let mut context = context_of(dossier);
    context.set(stage, document.clone());
    context
}
