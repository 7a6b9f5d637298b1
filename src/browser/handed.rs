//! What the script of the page got before the program was there (`start/first.js`): the members of one object.

use js_sys::Reflect;
use wasm_bindgen::prelude::*;

/// The name of the object among those of the page.
const HANDED: &str = "parafStart";

/// Gives a member, and leaves it there; `None` when there is none.
pub fn get(name: &str) -> Option<JsValue> {
    let found = Reflect::get(&object()?, &name.into()).ok()?;
    (!found.is_undefined()).then_some(found)
}

/// Takes a member, so that the script has no more part in it; `None` when there is none, or it was taken.
pub fn take(name: &str) -> Option<JsValue> {
    let found = get(name)?;
    let _ = Reflect::set(&object()?, &name.into(), &JsValue::UNDEFINED);
    Some(found)
}

fn object() -> Option<JsValue> {
    let object = Reflect::get(&web_sys::window()?.into(), &HANDED.into()).ok()?;
    object.is_object().then_some(object)
}
