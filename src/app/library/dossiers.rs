//! The dossiers of the person who is in. What is stored of one is unpacked, parsed and verified when it is first asked
//! for, so that whoever has two hundred opens the app as soon as whoever has one.

use crate::app::key::Key;
use crate::app::library::summary::Summary;
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::record::Record;
use crate::storage::opened;
use crate::table::Table;
use std::cell::{OnceCell, RefCell};

/// The dossiers, by their ids.
#[derive(Debug, Default)]
pub struct Dossiers {
    slots: Table<Hash, Slot>,
    /// What was found in the storage that is no record of the dossier it was kept for.
    found: RefCell<Found>,
}

/// What was read of the storage and does not belong where it was.
#[derive(Debug, Default)]
pub struct Found {
    /// Texts that are no records, with the names of their entries.
    pub damaged: Vec<(String, String)>,
    /// Records of other dossiers.
    strays: Vec<Record>,
    /// The dossiers in which they were found, of which lists say what does not hold any more.
    places: Vec<Hash>,
}

#[derive(Debug, Default)]
struct Slot {
    /// The records of which nothing was read yet: the names of their entries, and their texts as they are stored.
    unread: RefCell<Vec<(String, String)>>,
    /// What stands for the set of these records, where it was stored; see [`mark`].
    mark: Option<Hash>,
    dossier: OnceCell<Dossier>,
    /// What lists say of it; `None` after the records changed.
    summary: Option<Summary>,
}

impl Dossiers {
    /// Gives a dossier, verified.
    pub fn get(&self, id: &Hash) -> Option<&Dossier> {
        self.slots.get(id).and_then(|slot| self.read(*id, slot))
    }

    /// Gives a dossier to be changed. What lists say of it has to be made anew then.
    pub fn get_mut(&mut self, id: &Hash) -> Option<&mut Dossier> {
        self.get(id)?;
        let slot = self.slots.get_mut(id)?;
        slot.summary = None;
        slot.dossier.get_mut()
    }

    /// Gives all dossiers, verified, in the order of their ids. It takes long where there are many: what
    /// [`Dossiers::summaries`] says is at hand.
    pub fn values(&self) -> impl Iterator<Item = &Dossier> {
        self.slots.iter().filter_map(|(id, slot)| self.read(*id, slot))
    }

    /// Gives the dossiers of which a summary says something, or of which there is none yet.
    pub fn which(&self, fits: impl Fn(&Summary) -> bool) -> impl Iterator<Item = &Dossier> {
        let fits = move |slot: &Slot| slot.summary.as_ref().is_none_or(&fits);
        self.slots.iter().filter(move |(_, slot)| fits(slot)).filter_map(|(id, slot)| self.read(*id, slot))
    }

    /// Gives the ids.
    pub fn keys(&self) -> impl Iterator<Item = &Hash> {
        self.slots.keys()
    }

    /// Says whether there is a dossier of this id.
    pub fn contains_key(&self, id: &Hash) -> bool {
        self.slots.contains_key(id)
    }

    /// Gives how many there are.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Says whether there is none.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Puts a dossier in the place of what was there.
    pub fn insert(&mut self, dossier: Dossier) {
        self.slots.insert(dossier.id(), Slot { dossier: OnceCell::from(dossier), ..Slot::default() });
    }

    /// Adds records to a dossier, which begins with them where there is none.
    pub fn add(&mut self, id: Hash, records: impl IntoIterator<Item = Record>) {
        if !self.contains_key(&id) {
            return self.insert(Dossier::assemble(id, records));
        }
        self.get(&id);
        if let Some(slot) = self.slots.get_mut(&id) {
            slot.summary = None;
            if let Some(dossier) = slot.dossier.get_mut() {
                dossier.merge(records);
            }
        }
    }

    /// Takes a dossier out.
    pub fn remove(&mut self, id: &Hash) -> Option<Dossier> {
        self.get(id)?;
        self.slots.remove(id)?.dossier.into_inner()
    }

    /// Takes in a dossier as it is stored: its entries with their names, and what lists say of it.
    pub fn shelve(&mut self, id: Hash, records: Vec<(String, String)>, stored: Option<(Summary, Hash)>) {
        let (summary, mark) = stored.unzip();
        self.slots.insert(id, Slot { unread: RefCell::new(records), mark, summary, ..Slot::default() });
    }

