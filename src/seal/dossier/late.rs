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

    /// Finds them, once it is known what counts and in which order.
    pub(super) fn find_late(&mut self) {
        self.late.clear();
        let handovers: Vec<&Record> = self.handovers().map(|(record, _)| record).collect();
        if handovers.is_empty() {
            return;
        }
        let of_superior: Vec<&Record> =
            self.counted().filter(|record| self.is_answer_of_superior(record)).collect();
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
    }

    /// Says whether a record is a version or an answer by the superior, or by a colleague whom they asked.
    fn is_answer_of_superior(&self, record: &Record) -> bool {
        let is_answer = match record.content() {
            Content::CoSign(_) => true,
            Content::Revision { paper, .. } => paper.is_empty(),
            _ => false,
        };
        let sides = self.lineage.get(&record.id()).map(|lineage| &lineage.sides);
        is_answer && sides.is_some_and(|sides| self.role(record.signer(), sides) != Some(Party::Employee))
    }
}
