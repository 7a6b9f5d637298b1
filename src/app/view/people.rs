//! The person of this app, and inviting somebody.

use super::apart::{self, with};
use super::block::form::{Input, InputKind, Opt, Section};
use super::block::{Block, Button, Notice, Tone, Weight};
use super::sheet::visible;
use super::{Link, Screen};
use crate::app::App;
use crate::app::message::Press;
use crate::app::route::Route;
use crate::app::shelf::Book;
use crate::app::store::{Backup, Contact};
use crate::app::{pairing, setup, signing, twins};
use crate::domain::date::{date, iso};
use crate::domain::number::grouped_nip;
use crate::domain::person::Person;
use crate::domain::stage::{Party, Position};
use crate::lang::{Texts, fill, own};
use crate::seal::canonical::Hash;
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
    let Some(me) = &app.me else {
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
    screen.blocks.extend(super::form::summary(app, t));
    let quieten = |actions: &mut Vec<Button>| {
        actions.iter_mut().for_each(|action| action.weight = Weight::Quiet);
    };
    if super::home::has_dossiers_elsewhere(app) {
        let link = Some(Link::to(&Route::Receive, t.home.take_in));
        let text = own(t.invite.elsewhere);
        screen.blocks.insert(0, Block::Notice(Notice { tone: Tone::Warn, text, button: None, link }));
        quieten(&mut screen.actions);
    }
    let period = pairing::period(app).filter(|_| me.as_employee);
    if let Some(dossier) = period.and_then(|period| twins::to_hand_over(app, period)) {
        let name = super::sheet::pinned_name(app, dossier, Party::Superior);
        let text = fill(t.invite.running, &[&visible(period.unwrap_or_default()), &name]);
        screen.blocks.insert(0, Notice::block(Tone::Warn, &text));
        quieten(&mut screen.actions);
        screen.actions.insert(0, super::cases::hand_over(t, dossier));
    }
    screen.blocks.push(Block::Form(vec![offer(app, t), own_place(app, t)]));
    screen
}

/// Gives the questions about the own office and school in a new dossier, closed until they are wanted.
pub fn own_place(app: &App, t: &'static Texts) -> Section {
    let [office, school] = pairing::place(app);
    let mut inputs = vec![
        Input::line(pairing::PLACE[0], t.setup.office, &office),
        Input::line(pairing::PLACE[1], t.setup.school, &school),
    ];
    super::form::put_problems(app, t, &mut inputs);
    let folded = app.page.problems.is_empty();
    Section { hint: own(t.me.own_place_hint), folded, ..Section::alone(t.me.own_place, inputs) }
}

/// Gives the questions about the dossier to which somebody is invited.
fn offer(app: &App, t: &'static Texts) -> Section {
    let choice = &app.page.choice;
    let position = |position: Position| Opt {
        id: position.code().to_string(),
        label: t.position(position).to_string(),
        detail: String::new(),
        chosen: choice.position(app) == position,
    };
    let acting = Opt {
        id: pairing::ACTING.to_string(),
        label: own(t.invite.acting),
        detail: own(t.invite.acting_means),
        chosen: choice.is_acting,
    };
    let input = |name: &str, label: &str, kind| Input { kind, ..Input::line(name, label, "") };
    let positions = InputKind::Choice(Position::ALL.map(position).to_vec());
    let mut inputs = vec![
        rules_input(app, t),
        input(pairing::POSITION, t.invite.position, positions),
        input(pairing::ACTING, t.invite.superior_is, InputKind::Choices(vec![acting])),
    ];
    super::form::put_problems(app, t, &mut inputs);
    Section::alone("", inputs)
}

/// Gives the choice of the rules of a new dossier.
pub fn rules_input(app: &App, t: &'static Texts) -> Input {
    let chosen = app.page.choice.rules(app).map(|book| book.hash);
    let book = |book: &&Book| {
        let (pack, hash) = (book.pack(Position::Teacher)?, &book.hash);
        Some(Opt {
            id: hash.to_string(),
            label: super::form::say(app.lang, &pack.title).to_string(),
            detail: if book.is_own {
                [t.invite.own_rules, " · ", &hash.short()].concat()
            } else {
                String::new()
            },
            chosen: Some(*hash) == chosen,
        })
    };
    let rules = pairing::offered(app).iter().rev().filter_map(book).collect();
    let hint = if chosen.is_some() { String::new() } else { own(t.invite.rules_hint) };
    Input { hint, kind: InputKind::Choice(rules), ..Input::line(pairing::RULES, t.invite.rules, "") }
}

