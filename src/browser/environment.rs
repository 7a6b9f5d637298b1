//! What the browser says of itself, from which the app decides whether it is fit for a key.

use crate::app::environment::Facts;
use crate::screens::parts::edition::Edition;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Gives what is known at once.
pub fn facts() -> Facts {
    let agent = web_sys::window().and_then(|window| window.navigator().user_agent().ok());
    Facts {
        agent: agent.unwrap_or_default(),
        refusal: String::new(),
        shares_files: super::sharing::is_possible(),
    }
}

/// Gives what the file says of itself, where all of the app is one file (`start/packed.js`).
pub fn edition() -> Option<Edition> {
    let said = super::handed::get("edition")?;
    let member = |name: &str| Reflect::get(&said, &name.into()).ok().and_then(|text| text.as_string());
    Some(Edition { version: member("version")?, program: member("hash")? })
}

/// Asks for a folder of this page's own; private windows of Firefox and Safari refuse it. The answer may
/// never come.
pub async fn facts_of_storage() -> Facts {
    let refusal = match folder() {
        Some(asked) => JsFuture::from(asked).await.err(),
        None => None,
    };
    let words = refusal.and_then(|fault| fault.dyn_into::<js_sys::Object>().ok());
    Facts { refusal: words.map_or(String::new(), |fault| fault.to_string().into()), ..facts() }
}

fn folder() -> Option<Promise> {
    let manager: JsValue = web_sys::window()?.navigator().storage().into();
    let ask: Function = Reflect::get(&manager, &"getDirectory".into()).ok()?.dyn_into().ok()?;
    ask.call0(&manager).ok()?.dyn_into().ok()
}
