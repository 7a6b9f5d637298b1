//! The person of this app, and inviting somebody.
use crate::app::duties::offers;
use crate::app::library::{Contact, people};
use crate::app::message::Press;
use crate::app::pairing::{self, new_dossier};
use crate::app::profile::{details, setup};
use crate::app::route::Route;
use crate::app::{App, signing};
use crate::domain::date::iso;
use crate::domain::person::Person;
use crate::domain::stage::{Party, Position};
use crate::lang::{Texts, fill, own};
use crate::screens::block::form::{Input, InputKind, Opt, Section};
use crate::screens::block::{Block, Button, Link, Notice, Tone, Weight};
use crate::screens::parts::apart::{self, with};
use crate::screens::parts::names::{self, visible};
use crate::screens::parts::offers::hand_over;
use crate::screens::parts::person::{self, backup, facts, own_place, person_inputs, rules_input};
use crate::screens::parts::{freshness, keys, problems, words};
use crate::screens::screen::Screen;
use crate::seal::dossier::Dossier;
use crate::seal::key::Did;

/// Gives the page on which somebody is invited.
pub fn invite(app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.invite.heading).lead(t.invite.lead).back(&Route::Home, t.frame.home);
    screen.blocks.push(Block::Points(
        [t.invite.step_1, t.invite.step_2, t.invite.step_3].map(str::to_string).to_vec(),
    ));
    let button = |label: &str, party| {
        Button::main(label, Press::Pairing(pairing::Press::Invite(party))).named(signing::invites(party))
    };
    let Some(me) = &app.library.me else {
        return screen;
    };
    if me.as_employee {
        screen.actions.push(button(t.invite.superior, Party::Employee));
    }
    if me.as_superior {
        screen.actions.push(button(t.invite.employee, Party::Superior));
    }
    if screen.actions.len() > 1 {
        screen.actions[1].weight = Weight::Quiet;
    }
    screen.blocks.extend(problems::summary(app, t));
    let quieten = |actions: &mut Vec<Button>| {
        actions.iter_mut().for_each(|action| action.weight = Weight::Quiet);
    };
    if person::has_dossiers_elsewhere(app) {
        let link = Some(Link::to(&Route::Receive, t.home.take_in));
        let text = own(t.invite.elsewhere);
        screen.blocks.insert(0, Block::Notice(Notice { tone: Tone::Warn, text, button: None, link }));
        quieten(&mut screen.actions);
    }
    let period = app.new_dossier().period().filter(|_| me.as_employee);
    if let Some(dossier) = period.and_then(|period| offers::to_hand_over(&app.library, period)) {
        let name = names::pinned_name(app, dossier, Party::Superior);
        let text = fill(t.invite.running, &[&visible(period.unwrap_or_default()), &name]);
        screen.blocks.insert(0, Notice::block(Tone::Warn, &text));
        quieten(&mut screen.actions);
        screen.actions.insert(0, hand_over(t, dossier));
    }
    screen.blocks.push(Block::Form(vec![offer(app, t), own_place(app, t)]));
    screen
}

/// Gives the questions about the dossier to which somebody is invited.
fn offer(app: &App, t: &'static Texts) -> Section {
    let choice = &app.work.pairing.choice;
    let position = |position: Position| Opt {
        id: position.code().to_string(),
        label: t.position(position).to_string(),
        detail: String::new(),
        chosen: app.new_dossier().position() == position,
    };
    let acting = Opt {
        id: new_dossier::ACTING.to_string(),
        label: own(t.invite.acting),
        detail: own(t.invite.acting_means),
        chosen: choice.is_acting,
    };
    let input = |name: &str, label: &str, kind| Input { kind, ..Input::line(name, label, "") };
    let positions = InputKind::Choice(Position::ALL.map(position).to_vec());
    let mut inputs = vec![
        rules_input(app, t),
        input(new_dossier::POSITION, t.invite.position, positions),
        input(new_dossier::ACTING, t.invite.superior_is, InputKind::Choices(vec![acting])),
    ];
    problems::put_problems(app, t, &mut inputs);
    Section::alone("", inputs)
}

