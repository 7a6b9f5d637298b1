//! A dossier: the grow-only set of its records, and what follows from it.
//!
//! Merging is set union; everything else is computed from the set, so that the order, number and
//! repetition of files cannot matter. Clocks and sequence numbers in the records decide nothing.

use super::canonical::Hash;
use super::record::{Content, Decision, Genesis, Record};
use crate::domain::stage::{Party, Stage, StageState};
use crate::table::Table;
use serde_json::Value;

/// All records of one dossier, verified, with their standing.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dossier {
    id: Hash,
    records: Table<Hash, Record>,
    standing: Table<Hash, Standing>,
    /// The records that count, each after those it builds on.
    order: Vec<Hash>,
    /// For each record that counts: its place in the order, and all that it builds on.
    lineage: Table<Hash, Lineage>,
    /// For each version that was answered: the answers that count, in their order.
    answers: Table<Hash, Vec<(Hash, Decision)>>,
    stages: Vec<StageFacts>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
struct Lineage {
    depth: u64,
    /// The number under which others name it in `ancestors`.
    number: usize,
    /// One bit for each number.
    ancestors: Vec<u64>,
}

impl Lineage {
    fn add(&mut self, above: &Lineage) {
        self.depth = self.depth.max(above.depth + 1);
        self.add_ancestors(above);
        let place = above.number / 64;
        self.ancestors.resize(self.ancestors.len().max(place + 1), 0);
        self.ancestors[place] |= 1 << (above.number % 64);
    }

    fn add_ancestors(&mut self, other: &Lineage) {
        self.ancestors.resize(self.ancestors.len().max(other.ancestors.len()), 0);
        for (mine, theirs) in self.ancestors.iter_mut().zip(&other.ancestors) {
            *mine |= theirs;
        }
    }

    fn has(&self, number: usize) -> bool {
        self.ancestors.get(number / 64).is_some_and(|bits| bits >> (number % 64) & 1 == 1)
    }
}

/// Whether a record counts, and if not, why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It counts.
    Counts,
    /// A record that it builds on has not arrived.
    Waiting,
    /// It, or one that it builds on, is of a newer version of the format.
    Newer,
    /// It was signed by somebody who is not a party.
    Stranger,
    /// The side that signed it may not write this.
    WrongSide,
    /// The stage before it was not agreed when it was written.
    GateJumped,
    /// It answers something that is not a version of its stage.
    WrongTarget,
    /// It belongs to another dossier.
    Foreign,
    /// It builds on a record that does not count.
    OnUncounted,
}

/// The two records by which a version became agreed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Agreement {
    /// The version.
    pub revision: Hash,
    /// The other side's signature on it.
    pub cosign: Hash,
}

/// What is known about one stage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StageFacts {
    /// Where it stands.
    pub state: StageState,
    /// The versions that no other version follows; more than one when they diverge.
    pub heads: Vec<Hash>,
    /// The newest version that both signed.
    pub agreed: Option<Agreement>,
    /// The newest return of the head.
    pub returned: Option<Hash>,
    /// All versions, oldest first.
    pub versions: Vec<Hash>,
    /// Whether a record of a newer format belongs to the stage, so that this program cannot show it
    /// whole and must not sign.
    pub has_newer: bool,
}

/// The answer of the other side to one version.
enum Verdict {
    None,
    Agreed(Hash),
    Returned(Hash),
    Unclear,
}

impl Dossier {
    /// Puts records together; their order and repetition do not matter.
    pub fn assemble(id: Hash, records: impl IntoIterator<Item = Record>) -> Dossier {
        let mut dossier = Dossier {
            id,
            records: Table::new(),
            standing: Table::new(),
            order: Vec::new(),
            lineage: Table::new(),
            answers: Table::new(),
            stages: Vec::new(),
        };
        dossier.merge(records);
        dossier
    }

    /// Adds records and gives the ids of those that were not there.
    pub fn merge(&mut self, records: impl IntoIterator<Item = Record>) -> Vec<Hash> {
        let mut added = Vec::new();
        for record in records {
            let id = record.id();
            if !self.records.contains_key(&id) {
                self.records.insert(id, record);
                added.push(id);
            }
        }
        if !added.is_empty() || self.stages.is_empty() {
            self.judge();
            self.stages =
                Stage::ALL.into_iter().fold(Vec::new(), |before, stage| self.next_stage(before, stage));
        }
        added
    }

    /// Gives the id, the hash of the first record.
    pub fn id(&self) -> Hash {
        self.id
    }

