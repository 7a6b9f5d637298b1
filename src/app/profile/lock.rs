//! Several people on one device, each behind their passphrase, and the lock after a pause.
//!
//! The lock keeps others from looking and from signing by accident. It does not encrypt what is stored:
//! only the key is encrypted, and the page says so.

use crate::app::effect::{Effect, Effects, Secret, VaultFault};
use crate::app::key::Key;
use crate::app::library::{self, Library, Me};
use crate::app::moment::Moment;
use crate::app::page::Page;
use crate::app::route::Route;
use crate::app::settings::Settings;
use crate::lang::Lang;
use crate::seal::key::{Seed, SigningKey};
use crate::seal::strict;
use crate::storage::PROFILES_MAX;

/// The pause, in seconds, after which the page locks.
pub const PAUSE: i64 = 600;
/// The name of the passphrase input.
pub const PASSPHRASE: &str = "lock-passphrase";
/// The name of the choice of a person.
pub const WHO: &str = "lock-who";

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
    /// Ask for the passphrase again before the next signature.
    EndSitting,
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

    /// Counts the people who have a profile, the one of the open page included.
    pub fn people(&self, library: &Library) -> usize {
        let is_new = !self.profiles.iter().any(|profile| profile.number == self.open);
        self.profiles.len() + usize::from(is_new && library.me.is_some())
    }

    /// Says whether the page locks after a pause: when it is wanted, or when several people share the device.
    pub fn is_on(&self, library: &Library) -> bool {
        self.is_wanted || self.people(library) > 1
    }

    /// Takes note that somebody is there.
    pub fn note_activity(&mut self, now: Moment) {
        self.active = now.seconds;
    }

    /// Says whether nobody did anything for a while. A clock that was set back counts as a pause.
    pub fn is_idle(&self, library: &Library) -> bool {
        let is_idle = (library.now.seconds - self.active).abs() >= PAUSE;
        is_idle && self.is_on(library) && library.me.is_some() && !self.is_locked
    }

    /// Stays with the person who is in, whoever wanted to come.
    pub fn stay(&mut self) {
        (self.is_adding, self.is_switching) = (false, false);
    }

    /// Asks which profiles there are, to make room for another person.
    pub fn begin_to_add(&mut self, effects: &mut Effects) {
        self.is_adding = true;
        effects.push(Effect::Close);
    }

    /// Lets somebody else come in, once it is known which profiles there are.
    pub fn begin_to_switch(&mut self) {
        self.is_switching = true;
    }

    /// Takes in which profiles there are. Gives the lock to begin anew with; none when only room was made for another
    /// person.
    pub fn started(
        &mut self,
        profiles: Vec<(u32, Option<String>)>,
        settings: Settings,
        library: &Library,
        lang: &mut Lang,
        effects: &mut Effects,
    ) -> Option<Lock> {
        let (is_adding, is_switching) = (self.is_adding, self.is_switching);
        self.stay();
        let profiles = read(profiles);
        if is_adding {
            self.profiles = profiles;
            self.add(library, effects);
            return None;
        }
        // Whoever removed everything of theirs opens nothing of those who stay, now or later.
        let is_removed = library.me.is_some()
            && !profiles.is_empty()
            && profiles.iter().all(|profile| profile.number != self.open);
        *lang = settings.lang.unwrap_or(*lang);
        if is_removed {
            let settings = Settings { lang: Some(*lang), locks: true, ..settings };
            effects.put(Key::Settings, settings.to_json());
        }
        let is_wanted = settings.locks || is_removed;
        // Of two people, whoever does not go is the one who comes.
        let mut others = profiles.iter().filter(|profile| is_switching && profile.number != self.open);
        let chosen = others.next().map(|profile| profile.number).filter(|_| others.next().is_none());
        let is_locked = !profiles.is_empty() && (is_wanted || profiles.len() > 1);
        Some(Lock { is_wanted, is_locked, profiles, chosen, active: library.now.seconds, ..Lock::default() })
    }

    /// Opens a free profile for another person.
    fn add(&self, library: &Library, effects: &mut Effects) {
        let is_open = |number: &u32| library.me.is_some() && self.open == *number;
        let is_known = |number: &u32| self.profiles.iter().any(|profile| profile.number == *number);
        if let Some(number) = (0..PROFILES_MAX).find(|number| !is_open(number) && !is_known(number)) {
            effects.push(Effect::Open(number));
            effects.go(Route::Setup);
        }
    }

    /// Chooses whose profile is to be opened.
    pub fn choose(&mut self, id: &str) {
        (self.chosen, self.fault) = (id.parse().ok(), None);
    }

    /// Opens the chosen profile: with the passphrase that was typed, or at once where nobody can sign from it.
    pub fn unlock(&mut self, page: &mut Page, effects: &mut Effects) {
        let Some(profile) = self.chosen().cloned() else {
            return;
        };
        self.fault = None;
        match profile.me {
            // It may be read by now, and needs the passphrase then.
            None if profile.is_refused => effects.push(Effect::Close),
            // Whoever has a profile that cannot be read has to restore it first; nobody can sign from it.
            None => effects.push(Effect::Open(profile.number)),
            Some(me) if !self.is_busy => {
                (self.ticket, self.is_busy) = (page.next_ticket(), true);
                let passphrase = std::mem::take(&mut self.passphrase);
                page.layout += 1;
                effects.push(Effect::Unseal { ticket: self.ticket, passphrase, sealed: me.sealed });
            }
            Some(_) => {}
        }
    }

    /// Takes what the passphrase opened, if it was asked for here; gives the key that opened a profile.
    pub fn unsealed(
        &mut self,
        ticket: u32,
        result: Result<Seed, VaultFault>,
        effects: &mut Effects,
    ) -> Option<Seed> {
        if !self.is_busy || ticket != self.ticket {
            return None;
        }
        self.is_busy = false;
        let profile = self.chosen();
        let did = profile.and_then(|profile| profile.me.as_ref()).map(|me| &me.card.did);
        match (result, profile) {
            (Ok(seed), Some(profile)) if Some(SigningKey::from_seed(&seed).did()) == did => {
                effects.push(Effect::Open(profile.number));
                Some(seed)
            }
            (result, _) => {
                self.fault = Some(result.err().unwrap_or(VaultFault::Wrong));
                effects.focus(PASSPHRASE);
                None
            }
        }
    }

    /// Gives the lock after a profile was opened; the one that was left is known from now on.
    pub fn opened(&self, profile: u32, library: &Library) -> Lock {
        let mut profiles = self.profiles.clone();
        if library.me.is_some() {
            let left = Profile { number: self.open, me: library.me.clone(), is_refused: false };
            profiles.retain(|known| known.number != left.number);
            profiles.push(left);
        }
        let (is_wanted, active) = (self.is_wanted, library.now.seconds);
        Lock { open: profile, is_wanted, profiles, active, ..Lock::default() }
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
