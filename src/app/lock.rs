//! Several people on one device, each behind their passphrase, and the lock after a pause.
//!
//! The lock keeps others from looking and from signing by accident. It does not encrypt what is stored:
//! only the key is encrypted, and the page says so.

use crate::app::effect::{Effect, Effects, Secret};
use crate::app::key::Key;
use crate::app::library::{self, Library, Me};
use crate::app::message::{Message, VaultFault};
use crate::app::route::Route;
use crate::app::{App, writing};
use crate::lang::Lang;
use crate::seal::key::SigningKey;
use crate::seal::strict;
use crate::storage::PROFILES_MAX;
use serde_json::Value;

/// The pause, in seconds, after which the page locks.
pub const PAUSE: i64 = 600;
/// The name of the passphrase input.
pub const PASSPHRASE: &str = "locker-passphrase";
/// The name of the choice of a person.
pub const WHO: &str = "locker-who";

/// The profile of one person.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Its number in the storage.
    pub number: u32,
    /// Whose it is; `None` when that cannot be read.
    pub me: Option<Me>,
    /// Whether the browser refused to read whose it is, which says nothing of what stands there.
    pub is_refused: bool,
}

/// Who may open what.
#[derive(Clone, Debug, Default)]
pub struct Lock {
    /// Whether the page locks also when only one person uses the device.
    pub is_wanted: bool,
    /// Whether a passphrase is needed now.
    pub is_locked: bool,
    /// All profiles of the device.
    pub profiles: Vec<Profile>,
    /// The number of the profile that is open.
    pub open: u32,
    /// The number of the profile that was chosen.
    pub chosen: Option<u32>,
    /// What was typed.
    pub passphrase: Secret,
    /// Whether a key is being opened.
    pub is_busy: bool,
    /// Why the last attempt failed.
    pub fault: Option<VaultFault>,
    ticket: u32,
    /// Whether room is made for another person, once it is known what is stored and which profiles there are.
    is_adding: bool,
    /// Whether somebody else wants to come in, once it is known which profiles there are.
    is_switching: bool,
    /// When something was done last, in seconds since 1970.
    active: i64,
}

/// The buttons about people and the lock.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Press {
    /// Open the chosen profile with the passphrase that was typed.
    Open,
    /// Make room for another person.
    Add,
    /// Lock now.
    Lock,
    /// Lock now, and ask for the passphrase of somebody else.
    Switch,
    /// Lock after a pause from now on, or no more.
    Want(bool),
}

impl Lock {
    /// Gives the profile that was chosen, or the only one there is.
    pub fn chosen(&self) -> Option<&Profile> {
        let is_chosen = |profile: &&Profile| Some(profile.number) == self.chosen;
        self.profiles.iter().find(is_chosen).or(self.profiles.first().filter(|_| self.profiles.len() == 1))
    }
}

/// Counts the people who have a profile, the one of the open page included.
pub fn people(app: &App) -> usize {
    let is_new = !app.lock.profiles.iter().any(|profile| profile.number == app.lock.open);
    app.lock.profiles.len() + usize::from(is_new && app.library.me.is_some())
}

/// Says whether the page locks after a pause: when it is wanted, or when several people share the device.
pub fn is_on(app: &App) -> bool {
    app.lock.is_wanted || people(app) > 1
}

/// Takes in which profiles there are: opens the only one, or asks whose is to be opened.
pub fn started(
    app: &mut App,
    profiles: Vec<(u32, Option<String>)>,
    settings: Option<String>,
    effects: &mut Effects,
) {
    let is_adding = std::mem::take(&mut app.lock.is_adding);
    let is_switching = std::mem::take(&mut app.lock.is_switching);
    if app.has_unsaved() || app.is_emptied() {
        // What is only in memory would be lost with it.
        effects.render();
        return;
    }
    let profiles = read(profiles);
    if is_adding {
        app.lock.profiles = profiles;
        add(app, effects);
        return;
    }
    let settings = settings.and_then(|text| strict::parse(&text).ok());
    let setting = |name: &str| settings.as_ref().and_then(|settings| settings.get(name));
    let lang = setting("lang").and_then(|lang| Lang::from_code(lang.as_str()?));
    let is_wanted = setting("lock").and_then(|lock| lock.as_bool()).unwrap_or_default();
    // Whoever removed everything of theirs opens nothing of those who stay, now or later.
    let is_removed = app.library.me.is_some()
        && !profiles.is_empty()
        && profiles.iter().all(|profile| profile.number != app.lock.open);
    if let Some(lang) = lang {
        app.lang = lang;
    }
    if is_removed {
        effects.put(Key::Settings, library::settings_to_json(app.lang, true));
    }
    let is_wanted = is_wanted || is_removed;
    // Of two people, whoever does not go is the one who comes.
    let mut others = profiles.iter().filter(|profile| is_switching && profile.number != app.lock.open);
    let chosen = others.next().map(|profile| profile.number).filter(|_| others.next().is_none());
    begin_anew(app, Lock { is_wanted, profiles, chosen, active: app.library.now.seconds, ..Lock::default() });
    let only = app.lock.profiles.first().map_or(0, |profile| profile.number);
    if is_on(app) && !app.lock.profiles.is_empty() {
        app.lock.is_locked = true;
        app.started = true;
        effects.focus(if chosen.is_some() { PASSPHRASE } else { "heading" });
    } else {
        effects.push(Effect::Open(only));
    }
    effects.render();
}

