//! What is said beside the answers of a form, and never forced.

use crate::app::duties::forms::Desk;
use crate::app::duties::schedule::{self, Conflict};
use crate::app::library::Library;
use crate::app::library::people::{self, latest};
use crate::domain::stage::{Party, Stage};
use crate::rules::caution::{Caution, cautions};

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
pub fn conflict_of(library: &Library, desk: &Desk) -> Option<Conflict> {
    (desk.stage == Stage::Preparation).then(|| schedule::find(library, desk.dossier, &desk.document))?
}
