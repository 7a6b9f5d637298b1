//! The shape of a rule pack. A pack that has a member this module does not know, or lacks a text in
//! one language, is not read.

mod shape;

use crate::domain::date::date;
use crate::domain::document::{Document, ITEM};
use crate::domain::stage::{Position, Stage};
use crate::table::Table;
use serde_json::Value;

/// A text in both languages of the app.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
}

/// How well a fact is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Confidence {
    /// Seen in two or more independent sources.
    V2,
    /// Seen in the source that is named.
    V,
    /// Partly seen.
    P,
    /// No source was found; the item is ours.
    U,
}

/// One entry of a list: an indicator, a target behaviour, a level, a duty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// The id that answers hold; unique within its list.
    pub id: String,
    /// What it is called.
    pub name: Words,
    /// What it means.
    pub meaning: Option<Words>,
    /// Examples to do, or the guide to the behaviour.
    pub good: Vec<Words>,
    /// Examples to avoid.
    pub avoid: Vec<Words>,
    /// Points, per cent or a coefficient, in hundredths.
    pub value: Option<u64>,
    /// Entries that belong to this one, such as the target behaviours of an indicator.
    pub items: Vec<Item>,
    /// Where the item was found.
    pub source: String,
    /// How well it is known.
    pub confidence: Confidence,
}

/// The kind of input that a question asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// One line of text.
    Line,
    /// Several lines of text.
    Text,
    /// A date within the period.
    Date,
    /// A time of the day.
    Time,
    /// A whole number.
    Number,
    /// A link, or the fingerprint of a file; see [`crate::domain::evidence`].
    Evidence,
    /// One item of a list.
    Choice,
    /// Several items of a list.
    Choices,
    /// The same questions once for each item of a list.
    Each,
    /// A log: the same questions on each of any number of lines.
    Rows,
}

/// One question of a form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field {
    /// The name of the answer in the document.
    pub name: String,
    /// What is asked for.
    pub kind: Kind,
    /// The question.
    pub label: Words,
    /// Help that stands under the question.
    pub hint: Option<Words>,
    /// The list that is chosen from; see [`super::form::items`] for its notation.
    pub list: String,
    /// The questions of a repeated field.
    pub fields: Vec<Field>,
    /// The fewest characters, items or lines.
    pub min: Option<usize>,
    /// The most characters, items or lines.
    pub max: Option<usize>,
    /// Whether it may be left empty.
    pub optional: bool,
    /// The condition under which an optional question has to be answered; empty for none. See
    /// [`super::form::holds`] for the notation.
    pub needed_when: String,
    /// The condition under which it is asked; empty for always.
    pub when: String,
    /// The answer, `STAGE.QUESTION`, that a new draft begins with; may be empty.
    pub prefill: String,
    /// The own earlier texts, each `STAGE.QUESTION`, that are offered as a beginning.
    pub starters: Vec<String>,
    /// Whether a button adds the time of the day.
    pub stamp: bool,
    /// The code name of the stage between whose recommended days the date must lie; may be empty.
    pub within: String,
    /// What the lines of a log should add up to.
    pub total: Option<Total>,
    /// Whether the superior may mark items of the list as recommended.
    pub marked: bool,
}

impl Field {
    /// Gives the name of the list behind the question; empty for none.
    fn list_name(&self) -> &str {
        self.list.split('/').next().unwrap_or_default()
    }
}

/// What the lines of a log should add up to; said, never forced.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Total {
    /// The column whose chosen item has the value.
    pub of: String,
    /// The column with the number of times; may be empty.
    pub times: String,
    /// The least, in whole points.
    pub from: u64,
    /// The most, in whole points.
    pub to: u64,
}

/// A group of questions on one topic; on a phone, one page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Section {
    /// The topic.
    pub title: Words,
    /// What the person should know before answering.
    pub hint: Option<Words>,
    /// The earlier stages that are shown beside the questions.
    pub beside: Vec<Stage>,
    /// The coaching prompts in the margin, each `LIST.ITEM`.
    pub margin: Vec<String>,
    /// The questions.
    pub fields: Vec<Field>,
}

