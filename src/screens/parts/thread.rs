//! Where a dossier stands: its stages, and whose turn it is.

use crate::app::App;
use crate::app::case::Case;
use crate::app::duties::deadline::deadline;
use crate::app::duties::forms::goes_ahead;
use crate::app::duties::summarize::summary;
use crate::app::duties::turn::ask;
use crate::app::key::{Form, Slot};
use crate::app::library::summary::Summary;
use crate::app::moment::Moment;
use crate::app::route::Route;
use crate::app::task::Ask;
use crate::domain::stage::{Party, Stage, StageState, Turn};
use crate::lang::{Texts, fill, own};
use crate::screens::block::list::Knot;
use crate::screens::block::{Button, Half, HalfIs, Now, WaitsFor};
use crate::screens::parts::due::due;
use crate::screens::parts::names::{initials, name_of, named};
use crate::screens::parts::stage_sign;
use crate::screens::parts::words::{signed, signed_at};
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;

/// Gives the thread of the seven stages.
pub fn thread(app: &App, t: &'static Texts, dossier: &Dossier) -> Vec<Knot> {
    let current = ask(&app.library, dossier).stage();
    let me = app.library.my_side(dossier);
    let writes_ahead = |stage: Stage| me == Some(stage.writer()) && goes_ahead(dossier, stage);
    let knot = |stage: Stage| {
        let facts = dossier.stage(stage);
        let agreed = facts.agreed.and_then(|agreed| dossier.record(&agreed.cosign));
        let date = match agreed.map(Moment::of) {
            Some(moment) => fill(t.dossier.agreed_on, &[&app.lang.day(moment.local().0)]),
            None => deadline(&app.library, dossier, stage)
                .map_or(String::new(), |deadline| due(app, t, stage, deadline).row),
        };
        Knot {
            stage,
            state: facts.state,
            sign: stage_sign::sign(t, stage, facts.state),
            name: [&stage.number().to_string(), ". ", t.stage_name(stage)].concat(),
            date,
            href: (facts.state != StageState::Locked || writes_ahead(stage))
                .then(|| Route::Stage(dossier.id(), stage).to_hash()),
            open: app.page.route.stage() == Some(stage),
            current: current == Some(stage),
            signed: [Party::Employee, Party::Superior]
                .map(|party| stage_sign::signed(stage, facts.state).contains(&party)),
        }
    };
    Stage::ALL.into_iter().map(knot).collect()
}

