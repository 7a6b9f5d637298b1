//! Who the sides of a dossier are now and were before, and what ends it.

use super::Dossier;
use super::sides::Sides;
use crate::domain::person::Person;
use crate::domain::stage::{Party, Position, Stage};
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::key::Did;
use crate::seal::record::{Advice, Close, Content, DetailsChange, Handover, Record};

impl Dossier {
    /// Gives the side that a key has now.
    pub fn side_of(&self, did: &Did) -> Option<Party> {
        self.role(did, &self.sides)
    }

    /// Gives the card of a side as it is now.
    pub fn card(&self, party: Party) -> Option<&Card> {
        self.holder(party, &self.sides)
    }

    /// Gives the card of a key that is or was a party, or was asked to write for one.
    pub fn card_of(&self, did: &Did) -> Option<&Card> {
        let genesis = self.genesis()?;
        if let Some(party) = genesis.party(did) {
            return Some(genesis.card(party));
        }
        self.counted().find_map(|record| match record.content() {
            Content::Handover(handover) if handover.to.did == *did => Some(&handover.to),
            Content::Delegate { to, .. } | Content::KeyChange { to, .. } if to.did == *did => Some(&**to),
            _ => None,
        })
    }

    /// Lists the changes of details that count, oldest first.
    pub fn details_changes(&self) -> impl Iterator<Item = (&Record, &DetailsChange)> {
        self.details.iter().filter_map(|id| self.records.get(id)).filter_map(|record| {
            match record.content() {
                Content::DetailsChange(change) => Some((record, &**change)),
                _ => None,
            }
        })
    }

    /// Gives the details that somebody signed for themself and that hold on a day (`YYYY-MM-DD`): of the
    /// changes whose day has come, the last one. With `below`, only of those that this record builds on, so
    /// that what was signed keeps the details it was signed with. `None` when there is no such change.
    pub fn details(&self, did: &Did, day: &str, below: Option<&Hash>) -> Option<&Person> {
        let is_known = |id: &Hash| below.is_none_or(|above| above == id || self.builds_on(above, id));
        let changes = self.details_changes().filter(|(record, change)| {
            record.signer() == did && change.effective.as_str() <= day && is_known(&record.id())
        });
        changes.last().map(|(_, change)| &change.person)
    }

    /// Gives the details of somebody as they hold in this dossier on a day: those that they signed for themself, as
    /// [`Dossier::details`] says, else those of their card.
    pub fn person(&self, did: &Did, day: &str, below: Option<&Hash>) -> Option<&Person> {
        let said = self.details(did, day, below);
        said.or_else(|| self.card_of(did).map(|card| &card.person))
    }

    /// Gives the card of whoever was the superior when a record that counts was signed.
    pub fn superior_below(&self, id: &Hash) -> Option<&Card> {
        self.holder(Party::Superior, &self.lineage.get(id)?.sides)
    }

    /// Says whether the superior is acting (Plt) now.
    pub fn is_acting(&self) -> bool {
        self.was_acting(&self.sides)
    }

    /// Lists the handovers that count, oldest first.
    pub fn handovers(&self) -> impl Iterator<Item = (&Record, &Handover)> {
        self.counted().filter_map(|record| match record.content() {
            Content::Handover(handover) => Some((record, &**handover)),
            _ => None,
        })
    }

    /// Gives the record that closes the dossier, unless it was reopened since.
    pub fn closed(&self) -> Option<(&Record, &Close)> {
        self.closed_of(self.settling().collect())
    }

    /// Gives the record that had closed the dossier when a version was signed, as far as the version builds on it.
    pub fn closed_below(&self, version: &Hash) -> Option<(&Record, &Close)> {
        self.closed_of(self.settling().filter(|record| self.builds_on(version, &record.id())).collect())
    }

