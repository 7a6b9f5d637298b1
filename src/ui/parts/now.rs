//! The card that answers what now, whose turn, by when.

use super::button::Buttons;
use super::sign::Symbol;
use crate::screens::block::{self, WaitsFor};
use crate::ui::words::some;
use leptos::prelude::*;

/// The card.
#[component]
pub fn Now(now: block::Now) -> impl IntoView {
    let class = match now.waits_for {
        WaitsFor::Me => "now mine",
        WaitsFor::Other => "now",
        WaitsFor::Nobody => "now done",
    };
    let when = if now.is_late { "when late" } else { "when" };
    let sign = now.sign.map(|sign| {
        view! { <div class="now-sign"><Symbol symbol=sign.symbol/><span>{sign.words}</span></div> }
    });
    view! {
        <section class=class aria-labelledby="now">
            {sign}
            {some(now.about).map(|about| view! { <p class="about">{about}</p> })}
            <h2 id="now">{now.what}</h2>
            <p class="whose">{now.whose}</p>
            {some(now.by_when).map(|text| view! { <p class=when>{text}</p> })}
            <Buttons class="buttons" buttons=now.buttons/>
        </section>
    }
}
