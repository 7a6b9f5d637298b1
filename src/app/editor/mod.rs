//! Forms: filling them in, saving while typing, the way to the check page, and what helps on the way.

pub mod choosing;
pub mod remarks;
pub mod undo;
pub mod writing_help;

use crate::app::ask;
use crate::app::context::Context;
use crate::app::duties::documents::document_of;
use crate::app::duties::forms::{Desk, desk};
use crate::app::duties::offers::ticked;
use crate::app::duties::{cautions, schedule};
use crate::app::editor::remarks::AT;
use crate::app::effect::{Effect, Effects};
use crate::app::key::{DraftKey, Form, Key, Slot};
use crate::app::library::rule_packs::Texts;
use crate::app::library::{self, ASKED, Draft, Library};
use crate::app::route::Route;
use crate::domain::document::{Answer, Document, Path};
use crate::domain::stage::Stage;
use crate::rules::caution::Caution;
use crate::rules::form::depends_on;
use crate::rules::pack::RATINGS;
use crate::seal::canonical::Hash;
use crate::seal::record::{Content, Decision};

/// The work in the open form that nobody has to keep.
#[derive(Clone, Debug, Default)]
pub struct Editor {
    /// What is known of the draft, for the save line.
    pub saved: Saved,
    /// What is said beside answers and never forced.
    pub cautions: Vec<Caution>,
    /// For each topic of the form, how many questions lack an answer.
    pub lacking: Vec<usize>,
    /// The observation that clashes with the one that is planned here.
    pub conflict: Option<schedule::Conflict>,
    /// What was chosen between documents that were written apart: where the one is from, for each question.
    pub choices: Document,
    /// What was put away last, and can be brought back at once.
    pub undo: Option<undo::Undo>,
    /// The input, or the answer, for which a file was looked at last, and what came of it.
    pub file_check: Option<(String, writing_help::Verdict)>,
}

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

/// Gives the form of a stage that is open: on the form page the document, on the stage page the reply.
pub fn open_slot(route: &Route) -> Option<(Hash, Stage, Slot)> {
    match route {
        Route::Form(id, stage) => Some((*id, *stage, Slot::Document)),
        Route::Stage(id, stage) => Some((*id, *stage, Slot::Reply)),
        _ => None,
    }
}

/// Gives the form that is open beside the stages: the page of a special case, or where a paper lies.
fn open_beside(route: &Route) -> Option<DraftKey> {
    match route {
        Route::Case(id, case) => Some((*id, Form::Case(*case))),
        Route::Stage(id, stage) | Route::Check(id, stage) => Some((*id, Form::Paper(*stage))),
        _ => None,
    }
}

/// Gives the form for which a page is there.
pub fn open_form(route: &Route) -> Option<DraftKey> {
    match route {
        Route::Case(..) => open_beside(route),
        _ => open_slot(route).map(|(id, stage, slot)| (id, Form::Stage(stage, slot))),
    }
}

/// Gives the form that a question of the open page belongs to.
fn form_of(route: &Route, field: &str) -> Option<DraftKey> {
    if field.starts_with(ASKED) { open_beside(route) } else { open_form(route) }
}

/// Gives what was answered to the form that is open beside the stages.
pub fn answers_beside(library: &Library, route: &Route) -> Document {
    let draft = open_beside(route).and_then(|place| library.drafts.get(&place));
    draft.map(|draft| draft.document.clone()).unwrap_or_default()
}

/// Puts typed text in place.
pub fn type_in(editor: &mut Editor, path: &Path, text: &str, cx: &mut Context) {
    change(editor, path.field(), cx, |document| document.set_text(path, text));
    // What is said about a day follows it.
    if path.field() == ask::EFFECTIVE || is_depended_on(cx.library, &cx.page.route, path) {
        cx.effects.render();
    }
}

/// Chooses or drops one of several items.
pub fn choose(editor: &mut Editor, field: &str, id: &str, chosen: bool, cx: &mut Context) {
    let marked = match (field, &cx.page.route) {
        (ask::ITEMS, Route::Case(id, _)) => cx.library.dossiers.get(id).map(|dossier| {
            let answers = answers_beside(cx.library, &cx.page.route);
            ticked(&answers, dossier).to_vec()
        }),
        _ => None,
    };
    change(editor, field, cx, |document| {
        // The items that are marked already stay so, unless they are dropped.
        if let Some(marked) = marked {
            document.put(field, Answer::Many(marked));
        }
        document.choose(field, id, chosen);
    });
    cx.page.layout += u32::from(is_depended_on(cx.library, &cx.page.route, &Path::Field(field.to_string())));
    cx.effects.render();
}

