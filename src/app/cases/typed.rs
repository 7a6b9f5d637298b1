//! What was typed for a step beside the stages and is not signed yet.

use super::{ask, ticked};
use crate::app::App;
use crate::app::effect::{Effect, Effects};
use crate::app::route::Route;
use crate::app::store::{ASKED, Key, asked_to_json};
use crate::domain::document::{Answer, Document, Path};
use crate::seal::canonical::Hash;

/// Answers from which a record was signed.
#[derive(Debug)]
pub struct Signed {
    /// The record.
    record: Hash,
    /// The name of the entry.
    name: String,
    answers: Document,
}

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
            let before = app.dossiers.get(dossier);
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

/// Says whether something was typed on the open page for this entry that is not written yet; what was taken back
/// again was not.
pub fn is_typing(app: &App, name: &str) -> bool {
    app.page.case != app.page.case_began && step(app).is_some_and(|step| step == name)
}

/// Writes the answers of the open page, if something was typed here.
pub fn save(app: &mut App, effects: &mut Effects) {
    if let Some(name) = step(app).filter(|name| is_typing(app, name)) {
        app.page.case_began = app.page.case.clone();
        let answers = app.page.case.clone();
        put(app, &name, answers, effects);
    }
}

/// Puts answers in place and writes them; those that say nothing are removed.
pub fn put(app: &mut App, name: &str, answers: Document, effects: &mut Effects) {
    if says_nothing(&answers) {
        remove(app, name);
        effects.write_as(name.to_string(), String::new());
    } else {
        app.steps.insert(name.to_string(), answers);
        write(app, name, effects);
    }
}

/// Writes an entry.
pub fn write(app: &App, name: &str, effects: &mut Effects) {
    if let Some(answers) = app.steps.get(name) {
        effects.write_as(name.to_string(), asked_to_json(answers));
    }
}

/// Goes on with the answers that are kept for the open page, unless a record was signed from them.
pub fn take_up(app: &mut App) {
    if let Some(name) = step(app) {
        let answers = app.steps.get(&name).cloned().unwrap_or_default();
        let is_signed = app.signed_steps.iter().any(|one| one.name == name && one.answers == answers);
        app.page.case = if is_signed { Document::default() } else { answers };
        app.page.case_began = app.page.case.clone();
    }
}

/// Takes note that the answers of the open page were signed; they go once this record is stored.
pub fn sign(app: &mut App, record: Hash) {
    app.page.case_began = Document::default();
    let answers = std::mem::take(&mut app.page.case);
    if let Some(name) = step(app).filter(|name| app.steps.contains_key(name)) {
        app.signed_steps.push(Signed { record, name, answers });
    }
}

/// Removes the answers from which a record was signed that is stored now, unless others were typed since.
pub fn signed(app: &mut App, record: &Hash, effects: &mut Effects) {
    let Some(place) = app.signed_steps.iter().position(|signed| signed.record == *record) else {
        return;
    };
    let signed = app.signed_steps.remove(place);
    if app.steps.get(&signed.name) == Some(&signed.answers) {
        put(app, &signed.name, Document::default(), effects);
    }
}

/// Gives the name of the entry whose room a record may take, because it holds nothing but what was signed.
pub fn room_for(app: &App, record: &Hash) -> Option<String> {
    let signed = app.signed_steps.iter().find(|signed| signed.record == *record)?;
    (app.steps.get(&signed.name) == Some(&signed.answers)).then(|| signed.name.clone())
}

/// Forgets an entry that is stored no more.
pub fn remove(app: &mut App, name: &str) {
    app.steps.remove(name);
    app.unsaved.remove(name);
}
