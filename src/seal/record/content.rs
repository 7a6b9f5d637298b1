//! What a record can say.

use crate::domain::document::Document;
use crate::domain::person::Person;
use crate::domain::stage::{Party, Position, Stage};
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::key::Did;

/// What a record says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Content {
    /// The first record: who, which period, which rules.
    Dossier(Box<Genesis>),
    /// A whole stage document.
    Revision {
        /// The stage.
        stage: Stage,
        /// The document.
        document: Document,
        /// Where the paper lies from which the other side copied it, because the writer cannot sign
        /// here; empty when the writer signed it.
        paper: String,
    },
    /// The answer to a revision.
    CoSign(Box<CoSign>),
    /// The writer takes a version back that nobody answered.
    Withdraw {
        /// The stage of the version.
        stage: Stage,
        /// The id of the version.
        target: Hash,
    },
    /// The dossier goes over to another superior.
    Handover(Box<Handover>),
    /// The dossier ends before its last stage.
    Close(Box<Close>),
    /// A closed dossier goes on.
    Reopen {
        /// Why; never blank.
        note: String,
    },
    /// The superior asks a colleague to write the document of a stage.
    Delegate {
        /// The stage: observation.
        stage: Stage,
        /// The colleague.
        to: Box<Card>,
    },
    /// The superior marks items of a list as recommended.
    Recommend {
        /// The stage in whose form they stand: planning.
        stage: Stage,
        /// Their ids; none takes earlier marks back.
        items: Vec<String>,
    },
    /// The colleague who was asked to observe (Tim Kinerja) recommends both ratings; the superior decides.
    Advise(Box<Advice>),
    /// The key of a side is replaced.
    KeyChange {
        /// The key that was lost.
        from: Did,
        /// The new key, with the person's details as they are now.
        to: Box<Card>,
    },
    /// The details of whoever signs it change: name, office, school or numbers.
    DetailsChange(Box<DetailsChange>),
    /// A record of a later version of the format: kept and passed on, but never counted.
    Newer {
        /// The stage, when it names one that is known.
        stage: Option<Stage>,
    },
}

/// The answer to a version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CoSign {
    /// The stage of the version.
    pub stage: Stage,
    /// The id of the version.
    pub target: Hash,
    /// What was decided.
    pub decision: Decision,
    /// The reason of a return, where the signed paper lies, or a remark.
    pub note: String,
    /// Answers to the questions that the form asks of the co-signing side.
    pub reply: Document,
    /// Notes on single answers, with a wording that may be taken; only in a return.
    pub remarks: Vec<Remark>,
}

/// A note on one answer of a returned version.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Remark {
    /// The answer, by the id of its input; see [`crate::domain::document::Path::id`].
    pub at: String,
    /// What should be mended; may be empty when there is a suggestion.
    pub note: String,
    /// A wording that the writer may take; may be empty.
    pub suggestion: String,
}

/// How a version was answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Decision {
    /// The other side agreed to exactly this version.
    Agree,
    /// The other side sent it back with a note. On an assessment: an objection.
    Return,
    /// Agreed by rule, because the superior is acting (Plt) or the period says so of principals; signed
    /// by the employee.
    Automatic,
    /// The other side signed on paper and could not sign here; signed by the writer.
    Paper,
}

impl Decision {
    const ALL: [(Decision, &'static str); 4] = [
        (Decision::Agree, "agree"),
        (Decision::Return, "return"),
        (Decision::Automatic, "automatic"),
        (Decision::Paper, "paper"),
    ];

    /// Gives the word for it in files.
    pub fn code(self) -> &'static str {
        Decision::ALL[self as usize].1
    }

    /// Reads the word for it in files.
    pub fn from_code(code: &str) -> Option<Decision> {
        Decision::ALL.into_iter().find(|(_, known)| *known == code).map(|(decision, _)| decision)
    }

    /// Says whether the other side itself signed it, and not the writer on its behalf.
    pub fn is_by_other_side(self) -> bool {
        matches!(self, Decision::Agree | Decision::Return)
    }
}

/// What a dossier is about, fixed by its first record.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Genesis {
    /// The name of the period.
    pub period: String,
    /// The id of the rule pack.
    pub pack: String,
    /// The hash of the rule pack.
    pub pack_hash: Hash,
    /// The employee.
    pub employee: Card,
    /// The superior at the beginning.
    pub superior: Card,
    /// What kind of employee it is.
    pub position: Position,
    /// Whether the superior is acting (Plt), so that the plan is agreed by rule and not by a person.
    pub is_acting: bool,
}

impl Genesis {
    /// Gives the card of a side, as it was at the beginning.
    pub fn card(&self, party: Party) -> &Card {
        match party {
            Party::Employee => &self.employee,
            Party::Superior => &self.superior,
        }
    }

    /// Gives the side that a key belonged to at the beginning.
    pub fn party(&self, did: &Did) -> Option<Party> {
        [Party::Employee, Party::Superior].into_iter().find(|party| self.card(*party).did == *did)
    }
}

/// The dossier goes over to another superior.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Handover {
    /// The new superior.
    pub to: Card,
    /// The day from which on, `YYYY-MM-DD`.
    pub effective: String,
    /// The letter of appointment; may be empty.
    pub letter: String,
    /// Whether the new superior is acting (Plt).
    pub is_acting: bool,
}

/// The dossier ends early.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Close {
    /// Why, as an id of the pack's list `closings`.
    pub reason: String,
    /// The day from which on, `YYYY-MM-DD`.
    pub effective: String,
    /// More about it; may be empty.
    pub note: String,
}

/// What the Tim Kinerja recommends for the assessment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Advice {
    /// The rating of the work result, as an id of the pack's list `expectations`.
    pub work_result: String,
    /// The rating of the work behaviour, as an id of the same list.
    pub work_behaviour: String,
    /// Why; never blank.
    pub note: String,
}

/// The details of a person change; the key stays as it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DetailsChange {
    /// All details as they are from then on.
    pub person: Person,
    /// The day from which on, `YYYY-MM-DD`.
    pub effective: String,
}
