//! What was put away can be brought back: a draft that was discarded, or not chosen, for thirty days; a
//! line of a log as long as its page is open.

use super::App;
use super::effect::{Effect, Effects, Rule};
use super::store::{self, Draft, Key};
use super::writing::{self, Slot};
use crate::domain::document::Row;
use crate::domain::stage::Stage;
use crate::seal::canonical::Hash;

/// How long a draft is kept that was put aside, in days.
pub const DAYS: i64 = 30;

/// What was put away last on the open page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Undo {
    /// A draft, by the name of its entry.
    Draft(String),
    /// A line: its log, its place, and what stood in it.
    Line(String, usize, Row),
}

/// Puts a draft aside; one in which nothing stands is not kept.
pub fn put(app: &mut App, place: (Hash, Stage, Slot), draft: Draft, effects: &mut Effects) {
    if draft.document.is_empty() {
        return;
    }
    let mut at = app.now.stamp();
    // Two drafts can be put aside within a second.
    while app.asides.contains_key(&Key::Aside(place.0, place.1, place.2, at.clone()).name()) {
        at.push('+');
    }
    let key = Key::Aside(place.0, place.1, place.2, at);
    app.page.undo = Some(Undo::Draft(key.name()));
    app.asides.insert(key.name(), draft.clone());
    effects.write(key, store::draft_to_json(&draft), Rule::IfAbsent);
}

/// Gives the drafts that were put aside from a form, oldest first: their names, and when.
pub fn of(app: &App, place: (Hash, Stage, Slot)) -> Vec<(&String, String)> {
    let time = |name: &String| match Key::parse(name) {
        Some(Key::Aside(id, stage, slot, at)) if (id, stage, slot) == place => Some(at),
        _ => None,
    };
    app.asides.keys().filter_map(|name| Some((name, time(name)?))).collect()
}

/// Brings back what was put away last.
pub fn undo(app: &mut App, effects: &mut Effects) {
    match app.page.undo.take() {
        Some(Undo::Draft(name)) => bring_back(app, &name, effects),
        Some(Undo::Line(field, index, row)) => {
            writing::change(app, effects, |document| document.insert_row(&field, index, row));
            app.layout += 1;
            effects.focus([&field, ".add"].concat());
        }
        None => {}
    }
}

/// Takes a draft up again that was put aside; the one that is there now is put aside in its place.
pub fn bring_back(app: &mut App, name: &str, effects: &mut Effects) {
    let Some(Key::Aside(id, stage, slot, _)) = Key::parse(name) else {
        return;
    };
    let (place, Some(draft)) = ((id, stage, slot), app.asides.remove(name)) else {
        return;
    };
    app.page.undo = None;
    let there = app.drafts.get(&place).cloned();
    let revision = there.as_ref().map_or(0, |draft| draft.revision);
    if let Some(there) = there.filter(|there| there.document != draft.document) {
        put(app, place, there, effects);
    }
    app.drafts.insert(place, Draft { revision, dirty: true, ..draft });
    app.page.problems.clear();
    app.layout += 1;
    writing::write(app, place, effects);
    app.unsaved.remove(name);
    effects.push(Effect::Remove(name.to_string()));
    effects.focus("heading");
}

/// Forgets the drafts whose thirty days are over.
pub fn forget_old(app: &mut App, effects: &mut Effects) {
    let now = app.now;
    let is_over = |name: &&String| match Key::parse(name) {
        Some(Key::Aside(_, _, _, at)) => {
            let put = now.read(at.trim_end_matches('+'));
            put.is_some_and(|put| put.seconds + DAYS * 86_400 < now.seconds)
        }
        _ => false,
    };
    let over: Vec<String> = app.asides.keys().filter(is_over).cloned().collect();
    for name in over {
        app.asides.remove(&name);
        effects.push(Effect::Remove(name));
    }
}
