//! How the entries of the app are kept on one device, so that nothing is lost: packed, one on its own, written by one
//! queue in order and read back ([`Queue`]), in a profile for each person, and brought over from older versions.
//!
//! It knows nothing of what an entry says; that is `app::library`. It works over any [`KeyValue`], so that the
//! tests drive the very code that the browser runs, over cells that fail.

mod copy;
pub(crate) mod deflate;
mod holder;
pub mod key_value;
mod old;
pub mod pack;
mod queue;

pub use copy::profiles_of;
pub use holder::{Holder, mark_in};
pub use queue::{Change, Queue, Stored};

use crate::seal::canonical::Hash;
use crate::seal::strict;
use crate::table::Table;
use holder::{MARK, VERSION_CELL};
use key_value::{KeyValue, KeyValueFault};
use pack::{pack, unpack};
use std::cell::{Cell, RefCell};

/// What stands before the name of each cell of this version, so that other pages of the same host are left
/// alone.
pub const PREFIX: &str = "paraf.v2/";
/// The same for the first version. It had one person only, whose profile is the first one now, and packed
/// nothing.
pub const OLD_PREFIX: &str = "paraf.v1/";
/// The most characters that a browser stores for one host, names and texts together, without the reserve. Measured
/// in Chromium and Firefox; the only way to know is to fill it.
pub const ROOM: usize = 5_242_880 - queue::RESERVE;
/// The most profiles of one device.
pub const PROFILES_MAX: u32 = 100;

/// The entry that older versions left in a profile of which everything was removed on purpose.
pub const GONE: &str = "gone";

/// Whether the storage works.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Health {
    /// It reads and writes.
    Good,
    /// The browser does not let this page store anything; all lives in memory.
    Blocked,
    /// A write was refused because the storage is full.
    Full,
    /// A write did not read back as it was written.
    Broken,
}

/// How a write ended. Each write is read back and compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Stored, and read back the same.
    Done,
    /// The storage is full.
    Full,
    /// The browser does not allow it.
    Refused,
    /// What was read back differs.
    Different,
}

/// The storage of one device, with one profile open.
///
/// An entry has a short name, such as `me`; one that begins with a slash belongs to the device and not to
/// a person.
#[derive(Debug)]
pub struct Store<C> {
    cells: C,
    profile: u32,
    /// The characters that were used when they were counted last, and what was written since.
    used: Cell<usize>,
    /// The mark that this window left in the storage.
    mark: Option<String>,
    /// All that stands there, as it was read when this window began to work and until something is written.
    seen: RefCell<Option<Vec<(String, String)>>>,
}

impl<C: KeyValue> Store<C> {
    /// Takes cells, with the first profile open.
    pub fn new(cells: C) -> Store<C> {
        Store { cells, profile: 0, used: Cell::new(0), mark: None, seen: RefCell::default() }
    }

    /// Gives the cells.
    pub fn cells(&self) -> &C {
        &self.cells
    }

    /// Opens the profile of another person.
    pub fn open(&mut self, profile: u32) {
        self.profile = profile;
    }

    /// Gives the profile that is open.
    pub fn profile(&self) -> u32 {
        self.profile
    }

    /// Tries whether the storage works.
    pub fn health(&self) -> Health {
        let name = [PREFIX, "probe"].concat();
        let wrote = self.cells.set(&name, "1");
        let read = self.cells.get(&name);
        let _ = self.cells.remove(&name);
        match (wrote, read) {
            (Ok(()), Ok(Some(_))) => Health::Good,
            (Err(KeyValueFault::Full), Ok(_)) => Health::Full,
            _ => Health::Blocked,
        }
    }

    /// Reads all that stands there, once for those who ask at the start.
    fn look(&self) {
        self.seen.replace(self.cells.all().ok());
    }

    /// Lists the names of all cells.
    fn names(&self) -> Result<Vec<String>, KeyValueFault> {
        match self.seen.borrow().as_ref() {
            Some(seen) => Ok(seen.iter().map(|(cell, _)| cell.clone()).collect()),
            None => self.cells.names(),
        }
    }

    /// Lists the profiles in which anything stands, with the text of the entry of their person; it is empty
    /// where there is none, and `None` where it was refused twice. One that holds only the words of a first
    /// visit is nobody's yet.
    pub fn profiles(&self) -> Vec<(u32, Option<String>)> {
        let names = self.names().or_else(|_| self.names()).unwrap_or_default();
        let numbers: Table<u32, ()> = names.iter().filter_map(|cell| Some((owned(cell)?, ()))).collect();
        let read = |number| self.get_in(number, "me");
        let text = |number| read(number).or_else(|_| read(number)).ok().map(Option::unwrap_or_default);
        numbers.keys().map(|number| (*number, text(*number))).collect()
    }

    /// Gives the number of characters that are used, by other pages of the same host too, as far as it is
    /// known since [`Store::entries`].
    pub fn used(&self) -> usize {
        self.used.get()
    }

