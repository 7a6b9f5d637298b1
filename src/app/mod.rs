//! What the app knows and decides. Messages go in; state changes and effects come out.
//!
//! Pure: the time and random bytes are arguments ([`World`]), and everything that has to happen outside is a value
//! ([`effect::Effect`]). [`crate::screens`] turns the state into pages; a component only draws them.
//!
//! [`App`] is the sum of its areas and only leads messages to them. An area holds its own state, gets what it works with
//! as a [`context::Context`], and knows nothing of [`App`]: [`library`] what is stored of the person who is in, [`duties`]
//! what is to be done now and by whom, [`profile`] who the person is, their key and the lock, [`pairing`] how two people
//! meet, [`editor`] forms and drafts, [`special_cases`] what is not the plain way, [`signing`] the question before a
//! signature and what it does, [`import`] files that come in, [`backup`] what is saved outside of the browser, [`rules`]
//! rule packs, [`environment`] where the page is open, [`window`] which of several windows works.
//!
//! What needs several areas at once stands beside this file: `device` who works here, `navigation` from page to page,
//! `inputs` what is typed and pressed, [`reading`] which dossiers are read and when, `carry_out` what a signature does to them.

pub mod ask;
pub mod backup;
mod carry_out;
pub mod case;
pub mod changes;
pub mod context;
mod device;
pub mod duties;
pub mod editor;
pub mod effect;
pub mod environment;
pub mod import;
mod inputs;
pub mod key;
pub mod library;
pub mod message;
pub mod moment;
mod navigation;
pub mod page;
pub mod pairing;
pub mod pending;
pub mod picked;
pub mod profile;
pub mod reading;
pub mod route;
pub mod rules;
pub mod sending;
pub mod settings;
pub mod signing;
pub mod special_cases;
pub mod task;
pub mod window;

use crate::app::backup::Trial;
use crate::app::context::Context;
use crate::app::duties::summarize;
use crate::app::editor::{Editor, writing_help};
use crate::app::effect::{Effect, Effects};
use crate::app::import::{Beside, Import};
use crate::app::library::rule_packs::RulePacks;
use crate::app::library::{Library, entries};
use crate::app::message::{Message, Press};
use crate::app::moment::World;
use crate::app::page::Page;
use crate::app::pairing::Pairing;
use crate::app::pairing::new_dossier::NewDossier;
use crate::app::profile::keys::Keys;
use crate::app::profile::lock::Lock;
use crate::app::profile::setup::{self, Setup};
use crate::app::profile::sitting::Sitting;
use crate::app::route::Route;
use crate::app::sending::Sending;
use crate::app::signing::Signing;
use crate::app::window::Window;
use crate::lang::Lang;
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
pub use crate::storage::Health;
use crate::storage::{Holder, Stored};

/// The whole state of the app.
#[derive(Debug)]
pub struct App {
    pub(crate) lang: Lang,
    /// What is stored of the person who is in.
    pub(crate) library: Library,
    /// The page that is open.
    pub(crate) page: Page,
    /// The work in it.
    pub(crate) work: Work,
    /// The first visit, and the change of one's details.
    pub(crate) setup: Setup,
    pub(crate) lock: Lock,
    /// The opened key, while the person uses the page.
    pub(crate) sitting: Sitting,
    /// What came in.
    pub(crate) import: Import,
    /// How the storage stands.
    pub(crate) stored: Stored,
    pub(crate) started: bool,
    /// Whether this window works, or another one does.
    pub(crate) window: Window,
    /// Whether what this window could not store was saved as a file.
    pub(crate) is_rescued: bool,
    pub(crate) environment: environment::Place,
    /// Whether the browser offers to put the app on the home screen.
    pub(crate) is_installable: bool,
    /// Whether the browser shares files with other apps of the device.
    pub(crate) shares_files: bool,
    /// Whether the names of files that are sent name nobody.
    pub(crate) names_nobody: bool,
    /// Whether the browser promised to keep the storage; `None` before it was asked.
    pub(crate) is_persistent: Option<bool>,
    /// Whether it was asked for time to go on with what takes long.
    goes_on: bool,
    /// Whether the next page is to be printed once it is drawn.
    prints_next: bool,
}

/// The work in the open page that nobody has to keep, area by area. It ends with the page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Work {
    pub(crate) editor: Editor,
    pub(crate) signing: Signing,
    pub(crate) pairing: Pairing,
    pub(crate) sending: Sending,
    /// The replacement code and the change of the passphrase.
    pub(crate) keys: Keys,
    /// What was done on the page of backups.
    pub(crate) trial: Trial,
}

