//! The page of the person of this app: their card, key, backups and people.

use crate::app::App;
use crate::app::library::{Contact, people};
use crate::app::message::Press;
use crate::app::profile::lock;
use crate::app::route::Route;
use crate::domain::person::Person;
use crate::domain::stage::Position;
use crate::lang::Texts;
use crate::screens::block::{Block, Button, Link};
use crate::screens::parts::apart::{self, with};
use crate::screens::parts::names::visible;
use crate::screens::parts::person::{backup, facts};
use crate::screens::parts::{freshness, keys, problems, words};
use crate::screens::screen::Screen;
use crate::seal::key::Did;

/// Gives the page of the person of this app.
pub fn screen(app: &App, t: &'static Texts) -> Screen {
    let mut screen = Screen::new(t.me.heading).back(&Route::Home, t.frame.home);
    let Some(me) = &app.library.me else {
        return screen;
    };
    screen.blocks.extend(problems::summary(app, t));
    screen.blocks.extend(keys::changed(app, t));
    let mine = people::own(&app.library).unwrap_or_else(|| me.card.clone());
    screen.blocks.push(Block::Facts(facts(t, &mine.person)));
    screen.blocks.push(Block::Links(vec![Link::to(&Route::Details, t.me.details)]));
    screen.blocks.push(Block::heading(t.me.backup));
    screen.blocks.extend(backup(app, t));
    screen.blocks.push(Block::Links(vec![Link::to(&Route::Backup, &freshness::freshness(app, t))]));
    screen.blocks.extend(keys::code(app, t));
    if !app.library.contacts.is_empty() {
        screen.blocks.push(Block::heading(t.me.contacts));
        let latest = people::latest(&app.library);
        let known = |contact: &'_ Contact| people::of(&latest, &contact.card.did);
        let contacts = app.library.contacts.values();
        let persons: Vec<(&Person, &Did)> =
            contacts.map(|one| (known(one).unwrap_or(&one.card.person), &one.card.did)).collect();
        let more = apart::people(t, &persons, apart::NAME);
        let links = app.library.contacts.values().zip(persons.iter().zip(more)).map(
            |(contact, ((person, did), more))| {
                let is_old = app
                    .library
                    .dossiers
                    .which(|one| one.marks.has_new_keys)
                    .any(|one| one.replaced(did).is_some());
                let sure = if is_old {
                    t.keys.box_old
                } else if contact.matched.is_some() {
                    t.stage.key_matched
                } else {
                    t.stage.key_unmatched
                };
                let label = with(&with(&visible(person.name()), &more), sure);
                Link::to(&Route::Contact(contact.card.did.clone()), &label)
            },
        );
        screen.blocks.push(Block::Links(links.collect()));
    }
    screen.blocks.push(keys::passphrase(app, t));
    if app.sitting.is_open(&me.card.did) {
        let end = Button::quiet(t.sign.ask_again, Press::Lock(lock::Press::EndSitting)).named("end-sitting");
        screen.blocks.extend([Block::text(t.sign.is_open), Block::Buttons(vec![end])]);
    }
    screen.blocks.push(file_names(app, t));
    let mut links = Vec::new();
    let current: Vec<_> = app.library.rule_packs.current().iter().map(|book| book.hash).collect();
    for book in app.library.rule_packs.all() {
        if let Some(pack) = book.pack(Position::Teacher) {
            let title = visible(words::say(app.lang, &pack.title));
            let code = [&title, " · ", &book.hash.short()].concat();
            let is_former = !current.contains(&book.hash);
            let label = if is_former { [&code, " · ", t.rules.former].concat() } else { code };
            links.push(Link::to(&Route::Rules(book.hash), &label));
        }
    }
    screen.blocks.push(Block::folded(t.rules.all, vec![Block::Links(links)]));
    screen
}

/// Offers that the names of files that are sent name nobody.
fn file_names(app: &App, t: &'static Texts) -> Block {
    let (text, label) = match app.names_nobody {
        true => (t.sending.without_names, t.sending.put_names_on),
        false => (t.sending.with_names, t.sending.take_names_off),
    };
    let button = Button::quiet(label, Press::NameNobody(!app.names_nobody)).named("file-names");
    Block::folded(t.sending.names, vec![Block::text(text), Block::Buttons(vec![button])])
}
