//! Plays one dossier: signs what the steps say, at made-up times, and writes the last sender's file.

use super::Fault;
use super::answers::{self, Setting};
use super::order::Length;
use super::people::{Actor, People};
use super::random::Random;
use super::script::{Script, Step};
use super::texts;
use chrono::{Days, NaiveDate};
use paraf::domain::date::date;
use paraf::domain::document::Document;
use paraf::domain::stage::{Party, Position, Stage};
use paraf::rules::check::{check, has_unknown_answers};
use paraf::rules::form::{Context, trimmed};
use paraf::rules::pack::{Pack, Section};
use paraf::seal::bundle;
use paraf::seal::canonical::Hash;
use paraf::seal::dossier::{Dossier, Standing};
use paraf::seal::key::Did;
use paraf::seal::letter::Handoff;
use paraf::seal::record::{Close, CoSign, Content, Decision, Genesis, Handover, NOTE_MAX, Record, Remark};

/// When each stage begins, in hundredths of the period.
const BEGINS: [u64; 7] = [2, 11, 17, 33, 68, 80, 92];

/// What is asked for in a dossier, and how much is answered.
#[derive(Clone, Copy)]
pub struct Rules<'a> {
    /// The rules of the period.
    pub pack: &'a Pack,
    /// Their hash.
    pub hash: Hash,
    /// What the employee is.
    pub position: Position,
    /// How much is answered.
    pub length: Length,
}

/// A dossier while it is played.
pub struct Cycle<'a> {
    pack: &'a Pack,
    length: Length,
    people: People<'a>,
    random: Random,
    dossier: Dossier,
    /// The day of the newest record; each record has a day of its own.
    today: NaiveDate,
    /// The day on which the stage before was last worked on.
    since: NaiveDate,
    /// Who signed last.
    last: &'a Actor,
}

impl<'a> Cycle<'a> {
    /// Plays the steps and gives the text of the last sender's file.
    ///
    /// # Errors
    /// A document that does not pass the checks of the app, or a record that it would not take.
    pub fn play(
        rules: Rules<'a>,
        people: People<'a>,
        mut random: Random,
        script: &Script,
    ) -> Result<String, Fault> {
        let Rules { pack, length, .. } = rules;
        let first_day = date(&pack.from).ok_or(Fault::Pack)? + Days::new(2 + random.long_below(4));
        let genesis = Genesis {
            period: pack.period.clone(),
            pack: pack.id.clone(),
            pack_hash: rules.hash,
            employee: people.teacher.card.clone(),
            superior: people.superior.card.clone(),
            position: rules.position,
            is_acting: script.is_acting,
        };
        let first = if random.chance(50) { people.teacher } else { people.superior };
        let created = stamp(first_day, &mut random);
        let record =
            Record::sign(&Content::Dossier(Box::new(genesis)), None, &[], &first.key, created.as_str());
        let record = record.map_err(|_| Fault::Record)?;
        let mut cycle = Cycle {
            pack,
            length,
            people,
            random,
            dossier: Dossier::assemble(record.id(), [record]),
            today: first_day,
            since: first_day,
            last: first,
        };
        let mut letter = cycle.letter(&created)?;
        for step in &script.steps {
            let created = cycle.take(*step)?;
            letter = cycle.letter(&created)?;
        }
        Ok(bundle::write(&cycle.dossier, Some(&letter)))
    }

    fn take(&mut self, step: Step) -> Result<String, Fault> {
        match step {
            Step::Write(stage) | Step::Amend(stage) | Step::Confirm(stage) => {
                self.pass_time(Some(stage))?;
                let document = match (self.newest(stage), step) {
                    (Some(newest), Step::Confirm(_)) => newest,
                    (Some(newest), _) => self.improve(stage, newest)?,
                    (None, _) => self.answer(stage, &self.pack.stage(stage).document, None)?,
                };
                let parents = self.dossier.parents_of_revision(stage);
                let writer = self.observer(stage).unwrap_or_else(|| self.side(stage.writer()));
                self.sign(writer, &Content::Revision { stage, document, paper: String::new() }, &parents)
            }
            Step::Agree(stage) => self.decide(stage, Decision::Agree, false),
            Step::Return(stage) => self.decide(stage, Decision::Return, false),
            Step::Suggest(stage) => self.decide(stage, Decision::Return, true),
            Step::AgreeByRule(stage) => self.decide(stage, Decision::Automatic, false),
            Step::Paper(stage) => self.decide(stage, Decision::Paper, false),
            Step::Withdraw(stage) => {
                self.pass_time(Some(stage))?;
                let target = self.head(stage)?;
                let signer = self.dossier.record(&target).map(Record::signer);
                let signer = signer.and_then(|did| self.actor(did)).ok_or(Fault::Record)?;
                let parents = self.dossier.parents_of_answer(&target);
                self.sign(signer, &Content::Withdraw { stage, target }, &parents)
            }
            Step::Delegate => {
                self.pass_time(None)?;
                let to = Box::new(self.people.observer.card.clone());
                let content = Content::Delegate { stage: Stage::Observation, to };
                self.sign(self.side(Party::Superior), &content, &self.dossier.parents_of_case())
            }
            Step::Handover => {
                self.pass_time(None)?;
                let number = self.random.between(100, 899);
                let content = Content::Handover(Box::new(Handover {
                    to: self.people.successor.card.clone(),
                    effective: self.today.to_string(),
                    letter: format!("821/{number}/BKD/{}", self.pack.period),
                    is_acting: false,
                }));
                let party = if self.random.chance(70) { Party::Superior } else { Party::Employee };
                self.sign(self.side(party), &content, &self.dossier.parents_of_case())
            }
            Step::NewKey | Step::VouchedKey => {
                self.pass_time(None)?;
                let People { teacher, renewed, .. } = self.people;
                let to = Box::new(renewed.card.clone());
                let content = Content::KeyChange { from: teacher.card.did.clone(), to };
                let signer = if step == Step::NewKey { renewed } else { self.side(Party::Superior) };
                self.sign(signer, &content, &self.dossier.parents_of_case())
            }
            Step::Close => {
                self.pass_time(None)?;
                let reasons = self.pack.list("closings");
                let reason = reasons.get(self.random.below(reasons.len())).ok_or(Fault::Pack)?;
                let content = Content::Close(Box::new(Close {
                    reason: reason.id.clone(),
                    effective: self.today.to_string(),
                    note: texts::closing(&mut self.random),
                }));
                self.sign(self.side(Party::Superior), &content, &self.dossier.parents_of_case())
            }
        }
    }

