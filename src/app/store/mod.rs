//! What is stored under which key, and how it is read back. Everything read is untrusted: records
//! are verified again, and what cannot be read is set aside, never overwritten.

mod key;
mod text;

pub use key::Key;
pub use text::*;
use text::{kept_from_json, seen_from_json, stub_from_json};

use super::App;
use super::effect::Effects;
use super::receipts::{self, Receipt};
use super::shelf::Book;
use super::{setup, undo, writing};
use crate::domain::document::Document;
use crate::lang::Lang;
use crate::seal::archive::Archive;
use crate::seal::canonical::{Hash, written};
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::key::Did;
use crate::seal::letter::Invitation;
use crate::seal::record::Record;
use crate::seal::strict;
use crate::storage::Change;
use crate::table::Table;
use serde_json::Value;

/// The person of this app.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Me {
    /// Details and key.
    pub card: Card,
    /// The seed, encrypted with the passphrase.
    pub sealed: String,
    /// Whether they have a dossier of their own.
    pub as_employee: bool,
    /// Whether they co-sign dossiers of others.
    pub as_superior: bool,
    /// How safe the key is.
    pub backup: Backup,
    /// The card with the signature of its key, by which it is known in a file; older apps made none.
    pub signed: Option<String>,
    /// The replacement code, encrypted like the seed, until it is kept elsewhere; never in a file.
    pub spare: Option<String>,
    /// Whether the key came to this device from a backup or a replacement code: whoever has one had dossiers.
    pub came_back: bool,
}

/// Whether the key would survive the loss of this browser.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Backup {
    /// No backup file was made.
    None,
    /// A file was made, but nobody looked whether it can be read.
    Unchecked,
    /// The file was read back and holds this key.
    Checked,
}

/// Somebody met. The details here, not those in later files, are what is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contact {
    /// Details and key.
    pub card: Card,
    /// When the code was compared in person.
    pub matched: Option<String>,
}

/// What was sent and received for one dossier.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ledger {
    /// The number of cover letters written.
    pub counter: u64,
    /// The highest number seen in the cover letters of each sender.
    pub seen: Table<Did, u64>,
    /// The newest cover letter, as text; empty when none was written.
    pub letter: String,
    /// Whether something was signed that has not been sent.
    pub unsent: bool,
    /// Whether something came in that whoever has to act is not known to have, and that was not sent since.
    pub to_pass_on: bool,
    /// What others are known to have.
    pub receipts: Vec<Receipt>,
    /// The own records that were sent and are not known to have arrived, each with the number of the
    /// newest letter of the other side that was known then.
    pub sent: Vec<(Hash, u64)>,
}

/// The newest time at which everything was saved outside of the browser, and the file was read back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    /// When.
    pub at: String,
    /// How many records there were.
    pub records: usize,
    /// What stands for their set; older apps did not note it.
    pub mark: Option<Hash>,
}

/// What is remembered of a dossier that was archived and removed from the browser.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stub {
    /// The other side.
    pub name: String,
    /// Their school; what older apps stored has none.
    pub school: String,
    /// The period.
    pub period: String,
    /// When it was removed.
    pub at: String,
    /// The hash of what was written beside its records, by which it is known when it comes back.
    pub beside: Option<Hash>,
    /// Whether its records came back already.
    pub is_back: bool,
}

/// Unsigned work.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    /// Counts the writes.
    pub revision: u64,
    /// The time of the last write.
    pub saved_at: String,
    /// The work.
    pub document: Document,
    /// Whether it differs from what is stored.
    pub dirty: bool,
}

/// Reads all entries into the app. Records come first, the rest of them keep their own place.
pub fn load(app: &mut App, entries: Vec<(String, String)>, effects: &mut Effects) {
    let mut records: Table<Hash, Vec<Record>> = Table::new();
    for (name, value) in entries {
        let Some(key) = Key::parse(&name) else {
            // It may be of a newer version of the app: shown, and left where it is.
            app.aside.insert(name, value);
            continue;
        };
        let known = match &key {
            Key::Record(id) => {
                let loaded = app.dossiers.values().any(|dossier| dossier.record(id).is_some());
                loaded
                    || read_record(id, &value)
                        .map(|record| records.or_insert_with(record.dossier(), Vec::new).push(record))
                        .is_some()
            }
            Key::SetAside(_) => {
                app.aside.insert(name.clone(), value.clone());
                true
            }
            _ => read_other(app, &key, &value).is_some(),
        };
        if !known {
            set_aside(app, name, value, effects);
        }
    }
    for (id, records) in records {
        app.dossiers.or_insert_with(id, || Dossier::assemble(id, [])).merge(records);
    }
    writing::remove_signed(app, effects);
}

