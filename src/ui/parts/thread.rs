//! The thread: the seven stages on two strands, one of each side.

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

/// The thread of a phone's page: folded, it still shows the seven signs.
#[component]
pub fn FoldedThread(title: String, knots: Vec<list::Knot>) -> impl IntoView {
    let sign = |knot: &list::Knot| view! { <Symbol symbol=knot.sign.symbol/> };
    let glance = knots.iter().map(sign).collect_view();
    view! {
        <details class="place">
            <summary><span>{title}</span><span class="glance">{glance}</span></summary>
            <Thread knots/>
        </details>
    }
}

#[component]
fn Knot(knot: list::Knot) -> impl IntoView {
    let [left, right] = knot.signed;
    let is = [(knot.current, " current"), (knot.open, " open"), (left, " left"), (right, " right")];
    let class: String = is.into_iter().filter_map(|(is, class)| is.then_some(class)).collect();
    let current = knot.open.then_some("page");
    let name = match knot.href {
        Some(href) => view! { <a href=href aria-current=current>{knot.name}</a> }.into_any(),
        None => view! { <span class="name">{knot.name}</span> }.into_any(),
    };
    view! {
        <li class=["knot", &class].concat()>
            <Symbol symbol=knot.sign.symbol/>
            <div>{name}<span class="words">{knot.sign.words}" "<span class="date">{knot.date}</span></span></div>
        </li>
    }
}