/// Gives the page of the person of this app.
pub fn me(app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.me.heading).back(&Route::Home, t.frame.home);
    let Some(me) = &app.library.me else {
        return screen;
    };
    screen.blocks.extend(problems::summary(app, t));
    screen.blocks.extend(keys::changed(app, t));
    let mine = people::own(&app.library).unwrap_or_else(|| me.card.clone());
    screen.blocks.push(Block::Facts(facts(t, &mine.person)));
    screen.blocks.push(Block::Links(vec![Link::to(&Route::Details, t.me.details)]));
    screen.blocks.push(Block::heading(t.me.backup));
    screen.blocks.extend(backup(app, t));
    screen.blocks.extend(keys::code(app, t));
    screen.blocks.push(Block::heading(t.keep.heading));
    screen.blocks.push(Block::Links(vec![Link::to(&Route::Backup, &freshness::freshness(app, t))]));
    if !app.library.contacts.is_empty() {
        screen.blocks.push(Block::heading(t.me.contacts));
        let latest = people::latest(&app.library);
        let known = |contact: &'_ Contact| people::of(&latest, &contact.card.did);
        let contacts = app.library.contacts.values();
        let persons: Vec<(&Person, &Did)> =
            contacts.map(|one| (known(one).unwrap_or(&one.card.person), &one.card.did)).collect();
        let more = apart::people(t, &persons, apart::NAME);
        let links = app.library.contacts.values().zip(persons.iter().zip(more)).map(
            |(contact, ((person, did), more))| {
                let is_old = app.library.dossiers.values().any(|one| one.replaced(did).is_some());
                let sure = if is_old {
                    t.keys.box_old
                } else if contact.matched.is_some() {
                    t.stage.key_matched
                } else {
                    t.stage.key_unmatched
                };
                let label = with(&with(&visible(person.name()), &more), sure);
                Link::to(&Route::Contact(contact.card.did.clone()), &label)
            },
        );
        screen.blocks.push(Block::Links(links.collect()));
    }
    screen.blocks.push(keys::passphrase(app, t));
    let mut links = Vec::new();
    let current: Vec<_> = app.library.rule_packs.current().iter().map(|book| book.hash).collect();
    for book in app.library.rule_packs.all() {
        if let Some(pack) = book.pack(Position::Teacher) {
            let title = visible(words::say(app.lang, &pack.title));
            let code = [&title, " · ", &book.hash.short()].concat();
            let is_former = !current.contains(&book.hash);
            let label = if is_former { [&code, " · ", t.rules.former].concat() } else { code };
            links.push(Link::to(&Route::Rules(book.hash), &label));
        }
    }
    screen.blocks.push(Block::folded(t.rules.all, vec![Block::Links(links)]));
    screen
}

/// Gives the page on which the own details are changed.
pub fn details(app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.me.details).lead(t.me.details_lead).back(&Route::Me, t.frame.me);
    screen.blocks.extend(problems::summary(app, t));
    let mut inputs = person_inputs(app, t);
    for input in &mut inputs {
        input.optional_word = t.form.optional;
    }
    let effective = &app.setup.effective;
    let mut day = vec![Input {
        kind: InputKind::Date(String::new(), iso(app.library.now.local().0)),
        ..Input::line(setup::EFFECTIVE, t.me.details_day, effective)
    }];
    problems::put_problems(app, t, &mut day);
    inputs.extend(day);
    inputs.extend(places(app, t));
    screen.blocks.push(Block::Form(vec![Section::alone("", inputs)]));
    let dossiers = people::dossiers(&app.library).len();
    screen.blocks.push(Block::text(&fill(t.me.details_where, &[&dossiers.to_string()])));
    let press = |press| Press::Details(press);
    screen.actions.push(Button::main(t.me.details_sign, press(details::Press::Sign)).named("act"));
    screen.actions.push(Button::quiet(t.sign.cancel, press(details::Press::GiveUp)));
    screen
}

/// Asks in which dossiers a new office and school hold, where the person has several places.
fn places(app: &App, t: &'static Texts) -> Option<Input> {
    let places = people::places(&app.library, &app.setup.places);
    let name = |dossier: &Dossier| {
        let other = app.library.my_side(dossier).map_or(Party::Superior, Party::other);
        names::pinned_name(app, dossier, other)
    };
    let option = |place: &people::Place| {
        let others = match place.dossiers.as_slice() {
            [one] => name(one),
            [first, rest @ ..] => fill(t.me.places_more, &[&name(first), &rest.len().to_string()]),
            [] => String::new(),
        };
        let now = [place.mine.office(), " · ", place.mine.school()].concat();
        Opt {
            id: place.id(),
            label: fill(t.me.places_with, &[&others, &visible(place.school)]),
            detail: fill(t.me.places_now, &[&visible(&now)]),
            chosen: place.is_chosen,
        }
    };
    let card = app.library.me.as_ref().map(|me| &me.card.person)?;
    let card = [card.office(), " · ", card.school()].concat();
    let card = Opt {
        id: own(details::CARD),
        label: own(t.me.places_card),
        detail: fill(t.me.places_now, &[&visible(&card)]),
        chosen: details::is_for_card(&app.setup),
    };
    let options = places.iter().map(option).chain([card]).collect();
    details::asks_where(&app.library, &places).then(|| Input {
        hint: own(t.me.places_hint),
        kind: InputKind::Choices(options),
        ..Input::line(setup::PLACES, t.me.places, "")
    })
}
