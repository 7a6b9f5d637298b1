//! Joins the app to the browser: sends messages in, carries effects out, holds what is drawn.

use crate::app::App;
use crate::app::effect::{Effect, VaultFault};
use crate::app::message::{Message, Press};
use crate::app::moment::World;
use crate::app::route::Route;
use crate::app::window::Event;
use crate::browser::given::{self, Given};
use crate::browser::storage::{self, Local};
use crate::browser::window::Hold;
use crate::browser::{address, clock, environment, files, install, random, rules, sharing, vault, verify};
use crate::lang::Lang;
use crate::screens::parts::edition::{self, Edition};
use crate::screens::{Progress, SaveLine, Screen};
use crate::storage::Queue;
use leptos::prelude::*;
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Milliseconds of pause in typing after which a draft is saved.
const PAUSE: i32 = 400;
/// Milliseconds after which a draft is saved though the typing goes on.
const LATEST: i32 = 800;
/// Milliseconds between two looks at whether the page has to be locked.
const TICK: i32 = 20_000;

/// The handle that every part of the page has.
#[derive(Clone, Copy)]
pub struct Shell {
    app: StoredValue<App, LocalStorage>,
    /// What the file says of itself, where all of the app is one file.
    edition: StoredValue<Option<Edition>>,
    queue: StoredValue<Queue<Local>, LocalStorage>,
    /// The wish of this window to be the one that works.
    hold: StoredValue<Option<Hold>, LocalStorage>,
    /// The timers of the next save: after a pause, and at the latest.
    timers: StoredValue<Option<(i32, i32)>>,
    /// The screen to draw.
    pub screen: RwSignal<Screen>,
    /// The save line, which changes with each key and must not redraw the page.
    pub saved: RwSignal<SaveLine>,
    /// How far it is with what takes long.
    pub progress: RwSignal<Option<Progress>>,
}

impl Shell {
    /// Starts the app on this page.
    pub fn start() -> Shell {
        let app = App::new(language_of_page());
        let (screen, saved) = (crate::screens::screen(&app), crate::screens::save_line(&app));
        let edition = environment::edition();
        let shell = Shell {
            app: StoredValue::new_local(app),
            edition: StoredValue::new(edition),
            queue: StoredValue::new_local(Queue::new(Local)),
            hold: StoredValue::new_local(None),
            timers: StoredValue::new(None),
            screen: RwSignal::new(screen),
            saved: RwSignal::new(saved),
            progress: RwSignal::new(None),
        };
        shell.send(Message::Found(environment::facts()));
        spawn(Box::pin(async move { shell.send(Message::Found(environment::facts_of_storage().await)) }));
        shell.send(Message::Routed(Route::parse(&address::hash())));
        // Files count from the moment at which it is known who works here.
        let dropped = RefCell::new(given::dropped_before());
        shell.hold.set_value(Some(Hold::ask(move |event| {
            shell.send(Message::Window(event));
            shell.take_in(dropped.take());
        })));
        address::on_change(move || {
            shell.send(Message::Routed(Route::parse(&address::hash())));
            address::scroll_to_top();
            address::focus("heading".into());
        });
        address::on_hide(move || shell.send(Message::SaveDue));
        address::on_leave(move || {
            shell.send(Message::SaveDue);
            shell.app.with_value(App::has_unsaved)
        });
        install::on_change(move || shell.send(Message::Installable(install::is_offered())));
        if install::is_offered() {
            shell.send(Message::Installable(true));
        }
        storage::on_change(move || shell.check_storage());
        given::on_drop(move |given| shell.take_in(given));
        address::every(TICK, move || {
            shell.check_storage();
            shell.send(Message::Tick);
        });
        shell
    }

    /// Gives the handle inside a component.
    pub fn of_page() -> Shell {
        expect_context()
    }

    fn with_queue<T>(self, call: impl FnOnce(&mut Queue<Local>) -> T) -> Option<T> {
        self.queue.try_update_value(call)
    }

    fn read_profiles(self) {
        let found = self.with_queue(|queue| {
            let store = queue.store();
            Message::Started {
                profiles: store.profiles(),
                settings: store.read("/set"),
                stored: queue.state(),
            }
        });
        found.into_iter().for_each(|message| self.send(message));
    }

    /// Looks whether the storage is still this window's.
    fn check_storage(self) {
        if let Some(stored) = self.with_queue(|queue| queue.state()) {
            self.send(Message::Stored(stored));
        }
    }

    /// Sends a message to the app and carries out what it asks for.
    pub fn send(self, message: Message) {
        let entropy = random::bytes().unwrap_or_default();
        let world = World { now: clock::now(), entropy, spare: random::bytes().unwrap_or_default() };
        let effects = self.app.try_update_value(|app| app.update(message, &world)).unwrap_or_default();
        for effect in effects {
            self.carry_out(effect);
        }
        let line = self.app.with_value(crate::screens::save_line);
        if self.saved.with_untracked(|saved| *saved != line) {
            self.saved.set(line);
        }
        let progress = self.app.with_value(crate::screens::progress);
        if self.progress.with_untracked(|known| *known != progress) {
            self.progress.set(progress);
        }
    }

    /// Sends the press of a button.
    pub fn press(self, press: Press) {
        self.send(Message::Press(press));
    }

    /// Reads files and sends them.
    pub fn take_in(self, given: Vec<Given>) {
        spawn(Box::pin(given::read(given, move |files| self.send(Message::Files(files)))));
    }

