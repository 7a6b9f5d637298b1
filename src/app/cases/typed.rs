//! What was typed for a step beside the stages and is not signed yet. Where two tabs typed at the same time, what
//! stands in the storage is put aside before it is written over, and can be taken up again.

use super::{ask, ticked};
use crate::app::App;
use crate::app::effect::{Effect, Effects, Outcome, Rule};
use crate::app::route::Route;
use crate::app::store::{self, Key};
use crate::domain::document::{Answer, Document, Path};
use crate::seal::canonical::Hash;
use crate::seal::strict;

/// Takes in an entry; `None` when nothing can be made of it.
pub fn read(app: &mut App, name: &str, entry: &str) -> Option<()> {
    let answers = answers_of(entry)?;
    // What is typed here began from what stood there before.
    if !(app.page.is_case_typed && step(app).is_some_and(|step| step == name)) {
        app.steps.insert(name.to_string(), store::step_to_json(&answers));
        app.stored_steps.insert(name.to_string(), entry.to_string());
    }
    Some(())
}

fn answers_of(text: &str) -> Option<Document> {
    store::step_from_json(&strict::parse(text).ok()?)
}

/// Takes an answer on the page of a case; says whether it was one.
pub fn type_in(app: &mut App, path: &Path, text: &str, effects: &mut Effects) -> bool {
    let is_ours = path.field().starts_with("case-");
    if is_ours {
        app.page.case.set_text(path, text);
        app.page.is_case_typed = true;
        effects.push(Effect::SaveSoon);
    }
    is_ours
}

