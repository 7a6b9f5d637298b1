//! The question before a signature, in the browser's own modal dialog.

use super::button::{Button, class};
use super::field::{Field, follow};
use super::list::Points;
use super::now::Halves;
use crate::app::message::Press;
use crate::app::signing;
use crate::browser::{address, clock};
use crate::screens::block;
use crate::screens::block::form;
use crate::ui::shell::Shell;
use crate::ui::words::some;
use leptos::html;
use leptos::prelude::*;
use web_sys::Event;

/// Milliseconds in which a second press may belong to the first.
const DOUBLE: f64 = 500.0;

/// The question.
#[component]
pub fn Dialog() -> impl IntoView {
    let shell = Shell::of_page();
    let press = move |press| shell.press(Press::Signing(press));
    let dialog = move || shell.screen.with(|screen| screen.dialog.clone());
    let opened = clock::milliseconds();
    let asks = Memo::new(move |_| dialog().is_some_and(|dialog| dialog.input.is_some()));
    let place = NodeRef::<html::Dialog>::new();
    place.on_load(|dialog| address::after_drawing(move || address::show_modal(&dialog)));
    view! {
        <dialog
            aria-labelledby=signing::QUESTION
            aria-describedby="points"
            node_ref=place
            on:cancel=move |event: Event| {
                event.prevent_default();
                press(signing::Press::Cancel);
            }
        >
            <form on:submit=move |event| {
                event.prevent_default();
                // The second press of a double one was meant for the page behind.
                if asks.get_untracked() || clock::milliseconds() - opened > DOUBLE {
                    press(signing::Press::Confirm);
                }
            }>
                {move || {
                    dialog()
                        .map(|dialog| {
                            // A dialog opens with the focus on the first that can have it, which is the passphrase
                            // where there is one.
                            let tabindex = dialog.input.is_none().then_some("-1");
                            view! {
                                <div class="asked">
                                    <h2 id=signing::QUESTION tabindex=tabindex>{dialog.heading}</h2>
                                    {some(dialog.subject).map(|subject| view! { <p class="subject">{subject}</p> })}
                                    {dialog.halves.map(|halves| view! { <Halves halves/> })}
                                </div>
                                <Points id="points" points=dialog.points/>
                            }
                        })
                        .into_any()
                }}
                {move || {
                    asks.get()
                        .then(|| follow(move || dialog()?.input).map(|input| view! { <Field input/> }))
                        .into_any()
                }}
                {move || dialog().map(|dialog: form::Dialog| view! { <Answers buttons=dialog.buttons/> }).into_any()}
            </form>
        </dialog>
    }
}

/// Go on, and give up.
#[component]
fn Answers(buttons: Vec<block::Button>) -> impl IntoView {
    let mut buttons = buttons.into_iter();
    // The first one is pressed by the Enter key too.
    let first = buttons.next().map(|one| {
        let busy = one.busy.then_some("true");
        view! { <button type="submit" class=class(one.weight) aria-disabled=busy>{one.label}</button> }
    });
    view! {
        <div class="buttons">{first}{buttons.map(|button| view! { <Button button/> }).collect_view()}</div>
    }
}
