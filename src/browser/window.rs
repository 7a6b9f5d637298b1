//! Which of several windows works: the one that holds a lock of the browser's for as long as it lives.
//!
//! A window that wants to work asks the one that does to let go, over a channel; where that one does not answer, because
//! the browser froze it, the lock is stolen. Where the browser has no locks, the mark in the storage serves alone.

use super::storage::Local;
use crate::app::window::Event;
use crate::storage::mark_in;
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{AbortController, BroadcastChannel, MessageEvent};

/// The name of the lock and of the channel.
const NAME: &str = "paraf.v2/window";
/// How often the lock is asked for before it counts as another window's, since a page that is loaded anew may still
/// have it; and the milliseconds in between.
const TRIES: u32 = 5;
const MOMENT: i32 = 100;
/// Milliseconds that the other window has to store and let go. A phone with much to do may need more than two seconds to
/// hear that it is asked, and what was typed there in the last second would be lost.
const PATIENCE: i32 = 4_000;
/// How often it is looked whether the word came, and the milliseconds in between. A window that was closed leaves none.
const LOOKS: u32 = 50;
const BETWEEN_LOOKS: i32 = 20;

#[wasm_bindgen]
extern "C" {
    type Locks;
    // Bound by hand, because web-sys has Web Locks only behind its flag for unstable interfaces.
    #[wasm_bindgen(method)]
    fn request(this: &Locks, name: &str, options: &JsValue, callback: &Function) -> Promise;

    /// The lock as the script of the page asked for it while the program was loading, since the browser takes its time
    /// to answer (`askForLock` in `start/first.js`).
    type Early;
    /// Ends with the function that lets go, or with none when another window has the lock.
    #[wasm_bindgen(method, getter)]
    fn given(this: &Early) -> Promise;
    /// Ends with a fault when the lock was stolen.
    #[wasm_bindgen(method, getter)]
    fn ended(this: &Early) -> Promise;
    /// Whether it was stolen already.
    #[wasm_bindgen(method, getter, js_name = isLost)]
    fn is_lost(this: &Early) -> bool;
}

/// The wish of this window to work.
#[derive(Clone)]
pub struct Hold {
    tell: Rc<dyn Fn(Event)>,
    channel: Option<BroadcastChannel>,
    /// Ends the promise for whose length the browser keeps the lock.
    release: Rc<RefCell<Option<Function>>>,
    /// The word of the window that asked last.
    asked: Rc<RefCell<Option<String>>>,
}

