//! Changing one's own details: one signature says it in every dossier that goes on, and the key stays the same.
//! The name and the numbers are those of the person; the office and the school belong to a dossier, and where a
//! person has several, they say in which the new ones hold.
//!
//! What was signed before keeps the details that held then. The change is quiet: it travels with the next file.

use crate::app::effect::Effects;
use crate::app::key::Key;
use crate::app::library::people::{self, Place};
use crate::app::library::{self, Library};
use crate::app::route::Route;
use crate::app::signing::{Pending, begin, deeds};
use crate::app::{App, setup};
use crate::domain::date::{date, iso};
use crate::domain::document::Path;
use crate::domain::person::Person;
use crate::domain::problem::{Fault, Problem};
use crate::seal::canonical::{Hash, written};
use crate::seal::key::SigningKey;
use crate::seal::record::{Content, DetailsChange, Record, SignedAt};

/// The question from which day on the details hold.
pub const EFFECTIVE: &str = "effective";

/// The question in which dossiers the office and the school hold.
pub const PLACES: &str = "places";
/// The answer to it that stands for the own card, and so for new dossiers.
pub const CARD: &str = "card";

/// The buttons on the page of changing one's details.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Press {
    /// Sign the details that were typed.
    Sign,
    /// Leave them as they are.
    GiveUp,
}

/// Opens the page: what was typed here before is still there, else the details are as they are now.
pub fn open(app: &mut App) {
    if let Some(card) = people::own(&app.library) {
        setup::edit(&mut app.setup, &card.person, &iso(app.library.now.local().0));
    }
}

/// Carries out a button.
pub fn press(app: &mut App, press: Press, effects: &mut Effects) {
    match press {
        Press::Sign => match typed(app) {
            Ok(change) => {
                app.page.problems.clear();
                begin(app, Pending::Details(Box::new(change)), effects);
            }
            Err(problems) => {
                app.page.problems = problems;
                effects.focus("summary");
            }
        },
        Press::GiveUp => {
            setup::end_editing(app, effects);
            effects.go(Route::Me);
        }
    }
}

/// Gives the change that was typed, or all that is wrong with it.
fn typed(app: &App) -> Result<DetailsChange, Vec<Problem>> {
    let effective = app.setup.effective.clone();
    let fault = match date(&effective) {
        None if effective.is_empty() => Some(Fault::Missing),
        None => Some(Fault::NotADate),
        Some(day) => (app.library.now.local().0 < day).then_some(Fault::NotYet),
    };
    let wrong_day = fault.map(|fault| Problem { path: Path::Field(EFFECTIVE.into()), fault });
    let is_same = |person: &Person| {
        let is_mine = app.library.me.as_ref().is_some_and(|me| me.card.person == for_card(app, person));
        is_mine && changes(app, person).is_empty()
    };
    let unchanged = || vec![Problem { path: Path::Field("name".into()), fault: Fault::Unchanged }];
    match (app.setup.input.check(), wrong_day) {
        (Ok(person), None) if is_same(&person) => Err(unchanged()),
        (Ok(person), None) => Ok(DetailsChange { person, effective }),
        (person, wrong_day) => Err(person.err().into_iter().flatten().chain(wrong_day).collect()),
    }
}

/// Says whether it has to be asked where a new office and school hold.
pub fn asks_where(library: &Library, places: &[Place]) -> bool {
    places.len() > 1 || places.iter().any(|place| people::is_elsewhere(library, place))
}

/// Says whether they hold on the own card.
pub fn is_for_card(app: &App) -> bool {
    app.setup.places.is_empty() || app.setup.places.contains(CARD)
}

/// Chooses or drops a place.
pub fn choose(app: &mut App, id: &str, chosen: bool) {
    // Nothing chosen is something else than not chosen yet.
    let mut now = "=".to_string();
    let mut put = |one: &str, is_chosen| {
        if if one == id { chosen } else { is_chosen } {
            now = [&now, " ", one].concat();
        }
    };
    put(CARD, is_for_card(app));
    for place in people::places(&app.library, &app.setup.places) {
        put(&place.id(), place.is_chosen);
    }
    app.setup.places = now;
}

/// Gives the details for the own card.
fn for_card(app: &App, person: &Person) -> Person {
    let card = app.library.me.as_ref().filter(|_| !is_for_card(app));
    card.map_or_else(|| person.clone(), |me| person.at(&me.card.person))
}

/// Gives the dossiers that do not show the details yet, each with those that it has to show. One that was opened
/// again, or begun from an invitation of before, may show older ones than the own card.
fn changes(app: &App, person: &Person) -> Vec<(Hash, Person)> {
    let mut changes = Vec::new();
    for place in people::places(&app.library, &app.setup.places) {
        let person = if place.is_chosen { person.clone() } else { person.at(place.mine) };
        for dossier in place.dossiers {
            let mine =
                app.library.my_side(dossier).and_then(|side| people::shown(&app.library, dossier, side));
            if mine != Some(&person) {
                changes.push((dossier.id(), person.clone()));
            }
        }
    }
    changes
}

/// Signs the change where it is not shown yet, and puts it on the own card.
pub(super) fn sign(
    app: &mut App,
    change: &DetailsChange,
    key: &SigningKey,
    at: &SignedAt,
    effects: &mut Effects,
) -> Option<()> {
    (typed(app).ok().as_ref() == Some(change)).then_some(())?;
    let of_card = for_card(app, &change.person);
    for (id, person) in changes(app, &change.person) {
        let dossier = app.library.dossiers.get(&id)?;
        let content = Content::DetailsChange(Box::new(DetailsChange { person, ..change.clone() }));
        let parents = dossier.with_depth(&dossier.parents_of_case());
        let record = Record::sign(&content, Some(id), &parents, key, at).ok()?;
        deeds::add(&mut app.library, record, key, at, effects);
    }
    let me = app.library.me.as_mut()?;
    me.card.person = of_card;
    me.signed = Some(written(&me.card.signed(key, &at.created)));
    effects.put(Key::Me, library::me_to_json(me));
    setup::end_editing(app, effects);
    effects.go(Route::Me);
    Some(())
}
