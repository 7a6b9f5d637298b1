//! The list of dossiers: a dense table on laptops, cards on phones, from the same markup.

use super::sign::Sign;
use crate::screens::block::list::{self, DeskRow};
use leptos::prelude::*;

/// The list.
#[component]
pub fn Desk(desk: list::Desk) -> impl IntoView {
    let head = |head| view! { <th scope="col">{head}</th> };
    view! {
        <table class="dossiers" aria-label=desk.name>
            <thead><tr>{desk.heads.into_iter().map(head).collect_view()}</tr></thead>
            <tbody>{desk.rows.into_iter().map(|row| view! { <Row row/> }).collect_view()}</tbody>
        </table>
    }
}

#[component]
fn Row(row: DeskRow) -> impl IntoView {
    view! {
        <tr class=row.mine.then_some("mine")>
            <th scope="row"><a href=row.href>{row.who}</a><span class="about">{row.about}</span></th>
            <td><span>{row.stage}</span><Sign sign=row.sign/></td>
            <td class="since">{row.since}</td>
            <td class="ask">{row.ask}</td>
        </tr>
    }
}
