//! The question before a signature, in the browser's own modal dialog.

use super::button::button;
use super::form::input;
use super::list::points;
use crate::app::message::Press;
use crate::app::signing;
use crate::app::view::block::Dialog;
use crate::ui::shell::Shell;
use leptos::html;
use leptos::prelude::*;

/// Draws the question.
pub fn dialog(shell: Shell, dialog: Dialog) -> AnyView {
    let place = NodeRef::<html::Dialog>::new();
    place.on_load(|dialog| {
        let _ = dialog.show_modal();
    });
    let cancel = move |event: web_sys::Event| {
        event.prevent_default();
        shell.press(Press::Signing(signing::Press::Cancel));
    };
    let go = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        shell.press(Press::Signing(signing::Press::Confirm));
    };
    let mut buttons = dialog.buttons.into_iter();
    let confirm = buttons.next().map(|one| {
        let class = match one.weight {
            crate::app::view::block::Weight::Refuse => "button refuse",
            _ => "button main",
        };
        let busy = one.busy.then_some("true");
        view! { <button type="submit" class=class aria-disabled=busy>{one.label}</button> }
    });
    let others = buttons.map(|one| button(shell, one)).collect_view();
    view! {
        <dialog node_ref=place aria-labelledby="question" on:cancel=cancel>
            <form on:submit=go>
                <h2 id="question">{dialog.heading}</h2>
                {points(dialog.points)}
                {input(shell, dialog.input)}
                <div class="buttons">{confirm}{others}</div>
            </form>
        </dialog>
    }
    .into_any()
}
