//! The documents of a dossier.

use crate::domain::document::Document;
use crate::domain::stage::Stage;
use crate::rules::form::Context;
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::record::Content;

/// Gives the document of a version.
pub fn document_of<'a>(dossier: &'a Dossier, revision: &Hash) -> Option<&'a Document> {
    match dossier.record(revision)?.content() {
        Content::Revision { document, .. } => Some(document),
        _ => None,
    }
}

/// Gives the version of a stage that the stages after it look at: the agreed one, or else the newest.
pub fn version_of(dossier: &Dossier, stage: Stage) -> Option<Hash> {
    let facts = dossier.stage(stage);
    facts.agreed.map(|agreement| agreement.revision).or_else(|| facts.heads.first().copied())
}

/// Gives what a form of this stage looks at: the documents of all stages, and whether the superior is
/// acting.
pub fn context_of(dossier: &Dossier) -> Context {
    let mut context = Context::new(dossier.is_acting());
    for stage in Stage::ALL {
        if let Some(document) = version_of(dossier, stage).and_then(|version| document_of(dossier, &version))
        {
            context.set(stage, document.clone());
        }
    }
    context
}
