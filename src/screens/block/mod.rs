//! The parts that screens are made of.

pub mod form;
mod link;
pub mod list;
pub mod sheet;
use self::form::{Section, Summary};
use self::list::{Arrival, Changes, Desk, Knot, Receive, Term, Version};
use self::sheet::Sheet;
use crate::app::message::Press;
use crate::domain::stage::Party;
pub use link::Link;

/// One part of a page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// What now, whose turn, by when.
    Now(Now),
    /// A paragraph.
    Text(String),
    /// Words that somebody else will read, as they are.
    Quote(String),
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
    /// Beginning, middle and end of the year, each with the contents of its stages by name.
    Compare(Vec<Part>),
    /// A year on which all is agreed, as it is looked back on and printed.
    Year(Year),
    /// The months of a year, with the signs of the stages in each.
    Months(Months),
    /// Facts by name, as the details of a person.
    Facts(Vec<(String, String)>),
    /// The dossiers of the person.
    Desk(Desk),
    /// The code that two people compare; hidden groups are `None`.
    Code(Vec<Option<String>>),
    /// The same while it is compared: on the phone of this person, beside that of the other.
    Phones(Phones),
    /// A file goes from the phone of one side to that of the other.
    Way(Way),
    /// The place where files are taken in.
    Receive(Receive),
    /// How many there are of each kind; what needs a look has the tone of it.
    Tally(Vec<(Tone, String, &'static str)>),
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
    /// The ways in, for whoever is new.
    Doors(Vec<Door>),
    /// Buttons within the page.
    Buttons(Vec<Button>),
    /// A list of short statements.
    Points(Vec<String>),
    /// Signs with their words.
    Signs(Vec<Sign>),
    /// The thread of stages, folded under a line that says how far it has come, for the page of a dossier on a phone.
    Thread(String, Vec<Knot>),
    /// What is seldom needed: only its title is seen until it is pressed, or until it is `is_open`.
    Folded {
        /// The title.
        title: String,
        /// Whether it is open without being pressed.
        is_open: bool,
        /// What is in it.
        blocks: Vec<Block>,
    },
}

/// One way in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Door {
    /// The side that one will have; `None` where that is not the question.
    pub party: Option<Party>,
    /// Where it leads.
    pub link: Link,
    /// What one does there.
    pub detail: &'static str,
}

/// One part of the year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// The contents of its stages, by name.
    pub stages: Vec<(String, Vec<sheet::SheetSection>)>,
}

/// Two phones beside each other, with the code on ours.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Phones {
    /// The code; groups that the other one reads out are `None`.
    pub code: Vec<Option<String>>,
    /// What stands above ours, and above theirs.
    pub names: [String; 2],
}

/// A file on its way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Way {
    /// Which side sends it, if it belongs to one.
    pub from: Option<Party>,
    /// What stands before its name for those who do not see the picture.
    pub label: &'static str,
    /// Its name.
    pub file: String,
}

/// A year on which all is agreed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Year {
    /// The card, which says that the year is whole; printing is the first of its buttons.
    pub card: Now,
    /// The two people, in words.
    pub names: String,
    /// The beginning and the end, to stand beside each other; empty where their words cannot be read.
    pub ends: Vec<End>,
    /// How it was rated, by name.
    pub rated: Vec<(String, String)>,
    /// Each stage with its sign and the day on which it was agreed, for paper.
    pub stages: Vec<(Sign, String)>,
}

/// The months of a year: a calendar, which says nothing of how far somebody has come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Months {
    /// What they are called together.
    pub heading: String,
    /// Each month, in its order.
    pub months: Vec<Month>,
    /// What the signs in months to come mean.
    pub note: &'static str,
}

/// One month.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Month {
    /// Its short name.
    pub name: String,
    /// The signs of the stages that were agreed in it or are advised in it, with their words.
    pub signs: Vec<Sign>,
    /// Where it lies.
    pub is: MonthIs,
}

/// Where a month lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MonthIs {
    /// It is over.
    Past,
    /// It is this one.
    Current,
    /// It is to come.
    Coming,
}

/// The beginning of a year, or its end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct End {
    /// Its name.
    pub name: &'static str,
    /// The stage that it is seen by, and when that was agreed.
    pub about: String,
    /// What was written there.
    pub sections: Vec<sheet::SheetSection>,
}

impl Block {
    /// Makes a paragraph.
    pub fn text(text: &str) -> Block {
        Block::Text(text.to_string())
    }

    /// Makes a part that is closed until its title is pressed.
    pub fn folded(title: &str, blocks: Vec<Block>) -> Block {
        Block::Folded { title: title.to_string(), is_open: false, blocks }
    }

    /// Makes a heading within the page.
    pub fn heading(text: &str) -> Block {
        Block::Heading(text.to_string())
    }
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
    pub fn block(tone: Tone, text: &str) -> Block {
        Block::Notice(Notice { tone, text: text.to_string(), button: None, link: None })
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
    pub fn main(label: &str, press: Press) -> Button {
        Button {
            label: label.to_string(),
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
    pub fn quiet(label: &str, press: Press) -> Button {
        Button { weight: Weight::Quiet, ..Button::main(label, press) }
    }

    /// Makes a link that looks like the main button.
    pub fn open(label: &str, href: String) -> Button {
        Button {
            label: label.to_string(),
            does: Does::Open(href),
            weight: Weight::Main,
            busy: false,
            id: String::new(),
        }
    }

    /// Makes a link that looks like another button.
    pub fn open_quiet(label: &str, href: String) -> Button {
        Button { weight: Weight::Quiet, ..Button::open(label, href) }
    }
}

/// The answer to "what now".
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Now {
    /// Which dossier it is about; empty where that is clear.
    pub about: String,
    /// The sign of the stage that it is about.
    pub sign: Option<Sign>,
    /// The same at the size of two people: the halves with their initials, the employee's first.
    pub halves: Option<[Half; 2]>,
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

/// One half of the sign, which belongs to one person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Half {
    /// The initials.
    pub initials: String,
    /// How it is drawn.
    pub is: HalfIs,
}

/// How far one side is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum HalfIs {
    /// Nothing is awaited from it.
    Off,
    /// It is its turn.
    Turn,
    /// It signed.
    On,
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