/// Answers what now, whose turn, by when, for one dossier.
pub fn now(app: &App, t: &'static Texts, id: Hash, dossier: &Summary) -> Now {
    let ask = dossier.ask;
    let other = named(app, dossier.other(Party::Superior));
    let send_page = || Route::Send(id).to_hash();
    let send = |label: &str| Button::open_quiet(label, send_page());
    let form = |stage: Stage| Route::Form(id, stage).to_hash();
    let page = |stage: Stage| Route::Stage(id, stage).to_hash();
    let name = |stage: Stage| t.stage_name(stage);
    let receive = Button::open(t.frame.receive, Route::Receive.to_hash());
    let ledger = app.library.ledgers.get(&id);
    let unsent = ledger.is_some_and(|ledger| ledger.unsent);
    let is_handed_out = ledger.is_some_and(|ledger| ledger.is_handed_out);
    let mut lacking = String::new();
    let (what, buttons) = match ask {
        Ask::Incomplete => (own(t.turn.incomplete), vec![receive]),
        Ask::NeedsRules => (own(t.turn.needs_rules), vec![receive]),
        Ask::NeedsNewerApp => (own(t.turn.newer), Vec::new()),
        Ask::Write(stage) => {
            let begun = app.library.drafts.contains_key(&(id, Form::Stage(stage, Slot::Document)));
            let (what, label) =
                if begun { (t.turn.go_on, t.turn.go_on_button) } else { (t.turn.write, t.turn.write_button) };
            (fill(what, &[name(stage)]), vec![Button::open(label, form(stage))])
        }
        Ask::Improve(stage) => {
            (fill(t.turn.improve, &[name(stage)]), vec![Button::open(t.turn.improve_button, form(stage))])
        }
        Ask::Confirm(stage) => {
            (fill(t.turn.confirm, &[name(stage)]), vec![Button::open(t.turn.confirm_button, form(stage))])
        }
        Ask::Choose(stage) => {
            (fill(t.turn.choose, &[name(stage)]), vec![Button::open(t.turn.choose_button, page(stage))])
        }
        Ask::Review(stage) => {
            (fill(t.turn.review, &[name(stage)]), vec![Button::open(t.turn.review_button, page(stage))])
        }
        Ask::Send(_) => {
            let to = named(app, dossier.addressee());
            let (what, button) = match is_handed_out {
                true => (t.turn.asks_sent, t.turn.asks_sent_button),
                false => (t.turn.send, t.turn.send_button),
            };
            lacking = match unsent {
                _ if is_handed_out => own(t.turn.handed_out),
                true => own(t.turn.unsent),
                false => fill(t.turn.lacking, &[&to]),
            };
            (fill(what, &[&to]), vec![Button::open(button, send_page())])
        }
        Ask::Advise => {
            let page = Route::Case(id, Case::Advise).to_hash();
            (own(t.advice.advise), vec![Button::open(t.advice.button, page)])
        }
        Ask::Wait(stage) => (fill(t.turn.wait, &[name(stage)]), vec![send(t.turn.send_again)]),
        Ask::WaitForDelegate(_) => {
            let who = named(app, dossier.addressee());
            (fill(t.cases.wait_delegate, &[&who]), vec![send(t.turn.send_again)])
        }
        Ask::Replace => {
            let page = Route::Case(id, Case::Key).to_hash();
            (own(t.keys.replace), vec![Button::open(t.keys.replace_button, page)])
        }
        Ask::Replaced => (own(t.keys.is_replaced), Vec::new()),
        Ask::Done => {
            let next = dossier
                .marks
                .offers_next
                .then(|| Button::open(t.cases.next, Route::Case(id, Case::Next).to_hash()));
            (own(t.turn.done), next.into_iter().chain([send(t.turn.send_again)]).collect())
        }
        Ask::Closed => (own(t.cases.is_closed), vec![send(t.turn.send_again)]),
        Ask::Beside => (own(t.cases.beside), vec![send(t.turn.send_again)]),
    };
    let mut buttons = buttons;
    if unsent && ask.is_mine() && !matches!(ask, Ask::Send(_)) {
        buttons.push(send(t.turn.send_first));
    }
    if let Some(stage) = next_ahead(dossier) {
        let label = if matches!(ask, Ask::Send(_)) { t.turn.ahead_too } else { t.turn.ahead };
        buttons.push(Button::open_quiet(&fill(label, &[name(stage)]), form(stage)));
    }
    // Of a closed dossier no stage is late or waits, but an assessment of the months served.
    let stage = ask.stage().filter(|_| dossier.closed.is_none() || !matches!(ask, Ask::Send(_)));
    let since = stage.and_then(|stage| dossier.since(stage)).map(|moment| signed_at(app, moment));
    let whose = match (ask, &since) {
        (Ask::NeedsRules, _) => own(t.receive.unknown_rules_next),
        (Ask::Replaced, _) => fill(t.keys.not_me, &[&other]),
        (Ask::Done, _) => own(t.turn.nobody),
        (Ask::Beside, _) if dossier.marks.was_superior => fill(t.cases.replaced_lead, &[&other]),
        (Ask::Beside, _) if dossier.marks.has_observed => own(t.cases.observed),
        (Ask::Beside, _) => String::new(),
        (Ask::Closed | Ask::WaitForDelegate(_), _) => String::new(),
        (Ask::Wait(_), Some(since)) => fill(t.turn.theirs_since, &[&other, since]),
        (Ask::Wait(_), None) => fill(t.turn.theirs, &[&other]),
        (Ask::Send(_), _) => lacking,
        (Ask::Review(_), Some(since)) => fill(t.turn.yours_signed, &[&other, since]),
        _ => own(t.turn.yours),
    };
    let sign = match stage {
        // What waits to be sent is a file, and the sign of the next stage would say that nobody signed.
        Some(_) if matches!(ask, Ask::Send(_)) => None,
        Some(stage) => Some((stage, dossier.state(stage))),
        None => (ask == Ask::Done).then_some((Stage::Assessment, StageState::Agreed)),
    };
    let due = stage.zip(dossier.deadline).map(|(stage, deadline)| due(app, t, stage, deadline));
    Now {
        about: String::new(),
        sign: sign.map(|(stage, state)| stage_sign::sign(t, stage, state)),
        halves: sign.map(|(stage, state)| halves(app, dossier, stage, state)),
        what,
        whose,
        is_late: due.as_ref().is_some_and(|due| due.is_late),
        by_when: due.map_or(String::new(), |due| due.card),
        waits_for: match ask {
            Ask::Done | Ask::Closed | Ask::Beside => WaitsFor::Nobody,
            Ask::Wait(_) | Ask::WaitForDelegate(_) | Ask::Replaced => WaitsFor::Other,
            _ => WaitsFor::Me,
        },
        buttons,
    }
}

