//! Keeping what there is, outside of the browser too: the file with everything and the proof that it can
//! be read, archives of what is finished, the room that is left, and removing.

use crate::app::context::Context;
use crate::app::duties::turn::ask;
use crate::app::effect::{Effect, Effects, Secret, VaultFault};
use crate::app::key::Key;
use crate::app::library::summary::Summary;
use crate::app::library::{self, Backup, LastBackup, Library, Me, Stub, entries, uncounted};
use crate::app::moment::World;
use crate::app::route::Route;
use crate::app::settings::Settings;
use crate::app::task::Ask;
use crate::app::window;
use crate::domain::date::iso;
use crate::domain::document::Path;
use crate::domain::stage::Party;
use crate::json::{object, set, text};
use crate::seal::archive::{self, Archive};
use crate::seal::canonical::{Hash, written};
use crate::seal::dossier::Dossier;
use crate::seal::key::{Seed, SigningKey};
use crate::seal::record::Record;
use crate::seal::strict;
use crate::storage::{Change, ROOM};
use crate::table::Table;
use serde_json::Value;

/// From how many hundredths of the room on one is warned.
const WARN: usize = 80;
/// The name of the input for the passphrase.
pub const PASSPHRASE: &str = "keep-passphrase";
/// The name of the input in which a removal is confirmed.
pub const CONFIRM: &str = "keep-confirm";

/// The buttons of the page of keeping.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Press {
    /// Give the person everything as a file.
    SaveAll,
    /// Give the person what is finished as a file.
    SaveFinished,
    /// Open the key of the file that was read, with the passphrase that was typed.
    Prove,
    /// Remove what is finished and stands in the file that was read.
    RemoveFinished,
    /// Remove everything of this person.
    RemoveAll,
    /// Give the person what was set aside as a file.
    SaveAside,
    /// Remove what was set aside.
    RemoveAside,
}

/// What was done on the open page.
#[derive(Clone, Debug, Default)]
pub struct Trial {
    /// What stands in the files that were read, by the ids of records and the names of entries.
    records: Table<Hash, ()>,
    entries: Table<String, String>,
    /// How many files were read, archives included.
    pub files: usize,
    /// Whether the newest file that was chosen here is told of among those that came in; `None` before one was.
    pub told: Option<bool>,
    /// Whether the key of the file was opened.
    pub is_proven: bool,
    /// Whether a key is being opened.
    pub is_busy: bool,
    /// Why the key of the file could not be opened.
    pub fault: Option<VaultFault>,
    /// What stood in the newest file with everything that was given out.
    saved: Option<Hash>,
    /// What stood in the newest file with what was set aside.
    aside_saved: Option<Hash>,
    /// Whether a removal was asked for with the wrong word.
    pub is_unconfirmed: bool,
    /// The passphrase, as typed.
    pub passphrase: Secret,
    /// The word that confirms a removal, as typed.
    pub confirm: String,
    ticket: u32,
}

/// What a file that was read lacks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Lacks {
    /// Whether it lacks the key of this person.
    pub key: bool,
    /// How many records it lacks.
    pub records: usize,
    /// How many drafts and other entries it lacks, or has otherwise.
    pub entries: usize,
}

/// Gives how many hundredths of the room are used.
pub fn share(used: usize) -> usize {
    (used * 100 / ROOM).min(100)
}

/// Says whether one has to be warned that little room is left.
pub fn is_tight(used: usize) -> bool {
    share(used) >= WARN
}

/// Counts the records of all dossiers.
pub fn count(library: &Library) -> usize {
    library.dossiers.count_records()
}

/// Counts the records that came since everything was saved: at least one when they are others than then.
pub fn unsaved(library: &Library) -> usize {
    let Some(kept) = &library.last_backup else {
        return count(library);
    };
    if kept.mark == Some(library.dossiers.mark()) {
        return 0;
    }
    count(library).saturating_sub(kept.records).max(usize::from(kept.mark.is_some()))
}

/// Gives what stands for everything that a complete backup holds.
fn everything(library: &Library) -> Hash {
    let mut entries = entries::entries(library);
    // Of the person only the key matters: that a backup was checked is no change.
    entries.retain(|(name, _)| name != "me");
    entries.push((
        library.dossiers.mark().key(),
        library.me.as_ref().map_or(String::new(), |me| me.sealed.clone()),
    ));
    entries::hash_of(&entries)
}

