//! Drafts: filling in a form, saving while typing, and the way to the check page.

use crate::app::duties::cautions;
use crate::app::duties::documents::document_of;
use crate::app::duties::forms::desk;
use crate::app::effect::{Effect, Effects};
use crate::app::key::{DraftKey, Key, Slot};
use crate::app::library::{self, Draft, Library};
use crate::app::route::Route;
use crate::app::signing::remarks::AT;
use crate::app::{App, cases, choosing, undo};
use crate::domain::document::{Document, Path};
use crate::domain::stage::Stage;
use crate::rules::form::depends_on;
use crate::rules::pack::RATINGS;
use crate::seal::canonical::Hash;
use crate::seal::record::{Content, Decision};

/// What is known of the work in the open form.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Saved {
    /// Nothing was typed yet.
    #[default]
    Untouched,
    /// Typed, and not written yet.
    Typing,
    /// Handed over to be stored.
    Yes,
}

/// The buttons of a form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Press {
    /// Add a line to a log.
    AddRow(String),
    /// Remove a line of a log.
    RemoveRow(String, usize),
    /// Open a topic on a phone, from zero.
    Step(usize),
    /// From the check page, go back to the form at a topic, from zero.
    Edit(usize),
    /// Go to an input named in the summary of problems.
    GoTo(Path),
    /// Go to the check page if nothing is wrong.
    Check,
    /// Begin again from what was signed last.
    Discard,
    /// Of several versions that were written apart, take all answers of one.
    TakeAll(Hash),
    /// Go on with what was chosen for each question.
    GoOn,
    /// Bring back what was put away last.
    Undo,
    /// Bring back a draft that was put away, by the name of its entry.
    BringBack(String),
}

/// Gives the form that is open: on the form page the document, on the stage page the reply.
pub fn open_slot(app: &App) -> Option<(Hash, Stage, Slot)> {
    match &app.route {
        Route::Form(id, stage) => Some((*id, *stage, Slot::Document)),
        Route::Stage(id, stage) => Some((*id, *stage, Slot::Reply)),
        _ => None,
    }
}

/// Puts typed text in place.
pub fn type_in(app: &mut App, path: &Path, text: &str, effects: &mut Effects) {
    change(app, effects, |document| document.set_text(path, text));
    if looked_at(app, path) {
        effects.render();
    }
}

/// Chooses or drops one of several items.
pub fn choose(app: &mut App, field: &str, id: &str, chosen: bool, effects: &mut Effects) {
    change(app, effects, |document| document.choose(field, id, chosen));
    app.layout += u32::from(looked_at(app, &Path::Field(field.to_string())));
    effects.render();
}

/// Carries out a button.
pub fn press(app: &mut App, press: Press, effects: &mut Effects) {
    if let (Press::Edit(step), Route::Check(id, stage)) = (&press, &app.route) {
        app.open_at = *step;
        effects.go(Route::Form(*id, *stage));
        return;
    }
    let Some(place) = open_slot(app) else {
        if let Press::GoTo(path) = press {
            effects.focus(path.id());
        }
        return;
    };
    match press {
        Press::AddRow(field) => {
            let mut row = 0;
            change(app, effects, |document| {
                document.add_row(&field);
                row = document.rows(&field).len() - 1;
            });
            app.layout += 1;
            let column = desk(&app.library, place.0, place.1, place.2).and_then(|desk| {
                let fields = desk.form.iter().flat_map(|section| &section.fields);
                fields
                    .filter(|known| known.name == field)
                    .flat_map(|f| &f.fields)
                    .next()
                    .map(|c| c.name.clone())
            });
            // Only notes on answers are asked for by no question.
            let column = column.unwrap_or_else(|| AT.into());
            effects.focus(Path::OfRow(field, row, column).id());
        }
        Press::RemoveRow(field, row) => undo::remove_line(app, &field, row, effects),
        Press::Step(step) => {
            app.page.step = step;
            app.layout += 1;
            effects.focus("step");
        }
        Press::Edit(_) => {}
        Press::GoTo(path) => {
            app.page.step = step_of(app, place, &path);
            effects.focus(path.id());
        }
        Press::Check => go_to_check(app, place, effects),
        Press::Discard => {
            app.page.saved = Saved::Untouched;
            undo::discard(app, place, effects);
            app.page.problems.clear();
            app.layout += 1;
            effects.focus("undo");
        }
        Press::TakeAll(version) => choosing::take_all(app, &version, effects),
        Press::GoOn => choosing::go_on(app, effects),
        Press::Undo => undo::undo(app, effects),
        Press::BringBack(name) => undo::bring_back(app, &name, effects),
    }
}

/// Writes the open draft, and what was typed for a step beside the stages, if it was changed.
pub fn save(app: &mut App, effects: &mut Effects) {
    cases::typed::save(app, effects);
    if let Some(place) = open_slot(app) {
        write(app, place, effects);
    }
}