    /// Signs an answer to the newest version of a stage.
    fn decide(&mut self, stage: Stage, decision: Decision, suggests: bool) -> Result<String, Fault> {
        self.pass_time(Some(stage))?;
        let target = self.head(stage)?;
        let newest = self.newest(stage);
        let remarks = match &newest {
            Some(newest) if suggests => self.remarks(stage, newest),
            _ => Vec::new(),
        };
        let reply = match decision {
            Decision::Agree => self.answer(stage, &self.pack.stage(stage).reply, newest)?,
            _ => Document::default(),
        };
        let note = match self.length {
            Length::Usual => texts::note(decision, !remarks.is_empty(), &mut self.random),
            Length::Shortest => String::new(),
            Length::Longest => texts::longest(NOTE_MAX, true, &mut self.random),
        };
        let content = Content::CoSign(Box::new(CoSign { stage, target, decision, note, reply, remarks }));
        let parents = self.dossier.parents_of_answer(&target);
        let is_by_other_side = decision.is_by_other_side();
        let party = if is_by_other_side { stage.writer().other() } else { stage.writer() };
        self.sign(self.side(party), &content, &parents)
    }

    /// Suggests another wording for one answer.
    fn remarks(&mut self, stage: Stage, newest: &Document) -> Vec<Remark> {
        let inputs = answers::texts_of(&self.pack.stage(stage).document, newest);
        let Some((path, field)) = inputs.get(self.random.below(inputs.len())) else {
            return Vec::new();
        };
        let suggestion = texts::changed(newest.text(path), field, &mut self.random);
        let note = texts::note(Decision::Return, false, &mut self.random);
        vec![Remark { at: path.id(), note, suggestion }]
    }