/// Says whether the newest file that was given out on this page holds everything that there is now.
pub fn is_saved(trial: &Trial, library: &Library) -> bool {
    trial.saved.is_some_and(|saved| saved == everything(library))
}

/// Says the same of the file with what was set aside.
pub fn is_aside_saved(trial: &Trial, library: &Library) -> bool {
    trial.aside_saved.is_some_and(|saved| saved == Hash::of(&quarantined(library)))
}

/// Gives all that was set aside, and the records that never count.
fn quarantined(library: &Library) -> Value {
    let mut all = object([]);
    for (name, value) in library.quarantine.iter() {
        set(&mut all, name, text(value));
    }
    for record in library.dossiers.which(has_uncounted).flat_map(uncounted) {
        set(&mut all, &Key::Record(record.id()).name(), text(record.text()));
    }
    all
}

fn has_uncounted(summary: &Summary) -> bool {
    summary.marks.has_uncounted
}

/// Lists the dossiers in which nothing is left to do.
pub fn finished(library: &Library) -> Vec<&Dossier> {
    let is_over = |ask| matches!(ask, Ask::Done | Ask::Closed | Ask::Beside);
    let dossiers = library.dossiers.which(move |summary| is_over(summary.ask));
    dossiers.filter(|dossier| is_over(ask(library, dossier))).collect()
}

/// Lists the finished dossiers that stand, whole, in the files that were read.
pub fn removable(trial: &Trial, library: &Library) -> Vec<Hash> {
    let is_kept =
        |(name, text): &(String, String)| trial.entries.get(name).is_some_and(|there| is_same(there, text));
    let beside = entries::beside(library);
    let stands = |dossier: &&Dossier| {
        dossier.records().all(|record| trial.records.contains_key(&record.id()))
            && beside.get(&dossier.id()).is_none_or(|entries| entries.iter().all(is_kept))
    };
    finished(library).into_iter().filter(stands).map(Dossier::id).collect()
}

/// Compares what the app holds with the files that were read. `None` before one was that is more than an
/// archive of dossiers.
pub fn lacks(trial: &Trial, library: &Library) -> Option<Lacks> {
    let is_archive = !trial.entries.contains_key("me") && !removable(trial, library).is_empty();
    (trial.files > 0 && !is_archive).then_some(())?;
    let mine = library.me.as_ref()?;
    let records = library.dossiers.values().flat_map(Dossier::records);
    let is_missing = |record: &&Record| !trial.records.contains_key(&record.id());
    let differs = |(name, text): &&(String, String)| {
        // The state of the backup, and what was sent, may have changed since; the key may not.
        let is_own = name == "me" || name.starts_with("l/");
        match trial.entries.get(name) {
            Some(there) => !is_own && !is_same(there, text),
            None => true,
        }
    };
    Some(Lacks {
        key: key_of(trial).is_none_or(|me| me.card.did != mine.card.did || me.sealed != mine.sealed),
        records: records.filter(is_missing).count(),
        entries: entries::entries(library).iter().filter(differs).count(),
    })
}

