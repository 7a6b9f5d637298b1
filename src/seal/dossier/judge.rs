//! Which records count: each is judged after those it builds on.

use super::sides::{Sides, is_promised};
use super::{Dossier, Standing};
use crate::domain::stage::{Party, Stage};
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::key::Did;
use crate::seal::record::{Content, Decision, Record};
use crate::table::Table;

/// How a parent opens the gate of a version.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Opening {
    /// For good.
    Free,
    /// Once this version of the stage before is agreed.
    Once(Hash),
    /// As that of this version of the same stage was.
    As(Hash),
}

/// What a record builds on.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Lineage {
    pub(super) depth: u64,
    /// The number under which others name it.
    pub(super) number: usize,
    /// The numbers of all that it builds on.
    pub(super) below: Numbers,
    /// Who the sides are after them.
    pub(super) sides: Sides,
}

impl Lineage {
    pub(super) fn add(&mut self, above: &Lineage) {
        self.depth = self.depth.max(above.depth + 1);
        self.below.add_all(&above.below);
        self.below.add(above.number);
        self.sides.add(&above.sides);
    }

    pub(super) fn has(&self, number: usize) -> bool {
        self.below.has(number)
    }
}

/// A set of numbers, one bit for each. What concerns many records is asked of the whole set at once, so that
/// the time grows with their number and not with its square.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Numbers(Vec<u64>);

impl Numbers {
    pub(super) fn add(&mut self, number: usize) {
        let place = number / 64;
        self.0.resize(self.0.len().max(place + 1), 0);
        self.0[place] |= 1 << (number % 64);
    }

    pub(super) fn add_all(&mut self, other: &Numbers) {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine |= theirs;
        }
    }

    pub(super) fn has(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|bits| bits >> (number % 64) & 1 == 1)
    }

    pub(super) fn meets(&self, other: &Numbers) -> bool {
        self.0.iter().zip(&other.0).any(|(mine, theirs)| mine & theirs != 0)
    }
}

impl Dossier {
    /// Finds the standing of every record, that of its parents first.
    pub(super) fn judge(&mut self) {
        self.lineage.clear();
        self.standing.clear();
        self.answers.clear();
        self.withdrawals.clear();
        let known = self.known_keys();
        let mut pending: Vec<Hash> = self.records.keys().copied().collect();
        while let Some(id) = pending.last().copied() {
            let is_pending = |id: &&Hash| self.records.contains_key(*id) && !self.standing.contains_key(*id);
            let parents = self.records.get(&id).map(Record::parents).unwrap_or_default();
            // No record is above itself, because its id is the hash of the ids of its parents.
            if is_pending(&&id) && parents.iter().any(|parent| is_pending(&parent)) {
                pending.extend(parents.iter().filter(is_pending).copied());
                continue;
            }
            pending.pop();
            if !self.standing.contains_key(&id) {
                let standing = self.judge_one(&id, &known).unwrap_or(Standing::Waiting);
                self.standing.insert(id, standing);
                if standing == Standing::Counts {
                    self.enter(id);
                }
            }
        }
        self.sides = Sides::default();
        for lineage in self.lineage.values() {
            self.sides.add(&lineage.sides);
        }
        let by_depth: Table<(u64, Hash), ()> =
            self.lineage.iter().map(|(id, lineage)| ((lineage.depth, *id), ())).collect();
        self.order = by_depth.keys().map(|(_, id)| *id).collect();
        let is_of_details = |id: &&Hash| {
            matches!(self.records.get(*id).map(Record::content), Some(Content::DetailsChange(_)))
        };
        self.details = self.order.iter().filter(is_of_details).copied().collect();
        self.read_changes();
        self.find_late();
        self.read_answers();
        self.find_ahead();
    }

    /// Reads what was answered and taken back, once it is known what settles something.
    fn read_answers(&mut self) {
        for id in &self.order {
            match self.records.get(id).map(Record::content) {
                Some(Content::CoSign(cosign)) if !self.late.contains_key(id) => {
                    self.answers.or_insert_with(cosign.target, Vec::new).push((*id, cosign.decision));
                }
                Some(Content::Withdraw { target, .. }) => {
                    self.withdrawals.insert(*target, *id);
                }
                _ => {}
            }
        }
    }

