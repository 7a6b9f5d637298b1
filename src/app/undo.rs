//! What was put away can be brought back: a draft that was discarded, or not chosen, for thirty days; a
//! line of a log as long as its page is open.

use super::App;
use super::effect::{Effect, Effects, Outcome, Rule};
use super::saving::{self, Place};
use super::store::{self, Draft, Key};
use super::writing::{self, Saved, Slot};
use crate::domain::document::{Document, Row};
use crate::domain::stage::Stage;
use crate::seal::canonical::Hash;

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

/// Puts a draft away, and gives the name of its entry; one in which nothing stands is not kept.
pub fn put(app: &mut App, place: Place, draft: &Draft, effects: &mut Effects) -> Option<String> {
    if draft.document.is_empty() {
        return None;
    }
    let text = store::draft_to_json(draft);
    let key = free_key(app, place, &text);
    app.page.undo = Some(Undo::Draft(key.name()));
    app.past_drafts.insert(key.name(), text.clone());
    let name = key.name();
    effects.write(key, text, Rule::Replace);
    Some(name)
}

/// Puts the draft of this page away; gives the name of the entry.
fn put_mine(app: &mut App, place: Place, effects: &mut Effects) -> Option<String> {
    let draft = app.drafts.get(&place).cloned()?;
    put(app, place, &draft, effects)
}

/// Discards the draft of a form. What is stored of it goes once the copy of it is.
pub fn discard(app: &mut App, place: Place, effects: &mut Effects) {
    let copy = put_mine(app, place, effects);
    app.drafts.remove(&place);
    app.unsaved.remove(&Key::Draft(place.0, place.1, place.2).name());
    match copy {
        Some(name) => drop(app.discarded.insert(name, place)),
        None => saving::remove_draft(place, effects),
    }
}

/// Takes note of how a write of what is put away ended: what waited for it is written.
pub fn wrote(app: &mut App, name: &str, outcome: Outcome, effects: &mut Effects) {
    let Some(Key::PastDraft(id, stage, slot, _)) = Key::parse(name) else {
        return;
    };
    let place = (id, stage, slot);
    if app.held.get(&place).is_none_or(|held| held != name) {
        return;
    }
    if outcome == Outcome::Done {
        app.held.remove(&place);
        writing::write(app, place, effects);
        effects.render();
    } else if writing::open_slot(app) == Some(place) {
        app.page.saved = Saved::Failed;
    }
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

/// Puts every draft away that is not stored; says whether there was any.
pub fn put_unsaved(app: &mut App, effects: &mut Effects) -> bool {
    let unsaved = app.drafts.iter().filter(|(_, draft)| draft.dirty);
    let unsaved: Vec<_> = unsaved.map(|(place, _)| *place).collect();
    for place in &unsaved {
        put_mine(app, *place, effects);
        app.drafts.remove(place);
    }
    !unsaved.is_empty()
}

/// Puts the draft of a form away, if it says something else than what takes its place; gives the draft
/// in its place, which is not stored yet, and is not before what stood there is.
pub fn make_room(app: &mut App, place: Place, document: Document, effects: &mut Effects) -> Draft {
    saving::leave_alone(app, place);
    let there = app.drafts.get(&place).cloned().unwrap_or_default();
    if there.document != document
        && let Some(copy) = put_mine(app, place, effects)
    {
        app.held.insert(place, copy);
    }
    Draft { document, dirty: true, ..there }
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
    let is_back = |name: &&String| app.brought_back.values().any(|back| back == *name);
    app.past_drafts
        .keys()
        .filter(|name| !is_back(name))
        .filter_map(|name| Some((name, time(name)?)))
        .collect()
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
    app.page.undo = None;
    let draft = make_room(app, place, draft.document, effects);
    app.drafts.insert(place, draft);
    // It stays put away until it is stored in its place.
    app.brought_back.insert(place, name.to_string());
    app.page.problems.clear();
    app.layout += 1;
    writing::write(app, place, effects);
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
        effects.push(Effect::Remove(name));
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
