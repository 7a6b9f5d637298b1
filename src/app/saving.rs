//! What became of what was to be stored, whether or not its page is still open.

use super::effect::{Effect, Effects, Outcome, Rule};
use super::store::{self, Key};
use super::writing::{self, Saved};
use super::{App, Health, keys};
use crate::seal::strict;

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
    let is_set_aside = matches!(Key::parse(&key), Some(Key::SetAside(_)));
    let is_left = keys::wrote(app, &key, &value, &outcome, effects);
    match &outcome {
        Outcome::Done | Outcome::Conflict(_) => {
            if is_set_aside {
                app.not_aside.remove(&key);
                effects.push(Effect::Discard(key.clone()));
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
            if is_set_aside {
                app.not_aside.insert(key.clone(), ());
            } else if !is_left {
                app.unsaved.insert(key.clone(), value);
            }
            effects.render();
        }
    }
    draft_wrote(app, &key, outcome, effects);
}

/// Takes note of how a write of a draft ended, whether or not its form is still open.
fn draft_wrote(app: &mut App, key: &str, outcome: Outcome, effects: &mut Effects) {
    let Some(Key::Draft(id, stage, slot)) = Key::parse(key) else {
        return;
    };
    let is_open = writing::open_slot(app) == Some((id, stage, slot));
    let Some(mine) = app.drafts.get_mut(&(id, stage, slot)) else {
        return;
    };
    let theirs = match &outcome {
        Outcome::Done => return,
        Outcome::Conflict(text) => strict::parse(text).ok().as_ref().and_then(store::draft_from_json),
        Outcome::Full | Outcome::Refused | Outcome::Different => None,
    };
    // The next attempt begins from the revision that is stored.
    mine.revision = mine.revision.saturating_sub(1);
    mine.dirty = true;
    let saved = match (outcome, theirs) {
        (_, Some(theirs)) if theirs.document == mine.document => {
            mine.revision = theirs.revision;
            mine.dirty = false;
            Saved::Yes
        }
        (_, Some(theirs)) => Saved::Conflict(Box::new(theirs)),
        (Outcome::Conflict(text), None) if text.is_empty() => {
            // Another tab signed or dropped the draft; what was typed here since begins a new one.
            mine.revision = 0;
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
