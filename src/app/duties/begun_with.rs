//! What a new document of the superior begins with, besides what is taken over from earlier stages.

use crate::app::duties::documents::document_of;
use crate::app::duties::periods::TEAM;
use crate::app::library::Library;
use crate::domain::document::{Answer, Document};
use crate::domain::stage::Stage;
use crate::rules::pack::{Pack, REVIEWER};
use crate::seal::dossier::Dossier;

/// Fills in what is known: in an observation by somebody who was asked, who they are; in an assessment the superior of
/// the one who rates, as they wrote them last, so that nobody types the same for each of two hundred people.
pub fn fill_in(
    library: &Library,
    dossier: &Dossier,
    pack: &Pack,
    stage: Stage,
    mut document: Document,
) -> Document {
    match stage {
        Stage::Observation => observer(library, dossier, pack, &mut document),
        Stage::Assessment => reviewer(library, pack, &mut document),
        _ => {}
    }
    document
}

fn observer(library: &Library, dossier: &Dossier, pack: &Pack, document: &mut Document) {
    let Some(me) = library.me.as_ref().filter(|_| library.my_side(dossier).is_none()) else {
        return;
    };
    let has = |id: &str| pack.list("observers").iter().any(|item| item.id == id);
    let kind = [TEAM, "colleague"].into_iter().find(|id| has(id)).unwrap_or_default();
    let person = &me.card.person;
    document.put("observer", Answer::Text(kind.to_string()));
    document.put("observer_name", Answer::Text([person.name(), ", ", person.office()].concat()));
}

fn reviewer(library: &Library, pack: &Pack, document: &mut Document) {
    let fields = pack.stage(Stage::Assessment).document.iter().flat_map(|section| &section.fields);
    let asked: Vec<&str> =
        fields.map(|field| field.name.as_str()).filter(|name| REVIEWER.contains(name)).collect();
    let Some(me) = library.me.as_ref().filter(|_| !asked.is_empty()) else {
        return;
    };
    let versions = library.dossiers.which(|summary| summary.assessed.is_some()).flat_map(|other| {
        let heads = other.stage(Stage::Assessment).heads.iter();
        heads.filter_map(|head| Some((other.record(head)?, document_of(other, head)?)))
    });
    let mine = versions.filter(|(record, document)| {
        record.signer() == &me.card.did && asked.iter().any(|name| !document.field(name).is_empty())
    });
    if let Some((_, last)) = mine.max_by_key(|(record, _)| record.created()) {
        for name in asked {
            document.put(name, Answer::Text(last.field(name).to_string()));
        }
    }
}
