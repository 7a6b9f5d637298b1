//! What became of what was to be stored, whether or not its page is still open.

use super::effect::{Effect, Effects, Outcome, Rule};
use super::store::{self, Key};
use super::writing::{self, Saved};
use super::{App, Health, keys};
use crate::seal::canonical::Hash;

/// Goes on with work that could not be stored, when its form is opened again.
pub fn take_up(app: &mut App, effects: &mut Effects) {
    let draft = writing::open_slot(app).and_then(|place| app.drafts.get(&place));
    if draft.is_some_and(|draft| draft.dirty) {
        app.page.saved = Saved::Typing;
        effects.push(Effect::SaveSoon);
    }
}

/// Tries again to store what could not be stored; a draft only while it is unsaved still.
pub fn try_again(app: &mut App, effects: &mut Effects) {
    for (name, value) in app.unsaved.clone() {
        match Key::parse(&name) {
            Some(Key::Draft(id, stage, slot)) => writing::write(app, (id, stage, slot), effects),
            Some(key @ Key::Record(_)) => effects.write(key, value, Rule::IfAbsent),
            Some(key) => effects.write(key, value, Rule::Replace),
            None => {}
        }
    }
}

/// Takes note of how a write ended.
pub fn wrote(app: &mut App, key: String, value: String, outcome: Outcome, effects: &mut Effects) {
    let set_aside = match Key::parse(&key) {
        Some(Key::SetAside(copy)) => Some(copy.rsplit_once('~').map_or(copy.clone(), |(old, _)| old.into())),
        _ => None,
    };
    let is_left = keys::wrote(app, &key, &value, &outcome, effects);
    draft_wrote(app, &key, &value, &outcome, effects);
    match &outcome {
        Outcome::Done | Outcome::Conflict(_) => {
            if let Some(old) = &set_aside {
                effects.push(Effect::Discard(old.clone()));
            }
            app.unsaved.remove(&key);
            if app.unsaved.is_empty() && app.health != Health::Good {
                app.health = Health::Good;
                effects.render();
            }
        }
        Outcome::Full | Outcome::Refused | Outcome::Different => {
            app.health = match outcome {
                Outcome::Full => Health::Full,
                Outcome::Refused => Health::Blocked,
                _ => Health::Broken,
            };
            // What could not be set aside is still where it was, and is read again next time.
            if set_aside.is_none() && !is_left {
                app.unsaved.insert(key.clone(), value);
            }
            effects.render();
        }
    }
}

/// Takes note of how a write of a draft ended, whether or not its form is still open.
fn draft_wrote(app: &mut App, key: &str, value: &str, outcome: &Outcome, effects: &mut Effects) {
    let Some(Key::Draft(id, stage, slot)) = Key::parse(key) else {
        return;
    };
    let is_open = writing::open_slot(app) == Some((id, stage, slot));
    let Some(mine) = app.drafts.get_mut(&(id, stage, slot)) else {
        return;
    };
    let theirs = match outcome {
        Outcome::Done => {
            mine.stored = Some(Hash::of_bytes(value.as_bytes()));
            return;
        }
        Outcome::Conflict(text) => store::read_draft(text),
        Outcome::Full | Outcome::Refused | Outcome::Different => None,
    };
    mine.dirty = true;
    let saved = match (outcome, theirs) {
        (_, Some(theirs)) if theirs.document == mine.document => {
            *mine = theirs;
            Saved::Yes
        }
        (_, Some(theirs)) => Saved::Conflict(Box::new(theirs)),
        (Outcome::Conflict(text), None) if text.is_empty() => {
            // Another tab signed or dropped the draft; what was typed here since begins a new one.
            mine.stored = None;
            effects.push(Effect::SaveSoon);
            Saved::Typing
        }
        _ => Saved::Failed,
    };
    if is_open {
        app.page.saved = saved;
    }
    effects.render();
}
