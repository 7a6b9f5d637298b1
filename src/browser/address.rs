//! The part of the address behind `#`, the title, the focus.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::MessageChannel;

/// Gives what stands behind `#`, with it.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Opens an address; says whether the browser will report the change.
pub fn open(address: &str) -> bool {
    let now = hash();
    let same = now == address || (now.is_empty() && address == "#/");
    if let Some(window) = web_sys::window().filter(|_| !same) {
        return window.location().set_hash(address).is_ok();
    }
    false
}

/// Opens the dialog for printing, once the page was drawn: in some browsers nothing goes on until it is closed.
pub fn print() {
    later(0, || {
        if let Some(window) = web_sys::window() {
            let _ = window.print();
        }
    });
}

/// Calls back whenever the address changes.
pub fn on_change(call: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut()>::new(call);
    if let Some(window) = web_sys::window() {
        window.set_onhashchange(Some(closure.as_ref().unchecked_ref()));
    }
    closure.forget();
}

/// Puts the title of the window, the language of the page and the side of the person on it in place.
pub fn name_page(title: &str, lang: &str, side: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
        if let Some(root) = document.document_element() {
            let _ = root.set_attribute("lang", lang);
            let _ = root.set_attribute("data-side", side);
        }
    }
}

/// Gives the language of the page.
pub fn language() -> String {
    let document = web_sys::window().and_then(|window| window.document());
    let root = document.and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("lang")).unwrap_or_default()
}

/// Takes an element off the page.
pub fn remove(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id(id)) {
        element.remove();
    }
}

/// Moves the focus, once the page was drawn. A field that is one of several moves it to the first
/// of them.
pub fn focus(id: String) {
    after_drawing(move || {
        let document = web_sys::window().and_then(|window| window.document());
        let element = document.and_then(|document| document.get_element_by_id(&id));
        let Some(element) = element else {
            return;
        };
        let inner = element.query_selector("input, textarea, select, button").ok().flatten();
        let target = if element.has_attribute("tabindex")
            || element.matches("input, textarea, button, a").unwrap_or(false)
        {
            element
        } else {
            inner.unwrap_or(element)
        };
        if let Some(target) = target.dyn_ref::<web_sys::HtmlElement>() {
            let _ = target.focus();
        }
        // A list of problems may be higher than the window; it is read from its beginning.
        if id == "summary" {
            target.scroll_into_view();
        }
        // Who comes to a text goes on writing at its end.
        if let Some(area) = target.dyn_ref::<web_sys::HtmlTextAreaElement>() {
            let end = area.value().encode_utf16().count() as u32;
            let _ = area.set_selection_range(end, end);
        }
    });
}

/// Goes to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Calls back after the next drawing.
pub fn after_drawing(call: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let _ = window.request_animation_frame(Closure::once_into_js(call).unchecked_ref());
    }
}

thread_local! {
    /// What is to be called soon, and what calls it.
    static SOON: RefCell<VecDeque<Box<dyn FnOnce()>>> = RefCell::default();
    static CALLER: Option<MessageChannel> = caller();
}

/// Calls back as soon as the page did what else there is to do. A timer would wait for a minute in a window that is not
/// looked at.
pub fn soon(call: impl FnOnce() + 'static) {
    CALLER.with(|channel| match channel {
        Some(channel) => {
            SOON.with_borrow_mut(|calls| calls.push_back(Box::new(call)));
            let _ = channel.port2().post_message(&JsValue::NULL);
        }
        None => drop(later(0, call)),
    });
}

fn caller() -> Option<MessageChannel> {
    let channel = MessageChannel::new().ok()?;
    let closure = Closure::<dyn FnMut()>::new(|| {
        let call = SOON.with_borrow_mut(VecDeque::pop_front);
        call.into_iter().for_each(|call| call());
    });
    channel.port1().set_onmessage(Some(closure.as_ref().unchecked_ref()));
    closure.forget();
    Some(channel)
}

/// Calls back after some milliseconds; gives the number by which it can be called off.
pub fn later(milliseconds: i32, call: impl FnOnce() + 'static) -> i32 {
    let call = Closure::once_into_js(call);
    web_sys::window()
        .and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), milliseconds)
                .ok()
        })
        .unwrap_or_default()
}

