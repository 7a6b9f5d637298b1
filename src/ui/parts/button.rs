//! Buttons, and links that look like them.

use crate::screens::block::{self, Does, Weight};
use crate::ui::shell::Shell;
use crate::ui::words::some;
use leptos::prelude::*;

/// A button; `lang` where its words are in another language than the page.
#[component]
pub fn Button(button: block::Button, #[prop(optional, into)] lang: Option<&'static str>) -> impl IntoView {
    let shell = Shell::of_page();
    let (id, class, busy) = (some(button.id), class(button.weight), button.busy.then_some("true"));
    match button.does {
        Does::Open(href) => {
            view! { <a href=href class=class id=id aria-disabled=busy lang=lang>{button.label}</a> }
                .into_any()
        }
        Does::Press(press) => view! {
            <button
                type="button"
                class=class
                id=id
                aria-disabled=busy
                lang=lang
                on:click=move |_| shell.press(press.clone())
            >
                {button.label}
            </button>
        }
        .into_any(),
    }
}

/// Buttons in a row.
#[component]
pub fn Buttons(class: &'static str, buttons: Vec<block::Button>) -> impl IntoView {
    let one = |button| view! { <Button button/> };
    view! { <div class=class>{buttons.into_iter().map(one).collect_view()}</div> }
}

/// Gives the class of a button.
pub fn class(weight: Weight) -> &'static str {
    match weight {
        Weight::Main => "button main",
        Weight::Quiet => "button quiet",
        Weight::Refuse => "button refuse",
    }
}
