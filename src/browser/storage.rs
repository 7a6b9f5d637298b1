//! localStorage as cells, probed before use.

use crate::storage::PREFIX;
use crate::storage::key_value::{KeyValue, KeyValueFault};
use js_sys::{Array, JsString, Object};
use std::cell::OnceCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// The localStorage of this page.
#[derive(Clone, Copy, Debug)]
pub struct Local;

#[wasm_bindgen]
extern "C" {
    // Bound by hand, so that a text which is written and compared comes over the border once.
    #[wasm_bindgen(extends = web_sys::Storage)]
    type Cells;
    #[wasm_bindgen(method, catch, js_name = setItem)]
    fn put(this: &Cells, name: &JsString, text: &JsString) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn there(this: &Cells, name: &JsString) -> Result<JsValue, JsValue>;
}

thread_local! {
    /// The storage, once the browser gave it. It is asked for anew while it refuses.
    static CELLS: OnceCell<Cells> = const { OnceCell::new() };
}

/// Calls with the storage. The access itself throws where cookies are blocked.
fn with<T>(call: impl FnOnce(&Cells) -> Result<T, KeyValueFault>) -> Result<T, KeyValueFault> {
    CELLS.with(|known| {
        if known.get().is_none()
            && let Some(cells) = web_sys::window().and_then(|window| window.local_storage().ok().flatten())
        {
            let _ = known.set(cells.unchecked_into());
        }
        known.get().ok_or(KeyValueFault::Denied).and_then(call)
    })
}

/// Gives the texts of a list, which come over the border in one: each call costs more than a text. `None` where that
/// tells them not apart, because another page of the same host stores something odd, or where there are not so many.
fn pieces(list: &Array, count: u32) -> Option<Vec<String>> {
    let all = String::from(list.join(&BETWEEN.to_string()));
    let pieces: Vec<String> = all.split(BETWEEN).map(str::to_string).collect();
    (list.length() == count && pieces.len() == count as usize).then_some(pieces)
}

/// What stands between them; no text of the app holds it.
const BETWEEN: char = '\0';

fn fault(error: JsValue) -> KeyValueFault {
    let name = js_sys::Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string());
    if name.as_deref() == Some("QuotaExceededError") { KeyValueFault::Full } else { KeyValueFault::Denied }
}

impl KeyValue for Local {
    fn names(&self) -> Result<Vec<String>, KeyValueFault> {
        with(|cells| {
            let count = cells.length().map_err(fault)?;
            if let Some(names) = pieces(&Object::keys(cells), count) {
                return Ok(names);
            }
            // What was not read must not be taken for removed.
            let names = (0..count).map(|index| cells.key(index).map_err(fault));
            Ok(names.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
        })
    }

    fn all(&self) -> Result<Vec<(String, String)>, KeyValueFault> {
        let pieces = with(|cells| {
            let count = cells.length().map_err(fault)?;
            Ok(pieces(&Object::entries(cells).flat(1), 2 * count))
        })?;
        let Some(pieces) = pieces else {
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
        with(|cells| cells.get_item(name).map_err(fault))
    }

    fn length(&self, name: &str) -> Result<Option<usize>, KeyValueFault> {
        let there = with(|cells| cells.there(&JsString::from(name)).map_err(fault))?;
        Ok(there.dyn_ref::<JsString>().map(|text| text.length() as usize))
    }

    fn set(&self, name: &str, text: &str) -> Result<(), KeyValueFault> {
        with(|cells| cells.set_item(name, text).map_err(fault))
    }

    fn set_and_compare(&self, name: &str, text: &str) -> Result<bool, KeyValueFault> {
        let (name, text) = (JsString::from(name), JsString::from(text));
        with(|cells| {
            cells.put(&name, &text).map_err(fault)?;
            Ok(cells.there(&name).is_ok_and(|there| &there == AsRef::<JsValue>::as_ref(&text)))
        })
    }

    fn remove(&self, name: &str) -> Result<(), KeyValueFault> {
        with(|cells| cells.remove_item(name).map_err(fault))
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
