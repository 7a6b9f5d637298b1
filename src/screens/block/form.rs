//! Forms, and what asks for an answer.
use super::list::Term;
use super::sheet::SheetSection;
use super::{Button, Half, Notice};
use crate::app::message::Press;
use crate::domain::document::Path;
use crate::domain::typed;

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
    /// What stands beside the inputs.
    pub beside: Option<Box<Beside>>,
    /// Whether only the title is seen until it is pressed.
    pub folded: bool,
    /// The inputs.
    pub inputs: Vec<Input>,
}

impl Section {
    /// Makes a topic of its own, which is always seen.
    pub fn alone(title: &str, inputs: Vec<Input>) -> Section {
        Section {
            title: title.to_string(),
            hint: String::new(),
            step: String::new(),
            current: true,
            beside: None,
            folded: false,
            inputs,
        }
    }
}

/// What stands beside the inputs of a topic: on a phone above them, closed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Beside {
    /// The contents of earlier stages, by name.
    pub sheets: Vec<(String, Vec<SheetSection>)>,
    /// The heading of the coaching prompts.
    pub heading: &'static str,
    /// The coaching prompts.
    pub prompts: Vec<Term>,
}

impl Beside {
    /// Names what stands there, for whoever hears the page.
    pub fn name(&self) -> String {
        let prompts = (!self.prompts.is_empty()).then_some(self.heading);
        let all: Vec<&str> = self.sheets.iter().map(|(name, _)| name.as_str()).chain(prompts).collect();
        all.join(", ")
    }
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
    /// What is said about the answer and never forced; empty when there is nothing to say.
    pub caution: String,
    /// Words that open meanings, examples and sources.
    pub terms: Vec<Term>,
    /// The buttons that help to answer.
    pub buttons: Vec<Button>,
    /// What came of a look at a file, or what a log adds up to.
    pub remark: Option<Notice>,
    /// The own earlier texts, under their heading.
    pub starters: Option<(&'static str, Vec<Starter>)>,
}

/// An own earlier text that is offered as a beginning.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Starter {
    /// Where it is from.
    pub from: String,
    /// The text.
    pub text: String,
    /// The button that uses it.
    pub button: Button,
}

/// What an input asks for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InputKind {
    /// One line.
    Line,
    /// A passphrase, shown or as dots.
    Passphrase(bool),
    /// Several lines, with the limits in words.
    Text(String),
    /// A day between two days.
    Date(String, String),
    /// A time of the day.
    Time,
    /// The fingerprint of a file, in words.
    Fingerprint(String),
    /// One of these.
    Choice(Vec<Opt>),
    /// One of these, from a list that opens, with the word that stands there before; for lists too
    /// long to show.
    Pick(Vec<Opt>, &'static str),
    /// Any of these.
    Choices(Vec<Opt>),
    /// The same questions for each of these groups; with buttons when lines can be added.
    Groups(Vec<Group>, Option<Button>),
}

impl InputKind {
    /// Gives what this kind of input makes of the text in it. Browsers leave line ends out of a single line, and
    /// would let words run together.
    pub fn takes(&self) -> fn(&str) -> String {
        match self {
            InputKind::Line => typed::on_one_line,
            _ => str::to_string,
        }
    }
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
            caution: String::new(),
            terms: Vec::new(),
            buttons: Vec::new(),
            remark: None,
            starters: None,
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

/// A question that has to be answered before anything else.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dialog {
    /// The question.
    pub heading: String,
    /// Whose dossier it is about, its stage and its period; empty where there is none yet.
    pub subject: String,
    /// The two halves with their initials, where a stage is signed: the half of this person is awaited.
    pub halves: Option<[Half; 2]>,
    /// What it means, in plain words.
    pub points: Vec<String>,
    /// The passphrase; `None` while the key is open.
    pub input: Option<Input>,
    /// Go on, and give up.
    pub buttons: Vec<Button>,
}
