//! The card that answers what now, whose turn, by when.

use super::button::Buttons;
use crate::screens::block::{self, Half, HalfIs, WaitsFor};
use crate::ui::words::some;
use leptos::prelude::*;

/// The card. One with a stage has the seam as its upper edge, and says whose turn it is before it says what to do;
/// one without is a question or a beginning, and says first what it is about.
#[component]
pub fn Now(now: block::Now) -> impl IntoView {
    let class = match (now.waits_for, now.halves.is_some()) {
        (WaitsFor::Me, true) => "now mine",
        (WaitsFor::Other, true) => "now",
        (WaitsFor::Nobody, true) => "now done",
        (WaitsFor::Me, false) => "now asks mine",
        (WaitsFor::Other, false) => "now asks",
        (WaitsFor::Nobody, false) => "now plain",
    };
    let when = if now.is_late { "when late" } else { "when" };
    let whose = some(now.whose).map(|text| view! { <p class=whose_class(now.halves.as_ref())>{text}</p> });
    let (before, after) = if now.halves.is_some() { (whose, None) } else { (None, whose) };
    let seam = now.halves.clone().map(|halves| view! { <Seam halves/> });
    let halves = now.halves.map(|halves| view! { <Halves halves/> });
    view! {
        <section class=class aria-labelledby="now">
            {seam}
            <div class="now-head">
                <div class="whom">{some(now.about).map(|about| view! { <p class="about">{about}</p> })} {before}</div>
                {halves}
                <div class="what">
                    <h2 id="now">{now.what}</h2>
                    {after}
                    {now.sign.map(|sign| view! { <p class="stands">{sign.words}</p> })}
                    {some(now.by_when).map(|text| view! { <p class=when>{text}</p> })}
                </div>
            </div>
            <Buttons class="buttons" buttons=now.buttons/>
        </section>
    }
}

/// Gives the class of the words that say whose turn it is, which have the colour of that side.
fn whose_class(halves: Option<&[Half; 2]>) -> &'static str {
    match halves.map(|halves| halves.each_ref().map(|half| half.is)) {
        Some([HalfIs::Turn, _]) => "whose left-side",
        Some([_, HalfIs::Turn]) => "whose right-side",
        _ => "whose",
    }
}

/// The upper edge of the card, half of which belongs to each side.
#[component]
fn Seam(halves: [Half; 2]) -> impl IntoView {
    let [left, right] = halves.each_ref().map(class_of);
    view! {
        <div class=whole("seam", "seam whole", &halves) aria-hidden="true">
            <span class=["left", left].concat()></span>
            <span class=["right", right].concat()></span>
        </div>
    }
}

/// The sign at the size of two people: their initials, as on paper.
#[component]
pub fn Halves(halves: [Half; 2]) -> impl IntoView {
    let classes = halves.each_ref().map(class_of);
    let class = whole("paraf", "paraf whole", &halves);
    let [left, right] = halves;
    view! {
        <svg class=class viewBox="0 0 100 100" aria-hidden="true">
            <g class=["left", classes[0]].concat()>
                <use href="#half-left"/>
                <text x="26.5" y="58">{left.initials}</text>
            </g>
            <g class=["right", classes[1]].concat()>
                <use href="#half-right"/>
                <text x="73" y="58">{right.initials}</text>
            </g>
        </svg>
    }
}

/// Gives what the class of a half ends with.
fn class_of(half: &Half) -> &'static str {
    match half.is {
        HalfIs::Off => "",
        HalfIs::Turn => " turn",
        HalfIs::On => " on",
    }
}

/// Picks the class of what is drawn together once both sides signed.
fn whole(apart: &'static str, together: &'static str, halves: &[Half; 2]) -> &'static str {
    if halves.iter().all(|half| half.is == HalfIs::On) { together } else { apart }
}
