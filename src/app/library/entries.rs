//! What is stored under which key, and how it is read back. Everything read is untrusted: records
//! are verified again, and what cannot be read is set aside, never overwritten.

use crate::app::effect::Effects;
use crate::app::key::{Form, Key};
use crate::app::library::dossiers::NAME;
use crate::app::library::rule_packs::RulePack;
use crate::app::library::summary::{Stored, Summary};
use crate::app::library::text::{
    contact_to_json, draft_to_json, last_backup_from_json, ledger_to_json, me_from_json, me_to_file,
    read_draft, seen_from_json, stub_from_json, stub_to_json,
};
use crate::app::library::{Contact, Ledger, Library, drafts, receipts};
use crate::seal::archive::Archive;
use crate::seal::canonical::{Hash, written};
use crate::seal::card::Card;
use crate::seal::key::Did;
use crate::seal::letter::Invitation;
use crate::seal::record::{DEPTH_MAX, Record};
use crate::seal::strict;
use crate::storage::{Change, opened};
use crate::table::Table;
use serde_json::Value;

/// Reads all entries into the library; of dossiers only what lists say of them. Gives those that are of the device, or
/// of somebody who is not known yet.
pub fn load(
    library: &mut Library,
    entries: Vec<(String, String)>,
    effects: &mut Effects,
) -> Vec<(Key, Value)> {
    let mut records: Table<String, Option<String>> = Table::new();
    let mut summaries = Vec::new();
    let mut beside = Vec::new();
    for (name, value) in entries {
        if name.starts_with(RECORD) {
            records.insert(name, Some(value));
            continue;
        }
        // Reading the key of a person costs, and it stands in the text once more.
        let contact = name.strip_prefix(CONTACT).and_then(|did| read_contact(did, &value));
        if let Some((did, contact)) = contact {
            library.contacts.insert(did, contact);
            continue;
        }
        let Some(key) = Key::parse(&name) else {
            // It may be of a newer version of the app: shown, and left where it is.
            library.quarantine.insert(name, value);
            continue;
        };
        let known = match &key {
            Key::Summary(id) => {
                summaries.extend(Summary::read(&value).map(|stored| (*id, stored)));
                // What cannot be read is made anew.
                true
            }
            Key::Quarantined(_) => {
                library.quarantine.insert(name.clone(), value.clone());
                true
            }
            Key::Setup | Key::Settings => {
                strict::parse(&value).ok().map(|value| beside.push((key.clone(), value))).is_some()
            }
            _ => read_other(library, &key, &value).is_some(),
        };
        if !known {
            put_in_quarantine(library, name, value, effects);
        }
    }
    for (id, stored) in summaries {
        shelve(library, &mut records, id, stored);
    }
    for (name, value) in records.into_iter().filter_map(|(name, value)| Some((name, value?))) {
        match owner(&name, &value) {
            Some(id) => library.dossiers.shelve_one(id, name, value),
            None if Key::parse(&name).is_none() => {
                let text = opened(&name, value);
                library.quarantine.insert(name, text);
            }
            None => {
                let text = opened(&name, value);
                put_in_quarantine(library, name, text, effects);
            }
        }
    }
    beside
}

/// How the names of records begin.
const RECORD: &str = "r/";
/// How those of people begin.
const CONTACT: &str = "p/";

fn read_contact(did: &str, text: &str) -> Option<(Did, Contact)> {
    let value = strict::parse(text).ok()?;
    let card = Card::from_json(value.get("card")?).filter(|card| card.did.as_str() == did)?;
    let matched = value.get("matched").and_then(Value::as_str).map(str::to_string);
    Some((card.did.clone(), Contact { card, matched }))
}

