//! Taking in files, and what became of each.

use crate::app::App;
use crate::app::route::Route;
use crate::lang::Texts;
use crate::screens::block::{Block, Weight};
use crate::screens::parts::arrivals::{arrivals, place, tally};
use crate::screens::screen::Screen;

/// Gives the page on which files are taken in.
pub fn screen(app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.receive.heading).lead(t.receive.lead).back(&Route::Home, t.frame.home);
    screen.blocks.push(Block::Receive(place(t, t.receive.choose, Weight::Main)));
    if !app.import.arrivals.is_empty() {
        let arrivals = arrivals(app, t);
        screen.blocks.push(Block::heading(t.receive.arrivals));
        screen.blocks.extend(tally(app, t, &arrivals));
        screen.blocks.push(Block::Arrivals(arrivals));
    }
    screen
}
