//! Rule packs: those that are shipped are fetched where the program has none inside. Those that come in by file are
//! looked at first, then taken over for new dossiers; old dossiers keep the pack whose hash they name.

use super::App;
use super::care;
use super::effect::{Effect, Effects};
use super::route::Route;
use super::shelf::{Book, Texts};
use super::store::Key;
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
pub fn fetch(app: &mut App, effects: &mut Effects) {
    if app.shelf.texts() == Texts::Elsewhere {
        app.shelf.wait();
        effects.push(Effect::FetchRules { again: false });
    }
}

/// Takes in the packs that were fetched; nothing when they did not come.
pub fn arrived(app: &mut App, fetched: Option<&str>, effects: &mut Effects) {
    // A page that shows something else stays as it is, with whatever is typed there.
    app.layout += u32::from(waits(app));
    app.shelf.fill(fetched);
    super::writing::remove_signed(app, effects);
    care::look(app);
    effects.render();
}

/// Says whether the open page cannot be shown before the packs are here.
pub fn waits(app: &App) -> bool {
    let needs_none = matches!(
        app.route,
        Route::Setup
            | Route::Help
            | Route::Receive
            | Route::Me
            | Route::Details
            | Route::Keep
            | Route::Aside
            | Route::Unknown
    );
    app.shelf.texts() != Texts::Here && app.me.is_some() && !needs_none
}

/// Carries out a button.
pub fn press(app: &mut App, press: Press, effects: &mut Effects) {
    match press {
        Press::Take => {
            if let Some(book) = app.offered_rules.take() {
                let hash = book.hash;
                effects.put(Key::Rules(hash), book.text.to_string());
                app.shelf.add(book);
                effects.go(Route::Rules(hash));
            }
        }
        Press::Save(hash) => {
            let offered = app.offered_rules.as_ref().filter(|book| book.hash == hash);
            if let Some(book) = offered.or_else(|| app.shelf.book(&hash)) {
                let id: String = book.id.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
                effects.download(["paraf-aturan-", &id, ".json"].concat(), book.text.to_string());
            }
        }
        Press::Fetch => {
            app.shelf.wait();
            effects.push(Effect::FetchRules { again: true });
        }
    }
}

/// Looks at a file that is no file of Paraf: gives the hash of the pack that it holds, which then waits
/// to be taken over, and whether it was known.
pub fn offer(app: &mut App, text: &str) -> Option<(Hash, bool)> {
    let book = Book::open(text)?;
    let hash = book.hash;
    let is_known = app.shelf.book(&hash).is_some();
    if !is_known {
        app.offered_rules = Some(book);
    }
    Some((hash, is_known))
}
