//! What became of the work that was to be stored, whether or not its form is still open.

use super::App;
use super::effect::{Effect, Effects, Outcome};
use super::store::{self, Key};
use super::writing::{self, Saved};
use crate::seal::strict;

/// Goes on with work that could not be stored, when its form is opened again.
pub fn take_up(app: &mut App, effects: &mut Effects) {
    let draft = writing::open_slot(app).and_then(|place| app.drafts.get(&place));
    if draft.is_some_and(|draft| draft.dirty) {
        app.page.saved = Saved::Typing;
        effects.push(Effect::SaveSoon);
    }
}

/// Takes note of how a write ended, whether or not its form is still open.
pub fn wrote(app: &mut App, key: &str, outcome: Outcome, effects: &mut Effects) {
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
