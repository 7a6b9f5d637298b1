//! What became of what was to be stored, whether or not its page is still open.

use super::cases::typed;
use super::effect::{Effect, Effects, Outcome, Rule};
use super::route::Route;
use super::store::Key;
use super::writing::{self, Saved, Slot};
use super::{App, Health, keys, undo};
use crate::domain::stage::Stage;
use crate::seal::canonical::Hash;
use crate::table::Table;

/// The place of a draft: the dossier, the stage, and which of its two forms.
pub type Place = (Hash, Stage, Slot);

/// Goes on with work that could not be stored, when its form is opened again.
pub fn take_up(app: &mut App, effects: &mut Effects) {
    let draft = writing::open_slot(app).and_then(|place| app.drafts.get(&place));
    if draft.is_some_and(|draft| draft.dirty) {
        app.page.saved = Saved::Typing;
    }
    let place = match app.route {
        Route::Check(id, stage) => Some((id, stage, Slot::Document)),
        _ => writing::open_slot(app),
    };
    if let Some(place) = place {
        writing::write(app, place, effects);
    }
}

/// Tries again to store what could not be stored.
pub fn try_again(app: &mut App, effects: &mut Effects) {
    for (name, value) in app.unsaved.clone() {
        match Key::parse(&name) {
            Some(key) if value.is_empty() => effects.write(key, value, Rule::Replace),
            Some(Key::Draft(id, stage, slot)) => writing::write(app, (id, stage, slot), effects),
            Some(Key::Record(id)) => write_record(app, id, value, effects),
            // What is typed there just now is written instead, after a pause.
            Some(Key::Step(..)) if typed::is_typing(app, &name) => {}
            Some(Key::Step(..)) => typed::write(app, &name, effects),
            Some(key) => effects.write(key, value, Rule::Replace),
            None => {}
        }
    }
}

/// Stores a record, which takes the room of the draft, or of the answers, from which it was signed where there is
/// no other.
pub fn write_record(app: &App, id: Hash, value: String, effects: &mut Effects) {
    let key = Key::Record(id);
    let draft = app.signed.get(&id).filter(|place| is_over(app, place));
    let draft = draft.map(|place| Key::Draft(place.0, place.1, place.2).name());
    match draft.or_else(|| typed::room_for(app, &id)) {
        Some(draft) => effects.push(Effect::WriteInRoomOf { draft, key: key.name(), value }),
        None => effects.write(key, value, Rule::IfAbsent),
    }
}

/// Lets a record, or a copy put away, that is not stored yet leave the place of its draft alone, because the next
/// version begins there.
pub fn leave_alone(app: &mut App, place: Place) {
    let copies: Vec<String> = names_of(&app.discarded, place);
    for name in copies {
        app.discarded.remove(&name);
    }
    let records: Vec<Hash> = names_of(&app.signed, place);
    for id in records {
        app.signed.remove(&id);
    }
}

fn names_of<K: Ord + Clone>(waiting: &Table<K, Place>, place: Place) -> Vec<K> {
    waiting.iter().filter(|(_, known)| **known == place).map(|(name, _)| name.clone()).collect()
}

/// Says whether the draft is still the one that was signed; the next version may have been begun.
fn is_over(app: &App, place: &Place) -> bool {
    app.drafts.get(place).is_none_or(|draft| !draft.dirty)
}

/// Takes note of how a write ended.
pub fn wrote(app: &mut App, key: String, value: String, outcome: Outcome, effects: &mut Effects) {
    let is_set_aside = matches!(Key::parse(&key), Some(Key::SetAside(_)));
    let is_left = keys::wrote(app, &key, &value, outcome, effects);
    draft_wrote(app, &key, &value, outcome, effects);
    undo::wrote(app, &key, outcome, effects);
    if outcome == Outcome::Done {
        if is_set_aside {
            app.not_aside.remove(&key);
            effects.push(Effect::Discard(key.clone()));
        }
        copy_wrote(app, &key, effects);
        app.unsaved.remove(&key);
        if app.unsaved.is_empty() && app.health != Health::Good {
            app.health = Health::Good;
            effects.render();
        }
        return;
    }
    // A draft that could not be removed is still there.
    if value.is_empty() && matches!(Key::parse(&key), Some(Key::Draft(..) | Key::PastDraft(..))) {
        return;
    }
    app.health = match outcome {
        Outcome::Full => Health::Full,
        Outcome::Refused => Health::Blocked,
        Outcome::Different => Health::Broken,
        Outcome::Done | Outcome::Elsewhere | Outcome::Emptied => app.health,
    };
    // What could not be set aside is still where it was, and is read again next time.
    if is_set_aside {
        app.not_aside.insert(key, ());
    } else if !is_left {
        app.unsaved.insert(key, value);
    }
    effects.render();
}

/// Removes the draft, or the answers, from which a record was signed, or a draft that was discarded, once what takes
/// the place is stored.
fn copy_wrote(app: &mut App, key: &str, effects: &mut Effects) {
    let ended = match Key::parse(key) {
        Some(Key::Record(id)) => {
            typed::signed(app, &id, effects);
            app.signed.remove(&id)
        }
        Some(Key::PastDraft(..)) => app.discarded.remove(key),
        _ => None,
    };
    if let Some(place) = ended.filter(|place| is_over(app, place) && !app.held.contains_key(place)) {
        app.drafts.remove(&place);
        remove_draft(place, effects);
    }
}

/// Removes what is stored of a draft.
pub fn remove_draft(place: Place, effects: &mut Effects) {
    effects.write(Key::Draft(place.0, place.1, place.2), String::new(), Rule::Replace);
}

/// Takes note of how a write of a draft ended, whether or not its form is still open.
fn draft_wrote(app: &mut App, key: &str, value: &str, outcome: Outcome, effects: &mut Effects) {
    let Some(Key::Draft(id, stage, slot)) = Key::parse(key).filter(|_| !value.is_empty()) else {
        return;
    };
    if outcome == Outcome::Done {
        // What was put away and is in its place again is no more among what can be brought back.
        if let Some(name) = app.brought_back.remove(&(id, stage, slot)) {
            app.past_drafts.remove(&name);
            app.unsaved.remove(&name);
            effects.write_as(name, String::new());
            effects.render();
        }
        return;
    }
    let is_open = writing::open_slot(app) == Some((id, stage, slot));
    if let Some(mine) = app.drafts.get_mut(&(id, stage, slot)) {
        mine.dirty = true;
        if is_open {
            app.page.saved = Saved::Failed;
        }
        effects.render();
    }
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
