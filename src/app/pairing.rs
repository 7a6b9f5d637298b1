//! How two people meet: an invitation by file, an answer, and the comparison of a code that both
//! see, so that each knows whose key it is.

use crate::app::App;
use crate::app::case::Case;
use crate::app::effect::Effects;
use crate::app::key::Key;
use crate::app::library::rule_packs::RulePack;
use crate::app::library::{self, Contact, Library, people};
use crate::app::moment::Moment;
use crate::app::route::Route;
use crate::app::signing::{self, Pending};
use crate::domain::date::{date, iso};
use crate::domain::document::Path;
use crate::domain::problem::{Fault, Problem};
use crate::domain::stage::{Party, Position};
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::key::{Did, pairing_code};
use crate::seal::letter::Offer;
use chrono::Days;

/// The comparison of the pairing code on the open page.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// Which two groups of one half are asked for; the half depends on the side.
    ask: [usize; 2],
    /// What was typed for them.
    pub typed: [String; 2],
    /// Whether the last attempt did not fit.
    pub differs: bool,
}

impl Comparison {
    /// Chooses the groups to ask for.
    pub fn ask(entropy: [u8; 32]) -> Comparison {
        let first = usize::from(entropy[0]) % 3;
        let second = (first + 1 + usize::from(entropy[1]) % 2) % 3;
        Comparison { ask: [first.min(second), first.max(second)], ..Comparison::default() }
    }

    /// Gives the two groups that are asked for, from zero. One side is asked for two of the first
    /// three, the other for two of the last three, so that neither asks for what the other hides.
    pub fn asked(&self, mine: &Did, theirs: &Did) -> [usize; 2] {
        let half = if mine < theirs { 0 } else { 3 };
        self.ask.map(|group| group + half)
    }
}

/// So many days before its first one a period is the one that is meant: January from 1 December on.
const AT_HAND: u64 = 31;
/// So many days before its first one a period may be meant as well as the running one: January from 1 October on.
const NEAR: u64 = 92;

/// What was chosen on the page of inviting; what was not is guessed.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// The hash of the rule pack.
    rules: Option<Hash>,
    /// What kind of employee.
    position: Option<Position>,
    /// Whether the superior is acting.
    pub is_acting: bool,
    /// The own office and school in the new dossier, once typed.
    place: [Option<String>; 2],
}

/// The names of the questions on the page of inviting.
pub const RULES: &str = "rules";
/// See [`RULES`].
pub const POSITION: &str = "position";
/// See [`RULES`].
pub const ACTING: &str = "acting";
/// The names of the questions about the own office and school in a new dossier.
pub const PLACE: [&str; 2] = ["office", "school"];

/// Gives the dossier whose next period is begun on the open page.
fn next_of(app: &App) -> Option<&Dossier> {
    match &app.route {
        Route::Case(id, Case::Next) => app.library.dossiers.get(id),
        _ => None,
    }
}

/// Gives the rule packs for a new dossier on the open page, the oldest period first: after another dossier only
/// those of later periods.
pub fn offered(app: &App) -> Vec<&RulePack> {
    let mut books = app.library.rule_packs.current();
    let before =
        next_of(app).and_then(Dossier::genesis).and_then(|genesis| app.library.rule_packs.of(genesis));
    if let Some(until) = before.and_then(|pack| date(&pack.to)) {
        let from = |book: &RulePack| date(&book.pack(Position::Teacher)?.from);
        books.retain(|book| from(book).is_some_and(|from| until < from));
    }
    books
}

