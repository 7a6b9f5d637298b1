//! How two people meet: an invitation by file, an answer, and the comparison of a code that both
//! see, so that each knows whose key it is.

pub mod new_dossier;

use crate::app::context::Context;
use crate::app::key::Key;
use crate::app::library::{self, Library};
use crate::app::moment::Moment;
use crate::app::pending::Pending;
use crate::app::route::Route;
use crate::domain::document::Path;
use crate::domain::stage::Party;
use crate::seal::key::{Did, pairing_code};
use new_dossier::{Answers, NewDossier};

/// The work on a page on which two people meet.
#[derive(Clone, Debug, Default)]
pub struct Pairing {
    /// Which groups of the pairing code are asked for, and what was typed.
    pub comparison: Comparison,
    /// What was answered for a new dossier.
    pub answers: Answers,
}

impl Pairing {
    /// Begins with an open page: chooses the groups of the code that are asked for.
    pub fn begin(entropy: [u8; 32]) -> Pairing {
        Pairing { comparison: Comparison::ask(entropy), answers: Answers::default() }
    }

    /// Gives the dossier that can be begun on the open page.
    pub fn new_dossier<'a>(&'a self, library: &'a Library, route: &'a Route) -> NewDossier<'a> {
        NewDossier { library, route, answers: &self.answers }
    }
}

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
pub fn type_code(pairing: &mut Pairing, route: &Route, path: &Path, text: &str) -> bool {
    let Route::Contact(_) = route else {
        return false;
    };
    match path.field() {
        "group-0" => pairing.comparison.typed[0] = text.to_string(),
        "group-1" => pairing.comparison.typed[1] = text.to_string(),
        _ => return false,
    }
    true
}

/// Carries out a button; gives what the person wants to sign.
pub fn press(pairing: &mut Pairing, press: Press, cx: &mut Context) -> Option<Pending> {
    if matches!(press, Press::Invite(_) | Press::Accept(_)) {
        let begins = pairing.new_dossier(cx.library, &cx.page.route);
        let mut problems = begins.card().err().unwrap_or_default();
        if matches!(press, Press::Invite(_)) {
            problems.extend(begins.missing_rules());
        }
        cx.page.problems = problems;
        if !cx.page.problems.is_empty() {
            cx.effects.focus("summary");
            return None;
        }
    }
    match press {
        Press::Invite(party) => {
            let offer = pairing.new_dossier(cx.library, &cx.page.route).offer(party)?;
            return Some(Pending::Invite(Box::new(offer)));
        }
        Press::Accept(did) => return Some(Pending::Accept(did)),
        Press::Compare(did) => compare(pairing, &did, cx),
        Press::Later(did) => cx.effects.go(next_page(cx.library, &did)),
    }
    None
}

/// Gives the page that follows after somebody was met: the newest dossier with them, or home.
fn next_page(library: &Library, did: &Did) -> Route {
    let with_them =
        library.dossiers.which(|summary| summary.names(did)).find(|dossier| dossier.card_of(did).is_some());
    with_them.map_or(Route::Home, |dossier| Route::Dossier(dossier.id()))
}

fn compare(pairing: &mut Pairing, did: &Did, cx: &mut Context) {
    let Some(me) = &cx.library.me else {
        return;
    };
    let code = pairing_code(&me.card.did, did);
    let asked = pairing.comparison.asked(&me.card.did, did);
    let fits = (0..2).all(|index| {
        let digits: String = pairing.comparison.typed[index].chars().filter(|c| !c.is_whitespace()).collect();
        digits == code[asked[index]]
    });
    pairing.comparison.differs = !fits;
    if !fits {
        cx.effects.focus("summary");
        return;
    }
    let now: Moment = cx.library.now;
    if let Some(contact) = cx.library.contacts.get_mut(did) {
        contact.matched = Some(now.stamp());
        cx.effects.put(Key::Contact(did.clone()), library::contact_to_json(contact));
    }
    cx.effects.focus("heading");
}
