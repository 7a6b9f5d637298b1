//! Which special cases are offered now, and what may be signed in them.

use crate::app::ask;
use crate::app::case::Case;
use crate::app::duties::periods::{TEAM, is_private};
use crate::app::duties::{answers, forms, key_recovery, offers};
use crate::app::key::Slot;
use crate::app::library::Library;
use crate::app::library::people::newest;
use crate::app::library::summary::Summary;
use crate::app::library::twins::begun;
use crate::domain::document::Document;
use crate::domain::stage::{Party, Position, Stage, StageState};
use crate::rules::pack::{Item, Pack};
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::key::Did;
use crate::seal::record::Content;

/// The item of the list `closings` after which the employee answers nothing any more.
pub const DECEASED: &str = "deceased";

/// Says whether a case may be begun in a dossier by the person of this app.
pub fn is_offered(library: &Library, dossier: &Dossier, case: Case) -> bool {
    let side = library.my_side(dossier);
    let agreed = |stage| dossier.stage(stage).agreed.is_some();
    let is_closed = dossier.closed().is_some();
    match case {
        Case::Key => key_recovery::is_offered(library, dossier),
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

/// Lists the people who could take over, or observe: those met who are no side of the dossier.
pub fn people(library: &Library, dossier: &Dossier) -> Vec<Card> {
    let cards = library.contacts.values().map(|contact| &contact.card);
    let others = cards.filter(|card| dossier.side_of(&card.did).is_none());
    others.map(|card| newest(library, card)).collect()
}

/// Gives the reasons for which a dossier may end early: those of its own rules, or where these name none,
/// those of the newest rules that are shipped.
pub fn closings<'a>(library: &'a Library, dossier: &Dossier) -> &'a [Item] {
    let own = dossier.genesis().and_then(|genesis| library.rule_packs.of(genesis));
    let shipped = library.rule_packs.all().iter().rfind(|book| !book.is_own);
    let packs = [own, shipped.and_then(|book| book.pack(Position::Teacher))];
    let mut lists = packs.into_iter().flatten().map(|pack| pack.list("closings"));
    lists.find(|list| !list.is_empty()).unwrap_or_default()
}

/// Gives the items that are ticked on the page of recommending; at first those that are marked already.
pub fn ticked<'a>(answers: &'a Document, dossier: &'a Dossier) -> &'a [String] {
    let is_touched = answers.answers().any(|(name, _)| name == ask::ITEMS);
    if is_touched { answers.many(ask::ITEMS) } else { dossier.recommended(Stage::Planning) }
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
                answers::is_on_behalf(dossier, &agreed.cosign)
            }
        })
    };
    Stage::ALL.into_iter().filter(is_for_me).collect()
}

/// Says whether a step may be signed now, by this key.
pub fn may_sign(library: &Library, dossier: &Dossier, content: &Content, did: &Did) -> bool {
    let waits = |stage: Stage, target: &Hash| {
        let facts = dossier.stage(stage);
        forms::goes_on(library, dossier, stage)
            && facts.heads.as_slice() == [*target]
            && matches!(facts.state, StageState::Waiting | StageState::AmendmentWaiting | StageState::Ahead)
    };
    let offered = |case| is_offered(library, dossier, case);
    match content {
        Content::Withdraw { stage, target } => waits(*stage, target) && dossier.can_take_back(did, target),
        Content::CoSign(cosign) => {
            waits(cosign.stage, &cosign.target)
                && dossier.stage(cosign.stage).state != StageState::Ahead
                && dossier.side_of(did) == Some(cosign.stage.writer())
        }
        Content::Handover(_) => offered(Case::Handover),
        Content::Close(_) => offered(Case::Close),
        Content::Reopen { .. } => offered(Case::Reopen),
        Content::Delegate { .. } => offered(Case::Delegate),
        Content::Recommend { .. } => offered(Case::Recommend),
        Content::Advise(_) => offered(Case::Advise),
        Content::Dossier(_) => offered(Case::Next),
        Content::Revision { stage, document, paper } => {
            let desk = forms::desk(library, dossier.id(), *stage, Slot::Document);
            let is_ready = |desk: forms::Desk| desk.problems().is_empty() && desk.trimmed() == *document;
            !paper.is_empty() && forms::may_transcribe(library, dossier, *stage) && desk.is_some_and(is_ready)
        }
        Content::KeyChange { from, to } => key_recovery::may_sign(library, dossier, from, to),
        // It is signed on a page of its own, for all dossiers at once.
        Content::DetailsChange(_) => false,
        Content::Newer { .. } => false,
    }
}

/// Gives the dossier of a period that goes on with the person of this app as the employee, and that may be handed
/// over: whoever has one needs no second one with another superior.
pub fn to_hand_over<'a>(library: &'a Library, period: &str) -> Option<&'a Dossier> {
    let fits = |dossier: &&Dossier| {
        library.my_side(dossier) == Some(Party::Employee)
            && dossier.genesis().is_some_and(|genesis| genesis.period == period)
            && offers::is_offered(library, dossier, Case::Handover)
    };
    let may_fit = move |summary: &Summary| {
        let is_period = summary.terms.as_ref().is_some_and(|terms| terms.period == period);
        summary.side == Some(Party::Employee) && is_period
    };
    library.dossiers.which(may_fit).filter(fits).min_by_key(|dossier| begun(dossier))
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
        && library.rule_packs.of(genesis).is_some_and(has_team)
}
