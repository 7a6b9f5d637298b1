//! Which of several windows works: the one that holds a lock of the browser's for as long as it lives.
//!
//! A window that wants to work asks the one that does to let go, over a channel; where that one does not answer, because
//! the browser froze it, the lock is stolen. Where the browser has no locks, the mark in the storage serves alone.

use crate::app::window::Event;
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{AbortController, BroadcastChannel, MessageEvent};

/// The name of the lock and of the channel.
const NAME: &str = "paraf.v2/window";
/// Milliseconds after which a lock counts as another window's; a page that is loaded anew may still have it.
const MOMENT: i32 = 400;
/// Milliseconds that the other window has to store and let go.
const PATIENCE: i32 = 2_000;

#[wasm_bindgen]
extern "C" {
    type Locks;
    // Bound by hand, because web-sys has Web Locks only behind its flag for unstable interfaces.
    #[wasm_bindgen(method)]
    fn request(this: &Locks, name: &str, options: &JsValue, callback: &Function) -> Promise;
}

/// The wish of this window to work.
#[derive(Clone)]
pub struct Hold {
    tell: Rc<dyn Fn(Event)>,
    channel: Option<BroadcastChannel>,
    /// Ends the promise for whose length the browser keeps the lock.
    release: Rc<RefCell<Option<Function>>>,
}

/// What to do when the lock is not given in time.
#[derive(Clone, Copy)]
enum Otherwise {
    Wait,
    Steal,
}

impl Hold {
    /// Asks for the lock, and tells what comes of it and what other windows ask.
    pub fn ask(tell: impl Fn(Event) + 'static) -> Hold {
        let channel = BroadcastChannel::new(NAME).ok();
        let hold = Hold { tell: Rc::new(tell), channel, release: Rc::default() };
        if let Some(channel) = &hold.channel {
            let tell = hold.tell.clone();
            let asked = Closure::<dyn FnMut(MessageEvent)>::new(move |_| tell(Event::Asked));
            channel.set_onmessage(Some(asked.as_ref().unchecked_ref()));
            asked.forget();
        }
        hold.wait(MOMENT, Otherwise::Wait);
        hold
    }

    /// Lets another window work.
    pub fn let_go(&self) {
        if let Some(release) = self.release.borrow_mut().take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }

    /// Asks the window that works to let go, and takes its place; after a while also without an answer.
    pub fn take_over(&self) {
        if let Some(channel) = &self.channel {
            let _ = channel.post_message(&JsValue::TRUE);
        }
        self.wait(PATIENCE, Otherwise::Steal);
    }

    /// Waits some milliseconds for the lock.
    fn wait(&self, milliseconds: i32, otherwise: Otherwise) {
        let options = Object::new();
        if let Ok(controller) = AbortController::new() {
            let _ = Reflect::set(&options, &"signal".into(), &controller.signal());
            // A signal that comes after the lock was given does nothing.
            super::address::later(milliseconds, move || controller.abort());
        }
        self.request(&options, otherwise);
    }

    fn request(&self, options: &Object, otherwise: Otherwise) {
        let Some(locks) = locks() else {
            // The mark that this window leaves in the storage stops any other one.
            (self.tell)(Event::Granted);
            return;
        };
        let is_given = Rc::new(Cell::new(false));
        let (hold, given) = (self.clone(), is_given.clone());
        let granted = Closure::once_into_js(move |_lock: JsValue| {
            given.set(true);
            hold.work()
        });
        let hold = self.clone();
        // The promise ends with a fault when the lock did not come in time, or was stolen.
        let ended = Closure::once(move |_fault: JsValue| match otherwise {
            _ if is_given.get() => (hold.tell)(Event::Robbed),
            Otherwise::Wait => (hold.tell)(Event::Busy),
            Otherwise::Steal => hold.steal(),
        });
        let _ = locks.request(NAME, options, granted.unchecked_ref()).catch(&ended);
        ended.forget();
    }

    fn steal(&self) {
        let options = Object::new();
        let _ = Reflect::set(&options, &"steal".into(), &JsValue::TRUE);
        self.request(&options, Otherwise::Wait);
    }

    /// Works from now on; gives the promise that lasts until this window lets go.
    fn work(&self) -> Promise {
        let lasts = Promise::new(&mut |resolve, _| {
            self.release.replace(Some(resolve));
        });
        (self.tell)(Event::Granted);
        lasts
    }
}

fn locks() -> Option<Locks> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    Some(locks.unchecked_into())
}
