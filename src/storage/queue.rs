//! The one way into the storage: a queue of changes, done in order, each read back, and tried again until it is done.
//!
//! The app says what shall be stored and never asks whether it was; all it is told is one state, [`Stored`].

use super::key_value::{KeyValue, KeyValueFault};
use super::{Health, Holder, Outcome, PREFIX, Store};
use std::cell::Cell;
use std::collections::VecDeque;

/// The characters that are kept free, so that a signature and what is being typed always fit.
pub const RESERVE: usize = 100_000;
/// The cell that keeps them.
const RESERVE_CELL: &str = "reserve";

/// One change of what is stored for the person whose profile is open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// This text stands under this name.
    Put {
        /// The name.
        name: String,
        /// The text.
        text: String,
    },
    /// The same for what follows from other entries and can be made anew: it is tried once, and nobody has to know
    /// where it is refused.
    PutDerived {
        /// The name.
        name: String,
        /// The text.
        text: String,
    },
    /// Nothing stands under this name.
    Delete(String),
    /// What stands under this name cannot be read and moves aside, if it is what this copy is named for.
    Quarantine {
        /// The name.
        name: String,
        /// The name of the copy.
        copy: String,
    },
    /// Nothing stands in the profile.
    Clear,
    /// Nothing stands where older versions of the app stored it, because it was saved elsewhere.
    ForgetOld,
}

impl Change {
    fn name(&self) -> &str {
        match self {
            Change::Put { name, .. }
            | Change::PutDerived { name, .. }
            | Change::Delete(name)
            | Change::Quarantine { name, .. } => name,
            Change::Clear | Change::ForgetOld => "",
        }
    }
}

/// How the storage stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stored {
    /// The changes that are not stored yet, and live on the page only.
    pub pending: usize,
    /// Whether the storage works.
    pub health: Health,
    /// Whose it is.
    pub holder: Holder,
    /// The characters that are used, without the reserve.
    pub used: usize,
}

/// Says whether a cell is the one of the reserve.
pub(super) fn is_reserve(cell: &str) -> bool {
    cell.strip_prefix(PREFIX) == Some(RESERVE_CELL)
}

impl Default for Stored {
    fn default() -> Stored {
        Stored { pending: 0, health: Health::Good, holder: Holder::This, used: 0 }
    }
}

/// The changes of one moment, which are done in their order.
#[derive(Debug)]
struct Batch {
    profile: u32,
    /// The names that it began with.
    names: Vec<String>,
    changes: VecDeque<Change>,
}

impl Batch {
    fn new(profile: u32, changes: Vec<Change>) -> Batch {
        let names = changes.iter().map(|change| change.name().to_string()).collect();
        Batch { profile, names, changes: changes.into() }
    }

    fn touches(&self, other: &Batch) -> bool {
        self.profile == other.profile && self.names.iter().any(|name| other.names.contains(name))
    }
}

/// A storage, and what has to be stored there.
#[derive(Debug)]
pub struct Queue<C> {
    store: Store<C>,
    waiting: VecDeque<Batch>,
    health: Health,
    /// Whether the reserve was seen since this window began to work. It is long, and reading it takes time.
    is_reserved: Cell<bool>,
}

impl<C: KeyValue> Queue<C> {
    /// Takes cells, with the first profile open.
    pub fn new(cells: C) -> Queue<C> {
        Queue {
            store: Store::new(cells),
            waiting: VecDeque::new(),
            health: Health::Good,
            is_reserved: Cell::new(false),
        }
    }

    /// Gives the storage, to read from.
    pub fn store(&self) -> &Store<C> {
        &self.store
    }

    /// Begins to work with the storage, under the mark of this window: brings over what older versions stored, and
    /// looks whether it works. What waited is forgotten: another window may have written since, and what is stored
    /// counts.
    pub fn begin(&mut self, mark: String) -> Stored {
        self.waiting.clear();
        self.is_reserved.set(false);
        if self.store.holder() == Holder::Newer {
            return self.state();
        }
        self.store.note_version();
        self.store.mark(mark);
        self.health = self.store.health();
        self.store.look();
        self.store.bring_over();
        self.run()
    }

    /// Goes on under this mark with a storage that was emptied.
    pub fn claim(&mut self, mark: String) -> Stored {
        self.is_reserved.set(false);
        self.store.note_version();
        self.store.mark(mark);
        self.run()
    }

    /// Opens the profile of another person.
    pub fn open(&mut self, profile: u32) {
        self.store.open(profile);
    }

