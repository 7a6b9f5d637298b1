//! What is stored under which key, and how it is read back. Everything read is untrusted: records
//! are verified again, and what cannot be read is set aside, never overwritten.

use super::App;
use super::aside;
use super::effect::{Effects, Rule};
use super::receipts::{self, Receipt};
use super::shelf::Book;
use super::writing::Slot;
use crate::domain::document::Document;
use crate::domain::stage::Stage;
use crate::json::{object, text};
use crate::lang::Lang;
use crate::seal::bundle;
use crate::seal::canonical::{Hash, written};
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::key::Did;
use crate::seal::letter::Invitation;
use crate::seal::record::Record;
use crate::seal::strict;
use crate::table::Table;
use serde_json::{Map, Value};

/// The prefix of all keys, so that other pages of the same host are left alone.
pub const PREFIX: &str = "paraf.v1/";

/// What is stored.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Key {
    /// A record, as received. Never changed once written.
    Record(Hash),
    /// An unsigned draft.
    Draft(Hash, Stage, Slot),
    /// A draft that was put aside at this time.
    Aside(Hash, Stage, Slot, String),
    /// The person of this app with their sealed key.
    Me,
    /// Somebody met, with their pinned key.
    Contact(Did),
    /// An invitation that came in.
    Invitation(Did),
    /// What was sent and received for a dossier.
    Ledger(Hash),
    /// What was typed for a step beside the stages and is not signed yet, under the name of the step.
    Step(Hash, String),
    /// A rule pack that was taken in.
    Rules(Hash),
    /// Settings.
    Settings,
    /// An entry that could not be read, under its old key.
    SetAside(String),
}

impl Key {
    /// Writes the key as it stands in the storage.
    pub fn name(&self) -> String {
        let rest = match self {
            Key::Record(id) => ["r/", &id.key()].concat(),
            Key::Draft(id, stage, slot) => ["d/", &id.key(), "/", stage.code(), slot.code()].concat(),
            Key::Aside(id, stage, slot, at) => {
                ["a/", &id.key(), "/", stage.code(), "/", at, slot.code()].concat()
            }
            Key::Me => "me".into(),
            Key::Contact(did) => ["p/", did.as_str()].concat(),
            Key::Invitation(did) => ["i/", did.as_str()].concat(),
            Key::Ledger(id) => ["l/", &id.key()].concat(),
            Key::Step(id, step) => ["c/", &id.key(), "/", step].concat(),
            Key::Rules(hash) => ["u/", &hash.key()].concat(),
            Key::Settings => "set".into(),
            Key::SetAside(old) => ["q/", old].concat(),
        };
        [PREFIX, &rest].concat()
    }

    /// Reads a key of the storage.
    pub fn parse(name: &str) -> Option<Key> {
        let rest = name.strip_prefix(PREFIX)?;
        let (kind, rest) = rest.split_once('/').unwrap_or((rest, ""));
        match kind {
            "r" => Hash::from_key(rest).map(Key::Record),
            "d" => {
                let mut parts = rest.splitn(3, '/');
                let dossier = Hash::from_key(parts.next()?)?;
                let stage = Stage::from_code(parts.next()?)?;
                let slot = if parts.next() == Some("reply") { Slot::Reply } else { Slot::Document };
                Some(Key::Draft(dossier, stage, slot))
            }
            "a" => aside::key(rest),
            "me" => Some(Key::Me),
            "p" => Did::parse(rest).map(Key::Contact),
            "i" => Did::parse(rest).map(Key::Invitation),
            "l" => Hash::from_key(rest).map(Key::Ledger),
            "c" => {
                let (id, step) = rest.split_once('/')?;
                Some(Key::Step(Hash::from_key(id)?, step.to_string()))
            }
            "u" => Hash::from_key(rest).map(Key::Rules),
            "set" => Some(Key::Settings),
            "q" => Some(Key::SetAside(rest.to_string())),
            _ => None,
        }
    }
}

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
}

/// Whether the key would survive the loss of this browser.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
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
    /// What others are known to have.
    pub receipts: Vec<Receipt>,
    /// The own records that were sent and are not known to have arrived, each with the number of the
    /// newest letter of the other side that was known then.
    pub sent: Vec<(Hash, u64)>,
}

