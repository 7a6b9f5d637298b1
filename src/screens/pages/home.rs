//! The first page: what now, and all dossiers; before there is a person, what this app is.
use crate::app::App;
use crate::app::duties::summarize;
use crate::app::library::summary::Summary;
use crate::app::library::{people, twins};
use crate::app::message::Press;
use crate::app::route::Route;
use crate::app::task::Ask;
use crate::domain::stage::{Party, Stage, StageState};
use crate::lang::{Texts, fill, own};
use crate::screens::block::list::{Desk, DeskRow};
use crate::screens::block::{Block, Button, Door, Link, Now, Sign, Tone, WaitsFor};
use crate::screens::parts::apart::{self, with};
use crate::screens::parts::names::visible;
use crate::screens::parts::person::has_dossiers_elsewhere;
use crate::screens::parts::stage_sign::sign;
use crate::screens::parts::thread::{self, now};
use crate::screens::parts::words::signed_at;
use crate::screens::screen::Screen;
use crate::seal::canonical::Hash;
use crate::table::Table;
use std::borrow::Cow;

/// How many dossiers are listed before more are asked for: as many as are drawn at once on a slow phone. What waits for
/// the person stands first.
const ROWS: usize = 50;

/// Gives the page for somebody who is here for the first time.
pub fn welcome(_app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.home.welcome).lead(t.home.welcome_lead);
    let door =
        |party, route: Route, label: &str, detail| Door { party, link: Link::to(&route, label), detail };
    let as_one = |party| (Some(party), Route::SetupAs(party));
    let ((employee, write), (superior, check)) = (as_one(Party::Employee), as_one(Party::Superior));
    screen.blocks.push(Block::Doors(vec![
        door(employee, write, t.home.door_employee, t.home.door_employee_detail),
        door(superior, check, t.home.door_superior, t.home.door_superior_detail),
        door(None, Route::Receive, t.home.door_file, t.home.door_file_detail),
    ]));
    let points = [t.home.point_offline, t.home.point_turn, t.home.point_proof, t.home.not_official];
    screen.blocks.push(Block::Points(points.map(str::to_string).to_vec()));
    screen.blocks.push(Block::Links(vec![Link::to(&Route::Help, t.home.how)]));
    screen
}

/// Gives the first page of a person.
pub fn screen(app: &App, t: &'static Texts) -> Screen {
    let mine = people::own(&app.library);
    let name = mine.as_ref().map_or("", |card| card.person.name());
    let mut screen = Screen::new(&fill(t.home.heading, &[name]));
    let sorted: Table<_, Cow<Summary>> = summarize::all(&app.library)
        .map(|(id, dossier)| {
            let is_over = matches!(dossier.ask, Ask::Done | Ask::Closed | Ask::Beside);
            ((!dossier.ask.is_mine(), is_over, id), dossier)
        })
        .collect();
    let dossiers: Vec<(Hash, &Summary)> =
        sorted.iter().map(|((.., id), dossier)| (*id, &**dossier)).collect();
    let cards: Vec<_> =
        twins::unanswered(&app.library).map(|one| people::newest(&app.library, &one.card)).collect();
    let people: Vec<_> = cards.iter().map(|card| (&card.person, &card.did)).collect();
    for (card, more) in cards.iter().zip(apart::people(t, &people, apart::NAME)) {
        let name = with(&visible(card.person.name()), &more);
        screen.blocks.push(Block::Notice(crate::screens::block::Notice {
            tone: Tone::Plain,
            text: fill(t.home.invited, &[&name]),
            button: None,
            link: Some(Link::to(&Route::Contact(card.did.clone()), t.home.open_invitation)),
        }));
    }
    match dossiers.first() {
        None => screen.blocks.push(Block::Now(first_step(app, t))),
        Some((id, urgent)) => {
            let details = apart::details(app, t, dossiers.iter().copied());
            let first =
                apart::apart(&details, apart::IN_NAME).into_iter().next().filter(|_| dossiers.len() > 1);
            let about = first.map_or(String::new(), |more| with(&apart::who(app, t, urgent), &more));
            screen.blocks.push(Block::Now(Now { about, ..now(app, t, *id, urgent) }));
            screen.blocks.push(Block::heading(t.home.dossiers));
            let more = apart::apart(&details, apart::IN_ROW);
            let rows = dossiers.iter().zip(more);
            let shown = ROWS * (app.page.more + 1);
            let rows =
                rows.take(shown).map(|((id, dossier), more)| row(app, t, *id, dossier, &more)).collect();
            let heads = [t.home.who, t.home.stage, t.home.since, t.home.asked].map(str::to_string);
            screen.blocks.push(Block::Desk(Desk { name: own(t.home.dossiers), heads, rows }));
            let left = dossiers.len().saturating_sub(shown);
            let numbers = [left.min(ROWS), left].map(|number| number.to_string());
            let label = || fill(t.home.more, &[&numbers[0], &numbers[1]]);
            let more = (left > 0).then(|| Button::quiet(&label(), Press::ShowMore).named("more"));
            let invite = Button::open_quiet(t.home.invite_more, Route::Invite.to_hash());
            screen.blocks.push(Block::Buttons(more.into_iter().chain([invite]).collect()));
            // Whoever agreed on something knows what the app is good for.
            if app.is_installable && dossiers.iter().any(|(_, one)| one.has_agreement()) {
                screen.blocks.push(Block::text(t.home.install_lead));
                let install = Button::quiet(t.home.install, Press::Install).named("install");
                screen.blocks.push(Block::Buttons(vec![install]));
            }
        }
    }
    screen
}