/// Sets aside what cannot be read.
fn set_aside(app: &mut App, name: String, value: String, effects: &mut Effects) {
    let copy = crate::storage::aside(&name, &value);
    app.aside.insert(copy.clone(), value);
    effects.store(Change::MoveAside { name, copy });
}

fn read_record(id: &Hash, text: &str) -> Option<Record> {
    Record::read(text).ok().filter(|record| record.id() == *id)
}

fn read_other(app: &mut App, key: &Key, text: &str) -> Option<()> {
    if let Key::Invitation(did) = key {
        let invitation = Invitation::read(text).ok().filter(|letter| letter.card.did == *did)?;
        app.invitations.insert(did.clone(), invitation);
        return Some(());
    }
    if let Key::Rules(hash) = key {
        if app.shelf.book(hash).is_none() {
            app.shelf.add(Book::open(text).filter(|book| book.hash == *hash)?);
        }
        return Some(());
    }
    let value = strict::parse(text).ok()?;
    match key {
        Key::Me => app.me = Some(me_from_json(&value)?),
        Key::Contact(did) => {
            let card = Card::from_json(value.get("card")?).filter(|card| card.did == *did)?;
            let matched = value.get("matched").and_then(Value::as_str).map(str::to_string);
            app.contacts.insert(did.clone(), Contact { card, matched });
        }
        Key::Ledger(id) => {
            let ledger = Ledger {
                counter: value.get("counter")?.as_u64()?,
                seen: seen_from_json(value.get("seen")?),
                letter: value.get("letter")?.as_str()?.to_string(),
                unsent: value.get("unsent")?.as_bool()?,
                to_pass_on: value.get("pass_on").is_some(),
                receipts: receipts::receipts_from_json(value.get("receipts")),
                sent: receipts::sent_from_json(value.get("sent")),
            };
            app.ledgers.insert(*id, ledger);
        }
        Key::Kept => app.kept = Some(kept_from_json(&value)?),
        Key::Archived(id) => {
            app.archived.insert(*id, stub_from_json(&value)?);
        }
        Key::Setup => setup::take_up(app, &value),
        Key::Settings => {
            app.lock.is_wanted = value.get("lock").and_then(Value::as_bool).unwrap_or_default();
            app.lang = Lang::from_code(value.get("lang")?.as_str()?)?;
        }
        Key::Draft(dossier, stage, slot) => {
            let draft = read_draft(text)?;
            app.drafts.insert((*dossier, *stage, *slot), draft);
        }
        Key::PastDraft(..) => {
            read_draft(text)?;
            app.past_drafts.insert(key.name(), text.to_string());
        }
        Key::Step(..) => {
            app.steps.insert(key.name(), read_asked(text)?);
        }
        Key::Record(_) | Key::Invitation(_) | Key::Rules(_) | Key::SetAside(_) | Key::Gone => {}
    }
    Some(())
}

/// Gives everything the app holds beside the records, as it is stored: the sealed key, people, drafts,
/// rules and what was sent. What was set aside is left out, because it may be anything.
pub fn entries(app: &App) -> Vec<(String, String)> {
    let mut entries = Vec::new();
    let mut keep = |key: Key, text: String| entries.push((key.name(), text));
    if let Some(me) = &app.me {
        keep(Key::Me, me_to_file(me));
    }
    for (did, contact) in app.contacts.iter() {
        keep(Key::Contact(did.clone()), contact_to_json(contact));
    }
    for (did, invitation) in app.invitations.iter() {
        keep(Key::Invitation(did.clone()), invitation.text.clone());
    }
    for ((dossier, stage, slot), draft) in app.drafts.iter() {
        keep(Key::Draft(*dossier, *stage, *slot), draft_to_json(draft));
    }
    for book in app.shelf.books().iter().filter(|book| book.is_own) {
        keep(Key::Rules(book.hash), book.text.to_string());
    }
    for (id, ledger) in app.ledgers.iter() {
        keep(Key::Ledger(*id), ledger_to_json(ledger));
    }
    for (id, stub) in app.archived.iter() {
        keep(Key::Archived(*id), stub_to_json(stub));
    }
    entries.extend(app.past_drafts.iter().map(|(name, text)| (name.clone(), text.clone())));
    entries.extend(app.steps.iter().map(|(name, answers)| (name.clone(), asked_to_json(answers))));
    entries
}

