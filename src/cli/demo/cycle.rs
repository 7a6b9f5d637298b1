//! Plays one dossier: signs what the steps say, at made-up times, and writes the last sender's file.

use super::Fault;
use super::answers::{self, Setting};
use super::people::Actor;
use super::random::Random;
use super::script::Step;
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
use paraf::seal::dossier::Dossier;
use paraf::seal::letter::Handoff;
use paraf::seal::record::{CoSign, Content, Decision, Genesis, Record};

/// When each stage begins, in hundredths of the period.
const BEGINS: [u64; 7] = [2, 11, 17, 33, 68, 80, 92];

/// A dossier while it is played.
pub struct Cycle<'a> {
    pack: &'a Pack,
    superior: &'a Actor,
    teacher: &'a Actor,
    random: Random,
    dossier: Dossier,
    /// The day of the newest record; each record has a day of its own.
    today: NaiveDate,
    /// The day on which the stage before was last worked on.
    since: NaiveDate,
    /// How many records each side signed: employee, superior.
    signed: [u64; 2],
    last: Party,
}

impl Cycle<'_> {
    /// Plays the steps and gives the text of the last sender's file.
    ///
    /// # Errors
    /// A document that does not pass the checks of the app, or a record that it would not take.
    pub fn play(
        pack: &Pack,
        pack_hash: Hash,
        superior: &Actor,
        teacher: &Actor,
        mut random: Random,
        steps: &[Step],
    ) -> Result<String, Fault> {
        let first_day = date(&pack.from).ok_or(Fault::Pack)? + Days::new(2 + random.next() % 4);
        let genesis = Genesis {
            period: pack.period.clone(),
            pack: pack.id.clone(),
            pack_hash,
            employee: teacher.card.clone(),
            superior: superior.card.clone(),
            position: Position::Teacher,
            is_acting: false,
        };
        let first = if random.chance(50) { Party::Employee } else { Party::Superior };
        let key = if first == Party::Employee { &teacher.key } else { &superior.key };
        let created = stamp(first_day, &mut random);
        let record = Record::sign(&Content::Dossier(Box::new(genesis)), None, &[], key, &created);
        let record = record.map_err(|_| Fault::Record)?;
        let mut cycle = Cycle {
            pack,
            superior,
            teacher,
            random,
            dossier: Dossier::assemble(record.id(), [record]),
            today: first_day,
            since: first_day,
            signed: [0, 0],
            last: first,
        };
        cycle.signed[first as usize] += 1;
        let mut letter = cycle.letter(&created)?;
        for step in steps {
            let created = cycle.take(*step)?;
            letter = cycle.letter(&created)?;
        }
        Ok(bundle::write(&cycle.dossier, Some(&letter)))
    }

    fn take(&mut self, step: Step) -> Result<String, Fault> {
        let (Step::Write(stage)
        | Step::Agree(stage)
        | Step::Return(stage)
        | Step::Amend(stage)
        | Step::Confirm(stage)) = step;
        self.pass_time(stage)?;
        match step {
            Step::Write(_) | Step::Amend(_) | Step::Confirm(_) => {
                let document = match (self.newest(stage), step) {
                    (Some(newest), Step::Confirm(_)) => newest,
                    (Some(newest), _) => self.improve(stage, newest)?,
                    (None, _) => self.answer(stage, &self.pack.stage(stage).document, None)?,
                };
                let parents = self.dossier.parents_of_revision(stage);
                self.sign(stage.writer(), &Content::Revision { stage, document }, &parents)
            }
            Step::Agree(_) | Step::Return(_) => {
                let agrees = step == Step::Agree(stage);
                let target = *self.dossier.stage(stage).heads.first().ok_or(Fault::Record)?;
                let newest = self.newest(stage);
                let reply = if agrees {
                    self.answer(stage, &self.pack.stage(stage).reply, newest)?
                } else {
                    Document::default()
                };
                let note = texts::note(agrees, &mut self.random);
                let decision = if agrees { Decision::Agree } else { Decision::Return };
                let remarks = Vec::new();
                let content =
                    Content::CoSign(Box::new(CoSign { stage, target, decision, note, reply, remarks }));
                let parents = self.dossier.parents_of_answer(&target);
                self.sign(stage.writer().other(), &content, &parents)
            }
        }
    }

    /// Goes on to a later day; a stage does not begin before its time of the year.
    fn pass_time(&mut self, stage: Stage) -> Result<(), Fault> {
        let (from, to) = (date(&self.pack.from), date(&self.pack.to));
        let (from, to) = from.zip(to).ok_or(Fault::Pack)?;
        let length = u64::try_from((to - from).num_days()).unwrap_or_default();
        let begins = from + Days::new(length * BEGINS[stage as usize] / 100);
        if self.dossier.stage(stage).versions.is_empty() {
            self.since = self.today;
        }
        let next = self.today + Days::new(1 + self.random.next() % 3);
        self.today = next.max(begins + Days::new(self.random.next() % 6)).min(to);
        Ok(())
    }

    /// Gives the newest version of a stage.
    fn newest(&self, stage: Stage) -> Option<Document> {
        let head = self.dossier.stage(stage).heads.first()?;
        self.document(head).cloned()
    }

    fn document(&self, revision: &Hash) -> Option<&Document> {
        match self.dossier.record(revision)?.content() {
            Content::Revision { document, .. } => Some(document),
            _ => None,
        }
    }

    /// Gives the documents that a form may look at: of each stage the agreed one.
    fn context(&self) -> Context {
        let mut context = Context::default();
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

    /// Changes one text of a document, as somebody does after a talk.
    fn improve(&mut self, stage: Stage, newest: Document) -> Result<Document, Fault> {
        let mut context = self.context();
        context.set(stage, newest.clone());
        let form: &[Section] = &self.pack.stage(stage).document;
        let setting = self.setting(stage, form, context, false);
        let document = answers::improve(&setting, newest, &mut self.random);
        accept(&setting, document)
    }

    fn setting<'b>(&self, stage: Stage, form: &'b [Section], context: Context, is_reply: bool) -> Setting<'b>
    where
        Self: 'b,
    {
        Setting {
            pack: self.pack,
            teacher: self.teacher,
            stage,
            is_reply,
            form,
            context,
            today: self.today,
            since: self.since,
        }
    }

    fn sign(&mut self, party: Party, content: &Content, parents: &[Hash]) -> Result<String, Fault> {
        let created = stamp(self.today, &mut self.random);
        let parents = self.dossier.with_depth(parents);
        let key = if party == Party::Employee { &self.teacher.key } else { &self.superior.key };
        let record = Record::sign(content, Some(self.dossier.id()), &parents, key, &created);
        self.dossier.merge([record.map_err(|_| Fault::Record)?]);
        self.signed[party as usize] += 1;
        self.last = party;
        Ok(created)
    }

    /// Writes the cover letter of the side that signed last.
    fn letter(&self, created: &str) -> Result<Handoff, Fault> {
        let (from, to) = match self.last {
            Party::Employee => (self.teacher, self.superior),
            Party::Superior => (self.superior, self.teacher),
        };
        let (heads, counter) = (self.dossier.heads(), self.signed[self.last as usize]);
        Handoff::sign(self.dossier.id(), &to.card.did, counter, &heads, &from.key, created)
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
