//! From one page to the next.

use crate::app::effect::{Effect, Effects};
use crate::app::moment::World;
use crate::app::pairing::Pairing;
use crate::app::profile::{details, setup};
use crate::app::route::Route;
use crate::app::{App, Work, editor, reading, rules};

impl App {
    /// Takes in the rules that were fetched.
    pub(super) fn take_rules(&mut self, fetched: Option<&str>, effects: &mut Effects) {
        // A page that shows something else stays as it is, with whatever is typed there.
        if rules::waits(&self.library, &self.page.route) {
            self.page.layout += 1;
            effects.focus("heading");
        }
        self.library.rule_packs.fill(fetched);
        editor::remove_signed(&mut self.library, effects);
        self.refresh_cautions();
        effects.render();
    }

    /// Opens a page. What was typed on the one before is stored first.
    pub(super) fn go_to(&mut self, route: Route, world: &World, effects: &mut Effects) {
        self.save(effects);
        let prints = std::mem::take(&mut self.prints_next);
        let route = match route {
            Route::SetupAs(party) => {
                setup::begin_as(&mut self.setup, party);
                Route::Setup
            }
            route => route,
        };
        self.page.open(route);
        self.work = Work { pairing: Pairing::begin(world.entropy), ..Work::default() };
        self.import.has_arrived = false;
        reading::open(&self.library, &self.page.route);
        if self.page.route == Route::Details {
            details::open(&mut self.setup, &self.library);
        }
        self.refresh_cautions();
        effects.render();
        // Whoever is new reads the first page first; the packs are large.
        if self.library.me.is_some() || self.page.route != Route::Home {
            rules::fetch(&mut self.library, effects);
        }
        if prints && matches!(self.page.route, Route::Sheets(_)) {
            effects.push(Effect::Print);
        }
    }
}