    fn enter(&mut self, id: Hash) {
        let Some(record) = self.records.get(&id) else {
            return;
        };
        let mut lineage = self.lineage_of(record);
        match record.content() {
            Content::Handover(_) => lineage.sides.hand_over(lineage.depth, id),
            Content::KeyChange { from, to } => {
                if let Some(change) = self.change(record.signer(), from, &to.did, &lineage.sides) {
                    lineage.sides.change(change, lineage.depth, id);
                }
            }
            _ => {}
        }
        self.lineage.insert(id, lineage);
    }

    /// Gives what a record builds on, itself left out.
    fn lineage_of(&self, record: &Record) -> Lineage {
        let mut lineage = Lineage { number: self.lineage.len(), ..Lineage::default() };
        for above in record.parents().iter().filter_map(|parent| self.lineage.get(parent)) {
            lineage.add(above);
        }
        lineage
    }

    /// Gives the side that the signer of a record has by what it builds on.
    pub(super) fn signers_side(&self, record: &Record) -> Option<Party> {
        self.role(record.signer(), &self.lineage_of(record).sides)
    }

    /// Says whether the superior asked this key to write the stage, in a record that is built on.
    fn is_delegate(&self, did: &Did, lineage: &Lineage, stage: Stage) -> bool {
        self.lineage.iter().any(|(id, above)| {
            lineage.has(above.number)
                && matches!(
                    self.records.get(id).map(Record::content),
                    Some(Content::Delegate { stage: of, to }) if *of == stage && to.did == *did
                )
        })
    }

    /// Lists the keys whose records are not a stranger's: the two of the first record, whoever was named
    /// in a record by one of these, and the next key that the card of one of these promises. Nobody else
    /// can name themselves.
    fn known_keys(&self) -> Vec<Did> {
        let Some(genesis) = self.genesis() else {
            return Vec::new();
        };
        // What each key signed that names somebody, and what takes the place of each key.
        let (mut by, mut of) = (Table::new(), Table::new());
        for record in self.records.values().filter(|record| record.dossier() == self.id) {
            let named = match record.content() {
                Content::Handover(handover) => &handover.to,
                Content::Delegate { to, .. } => &**to,
                Content::KeyChange { from, to } => {
                    of.or_insert_with(from, Vec::new).push((record.signer(), &**to));
                    &**to
                }
                _ => continue,
            };
            by.or_insert_with(record.signer(), Vec::new).push(named);
        }
        let mut known = vec![&genesis.employee, &genesis.superior];
        let mut cards: Table<(&Did, Option<Hash>), ()> =
            known.iter().map(|card| ((&card.did, card.next), ())).collect();
        let mut asked = 0;
        while let Some(card) = known.get(asked).copied() {
            asked += 1;
            // Several cards of one key may promise different keys, but what it signed is looked at once.
            let named = by.remove(&card.did).unwrap_or_default();
            let changes: &[(&Did, &Card)] = of.get(&card.did).map_or(&[], Vec::as_slice);
            let promised = changes.iter().filter(|(signer, to)| is_promised(card, signer, &to.did));
            for card in named.into_iter().chain(promised.map(|(_, to)| *to)) {
                if cards.insert((&card.did, card.next), ()) {
                    known.push(card);
                }
            }
        }
        known.into_iter().map(|card| card.did.clone()).collect()
    }

    /// Judges a record, or gives `None` when it waits: a parent or the first record is not there.
    fn judge_one(&self, id: &Hash, known: &[Did]) -> Option<Standing> {
        let record = self.records.get(id)?;
        if record.dossier() != self.id {
            return Some(Standing::Foreign);
        }
        if *id == self.id {
            return Some(Standing::Counts);
        }
        // Before its parents, because a stranger could name one that never comes.
        self.genesis()?;
        if !known.contains(record.signer()) {
            return Some(Standing::Stranger);
        }
        let parents: Vec<Standing> = record
            .parents()
            .iter()
            .map(|parent| self.standing.get(parent).copied())
            .collect::<Option<_>>()?;
        if parents.contains(&Standing::Waiting) {
            return None;
        }
        if parents.contains(&Standing::Newer) || matches!(record.content(), Content::Newer { .. }) {
            return Some(Standing::Newer);
        }
        if parents.iter().any(|standing| *standing != Standing::Counts) {
            return Some(Standing::OnUncounted);
        }
        Some(self.judge_content(record))
    }