/// Unsigned work.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// Counts the writes; the one in the storage must be the one that was read.
    pub revision: u64,
    /// The time of the last write.
    pub saved_at: String,
    /// The work.
    pub document: Document,
    /// Whether it differs from what is stored.
    pub dirty: bool,
}

/// Forgets drafts and invitations that another tab removed, unless they hold something that is not
/// stored.
pub fn forget_removed(app: &mut App, entries: &[(String, String)]) {
    if app.health == super::Health::Blocked {
        return;
    }
    let is_gone = |key: &Key| {
        let name = key.name();
        !app.unsaved.contains_key(&name) && !entries.iter().any(|(known, _)| *known == name)
    };
    let drafts = app.drafts.iter().filter(|(_, draft)| !draft.dirty && draft.revision > 0);
    let drafts: Vec<_> = drafts
        .map(|(place, _)| *place)
        .filter(|place| is_gone(&Key::Draft(place.0, place.1, place.2)))
        .collect();
    let dids: Vec<Did> =
        app.invitations.keys().filter(|did| is_gone(&Key::Invitation((*did).clone()))).cloned().collect();
    for place in drafts {
        app.drafts.remove(&place);
    }
    for did in dids {
        app.invitations.remove(&did);
    }
    aside::forget_removed(app, entries);
}

/// Reads all entries into the app. Records come first, the rest of them keep their own place.
pub fn load(app: &mut App, entries: Vec<(String, String)>, effects: &mut Effects) {
    app.set_aside = 0;
    let mut records: Table<Hash, Vec<Record>> = Table::new();
    for (name, value) in entries {
        let Some(key) = Key::parse(&name) else {
            continue;
        };
        // What could not be stored is newer in memory than in the storage.
        if app.unsaved.contains_key(&name) {
            continue;
        }
        let known = match &key {
            Key::Record(id) => {
                let loaded = app.dossiers.values().any(|dossier| dossier.record(id).is_some());
                loaded
                    || read_record(id, &value)
                        .map(|record| records.or_insert_with(record.dossier(), Vec::new).push(record))
                        .is_some()
            }
            Key::SetAside(_) => {
                app.set_aside += 1;
                true
            }
            _ => read_other(app, &key, &value).is_some(),
        };
        if !known {
            app.set_aside += 1;
            let old = name.strip_prefix(PREFIX).unwrap_or(&name).to_string();
            // The entry itself is removed once its copy is known to be there.
            effects.write(Key::SetAside(old), value, Rule::IfAbsent);
        }
    }
    for (id, records) in records {
        app.dossiers.or_insert_with(id, || Dossier::assemble(id, [])).merge(records);
    }
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
                receipts: receipts::receipts_from_json(value.get("receipts")),
                sent: receipts::sent_from_json(value.get("sent")),
            };
            app.ledgers.insert(*id, ledger);
        }
        Key::Settings => app.lang = Lang::from_code(value.get("lang")?.as_str()?)?,
        Key::Draft(dossier, stage, slot) => {
            let draft = draft_from_json(&value)?;
            let place = (*dossier, *stage, *slot);
            let newer_here = app.drafts.get(&place).is_some_and(|here| here.dirty);
            if !newer_here {
                app.drafts.insert(place, draft);
            }
        }
        Key::Aside(..) => {
            draft_from_json(&value)?;
            app.asides.insert(key.name(), text.to_string());
        }
        Key::Step(..) => {
            step_from_json(&value)?;
            app.steps.insert(key.name(), text.to_string());
        }
        Key::Record(_) | Key::Invitation(_) | Key::Rules(_) | Key::SetAside(_) => {}
    }
    Some(())
}

/// Writes a person with their sealed key; also the content of a key backup file.
pub fn me_to_json(me: &Me) -> String {
    let sealed = strict::parse(&me.sealed).unwrap_or(Value::Null);
    let backup = match me.backup {
        Backup::None => "none",
        Backup::Unchecked => "unchecked",
        Backup::Checked => "checked",
    };
    written(&object([
        ("card", me.card.to_json()),
        ("sealed", sealed),
        ("employee", me.as_employee.into()),
        ("superior", me.as_superior.into()),
        ("backup", text(backup)),
    ]))
}

/// Reads a person with their sealed key.
pub fn me_from_json(value: &Value) -> Option<Me> {
    Some(Me {
        card: Card::from_json(value.get("card")?)?,
        sealed: value.get("sealed").filter(|sealed| sealed.is_object()).map(written)?,
        as_employee: value.get("employee")?.as_bool()?,
        as_superior: value.get("superior")?.as_bool()?,
        backup: match value.get("backup")?.as_str()? {
            "checked" => Backup::Checked,
            "unchecked" => Backup::Unchecked,
            _ => Backup::None,
        },
    })
}