/// Changes the answers of the open form.
pub fn change(app: &mut App, effects: &mut Effects, change: impl FnOnce(&mut Document)) {
    let Some(place) = open_slot(app) else {
        return;
    };
    let Some(desk) = desk(&app.library, place.0, place.1, place.2) else {
        return;
    };
    let before = desk.document;
    let draft = app.library.drafts.or_insert_with(place, || Draft { document: before, ..Draft::default() });
    change(&mut draft.document);
    draft.dirty = true;
    app.page.saved = Saved::Typing;
    effects.push(Effect::SaveSoon);
}

/// Writes a draft, if it was changed.
pub fn write(app: &mut App, place: (Hash, Stage, Slot), effects: &mut Effects) {
    let stamp = app.library.now.stamp();
    let is_open = open_slot(app) == Some(place);
    let Some(draft) = app.library.drafts.get_mut(&place).filter(|draft| draft.dirty) else {
        return;
    };
    draft.revision += 1;
    draft.saved_at = stamp;
    draft.dirty = false;
    let text = library::draft_to_json(draft);
    if is_open {
        app.page.saved = Saved::Yes;
    }
    effects.put(Key::Draft(place.0, place.1, place.2), text);
}

/// Removes what is stored of a draft, and the draft.
pub fn remove(library: &mut Library, place: DraftKey, effects: &mut Effects) {
    library.drafts.remove(&place);
    effects.delete(Key::Draft(place.0, place.1, place.2));
}

/// Removes the drafts that say what was signed already: the page ended between the two.
pub fn remove_signed(library: &mut Library, effects: &mut Effects) {
    let is_signed = |place: &DraftKey, draft: &Draft| {
        let desk = desk(library, place.0, place.1, place.2);
        let desk = desk.filter(|desk| !draft.dirty && desk.document == draft.document)?;
        let head = *desk.dossier.stage(place.1).heads.first()?;
        let mine = &library.me.as_ref()?.card.did;
        match place.2 {
            Slot::Document => {
                let is_mine = desk.dossier.record(&head)?.signer() == mine;
                (is_mine && *document_of(desk.dossier, &head)? == desk.trimmed()).then_some(())
            }
            Slot::Reply => desk.dossier.records().find_map(|record| match record.content() {
                Content::CoSign(answer) => {
                    let said = answer.decision == Decision::Return || answer.reply == desk.trimmed();
                    let is_it = record.signer() == mine && answer.target == head && said;
                    (is_it && answer.note == desk.document.field("note").trim()).then_some(())
                }
                _ => None,
            }),
        }
    };
    let signed = library.drafts.iter().filter(|(place, draft)| is_signed(place, draft).is_some());
    let signed: Vec<DraftKey> = signed.map(|(place, _)| *place).collect();
    for place in signed {
        remove(library, place, effects);
    }
}

/// Says whether what else is asked, offered or added up in the open form depends on this answer.
fn looked_at(app: &App, path: &Path) -> bool {
    let Some(desk) = open_slot(app).and_then(|(id, stage, slot)| desk(&app.library, id, stage, slot)) else {
        return false;
    };
    match path {
        // The grade that the two ratings propose is shown beside.
        Path::Field(name) if desk.stage == Stage::Assessment && RATINGS.contains(&name.as_str()) => true,
        Path::Field(name) => depends_on(desk.form, &[desk.stage.code(), ".", name].concat()),
        Path::OfItem(..) => false,
        Path::OfRow(name, _, column) => {
            let mut totals = desk.form.iter().flat_map(|section| &section.fields);
            let total = totals.find(|field| field.name == *name).and_then(|field| field.total.as_ref());
            total.is_some_and(|total| total.of == *column || total.times == *column)
        }
    }
}

fn step_of(app: &App, place: (Hash, Stage, Slot), path: &Path) -> usize {
    let step = desk(&app.library, place.0, place.1, place.2).and_then(|desk| {
        let topics = desk.topics();
        topics.iter().position(|(_, fields)| fields.iter().any(|field| field.name == path.field()))
    });
    step.unwrap_or(app.page.step)
}

fn go_to_check(app: &mut App, place: (Hash, Stage, Slot), effects: &mut Effects) {
    save(app, effects);
    let problems = desk(&app.library, place.0, place.1, place.2).map(|desk| desk.problems());
    match problems {
        Some(problems) if problems.is_empty() => {
            app.page.problems.clear();
            effects.go(Route::Check(place.0, place.1));
        }
        Some(problems) => {
            app.page.problems = problems;
            effects.focus("summary");
        }
        None => {}
    }
}

/// Looks at the open form; says whether there is something else to say than before.
pub fn refresh_cautions(app: &mut App) -> bool {
    let desk =
        open_slot(app).and_then(|(id, stage, slot)| Some((desk(&app.library, id, stage, slot)?, slot)));
    let (found, clash) = match &desk {
        Some((desk, Slot::Document)) => {
            (cautions::of(&app.library, desk), cautions::clash_of(&app.library, desk))
        }
        Some((desk, Slot::Reply)) => (cautions::of(&app.library, desk), None),
        None => (Vec::new(), None),
    };
    let is_new = found != app.page.cautions || clash != app.page.clash;
    (app.page.cautions, app.page.clash) = (found, clash);
    is_new
}