    fn judge_content(&self, record: &Record) -> Standing {
        let lineage = self.lineage_of(record);
        let role = self.role(record.signer(), &lineage.sides);
        let is = |party| role == Some(party);
        let allowed = match record.content() {
            Content::Revision { stage, paper, .. } if !paper.is_empty() => {
                if !is(stage.writer().other()) || stage.writer() != Party::Superior {
                    return Standing::WrongSide;
                }
                return self.judge_gate(record, *stage);
            }
            Content::Revision { stage, .. } => {
                if !is(stage.writer()) && !self.is_delegate(record.signer(), &lineage, *stage) {
                    return Standing::WrongSide;
                }
                return self.judge_gate(record, *stage);
            }
            Content::CoSign(cosign) => {
                if !self.is_version(record, &cosign.target, cosign.stage) {
                    return Standing::WrongTarget;
                }
                let writer = cosign.stage.writer();
                match cosign.decision {
                    Decision::Agree | Decision::Return => is(writer.other()),
                    Decision::Paper => is(writer),
                    Decision::Automatic => {
                        let by_rule = self.was_acting(&lineage.sides) || self.is_of_principal();
                        cosign.stage == Stage::Planning && is(writer) && by_rule
                    }
                }
            }
            Content::Withdraw { stage, target } => {
                if !self.is_version(record, target, *stage) {
                    return Standing::WrongTarget;
                }
                let version = self.records.get(target);
                version.is_some_and(|version| self.may_take_back(record.signer(), version, &lineage.sides))
            }
            Content::Handover(handover) => {
                let to = &handover.to.did;
                role.is_some() && self.role(to, &lineage.sides).is_none()
            }
            Content::Close(_) | Content::Reopen { .. } | Content::DetailsChange(_) => role.is_some(),
            Content::Delegate { to, .. } => {
                is(Party::Superior) && self.role(&to.did, &lineage.sides).is_none()
            }
            Content::Recommend { .. } => is(Party::Superior),
            Content::Advise(_) => self.is_delegate(record.signer(), &lineage, Stage::Observation),
            Content::KeyChange { from, to } => {
                self.change(record.signer(), from, &to.did, &lineage.sides).is_some()
            }
            Content::Dossier(_) | Content::Newer { .. } => return Standing::Foreign,
        };
        if allowed { Standing::Counts } else { Standing::WrongSide }
    }

    fn judge_gate(&self, record: &Record, stage: Stage) -> Standing {
        if self.gate_is_open(record, stage) { Standing::Counts } else { Standing::GateJumped }
    }

    /// Says whether a record builds directly on a version of this stage.
    fn is_version(&self, record: &Record, target: &Hash, stage: Stage) -> bool {
        let target = record.parents().contains(target).then(|| self.records.get(target)).flatten();
        target.is_some_and(
            |target| matches!(target.content(), Content::Revision { stage: of, .. } if *of == stage),
        )
    }

    /// A version may be written when it builds on the agreement of the stage before it, or on a version that waits
    /// for one, or on a record of its own stage, which did.
    fn gate_is_open(&self, record: &Record, stage: Stage) -> bool {
        record.parents().iter().any(|parent| self.opens(parent, stage).is_some())
    }

    /// Says how a parent opens the gate of a stage.
    pub(super) fn opens(&self, parent: &Hash, stage: Stage) -> Option<Opening> {
        match self.records.get(parent)?.content() {
            Content::Dossier(_) if stage.before().is_none() => Some(Opening::Free),
            // Whoever leaves in the middle of the period is assessed for what they served.
            Content::Close(_) if stage == Stage::Assessment => Some(Opening::Free),
            Content::CoSign(cosign) if Some(cosign.stage) == stage.before() => {
                (cosign.decision != Decision::Return).then_some(Opening::Free)
            }
            Content::CoSign(cosign) if cosign.stage == stage => Some(Opening::As(cosign.target)),
            Content::Withdraw { stage: of, target } if *of == stage => Some(Opening::As(*target)),
            Content::Revision { stage: of, .. } if *of == stage => Some(Opening::As(*parent)),
            Content::Revision { stage: of, .. } if Some(*of) == stage.goes_on_from() => {
                Some(Opening::Once(*parent))
            }
            _ => None,
        }
    }
}