/// Puts the records of a dossier together by what lists say of it. That holds only as long as all of them are there.
fn shelve(library: &mut Library, records: &mut Table<String, Option<String>>, id: Hash, stored: Stored) {
    let mut found = Vec::new();
    let mut is_whole = true;
    for start in stored.names.as_bytes().chunks(NAME) {
        let Some(start) = std::str::from_utf8(start).ok().filter(|start| start.len() == NAME) else {
            is_whole = false;
            continue;
        };
        let start = [RECORD, start].concat();
        let there = records.first_from(start.as_str()).filter(|(name, _)| name.starts_with(&start));
        match there.and_then(|(name, value)| Some((name.clone(), value.take()?))) {
            Some(entry) => found.push(entry),
            None => is_whole = false,
        }
    }
    if !found.is_empty() {
        let summary = stored.summary.filter(|_| is_whole);
        library.dossiers.shelve(id, found, summary.map(|summary| (summary, stored.mark)));
    }
}

/// Gives the dossier that a stored record names, which is verified only later. A first record names none: it is the
/// dossier.
fn owner(name: &str, stored: &str) -> Option<Hash> {
    let Some(Key::Record(id)) = Key::parse(name) else {
        return None;
    };
    let value =
        strict::parse_within(&opened(name, stored.to_string()), DEPTH_MAX, strict::MAX_VALUES).ok()?;
    match value.get("dossier") {
        Some(named) => Hash::parse(named.as_str()?),
        None => Some(id),
    }
}

/// Sets aside what turned out to be no record when its dossier was read.
pub fn settle(library: &mut Library, effects: &mut Effects) {
    for (name, text) in library.dossiers.take_damaged() {
        put_in_quarantine(library, name, text, effects);
        effects.render();
    }
}

/// Sets aside what cannot be read.
fn put_in_quarantine(library: &mut Library, name: String, value: String, effects: &mut Effects) {
    let copy = crate::storage::quarantined(&name, &value);
    library.quarantine.insert(copy.clone(), value);
    effects.store(Change::Quarantine { name, copy });
}

fn read_record(id: &Hash, text: &str) -> Option<Record> {
    Record::read(text).ok().filter(|record| record.id() == *id)
}

fn read_other(library: &mut Library, key: &Key, text: &str) -> Option<()> {
    if let Key::Invitation(did) = key {
        let invitation = Invitation::read(text).ok().filter(|letter| letter.card.did == *did)?;
        library.invitations.insert(did.clone(), invitation);
        return Some(());
    }
    if let Key::Rules(hash) = key {
        if library.rule_packs.by_hash(hash).is_none() {
            library.rule_packs.add(RulePack::open(text).filter(|book| book.hash == *hash)?);
        }
        return Some(());
    }
    let value = strict::parse(text).ok()?;
    match key {
        Key::Me => library.me = Some(me_from_json(&value)?),
        Key::Contact(did) => {
            let (did, contact) = read_contact(did.as_str(), text)?;
            library.contacts.insert(did, contact);
        }
        Key::Ledger(id) => {
            let ledger = Ledger {
                counter: value.get("counter")?.as_u64()?,
                seen: seen_from_json(value.get("seen")?),
                letter: value.get("letter")?.as_str()?.to_string(),
                unsent: value.get("unsent")?.as_bool()?,
                to_pass_on: value.get("pass_on").is_some(),
                is_handed_out: value.get("out").is_some(),
                receipts: receipts::receipts_from_json(value.get("receipts")),
                sent: receipts::sent_from_json(value.get("sent")),
            };
            library.ledgers.insert(*id, ledger);
        }
        Key::LastBackup => library.last_backup = Some(last_backup_from_json(&value)?),
        Key::Archived(id) => {
            library.archived.insert(*id, stub_from_json(&value)?);
        }
        Key::Draft(place) => {
            library.drafts.insert(*place, read_draft(place.1, text)?);
        }
        Key::PastDraft((_, form), _) => {
            read_draft(*form, text)?;
            library.past_drafts.insert(key.name(), text.to_string());
        }
        Key::Record(_)
        | Key::Summary(_)
        | Key::Invitation(_)
        | Key::Rules(_)
        | Key::Quarantined(_)
        | Key::Gone
        | Key::Setup
        | Key::Settings => {}
    }
    Some(())
}

