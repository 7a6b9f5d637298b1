//! The page on which the own details are changed.

use crate::app::App;
use crate::app::library::people;
use crate::app::message::Press;
use crate::app::profile::{details, setup};
use crate::app::route::Route;
use crate::domain::date::iso;
use crate::domain::stage::Party;
use crate::lang::{Texts, fill, own};
use crate::screens::block::form::{Input, InputKind, Opt, Section};
use crate::screens::block::{Block, Button};
use crate::screens::parts::names::{self, visible};
use crate::screens::parts::person::person_inputs;
use crate::screens::parts::problems;
use crate::screens::screen::Screen;
use crate::seal::dossier::Dossier;

/// Gives the page on which the own details are changed.
pub fn screen(app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.me.details).lead(t.me.details_lead).back(&Route::Me, t.frame.me);
    screen.blocks.extend(problems::summary(app, t));
    let mut inputs = person_inputs(app, t);
    for input in &mut inputs {
        input.optional_word = t.form.optional;
    }
    let effective = &app.setup.effective;
    inputs.push(Input {
        kind: InputKind::Date(String::new(), iso(app.library.now.local().0)),
        ..Input::line(setup::EFFECTIVE, t.me.details_day, effective)
    });
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
