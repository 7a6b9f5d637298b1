//! What was typed for a step beside the stages and is not signed yet. Where two tabs typed at the same time, the
//! answers of both stand in the one entry of the step, so that one write keeps both: those of the tab that wrote
//! last, and beside them the others, which can be taken up again for as long as a draft.

use super::{ask, ticked};
use crate::app::App;
use crate::app::effect::{Effect, Effects, Outcome, Rule};
use crate::app::route::Route;
use crate::app::store::{self, ASKED, Key};
use crate::app::undo;
use crate::domain::document::{Answer, Document, Path, Row};
use crate::seal::canonical::Hash;
use crate::seal::strict;

/// The name under which the other answers stand beside those in place; no question has it.
const OTHERS: &str = "case-others";
/// The column of other answers that says when they were put away.
pub const AT: &str = "at";
/// What ends the name of a column that lists what was chosen, one to a line.
const LIST: &str = "_list";

/// Takes in an entry; `None` when nothing can be made of it.
pub fn read(app: &mut App, name: &str, entry: &str) -> Option<()> {
    let answers = answers_of(entry)?;
    // What is typed here began from what stood there before.
    if !is_typing(app, name) {
        app.steps.insert(name.to_string(), store::step_to_json(&answers));
        app.stored_steps.insert(name.to_string(), entry.to_string());
    }
    Some(())
}

fn answers_of(text: &str) -> Option<Document> {
    store::step_from_json(&strict::parse(text).ok()?)
}

/// Gives the answers of an entry that is here, empty when there is none.
fn kept(app: &App, name: &str) -> Document {
    app.steps.get(name).and_then(|text| answers_of(text)).unwrap_or_default()
}

/// Gives answers without the others beside them.
fn alone(answers: &Document) -> Document {
    with_others(answers, Vec::new())
}

fn with_others(answers: &Document, others: Vec<Row>) -> Document {
    let mut answers = answers.clone();
    answers.put(OTHERS, Answer::Rows(others));
    answers
}

fn says_nothing(answers: &Document) -> bool {
    answers.answers().all(|(_, answer)| *answer == Answer::Text(String::new()))
}

/// Writes answers as one of the others, which were put away at this time.
fn to_row(answers: &Document, at: &str) -> Row {
    let mut row = Row::from([(AT.to_string(), at.to_string())]);
    for (name, answer) in answers.answers() {
        let column = name.trim_start_matches(ASKED);
        match answer {
            Answer::Text(text) => row.insert(column.to_string(), text.clone()),
            Answer::Many(chosen) => row.insert([column, LIST].concat(), chosen.join("\n")),
            Answer::Rows(_) => false,
        };
    }
    row
}

/// Reads answers that were put away.
pub fn from_row(row: &Row) -> Document {
    let mut answers = Document::default();
    for (column, text) in row.iter().filter(|(column, _)| *column != AT) {
        let name = [ASKED, column.trim_end_matches(LIST)].concat();
        if column.ends_with(LIST) {
            // Also where nothing was chosen, which is an answer of its own.
            answers.choose(&name, "", false);
            text.lines().for_each(|id| answers.choose(&name, id, true));
        } else {
            answers.set_text(&Path::Field(name), text);
        }
    }
    answers
}

/// Puts answers among the others, unless they say nothing or stand there already.
fn add(others: &mut Vec<Row>, row: Row) {
    let answers = from_row(&row);
    if !says_nothing(&answers) && others.iter().all(|known| from_row(known) != answers) {
        others.push(row);
    }
}