impl App {
    /// Makes the app before anything was read.
    pub fn new(lang: Lang) -> App {
        App::with(lang, RulePacks::shipped())
    }

    /// Makes the app before anything was read, with these rule packs.
    pub fn with(lang: Lang, rule_packs: RulePacks) -> App {
        App {
            lang,
            library: Library::with(rule_packs),
            page: Page::default(),
            work: Work::default(),
            setup: Setup::default(),
            lock: Lock::default(),
            sitting: Sitting::default(),
            import: Import::default(),
            stored: Stored::default(),
            started: false,
            window: Window::default(),
            is_rescued: false,
            environment: environment::Place::default(),
            is_installable: false,
            shares_files: false,
            names_nobody: false,
            is_persistent: None,
            goes_on: false,
            prints_next: false,
        }
    }

    /// Takes in one message and gives what has to happen outside, in order.
    pub fn update(&mut self, message: Message, world: &World) -> Vec<Effect> {
        use Message::{Chose, Files, Routed, Typed};
        self.library.now = world.now;
        self.sitting.end_after_pause(world.now);
        self.goes_on &= !matches!(message, Message::GoOn);
        if matches!(message, Typed(..) | Chose { .. } | Message::Press(_) | Routed(_) | Files(_)) {
            self.lock.note_activity(world.now);
            self.sitting.note_activity(world.now);
        }
        let mut effects = Effects::default();
        match message {
            Message::Window(event) => self.take_window_event(event, world, &mut effects),
            message if self.window != Window::Working => self.wait(message, &mut effects),
            Message::Started { stored, .. } if stored.holder == Holder::Newer => {
                self.give_way_to_newer(&mut effects);
            }
            Message::Started { profiles, settings, stored } => {
                self.stored = stored;
                self.start(profiles, settings, &mut effects);
            }
            Message::Opened { profile, entries, stored } => {
                self.stored = stored;
                self.open_profile(profile, entries, world, &mut effects);
            }
            Message::Found(facts) => {
                self.take_facts(&facts);
                effects.render();
            }
            Message::Installable(is_installable) => {
                self.is_installable = is_installable;
                effects.render();
            }
            Message::RulesArrived(fetched) => self.take_rules(fetched.as_deref(), &mut effects),
            Message::Press(Press::ShowPassphrase) => {
                self.page.turns_passphrase = !self.page.turns_passphrase;
                effects.render();
            }
            Message::Files(_) | Message::Pasted(_) if self.lock.is_locked => {
                import::refuse_locked(&mut self.import, &mut effects);
            }
            message if self.lock.is_locked => self.stay_locked(message, &mut effects),
            Message::Stored(stored) => self.take_stored(stored, world, &mut effects),
            message => self.work_on(message, world, &mut effects),
        }
        if self.window == Window::Working && !self.lock.is_locked {
            entries::settle(&mut self.library, &mut effects);
            summarize::refresh(&mut self.library, self.stored.health != Health::Full, &mut effects);
            let is_busy = self.import.queue.is_busy() || reading::is_wanted(&self.library, &self.page.route);
            if is_busy && !self.goes_on {
                self.goes_on = true;
                effects.push(Effect::GoOn);
            }
        }
        effects.list
    }

