//! The page of one dossier: what now, the thread of stages, and what is known about the copy.

use crate::app::App;
use crate::app::duties::summarize::summarize;
use crate::app::duties::turn::ask;
use crate::app::library::summary::Summary;
use crate::app::library::{receipts, twins};
use crate::app::message::Press;
use crate::app::moment::Moment;
use crate::app::route::Route;
use crate::app::task::Ask;
use crate::domain::stage::{Party, Stage, StageState};
use crate::lang::{Texts, fill, own};
use crate::screens::block::{Block, Button, Link, Notice, Now, Sign, Tone, Weight, Year};
use crate::screens::parts::names::{named, pinned_name};
use crate::screens::parts::thread::{about_beside, begun, now, thread};
use crate::screens::parts::words::{day, signed};
use crate::screens::parts::{apart, calendar, compare, keys, offers, person, stage_sign};
use crate::screens::screen::{Screen, unknown};
use crate::seal::canonical::Hash;
use crate::seal::dossier::{Dossier, Standing};
use crate::seal::record::{Content, Record};

/// Gives the page of a dossier.
pub fn screen(app: &App, t: &'static Texts, id: &Hash) -> Screen {
    let Some(dossier) = app.library.dossiers.get(id) else {
        return unknown(t);
    };
    let Some(genesis) = dossier.genesis() else {
        let mut screen = Screen::new(t.dossier.incomplete).back(&Route::Home, t.frame.home);
        screen.blocks.push(Notice::block(Tone::Warn, t.receive.incomplete_next));
        return screen;
    };
    let summary = summarize(&app.library, dossier);
    let side = app.library.my_side(dossier);
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
        None => about_beside(t, &summary),
    };
    let more = apart::of(app, t, id, apart::IN_ROW).unwrap_or_default();
    let mut screen = Screen::new(&heading).lead(&apart::with(&lead, &more)).back(&Route::Home, t.frame.home);
    let receipt = receipt(app, t, dossier, &name);
    let mut now = now(app, t, *id, &summary);
    if matches!(receipt, Some(Block::Notice(_))) {
        // The file is sent again where it is told why.
        now.buttons.retain(|button| button.label != t.turn.send_again);
    }
    screen.thread = thread(app, t, dossier);
    let is_whole = summary.ask == Ask::Done;
    if is_whole {
        screen.blocks.push(Block::Year(year(app, t, dossier, &summary, now)));
    } else {
        screen.blocks.push(Block::Now(now));
    }
    screen.blocks.extend(receipt);
    // What lies between beginning and end stays within reach.
    if is_whole && let Some(compared) = compare::compare(app, t, dossier, Stage::Assessment) {
        screen.blocks.push(Block::folded(t.dossier.whole_year, vec![compared]));
    }
    if let Some(notice) = unmatched(app, t, dossier, other) {
        screen.blocks.push(notice);
    }
    screen.blocks.extend(twin(app, t, dossier));
    screen.blocks.extend(keys::history(app, t, dossier));
    screen.blocks.extend(offers::history(app, t, dossier));
    let agreed = screen.thread.iter().filter(|knot| knot.state == StageState::Agreed).count();
    let title = fill(t.dossier.stages, &[&agreed.to_string()]);
    screen.blocks.push(Block::Thread(title, screen.thread.clone()));
    // Of one's own year, while it goes on.
    if side == Some(Party::Employee) && dossier.closed().is_none() && !is_whole {
        screen.blocks.extend(calendar::months(app, t, dossier));
    }
    screen.blocks.extend(offers::offers(app, t, dossier));
    let rules = Link::to(&Route::Rules(genesis.pack_hash), t.rules.look);
    let details = vec![Block::Facts(facts(app, t, dossier)), Block::Links(vec![rules])];
    screen.blocks.push(Block::folded(t.dossier.copy, details));
    let uncounted = uncounted(t, dossier);
    if !uncounted.is_empty() {
        screen.blocks.push(Notice::block(Tone::Warn, t.dossier.uncounted));
        screen.blocks.push(Block::Points(uncounted));
    }
    let mut buttons = vec![Button::open_quiet(t.dossier.send_again, Route::Send(*id).to_hash())];
    let is_signed = !is_whole && Stage::ALL.into_iter().any(|stage| !dossier.stage(stage).heads.is_empty());
    if is_signed && app.library.rule_packs.of(genesis).is_some() {
        buttons.push(Button::quiet(t.dossier.print_all, Press::PrintAll(*id)).named("print-all"));
    }
    screen.blocks.push(Block::Buttons(buttons));
    screen
}