impl Hold {
    /// Asks for the lock, and tells what comes of it and what other windows ask.
    pub fn ask(tell: impl Fn(Event) + 'static) -> Hold {
        let channel = BroadcastChannel::new(NAME).ok();
        let hold = Hold { tell: Rc::new(tell), channel, release: Rc::default(), asked: Rc::default() };
        if let Some(channel) = &hold.channel {
            let (tell, word) = (hold.tell.clone(), hold.asked.clone());
            let asked = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                word.replace(event.data().as_string());
                tell(Event::Asked);
            });
            channel.set_onmessage(Some(asked.as_ref().unchecked_ref()));
            asked.forget();
        }
        match super::handed::take("lock") {
            Some(early) => hold.go_on(early.unchecked_into()),
            None => hold.try_to_work(TRIES),
        }
        hold
    }

    /// Works with the lock that was asked for early, unless that was in vain or somebody stole it since.
    fn go_on(&self, early: Early) {
        let (hold, given) = (self.clone(), early.given());
        let answered = Closure::once(move |release: JsValue| {
            let Some(release) = release.dyn_into::<Function>().ok().filter(|_| !early.is_lost()) else {
                hold.try_to_work(TRIES);
                return;
            };
            hold.release.replace(Some(release));
            let loser = hold.clone();
            let robbed = Closure::once(move |_fault: JsValue| loser.lose());
            let _ = early.ended().catch(&robbed);
            robbed.forget();
            hold.begin();
        });
        let _ = given.then(&answered);
        answered.forget();
    }

    /// Lets another window work, after its word was left for it. Does nothing where the lock was stolen.
    pub fn let_go(&self, leave: impl FnOnce(&str)) {
        if let Some(word) = self.asked.take() {
            leave(&word);
        }
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }

    /// Asks the window that works to let go, and takes its place; after a while also without an answer.
    pub fn take_over(&self) {
        // It differs from all words before it, which is all that it has to do.
        let word = js_sys::Math::random().to_string();
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&word.as_str().into());
        }
        let options = Object::new();
        if let Ok(controller) = AbortController::new() {
            let _ = Reflect::set(&options, &"signal".into(), &controller.signal());
            // A signal that comes after the lock was given does nothing.
            super::address::later(PATIENCE, move || controller.abort());
        }
        let (hold, begins) = (self.clone(), self.clone());
        self.request(&options, move || begins.begin_after(word, LOOKS), move || hold.steal());
    }

    /// Takes the lock if nobody has it. However slow the browser is, it says so only if somebody does.
    fn try_to_work(&self, tries: u32) {
        let options = Object::new();
        let _ = Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE);
        let (hold, begins) = (self.clone(), self.clone());
        let otherwise = move || match tries.checked_sub(1) {
            Some(left) => {
                super::address::later(MOMENT, move || hold.try_to_work(left));
            }
            None => (hold.tell)(Event::Busy),
        };
        self.request(&options, move || begins.begin(), otherwise);
    }

    fn steal(&self) {
        let options = Object::new();
        let _ = Reflect::set(&options, &"steal".into(), &JsValue::TRUE);
        let (hold, begins) = (self.clone(), self.clone());
        self.request(&options, move || begins.begin(), move || (hold.tell)(Event::Busy));
    }

    /// Asks for the lock and begins; when it is not given, the rest is done.
    fn request(&self, options: &Object, begin: impl FnOnce() + 'static, otherwise: impl FnOnce() + 'static) {
        let Some(locks) = locks() else {
            // The mark that this window leaves in the storage stops any other one.
            begin();
            return;
        };
        let otherwise = Rc::new(Cell::new(Some(otherwise)));
        let is_given = Rc::new(Cell::new(false));
        let (hold, given, unless) = (self.clone(), is_given.clone(), otherwise.clone());
        let granted = Closure::once_into_js(move |lock: JsValue| {
            if lock.is_null() {
                unless.take().into_iter().for_each(|otherwise| otherwise());
                return Promise::resolve(&JsValue::NULL);
            }
            given.set(true);
            // The promise that lasts until this window lets go.
            let lasts = Promise::new(&mut |resolve, _| {
                hold.release.replace(Some(resolve));
            });
            begin();
            lasts
        });
        let hold = self.clone();
        // The promise ends with a fault when the lock did not come in time, or was stolen.
        let ended = Closure::once(move |_fault: JsValue| {
            if is_given.get() {
                hold.lose();
            } else {
                otherwise.take().into_iter().for_each(|otherwise| otherwise());
            }
        });
        let _ = locks.request(NAME, options, granted.unchecked_ref()).catch(&ended);
        ended.forget();
    }

    /// Begins to work where the word of this window is read, or after so many looks.
    fn begin_after(&self, word: String, looks: u32) {
        if looks == 0 || mark_in(&Local).is_some_and(|mark| mark == word) {
            self.begin();
            return;
        }
        let hold = self.clone();
        super::address::later(BETWEEN_LOOKS, move || hold.begin_after(word, looks - 1));
    }

    /// Works from now on, unless the lock was stolen meanwhile.
    fn begin(&self) {
        let has_lost = locks().is_some() && self.release.borrow().is_none();
        (self.tell)(if has_lost { Event::Busy } else { Event::Granted });
    }

    /// Works no longer, because the lock was stolen. What the others asked is for whoever has it.
    fn lose(&self) {
        self.release.take();
        self.asked.take();
        (self.tell)(Event::Robbed);
    }
}

fn locks() -> Option<Locks> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    Some(locks.unchecked_into())
}
