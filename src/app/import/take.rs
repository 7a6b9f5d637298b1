//! What a file of Paraf brings: whose it is, what of it is new, and what is kept.

use crate::app::backup;
use crate::app::context::Context;
use crate::app::duties::{key_recovery, turn};
use crate::app::effect::Effects;
use crate::app::import::{Arrival, Beside, Import, Verdict};
use crate::app::key::Key;
use crate::app::library::people::{self, own};
use crate::app::library::{self, Ledger, Library, Me, entries, receipts, twins, uncounted};
use crate::app::profile::lock::Profile;
use crate::app::profile::setup;
use crate::app::route::Route;
use crate::domain::date::iso;
use crate::domain::stage::{Party, Stage};
use crate::seal::archive::Archive;
use crate::seal::bundle::{Bundle, FileFault, Parcel, RECORDS_MAX};
use crate::seal::canonical::Hash;
use crate::seal::dossier::{Dossier, Standing};
use crate::seal::key::Did;
use crate::seal::letter::{Handoff, Invitation};
use crate::seal::record::Record;
use crate::seal::strict;
use crate::storage::profiles_of;

/// The most records of a dossier that are kept though they do not count.
const UNCOUNTED_MAX: usize = 64;

/// How a bundle came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
    /// From anybody.
    File,
    /// In a file that is proven the person's own.
    Own,
    /// From anybody, and the person knows that it may begin a second dossier of the same people and period.
    Known,
}

/// Takes in a second dossier of the same people and period, which was held back, because the person says so.
pub fn keep_both(import: &mut Import, id: &Hash, is_full: bool, cx: &mut Context) {
    let is_it = |arrival: &Arrival| arrival.held.as_ref().is_some_and(|held| held.dossier == *id);
    let Some(place) = import.arrivals.iter().position(is_it) else {
        return;
    };
    let name = import.arrivals[place].name.clone();
    if let Some(bundle) = import.arrivals[place].held.take() {
        let done = |verdict| Arrival::of(name.as_deref(), verdict);
        import.arrivals[place] = take_bundle(is_full, *bundle, Way::Known, &done, cx);
    }
    cx.effects.focus("arrivals");
}

/// Takes in what a file of Paraf holds. A backup of the own key is no arrival: the key's own page says what
/// became of it.
pub(super) fn take_parcel(
    beside: &mut Beside,
    parcel: Parcel,
    done: &impl Fn(Verdict) -> Arrival,
    cx: &mut Context,
) -> Option<Arrival> {
    match parcel {
        Parcel::Backup(text) => {
            let taken = setup::take_backup(beside.setup, &text, cx);
            (!taken || beside.setup.wrong_backup).then(|| done(Verdict::OtherBackup))
        }
        Parcel::Archive(archive) => take_archive(beside, archive, done, cx),
        Parcel::Cells(cells) => match archive_for(beside.profiles, cx.library, cells) {
            Some(archive) => take_archive(beside, archive, done, cx),
            None => Some(done(Verdict::OtherBackup)),
        },
        Parcel::Invitation(invitation) => Some(take_invitation(cx.library, invitation, done, cx.effects)),
        Parcel::Bundle(bundle) => Some(take_bundle(beside.is_full, bundle, Way::File, done, cx)),
    }
}

/// Takes in an archive: on the page of keeping it is only looked at, to a new device it brings the person
/// and everything else, and otherwise what is missing.
fn take_archive(
    beside: &mut Beside,
    archive: Archive,
    done: &impl Fn(Verdict) -> Arrival,
    cx: &mut Context,
) -> Option<Arrival> {
    match (&cx.library.me, person_of(&archive)) {
        (Some(_), _) if beside.page == Route::Backup => {
            backup::read_back(beside.trial, archive, cx);
            return None;
        }
        // Where it was given out it is only asked whether it can be read.
        (Some(mine), Some(me))
            if mine.card.did == me.card.did && matches!(beside.page, Route::Setup | Route::Me) =>
        {
            beside.setup.wrong_backup = !backup::read_back(beside.trial, archive, cx);
            cx.effects.focus("heading");
            return None;
        }
        // Whoever lost their key has their records still in a file of the old one.
        (Some(mine), Some(me))
            if mine.card.did != me.card.did && !key_recovery::is_namesake(&mine.card, &me.card) =>
        {
            return Some(done(Verdict::OtherBackup));
        }
        (None, Some(me)) => {
            setup::begin_restoring(beside.setup, me, Some(archive), cx);
            return None;
        }
        (None, None) => return Some(done(Verdict::NoIdentity)),
        (Some(_), me) => {
            me.iter().for_each(|me| _ = backup::note_key(me, cx));
        }
    }
    let taken = take_all(archive, (false, beside.is_full), cx);
    Some(Arrival { name: done(Verdict::Same).name, ..taken })
}