/// Gives everything the app holds beside the records, as it is stored: the sealed key, people, drafts,
/// rules and what was sent. What was set aside is left out, because it may be anything.
pub fn entries(library: &Library) -> Vec<(String, String)> {
    let mut entries = Vec::new();
    let mut keep = |key: Key, text: String| entries.push((key.name(), text));
    if let Some(me) = &library.me {
        keep(Key::Me, me_to_file(me));
    }
    for (did, contact) in library.contacts.iter() {
        keep(Key::Contact(did.clone()), contact_to_json(contact));
    }
    for (did, invitation) in library.invitations.iter() {
        keep(Key::Invitation(did.clone()), invitation.text.clone());
    }
    for (place, draft) in library.drafts.iter() {
        keep(Key::Draft(*place), draft_to_json(place.1, draft));
    }
    for book in library.rule_packs.all().iter().filter(|book| book.is_own) {
        keep(Key::Rules(book.hash), book.text.to_string());
    }
    for (id, ledger) in library.ledgers.iter() {
        keep(Key::Ledger(*id), ledger_to_json(ledger));
    }
    for (id, stub) in library.archived.iter() {
        keep(Key::Archived(*id), stub_to_json(stub));
    }
    entries.extend(library.past_drafts.iter().map(|(name, text)| (name.clone(), text.clone())));
    entries
}

/// Gives those of the entries that belong to dossiers, each with its dossier: drafts, notes, what was sent.
pub fn beside(library: &Library) -> Table<Hash, Vec<(String, String)>> {
    let mut beside: Table<Hash, Vec<(String, String)>> = Table::new();
    for (name, text) in entries(library) {
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

/// Makes an archive of the entries of a profile. Records that cannot be trusted are left out.
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
pub fn forget(library: &mut Library, name: &str) {
    match Key::parse(name) {
        Some(Key::Draft(place)) => drop(library.drafts.remove(&place)),
        Some(Key::PastDraft(..)) => drop(library.past_drafts.remove(name)),
        Some(Key::Ledger(id)) => drop(library.ledgers.remove(&id)),
        _ => {}
    }
}

/// Says whether an entry of an archive would bring something that is not there.
pub fn is_absent(library: &Library, name: &str) -> bool {
    let is_there = match &Key::parse(name) {
        Some(Key::Contact(did)) => library.contacts.contains_key(did),
        Some(Key::Invitation(did)) => library.invitations.contains_key(did),
        Some(Key::Draft(place)) => library.drafts.contains_key(place),
        Some(Key::PastDraft(..)) => library.past_drafts.contains_key(name),
        Some(Key::Rules(hash)) => library.rule_packs.by_hash(hash).is_some(),
        Some(Key::Ledger(id)) => library.ledgers.contains_key(id),
        Some(Key::Archived(id)) => library.archived.contains_key(id) || library.dossiers.contains_key(id),
        // The person is restored by their passphrase, and the rest describes a device or is unknown.
        _ => true,
    };
    !is_there
}

/// Puts an entry of an archive in place, unless there is one already.
pub fn put_if_absent(library: &mut Library, name: &str, text: &str, effects: &mut Effects) {
    let key = Key::parse(name);
    if let Some(key) = key.filter(|_| is_absent(library, name))
        && !is_put_away(library, &key, text, effects)
        && read_other(library, &key, text).is_some()
    {
        effects.put(key, text.to_string());
    }
}

/// Puts a draft of a dossier that is here among those that can be taken up again: something newer may have been
/// signed since it was written. Says whether the entry is such a draft.
fn is_put_away(library: &mut Library, key: &Key, text: &str, effects: &mut Effects) -> bool {
    let Key::Draft(place @ (id, form @ Form::Stage(..))) = *key else {
        return false;
    };
    let Some(draft) = read_draft(form, text).filter(|_| library.dossiers.contains_key(&id)) else {
        return false;
    };
    let says_the_same =
        |text: &str| read_draft(form, text).is_some_and(|known| known.document == draft.document);
    let known = drafts::of(library, place);
    if !known.iter().any(|(name, _)| library.past_drafts.get(*name).is_some_and(|text| says_the_same(text))) {
        drafts::put(library, place, &draft, effects);
    }
    true
}