/// Calls back again and again, each time after some milliseconds.
pub fn every(milliseconds: i32, call: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut()>::new(call);
    if let Some(window) = web_sys::window() {
        let function = closure.as_ref().unchecked_ref();
        let _ = window.set_interval_with_callback_and_timeout_and_arguments_0(function, milliseconds);
    }
    closure.forget();
}

/// Calls off what was to be called later.
pub fn not_later(number: i32) {
    if let Some(window) = web_sys::window() {
        window.clear_timeout_with_handle(number);
    }
}

/// Calls back when the page is hidden or closed: the last chance to save on a phone.
pub fn on_hide(call: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut()>::new(call);
    let Some(window) = web_sys::window() else {
        return;
    };
    let listener: &js_sys::Function = closure.as_ref().unchecked_ref();
    let _ = window.add_event_listener_with_callback("pagehide", listener);
    if let Some(document) = window.document() {
        let _ = document.add_event_listener_with_callback("visibilitychange", listener);
    }
    closure.forget();
}

/// Calls back when the page is about to be left; the person is asked first where the answer is that something
/// would be lost.
pub fn on_leave(would_lose: impl Fn() -> bool + 'static) {
    let closure = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        if would_lose() {
            event.prevent_default();
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("beforeunload", closure.as_ref().unchecked_ref());
    }
    closure.forget();
}

/// Gives what stands in the field that an event is about.
pub fn value_of(event: &web_sys::Event) -> String {
    let target = event.target();
    let input = target.as_ref().and_then(|target| target.dyn_ref::<web_sys::HtmlInputElement>());
    let area = target.as_ref().and_then(|target| target.dyn_ref::<web_sys::HtmlTextAreaElement>());
    let list = target.as_ref().and_then(|target| target.dyn_ref::<web_sys::HtmlSelectElement>());
    let typed = input.map(|input| input.value()).or_else(|| area.map(|area| area.value()));
    typed.or_else(|| list.map(|list| list.value())).unwrap_or_default()
}

/// Says whether the box that an event is about is ticked.
pub fn is_checked(event: &web_sys::Event) -> bool {
    let target = event.target();
    let input = target.as_ref().and_then(|target| target.dyn_ref::<web_sys::HtmlInputElement>());
    input.is_some_and(web_sys::HtmlInputElement::checked)
}

/// Puts a value into a property of an element, unless it is there.
pub fn put_property(element: &web_sys::Element, name: &str, value: &JsValue) {
    let name = JsValue::from_str(name);
    if js_sys::Reflect::get(element, &name).is_ok_and(|now| now != *value) {
        let _ = js_sys::Reflect::set(element, &name, value);
    }
}

/// Says whether the page is wide enough to show details beside something else.
pub fn is_wide() -> bool {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    width.is_some_and(|width| width >= 1024.0)
}

/// Opens a dialog so that nothing else can be used before it is answered.
pub fn show_modal(dialog: &web_sys::HtmlDialogElement) {
    let _ = dialog.show_modal();
}

/// Milliseconds without another change after which news are spoken.
const QUIET: i32 = 1000;

thread_local! {
    /// The number by which what is to be spoken is called off.
    static TO_SPEAK: Cell<i32> = const { Cell::new(0) };
}

/// Says something in an element that is on the page. It is seen at once, and spoken to whoever listens only when it
/// is news and nothing else was said for a while, so once a pause, however often it changes before.
pub fn say(id: &'static str, text: &str, class: &str, is_news: bool) {
    not_later(TO_SPEAK.get());
    put(id, text, "off");
    if let Some(element) = by_id(id) {
        element.set_class_name(class);
    }
    if is_news {
        let text = text.to_string();
        TO_SPEAK.set(later(QUIET, move || put(id, &text, "polite")));
    }
}

fn put(id: &str, text: &str, live: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.set_attribute("aria-live", live);
        element.set_text_content(Some(text));
    }
}

fn by_id(id: &str) -> Option<web_sys::Element> {
    web_sys::window().and_then(|window| window.document()?.get_element_by_id(id))
}
