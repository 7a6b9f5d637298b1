//! One window works at a time. Two that write one storage could take back what the other wrote, so a second one shows
//! where Paraf is open already, and works once the first has stored everything and let go.

use crate::app::effect::{Effect, Effects};
use crate::app::message::{Message, Press as Pressed};
use crate::app::{App, World, backup, environment, inbox, lock, rules, setup, writing};
use crate::seal::canonical::Hash;
use crate::storage::{Holder, Stored};

/// Whether this window works.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Window {
    /// It was just opened, and asks whether another one works.
    #[default]
    Asking,
    /// It works: what is stored is shown here, and only here.
    Working,
    /// Another one works, or is about to. What this one could not store is still in its memory.
    Waiting,
    /// It waits, and asked the other one to let go.
    TakingOver,
}

/// What happened between the windows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Event {
    /// No other window works.
    Granted,
    /// Another one works.
    Busy,
    /// Another one asks this one to let go.
    Asked,
    /// What was asked to be stored before letting go was tried.
    Settled,
    /// Another one works without having asked: this one did not answer in time.
    Robbed,
    /// Everything in the storage was removed while this window worked.
    Emptied,
}

/// Takes in what happened.
pub fn happened(app: &mut App, event: Event, world: &World, effects: &mut Effects) {
    match event {
        Event::Granted if app.window != Window::Working => {
            lock::begin_with_nothing(app);
            app.window = Window::Working;
            effects.push(Effect::Begin(mark(world)));
        }
        Event::Busy if app.window != Window::Working => app.window = Window::Waiting,
        Event::Asked if app.window == Window::Working => {
            app.retry(effects);
            writing::save(app, effects);
            setup::save(app, effects);
            effects.push(Effect::Settle);
        }
        Event::Settled if app.window == Window::Working => {
            leave(app, effects);
            effects.push(Effect::LetGo);
        }
        Event::Robbed if app.window == Window::Working => {
            leave(app, effects);
            // Where only the mark was lost, the lock of the browser is still this window's.
            effects.push(Effect::LetGo);
        }
        // Where nobody is known yet there is nothing to lose, and the window begins anew.
        Event::Emptied if app.window == Window::Working && app.library.me.is_none() => {
            effects.push(Effect::Begin(mark(world)));
        }
        _ => {}
    }
    effects.render();
}

/// Takes in how the storage stands. A window notices before it writes that the storage is not its own any more.
pub fn stored(app: &mut App, stored: Stored, world: &World, effects: &mut Effects) {
    let before = std::mem::replace(&mut app.stored, stored);
    if (before.pending > 0, before.health) != (stored.pending > 0, stored.health) {
        effects.render();
    }
    match stored.holder {
        Holder::This => {}
        Holder::Another => happened(app, Event::Robbed, world, effects),
        Holder::Nobody if before.holder != Holder::Nobody => happened(app, Event::Emptied, world, effects),
        Holder::Nobody => {}
    }
}

/// Makes a mark by which a window knows its storage.
pub fn mark(world: &World) -> String {
    Hash::of_bytes(&world.entropy).key().chars().take(16).collect()
}

/// Stops working. What is stored is forgotten here; only what could not be stored stays, until it is saved as a file.
fn leave(app: &mut App, effects: &mut Effects) {
    if !holds_more(app) {
        lock::begin_with_nothing(app);
    }
    app.page.dialog = None;
    app.window = Window::Waiting;
    effects.focus("heading");
}

/// Says whether this window holds something that is nowhere else.
pub fn holds_more(app: &App) -> bool {
    app.has_unsaved() || app.is_emptied() || app.library.drafts.values().any(|draft| draft.dirty)
}

/// Takes a message while this window does not work. Nothing of what is stored is touched.
pub fn update(app: &mut App, message: Message, effects: &mut Effects) {
    match message {
        Message::Routed(route) => app.route = route,
        Message::Stored(stored) => app.stored = stored,
        Message::Found(facts) => app.environment = environment::judge(&facts),
        Message::RulesArrived(fetched) => rules::arrived(app, fetched.as_deref(), effects),
        Message::Files(_) | Message::Pasted(_) => inbox::refuse_locked(app, effects),
        Message::Press(Pressed::Language(lang)) => {
            app.lang = lang;
            app.layout += 1;
        }
        Message::Press(Pressed::Rescue) => {
            backup::save_all(app, effects);
            app.is_rescued = true;
        }
        Message::Press(Pressed::TakeOver) if !holds_more(app) || app.is_rescued => {
            app.window = Window::TakingOver;
            effects.push(Effect::TakeOver);
        }
        _ => return,
    }
    effects.render();
}
