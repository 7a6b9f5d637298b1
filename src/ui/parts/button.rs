//! Buttons, and links that look like them.

use crate::app::view::block::{Button, Does, Weight};
use crate::ui::shell::Shell;
use leptos::prelude::*;

/// Draws a button.
pub fn button(shell: Shell, button: Button) -> AnyView {
    let class = match button.weight {
        Weight::Main => "button main",
        Weight::Quiet => "button quiet",
        Weight::Refuse => "button refuse",
    };
    let id = (!button.id.is_empty()).then_some(button.id);
    match button.does {
        Does::Open(href) => view! { <a class=class id=id href=href>{button.label}</a> }.into_any(),
        Does::Press(press) => {
            let busy = button.busy.then_some("true");
            view! {
                <button type="button" class=class id=id aria-disabled=busy on:click=move |_| shell.press(press.clone())>
                    {button.label}
                </button>
            }
            .into_any()
        }
    }
}
