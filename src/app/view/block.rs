//! The parts that screens are made of.

use super::Link;
use crate::app::changes::Piece;
use crate::app::message::Press;
use crate::domain::document::Path;
use crate::domain::stage::{Stage, StageState};

/// One part of a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// What now, whose turn, by when.
    Now(Now),
    /// A paragraph.
    Text(String),
    /// A heading within the page.
    Heading(String),
    /// A remark that stands out.
    Notice(Notice),
    /// What is wrong, with links to the inputs.
    Summary(Summary),
    /// Inputs.
    Form(Vec<Section>),
    /// A sheet of paper with its signature strip.
    Sheet(Sheet),
    /// Facts by name, as the details of a person.
    Facts(Vec<(String, String)>),
    /// The dossiers of the person.
    Desk(Desk),
    /// The code that two people compare; hidden groups are `None`.
    Code(Vec<Option<String>>),
    /// The place where files are taken in.
    Receive(Receive),
    /// What became of files.
    Arrivals(Vec<Arrival>),
    /// The versions of a stage.
    Versions(Vec<Version>),
    /// What changed since the last own signature.
    Changes(Changes),
    /// Words that open their meaning.
    Terms(Vec<Term>),
    /// Links, one a line.
    Links(Vec<Link>),
    /// Buttons within the page.
    Buttons(Vec<Button>),
    /// A list of short statements.
    Points(Vec<String>),
    /// Signs with their words.
    Signs(Vec<Sign>),
    /// The thread of stages with its heading, for the page of a dossier on a phone.
    Thread(String, Vec<Knot>),
}

/// How something is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// Said in passing.
    Plain,
    /// All is well.
    Good,
    /// Something to look after.
    Warn,
    /// Something is wrong.
    Bad,
}

/// A remark that stands out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// The words.
    pub text: String,
    /// A button that helps.
    pub button: Option<Button>,
    /// A link that helps.
    pub link: Option<Link>,
}

impl Notice {
    /// Makes a remark without a button.
    pub fn block(tone: Tone, text: impl Into<String>) -> Block {
        Block::Notice(Notice { tone, text: text.into(), button: None, link: None })
    }
}

/// The importance of a button.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weight {
    /// The one thing to do on the page.
    Main,
    /// Something else that can be done.
    Quiet,
    /// Something that says no.
    Refuse,
}

/// A button, or a link that looks like one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Button {
    /// The words.
    pub label: String,
    /// What it does.
    pub does: Does,
    /// How important it is.
    pub weight: Weight,
    /// Whether it waits for something.
    pub busy: bool,
    /// The id by which it gets the focus; may be empty.
    pub id: String,
}

/// What a button does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Does {
    /// Sends this to the app.
    Press(Press),
    /// Opens an address.
    Open(String),
}

impl Button {
    /// Makes the main button of a page.
    pub fn main(label: impl Into<String>, press: Press) -> Button {
        Button {
            label: label.into(),
            does: Does::Press(press),
            weight: Weight::Main,
            busy: false,
            id: String::new(),
        }
    }

    /// Gives the button an id, by which it can get the focus.
    pub fn named(self, id: &str) -> Button {
        Button { id: id.to_string(), ..self }
    }

    /// Makes another button.
    pub fn quiet(label: impl Into<String>, press: Press) -> Button {
        Button { weight: Weight::Quiet, ..Button::main(label, press) }
    }

    /// Makes a link that looks like the main button.
    pub fn open(label: impl Into<String>, href: String) -> Button {
        Button {
            label: label.into(),
            does: Does::Open(href),
            weight: Weight::Main,
            busy: false,
            id: String::new(),
        }
    }

    /// Makes a link that looks like another button.
    pub fn open_quiet(label: impl Into<String>, href: String) -> Button {
        Button { weight: Weight::Quiet, ..Button::open(label, href) }
    }
}

/// The answer to "what now".
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Now {
    /// The sign of the stage that it is about.
    pub sign: Option<Sign>,
    /// What to do, as a heading.
    pub what: String,
    /// Whose turn it is, and since when.
    pub whose: String,
    /// By when; empty when there is no date.
    pub by_when: String,
    /// Whether that day has passed.
    pub is_late: bool,
    /// Whom it waits for.
    pub waits_for: WaitsFor,
    /// What to press.
    pub buttons: Vec<Button>,
}

/// Whom a dossier waits for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WaitsFor {
    /// The person of this app.
    Me,
    /// The other side.
    Other,
    /// Nobody: all is agreed.
    Nobody,
}

/// The sign of agreement: two halves, with the words that always stand beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sign {
    /// The id of the drawing.
    pub symbol: &'static str,
    /// The words.
    pub words: String,
}

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
}

