//! Dossiers are read when they are wanted. Where many are wanted at once, that is done one at a time, so that the page
//! answers in between, and says how far it is.

use crate::app::case::Case;
use crate::app::duties::summarize::outdated;
use crate::app::effect::Effects;
use crate::app::library::Library;
use crate::app::library::rule_packs::Texts;
use crate::app::page::Page;
use crate::app::route::Route;
use crate::seal::canonical::Hash;

/// So few dossiers are read before anybody notices.
const FEW: usize = 3;

/// Says how many dossiers have to be read before a page can be shown, and how many there are; `None` where it can be
/// shown at once.
pub fn waits(library: &Library, route: &Route) -> Option<(usize, usize)> {
    let wanted = wanted(library, route).count();
    (wanted > FEW).then_some((wanted, library.dossiers.len()))
}

/// Lists the dossiers that were not read and are needed for a page: of most pages those of which lists say nothing.
fn wanted<'a>(library: &'a Library, route: &Route) -> impl Iterator<Item = Hash> + 'a {
    let needs_all =
        matches!(route, Route::Details | Route::Backup | Route::Quarantine | Route::Case(_, Case::Key));
    let needs_none = matches!(
        route,
        Route::Setup | Route::Help | Route::Receive | Route::Me | Route::Rules(_) | Route::Unknown
    );
    let unread = library.dossiers.summaries().filter(|(id, _)| !library.dossiers.is_read(id));
    unread.filter(move |(_, summary)| needs_all || summary.is_none() && !needs_none).map(|(id, _)| id)
}

/// Gives the next dossier that should be read: one that the open page waits for, else one of which lists say what does
/// not hold any more. Where there are few, all are read, so that whoever has one hears at once what is damaged.
fn next(library: &Library, route: &Route) -> Option<Hash> {
    let is_unread = |id: &Hash| !library.dossiers.is_read(id);
    let few = library.dossiers.keys().copied().take_while(|_| library.dossiers.len() <= FEW);
    wanted(library, route).next().or_else(|| outdated(library).chain(few).find(is_unread))
}

/// Reads what a page is about, and the few others that it needs.
pub fn open(library: &Library, route: &Route) {
    if waits(library, route).is_none() {
        for id in wanted(library, route).chain(route.dossier()) {
            library.dossiers.get(&id);
        }
    }
}

/// Reads one more dossier.
pub fn go_on(library: &mut Library, page: &mut Page, effects: &mut Effects) {
    let waited = waits(library, &page.route).is_some();
    if let Some(id) = next(library, &page.route) {
        library.dossiers.get(&id);
    }
    match waits(library, &page.route) {
        None if waited => {
            page.layout += 1;
            effects.render();
            // The page that waited is gone, and with it the heading that had the focus.
            effects.focus("heading");
        }
        Some((left, _)) if left % 10 == 0 => effects.render(),
        _ => {}
    }
}

/// Says whether there is something to read. The rules come first, because lists say by when.
pub fn is_wanted(library: &Library, route: &Route) -> bool {
    library.me.is_some() && library.rule_packs.texts() != Texts::Coming && next(library, route).is_some()
}