/// Gives the stage that may be written while the other side is to answer, or is to get the file.
pub fn next_ahead(dossier: &Summary) -> Option<Stage> {
    dossier
        .next_ahead()
        .filter(|_| dossier.closed.is_none() && matches!(dossier.ask, Ask::Send(_) | Ask::Wait(_)))
}

/// Gives the sign of a stage at the size of two people.
fn halves(app: &App, dossier: &Summary, stage: Stage, state: StageState) -> [Half; 2] {
    with_initials(app, dossier, |party| match stage_sign::signed(stage, state) {
        signed if signed.contains(&party) => HalfIs::On,
        _ if state.turn(stage) == Turn::Of(party) => HalfIs::Turn,
        _ => HalfIs::Off,
    })
}

/// Gives the sign of whoever is about to sign a stage: the version of the writer, or the answer to it.
pub fn about_to_sign(app: &App, id: &Hash, stage: Stage) -> Option<[Half; 2]> {
    let summary = summary(&app.library, id)?;
    let mine = summary.side?;
    Some(with_initials(app, &summary, |party| match party {
        _ if party == mine => HalfIs::Turn,
        // What is answered has been signed by whoever wrote it; what is written has been signed by nobody.
        _ if party == stage.writer() => HalfIs::On,
        _ => HalfIs::Off,
    }))
}

fn with_initials(app: &App, dossier: &Summary, is: impl Fn(Party) -> HalfIs) -> [Half; 2] {
    let half = |party| Half { initials: initials(&named(app, dossier.somebody(party))), is: is(party) };
    [Party::Employee, Party::Superior].map(half)
}

/// Gives who began a dossier, and when.
pub fn begun(app: &App, dossier: &Dossier) -> (String, String) {
    let first = dossier.record(&dossier.id());
    let by = first.map_or(String::new(), |record| name_of(app, dossier, record.signer()));
    (by, first.map_or(String::new(), |record| signed(app, record)))
}

/// Says what somebody has to do with a dossier of which they are no side.
pub fn about_beside(t: &Texts, dossier: &Summary) -> String {
    let period = dossier.terms.as_ref().map_or("", |terms| &terms.period);
    if matches!(dossier.ask, Ask::Replace | Ask::Replaced) {
        return fill(t.keys.was_replaced, &[period]);
    }
    fill(if dossier.marks.was_superior { t.cases.was_superior } else { t.cases.observer }, &[period])
}
