//! Two versions that were written apart: both are kept, a person chooses for each question, and goes on from there.

use crate::app::context::Context;
use crate::app::duties::documents::document_of;
use crate::app::duties::forms::{self, may_write};
use crate::app::editor::remarks::REMARKS;
use crate::app::editor::{Editor, undo};
use crate::app::key::{Form, Slot};
use crate::app::library::Library;
use crate::app::route::Route;
use crate::domain::document::{Answer, Document, Path};
use crate::domain::merge::{ALL, differing, merged, united};
use crate::domain::problem::{Fault, Problem};
use crate::domain::stage::{Stage, StageState};
use crate::lang::own;
use crate::seal::canonical::Hash;

/// How the name of a choice begins; no question of a pack has such a name.
pub const CHOICE: &str = "choose-";

/// What an answer of the other side holds beside its form.
const BESIDE: [&str; 2] = ["note", REMARKS];

/// What there is to choose from.
#[derive(Clone, Debug)]
pub struct Choosing {
    /// The form.
    pub place: (Hash, Stage, Slot),
    /// The versions.
    pub versions: Vec<Hash>,
    /// The documents, in the same order.
    pub documents: Vec<Document>,
}

/// Gives what there is to choose from on the open page.
pub fn open(library: &Library, route: &Route) -> Option<Choosing> {
    let Route::Stage(id, stage) = *route else {
        return None;
    };
    let dossier = library.dossiers.get(&id)?;
    let facts = dossier.stage(stage);
    if facts.state != StageState::Diverged || !may_write(library, dossier, stage) {
        return None;
    }
    let (mut versions, mut documents) = (Vec::new(), Vec::new());
    for head in &facts.heads {
        if let Some(document) = document_of(dossier, head) {
            versions.push(*head);
            documents.push(document.clone());
        }
    }
    Some(Choosing { place: (id, stage, Slot::Document), versions, documents })
}

impl Choosing {
    /// Gives what was chosen for a question: the number of a document, as text, or [`ALL`]. Of lists everything is
    /// kept until somebody chooses otherwise, so that no line falls out unseen.
    pub fn chosen(&self, choices: &Document, name: &str) -> Option<String> {
        let chosen = choices.field(name);
        let place = self.versions.iter().position(|version| version.key() == chosen);
        let all = || (chosen.is_empty() || chosen == ALL).then(|| united(&self.documents, name)).flatten();
        place.map(|number| number.to_string()).or_else(|| all().map(|_| own(ALL)))
    }

    /// Gives the questions that have to be chosen for, those to which the documents do not say the same: of
    /// the form in their order, then what an answer holds beside its form.
    pub fn questions(&self, library: &Library) -> Vec<String> {
        let differing = differing(&self.documents);
        let (id, stage, slot) = self.place;
        let Some(desk) = forms::desk(library, id, stage, slot) else {
            return Vec::new();
        };
        let fields = desk.form.iter().flat_map(|section| &section.fields);
        let mut names: Vec<String> = Vec::new();
        for field in fields.filter(|field| differing.contains(&field.name)) {
            if !names.contains(&field.name) {
                names.push(field.name.clone());
            }
        }
        names.extend(
            BESIDE.iter().filter(|name| differing.iter().any(|one| one == *name)).map(|name| own(name)),
        );
        names
    }
}

/// Takes a choice; says whether it was one.
pub fn type_in(editor: &mut Editor, path: &Path, text: &str, cx: &mut Context) -> bool {
    let Some(name) = path.field().strip_prefix(CHOICE) else {
        return false;
    };
    editor.choices.set_text(&Path::Field(name.to_string()), text);
    cx.page.problems.retain(|problem| problem.path != *path);
    cx.effects.render();
    true
}

/// Goes on with what was chosen for each question, once something was.
pub fn go_on(editor: &mut Editor, cx: &mut Context) {
    let Some(choosing) = open(cx.library, &cx.page.route) else {
        return;
    };
    let questions = choosing.questions(cx.library);
    let mut choices = Document::default();
    for name in &questions {
        if let Some(number) = choosing.chosen(&editor.choices, name) {
            choices.put(name, Answer::Text(number));
        }
    }
    let undecided = questions.into_iter().filter(|name| choices.field(name).is_empty());
    let problem =
        |name: String| Problem { path: Path::Field([CHOICE, &name].concat()), fault: Fault::NotChosen };
    let problems: Vec<Problem> = undecided.map(problem).collect();
    if problems.is_empty() {
        let document = merged(&choosing.documents, &choices);
        take(editor, choosing.place, document, cx);
    } else {
        cx.page.problems = problems;
        cx.effects.focus("summary");
    }
}

/// Goes on with all answers of one of the versions.
pub fn take_all(editor: &mut Editor, version: &Hash, cx: &mut Context) {
    let Some(choosing) = open(cx.library, &cx.page.route) else {
        return;
    };
    let found = choosing.versions.iter().position(|known| known == version);
    if let Some(document) = found.and_then(|number| choosing.documents.get(number)).cloned() {
        take(editor, choosing.place, document, cx);
    }
}

fn take(editor: &mut Editor, place: (Hash, Stage, Slot), document: Document, cx: &mut Context) {
    editor.choices = Document::default();
    cx.page.problems.clear();
    undo::replace(editor, (place.0, Form::Stage(place.1, place.2)), document, cx);
    cx.effects.go(Route::Form(place.0, place.1));
}