impl Choice {
    /// Gives the chosen rule pack, or else the one that is meant on such a day; nobody guesses between two that are
    /// near.
    pub fn rules<'a>(&self, app: &'a App) -> Option<&'a RulePack> {
        let current = offered(app);
        let chosen = current.iter().find(|book| Some(book.hash) == self.rules);
        let in_days = |days| {
            let day = app.library.now.local().0.checked_add_days(Days::new(days));
            let is_then = |book: &&&RulePack| {
                let pack = book.pack(Position::Teacher);
                let days = pack.and_then(|pack| Some((date(&pack.from)?, date(&pack.to)?)));
                day.zip(days).is_some_and(|(day, (from, to))| from <= day && day <= to)
            };
            current.iter().rev().find(is_then)
        };
        let nearest = if next_of(app).is_some() { current.first() } else { current.last() };
        let meant = match [AT_HAND, NEAR].map(in_days) {
            [Some(at_hand), Some(near)] if at_hand.hash != near.hash => None,
            [at_hand, near] => at_hand.or_else(|| in_days(0)).or(near).or(nearest),
        };
        chosen.or(meant).copied()
    }

    /// Gives the chosen kind of employee; at first a principal who invites their own superior is one,
    /// and everybody else a teacher.
    pub fn position(&self, library: &Library) -> Position {
        let is_principal = |me: &library::Me| {
            me.as_employee && !me.as_superior && me.card.person.office().to_lowercase().contains("kepala s")
        };
        let guess = if library.me.as_ref().is_some_and(is_principal) {
            Position::Principal
        } else {
            Position::Teacher
        };
        self.position.unwrap_or(guess)
    }
}

/// Gives the period of the dossier that the page of inviting would offer.
pub fn period(app: &App) -> Option<&str> {
    let choice = &app.page.choice;
    let pack = choice.rules(app)?.pack(choice.position(&app.library))?;
    Some(&pack.period)
}

/// Takes an answer on a page on which a dossier can be begun; says whether it was one.
pub fn choose(app: &mut App, field: &str, id: &str, chosen: bool) -> bool {
    let begins = match &app.route {
        Route::Contact(did) => app.library.invitations.contains_key(did),
        route => matches!(route, Route::Invite | Route::Case(_, Case::Next)),
    };
    let choice = &mut app.page.choice;
    match field {
        _ if !begins => return false,
        field if field == PLACE[0] => choice.place[0] = Some(id.to_string()),
        field if field == PLACE[1] => choice.place[1] = Some(id.to_string()),
        RULES => choice.rules = Hash::parse(id),
        POSITION => choice.position = Position::from_code(id),
        ACTING => choice.is_acting = chosen,
        _ => return false,
    }
    true
}

/// Gives the own office and school as they will stand in a new dossier: what was typed, else those of the own card.
/// The next dossier of the same people keeps those of this one where those of the card belong to another.
pub fn place(app: &App) -> [String; 2] {
    let Some(mine) = people::own(&app.library) else {
        return Default::default();
    };
    let day = iso(app.library.now.local().0);
    let shown = |dossier| Dossier::person(dossier, &mine.did, &day, None);
    let has_card =
        app.library.dossiers.values().any(|one| shown(one).is_some_and(|person| mine.person.is_at(person)));
    let before = next_of(app).filter(|_| has_card).and_then(shown).unwrap_or(&mine.person);
    let [office, school] = &app.page.choice.place;
    let typed = |typed: &Option<String>, old: &str| typed.as_deref().unwrap_or(old).to_string();
    [typed(office, before.office()), typed(school, before.school())]
}

/// Gives the own card for a new dossier, or all that is wrong with what was typed.
///
/// # Errors
/// The office and the school must be there.
pub fn card(app: &App) -> Result<Option<Card>, Vec<Problem>> {
    let Some(mine) = people::own(&app.library) else {
        return Ok(None);
    };
    let mut input = mine.person.input();
    let [office, school] = place(app);
    if school.trim() != mine.person.school() {
        // The number is that of the other school.
        input.npsn.clear();
    }
    (input.office, input.school) = (office, school);
    Ok(Some(Card { person: input.check()?, ..mine }))
}

/// Says that no rules are chosen, where they have to be.
pub fn missing_rules(app: &App) -> Option<Problem> {
    let is_missing = app.page.choice.rules(app).is_none();
    is_missing.then(|| Problem { path: Path::Field(RULES.into()), fault: Fault::Missing })
}

