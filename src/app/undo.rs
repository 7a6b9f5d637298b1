//! What was put away can be brought back: a draft that was discarded, or not chosen, for thirty days; a
//! line of a log as long as its page is open.

use super::effect::{Effect, Effects, Outcome, Rule};
use super::store::{self, Draft, Key};
use super::writing::{self, Saved, Slot};
use super::{App, saving};
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
pub fn put(
    app: &mut App,
    place: (Hash, Stage, Slot),
    draft: &Draft,
    effects: &mut Effects,
) -> Option<String> {
    if draft.document.is_empty() {
        return None;
    }
    let text = store::draft_to_json(draft);
    let key = free_key(app, place, &text);
    app.page.undo = Some(Undo::Draft(key.name()));
    app.past_drafts.insert(key.name(), text.clone());
    let name = key.name();
    write(app, &name, text, effects);
    Some(name)
}

/// Writes what is put away, in the place of what this tab knows to be stored under its name.
pub fn write(app: &App, name: &str, text: String, effects: &mut Effects) {
    let rule = Rule::IfStill(app.stored.get(name).map(|text| Hash::of_bytes(text.as_bytes())));
    effects.push(Effect::Write { key: name.to_string(), value: text, rule });
}

/// Puts a copy away of a draft that cannot take its place yet, so that it outlives the page. It is one
/// entry, which follows what is typed.
pub fn follow(app: &mut App, place: (Hash, Stage, Slot), effects: &mut Effects) {
    let Some(draft) = app.drafts.get(&place).filter(|draft| !draft.document.is_empty()) else {
        return;
    };
    let text = store::draft_to_json(draft);
    let name = app.copies.get(&place).cloned().unwrap_or_else(|| free_key(app, place, &text).name());
    if app.past_drafts.get(&name) != Some(&text) {
        app.past_drafts.insert(name.clone(), text.clone());
        app.copies.insert(place, name.clone());
        // What could not be stored before is older.
        app.unsaved.remove(&name);
        write(app, &name, text, effects);
    }
}

/// Puts the draft of this page away, in the place of the copy that there may be; gives the name of the entry.
pub fn put_mine(app: &mut App, place: (Hash, Stage, Slot), effects: &mut Effects) -> Option<String> {
    follow(app, place, effects);
    let name = app.copies.remove(&place)?;
    app.page.undo = Some(Undo::Draft(name.clone()));
    Some(name)
}

/// Discards the draft of a form. What is stored of it goes once the copy of it is.
pub fn discard(app: &mut App, place: (Hash, Stage, Slot), theirs: Option<Draft>, effects: &mut Effects) {
    let copy_of_theirs = theirs.as_ref().and_then(|theirs| put(app, place, theirs, effects));
    let copy_of_mine = put_mine(app, place, effects);
    let mine = app.drafts.remove(&place);
    app.unsaved.remove(&Key::Draft(place.0, place.1, place.2).name());
    // Where two waited for a choice, theirs is the one that is stored.
    let copy = if theirs.is_some() { copy_of_theirs } else { copy_of_mine };
    match copy.filter(|name| !is_stored(app, name, effects)) {
        Some(name) => {
            app.discarded.insert(name, (place, theirs.or(mine).and_then(|draft| draft.stored)));
        }
        None => saving::remove_draft(place, theirs.or(mine).and_then(|draft| draft.stored), effects),
    }
}

/// Says whether what was put away under this name is stored, and was not only asked to be.
fn is_stored(app: &App, name: &str, effects: &Effects) -> bool {
    let writes = |effect: &Effect| matches!(effect, Effect::Write { key, .. } if key == name);
    !app.unsaved.contains_key(name) && !effects.list.iter().any(writes)
}

/// Lets nothing be written in a place before what stood there is stored under this name.
pub fn hold(app: &mut App, place: (Hash, Stage, Slot), copy: Option<String>, effects: &Effects) {
    if let Some(name) = copy.filter(|name| !is_stored(app, name, effects)) {
        app.held.insert(place, name);
    }
}

/// Takes note of how a write of what is put away ended.
pub fn wrote(app: &mut App, name: &str, text: &str, outcome: &Outcome, effects: &mut Effects) {
    let Some(Key::PastDraft(id, stage, slot, _)) = Key::parse(name) else {
        return;
    };
    let place = (id, stage, slot);
    let is_held = app.held.get(&place).is_some_and(|held| held == name);
    match outcome {
        Outcome::Conflict(there) => part(app, place, name, text, there, effects),
        Outcome::Done => {
            app.stored.remove(name);
            if !text.is_empty() {
                app.stored.insert(name.to_string(), text.to_string());
            }
            if is_held {
                app.held.remove(&place);
                writing::write(app, place, effects);
                effects.render();
            }
        }
        _ if is_held && writing::open_slot(app) == Some(place) => app.page.saved = Saved::Failed,
        _ => {}
    }
}

