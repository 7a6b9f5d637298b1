//! Buttons, and links that look like them.

use crate::app::view::block::{Button, Does, Weight};
use crate::ui::node::{Node, el};
use crate::ui::shell::Shell;

/// Draws a button.
pub fn button(shell: Shell, button: &Button) -> Node {
    let node = match &button.does {
        Does::Open(href) => el("a").with("href", href),
        Does::Press(press) => {
            let press = press.clone();
            el("button").with("type", "button").on("click", move |_| shell.press(press.clone()))
        }
    };
    let busy = if button.busy { "true" } else { "" };
    node.class(class(button.weight))
        .with_some("id", &button.id)
        .with_some("aria-disabled", busy)
        .text(&button.label)
}

/// Gives the class of a button.
pub fn class(weight: Weight) -> &'static str {
    match weight {
        Weight::Main => "button main",
        Weight::Quiet => "button quiet",
        Weight::Refuse => "button refuse",
    }
}
