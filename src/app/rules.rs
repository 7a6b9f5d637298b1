//! Rule packs: those that are shipped are fetched where the program has none inside. Those that come in by file are
//! looked at first, then taken over for new dossiers; old dossiers keep the pack whose hash they name.

use crate::app::effect::{Effect, Effects};
use crate::app::key::Key;
use crate::app::library::Library;
use crate::app::library::rule_packs::{RulePack, Texts};
use crate::app::route::Route;
use crate::seal::canonical::Hash;

/// The buttons of rule packs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Press {
    /// Take over the pack that came in.
    Take,
    /// Give the person a pack as a file.
    Save(Hash),
    /// Ask again for the packs that are shipped.
    Fetch,
}

/// Asks for the packs that are shipped, unless that was done.
pub fn fetch(library: &mut Library, effects: &mut Effects) {
    if library.rule_packs.texts() == Texts::Elsewhere {
        library.rule_packs.wait();
        effects.push(Effect::FetchRules { again: false });
    }
}

/// Says whether a page cannot be shown before the packs are here.
pub fn waits(library: &Library, route: &Route) -> bool {
    // The first page shows what lists say of dossiers.
    let is_said = || library.dossiers.summaries().all(|(_, summary)| summary.is_some());
    let needs_none = *route == Route::Home && is_said()
        || matches!(
            route,
            Route::Setup
                | Route::Help
                | Route::Receive
                | Route::Me
                | Route::Details
                | Route::Backup
                | Route::Quarantine
                | Route::Unknown
        );
    library.rule_packs.texts() != Texts::Here && library.me.is_some() && !needs_none
}

/// Carries out a button.
pub fn press(library: &mut Library, press: Press, effects: &mut Effects) {
    match press {
        Press::Take => {
            if let Some(book) = library.offered_rules.take() {
                let hash = book.hash;
                effects.put(Key::Rules(hash), book.text.to_string());
                library.rule_packs.add(book);
                effects.go(Route::Rules(hash));
            }
        }
        Press::Save(hash) => {
            let offered = library.offered_rules.as_ref().filter(|book| book.hash == hash);
            if let Some(book) = offered.or_else(|| library.rule_packs.by_hash(&hash)) {
                let id: String = book.id.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
                effects.download(["paraf-aturan-", &id, ".json"].concat(), book.text.to_string());
            }
        }
        Press::Fetch => {
            library.rule_packs.wait();
            effects.push(Effect::FetchRules { again: true });
        }
    }
}

/// Looks at a file that is no file of Paraf: gives the hash of the pack that it holds, which then waits
/// to be taken over, and whether it was known.
pub fn offer(library: &mut Library, text: &str) -> Option<(Hash, bool)> {
    let book = RulePack::open(text)?;
    let hash = book.hash;
    let is_known = library.rule_packs.by_hash(&hash).is_some();
    if !is_known {
        library.offered_rules = Some(book);
    }
    Some((hash, is_known))
}