fn is_same(one: &str, other: &str) -> bool {
    match (strict::parse(one), strict::parse(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Gives the person whose key stands in the files that were read.
fn key_of(trial: &Trial) -> Option<Me> {
    let text = trial.entries.get("me")?;
    strict::parse(text).ok().as_ref().and_then(library::me_from_json)
}

/// Puts typed text in place; says whether it was for this page.
pub fn type_in(trial: &mut Trial, path: &Path, text: &str) -> bool {
    match path.field() {
        PASSPHRASE => trial.passphrase.0 = text.to_string(),
        CONFIRM => trial.confirm = text.to_string(),
        _ => return false,
    }
    true
}

/// Carries out a button.
pub fn press(trial: &mut Trial, press: Press, is_emptied: bool, world: &World, cx: &mut Context) {
    match press {
        Press::SaveAll => {
            save_all(trial, cx.library, cx.effects);
            if let Some(me) = cx.library.me.as_mut().filter(|me| me.backup == Backup::None) {
                me.backup = Backup::Unchecked;
                cx.effects.put(Key::Me, library::me_to_json(me));
            }
        }
        Press::SaveFinished => {
            // What is written beside the records goes with them, and the number of letters that were sent.
            let finished = finished(cx.library);
            let beside = entries::beside(cx.library);
            let entries = finished.iter().filter_map(|dossier| beside.get(&dossier.id()));
            let entries: Vec<_> = entries.flatten().cloned().collect();
            download("paraf-arsip", archive::write(&entries, &finished), cx.effects);
        }
        Press::Prove => prove(trial, cx),
        Press::RemoveFinished if is_confirmed(trial, cx) => {
            let beside = entries::beside(cx.library);
            for id in removable(trial, cx.library) {
                remove(cx.library, &id, beside.get(&id).map_or(&[], Vec::as_slice), cx.effects);
            }
            cx.effects.focus("heading");
        }
        Press::RemoveAll if is_confirmed(trial, cx) && is_saved(trial, cx.library) => {
            cx.effects.store(Change::Clear);
            if is_emptied {
                cx.effects.push(Effect::Claim(window::mark(world)));
            }
            cx.library.drafts.clear();
            cx.effects.push(Effect::Close);
            cx.effects.go(Route::Home);
        }
        Press::SaveAside => {
            let all = quarantined(cx.library);
            cx.effects.download("paraf-disisihkan.json".into(), written(&all));
            trial.aside_saved = Some(Hash::of(&all));
        }
        Press::RemoveAside if is_confirmed(trial, cx) && is_aside_saved(trial, cx.library) => {
            for name in cx.library.quarantine.keys() {
                cx.effects.store(Change::Delete(name.clone()));
            }
            cx.library.quarantine.clear();
            let ids: Vec<Hash> = cx.library.dossiers.which(has_uncounted).map(Dossier::id).collect();
            for id in ids {
                let Some(dossier) = cx.library.dossiers.get_mut(&id) else {
                    continue;
                };
                let removed: Vec<Hash> = uncounted(dossier).map(Record::id).collect();
                removed.iter().for_each(|id| cx.effects.delete(Key::Record(*id)));
                dossier.forget(&removed);
            }
            cx.effects.focus("heading");
        }
        _ => {
            trial.is_unconfirmed = true;
            cx.effects.focus(CONFIRM);
        }
    }
}

/// Gives the person everything as one file, or as several where it is much.
pub fn save_all(trial: &mut Trial, library: &Library, effects: &mut Effects) {
    let dossiers: Vec<&Dossier> = library.dossiers.values().collect();
    download("paraf-cadangan", archive::write(&entries::entries(library), &dossiers), effects);
    trial.saved = Some(everything(library));
}

/// Stores everything that the page holds again, in a storage that was emptied.
pub fn store_again(library: &Library, settings: Settings, world: &World, effects: &mut Effects) {
    effects.push(Effect::Claim(window::mark(world)));
    for record in library.dossiers.values().flat_map(Dossier::records) {
        effects.put(Key::Record(record.id()), record.text().to_string());
    }
    // For a file the person is written without what belongs to this device alone.
    for (name, text) in entries::entries(library).into_iter().filter(|(name, _)| name != "me") {
        effects.store(Change::Put { name, text });
    }
    if let Some(me) = &library.me {
        effects.put(Key::Me, library::me_to_json(me));
    }
    if let Some(kept) = &library.last_backup {
        effects.put(Key::LastBackup, library::last_backup_to_json(kept));
    }
    for (name, text) in library.quarantine.iter() {
        effects.store(Change::Put { name: name.clone(), text: text.clone() });
    }
    effects.put(Key::Settings, settings.to_json());
}

fn download(name: &str, parts: Vec<String>, effects: &mut Effects) {
    let all = parts.len();
    for (index, text) in parts.into_iter().enumerate() {
        let number = if all > 1 {
            ["-", &(index + 1).to_string(), "-dari-", &all.to_string()].concat()
        } else {
            String::new()
        };
        effects.download([name, &number, ".json"].concat(), text);
    }
}

/// Says whether the word that confirms was typed.
fn is_confirmed(trial: &mut Trial, cx: &mut Context) -> bool {
    let typed = std::mem::take(&mut trial.confirm);
    let fits = typed.trim().to_uppercase() == cx.lang.texts().keep.confirm_word;
    trial.is_unconfirmed = !fits;
    cx.page.layout += 1;
    fits
}

/// Removes a dossier from the browser and remembers that there was one.
fn remove(library: &mut Library, id: &Hash, entries: &[(String, String)], effects: &mut Effects) {
    let was_fresh = unsaved(library) == 0;
    let Some(dossier) = library.dossiers.remove(id) else {
        return;
    };
    let me = library.me.as_ref().map(|me| me.card.did.clone());
    let other = me.and_then(|me| dossier.side_of(&me)).map_or(Party::Employee, Party::other);
    let day = iso(library.now.local().0);
    let other = dossier.card(other).and_then(|card| dossier.person(&card.did, &day, None));
    let stub = Stub {
        name: other.map_or(String::new(), |person| person.name().to_string()),
        school: other.map_or(String::new(), |person| person.school().to_string()),
        period: dossier.genesis().map_or(String::new(), |genesis| genesis.period.clone()),
        at: library.now.stamp(),
        beside: Some(entries::hash_of(entries)),
        is_back: false,
    };
    effects.delete(Key::Summary(*id));
    // It is remembered before it is removed, so that a tab that ends in between loses nothing unseen.
    effects.put(Key::Archived(*id), library::stub_to_json(&stub));
    library.archived.insert(*id, stub);
    for record in dossier.records() {
        effects.delete(Key::Record(record.id()));
    }
    for (name, _) in entries {
        entries::forget(library, name);
        effects.store(Change::Delete(name.clone()));
    }
    let left = library.dossiers.mark();
    if let Some(kept) = &mut library.last_backup {
        kept.records = kept.records.saturating_sub(dossier.records().count());
        if was_fresh {
            kept.mark = Some(left);
        }
        effects.put(Key::LastBackup, library::last_backup_to_json(kept));
    }
}

/// Looks at a file of the own backup, to see that it can be read. Nothing is taken in. Says whether the key in it is the
/// one that is used.
pub fn read_back(trial: &mut Trial, archive: Archive, cx: &mut Context) -> bool {
    trial.files += 1;
    trial.is_proven = false;
    for record in archive.dossiers.iter().flat_map(|(_, records)| records) {
        trial.records.insert(record.id(), ());
    }
    for (name, text) in archive.entries {
        trial.entries.insert(name, text);
    }
    let has_key = key_of(trial).is_some_and(|me| note_key(&me, cx));
    if lacks(trial, cx.library) == Some(Lacks::default()) {
        remember(cx.library, cx.effects);
    }
    cx.page.layout += 1;
    has_key
}

/// Remembers that the own key stands in a file that was read back; says whether it is the one that is used.
pub fn note_key(there: &Me, cx: &mut Context) -> bool {
    let is_same = |me: &&mut Me| me.card.did == there.card.did && me.sealed == there.sealed;
    let Some(me) = cx.library.me.as_mut().filter(is_same) else {
        return false;
    };
    me.backup = Backup::Checked;
    cx.effects.put(Key::Me, library::me_to_json(me));
    cx.effects.store(Change::ForgetOld);
    true
}

/// Remembers that everything there is stands in a file that was read back.
pub fn remember(library: &mut Library, effects: &mut Effects) {
    let kept =
        LastBackup { at: library.now.stamp(), records: count(library), mark: Some(library.dossiers.mark()) };
    effects.put(Key::LastBackup, library::last_backup_to_json(&kept));
    library.last_backup = Some(kept);
}

fn prove(trial: &mut Trial, cx: &mut Context) {
    if let (Some(me), false) = (key_of(trial), trial.is_busy) {
        trial.fault = None;
        (trial.ticket, trial.is_busy) = (cx.page.next_ticket(), true);
        let passphrase = trial.passphrase.clone();
        cx.effects.push(Effect::Unseal { ticket: trial.ticket, passphrase, sealed: me.sealed });
    }
}

/// Takes the key of the file that was read. Says whether it was asked for here.
pub fn proved(trial: &mut Trial, ticket: u32, result: &Result<Seed, VaultFault>, cx: &mut Context) -> bool {
    if !trial.is_busy || trial.ticket != ticket {
        return false;
    }
    let mine = cx.library.me.as_ref().map(|me| me.card.did.clone());
    let opens = result.as_ref().is_ok_and(|seed| Some(SigningKey::from_seed(seed).did()) == mine.as_ref());
    trial.is_busy = false;
    trial.passphrase = Secret::default();
    trial.is_proven = opens;
    trial.fault = (!opens).then(|| result.as_ref().err().copied().unwrap_or(VaultFault::Wrong));
    cx.page.layout += 1;
    cx.effects.focus("proof");
    cx.effects.render();
    true
}
