//! What was put away can be brought back: a draft that was discarded, or not chosen, for thirty days; a
//! line of a log as long as its page is open.

use crate::app::effect::Effects;
use crate::app::key::{DraftKey, Key};
use crate::app::library::{self, Draft, drafts};
use crate::app::{App, writing};
use crate::domain::document::{Document, Row};
use crate::storage::Change;

/// What was put away last on the open page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Undo {
    /// A draft, by the name of its entry.
    Draft(String),
    /// A line: its log, its place, and what stood in it.
    Line(String, usize, Row),
}

/// Puts a draft away, and remembers it for the button that brings it back at once.
fn put(app: &mut App, place: DraftKey, draft: &Draft, effects: &mut Effects) {
    if let Some(name) = drafts::put(&mut app.library, place, draft, effects) {
        app.page.undo = Some(Undo::Draft(name));
    }
}

/// Discards the draft of a form.
pub fn discard(app: &mut App, place: DraftKey, effects: &mut Effects) {
    if let Some(draft) = app.library.drafts.get(&place).cloned() {
        put(app, place, &draft, effects);
    }
    writing::remove(&mut app.library, place, effects);
}

/// Puts a document in the place of a draft; the draft is put away, if it says something else.
pub fn replace(app: &mut App, place: DraftKey, document: Document, effects: &mut Effects) {
    let there = app.library.drafts.get(&place).cloned().unwrap_or_default();
    if there.document != document {
        put(app, place, &there, effects);
    }
    app.library.drafts.insert(place, Draft { document, dirty: true, ..there });
    writing::write(app, place, effects);
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
    let read = app.library.past_drafts.get(name).and_then(|text| library::read_draft(text));
    let (place, Some(draft)) = ((id, stage, slot), read) else {
        return;
    };
    replace(app, place, draft.document, effects);
    app.library.past_drafts.remove(name);
    effects.store(Change::Delete(name.to_string()));
    app.page.undo = None;
    app.page.problems.clear();
    app.layout += 1;
    effects.focus("heading");
}