/// What the pack says about one stage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StageRules {
    /// The code name of the stage.
    pub stage: String,
    /// Whether the document is agreed by rule once it is signed.
    pub is_automatic: bool,
    /// The recommended first day, `YYYY-MM-DD`; empty in packs that do not say.
    pub from: String,
    /// The first day, `YYYY-MM-DD`, on which the other side should answer, after those for writing; may be empty.
    pub answer_from: String,
    /// The recommended last day, `YYYY-MM-DD`.
    pub until: String,
    /// What the stage is for.
    pub purpose: Words,
    /// What the writer answers.
    pub document: Vec<Section>,
    /// What the other side answers when it co-signs.
    pub reply: Vec<Section>,
    /// Where the questions were found.
    pub source: String,
    /// How well they are known.
    pub confidence: Confidence,
}

impl StageRules {
    /// Says whether the last day is our own advice, as the sources tell: no rule knows it, so nobody is late for it.
    pub fn is_until_ours(&self) -> bool {
        let is_until = |about: &str| about.split(',').any(|word| word.trim() == "until");
        let parts = self.source.split(';').filter_map(|part| part.split_once(':'));
        parts.into_iter().any(|(about, source)| is_until(about) && source.contains("[U]"))
    }
}

/// All rules of one period for one kind of employee.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pack {
    /// The version of this shape: 1.
    pub format: u32,
    /// The id by which dossiers name the pack.
    pub id: String,
    /// What it is called.
    pub title: Words,
    /// The legal base; empty in packs that do not say.
    pub basis: Words,
    /// The name of the period, such as "2025".
    pub period: String,
    /// The first day of the period, `YYYY-MM-DD`.
    pub from: String,
    /// The last day of the period, `YYYY-MM-DD`.
    pub to: String,
    /// The seven stages, in order.
    pub stages: Vec<StageRules>,
    /// The lists that questions choose from, by name.
    pub lists: Table<String, Vec<Item>>,
    /// Rating of the work result, rating of the work behaviour, and the final grade that follows.
    pub matrix: Vec<[String; 3]>,
    /// The questions of the assessment that hold the career level and the months, for the
    /// conversion into credit.
    pub credit: Option<(String, String)>,
}

/// Why a text is not a usable pack.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PackFault {
    /// It does not have the shape of a pack.
    Shape,
    /// It lacks a stage, or has them in another order.
    Stages,
    /// A day is none, or a last day lies before the first one.
    Dates,
    /// A question, named here, asks for a list that is not there, can have no answer that fits, or has a
    /// name that is taken or that no document can hold.
    Field(String),
    /// The matrix does not give exactly one grade for each pair of ratings.
    Matrix,
}

/// The questions of the assessment that hold the two ratings.
pub const RATINGS: [&str; 2] = ["work_result", "work_behaviour"];
/// The question of the assessment that holds the grade, where the superior decides otherwise than the matrix.
pub const DECIDED: &str = "decided_grade";
/// The questions of the assessment that say who the superior of the one who rates is (atasan PPK): name, number, rank,
/// office, unit.
pub const REVIEWER: [&str; 5] =
    ["reviewer_name", "reviewer_nip", "reviewer_rank", "reviewer_office", "reviewer_unit"];

/// What no question may be called: the member of a document that is left to later versions, the column
/// of the item, and what is typed beside the answer to a version.
const TAKEN: [&str; 4] = ["ext", ITEM, "note", "remarks"];

/// Finds a question of a line that no line can hold: one with parts of its own, or named as another.
fn odd_column(field: &Field) -> Option<&Field> {
    let has_parts = |kind| matches!(kind, Kind::Choices | Kind::Each | Kind::Rows);
    let is_taken = |index: usize, name: &str| field.fields[..index].iter().any(|before| before.name == name);
    let mut columns = field.fields.iter().enumerate();
    columns.find(|(index, column)| has_parts(column.kind) || is_taken(*index, &column.name)).map(|(_, c)| c)
}

impl Pack {
    /// Reads a pack from its text; see [`Pack::from_json`].
    ///
    /// # Errors
    /// See [`PackFault`].
    pub fn read(text: &str, position: Position) -> Result<Pack, PackFault> {
        Pack::from_json(&serde_json::from_str(text).map_err(|_| PackFault::Shape)?, position)
    }

