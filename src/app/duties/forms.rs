//! The forms: what they ask, and who may write them now.

use crate::app::duties::documents::{context_of, document_of};
use crate::app::duties::{begun_with, periods};
use crate::app::key::{Form, Slot};
use crate::app::library::Library;
use crate::app::library::twins::DUPLICATE;
use crate::domain::document::Document;
use crate::domain::problem::Problem;
use crate::domain::stage::{Party, Stage, StageState};
use crate::rules::check::check;
use crate::rules::form::{Context, Days, asked, prefilled, trimmed};
use crate::rules::pack::{Field, Pack, Section};
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;

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

/// Lays out a form: the draft when there is one, else the version that the next one follows, else
/// what is taken over from earlier stages.
pub fn desk(library: &Library, id: Hash, stage: Stage, slot: Slot) -> Option<Desk<'_>> {
    let dossier = library.dossiers.get(&id)?;
    let pack = library.rule_packs.of(dossier.genesis()?)?;
    let rules = pack.stage(stage);
    let form = match slot {
        Slot::Document => rules.document.as_slice(),
        Slot::Reply => rules.reply.as_slice(),
    };
    let facts = dossier.stage(stage);
    // What was signed ahead of a version that was not agreed is looked at again.
    let newest = facts.heads.first().or(facts.lapsed.first()).and_then(|head| document_of(dossier, head));
    let draft = library.drafts.get(&(id, Form::Stage(stage, slot))).map(|draft| draft.document.clone());
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
    let agreed = periods::before(library, dossier)
        .and_then(|plan| document_of(plan, &plan.stage(stage).agreed?.revision));
    let Some(agreed) = agreed else {
        return Document::default();
    };
    let mut context = context_of(dossier);
    context.set(stage, agreed.clone());
    trimmed(pack, &context, &pack.stage(stage).document, agreed)
}

/// Says whether a new version of a stage may be written by this person now.
pub fn may_write(library: &Library, dossier: &Dossier, stage: Stage) -> bool {
    library.me.as_ref().is_some_and(|me| dossier.may_write(&me.card.did, stage))
        && (dossier.stage(stage).state != StageState::Locked || goes_ahead(dossier, stage))
        && goes_on(library, dossier, stage)
}

/// Says whether a version of a stage would be signed ahead now, while the answer to the stage before is on its way.
pub fn goes_ahead(dossier: &Dossier, stage: Stage) -> bool {
    stage.may_go_ahead(|stage| dossier.stage(stage).state)
}

/// Says whether anything may be signed in a stage now, whoever signs it: the dossier is not closed, its
/// rules are at hand, and no newer app wrote in the stage. Of a dossier that ended early the months served can be
/// assessed, unless another one goes on.
pub fn goes_on(library: &Library, dossier: &Dossier, stage: Stage) -> bool {
    !dossier.stage(stage).has_newer
        && dossier.closed().is_none_or(|(_, close)| stage == Stage::Assessment && close.reason != DUPLICATE)
        && dossier.genesis().is_some_and(|genesis| library.rule_packs.of(genesis).is_some())
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

    /// Counts for each topic the questions that are not answered as the rules ask.
    pub fn lacking(&self) -> Vec<usize> {
        let problems = self.problems();
        let lacks = |field: &&&Field| problems.iter().any(|one| one.path.field() == field.name);
        self.topics().iter().map(|(_, fields)| fields.iter().filter(lacks).count()).collect()
    }

    /// Gives the document as it would be signed.
    pub fn trimmed(&self) -> Document {
        trimmed(self.pack, &self.context, self.form, &self.document)
    }
}