/// Gives what will be offered, being this side oneself.
fn offer(app: &App, party: Party) -> Option<Offer> {
    let choice = &app.page.choice;
    let book = choice.rules(app)?;
    let position = choice.position(&app.library);
    let pack = book.pack(position)?;
    Some(Offer {
        party,
        period: pack.period.clone(),
        pack: pack.id.clone(),
        pack_hash: book.hash,
        position,
        is_acting: choice.is_acting,
    })
}

/// The buttons of meeting somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Press {
    /// Write an invitation, being this side oneself.
    Invite(Party),
    /// Start a dossier with somebody who invited.
    Accept(Did),
    /// Compare what was typed with the code.
    Compare(Did),
    /// Put the comparison off.
    Later(Did),
}

/// Puts typed text in place; says whether the page is one of comparing.
pub fn type_in(app: &mut App, path: &Path, text: &str) -> bool {
    let Route::Contact(_) = app.route else {
        return false;
    };
    match path.field() {
        "group-0" => app.page.pairing.typed[0] = text.to_string(),
        "group-1" => app.page.pairing.typed[1] = text.to_string(),
        _ => return false,
    }
    true
}

/// Carries out a button.
pub fn press(app: &mut App, press: Press, effects: &mut Effects) {
    if matches!(press, Press::Invite(_) | Press::Accept(_)) {
        app.page.problems = card(app).err().unwrap_or_default();
        if matches!(press, Press::Invite(_)) {
            app.page.problems.extend(missing_rules(app));
        }
        if !app.page.problems.is_empty() {
            effects.focus("summary");
            return;
        }
    }
    match press {
        Press::Invite(party) => {
            if let Some(offer) = offer(app, party) {
                signing::begin(app, Pending::Invite(Box::new(offer)), effects);
            }
        }
        Press::Accept(did) => signing::begin(app, Pending::Accept(did), effects),
        Press::Compare(did) => compare(app, &did, effects),
        Press::Later(did) => effects.go(next_page(&app.library, &did)),
    }
}

/// Pins a card the first time its key is seen. Later files cannot change what is shown.
pub fn pin(library: &mut Library, card: &Card, effects: &mut Effects) {
    if !library.contacts.contains_key(&card.did) {
        let contact = Contact { card: card.clone(), matched: None };
        effects.put(Key::Contact(card.did.clone()), library::contact_to_json(&contact));
        library.contacts.insert(card.did.clone(), contact);
    }
}

/// Gives the page that follows after somebody was met: the newest dossier with them, or home.
fn next_page(library: &Library, did: &Did) -> Route {
    let with_them = library.dossiers.values().find(|dossier| dossier.card_of(did).is_some());
    with_them.map_or(Route::Home, |dossier| Route::Dossier(dossier.id()))
}

fn compare(app: &mut App, did: &Did, effects: &mut Effects) {
    let Some(me) = &app.library.me else {
        return;
    };
    let code = pairing_code(&me.card.did, did);
    let asked = app.page.pairing.asked(&me.card.did, did);
    let fits = (0..2).all(|index| {
        let digits: String = app.page.pairing.typed[index].chars().filter(|c| !c.is_whitespace()).collect();
        digits == code[asked[index]]
    });
    app.page.pairing.differs = !fits;
    if !fits {
        effects.focus("summary");
        return;
    }
    let now: Moment = app.library.now;
    if let Some(contact) = app.library.contacts.get_mut(did) {
        contact.matched = Some(now.stamp());
        effects.put(Key::Contact(did.clone()), library::contact_to_json(contact));
    }
    effects.focus("heading");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::World;
    use crate::app::effect::Effect;
    use crate::app::message::Message;
    use crate::app::window::Window;
    use crate::lang::Lang;

    #[test]
    fn what_is_said_beside_the_rules_of_an_invitation_is_drawn_once_they_are_chosen() {
        let mut app = App::new(Lang::Id);
        (app.window, app.route) = (Window::Working, Route::Invite);
        let world = World { now: Moment::default(), entropy: [0; 32], spare: [0; 16] };
        let chosen = Message::Typed(Path::Field(RULES.into()), "2025".into());
        assert!(app.update(chosen, &world).iter().any(|effect| matches!(effect, Effect::Render)));
    }
}
