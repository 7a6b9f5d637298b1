//! Files that wait to be taken in. They are taken one step at a time, so that the page answers in between, says how far
//! it is, and can be told to stop. A file is taken in whole or not at all; of an archive of files, each one in it.
//!
//! Where the browser verifies signatures as we do, it is asked, because it verifies several in the time in which we verify
//! one; its no is only a reason to look ourselves.

use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::import::zip::{self, ZipFault};
use crate::app::import::{Arrival, Beside, Import, Verdict, around, list, take_bytes};
use crate::app::library::Library;
use crate::app::picked::{IncomingFile, Unread};
use crate::app::route::Route;
use crate::seal::bundle::{FileFault, Verified, likely_records};
use crate::seal::canonical::Hash;
use crate::seal::pieces;
use crate::seal::record::{Record, Unproven};
use crate::seal::strict;
use std::collections::VecDeque;
use std::iter;

/// How many records are read, and how many verified, in one step. On a slow phone that takes one and three thousandths
/// of a second for each, and nobody notices a step of a twentieth.
const STEP: (usize, usize) = (20, 8);

/// A single file of so many steps is taken in before anybody could read how far it is.
const SHORT: usize = 4;

/// The files that wait.
#[derive(Debug, Default)]
pub struct Queue {
    waiting: VecDeque<Job>,
    /// How many are done of those that came since nothing waited.
    done: usize,
    came: Vec<Arrival>,
    witness: Witness,
}

/// Whether the browser verifies signatures for us.
#[derive(Debug, Default)]
struct Witness {
    /// It said that it cannot.
    is_none: bool,
    /// The number of the last question.
    ticket: u32,
    /// Whether the answer is awaited.
    is_asked: bool,
}

/// One file, and how much of it was taken.
#[derive(Debug)]
struct Job {
    file: IncomingFile,
    /// The page on which it was given.
    page: Route,
    came: Vec<Arrival>,
    steps: usize,
    /// Of an archive of files: the number of the next one, the room that is left, and whether any was of Paraf.
    entry: usize,
    room: usize,
    is_ours: bool,
    opened: Option<Opened>,
}

/// A file whose records are being verified.
#[derive(Debug)]
struct Opened {
    name: String,
    bytes: Vec<u8>,
    unread: VecDeque<String>,
    /// Those about which the browser was asked.
    asked: Vec<Unproven>,
    unproven: VecDeque<Unproven>,
    verified: Verified,
}

/// How far it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Progress {
    /// The files that are done.
    pub done: usize,
    /// All files.
    pub all: usize,
    /// The name of the file that is taken in now.
    pub name: String,
}

impl Queue {
    /// Adds files.
    /// On the page of backups they are only looked at, wherever the person is by then.
    pub fn add(&mut self, files: Vec<IncomingFile>, page: &Route) {
        if self.waiting.is_empty() {
            self.done = 0;
        }
        let job = |file| Job {
            file,
            page: page.clone(),
            came: Vec::new(),
            steps: 0,
            entry: 0,
            room: zip::ROOM,
            is_ours: false,
            opened: None,
        };
        self.waiting.extend(files.into_iter().map(job));
    }

    /// Says whether a file waits, for nothing but its next step.
    pub fn is_busy(&self) -> bool {
        !self.waiting.is_empty() && !self.witness.is_asked
    }

    /// Gives how many files wait.
    pub fn left(&self) -> usize {
        self.waiting.len()
    }

    /// Says how far it is; `None` while nothing is taken in, or a single file that takes no time.
    pub fn progress(&self) -> Option<Progress> {
        let all = self.done + self.waiting.len();
        let first = self.waiting.front().filter(|job| all > 1 || job.steps > SHORT);
        first.map(|job| Progress { done: self.done, all, name: job.file.name.clone() })
    }
}

