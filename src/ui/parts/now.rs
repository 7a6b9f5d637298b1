//! The card that answers what now, whose turn, by when.

use super::button::Buttons;
use super::sign::Symbol;
use crate::screens::block::{self, Half, HalfIs, WaitsFor};
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
    let halves = now.halves.map(|halves| view! { <Halves halves/> });
    view! {
        <section class=class aria-labelledby="now">
            {halves}
            {sign}
            {some(now.about).map(|about| view! { <p class="about">{about}</p> })}
            <h2 id="now">{now.what}</h2>
            <p class="whose">{now.whose}</p>
            {some(now.by_when).map(|text| view! { <p class=when>{text}</p> })}
            <Buttons class="buttons" buttons=now.buttons/>
        </section>
    }
}

/// The sign at the size of two people: their initials, as on paper.
#[component]
fn Halves(halves: [Half; 2]) -> impl IntoView {
    let class = |side: &str, half: &Half| {
        let state = match half.is {
            HalfIs::Off => "",
            HalfIs::Turn => " turn",
            HalfIs::On => " on",
        };
        [side, state].concat()
    };
    let is_whole = halves.iter().all(|half| half.is == HalfIs::On);
    let [left, right] = halves;
    let classes = (class("left", &left), class("right", &right));
    view! {
        <svg class=if is_whole { "paraf whole" } else { "paraf" } viewBox="0 0 100 100" aria-hidden="true">
            <g class=classes.0>
                <use href="#half-left"/>
                <text x="26.5" y="58">{left.initials}</text>
            </g>
            <g class=classes.1>
                <use href="#half-right"/>
                <text x="73" y="58">{right.initials}</text>
            </g>
        </svg>
    }
}
