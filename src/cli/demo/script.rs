//! What happens in each dossier of the school: a list of steps for each teacher. The first teachers
//! show one special case each, so that even a small school has all of them; the rest follow chance.

use super::random::Random;
use paraf::domain::stage::Stage;

/// One step of a dossier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// The writer of a stage signs a version; after a return, a better one.
    Write(Stage),
    /// The other side agrees to the newest version.
    Agree(Stage),
    /// The other side sends the newest version back.
    Return(Stage),
    /// The other side sends it back with a suggested wording for one answer.
    Suggest(Stage),
    /// The writer changes what was agreed.
    Amend(Stage),
    /// The writer signs the same text again, because an earlier stage was changed.
    Confirm(Stage),
    /// The newest version is agreed by rule, because the superior is acting.
    AgreeByRule(Stage),
    /// The writer says that the other side signed the newest version on paper.
    Paper(Stage),
    /// The writer takes the newest version back.
    Withdraw(Stage),
    /// The superior asks a colleague to observe.
    Delegate,
    /// Another superior takes over.
    Handover,
    /// The teacher has lost the key and takes the one of the code on paper.
    NewKey,
    /// The teacher has lost key and code, and the superior vouches for a new one.
    VouchedKey,
    /// The dossier ends early.
    Close,
}

/// What happens in one dossier.
pub struct Script {
    /// Whether the superior is acting when it begins.
    pub is_acting: bool,
    /// What is done, in order.
    pub steps: Vec<Step>,
}

/// A special case, each of which about one dossier in twelve has.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Case {
    Acting,
    Handover,
    Closed,
    TakenBack,
    Suggested,
    Delegated,
    Paper,
    NewKey,
    VouchedKey,
}

impl Case {
    const ALL: [Case; 9] = [
        Case::Acting,
        Case::Handover,
        Case::Closed,
        Case::TakenBack,
        Case::Suggested,
        Case::Delegated,
        Case::Paper,
        Case::NewKey,
        Case::VouchedKey,
    ];
}

impl Script {
    /// Gives the plain way to the end.
    pub fn whole() -> Script {
        let steps = Stage::ALL.into_iter().flat_map(|stage| [Write(stage), Agree(stage)]).collect();
        Script { is_acting: false, steps }
    }
}

use Stage::{Assessment, Discussion, Effort, Observation, Planning, Preparation, Reflection};
use Step::{
    Agree, AgreeByRule, Amend, Close, Confirm, Delegate, Handover, NewKey, Paper, Return, Suggest,
    VouchedKey, Withdraw, Write,
};

/// The teachers, counted from zero, who show what happens in the stages themselves.
const PLAIN: usize = 14;

/// Gives what happens in the dossier of a teacher, counted from zero.
pub fn script(number: usize, random: &mut Random) -> Script {
    let cases: Vec<Case> = match number.checked_sub(PLAIN) {
        None => Vec::new(),
        Some(shown) => match Case::ALL.get(shown) {
            Some(case) => vec![*case],
            None => Case::ALL.into_iter().filter(|_| random.below(12) == 0).collect(),
        },
    };
    // How many stages are agreed, and what comes after them.
    let (agreed, after): (usize, &[Step]) = match number {
        0 => (0, &[]),
        1 => (7, &[]),
        2 => (0, &[Write(Planning)]),
        3 => (3, &[Amend(Planning), Agree(Planning)]),
        4 => (6, &[Amend(Preparation), Agree(Preparation), Confirm(Observation), Agree(Observation)]),
        5 => (0, &[Write(Planning), Return(Planning), Write(Planning), Agree(Planning), Write(Preparation)]),
        6 => (4, &[Write(Effort)]),
        7 => (6, &[Write(Assessment)]),
        8 => (0, &[Write(Planning), Return(Planning)]),
        9 => (2, &[Write(Observation)]),
        10 => (4, &[Amend(Discussion)]),
        11 => (6, &[Write(Assessment), Return(Assessment)]),
        12 => (2, &[Amend(Preparation), Return(Preparation)]),
        13 => (5, &[Write(Reflection)]),
        // A special case needs some stages in which it can happen, and a finished dossier is not closed.
        _ if !cases.is_empty() => (3 + random.below(4), &[]),
        _ => (random.below(8), &[]),
    };
    let mut steps = in_stages(agreed, &cases, random);
    steps.extend(after);
    if number >= PLAIN
        && let Some(open) = Stage::ALL.get(agreed)
    {
        match random.below(4) {
            0 => {}
            1 => steps.extend([Write(*open), Return(*open)]),
            _ => steps.push(Write(*open)),
        }
    }
    if cases.contains(&Case::Closed) {
        steps.push(Close);
    }
    Script { is_acting: cases.contains(&Case::Acting), steps }
}

/// Gives the steps that lead to the agreement of so many stages.
fn in_stages(agreed: usize, cases: &[Case], random: &mut Random) -> Vec<Step> {
    let mut place =
        |case, from: usize| cases.contains(&case).then(|| random.between(from, agreed.saturating_sub(1)));
    // Another superior comes in mid-year, and nobody signs on paper what a rule has agreed.
    let handover = place(Case::Handover, 1);
    let paper = place(Case::Paper, 1);
    let taken_back = place(Case::TakenBack, 0);
    let suggested = place(Case::Suggested, 1);
    // One teacher loses one key, whatever chance says.
    let new_key = place(Case::NewKey, 1).map(|place| (place, NewKey));
    let new_key = new_key.or(place(Case::VouchedKey, 1).map(|place| (place, VouchedKey)));
    let mut steps = Vec::new();
    for (index, stage) in Stage::ALL.into_iter().enumerate().take(agreed) {
        let is_here = |place: Option<usize>| place == Some(index);
        if is_here(handover) {
            steps.push(Handover);
        }
        if let Some((_, step)) = new_key.filter(|(place, _)| *place == index) {
            steps.push(step);
        }
        if stage == Observation && cases.contains(&Case::Delegated) {
            steps.push(Delegate);
        }
        steps.push(Write(stage));
        if is_here(taken_back) {
            steps.extend([Withdraw(stage), Write(stage)]);
        }
        if stage == Planning && cases.contains(&Case::Acting) {
            steps.push(AgreeByRule(stage));
            continue;
        }
        if is_here(suggested) {
            steps.extend([Suggest(stage), Write(stage)]);
        } else if random.chance(15) {
            steps.extend([Return(stage), Write(stage)]);
        }
        steps.push(if is_here(paper) { Paper(stage) } else { Agree(stage) });
    }
    steps
}
