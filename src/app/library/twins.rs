//! Two dossiers of the same two people for the same period: found before the second begins, and told apart
//! where both exist already.

use crate::app::library::Library;
use crate::app::library::summary::Summary;
use crate::domain::stage::Party;
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::key::Did;
use crate::seal::letter::Invitation;

/// The reason of closing the one of two. It is beside those of the rule packs, because no rule speaks of it.
pub const DUPLICATE: &str = "duplicate";

/// What two dossiers have in common: the period, the employee and the superior.
type Pair<'a> = (&'a str, &'a Did, &'a Did);

fn pair(dossier: &Dossier) -> Option<Pair<'_>> {
    let period = dossier.genesis()?.period.as_str();
    Some((period, &dossier.card(Party::Employee)?.did, &dossier.card(Party::Superior)?.did))
}

/// Gives the dossier that goes on between two people in a period, leaving this one out; of several the one that
/// was begun first.
fn find<'a>(library: &'a Library, wanted: Pair, but: Option<Hash>) -> Option<&'a Dossier> {
    let fits = |dossier: &&Dossier| {
        Some(dossier.id()) != but && pair(dossier) == Some(wanted) && dossier.closed().is_none()
    };
    let may_fit = move |summary: &Summary| {
        let (period, employee, superior) = wanted;
        let is = |party, did: &Did| summary.somebody(party).is_some_and(|one| one.did == did.as_str());
        summary.closed.is_none()
            && summary.terms.as_ref().is_some_and(|terms| terms.period == period)
            && is(Party::Employee, employee)
            && is(Party::Superior, superior)
    };
    library.dossiers.which(may_fit).filter(fits).min_by_key(|dossier| begun(dossier))
}

/// Gives the dossier that goes on already with the sender of an invitation, for its period and in its roles.
pub fn of_invitation<'a>(library: &'a Library, invitation: &Invitation) -> Option<&'a Dossier> {
    let (mine, theirs) = (&library.me.as_ref()?.card.did, &invitation.card.did);
    let period = invitation.offer.period.as_str();
    let pair = match invitation.offer.party {
        Party::Employee => (period, theirs, mine),
        Party::Superior => (period, mine, theirs),
    };
    find(library, pair, None)
}

/// Gives the other dossier of the same people and period that goes on.
pub fn of<'a>(library: &'a Library, dossier: &Dossier) -> Option<&'a Dossier> {
    find(library, pair(dossier)?, Some(dossier.id()))
}

/// Gives the dossier that goes on already between the people of this one, in another period.
pub fn in_period<'a>(library: &'a Library, dossier: &Dossier, period: &str) -> Option<&'a Dossier> {
    let (_, employee, superior) = pair(dossier)?;
    find(library, (period, employee, superior), None)
}

/// Says whether a dossier was begun before another one. Both sides find the same, so they can agree on one
/// without talking; the time is a claim, and here it only gives advice.
pub fn is_first(dossier: &Dossier, other: &Dossier) -> bool {
    begun(dossier) < begun(other)
}

/// Gives when a dossier was begun, and its id, by which two are put in order.
pub fn begun(dossier: &Dossier) -> (String, Hash) {
    let first = dossier.record(&dossier.id());
    (first.map_or(String::new(), |record| record.created().to_string()), dossier.id())
}

/// Says whether an invitation was answered by this dossier, so that nobody has to answer it again.
pub fn answers(dossier: &Dossier, invitation: &Invitation) -> bool {
    let side = dossier.side_of(&invitation.card.did);
    let period = dossier.genesis().map(|genesis| genesis.period.as_str());
    side == Some(invitation.offer.party) && period == Some(invitation.offer.period.as_str())
}

/// Lists the invitations that wait for an answer. Whoever a dossier was handed over to needs no other one.
pub fn unanswered(library: &Library) -> impl Iterator<Item = &Invitation> {
    let is_answered = |invitation: &Invitation| {
        let may_answer = |summary: &Summary| {
            let is_period =
                summary.terms.as_ref().is_some_and(|terms| terms.period == invitation.offer.period);
            let other = summary.somebody(invitation.offer.party);
            summary.closed.is_none()
                && is_period
                && other.is_some_and(|one| one.did == invitation.card.did.as_str())
        };
        let mut running = library.dossiers.which(may_answer).filter(|dossier| dossier.closed().is_none());
        running.any(|dossier| answers(dossier, invitation))
    };
    library.invitations.values().filter(move |invitation| !is_answered(invitation))
}
