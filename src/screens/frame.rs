//! What stands around every page.

use crate::app::duties::summarize;
use crate::app::library::summary::Summary;
use crate::app::library::{Backup, people};
use crate::app::message::Press;
use crate::app::profile::lock;
use crate::app::route::Route;
use crate::app::window::Window;
use crate::app::{App, Health, reading};
use crate::domain::stage::Party;
use crate::lang::{Lang, Texts, fill, own};
use crate::screens::block::{Button, Link, Notice, Tone};
use crate::screens::parts::{freshness, names};
use crate::screens::screen::Frame;

pub fn frame(app: &App, t: &'static Texts) -> Frame {
    let waits = matches!(app.window, Window::Waiting | Window::TakingOver | Window::Outdated);
    let me = app.library.me.as_ref().filter(|_| !waits);
    let mut links = Vec::new();
    let mut link = |route: Route, label: &str| {
        let open = route == app.page.route || (route == Route::Home && app.page.route.dossier().is_some());
        links.push((Link::to(&route, label), open));
    };
    if me.is_some() {
        link(Route::Home, t.frame.home);
        link(Route::Receive, t.frame.receive);
        link(Route::Me, t.frame.me);
    }
    if !waits {
        link(Route::Help, t.frame.help);
    }
    let other = match app.lang {
        Lang::Id => Lang::En,
        Lang::En => Lang::Id,
    };
    Frame {
        lang: app.lang.code(),
        side: side(app),
        links,
        who: me.filter(|_| app.lock.people(&app.library) > 1).map(|me| {
            let switch = Button::quiet(t.lock.switch, Press::Lock(lock::Press::Switch)).named("switch");
            // While dossiers are being read, the name is the one of the own card.
            let is_reading = reading::waits(&app.library, &app.page.route).is_some();
            let own = if is_reading { None } else { people::own(&app.library) };
            let card = own.as_ref().unwrap_or(&me.card);
            (fill(t.lock.is_in, &[&names::visible(card.person.name())]), switch)
        }),
        language: Button::quiet(t.frame.other_language, Press::Language(other)).named("language"),
        other_lang: other.code(),
        notices: if waits { Vec::new() } else { notices(app, t) },
        skip: t.frame.skip,
        menu: t.frame.menu,
        foot: t.frame.foot,
        kept: me
            .filter(|_| app.page.route != Route::Setup)
            .map(|_| Link::to(&Route::Backup, &freshness::freshness(app, t))),
    }
}

/// Gives the side of the person in the dossier of the page; where it has none, the one that they have anywhere, or
/// are about to have.
fn side(app: &App) -> &'static str {
    let id = app.page.route.dossier();
    let here = id.and_then(|id| summarize::summary(&app.library, &id)?.side);
    let said = (app.setup.as_employee, app.setup.as_superior);
    let roles = app.library.me.as_ref().map_or(said, |me| (me.as_employee, me.as_superior));
    let anywhere = if roles == (true, false) { Party::Employee } else { Party::Superior };
    here.unwrap_or(anywhere).code()
}

fn notices(app: &App, t: &Texts) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut warn = |text: &str, label: &str, press: Option<Press>| {
        let button = press.map(|press| Button::quiet(label, press));
        notices.push(Notice { tone: Tone::Bad, text: text.to_string(), button, link: None });
    };
    match app.stored.health {
        _ if app.is_emptied() => {
            warn(t.frame.storage_emptied, t.frame.store_again, Some(Press::StoreAgain));
            warn(t.frame.emptied_copy, t.frame.rescue, Some(Press::Rescue));
        }
        Health::Good => {}
        Health::Blocked => warn(t.frame.storage_blocked, t.frame.rescue, Some(Press::Rescue)),
        Health::Full if app.has_unsaved() => warn(t.frame.storage_over, t.frame.rescue, Some(Press::Rescue)),
        Health::Full => notices.push(Notice {
            tone: Tone::Bad,
            text: own(t.frame.storage_full),
            button: None,
            link: Some(Link::to(&Route::Backup, t.keep.heading)),
        }),
        Health::Broken => warn(t.frame.storage_broken, t.frame.rescue, Some(Press::Rescue)),
    }
    if !app.library.quarantine.is_empty() && app.page.route != Route::Quarantine {
        notices.push(Notice {
            tone: Tone::Bad,
            text: fill(t.frame.set_aside, &[&app.library.quarantine.len().to_string()]),
            button: None,
            link: Some(Link::to(&Route::Quarantine, t.keep.aside_open)),
        });
    }
    notices.extend(freshness::tight(app, t));
    let unsafe_key = app.library.me.as_ref().is_some_and(|me| me.backup != Backup::Checked);
    let has_code = app.library.me.as_ref().is_some_and(|me| me.spare.is_some());
    let told = match (unsafe_key, has_code) {
        (true, _) => Some((t.frame.no_backup_yet, t.frame.no_backup, t.frame.make_backup)),
        (false, true) => Some((t.keys.waits, t.keys.warning, t.keys.keep)),
        (false, false) => None,
    };
    // Before anything is agreed there is little to lose, and the first page alone reminds; then it is urgent.
    let has_agreement = |(_, summary): (_, Option<&Summary>)| summary.is_some_and(Summary::has_agreement);
    let is_urgent = !app.library.archived.is_empty() || app.library.dossiers.summaries().any(has_agreement);
    let is_told = match app.page.route {
        Route::Setup | Route::Me => false,
        Route::Home => true,
        _ => is_urgent,
    };
    notices.extend(told.filter(|_| is_told).map(|(calm, urgent, label)| Notice {
        tone: if is_urgent { Tone::Warn } else { Tone::Plain },
        text: own(if is_urgent { urgent } else { calm }),
        button: None,
        link: Some(Link::to(&Route::Me, label)),
    }));
    notices
}
