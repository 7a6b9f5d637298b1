//! Who holds each side: the newest handover says who the superior is, and changes of keys say which key
//! a side has. See `FORMAT.md`, section 6, for why one change wins over another.

use super::Dossier;
use crate::domain::stage::Party;
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::key::Did;
use crate::seal::record::{Content, Record};
use crate::table::Table;

/// The most changes of the key of one side, one above the other. Nobody loses so many keys in a year, and
/// a file that means harm cannot make the chains long.
pub const CHANGES_MAX: usize = 32;

/// What decides who the sides are after some records.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Sides {
    /// The newest handover among them, by depth and id.
    pub(super) handover: Option<(u64, Hash)>,
    /// How the employee, and the superior of that handover, came to their keys.
    chains: [Chain; 2],
}

/// The changes of the key of one person, oldest first. The greatest chain is the one that holds.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
struct Chain {
    /// What speaks for each change. A longer chain that begins the same is greater.
    steps: Vec<Step>,
    /// The place of the last one in the order.
    last: Option<(u64, Hash)>,
    /// The records.
    ids: Vec<Hash>,
}

/// What speaks for a change of a key, the weaker one first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Step {
    /// The other side vouches; where and by which record.
    Vouched(u64, Hash),
    /// The card of the old key promised the new one. All such changes of one card are to the same key,
    /// so none of them is greater.
    Promised,
}

/// A change that would count.
pub(super) struct Change {
    party: Party,
    /// How many changes of the chain it leaves as they are.
    keeps: usize,
    is_promised: bool,
}

/// How the key of a side was replaced.
#[derive(Clone, Debug)]
pub struct KeyChange<'a> {
    /// The record.
    pub record: &'a Record,
    /// The key that was replaced.
    pub from: &'a Did,
    /// The new one.
    pub to: &'a Card,
    /// Whether the other side vouches for it, because the old key promised no other or its code was lost.
    pub is_vouched: bool,
}

impl Sides {
    pub(super) fn add(&mut self, other: &Sides) {
        let [employee, superior] = &mut self.chains;
        let [their_employee, their_superior] = &other.chains;
        if *employee < *their_employee {
            employee.clone_from(their_employee);
        }
        // The changes of an earlier superior say nothing about the one who came after.
        if self.handover < other.handover || (self.handover == other.handover && *superior < *their_superior)
        {
            superior.clone_from(their_superior);
        }
        self.handover = self.handover.max(other.handover);
    }

    pub(super) fn hand_over(&mut self, depth: u64, id: Hash) {
        self.handover = Some((depth, id));
        self.chains[Party::Superior as usize] = Chain::default();
    }

    pub(super) fn change(&mut self, change: Change, depth: u64, id: Hash) {
        let chain = &mut self.chains[change.party as usize];
        chain.steps.truncate(change.keeps);
        chain.ids.truncate(change.keeps);
        chain.steps.push(if change.is_promised { Step::Promised } else { Step::Vouched(depth, id) });
        chain.last = Some((depth, id));
        chain.ids.push(id);
    }

    /// Gives the records that decide.
    pub(super) fn mandates(&self) -> impl Iterator<Item = Hash> {
        let changes = self.chains.iter().filter_map(|chain| chain.last);
        self.handover.into_iter().chain(changes).map(|(_, id)| id)
    }
}

/// Says whether a card promised this key, which signs for itself.
pub(super) fn is_promised(card: &Card, signer: &Did, to: &Did) -> bool {
    signer == to && card.next.is_some_and(|next| next == to.hash())
}

