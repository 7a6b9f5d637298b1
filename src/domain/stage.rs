//! The seven stages of a dossier, their order, and the state that each can be in.

/// One of the two sides of a dossier.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Party {
    /// The person whose performance it is (pegawai).
    Employee,
    /// The person who co-signs and rates (atasan).
    Superior,
}

impl Party {
    /// Gives the other side.
    pub fn other(self) -> Party {
        match self {
            Party::Employee => Party::Superior,
            Party::Superior => Party::Employee,
        }
    }

    /// Gives the name used in files.
    pub fn code(self) -> &'static str {
        match self {
            Party::Employee => "employee",
            Party::Superior => "superior",
        }
    }

    /// Reads the name used in files.
    pub fn from_code(code: &str) -> Option<Party> {
        [Party::Employee, Party::Superior].into_iter().find(|party| party.code() == code)
    }
}

/// What kind of employee a dossier is about; the rule pack asks each other questions.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Position {
    /// A teacher (guru); the superior is the principal.
    #[default]
    Teacher,
    /// A principal (kepala sekolah); the superior is the head of the education office or a supervisor.
    Principal,
}

impl Position {
    /// Both kinds.
    pub const ALL: [Position; 2] = [Position::Teacher, Position::Principal];

    /// Gives the name used in files.
    pub fn code(self) -> &'static str {
        match self {
            Position::Teacher => "teacher",
            Position::Principal => "principal",
        }
    }

    /// Reads the name used in files.
    pub fn from_code(code: &str) -> Option<Position> {
        Position::ALL.into_iter().find(|position| position.code() == code)
    }
}

/// A stage (tahap) of the yearly cycle, in the order in which they open.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stage {
    /// Perencanaan: what the employee will work on.
    Planning,
    /// Diskusi Persiapan: what will be observed, when and how it is prepared.
    Preparation,
    /// Observasi Kinerja: the baseline, not a score.
    Observation,
    /// Diskusi Tindak Lanjut: goal, steps and support agreed after the observation.
    Discussion,
    /// Upaya Tindak Lanjut: the log of what was done.
    Effort,
    /// Refleksi Tindak Lanjut: the endline.
    Reflection,
    /// Penilaian: the two ratings from which the final grade follows.
    Assessment,
}

impl Stage {
    /// All stages, in order.
    pub const ALL: [Stage; 7] = [
        Stage::Planning,
        Stage::Preparation,
        Stage::Observation,
        Stage::Discussion,
        Stage::Effort,
        Stage::Reflection,
        Stage::Assessment,
    ];

    /// Gives the place in the order, 1 to 7.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// Gives the name used in files and addresses.
    pub fn code(self) -> &'static str {
        match self {
            Stage::Planning => "planning",
            Stage::Preparation => "preparation",
            Stage::Observation => "observation",
            Stage::Discussion => "discussion",
            Stage::Effort => "effort",
            Stage::Reflection => "reflection",
            Stage::Assessment => "assessment",
        }
    }

    /// Reads the name used in files and addresses.
    pub fn from_code(code: &str) -> Option<Stage> {
        Stage::ALL.into_iter().find(|stage| stage.code() == code)
    }

    /// Gives the stage that must be agreed before this one opens.
    pub fn before(self) -> Option<Stage> {
        (self as usize).checked_sub(1).map(|index| Stage::ALL[index])
    }

    /// Gives the stage before where the same side writes both, so that this one can be signed ahead, while the
    /// answer to that one is on its way.
    pub fn goes_on_from(self) -> Option<Stage> {
        self.before().filter(|before| before.writer() == self.writer())
    }

    /// Says whether this stage may be signed ahead where the stages stand like this: what it goes on from was signed and
    /// waits for its answer, and nothing of it holds yet.
    pub fn may_go_ahead(self, state: impl Fn(Stage) -> StageState) -> bool {
        let is_on_its_way = |before| matches!(state(before), StageState::Waiting | StageState::Ahead);
        matches!(state(self), StageState::Locked | StageState::Ahead)
            && self.goes_on_from().is_some_and(is_on_its_way)
    }

    /// Gives the side that writes the document; the other side co-signs it.
    pub fn writer(self) -> Party {
        match self {
            Stage::Observation | Stage::Assessment => Party::Superior,
            _ => Party::Employee,
        }
    }
}

/// Where a stage stands. Every word and sign about it follows from this value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StageState {
    /// The stage before it is not agreed yet.
    Locked,
    /// The stage before it is not agreed yet, and a version was signed ahead: it counts once that one is agreed.
    Ahead,
    /// It may be written; nobody has signed.
    Open,
    /// The writer signed a version; the other side decides.
    Waiting,
    /// The other side returned the version with a note.
    Returned,
    /// Both signed the same version.
    Agreed,
    /// Both signed it, but an earlier stage was changed since: it has to be confirmed again.
    Stale,
    /// Agreed, and a newer version waits for the other side.
    AmendmentWaiting,
    /// Agreed, and the newer version was returned with a note.
    AmendmentReturned,
    /// Two versions exist of which neither follows from the other.
    Diverged,
    /// The other side agreed and returned the same version, neither after the other.
    Unclear,
}

/// Who has to act on a stage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Turn {
    /// One side has to act.
    Of(Party),
    /// Nobody has to act.
    Nobody,
}

impl StageState {
    /// Says whose move it is in a stage of this state.
    pub fn turn(self, stage: Stage) -> Turn {
        match self {
            StageState::Locked | StageState::Ahead | StageState::Agreed => Turn::Nobody,
            StageState::Open
            | StageState::Returned
            | StageState::Stale
            | StageState::AmendmentReturned
            | StageState::Diverged => Turn::Of(stage.writer()),
            StageState::Waiting | StageState::AmendmentWaiting | StageState::Unclear => {
                Turn::Of(stage.writer().other())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_but_the_first_has_one_before_it_in_the_written_order() {
        for (index, stage) in Stage::ALL.into_iter().enumerate() {
            assert_eq!(stage.number(), index + 1);
            assert_eq!(stage.before(), index.checked_sub(1).map(|before| Stage::ALL[before]));
            assert_eq!(Stage::from_code(stage.code()), Some(stage));
        }
    }

    #[test]
    fn what_the_same_side_writes_next_can_be_signed_ahead() {
        let ahead: Vec<_> = Stage::ALL.into_iter().filter(|stage| stage.goes_on_from().is_some()).collect();
        assert_eq!(ahead, [Stage::Preparation, Stage::Effort, Stage::Reflection]);
    }

    #[test]
    fn only_observation_and_assessment_are_written_by_the_superior() {
        let by_superior: Vec<_> =
            Stage::ALL.into_iter().filter(|stage| stage.writer() == Party::Superior).collect();
        assert_eq!(by_superior, [Stage::Observation, Stage::Assessment]);
    }
}
