//! The rule packs that are shipped: one file beside the program, which the page asks for before the program runs, or a
//! part of the page itself where all is one file (`start/packed.js`).

use super::address;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// The id of the element of the page that names the file.
const NAMED: &str = "rules";
/// Milliseconds after which it is told that the file is not here. When it comes after all, that is told too.
const PATIENCE: i32 = 12_000;

/// Fetches the text and tells it; `None` when it does not come. What the browser kept is passed over when it is
/// fetched `again`.
pub async fn fetch(again: bool, tell: impl Fn(Option<String>) + Clone + 'static) {
    let late = tell.clone();
    let timer = address::later(PATIENCE, move || late(None));
    let text = read(again).await;
    address::not_later(timer);
    tell(text);
}

async fn read(again: bool) -> Option<String> {
    if let Some(inside) = super::handed::get("rules") {
        return JsFuture::from(inside.dyn_into::<Promise>().ok()?).await.ok()?.as_string();
    }
    let window = web_sys::window()?;
    let address = window.document()?.get_element_by_id(NAMED)?.get_attribute("href")?;
    let options = web_sys::RequestInit::new();
    if again {
        options.set_cache(web_sys::RequestCache::Reload);
    }
    let answer = JsFuture::from(window.fetch_with_str_and_init(&address, &options)).await.ok()?;
    let answer: web_sys::Response = answer.dyn_into().ok()?;
    if !answer.ok() {
        return None;
    }
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}
