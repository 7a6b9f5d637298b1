//! What the app knows and decides. Messages go in; state changes and effects come out.
//!
//! Pure: the time and random bytes are arguments ([`World`]), and everything that has to happen
//! outside is a value ([`effect::Effect`]). [`crate::screens`] turns the state into pages; a component only draws
//! them. Where to look: [`library`] what is stored of the person who is in, [`setup`] the first visit, [`pairing`] how
//! two people meet, [`writing`] drafts and forms, [`signing`] what a signature does, [`inbox`] files that come in,
//! [`backup`] what is saved outside of the browser, [`lock`] several people on one device, [`environment`] where the page is
//! open, [`window`] which of several windows works, [`duties`] what is to be done now and by whom, [`keys`] the own
//! key, [`cases`] what is not the plain way, [`changes`] what differs between two versions, [`choosing`]
//! between what was written apart, [`undo`] what can be brought back, [`writing_help`] what helps while
//! writing.

pub mod ask;
pub mod backup;
pub mod case;
pub mod cases;
pub mod changes;
pub mod choosing;
pub mod duties;
pub mod effect;
pub mod environment;
pub mod inbox;
pub mod key;
pub mod keys;
pub mod library;
pub mod lock;
pub mod message;
pub mod moment;
pub mod page;
pub mod pairing;
pub mod picked;
pub mod route;
pub mod rules;
pub mod setup;
pub mod signing;
pub mod undo;
pub mod window;
pub mod writing;
pub mod writing_help;

use crate::app::key::Key;
use crate::app::library::rule_packs::RulePacks;
use crate::app::library::{Library, drafts, entries};
use crate::domain::document::Path;
use crate::lang::Lang;
use crate::seal::canonical::Hash;
use crate::seal::dossier::Dossier;
pub use crate::storage::Health;
use crate::storage::{Holder, Stored};
use effect::{Effect, Effects};
use inbox::Arrival;
use message::{Message, Press};
use moment::Moment;
use page::Page;
use route::Route;

/// What the outside knows at the time of a message.
#[derive(Clone, Copy, Debug)]
pub struct World {
    /// Now.
    pub now: Moment,
    /// Fresh random bytes; used by a message at most once.
    pub entropy: [u8; 32],
    /// More of them, for a replacement code, which must not follow from the others.
    pub spare: [u8; 16],
}

