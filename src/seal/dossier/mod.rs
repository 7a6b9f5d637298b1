//! A dossier: the grow-only set of its records, and what follows from it.
//!
//! Merging is set union; everything else is computed from the set, so that the order, number and
//! repetition of files cannot matter. Clocks and sequence numbers in the records decide nothing.

mod ahead;
mod judge;
mod late;
mod parties;
mod sides;
mod stages;

use self::judge::{Lineage, Numbers};
use self::sides::Sides;
use self::stages::Verdict;
use super::canonical::Hash;
use super::record::{Content, Decision, Genesis, Record};
use crate::domain::stage::{Stage, StageState};
use crate::table::Table;
use serde_json::Value;

pub use self::sides::{CHANGES_MAX, KeyChange};

/// The most records of one kind, none above another, that a new record names as parents. There are more
/// only when somebody means harm; the next record then names the rest, and no dossier becomes too wide
/// to be signed.
const SIBLINGS_MAX: usize = 24;

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
    /// Who the sides are after all that counts.
    sides: Sides,
    /// The changes of details that count, oldest first.
    details: Vec<Hash>,
    /// The changes of keys that count, oldest first.
    changes: Vec<Hash>,
    /// Those of them that gave way to one by the code of the same key.
    overruled: Table<Hash, ()>,
    /// The records that count and may be by somebody who holds a key that is not theirs.
    doubtful: Table<Hash, ()>,
    /// The records that count and settle nothing, because their signer did not know of a handover.
    late: Table<Hash, ()>,
    /// The versions that count and do not hold: the stage before has not agreed to what they were written on.
    ahead: Table<Hash, ()>,
    /// For each version that was answered: the answers that settle something, in their order.
    answers: Table<Hash, Vec<(Hash, Decision)>>,
    /// For each version that was taken back: the record that says so.
    withdrawals: Table<Hash, Hash>,
    stages: Vec<StageFacts>,
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
    /// The versions that no other version follows; more than one when they diverge. In the state `Ahead` they
    /// count once the stage before is agreed.
    pub heads: Vec<Hash>,
    /// The newest versions that were signed ahead and do not hold, heads left out: the stage before has, or is about
    /// to have, another version than the one that they were written on, so they are to be looked at again.
    pub lapsed: Vec<Hash>,
    /// The newest version that both signed.
    pub agreed: Option<Agreement>,
    /// The newest return of the head.
    pub returned: Option<Hash>,
    /// All versions, oldest first; those that were taken back too.
    pub versions: Vec<Hash>,
    /// Whether a record of a newer format belongs to the stage, so that this program cannot show it
    /// whole and must not sign.
    pub has_newer: bool,
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
            sides: Sides::default(),
            details: Vec::new(),
            changes: Vec::new(),
            overruled: Table::new(),
            doubtful: Table::new(),
            late: Table::new(),
            ahead: Table::new(),
            answers: Table::new(),
            withdrawals: Table::new(),
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
            self.judge_anew();
        }
        added
    }

    /// Forgets records that the person removed.
    pub fn forget(&mut self, ids: &[Hash]) {
        for id in ids {
            self.records.remove(id);
        }
        if !ids.is_empty() {
            self.judge_anew();
        }
    }

    fn judge_anew(&mut self) {
        self.judge();
        self.stages = Stage::ALL.into_iter().fold(Vec::new(), |before, stage| self.next_stage(before, stage));
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
        let below = self.below(ids.iter());
        ids.iter().filter(|id| !self.is_in(id, &below)).copied().collect()
    }

    /// Gives all that some counted records build on.
    fn below<'a>(&self, ids: impl Iterator<Item = &'a Hash>) -> Numbers {
        let mut below = Numbers::default();
        for lineage in ids.filter_map(|id| self.lineage.get(id)) {
            below.add_all(&lineage.below);
        }
        below
    }

    /// Says whether a counted record is among others.
    fn is_in(&self, id: &Hash, others: &Numbers) -> bool {
        self.lineage.get(id).is_some_and(|lineage| others.has(lineage.number))
    }

    /// Says whether a counted record builds on any of others.
    fn is_above_any(&self, id: &Hash, others: &Numbers) -> bool {
        self.lineage.get(id).is_some_and(|lineage| lineage.below.meets(others))
    }

    /// Gives one hash for all that counts; two copies of a dossier that show the same have the same.
    pub fn state_hash(&self) -> Hash {
        let counted = self.lineage.keys().map(|id| Value::String(id.to_string()));
        Hash::of(&Value::Array(counted.collect()))
    }

    /// Gives the records that are missing: named as parents, but not there.
    pub fn missing(&self) -> Vec<Hash> {
        let waiting =
            self.records.values().filter(|record| self.standing(&record.id()) == Some(Standing::Waiting));
        let parents = waiting.flat_map(|record| record.parents());
        let absent = parents.filter(|id| !self.records.contains_key(*id)).map(|id| (*id, ()));
        absent.collect::<Table<Hash, ()>>().keys().copied().collect()
    }

    /// Gives the parents that a new version of a stage has to name: the newest records of the stage
    /// (all heads when they diverge), the agreement of the stage before it, and what gives its writer
    /// the right, as far as that is not below already.
    pub fn parents_of_revision(&self, stage: Stage) -> Vec<Hash> {
        let facts = self.stage(stage);
        let heads = facts.heads.iter().take(SIBLINGS_MAX);
        let mut parents: Vec<Hash> = heads.map(|head| self.answer_or_self(head)).collect();
        let gate = match stage.before() {
            Some(before) => self.stage(before).agreed.map(|agreement| agreement.cosign),
            None => Some(self.id),
        };
        let ahead_of =
            stage.goes_on_from().filter(|_| gate.is_none()).map(|before| &self.stage(before).heads);
        let bases = ahead_of.into_iter().flatten().take(SIBLINGS_MAX).copied();
        // Without that agreement it is the closing which opens the assessment, so it is named itself.
        let closing = self.closed().filter(|_| stage == Stage::Assessment).map(|(record, _)| record.id());
        let advice = self.advice().into_iter().filter(|_| stage == Stage::Assessment);
        let advice: Vec<Hash> = advice.map(|(record, _)| record.id()).take(SIBLINGS_MAX).collect();
        let openings = gate.into_iter().chain(closing).chain(bases);
        let wanted: Vec<Hash> = openings.chain(advice).chain(self.mandates(Some(stage))).collect();
        self.add_missing(&mut parents, &wanted);
        let withdrawals: Vec<Hash> =
            facts.versions.iter().filter_map(|version| self.withdrawal(version)).collect();
        let late = facts.versions.iter().filter(|version| self.is_late(version)).copied().collect();
        for beside in [withdrawals, late, facts.lapsed.clone()] {
            let mut newest = self.newest(&beside);
            newest.truncate(SIBLINGS_MAX);
            self.add_missing(&mut parents, &newest);
        }
        parents
    }

    /// Gives the parents that an answer to a version, or its withdrawal, has to name: the version, the
    /// newest answers to it, so that the new one comes after all, and what gives its signer the right. What was
    /// signed ahead does not build on the agreement of the stage before it, so that is named too: else the answer
    /// would be older than what it rests on, and have to be confirmed at once.
    pub fn parents_of_answer(&self, revision: &Hash) -> Vec<Hash> {
        let is_late_answer = |record: &&Record| match record.content() {
            Content::CoSign(cosign) => cosign.target == *revision,
            _ => false,
        };
        let late = self.late().filter(is_late_answer).map(Record::id);
        let answers: Vec<Hash> = self.answers_to(revision).iter().map(|(id, _)| *id).chain(late).collect();
        let mut parents = vec![*revision];
        parents.extend(self.newest(&answers).into_iter().take(SIBLINGS_MAX));
        let stage = self.records.get(revision).and_then(Record::stage).and_then(Stage::goes_on_from);
        let gate = stage.and_then(|before| self.stage(before).agreed).map(|agreement| agreement.cosign);
        self.add_missing(&mut parents, gate.as_slice());
        self.add_missing(&mut parents, &self.mandates(None));
        parents
    }

    /// Gives the parents that a record beside the stages has to name: all that is newest, and what
    /// gives its signer the right.
    pub fn parents_of_case(&self) -> Vec<Hash> {
        let mut parents = self.heads();
        parents.truncate(SIBLINGS_MAX);
        self.add_missing(&mut parents, &self.mandates(Some(Stage::Observation)));
        parents
    }

    /// Adds the records that none of the parents is or builds on.
    fn add_missing(&self, parents: &mut Vec<Hash>, wanted: &[Hash]) {
        for id in wanted {
            if !parents.iter().any(|parent| parent == id || self.builds_on(parent, id)) {
                parents.push(*id);
            }
        }
    }

    /// Gives the answer that decides about a version: none yet, or none while answers contradict.
    pub fn decision_on(&self, revision: &Hash) -> Option<Hash> {
        match self.verdict(revision) {
            Verdict::Agreed(answer) | Verdict::Returned(answer) => Some(answer),
            Verdict::None | Verdict::Unclear => None,
        }
    }

    /// Gives each id with its number, as a signature needs them.
    pub fn with_depth(&self, ids: &[Hash]) -> Vec<(Hash, u64)> {
        ids.iter().map(|id| (*id, self.depth(id))).collect()
    }

    fn answer_or_self(&self, revision: &Hash) -> Hash {
        self.decision_on(revision).unwrap_or(*revision)
    }
}
