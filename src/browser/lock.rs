//! One writer at a time among the tabs of this page.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Locks;
    // Bound by hand, because web-sys has Web Locks only behind its flag for unstable interfaces.
    #[wasm_bindgen(method)]
    fn request(this: &Locks, name: &str, callback: &js_sys::Function) -> js_sys::Promise;
}

/// Runs a task while no other tab runs one. Where the browser has no locks it runs at once: records
/// are never changed once written, so the worst that two tabs can do is to make two versions.
pub fn alone(task: impl FnOnce() + 'static) {
    let locks = web_sys::window()
        .and_then(|window| js_sys::Reflect::get(&window.navigator(), &"locks".into()).ok())
        .filter(|locks| locks.is_object());
    match locks {
        Some(locks) => {
            let locks: Locks = locks.unchecked_into();
            let _ = locks.request("paraf.v2/write", Closure::once_into_js(task).unchecked_ref());
        }
        None => task(),
    }
}
