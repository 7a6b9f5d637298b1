//! All signed sheets of a dossier on one page, which is what is printed of it. They stand on a page of their own,
//! so that the page of the dossier opens quickly on a weak phone.
use crate::app::App;
use crate::app::message::Press;
use crate::app::route::Route;
use crate::domain::stage::{Party, Stage};
use crate::lang::{Texts, fill};
use crate::screens::block::{Block, Button, Notice, Tone};
use crate::screens::parts::names::pinned_name;
use crate::screens::parts::signed_sheets;
use crate::screens::parts::thread::thread;
use crate::screens::screen::{Screen, unknown};
use crate::seal::canonical::Hash;

/// Gives the page of all sheets.
pub fn screen(app: &App, t: &'static Texts, id: &Hash) -> Screen {
    let found = app.library.dossiers.get(id).and_then(|dossier| Some((dossier, dossier.genesis()?)));
    let Some((dossier, genesis)) = found else {
        return unknown(t);
    };
    let name = pinned_name(app, dossier, Party::Employee);
    let heading = fill(t.dossier.sheets, &[&name, &genesis.period]);
    let mut screen = Screen::new(&heading).back(&Route::Dossier(*id), t.dossier.back);
    screen.thread = thread(app, t, dossier);
    screen.blocks =
        Stage::ALL.into_iter().flat_map(|stage| signed_sheets::sheets(app, t, dossier, stage)).collect();
    if screen.blocks.iter().any(|block| matches!(block, Block::Sheet(_))) {
        screen.lead = t.dossier.sheets_lead.to_string();
        screen.actions.push(Button::main(t.keys.print, Press::Print).named("print"));
    } else if app.library.rule_packs.of(genesis).is_none() {
        screen.blocks.push(Notice::block(Tone::Warn, t.receive.unknown_rules));
    } else {
        screen.blocks.push(Notice::block(Tone::Plain, t.dossier.no_sheets));
    }
    screen
}