    /// Takes in a message while the person works.
    fn work_on(&mut self, message: Message, world: &World, effects: &mut Effects) {
        match message {
            Message::Tick => {
                self.retry(effects);
                rules::fetch(&mut self.library, effects);
                if self.lock.is_idle(&self.library) {
                    self.close(effects);
                }
            }
            Message::GoOn if self.import.queue.is_busy() => {
                self.lock.note_activity(world.now);
                let (import, mut beside, mut cx) = self.parts_for_files(effects);
                import::go_on(import, &mut beside, &mut cx);
            }
            Message::GoOn => reading::go_on(&mut self.library, &mut self.page, effects),
            Message::Verified { ticket, answers } => {
                import::take_answers(&mut self.import.queue, ticket, answers);
            }
            Message::Persisted(is_kept) => self.is_persistent = Some(is_kept),
            Message::Routed(route) => self.go_to(route, world, effects),
            Message::Typed(path, text) => self.type_in(&path, &text, effects),
            Message::Chose { field, id, chosen } => self.choose(&field, &id, chosen, effects),
            Message::SaveDue => {
                self.save(effects);
                if self.refresh_cautions() {
                    effects.render();
                }
            }
            Message::Press(press) => self.press(press, world, effects),
            Message::Fingerprinted { purpose, file } => {
                let (work, _, mut cx) = self.parts(effects);
                writing_help::fingerprinted(&mut work.editor, purpose, file, &mut cx);
            }
            Message::Files(files) => {
                self.import.cut = 0;
                self.import.queue.add(files, &self.page.route);
            }
            Message::Pasted(text) => {
                let (import, mut beside, mut cx) = self.parts_for_files(effects);
                import::take_text(import, &mut beside, &text, &mut cx);
            }
            Message::HandedOut(answer) => {
                let (work, _, mut cx) = self.parts(effects);
                sending::answered(&mut work.sending, answer, &mut cx);
            }
            Message::Sealed { ticket, result } => self.take_sealed(ticket, result, effects),
            Message::Unsealed { ticket, result } => self.take_unsealed(ticket, result, world, effects),
            _ => {}
        }
    }

    /// Gives the address that is open.
    pub fn route(&self) -> &Route {
        &self.page.route
    }

    /// Says whether this window works.
    pub fn window(&self) -> Window {
        self.window
    }

    /// Gives the language of the interface.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Says whether the storage was emptied while the page was open; then it holds what is nowhere else.
    pub(crate) fn is_emptied(&self) -> bool {
        self.library.me.is_some() && self.stored.holder == Holder::Nobody
    }

    /// Says whether something is kept on this page only, because it could not be stored.
    pub fn has_unsaved(&self) -> bool {
        self.stored.pending > 0
    }

    /// Gives what is stored of the person who is in.
    pub fn library(&self) -> &Library {
        &self.library
    }

    /// Gives a dossier.
    pub fn dossier(&self, id: &Hash) -> Option<&Dossier> {
        self.library.dossiers.get(id)
    }

    /// Lists all dossiers.
    pub fn dossiers(&self) -> impl Iterator<Item = &Dossier> {
        self.library.dossiers.values()
    }

    /// Gives the dossier that can be begun on the open page.
    pub(crate) fn new_dossier(&self) -> NewDossier<'_> {
        self.work.pairing.new_dossier(&self.library, &self.page.route)
    }

    /// Gives the work in the open page, what was typed about the person, and what both work with.
    fn parts<'a>(&'a mut self, effects: &'a mut Effects) -> (&'a mut Work, &'a mut Setup, Context<'a>) {
        let (library, page, sitting, lang) =
            (&mut self.library, &mut self.page, &mut self.sitting, self.lang);
        (&mut self.work, &mut self.setup, Context { library, page, sitting, lang, effects })
    }

    /// Gives what takes files in, and what it is done with.
    fn parts_for_files<'a>(
        &'a mut self,
        effects: &'a mut Effects,
    ) -> (&'a mut Import, Beside<'a>, Context<'a>) {
        let (library, page, sitting, lang) =
            (&mut self.library, &mut self.page, &mut self.sitting, self.lang);
        let is_full = self.stored.health == Health::Full;
        let (setup, trial, profiles) = (&mut self.setup, &mut self.work.trial, &self.lock.profiles);
        let beside = Beside { setup, trial, page: page.route.clone(), profiles, is_full };
        (&mut self.import, beside, Context { library, page, sitting, lang, effects })
    }

    /// Tries again to store what could not be stored.
    fn retry(&self, effects: &mut Effects) {
        if self.stored.pending > 0 || self.stored.health != Health::Good {
            effects.push(Effect::Store(Vec::new()));
        }
    }

    /// Stores what was typed, and tries again what could not be stored.
    fn save(&mut self, effects: &mut Effects) {
        self.retry(effects);
        self.save_forms(effects);
        let (_, setup, mut cx) = self.parts(effects);
        setup::save(setup, &mut cx);
    }

    /// Stores what was typed in forms.
    fn save_forms(&mut self, effects: &mut Effects) {
        let (work, _, mut cx) = self.parts(effects);
        editor::save(&mut work.editor, &mut cx);
    }

    /// Looks at the open form; says whether there is something else to say beside it than before.
    fn refresh_cautions(&mut self) -> bool {
        editor::refresh_cautions(&mut self.work.editor, &self.library, &self.page.route)
    }
}
