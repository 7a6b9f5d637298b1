//! The page on which somebody is invited.

use crate::app::duties::offers;
use crate::app::message::Press;
use crate::app::pairing::{self, new_dossier};
use crate::app::route::Route;
use crate::app::{App, signing};
use crate::domain::stage::{Party, Position};
use crate::lang::{Texts, fill, own};
use crate::screens::block::form::{Input, InputKind, Opt, Section};
use crate::screens::block::{Block, Button, Link, Notice, Tone, Weight};
use crate::screens::pages::send;
use crate::screens::parts::names::{self, visible};
use crate::screens::parts::offers::hand_over;
use crate::screens::parts::person::{self, own_place, rules_input};
use crate::screens::parts::problems;
use crate::screens::screen::Screen;

/// Gives the page on which somebody is invited.
pub fn screen(app: &App, t: &'static Texts) -> Screen {
    if let Some(invited) = &app.work.sending.invitation {
        return send::invited(app, t, invited);
    }
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
    let choice = &app.work.pairing.answers;
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
    let inputs = vec![
        rules_input(app, t),
        input(new_dossier::POSITION, t.invite.position, positions),
        input(new_dossier::ACTING, t.invite.superior_is, InputKind::Choices(vec![acting])),
    ];
    Section::alone("", inputs)
}