/// Gives a year on which all is agreed, with what can be done now.
fn year(app: &App, t: &'static Texts, dossier: &Dossier, summary: &Summary, now: Now) -> Year {
    let names = [Party::Employee, Party::Superior].map(|party| named(app, summary.somebody(party)));
    let period = summary.terms.as_ref().map_or("", |terms| &terms.period);
    let mut buttons = vec![Button::main(t.dossier.print_year, Press::Print).named("print-year")];
    if dossier.genesis().is_some_and(|genesis| app.library.rule_packs.of(genesis).is_some()) {
        let print = Press::PrintAll(dossier.id());
        buttons.push(Button::quiet(t.dossier.print_all, print).named("print-all"));
    }
    buttons.extend(now.buttons.into_iter().map(|button| Button { weight: Weight::Quiet, ..button }));
    let stage = |stage: Stage| {
        let agreed = dossier.stage(stage).agreed.and_then(|agreed| dossier.record(&agreed.cosign));
        let day = agreed.map_or(String::new(), |record| app.lang.day(Moment::of(record).local().0));
        let symbol = stage_sign::sign(t, stage, dossier.stage(stage).state).symbol;
        (Sign { symbol, words: own(t.stage_name(stage)) }, day)
    };
    Year {
        card: Now {
            what: fill(t.dossier.year_whole, &[period]),
            whose: own(t.dossier.year_thanks),
            buttons,
            ..now
        },
        names: fill(t.dossier.both, &names.each_ref().map(String::as_str)),
        ends: compare::ends(app, t, dossier),
        rated: compare::rated(app, t, dossier),
        stages: Stage::ALL.into_iter().map(stage).collect(),
    }
}

/// Says what the other side is known to have of what waits for them, or that it has perhaps never arrived.
fn receipt(app: &App, t: &Texts, dossier: &Dossier, other: &str) -> Option<Block> {
    let number = |stage: Stage, id: &Hash| {
        let versions = &dossier.stage(stage).versions;
        versions.iter().position(|known| known == id).map_or(String::new(), |index| (index + 1).to_string())
    };
    if let Some((record, at)) = receipts::lost(&app.library, dossier) {
        let (stage, day) = (record.stage()?, day(app, at));
        let text = match record.content() {
            Content::Revision { .. } => {
                let values = [other, &day, &number(stage, &record.id()), t.stage_name(stage)];
                fill(t.dossier.lost_version, &values)
            }
            _ => fill(t.dossier.lost_answer, &[other, &day, t.stage_name(stage)]),
        };
        // Where sending is what to do now, the card above has the button.
        let is_asked = matches!(ask(&app.library, dossier), Ask::Send(_));
        let button =
            (!is_asked).then(|| Button::open_quiet(t.turn.send_again, Route::Send(dossier.id()).to_hash()));
        return Some(Block::Notice(Notice { tone: Tone::Warn, text, button, link: None }));
    }
    // What was answered has arrived, and says so itself.
    let waits = |stage: &Stage| {
        matches!(dossier.stage(*stage).state, StageState::Waiting | StageState::AmendmentWaiting)
            && app.library.my_side(dossier) == Some(stage.writer())
    };
    let waiting = Stage::ALL.into_iter().filter(waits);
    let seen = |stage: Stage| {
        let head = dossier.stage(stage).heads.first()?;
        let (_, at) = receipts::seen(&app.library, dossier, head)?;
        Some(fill(t.dossier.seen, &[other, &number(stage, head), t.stage_name(stage), &day(app, at)]))
    };
    waiting.filter_map(seen).next().map(Block::Text)
}

/// Says that there is another dossier of the same people and period, and which was begun first.
fn twin(app: &App, t: &Texts, dossier: &Dossier) -> Option<Block> {
    let other = twins::of(&app.library, dossier).filter(|_| dossier.closed().is_none())?;
    let (by, when) = begun(app, dossier);
    let text = if twins::is_first(dossier, other) { t.dossier.twin_first } else { t.dossier.twin_later };
    let link = Some(Link::to(&Route::Dossier(other.id()), t.dossier.twin_open));
    let text = fill(text, &[&when, &by]);
    Some(Block::Notice(Notice { tone: Tone::Warn, text, button: None, link }))
}

fn unmatched(app: &App, t: &Texts, dossier: &Dossier, other: Party) -> Option<Block> {
    let did = &dossier.card(other)?.did;
    if app.library.contacts.get(did).is_some_and(|contact| contact.matched.is_some()) {
        return None;
    }
    Some(Block::Notice(crate::screens::block::Notice {
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
        person::about(app, t, rules, genesis.position, dossier.is_acting())
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