/// Takes in no more files than those that are done.
pub fn stop(import: &mut Import, beside: &Beside, cx: &mut Context) {
    let mut came = std::mem::take(&mut import.queue.came);
    import.queue.witness.is_asked = false;
    // What was taken out of an archive of files already is told too.
    let waiting = std::mem::take(&mut import.queue.waiting);
    came.extend(waiting.into_iter().flat_map(|job| job.came));
    if !came.is_empty() {
        list(import, beside, came, cx);
    }
}

/// Goes one step on.
pub fn go_on(import: &mut Import, beside: &mut Beside, cx: &mut Context) {
    let Some(mut job) = import.queue.waiting.pop_front() else {
        return;
    };
    beside.page = job.page.clone();
    job.steps += 1;
    if !job.go_on(&mut import.queue.witness, beside, cx) {
        return import.queue.waiting.push_front(job);
    }
    beside.trial.told = Some(!job.came.is_empty());
    import.queue.came.append(&mut job.came);
    import.queue.done += 1;
    if import.queue.waiting.is_empty() {
        let came = std::mem::take(&mut import.queue.came);
        list(import, beside, came, cx);
    }
}

/// Takes what the browser says of the signatures it was asked about; `None` when it cannot verify as we do.
pub fn take_answers(queue: &mut Queue, ticket: u32, answers: Option<Vec<bool>>) {
    let is_ours = queue.witness.is_asked && queue.witness.ticket == ticket;
    let job = queue.waiting.front_mut().filter(|_| is_ours);
    if let Some(opened) = job.and_then(|job| job.opened.as_mut()) {
        queue.witness.is_asked = false;
        queue.witness.is_none |= answers.is_none();
        let answers = answers.unwrap_or_default().into_iter().chain(iter::repeat(false));
        for (unproven, holds) in std::mem::take(&mut opened.asked).into_iter().zip(answers) {
            match holds {
                true => opened.verified.add(unproven.proven()),
                false => opened.unproven.push_back(unproven),
            }
        }
    }
}

impl Job {
    /// Goes one step on, and says whether all of the file was taken.
    fn go_on(&mut self, witness: &mut Witness, beside: &mut Beside, cx: &mut Context) -> bool {
        let Some(opened) = &mut self.opened else {
            return self.open(cx.library);
        };
        if !opened.unproven.is_empty() {
            opened.prove();
        } else if opened.unread.is_empty() {
            return self.take(beside, cx);
        } else {
            opened.read(witness, cx);
        }
        false
    }

    /// Opens the file, or the next one in it.
    fn open(&mut self, library: &Library) -> bool {
        let name = &self.file.name;
        let bytes = match &self.file.bytes {
            Ok(bytes) => bytes,
            Err(fault) => {
                self.came.push(Arrival::of(Some(name), Verdict::Unread(*fault)));
                return true;
            }
        };
        let entries = match zip::entries(bytes) {
            None => {
                self.opened = Some(Opened::new(library, name.clone(), bytes.clone()));
                return false;
            }
            Some(Err(fault)) => {
                self.came.push(Arrival::of(Some(name), Verdict::Zip(fault)));
                return true;
            }
            Some(Ok(entries)) => entries,
        };
        let Some(entry) = entries.get(self.entry) else {
            self.sum_up();
            return true;
        };
        self.entry += 1;
        let inner = [name, " › ", &entry.name].concat();
        if entry.is_too_large() {
            self.came.push(Arrival::of(Some(&inner), Verdict::Unread(Unread::TooLarge)));
            return false;
        }
        match entry.bytes(&mut self.room) {
            Ok(bytes) if zip::entries(&bytes).is_none() => {
                self.opened = Some(Opened::new(library, inner, bytes.into_owned()));
            }
            // What is packed twice may be anything, of any size.
            Ok(_) => self.came.push(Arrival::of(Some(&inner), Verdict::Zip(ZipFault::Closed))),
            Err(ZipFault::TooMuch) => {
                self.came.push(Arrival::of(Some(name), Verdict::Zip(ZipFault::TooMuch)));
                return true;
            }
            Err(fault) => self.came.push(Arrival::of(Some(&inner), Verdict::Zip(fault))),
        }
        false
    }

