//! The thread: the seven stages on one vertical line.

use super::sign::symbol;
use crate::app::view::block::Knot;
use leptos::prelude::*;

/// Draws the thread; `beside` is the one at the side of a laptop's page.
pub fn thread(knots: Vec<Knot>, beside: bool) -> AnyView {
    if knots.is_empty() {
        return ().into_any();
    }
    let class = if beside { "thread beside" } else { "thread" };
    let knots = knots.into_iter().map(knot).collect_view();
    view! { <ol class=class>{knots}</ol> }.into_any()
}

fn knot(knot: Knot) -> AnyView {
    let class = match (knot.current, knot.open) {
        (true, true) => "knot current open",
        (true, false) => "knot current",
        (false, true) => "knot open",
        (false, false) => "knot",
    };
    let current = knot.open.then_some("page");
    let name = match knot.href {
        Some(href) => view! { <a href=href aria-current=current>{knot.name}</a> }.into_any(),
        None => view! { <span class="name">{knot.name}</span> }.into_any(),
    };
    view! {
        <li class=class>
            {symbol(knot.sign.symbol)}
            <div>
                {name}
                <span class="words">{knot.sign.words}</span>
                <span class="date">{knot.date}</span>
            </div>
        </li>
    }
    .into_any()
}