/// The whole state of the app.
#[derive(Debug)]
pub struct App {
    pub(crate) lang: Lang,
    /// What is stored of the person who is in.
    pub(crate) library: Library,
    pub(crate) route: Route,
    /// How the storage stands.
    pub(crate) stored: Stored,
    pub(crate) started: bool,
    /// Whether this window works, or another one does.
    pub(crate) window: window::Window,
    /// Whether what this window could not store was saved as a file.
    pub(crate) is_rescued: bool,
    pub(crate) environment: environment::Place,
    pub(crate) setup: setup::Setup,
    pub(crate) arrivals: Vec<Arrival>,
    /// How many of them are not listed any more.
    pub(crate) counted: inbox::Counted,
    /// Whether the browser promised to keep the storage; `None` before it was asked.
    pub(crate) is_persistent: Option<bool>,
    pub(crate) lock: lock::Lock,
    pub(crate) page: Page,
    /// The number of the last question for which a key was opened.
    pub(crate) ticket: u32,
    /// The topic at which the next form opens on a phone, from zero.
    pub(crate) open_at: usize,
    /// Whether the next page is to be printed once it is drawn.
    pub(crate) prints_next: bool,
    /// Counts the times at which inputs moved on the page, so that it has to be built anew.
    pub(crate) layout: u32,
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
            route: Route::Home,
            stored: Stored::default(),
            started: false,
            window: window::Window::default(),
            is_rescued: false,
            environment: environment::Place::default(),
            setup: setup::Setup::default(),
            arrivals: Vec::new(),
            counted: inbox::Counted::default(),
            is_persistent: None,
            lock: lock::Lock::default(),
            page: Page::default(),
            ticket: 0,
            open_at: 0,
            prints_next: false,
            layout: 0,
        }
    }

    /// Takes in one message and gives what has to happen outside, in order.
    pub fn update(&mut self, message: Message, world: &World) -> Vec<Effect> {
        self.library.now = world.now;
        let mut effects = Effects::default();
        lock::note_activity(self, &message);
        match message {
            Message::Window(event) => window::happened(self, event, world, &mut effects),
            message if self.window != window::Window::Working => {
                window::update(self, message, &mut effects);
                return effects.list;
            }
            Message::Started { profiles, settings, stored } => {
                self.stored = stored;
                rules::fetch(&mut self.library, &mut effects);
                lock::started(self, profiles, settings, &mut effects);
            }
            Message::Opened { profile, entries, stored } => {
                lock::opened(self, profile);
                self.stored = stored;
                if entries.is_none() {
                    self.stored.health = Health::Blocked;
                }
                let beside = entries::load(&mut self.library, entries.unwrap_or_default(), &mut effects);
                for (key, value) in beside {
                    match key {
                        Key::Setup => setup::resume(self, &value),
                        _ => lock::take_settings(self, &value),
                    }
                }
                writing::remove_signed(&mut self.library, &mut effects);
                drafts::forget_old(&mut self.library, &mut effects);
                self.go_to(self.route.clone(), world, &mut effects);
            }
            Message::Found(facts) => {
                self.environment = environment::judge(&facts);
                effects.render();
            }
            Message::RulesArrived(fetched) => rules::arrived(self, fetched.as_deref(), &mut effects),
            Message::Press(Press::ShowPassphrase) => {
                self.page.shows_passphrase = !self.page.shows_passphrase;
                effects.render();
            }
            Message::Files(_) | Message::Pasted(_) if self.lock.is_locked => {
                inbox::refuse_locked(self, &mut effects);
            }
            message if self.lock.is_locked => lock::update(self, message, &mut effects),
            Message::Tick => {
                self.retry(&mut effects);
                lock::tick(self, &mut effects);
            }
            Message::Persisted(is_kept) => self.is_persistent = Some(is_kept),
            Message::Routed(route) => self.go_to(route, world, &mut effects),
            Message::Typed(path, text) => self.type_in(&path, &text, &mut effects),
            Message::Chose { field, id, chosen } => self.choose(&field, &id, chosen, &mut effects),
            Message::SaveDue => {
                self.retry(&mut effects);
                writing::save(self, &mut effects);
                setup::save(self, &mut effects);
                if writing::refresh_cautions(self) {
                    effects.render();
                }
            }
            Message::Press(press) => self.press(press, world, &mut effects),
            Message::Fingerprinted { purpose, file } => {
                writing_help::fingerprinted(self, purpose, file, &mut effects);
            }
            Message::Files(files) => inbox::take_in(self, files, &mut effects),
            Message::Pasted(text) => inbox::take_text(self, &text, &mut effects),
            Message::Sealed { ticket, result } => setup::sealed(self, ticket, result, &mut effects),
            Message::Unsealed { ticket, result } => {
                signing::unsealed(self, ticket, result, world, &mut effects);
            }
            Message::Stored(stored) => window::stored(self, stored, world, &mut effects),
        }
        effects.list
    }

    /// Gives the address that is open.
    pub fn route(&self) -> &Route {
        &self.route
    }

    /// Says whether this window works.
    pub fn window(&self) -> window::Window {
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

    /// Tries again to store what could not be stored.
    pub(crate) fn retry(&self, effects: &mut Effects) {
        if self.stored.pending > 0 || self.stored.health != Health::Good {
            effects.push(Effect::Store(Vec::new()));
        }
    }

    fn go_to(&mut self, route: Route, world: &World, effects: &mut Effects) {
        self.retry(effects);
        writing::save(self, effects);
        setup::save(self, effects);
        let prints = std::mem::take(&mut self.prints_next);
        self.page = Page::default();
        self.page.step = std::mem::take(&mut self.open_at);
        self.page.pairing = pairing::Comparison::ask(world.entropy);
        self.route = route;
        cases::typed::resume(self);
        if self.route == Route::Details {
            signing::details::open(self);
        }
        writing::refresh_cautions(self);
        self.layout += 1;
        effects.render();
        if prints && matches!(self.route, Route::Sheets(_)) {
            effects.push(Effect::Print);
        }
    }

    fn type_in(&mut self, path: &Path, text: &str, effects: &mut Effects) {
        // What is chosen on the page of inviting decides what is said there.
        if pairing::choose(self, path.field(), text, true) {
            self.forget_problem(path, effects);
            effects.render();
            return;
        }
        if signing::type_in(self, path, text)
            || pairing::type_in(self, path, text)
            || choosing::type_in(self, path, text, effects)
            || backup::type_in(self, path, text)
        {
            return;
        }
        self.forget_problem(path, effects);
        if cases::typed::type_in(self, path, text, effects) {
            return;
        }
        match self.route {
            Route::Setup | Route::Details => setup::type_in(self, path, text, effects),
            Route::Me => keys::type_in(self, path, text),
            _ => writing::type_in(self, path, text, effects),
        }
    }

    fn choose(&mut self, field: &str, id: &str, chosen: bool, effects: &mut Effects) {
        self.forget_problem(&Path::Field(field.to_string()), effects);
        if pairing::choose(self, field, id, chosen) || cases::typed::choose(self, field, id, chosen, effects)
        {
            effects.render();
            return;
        }
        match self.route {
            Route::Setup => {
                setup::choose(self, id, chosen);
                effects.push(Effect::SaveSoon);
            }
            Route::Details => {
                signing::details::choose(self, id, chosen);
                effects.push(Effect::SaveSoon);
                effects.render();
            }
            _ => writing::choose(self, field, id, chosen, effects),
        }
    }

    /// Takes back what was said about an input, because it is being mended.
    fn forget_problem(&mut self, path: &Path, effects: &mut Effects) {
        let before = self.page.problems.len();
        self.page.problems.retain(|problem| problem.path != *path);
        if self.page.problems.len() != before {
            effects.render();
        }
    }

    fn press(&mut self, press: Press, world: &World, effects: &mut Effects) {
        match press {
            Press::Language(lang) => {
                self.lang = lang;
                self.layout += 1;
                effects.put(Key::Settings, library::settings_to_json(lang, self.lock.is_wanted));
            }
            Press::Setup(press) => setup::press(self, press, world, effects),
            Press::Keys(press) => keys::press(self, press, effects),
            Press::Pairing(press) => pairing::press(self, press, effects),
            Press::Writing(press) => writing::press(self, press, effects),
            Press::Rules(press) => rules::press(&mut self.library, press, effects),
            Press::Case(press) => cases::press(self, press, effects),
            Press::Aid(press) => writing_help::press(self, press, effects),
            Press::Signing(press) => signing::press(self, press, effects),
            Press::Details(press) => signing::details::press(self, press, effects),
            Press::KeepBoth(dossier) => inbox::keep_both(self, &dossier, effects),
            Press::Send(dossier) => signing::send(&mut self.library, &dossier, effects),
            Press::Lock(press) => lock::press(self, press, effects),
            Press::Backup(press) => backup::press(self, press, world, effects),
            Press::Rescue => backup::save_all(self, effects),
            Press::StoreAgain => backup::store_again(self, world, effects),
            Press::ShowPassphrase | Press::TakeOver => {}
            Press::Print => effects.push(Effect::Print),
            Press::PrintAll(dossier) => {
                self.prints_next = true;
                effects.go(Route::Sheets(dossier));
            }
        }
        effects.render();
    }
}
