//! When cautions are looked for: when a form opens, and at each pause in typing.

use crate::app::App;
use crate::app::clash::{self, Clash};
use crate::app::key::Slot;
use crate::app::library::Library;
use crate::app::library::people::{self, latest};
use crate::app::writing::{self, Desk, open_slot};
use crate::domain::stage::{Party, Stage};
use crate::rules::caution::{Caution, cautions};

/// Looks at the open form; says whether there is something else to say than before.
pub fn look(app: &mut App) -> bool {
    let desk = open_slot(app)
        .and_then(|(id, stage, slot)| Some((writing::desk(&app.library, id, stage, slot)?, slot)));
    let (found, clash) = match &desk {
        Some((desk, Slot::Document)) => (of(&app.library, desk), clash_of(&app.library, desk)),
        Some((desk, Slot::Reply)) => (of(&app.library, desk), None),
        None => (Vec::new(), None),
    };
    let is_new = found != app.page.cautions || clash != app.page.clash;
    (app.page.cautions, app.page.clash) = (found, clash);
    is_new
}

/// Finds the cautions of a form.
pub fn of(library: &Library, desk: &Desk) -> Vec<Caution> {
    let Some(genesis) = desk.dossier.genesis() else {
        return Vec::new();
    };
    let latest = latest(library);
    let mut known = Vec::new();
    for party in [Party::Employee, Party::Superior] {
        let now = desk.dossier.card(party);
        let pinned = now.and_then(|card| library.contacts.get(&card.did)).map(|contact| &contact.card);
        let cards = [Some(genesis.card(party)), now, pinned];
        let said = now.and_then(|card| people::of(&latest, &card.did));
        for person in cards.into_iter().flatten().map(|card| &card.person).chain(said) {
            known.extend([person.name(), person.office(), person.school()]);
        }
    }
    cautions(desk.pack, &desk.context, desk.form, &desk.document, &known)
}

/// Finds the observation that clashes with the one that a form plans.
pub fn clash_of(library: &Library, desk: &Desk) -> Option<Clash> {
    (desk.stage == Stage::Preparation).then(|| clash::find(library, desk.dossier, &desk.document))?
}