    /// Takes in a record as it is stored, of a dossier of which nothing else is known.
    pub fn shelve_one(&mut self, id: Hash, name: String, text: String) {
        let slot = self.slots.or_insert_with(id, Slot::default);
        (slot.summary, slot.mark) = (None, None);
        slot.unread.get_mut().push((name, text));
    }

    /// Counts the records of all dossiers.
    pub fn count_records(&self) -> usize {
        self.slots.values().map(Slot::count).sum()
    }

    /// Gives what stands for the set of all records: another set has another one.
    pub fn mark(&self) -> Hash {
        mark(self.slots.values().map(Slot::mark))
    }

    /// Gives the ids of all dossiers with what lists say of them, where that is known.
    pub fn summaries(&self) -> impl Iterator<Item = (Hash, Option<&Summary>)> {
        self.slots.iter().map(|(id, slot)| (*id, slot.summary.as_ref()))
    }

    /// Gives what lists say of a dossier, where that is known.
    pub fn summary(&self, id: &Hash) -> Option<&Summary> {
        self.slots.get(id)?.summary.as_ref()
    }

    /// Takes in what lists say of a dossier; gives its text to be stored.
    pub fn summarize(&mut self, id: &Hash, summary: Summary) -> Option<String> {
        let slot = self.slots.get_mut(id)?;
        let text = summary.to_text(&slot.names(), &slot.mark());
        slot.summary = Some(summary);
        Some(text)
    }

    /// Says whether the records of a dossier were read.
    pub fn is_read(&self, id: &Hash) -> bool {
        self.slots.get(id).is_some_and(|slot| slot.dossier.get().is_some())
    }

    /// Gives what was found that does not belong where it was, and puts records where they belong.
    pub fn take_damaged(&mut self) -> Vec<(String, String)> {
        let found = std::mem::take(self.found.get_mut());
        if !found.damaged.is_empty() || !found.strays.is_empty() {
            let slots = std::mem::take(&mut self.slots).into_iter();
            self.slots = slots.filter(|(_, slot)| slot.count() > 0).collect();
        }
        for place in found.places {
            if let Some(slot) = self.slots.get_mut(&place) {
                (slot.summary, slot.mark) = (None, None);
            }
        }
        for record in found.strays {
            self.add(record.dossier(), [record]);
        }
        found.damaged
    }

    fn read<'a>(&'a self, id: Hash, slot: &'a Slot) -> Option<&'a Dossier> {
        let read = || {
            let (mut records, count) = (Vec::new(), slot.count());
            let found = &self.found;
            for (name, text) in slot.unread.take() {
                let text = opened(&name, text);
                match Record::read(&text).ok().filter(|record| Key::Record(record.id()).name() == name) {
                    Some(record) if record.dossier() == id => records.push(record),
                    Some(record) => found.borrow_mut().strays.push(record),
                    None => found.borrow_mut().damaged.push((name, text)),
                }
            }
            if records.len() < count {
                found.borrow_mut().places.push(id);
            }
            Dossier::assemble(id, records)
        };
        Some(slot.dossier.get_or_init(read)).filter(|dossier| dossier.records().next().is_some())
    }
}

/// How many characters of the name of a record stand in a summary. More would be no surer: the names are only compared
/// with those in the storage, and a record says itself where it belongs.
pub const NAME: usize = 16;

/// Gives what stands for a set, from what stands for its parts: another set has another one.
fn mark(parts: impl Iterator<Item = Hash>) -> Hash {
    let mut mark = [0; 32];
    for part in parts {
        for (all, byte) in mark.iter_mut().zip(part.as_bytes()) {
            *all ^= byte;
        }
    }
    Hash::from_digest(mark)
}

impl Slot {
    fn count(&self) -> usize {
        self.dossier.get().map_or_else(|| self.unread.borrow().len(), |dossier| dossier.records().count())
    }

    fn mark(&self) -> Hash {
        let read = || match self.dossier.get() {
            Some(dossier) => mark(dossier.records().map(Record::id)),
            None => mark(self.unread.borrow().iter().filter_map(|(name, _)| Hash::from_key(name.get(2..)?))),
        };
        self.mark.filter(|_| self.dossier.get().is_none()).unwrap_or_else(read)
    }

    /// Gives the beginnings of the names of all records, one after the other.
    fn names(&self) -> String {
        let mut names = String::new();
        for record in self.dossier.get().into_iter().flat_map(Dossier::records) {
            names.push_str(record.id().key().get(..NAME).unwrap_or_default());
        }
        names
    }
}
