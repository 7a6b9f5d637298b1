//! A dossier that can be begun on the open page: with which rules, for which kind of employee, from which place of work.

use crate::app::case::Case;
use crate::app::library::rule_packs::RulePack;
use crate::app::library::summary::Summary;
use crate::app::library::{self, Library, people};
use crate::app::route::Route;
use crate::domain::date::{date, iso};
use crate::domain::document::Path;
use crate::domain::problem::{Fault, Problem};
use crate::domain::stage::{Party, Position};
use crate::seal::canonical::Hash;
use crate::seal::card::Card;
use crate::seal::dossier::Dossier;
use crate::seal::letter::Offer;
use chrono::Days;

/// So many days before its first one a period is the one that is meant: January from 1 December on.
const AT_HAND: u64 = 31;
/// So many days before its first one a period may be meant as well as the running one: January from 1 October on.
const NEAR: u64 = 92;

/// What was answered on a page on which a dossier can be begun; what was not is guessed.
#[derive(Clone, Debug, Default)]
pub struct Answers {
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

/// Takes an answer on a page on which a dossier can be begun; says whether it was one.
pub fn answer(
    answers: &mut Answers,
    (library, route): (&Library, &Route),
    field: &str,
    text: &str,
    chosen: bool,
) -> bool {
    let begins = match route {
        Route::Contact(did) => library.invitations.contains_key(did),
        _ => matches!(route, Route::Invite | Route::Case(_, Case::Next)),
    };
    match field {
        _ if !begins => return false,
        field if field == PLACE[0] => answers.place[0] = Some(text.to_string()),
        field if field == PLACE[1] => answers.place[1] = Some(text.to_string()),
        RULES => answers.rules = Hash::parse(text),
        POSITION => answers.position = Position::from_code(text),
        ACTING => answers.is_acting = chosen,
        _ => return false,
    }
    true
}

/// What can be begun on the open page.
#[derive(Clone, Copy, Debug)]
pub struct NewDossier<'a> {
    /// What is stored.
    pub library: &'a Library,
    /// The open page.
    pub route: &'a Route,
    /// What was chosen there.
    pub answers: &'a Answers,
}

impl<'a> NewDossier<'a> {
    /// Gives the dossier whose next period is begun.
    fn before(&self) -> Option<&'a Dossier> {
        match self.route {
            Route::Case(id, Case::Next) => self.library.dossiers.get(id),
            _ => None,
        }
    }

    /// Gives the rule packs that may be chosen, the oldest period first: after another dossier only those of later
    /// periods.
    pub fn offered(&self) -> Vec<&'a RulePack> {
        let rule_packs = &self.library.rule_packs;
        let mut books = rule_packs.current();
        let before = self.before().and_then(Dossier::genesis).and_then(|genesis| rule_packs.of(genesis));
        if let Some(until) = before.and_then(|pack| date(&pack.to)) {
            let from = |book: &RulePack| date(&book.pack(Position::Teacher)?.from);
            books.retain(|book| from(book).is_some_and(|from| until < from));
        }
        books
    }

    /// Gives the chosen rule pack, or else the one that is meant on such a day; nobody guesses between two that are
    /// near.
    pub fn rules(&self) -> Option<&'a RulePack> {
        let current = self.offered();
        let chosen = current.iter().find(|book| Some(book.hash) == self.answers.rules);
        let in_days = |days| {
            let day = self.library.now.local().0.checked_add_days(Days::new(days));
            let is_then = |book: &&&'a RulePack| {
                let pack = book.pack(Position::Teacher);
                let days = pack.and_then(|pack| Some((date(&pack.from)?, date(&pack.to)?)));
                day.zip(days).is_some_and(|(day, (from, to))| from <= day && day <= to)
            };
            current.iter().rev().find(is_then)
        };
        let nearest = if self.before().is_some() { current.first() } else { current.last() };
        let meant = match [AT_HAND, NEAR].map(in_days) {
            [Some(at_hand), Some(near)] if at_hand.hash != near.hash => None,
            [at_hand, near] => at_hand.or_else(|| in_days(0)).or(near).or(nearest),
        };
        chosen.or(meant).copied()
    }

    /// Says that no rules are chosen, where they have to be.
    pub fn missing_rules(&self) -> Option<Problem> {
        let is_missing = self.rules().is_none();
        is_missing.then(|| Problem { path: Path::Field(RULES.into()), fault: Fault::Missing })
    }

    /// Gives the chosen kind of employee; at first a principal who invites their own superior is one,
    /// and everybody else a teacher.
    pub fn position(&self) -> Position {
        let is_principal = |me: &library::Me| {
            me.as_employee && !me.as_superior && me.card.person.office().to_lowercase().contains("kepala s")
        };
        let guess = if self.library.me.as_ref().is_some_and(is_principal) {
            Position::Principal
        } else {
            Position::Teacher
        };
        self.answers.position.unwrap_or(guess)
    }

    /// Gives the period.
    pub fn period(&self) -> Option<&'a str> {
        self.rules()?.pack(self.position()).map(|pack| pack.period.as_str())
    }

    /// Gives the own office and school: what was typed, else those of the own card. The next dossier of the same
    /// people keeps those of this one where those of the card belong to another.
    pub fn place(&self) -> [String; 2] {
        let Some(mine) = people::own(self.library) else {
            return Default::default();
        };
        let day = iso(self.library.now.local().0);
        let shown = |dossier| Dossier::person(dossier, &mine.did, &day, None);
        let may_show = |summary: &Summary| {
            let people = summary.people.iter().flatten();
            summary.marks.has_new_keys
                || summary.marks.was_handed_over
                || people.filter(|one| one.did == mine.did.as_str()).any(|one| mine.person.is_at(&one.person))
        };
        let mut all = self.library.dossiers.which(may_show);
        let has_card = all.any(|one| shown(one).is_some_and(|person| mine.person.is_at(person)));
        let before = self.before().filter(|_| has_card).and_then(shown).unwrap_or(&mine.person);
        let [office, school] = &self.answers.place;
        let typed = |typed: &Option<String>, old: &str| typed.as_deref().unwrap_or(old).to_string();
        [typed(office, before.office()), typed(school, before.school())]
    }

    /// Gives the own card, or all that is wrong with what was typed; none before there is a person.
    ///
    /// # Errors
    /// The office and the school must be there.
    pub fn card(&self) -> Result<Option<Card>, Vec<Problem>> {
        let Some(mine) = people::own(self.library) else {
            return Ok(None);
        };
        let mut input = mine.person.input();
        let [office, school] = self.place();
        if school.trim() != mine.person.school() {
            // The number is that of the other school.
            input.npsn.clear();
        }
        (input.office, input.school) = (office, school);
        Ok(Some(Card { person: input.check()?, ..mine }))
    }

    /// Gives what will be offered, being this side oneself.
    pub fn offer(&self, party: Party) -> Option<Offer> {
        let book = self.rules()?;
        let position = self.position();
        let pack = book.pack(position)?;
        Some(Offer {
            party,
            period: pack.period.clone(),
            pack: pack.id.clone(),
            pack_hash: book.hash,
            position,
            is_acting: self.answers.is_acting,
        })
    }
}
