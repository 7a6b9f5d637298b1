//! localStorage, probed before use; every write is read back and compared.

use crate::app::Health;
use crate::app::effect::{Outcome, Rule};
use crate::app::store::PREFIX;
use crate::seal::strict;
use gloo_storage::{LocalStorage, Storage as _};
use std::cell::OnceCell;
use wasm_bindgen::prelude::*;

/// Says whether the storage can be used at all. Asked first, because the access itself throws where
/// cookies are blocked.
pub fn probe() -> Health {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
    let Some(storage) = storage else {
        return Health::Blocked;
    };
    let key = [PREFIX, "probe"].concat();
    let wrote = storage.set_item(&key, "1");
    let read = storage.get_item(&key);
    let _ = storage.remove_item(&key);
    match (wrote, read) {
        (Ok(()), Ok(Some(_))) => Health::Good,
        (Err(error), _) if is_full(&error) => Health::Full,
        _ => Health::Blocked,
    }
}

thread_local! {
    /// Whether the storage can be used, asked once: each probe is a write, which other tabs hear.
    static USABLE: OnceCell<bool> = const { OnceCell::new() };
}

fn storage() -> Option<web_sys::Storage> {
    // A full storage still has to be read.
    let usable = USABLE.with(|usable| *usable.get_or_init(|| probe() != Health::Blocked));
    usable.then(LocalStorage::raw)
}

/// Gives all keys and values of this app.
pub fn entries() -> Vec<(String, String)> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or_default();
    let keys = (0..count).filter_map(|index| storage.key(index).ok().flatten());
    let own: Vec<String> = keys.filter(|key| key.starts_with(PREFIX)).collect();
    own.into_iter()
        .filter_map(|key| {
            let value = storage.get_item(&key).ok().flatten()?;
            Some((key, value))
        })
        .collect()
}

/// Writes a value under its rule.
pub fn write(key: &str, value: &str, rule: Rule) -> Outcome {
    let Some(storage) = storage() else {
        return Outcome::Refused;
    };
    let stored = storage.get_item(key).ok().flatten();
    match (rule, &stored) {
        (Rule::IfAbsent, Some(stored)) => {
            return if stored == value { Outcome::Done } else { Outcome::Different };
        }
        (Rule::IfRevision(expected), stored) => {
            let there = stored.as_deref().map_or(0, revision);
            if there != expected {
                return Outcome::Conflict(stored.clone().unwrap_or_default());
            }
        }
        _ => {}
    }
    match storage.set_item(key, value) {
        Err(error) if is_full(&error) => Outcome::Full,
        Err(_) => Outcome::Refused,
        Ok(()) => match storage.get_item(key) {
            Ok(Some(read)) if read == value => Outcome::Done,
            _ => Outcome::Different,
        },
    }
}

/// Removes a value.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// Calls back when another tab of this page changed the storage.
pub fn on_change(mut call: impl FnMut() + 'static) {
    use wasm_bindgen::JsCast;
    let probe = [PREFIX, "probe"].concat();
    let closure = Closure::<dyn FnMut(web_sys::StorageEvent)>::new(move |event: web_sys::StorageEvent| {
        let ours = event.key().is_none_or(|key| key.starts_with(PREFIX) && key != probe);
        if ours {
            call();
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("storage", closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// Asks the browser to keep the storage; the answer may never come and decides nothing.
pub fn persist() {
    if let Some(window) = web_sys::window() {
        let manager = window.navigator().storage();
        if !JsValue::from(manager.clone()).is_undefined() {
            let _ = manager.persist();
        }
    }
}

fn revision(draft: &str) -> u64 {
    strict::parse(draft).ok().and_then(|value| value.get("rev")?.as_u64()).unwrap_or_default()
}

fn is_full(error: &JsValue) -> bool {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    name.as_deref() == Some("QuotaExceededError")
}
