//! Changing one's own details: one signature says it in every dossier that goes on, and the key stays the same.
//!
//! What was signed before keeps the details that held then. The change is quiet: it travels with the next file.

use super::{Pending, begin, deeds};
use crate::app::App;
use crate::app::effect::{Effects, Rule};
use crate::app::route::Route;
use crate::app::setup;
use crate::app::store::{self, Key};
use crate::domain::date::{date, iso};
use crate::domain::document::Path;
use crate::domain::person::Person;
use crate::domain::problem::{Fault, Problem};
use crate::domain::stage::Stage;
use crate::seal::canonical::{Hash, written};
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::key::{Did, SigningKey};
use crate::seal::record::{Content, DetailsChange, Record, SignedAt};
use crate::seal::strict;

/// The question from which day on the details hold.
pub const EFFECTIVE: &str = "effective";

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
    if let Some(card) = own(app) {
        setup::edit(&mut app.setup, &card.person, &iso(app.now.local().0));
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
        Some(day) => (app.now.local().0 < day).then_some(Fault::NotYet),
    };
    let wrong_day = fault.map(|fault| Problem { path: Path::Field(EFFECTIVE.into()), fault });
    let is_same = |person: &Person| {
        let is_mine = app.me.as_ref().is_some_and(|me| me.card.person == *person);
        is_mine && dossiers(app).iter().all(|id| shows(app, id, person))
    };
    let unchanged = || vec![Problem { path: Path::Field("name".into()), fault: Fault::Unchanged }];
    match (app.setup.input.check(), wrong_day) {
        (Ok(person), None) if is_same(&person) => Err(unchanged()),
        (Ok(person), None) => Ok(DetailsChange { person, effective }),
        (person, wrong_day) => Err(person.err().into_iter().flatten().chain(wrong_day).collect()),
    }
}

/// Lists the dossiers of this person that go on: a change is signed in each of them that does not show it yet.
pub fn dossiers(app: &App) -> Vec<Hash> {
    let goes_on = |dossier: &&Dossier| {
        let is_over = dossier.closed().is_some() || dossier.stage(Stage::Assessment).agreed.is_some();
        app.my_side(dossier).is_some() && !is_over
    };
    app.dossiers.values().filter(goes_on).map(Dossier::id).collect()
}

/// Says whether a dossier shows these details of the person of this app already. One that was opened again, or
/// begun from an invitation of before, may show older ones than the own card.
fn shows(app: &App, id: &Hash, person: &Person) -> bool {
    let shown = app.dossiers.get(id).zip(app.me.as_ref()).and_then(|(dossier, me)| {
        let said = dossier.details(&me.card.did, &iso(app.now.local().0), None);
        said.or_else(|| dossier.card_of(&me.card.did).map(|card| &card.person))
    });
    shown == Some(person)
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
    let content = Content::DetailsChange(Box::new(change.clone()));
    for id in dossiers(app) {
        if shows(app, &id, &change.person) {
            continue;
        }
        let dossier = app.dossiers.get(&id)?;
        let parents = dossier.with_depth(&dossier.parents_of_case());
        let record = Record::sign(&content, Some(id), &parents, key, at).ok()?;
        deeds::add(app, record, key, at, effects);
    }
    let me = app.me.as_mut()?;
    me.card.person = change.person.clone();
    me.signed = Some(written(&me.card.signed(key, &at.created)));
    effects.write(Key::Me, store::me_to_json(me), Rule::Replace);
    setup::end_editing(app, effects);
    effects.go(Route::Me);
    Some(())
}

/// Gives the details that people signed last about themselves, in any dossier of this app, by their keys.
pub fn latest(app: &App) -> Vec<(&Did, &Person)> {
    let day = iso(app.now.local().0);
    let mut latest: Vec<(&Record, &Person)> = Vec::new();
    for (record, change) in app.dossiers.values().flat_map(Dossier::details_changes) {
        if change.effective > day {
            continue;
        }
        // Times are claims and decide nothing; here they only choose what is shown and written down next.
        match latest.iter_mut().find(|(known, _)| known.signer() == record.signer()) {
            Some(known) if known.0.created() < record.created() => *known = (record, &change.person),
            Some(_) => {}
            None => latest.push((record, &change.person)),
        }
    }
    latest.into_iter().map(|(record, person)| (record.signer(), person)).collect()
}

/// Gives the details of one of these.
pub fn of<'a>(latest: &[(&Did, &'a Person)], did: &Did) -> Option<&'a Person> {
    latest.iter().find(|(known, _)| *known == did).map(|(_, person)| *person)
}

/// Gives the own card as it is now: a change that was signed on another device holds here too, once a dossier
/// brought it.
pub fn own(app: &App) -> Option<Card> {
    let me = app.me.as_ref()?;
    let signed = me.signed.as_ref().and_then(|signed| strict::parse(signed).ok());
    let since = signed.as_ref().and_then(|signed| signed.get("proof")?.get("created")?.as_str());
    let changes = app.dossiers.values().flat_map(Dossier::details_changes);
    let later = changes.filter(|(record, _)| {
        *record.signer() == me.card.did && since.is_some_and(|since| since < record.created())
    });
    let newest = later.max_by_key(|(record, _)| (record.created(), record.id()));
    let person = newest.map_or(&me.card.person, |(_, change)| &change.person).clone();
    Some(Card { person, ..me.card.clone() })
}

/// Gives a card with the details that its owner signed last.
pub fn newest(app: &App, card: &Card) -> Card {
    let person = of(&latest(app), &card.did).unwrap_or(&card.person).clone();
    Card { person, ..card.clone() }
}
