//! The question before a signature, in the browser's own modal dialog.

use super::button::{button, class};
use super::form::input;
use super::list::points;
use crate::app::message::Press;
use crate::app::signing;
use crate::app::view::block::form::Dialog;
use crate::browser::address;
use crate::ui::node::{Node, el};
use crate::ui::shell::Shell;

/// Draws the question.
pub fn dialog(shell: Shell, dialog: &Dialog) -> Node {
    let mut buttons = el("div").class("buttons");
    for (index, one) in dialog.buttons.iter().enumerate() {
        // The first one is pressed by the Enter key too.
        buttons = buttons.child(if index == 0 {
            let busy = if one.busy { "true" } else { "" };
            let node = el("button").with("type", "submit").class(class(one.weight));
            node.with_some("aria-disabled", busy).text(&one.label)
        } else {
            button(shell, one)
        });
    }
    let form = el("form")
        .on("submit", move |event| {
            event.prevent_default();
            shell.press(Press::Signing(signing::Press::Confirm));
        })
        .child(el("h2").with("id", "question").text(&dialog.heading))
        .child(points(&dialog.points).with("id", "points"))
        .child(input(shell, &dialog.input))
        .child(buttons);
    el("dialog")
        .with("aria-labelledby", "question")
        .with("aria-describedby", "points")
        .on("cancel", move |event| {
            event.prevent_default();
            shell.press(Press::Signing(signing::Press::Cancel));
        })
        .on_drawn(address::show_modal)
        .child(form)
}