/// Carries out a button.
pub fn press(editor: &mut Editor, press: Press, cx: &mut Context) {
    match press {
        Press::AddRow(field) => add_row(editor, field, cx),
        Press::RemoveRow(field, row) => undo::remove_line(editor, &field, row, cx),
        Press::Step(step) => {
            cx.page.step = step;
            cx.page.layout += 1;
            cx.effects.focus("step");
        }
        Press::Edit(step) => {
            if let Route::Check(id, stage) = cx.page.route {
                cx.page.open_at = step;
                cx.effects.go(Route::Form(id, stage));
            }
        }
        Press::GoTo(path) => {
            cx.page.step = step_of(cx, &path);
            cx.effects.focus(path.id());
        }
        Press::Check => go_to_check(editor, cx),
        Press::Discard => {
            if let Some(place) = open_form(&cx.page.route) {
                editor.saved = Saved::Untouched;
                undo::discard(editor, place, cx);
                cx.page.problems.clear();
                cx.page.layout += 1;
                cx.effects.focus("undo");
            }
        }
        Press::TakeAll(version) => choosing::take_all(editor, &version, cx),
        Press::GoOn => choosing::go_on(editor, cx),
        Press::Undo => undo::undo(editor, cx),
        Press::BringBack(name) => undo::bring_back(editor, &name, cx),
    }
}

/// Gives the form of a stage that is open, as it is laid out.
fn open_desk<'a>(library: &'a Library, route: &Route) -> Option<Desk<'a>> {
    open_slot(route).and_then(|(id, stage, slot)| desk(library, id, stage, slot))
}

/// Adds a line to a log, and goes to its first question.
fn add_row(editor: &mut Editor, field: String, cx: &mut Context) {
    let mut row = 0;
    change(editor, &field, cx, |document| {
        document.add_row(&field);
        row = document.rows(&field).len() - 1;
    });
    let column = open_desk(cx.library, &cx.page.route).and_then(|desk| {
        let mut fields = desk.form.iter().flat_map(|section| &section.fields);
        fields.find(|known| known.name == field)?.fields.first().map(|column| column.name.clone())
    });
    // Only notes on answers are asked for by no question.
    let column = column.unwrap_or_else(|| AT.into());
    cx.effects.focus(Path::OfRow(field, row, column).id());
}

/// Writes the open drafts that were changed.
pub fn save(editor: &mut Editor, cx: &mut Context) {
    for place in [open_beside(&cx.page.route), open_form(&cx.page.route)].into_iter().flatten() {
        write(editor, place, cx);
    }
}

/// Changes the answers of the form to which a question of the open page belongs.
pub fn change(editor: &mut Editor, field: &str, cx: &mut Context, change: impl FnOnce(&mut Document)) {
    let Some(place) = form_of(&cx.page.route, field) else {
        return;
    };
    let before = match place {
        (id, Form::Stage(stage, slot)) => desk(cx.library, id, stage, slot).map(|desk| desk.document),
        _ => Some(Document::default()),
    };
    let Some(before) = before else {
        return;
    };
    if !cx.library.drafts.contains_key(&place) {
        // From now on there is something to discard.
        cx.effects.render();
    }
    let draft = cx.library.drafts.or_insert_with(place, || Draft { document: before, ..Draft::default() });
    change(&mut draft.document);
    draft.dirty = true;
    editor.saved = Saved::Typing;
    cx.effects.push(Effect::SaveSoon);
}

/// Writes a draft, if it was changed. Beside the stages one that says nothing is removed.
pub fn write(editor: &mut Editor, place: DraftKey, cx: &mut Context) {
    let stamp = cx.library.now.stamp();
    let Some(draft) = cx.library.drafts.get_mut(&place).filter(|draft| draft.dirty) else {
        return;
    };
    if form_says_nothing(place.1, &draft.document) {
        remove(cx.library, place, cx.effects);
    } else {
        draft.revision += 1;
        draft.saved_at = stamp;
        draft.dirty = false;
        let text = library::draft_to_json(place.1, draft);
        cx.effects.put(Key::Draft(place), text);
    }
    if [open_form(&cx.page.route), open_beside(&cx.page.route)].contains(&Some(place)) {
        editor.saved = Saved::Yes;
    }
}

