//! What became of what was to be stored, whether or not its page is still open.

use super::cases::typed;
use super::effect::{Effect, Effects, Outcome, Rule};
use super::route::Route;
use super::store::{self, Key};
use super::writing::{self, Saved, Slot};
use super::{App, Health, keys, undo};
use crate::domain::stage::Stage;
use crate::seal::canonical::Hash;

/// The place of a draft from which something was signed, and the hash of what is stored of it.
pub type Signed = ((Hash, Stage, Slot), Option<Hash>);

/// Goes on with work that could not be stored, when its form is opened again.
pub fn take_up(app: &mut App, effects: &mut Effects) {
    let draft = writing::open_slot(app).and_then(|place| app.drafts.get(&place));
    if draft.is_some_and(|draft| draft.dirty) {
        app.page.saved = Saved::Typing;
    }
    // Nothing is checked, signed or discarded that another tab would write over, or that is written over by it.
    let place = match app.route {
        Route::Check(id, stage) => Some((id, stage, Slot::Document)),
        _ => writing::open_slot(app),
    };
    if let Some(place) = place {
        writing::write(app, place, effects);
    }
}

/// Tries again to store what could not be stored, because another tab stored something; nothing makes room for it
/// here, since that tells the other tab, which would do the same, for ever.
pub fn try_gently(app: &mut App, effects: &mut Effects) {
    for (name, value) in app.unsaved.clone() {
        match Key::parse(&name) {
            Some(key @ Key::Record(_)) => effects.write(key, value, Rule::IfAbsent),
            _ => try_one(app, &name, value, effects),
        }
    }
}

/// Tries again to store what could not be stored.
pub fn try_again(app: &mut App, effects: &mut Effects) {
    for (name, value) in app.unsaved.clone() {
        try_one(app, &name, value, effects);
    }
}

/// Tries again to store one entry; a draft only while it is unsaved still.
fn try_one(app: &mut App, name: &str, value: String, effects: &mut Effects) {
    match Key::parse(name) {
        Some(Key::Draft(id, stage, slot)) => writing::write(app, (id, stage, slot), effects),
        Some(Key::Record(id)) => write_record(app, id, value, effects),
        // What is typed there just now is written instead, after a pause.
        Some(Key::Step(..)) if typed::is_typing(app, name) => {}
        Some(Key::Step(..)) => typed::write(app, name, effects),
        Some(Key::PastDraft(..)) => undo::write(app, name, value, effects),
        Some(key) => effects.write(key, value, Rule::Replace),
        None => {}
    }
}

/// Stores a record, which takes the room of the draft, or of the answers, from which it was signed where there is
/// no other.
pub fn write_record(app: &App, id: Hash, value: String, effects: &mut Effects) {
    let key = Key::Record(id);
    let draft = app.signed.get(&id).filter(|signed| is_over(app, signed));
    let draft =
        draft.and_then(|(place, stored)| Some((Key::Draft(place.0, place.1, place.2).name(), (*stored)?)));
    match draft.or_else(|| typed::room_for(app, &id)) {
        Some((draft, stored)) => {
            effects.push(Effect::WriteInRoomOf { draft, stored, key: key.name(), value });
        }
        None => effects.write(key, value, Rule::IfAbsent),
    }
}

/// Lets a record, or a copy put away, that is not stored yet leave the place of its draft alone, because the next
/// version begins there; gives the hash of what is stored there.
pub fn leave_alone(app: &mut App, place: (Hash, Stage, Slot)) -> Option<Hash> {
    let discarded = app.discarded.iter().find(|(_, (known, _))| *known == place);
    if let Some((name, stored)) = discarded.map(|(name, (_, stored))| (name.clone(), *stored)) {
        app.discarded.remove(&name);
        return stored;
    }
    let signed = app.signed.iter().find(|(_, (known, _))| *known == place);
    let (id, stored) = signed.map(|(id, (_, stored))| (*id, *stored))?;
    app.signed.remove(&id);
    stored
}

