//! What a superior signed beside the handover by which another one came: seen for ever, and settling nothing.
//!
//! Whoever signed the handover did not know of it, and whoever signed it did not know of the handover. Without
//! clocks nobody can say which was first, so it is the present superior who answers. But nobody shakes off an
//! answer they knew: where the signer of the handover had signed something above it, it counts as before.

use super::Dossier;
use super::judge::Numbers;
use crate::domain::stage::Party;
use crate::seal::canonical::Hash;
use crate::seal::record::{Content, Record};

impl Dossier {
    /// Says whether a record that counts settles nothing, because a superior, or a colleague of theirs, signed it
    /// without knowing that another superior had come.
    pub fn is_late(&self, id: &Hash) -> bool {
        self.late.contains_key(id)
    }

    /// Gives the records that settle nothing, oldest first.
    pub fn late(&self) -> impl Iterator<Item = &Record> {
        self.counted().filter(|record| self.is_late(&record.id()))
    }

    /// Says whether a superior who knew what is late decided for themself since: answered the version, wrote
    /// one of their own, or signed something else above it.
    pub fn is_superseded(&self, late: &Record) -> bool {
        match late.content() {
            Content::CoSign(cosign) => self.decision_on(&cosign.target).is_some(),
            Content::Revision { stage, .. } => {
                self.stage(*stage).heads.iter().any(|head| self.builds_on(head, &late.id()))
            }
            _ => self.settling().any(|record| {
                self.builds_on(&record.id(), &late.id()) && self.signers_side(record) == Some(Party::Superior)
            }),
        }
    }

    /// Gives the records that count and are not late, oldest first.
    pub(super) fn settling(&self) -> impl Iterator<Item = &Record> {
        self.counted().filter(|record| !self.is_late(&record.id()))
    }

    /// Finds them, once it is known what counts and in which order.
    pub(super) fn find_late(&mut self) {
        self.late.clear();
        let handovers: Vec<&Record> = self.handovers().map(|(record, _)| record).collect();
        if handovers.is_empty() {
            return;
        }
        let of_superior: Vec<&Record> = self.counted().filter(|record| self.is_in_mandate(record)).collect();
        let mut late: Vec<Hash> = Vec::new();
        for handover in handovers {
            let id = handover.id();
            let place = Some((self.depth(&id), id));
            let replaces = |record: &&&Record| {
                let mandate = self.lineage.get(&record.id()).and_then(|lineage| lineage.sides.handover);
                let is_beside = !self.builds_on(&record.id(), &id) && !self.builds_on(&id, &record.id());
                mandate < place && is_beside
            };
            let beside: Vec<&&Record> = of_superior.iter().filter(replaces).collect();
            if beside.is_empty() {
                continue;
            }
            let mut known = Numbers::default();
            for record in self.counted().filter(|record| record.signer() == handover.signer()) {
                if record.id() != id && !self.builds_on(&record.id(), &id) {
                    known.add_all(&self.below([record.id()].iter()));
                }
            }
            late.extend(beside.into_iter().map(|record| record.id()).filter(|id| !self.is_in(id, &known)));
        }
        self.late = late.into_iter().map(|id| (id, ())).collect();
        // A colleague may know of the new superior, and still write because the former one asked.
        let asked_late: Vec<Hash> =
            self.counted().filter(|record| self.is_asked_late(record)).map(Record::id).collect();
        for id in asked_late {
            self.late.insert(id, ());
        }
    }

    /// Says whether a record decides something in the superior's name, by the superior or by a colleague whom
    /// they asked. Taking back is not among it: that is the right of whoever signed, whoever came since.
    fn is_in_mandate(&self, record: &Record) -> bool {
        let decides = match record.content() {
            Content::Revision { paper, .. } => paper.is_empty(),
            Content::CoSign(_)
            | Content::Close(_)
            | Content::Reopen { .. }
            | Content::Delegate { .. }
            | Content::Recommend { .. } => true,
            _ => false,
        };
        decides && self.signers_side(record) != Some(Party::Employee)
    }

    /// Says whether a version is by a colleague who was asked by nobody but superiors who were replaced.
    fn is_asked_late(&self, record: &Record) -> bool {
        let Content::Revision { stage, .. } = record.content() else {
            return false;
        };
        let asks = |other: &&Record| matches!(other.content(), Content::Delegate { stage: of, to } if of == stage && to.did == *record.signer());
        let mut asked = self.counted().filter(asks).filter(|other| self.builds_on(&record.id(), &other.id()));
        self.signers_side(record).is_none() && asked.all(|other| self.is_late(&other.id()))
    }
}
