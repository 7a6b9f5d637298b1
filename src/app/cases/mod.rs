//! Special cases: steps beside the plain way through the seven stages. Each is one signed record, and
//! whether it may be signed is decided here, once.

pub mod days;
mod draw;
pub mod typed;

use crate::app::case::Case;
use crate::app::effect::Effects;
use crate::app::key::Slot;
use crate::app::library::Library;
use crate::app::library::people::{self, newest};
use crate::app::route::Route;
use crate::app::signing::{self, Pending};
use crate::app::{App, lost, writing};
use crate::domain::date::date;
use crate::domain::document::Document;
use crate::domain::stage::{Party, Position, Stage, StageState};
use crate::rules::pack::{Item, Pack};
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::key::Did;
use crate::seal::record::Content;

/// The item of the list `observers` that stands for the Tim Kinerja.
pub const TEAM: &str = "team";
/// The item of the list `closings` after which the employee answers nothing any more.
pub const DECEASED: &str = "deceased";

/// The buttons of special cases.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Press {
    /// Sign what the open page of a case asks for.
    Sign,
    /// Take the newest version of the open stage back.
    Withdraw,
    /// Record that the other side signed the newest version of the open stage on paper.
    Paper,
    /// Sign the document of the open check page as a copy of what the other side wrote on paper.
    Transcribe,
}

/// The names of the questions on the pages of special cases.
pub mod ask {
    /// Who: a key.
    pub const TO: &str = "case-to";
    /// From which day.
    pub const EFFECTIVE: &str = "case-effective";
    /// The letter of appointment.
    pub const LETTER: &str = "case-letter";
    /// Whether the superior is acting.
    pub const ACTING: &str = "case-acting";
    /// Why, from a list.
    pub const REASON: &str = "case-reason";
    /// More about it.
    pub const NOTE: &str = "case-note";
    /// Which items.
    pub const ITEMS: &str = "case-items";
    /// The rating of the work result.
    pub const RESULT: &str = "case-result";
    /// The rating of the work behaviour.
    pub const BEHAVIOUR: &str = "case-behaviour";
}

/// Says whether a case may be begun in a dossier by the person of this app.
pub fn is_offered(library: &Library, dossier: &Dossier, case: Case) -> bool {
    let side = library.my_side(dossier);
    let agreed = |stage| dossier.stage(stage).agreed.is_some();
    let is_closed = dossier.closed().is_some();
    match case {
        Case::Key => lost::is_offered(library, dossier),
        Case::Reopen => side.is_some() && is_closed,
        Case::Next => side.is_some() && (is_closed || agreed(Stage::Assessment)),
        Case::Advise => advises(library, dossier) && !agreed(Stage::Assessment),
        _ if is_closed => false,
        // One that was assessed in mid-year and opened again can be handed over and closed once more.
        Case::Handover | Case::Close => {
            side.is_some() && !(agreed(Stage::Assessment) && agreed(Stage::Reflection))
        }
        Case::Delegate => side == Some(Party::Superior) && !agreed(Stage::Observation),
        Case::Recommend => side == Some(Party::Superior) && !agreed(Stage::Planning),
    }
}

/// Says whether the person of this app was asked to observe, and has something to go by: their observation, or
/// that the dossier ended early.
fn advises(library: &Library, dossier: &Dossier) -> bool {
    let me = library.me.as_ref().map(|me| &me.card.did);
    let is_asked = me.is_some() && dossier.delegate(Stage::Observation).map(|card| &card.did) == me;
    is_asked && (dossier.stage(Stage::Observation).agreed.is_some() || dossier.closed().is_some())
}

