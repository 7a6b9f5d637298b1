//! localStorage as cells, probed before use.

use crate::storage::PREFIX;
use crate::storage::key_value::{KeyValue, KeyValueFault};
use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// The localStorage of this page.
#[derive(Clone, Copy, Debug)]
pub struct Local;

/// Gives the storage. The access itself throws where cookies are blocked, so the window is asked first.
fn storage() -> Result<web_sys::Storage, KeyValueFault> {
    let there = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    there.map(|_| LocalStorage::raw()).ok_or(KeyValueFault::Denied)
}

fn fault(error: JsValue) -> KeyValueFault {
    let name = js_sys::Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
    if name.as_deref() == Some("QuotaExceededError") { KeyValueFault::Full } else { KeyValueFault::Denied }
}

impl KeyValue for Local {
    fn names(&self) -> Result<Vec<String>, KeyValueFault> {
        let storage = storage()?;
        let count = storage.length().map_err(fault)?;
        // What was not read must not be taken for removed.
        let names = (0..count).map(|index| storage.key(index).map_err(fault));
        Ok(names.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }

    fn get(&self, name: &str) -> Result<Option<String>, KeyValueFault> {
        storage()?.get_item(name).map_err(fault)
    }

    fn set(&self, name: &str, text: &str) -> Result<(), KeyValueFault> {
        storage()?.set_item(name, text).map_err(fault)
    }

    fn remove(&self, name: &str) -> Result<(), KeyValueFault> {
        storage()?.remove_item(name).map_err(fault)
    }
}

/// Calls back when another window, or the person in the settings of the browser, changed the storage, or may have, because
/// this page was kept behind another one where it is told nothing.
pub fn on_change(mut call: impl FnMut() + 'static) {
    let probe = [PREFIX, "probe"].concat();
    let closure = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        let key = event.dyn_ref::<web_sys::StorageEvent>().and_then(web_sys::StorageEvent::key);
        let ours = key.is_none_or(|key| key.starts_with(PREFIX) && key != probe);
        if ours {
            call();
        }
    });
    if let Some(window) = web_sys::window() {
        for kind in ["storage", "pageshow"] {
            let _ = window.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref());
        }
    }
    closure.forget();
}

/// Asks the browser to keep the storage. `None` where it cannot be asked.
pub fn persist() -> Option<js_sys::Promise> {
    let manager = web_sys::window()?.navigator().storage();
    if JsValue::from(manager.clone()).is_undefined() {
        return None;
    }
    manager.persist().ok()
}