/// Takes an answer on the page of a case; says whether it was one.
pub fn type_in(app: &mut App, path: &Path, text: &str, effects: &mut Effects) -> bool {
    let is_ours = path.field().starts_with(ASKED);
    if is_ours {
        app.page.case.set_text(path, text);
        app.page.is_case_typed = true;
        effects.push(Effect::SaveSoon);
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

/// Says whether something was typed on the open page for this entry that is not written yet.
pub fn is_typing(app: &App, name: &str) -> bool {
    app.page.is_case_typed && step(app).is_some_and(|step| step == name)
}

/// Writes the answers of the open page, if something was typed here.
pub fn save(app: &mut App, effects: &mut Effects) {
    if let Some(name) = step(app).filter(|_| std::mem::take(&mut app.page.is_case_typed)) {
        // Where answers were signed whose record is not stored yet, new ones begin in their place.
        let signed = app.signed_steps.iter().find(|(_, (known, _))| *known == name).map(|(id, _)| *id);
        if let Some(id) = signed {
            app.signed_steps.remove(&id);
        }
        put(app, &name, &app.page.case.clone(), effects);
    }
}

/// Puts answers in place and writes them; only others, when `answers` has nothing else.
fn put(app: &mut App, name: &str, answers: &Document, effects: &mut Effects) {
    app.steps.insert(name.to_string(), store::step_to_json(answers));
    write(app, name, effects);
}

/// Writes an entry in the place of what it began from, and of nothing else.
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
        }
        Outcome::Full | Outcome::Refused | Outcome::Different => {}
    }
}

/// Takes in that another tab stored other answers: they stand beside those of this tab from now on.
fn meet(app: &mut App, name: &str, there: &str, effects: &mut Effects) {
    let mine = kept(app, name);
    let Some(theirs) = answers_of(there) else {
        // It is set aside by whoever reads it next, and until then not written over.
        app.unsaved.insert(name.to_string(), store::step_to_json(&mine));
        return;
    };
    let began = app.stored_steps.get(name).and_then(|text| answers_of(text)).unwrap_or_default();
    let mut others = theirs.rows(OTHERS).to_vec();
    add(&mut others, to_row(&alone(&theirs), &app.now.stamp()));
    // What was typed over here is no other answer.
    let is_over = |answers: Document| answers == alone(&began) || answers == alone(&mine);
    others.retain(|row| !is_over(from_row(row)));
    app.stored_steps.insert(name.to_string(), there.to_string());
    put_others(app, name, others, effects);
}

/// Puts other answers beside those of an entry, and writes them.
fn put_others(app: &mut App, name: &str, others: Vec<Row>, effects: &mut Effects) {
    if step(app).is_some_and(|step| step == name) {
        app.page.case.put(OTHERS, Answer::Rows(others.clone()));
    }
    put(app, name, &with_others(&kept(app, name), others), effects);
    effects.render();
}

/// Takes the answers of an archive in beside those that are here.
pub fn take_in(app: &mut App, name: &str, entry: &str, effects: &mut Effects) {
    let (mine, Some(theirs)) = (kept(app, name), answers_of(entry)) else {
        return;
    };
    let mut others = mine.rows(OTHERS).to_vec();
    for row in theirs.rows(OTHERS).iter().cloned().chain([to_row(&alone(&theirs), &app.now.stamp())]) {
        if from_row(&row) != alone(&mine) {
            add(&mut others, row);
        }
    }
    if others != mine.rows(OTHERS) {
        put_others(app, name, others, effects);
    }
}

/// Lists the other answers for the step of the open page, newest first.
pub fn others(app: &App) -> impl Iterator<Item = &Row> {
    app.page.case.rows(OTHERS).iter().rev()
}

/// Lists the other answers for all steps of a dossier, each with the name of its step.
pub fn others_of(app: &App, id: &Hash) -> Vec<(String, Row)> {
    let mut all = Vec::new();
    for (name, text) in app.steps.iter() {
        if let (Some(Key::Step(dossier, step)), Some(answers)) = (Key::parse(name), answers_of(text))
            && dossier == *id
        {
            all.extend(answers.rows(OTHERS).iter().map(|row| (step.clone(), row.clone())));
        }
    }
    all
}

/// Takes other answers up again; those that are there now are put away in their place.
pub fn bring_back(app: &mut App, row: &Row, effects: &mut Effects) {
    let mut others = app.page.case.rows(OTHERS).to_vec();
    let Some(place) = others.iter().position(|known| known == row) else {
        return;
    };
    others.remove(place);
    add(&mut others, to_row(&alone(&app.page.case), &app.now.stamp()));
    app.page.case = with_others(&from_row(row), others);
    app.page.is_case_typed = true;
    app.page.problems.clear();
    app.layout += 1;
    save(app, effects);
    effects.focus("heading");
}