    /// Gives the names and texts of the open profile and of the device. Records are many and wanted one dossier at a
    /// time, so they are given as they stand, for [`opened`]. What cannot be unpacked is given as it stands too, so that
    /// whoever reads it can set it aside. Counts what is used. `None` when anything was refused: what was not read
    /// must not be taken for removed.
    pub fn entries(&self) -> Option<Vec<(String, String)>> {
        let (mut entries, mut old) = (Vec::new(), Vec::new());
        let mut used = 0;
        // Where the mark stands, nobody else wrote since it was read.
        let seen = self.seen.take().filter(|_| self.mark.is_some() && self.holder() == Holder::This);
        for (cell, text) in seen.map_or_else(|| self.cells.all(), Ok).ok()? {
            if !queue::is_reserve(&cell) {
                used += units(&cell) + units(&text);
            }
            if let Some(name) = self.short(&cell) {
                let text = if is_record(&name) { text } else { opened(&name, text) };
                entries.push((name, text));
            } else if let Some(name) = self.old_short(&cell) {
                old.push((name, text));
            }
        }
        self.used.set(used);
        // What was brought over is newer than what it was brought over from.
        let is_new: Table<&str, ()> =
            entries.iter().map(|(name, _): &(String, String)| (name.as_str(), ())).collect();
        old.retain(|(name, _)| !is_new.contains_key(name.as_str()));
        entries.extend(old);
        Some(entries)
    }

    /// Writes an entry, and reads it back.
    pub fn write(&self, name: &str, text: &str) -> Outcome {
        self.seen.take();
        let cell = self.cell(name);
        let Ok(there) = self.cells.get(&cell) else {
            return Outcome::Refused;
        };
        let taken = there.as_ref().map_or(0, |old| units(&cell) + units(old));
        let stored = match there {
            Some(old) => Ok(Some(opened(name, old))),
            None => self.get_old(self.profile, name),
        };
        let Ok(stored) = stored else {
            return Outcome::Refused;
        };
        if stored.as_deref() == Some(text) {
            return Outcome::Done;
        }
        // What nobody can read is never written over: it is set aside first. What can be made anew is nothing to keep.
        let is_kept = !name.starts_with(QUARANTINE) && !name.starts_with(DERIVED);
        let is_unreadable = |stored: &String| is_kept && strict::parse(stored).is_err();
        if stored.as_ref().is_some_and(is_unreadable)
            && let Err(fault) = self.put_in_quarantine(name)
        {
            return outcome_of(fault);
        }
        let wanted = closed(name, text);
        // What does not read back as it was written gets a second chance at once.
        for _ in 0..2 {
            match self.cells.set_and_compare(&cell, &wanted) {
                Ok(true) => {
                    self.count(units(&cell) + units(&wanted), taken);
                    return Outcome::Done;
                }
                Ok(false) => {}
                Err(fault) => return outcome_of(fault),
            }
        }
        Outcome::Different
    }

    /// Copies what stands in a cell to the entries set aside.
    fn put_in_quarantine(&self, name: &str) -> Result<(), KeyValueFault> {
        match self.cells.get(&self.cell(name))? {
            Some(text) => self.put(&self.cell(&quarantined(name, &text)), &text),
            None => Ok(()),
        }
    }

    /// Reads an entry; a second time when it was refused. `None` when there is none, or it cannot be read.
    pub fn read(&self, name: &str) -> Option<String> {
        self.get(name).or_else(|_| self.get(name)).ok().flatten()
    }

    /// Removes an entry, also where an older version stored it.
    pub fn remove(&self, name: &str) -> Outcome {
        self.empty(&self.cell(name));
        if let Some(old) = self.old_cell(name) {
            self.empty(&old);
        }
        if self.get(name) == Ok(None) { Outcome::Done } else { Outcome::Refused }
    }

    /// Moves what [`Store::entries`] gave for a name to this copy among the entries set aside; unless it reads
    /// otherwise now, because it was read wrong or was written since. What an older version stored stays, and may
    /// be better.
    pub fn quarantine(&self, name: &str, copy: &str) -> Outcome {
        let Ok(there) = self.get(name) else {
            return Outcome::Refused;
        };
        let Some(text) = there.filter(|text| quarantined(name, text) == copy) else {
            return Outcome::Done;
        };
        let outcome = self.write(copy, &text);
        let cell = self.cell(name);
        let is_there = matches!(self.cells.get(&cell), Ok(Some(_)));
        if outcome == Outcome::Done && self.get(name) == Ok(Some(text)) {
            self.empty(&if is_there { cell } else { self.old_cell(name).unwrap_or_default() });
        }
        outcome
    }

    /// Removes everything in the open profile.
    pub fn clear(&self) {
        for cell in self.cells.names().unwrap_or_default() {
            let name = self.short(&cell).or_else(|| self.old_short(&cell));
            if name.is_some_and(|name| !name.starts_with('/')) {
                self.empty(&cell);
            }
        }
    }

    fn get(&self, name: &str) -> Result<Option<String>, KeyValueFault> {
        self.get_in(self.profile, name)
    }