    fn with_hold(self, call: impl FnOnce(&Hold)) {
        if let Some(hold) = self.hold.get_value() {
            call(&hold);
        }
    }

    fn carry_out(self, effect: Effect) {
        match effect {
            Effect::Render => self.screen.set(self.app.with_value(|app| self.draw(app))),
            Effect::Go(route) => {
                if !address::open(&route.to_hash()) {
                    self.send(Message::Routed(route));
                    address::focus("heading".into());
                }
            }
            Effect::Focus(id) => address::focus(id),
            Effect::Empty(id) => files::empty(&id),
            Effect::Store(changes) => {
                if let Some(stored) = self.with_queue(|queue| queue.add(changes)) {
                    self.send(Message::Stored(stored));
                }
            }
            Effect::Claim(mark) => {
                if let Some(stored) = self.with_queue(|queue| queue.claim(mark)) {
                    self.send(Message::Stored(stored));
                }
            }
            Effect::Open(profile) => {
                let opened = self.with_queue(|queue| {
                    queue.open(profile);
                    let entries = queue.store().entries();
                    Message::Opened { profile, entries, stored: queue.state() }
                });
                opened.into_iter().for_each(|message| self.send(message));
            }
            Effect::Begin(mark) => {
                self.with_queue(|queue| queue.begin(mark));
                self.read_profiles();
            }
            Effect::TakeOver => self.with_hold(Hold::take_over),
            Effect::Settle => self.send(Message::Window(Event::Settled)),
            Effect::LetGo => self.with_hold(|hold| {
                hold.let_go(|word| {
                    self.with_queue(|queue| queue.store().hand_over(word));
                });
            }),
            Effect::Close => self.read_profiles(),
            Effect::SaveSoon => self.save_soon(),
            Effect::Download { name, text } => {
                files::download(&name, &text);
            }
            Effect::Share { name, text, message } => {
                let shared = sharing::share(&name, &text, &message);
                spawn(Box::pin(async move {
                    shared.await.into_iter().for_each(|it| self.send(Message::HandedOut(it)))
                }));
            }
            Effect::Copy(text) => {
                let copied = sharing::copy(&text);
                spawn(Box::pin(async move {
                    copied.await.into_iter().for_each(|it| self.send(Message::HandedOut(it)))
                }));
            }
            Effect::PickFile(purpose) => {
                let picked = move |list: web_sys::FileList| {
                    let purpose = purpose.clone();
                    spawn(Box::pin(async move {
                        if let Some(file) = files::read_first(list).await {
                            self.send(Message::Fingerprinted { purpose, file });
                        }
                    }));
                };
                files::pick(picked);
            }
            Effect::Seal { ticket, passphrase, seed } => spawn(Box::pin(async move {
                let result = match random::bytes::<32>() {
                    Some(_) => vault::seal(&passphrase.0, &seed).await,
                    None => Err(VaultFault::NotSecure),
                };
                self.send(Message::Sealed { ticket, result });
            })),
            Effect::Unseal { ticket, passphrase, sealed } => spawn(Box::pin(async move {
                let result = vault::open(&passphrase.0, &sealed).await;
                self.send(Message::Unsealed { ticket, result });
            })),
            Effect::Persist => {
                if let Some(promise) = storage::persist() {
                    spawn(Box::pin(async move {
                        let answer = JsFuture::from(promise).await.ok().and_then(|answer| answer.as_bool());
                        self.send(Message::Persisted(answer.unwrap_or_default()));
                    }));
                }
            }
            Effect::GoOn => {
                address::soon(move || self.send(Message::GoOn));
            }
            Effect::Verify { ticket, questions } => spawn(Box::pin(async move {
                verify::all(questions, move |answers| self.send(Message::Verified { ticket, answers })).await;
            })),
            Effect::Install => install::ask(),
            Effect::Print => address::print(),
            Effect::FetchRules { again } => {
                // They are read once the page stands, because most people begin on one that needs none of them.
                address::after_drawing(move || {
                    address::soon(move || {
                        let tell = move |text| self.send(Message::RulesArrived(text));
                        spawn(Box::pin(rules::fetch(again, tell)));
                    });
                });
            }
        }
    }

    fn draw(self, app: &App) -> Screen {
        let screen = crate::screens::screen(app);
        match self.edition.get_value() {
            Some(edition) => edition::told(screen, app, &edition),
            None => screen,
        }
    }

    fn save_soon(self) {
        let timers = self.timers.get_value();
        if let Some((pause, _)) = timers {
            address::not_later(pause);
        }
        // Whoever types without a pause is saved as well.
        let latest = timers.map_or_else(|| self.save_in(LATEST), |(_, latest)| latest);
        self.timers.set_value(Some((self.save_in(PAUSE), latest)));
    }

    fn save_in(self, milliseconds: i32) -> i32 {
        address::later(milliseconds, move || {
            if let Some((pause, latest)) = self.timers.get_value() {
                address::not_later(pause);
                address::not_later(latest);
            }
            self.timers.set_value(None);
            self.send(Message::SaveDue);
        })
    }
}

/// Gives the language that the script of the page chose before anything was drawn (`start/first.js`): the one that is
/// stored, or that of the browser.
fn language_of_page() -> Lang {
    if address::language() == Lang::En.code() { Lang::En } else { Lang::Id }
}

/// Starts work that waits. One kind of future for all, because each kind brings its own code.
fn spawn(work: Pin<Box<dyn Future<Output = ()>>>) {
    spawn_local(work);
}