fn form_says_nothing(form: Form, document: &Document) -> bool {
    let is_empty = |answer: &Answer| matches!(answer, Answer::Text(text) if text.trim().is_empty());
    !matches!(form, Form::Stage(..)) && document.answers().all(|(_, answer)| is_empty(answer))
}

/// Forgets the answers to the form that is open beside the stages, because a record was signed from them.
pub fn end_beside(library: &mut Library, route: &Route, effects: &mut Effects) {
    if let Some(place) = open_beside(route).filter(|place| library.drafts.contains_key(place)) {
        remove(library, place, effects);
    }
}

/// Puts a version that was taken back in place as a draft, so that nothing of it has to be typed again.
pub fn keep_version(editor: &mut Editor, id: Hash, stage: Stage, target: &Hash, cx: &mut Context) {
    let place = (id, Form::Stage(stage, Slot::Document));
    let version = cx.library.dossiers.get(&id).and_then(|dossier| document_of(dossier, target)).cloned();
    if !cx.library.drafts.contains_key(&place)
        && let Some(document) = version
    {
        undo::replace(editor, place, document, cx);
    }
}

/// Removes what is stored of a draft, and the draft.
pub fn remove(library: &mut Library, place: DraftKey, effects: &mut Effects) {
    library.drafts.remove(&place);
    effects.delete(Key::Draft(place));
}

/// Removes the drafts that say what was signed already: the page ended between the two.
pub fn remove_signed(library: &mut Library, effects: &mut Effects) {
    // Without the rules no form is known, and it is tried again once they are here.
    if library.rule_packs.texts() != Texts::Here {
        return;
    }
    let is_signed = |place: &DraftKey, draft: &Draft| {
        let Form::Stage(stage, slot) = place.1 else {
            return None;
        };
        let desk = desk(library, place.0, stage, slot);
        let desk = desk.filter(|desk| !draft.dirty && desk.document == draft.document)?;
        let head = *desk.dossier.stage(stage).heads.first()?;
        let mine = &library.me.as_ref()?.card.did;
        match slot {
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
fn is_depended_on(library: &Library, route: &Route, path: &Path) -> bool {
    let Some(desk) = open_desk(library, route) else {
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

/// Gives the topic in which a question stands.
fn step_of(cx: &Context, path: &Path) -> usize {
    let step = open_desk(cx.library, &cx.page.route).and_then(|desk| {
        let topics = desk.topics();
        topics.iter().position(|(_, fields)| fields.iter().any(|field| field.name == path.field()))
    });
    step.unwrap_or(cx.page.step)
}

fn go_to_check(editor: &mut Editor, cx: &mut Context) {
    save(editor, cx);
    let Some(desk) = open_desk(cx.library, &cx.page.route) else {
        return;
    };
    let (next, problems) = (Route::Check(desk.dossier.id(), desk.stage), desk.problems());
    if problems.is_empty() {
        cx.effects.go(next);
    } else {
        cx.effects.focus("summary");
    }
    cx.page.problems = problems;
}

/// Looks at the open form; says whether there is something else to say than before.
pub fn refresh_cautions(editor: &mut Editor, library: &Library, route: &Route) -> bool {
    let desk = open_slot(route).and_then(|(id, stage, slot)| Some((desk(library, id, stage, slot)?, slot)));
    let (found, conflict) = match &desk {
        Some((desk, Slot::Document)) => (cautions::of(library, desk), cautions::conflict_of(library, desk)),
        Some((desk, Slot::Reply)) => (cautions::of(library, desk), None),
        None => (Vec::new(), None),
    };
    let lacking = desk.map_or(Vec::new(), |(desk, _)| desk.lacking());
    let is_new = found != editor.cautions || conflict != editor.conflict || lacking != editor.lacking;
    (editor.cautions, editor.conflict, editor.lacking) = (found, conflict, lacking);
    is_new
}
