//! Who works here: which of several windows, and which of several people on one device.

use crate::app::effect::{Effect, Effects};
use crate::app::key::Key;
use crate::app::library::{drafts, entries};
use crate::app::message::{Message, Press};
use crate::app::moment::World;
use crate::app::profile::lock::{self, Lock};
use crate::app::profile::setup;
use crate::app::settings::Settings;
use crate::app::window::{self, Event, Window};
use crate::app::{App, Health, backup, editor, environment, import};
use crate::storage::{Holder, Stored};
use std::rc::Rc;

impl App {
    /// Takes in what happened between the windows.
    pub(super) fn take_window_event(&mut self, event: Event, world: &World, effects: &mut Effects) {
        let works = self.window == Window::Working;
        match event {
            Event::Granted if !works => {
                self.begin_anew(Lock::default());
                self.window = Window::Working;
                effects.push(Effect::Begin(window::mark(world)));
            }
            Event::Busy if !works => self.window = Window::Waiting,
            Event::Asked if works => {
                self.save(effects);
                effects.push(Effect::Settle);
            }
            // Where only the mark was lost, the lock of the browser is still this window's.
            Event::Settled | Event::Robbed if works => {
                // What is stored is forgotten here; only what could not be stored stays, until it is saved as a file.
                if !self.holds_more() {
                    self.begin_anew(Lock::default());
                }
                self.work.signing.dialog = None;
                self.sitting.end();
                self.window = Window::Waiting;
                effects.focus("heading");
                effects.push(Effect::LetGo);
            }
            // Where nobody is known yet there is nothing to lose, and the window begins anew.
            Event::Emptied if works && self.library.me.is_none() => {
                effects.push(Effect::Begin(window::mark(world)));
            }
            _ => {}
        }
        effects.render();
    }

    /// Takes in how the storage stands. A window notices before it writes that the storage is not its own any more.
    pub(super) fn take_stored(&mut self, stored: Stored, world: &World, effects: &mut Effects) {
        let before = std::mem::replace(&mut self.stored, stored);
        if (before.pending > 0, before.health) != (stored.pending > 0, stored.health) {
            effects.render();
        }
        match stored.holder {
            Holder::This => {}
            Holder::Another => self.take_window_event(Event::Robbed, world, effects),
            Holder::Nobody if before.holder != Holder::Nobody => {
                self.take_window_event(Event::Emptied, world, effects);
            }
            Holder::Nobody => {}
            Holder::Newer => self.give_way_to_newer(effects),
        }
    }

    /// Touches nothing any more, because a newer version of the app stored something.
    pub(super) fn give_way_to_newer(&mut self, effects: &mut Effects) {
        self.window = Window::Outdated;
        self.work.signing.dialog = None;
        self.sitting.end();
        effects.push(Effect::LetGo);
        effects.focus("heading");
        effects.render();
    }

    /// Says whether this window holds something that is nowhere else.
    pub(crate) fn holds_more(&self) -> bool {
        self.has_unsaved() || self.is_emptied() || self.library.drafts.values().any(|draft| draft.dirty)
    }

    /// Gives what is set for the device.
    pub(super) fn settings(&self) -> Settings {
        Settings { lang: Some(self.lang), locks: self.lock.is_wanted, names_nobody: self.names_nobody }
    }

    /// Takes in what the browser says of itself.
    pub(super) fn take_facts(&mut self, facts: &environment::Facts) {
        self.environment = environment::judge(facts);
        self.shares_files = facts.shares_files;
    }

    /// Takes a message while this window does not work. Nothing of what is stored is touched.
    pub(super) fn wait(&mut self, message: Message, effects: &mut Effects) {
        match message {
            Message::Routed(route) => self.page.route = route,
            Message::Stored(stored) => self.stored = stored,
            Message::Found(facts) => self.take_facts(&facts),
            Message::Installable(is_installable) => self.is_installable = is_installable,
            Message::RulesArrived(fetched) => self.take_rules(fetched.as_deref(), effects),
            Message::Files(_) | Message::Pasted(_) => import::refuse_locked(&mut self.import, effects),
            Message::Press(Press::Language(lang)) => {
                self.change_language(lang, effects);
            }
            Message::Press(Press::Rescue) => {
                backup::save_all(&mut self.work.trial, &self.library, effects);
                self.is_rescued = true;
            }
            Message::Press(Press::TakeOver) if !self.holds_more() || self.is_rescued => {
                self.window = Window::TakingOver;
                effects.push(Effect::TakeOver);
            }
            _ => return,
        }
        effects.render();
    }

