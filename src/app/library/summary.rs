//! What lists say of a dossier, without its records: who, where each stage stands, whose turn it is, since when and by
//! when.
//!
//! It follows from the records and decides nothing: whoever opens a dossier or signs in it looks at the records
//! themselves. It is stored so that a start need not read all records of two hundred dossiers, and made anew when it is
//! missing or older than what it follows from.

use crate::app::moment::Moment;
use crate::app::task::Ask;
use crate::domain::date::{date, iso};
use crate::domain::person::{Person, PersonInput};
use crate::domain::stage::{Party, Position, Stage, StageState};
use crate::json::{object, text};
use crate::seal::canonical::{Hash, written};
use crate::seal::key::Did;
use crate::seal::strict;
use chrono::NaiveDate;
use serde_json::Value;

/// The version of what a summary says. Whoever changes what [`Ask`] or another part of a summary means for the same
/// records counts it up, so that those of older versions of the app are made anew; a test notices when that is forgotten.
pub const VERSION: u64 = 1;

/// What a summary follows from beside the records; another one is made when any of it changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Basis {
    /// The version of what it says.
    pub version: u64,
    /// The end of the key of the person of this app.
    pub me: String,
    /// Whether something was signed that was not sent.
    pub unsent: bool,
    /// Whether something has to be passed on.
    pub to_pass_on: bool,
    /// Whether the rules of the dossier are known.
    pub knows_rules: bool,
}

/// Somebody in a dossier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Somebody {
    /// Their key, as text.
    pub did: String,
    /// The details as they hold in the dossier.
    pub person: Person,
    /// Whether they signed these themselves after the dossier began; else the name counts by which they were met.
    pub is_own_word: bool,
}

/// What the first record fixed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Terms {
    /// The period.
    pub period: String,
    /// The rule pack: the name that it gives itself.
    pub pack_id: String,
    /// Its hash.
    pub pack: Hash,
    /// What the employee is.
    pub position: Position,
}

/// A day with an hour and a minute.
pub type Hour = (NaiveDate, (u32, u32));

/// By when a stage should be done. Whether that is late depends on the day on which it is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Deadline {
    /// The hour of the observation on which both agreed.
    Planned(Hour),
    /// What the rules say.
    Rules {
        /// The last day.
        last: NaiveDate,
        /// The day before which the one side should have written, and from which the other answers.
        answer_from: Option<NaiveDate>,
        /// Whether the last day is our own advice only.
        is_ours: bool,
        /// Whether the dossier was begun after the days for planning.
        begins_late: bool,
        /// Whether the answer is next.
        is_answered_next: bool,
    },
}

/// What lists say of one dossier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    /// What it follows from beside the records.
    pub basis: Basis,
    /// The first day on which it holds, and the first on which details are others.
    pub days: (NaiveDate, Option<NaiveDate>),
    /// What is to be done.
    pub ask: Ask,
    /// Where each stage stands, and when it was signed last.
    pub stages: [(StageState, Option<Moment>); 7],
    /// When it was closed early.
    pub closed: Option<Moment>,
    /// By when the stage that is asked for should be done.
    pub deadline: Option<Deadline>,
    /// The side of the person of this app.
    pub side: Option<Party>,
    /// What the first record fixed; `None` as long as that is missing.
    pub terms: Option<Terms>,
    /// Who is the employee, and who the superior now.
    pub people: [Option<Somebody>; 2],
    /// The colleague who was asked to observe.
    pub delegate: Option<Somebody>,
    /// Who began it, and when.
    pub begun: Option<(Somebody, Moment)>,
    /// The hour of the observation in the newest preparation.
    pub planned: Option<Hour>,
    /// When the person of this app signed an assessment last.
    pub assessed: Option<Moment>,
    /// When the person of this app changed their details last.
    pub own_details: Option<Moment>,
    /// What else is the case.
    pub marks: Marks,
}