/// Of what stood in a browser, gives the profile of the person of this app; where there is none, the first one
/// of somebody who has no profile on this device. `None` when everybody in it is somebody else, or has one.
fn archive_for(profiles: &[Profile], library: &Library, cells: Vec<(String, String)>) -> Option<Archive> {
    let profiles = profiles.iter().filter_map(|profile| profile.me.as_ref());
    let here: Vec<&Did> = profiles.map(|me| &me.card.did).collect();
    let fits = |archive: &Archive| match (&library.me, person_of(archive)) {
        (Some(mine), Some(me)) => {
            mine.card.did == me.card.did || key_recovery::is_namesake(&mine.card, &me.card)
        }
        (None, Some(me)) => !here.contains(&&me.card.did),
        // Whose it is cannot be read; its records speak for themselves.
        (_, None) => true,
    };
    profiles_of(cells).into_iter().map(entries::archive_of).find(fits)
}

fn person_of(archive: &Archive) -> Option<Me> {
    let (_, text) = archive.entries.iter().find(|(name, _)| *name == Key::Me.name())?;
    library::me_from_json(&strict::parse(text).ok()?)
}

/// Takes in everything of an archive that is missing, and says what came of it. Records speak for themselves.
/// What stands beside them is signed by nobody, and anybody could have written it: it is taken only when
/// `is_own`, because the passphrase opened the key in the file, when it has the sealed key of this app, or when
/// it is what was removed here.
pub fn take_all(archive: Archive, (is_own, is_full): (bool, bool), cx: &mut Context) -> Arrival {
    let sealed = person_of(&archive).map(|me| me.sealed);
    let is_own = is_own || sealed.is_some() && sealed == cx.library.me.as_ref().map(|me| me.sealed.clone());
    let dossier_of = |name: &str| Key::parse(name).and_then(|key| key.dossier());
    let is_back = |id: &Hash, stub: &library::Stub| {
        let entries = archive.entries.iter();
        let beside: Vec<_> = entries.filter(|(name, _)| dossier_of(name) == Some(*id)).cloned().collect();
        stub.beside == Some(entries::hash_of(&beside))
    };
    let stubs = cx.library.archived.iter().filter(|(id, stub)| is_back(id, stub));
    let came_back: Vec<Hash> = stubs.map(|(id, _)| *id).collect();
    let mut is_left_out = false;
    for (name, text) in &archive.entries {
        if is_own || dossier_of(name).is_some_and(|id| came_back.contains(&id)) {
            entries::put_if_absent(cx.library, name, text, cx.effects);
        } else {
            is_left_out |= entries::is_absent(cx.library, name);
        }
    }
    let done = |verdict| Arrival::of(None, verdict);
    let (mut added, mut taken) = (0, done(Verdict::Same));
    for (id, records) in archive.dossiers {
        let bundle = Bundle { dossier: id, records, handoff: None };
        // What was archived here is brought back and not begun; anything else could come from anybody.
        let way = match came_back.contains(&id) {
            _ if is_own => Way::Own,
            true => Way::Known,
            false => Way::File,
        };
        let arrival = take_bundle(is_full, bundle, way, &done, cx);
        if (is_own || came_back.contains(&id)) && cx.library.archived.remove(&id).is_some() {
            cx.effects.delete(Key::Archived(id));
        }
        match arrival.verdict {
            Verdict::New(count) => added += count,
            Verdict::Same | Verdict::Older => {}
            verdict => taken.verdict = verdict,
        }
        if arrival.is_new_key || arrival.is_doubtful {
            taken.dossier = arrival.dossier;
            taken.is_new_key |= arrival.is_new_key;
            taken.is_doubtful |= arrival.is_doubtful;
        }
        if arrival.held.is_some() {
            (taken.dossier, taken.held) = (arrival.dossier, arrival.held);
        }
    }
    taken.verdict = match taken.verdict {
        Verdict::Same if is_left_out && added == 0 => Verdict::NothingTaken,
        Verdict::Same if is_left_out => Verdict::RecordsOnly(added),
        Verdict::Same if added > 0 => Verdict::New(added),
        verdict => verdict,
    };
    taken
}

