//! What was put away can be brought back: a draft that was discarded, or not chosen, for thirty days; a
//! line of a log as long as its page is open.

use crate::app::context::Context;
use crate::app::editor::{self, Editor};
use crate::app::key::{DraftKey, Key};
use crate::app::library::{self, Draft, drafts};
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
fn put(editor: &mut Editor, place: DraftKey, draft: &Draft, cx: &mut Context) {
    if let Some(name) = drafts::put(cx.library, place, draft, cx.effects) {
        editor.undo = Some(Undo::Draft(name));
    }
}

/// Discards the draft of a form.
pub fn discard(editor: &mut Editor, place: DraftKey, cx: &mut Context) {
    if let Some(draft) = cx.library.drafts.get(&place).cloned() {
        put(editor, place, &draft, cx);
    }
    editor::remove(cx.library, place, cx.effects);
}

/// Puts a document in the place of a draft; the draft is put away, if it says something else.
pub fn replace(editor: &mut Editor, place: DraftKey, document: Document, cx: &mut Context) {
    let there = cx.library.drafts.get(&place).cloned().unwrap_or_default();
    if there.document != document {
        put(editor, place, &there, cx);
    }
    cx.library.drafts.insert(place, Draft { document, dirty: true, ..there });
    editor::write(editor, place, cx);
}

/// Removes a line of a log; it can be brought back as long as the page is open.
pub fn remove_line(editor: &mut Editor, field: &str, index: usize, cx: &mut Context) {
    let mut removed = None;
    editor::change(editor, field, cx, |document| {
        removed = document.rows(field).get(index).cloned();
        document.remove_row(field, index);
    });
    // A line in which nothing was written is no loss.
    let removed = removed.filter(|line| line.values().any(|text| !text.is_empty()));
    editor.undo = removed.map(|line| Undo::Line(field.to_string(), index, line));
    cx.effects.focus([field, ".add"].concat());
}

/// Brings back what was put away last.
pub fn undo(editor: &mut Editor, cx: &mut Context) {
    match editor.undo.take() {
        Some(Undo::Draft(name)) => bring_back(editor, &name, cx),
        Some(Undo::Line(field, index, row)) => {
            editor::change(editor, &field, cx, |document| document.insert_row(&field, index, row));
            cx.effects.focus([&field, ".add"].concat());
        }
        None => {}
    }
}

/// Takes a draft up again that was put away; the one that is there now is put away in its place.
pub fn bring_back(editor: &mut Editor, name: &str, cx: &mut Context) {
    let Some(Key::PastDraft(place, _)) = Key::parse(name) else {
        return;
    };
    let read = cx.library.past_drafts.get(name).and_then(|text| library::read_draft(place.1, text));
    let Some(draft) = read else {
        return;
    };
    replace(editor, place, draft.document, cx);
    cx.library.past_drafts.remove(name);
    cx.effects.store(Change::Delete(name.to_string()));
    editor.undo = None;
    cx.page.problems.clear();
    cx.page.layout += 1;
    cx.effects.focus("heading");
}
