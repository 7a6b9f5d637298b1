//! What earlier superiors signed without knowing of the present one: told for ever, as what it is.
use crate::app::App;
use crate::app::route::Route;
use crate::domain::stage::{Party, Stage};
use crate::lang::{Texts, fill, own};
use crate::screens::block::{Block, Link, Notice, Tone};
use crate::screens::parts::names::{name_of, pinned_name};
use crate::screens::parts::words::signed;
use crate::seal::dossier::Dossier;
use crate::seal::record::{Content, Decision, Record};

/// Says what earlier superiors signed without knowing of the present one, and that it settles nothing: of the
/// whole dossier, each with the way to its stage, or of one stage, on its page.
pub fn notices(app: &App, t: &'static Texts, dossier: &Dossier, of: Option<Stage>) -> Vec<Block> {
    let here = dossier.late().filter(|record| of.is_none() || record.stage() == of);
    here.map(|record| {
        let link = record.stage().filter(|_| of.is_none());
        let link = link.map(|stage| Link::to(&Route::Stage(dossier.id(), stage), t.stage_name(stage)));
        let text = told(app, t, dossier, record);
        Block::Notice(Notice { tone: Tone::Warn, text, button: None, link })
    })
    .collect()
}

fn told(app: &App, t: &'static Texts, dossier: &Dossier, record: &Record) -> String {
    let did = match record.content() {
        Content::CoSign(cosign) if cosign.decision == Decision::Return => t.cases.late_returned,
        Content::CoSign(_) => t.cases.late_agreed,
        Content::Close(_) => t.cases.late_closed,
        Content::Reopen { .. } => t.cases.late_reopened,
        Content::Delegate { .. } => t.cases.late_delegated,
        Content::Recommend { .. } => t.cases.late_recommended,
        _ => t.cases.late_wrote,
    };
    let (by, at) = (name_of(app, dossier, record.signer()), signed(app, record));
    let did = match record.stage() {
        Some(stage) => fill(did, &[&by, t.stage_name(stage), &at]),
        None => fill(did, &[&by, &at]),
    };
    let present = pinned_name(app, dossier, Party::Superior);
    let settles = match app.library.my_side(dossier) {
        _ if dossier.is_superseded(record) => fill(t.cases.late_settled, &[&present]),
        Some(Party::Superior) => own(t.cases.late_yours),
        _ => fill(t.cases.late_theirs, &[&present]),
    };
    [&did, " ", &settles].concat()
}