/// Takes in the settings of the device.
pub fn take_settings(app: &mut App, settings: &Value) {
    app.lock.is_wanted = settings.get("lock").and_then(Value::as_bool).unwrap_or_default();
    if let Some(lang) = settings.get("lang").and_then(|lang| Lang::from_code(lang.as_str()?)) {
        app.lang = lang;
    }
}

/// Reads whose the profiles are.
fn read(profiles: Vec<(u32, Option<String>)>) -> Vec<Profile> {
    let me = |text: &str| strict::parse(text).ok().as_ref().and_then(library::me_from_json);
    let profile = |(number, text): (u32, Option<String>)| Profile {
        number,
        me: text.as_deref().and_then(me),
        is_refused: text.is_none(),
    };
    profiles.into_iter().map(profile).collect()
}

/// Begins anew without anything of the person, whose data was removed.
pub fn leave(library: &mut Library, effects: &mut Effects) {
    library.drafts.clear();
    effects.push(Effect::Close);
    effects.go(Route::Home);
}

/// Takes a message while the page is locked. Nothing of what is behind the lock is touched.
pub fn update(app: &mut App, message: Message, effects: &mut Effects) {
    match message {
        Message::Routed(route) => app.route = route,
        Message::Typed(path, text) if path.field() == PASSPHRASE => app.lock.passphrase.0 = text,
        Message::Typed(path, text) if path.field() == WHO => choose(app, &text, effects),
        Message::Chose { field, id, chosen: true } if field == WHO => choose(app, &id, effects),
        Message::Press(crate::app::Press::Lock(Press::Open)) => open(app, effects),
        Message::Press(crate::app::Press::Lock(Press::Add)) => begin_to_add(app, effects),
        Message::Press(crate::app::Press::Language(lang)) => {
            app.lang = lang;
            app.layout += 1;
            effects.render();
        }
        Message::Unsealed { ticket, result } if app.lock.is_busy && ticket == app.lock.ticket => {
            app.lock.is_busy = false;
            let profile = app.lock.chosen().cloned();
            let did = profile.as_ref().and_then(|profile| profile.me.as_ref()).map(|me| me.card.did.clone());
            match (&result, profile) {
                (Ok(seed), Some(profile)) if Some(SigningKey::from_seed(seed).did()) == did.as_ref() => {
                    effects.push(Effect::Open(profile.number));
                }
                _ => {
                    app.lock.fault = Some(result.err().unwrap_or(VaultFault::Wrong));
                    effects.focus(PASSPHRASE);
                }
            }
            effects.render();
        }
        _ => {}
    }
}

fn choose(app: &mut App, id: &str, effects: &mut Effects) {
    app.lock.chosen = id.parse().ok();
    app.lock.fault = None;
    effects.render();
}

/// Carries out a button of an open page.
pub fn press(app: &mut App, press: Press, effects: &mut Effects) {
    match press {
        Press::Open => {}
        Press::Add => {
            save(app, effects);
            begin_to_add(app, effects);
        }
        Press::Lock => close(app, effects),
        Press::Switch => {
            app.lock.is_switching = true;
            close(app, effects);
        }
        Press::Want(is_wanted) => {
            app.lock.is_wanted = is_wanted;
            effects.put(Key::Settings, library::settings_to_json(app.lang, is_wanted));
        }
    }
}

