//! Changing one's own details: one signature says it in every dossier that goes on, and the key stays the same.
//! The name and the numbers are those of the person; the office and the school belong to a dossier, and where a
//! person has several, they say in which the new ones hold.
//!
//! What was signed before keeps the details that held then. The change is quiet: it travels with the next file.

use super::{Pending, begin, deeds};
use crate::app::App;
use crate::app::effect::Effects;
use crate::app::route::Route;
use crate::app::setup;
use crate::app::store::{self, Key};
use crate::domain::date::{date, iso};
use crate::domain::document::Path;
use crate::domain::person::Person;
use crate::domain::problem::{Fault, Problem};
use crate::domain::stage::{Party, Stage};
use crate::seal::canonical::{Hash, written};
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::key::{Did, SigningKey};
use crate::seal::record::{Content, DetailsChange, Record, SignedAt};
use crate::seal::strict;

/// The question from which day on the details hold.
pub const EFFECTIVE: &str = "effective";

/// The question in which dossiers the office and the school hold.
pub const PLACES: &str = "places";
/// The answer to it that stands for the own card, and so for new dossiers.
pub const CARD: &str = "card";

/// Dossiers in which the person of this app has the same office and school, with others of one school.
pub struct Place<'a> {
    /// The dossiers.
    pub dossiers: Vec<&'a Dossier>,
    /// The school of the others.
    pub school: &'a str,
    /// The own details there.
    pub mine: &'a Person,
    /// Whether the new office and school hold there.
    pub is_chosen: bool,
}

impl Place<'_> {
    /// Gives the answer that stands for it.
    pub fn id(&self) -> String {
        self.dossiers.first().map_or(String::new(), |dossier| dossier.id().short())
    }
}

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
        let is_mine = app.me.as_ref().is_some_and(|me| me.card.person == for_card(app, person));
        is_mine && changes(app, person).is_empty()
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

/// Gives the places at which the person of this app works in dossiers that go on: what was chosen for each, or else
/// the one of the own card, or the only one.
pub fn places(app: &App) -> Vec<Place<'_>> {
    let mut places: Vec<Place> = Vec::new();
    for id in dossiers(app) {
        let found = app.dossiers.get(&id).and_then(|dossier| {
            let side = app.my_side(dossier)?.other();
            Some((dossier, shown(app, dossier, side)?.school(), shown(app, dossier, side.other())?))
        });
        let Some((dossier, school, mine)) = found else {
            continue;
        };
        match places.iter_mut().find(|place| place.school == school && place.mine.is_at(mine)) {
            Some(place) => place.dossiers.push(dossier),
            None => places.push(Place { dossiers: vec![dossier], school, mine, is_chosen: false }),
        }
    }
    let is_only = places.len() == 1;
    for place in &mut places {
        place.is_chosen = match app.setup.places.as_str() {
            "" => is_only || !is_elsewhere(app, place),
            chosen => chosen.contains(&place.id()),
        };
    }
    places
}

/// Gives the details of a side as a dossier shows them today.
fn shown<'a>(app: &App, dossier: &'a Dossier, party: Party) -> Option<&'a Person> {
    dossier.person(&dossier.card(party)?.did, &iso(app.now.local().0), None)
}

fn is_elsewhere(app: &App, place: &Place) -> bool {
    app.me.as_ref().is_some_and(|me| !place.mine.is_at(&me.card.person))
}

/// Says whether it has to be asked where a new office and school hold.
pub fn asks_where(app: &App, places: &[Place]) -> bool {
    places.len() > 1 || places.iter().any(|place| is_elsewhere(app, place))
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
    for place in places(app) {
        put(&place.id(), place.is_chosen);
    }
    app.setup.places = now;
}

/// Gives the details for the own card.
fn for_card(app: &App, person: &Person) -> Person {
    let card = app.me.as_ref().filter(|_| !is_for_card(app));
    card.map_or_else(|| person.clone(), |me| person.at(&me.card.person))
}

/// Gives the dossiers that do not show the details yet, each with those that it has to show. One that was opened
/// again, or begun from an invitation of before, may show older ones than the own card.
fn changes(app: &App, person: &Person) -> Vec<(Hash, Person)> {
    let mut changes = Vec::new();
    for place in places(app) {
        let person = if place.is_chosen { person.clone() } else { person.at(place.mine) };
        for dossier in place.dossiers {
            let mine = app.my_side(dossier).and_then(|side| shown(app, dossier, side));
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
        let dossier = app.dossiers.get(&id)?;
        let content = Content::DetailsChange(Box::new(DetailsChange { person, ..change.clone() }));
        let parents = dossier.with_depth(&dossier.parents_of_case());
        let record = Record::sign(&content, Some(id), &parents, key, at).ok()?;
        deeds::add(app, record, key, at, effects);
    }
    let me = app.me.as_mut()?;
    me.card.person = of_card;
    me.signed = Some(written(&me.card.signed(key, &at.created)));
    effects.put(Key::Me, store::me_to_json(me));
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
    let mut person = newest.map_or(&me.card.person, |(_, change)| &change.person).clone();
    // What holds in some of the dossiers only is no matter of the card.
    if newest.is_some() && places(app).iter().any(|place| !place.mine.is_at(&person)) {
        person = person.at(&me.card.person);
    }
    Some(Card { person, ..me.card.clone() })
}

/// Gives a card with the details that its owner signed last.
pub fn newest(app: &App, card: &Card) -> Card {
    let person = of(&latest(app), &card.did).unwrap_or(&card.person).clone();
    Card { person, ..card.clone() }
}
