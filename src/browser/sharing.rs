//! Handing files to other apps of the device, and texts to its clipboard.
//!
//! Chrome shares files with the ending `.txt`, and none with `.json`
//! (`chrome/browser/webshare/share_service_impl.cc`).

use crate::app::sending::Answer;
use js_sys::{Array, Promise, Reflect};
use std::future::Future;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, Navigator, ShareData};

/// What a file that holds text calls itself.
const KIND: &str = "text/plain";

/// Says whether the browser shares files of the kind that we make.
pub fn is_possible() -> bool {
    let data = navigator().filter(|navigator| has(navigator, "canShare")).zip(data("paraf.txt", "x"));
    data.is_some_and(|(navigator, data)| navigator.can_share_with_data(&data))
}

/// Opens the device's own sheet for sharing. It may be opened only while a press of the person is being handled.
/// Gives nothing where the sheet is open already, from an earlier press.
pub fn share(name: &str, text: &str, message: &str) -> impl Future<Output = Option<Answer>> + use<> {
    let asked = navigator().filter(|navigator| has(navigator, "share")).zip(data(name, text));
    let asked = asked.map(|(navigator, data)| {
        data.set_text(message);
        navigator.share_with_data(&data)
    });
    answer(asked)
}

/// Puts a text on the clipboard.
pub fn copy(text: &str) -> impl Future<Output = Option<Answer>> + use<> {
    // Not there on a plain http address.
    let navigator = navigator().filter(|navigator| has(navigator, "clipboard"));
    answer(navigator.map(|navigator| navigator.clipboard().write_text(text)))
}

async fn answer(asked: Option<Promise>) -> Option<Answer> {
    let Some(asked) = asked else {
        return Some(Answer::Failed);
    };
    let Err(fault) = JsFuture::from(asked).await else {
        return Some(Answer::Done);
    };
    let name = Reflect::get(&fault, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("InvalidStateError") => None,
        Some("AbortError") => Some(Answer::Cancelled),
        _ => Some(Answer::Failed),
    }
}

fn navigator() -> Option<Navigator> {
    Some(web_sys::window()?.navigator())
}

fn has(navigator: &Navigator, name: &str) -> bool {
    Reflect::get(navigator, &name.into()).is_ok_and(|member| !member.is_undefined())
}

fn data(name: &str, text: &str) -> Option<ShareData> {
    let options = BlobPropertyBag::new();
    options.set_type(KIND);
    let parts = Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let options = web_sys::FilePropertyBag::new();
    options.set_type(KIND);
    let file = File::new_with_blob_sequence_and_options(&Array::of1(&blob), name, &options).ok()?;
    let data = ShareData::new();
    data.set_files(Array::of1(&file).unchecked_ref());
    Some(data)
}
