//! Putting the app on the home screen: the browser says that it can, and asks the person when it is told to.

use super::handed;
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// The member that holds the browser's offer (`start/first.js`), and the event that tells of another one.
const OFFER: &str = "install";
const CHANGED: &str = "installable";

/// Says whether the browser offers to install the app.
pub fn is_offered() -> bool {
    handed::get(OFFER).is_some()
}

/// Calls back when that changes.
pub fn on_change(call: impl FnMut() + 'static) {
    let changed = Closure::<dyn FnMut()>::new(call);
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback(CHANGED, changed.as_ref().unchecked_ref());
    }
    changed.forget();
}

/// Lets the browser ask the person. It can be asked once.
pub fn ask() {
    let Some(offer) = handed::take(OFFER) else {
        return;
    };
    let prompt = Reflect::get(&offer, &"prompt".into()).ok();
    if let Some(prompt) = prompt.and_then(|prompt| prompt.dyn_into::<Function>().ok()) {
        let _ = prompt.call0(&offer);
    }
}
