//! Which records count: each is judged after those it builds on.

use super::{Dossier, Standing};
use crate::domain::stage::{Party, Stage};
use crate::seal::canonical::Hash;
use crate::seal::record::{Content, Decision, Record};
use crate::table::Table;

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Lineage {
    pub(super) depth: u64,
    /// The number under which others name it in `ancestors`.
    pub(super) number: usize,
    /// One bit for each number.
    pub(super) ancestors: Vec<u64>,
}

impl Lineage {
    pub(super) fn add(&mut self, above: &Lineage) {
        self.depth = self.depth.max(above.depth + 1);
        self.add_ancestors(above);
        let place = above.number / 64;
        self.ancestors.resize(self.ancestors.len().max(place + 1), 0);
        self.ancestors[place] |= 1 << (above.number % 64);
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
                let standing = self.judge_one(&id).unwrap_or(Standing::Waiting);
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
            if let Some(Content::CoSign { target, decision, .. }) = self.records.get(id).map(Record::content)
            {
                self.answers.or_insert_with(*target, Vec::new).push((*id, *decision));
            }
        }
    }

    fn enter(&mut self, id: Hash) {
        let Some(record) = self.records.get(&id) else {
            return;
        };
        let mut lineage = Lineage { depth: 0, number: self.lineage.len(), ancestors: Vec::new() };
        for above in record.parents().iter().filter_map(|parent| self.lineage.get(parent)) {
            lineage.add(above);
        }
        self.lineage.insert(id, lineage);
    }

    /// Judges a record, or gives `None` when it waits: a parent or the first record is not there.
    fn judge_one(&self, id: &Hash) -> Option<Standing> {
        let record = self.records.get(id)?;
        if record.dossier() != self.id {
            return Some(Standing::Foreign);
        }
        if *id == self.id {
            return Some(Standing::Counts);
        }
        // Before its parents, because a stranger could name one that never comes.
        let genesis = self.genesis()?;
        let Some(party) = genesis.party(record.signer()) else {
            return Some(Standing::Stranger);
        };
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
        Some(match record.content() {
            Content::Revision { stage, .. } if stage.writer() != party => Standing::WrongSide,
            Content::Revision { stage, .. } if !self.gate_is_open(record, *stage) => Standing::GateJumped,
            Content::Revision { .. } => Standing::Counts,
            Content::CoSign { stage, target, .. } => self.judge_cosign(record, *stage, target, party),
            Content::Dossier(_) | Content::Newer { .. } => Standing::Foreign,
        })
    }

    fn judge_cosign(&self, record: &Record, stage: Stage, target: &Hash, party: Party) -> Standing {
        let is_version = record.parents().contains(target)
            && self.records.get(target).is_some_and(
                |target| matches!(target.content(), Content::Revision { stage: of, .. } if *of == stage),
            );
        if !is_version {
            Standing::WrongTarget
        } else if stage.writer() == party {
            Standing::WrongSide
        } else {
            Standing::Counts
        }
    }

    /// A version may be written when it builds on the agreement of the stage before it, or on a
    /// record of its own stage, which did.
    fn gate_is_open(&self, record: &Record, stage: Stage) -> bool {
        let opens = |parent: &Record| match parent.content() {
            Content::Dossier(_) => stage.before().is_none(),
            Content::CoSign { stage: of, decision: Decision::Agree, .. } if Some(*of) == stage.before() => {
                true
            }
            Content::CoSign { stage: of, .. } | Content::Revision { stage: of, .. } => *of == stage,
            Content::Newer { .. } => false,
        };
        record.parents().iter().filter_map(|id| self.records.get(id)).any(opens)
    }
}
