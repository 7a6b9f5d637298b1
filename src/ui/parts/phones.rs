//! Two phones: beside each other while a code is compared, and at the ends of the way of a file.

use super::list::Code;
use crate::domain::stage::Party;
use crate::screens::block;
use leptos::prelude::*;

/// Ours shows the digits. Theirs shows dots, because only the person beside it knows what stands there.
#[component]
pub fn Phones(both: block::Phones) -> impl IntoView {
    let [mine, theirs] = both.names;
    let dots = both.code.iter().map(|_| view! { <span></span> }).collect_view();
    view! {
        <div class="phones">
            <div class="phone mine"><p>{mine}</p><Code groups=both.code/></div>
            <div class="phone" aria-hidden="true"><p>{theirs}</p><div class="dots">{dots}</div></div>
        </div>
    }
}

/// A file leaves the phone of one side, which keeps its half, for the phone where the other half is awaited.
#[component]
pub fn Way(way: block::Way) -> impl IntoView {
    let halves = way.from.map(|from| match from {
        Party::Employee => [(LEFT, "left", 25), (RIGHT, "right awaited", 295)],
        Party::Superior => [(RIGHT, "right", 25), (LEFT, "left awaited", 295)],
    });
    let half = |(path, class, x): (&'static str, &'static str, i32)| {
        let place = ["translate(", &x.to_string(), " 36)"].concat();
        view! { <path class=class d=path transform=place/> }
    };
    view! {
        <div class="way">
            <svg viewBox="0 0 320 72" aria-hidden="true">
                <rect class="case" x="6" y="4" width="38" height="64" rx="6"/>
                <rect class="case" x="276" y="4" width="38" height="64" rx="6"/>
                <path class="steps" d="M54,36h70M190,36h70"/>
                <path class="tip" d="m256,29,9,7-9,7"/>
                <path class="paper" d="M138,14h26l10,10v34h-36zM164,14v10h10M146,34h20M146,42h20M146,50h12"/>
                {halves.map(|halves| halves.map(half).collect_view())}
            </svg>
            <p class="filed"><span class="unseen">{way.label}": "</span>{way.file}</p>
        </div>
    }
}

const LEFT: &str = "M-1-12v24a12,12,0,0,1,0-24z";
const RIGHT: &str = "M1-12v24a12,12,0,0,0,0-24z";