    /// Takes in which profiles there are: opens the only one, or asks whose is to be opened.
    pub(super) fn start(
        &mut self,
        profiles: Vec<(u32, Option<String>)>,
        settings: Option<String>,
        effects: &mut Effects,
    ) {
        if self.has_unsaved() || self.is_emptied() {
            // What is only in memory would be lost with it.
            self.lock.stay();
            effects.render();
            return;
        }
        let settings = Settings::of_text(settings.as_deref());
        let begun = self.lock.started(profiles, settings, &self.library, &mut self.lang, effects);
        let Some(lock) = begun else {
            return;
        };
        self.names_nobody = settings.names_nobody;
        self.begin_anew(lock);
        if self.lock.is_locked {
            self.started = true;
            effects.focus(if self.lock.chosen.is_some() { lock::PASSPHRASE } else { "heading" });
        } else {
            effects.push(Effect::Open(self.lock.profiles.first().map_or(0, |profile| profile.number)));
        }
        effects.render();
    }

    /// Takes in what stands in a profile: everything else of the page begins anew.
    pub(super) fn open_profile(
        &mut self,
        profile: u32,
        entries: Option<Vec<(String, String)>>,
        world: &World,
        effects: &mut Effects,
    ) {
        let sitting = std::mem::take(&mut self.sitting);
        self.begin_anew(self.lock.opened(profile, &self.library));
        // The passphrase that opened the lock opened the key.
        self.sitting = sitting;
        self.started = true;
        if entries.is_none() {
            self.stored.health = Health::Blocked;
        }
        for (key, value) in entries::load(&mut self.library, entries.unwrap_or_default(), effects) {
            if key == Key::Setup {
                self.page.layout += u32::from(setup::resume(&mut self.setup, &value));
            } else {
                let settings = Settings::read(&value);
                (self.lock.is_wanted, self.names_nobody) = (settings.locks, settings.names_nobody);
                self.lang = settings.lang.unwrap_or(self.lang);
            }
        }
        if !self.library.me.as_ref().is_some_and(|me| self.sitting.is_open(&me.card.did)) {
            self.sitting.end();
        }
        editor::remove_signed(&mut self.library, effects);
        drafts::forget_old(&mut self.library, effects);
        self.go_to(self.page.route.clone(), world, effects);
    }

    /// Takes a message while the page is locked. Nothing of what is behind the lock is touched.
    pub(super) fn stay_locked(&mut self, message: Message, effects: &mut Effects) {
        match message {
            Message::Routed(route) => {
                self.page.route = route;
                return;
            }
            Message::Typed(path, text) if path.field() == lock::PASSPHRASE => {
                self.lock.passphrase.0 = text;
                return;
            }
            Message::Typed(path, text) if path.field() == lock::WHO => self.lock.choose(&text),
            Message::Chose { field, id, chosen: true } if field == lock::WHO => self.lock.choose(&id),
            Message::Press(Press::Lock(lock::Press::Open)) => self.lock.unlock(&mut self.page, effects),
            Message::Press(Press::Lock(lock::Press::Add)) => {
                self.lock.begin_to_add(effects);
                return;
            }
            Message::Press(Press::Language(lang)) => {
                self.change_language(lang, effects);
            }
            Message::Unsealed { ticket, result } => {
                if let Some(seed) = self.lock.unsealed(ticket, result, effects) {
                    self.sitting.begin(Rc::new(seed), self.library.now);
                }
            }
            _ => return,
        }
        effects.render();
    }

    /// Carries out a button about people and the lock.
    pub(super) fn press_lock(&mut self, press: lock::Press, effects: &mut Effects) {
        match press {
            lock::Press::Open => {}
            lock::Press::Add => {
                self.retry(effects);
                self.save_forms(effects);
                self.lock.begin_to_add(effects);
            }
            lock::Press::Lock => self.close(effects),
            lock::Press::EndSitting => self.sitting.end(),
            lock::Press::Switch => {
                self.lock.begin_to_switch();
                self.close(effects);
            }
            lock::Press::Want(is_wanted) => {
                self.lock.is_wanted = is_wanted;
                effects.put(Key::Settings, self.settings().to_json());
            }
        }
    }

    /// Locks the page, after what was typed is stored.
    pub(super) fn close(&mut self, effects: &mut Effects) {
        self.retry(effects);
        self.save_forms(effects);
        self.sitting.end();
        effects.push(Effect::Close);
    }

    /// Forgets everything but what belongs to the device and the window.
    fn begin_anew(&mut self, lock: Lock) {
        let (now, page, cut) =
            (self.library.now, self.page.clone(), self.import.cut + self.import.queue.left());
        let fresh = App::with(self.lang, std::mem::take(&mut self.library.rule_packs).without_own());
        *self = App {
            page,
            stored: self.stored,
            environment: self.environment,
            is_installable: self.is_installable,
            shares_files: self.shares_files,
            names_nobody: self.names_nobody,
            window: self.window,
            is_persistent: self.is_persistent,
            lock,
            ..fresh
        };
        self.page.begin_anew();
        self.library.now = now;
        self.import.cut = cut;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::moment::Moment;
    use crate::app::moment::World;
    use crate::lang::Lang;

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
            let effects = app.update(Message::Press(Press::Lock(lock::Press::Open)), &world);
            assert_eq!(effects.iter().any(|effect| matches!(effect, Effect::Open(_))), opens);
            assert_eq!(effects.iter().any(|effect| matches!(effect, Effect::Close)), !opens);
        }
    }
}
