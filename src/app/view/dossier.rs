//! The page of one dossier: what now, the thread of stages, and what is known about the copy.

use super::apart;
use super::block::list::Knot;
use super::block::{Block, Button, Notice, Now, Tone, WaitsFor};
use super::due::due;
use super::sheet::{name_of, pinned_name, sign};
use super::{Link, Screen, day, signed, unknown};
use crate::app::App;
use crate::app::cases::{Case, is_offered};
use crate::app::message::Press;
use crate::app::moment::Moment;
use crate::app::receipts;
use crate::app::route::Route;
use crate::app::turn::{Ask, ask};
use crate::app::twins;
use crate::app::writing::Slot;
use crate::domain::stage::{Party, Stage, StageState};
use crate::lang::{Texts, fill, own};
use crate::seal::canonical::Hash;
use crate::seal::dossier::{Dossier, Standing};
use crate::seal::record::{Content, Record};

/// Gives the page of a dossier.
pub fn screen(app: &App, t: &'static Texts, id: &Hash) -> Screen {
    let Some(dossier) = app.dossiers.get(id) else {
        return unknown(t);
    };
    let Some(genesis) = dossier.genesis() else {
        let mut screen = Screen::new(t.dossier.incomplete).back(&Route::Home, t.frame.home);
        screen.blocks.push(Notice::block(Tone::Warn, t.receive.incomplete_next));
        return screen;
    };
    let side = app.my_side(dossier);
    let other = side.map_or(Party::Superior, Party::other);
    let name = pinned_name(app, dossier, other);
    let heading = match side {
        Some(Party::Employee) => fill(t.dossier.heading_mine, &[&genesis.period]),
        _ => {
            fill(t.dossier.heading_of, &[&pinned_name(app, dossier, side.map_or(Party::Employee, |_| other))])
        }
    };
    let lead = match side {
        Some(Party::Superior) => fill(t.dossier.lead_superior, &[&genesis.period]),
        Some(Party::Employee) => fill(t.dossier.lead_employee, &[&name]),
        None => about_beside(app, t, dossier),
    };
    let more = apart::of(app, t, dossier, apart::IN_ROW).unwrap_or_default();
    let mut screen = Screen::new(&heading).lead(&apart::with(&lead, &more)).back(&Route::Home, t.frame.home);
    let receipt = receipt(app, t, dossier, &name);
    let mut now = now(app, t, dossier);
    if matches!(receipt, Some(Block::Notice(_))) {
        // The file is sent again where it is told why.
        now.buttons.retain(|button| button.label != t.turn.send_again);
    }
    screen.blocks.push(Block::Now(now));
    screen.blocks.extend(receipt);
    if let Some(notice) = unmatched(app, t, dossier, other) {
        screen.blocks.push(notice);
    }
    screen.blocks.extend(twin(app, t, dossier));
    screen.blocks.extend(super::keys::history(app, t, dossier));
    screen.blocks.extend(super::cases::history(app, t, dossier));
    screen.thread = thread(app, t, dossier);
    screen.blocks.push(Block::Thread(own(t.dossier.stages), screen.thread.clone()));
    screen.blocks.extend(super::cases::offers(app, t, dossier));
    screen.blocks.push(Block::heading(t.dossier.copy));
    screen.blocks.push(Block::Facts(facts(app, t, dossier)));
    let rules = Link::to(&Route::Rules(genesis.pack_hash), t.rules.look);
    screen.blocks.push(Block::Links(vec![rules]));
    let uncounted = uncounted(t, dossier);
    if !uncounted.is_empty() {
        screen.blocks.push(Notice::block(Tone::Warn, t.dossier.uncounted));
        screen.blocks.push(Block::Points(uncounted));
    }
    let mut buttons = vec![Button::quiet(t.dossier.send_again, Press::Send(*id))];
    let is_signed = Stage::ALL.into_iter().any(|stage| !dossier.stage(stage).heads.is_empty());
    if is_signed && app.shelf.of(genesis).is_some() {
        buttons.push(Button::quiet(t.dossier.print_all, Press::PrintAll(*id)).named("print-all"));
    }
    screen.blocks.push(Block::Buttons(buttons));
    screen
}

