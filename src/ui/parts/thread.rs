//! The thread: the seven stages on one vertical line.

use super::sign::symbol;
use crate::app::view::block::list::Knot;
use crate::ui::node::{Node, el};

/// Draws the thread; `beside` is the one at the side of a laptop's page.
pub fn thread(knots: &[Knot], beside: bool) -> Option<Node> {
    let class = if beside { "thread beside" } else { "thread" };
    (!knots.is_empty()).then(|| el("ol").class(class).children(knots.iter().map(knot).collect()))
}

fn knot(knot: &Knot) -> Node {
    let class = match (knot.current, knot.open) {
        (true, true) => "knot current open",
        (true, false) => "knot current",
        (false, true) => "knot open",
        (false, false) => "knot",
    };
    let current = if knot.open { "page" } else { "" };
    let name = match &knot.href {
        Some(href) => el("a").with("href", href).with_some("aria-current", current),
        None => el("span").class("name"),
    };
    let words = el("div")
        .child(name.text(&knot.name))
        .child(el("span").class("words").text(&knot.sign.words))
        .child(el("span").class("date").text(&knot.date));
    el("li").class(class).child(symbol(knot.sign.symbol)).child(words)
}
