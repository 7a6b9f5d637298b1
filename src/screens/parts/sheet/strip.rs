//! The strip of signatures at the foot of a sheet: a box for each side, and the sign of both.
use crate::app::App;
use crate::domain::stage::{Party, StageState};
use crate::lang::{Texts, fill, own};
use crate::screens::block::sheet::{BoxState, SignBox, Strip};
use crate::screens::parts::keys;
use crate::screens::parts::names::{details, pinned_name, visible};
use crate::screens::parts::paper::Paper;
use crate::screens::parts::sheet::deciding_answer;
use crate::screens::parts::stage_sign::sign;
use crate::screens::parts::words::signed;
use crate::seal::record::{Content, Decision, Record};

/// Draws the strip of a sheet.
pub(super) fn strip(app: &App, t: &'static Texts, paper: &Paper) -> Strip {
    let facts = paper.dossier.stage(paper.stage);
    let writer = paper.stage.writer();
    let written = paper.version.and_then(|version| paper.dossier.record(&version));
    let answered = paper.version.and_then(|version| deciding_answer(paper.dossier, &version));
    let decision = |record: &Record| match record.content() {
        Content::CoSign(cosign) => Some(cosign.decision),
        _ => None,
    };
    let returned = |record: &Record| decision(record) == Some(Decision::Return);
    // Before the version is signed, or while it waits, an older agreement is shown as lifted.
    let older = facts.agreed.filter(|agreed| Some(agreed.revision) != paper.version);
    let older_of = |party: Party| {
        let id = older.map(|agreed| if party == writer { agreed.revision } else { agreed.cosign });
        id.and_then(|id| paper.dossier.record(&id))
    };
    let make = |party: Party| {
        let record = if party == writer { written } else { answered };
        let (state, record) = match record {
            Some(record) => {
                let state = match decision(record) {
                    Some(Decision::Return) => BoxState::Returned,
                    Some(Decision::Automatic) => BoxState::Automatic,
                    Some(Decision::Paper) => BoxState::Paper,
                    None if paper.dossier.is_copy(&record.id()) => BoxState::Paper,
                    Some(Decision::Agree) | None => BoxState::Signed,
                };
                (state, Some(record))
            }
            None => match older_of(party) {
                Some(record) => (BoxState::Lifted, Some(record)),
                None => (BoxState::Empty, None),
            },
        };
        sign_box(app, t, paper, party, state, record)
    };
    let state = match (paper.version, older) {
        (None, None) => StageState::Open,
        (Some(version), _) if facts.heads.contains(&version) => facts.state,
        (Some(_), _) if answered.is_some_and(|record| !returned(record)) => StageState::Agreed,
        (Some(_), _) if answered.is_some() => StageState::Returned,
        (Some(_), _) => StageState::Waiting,
        (None, Some(_)) => StageState::AmendmentWaiting,
    };
    Strip {
        sign: sign(t, paper.stage, state),
        employee: make(Party::Employee),
        superior: make(Party::Superior),
    }
}

fn sign_box(
    app: &App,
    t: &'static Texts,
    paper: &Paper,
    party: Party,
    state: BoxState,
    record: Option<&Record>,
) -> SignBox {
    let mut lines = vec![
        match state {
            BoxState::Empty => t.stage.box_empty,
            BoxState::Signed => t.stage.box_signed,
            BoxState::Returned => t.stage.box_returned,
            BoxState::Lifted => t.stage.box_lifted,
            BoxState::Automatic => t.cases.box_automatic,
            BoxState::Paper => t.cases.box_paper,
        }
        .to_string(),
    ];
    if let Some(record) = record {
        let card = paper.dossier.card_of(record.signer()).unwrap_or_else(|| paper.genesis.card(party));
        let beside = keys::beside(app, t, paper.dossier, record);
        let is_doubtful = paper.dossier.is_doubtful(&record.id());
        if paper.dossier.is_late(&record.id()) {
            lines.push(own(t.cases.former_late));
        } else if !paper.dossier.had(party, record.signer()) && !is_doubtful {
            lines.push(whose_behalf(app, t, paper, party, state));
        }
        let (name, person) = details(app, paper.dossier, card, Some(record));
        lines.push(name);
        lines.push(visible(person.office()));
        lines.push(signed(app, record));
        let version = match record.content() {
            Content::CoSign(cosign) => cosign.target,
            Content::Revision { paper, .. } if !paper.is_empty() => {
                lines.push(visible(paper));
                record.id()
            }
            _ => record.id(),
        };
        // What is signed stands above; only what was signed before is told apart.
        if state == BoxState::Lifted {
            lines.push(fill(t.stage.version_code, &[&version.short()]));
        }
        let mine = app.library.me.as_ref().is_some_and(|me| me.card.did == card.did);
        let matched = app.library.contacts.get(&card.did).and_then(|contact| contact.matched.as_ref());
        lines.push(
            match matched {
                _ if mine => t.stage.own_key,
                Some(_) => t.stage.key_matched,
                None => t.stage.key_unmatched,
            }
            .to_string(),
        );
        lines.extend(beside);
    }
    SignBox { party: t.party(party).to_string(), state, lines }
}

/// Says for whom somebody signed who does not have that side now: a colleague for the superior, the
/// writer for the other side, or an earlier superior for themself.
fn whose_behalf(app: &App, t: &Texts, paper: &Paper, party: Party, state: BoxState) -> String {
    let name = pinned_name(app, paper.dossier, party);
    match state {
        BoxState::Automatic | BoxState::Paper => fill(t.cases.for_other_side, &[&name]),
        _ if paper.dossier.delegate(paper.stage).is_some() => fill(t.cases.delegated_by, &[&name]),
        _ => own(t.cases.former),
    }
}