fn open(app: &mut App, effects: &mut Effects) {
    let Some(profile) = app.lock.chosen().cloned() else {
        return;
    };
    app.lock.fault = None;
    match profile.me {
        // It may be read by now, and needs the passphrase then.
        None if profile.is_refused => effects.push(Effect::Close),
        // Whoever has a profile that cannot be read has to restore it first; nobody can sign from it.
        None => effects.push(Effect::Open(profile.number)),
        Some(me) if !app.lock.is_busy => {
            app.ticket += 1;
            (app.lock.ticket, app.lock.is_busy) = (app.ticket, true);
            let passphrase = std::mem::take(&mut app.lock.passphrase);
            app.layout += 1;
            effects.push(Effect::Unseal { ticket: app.ticket, passphrase, sealed: me.sealed });
        }
        Some(_) => {}
    }
    effects.render();
}

fn begin_to_add(app: &mut App, effects: &mut Effects) {
    app.lock.is_adding = true;
    effects.push(Effect::Close);
}

fn add(app: &mut App, effects: &mut Effects) {
    let is_open = |number: &u32| app.library.me.is_some() && app.lock.open == *number;
    let is_free =
        |number: &u32| !is_open(number) && !app.lock.profiles.iter().any(|profile| profile.number == *number);
    if let Some(number) = (0..PROFILES_MAX).find(is_free) {
        effects.push(Effect::Open(number));
        effects.go(Route::Setup);
    }
}

/// Locks the page, after what was typed is stored.
fn close(app: &mut App, effects: &mut Effects) {
    save(app, effects);
    effects.push(Effect::Close);
}

/// Stores what is in memory only, so that the page can be left.
fn save(app: &mut App, effects: &mut Effects) {
    app.retry(effects);
    writing::save(app, effects);
}

/// Takes note that somebody is there, when a message comes from a person.
pub fn note_activity(app: &mut App, message: &Message) {
    use Message::{Chose, Files, Press, Routed, Typed};
    if matches!(message, Typed(..) | Chose { .. } | Press(_) | Routed(_) | Files(_)) {
        app.lock.active = app.library.now.seconds;
    }
}

/// Locks the page when nobody did anything for a while. A clock that was set back counts as a pause.
pub fn tick(app: &mut App, effects: &mut Effects) {
    let is_idle = (app.library.now.seconds - app.lock.active).abs() >= PAUSE;
    if is_idle && is_on(app) && app.library.me.is_some() && !app.lock.is_locked {
        close(app, effects);
    }
}

/// Takes in that a profile was opened: everything else of the page begins anew.
pub fn opened(app: &mut App, profile: u32) {
    let left = Profile { number: app.lock.open, me: app.library.me.take(), is_refused: false };
    if left.me.is_some() {
        app.lock.profiles.retain(|known| known.number != left.number);
        app.lock.profiles.push(left);
    }
    let lock = Lock {
        open: profile,
        is_locked: false,
        chosen: None,
        passphrase: Secret::default(),
        fault: None,
        active: app.library.now.seconds,
        ..app.lock.clone()
    };
    begin_anew(app, lock);
    app.started = true;
}

/// Forgets everything that is stored, as before anything was read.
pub fn begin_with_nothing(app: &mut App) {
    begin_anew(app, Lock::default());
}

/// Forgets everything but what belongs to the device and the window.
fn begin_anew(app: &mut App, lock: Lock) {
    let now = app.library.now;
    let fresh = App::with(app.lang, std::mem::take(&mut app.library.rule_packs).without_own());
    *app = App {
        route: app.route.clone(),
        stored: app.stored,
        environment: app.environment,
        window: app.window,
        is_persistent: app.is_persistent,
        // What was asked for before the page was locked is answered to nobody.
        ticket: app.ticket + 1,
        layout: app.layout + 1,
        lock,
        ..fresh
    };
    app.library.now = now;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::World;
    use crate::app::moment::Moment;
    use crate::app::window::Window;
    use crate::storage::Stored;

    #[test]
    fn only_a_profile_that_is_damaged_opens_without_a_passphrase() {
        for (text, opens) in [(None, false), (Some("{".to_string()), true)] {
            let mut app = App::new(Lang::Id);
            app.window = Window::Working;
            let world = World { now: Moment::default(), entropy: [0; 32], spare: [0; 16] };
            let profiles = vec![(0, text), (1, None)];
            app.update(Message::Started { profiles, settings: None, stored: Stored::default() }, &world);
            assert!(app.lock.is_locked);
            app.lock.chosen = Some(0);
            let effects = app.update(Message::Press(crate::app::message::Press::Lock(Press::Open)), &world);
            assert_eq!(effects.iter().any(|effect| matches!(effect, Effect::Open(_))), opens);
            assert_eq!(effects.iter().any(|effect| matches!(effect, Effect::Close)), !opens);
        }
    }
}
