//! What people signed last about themselves.

use crate::app::effect::Effects;
use crate::app::key::Key;
use crate::app::library::summary::Summary;
use crate::app::library::{Contact, Library, contact_to_json};
use crate::domain::date::iso;
use crate::domain::person::Person;
use crate::domain::stage::{Party, Stage};
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::key::Did;
use crate::seal::record::Record;
use crate::seal::strict;

/// Pins a card the first time its key is seen. Later files cannot change what is shown.
pub fn pin(library: &mut Library, card: &Card, effects: &mut Effects) {
    if !library.contacts.contains_key(&card.did) {
        let contact = Contact { card: card.clone(), matched: None };
        effects.put(Key::Contact(card.did.clone()), contact_to_json(&contact));
        library.contacts.insert(card.did.clone(), contact);
    }
}

/// Gives the details that people signed last about themselves, in any dossier of this app, by their keys.
pub fn latest(library: &Library) -> Vec<(&Did, &Person)> {
    let day = iso(library.now.local().0);
    let mut latest: Vec<(&Record, &Person)> = Vec::new();
    let changed = library.dossiers.which(|summary| summary.marks.has_new_details);
    for (record, change) in changed.flat_map(Dossier::details_changes) {
        if change.effective > day {
            continue;
        }
        // Times are claims and decide nothing; here they only choose what is shown and written down next.
        match latest.iter_mut().find(|(known, _)| known.signer() == record.signer()) {
            Some(known) if known.0.created() < record.created() => *known = (record, &change.person),
            Some(_) => {}
            None => latest.push((record, &change.person)),
        }
    }
    latest.into_iter().map(|(record, person)| (record.signer(), person)).collect()
}

/// Gives the details of one of these.
pub fn of<'a>(latest: &[(&Did, &'a Person)], did: &Did) -> Option<&'a Person> {
    latest.iter().find(|(known, _)| *known == did).map(|(_, person)| *person)
}

/// Gives the own card as it is now: a change that was signed on another device holds here too, once a dossier
/// brought it.
pub fn own(library: &Library) -> Option<Card> {
    let me = library.me.as_ref()?;
    let signed = me.signed.as_ref().and_then(|signed| strict::parse(signed).ok());
    let since = signed.as_ref().and_then(|signed| signed.get("proof")?.get("created")?.as_str());
    // Whoever never signed a card knows of no later change, and most have none.
    let from = since.and_then(|since| library.now.read(since));
    let may_be_later = |summary: &Summary| {
        summary.own_details.is_some_and(|at| from.is_some_and(|from| from.seconds < at.seconds))
    };
    let changed = library.dossiers.which(may_be_later).take_while(|_| since.is_some());
    let changes = changed.flat_map(Dossier::details_changes);
    let later = changes.filter(|(record, _)| {
        *record.signer() == me.card.did && since.is_some_and(|since| since < record.created())
    });
    let newest = later.max_by_key(|(record, _)| (record.created(), record.id()));
    let mut person = newest.map_or(&me.card.person, |(_, change)| &change.person).clone();
    // What holds in some of the dossiers only is no matter of the card.
    if newest.is_some() && places(library, "").iter().any(|place| !place.mine.is_at(&person)) {
        person = person.at(&me.card.person);
    }
    Some(Card { person, ..me.card.clone() })
}

/// Gives a card with the details that its owner signed last.
pub fn newest(library: &Library, card: &Card) -> Card {
    let person = of(&latest(library), &card.did).unwrap_or(&card.person).clone();
    Card { person, ..card.clone() }
}

/// Dossiers in which the person of this app has the same office and school, with others of one school.
pub struct Place<'a> {
    /// The dossiers.
    pub dossiers: Vec<&'a Dossier>,
    /// The school of the others.
    pub school: &'a str,
    /// The own details there.
    pub mine: &'a Person,
    /// Whether the new office and school hold there.
    pub is_chosen: bool,
}

/// Gives the places at which the person of this app works in dossiers that go on: what was chosen for each, or else
/// the one of the own card, or the only one. `chosen` lists the answers that stand for them.
pub fn places<'a>(library: &'a Library, chosen: &str) -> Vec<Place<'a>> {
    let mut places: Vec<Place> = Vec::new();
    for id in dossiers(library) {
        let found = library.dossiers.get(&id).and_then(|dossier| {
            let side = library.my_side(dossier)?.other();
            Some((dossier, shown(library, dossier, side)?.school(), shown(library, dossier, side.other())?))
        });
        let Some((dossier, school, mine)) = found else {
            continue;
        };
        match places.iter_mut().find(|place| place.school == school && place.mine.is_at(mine)) {
            Some(place) => place.dossiers.push(dossier),
            None => places.push(Place { dossiers: vec![dossier], school, mine, is_chosen: false }),
        }
    }
    let is_only = places.len() == 1;
    for place in &mut places {
        place.is_chosen = match chosen {
            "" => is_only || !is_elsewhere(library, place),
            chosen => chosen.contains(&place.id()),
        };
    }
    places
}

/// Gives the details of a side as a dossier shows them today.
pub fn shown<'a>(library: &Library, dossier: &'a Dossier, party: Party) -> Option<&'a Person> {
    dossier.person(&dossier.card(party)?.did, &iso(library.now.local().0), None)
}

/// Says whether the office and school there differ from those on the own card.
pub fn is_elsewhere(library: &Library, place: &Place) -> bool {
    library.me.as_ref().is_some_and(|me| !place.mine.is_at(&me.card.person))
}

impl Place<'_> {
    /// Gives the answer that stands for it.
    pub fn id(&self) -> String {
        self.dossiers.first().map_or(String::new(), |dossier| dossier.id().short())
    }
}

/// Lists the dossiers of this person that go on: a change is signed in each of them that does not show it yet.
pub fn dossiers(library: &Library) -> Vec<Hash> {
    let goes_on = |dossier: &&Dossier| {
        let is_over = dossier.closed().is_some() || dossier.stage(Stage::Assessment).agreed.is_some();
        library.my_side(dossier).is_some() && !is_over
    };
    library.dossiers.which(|summary| !summary.is_over()).filter(goes_on).map(Dossier::id).collect()
}