fn take_invitation(
    library: &mut Library,
    invitation: Invitation,
    done: &impl Fn(Verdict) -> Arrival,
    effects: &mut Effects,
) -> Arrival {
    let did = invitation.card.did.clone();
    match &library.me {
        None => return done(Verdict::NoIdentity),
        Some(me) if me.card.did == did => return done(Verdict::OwnInvitation),
        Some(_) => {}
    }
    if library.rule_packs.find(&invitation.offer.pack, &invitation.offer.pack_hash).is_none() {
        return done(Verdict::UnknownRules);
    }
    people::pin(library, &invitation.card, effects);
    effects.put(Key::Invitation(did.clone()), invitation.text.clone());
    library.invitations.insert(did.clone(), invitation);
    Arrival { meet: Some(did), ..done(Verdict::Invited) }
}

fn take_bundle(
    is_full: bool,
    bundle: Bundle,
    way: Way,
    done: &impl Fn(Verdict) -> Arrival,
    cx: &mut Context,
) -> Arrival {
    let Some(me) = cx.library.me.as_ref().map(|me| me.card.did.clone()) else {
        return done(Verdict::NoIdentity);
    };
    let (id, is_own) = (bundle.dossier, way == Way::Own);
    if way == Way::File && !cx.library.dossiers.contains_key(&id) {
        let dossier = Dossier::assemble(id, bundle.records.iter().cloned());
        let other = dossier.side_of(&me).and_then(|_| twins::of(cx.library, &dossier));
        if let Some(other) = other {
            let verdict = Verdict::Twin { is_first: twins::is_first(&dossier, other) };
            return Arrival { dossier: Some(other.id()), held: Some(Box::new(bundle)), ..done(verdict) };
        }
    }
    let in_file: Vec<Hash> = bundle.records.iter().map(Record::id).collect();
    let mut dossier = cx.library.dossiers.get(&id).cloned().unwrap_or_else(|| Dossier::assemble(id, []));
    let mut added = dossier.merge(bundle.records);
    if !is_own && dossier.counted().count() > RECORDS_MAX {
        return done(Verdict::Refused(FileFault::TooMany));
    }
    let brought = added.len();
    if brought > 0 && !is_own && is_full {
        return done(Verdict::NoRoom);
    }
    keep_in_bounds(&mut dossier, &mut added);
    let Some(genesis) = dossier.genesis().cloned() else {
        // Without its first record nobody can tell whose it is; what somebody known addressed to this
        // person waits for it.
        let is_from_known =
            |letter: Handoff| letter.to == me && cx.library.contacts.contains_key(&letter.from);
        if is_own || bundle.handoff.is_some_and(is_from_known) {
            write_records(&dossier, &added, cx.effects);
            cx.library.dossiers.insert(dossier);
        }
        return done(Verdict::Incomplete(1));
    };
    let side = dossier.side_of(&me);
    if side.is_none() && dossier.card_of(&me).is_none() && dossier.promised(&me).is_none() {
        return foreign(cx.library, &dossier, done, cx.effects);
    }
    // To somebody who only observes, or was replaced, the superior is the other side.
    let other = dossier.card(side.map_or(Party::Superior, Party::other)).unwrap_or(&genesis.superior).clone();
    let letter = bundle.handoff.filter(|letter| dossier.card_of(&letter.from).is_some());
    let count = |standing| added.iter().filter(|id| dossier.standing(id) == Some(standing)).count();
    let (counted, newer, waiting) =
        (count(Standing::Counts), count(Standing::Newer), count(Standing::Waiting));
    let heads = letter.as_ref().map(|letter| letter.heads.clone()).unwrap_or_default();
    let unknown_heads = heads.iter().filter(|head| dossier.record(head).is_none()).count();
    let missing = dossier.missing().len().max(unknown_heads);
    let useful = counted + newer + waiting;
    // Each sender counts for themselves, and one's own files are known, never old.
    let counter =
        letter.as_ref().filter(|letter| letter.from != me).map(|letter| (&letter.from, letter.counter));
    let seen = |from: &Did| {
        cx.library.ledgers.get(&id).and_then(|ledger| ledger.seen.get(from)).copied().unwrap_or(0)
    };
    let is_old = counter.is_some_and(|(from, counter)| counter < seen(from));
    let newest = counter.filter(|(from, counter)| *counter > seen(from));
    let is_known = cx.library.dossiers.contains_key(&id);
    let theirs = letter.as_ref().filter(|letter| letter.from != me);
    let verdict = if useful == 0 && brought > 0 {
        // It is kept beside the dossier and shown there, never counted.
        if is_known {
            write_records(&dossier, &added, cx.effects);
            cx.library.dossiers.insert(dossier);
        }
        return Arrival { dossier: is_known.then_some(id), ..done(Verdict::Uncounted(brought)) };
    } else if missing > 0 {
        Verdict::Incomplete(missing)
    } else if newer > 0 {
        Verdict::NewerRecords
    } else if !cx.library.rule_packs.knows(&genesis) {
        Verdict::UnknownRules
    } else if counted > 0 {
        Verdict::New(counted)
    } else if is_old {
        Verdict::Older
    } else {
        Verdict::Same
    };
    let is_new_key = dossier.key_changes().any(|change| added.contains(&change.record.id()));
    let before = cx.library.dossiers.get(&id);
    let was_doubtful = |record: &Hash| before.is_some_and(|before| before.is_doubtful(record));
    let is_new = |record: &Record| dossier.is_doubtful(&record.id()) && !was_doubtful(&record.id());
    let is_doubtful = dossier.counted().any(is_new);
    write_records(&dossier, &added, cx.effects);
    let is_new_person = !cx.library.contacts.contains_key(&other.did);
    people::pin(cx.library, &other, cx.effects);
    if counted > 0
        && let Some(ledger) = cx.library.ledgers.get_mut(&id).filter(|ledger| ledger.is_handed_out)
    {
        // The file that was handed out does not hold what came now.
        ledger.is_handed_out = false;
        cx.effects.put(Key::Ledger(id), library::ledger_to_json(ledger));
    }
    if let Some(letter) = theirs {
        let ledger = cx.library.ledgers.or_insert_with(id, Ledger::default);
        if let Some((from, counter)) = newest {
            ledger.seen.insert(from.clone(), counter);
        }
        receipts::take(ledger, &dossier, letter, newest.is_some());
        // What has arrived was sent, whether somebody said so or not. A colleague who was asked says nothing of that
        // to the employee.
        if dossier.delegate(Stage::Observation).is_none() && receipts::has_all(ledger, &dossier, &me) {
            (ledger.unsent, ledger.is_handed_out) = (false, false);
        }
        cx.effects.put(Key::Ledger(id), library::ledger_to_json(ledger));
    }
    let is_answered = |invitation: &&Invitation| twins::answers(&dossier, invitation);
    let answered = cx.library.invitations.get(&other.did).filter(is_answered).map(|_| other.did.clone());
    if let Some(did) = answered {
        cx.library.invitations.remove(&did);
        cx.effects.delete(Key::Invitation(did));
    }
    let from = letter.as_ref().map(|letter| &letter.from);
    let has_all = dossier.heads().iter().all(|head| in_file.contains(head) || heads.contains(head));
    cx.library.dossiers.insert(dossier);
    if !is_own && from != Some(&me) {
        pass_on(cx.library, &id, &other.did, from, (has_all, counted > 0), cx.effects);
    }
    if let Some(stub) = cx.library.archived.get_mut(&id) {
        // What was written beside the records may come later, and is known by its hash.
        stub.is_back = true;
        cx.effects.put(Key::Archived(id), library::stub_to_json(stub));
    }
    let meet = is_new_person.then_some(other.did);
    Arrival { dossier: Some(id), meet, is_new_key, is_doubtful, ..done(verdict) }
}

