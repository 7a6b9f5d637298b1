//! The months of a year with the signs of the stages in them.

use super::sign::Symbol;
use crate::screens::block::{self, Month, MonthIs, Sign};
use leptos::prelude::*;

/// The calendar of a year.
#[component]
pub fn Months(year: block::Months) -> impl IntoView {
    let sign = |sign: Sign| view! { <Symbol symbol=sign.symbol/><span class="unseen">{sign.words}</span> };
    let month = |month: Month| {
        let (class, current) = match month.is {
            MonthIs::Past => ("past", None),
            MonthIs::Current => ("current", Some("date")),
            MonthIs::Coming => ("", None),
        };
        view! {
            <li class=class aria-current=current>
                <span>{month.name}</span>
                <span class="glance">{month.signs.into_iter().map(sign).collect_view()}</span>
            </li>
        }
    };
    view! {
        <section class="months" aria-labelledby="months">
            <h2 id="months">{year.heading}</h2>
            <ol>{year.months.into_iter().map(month).collect_view()}</ol>
            <p>{year.note}</p>
        </section>
    }
}
