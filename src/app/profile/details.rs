//! Changing one's own details: one signature says it in every dossier that goes on, and the key stays the same.
//! The name and the numbers are those of the person; the office and the school belong to a dossier, and where a
//! person has several, they say in which the new ones hold.
//!
//! What was signed before keeps the details that held then. The change is quiet: it travels with the next file.

use crate::app::context::Context;
use crate::app::key::Key;
use crate::app::library::people::{self, Place};
use crate::app::library::{self, Library};
use crate::app::pending::Pending;
use crate::app::profile::setup::{self, EFFECTIVE, Setup};
use crate::app::route::Route;
use crate::app::signing::deeds;
use crate::domain::date::{date, iso};
use crate::domain::document::Path;
use crate::domain::person::Person;
use crate::domain::problem::{Fault, Problem};
use crate::seal::canonical::{Hash, written};
use crate::seal::key::SigningKey;
use crate::seal::record::{Content, DetailsChange, Record, SignedAt};

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
pub fn open(setup: &mut Setup, library: &Library) {
    if let Some(card) = people::own(library) {
        setup::edit(setup, &card.person, &iso(library.now.local().0));
    }
}

/// Carries out a button; gives what the person wants to sign.
pub fn press(setup: &mut Setup, press: Press, cx: &mut Context) -> Option<Pending> {
    match press {
        Press::Sign => match typed(setup, cx.library) {
            Ok(change) => {
                cx.page.problems.clear();
                return Some(Pending::Details(Box::new(change)));
            }
            Err(problems) => {
                cx.page.problems = problems;
                cx.effects.focus("summary");
            }
        },
        Press::GiveUp => {
            setup::end_editing(setup, cx.effects);
            cx.effects.go(Route::Me);
        }
    }
    None
}

/// Gives the change that was typed, or all that is wrong with it.
fn typed(setup: &Setup, library: &Library) -> Result<DetailsChange, Vec<Problem>> {
    let effective = setup.effective.clone();
    let fault = match date(&effective) {
        None if effective.is_empty() => Some(Fault::Missing),
        None => Some(Fault::NotADate),
        Some(day) => (library.now.local().0 < day).then_some(Fault::NotYet),
    };
    let wrong_day = fault.map(|fault| Problem { path: Path::Field(EFFECTIVE.into()), fault });
    let is_same = |person: &Person| {
        let is_mine =
            library.me.as_ref().is_some_and(|me| me.card.person == for_card(setup, library, person));
        is_mine && changes(setup, library, person).is_empty()
    };
    let unchanged = || vec![Problem { path: Path::Field("name".into()), fault: Fault::Unchanged }];
    match (setup.input.check(), wrong_day) {
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
pub fn is_for_card(setup: &Setup) -> bool {
    setup.places.is_empty() || setup.places.contains(CARD)
}

/// Chooses or drops a place.
pub fn choose(setup: &mut Setup, library: &Library, id: &str, chosen: bool) {
    // Nothing chosen is something else than not chosen yet.
    let mut now = "=".to_string();
    let mut put = |one: &str, is_chosen| {
        if if one == id { chosen } else { is_chosen } {
            now = [&now, " ", one].concat();
        }
    };
    put(CARD, is_for_card(setup));
    for place in people::places(library, &setup.places) {
        put(&place.id(), place.is_chosen);
    }
    setup.places = now;
}

/// Gives the details for the own card.
fn for_card(setup: &Setup, library: &Library, person: &Person) -> Person {
    let card = library.me.as_ref().filter(|_| !is_for_card(setup));
    card.map_or_else(|| person.clone(), |me| person.at(&me.card.person))
}

/// Gives the dossiers that do not show the details yet, each with those that it has to show. One that was opened
/// again, or begun from an invitation of before, may show older ones than the own card.
fn changes(setup: &Setup, library: &Library, person: &Person) -> Vec<(Hash, Person)> {
    let mut changes = Vec::new();
    for place in people::places(library, &setup.places) {
        let person = if place.is_chosen { person.clone() } else { person.at(place.mine) };
        for dossier in place.dossiers {
            let mine = library.my_side(dossier).and_then(|side| people::shown(library, dossier, side));
            if mine != Some(&person) {
                changes.push((dossier.id(), person.clone()));
            }
        }
    }
    changes
}

/// Signs the change where it is not shown yet, and puts it on the own card.
pub fn sign(
    setup: &mut Setup,
    change: &DetailsChange,
    key: &SigningKey,
    at: &SignedAt,
    cx: &mut Context,
) -> Option<()> {
    (typed(setup, cx.library).ok().as_ref() == Some(change)).then_some(())?;
    let of_card = for_card(setup, cx.library, &change.person);
    for (id, person) in changes(setup, cx.library, &change.person) {
        let dossier = cx.library.dossiers.get(&id)?;
        let content = Content::DetailsChange(Box::new(DetailsChange { person, ..change.clone() }));
        let parents = dossier.with_depth(&dossier.parents_of_case());
        let record = Record::sign(&content, Some(id), &parents, key, at).ok()?;
        deeds::add(cx.library, record, key, at, cx.effects);
    }
    let me = cx.library.me.as_mut()?;
    me.card.person = of_card;
    me.signed = Some(written(&me.card.signed(key, &at.created)));
    cx.effects.put(Key::Me, library::me_to_json(me));
    setup::end_editing(setup, cx.effects);
    cx.effects.go(Route::Me);
    Some(())
}