/// Gives those of the entries that belong to dossiers, each with its dossier: drafts, notes, what was sent.
pub fn beside(app: &App) -> Table<Hash, Vec<(String, String)>> {
    let mut beside: Table<Hash, Vec<(String, String)>> = Table::new();
    for (name, text) in entries(app) {
        if let Some(id) = Key::parse(&name).and_then(|key| key.dossier()) {
            beside.or_insert_with(id, Vec::new).push((name, text));
        }
    }
    beside
}

/// Gives the hash of entries in their order, whatever their white space.
pub fn hash_of(entries: &[(String, String)]) -> Hash {
    let mut all = String::new();
    for (name, text) in entries {
        let value = strict::parse(text).unwrap_or_default();
        all.push_str(&[name, "\n", &written(&value), "\n"].concat());
    }
    Hash::of_bytes(all.as_bytes())
}

/// Makes an archive of the entries of a locker. Records that cannot be trusted are left out.
pub fn archive_of(entries: Vec<(String, String)>) -> Archive {
    let mut dossiers: Table<Hash, Vec<Record>> = Table::new();
    let mut archive = Archive::default();
    for (name, text) in entries {
        let Some(Key::Record(id)) = Key::parse(&name) else {
            archive.entries.push((name, text));
            continue;
        };
        if let Some(record) = read_record(&id, &text) {
            dossiers.or_insert_with(record.dossier(), Vec::new).push(record);
        }
    }
    archive.dossiers.extend(dossiers);
    // A large storage is saved in several files.
    archive.is_part = true;
    archive
}

/// Forgets an entry of a dossier that is removed.
pub fn forget(app: &mut App, name: &str) {
    match Key::parse(name) {
        Some(Key::Draft(id, stage, slot)) => drop(app.drafts.remove(&(id, stage, slot))),
        Some(Key::PastDraft(..)) => drop(app.past_drafts.remove(name)),
        Some(Key::Step(..)) => drop(app.steps.remove(name)),
        Some(Key::Ledger(id)) => drop(app.ledgers.remove(&id)),
        _ => {}
    }
}

/// Says whether an entry of an archive would bring something that is not there.
pub fn is_absent(app: &App, name: &str) -> bool {
    let is_there = match &Key::parse(name) {
        Some(Key::Contact(did)) => app.contacts.contains_key(did),
        Some(Key::Invitation(did)) => app.invitations.contains_key(did),
        Some(Key::Draft(id, stage, slot)) => app.drafts.contains_key(&(*id, *stage, *slot)),
        Some(Key::PastDraft(..)) => app.past_drafts.contains_key(name),
        Some(Key::Step(..)) => app.steps.contains_key(name),
        Some(Key::Rules(hash)) => app.shelf.book(hash).is_some(),
        Some(Key::Ledger(id)) => app.ledgers.contains_key(id),
        Some(Key::Archived(id)) => app.archived.contains_key(id) || app.dossiers.contains_key(id),
        // The person is restored by their passphrase, and the rest describes a device or is unknown.
        _ => true,
    };
    !is_there
}

/// Puts an entry of an archive in place, unless there is one already.
pub fn put_if_absent(app: &mut App, name: &str, text: &str, effects: &mut Effects) {
    let key = Key::parse(name);
    if let Some(key) = key.filter(|_| is_absent(app, name))
        && !is_put_away(app, &key, text, effects)
        && read_other(app, &key, text).is_some()
    {
        effects.put(key, text.to_string());
    }
}

/// Puts a draft of a dossier that is here among those that can be taken up again: something newer may have been
/// signed since it was written. Says whether the entry is such a draft.
fn is_put_away(app: &mut App, key: &Key, text: &str, effects: &mut Effects) -> bool {
    let Key::Draft(id, stage, slot) = *key else {
        return false;
    };
    let Some(draft) = read_draft(text).filter(|_| app.dossiers.contains_key(&id)) else {
        return false;
    };
    let place = (id, stage, slot);
    let says_the_same = |text: &str| read_draft(text).is_some_and(|known| known.document == draft.document);
    let known = undo::of(app, place);
    if !known.iter().any(|(name, _)| app.past_drafts.get(*name).is_some_and(|text| says_the_same(text))) {
        undo::put(app, place, &draft, effects);
        app.page.undo = None;
    }
    true
}
