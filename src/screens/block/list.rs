//! Things that come in rows: stages, dossiers, files, versions, changes, words.
use super::{Button, Sign, Tone, Weight};
use crate::app::changes::Piece;
use crate::domain::stage::{Stage, StageState};
use crate::screens::block::Link;

/// One stage on the thread.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Knot {
    /// The stage.
    pub stage: Stage,
    /// Where it stands.
    pub state: StageState,
    /// The sign.
    pub sign: Sign,
    /// The number and the name.
    pub name: String,
    /// The date that counts: of the agreement, or the recommended last day.
    pub date: String,
    /// The address of the stage, unless it is locked.
    pub href: Option<String>,
    /// Whether it is the open page.
    pub open: bool,
    /// Whether the work is here now.
    pub current: bool,
    /// Whether each side has signed it, the employee first: so far their strands have come.
    pub signed: [bool; 2],
}

/// The list of dossiers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Desk {
    /// What the table is called.
    pub name: String,
    /// The heads of the columns: who, stage, since, what is asked.
    pub heads: [String; 4],
    /// One row a dossier.
    pub rows: Vec<DeskRow>,
}

/// One dossier on the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeskRow {
    /// The address.
    pub href: String,
    /// The other side, or the person.
    pub who: String,
    /// The period, and which side the person has.
    pub about: String,
    /// The sign of the stage.
    pub sign: Sign,
    /// The stage.
    pub stage: String,
    /// Since when.
    pub since: String,
    /// What is asked.
    pub ask: String,
    /// Whether the person has to act.
    pub mine: bool,
}

/// The place where files are taken in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Receive {
    /// The words of the button.
    pub choose: String,
    /// What else can be done: drop.
    pub drop: String,
    /// The label of the field for pasted text.
    pub paste: String,
    /// The words of the button that takes pasted text.
    pub take: String,
    /// How important the button is.
    pub weight: Weight,
}

/// What became of one file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Arrival {
    /// The name of the file.
    pub file: String,
    /// How it went.
    pub tone: Tone,
    /// What happened.
    pub what: String,
    /// What to do now.
    pub next: String,
    /// What is seldom asked: the title of its fold, and the words.
    pub more: Option<(&'static str, String)>,
    /// Where to go.
    pub link: Option<Link>,
    /// What else can be done.
    pub button: Option<Button>,
}

/// One version of a stage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    /// The address.
    pub href: String,
    /// Its number and its code.
    pub name: String,
    /// Who signed it and when.
    pub signed: String,
    /// What became of it.
    pub outcome: String,
    /// The note that came with the answer.
    pub note: String,
}

/// What changed, question by question.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Changes {
    /// The heading, naming the version compared with.
    pub heading: String,
    /// Said when nothing changed.
    pub none: String,
    /// Each changed answer.
    pub entries: Vec<(String, Vec<Piece>)>,
    /// The words for removed and added, for those who do not see the marks.
    pub words: [&'static str; 2],
}

/// A word that opens its meaning.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    /// The word.
    pub word: String,
    /// What it means, one paragraph each.
    pub meaning: Vec<String>,
}