/// Says whether the draft is still the one that was signed; another tab may have begun the next version.
fn is_over(app: &App, (place, stored): &Signed) -> bool {
    app.drafts.get(place).is_none_or(|draft| !draft.dirty && draft.stored == *stored)
}

/// Takes note of how a write ended.
pub fn wrote(app: &mut App, key: String, value: String, outcome: Outcome, effects: &mut Effects) {
    let is_set_aside = matches!(Key::parse(&key), Some(Key::SetAside(_)));
    let outcome = match outcome {
        Outcome::Conflict(there) if there == value => Outcome::Done,
        outcome => outcome,
    };
    let is_left = keys::wrote(app, &key, &value, &outcome, effects);
    draft_wrote(app, &key, &value, &outcome, effects);
    copy_wrote(app, &key, &outcome, effects);
    undo::wrote(app, &key, &value, &outcome, effects);
    match &outcome {
        Outcome::Done | Outcome::Conflict(_) => {
            if is_set_aside {
                app.not_aside.remove(&key);
                effects.push(Effect::Discard(key.clone()));
            }
            settle(app, &key, effects);
            if let Some(key) = Key::parse(&key) {
                store::meet::know(app, &key, &value);
            }
            typed::wrote(app, &key, &value, &outcome, effects);
        }
        // A draft that could not be removed is still there.
        _ if value.is_empty() && matches!(Key::parse(&key), Some(Key::Draft(..) | Key::PastDraft(..))) => {}
        Outcome::Full | Outcome::Refused | Outcome::Different => {
            app.health = match outcome {
                Outcome::Full => Health::Full,
                Outcome::Refused => Health::Blocked,
                _ => Health::Broken,
            };
            // What could not be set aside is still where it was, and is read again next time.
            if is_set_aside {
                app.not_aside.insert(key.clone(), ());
            } else if !is_left {
                app.unsaved.insert(key.clone(), value);
            }
            effects.render();
        }
    }
}

/// Takes note that an entry is stored, or that something else took its place.
pub fn settle(app: &mut App, name: &str, effects: &mut Effects) {
    app.unsaved.remove(name);
    if app.unsaved.is_empty() && app.health != Health::Good {
        app.health = Health::Good;
        effects.render();
    }
}

/// Removes the draft, or the answers, from which a record was signed, or a draft that was discarded, once what takes
/// the place is stored.
fn copy_wrote(app: &mut App, key: &str, outcome: &Outcome, effects: &mut Effects) {
    let ended = match (Key::parse(key), outcome) {
        (Some(Key::Record(id)), Outcome::Done) => {
            typed::signed(app, &id, effects);
            app.signed.remove(&id)
        }
        (Some(Key::PastDraft(..)), Outcome::Done) => app.discarded.remove(key),
        _ => None,
    };
    let is_free = |ended: &Signed| is_over(app, ended) && !app.held.contains_key(&ended.0);
    if let Some(ended) = ended.filter(is_free) {
        let (place, stored) = ended;
        app.drafts.remove(&place);
        remove_draft(place, stored, effects);
    }
}

/// Removes what is stored of a draft, if it is still this; another tab may have stored something else, unheard.
pub fn remove_draft(place: (Hash, Stage, Slot), stored: Option<Hash>, effects: &mut Effects) {
    if stored.is_some() {
        let (key, value) = (Key::Draft(place.0, place.1, place.2), String::new());
        effects.write(key, value, Rule::IfStill(stored));
    }
}

/// Takes note of how a write of a draft ended, whether or not its form is still open.
fn draft_wrote(app: &mut App, key: &str, value: &str, outcome: &Outcome, effects: &mut Effects) {
    let Some(Key::Draft(id, stage, slot)) = Key::parse(key) else {
        return;
    };
    let place = (id, stage, slot);
    if value.is_empty() {
        removed(app, place, outcome, effects);
        return;
    }
    let is_open = writing::open_slot(app) == Some(place);
    let Some(mine) = app.drafts.get_mut(&place) else {
        return;
    };
    if matches!(outcome, Outcome::Done) {
        mine.stored = Some(Hash::of_bytes(value.as_bytes()));
        undo::forget_copy(app, place, effects);
        return;
    }
    mine.dirty = true;
    match outcome {
        Outcome::Conflict(text) if text.is_empty() => {
            // Another tab signed or dropped the draft; what was typed here since begins a new one.
            mine.stored = None;
            writing::write(app, place, effects);
        }
        Outcome::Conflict(text) => meet(app, place, text, effects),
        _ if is_open => app.page.saved = Saved::Failed,
        _ => {}
    }
    effects.render();
}

