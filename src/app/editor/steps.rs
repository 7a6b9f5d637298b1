//! What was typed for a step beside the stages and is not signed yet.

use crate::app::ask;
use crate::app::context::Context;
use crate::app::duties::offers::ticked;
use crate::app::editor::Editor;
use crate::app::effect::{Effect, Effects};
use crate::app::key::Key;
use crate::app::library::{ASKED, Library, asked_to_json};
use crate::app::route::Route;
use crate::domain::document::{Answer, Document, Path};
use crate::storage::Change;

fn says_nothing(answers: &Document) -> bool {
    answers.answers().all(|(_, answer)| matches!(answer, Answer::Text(text) if text.trim().is_empty()))
}

/// Takes an answer on the page of a case; says whether it was one.
pub fn type_in(editor: &mut Editor, path: &Path, text: &str, cx: &mut Context) -> bool {
    let is_ours = path.field().starts_with(ASKED);
    if is_ours {
        editor.case.set_text(path, text);
        cx.effects.push(Effect::SaveSoon);
        if path.field() == ask::EFFECTIVE {
            // What is said about the day follows it.
            cx.effects.render();
        }
    }
    is_ours
}

/// Takes the choice of an item on the page of a case; says whether it was one.
pub fn choose(editor: &mut Editor, field: &str, id: &str, chosen: bool, cx: &mut Context) -> bool {
    let is_ours = field.starts_with(ASKED);
    if is_ours {
        if let (ask::ITEMS, Route::Case(dossier, _)) = (field, &cx.page.route) {
            let before = cx.library.dossiers.get(dossier);
            let before = before.map_or(Vec::new(), |dossier| ticked(&editor.case, dossier).to_vec());
            editor.case.put(field, Answer::Many(before));
        }
        editor.case.choose(field, id, chosen);
        cx.effects.push(Effect::SaveSoon);
    }
    is_ours
}

/// Names the entry of the step of the open page, whose answers are kept until it is signed.
fn step(route: &Route) -> Option<String> {
    let key = match route {
        Route::Case(id, case) => Key::Step(*id, case.code().to_string()),
        Route::Stage(id, stage) | Route::Check(id, stage) => {
            Key::Step(*id, ["paper-", stage.code()].concat())
        }
        _ => return None,
    };
    Some(key.name())
}

/// Gives what is kept for the open page, if it is one with a step.
fn kept(library: &Library, route: &Route) -> Document {
    step(route).and_then(|name| library.steps.get(&name).cloned()).unwrap_or_default()
}

/// Stores the answers of the open page, if something was typed here; those that say nothing are removed.
pub fn save(editor: &mut Editor, cx: &mut Context) {
    let Some(name) = step(&cx.page.route).filter(|_| editor.case != kept(cx.library, &cx.page.route)) else {
        return;
    };
    if says_nothing(&editor.case) {
        remove(cx.library, name, cx.effects);
    } else {
        cx.library.steps.insert(name.clone(), editor.case.clone());
        cx.effects.store(Change::Put { name, text: asked_to_json(&editor.case) });
    }
}

/// Goes on with the answers that are kept for the open page.
pub fn resume(editor: &mut Editor, library: &Library, route: &Route) {
    editor.case = kept(library, route);
}

/// Forgets the answers of the open page, because a record was signed from them.
pub fn end(editor: &mut Editor, cx: &mut Context) {
    editor.case = Document::default();
    if let Some(name) = step(&cx.page.route) {
        remove(cx.library, name, cx.effects);
    }
}

fn remove(library: &mut Library, name: String, effects: &mut Effects) {
    if library.steps.remove(&name).is_some() {
        effects.store(Change::Delete(name));
    }
}