    /// Gives who is on a side now.
    fn side(&self, party: Party) -> &'a Actor {
        let now = self.dossier.card(party).and_then(|card| self.actor(&card.did));
        now.unwrap_or(self.people.teacher)
    }

    fn actor(&self, did: &Did) -> Option<&'a Actor> {
        let People { teacher, renewed, superior, successor, observer } = self.people;
        [teacher, renewed, superior, successor, observer].into_iter().find(|actor| actor.card.did == *did)
    }

    /// Gives the colleague who was asked to write a stage.
    fn observer(&self, stage: Stage) -> Option<&'a Actor> {
        self.dossier.delegate(stage).and_then(|card| self.actor(&card.did))
    }

    fn head(&self, stage: Stage) -> Result<Hash, Fault> {
        self.dossier.stage(stage).heads.first().copied().ok_or(Fault::Record)
    }

    /// Goes on to a later day; a stage does not begin before its time of the year.
    fn pass_time(&mut self, stage: Option<Stage>) -> Result<(), Fault> {
        let (from, to) = (date(&self.pack.from), date(&self.pack.to));
        let (from, to) = from.zip(to).ok_or(Fault::Pack)?;
        let length = u64::try_from((to - from).num_days()).unwrap_or_default();
        let mut next = self.today + Days::new(1 + self.random.long_below(3));
        if let Some(stage) = stage {
            if self.dossier.stage(stage).versions.is_empty() {
                self.since = self.today;
            }
            let begins = from + Days::new(length * BEGINS[stage as usize] / 100);
            next = next.max(begins + Days::new(self.random.long_below(6)));
        }
        self.today = next.min(to);
        Ok(())
    }

    /// Gives the newest version of a stage, also when it was taken back.
    fn newest(&self, stage: Stage) -> Option<Document> {
        let newest = self.dossier.stage(stage).versions.last()?;
        self.document(newest).cloned()
    }

    fn document(&self, revision: &Hash) -> Option<&Document> {
        match self.dossier.record(revision)?.content() {
            Content::Revision { document, .. } => Some(document),
            _ => None,
        }
    }

    /// Gives the documents that a form may look at: of each stage the agreed one.
    fn context(&self) -> Context {
        let mut context = Context::new(self.dossier.is_acting());
        for stage in Stage::ALL {
            let agreed = self.dossier.stage(stage).agreed;
            if let Some(document) = agreed.and_then(|agreement| self.document(&agreement.revision)) {
                context.set(stage, document.clone());
            }
        }
        context
    }

    /// Answers a form: the document of a stage, or the reply to the version that is given.
    fn answer(
        &mut self,
        stage: Stage,
        form: &[Section],
        version: Option<Document>,
    ) -> Result<Document, Fault> {
        let mut context = self.context();
        let is_reply = version.is_some();
        if let Some(version) = version {
            context.set(stage, version);
        }
        let mut setting = self.setting(stage, form, context, is_reply);
        let document = answers::fill(&mut setting, &mut self.random);
        accept(&setting, document)
    }

    /// Takes the wording that was suggested, or changes one text, as somebody does after a talk.
    fn improve(&mut self, stage: Stage, mut newest: Document) -> Result<Document, Fault> {
        let mut context = self.context();
        context.set(stage, newest.clone());
        let form: &[Section] = &self.pack.stage(stage).document;
        let setting = self.setting(stage, form, context, false);
        let inputs = answers::texts_of(form, &newest);
        let suggested = self.suggested(stage);
        let taken = inputs.iter().find_map(|(path, _)| {
            let remark = suggested.iter().find(|remark| remark.at == path.id())?;
            Some((path, remark.suggestion.as_str()))
        });
        let document = match taken {
            Some((path, wording)) => {
                newest.set_text(path, wording);
                newest
            }
            None => answers::improve(&setting, newest, &mut self.random),
        };
        accept(&setting, document)
    }

    /// Gives the notes on single answers in the return of the newest version.
    fn suggested(&self, stage: Stage) -> Vec<Remark> {
        let returned = self.dossier.stage(stage).returned.and_then(|id| self.dossier.record(&id));
        match returned.map(Record::content) {
            Some(Content::CoSign(cosign)) => cosign.remarks.clone(),
            _ => Vec::new(),
        }
    }

    fn setting<'b>(&self, stage: Stage, form: &'b [Section], context: Context, is_reply: bool) -> Setting<'b>
    where
        Self: 'b,
    {
        Setting {
            pack: self.pack,
            teacher: self.people.teacher,
            observer: self.observer(stage),
            length: self.length,
            stage,
            is_reply,
            form,
            context,
            today: self.today,
            since: self.since,
        }
    }

    fn sign(&mut self, signer: &'a Actor, content: &Content, parents: &[Hash]) -> Result<String, Fault> {
        let created = stamp(self.today, &mut self.random);
        let parents = self.dossier.with_depth(parents);
        let record = Record::sign(content, Some(self.dossier.id()), &parents, &signer.key, created.as_str());
        let record = record.map_err(|_| Fault::Record)?;
        let id = record.id();
        self.dossier.merge([record]);
        self.last = signer;
        let counts = self.dossier.standing(&id) == Some(Standing::Counts);
        if counts { Ok(created) } else { Err(Fault::Record) }
    }

    /// Writes the cover letter of the one who signed last, to the other side.
    fn letter(&self, created: &str) -> Result<Handoff, Fault> {
        let from = &self.last.card.did;
        let to = self.dossier.side_of(from).map_or(Party::Superior, Party::other);
        let counter = self.dossier.counted().filter(|record| record.signer() == from).count() as u64;
        let (to, heads) = (&self.side(to).card.did, self.dossier.heads());
        Handoff::sign(self.dossier.id(), to, counter, &heads, &self.last.key, created)
            .map_err(|_| Fault::Record)
    }
}

/// Gives a document that has no problem, as the app would sign it.
fn accept(setting: &Setting, document: Document) -> Result<Document, Fault> {
    let mut context = setting.context.clone();
    if !setting.is_reply {
        context.set(setting.stage, document.clone());
    }
    let problems = check(setting.pack, &context, setting.form, &document);
    let is_whole = trimmed(setting.pack, &context, setting.form, &document) == document
        && !has_unknown_answers(setting.form, &document);
    if problems.is_empty() && is_whole {
        return Ok(document);
    }
    let told = problems.iter().map(|problem| format!(" {} {:?}", problem.path.id(), problem.fault));
    Err(Fault::Document([setting.stage.code().to_string()].into_iter().chain(told).collect()))
}

/// A time in the school day of that date; western Indonesian time is seven hours ahead.
fn stamp(day: NaiveDate, random: &mut Random) -> String {
    let (hour, minute, second) = (random.below(9), random.below(60), random.below(60));
    format!("{day}T{hour:02}:{minute:02}:{second:02}Z")
}
