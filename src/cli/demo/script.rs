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
    /// The writer changes what was agreed.
    Amend(Stage),
    /// The writer signs the same text again, because an earlier stage was changed.
    Confirm(Stage),
}

use Stage::{Assessment, Discussion, Effort, Observation, Planning, Preparation, Reflection};
use Step::{Agree, Amend, Confirm, Return, Write};

/// Gives the steps of a teacher, counted from zero.
pub fn steps(number: usize, random: &mut Random) -> Vec<Step> {
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
        _ => (random.below(8), &[]),
    };
    let mut steps = Vec::new();
    for stage in Stage::ALL.into_iter().take(agreed) {
        steps.push(Write(stage));
        if random.chance(15) {
            steps.extend([Return(stage), Write(stage)]);
        }
        steps.push(Agree(stage));
    }
    steps.extend(after);
    if number > 13
        && let Some(open) = Stage::ALL.get(agreed)
    {
        match random.below(4) {
            0 => {}
            1 => steps.extend([Write(*open), Return(*open)]),
            _ => steps.push(Write(*open)),
        }
    }
    steps
}
