//! When cautions are looked for: when a form opens, and at each pause in typing.

use crate::app::App;
use crate::app::duties::{cautions, forms};
use crate::app::key::Slot;
use crate::app::writing::open_slot;

/// Looks at the open form; says whether there is something else to say than before.
pub fn look(app: &mut App) -> bool {
    let desk = open_slot(app)
        .and_then(|(id, stage, slot)| Some((forms::desk(&app.library, id, stage, slot)?, slot)));
    let (found, clash) = match &desk {
        Some((desk, Slot::Document)) => {
            (cautions::of(&app.library, desk), cautions::clash_of(&app.library, desk))
        }
        Some((desk, Slot::Reply)) => (cautions::of(&app.library, desk), None),
        None => (Vec::new(), None),
    };
    let is_new = found != app.page.cautions || clash != app.page.clash;
    (app.page.cautions, app.page.clash) = (found, clash);
    is_new
}
