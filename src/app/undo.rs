//! What was put away can be brought back: a draft that was discarded, or not chosen, for thirty days; a
//! line of a log as long as its page is open.

use super::App;
use super::effect::Effects;
use super::store::{self, Draft, Key};
use super::writing::{self, Place, Slot};
use crate::domain::document::{Document, Row};
use crate::domain::stage::Stage;
use crate::seal::canonical::Hash;
use crate::storage::Change;

/// How long a draft is kept that was put away, in days.
pub const DAYS: i64 = 30;

/// An age in days that no draft reaches by being kept: the clock was set wrong when it was put away, or is
/// now.
const WRONG: i64 = 366;

/// What was put away last on the open page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Undo {
    /// A draft, by the name of its entry.
    Draft(String),
    /// A line: its log, its place, and what stood in it.
    Line(String, usize, Row),
}

/// Puts a draft away; one in which nothing stands is not kept.
pub fn put(app: &mut App, place: Place, draft: &Draft, effects: &mut Effects) {
    if draft.document.is_empty() {
        return;
    }
    let text = store::draft_to_json(draft);
    let key = free_key(app, place, &text);
    app.page.undo = Some(Undo::Draft(key.name()));
    app.past_drafts.insert(key.name(), text.clone());
    effects.put(key, text);
}

/// Discards the draft of a form.
pub fn discard(app: &mut App, place: Place, effects: &mut Effects) {
    if let Some(draft) = app.drafts.get(&place).cloned() {
        put(app, place, &draft, effects);
    }
    writing::remove(app, place, effects);
}

/// Names a draft that is put away now. Two can be put away within a second, so the name follows from the text too.
fn free_key(app: &App, place: Place, text: &str) -> Key {
    let code = Hash::of_bytes(text.as_bytes()).key();
    let mut at = [&app.now.stamp(), "+", code.get(..4).unwrap_or_default()].concat();
    while app.past_drafts.contains_key(&Key::PastDraft(place.0, place.1, place.2, at.clone()).name()) {
        at.push('+');
    }
    Key::PastDraft(place.0, place.1, place.2, at)
}

/// Puts a document in the place of a draft; the draft is put away, if it says something else.
pub fn replace(app: &mut App, place: Place, document: Document, effects: &mut Effects) {
    let there = app.drafts.get(&place).cloned().unwrap_or_default();
    if there.document != document {
        put(app, place, &there, effects);
    }
    app.drafts.insert(place, Draft { document, dirty: true, ..there });
    writing::write(app, place, effects);
}

/// Reads the rest of a key of the storage.
pub fn key(rest: &str) -> Option<Key> {
    let (place, slot) = match rest.strip_suffix(Slot::Reply.code()) {
        Some(place) => (place, Slot::Reply),
        None => (rest, Slot::Document),
    };
    let mut parts = place.splitn(3, '/');
    let (id, stage) = (Hash::from_key(parts.next()?)?, Stage::from_code(parts.next()?)?);
    Some(Key::PastDraft(id, stage, slot, parts.next()?.to_string()))
}

/// Removes a line of a log; it can be brought back as long as the page is open.
pub fn remove_line(app: &mut App, field: &str, index: usize, effects: &mut Effects) {
    let mut removed = None;
    writing::change(app, effects, |document| {
        removed = document.rows(field).get(index).cloned();
        document.remove_row(field, index);
    });
    // A line in which nothing was written is no loss.
    let removed = removed.filter(|line| line.values().any(|text| !text.is_empty()));
    app.page.undo = removed.map(|line| Undo::Line(field.to_string(), index, line));
    app.layout += 1;
    effects.focus([field, ".add"].concat());
}

/// Gives the drafts that were put away from a form, oldest first: their names, and when.
pub fn of(app: &App, place: Place) -> Vec<(&String, String)> {
    let time = |name: &String| match Key::parse(name) {
        Some(Key::PastDraft(id, stage, slot, at)) if (id, stage, slot) == place => Some(at),
        _ => None,
    };
    app.past_drafts.keys().filter_map(|name| Some((name, time(name)?))).collect()
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

/// Takes a draft up again that was put away; the one that is there now is put away in its place.
pub fn bring_back(app: &mut App, name: &str, effects: &mut Effects) {
    let Some(Key::PastDraft(id, stage, slot, _)) = Key::parse(name) else {
        return;
    };
    let read = app.past_drafts.get(name).and_then(|text| store::read_draft(text));
    let (place, Some(draft)) = ((id, stage, slot), read) else {
        return;
    };
    replace(app, place, draft.document, effects);
    app.past_drafts.remove(name);
    effects.store(Change::Delete(name.to_string()));
    app.page.undo = None;
    app.page.problems.clear();
    app.layout += 1;
    effects.focus("heading");
}

/// Gives the time at which a draft was put away, out of the end of its name.
pub fn time_of(at: &str) -> &str {
    at.split('+').next().unwrap_or_default()
}

/// Says whether the thirty days of what was put away are over; `at` is the end of its name.
pub fn is_over(app: &App, at: &str) -> bool {
    let put = app.now.read(time_of(at));
    let age = put.map_or(0, |put| (app.now.seconds - put.seconds) / 86_400);
    (DAYS..WRONG).contains(&age)
}

/// Forgets the drafts whose thirty days are over.
pub fn forget_old(app: &mut App, effects: &mut Effects) {
    let over = |name: &&String| match Key::parse(name) {
        Some(Key::PastDraft(_, _, _, at)) => is_over(app, &at),
        _ => false,
    };
    let over: Vec<String> = app.past_drafts.keys().filter(over).cloned().collect();
    for name in over {
        app.past_drafts.remove(&name);
        effects.store(Change::Delete(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::table::Table;

    #[test]
    fn drafts_that_are_put_away_within_a_second_have_names_of_their_own() {
        let mut app = App::new(Lang::Id);
        let place = (Hash::of_bytes(b"dossier"), Stage::Planning, Slot::Document);
        let mut names: Table<String, ()> = Table::new();
        for text in ["{1}", "{2}", "{1}"] {
            let name = free_key(&app, place, text).name();
            let stamp = app.now.stamp();
            assert!(matches!(Key::parse(&name), Some(Key::PastDraft(.., at)) if time_of(&at) == stamp));
            app.past_drafts.insert(name.clone(), text.to_string());
            names.insert(name, ());
        }
        assert_eq!(names.keys().count(), 3);
    }
}