/// Gives what a dossier is about: its rules, and what kind of employee and superior.
pub fn about(
    app: &App,
    t: &'static Texts,
    (pack, hash): (&str, &Hash),
    position: Position,
    is_acting: bool,
) -> Vec<(String, String)> {
    let book = app.shelf.find(pack, hash);
    let title = book.and_then(|book| book.pack(position));
    let title = title.map_or_else(|| visible(pack), |pack| super::form::say(app.lang, &pack.title).into());
    let mut facts = vec![
        (own(t.invite.rules), [&title, " · ", &hash.short()].concat()),
        (own(t.facts.employee), t.position(position).to_string()),
    ];
    if is_acting {
        facts.push((own(t.facts.superior), own(t.invite.acting)));
    }
    facts
}

/// Gives the page of the person of this app.
pub fn me(app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.me.heading).back(&Route::Home, t.frame.home);
    let Some(me) = &app.me else {
        return screen;
    };
    screen.blocks.extend(super::form::summary(app, t));
    screen.blocks.extend(super::keys::changed(app, t));
    let mine = signing::details::own(app).unwrap_or_else(|| me.card.clone());
    screen.blocks.push(Block::Facts(facts(t, &mine.person)));
    screen.blocks.push(Block::Links(vec![Link::to(&Route::Details, t.me.details)]));
    screen.blocks.push(Block::heading(t.me.backup));
    screen.blocks.extend(backup(app, t));
    screen.blocks.extend(super::keys::code(app, t));
    screen.blocks.push(Block::heading(t.keep.heading));
    screen.blocks.push(Block::Links(vec![Link::to(&Route::Keep, &super::keep::freshness(app, t))]));
    if !app.contacts.is_empty() {
        screen.blocks.push(Block::heading(t.me.contacts));
        let latest = signing::details::latest(app);
        let known = |contact: &'_ Contact| signing::details::of(&latest, &contact.card.did);
        let contacts = app.contacts.values();
        let people: Vec<(&Person, &Did)> =
            contacts.map(|one| (known(one).unwrap_or(&one.card.person), &one.card.did)).collect();
        let more = apart::people(t, &people, apart::NAME);
        let links =
            app.contacts.values().zip(people.iter().zip(more)).map(|(contact, ((person, did), more))| {
                let is_old = app.dossiers.values().any(|one| one.replaced(did).is_some());
                let sure = if is_old {
                    t.keys.box_old
                } else if contact.matched.is_some() {
                    t.stage.key_matched
                } else {
                    t.stage.key_unmatched
                };
                let label = with(&with(&visible(person.name()), &more), sure);
                Link::to(&Route::Contact(contact.card.did.clone()), &label)
            });
        screen.blocks.push(Block::Links(links.collect()));
    }
    screen.blocks.push(super::keys::passphrase(app, t));
    let mut links = Vec::new();
    let current: Vec<_> = app.shelf.current().iter().map(|book| book.hash).collect();
    for book in app.shelf.books() {
        if let Some(pack) = book.pack(Position::Teacher) {
            let title = visible(super::form::say(app.lang, &pack.title));
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
    screen.blocks.extend(super::form::summary(app, t));
    let mut inputs = super::person_inputs(app, t);
    for input in &mut inputs {
        input.optional_word = t.form.optional;
    }
    let effective = &app.setup.effective;
    let mut day = vec![Input {
        kind: InputKind::Date(String::new(), iso(app.now.local().0)),
        ..Input::line(signing::details::EFFECTIVE, t.me.details_day, effective)
    }];
    super::form::put_problems(app, t, &mut day);
    inputs.extend(day);
    inputs.extend(places(app, t));
    screen.blocks.push(Block::Form(vec![Section::alone("", inputs)]));
    let dossiers = signing::details::dossiers(app).len();
    screen.blocks.push(Block::text(&fill(t.me.details_where, &[&dossiers.to_string()])));
    let press = |press| Press::Details(press);
    screen.actions.push(Button::main(t.me.details_sign, press(signing::details::Press::Sign)).named("act"));
    screen.actions.push(Button::quiet(t.sign.cancel, press(signing::details::Press::GiveUp)));
    screen
}

/// Asks in which dossiers a new office and school hold, where the person has several places.
fn places(app: &App, t: &'static Texts) -> Option<Input> {
    let places = signing::details::places(app);
    let name = |dossier: &Dossier| {
        let other = app.my_side(dossier).map_or(Party::Superior, Party::other);
        super::sheet::pinned_name(app, dossier, other)
    };
    let option = |place: &signing::details::Place| {
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
    let card = app.me.as_ref().map(|me| &me.card.person)?;
    let card = [card.office(), " · ", card.school()].concat();
    let card = Opt {
        id: own(signing::details::CARD),
        label: own(t.me.places_card),
        detail: fill(t.me.places_now, &[&visible(&card)]),
        chosen: signing::details::is_for_card(app),
    };
    let options = places.iter().map(option).chain([card]).collect();
    signing::details::asks_where(app, &places).then(|| Input {
        hint: own(t.me.places_hint),
        kind: InputKind::Choices(options),
        ..Input::line(signing::details::PLACES, t.me.places, "")
    })
}

/// Says who changed their details in a dossier: what they were and what they are, for ever.
pub fn changed(app: &App, t: &Texts, dossier: &Dossier) -> Vec<Block> {
    let mut before: Vec<(&Did, &Person)> = Vec::new();
    let mut blocks = Vec::new();
    for (record, change) in dossier.details_changes() {
        let did = record.signer();
        let last = before.iter().rfind(|(known, _)| *known == did).map(|(_, person)| *person);
        let old = last.or_else(|| dossier.card_of(did).map(|card| &card.person));
        let parts = old.map_or(Vec::new(), |old| differences(t, old, &change.person));
        before.push((did, &change.person));
        let name = visible(old.unwrap_or(&change.person).name());
        let day = date(&change.effective).map_or(String::new(), |day| app.lang.day(day));
        let when = super::signed(app, record);
        let text = fill(t.me.details_changed, &[&name, &day, &parts.join("; "), &when]);
        blocks.push(Notice::block(Tone::Plain, &text));
    }
    blocks
}

/// Names what differs between two details of one person, with the old and the new.
fn differences(t: &Texts, old: &Person, new: &Person) -> Vec<String> {
    let (old, new) = (details_by_label(t, old), details_by_label(t, new));
    let pairs = old.into_iter().zip(new).filter(|((_, old), (_, new))| old != new);
    let said =
        |text: Option<String>| text.map_or_else(|| own(t.stage.none), |text| ["“", &text, "”"].concat());
    pairs.map(|((label, old), (_, new))| fill(t.me.details_part, &[label, &said(old), &said(new)])).collect()
}

/// Gives what is said about the backup of the key, with the way to make and to check it.
pub fn backup(app: &App, t: &'static Texts) -> Vec<Block> {
    let state = app.me.as_ref().map_or(Backup::None, |me| me.backup);
    // Whoever is just making a key has lost nothing yet and is not frightened.
    let is_new = app.route == Route::Setup;
    let (tone, text) = match state {
        Backup::None => (Tone::Warn, t.me.backup_none),
        Backup::Unchecked if is_new => (Tone::Plain, t.me.backup_unchecked),
        Backup::Unchecked => (Tone::Warn, t.me.backup_unchecked),
        Backup::Checked => (Tone::Good, t.me.backup_checked),
    };
    let mut blocks = Vec::new();
    if state != Backup::None || !is_new {
        blocks.push(Notice::block(tone, text));
    }
    if app.setup.wrong_backup {
        blocks.push(Notice::block(Tone::Bad, t.me.backup_wrong));
    }
    let save = Button::main(t.me.save_backup, Press::Setup(setup::Press::SaveBackup)).named("save-backup");
    let weight = |is_next| if is_next { Weight::Main } else { Weight::Quiet };
    let save = Block::Buttons(vec![Button { weight: weight(state == Backup::None), ..save }]);
    let place = super::receive::place(t, t.me.check_backup, weight(state == Backup::Unchecked));
    let check = Block::Receive(place);
    match state {
        Backup::None => blocks.push(save),
        Backup::Unchecked => blocks.extend([check, save]),
        // All is done; only the page of the person still offers it.
        Backup::Checked if is_new => {}
        Backup::Checked => blocks.push(Block::folded(t.me.backup_again, vec![save, check])),
    }
    blocks
}

/// Gives the details of a person by name, as far as they are known.
pub fn facts(t: &Texts, person: &Person) -> Vec<(String, String)> {
    let given = |(label, text): (&str, Option<String>)| text.map(|text| (label.to_string(), text));
    details_by_label(t, person).into_iter().filter_map(given).collect()
}

fn details_by_label<'t>(t: &'t Texts, person: &Person) -> [(&'t str, Option<String>); 6] {
    let text = |text: &str| super::sheet::visible(text);
    [
        (t.setup.name, Some(text(person.name()))),
        (t.setup.office, Some(text(person.office()))),
        (t.setup.school, Some(text(person.school()))),
        (t.setup.nip, person.nip().map(grouped_nip)),
        (t.setup.nuptk, person.nuptk().map(text)),
        (t.setup.npsn, person.npsn().map(text)),
    ]
}