/// Says whether the usual observer of this dossier is the Tim Kinerja, and the superior has not asked anybody yet: the
/// employee is a principal, or teaches at a private school, and the rules know of that team.
pub fn wants_team(library: &Library, dossier: &Dossier) -> bool {
    let Some(genesis) = dossier.genesis() else {
        return false;
    };
    let has_team = |pack: &Pack| pack.list("observers").iter().any(|item| item.id == TEAM);
    is_offered(library, dossier, Case::Delegate)
        && dossier.delegate(Stage::Observation).is_none()
        && dossier.stage(Stage::Observation).heads.is_empty()
        && (genesis.position == Position::Principal || is_private(dossier))
        && library.shelf.of(genesis).is_some_and(has_team)
}

/// Says whether the plan names a private school.
fn is_private(dossier: &Dossier) -> bool {
    let plan = writing::version_of(dossier, Stage::Planning);
    let plan = plan.and_then(|plan| writing::document_of(dossier, &plan));
    plan.is_some_and(|plan| plan.field("school_status") == "private")
}

/// Lists the people who could take over, or observe: those met who are no side of the dossier.
pub fn people(library: &Library, dossier: &Dossier) -> Vec<Card> {
    let cards = library.contacts.values().map(|contact| &contact.card);
    let others = cards.filter(|card| dossier.side_of(&card.did).is_none());
    others.map(|card| newest(library, card)).collect()
}

/// Gives the reasons for which a dossier may end early: those of its own rules, or where these name none,
/// those of the newest rules that are shipped.
pub fn closings<'a>(library: &'a Library, dossier: &Dossier) -> &'a [Item] {
    let own = dossier.genesis().and_then(|genesis| library.shelf.of(genesis));
    let shipped = library.shelf.books().iter().rfind(|book| !book.is_own);
    let packs = [own, shipped.and_then(|book| book.pack(Position::Teacher))];
    let mut lists = packs.into_iter().flatten().map(|pack| pack.list("closings"));
    lists.find(|list| !list.is_empty()).unwrap_or_default()
}

/// Gives the items that are ticked on the page of recommending; at first those that are marked already.
pub fn ticked<'a>(answers: &'a Document, dossier: &'a Dossier) -> &'a [String] {
    let is_touched = answers.answers().any(|(name, _)| name == ask::ITEMS);
    if is_touched { answers.many(ask::ITEMS) } else { dossier.recommended(Stage::Planning) }
}

/// Carries out a button.
pub fn press(app: &mut App, press: Press, effects: &mut Effects) {
    typed::save(app, effects);
    let found = match (press, &app.route) {
        (Press::Sign, Route::Case(id, case)) => draw::act(app, *id, *case).map(|content| (*id, content)),
        (Press::Withdraw, Route::Stage(id, stage)) => {
            let head =
                app.library.dossiers.get(id).and_then(|dossier| dossier.stage(*stage).heads.first().copied());
            Ok((*id, head.map(|target| Content::Withdraw { stage: *stage, target })))
        }
        (Press::Transcribe, Route::Check(id, stage)) => {
            draw::transcript(app, *id, *stage).map(|content| (*id, content))
        }
        (Press::Paper, Route::Stage(id, stage)) => {
            draw::paper(app, *id, *stage).map(|content| (*id, content))
        }
        _ => return,
    };
    match found {
        Ok((id, Some(content))) => {
            app.page.problems.clear();
            signing::begin(app, Pending::Act(id, Box::new(content)), effects);
        }
        Ok((_, None)) => app.page.refused = true,
        Err(problems) => {
            app.page.problems = problems;
            effects.focus("summary");
        }
    }
}

/// Says whether the open page still asks for just this: a file may have come in since the question was asked.
pub fn is_as_drawn(app: &App, content: &Content) -> bool {
    let again = match (&app.route, content) {
        (_, Content::Withdraw { .. }) => return true,
        (Route::Case(id, case), _) => draw::act(app, *id, *case),
        (Route::Check(id, stage), _) => draw::transcript(app, *id, *stage),
        (Route::Stage(id, stage), _) => draw::paper(app, *id, *stage),
        _ => return false,
    };
    again.is_ok_and(|again| again.as_ref() == Some(content))
}

