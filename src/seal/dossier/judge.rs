//! Which records count: each is judged after those it builds on.

use super::{Dossier, Standing};
use crate::domain::stage::{Party, Stage};
use crate::seal::canonical::Hash;
use crate::seal::key::Did;
use crate::seal::record::{Content, Decision, Record};
use crate::table::Table;

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Lineage {
    pub(super) depth: u64,
    /// The number under which others name it in `ancestors`.
    pub(super) number: usize,
    /// One bit for each number.
    pub(super) ancestors: Vec<u64>,
    /// The newest handover among them, by depth and id.
    pub(super) handover: Option<(u64, Hash)>,
}

impl Lineage {
    pub(super) fn add(&mut self, above: &Lineage) {
        self.depth = self.depth.max(above.depth + 1);
        self.add_ancestors(above);
        let place = above.number / 64;
        self.ancestors.resize(self.ancestors.len().max(place + 1), 0);
        self.ancestors[place] |= 1 << (above.number % 64);
        self.handover = self.handover.max(above.handover);
    }

    pub(super) fn add_ancestors(&mut self, other: &Lineage) {
        self.ancestors.resize(self.ancestors.len().max(other.ancestors.len()), 0);
        for (mine, theirs) in self.ancestors.iter_mut().zip(&other.ancestors) {
            *mine |= theirs;
        }
    }

    pub(super) fn has(&self, number: usize) -> bool {
        self.ancestors.get(number / 64).is_some_and(|bits| bits >> (number % 64) & 1 == 1)
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
        let by_depth: Table<(u64, Hash), ()> =
            self.lineage.iter().map(|(id, lineage)| ((lineage.depth, *id), ())).collect();
        self.order = by_depth.keys().map(|(_, id)| *id).collect();
        for id in &self.order {
            match self.records.get(id).map(Record::content) {
                Some(Content::CoSign(cosign)) => {
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
        if matches!(record.content(), Content::Handover(_)) {
            lineage.handover = Some((lineage.depth, id));
        }
        self.lineage.insert(id, lineage);
    }

    /// Gives what a record builds on, itself left out.
    fn lineage_of(&self, record: &Record) -> Lineage {
        let mut lineage =
            Lineage { depth: 0, number: self.lineage.len(), ancestors: Vec::new(), handover: None };
        for above in record.parents().iter().filter_map(|parent| self.lineage.get(parent)) {
            lineage.add(above);
        }
        lineage
    }

    /// Gives the side that a key has in a dossier in which this handover was the last.
    pub(super) fn role(&self, did: &Did, handover: Option<(u64, Hash)>) -> Option<Party> {
        let genesis = self.genesis()?;
        let newest = handover.and_then(|(_, id)| self.handover(&id));
        let superior = newest.map_or(&genesis.superior, |handover| &handover.to);
        if genesis.employee.did == *did {
            Some(Party::Employee)
        } else if superior.did == *did {
            Some(Party::Superior)
        } else {
            None
        }
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

    /// Lists the keys whose records are not a stranger's: the two of the first record, and whoever was
    /// named in a record by one of these. Nobody can name themselves.
    fn known_keys(&self) -> Vec<Did> {
        let Some(genesis) = self.genesis() else {
            return Vec::new();
        };
        let mut known = vec![genesis.employee.did.clone(), genesis.superior.did.clone()];
        let mut asked = 0;
        while let Some(by) = known.get(asked).cloned() {
            asked += 1;
            for record in self.records.values() {
                let named = match record.content() {
                    Content::Handover(handover) => &handover.to.did,
                    Content::Delegate { to, .. } => &to.did,
                    _ => continue,
                };
                let is_by_them = *record.signer() == by && record.dossier() == self.id;
                if is_by_them && !known.contains(named) {
                    known.push(named.clone());
                }
            }
        }
        known
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
        let role = self.role(record.signer(), lineage.handover);
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
                        let handover = lineage.handover.map(|(_, id)| id);
                        let by_rule = self.was_acting(handover.as_ref()) || self.is_of_principal();
                        cosign.stage == Stage::Planning && is(writer) && by_rule
                    }
                }
            }
            Content::Withdraw { stage, target } => {
                if !self.is_version(record, target, *stage) {
                    return Standing::WrongTarget;
                }
                self.records.get(target).is_some_and(|version| version.signer() == record.signer())
            }
            Content::Handover(handover) => {
                let to = &handover.to.did;
                role.is_some() && self.role(to, lineage.handover).is_none()
            }
            Content::Close(_) | Content::Reopen { .. } => role.is_some(),
            Content::Delegate { to, .. } => {
                is(Party::Superior) && self.role(&to.did, lineage.handover).is_none()
            }
            Content::Recommend { .. } => is(Party::Superior),
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

    /// A version may be written when it builds on the agreement of the stage before it, or on a
    /// record of its own stage, which did.
    fn gate_is_open(&self, record: &Record, stage: Stage) -> bool {
        let opens = |parent: &Record| match parent.content() {
            Content::Dossier(_) => stage.before().is_none(),
            Content::CoSign(cosign)
                if Some(cosign.stage) == stage.before() && cosign.decision != Decision::Return =>
            {
                true
            }
            Content::Revision { stage: of, .. } | Content::Withdraw { stage: of, .. } => *of == stage,
            Content::CoSign(cosign) => cosign.stage == stage,
            _ => false,
        };
        record.parents().iter().filter_map(|id| self.records.get(id)).any(opens)
    }
}