/// Inputs on one topic.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// The topic; empty for a form of one topic.
    pub title: String,
    /// What to know before answering.
    pub hint: String,
    /// "Step 2 of 5"; empty when there is only one.
    pub step: String,
    /// Whether a phone shows it now.
    pub current: bool,
    /// The inputs.
    pub inputs: Vec<Input>,
}

/// One input with its words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Input {
    /// The place of the answer.
    pub path: Path,
    /// The question.
    pub label: String,
    /// Help below the question.
    pub hint: String,
    /// Whether it may be left empty.
    pub optional: bool,
    /// What is asked for.
    pub kind: InputKind,
    /// The answer so far.
    pub value: String,
    /// What is wrong with it; empty when nothing is.
    pub problem: String,
    /// Whether a number is expected.
    pub numeric: bool,
    /// What the browser may fill in.
    pub autocomplete: &'static str,
    /// The word for "optional".
    pub optional_word: &'static str,
}

/// What an input asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InputKind {
    /// One line.
    Line,
    /// A passphrase.
    Passphrase,
    /// Several lines, with the limits in words.
    Text(String),
    /// A day between two days.
    Date(String, String),
    /// A time of the day.
    Time,
    /// One of these.
    Choice(Vec<Opt>),
    /// Any of these.
    Choices(Vec<Opt>),
    /// The same questions for each of these groups; with buttons when lines can be added.
    Groups(Vec<Group>, Option<Button>),
}

/// One item to choose.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opt {
    /// The id that the answer holds.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What it means.
    pub detail: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// One item, or one line of a log, with its questions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// The name of the item or the number of the line.
    pub heading: String,
    /// Words that help: examples to do and to avoid.
    pub terms: Vec<Term>,
    /// The questions.
    pub inputs: Vec<Input>,
    /// The button that removes the line.
    pub remove: Option<Button>,
}

impl Input {
    /// Makes an input of one line.
    pub fn line(name: &str, label: &str, value: &str) -> Input {
        Input {
            path: Path::Field(name.to_string()),
            label: label.to_string(),
            hint: String::new(),
            optional: false,
            kind: InputKind::Line,
            value: value.to_string(),
            problem: String::new(),
            numeric: false,
            autocomplete: "off",
            optional_word: "",
        }
    }
}

/// All that is wrong, in one place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    /// The heading.
    pub heading: String,
    /// A word of comfort, such as that drafts are kept.
    pub comfort: String,
    /// Each problem with the input that it leads to.
    pub problems: Vec<(String, Option<Press>)>,
}

/// A sheet of paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sheet {
    /// The title.
    pub title: String,
    /// Period, and number of the version.
    pub subtitle: String,
    /// The two sides, as facts by name.
    pub parties: Vec<(String, String)>,
    /// The content.
    pub sections: Vec<SheetSection>,
    /// The foot.
    pub strip: Strip,
}

/// One topic of a sheet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetSection {
    /// The topic.
    pub title: String,
    /// Where it can be changed, while it is not signed.
    pub edit: Option<Button>,
    /// Questions and answers.
    pub entries: Vec<SheetEntry>,
}

/// One question with its answer.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SheetEntry {
    /// The question.
    pub label: String,
    /// The answer, one paragraph each; never empty.
    pub lines: Vec<String>,
    /// Questions and answers below it, as in a log.
    pub below: Vec<SheetEntry>,
}

/// The two boxes for signatures.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Strip {
    /// The sign of the agreement.
    pub sign: Sign,
    /// Left, the employee.
    pub employee: SignBox,
    /// Right, the superior.
    pub superior: SignBox,
}

/// One box for a signature.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SignBox {
    /// Which side.
    pub party: String,
    /// Whether it is signed, and which version.
    pub state: BoxState,
    /// Name, office, time, code of the version, how sure we are of the key.
    pub lines: Vec<String>,
}

/// Whether a box is signed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BoxState {
    /// Not signed.
    Empty,
    /// Signed, exactly what the sheet shows.
    Signed,
    /// Returned with a note.
    Returned,
    /// A signature on an older version.
    Lifted,
}

/// The list of dossiers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Desk {
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
    /// Where to go.
    pub link: Option<Link>,
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
    /// The button to go on from it, when versions diverge.
    pub button: Option<Button>,
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

/// A question that has to be answered before anything else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dialog {
    /// The question.
    pub heading: String,
    /// What it means, in plain words.
    pub points: Vec<String>,
    /// The passphrase.
    pub input: Input,
    /// Go on, and give up.
    pub buttons: Vec<Button>,
}