/// Writes somebody met.
pub fn contact_to_json(contact: &Contact) -> String {
    let matched = contact.matched.as_ref().map_or(Value::Null, |at| text(at));
    written(&object([("card", contact.card.to_json()), ("matched", matched)]))
}

/// Writes what was sent and received.
pub fn ledger_to_json(ledger: &Ledger) -> String {
    written(&object([
        ("counter", ledger.counter.into()),
        ("seen", seen_to_json(&ledger.seen)),
        ("letter", text(&ledger.letter)),
        ("unsent", ledger.unsent.into()),
        ("receipts", receipts::receipts_to_json(&ledger.receipts)),
        ("sent", receipts::sent_to_json(&ledger.sent)),
    ]))
}

fn seen_to_json(seen: &Table<Did, u64>) -> Value {
    let one = |(from, counter): (&Did, &u64)| {
        object([("from", text(from.as_str())), ("counter", (*counter).into())])
    };
    Value::Array(seen.iter().map(one).collect())
}

/// Reads the numbers seen. What is missing costs only that an old file is called known, not old.
fn seen_from_json(value: &Value) -> Table<Did, u64> {
    let mut seen = Table::new();
    for one in value.as_array().into_iter().flatten() {
        let from = one.get("from").and_then(Value::as_str).and_then(Did::parse);
        if let (Some(from), Some(counter)) = (from, one.get("counter").and_then(Value::as_u64)) {
            seen.insert(from, counter);
        }
    }
    seen
}

/// Writes a draft.
pub fn draft_to_json(draft: &Draft) -> String {
    written(&object([
        ("rev", draft.revision.into()),
        ("saved_at", text(&draft.saved_at)),
        ("data", draft.document.to_json()),
    ]))
}

/// Reads a draft.
pub fn draft_from_json(value: &Value) -> Option<Draft> {
    Some(Draft {
        revision: value.get("rev")?.as_u64()?,
        saved_at: value.get("saved_at")?.as_str()?.to_string(),
        document: Document::from_json(value.get("data")?).ok()?,
        dirty: false,
    })
}

/// How the names of questions of steps begin; no stored member has such a name.
const ASKED: &str = "case-";

/// Writes what was typed for a step.
pub fn step_to_json(answers: &Document) -> String {
    let mut stored = Document::default();
    for (name, answer) in answers.answers() {
        stored.put(name.trim_start_matches(ASKED), answer.clone());
    }
    written(&stored.to_json())
}

/// Reads what was typed for a step.
pub fn step_from_json(value: &Value) -> Option<Document> {
    let mut answers = Document::default();
    for (name, answer) in Document::from_json(value).ok()?.answers() {
        answers.put(&[ASKED, name].concat(), answer.clone());
    }
    Some(answers)
}

/// Writes the settings.
pub fn settings_to_json(lang: Lang) -> String {
    written(&object([("lang", text(lang.code()))]))
}

/// Writes everything the app holds in memory as one file, for the case that the storage fails: all
/// dossiers, drafts and the sealed key.
pub fn rescue_file(app: &App) -> String {
    let mut members = Map::new();
    let mut keep = |name: String, text: String| {
        members.insert(name, strict::parse(&text).unwrap_or(Value::String(text)));
    };
    if let Some(me) = &app.me {
        keep(Key::Me.name(), me_to_json(me));
    }
    for (did, contact) in app.contacts.iter() {
        keep(Key::Contact(did.clone()).name(), contact_to_json(contact));
    }
    for ((dossier, stage, slot), draft) in app.drafts.iter() {
        keep(Key::Draft(*dossier, *stage, *slot).name(), draft_to_json(draft));
    }
    for (name, text) in app.asides.iter().chain(app.steps.iter()) {
        keep(name.clone(), text.clone());
    }
    for book in app.shelf.books().iter().filter(|book| book.is_own) {
        keep(Key::Rules(book.hash).name(), book.text.clone());
    }
    for dossier in app.dossiers.values() {
        keep(Key::Ledger(dossier.id()).name(), bundle::write(dossier, None));
    }
    written(&Value::Object(members))
}
