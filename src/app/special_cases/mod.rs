//! Special cases: steps beside the plain way through the seven stages. Each is one signed record, and
//! whether it may be signed is decided here, once.

mod draw;

use crate::app::context::Context;
use crate::app::editor;
use crate::app::library::Library;
use crate::app::pairing::Pairing;
use crate::app::pending::Pending;
use crate::app::route::Route;
use crate::domain::document::Document;
use crate::seal::record::Content;

/// The buttons of special cases.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Press {
    /// Sign what the open page of a case asks for.
    Sign,
    /// Take the newest version of the open stage back.
    Withdraw,
    /// Record that the other side signed the newest version of the open stage on paper.
    Paper,
    /// Sign the document of the open check page as a copy of what the other side wrote on paper.
    Transcribe,
}

/// What is asked for on the open page, as it was answered there.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// What is stored.
    pub library: &'a Library,
    /// The open page.
    pub route: &'a Route,
    /// The answers.
    pub answers: Document,
    /// What was chosen for the next dossier.
    pub pairing: &'a Pairing,
}

impl<'a> Asked<'a> {
    /// Gives what is asked for on this page.
    pub fn on(library: &'a Library, route: &'a Route, pairing: &'a Pairing) -> Asked<'a> {
        Asked { library, route, answers: editor::answers_beside(library, route), pairing }
    }
}

/// Carries out a button; gives what the person wants to sign.
pub fn press(press: Press, pairing: &Pairing, cx: &mut Context) -> Option<Pending> {
    let asked = Asked::on(cx.library, &cx.page.route, pairing);
    let (id, found) = match (press, asked.route) {
        (Press::Sign, Route::Case(id, case)) => (*id, draw::act(&asked, *id, *case)),
        (Press::Withdraw, Route::Stage(id, stage)) => {
            let dossier = cx.library.dossiers.get(id);
            let head = dossier.and_then(|dossier| dossier.stage(*stage).heads.first().copied());
            (*id, Ok(head.map(|target| Content::Withdraw { stage: *stage, target })))
        }
        (Press::Transcribe, Route::Check(id, stage)) => (*id, draw::transcript(&asked, *id, *stage)),
        (Press::Paper, Route::Stage(id, stage)) => (*id, draw::paper(&asked, *id, *stage)),
        _ => return None,
    };
    match found {
        Ok(Some(content)) => {
            cx.page.problems.clear();
            return Some(Pending::Act(id, Box::new(content)));
        }
        Ok(None) => cx.page.refused = true,
        Err(problems) => {
            cx.page.problems = problems;
            cx.effects.focus("summary");
        }
    }
    None
}

/// Says whether the open page still asks for just this: a file may have come in since the question was asked.
pub fn is_as_drawn(asked: &Asked, content: &Content) -> bool {
    let again = match (asked.route, content) {
        (_, Content::Withdraw { .. }) => return true,
        (Route::Case(id, case), _) => draw::act(asked, *id, *case),
        (Route::Check(id, stage), _) => draw::transcript(asked, *id, *stage),
        (Route::Stage(id, stage), _) => draw::paper(asked, *id, *stage),
        _ => return false,
    };
    again.is_ok_and(|again| again.as_ref() == Some(content))
}
