//! The list of dossiers: a dense table on laptops, cards on phones, from the same markup.

use super::sign::sign;
use crate::app::view::block::list::{Desk, DeskRow};
use crate::ui::node::{Node, el};

/// Draws the list.
pub fn desk(desk: &Desk) -> Node {
    let heads = desk.heads.iter().map(|head| el("th").with("scope", "col").text(head)).collect();
    el("table")
        .class("dossiers")
        .with("aria-label", &desk.name)
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").children(desk.rows.iter().map(row).collect()))
}

fn row(row: &DeskRow) -> Node {
    let who = el("th")
        .with("scope", "row")
        .child(el("a").with("href", &row.href).text(&row.who))
        .child(el("span").class("about").text(&row.about));
    el("tr")
        .with_some("class", if row.mine { "mine" } else { "" })
        .child(who)
        .child(el("td").child(el("span").text(&row.stage)).child(sign(&row.sign)))
        .child(el("td").class("since").text(&row.since))
        .child(el("td").class("ask").text(&row.ask))
}