/// What else is the case in a dossier; each is rare, and whoever needs more of it reads the records.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Marks {
    /// The person of this app was the superior before somebody else.
    pub was_superior: bool,
    /// The person of this app observed.
    pub has_observed: bool,
    /// The next period may be begun.
    pub offers_next: bool,
    /// Somebody changed their details.
    pub has_new_details: bool,
    /// A key was replaced.
    pub has_new_keys: bool,
    /// There are records that can never count.
    pub has_uncounted: bool,
    /// Another superior took over.
    pub was_handed_over: bool,
}

impl Marks {
    fn all(&mut self) -> [&mut bool; 7] {
        [
            &mut self.was_superior,
            &mut self.has_observed,
            &mut self.offers_next,
            &mut self.has_new_details,
            &mut self.has_new_keys,
            &mut self.has_uncounted,
            &mut self.was_handed_over,
        ]
    }
}

impl Summary {
    /// Gives where a stage stands.
    pub fn state(&self, stage: Stage) -> StageState {
        self.stages[stage as usize].0
    }

    /// Gives when a stage was signed last.
    pub fn since(&self, stage: Stage) -> Option<Moment> {
        self.stages[stage as usize].1
    }

    /// Gives who has a side now.
    pub fn somebody(&self, party: Party) -> Option<&Somebody> {
        self.people[party as usize].as_ref()
    }

    /// Gives the side with which the person of this app has to do; to whoever is no side that is this one.
    pub fn other(&self, otherwise: Party) -> Option<&Somebody> {
        self.somebody(self.side.map_or(otherwise, Party::other))
    }

    /// Gives to whom a file goes: the colleague who was asked to observe, from who holds the office; else the other side.
    pub fn addressee(&self) -> Option<&Somebody> {
        let is_asked = match self.ask {
            Ask::WaitForDelegate(_) => true,
            Ask::Send(stage @ Stage::Observation) => {
                let is_unwritten = matches!(self.state(stage), StageState::Locked | StageState::Open);
                is_unwritten && self.side == Some(Party::Superior)
            }
            _ => false,
        };
        self.delegate.as_ref().filter(|_| is_asked).or_else(|| self.other(Party::Superior))
    }

    /// Gives the stage that the person of this app may write and sign while an answer is on its way.
    pub fn next_ahead(&self) -> Option<Stage> {
        let mut stages = Stage::ALL.into_iter().filter(|stage| self.side == Some(stage.writer()));
        let is_unwritten = |stage: &Stage| self.state(*stage) == StageState::Locked;
        stages.find(|stage| is_unwritten(stage) && stage.may_go_ahead(|stage| self.state(stage)))
    }

    /// Says whether both ever agreed on a stage, as far as can still be seen.
    pub fn has_agreement(&self) -> bool {
        use StageState::{Agreed, AmendmentReturned, AmendmentWaiting, Stale};
        let was_agreed = |state| matches!(state, Agreed | AmendmentReturned | AmendmentWaiting | Stale);
        self.stages.iter().any(|(state, _)| was_agreed(*state))
    }

    /// Says whether nothing goes on in it any more.
    pub fn is_over(&self) -> bool {
        self.closed.is_some() || self.state(Stage::Assessment) == StageState::Agreed
    }

    /// Says whether somebody has or had a part in it, as far as lists know.
    pub fn names(&self, did: &Did) -> bool {
        let named = self.people.iter().flatten().chain(&self.delegate);
        self.marks.has_new_keys
            || self.marks.was_handed_over
            || named.into_iter().any(|one| one.did == did.as_str())
    }