/// Says what the other side is known to have of what waits for them, or that it has perhaps never arrived.
fn receipt(app: &App, t: &Texts, dossier: &Dossier, other: &str) -> Option<Block> {
    let number = |stage: Stage, id: &Hash| {
        let versions = &dossier.stage(stage).versions;
        versions.iter().position(|known| known == id).map_or(String::new(), |index| (index + 1).to_string())
    };
    if let Some((record, at)) = receipts::lost(app, dossier) {
        let (stage, day) = (record.stage()?, day(app, at));
        let text = match record.content() {
            Content::Revision { .. } => {
                let values = [other, &day, &number(stage, &record.id()), t.stage_name(stage)];
                fill(t.dossier.lost_version, &values)
            }
            _ => fill(t.dossier.lost_answer, &[other, &day, t.stage_name(stage)]),
        };
        // Where sending is what to do now, the card above has the button.
        let is_asked = matches!(ask(app, dossier), Ask::Send(_));
        let button = (!is_asked).then(|| Button::quiet(t.turn.send_again, Press::Send(dossier.id())));
        return Some(Block::Notice(Notice { tone: Tone::Warn, text, button, link: None }));
    }
    // What was answered has arrived, and says so itself.
    let waits = |stage: &Stage| {
        matches!(dossier.stage(*stage).state, StageState::Waiting | StageState::AmendmentWaiting)
            && app.my_side(dossier) == Some(stage.writer())
    };
    let waiting = Stage::ALL.into_iter().filter(waits);
    let seen = |stage: Stage| {
        let head = dossier.stage(stage).heads.first()?;
        let (_, at) = receipts::seen(app, dossier, head)?;
        Some(fill(t.dossier.seen, &[other, &number(stage, head), t.stage_name(stage), &day(app, at)]))
    };
    waiting.filter_map(seen).next().map(Block::Text)
}