    /// Gives what the first record fixed, once it is there.
    pub fn genesis(&self) -> Option<&Genesis> {
        match self.records.get(&self.id)?.content() {
            Content::Dossier(genesis) => Some(genesis),
            _ => None,
        }
    }

    /// Gives a record by its id.
    pub fn record(&self, id: &Hash) -> Option<&Record> {
        self.records.get(id)
    }

    /// Gives all records, whatever their standing, by id.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.values()
    }

    /// Gives the records that count, each after those it builds on.
    pub fn counted(&self) -> impl Iterator<Item = &Record> {
        self.order.iter().filter_map(|id| self.records.get(id))
    }

    /// Gives the standing of a record.
    pub fn standing(&self, id: &Hash) -> Option<Standing> {
        self.standing.get(id).copied()
    }

    /// Gives the facts about a stage.
    pub fn stage(&self, stage: Stage) -> &StageFacts {
        &self.stages[stage as usize]
    }

    /// Gives the number of a record in the order of what builds on what, the first being 0.
    pub fn depth(&self, id: &Hash) -> u64 {
        self.lineage.get(id).map_or(0, |lineage| lineage.depth)
    }

    /// Says whether a counted record builds, directly or not, on another.
    pub fn builds_on(&self, id: &Hash, other: &Hash) -> bool {
        match (self.lineage.get(id), self.lineage.get(other)) {
            (Some(lineage), Some(other)) => lineage.has(other.number),
            _ => false,
        }
    }

    /// Gives the counted records that no counted record builds on.
    pub fn heads(&self) -> Vec<Hash> {
        self.newest(&self.order)
    }

    /// Gives those of some counted records that no other of them builds on.
    fn newest(&self, ids: &[Hash]) -> Vec<Hash> {
        let mut below = Lineage { depth: 0, number: 0, ancestors: Vec::new() };
        for lineage in ids.iter().filter_map(|id| self.lineage.get(id)) {
            below.add_ancestors(lineage);
        }
        let is_newest = |id: &&Hash| self.lineage.get(*id).is_some_and(|lineage| !below.has(lineage.number));
        ids.iter().filter(is_newest).copied().collect()
    }

    /// Gives one hash for all that counts; two copies of a dossier that show the same have the same.
    pub fn state_hash(&self) -> Hash {
        let counted = self.lineage.keys().map(|id| Value::String(id.to_string()));
        Hash::of(&Value::Array(counted.collect()))
    }

    /// Gives the records that are missing: named as parents, but not there.
    pub fn missing(&self) -> Vec<Hash> {
        let parents = self.records.values().flat_map(|record| record.parents());
        let absent = parents.filter(|id| !self.records.contains_key(*id)).map(|id| (*id, ()));
        absent.collect::<Table<Hash, ()>>().keys().copied().collect()
    }

    /// Gives the parents that a new version of a stage has to name: the newest record of the stage
    /// (all heads when they diverge), and the agreement of the stage before it when that is not
    /// below it already.
    pub fn parents_of_revision(&self, stage: Stage) -> Vec<Hash> {
        let facts = self.stage(stage);
        let mut parents: Vec<Hash> = facts.heads.iter().map(|head| self.answer_or_self(head)).collect();
        let gate = match stage.before() {
            Some(before) => self.stage(before).agreed.map(|agreement| agreement.cosign),
            None => Some(self.id),
        };
        parents.extend(gate.filter(|gate| !parents.iter().any(|parent| self.builds_on(parent, gate))));
        parents
    }

    /// Gives the parents that an answer to a version has to name: the version, and all answers to it
    /// that there are, so that the new one comes after them.
    pub fn parents_of_answer(&self, revision: &Hash) -> Vec<Hash> {
        [*revision].into_iter().chain(self.answers_to(revision).iter().map(|(id, _)| *id)).collect()
    }

    /// Gives each id with its number, as a signature needs them.
    pub fn with_depth(&self, ids: &[Hash]) -> Vec<(Hash, u64)> {
        ids.iter().map(|id| (*id, self.depth(id))).collect()
    }

    fn answer_or_self(&self, revision: &Hash) -> Hash {
        match self.verdict(revision) {
            Verdict::Agreed(answer) | Verdict::Returned(answer) => answer,
            Verdict::None | Verdict::Unclear => *revision,
        }
    }

    /// Finds the standing of every record, that of its parents first.
    fn judge(&mut self) {
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
        let parents: Vec<Standing> = record
            .parents()
            .iter()
            .map(|parent| self.standing.get(parent).copied())
            .collect::<Option<_>>()?;
        if parents.contains(&Standing::Waiting) {
            return None;
        }
        let genesis = self.genesis()?;
        let Some(party) = genesis.party(record.signer()) else {
            return Some(Standing::Stranger);
        };
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

    fn verdict(&self, revision: &Hash) -> Verdict {
        let answers = self.answers_to(revision);
        let of = |wanted| answers.iter().filter(move |(_, decision)| *decision == wanted).map(|(id, _)| *id);
        let Some(agree) = of(Decision::Agree).next() else {
            return of(Decision::Return).next_back().map_or(Verdict::None, Verdict::Returned);
        };
        let contradicts = |returned: &Hash| {
            of(Decision::Agree)
                .all(|agree| !self.builds_on(&agree, returned) && !self.builds_on(returned, &agree))
        };
        // A contradiction is resolved by an answer above both sides of it. When that answer agrees, the
        // return is below an agreement and contradicts no more; so here only a return can resolve it.
        let is_resolved = |returned: &Hash| {
            of(Decision::Return).any(|later| {
                self.builds_on(&later, returned)
                    && of(Decision::Agree).any(|agree| self.builds_on(&later, &agree))
            })
        };
        let contradictions: Vec<Hash> = of(Decision::Return).filter(contradicts).collect();
        match of(Decision::Return).next_back() {
            Some(last) if !contradictions.is_empty() => {
                if contradictions.iter().all(is_resolved) {
                    Verdict::Returned(last)
                } else {
                    Verdict::Unclear
                }
            }
            _ => Verdict::Agreed(agree),
        }
    }

    fn next_stage(&self, mut before: Vec<StageFacts>, stage: Stage) -> Vec<StageFacts> {
        let facts = self.stage_facts(&before, stage);
        before.push(facts);
        before
    }

    fn stage_facts(&self, before: &[StageFacts], stage: Stage) -> StageFacts {
        let is_version = |record: &&Record| matches!(record.content(), Content::Revision { stage: of, .. } if *of == stage);
        let versions: Vec<Hash> = self.counted().filter(is_version).map(Record::id).collect();
        let heads = self.newest(&versions);
        let agreements: Vec<Agreement> = versions
            .iter()
            .filter_map(|revision| match self.verdict(revision) {
                Verdict::Agreed(cosign) => Some(Agreement { revision: *revision, cosign }),
                _ => None,
            })
            .collect();
        let revisions: Vec<Hash> = agreements.iter().map(|agreement| agreement.revision).collect();
        let newest = self.newest(&revisions).last().copied();
        let agreed = agreements.iter().find(|agreement| Some(agreement.revision) == newest).copied();
        let mut returned = None;
        let state = match heads.as_slice() {
            [] if before.last().is_none_or(|facts| facts.agreed.is_some()) => StageState::Open,
            [] => StageState::Locked,
            [head] => match (self.verdict(head), agreed) {
                (Verdict::Unclear, _) => StageState::Unclear,
                (Verdict::Agreed(cosign), _) if self.is_stale(before, &cosign) => StageState::Stale,
                (Verdict::Agreed(_), _) => StageState::Agreed,
                (Verdict::Returned(id), agreed) => {
                    returned = Some(id);
                    if agreed.is_some() { StageState::AmendmentReturned } else { StageState::Returned }
                }
                (Verdict::None, Some(_)) => StageState::AmendmentWaiting,
                (Verdict::None, None) => StageState::Waiting,
            },
            _ => StageState::Diverged,
        };
        let has_newer = self.records.values().any(|record| {
            record.stage() == Some(stage) && self.standing(&record.id()) == Some(Standing::Newer)
        });
        StageFacts { state, heads, agreed, returned, versions, has_newer }
    }

    /// An agreement is stale when an earlier stage was agreed anew since, or is stale itself. All
    /// earlier stages are asked, because the one just before it may be on its way to be confirmed.
    fn is_stale(&self, before: &[StageFacts], cosign: &Hash) -> bool {
        before.iter().any(|facts| {
            let newest_is_below = facts.agreed.is_some_and(|agreement| {
                self.agreements_on(&agreement.revision).any(|agree| self.builds_on(cosign, &agree))
            });
            facts.state == StageState::Stale || (facts.agreed.is_some() && !newest_is_below)
        })
    }

    fn agreements_on(&self, revision: &Hash) -> impl Iterator<Item = Hash> {
        let agrees = self.answers_to(revision).iter().filter(|(_, decision)| *decision == Decision::Agree);
        agrees.map(|(id, _)| *id)
    }

    fn answers_to(&self, revision: &Hash) -> &[(Hash, Decision)] {
        self.answers.get(revision).map_or(&[], Vec::as_slice)
    }
}