    /// Writes it, with the beginnings of the names of its records, and what stands for their set.
    pub fn to_text(&self, records: &str, mark: &Hash) -> String {
        let mut marks = self.marks;
        let marks: Vec<Value> = marks.all().into_iter().map(|mark| (*mark).into()).collect();
        let stages = self.stages.iter().flat_map(|(state, since)| {
            let place = STATES.iter().position(|one| one == state).unwrap_or_default();
            [place.into(), moment(*since)]
        });
        let basis = &self.basis;
        written(&object([
            (
                "basis",
                Value::Array(vec![
                    basis.version.into(),
                    text(&basis.me),
                    basis.unsent.into(),
                    basis.to_pass_on.into(),
                    basis.knows_rules.into(),
                ]),
            ),
            ("days", Value::Array(vec![text(&iso(self.days.0)), day(self.days.1)])),
            ("ask", self.ask.number().into()),
            ("stages", Value::Array(stages.collect())),
            ("closed", moment(self.closed)),
            ("deadline", deadline(self.deadline)),
            ("side", self.side.map_or(Value::Null, |side| text(side.code()))),
            (
                "terms",
                self.terms.as_ref().map_or(Value::Null, |terms| {
                    let position = text(terms.position.code());
                    let pack = [text(&terms.pack_id), text(&terms.pack.key())];
                    let texts = [text(&terms.period)].into_iter().chain(pack).chain([position]);
                    Value::Array(texts.collect())
                }),
            ),
            ("people", Value::Array(self.people.iter().map(|one| somebody(one.as_ref())).collect())),
            ("delegate", somebody(self.delegate.as_ref())),
            ("begun", somebody(self.begun.as_ref().map(|(by, _)| by))),
            ("begun_at", moment(self.begun.as_ref().map(|(_, at)| *at))),
            ("planned", hour(self.planned)),
            ("assessed", moment(self.assessed)),
            ("own_details", moment(self.own_details)),
            ("marks", Value::Array(marks)),
            ("records", text(records)),
            ("mark", text(&mark.key())),
        ]))
    }

    /// Reads what [`Summary::to_text`] wrote. The summary is `None` where another version wrote it.
    pub fn read(text: &str) -> Option<Stored> {
        let value = strict::parse(text).ok()?;
        Some(Stored {
            names: value.get("records")?.as_str()?.to_string(),
            mark: Hash::from_key(value.get("mark")?.as_str()?)?,
            summary: read_summary(&value).filter(|summary| summary.basis.version == VERSION),
        })
    }
}

/// What was stored of a dossier for lists.
#[derive(Debug)]
pub struct Stored {
    /// The summary.
    pub summary: Option<Summary>,
    /// The beginnings of the names of the records, one after the other.
    pub names: String,
    /// What stands for the set of the records.
    pub mark: Hash,
}

/// The states in the order in which their numbers are stored.
const STATES: [StageState; 11] = [
    StageState::Locked,
    StageState::Open,
    StageState::Waiting,
    StageState::Returned,
    StageState::Agreed,
    StageState::Stale,
    StageState::AmendmentWaiting,
    StageState::AmendmentReturned,
    StageState::Diverged,
    StageState::Unclear,
    StageState::Ahead,
];

fn day(day: Option<NaiveDate>) -> Value {
    day.map_or(Value::Null, |day| text(&iso(day)))
}

fn moment(moment: Option<Moment>) -> Value {
    moment.map_or(Value::Null, |moment| Value::Array(vec![moment.seconds.into(), moment.offset.into()]))
}

fn hour(hour: Option<Hour>) -> Value {
    hour.map_or(Value::Null, |(on, (hours, minutes))| {
        Value::Array(vec![day(Some(on)), hours.into(), minutes.into()])
    })
}

fn deadline(deadline: Option<Deadline>) -> Value {
    match deadline {
        None => Value::Null,
        Some(Deadline::Planned(at)) => hour(Some(at)),
        Some(Deadline::Rules { last, answer_from, is_ours, begins_late, is_answered_next }) => {
            let (last, from) = (day(Some(last)), day(answer_from));
            Value::Array(vec![last, from, is_ours.into(), begins_late.into(), is_answered_next.into()])
        }
    }
}

fn somebody(one: Option<&Somebody>) -> Value {
    let Some(one) = one else {
        return Value::Null;
    };
    let PersonInput { name, office, school, nip, nuptk, npsn } = one.person.input();
    let texts = [&one.did, &name, &office, &school, &nip, &nuptk, &npsn].map(|one| text(one));
    Value::Array(texts.into_iter().chain([one.is_own_word.into()]).collect())
}

