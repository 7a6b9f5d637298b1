//! Special cases: steps beside the plain way through the seven stages. Each is one signed record, and
//! whether it may be signed is decided here, once.

mod draw;
pub mod typed;

use crate::app::duties::documents;
use crate::app::effect::Effects;
use crate::app::key::Slot;
use crate::app::route::Route;
use crate::app::signing::{self, Pending};
use crate::app::{App, choosing};
use crate::domain::stage::Stage;
use crate::seal::canonical::Hash;
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

/// Carries out a button.
pub fn press(app: &mut App, press: Press, effects: &mut Effects) {
    typed::save(app, effects);
    let found = match (press, &app.route) {
        (Press::Sign, Route::Case(id, case)) => draw::act(app, *id, *case).map(|content| (*id, content)),
        (Press::Withdraw, Route::Stage(id, stage)) => {
            let head =
                app.library.dossiers.get(id).and_then(|dossier| dossier.stage(*stage).heads.first().copied());
            Ok((*id, head.map(|target| Content::Withdraw { stage: *stage, target })))
        }
        (Press::Transcribe, Route::Check(id, stage)) => {
            draw::transcript(app, *id, *stage).map(|content| (*id, content))
        }
        (Press::Paper, Route::Stage(id, stage)) => {
            draw::paper(app, *id, *stage).map(|content| (*id, content))
        }
        _ => return,
    };
    match found {
        Ok((id, Some(content))) => {
            app.page.problems.clear();
            signing::begin(app, Pending::Act(id, Box::new(content)), effects);
        }
        Ok((_, None)) => app.page.refused = true,
        Err(problems) => {
            app.page.problems = problems;
            effects.focus("summary");
        }
    }
}

/// Says whether the open page still asks for just this: a file may have come in since the question was asked.
pub fn is_as_drawn(app: &App, content: &Content) -> bool {
    let again = match (&app.route, content) {
        (_, Content::Withdraw { .. }) => return true,
        (Route::Case(id, case), _) => draw::act(app, *id, *case),
        (Route::Check(id, stage), _) => draw::transcript(app, *id, *stage),
        (Route::Stage(id, stage), _) => draw::paper(app, *id, *stage),
        _ => return false,
    };
    again.is_ok_and(|again| again.as_ref() == Some(content))
}

/// Puts a version that was taken back in place as a draft, so that nothing of it has to be typed again.
pub fn keep_as_draft(app: &mut App, id: Hash, stage: Stage, target: &Hash, effects: &mut Effects) {
    let place = (id, stage, Slot::Document);
    let version =
        app.library.dossiers.get(&id).and_then(|dossier| documents::document_of(dossier, target)).cloned();
    if !app.library.drafts.contains_key(&place)
        && let Some(document) = version
    {
        choosing::begin_with(app, place, document, effects);
    }
}
