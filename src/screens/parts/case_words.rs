//! How a special case is called, and why a dossier ended.

use crate::app::App;
use crate::app::case::Case;
use crate::app::duties::{key_recovery, offers};
use crate::app::library::twins::DUPLICATE;
use crate::app::route::Route;
use crate::lang::{Texts, own};
use crate::screens::block::Link;
use crate::screens::parts::names::visible;
use crate::screens::parts::words::say;
use crate::seal::dossier::Dossier;

/// Gives the link to the page of a case.
pub fn offer(app: &App, t: &'static Texts, dossier: &Dossier, case: Case) -> Link {
    let vouches = key_recovery::promised(&app.library, dossier).is_none();
    Link::to(&Route::Case(dossier.id(), case), words(t, case, vouches)[0])
}

/// Says for what reason a dossier was closed.
pub fn closing(app: &App, t: &Texts, dossier: &Dossier, reason: &str) -> String {
    match offers::closings(&app.library, dossier).iter().find(|item| item.id == reason) {
        Some(item) => say(app.lang, &item.name).to_string(),
        None if reason == DUPLICATE => own(t.cases.duplicate),
        None => visible(reason),
    }
}

/// Gives the words of a case: the heading, what it does, and the button. One vouches for the key of the
/// other side, or replaces one's own.
pub fn words(t: &Texts, case: Case, vouches: bool) -> [&'static str; 3] {
    match case {
        Case::Key if vouches => [t.keys.vouch, t.keys.vouch_lead, t.keys.vouch_button],
        Case::Key => [t.keys.replace, t.keys.replace_lead, t.keys.replace_button],
        Case::Handover => [t.cases.handover, t.cases.handover_lead, t.cases.handover_button],
        Case::Close => [t.cases.close, t.cases.close_lead, t.cases.close_button],
        Case::Reopen => [t.cases.reopen, t.cases.reopen_lead, t.cases.reopen_button],
        Case::Delegate => [t.cases.delegate, t.cases.delegate_lead, t.cases.delegate_button],
        Case::Recommend => [t.cases.recommend, t.cases.recommend_lead, t.cases.recommend_button],
        Case::Advise => [t.advice.advise, t.advice.lead, t.advice.button],
        Case::Next => [t.cases.next, t.cases.next_lead, t.cases.next_button],
    }
}
