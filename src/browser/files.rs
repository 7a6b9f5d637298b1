//! Files: choosing them, looking at one, and handing them out.

use crate::app::picked::{FILE_MAX, FileFault, Seen};
use crate::seal::canonical::Hash;
use sha2::{Digest, Sha256};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The id of the hidden field through which one file is chosen.
const PICKER: &str = "picker";
/// How much of a file is in memory at a time, in bytes.
const PART: f64 = 1_000_000.0;

/// Opens the browser's own dialog for choosing one file. It may do so only while a press of the
/// person is being handled.
pub fn pick(call: impl FnMut(web_sys::FileList) + 'static) {
    let _ = open_picker(Box::new(call));
}

fn open_picker(mut call: Box<dyn FnMut(web_sys::FileList)>) -> Option<()> {
    let document = web_sys::window()?.document()?;
    // The field stands in the page, because some browsers forget one that does not.
    if let Some(old) = document.get_element_by_id(PICKER) {
        old.remove();
    }
    let field: web_sys::HtmlInputElement = document.create_element("input").ok()?.dyn_into().ok()?;
    field.set_id(PICKER);
    field.set_type("file");
    field.set_hidden(true);
    let taken = Closure::once_into_js(move |event: web_sys::Event| {
        if let Some(list) = chosen(&event) {
            call(list);
        }
        if let Some(field) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) {
            field.remove();
        }
    });
    field.add_event_listener_with_callback("change", taken.unchecked_ref()).ok()?;
    document.body()?.append_child(&field).ok()?;
    field.click();
    Some(())
}

/// Takes the fingerprint of the first file of a list. Only a part of it is in memory at a time, and
/// nothing of it is kept.
pub async fn read_first(list: web_sys::FileList) -> Option<Result<Seen, FileFault>> {
    let file = list.get(0)?;
    let size = file.size();
    if size > FILE_MAX as f64 {
        return Some(Err(FileFault::TooLarge));
    }
    let mut hasher = Sha256::new();
    let mut from = 0.0;
    while from < size {
        let part = file.slice_with_f64_and_f64(from, from + PART).ok()?;
        match JsFuture::from(part.array_buffer()).await {
            Ok(buffer) => hasher.update(js_sys::Uint8Array::new(&buffer).to_vec()),
            Err(_) => return Some(Err(FileFault::Unreadable)),
        }
        from += PART;
    }
    let hash = Hash::from_digest(hasher.finalize().into()).key();
    Some(Ok(Seen { hash, size: size as u64, name: file.name() }))
}

/// Offers a text as a file to download; says whether that worked.
pub fn download(name: &str, text: &str) -> bool {
    offer(name, text).is_some()
}

fn offer(name: &str, text: &str) -> Option<()> {
    let window = web_sys::window()?;
    let document = window.document()?;
    let options = web_sys::BlobPropertyBag::new();
    options.set_type("application/json");
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
    let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    document.body()?.append_child(&link).ok()?;
    link.click();
    link.remove();
    // The browser needs the address until the download has begun.
    super::address::later(60_000, move || {
        let _ = web_sys::Url::revoke_object_url(&address);
    });
    Some(())
}

/// Gives the files that were chosen in the field of an event.
pub fn chosen(event: &web_sys::Event) -> Option<web_sys::FileList> {
    event.target()?.dyn_into::<web_sys::HtmlInputElement>().ok()?.files()
}

/// Empties the file field of an event.
pub fn forget_chosen(event: &web_sys::Event) {
    let field = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
    if let Some(field) = field {
        field.set_value("");
    }
}

/// Gives the text in the field with this id, unless it is blank. It stays there.
pub fn pasted(id: &str) -> Option<String> {
    Some(area(id)?.value()).filter(|text| !text.trim().is_empty())
}

/// Empties the field with this id.
pub fn empty(id: &str) {
    if let Some(field) = area(id) {
        field.set_value("");
    }
}

fn area(id: &str) -> Option<web_sys::HtmlTextAreaElement> {
    web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}
