//! The thread: the seven stages on one vertical line.

use super::sign::Symbol;
use crate::screens::block::list;
use leptos::prelude::*;

/// The thread; `is_beside` for the one at the side of a laptop's page.
#[component]
pub fn Thread(knots: Vec<list::Knot>, #[prop(optional)] is_beside: bool) -> impl IntoView {
    let class = if is_beside { "thread beside" } else { "thread" };
    let knot = |knot| view! { <Knot knot/> };
    (!knots.is_empty()).then(|| view! { <ol class=class>{knots.into_iter().map(knot).collect_view()}</ol> })
}

#[component]
fn Knot(knot: list::Knot) -> impl IntoView {
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
            <Symbol symbol=knot.sign.symbol/>
            <div>{name}<span class="words">{knot.sign.words}</span><span class="date">{knot.date}</span></div>
        </li>
    }
}