    /// Takes the changes of one moment and does what can be done.
    pub fn add(&mut self, changes: Vec<Change>) -> Stored {
        let profile = self.store.profile();
        if changes.contains(&Change::Clear) {
            self.waiting.retain(|batch| batch.profile != profile);
        }
        // What is written over before it was stored need not be stored; what cannot be read is moved first all the same.
        let is_over = |old: &Change| {
            let is_written =
                matches!(old, Change::Put { .. } | Change::PutDerived { .. } | Change::Delete(_));
            is_written && changes.iter().any(|new| new.name() == old.name())
        };
        for batch in self.waiting.iter_mut().filter(|batch| batch.profile == profile) {
            batch.changes.retain(|old| !is_over(old));
        }
        self.waiting.retain(|batch| !batch.changes.is_empty());
        if !changes.is_empty() {
            self.waiting.push_back(Batch::new(profile, changes));
        }
        self.run()
    }

    /// Tries again what could not be done, and gives how the storage stands.
    pub fn run(&mut self) -> Stored {
        let (open, holder) = (self.store.profile(), self.store.holder());
        let mut fault = None;
        if holder != Holder::This {
            // What can be made anew is nothing that this window would have to keep.
            for batch in &mut self.waiting {
                batch.changes.retain(|change| !matches!(change, Change::PutDerived { .. }));
            }
            self.waiting.retain(|batch| !batch.changes.is_empty());
        }
        if holder == Holder::This {
            // What is removed may make room for what came before it.
            let mut before = usize::MAX;
            while self.pending() > 0 && self.pending() < before {
                before = self.pending();
                fault = self.pass();
            }
            self.store.open(open);
            let is_reserved = self.reserve();
            self.health = match fault {
                Some(health) => health,
                None if self.health == Health::Blocked && self.store.health() == Health::Blocked => {
                    Health::Blocked
                }
                None if is_reserved => Health::Good,
                None => Health::Full,
            };
        }
        self.state()
    }

    /// Goes through what waits once; gives how the storage is where something could not be done.
    fn pass(&mut self) -> Option<Health> {
        let (mut stuck, mut fault): (VecDeque<Batch>, _) = (VecDeque::new(), None);
        while let Some(mut batch) = self.waiting.pop_front() {
            // A moment that cannot be stored holds back only what touches the same entries.
            if !stuck.iter().any(|other| other.touches(&batch)) {
                self.store.open(batch.profile);
                fault = self.work_off(&mut batch).or(fault);
            }
            if !batch.changes.is_empty() {
                stuck.push_back(batch);
            }
        }
        self.waiting = stuck;
        fault
    }

    fn pending(&self) -> usize {
        self.waiting.iter().map(|batch| batch.changes.len()).sum()
    }

    /// Gives how the storage stands, without touching it.
    pub fn state(&self) -> Stored {
        Stored {
            pending: self.pending(),
            health: self.health,
            holder: self.store.holder(),
            used: self.store.used(),
        }
    }

    /// Does the changes of a batch up to the first that fails; gives how the storage is then.
    fn work_off(&self, batch: &mut Batch) -> Option<Health> {
        // Another window may have taken the storage over in the middle of it.
        while let (Holder::This, Some(change)) = (self.store.holder(), batch.changes.front()) {
            let mut outcome = self.carry_out(change);
            if matches!(change, Change::PutDerived { .. }) {
                outcome = Outcome::Done;
            }
            if outcome == Outcome::Full && self.give_up_reserve() {
                outcome = self.carry_out(change);
            }
            match outcome {
                Outcome::Done => drop(batch.changes.pop_front()),
                Outcome::Full => return Some(Health::Full),
                Outcome::Refused => return Some(Health::Blocked),
                Outcome::Different => return Some(Health::Broken),
            }
        }
        None
    }

    fn carry_out(&self, change: &Change) -> Outcome {
        match change {
            Change::Put { name, text } | Change::PutDerived { name, text } => self.store.write(name, text),
            Change::Delete(name) => self.store.remove(name),
            Change::Quarantine { name, copy } => self.store.quarantine(name, copy),
            Change::Clear => {
                self.store.clear();
                Outcome::Done
            }
            Change::ForgetOld => {
                self.store.forget_old();
                Outcome::Done
            }
        }
    }

    /// Sees to it that the reserve is there; says whether it is, or cannot be asked for.
    fn reserve(&self) -> bool {
        if self.is_reserved.get() {
            return true;
        }
        let (name, cells) = ([PREFIX, RESERVE_CELL].concat(), self.store.cells());
        let made = match cells.length(&name) {
            Ok(Some(RESERVE)) => Ok(()),
            Ok(_) => cells.set(&name, &"0".repeat(RESERVE)),
            Err(fault) => Err(fault),
        };
        self.is_reserved.set(made.is_ok());
        made != Err(KeyValueFault::Full)
    }

    /// Gives the reserve up; says whether there was one.
    fn give_up_reserve(&self) -> bool {
        self.is_reserved.set(false);
        let (name, cells) = ([PREFIX, RESERVE_CELL].concat(), self.store.cells());
        matches!(cells.length(&name), Ok(Some(_))) && cells.remove(&name).is_ok()
    }
}
