//! What follows from the records that count, stage by stage.

use super::judge::Numbers;
use super::{Agreement, Dossier, StageFacts, Standing};
use crate::domain::stage::{Stage, StageState};
use crate::seal::canonical::Hash;
use crate::seal::record::{Content, Decision, Record};

/// The answer of the other side to one version.
pub(super) enum Verdict {
    None,
    Agreed(Hash),
    Returned(Hash),
    Unclear,
}

impl Dossier {
    pub(super) fn verdict(&self, revision: &Hash) -> Verdict {
        let answers = self.answers_to(revision);
        let of = |wanted| answers.iter().filter(move |(_, decision)| *decision == wanted).map(|(id, _)| *id);
        let Some(agree) = of(Decision::Agree).next() else {
            // What the writer signed for the other side gives way to what that side says itself.
            let on_its_behalf = answers.iter().find(|(_, decision)| !decision.is_by_other_side());
            return match (of(Decision::Return).next_back(), on_its_behalf) {
                (Some(returned), _) => Verdict::Returned(returned),
                (None, Some((agreed, _))) => Verdict::Agreed(*agreed),
                (None, None) => Verdict::None,
            };
        };
        let mut agrees = Numbers::default();
        for lineage in answers.iter().filter_map(|(id, decision)| match decision {
            Decision::Agree => self.lineage.get(id),
            _ => None,
        }) {
            agrees.add(lineage.number);
        }
        let ids = |wanted| answers.iter().filter(move |(_, decision)| *decision == wanted).map(|(id, _)| id);
        let below_agrees = self.below(ids(Decision::Agree));
        let is_above_agrees = |returned: &&Hash| self.is_above_any(returned, &agrees);
        let contradicts =
            |returned: &Hash| !self.is_in(returned, &below_agrees) && !is_above_agrees(&returned);
        // A contradiction is resolved by an answer above both sides of it. When that answer agrees, the
        // return is below an agreement and contradicts no more; so here only a return can resolve it.
        let resolved = self.below(ids(Decision::Return).filter(is_above_agrees));
        let is_resolved = |returned: &Hash| self.is_in(returned, &resolved);
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

    pub(super) fn next_stage(&self, mut before: Vec<StageFacts>, stage: Stage) -> Vec<StageFacts> {
        let facts = self.stage_facts(&before, stage);
        before.push(facts);
        before
    }

    fn stage_facts(&self, before: &[StageFacts], stage: Stage) -> StageFacts {
        let is_version = |record: &&Record| matches!(record.content(), Content::Revision { stage: of, .. } if *of == stage);
        let versions: Vec<Hash> = self.counted().filter(is_version).map(Record::id).collect();
        // What was taken back is left out, unless the other side had agreed to it meanwhile. So is what a superior
        // wrote who did not know of another one.
        let is_left = |revision: &&Hash| {
            let is_taken_back = self.withdrawals.contains_key(*revision)
                && !matches!(self.verdict(revision), Verdict::Agreed(_));
            !is_taken_back && !self.is_late(revision)
        };
        let left: Vec<Hash> = versions.iter().filter(is_left).copied().collect();
        let mut standing: Vec<Hash> = left.iter().filter(|revision| self.holds(revision)).copied().collect();
        // A copy of a paper gives way to what the side that writes the stage signed itself.
        if !standing.iter().all(|revision| self.is_copy(revision)) {
            standing.retain(|revision| !self.is_copy(revision));
        }
        let mut heads = self.newest(&standing);
        let mut lapsed = self.newest(&left);
        lapsed.retain(|revision| !self.holds(revision));
        let agreements: Vec<Agreement> = standing
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
            [] if stage == Stage::Assessment && self.closed().is_some() => StageState::Open,
            [] => {
                let waiting = before.last().map(|facts| self.waiting_their_turn(&versions, stage, facts));
                let is_waiting =
                    |id: &&Hash| waiting.as_ref().is_some_and(|waiting| waiting.contains_key(*id));
                heads = self.newest(&left.iter().filter(is_waiting).copied().collect::<Vec<_>>());
                lapsed.retain(|revision| !heads.contains(revision));
                if heads.is_empty() { StageState::Locked } else { StageState::Ahead }
            }
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
        StageFacts { state, heads, lapsed, agreed, returned, versions, has_newer }
    }

    /// Says whether a version is the copy of a paper, signed by the side that did not write it.
    pub fn is_copy(&self, revision: &Hash) -> bool {
        let content = self.records.get(revision).map(Record::content);
        matches!(content, Some(Content::Revision { paper, .. }) if !paper.is_empty())
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
        let agrees = self.answers_to(revision).iter().filter(|(_, decision)| *decision != Decision::Return);
        agrees.map(|(id, _)| *id)
    }

    pub(super) fn answers_to(&self, revision: &Hash) -> &[(Hash, Decision)] {
        self.answers.get(revision).map_or(&[], Vec::as_slice)
    }
}