impl Dossier {
    /// Gives the cards that a side had, one for each key, oldest first.
    fn cards<'a, 's>(
        &'a self,
        party: Party,
        sides: &'s Sides,
    ) -> impl Iterator<Item = &'a Card> + use<'a, 's> {
        let newest = sides.handover.filter(|_| party == Party::Superior);
        let first = match newest.and_then(|(_, id)| self.handover(&id)) {
            Some(handover) => Some(&handover.to),
            None => self.genesis().map(|genesis| genesis.card(party)),
        };
        let changed = sides.chains[party as usize].ids.iter();
        first.into_iter().chain(changed.filter_map(|id| Some(self.key_change(self.records.get(id)?)?.to)))
    }

    /// Gives the card of a side.
    pub(super) fn holder(&self, party: Party, sides: &Sides) -> Option<&Card> {
        self.cards(party, sides).last()
    }

    /// Gives the side that a key has.
    pub(super) fn role(&self, did: &Did, sides: &Sides) -> Option<Party> {
        let has = |party: &Party| self.holder(*party, sides).is_some_and(|card| card.did == *did);
        [Party::Employee, Party::Superior].into_iter().find(has)
    }

    /// Says whether a key may take a version back: that which signed it, or that which has the side now for which
    /// it was signed; of the superior, under the same handover. So whoever got a side back by the code can take
    /// back what somebody signed there who was wrongly vouched for.
    pub(super) fn may_take_back(&self, did: &Did, version: &Record, sides: &Sides) -> bool {
        let then = self.lineage.get(&version.id()).and_then(|then| then.sides.handover);
        let is_of_same_side = |role| {
            let is_same_person = role == Party::Employee || then == sides.handover;
            is_same_person && self.signers_side(version) == Some(role)
        };
        version.signer() == did || self.role(did, sides).is_some_and(is_of_same_side)
    }

    /// Says whether a key may take a version back now.
    pub fn can_take_back(&self, did: &Did, version: &Hash) -> bool {
        self.records.get(version).is_some_and(|version| self.may_take_back(did, version, &self.sides))
    }

    /// Judges a change of a key: the next key that a card promised signs for itself, also when somebody
    /// was vouched for in its place; or the other side vouches for the key that follows the last one.
    pub(super) fn change(&self, signer: &Did, from: &Did, to: &Did, sides: &Sides) -> Option<Change> {
        if self.role(to, sides).is_some() {
            return None;
        }
        for party in [Party::Employee, Party::Superior] {
            let steps = &sides.chains[party as usize].steps;
            for (keeps, card) in self.cards(party, sides).enumerate().filter(|(_, card)| card.did == *from) {
                let is_last = keeps == steps.len();
                let is_free = is_last || steps.get(keeps).is_some_and(|step| *step != Step::Promised);
                let is_promised = is_free && is_promised(card, signer, to);
                let is_vouched = is_last && self.role(signer, sides) == Some(party.other());
                if (is_promised || is_vouched) && keeps < CHANGES_MAX {
                    return Some(Change { party, keeps, is_promised });
                }
            }
        }
        None
    }

    /// Says whether a key is that of the person who has a side now, or was before it was replaced.
    pub fn had(&self, party: Party, did: &Did) -> bool {
        self.cards(party, &self.sides).any(|card| card.did == *did)
    }

    /// Gives the key whose place this one may take now, because a card promised it.
    pub fn promised(&self, did: &Did) -> Option<&Did> {
        let cards =
            [Party::Employee, Party::Superior].into_iter().flat_map(|party| self.cards(party, &self.sides));
        let promising = cards.filter(|card| is_promised(card, did, did));
        let mut keys = promising.map(|card| &card.did);
        keys.find(|from| self.change(did, from, did, &self.sides).is_some())
    }

    fn key_change<'a>(&'a self, record: &'a Record) -> Option<KeyChange<'a>> {
        match record.content() {
            Content::KeyChange { from, to } => {
                Some(KeyChange { record, from, to, is_vouched: *record.signer() != to.did })
            }
            _ => None,
        }
    }

    /// Lists the changes of keys that count, oldest first.
    pub fn key_changes(&self) -> impl Iterator<Item = KeyChange<'_>> {
        self.changes.iter().filter_map(|id| self.key_change(self.records.get(id)?))
    }

    /// Says whether a change gave way to one by the code of the same key.
    pub fn is_overruled(&self, change: &KeyChange) -> bool {
        self.overruled.contains_key(&change.record.id())
    }

    /// Gives the change by which a key that is no side now was replaced.
    pub fn replaced(&self, did: &Did) -> Option<KeyChange<'_>> {
        let mut changes = self.key_changes().filter(|change| change.from == did);
        changes.find(|change| self.side_of(did).is_none() && !self.is_overruled(change))
    }

    /// Says whether a record that counts may be by somebody who holds a key that is not theirs: the key
    /// was replaced, and whoever replaced it did not know the record; or somebody was vouched for, and
    /// the code of the key spoke against it.
    pub fn is_doubtful(&self, id: &Hash) -> bool {
        self.doubtful.contains_key(id)
    }

    /// Finds the changes and what is doubtful, once all standings are known.
    pub(super) fn read_changes(&mut self) {
        let is_change = |id: &&Hash| {
            matches!(self.records.get(*id).map(Record::content), Some(Content::KeyChange { .. }))
        };
        self.changes = self.order.iter().filter(is_change).copied().collect();
        // All changes by the code of one card are to the same key, but a key may have had several cards.
        let mut by_code: Table<&Did, Vec<&Did>> = Table::new();
        for change in self.key_changes().filter(|change| !change.is_vouched) {
            by_code.or_insert_with(change.from, Vec::new).push(&change.to.did);
        }
        let wins = |change: &KeyChange| {
            let others: &[&Did] = by_code.get(&change.from).map_or(&[], Vec::as_slice);
            change.is_vouched && others.iter().any(|to| **to != change.to.did)
        };
        let mut signed: Table<&Did, Vec<Hash>> = Table::new();
        for record in self.counted() {
            signed.or_insert_with(record.signer(), Vec::new).push(record.id());
        }
        let (mut overruled, mut doubtful) = (Table::new(), Table::new());
        for change in self.key_changes() {
            let it = change.record.id();
            let is_overruled = wins(&change);
            if is_overruled {
                overruled.insert(it, ());
            }
            let suspect = if is_overruled { &change.to.did } else { change.from };
            for id in signed.get(&suspect).into_iter().flatten() {
                let has_side = || self.records.get(id).is_some_and(|it| self.signers_side(it).is_some());
                // Above the change, a key that has no side can still take back a version of its own.
                let was_known = self.builds_on(&it, id) || (self.builds_on(id, &it) && has_side());
                if is_overruled || (*id != it && !was_known) {
                    doubtful.insert(*id, ());
                }
            }
        }
        (self.overruled, self.doubtful) = (overruled, doubtful);
    }
}
