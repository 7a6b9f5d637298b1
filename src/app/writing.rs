//! Drafts: filling in a form, saving while typing, and the way to the check page.

use crate::app::effect::{Effect, Effects};
use crate::app::key::{DraftKey, Key, Slot};
use crate::app::library::twins::DUPLICATE;
use crate::app::library::{self, Draft, Library};
use crate::app::route::Route;
use crate::app::signing::remarks::AT;
use crate::app::{App, begun_with, cases, choosing, undo};
use crate::domain::document::{Document, Path};
use crate::domain::problem::Problem;
use crate::domain::stage::{Party, Stage, StageState};
use crate::rules::check::check;
use crate::rules::form::{Context, Days, asked, depends_on, prefilled, trimmed};
use crate::rules::pack::{Field, Pack, RATINGS, Section};
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
use crate::seal::record::Content;

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

/// The form of a stage with all that it needs.
pub struct Desk<'a> {
    /// The rules.
    pub pack: &'a Pack,
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The stage.
    pub stage: Stage,
    /// The questions.
    pub form: &'a [Section],
    /// The answers so far.
    pub document: Document,
    /// What the questions look at.
    pub context: Context,
    /// The ids of the items that the superior recommends, in the lists that ask for it.
    pub recommended: Vec<String>,
}

impl Desk<'_> {
    /// Gives all problems.
    pub fn problems(&self) -> Vec<Problem> {
        check(self.pack, &self.context, self.form, &self.document)
    }

    /// Gives the topics of which something is asked, each with its questions.
    pub fn topics(&self) -> Vec<(&Section, Vec<&Field>)> {
        let with_questions = |section| (section, asked(std::slice::from_ref(section), &self.context));
        self.form.iter().map(with_questions).filter(|(_, fields)| !fields.is_empty()).collect()
    }

    /// Gives the document as it would be signed.
    pub fn trimmed(&self) -> Document {
        trimmed(self.pack, &self.context, self.form, &self.document)
    }
}

/// Gives the document of a version.
pub fn document_of<'a>(dossier: &'a Dossier, revision: &Hash) -> Option<&'a Document> {
    match dossier.record(revision)?.content() {
        Content::Revision { document, .. } => Some(document),
        _ => None,
    }
}

/// Gives the version of a stage that the stages after it look at: the agreed one, or else the newest.
pub fn version_of(dossier: &Dossier, stage: Stage) -> Option<Hash> {
    let facts = dossier.stage(stage);
    facts.agreed.map(|agreement| agreement.revision).or_else(|| facts.heads.first().copied())
}

/// Gives what a form of this stage looks at: the documents of all stages, and whether the superior is
/// acting.
pub fn context_of(dossier: &Dossier) -> Context {
    let mut context = Context::new(dossier.is_acting());
    for stage in Stage::ALL {
        if let Some(document) = version_of(dossier, stage).and_then(|version| document_of(dossier, &version))
        {
            context.set(stage, document.clone());
        }
    }
    context
}

/// Lays out a form: the draft when there is one, else the version that the next one follows, else
/// what is taken over from earlier stages.
pub fn desk(library: &Library, id: Hash, stage: Stage, slot: Slot) -> Option<Desk<'_>> {
    let dossier = library.dossiers.get(&id)?;
    let pack = library.shelf.of(dossier.genesis()?)?;
    let rules = pack.stage(stage);
    let form = match slot {
        Slot::Document => rules.document.as_slice(),
        Slot::Reply => rules.reply.as_slice(),
    };
    let newest = dossier.stage(stage).heads.first().and_then(|head| document_of(dossier, head));
    let draft = library.drafts.get(&(id, stage, slot)).map(|draft| draft.document.clone());
    let mut context = context_of(dossier);
    context.days = Some(Days::of(stage, library.now.local().0));
    let document = match slot {
        Slot::Document => draft.or_else(|| newest.cloned()),
        Slot::Reply => draft,
    };
    let document = document.unwrap_or_else(|| match slot {
        Slot::Document if stage == Stage::Planning => carried_over(library, dossier, pack),
        Slot::Document => begun_with::fill_in(library, dossier, pack, stage, prefilled(form, &context)),
        Slot::Reply => prefilled(form, &context),
    });
    if slot == Slot::Document {
        context.set(stage, document.clone());
    } else if let Some(newest) = newest {
        context.set(stage, newest.clone());
    }
    let recommended = dossier.recommended(stage).to_vec();
    Some(Desk { pack, dossier, stage, form, document, context, recommended })
}

/// Gives what a new plan takes over from the one of the period before: everything that the rules of
/// this period still ask for.
fn carried_over(library: &Library, dossier: &Dossier, pack: &Pack) -> Document {
    let stage = Stage::Planning;
    let agreed = cases::before(library, dossier)
        .and_then(|plan| document_of(plan, &plan.stage(stage).agreed?.revision));
    let Some(agreed) = agreed else {
        return Document::default();
    };
    let mut context = context_of(dossier);
    context.set(stage, agreed.clone());
    trimmed(pack, &context, &pack.stage(stage).document, agreed)
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

/// Says whether a new version of a stage may be written by this person now.
pub fn may_write(library: &Library, dossier: &Dossier, stage: Stage) -> bool {
    library.me.as_ref().is_some_and(|me| dossier.may_write(&me.card.did, stage))
        && dossier.stage(stage).state != StageState::Locked
        && goes_on(library, dossier, stage)
}

/// Says whether anything may be signed in a stage now, whoever signs it: the dossier is not closed, its
/// rules are at hand, and no newer app wrote in the stage. Of a dossier that ended early the months served can be
/// assessed, unless another one goes on.
pub fn goes_on(library: &Library, dossier: &Dossier, stage: Stage) -> bool {
    !dossier.stage(stage).has_newer
        && dossier.closed().is_none_or(|(_, close)| stage == Stage::Assessment && close.reason != DUPLICATE)
        && dossier.genesis().is_some_and(|genesis| library.shelf.of(genesis).is_some())
}

/// Says whether the document is agreed by rule once it is signed: a plan under an acting superior, or
/// where the rules of the period say so.
pub fn is_agreed_by_rule(desk: &Desk) -> bool {
    desk.stage == Stage::Planning && (desk.dossier.is_acting() || desk.pack.stage(desk.stage).is_automatic)
}

/// Says whether this person may copy a document that the superior wrote on paper: as long as the
/// superior has signed none here.
pub fn may_transcribe(library: &Library, dossier: &Dossier, stage: Stage) -> bool {
    let facts = dossier.stage(stage);
    stage.writer() == Party::Superior
        && library.my_side(dossier) == Some(Party::Employee)
        && matches!(facts.state, StageState::Open | StageState::Returned)
        && facts.heads.iter().all(|head| dossier.is_copy(head))
        && goes_on(library, dossier, stage)
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
                    let said = [&answer.reply, &Document::default()].contains(&&desk.trimmed());
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
