//! What a dossier asks of the person of this app.

use crate::domain::stage::Stage;

/// What a dossier asks of the person of this app.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ask {
    /// A record is missing; the other side should send everything again.
    Incomplete,
    /// The rule pack that the dossier names is not at hand.
    NeedsRules,
    /// Records in it need a newer app.
    NeedsNewerApp,
    /// Fill in or go on with the document of this stage.
    Write(Stage),
    /// It came back with a note: improve it.
    Improve(Stage),
    /// An earlier stage changed: look again and confirm.
    Confirm(Stage),
    /// Two versions diverge: choose.
    Choose(Stage),
    /// Look at what the other side signed, and co-sign or return.
    Review(Stage),
    /// Something was signed but not sent, or came in that whoever has to act is not known to have.
    Send(Stage),
    /// Whoever observed recommends both ratings.
    Advise,
    /// The other side has to act.
    Wait(Stage),
    /// The colleague who was asked has to observe.
    WaitForDelegate(Stage),
    /// The key of this app may take the place of a lost one.
    Replace,
    /// The key of this app was replaced.
    Replaced,
    /// All stages are agreed.
    Done,
    /// The dossier was closed early.
    Closed,
    /// Nothing is left to do for somebody who is no side: a colleague who has observed, or a superior
    /// who was replaced.
    Beside,
}

impl Ask {
    /// Says whether the person of this app has to act.
    pub fn is_mine(self) -> bool {
        !matches!(
            self,
            Ask::Wait(_) | Ask::WaitForDelegate(_) | Ask::Replaced | Ask::Done | Ask::Closed | Ask::Beside
        )
    }

    /// Gives the stage that it is about.
    pub fn stage(self) -> Option<Stage> {
        match self {
            Ask::Write(stage)
            | Ask::Improve(stage)
            | Ask::Confirm(stage)
            | Ask::Choose(stage)
            | Ask::Review(stage)
            | Ask::Send(stage)
            | Ask::WaitForDelegate(stage)
            | Ask::Wait(stage) => Some(stage),
            Ask::Incomplete
            | Ask::NeedsRules
            | Ask::NeedsNewerApp
            | Ask::Replace
            | Ask::Replaced
            | Ask::Done
            | Ask::Closed
            | Ask::Advise
            | Ask::Beside => None,
        }
    }

    /// Lists all that a dossier may ask, in an order that what is stored relies on: only ever added to at the end.
    fn all(stage: Stage) -> [Ask; 17] {
        [
            Ask::Incomplete,
            Ask::NeedsRules,
            Ask::NeedsNewerApp,
            Ask::Write(stage),
            Ask::Improve(stage),
            Ask::Confirm(stage),
            Ask::Choose(stage),
            Ask::Review(stage),
            Ask::Send(stage),
            Ask::Advise,
            Ask::Wait(stage),
            Ask::WaitForDelegate(stage),
            Ask::Replace,
            Ask::Replaced,
            Ask::Done,
            Ask::Closed,
            Ask::Beside,
        ]
    }

    /// Gives the number that stands for it where it is stored.
    pub fn number(self) -> usize {
        let stage = self.stage().unwrap_or(Stage::Planning);
        let place = Ask::all(stage).into_iter().position(|ask| ask == self).unwrap_or_default();
        place * Stage::ALL.len() + stage as usize
    }

    /// Reads such a number.
    pub fn from_number(number: usize) -> Option<Ask> {
        let stage = *Stage::ALL.get(number % Stage::ALL.len())?;
        Ask::all(stage).into_iter().nth(number / Stage::ALL.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_task_is_read_back_from_its_number() {
        for stage in Stage::ALL {
            for ask in Ask::all(stage) {
                assert_eq!(Ask::from_number(ask.number()), Some(ask));
            }
        }
        assert_eq!(Ask::from_number(17 * 7), None);
    }
}
