//! A lost key of a dossier: whether the key of this app may take its place, because the lost one promised
//! it, and for whom the person of this app may vouch.

use crate::app::library::Library;
use crate::domain::date::iso;
use crate::domain::stage::Party;
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::key::Did;
use crate::seal::record::Content;

/// Gives the lost key whose place the key of this app may take, because it is the promised one.
pub fn promised<'a>(library: &Library, dossier: &'a Dossier) -> Option<&'a Did> {
    library.me.as_ref().and_then(|me| dossier.promised(&me.card.did))
}

/// Says whether the key of this app was replaced, or was one that somebody vouched for wrongly.
pub fn is_replaced(library: &Library, dossier: &Dossier) -> bool {
    library.me.as_ref().is_some_and(|me| {
        let did = &me.card.did;
        let mut changes = dossier.key_changes();
        dossier.replaced(did).is_some()
            || changes.any(|change| change.to.did == *did && dossier.is_overruled(&change))
    })
}

/// Says whether a key of the dossier may be replaced here.
pub fn is_offered(library: &Library, dossier: &Dossier) -> bool {
    let vouches = other(library, dossier).is_some() && !newcomers(library, dossier).is_empty();
    vouches || promised(library, dossier).is_some()
}

/// Draws up the change: to the own key, or to the one that was chosen.
pub fn draw_up(library: &Library, dossier: &Dossier, chosen: &str) -> Option<Content> {
    let (from, to) = match promised(library, dossier) {
        Some(from) => (from, &library.me.as_ref()?.card),
        None => {
            let to = newcomers(library, dossier).into_iter().find(|card| card.did.as_str() == chosen)?;
            (&other(library, dossier)?.did, to)
        }
    };
    Some(Content::KeyChange { from: from.clone(), to: Box::new(card_in(library, dossier, from, to)) })
}

/// Gives the card of a new key for one dossier: with the office and the school that its owner has in this one, where
/// they have another one elsewhere.
fn card_in(library: &Library, dossier: &Dossier, from: &Did, to: &Card) -> Card {
    let day = iso(library.now.local().0);
    let there = |dossier: &Dossier| dossier.person(from, &day, None).cloned();
    let Some(here) = there(dossier) else {
        return to.clone();
    };
    let is_split = library.dossiers.values().filter_map(there).any(|person| !person.is_at(&here));
    if is_split { Card { person: to.person.at(&here), ..to.clone() } } else { to.clone() }
}

/// Says whether a change may still be signed, which was drawn up before the key was opened.
pub fn may_sign(library: &Library, dossier: &Dossier, from: &Did, to: &Card) -> bool {
    if library.me.as_ref().is_some_and(|me| me.card.did == to.did) {
        return promised(library, dossier) == Some(from);
    }
    let is_known =
        newcomers(library, dossier).iter().any(|card| (&card.did, card.next) == (&to.did, to.next));
    is_known && other(library, dossier).is_some_and(|card| card.did == *from)
}

/// Lists the other dossiers in which the same change may be signed, each with it: whoever lost a key lost it
/// everywhere, and nobody should sign two hundred times.
pub fn elsewhere(library: &Library, id: &Hash, from: &Did, to: &Card) -> Vec<(Hash, Content)> {
    let mut found = Vec::new();
    for dossier in library.dossiers.values().filter(|dossier| dossier.id() != *id) {
        let lost = promised(library, dossier).unwrap_or(from);
        if may_sign(library, dossier, lost, to) {
            let to = Box::new(card_in(library, dossier, lost, to));
            found.push((dossier.id(), Content::KeyChange { from: lost.clone(), to }));
        }
    }
    found
}

/// Gives the other side, as long as the person of this app is a side.
pub fn other<'a>(library: &Library, dossier: &'a Dossier) -> Option<&'a Card> {
    library.my_side(dossier).map(Party::other).and_then(|side| dossier.card(side))
}

/// Lists the people whose new key could take the place of the other side's lost one: those whose code
/// was compared, and who have no part in the dossier.
pub fn newcomers<'a>(library: &'a Library, dossier: &Dossier) -> Vec<&'a Card> {
    let compared = library.contacts.values().filter(|contact| contact.matched.is_some());
    let cards = compared.map(|contact| &contact.card);
    cards.filter(|card| dossier.card_of(&card.did).is_none()).collect()
}

/// Says whether two cards may be of one person. It is asked about and never decided.
pub fn is_namesake(one: &Card, other: &Card) -> bool {
    one.person.may_be(&other.person)
}