fn read_summary(value: &Value) -> Option<Summary> {
    let flag = |value: &Value| value.as_bool();
    let list = |name: &str| value.get(name)?.as_array();
    let basis = list("basis")?;
    let days = list("days")?;
    let mut marks = Marks::default();
    for (mark, value) in marks.all().into_iter().zip(list("marks")?) {
        *mark = flag(value)?;
    }
    let mut stages = [(StageState::Locked, None); 7];
    for (stage, pair) in stages.iter_mut().zip(list("stages")?.chunks(2)) {
        let place = usize::try_from(pair.first()?.as_u64()?).ok()?;
        *stage = (*STATES.get(place)?, read_moment(pair.get(1)));
    }
    let terms = list("terms").and_then(|terms| {
        let text = |place: usize| terms.get(place)?.as_str();
        let (pack, position) = (Hash::from_key(text(2)?)?, Position::from_code(text(3)?)?);
        Some(Terms { period: text(0)?.to_string(), pack_id: text(1)?.to_string(), pack, position })
    });
    let people = list("people")?;
    Some(Summary {
        basis: Basis {
            version: basis.first()?.as_u64()?,
            me: basis.get(1)?.as_str()?.to_string(),
            unsent: flag(basis.get(2)?)?,
            to_pass_on: flag(basis.get(3)?)?,
            knows_rules: flag(basis.get(4)?)?,
        },
        days: (read_day(days.first())?, read_day(days.get(1))),
        ask: Ask::from_number(usize::try_from(value.get("ask")?.as_u64()?).ok()?)?,
        stages,
        closed: read_moment(value.get("closed")),
        deadline: read_deadline(value.get("deadline")),
        side: value.get("side").and_then(Value::as_str).and_then(Party::from_code),
        terms,
        people: [read_somebody(people.first()), read_somebody(people.get(1))],
        delegate: read_somebody(value.get("delegate")),
        begun: read_somebody(value.get("begun")).zip(read_moment(value.get("begun_at"))),
        planned: read_hour(value.get("planned")),
        assessed: read_moment(value.get("assessed")),
        own_details: read_moment(value.get("own_details")),
        marks,
    })
}

fn read_day(value: Option<&Value>) -> Option<NaiveDate> {
    date(value?.as_str()?)
}

fn read_moment(value: Option<&Value>) -> Option<Moment> {
    let pair = value?.as_array()?;
    let offset = i32::try_from(pair.get(1)?.as_i64()?).ok()?;
    Some(Moment { seconds: pair.first()?.as_i64()?, offset })
}

fn read_hour(value: Option<&Value>) -> Option<Hour> {
    let parts = value?.as_array()?;
    let number = |place: usize| u32::try_from(parts.get(place)?.as_u64()?).ok();
    Some((read_day(parts.first())?, (number(1)?, number(2)?)))
}

fn read_deadline(value: Option<&Value>) -> Option<Deadline> {
    let parts = value?.as_array()?;
    if parts.len() == 3 {
        return read_hour(value).map(Deadline::Planned);
    }
    let flag = |place: usize| parts.get(place)?.as_bool();
    Some(Deadline::Rules {
        last: read_day(parts.first())?,
        answer_from: read_day(parts.get(1)),
        is_ours: flag(2)?,
        begins_late: flag(3)?,
        is_answered_next: flag(4)?,
    })
}

fn read_somebody(value: Option<&Value>) -> Option<Somebody> {
    let parts = value?.as_array()?;
    let text = |place: usize| Some(parts.get(place)?.as_str()?.to_string());
    let person = Person::read(PersonInput {
        name: text(1)?,
        office: text(2)?,
        school: text(3)?,
        nip: text(4)?,
        nuptk: text(5)?,
        npsn: text(6)?,
    })?;
    Some(Somebody { did: text(0)?, person, is_own_word: parts.get(7)?.as_bool()? })
}