/// Answers what now, whose turn, by when, for one dossier.
pub fn now(app: &App, t: &'static Texts, dossier: &Dossier) -> Now {
    let id = dossier.id();
    let ask = ask(app, dossier);
    let other = app.my_side(dossier).map_or(Party::Superior, Party::other);
    let other = pinned_name(app, dossier, other);
    let send = |label: &str| Button::quiet(label, Press::Send(id));
    let form = |stage: Stage| Route::Form(id, stage).to_hash();
    let page = |stage: Stage| Route::Stage(id, stage).to_hash();
    let name = |stage: Stage| t.stage_name(stage);
    let receive = Button::open(t.frame.receive, Route::Receive.to_hash());
    let unsent = app.ledgers.get(&id).is_some_and(|ledger| ledger.unsent);
    let mut lacking = String::new();
    let (what, buttons) = match ask {
        Ask::Incomplete => (own(t.turn.incomplete), vec![receive]),
        Ask::NeedsRules => (own(t.turn.needs_rules), vec![receive]),
        Ask::NeedsNewerApp => (own(t.turn.newer), Vec::new()),
        Ask::Write(stage) => {
            let begun = app.drafts.contains_key(&(id, stage, Slot::Document));
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
        Ask::Send(stage) => {
            let asked = dossier.delegate(stage).filter(|_| dossier.stage(stage).heads.is_empty());
            // Only who holds the office asks; everybody else sends to them.
            let asked = asked.filter(|_| app.my_side(dossier) == Some(Party::Superior));
            let to = asked.map_or(other.clone(), |card| name_of(app, dossier, &card.did));
            lacking = if unsent { own(t.turn.unsent) } else { fill(t.turn.lacking, &[&to]) };
            (fill(t.turn.send, &[&to]), vec![Button::main(t.turn.send_button, Press::Send(id))])
        }
        Ask::Advise => {
            let page = Route::Case(id, Case::Advise).to_hash();
            (own(t.advice.advise), vec![Button::open(t.advice.button, page)])
        }
        Ask::Wait(stage) => (fill(t.turn.wait, &[name(stage)]), vec![send(t.turn.send_again)]),
        Ask::WaitForDelegate(stage) => {
            let who = dossier.delegate(stage).map(|card| name_of(app, dossier, &card.did));
            (fill(t.cases.wait_delegate, &[&who.unwrap_or_default()]), vec![send(t.turn.send_again)])
        }
        Ask::Replace => {
            let page = Route::Case(id, Case::Key).to_hash();
            (own(t.keys.replace), vec![Button::open(t.keys.replace_button, page)])
        }
        Ask::Replaced => (own(t.keys.is_replaced), Vec::new()),
        Ask::Done => {
            let next = is_offered(app, dossier, Case::Next)
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
    // Of a closed dossier no stage is late or waits, but an assessment of the months served.
    let stage = stage_of(ask).filter(|_| dossier.closed().is_none() || !matches!(ask, Ask::Send(_)));
    let since = stage.and_then(|stage| since(app, dossier, stage));
    let whose = match (ask, &since) {
        (Ask::NeedsRules, _) => own(t.receive.unknown_rules_next),
        (Ask::Replaced, _) => fill(t.keys.not_me, &[&other]),
        (Ask::Done, _) => own(t.turn.nobody),
        (Ask::Beside, _) if is_former(app, dossier) => fill(t.cases.replaced_lead, &[&other]),
        (Ask::Beside, _) if has_observed(app, dossier) => own(t.cases.observed),
        (Ask::Beside, _) => String::new(),
        (Ask::Closed | Ask::WaitForDelegate(_), _) => String::new(),
        (Ask::Wait(_), Some(since)) => fill(t.turn.theirs_since, &[&other, since]),
        (Ask::Wait(_), None) => fill(t.turn.theirs, &[&other]),
        (Ask::Send(_), _) => lacking,
        (Ask::Review(_), Some(since)) => fill(t.turn.yours_signed, &[&other, since]),
        _ => own(t.turn.yours),
    };
    let due = stage.and_then(|stage| due(app, t, dossier, stage));
    Now {
        about: String::new(),
        sign: match stage {
            // What waits to be sent is a file, and the sign of the next stage would say that nobody signed.
            Some(_) if matches!(ask, Ask::Send(_)) => None,
            Some(stage) => Some(sign(t, stage, dossier.stage(stage).state)),
            None => (ask == Ask::Done).then(|| sign(t, Stage::Assessment, StageState::Agreed)),
        },
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

/// Says what somebody has to do with a dossier of which they are no side.
pub fn about_beside(app: &App, t: &Texts, dossier: &Dossier) -> String {
    let period = dossier.genesis().map_or("", |genesis| &genesis.period);
    if matches!(ask(app, dossier), Ask::Replace | Ask::Replaced) {
        return fill(t.keys.was_replaced, &[period]);
    }
    fill(if is_former(app, dossier) { t.cases.was_superior } else { t.cases.observer }, &[period])
}

/// Says whether the person of this app was the superior before somebody else, and is not asked to observe.
fn is_former(app: &App, dossier: &Dossier) -> bool {
    let Some(me) = app.me.as_ref().map(|me| &me.card.did) else {
        return false;
    };
    let is_asked = dossier.delegate(Stage::Observation).is_some_and(|card| card.did == *me);
    let was_first = dossier.genesis().is_some_and(|genesis| genesis.superior.did == *me);
    !is_asked && (was_first || dossier.handovers().any(|(_, handover)| handover.to.did == *me))
}

fn has_observed(app: &App, dossier: &Dossier) -> bool {
    let mut versions = dossier.stage(Stage::Observation).versions.iter();
    let me = app.me.as_ref().map(|me| &me.card.did);
    versions.any(|version| dossier.record(version).map(Record::signer) == me)
}

/// Gives the stage that a task is about.
pub fn stage_of(ask: Ask) -> Option<Stage> {
    match ask {
        Ask::Write(stage)
        | Ask::Improve(stage)
        | Ask::Confirm(stage)
        | Ask::Choose(stage)
        | Ask::Review(stage)
        | Ask::Send(stage)
        | Ask::WaitForDelegate(stage)
        | Ask::Wait(stage) => Some(stage),
        Ask::Incomplete
        | Ask::NeedsRules
        | Ask::NeedsNewerApp
        | Ask::Replace
        | Ask::Replaced
        | Ask::Done
        | Ask::Closed
        | Ask::Advise
        | Ask::Beside => None,
    }
}

/// Gives the time of the newest signature of a stage, in words.
pub fn since(app: &App, dossier: &Dossier, stage: Stage) -> Option<String> {
    let newest = dossier.counted().filter(|record| record.stage() == Some(stage)).last()?;
    Some(signed(app, newest))
}

/// Gives who began a dossier, and when.
pub fn begun(app: &App, dossier: &Dossier) -> (String, String) {
    let first = dossier.record(&dossier.id());
    let by = first.map_or(String::new(), |record| name_of(app, dossier, record.signer()));
    (by, first.map_or(String::new(), |record| signed(app, record)))
}

/// Says that there is another dossier of the same people and period, and which was begun first.
fn twin(app: &App, t: &Texts, dossier: &Dossier) -> Option<Block> {
    let other = twins::of(app, dossier).filter(|_| dossier.closed().is_none())?;
    let (by, when) = begun(app, dossier);
    let text = if twins::is_first(dossier, other) { t.dossier.twin_first } else { t.dossier.twin_later };
    let link = Some(Link::to(&Route::Dossier(other.id()), t.dossier.twin_open));
    let text = fill(text, &[&when, &by]);
    Some(Block::Notice(Notice { tone: Tone::Warn, text, button: None, link }))
}

/// Gives the thread of the seven stages.
pub fn thread(app: &App, t: &'static Texts, dossier: &Dossier) -> Vec<Knot> {
    let current = stage_of(ask(app, dossier));
    let knot = |stage: Stage| {
        let facts = dossier.stage(stage);
        let agreed = facts.agreed.and_then(|agreed| dossier.record(&agreed.cosign));
        let date = match agreed.map(Moment::of) {
            Some(moment) => fill(t.dossier.agreed_on, &[&app.lang.day(moment.local().0)]),
            None => due(app, t, dossier, stage).map_or(String::new(), |due| due.row),
        };
        Knot {
            stage,
            state: facts.state,
            sign: sign(t, stage, facts.state),
            name: [&stage.number().to_string(), ". ", t.stage_name(stage)].concat(),
            date,
            href: (facts.state != StageState::Locked).then(|| Route::Stage(dossier.id(), stage).to_hash()),
            open: app.route.stage() == Some(stage),
            current: current == Some(stage),
        }
    };
    Stage::ALL.into_iter().map(knot).collect()
}

fn unmatched(app: &App, t: &Texts, dossier: &Dossier, other: Party) -> Option<Block> {
    let did = &dossier.card(other)?.did;
    if app.contacts.get(did).is_some_and(|contact| contact.matched.is_some()) {
        return None;
    }
    Some(Block::Notice(super::block::Notice {
        tone: Tone::Warn,
        text: fill(t.dossier.unmatched, &[&pinned_name(app, dossier, other)]),
        button: None,
        link: Some(Link::to(&Route::Contact(did.clone()), t.dossier.match_now)),
    }))
}

fn facts(app: &App, t: &'static Texts, dossier: &Dossier) -> Vec<(String, String)> {
    let newest = dossier.counted().max_by_key(|record| record.created());
    let genesis = dossier.genesis();
    let mut facts = genesis.map_or(Vec::new(), |genesis| {
        let rules = (genesis.pack.as_str(), &genesis.pack_hash);
        super::people::about(app, t, rules, genesis.position, dossier.is_acting())
    });
    facts.extend([
        (own(t.dossier.state_code), dossier.state_hash().short()),
        (own(t.dossier.records), dossier.counted().count().to_string()),
    ]);
    facts.extend(newest.map(|record| (own(t.dossier.newest), signed(app, record))));
    facts
}

fn uncounted(t: &Texts, dossier: &Dossier) -> Vec<String> {
    let told = |record: &Record| {
        let standing = dossier.standing(&record.id())?;
        let reason = t.standing(standing);
        (standing != Standing::Counts)
            .then(|| [record.kind(), " ", &record.id().short(), ": ", reason].concat())
    };
    dossier.records().filter_map(told).collect()
}
