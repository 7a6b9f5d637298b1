//! The page that is open.

use crate::app::route::Route;
use crate::domain::document::Path;
use crate::domain::problem::Problem;

/// The name of the field in which the help is searched.
pub const SEARCH: &str = "help-search";

/// What every page has.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its address.
    pub route: Route,
    /// What is wrong with what was typed, once the person asked to go on.
    pub problems: Vec<Problem>,
    /// Whether nothing was signed, because what was to be signed had changed.
    pub refused: bool,
    /// Whether the person turned how a passphrase is typed: hidden, and shown where one is made.
    pub turns_passphrase: bool,
    /// The topic that a phone shows, from zero.
    pub step: usize,
    /// The topic at which the next form opens on a phone, from zero.
    pub open_at: usize,
    /// What is searched for on the page of help.
    pub search: String,
    /// How often more of a long list was asked for.
    pub more: usize,
    /// Counts the times at which inputs moved on the page, so that it has to be built anew.
    pub layout: u32,
    /// The number of the last question for which a key was opened.
    ticket: u32,
}

impl Default for Page {
    fn default() -> Page {
        Page {
            route: Route::Home,
            problems: Vec::new(),
            refused: false,
            turns_passphrase: false,
            step: 0,
            open_at: 0,
            search: String::new(),
            more: 0,
            layout: 0,
            ticket: 0,
        }
    }
}

impl Page {
    /// Opens another page, or the same one anew.
    pub fn open(&mut self, route: Route) {
        let (layout, ticket) = (self.layout + 1, self.ticket);
        *self = Page { route, step: self.open_at, layout, ticket, ..Page::default() };
    }

    /// Begins anew with another person: what was asked for before is answered to nobody.
    pub fn begin_anew(&mut self) {
        let (route, layout, ticket) = (self.route.clone(), self.layout + 1, self.ticket + 1);
        *self = Page { route, layout, ticket, ..Page::default() };
    }

    /// Gives a number to a question for which a key is opened or sealed; each gets another one.
    pub fn next_ticket(&mut self) -> u32 {
        self.ticket += 1;
        self.ticket
    }

    /// Takes back what was said about an input, because it is being mended; says whether anything was.
    pub fn forget_problem(&mut self, path: &Path) -> bool {
        let before = self.problems.len();
        self.problems.retain(|problem| problem.path != *path);
        self.problems.len() != before
    }
}