/// Parts from another tab that stored something else under this name: what it stored keeps the name, and what is here
/// gets a new one.
fn part(
    app: &mut App,
    place: (Hash, Stage, Slot),
    name: &str,
    text: &str,
    there: &str,
    effects: &mut Effects,
) {
    app.stored.remove(name);
    let theirs = store::read_draft(there);
    if theirs.is_some() {
        app.past_drafts.insert(name.to_string(), there.to_string());
    }
    if text.is_empty() {
        return;
    }
    let new = if theirs.is_some() { free_key(app, place, text).name() } else { name.to_string() };
    for known in [app.copies.get_mut(&place), app.held.get_mut(&place)].into_iter().flatten() {
        if known == name {
            known.clone_from(&new);
        }
    }
    if let Some(discarded) = app.discarded.remove(name) {
        app.discarded.insert(new.clone(), discarded);
    }
    if app.page.undo == Some(Undo::Draft(name.to_string())) {
        app.page.undo = Some(Undo::Draft(new.clone()));
    }
    app.past_drafts.insert(new.clone(), text.to_string());
    write(app, &new, text.to_string(), effects);
    effects.render();
}

/// Takes away the copy of a draft that is stored now.
pub fn forget_copy(app: &mut App, place: (Hash, Stage, Slot), effects: &mut Effects) {
    if let Some(name) = app.copies.remove(&place) {
        app.past_drafts.remove(&name);
        app.unsaved.remove(&name);
        if app.stored.contains_key(&name) {
            write(app, &name, String::new(), effects);
        }
        effects.render();
    }
}

/// Names a draft that is put away now. Two can be put away within a second, in this tab or in another, and be alike,
/// so the name follows from the text and the tab too.
fn free_key(app: &App, place: (Hash, Stage, Slot), text: &str) -> Key {
    let code = Hash::of_bytes(&[app.tab.as_slice(), text.as_bytes()].concat()).key();
    let mut at = [&app.now.stamp(), "+", code.get(..4).unwrap_or_default()].concat();
    while app.past_drafts.contains_key(&Key::PastDraft(place.0, place.1, place.2, at.clone()).name()) {
        at.push('+');
    }
    Key::PastDraft(place.0, place.1, place.2, at)
}

/// Puts every draft away that is not stored, as one that waits for a choice; says whether there was any.
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
/// in its place, which is not stored yet.
pub fn make_room(
    app: &mut App,
    place: (Hash, Stage, Slot),
    document: Document,
    effects: &mut Effects,
) -> Draft {
    let stored = saving::leave_alone(app, place);
    let there = app.drafts.get(&place).cloned();
    let there = there.unwrap_or_else(|| Draft { stored, ..Draft::default() });
    if there.document != document {
        let copy = put_mine(app, place, effects);
        hold(app, place, copy, effects);
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
pub fn of(app: &App, place: (Hash, Stage, Slot)) -> Vec<(&String, String)> {
    let time = |name: &String| match Key::parse(name) {
        Some(Key::PastDraft(id, stage, slot, at)) if (id, stage, slot) == place => Some(at),
        _ => None,
    };
    let is_copy = |name: &&String| app.copies.values().any(|copy| copy == *name);
    let names = app.past_drafts.keys().filter(|name| !is_copy(name));
    names.filter_map(|name| Some((name, time(name)?))).collect()
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
    app.copies.insert(place, name.to_string());
    if let Some(text) = app.past_drafts.get(name).filter(|_| !app.unsaved.contains_key(name)) {
        app.stored.insert(name.to_string(), text.clone());
    }
    app.page.problems.clear();
    app.layout += 1;
    writing::write(app, place, effects);
    effects.focus("heading");
}

/// Forgets what another tab brought back.
pub fn forget_removed(app: &mut App, entries: &[(String, String)]) {
    let is_there =
        |name: &String| app.unsaved.contains_key(name) || entries.iter().any(|(known, _)| known == name);
    let gone: Vec<String> = app.past_drafts.keys().filter(|name| !is_there(name)).cloned().collect();
    for name in gone {
        app.past_drafts.remove(&name);
    }
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
    fn two_tabs_that_put_a_draft_away_within_a_second_give_it_two_names() {
        let mut tabs = [App::new(Lang::Id), App::new(Lang::Id)];
        tabs[1].tab = [1; 8];
        let place = (Hash::of_bytes(b"dossier"), Stage::Planning, Slot::Document);
        let drafts = [(0, "{1}"), (0, "{2}"), (1, "{1}"), (1, "{2}")];
        let names = drafts.map(|(tab, text)| free_key(&tabs[tab], place, text).name());
        let different: Table<&str, ()> = names.iter().map(|name| (name.as_str(), ())).collect();
        assert_eq!(different.keys().count(), drafts.len());
        for name in names {
            let key = Key::parse(&name);
            let stamp = tabs[0].now.stamp();
            assert!(matches!(key, Some(Key::PastDraft(.., at)) if time_of(&at) == stamp), "{name}");
        }
    }
}
