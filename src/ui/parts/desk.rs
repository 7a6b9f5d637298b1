//! The list of dossiers: a dense table on laptops, cards on phones, from the same markup.

use super::sign::sign;
use crate::app::view::block::{Desk, DeskRow};
use leptos::prelude::*;

/// Draws the list.
pub fn desk(desk: Desk) -> AnyView {
    let [who, stage, since, asked] = desk.heads;
    let rows = desk.rows.into_iter().map(row).collect_view();
    view! {
        <table class="dossiers">
            <thead>
                <tr><th scope="col">{who}</th><th scope="col">{stage}</th><th scope="col">{since}</th><th scope="col">{asked}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(row: DeskRow) -> AnyView {
    let class = if row.mine { "mine" } else { "" };
    view! {
        <tr class=class>
            <th scope="row"><a href=row.href>{row.who}</a><span class="about">{row.about}</span></th>
            <td>{row.stage}{sign(row.sign)}</td>
            <td class="since">{row.since}</td>
            <td class="ask">{row.ask}</td>
        </tr>
    }
    .into_any()
}
