//! What was signed ahead: a version whose writer did not wait for the answer to the stage before, which they wrote
//! too. It counts, and holds once just that version is agreed on which it was written.

use super::judge::Opening;
use super::stages::Verdict;
use super::{Dossier, StageFacts};
use crate::domain::stage::Stage;
use crate::seal::canonical::Hash;
use crate::seal::record::{Content, Record};
use crate::table::Table;

impl Dossier {
    /// Says whether a version that counts holds, which all do but those that were signed ahead.
    pub fn holds(&self, version: &Hash) -> bool {
        !self.ahead.contains_key(version)
    }

    /// Finds what does not hold, once the answers are known.
    pub(super) fn find_ahead(&mut self) {
        self.ahead.clear();
        // Many may wait for one, whose answers are read once.
        let is_agreed = |id: &&Hash| matches!(self.verdict(id), Verdict::Agreed(_));
        let agreed: Table<Hash, ()> = self.answers.keys().filter(is_agreed).map(|id| (*id, ())).collect();
        // Each comes after what it builds on.
        for id in self.order.clone() {
            let Some(Content::Revision { stage, .. }) = self.records.get(&id).map(Record::content) else {
                continue;
            };
            let by_base = |base: &Hash| self.holds(base) && agreed.contains_key(base);
            if !self.is_opened(&id, *stage, by_base, |one| self.holds(one)) {
                self.ahead.insert(id, ());
            }
        }
    }

    /// Gives those of all versions of a stage, the oldest first, that wait for a head of the stage before.
    pub(super) fn waiting_their_turn(
        &self,
        versions: &[Hash],
        stage: Stage,
        before: &StageFacts,
    ) -> Table<Hash, ()> {
        let mut waiting: Table<Hash, ()> = Table::new();
        for id in versions.iter().filter(|id| !self.holds(id)) {
            if self.is_opened(id, stage, |base| before.heads.contains(base), |one| waiting.contains_key(one))
            {
                waiting.insert(*id, ());
            }
        }
        waiting
    }

    /// Asks of a version whether its gate is open: of the versions of the stage before on which it was written, or,
    /// where it names none, of those of its own stage on which it builds.
    fn is_opened(
        &self,
        version: &Hash,
        stage: Stage,
        by_base: impl Fn(&Hash) -> bool,
        as_before: impl Fn(&Hash) -> bool,
    ) -> bool {
        let parents = self.records.get(version).map_or(&[][..], Record::parents);
        let (mut names_one, mut is_opened, mut is_inherited) = (false, false, false);
        for opening in parents.iter().filter_map(|parent| self.opens(parent, stage)) {
            match opening {
                Opening::Free => return true,
                Opening::Once(base) => {
                    names_one = true;
                    is_opened = is_opened || by_base(&base);
                }
                Opening::As(one) => is_inherited = is_inherited || as_before(&one),
            }
        }
        if names_one { is_opened } else { is_inherited }
    }
}