/// Goes on with the answers that are kept for the open page, unless others were typed here meanwhile. Where none
/// are kept any more, they were signed in another tab.
pub fn take_up(app: &mut App) {
    if let Some(name) = step(app).filter(|_| !app.page.is_case_typed) {
        let kept = kept(app, &name);
        let is_signed = app.signed_steps.values().any(|(known, _)| *known == name);
        app.page.case =
            if is_signed { with_others(&Document::default(), kept.rows(OTHERS).to_vec()) } else { kept };
    }
}

/// Takes note of the answers from which something is drawn up to be signed.
pub fn draw_from(app: &mut App) {
    app.page.case_drawn = alone(&app.page.case);
}

/// Says whether the page still shows the answers from which something was drawn up.
pub fn is_as_drawn(app: &App) -> bool {
    app.page.case_drawn == alone(&app.page.case)
}

/// Takes note that the answers of the open page were signed; they go once this record is stored.
pub fn sign(app: &mut App, record: Hash) {
    app.page.case = Document::default();
    app.page.is_case_typed = false;
    let drawn = std::mem::take(&mut app.page.case_drawn);
    if let Some(name) = step(app).filter(|name| app.steps.contains_key(name)) {
        app.signed_steps.insert(record, (name, drawn));
    }
}

/// Removes the answers from which a record was signed that is stored now, and leaves the others beside them.
pub fn signed(app: &mut App, record: &Hash, effects: &mut Effects) {
    let Some((name, drawn)) = app.signed_steps.remove(record) else {
        return;
    };
    let kept = kept(app, &name);
    let mut others = kept.rows(OTHERS).to_vec();
    others.retain(|row| from_row(row) != drawn);
    // Another tab may have written something else since.
    let is_over = alone(&kept) == drawn;
    leave(app, &name, if is_over { Document::default() } else { kept }, others, effects);
}

/// Leaves an entry with these answers and others, or removes it when there are none.
fn leave(app: &mut App, name: &str, answers: Document, others: Vec<Row>, effects: &mut Effects) {
    if says_nothing(&alone(&answers)) && others.is_empty() {
        remove(app, name);
        effects.push(Effect::Remove(name.to_string()));
    } else {
        put(app, name, &with_others(&answers, others), effects);
    }
}

/// Forgets an entry that is stored no more.
pub fn remove(app: &mut App, name: &str) {
    app.steps.remove(name);
    app.stored_steps.remove(name);
    app.unsaved.remove(name);
}

/// Forgets the other answers whose thirty days are over.
pub fn forget_old(app: &mut App, effects: &mut Effects) {
    for name in app.steps.keys().cloned().collect::<Vec<_>>() {
        let kept = kept(app, &name);
        let mut others = kept.rows(OTHERS).to_vec();
        others.retain(|row| !row.get(AT).is_some_and(|at| undo::is_over(app, at)));
        if others != kept.rows(OTHERS) {
            leave(app, &name, kept, others, effects);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn answer() -> impl Strategy<Value = Answer> {
        let text = ".{0,20}".prop_map(|text: String| {
            let mut typed = Document::default();
            typed.set_text(&Path::Field("a".into()), &text);
            Answer::Text(typed.field("a").to_string())
        });
        let many = proptest::collection::hash_set("[a-z_]{1,8}", 0..4);
        prop_oneof![text, many.prop_map(|ids| Answer::Many(ids.into_iter().collect()))]
    }

    proptest! {
        #[test]
        fn answers_that_are_put_away_are_read_back(answers in proptest::collection::vec(answer(), 0..5)) {
            let mut document = Document::default();
            for (number, answer) in answers.into_iter().enumerate() {
                let name = [ASKED, "q", &number.to_string()].concat();
                match answer {
                    Answer::Text(text) => document.set_text(&Path::Field(name), &text),
                    answer => {
                        document.choose(&name, "", false);
                        document.put(&name, answer);
                    }
                }
            }
            let row = to_row(&document, "2025-01-06T08:00:00Z");
            prop_assert_eq!(from_row(&row), document.clone());
            // They stand beside others in one entry, and come back out of it.
            let all = with_others(&document, vec![row]);
            let entry = store::step_to_json(&all);
            prop_assert_eq!(answers_of(&entry), Some(all.clone()));
            prop_assert_eq!(alone(&all), document);
        }
    }
}