/// Takes note of whether a file leaves something to be sent on. Somebody who waits, and holds what its sender lacked,
/// may be the only one who holds both: then whoever has to act waits for them, until they send it. What came from
/// somebody who is no side, as a colleague who observed, reaches the employee through the superior.
fn pass_on(
    library: &mut Library,
    id: &Hash,
    other: &Did,
    from: Option<&Did>,
    (has_all, is_news): (bool, bool),
    effects: &mut Effects,
) {
    let Some(dossier) = library.dossiers.get(id) else {
        return;
    };
    let is_from_beside = from.is_some_and(|from| dossier.side_of(from).is_none());
    let holds_more = !has_all || (is_from_beside && library.my_side(dossier) == Some(Party::Superior));
    let waits = !turn::ask(library, dossier).is_mine();
    let known = library.ledgers.get(id).is_some_and(|ledger| ledger.to_pass_on);
    let to_pass_on = (is_news && holds_more && waits) || (known && !(has_all && from == Some(other)));
    if to_pass_on != known {
        let ledger = library.ledgers.or_insert_with(*id, Ledger::default);
        ledger.to_pass_on = to_pass_on;
        effects.put(Key::Ledger(*id), library::ledger_to_json(ledger));
    }
}

/// Takes out again what anybody could have added to a file on its way: more than a few records that never
/// count, and, once a dossier is full, all that do not. What counts is the work of the two sides.
fn keep_in_bounds(dossier: &mut Dossier, added: &mut Vec<Hash>) {
    let is_full = dossier.records().count() > RECORDS_MAX;
    let mut room = UNCOUNTED_MAX
        .saturating_sub(uncounted(dossier).filter(|record| !added.contains(&record.id())).count());
    let mut out = Vec::new();
    for id in added.iter() {
        match dossier.standing(id) {
            Some(Standing::Counts) => {}
            Some(Standing::Waiting | Standing::Newer) if !is_full => {}
            Some(Standing::Waiting | Standing::Newer) => out.push(*id),
            _ if room == 0 => out.push(*id),
            _ => room -= 1,
        }
    }
    added.retain(|id| !out.contains(id));
    dossier.forget(&out);
}

/// Keeps nothing of a dossier of other people. When one of them may be the person of this import, who has lost
/// that key perhaps, the person is asked, and the other one can be met, so that they can vouch for the new key.
fn foreign(
    library: &mut Library,
    dossier: &Dossier,
    done: &impl Fn(Verdict) -> Arrival,
    effects: &mut Effects,
) -> Arrival {
    let (mine, day) = (own(library), iso(library.now.local().0));
    let sides = [Party::Employee, Party::Superior].into_iter();
    let mut found = sides.filter_map(|party| {
        let card = dossier.card(party)?;
        let named = dossier.person(&card.did, &day, None)?;
        mine.as_ref().filter(|mine| mine.person.may_be(named))?;
        Some((named.name().to_string(), dossier.card(party.other())?.clone()))
    });
    let Some((named, other)) = found.next() else {
        return done(Verdict::Foreign);
    };
    people::pin(library, &other, effects);
    Arrival { meet: Some(other.did), ..done(Verdict::OldKey(named)) }
}

fn write_records(dossier: &Dossier, added: &[Hash], effects: &mut Effects) {
    for record in added.iter().filter_map(|id| dossier.record(id)) {
        effects.put(Key::Record(record.id()), record.text().to_string());
    }
}