    fn get_in(&self, profile: u32, name: &str) -> Result<Option<String>, KeyValueFault> {
        if let Some(text) = self.cells.get(&cell_in(profile, name))? {
            return Ok(Some(opened(name, text)));
        }
        self.get_old(profile, name)
    }

    /// Reads what an older version stored.
    fn get_old(&self, profile: u32, name: &str) -> Result<Option<String>, KeyValueFault> {
        old_cell_in(profile, name).map_or(Ok(None), |old| self.cells.get(&old))
    }

    fn cell(&self, name: &str) -> String {
        cell_in(self.profile, name)
    }

    fn old_cell(&self, name: &str) -> Option<String> {
        old_cell_in(self.profile, name)
    }

    /// Writes a cell, and counts what it takes.
    fn put(&self, cell: &str, text: &str) -> Result<(), KeyValueFault> {
        self.seen.take();
        let before = self.cells.length(cell)?.map_or(0, |old| units(cell) + old);
        self.cells.set(cell, text)?;
        self.count(units(cell) + units(text), before);
        Ok(())
    }

    /// Counts characters that are taken now, and such that are not any more.
    fn count(&self, more: usize, less: usize) {
        self.used.set((self.used.get() + more).saturating_sub(less));
    }

    /// Removes a cell, and counts what becomes free.
    fn empty(&self, cell: &str) {
        self.seen.take();
        let Ok(Some(length)) = self.cells.length(cell) else {
            return;
        };
        if self.cells.remove(cell).is_ok() {
            self.count(0, units(cell) + length);
        }
    }

    /// Gives the name of the entry in a cell, when it belongs to the open profile or to the device.
    fn short(&self, cell: &str) -> Option<String> {
        let rest = cell.strip_prefix(PREFIX)?;
        if rest == "set" {
            return Some("/set".to_string());
        }
        // A name with a slash in front would be one of the device.
        let (profile, name) = rest.split_once('/').filter(|(_, name)| !name.starts_with('/'))?;
        (profile == self.profile.to_string()).then(|| name.to_string())
    }

    /// The same for a cell of the first version.
    fn old_short(&self, cell: &str) -> Option<String> {
        let rest =
            cell.strip_prefix(OLD_PREFIX).filter(|rest| self.profile == 0 && !rest.starts_with('/'))?;
        match rest {
            "probe" | "crash" => None,
            "set" => Some("/set".to_string()),
            rest => Some(rest.to_string()),
        }
    }
}

fn outcome_of(fault: KeyValueFault) -> Outcome {
    match fault {
        KeyValueFault::Full => Outcome::Full,
        KeyValueFault::Denied => Outcome::Refused,
    }
}

/// Counts as the browser does, in UTF-16.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn cell_in(profile: u32, name: &str) -> String {
    match name.strip_prefix('/') {
        Some(of_device) => [PREFIX, of_device].concat(),
        None => [PREFIX, &profile.to_string(), "/", name].concat(),
    }
}

fn old_cell_in(profile: u32, name: &str) -> Option<String> {
    (profile == 0).then(|| [OLD_PREFIX, name.trim_start_matches('/')].concat())
}

/// Gives the number of the profile of a cell, unless anybody may have written it before there was a person.
fn owned(cell: &str) -> Option<u32> {
    let (profile, name) = match cell.strip_prefix(PREFIX) {
        Some(rest) => rest.split_once('/')?,
        None => ("0", cell.strip_prefix(OLD_PREFIX)?),
    };
    let is_nobodys = ["", "new", GONE, MARK, VERSION_CELL, "set", "probe", "crash"].contains(&name)
        || name.starts_with('/');
    let number: u32 = profile.parse().ok()?;
    (!is_nobodys && number < PROFILES_MAX && number.to_string() == profile).then_some(number)
}

/// How the names of entries begin that follow from others.
const DERIVED: &str = "s/";

/// What was set aside stays exactly as it was found.
const QUARANTINE: &str = "q/";

/// Gives the name under which a text is set aside. It follows from the text too, so that what was set aside
/// before from the same place keeps its own.
pub fn quarantined(name: &str, text: &str) -> String {
    let code = Hash::of_bytes(text.as_bytes()).key();
    [QUARANTINE, name, "~", code.get(..8).unwrap_or_default()].concat()
}

fn is_record(name: &str) -> bool {
    name.starts_with("r/")
}

fn is_immutable(name: &str) -> bool {
    is_record(name) || name.starts_with("u/")
}

/// What stands in one cell for an entry. Drafts and the person's own entry stay readable, so that they can
/// be saved without this program; they are few.
fn closed(name: &str, text: &str) -> String {
    let is_many = ["r/", DERIVED, "u/", "l/", "p/", "i/"].iter().any(|kind| name.starts_with(kind));
    if is_many { pack(text) } else { text.to_string() }
}

/// Gives the text of an entry as it was stored; what cannot be unpacked as it stands.
pub fn opened(name: &str, text: String) -> String {
    if name.starts_with(QUARANTINE) {
        return text;
    }
    unpack(&text).unwrap_or(text)
}