    fn closed_of<'a>(&self, settling: Vec<&'a Record>) -> Option<(&'a Record, &'a Close)> {
        let reopens: Vec<Hash> = settling
            .iter()
            .filter(|record| matches!(record.content(), Content::Reopen { .. }))
            .map(|record| record.id())
            .collect();
        let below = self.below(reopens.iter());
        let is_reopened = |id: &Hash| self.is_in(id, &below);
        let mut closed = None;
        for record in settling {
            if let Content::Close(close) = record.content()
                && !is_reopened(&record.id())
            {
                closed = Some((record, &**close));
            }
        }
        closed
    }

    /// Gives the newest record that opens the dossier again, with its reason.
    pub fn reopened(&self) -> Option<(&Record, &str)> {
        let reopening = |record| match Record::content(record) {
            Content::Reopen { note } => Some((record, note.as_str())),
            _ => None,
        };
        self.settling().filter_map(reopening).last()
    }

    /// Gives the items that the superior marked as recommended in the form of a stage.
    pub fn recommended(&self, stage: Stage) -> &[String] {
        let mut newest: &[String] = &[];
        for record in self.settling() {
            if let Content::Recommend { stage: of, items } = record.content()
                && *of == stage
            {
                newest = items;
            }
        }
        newest
    }

    /// Gives what the colleagues who were asked to observe recommend for the assessment: of each the newest, oldest
    /// first.
    pub fn advice(&self) -> Vec<(&Record, &Advice)> {
        let mut newest: Vec<(&Record, &Advice)> = Vec::new();
        for record in self.counted() {
            if let Content::Advise(advice) = record.content() {
                newest.retain(|(earlier, _)| earlier.signer() != record.signer());
                newest.push((record, advice));
            }
        }
        newest
    }

    /// Gives the colleague whom the superior asked last to write a stage.
    pub fn delegate(&self, stage: Stage) -> Option<&Card> {
        self.delegation(stage).map(|(_, card)| card)
    }

    fn delegation(&self, stage: Stage) -> Option<(Hash, &Card)> {
        let mut newest = None;
        for record in self.settling() {
            if let Content::Delegate { stage: of, to } = record.content()
                && *of == stage
            {
                newest = Some((record.id(), &**to));
            }
        }
        newest
    }

    /// Says whether a key may sign versions of a stage: the side that writes it, or the colleague who
    /// was asked last.
    pub fn may_write(&self, did: &Did, stage: Stage) -> bool {
        self.side_of(did) == Some(stage.writer()) || self.delegate(stage).is_some_and(|card| card.did == *did)
    }

    /// Gives the record by which a version was taken back.
    pub fn withdrawal(&self, revision: &Hash) -> Option<Hash> {
        self.withdrawals.get(revision).copied()
    }

    pub(super) fn handover(&self, id: &Hash) -> Option<&Handover> {
        match self.records.get(id)?.content() {
            Content::Handover(handover) => Some(handover),
            _ => None,
        }
    }

    /// Says whether the employee is a principal, whose plan the rules of a period may agree to by
    /// themselves.
    pub(super) fn is_of_principal(&self) -> bool {
        self.genesis().is_some_and(|genesis| genesis.position == Position::Principal)
    }

    /// Says whether the superior was acting when these were the sides.
    pub(super) fn was_acting(&self, sides: &Sides) -> bool {
        match sides.handover.and_then(|(_, id)| self.handover(&id)) {
            Some(handover) => handover.is_acting,
            None => self.genesis().is_some_and(|genesis| genesis.is_acting),
        }
    }

    /// Gives the records from which it follows who signs: the newest handover and the newest changes of keys,
    /// for a version of a stage the delegation that was last, and of each side the last change of details.
    pub(super) fn mandates(&self, stage: Option<Stage>) -> Vec<Hash> {
        let delegation = stage.and_then(|stage| self.delegation(stage)).map(|(id, _)| id);
        let last_of = |party| {
            let holder = self.card(party)?;
            let changes = self.details_changes().filter(|(record, _)| *record.signer() == holder.did);
            changes.last().map(|(record, _)| record.id())
        };
        let details = [Party::Employee, Party::Superior].into_iter().filter_map(last_of);
        self.sides.mandates().chain(delegation).chain(details).collect()
    }
}