    /// Takes in what was opened, whose records are verified.
    fn take(&mut self, beside: &mut Beside, cx: &mut Context) -> bool {
        let Some(opened) = self.opened.take() else {
            return true;
        };
        let (name, bytes) = (Some(opened.name.as_str()), &opened.bytes);
        let taken = take_bytes(beside, name, bytes, &opened.verified, cx);
        let is_alone = self.entry == 0;
        if !is_alone {
            let is_other = |arrival: &Arrival| {
                let not_paraf = Verdict::Refused(FileFault::NotParaf);
                let is_no_text =
                    matches!(arrival.verdict, Verdict::Refused(FileFault::Parse(_)) | Verdict::Empty);
                arrival.verdict == not_paraf || is_no_text && !around::names_paraf(bytes)
            };
            self.is_ours |= taken.is_empty() || !taken.iter().all(is_other);
        }
        self.came.extend(taken);
        is_alone
    }

    /// Tells of an archive of other things as of one thing: so is a document of a word processor.
    fn sum_up(&mut self) {
        if !self.is_ours {
            let is_closed = |arrival: &Arrival| arrival.verdict == Verdict::Zip(ZipFault::Closed);
            let is_closed = self.came.iter().any(is_closed);
            let fault = if is_closed { ZipFault::Closed } else { ZipFault::NothingOfParaf };
            self.came = vec![Arrival::of(Some(&self.file.name), Verdict::Zip(fault))];
        }
    }
}

impl Opened {
    /// Looks for the records in a file. Those that a dossier of this app holds already were verified with it.
    fn new(library: &Library, name: String, bytes: Vec<u8>) -> Opened {
        let (unread, asked, unproven) = (VecDeque::new(), Vec::new(), VecDeque::new());
        let mut opened =
            Opened { name, bytes: Vec::new(), unread, asked, unproven, verified: Verified::default() };
        let text = around::in_utf8(&bytes);
        let text = strict::text(&text).unwrap_or_default();
        let inside = if text.trim_start().starts_with('{') { vec![text] } else { around::files_in(text) };
        for record in inside.into_iter().flat_map(likely_records) {
            match held(library, record) {
                Some(known) => opened.verified.add(known.clone()),
                None => opened.unread.push_back(record.to_string()),
            }
        }
        opened.bytes = bytes;
        opened
    }

    /// Reads some of the records, and asks about their signatures. What cannot be read is told with the file.
    fn read(&mut self, witness: &mut Witness, cx: &mut Context) {
        let texts = self.unread.drain(..STEP.0.min(self.unread.len()));
        let mut questions = Vec::new();
        for unproven in texts.filter_map(|text| Unproven::read(&text).ok()) {
            match unproven.question().filter(|_| !witness.is_none) {
                Some(question) => {
                    questions.push(question);
                    self.asked.push(unproven);
                }
                None => self.unproven.push_back(unproven),
            }
        }
        if !questions.is_empty() {
            (witness.ticket, witness.is_asked) = (cx.page.next_ticket(), true);
            cx.effects.push(Effect::Verify { ticket: witness.ticket, questions });
        }
    }

    /// Verifies some of the signatures.
    fn prove(&mut self) {
        let some = self.unproven.drain(..STEP.1.min(self.unproven.len()));
        some.filter_map(|unproven| unproven.prove().ok()).for_each(|record| self.verified.add(record));
    }
}

fn held<'a>(library: &'a Library, text: &str) -> Option<&'a Record> {
    let named = pieces::member(text, "dossier").and_then(|id| Hash::parse(id.trim_matches('"')));
    library.dossiers.get(&named?)?.records().find(|record| record.text() == text)
}
