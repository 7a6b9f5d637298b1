//! What was typed for a step beside the stages and is not signed yet.

use crate::app::duties::offers::ticked;
use crate::app::effect::{Effect, Effects};
use crate::app::key::Key;
use crate::app::library::{ASKED, Library, asked_to_json};
use crate::app::route::Route;
use crate::app::{App, ask};
use crate::domain::document::{Answer, Document, Path};
use crate::storage::Change;

fn says_nothing(answers: &Document) -> bool {
    answers.answers().all(|(_, answer)| matches!(answer, Answer::Text(text) if text.trim().is_empty()))
}

/// Takes an answer on the page of a case; says whether it was one.
pub fn type_in(app: &mut App, path: &Path, text: &str, effects: &mut Effects) -> bool {
    let is_ours = path.field().starts_with(ASKED);
    if is_ours {
        app.page.case.set_text(path, text);
        effects.push(Effect::SaveSoon);
        if path.field() == ask::EFFECTIVE {
            // What is said about the day follows it.
            effects.render();
        }
    }
    is_ours
}

/// Takes the choice of an item on the page of a case; says whether it was one.
pub fn choose(app: &mut App, field: &str, id: &str, chosen: bool, effects: &mut Effects) -> bool {
    let is_ours = field.starts_with(ASKED);
    if is_ours {
        if let (ask::ITEMS, Route::Case(dossier, _)) = (field, &app.route) {
            let before = app.library.dossiers.get(dossier);
            let before = before.map_or(Vec::new(), |dossier| ticked(&app.page.case, dossier).to_vec());
            app.page.case.put(field, Answer::Many(before));
        }
        app.page.case.choose(field, id, chosen);
        effects.push(Effect::SaveSoon);
    }
    is_ours
}

/// Names the entry of the step of the open page, whose answers are kept until it is signed.
fn step(app: &App) -> Option<String> {
    let key = match &app.route {
        Route::Case(id, case) => Key::Step(*id, case.code().to_string()),
        Route::Stage(id, stage) | Route::Check(id, stage) => {
            Key::Step(*id, ["paper-", stage.code()].concat())
        }
        _ => return None,
    };
    Some(key.name())
}

/// Gives what is kept for the open page, if it is one with a step.
fn kept(app: &App) -> Document {
    step(app).and_then(|name| app.library.steps.get(&name).cloned()).unwrap_or_default()
}

/// Stores the answers of the open page, if something was typed here; those that say nothing are removed.
pub fn save(app: &mut App, effects: &mut Effects) {
    let Some(name) = step(app).filter(|_| app.page.case != kept(app)) else {
        return;
    };
    if says_nothing(&app.page.case) {
        remove(&mut app.library, name, effects);
    } else {
        app.library.steps.insert(name.clone(), app.page.case.clone());
        effects.store(Change::Put { name, text: asked_to_json(&app.page.case) });
    }
}

/// Goes on with the answers that are kept for the open page.
pub fn resume(app: &mut App) {
    app.page.case = kept(app);
}

/// Forgets the answers of the open page, because a record was signed from them.
pub fn end(app: &mut App, effects: &mut Effects) {
    app.page.case = Document::default();
    if let Some(name) = step(app) {
        remove(&mut app.library, name, effects);
    }
}

fn remove(library: &mut Library, name: String, effects: &mut Effects) {
    if library.steps.remove(&name).is_some() {
        effects.store(Change::Delete(name));
    }
}