/// Takes note of how the removal of a draft ended: what another tab stored in its place meanwhile is taken up.
fn removed(app: &mut App, place: (Hash, Stage, Slot), outcome: &Outcome, effects: &mut Effects) {
    if let Outcome::Conflict(there) = outcome
        && let Some(theirs) = store::read_draft(there)
        && !app.drafts.contains_key(&place)
    {
        app.drafts.insert(place, theirs);
        app.layout += 1;
        effects.render();
    }
}

/// Says whether not even the person is stored any more: nobody discarded or signed anything, all is gone.
pub fn is_emptied(app: &App, entries: &[(String, String)]) -> bool {
    let name = Key::Me.name();
    let is_there = app.unsaved.contains_key(&name) || entries.iter().any(|(known, _)| *known == name);
    app.me.is_some() && !is_there
}

/// Holds back what a page would store whose storage was emptied: it would be a locker of nobody. It stays on the
/// page as what could not be stored.
pub fn hold_back(app: &mut App, effects: &mut Effects) {
    let health = app.health;
    let mut held = Effects::default();
    for effect in std::mem::take(&mut effects.list) {
        match effect {
            Effect::Write { key, value, .. } | Effect::WriteInRoomOf { key, value, .. }
                if !key.starts_with('/') =>
            {
                wrote(app, key, value, Outcome::Refused, &mut held);
            }
            effect => effects.push(effect),
        }
    }
    app.health = health;
    effects.list.extend(held.list);
}

/// Says whether another tab removed everything of this person, as they confirmed there.
pub fn is_removed(app: &App, entries: &[(String, String)]) -> bool {
    is_emptied(app, entries) && entries.iter().any(|(name, _)| *name == Key::Gone.name())
}

/// Looks whether another tab stored something else than what is being typed here.
pub fn look(app: &mut App, entries: &[(String, String)], effects: &mut Effects) {
    let Some(place) = writing::open_slot(app) else {
        return;
    };
    let name = Key::Draft(place.0, place.1, place.2).name();
    let there = entries.iter().find(|(known, _)| *known == name);
    let stored = app.drafts.get(&place).filter(|draft| draft.dirty).map(|draft| draft.stored);
    if let (Some((_, text)), Some(stored)) = (there, stored)
        && stored != Some(Hash::of_bytes(text.as_bytes()))
    {
        meet(app, place, text, effects);
    }
}

/// Takes in that another tab stored something else: a person chooses while the form is open. Once it was
/// left, theirs holds, and what was typed here is put away.
fn meet(app: &mut App, place: (Hash, Stage, Slot), text: &str, effects: &mut Effects) {
    let is_open = writing::open_slot(app) == Some(place);
    let Some(mine) = app.drafts.get_mut(&place) else {
        return;
    };
    let saved = match store::read_draft(text) {
        Some(theirs) if theirs.document == mine.document => {
            *mine = theirs;
            undo::forget_copy(app, place, effects);
            Saved::Yes
        }
        Some(theirs) if is_open => {
            undo::follow(app, place, effects);
            Saved::Conflict(Box::new(theirs))
        }
        Some(theirs) => {
            undo::put_mine(app, place, effects);
            app.drafts.insert(place, theirs);
            Saved::Yes
        }
        None => Saved::Failed,
    };
    if saved != Saved::Failed {
        settle(app, &Key::Draft(place.0, place.1, place.2).name(), effects);
    }
    if is_open {
        app.page.saved = saved;
    }
}
