//! What a person types, chooses or ticks, as a property of its element.

use crate::browser::address::put_property;
use leptos::tachys::html::property::IntoProperty;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// A property such as `prop:value` that is put in only where the page holds something else. Leptos would put it in each
/// time; but a browser moves the cursor, and ends what the keyboard is composing, even if a text replaces itself.
pub struct Typed(JsValue);

impl<T: Into<JsValue>> From<T> for Typed {
    fn from(value: T) -> Typed {
        Typed(value.into())
    }
}

impl IntoProperty for Typed {
    type State = Element;
    type Cloneable = JsValue;
    type CloneableOwned = JsValue;

    fn hydrate<const FROM_SERVER: bool>(self, element: &Element, key: &str) -> Element {
        self.build(element, key)
    }

    fn build(self, element: &Element, key: &str) -> Element {
        put_property(element, key, &self.0);
        element.clone()
    }

    fn rebuild(self, element: &mut Element, key: &str) {
        put_property(element, key, &self.0);
    }

    fn into_cloneable(self) -> JsValue {
        self.0
    }

    fn into_cloneable_owned(self) -> JsValue {
        self.0
    }
}
