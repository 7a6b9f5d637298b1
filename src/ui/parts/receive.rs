//! The place where files are taken in: a button, a place to drop, a field to paste.

use crate::app::message::{IncomingFile, Message};
use crate::app::view::block::Receive;
use crate::ui::shell::Shell;
use leptos::html::{Input, Textarea};
use leptos::prelude::*;

/// Draws the place.
pub fn receive(shell: Shell, receive: Receive) -> AnyView {
    let field = NodeRef::<Input>::new();
    let pasted = NodeRef::<Textarea>::new();
    let chosen = move |_| {
        if let Some(field) = field.get_untracked()
            && let Some(list) = field.files()
        {
            shell.take_in(list);
        }
    };
    // The same file may be chosen twice in a row, so the field is emptied before each choice.
    let again = move |_| {
        if let Some(field) = field.get_untracked() {
            field.set_value("");
        }
    };
    let dropped = move |event: web_sys::DragEvent| {
        event.prevent_default();
        if let Some(list) = event.data_transfer().and_then(|data| data.files()) {
            shell.take_in(list);
        }
    };
    let take = move |_| {
        if let Some(pasted) = pasted.get_untracked() {
            let bytes = Some(pasted.value().trim().as_bytes().to_vec());
            shell.alone(Message::Files(vec![IncomingFile { name: String::new(), bytes }]));
            pasted.set_value("");
        }
    };
    view! {
        <div class="receive" on:dragover=|event| event.prevent_default() on:drop=dropped>
            <label class="button main file">
                {receive.choose}
                <input type="file" multiple class="unseen" node_ref=field on:click=again on:change=chosen />
            </label>
            <span class="drop">{receive.drop}</span>
            <details class="term">
                <summary>{receive.paste.clone()}</summary>
                <textarea rows="4" aria-label=receive.paste node_ref=pasted></textarea>
                <button type="button" class="button quiet" on:click=take>{receive.take}</button>
            </details>
        </div>
    }
    .into_any()
}