/// Takes the choice of an item on the page of a case; says whether it was one.
pub fn choose(app: &mut App, field: &str, id: &str, chosen: bool, effects: &mut Effects) -> bool {
    let is_ours = field.starts_with("case-");
    if is_ours {
        if let (ask::ITEMS, Route::Case(dossier, _)) = (field, &app.route) {
            let before =
                app.dossiers.get(dossier).map_or(Vec::new(), |dossier| ticked(app, dossier).to_vec());
            app.page.case.put(field, Answer::Many(before));
        }
        app.page.case.choose(field, id, chosen);
        app.page.is_case_typed = true;
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

/// Writes the answers of the open page, if something was typed here.
pub fn save(app: &mut App, effects: &mut Effects) {
    if let Some(name) = step(app).filter(|_| std::mem::take(&mut app.page.is_case_typed)) {
        app.steps.insert(name.clone(), store::step_to_json(&app.page.case));
        write(app, &name, effects);
    }
}

/// Writes answers in the place of those that they began from, and of no others.
pub fn write(app: &App, name: &str, effects: &mut Effects) {
    if let Some(value) = app.steps.get(name).cloned() {
        let stored = app.stored_steps.get(name).map(|text| Hash::of_bytes(text.as_bytes()));
        effects.push(Effect::Write { key: name.to_string(), value, rule: Rule::IfStill(stored) });
    }
}

/// Takes note of how a write of answers ended.
pub fn wrote(app: &mut App, name: &str, value: &str, outcome: &Outcome, effects: &mut Effects) {
    if !app.steps.contains_key(name) {
        return;
    }
    match outcome {
        Outcome::Conflict(there) if there.is_empty() => {
            // Another tab signed the step; what was typed here since begins anew.
            app.stored_steps.remove(name);
            write(app, name, effects);
        }
        Outcome::Conflict(there) if there != value => meet(app, name, there, effects),
        Outcome::Done | Outcome::Conflict(_) => {
            app.stored_steps.insert(name.to_string(), value.to_string());
            settle(app, name, value, effects);
        }
        Outcome::Full | Outcome::Refused | Outcome::Different => {}
    }
}

/// Takes in that another tab stored other answers. They go aside, and those that were typed here take their place.
fn meet(app: &mut App, name: &str, theirs: &str, effects: &mut Effects) {
    if place_of(name).is_some() {
        // It is tried again under another name.
        remove(app, name);
        return;
    }
    if is_aside(app, name, theirs, effects) {
        app.stored_steps.insert(name.to_string(), theirs.to_string());
        write(app, name, effects);
    } else {
        wait(app, name);
    }
}

/// Goes on once an entry is stored: with what waited for it to be aside, or without the copy of what is in place.
fn settle(app: &mut App, name: &str, value: &str, effects: &mut Effects) {
    if let Some(place) = place_of(name) {
        if app.unsaved.contains_key(place) {
            write(app, place, effects);
        }
        effects.render();
        return;
    }
    if let Some(copy) = copy_of(app, name, value) {
        remove(app, &copy);
        effects.push(Effect::Remove(copy));
        effects.render();
    }
}

/// Says whether answers are stored aside, or there is nothing in them; where not, they are put aside now.
fn is_aside(app: &mut App, name: &str, text: &str, effects: &mut Effects) -> bool {
    if answers_of(text).is_some_and(|answers| answers.is_empty()) {
        return true;
    }
    let copy = copy_of(app, name, text).unwrap_or_else(|| {
        let code = Hash::of_bytes(text.as_bytes()).key();
        [name, "/", &app.now.stamp(), "+", code.get(..16).unwrap_or_default()].concat()
    });
    if app.stored_steps.contains_key(&copy) {
        return true;
    }
    app.steps.insert(copy.clone(), text.to_string());
    write(app, &copy, effects);
    false
}

/// Lets answers wait until what stands in their place is aside.
fn wait(app: &mut App, name: &str) {
    if let Some(text) = app.steps.get(name) {
        app.unsaved.insert(name.to_string(), text.clone());
    }
}

/// Gives the name of the entry that answers were put aside from; `None` for an entry in its place.
fn place_of(name: &str) -> Option<&str> {
    name.match_indices('/').nth(2).and_then(|(end, _)| name.get(..end))
}

/// Finds the answers that were put aside from an entry and say the same as this text.
fn copy_of(app: &App, name: &str, text: &str) -> Option<String> {
    let is_copy = |(copy, known): &(&String, &String)| place_of(copy) == Some(name) && *known == text;
    app.steps.iter().find(is_copy).map(|(copy, _)| copy.clone())
}

/// Lists the answers that were put aside from the step of the open page, newest first: the names of their
/// entries, and what they say.
pub fn aside(app: &App) -> Vec<(&String, Document)> {
    let Some(name) = step(app) else {
        return Vec::new();
    };
    let copies = app.steps.iter().filter(|(copy, _)| place_of(copy) == Some(name.as_str()));
    let mut copies: Vec<_> = copies.filter_map(|(copy, text)| Some((copy, answers_of(text)?))).collect();
    copies.reverse();
    copies
}

/// Takes answers up again that were put aside; those that are there now are put aside in their place.
pub fn bring_back(app: &mut App, copy: &str, effects: &mut Effects) {
    let taken = app.steps.get(copy).and_then(|text| Some((text.clone(), answers_of(text)?)));
    let (Some(name), Some((text, answers))) = (step(app), taken) else {
        return;
    };
    if place_of(copy) != Some(name.as_str()) {
        return;
    }
    let before = store::step_to_json(&app.page.case);
    app.page.case = answers;
    app.page.is_case_typed = false;
    app.page.problems.clear();
    app.layout += 1;
    app.steps.insert(name.clone(), text);
    if is_aside(app, &name, &before, effects) {
        write(app, &name, effects);
    } else {
        wait(app, &name);
    }
    effects.focus("heading");
}

/// Goes on with the answers that are kept for the open page, unless others were typed here meanwhile. Where none
/// are kept any more, they were signed in another tab.
pub fn take_up(app: &mut App) {
    if let Some(name) = step(app).filter(|_| !app.page.is_case_typed) {
        let kept = app.steps.get(&name).and_then(|text| answers_of(text));
        app.page.case = kept.unwrap_or_default();
    }
}

/// Takes note of the answers from which something is drawn up to be signed.
pub fn draw_from(app: &mut App) {
    app.page.case_drawn = store::step_to_json(&app.page.case);
}

/// Forgets an entry that is stored no more.
pub fn remove(app: &mut App, name: &str) {
    app.steps.remove(name);
    app.stored_steps.remove(name);
    app.unsaved.remove(name);
}

/// Forgets the answers of the open page, because they were signed; not those that another tab wrote since.
pub fn forget(app: &mut App, effects: &mut Effects) {
    app.page.case = Document::default();
    app.page.is_case_typed = false;
    let drawn = std::mem::take(&mut app.page.case_drawn);
    let Some(name) = step(app).filter(|name| app.steps.get(name) == Some(&drawn)) else {
        return;
    };
    remove(app, &name);
    // What is not aside yet stands in the place of these answers, and stays there.
    let waits = |copy: &String| place_of(copy) == Some(&name) && !app.stored_steps.contains_key(copy);
    if !app.steps.keys().any(waits) {
        effects.push(Effect::Remove(name));
    }
}
