//! The place where files are taken in: a button, and a field to paste. Dropping works in the whole window.

use super::button::class;
use crate::app::import::PASTED;
use crate::app::message::Message;
use crate::browser::{files, given};
use crate::screens::block::list;
use crate::ui::shell::Shell;
use leptos::prelude::*;
use web_sys::Event;

/// The place.
#[component]
pub fn Receive(receive: list::Receive) -> impl IntoView {
    let shell = Shell::of_page();
    let choose = move |event: Event| {
        if let Some(list) = files::chosen(&event) {
            shell.take_in(given::listed(&list));
        }
    };
    let take = move |_| {
        if let Some(text) = files::pasted(PASTED) {
            shell.send(Message::Pasted(text));
        }
    };
    view! {
        <div class="receive">
            <label class=[class(receive.weight), " file"].concat()>
                <span>{receive.choose}</span>
                // The same file may be chosen twice in a row, so the field is emptied before each choice.
                <input
                    type="file"
                    multiple=true
                    class="unseen"
                    on:click=|event| files::forget_chosen(&event)
                    on:change=choose
                />
            </label>
            <span class="drop">{receive.drop}</span>
            <details class="term">
                <summary>{receive.paste.clone()}</summary>
                <textarea rows="4" id=PASTED aria-label=receive.paste></textarea>
                <button type="button" class="button quiet" on:click=take>{receive.take}</button>
            </details>
        </div>
    }
}
