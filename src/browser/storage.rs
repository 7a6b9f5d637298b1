//! localStorage as cells, probed before use.

use crate::storage::PREFIX;
use crate::storage::key_value::{KeyValue, KeyValueFault};
use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{Array, Object};
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

/// Gives the texts of a list, which come over the border in one: each call costs more than a text. `None` where that
/// tells them not apart, because another page of the same host stores something odd, or where there are not so many.
fn pieces(list: &Array, count: u32) -> Option<Vec<String>> {
    let all = String::from(list.join(BETWEEN));
    let pieces: Vec<String> = all.split(BETWEEN).map(str::to_string).collect();
    (list.length() == count && pieces.len() == count as usize).then_some(pieces)
}

/// What stands between them; no text of the app holds it.
const BETWEEN: &str = "\0";

fn fault(error: JsValue) -> KeyValueFault {
    let name = js_sys::Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
    if name.as_deref() == Some("QuotaExceededError") { KeyValueFault::Full } else { KeyValueFault::Denied }
}

impl KeyValue for Local {
    fn names(&self) -> Result<Vec<String>, KeyValueFault> {
        let storage = storage()?;
        if let Some(names) = pieces(&Object::keys(&storage), storage.length().map_err(fault)?) {
            return Ok(names);
        }
        let count = storage.length().map_err(fault)?;
        // What was not read must not be taken for removed.
        let names = (0..count).map(|index| storage.key(index).map_err(fault));
        Ok(names.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }

    fn all(&self) -> Result<Vec<(String, String)>, KeyValueFault> {
        let storage = storage()?;
        let count = storage.length().map_err(fault)?;
        let Some(pieces) = pieces(&Object::entries(&storage).flat(1), 2 * count) else {
            let text = |name: String| Ok(self.get(&name)?.map(|text| (name, text)));
            let all: Result<Vec<_>, _> = self.names()?.into_iter().map(text).collect();
            return Ok(all?.into_iter().flatten().collect());
        };
        let mut pieces = pieces.into_iter();
        let mut all = Vec::new();
        while let (Some(name), Some(text)) = (pieces.next(), pieces.next()) {
            all.push((name, text));
        }
        Ok(all)
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