fn first_step(app: &App, t: &Texts) -> Now {
    let only_superior = app.library.me.as_ref().is_some_and(|me| me.as_superior && !me.as_employee);
    let (invite, take_in) = (Route::Invite.to_hash(), Route::Receive.to_hash());
    let (what, whose, buttons) = match has_dossiers_elsewhere(app) {
        true => (
            if only_superior { t.home.elsewhere_superior } else { t.home.elsewhere_employee },
            t.home.elsewhere,
            vec![Button::open(t.home.take_in, take_in), Button::open_quiet(t.home.invite, invite)],
        ),
        false => (
            t.home.nothing,
            if only_superior { t.home.nothing_superior } else { t.home.nothing_employee },
            vec![Button::open(t.home.invite, invite), Button::open_quiet(t.home.take_in, take_in)],
        ),
    };
    Now {
        about: String::new(),
        sign: None,
        halves: None,
        what: own(what),
        whose: own(whose),
        by_when: String::new(),
        is_late: false,
        waits_for: WaitsFor::Me,
        buttons,
    }
}

fn row(app: &App, t: &'static Texts, id: Hash, dossier: &Summary, more: &str) -> DeskRow {
    // What is asked beside the stages stands at the stage at which the dossier is.
    let is_open = |stage: &Stage| dossier.state(*stage) != StageState::Agreed;
    let stage = dossier.ask.stage().filter(|_| dossier.closed.is_none());
    let stage = stage.or_else(|| Stage::ALL.into_iter().find(is_open)).unwrap_or(Stage::Assessment);
    let state = if dossier.ask == Ask::Done { StageState::Agreed } else { dossier.state(stage) };
    let (sign, since) = match dossier.closed {
        Some(closed) => (Sign { symbol: "locked", words: own(t.sign.closed) }, Some(closed)),
        None => (sign(t, stage, state), dossier.since(stage)),
    };
    let period = dossier.terms.as_ref().map_or("", |terms| &terms.period);
    let about = match dossier.side {
        Some(Party::Superior) => fill(t.home.as_superior, &[period]),
        Some(Party::Employee) => fill(t.home.as_employee, &[period]),
        None => thread::about_beside(t, dossier),
    };
    DeskRow {
        href: Route::Dossier(id).to_hash(),
        who: apart::who(app, t, dossier),
        about: with(&about, more),
        sign,
        stage: t.stage_name(stage).to_string(),
        since: since.map_or(String::new(), |moment| signed_at(app, moment)),
        ask: now(app, t, id, dossier).what,
        mine: dossier.ask.is_mine(),
    }
}
