//! Screens as plain data, in the words of the person who reads them. A component only draws these.
//!
//! A screen is a heading, blocks and actions; [`block`] lists the kinds of blocks. One file for each
//! page says what stands on it.

pub mod block;
mod frame;
pub mod pages;
pub mod parts;
pub mod screen;

use crate::app::editor::{self, Saved};
use crate::app::message::Press;
use crate::app::route::Route;
use crate::app::rules::waits;
use crate::app::window::Window;
use crate::app::{App, reading};
use crate::domain::stage::Stage;
use crate::lang::{fill, own};
use crate::screens::block::{Block, Button, Notice, Tone};
use crate::screens::pages::{
    backup, case, contact, details, dossier, form, help, home, invite, me, receive, rules, send, setup,
    sheets, stage, waiting,
};
use crate::screens::parts::names::visible;
use crate::screens::parts::words::{day_and_time, time};
use crate::screens::parts::{apart, arrivals, dialog, names, problems};
pub use block::Link;
use frame::frame;
use screen::unknown;
pub use screen::{Frame, Progress, SaveLine, Screen};

/// Gives the screen that belongs to the state.
pub fn screen(app: &App) -> Screen {
    let t = app.lang.texts();
    let mut screen = match &app.page.route {
        _ if app.window == Window::Outdated => waiting::outdated(app, t),
        _ if matches!(app.window, Window::Waiting | Window::TakingOver) => waiting::screen(app, t),
        _ if !app.started => Screen::new(t.frame.loading),
        _ if app.lock.is_locked => backup::locked(app, t),
        Route::Setup | Route::SetupAs(_) => setup::screen(app, t),
        Route::Help => help::screen(app, t),
        Route::Home | Route::Receive | Route::Unknown if app.library.me.is_none() => home::welcome(app, t),
        Route::Receive => receive::screen(app, t),
        _ if app.library.me.is_none() => home::welcome(app, t),
        route if waits(&app.library, route) => rules::waiting(app, t),
        route if let Some((left, all)) = reading::waits(&app.library, route) => {
            let numbers = [all.saturating_sub(left), all].map(|number| number.to_string());
            Screen::new(t.frame.loading).lead(&fill(t.frame.reading, &[&numbers[0], &numbers[1]]))
        }
        Route::Home => home::screen(app, t),
        Route::Invite => invite::screen(app, t),
        Route::Me => me::screen(app, t),
        Route::Details => details::screen(app, t),
        Route::Backup => backup::screen(app, t),
        Route::Quarantine => backup::quarantine(app, t),
        Route::Contact(did) => contact::screen(app, t, did),
        Route::Dossier(id) => dossier::screen(app, t, id),
        Route::Send(id) => send::screen(app, t, id),
        Route::Sheets(id) => sheets::screen(app, t, id),
        Route::Stage(id, stage) => stage::screen(app, t, id, *stage),
        Route::Form(id, stage) => form::screen(app, t, id, *stage),
        Route::Check(id, stage) => stage::check(app, t, id, *stage),
        Route::Version(id, stage, version) => stage::version(app, t, id, *stage, version),
        Route::Case(id, case) => case::screen(app, t, id, *case),
        Route::Rules(hash) => rules::screen(app, t, hash),
        Route::Unknown => unknown(t),
    };
    let is_other_window = matches!(app.window, Window::Waiting | Window::TakingOver | Window::Outdated);
    if app.started || is_other_window {
        screen.key = [&app.page.route.to_hash(), app.lang.code(), &app.page.layout.to_string()].join(" ");
    }
    if let Some(stage) = app.page.route.stage().filter(|_| !screen.thread.is_empty()) {
        let number = |number: usize| number.to_string();
        let (place, all) = (number(stage.number()), number(Stage::ALL.len()));
        screen.place = fill(t.dossier.stage_of, &[&place, &all]);
    }
    if app.page.refused {
        screen.blocks.insert(0, Notice::block(Tone::Bad, t.sign.refused));
    }
    let is_told = screen.blocks.iter().any(|block| matches!(block, Block::Arrivals(_)));
    if app.import.cut > 0 {
        let text = fill(t.receive.cut, &[&app.import.cut.to_string()]);
        screen.blocks.insert(0, Notice::block(Tone::Warn, &text));
    }
    if app.import.has_arrived && app.lock.is_locked {
        screen.blocks.insert(0, Notice::block(Tone::Warn, t.receive.locked));
    } else if app.import.has_arrived && !is_told {
        screen.blocks.insert(0, Block::Arrivals(arrivals::arrivals(app, t)));
    }
    // The way back to one of several dossiers says which one it is.
    let id = app.page.route.dossier();
    let way = id.map(|id| Route::Dossier(id).to_hash());
    if let Some(back) = screen.back.as_mut().filter(|back| Some(&back.href) == way.as_ref()) {
        back.label = apart::with(&back.label, &apart::name(app, t, id));
    }
    if !matches!(app.page.route, Route::Dossier(_) | Route::Sheets(_) | Route::Send(_)) {
        screen.subject = names::subject(app, t, None);
    }
    problems::mark(app, t, &mut screen.blocks);
    screen.dialog = dialog::dialog(app, t);
    screen.frame = frame(app, t);
    screen.title = [&screen.heading, " · Paraf"].concat();
    if !app.page.problems.is_empty() {
        screen.title = [t.form.error_title, &screen.title].concat();
    }
    screen
}

/// Says how far it is with the files that are taken in; it changes with each file and must not redraw the page.
pub fn progress(app: &App) -> Option<Progress> {
    let t = app.lang.texts();
    let works = app.window == Window::Working && !app.lock.is_locked;
    let progress = app.import.queue.progress().filter(|_| works)?;
    let numbers = [progress.done, progress.all].map(|number| number.to_string());
    Some(Progress {
        text: fill(t.receive.progress, &[&numbers[0], &numbers[1], &visible(&progress.name)]),
        done: (progress.done, progress.all),
        stop: Button::quiet(t.receive.stop, Press::StopImport).named("stop-import"),
    })
}

/// Gives the save line of the open form.
pub fn save_line(app: &App) -> SaveLine {
    let t = app.lang.texts();
    let (text, tone) = match &app.work.editor.saved {
        Saved::Untouched | Saved::Yes
            if app.has_unsaved() && editor::open_form(&app.page.route).is_some() =>
        {
            (own(t.form.not_saved), Tone::Bad)
        }
        Saved::Untouched => {
            let draft = editor::open_form(&app.page.route).and_then(|place| app.library.drafts.get(&place));
            let since = draft.and_then(|draft| app.library.now.read(&draft.saved_at));
            let text = since.map(|at| fill(t.form.saved_draft, &[&day_and_time(app, at)]));
            (text.unwrap_or_default(), Tone::Plain)
        }
        Saved::Typing => (own(t.form.saving), Tone::Plain),
        Saved::Yes => (fill(t.form.saved, &[&time(app, app.library.now)]), Tone::Good),
    };
    SaveLine { text, tone }
}