    /// Reads from JSON what a pack says about one kind of employee, and checks that it hangs
    /// together.
    ///
    /// # Errors
    /// See [`PackFault`].
    pub fn from_json(value: &Value, position: Position) -> Result<Pack, PackFault> {
        let pack = shape::pack(value, position).ok_or(PackFault::Shape)?;
        let in_order =
            |from: &str, until: &str| date(from).zip(date(until)).is_some_and(|(from, until)| from <= until);
        let stages_in_order = pack.stages.iter().all(|rules| {
            let answer = if rules.answer_from.is_empty() { &rules.until } else { &rules.answer_from };
            let from = if rules.from.is_empty() { answer } else { &rules.from };
            in_order(from, answer) && in_order(answer, &rules.until)
        });
        if !in_order(&pack.from, &pack.to) || !stages_in_order {
            return Err(PackFault::Dates);
        }
        let stages_fit = pack.stages.len() == Stage::ALL.len()
            && pack.stages.iter().zip(Stage::ALL).all(|(rules, stage)| rules.stage == stage.code());
        if !stages_fit {
            return Err(PackFault::Stages);
        }
        for form in pack.stages.iter().flat_map(|rules| [&rules.document, &rules.reply]) {
            let fields = || form.iter().flat_map(|section| &section.fields);
            for (index, field) in fields().enumerate() {
                let is_taken = fields().take(index).any(|before| before.name == field.name);
                let odd = field.fields.iter().chain([field]).find(|field| !pack.hangs_together(field));
                if let Some(odd) = odd.or(odd_column(field)).or(is_taken.then_some(field)) {
                    return Err(PackFault::Field(odd.name.clone()));
                }
            }
        }
        let expectations = pack.list("expectations");
        let every_pair_once = expectations.iter().all(|result| {
            expectations.iter().all(|behaviour| {
                let fits = |row: &&[String; 3]| row[0] == result.id && row[1] == behaviour.id;
                pack.matrix.iter().filter(fits).count() == 1
                    && pack.grade(&result.id, &behaviour.id).is_some()
            })
        });
        if every_pair_once && !expectations.is_empty() { Ok(pack) } else { Err(PackFault::Matrix) }
    }

    /// Gives the whole list behind a question, whatever of it is offered.
    pub fn list_of(&self, field: &Field) -> &[Item] {
        self.list(field.list_name())
    }

    fn hangs_together(&self, field: &Field) -> bool {
        let list = field.list_name();
        shape::is_word(&field.name)
            && field.name.starts_with(|c: char| c.is_ascii_alphabetic())
            && !TAKEN.contains(&field.name.as_str())
            && field.min.zip(field.max).is_none_or(|(min, max)| min <= max)
            && matches!(field.kind, Kind::Choice | Kind::Choices | Kind::Each)
                == self.lists.contains_key(list)
    }

    /// Gives the item that `LIST.ITEM` names.
    pub fn item(&self, reference: &str) -> Option<&Item> {
        let (list, id) = reference.split_once('.')?;
        self.list(list).iter().find(|item| item.id == id)
    }

    /// Gives the rules of a stage.
    pub fn stage(&self, stage: Stage) -> &StageRules {
        &self.stages[stage as usize]
    }

    /// Gives a list by its name; an unknown list is empty.
    pub fn list(&self, name: &str) -> &[Item] {
        self.lists.get(name).map_or(&[], Vec::as_slice)
    }

    /// Gives the final grade of an assessment: what the superior decided, else what the matrix proposes.
    pub fn final_grade(&self, assessment: &Document) -> Option<&Item> {
        let decided = self.list("grades").iter().find(|grade| grade.id == assessment.field(DECIDED));
        let [result, behaviour] = RATINGS.map(|name| assessment.field(name));
        decided.or_else(|| self.grade(result, behaviour))
    }

    /// Gives the final grade (predikat) that follows from the two ratings, by the matrix of
    /// PermenPANRB 6/2022.
    pub fn grade(&self, work_result: &str, work_behaviour: &str) -> Option<&Item> {
        let row = self.matrix.iter().find(|row| row[0] == work_result && row[1] == work_behaviour)?;
        self.list("grades").iter().find(|grade| grade.id == row[2])
    }
}