/// Says whether a step may be signed now, by this key.
pub fn may_sign(library: &Library, dossier: &Dossier, content: &Content, did: &Did) -> bool {
    let waits = |stage: Stage, target: &Hash| {
        let facts = dossier.stage(stage);
        writing::goes_on(library, dossier, stage)
            && facts.heads.as_slice() == [*target]
            && matches!(facts.state, StageState::Waiting | StageState::AmendmentWaiting)
    };
    let offered = |case| is_offered(library, dossier, case);
    match content {
        Content::Withdraw { stage, target } => waits(*stage, target) && dossier.can_take_back(did, target),
        Content::CoSign(cosign) => {
            waits(cosign.stage, &cosign.target) && dossier.side_of(did) == Some(cosign.stage.writer())
        }
        Content::Handover(_) => offered(Case::Handover),
        Content::Close(_) => offered(Case::Close),
        Content::Reopen { .. } => offered(Case::Reopen),
        Content::Delegate { .. } => offered(Case::Delegate),
        Content::Recommend { .. } => offered(Case::Recommend),
        Content::Advise(_) => offered(Case::Advise),
        Content::Dossier(_) => offered(Case::Next),
        Content::Revision { stage, document, paper } => {
            let desk = writing::desk(library, dossier.id(), *stage, Slot::Document);
            let is_ready = |desk: writing::Desk| desk.problems().is_empty() && desk.trimmed() == *document;
            !paper.is_empty()
                && writing::may_transcribe(library, dossier, *stage)
                && desk.is_some_and(is_ready)
        }
        Content::KeyChange { from, to } => lost::may_sign(library, dossier, from, to),
        // It is signed on a page of its own, for all dossiers at once.
        Content::DetailsChange(_) => false,
        Content::Newer { .. } => false,
    }
}

/// Gives the newest dossier of the same employee whose plan was agreed and whose period does not begin
/// after the one of this dossier: what carries on is taken over from it.
pub fn before<'a>(library: &'a Library, dossier: &Dossier) -> Option<&'a Dossier> {
    let begins = |dossier: &Dossier| {
        let pack = library.shelf.of(dossier.genesis()?)?;
        date(&pack.from)
    };
    let employee = &dossier.card(Party::Employee)?.did;
    let mut newest: Option<&Dossier> = None;
    for other in library.dossiers.values() {
        let fits = other.id() != dossier.id()
            && other.card(Party::Employee).is_some_and(|card| card.did == *employee)
            && other.stage(Stage::Planning).agreed.is_some()
            && begins(other).is_some_and(|day| Some(day) <= begins(dossier));
        if fits && newest.is_none_or(|known| begins(known) <= begins(other)) {
            newest = Some(other);
        }
    }
    newest
}

/// Lists the stages that are agreed without a signature of the person of this app, who is a side: the
/// other side signed by rule, or from paper.
pub fn signed_for_me(library: &Library, dossier: &Dossier) -> Vec<Stage> {
    let Some(me) = library.my_side(dossier) else {
        return Vec::new();
    };
    let is_for_me = |stage: &Stage| {
        dossier.stage(*stage).agreed.is_some_and(|agreed| {
            if stage.writer() == me {
                dossier.is_copy(&agreed.revision)
            } else {
                signing::is_on_behalf(dossier, &agreed.cosign)
            }
        })
    };
    Stage::ALL.into_iter().filter(is_for_me).collect()
}

/// Puts a version that was taken back in place as a draft, so that nothing of it has to be typed again.
pub fn keep_as_draft(app: &mut App, id: Hash, stage: Stage, target: &Hash, effects: &mut Effects) {
    let place = (id, stage, Slot::Document);
    let version =
        app.library.dossiers.get(&id).and_then(|dossier| writing::document_of(dossier, target)).cloned();
    if !app.library.drafts.contains_key(&place)
        && let Some(document) = version
    {
        crate::app::choosing::begin_with(app, place, document, effects);
    }
}
